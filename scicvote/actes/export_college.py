"""Handing a college's part of an assembly over to its president: a file, a phrase given apart, and a fact of it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scicvote.actes.commun import dans_assemblee
from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Fiche
from scicvote.core.faits_college import ExportCollege, RenonciationExport
from scicvote.core.francais import heure_fr
from scicvote.core.issue import Issue, avertissement, bloquantes, refus
from scicvote.core.paquet_college import (
    Paquet,
    Point,
    controler_export,
    membres_du_college,
    points_du_college,
    pouvoirs_du_college,
    statuts_en_vigueur,
)
from scicvote.core.retours import Etat, etat_export
from scicvote.exchange.college import empreinte
from scicvote.exchange.college_paquet import ecrire_paquet
from scicvote.scelles import mots, phrase, signature
from scicvote.store.depot import Acte, Depot, Projet


@dataclass(frozen=True, slots=True)
class Remise:
    """What is handed over: the file, the phrase to be given apart (kept nowhere), the eight words of the file."""

    octets: bytes
    phrase: str
    mots: tuple[str, ...]
    export: ExportCollege


@dataclass(frozen=True, slots=True)
class Rendez:
    """When and where the college meets, where it is not with the general assembly."""

    heure: datetime | None = None
    lieu: str = ""


ICI = Rendez()


def exporter(depot: Depot, assemblee: int, college: str, rendez: Rendez = ICI) -> tuple[Acte, Remise | None]:
    """Make a college's package and note that it left. None with the act's refusals when it cannot."""
    privee, publique = signature.creer_cle()
    mot = mots.phrase_au_hasard()
    remises: list[Remise] = []

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        issues = (*controler_export(dossier, ag, college), *_rendez_vous(ag, rendez))
        resume = f"Paquet remis au collège {college}"
        if bloquantes(issues) or depot.en_essai:
            return Projet(resume, (), issues)
        scellee = phrase.ecrire(phrase.sceller(privee, mot, contexte(publique)))
        paquet = composer_paquet(dossier, ag, college, rendez, depot.instant(), publique.hex(), scellee)
        octets = ecrire_paquet(paquet)
        fait = _fait(paquet, empreinte(octets))
        remises.append(Remise(octets, mot, mots.mots(fait.empreinte), fait))
        return Projet(f"{resume}, n°\u00a0{fait.numero}", (fait,), issues)

    acte = dans_assemblee(depot, "exporter_college", assemblee, decider)
    return acte, remises[-1] if acte.accepte else None


def contexte(publique: bytes) -> bytes:
    """What the sealed key is for: the pair of one export."""
    return b"scicvote-college/1 " + publique


def _rendez_vous(ag: Assemblee, rendez: Rendez) -> Iterator[Issue]:
    """A college meets before its general assembly or during it (statuts 24-4)."""
    if rendez.heure is not None and rendez.heure.date() > ag.jour:
        phrase_ = "Le collège se réunirait après l’assemblée générale\u00a0: ses voix n’y seraient pas portées."
        yield avertissement("EXPORT_APRES", phrase_, "statuts 24-4", chemin="heure")


def composer_paquet(
    dossier: Dossier, ag: Assemblee, college: str, rendez: Rendez, prepare: datetime, publique: str,
    scellee: dict[str, int | str],
) -> Paquet:  # fmt: skip
    """The package of a college, under the next number; the assembly keeps the identifier of its first export."""
    statuts = dossier.statuts_au(ag.jour)
    membres = membres_du_college(dossier, ag, college)
    numeros = frozenset(fiche.associe for fiche, _ in membres)
    points = points_du_college(dossier, ag, college)
    president = dossier.presidents(ag.jour).get(college)
    qui = [n if n in numeros else None for n in (president.associe, president.suppleant)] if president else [None, None]
    precedents, liste = ag.tous(ExportCollege), ag.liste_arretee
    identite = dossier.identite
    if liste is None:
        raise LookupError("the list is not frozen")
    return Paquet(
        identifiant=precedents[0].identifiant if precedents else secrets.token_hex(16),
        export=1 + max((e.numero for e in precedents if e.college == college), default=0),
        prepare=prepare,
        denomination=statuts.denomination,
        siege=identite.siege if identite else "",
        rcs=identite.rcs if identite else "",
        statuts=statuts_en_vigueur(dossier, ag.jour),
        convocation=ag.convocation,
        titre=ag.titre,
        college=college,
        nom_college=statuts.par_code[college].nom,
        reunion=rendez.heure or ag.convocation.heure,
        lieu=rendez.lieu.strip() or ag.convocation.lieu,
        president=qui[0],
        suppleant=qui[1],
        numero_pv=dossier.prochain_proces_verbal(college),
        liste=liste,
        membres=tuple((_sans_courriel(fiche), ligne) for fiche, ligne in membres),
        candidats=_candidats(dossier, ag, points, numeros),
        pouvoirs=pouvoirs_du_college(ag, college, numeros)[0],
        points=points,
        cle_publique=publique,
        cle_scellee=scellee,
    )


def _sans_courriel(fiche: Fiche) -> Fiche:
    """An identity as the attendance sheet needs it, no more."""
    return Fiche(
        fiche.associe, fiche.effet, fiche.personne, fiche.nom, fiche.prenom, fiche.civilite, fiche.domicile, "",
        fiche.representant, fiche.qualite_representant,
    )  # fmt: skip


def _candidats(
    dossier: Dossier, ag: Assemblee, points: tuple[Point, ...], membres: frozenset[int]
) -> tuple[Fiche, ...]:
    """The candidates who are not of the college: their names, and nothing else of them."""
    personnes = dossier.registre.au(ag.jour).par_numero
    numeros = sorted({c.candidat for point in points for c in point.candidats} - membres)
    fiches = (personnes[n].fiche for n in numeros if n in personnes)
    return tuple(Fiche(f.associe, f.effet, f.personne, f.nom, f.prenom, f.civilite, "", "", "", "") for f in fiches)


def _fait(paquet: Paquet, empreinte_: str) -> ExportCollege:
    statuts, liste = paquet.versions
    return ExportCollege(
        paquet.convocation.assemblee, paquet.college, paquet.export, paquet.identifiant, paquet.prepare, paquet.reunion,
        paquet.lieu, paquet.cle_publique, empreinte_, statuts, liste,
        tuple(p.resolution.resolution for p in paquet.points), tuple(p.tour for p in paquet.points),
        tuple(p.version for p in paquet.points),
    )  # fmt: skip


def renoncer(depot: Depot, assemblee: int, college: str, export: int, heure: datetime, motif: str) -> Acte:
    """The college votes in the room after all; a return of this export will be refused."""

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        connu = export_de(ag, college, export)
        issues = []
        if connu is None:
            issues.append(refus("EXPORT", "Ce paquet n’a pas été remis.", "statuts 24-4", chemin="export"))
        elif etat_export(ag, connu) != Etat.ATTENDU:
            phrase_ = "Ce paquet n’est plus attendu\u00a0: il est abandonné, ou le collège a répondu."
            issues.append(refus("EXPORT", phrase_, "statuts 24-4", chemin="export"))
        if not motif.strip():
            issues.append(refus("TEXTE", "Dire pourquoi.", chemin="motif"))
        fait = RenonciationExport(assemblee, college, export, heure, motif.strip())
        resume = f"Paquet n°\u00a0{export} du collège {college} abandonné à {heure_fr(heure)}\u00a0: {motif.strip()}"
        return Projet(resume, (fait,), tuple(issues))

    return dans_assemblee(depot, "renoncer_export", assemblee, decider)


def export_de(ag: Assemblee, college: str, numero: int) -> ExportCollege | None:
    """An export by its college and number."""
    return next((e for e in ag.tous(ExportCollege) if (e.college, e.numero) == (college, numero)), None)
