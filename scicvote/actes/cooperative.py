"""Opening and creating a cooperative; its statutes, letterhead and managers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from scicvote.core.article import regle
from scicvote.core.assemblee import date_longue
from scicvote.core.capitaux_propres import lire_signe
from scicvote.core.dossier import Dossier
from scicvote.core.exact import euros, lire_exact, nombre
from scicvote.core.faits import CapitauxPropres, EnTete, FinMandat, Identite, Mandat, VersionStatuts
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.statuts import PHYSIQUE, Statuts
from scicvote.exchange.statuts import statuts_de_texte
from scicvote.store.depot import Acte, Depot, Projet, empreinte_octets

Horloge = Callable[[], datetime]


class StatutsRefuses(ValueError):  # noqa: N818
    """Statutes that do not pass; ``issues`` says all that is wrong with them."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__("\n".join(issue.ligne() for issue in issues))
        self.issues = issues


def lire(texte: str) -> Statuts:
    """The statutes of a TOML text. Raises StatutsRefuses."""
    lecture = statuts_de_texte(texte)
    if lecture.statuts is None:
        raise StatutsRefuses(lecture.issues)
    return lecture.statuts


def ouvrir(nom: str | Path, horloge: Horloge = datetime.now) -> Depot:
    """Open a cooperative's file (or database URL). Raises store.base.FichierRefuse with a sentence."""
    return Depot.ouvrir(nom, lire, horloge)


def creer(nom: str | Path, texte_statuts: str, horloge: Horloge = datetime.now) -> tuple[Depot, Acte]:
    """A new cooperative under these statutes. Raises StatutsRefuses or FichierRefuse; then nothing is left behind."""
    statuts = lire(texte_statuts)
    depot = Depot.creer(nom, lire, horloge)

    def decider(_: Dossier) -> Projet:
        resume = f"Coopérative «\u00a0{statuts.denomination}\u00a0», statuts en vigueur depuis le {date_longue(statuts.date)}"
        return Projet(resume, (VersionStatuts(statuts.date, texte_statuts),))

    return depot, depot.accomplir("creer", decider)


def changer_statuts(depot: Depot, texte_statuts: str, effet: date) -> Acte:
    """New statutes in force from ``effet`` on; earlier assemblies keep the version of their day."""
    return depot.accomplir("changer_statuts", lambda dossier: projet_statuts(dossier, texte_statuts, effet))


def projet_statuts(dossier: Dossier, texte_statuts: str, effet: date) -> Projet:
    """Another version of the statutes, with its own faults and what stands against the day."""
    issues = list(statuts_de_texte(texte_statuts).issues)
    if dossier.statuts_lus and effet < dossier.statuts_lus[-1][0]:
        issues.append(refus("EFFET", "Ces statuts prendraient effet avant la version précédente.", chemin="effet"))
    votees = [ag for ag in dossier.assemblees.values() if ag.votes and ag.jour >= effet]
    if votees:
        phrase = f"{votees[0].titre_court} a voté sous les statuts de son jour\u00a0: prendre effet après elle."
        issues.append(refus("EFFET", phrase, chemin="effet"))
    return Projet(f"Nouveaux statuts au {date_longue(effet)}", (VersionStatuts(effet, texte_statuts),), tuple(issues))


def premier_effet(dossier: Dossier, jour: date) -> date:
    """The first day, from ``jour`` on, at which other statutes may take effect: what ``changer_statuts`` accepts."""
    lendemains = (ag.jour + timedelta(days=1) for ag in dossier.assemblees.values() if ag.votes)
    return max(jour, *(effet for effet, _ in dossier.statuts_lus), *lendemains)


def identifier(depot: Depot, effet: date, siege: str, rcs: str, capital_plus_haut: str) -> Acte:
    """The letterhead, and the highest capital ever reached before this register (euros, ``10000`` or ``8080.50``)."""

    def decider(_: Dossier) -> Projet:
        issues: tuple[Issue, ...] = ()
        if lire_exact(capital_plus_haut) is None:
            phrase = "Le plus haut capital s’écrit en euros\u00a0: 8080 ou 8080.50."
            issues = (refus("MONTANT", phrase, "statuts 8", chemin="capital_plus_haut"),)
        return Projet("Siège et capital le plus élevé", (Identite(effet, siege, rcs, capital_plus_haut),), issues)

    return depot.accomplir("identifier", decider)


