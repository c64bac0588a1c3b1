"""Calling an assembly: its legal dates, and what is late (statuts 20, 21-1, 21-2, 24, 28; C. com. L223-26, L223-27)."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from scicvote.core.article import citer, regle
from scicvote.core.assemblee import Assemblee, Nature, date_longue
from scicvote.core.college import CONSTITUES, DEMANDES, codes_de, etat_colleges
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import Convocation, Envoi
from scicvote.core.francais import enumerer, selon
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.resolution import a_completer
from scicvote.core.statuts import Statuts

GUERIE = "tous les associés présents ou représentés couvrent une convocation tardive"

REMEDES: Final = {  # what cures a legal date that is passed
    "convocation": "Envoyer sans attendre, ou reporter l’assemblée\u00a0: " + GUERIE,
    "liste": "L’arrêter maintenant\u00a0: sa vraie date sera dite au procès-verbal.",
    "documents": "Envoyer sans attendre, ou reporter l’assemblée\u00a0: à défaut elle peut être annulée.",
    "terme": "La tenir au plus tôt\u00a0; le tribunal peut prolonger ce délai",
}


@dataclass(frozen=True, slots=True)
class Echeance:
    """A legal date: the day, what is due, the article, whether it is done, and what cures a day that is passed."""

    jour: date
    libelle: str
    article: str
    fait: bool
    remede: str = ""

    def manquee(self, aujourdhui: date) -> bool:
        """The day is passed and nothing was done."""
        return not self.fait and self.jour < aujourdhui


def _remede(statuts: Statuts, quoi: str, article: str) -> str:
    """What cures a date, with the article of the form of company."""
    return f"{REMEDES[quoi]} ({citer((statuts.cite(article),))})."


def ajouter_mois(jour: date, mois: int) -> date:
    """``jour`` plus a number of months, the end of a month staying the end of a month."""
    total = jour.year * 12 + jour.month - 1 + mois
    annee, rang = divmod(total, 12)
    dernier = calendar.monthrange(annee, rang + 1)[1]
    fin_de_mois = jour.day == calendar.monthrange(jour.year, jour.month)[1]
    return date(annee, rang + 1, dernier if fin_de_mois else min(jour.day, dernier))


@regle("statuts", "27")
def cloture_exercice(statuts: Statuts, exercice: int) -> date:
    """The last day of a financial year named by the year in which it ends."""
    mois, jour = statuts.cloture
    return date(exercice, mois, min(jour, calendar.monthrange(exercice, mois)[1]))


@regle("statuts", "20", "24-1")
def terme_annuel(statuts: Statuts, exercice: int) -> date:
    """The last day for the annual assembly: so many months after the closing of the accounts."""
    return ajouter_mois(cloture_exercice(statuts, exercice), statuts.delais.ag_annuelle_mois)


@regle("statuts", "21-1")
def jour_liste(statuts: Statuts, jour: date) -> date | None:
    """The day on which the list of associés is frozen: the 16th before the meeting. None: no text asks for it."""
    jours = statuts.delais.arrete_liste_jours
    return None if jours is None else jour - timedelta(days=jours)


@regle("statuts", "21-2")
@regle("C. com.", "R223-20")
def dernier_jour_convocation(statuts: Statuts, jour: date) -> date:
    """The last day to dispatch the notices: the dispatch day is not counted, the meeting day is.

    15 June for a meeting on 30 June, with fifteen days.
    """
    return jour - timedelta(days=statuts.delais.convocation_jours)


@regle("statuts", "28")
@regle("C. com.", "L223-26", "R223-18", "R223-19")
def dernier_jour_documents(statuts: Statuts, jour: date) -> date:
    """The last day to send the accounts, the report and the resolutions of an annual assembly."""
    return jour - timedelta(days=statuts.delais.documents_jours)


def echeances(assemblee: Assemblee, statuts: Statuts) -> tuple[Echeance, ...]:
    """The legal dates of an assembly, in order."""
    convocation, jour = assemblee.convocation, assemblee.jour
    if convocation.nature == Nature.COLLEGE:
        return ()
    lignes = [
        Echeance(
            dernier_jour_convocation(statuts, jour),
            "Dernier jour pour envoyer les convocations recommandées",
            statuts.article("delais.convocation_jours", defaut="C. com. R223-20"),
            assemblee.convoquee,
            _remede(statuts, "convocation", "C. com. L223-27"),
        )
    ]
    if (liste := jour_liste(statuts, jour)) is not None:
        article = statuts.article("delais.arrete_liste_jours")
        fait = assemblee.liste_arretee is not None
        lignes.append(Echeance(liste, "Arrêter la liste des associés", article, fait, REMEDES["liste"]))
    if convocation.exercice is not None:
        documents = dernier_jour_documents(statuts, jour)
        fait = bool(assemblee.envois("documents"))
        libelle = "Dernier jour pour envoyer les documents"
        lignes.append(Echeance(documents, libelle, statuts.cite("C. com. R223-18"), fait, REMEDES["documents"]))
        terme = terme_annuel(statuts, convocation.exercice)
        article = statuts.article("delais.ag_annuelle_mois", defaut="C. com. L223-26")
        lignes.append(
            Echeance(
                terme,
                "Terme de l’assemblée annuelle",
                article,
                assemblee.close,
                _remede(statuts, "terme", "C. com. L223-26"),
            )
        )
    return tuple(sorted(lignes, key=lambda echeance: echeance.jour))


def controler_convocation(dossier: Dossier, convocation: Convocation) -> tuple[Issue, ...]:
    """What stands against calling an assembly so, or is worth a warning."""
    statuts = dossier.statuts_au(convocation.heure.date())
    return (
        *_nature(statuts, convocation),
        *_colleges(dossier, statuts, convocation),
        *_seconde(dossier, convocation),
        *_terme(statuts, convocation),
    )


def _nature(statuts: Statuts, convocation: Convocation) -> Iterator[Issue]:
    if convocation.nature not in set(Nature):
        yield refus("NATURE", "Cette nature d’assemblée n’existe pas.", "statuts 20", chemin="nature")
    if not convocation.lieu.strip():
        yield refus("LIEU", "Indiquer le lieu de l’assemblée.", statuts.article("assemblees"), chemin="lieu")
    college = convocation.nature == Nature.COLLEGE
    if college and convocation.college not in statuts.par_code:
        yield refus("COLLEGE_INCONNU", "Indiquer le collège réuni.", "statuts 24-4", chemin="college")
    if college and convocation.par_college:
        yield refus("PAR_COLLEGE", "Un collège vote par tête, en un seul corps.", "statuts 24-4", chemin="par_college")
    if not college and convocation.college:
        yield refus(
            "COLLEGE_INCONNU", "Seule une assemblée de collège en désigne un.", "statuts 24-4", chemin="college"
        )


@regle("statuts", "22", "25-1")
def _colleges(dossier: Dossier, statuts: Statuts, convocation: Convocation) -> Iterator[Issue]:
    """Colleges may sleep; voting against their state is allowed, traced and said."""
    if convocation.nature == Nature.COLLEGE:
        return
    article = statuts.article("constitution", "vote.colleges")
    etat = etat_colleges(dossier.etats_colleges, convocation.heure.date())
    courant = etat.etat if etat else ""
    if convocation.par_college and not statuts.vote_possible_par_college:
        yield refus("VOTE_PAR_COLLEGE", "Les statuts ne connaissent pas le vote par collège.", article)
    elif statuts.vote.colleges == "toujours":
        if not convocation.par_college:
            yield avertissement(
                "VOTE_PAR_TETE", "Les statuts prévoient le vote par collège à chaque assemblée.", article
            )
    elif convocation.par_college and courant == DEMANDES:
        yield avertissement(
            "COLLEGES_DEMANDES",
            "Les collèges ont été demandés et ne sont pas encore constitués par une assemblée extraordinaire\u00a0; "
            "le vote par collège est contestable.",
            article,
        )
    elif convocation.par_college and courant != CONSTITUES:
        yield avertissement(
            "COLLEGES_DORMANTS",
            "Les collèges ne sont pas constitués\u00a0; le vote par collège est contestable.",
            article,
        )
    elif not convocation.par_college and courant == CONSTITUES:
        yield avertissement(
            "VOTE_PAR_TETE", "Les collèges sont constitués\u00a0; le vote par tête est contestable.", article
        )
    if convocation.par_college:
        yield from colleges_peuples(dossier, statuts, convocation.heure.date(), article)


@regle("statuts", "25-1")
def colleges_peuples(dossier: Dossier, statuts: Statuts, jour: date, article: str) -> Iterator[Issue]:
    """Fewer than three colleges with members: said, with one head one vote offered instead."""
    sortes = {(a.categorie, a.fiche.personne) for a in dossier.registre.au(jour).associes}
    presents = {code for sorte in sortes for code in codes_de(statuts, *sorte)}
    if len(presents) < min(3, len(statuts.colleges)):
        verbe = "ont" if len(presents) > 1 else "a"
        yield avertissement(
            "COLLEGES_PEUPLES",
            f"{accord(len(presents), 'collège')} seulement {verbe} des membres\u00a0; il en faut trois pour voter par collège. "
            "Proposer le vote par tête, une personne, une voix.",
            article,
        )


@regle("C. com.", "L223-29")
def _seconde(dossier: Dossier, convocation: Convocation) -> Iterator[Issue]:
    """A second consultation is another assembly, later, linked to the first."""
    if convocation.consultation == 1:
        if convocation.suite_de is not None:
            yield refus("CONSULTATION", "Une première consultation ne fait suite à aucune autre.", "C. com. L223-29")
        return
    premiere = dossier.assemblee(convocation.suite_de) if convocation.suite_de is not None else None
    if premiere is None:
        yield refus(
            "CONSULTATION",
            "Une seconde consultation fait suite à une première assemblée\u00a0: l’indiquer.",
            "C. com. L223-29",
        )
    elif convocation.heure.date() <= premiere.jour:
        yield refus("CONSULTATION", "La seconde consultation se tient un autre jour, plus tard.", "C. com. L223-29")


def _terme(statuts: Statuts, convocation: Convocation) -> Iterator[Issue]:
    if convocation.exercice is None or convocation.consultation == 2:
        return
    terme = terme_annuel(statuts, convocation.exercice)
    if convocation.heure.date() > terme:
        yield avertissement(
            "TERME_ANNUEL",
            f"L’assemblée annuelle devait se tenir avant le {date_longue(terme)} inclus.",
            statuts.article("delais.ag_annuelle_mois", defaut="C. com. L223-26"),
        )


def controler_envoi(assemblee: Assemblee, statuts: Statuts, envoi: Envoi) -> tuple[Issue, ...]:
    """What stands against a dispatch, or is late."""
    if envoi.objet == "convocation" and assemblee.convocation.nature != Nature.COLLEGE:
        return tuple(_envoi_convocation(assemblee, statuts, envoi))
    if envoi.objet == "documents":
        return tuple(_envoi_documents(assemblee, statuts, envoi))
    return tuple(_apres_assemblee(assemblee, envoi))


def _apres_assemblee(assemblee: Assemblee, envoi: Envoi) -> Iterator[Issue]:
    if envoi.jour > assemblee.jour:
        yield refus("ENVOI_APRES", "L’envoi ne peut pas être postérieur à l’assemblée.", "statuts 21-2", chemin="jour")


@regle("statuts", "21-2")
@regle("C. com.", "R223-20", "L223-27")
def _envoi_convocation(assemblee: Assemblee, statuts: Statuts, envoi: Envoi) -> Iterator[Issue]:
    """Registered letters, in time; a late notice is said, with what cures it."""
    article = statuts.article("delais.convocation_jours", defaut="C. com. R223-20")
    yield from _apres_assemblee(assemblee, envoi)
    if not assemblee.resolutions:
        yield refus(
            "ORDRE_DU_JOUR_VIDE",
            "L’ordre du jour est vide\u00a0: ajouter au moins une résolution.",
            statuts.article("ordre_du_jour"),
        )
    yield from _textes_entiers(assemblee)
    limite = dernier_jour_convocation(statuts, assemblee.jour)
    if limite < envoi.jour <= assemblee.jour:
        jours = (assemblee.jour - envoi.jour).days
        yield avertissement(
            "CONVOCATION_TARDIVE",
            f"Envoi {accord(jours, 'jour')} avant l’assemblée, {statuts.delais.convocation_jours} sont demandés "
            f"(au plus tard le {date_longue(limite)})\u00a0; {GUERIE}.",
            article,
            "C. com. L223-27",
        )
    recommande = "recommand" in envoi.mode.lower()
    if not recommande:
        yield avertissement(
            "CONVOCATION_SIMPLE", "La première convocation se fait par lettre recommandée.", article, "C. com. R223-20"
        )


def _textes_entiers(assemblee: Assemblee) -> Iterator[Issue]:
    """A blank that nobody filled would leave with the notices, and lock there."""
    reste = [str(r.numero) for r in assemblee.resolutions if a_completer(r)]
    if reste:
        phrase = f"Il reste des blancs à compléter dans {selon(len(reste), 'la résolution', 'les résolutions')} {enumerer(reste)}."
        yield avertissement("TEXTE_A_COMPLETER", phrase, "C. com. R223-24", chemin="ordre_du_jour")


@regle("statuts", "28")
@regle("C. com.", "L223-26", "R223-18")
def _envoi_documents(assemblee: Assemblee, statuts: Statuts, envoi: Envoi) -> Iterator[Issue]:
    """The documents of an annual assembly leave in time, else it can be annulled."""
    yield from _apres_assemblee(assemblee, envoi)
    limite = dernier_jour_documents(statuts, assemblee.jour)
    if assemblee.convocation.exercice is not None and limite < envoi.jour <= assemblee.jour:
        yield avertissement(
            "DOCUMENTS_TARDIFS",
            f"Documents envoyés après le {date_longue(limite)}\u00a0: l’assemblée peut être annulée.",
            "C. com. L223-26",
            "C. com. R223-18",
        )


def reserves_ouverture(assemblee: Assemblee) -> Iterator[Issue]:
    """What was not done before the sitting opens: said, traced, never a block."""
    if assemblee.convocation.nature == Nature.COLLEGE:
        return
    if not assemblee.convoquee:
        yield avertissement(
            "NON_CONVOQUEE", f"Aucun envoi de convocation n’est enregistré\u00a0; {GUERIE}.", "C. com. L223-27"
        )
    if assemblee.convocation.exercice is not None and not assemblee.envois("documents"):
        yield avertissement(
            "DOCUMENTS_NON_ENVOYES",
            "Aucun envoi des comptes, du rapport et des résolutions n’est enregistré\u00a0: l’assemblée peut être annulée.",
            "C. com. L223-26",
            "C. com. R223-18",
        )
