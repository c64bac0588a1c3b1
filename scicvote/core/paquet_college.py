"""What leaves for a college's president: its part of an assembly, and nothing of the other colleges (statuts 24-4, 25-3)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import (
    Candidature,
    Convocation,
    Fait,
    Fiche,
    LigneListe,
    ListeArretee,
    Mouvement,
    Pouvoir,
    PresidentCollege,
    RepriseRegistre,
    Resolution,
    Scrutin,
    VersionStatuts,
)
from scicvote.core.faits_college import ExportCollege, MissionCollege
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.liste import inscrits
from scicvote.core.recalcul import candidats_du_tour, sieges_du_tour
from scicvote.core.resolution import Objet
from scicvote.core.scrutin import ENSEMBLE


@dataclass(frozen=True, slots=True)
class Point:
    """A resolution that a college is asked to vote on, at one round; ``version`` is the digest of what is put."""

    resolution: Resolution  # its text as it is put, its seats as they are left
    tour: int
    version: str
    candidats: tuple[Candidature, ...] = ()


@dataclass(frozen=True, slots=True)
class Paquet:
    """A college's part of an assembly. Persons and points keep the numbers that they have in the cooperative's file."""

    identifiant: str
    export: int
    prepare: datetime
    denomination: str
    siege: str
    rcs: str
    statuts: VersionStatuts
    convocation: Convocation  # of the general assembly
    titre: str  # its name and date
    college: str
    nom_college: str
    reunion: datetime
    lieu: str
    president: int | None
    suppleant: int | None
    numero_pv: int  # of the next minutes in the college's register
    liste: ListeArretee
    membres: tuple[tuple[Fiche, LigneListe], ...]
    candidats: tuple[Fiche, ...]  # those who are not of the college
    pouvoirs: tuple[Pouvoir, ...]
    points: tuple[Point, ...]
    cle_publique: str
    cle_scellee: Mapping[str, int | str]

    @property
    def versions(self) -> tuple[str, str]:
        """The digests of the statutes and of the college's list."""
        return version_statuts(self.statuts.texte), version_liste(self.membres)


# --- versions