def composer_entete(
    depot: Depot, effet: date, adresse: str, telephone: str, courriel: str, logo: bytes | None = None
) -> Acte:
    """What the letterhead shows besides the registered office.

    ``logo``: the bytes of a PNG or JPEG picture (one megabyte at most), kept in the file; None leaves the one there is,
    ``b""`` takes it off.
    """
    from scicvote.documents.logo import OCTETS, POINTS, format_logo  # pictures are loaded with the first letterhead

    def decider(dossier: Dossier) -> Projet:
        issues: list[Issue] = []
        if courriel and "@" not in courriel.strip("@"):
            phrase = "Cette adresse ne ressemble pas à un courriel."
            issues.append(avertissement("COURRIEL", phrase, chemin="courriel"))
        if logo and len(logo) > OCTETS:
            phrase = f"Le logo dépasse {nombre(OCTETS // 1000)}\u00a0ko\u00a0: donner une image plus légère."
            issues.append(refus("TAILLE", phrase, chemin="logo"))
        elif logo and format_logo(logo) is None:
            phrase = f"Le logo est une image PNG ou JPEG, d’au plus {nombre(POINTS)} points de côté."
            issues.append(refus("LOGO", phrase, chemin="logo"))
        avant = dossier.entete.logo if dossier.entete is not None else ""
        empreinte = avant if logo is None else empreinte_octets(logo) if logo else ""
        fait = EnTete(effet, adresse, telephone, courriel, empreinte)
        return Projet("En-tête des papiers", (fait,), tuple(issues), (logo,) if logo else ())

    return depot.accomplir("composer_entete", decider)


@regle("statuts", "33")
@regle("C. com.", "L223-42")
def noter_capitaux_propres(depot: Depot, exercice: int, montant: str) -> Acte:
    """The net assets at the end of a financial year, in euros (``5200``, ``-350.50``): what art. 33 compares."""

    def decider(_: Dossier) -> Projet:
        issues: tuple[Issue, ...] = ()
        lu = lire_signe(montant)
        if lu is None:
            phrase = "Les capitaux propres s’écrivent en euros\u00a0: 5200, 5200.50 ou -350."
            issues = (refus("MONTANT", phrase, "statuts 33", chemin="montant"),)
        resume = f"Capitaux propres de l’exercice {exercice}\u00a0: {euros(lu or 0)}"
        return Projet(resume, (CapitauxPropres(exercice, montant),), issues)

    return depot.accomplir("noter_capitaux_propres", decider)


@regle("statuts", "8")
def capital_plus_haut(dossier: Dossier) -> Fraction:
    """The highest capital ever, in euros: the opening figure, or what the register has reached since (statuts 8)."""
    valeur = dossier.statuts.capital.valeur_part or Fraction(0)
    atteint = dossier.registre.parts_au_plus_haut[0] * valeur
    identite = dossier.identite
    ouverture = lire_exact(identite.capital_plus_haut) if identite else None
    return max(atteint, ouverture or Fraction(0))


def commencer_mandat(depot: Depot, associe: int, debut: date, fin: date, assemblee: int | None = None) -> Acte:
    """A manager's mandate begins (statuts 18-2)."""
    mandat = Mandat(associe, debut, fin, assemblee)
    return depot.accomplir("commencer_mandat", lambda dossier: projet_mandat(dossier, mandat))


@regle("statuts", "18-1", "18-2")
def projet_mandat(dossier: Dossier, mandat: Mandat) -> Projet:
    """The mandate of a natural person, an associé, and what stands against it."""
    issues = []
    personne = dossier.registre.au(mandat.debut).par_numero.get(mandat.associe)
    if personne is None or not personne.est_associe or personne.fiche.personne != PHYSIQUE:
        phrase = "Un gérant est une personne physique, associée."
        issues.append(refus("GERANT", phrase, "statuts 18-1", chemin="associe"))
    if mandat.fin <= mandat.debut:
        issues.append(refus("MANDAT", "Le mandat finit après son début.", "statuts 18-2", chemin="fin"))
    jours = f"du {date_longue(mandat.debut)} au {date_longue(mandat.fin)}"
    return Projet(f"Mandat de {dossier.nom(mandat.associe)} {jours}", (mandat,), tuple(issues))


def finir_mandat(depot: Depot, associe: int, jour: date, motif: str) -> Acte:
    """A mandate ends early: revocation, resignation, death."""
    fin = FinMandat(associe, jour, motif)
    return depot.accomplir("finir_mandat", lambda dossier: projet_fin_mandat(dossier, fin))


def projet_fin_mandat(dossier: Dossier, fin: FinMandat) -> Projet:
    """The early end of a mandate that runs on that day, and what stands against it."""
    issues: tuple[Issue, ...] = ()
    if fin.associe not in dossier.gerants(fin.jour):
        phrase = "Cette personne n’est pas gérante ce jour-là."
        issues = (refus("GERANT", phrase, "statuts 18-2", chemin="associe"),)
    return Projet(f"Fin du mandat de {dossier.nom(fin.associe)}, {fin.motif}", (fin,), issues)