def _empreinte(valeur: object) -> str:
    """SHA-256 of plain texts and whole numbers, in one writing only."""
    ecrit = json.dumps(valeur, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(ecrit.encode("utf-8", "surrogatepass")).hexdigest()


def version_statuts(texte: str) -> str:
    """The digest of a text of statutes."""
    return _empreinte(["statuts", texte])


def version_liste(membres: tuple[tuple[Fiche, LigneListe], ...]) -> str:
    """The digest of a college's list: who, of which category, with which parts and votes."""
    lignes = [[f.associe, f.personne, f.nom, f.prenom, li.categorie, li.parts, li.voix] for f, li in membres]
    return _empreinte(["liste", sorted(lignes)])


def version_point(resolution: Resolution, tour: int, candidats: tuple[tuple[int, str], ...]) -> str:
    """The digest of what is put to the vote: text, rule, seats, round, candidates by number and name."""
    r = resolution
    mis = [r.resolution, r.numero, r.titre, r.texte, r.regle, r.objet, r.sieges, tour, [list(c) for c in candidats]]
    return _empreinte(["resolution", mis])


def statuts_en_vigueur(dossier: Dossier, jour: date) -> VersionStatuts:
    """The text of the statutes in force on a day, as ``Dossier.statuts_au`` takes them."""
    versions = dossier.tous(VersionStatuts)
    connues = [version for version in versions if version.effet <= jour]
    return connues[-1] if connues else versions[0]


# --- what a college is asked


@regle("statuts", "22", "24-4")
def points_du_college(dossier: Dossier, assemblee: Assemblee, college: str) -> tuple[Point, ...]:
    """The resolutions that a college has still to vote on: those of every college, and its own.

    What the whole assembly votes by heads is not among them, nor what was withdrawn or is decided.
    """
    points = []
    for resolution in assemblee.resolutions:
        tour = prochain_tour(assemblee, resolution.resolution)
        if tour is not None and resolution.college in ("", college):
            points.append(_point(dossier, assemblee, resolution, tour))
    return tuple(points)


def point_actuel(dossier: Dossier, assemblee: Assemblee, resolution: int, tour: int) -> Point | None:
    """A point as it stands now; None when the resolution is no longer on the agenda."""
    connue = assemblee.resolution_par_numero.get(resolution)
    return None if connue is None else _point(dossier, assemblee, connue, tour)


def prochain_tour(assemblee: Assemblee, resolution: int) -> int | None:
    """The round that is still to be held on a resolution; None: it is withdrawn, decided, or being voted on."""
    if assemblee.retrait(resolution) is not None:
        return None
    votes = assemblee.votes_de(resolution)
    if not votes:
        return 1
    proclamation = votes[-1].proclamation
    return len(votes) + 1 if proclamation is not None and proclamation.decision == "second_tour" else None


def _point(dossier: Dossier, assemblee: Assemblee, resolution: Resolution, tour: int) -> Point:
    scrutin = Scrutin(
        0, assemblee.numero, resolution.resolution, "", "resolution", "", tour, assemblee.convocation.heure
    )
    vote = Vote(scrutin)
    numeros = candidats_du_tour(dossier, assemblee, vote)
    candidatures = {c.candidat: c for c in assemblee.candidats(resolution.resolution)}
    mise = Resolution(
        resolution.resolution, assemblee.numero, resolution.numero, resolution.titre, assemblee.texte_de(resolution),
        resolution.regle, resolution.objet, sieges_du_tour(assemblee, vote) if resolution.sieges else 0, None, "", None, False,
    )  # fmt: skip
    noms = tuple((n, dossier.nom(n, assemblee.jour)) for n in numeros)
    return Point(mise, tour, version_point(mise, tour, noms), tuple(candidatures[n] for n in numeros))


def membres_du_college(dossier: Dossier, assemblee: Assemblee, college: str) -> tuple[tuple[Fiche, LigneListe], ...]:
    """The college's members on the frozen list, less those who lost the quality since, by number."""
    lignes, colleges = inscrits(dossier, assemblee), assemblee.colleges
    personnes = dossier.registre.au(assemblee.jour).par_numero
    siens = sorted(n for n in lignes if college in colleges[n])
    return tuple((personnes[n].fiche, replace(lignes[n], college=college)) for n in siens)


def pouvoirs_du_college(
    assemblee: Assemblee, college: str, membres: frozenset[int]
) -> tuple[tuple[Pouvoir, ...], tuple[Pouvoir, ...]]:
    """The proxies in force given by these members for this college: those that can be held among them, and the others."""
    assistance = assemblee.assistance
    donnes = [
        p for p in assistance.pouvoirs.values() if p.mandant in membres and assistance.vaut_en(p.pouvoir, college)
    ]
    tenus = tuple(p for p in donnes if p.mandataire is None or p.mandataire in membres)
    return tenus, tuple(p for p in donnes if p not in tenus)


# --- what stands against it


@regle("statuts", "22", "24-4", "26")
def controler_export(dossier: Dossier, assemblee: Assemblee, college: str) -> tuple[Issue, ...]:
    """What stands against handing a college's part of an assembly over to its president."""
    if not assemblee.convocation.par_college:
        phrase = "Cette assemblée vote par tête\u00a0: un collège compté à part n’y aurait pas de place."
        return (refus("EXPORT_PAR_TETE", phrase, "statuts 22", chemin="ag"),)
    statuts = dossier.statuts_au(assemblee.jour)
    if college not in statuts.par_code:
        connus = ", ".join(statuts.par_code)
        phrase = f"Les statuts n’ont pas ce collège\u00a0; collèges\u00a0: {connus}."
        return (refus("COLLEGE_INCONNU", phrase, "statuts 22", chemin="college"),)
    return (*_avant_export(assemblee), *_contenu_export(dossier, assemblee, college))


def _avant_export(assemblee: Assemblee) -> Iterator[Issue]:
    if assemblee.liste_arretee is None:
        yield refus("LISTE", "Arrêter d’abord la liste des associés.", "statuts 21-1", chemin="liste")
    if assemblee.close:
        yield refus("SEANCE_CLOSE", "La séance est close\u00a0: plus aucun vote.", "C. com. R223-24")
    if assemblee.vote_ouvert is not None:
        yield refus("SCRUTIN_OUVERT", "Un scrutin est ouvert\u00a0: le dépouiller d’abord.", "statuts 21-7")


def _contenu_export(dossier: Dossier, assemblee: Assemblee, college: str) -> Iterator[Issue]:
    membres = membres_du_college(dossier, assemblee, college)
    if assemblee.liste_arretee is not None and not membres:
        yield refus(
            "EXPORT_SANS_MEMBRE", f"Le collège {college} n’a aucun membre sur la liste.", "statuts 22", chemin="college"
        )
    if not points_du_college(dossier, assemblee, college):
        phrase = "Plus aucune résolution n’attend le vote de ce collège."
        yield refus("EXPORT_VIDE", phrase, "statuts 21-6", chemin="college")
    numeros = frozenset(fiche.associe for fiche, _ in membres)
    yield from _avertir_export(dossier, assemblee, college, numeros)


def _avertir_export(dossier: Dossier, assemblee: Assemblee, college: str, membres: frozenset[int]) -> Iterator[Issue]:
    """What the gérant should know before handing the package over."""
    precedents = [e for e in assemblee.tous(ExportCollege) if e.college == college]
    if precedents:
        phrase = (
            f"Un paquet n°\u00a0{precedents[-1].numero} a déjà été remis à ce collège\u00a0: pour les résolutions du nouveau, "
            "seul le retour du nouveau sera accepté."
        )
        yield avertissement("EXPORT_DEJA", phrase, "statuts 24-4", chemin="college")
    if any(r.college == ENSEMBLE for r in assemblee.resolutions):
        phrase = "Ce que toute l’assemblée vote par tête ne part pas\u00a0: cela se vote dans la salle."
        yield avertissement("EXPORT_ENSEMBLE", phrase, "statuts 21-7", chemin="resolutions")
    la = sum(1 for n in assemblee.assistance.presents if n in membres)
    if la:
        phrase = f"De ce collège, {accord(la, 'membre')} en salle\u00a0: seul le retour comptera les voix du collège."
        yield avertissement("EXPORT_SALLE", phrase, "statuts 26", chemin="college")
    for pouvoir in pouvoirs_du_college(assemblee, college, membres)[1]:
        phrase = f"Le pouvoir de {dossier.nom(pouvoir.mandant)} est donné hors du collège\u00a0: il ne part pas, et ne compterait pas."
        yield avertissement("EXPORT_POUVOIR", phrase, "statuts 26", chemin="pouvoirs")
    for associe in sorted(membres & assemblee.assistance.formulaires.keys()):
        phrase = f"{dossier.nom(associe)} a voté par correspondance\u00a0: sa voix ne part pas, le président du collège doit le savoir."
        yield avertissement("EXPORT_COURRIER", phrase, "statuts 26", chemin="formulaires")
    for resolution in assemblee.resolutions:
        if resolution.objet == Objet.EXCLUSION and not assemblee.envois("convocation_speciale"):
            phrase = "Une exclusion se vote après une convocation spéciale, qui n’est pas enregistrée."
            yield avertissement("CONVOCATION_SPECIALE", phrase, "statuts 15", chemin="resolutions")


# --- the college's own file


@regle("statuts", "24-4", "25-3", "26")
def faits_du_paquet(paquet: Paquet, empreinte: str, texte: str) -> tuple[Fait, ...]:
    """The facts of a file that holds this college's part of the assembly alone; the statutes are entered apart."""
    numero, jour = paquet.convocation.assemblee, paquet.liste.jour
    convocation = Convocation(
        numero, "college", paquet.reunion, paquet.lieu, False,
        "assemblée de collège, une voix par membre\u00a0; ses voix sont portées à l’assemblée générale", paquet.college, 1, None, None,
        "le président du collège",
    )  # fmt: skip
    fiches = tuple(fiche for fiche, _ in paquet.membres)
    entrees = tuple(
        Mouvement(
            ligne.associe, jour, "reprise", ligne.parts, ligne.categorie, None, None, "liste de l’assemblée générale"
        )
        for _, ligne in paquet.membres
    )
    president: tuple[Fait, ...] = ()
    if paquet.president is not None:
        president = (PresidentCollege(paquet.college, paquet.president, paquet.suppleant, jour),)
    reprise: tuple[Fait, ...] = ()
    if paquet.numero_pv > 1:
        reprise = (RepriseRegistre(paquet.college, paquet.numero_pv, 1, jour),)
    return (
        *fiches,
        *paquet.candidats,
        *entrees,
        *president,
        *reprise,
        convocation,
        _mission(paquet, empreinte, texte),
        paquet.liste,
        *(ligne for _, ligne in paquet.membres),
        *(point.resolution for point in paquet.points),
        *(candidature for point in paquet.points for candidature in point.candidats),
        *paquet.pouvoirs,
    )


def _mission(paquet: Paquet, empreinte: str, texte: str) -> MissionCollege:
    statuts, liste = paquet.versions
    return MissionCollege(
        paquet.convocation.assemblee, paquet.college, paquet.export, paquet.identifiant, paquet.titre, empreinte, statuts, liste,
        tuple(p.resolution.resolution for p in paquet.points), tuple(p.tour for p in paquet.points),
        tuple(p.version for p in paquet.points), texte,
    )  # fmt: skip
