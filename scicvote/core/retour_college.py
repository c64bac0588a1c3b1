"""What a college's own assembly answers to the general one: attendance and counts, and what stands against taking it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import (
    Cloture,
    CorpsScrutin,
    FinPouvoir,
    Ouverture,
    Pouvoir,
    Presence,
    Scrutin,
)
from scicvote.core.faits_college import ExportCollege, RetourPrepare
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.mission import mission_de
from scicvote.core.paquet_college import (
    membres_du_college,
    point_actuel,
    statuts_en_vigueur,
    version_liste,
    version_statuts,
)
from scicvote.core.recalcul import est_election
from scicvote.core.retours import points_de
from scicvote.core.vote import MODES, SECRETS, ComptageCorps, controler_comptage

Evenement = Presence | Pouvoir | FinPouvoir


@dataclass(frozen=True, slots=True)
class LigneRetour:
    """A college's body and counts on one point; ``mode`` is "" where it did not vote on it."""

    resolution: int
    tour: int
    version: str
    mode: str
    inscrits: int
    presents: int
    representes: int
    retires: int
    votants: int
    pour: int = 0
    contre: int = 0
    abstention: int = 0
    blanc: int = 0
    nul: int = 0
    voix: Mapping[int, int] = field(default_factory=dict)

    def comptage(self, election: bool) -> ComptageCorps:
        """The counts as a vote takes them."""
        votants = self.votants if election else 0
        return ComptageCorps(self.pour, self.contre, self.abstention, self.blanc, self.nul, votants, dict(self.voix))


@dataclass(frozen=True, slots=True)
class Retour:
    """A college's answer to an export. ``paquet``, ``statuts``, ``liste`` are the digests of what it was asked with."""

    identifiant: str
    college: str
    export: int
    paquet: str
    statuts: str
    liste: str
    numero: int
    heure: datetime
    ouverture: datetime | None
    cloture: datetime | None
    president: int | None
    secretaire: str
    evenements: tuple[Evenement, ...]
    lignes: tuple[LigneRetour, ...]


# --- on the college's computer


@regle("statuts", "24-4", "25-3")
def controler_preparation(assemblee: Assemblee) -> tuple[Issue, ...]:
    """What stands against signing a college's return."""
    if mission_de(assemblee) is None:
        return (refus("MISSION", "Ce fichier n’est pas celui d’un collège\u00a0: il n’a pas de retour à rendre."),)
    issues = []
    if not assemblee.ouverte:
        issues.append(refus("SEANCE_NON_OUVERTE", "Ouvrir d’abord la séance du collège.", "statuts 24-4"))
    issues += [
        refus(
            "NON_PROCLAMEE",
            f"Un scrutin du collège n’est pas proclamé\u00a0: {_titre(assemblee, vote)}.",
            "statuts 24-4",
        )
        for vote in assemblee.votes
        if vote.proclamation is None
    ]
    for resolution in assemblee.resolutions:
        if not assemblee.votes_de(resolution.resolution):
            phrase = f"Résolution {resolution.numero} non votée\u00a0: le collège y sera silencieux."
            issues.append(
                avertissement("RETOUR_NON_VOTEE", phrase, "statuts 22", chemin=f"resolutions[{resolution.numero}]")
            )
    if not assemblee.close:
        phrase = "La séance du collège n’est pas close\u00a0: la clore avant de rendre ses votes, s’il n’y a plus rien à voter."
        issues.append(avertissement("SEANCE_NON_CLOSE", phrase, "statuts 24-4"))
    return tuple(issues)


def _titre(assemblee: Assemblee, vote: Vote) -> str:
    return assemblee.resolution_par_numero[vote.scrutin.resolution].titre


def composer_retour(assemblee: Assemblee, heure: datetime) -> Retour:
    """The answer of a college's own file, under the next number. Raises LookupError where it is no such file."""
    mission = mission_de(assemblee)
    if mission is None:
        raise LookupError("not a college's file")
    points = zip(mission.resolutions, mission.tours, mission.versions, strict=True)
    cloture, bureau = assemblee.dernier(Cloture), assemblee.bureau
    ouverture = assemblee.dernier(Ouverture)
    return Retour(
        mission.identifiant, mission.college, mission.export, mission.empreinte, mission.statuts, mission.liste,
        len(assemblee.tous(RetourPrepare)) + 1, heure, ouverture.heure if ouverture else None,
        cloture.heure if cloture else None, bureau.president if bureau else None, bureau.secretaire if bureau else "",
        tuple(f for f in assemblee.seance if isinstance(f, Presence | Pouvoir | FinPouvoir)),
        tuple(_ligne(assemblee, *point) for point in points),
    )  # fmt: skip


def _ligne(assemblee: Assemblee, resolution: int, tour: int, version: str) -> LigneRetour:
    votes = assemblee.votes_de(resolution)
    if not votes:
        assistance, inscrits = assemblee.assistance, assemblee.liste
        presents = sum(1 for n in assistance.presents if n in inscrits)
        representes = sum(1 for n in assistance.representes if n in inscrits)
        return LigneRetour(resolution, tour, version, "", len(inscrits), presents + representes, representes, 0, 0)
    vote = votes[-1]
    (corps,), (compte,) = vote.corps, vote.comptes
    voix = {v.candidat: v.voix for v in vote.voix}
    return LigneRetour(
        resolution, tour, version, vote.scrutin.mode, corps.inscrits, corps.presents, corps.representes, corps.retires,
        compte.votants, compte.pour, compte.contre, compte.abstention, compte.blanc, compte.nul, voix,
    )  # fmt: skip


# --- on the cooperative's computer


@dataclass(frozen=True, slots=True)
class Saisie:
    """One entry of a college's signed paper: who came, who is represented by whom, the counts of each resolution.

    A resolution without counts was not put to the vote.
    """

    presents: frozenset[int]
    representes: Mapping[int, int]  # giver: holder
    comptages: Mapping[int, ComptageCorps]  # by resolution


def retour_saisi(
    dossier: Dossier, assemblee: Assemblee, export: ExportCollege, saisie: Saisie, heure: datetime
) -> Retour:
    """The return that a paper says; its votes are as secret as the statutes want them."""
    fiches = {fiche.associe: fiche for fiche, _ in membres_du_college(dossier, assemblee, export.college)}
    arrivees = tuple(
        Presence(0, n, export.reunion, "arrivee", fiches[n].representant if n in fiches else "", "")
        for n in sorted(saisie.presents)
    )
    pouvoirs = tuple(
        Pouvoir(rang, 0, mandant, mandataire, "", False, export.reunion, "")
        for rang, (mandant, mandataire) in enumerate(sorted(saisie.representes.items()), 1)
    )
    la, absents = len(saisie.presents) + len(saisie.representes), len(saisie.representes)
    secrets = dossier.statuts_au(assemblee.jour).secret
    lignes = []
    for (resolution, tour), version in zip(points_de(export), export.versions, strict=True):
        compte = saisie.comptages.get(resolution)
        connue = assemblee.resolution_par_numero.get(resolution)
        secret = connue is not None and connue.regle in secrets
        mode = "" if compte is None else "secret_papier" if secret else "main_levee"
        c = compte or ComptageCorps()
        votants = c.votants or c.pour + c.contre + c.abstention + c.blanc + c.nul
        lignes.append(
            LigneRetour(
                resolution,
                tour,
                version,
                mode,
                len(fiches),
                la,
                absents,
                0,
                votants,
                c.pour,
                c.contre,
                c.abstention,
                c.blanc,
                c.nul,
                dict(c.voix),
            )
        )
    return Retour(
        export.identifiant, export.college, export.numero, export.empreinte, export.statuts, export.liste, 0, heure, None, None,
        None, "", (*arrivees, *pouvoirs), tuple(lignes),
    )  # fmt: skip


@regle("statuts", "21-4", "22", "24-4", "26")
def controler_retour(
    dossier: Dossier, assemblee: Assemblee, export: ExportCollege, retour: Retour
) -> tuple[Issue, ...]:
    """What stands against taking a college's return: what it was asked has changed, or its figures cannot be."""
    if retour.paquet != export.empreinte:
        phrase = "Ce retour répond à un autre paquet que celui qui a été remis\u00a0: le demander à nouveau au président du collège."
        return (refus("RETOUR_PAQUET", phrase, "statuts 24-4", chemin="paquet"),)
    return (
        *_versions(dossier, assemblee, export, retour),
        *_points(assemblee, export, retour),
        *_personnes(dossier, assemblee, export, retour),
        *_comptes(dossier, assemblee, export, retour),
    )


def _versions(dossier: Dossier, assemblee: Assemblee, export: ExportCollege, retour: Retour) -> Iterator[Issue]:
    """The statutes, the list and the texts are still those that the college was asked with."""
    encore = "remettre un nouveau paquet à son président, qui fera voter à nouveau"
    if not version_statuts(statuts_en_vigueur(dossier, assemblee.jour).texte) == export.statuts == retour.statuts:
        phrase = f"Les statuts ne sont plus ceux sous lesquels le collège a voté\u00a0: {encore}."
        yield refus("RETOUR_STATUTS", phrase, "statuts 22", chemin="statuts")
    if not version_liste(membres_du_college(dossier, assemblee, export.college)) == export.liste == retour.liste:
        phrase = f"La liste du collège a changé depuis que le paquet a été remis\u00a0: {encore}."
        yield refus("RETOUR_LISTE", phrase, "statuts 21-1", chemin="liste")
    dites = {(ligne.resolution, ligne.tour): ligne.version for ligne in retour.lignes}
    for point, version in zip(points_de(export), export.versions, strict=True):
        actuel = point_actuel(dossier, assemblee, *point)
        if actuel is None or not actuel.version == version == dites.get(point, version):
            numero = actuel.resolution.numero if actuel is not None else point[0]
            phrase = f"La résolution {numero} a changé depuis que le paquet a été remis\u00a0: {encore}."
            yield refus("RETOUR_RESOLUTION", phrase, "statuts 21-6", chemin=f"resolutions[{numero}]")


def _points(assemblee: Assemblee, export: ExportCollege, retour: Retour) -> Iterator[Issue]:
    """Each point that was asked is answered once, and is not decided yet."""
    if sorted((ligne.resolution, ligne.tour) for ligne in retour.lignes) != sorted(points_de(export)):
        phrase = "Ce retour ne répond pas aux résolutions qui ont été remises au collège."
        yield refus("RETOUR_POINTS", phrase, "statuts 21-6", chemin="resolutions")
    for resolution, tour in points_de(export):
        votes = assemblee.votes_de(resolution)
        if any(vote.scrutin.tour == tour and vote.proclamation is not None for vote in votes):
            numero = assemblee.resolution_par_numero[resolution].numero
            phrase = (
                f"La résolution {numero} est déjà proclamée\u00a0: son résultat ne change plus. Un vote qui devait y être compté se "
                "corrige par une nouvelle assemblée."
            )
            yield refus("RETOUR_PROCLAMEE", phrase, "C. com. R223-24", chemin=f"resolutions[{numero}]")


def _personnes(dossier: Dossier, assemblee: Assemblee, export: ExportCollege, retour: Retour) -> Iterator[Issue]:
    """Those who came or are represented are of the college, and so are those who represent them."""
    membres = frozenset(fiche.associe for fiche, _ in membres_du_college(dossier, assemblee, export.college))
    nommes = [n for evenement in retour.evenements for n in _nommes(evenement)]
    if not set(nommes) <= membres:
        phrase = (
            "Ce retour nomme une personne qui n’est pas de ce collège\u00a0: le demander à nouveau à son président."
        )
        yield refus("RETOUR_MEMBRE", phrase, "statuts 26", chemin="evenements")
    venus = {n for e in retour.evenements if isinstance(e, Presence) for n in _nommes(e)}
    la = len(venus | {e.mandant for e in retour.evenements if isinstance(e, Pouvoir)})
    for ligne in retour.lignes:
        if ligne.presents > la or ligne.representes > ligne.presents or ligne.retires > ligne.presents:
            numero = _numero(assemblee, ligne.resolution)
            phrase = (
                f"Résolution {numero}\u00a0: {accord(ligne.presents, 'présent ou représenté', 'présents ou représentés')}, dont "
                f"{accord(ligne.representes, 'représenté')}, pour {accord(la, 'nom')} à la feuille de présence du collège."
            )
            yield refus("RETOUR_PRESENTS", phrase, "statuts 21-4", chemin=f"resolutions[{numero}]")
    deja = sorted(venus & set(assemblee.assistance.presents))
    for associe in deja:
        phrase = f"{dossier.nom(associe)} est déjà émargé à l’assemblée\u00a0: sa voix ne compte que dans le retour de son collège."
        yield avertissement("RETOUR_SALLE", phrase, "statuts 26", chemin="evenements")


def _nommes(evenement: Evenement) -> tuple[int, ...]:
    """The members whom an event of the attendance names."""
    if isinstance(evenement, Presence):
        return (evenement.associe,)
    if isinstance(evenement, Pouvoir):
        return (evenement.mandant, *(() if evenement.mandataire is None else (evenement.mandataire,)))
    return ()


def _numero(assemblee: Assemblee, resolution: int) -> int:
    connue = assemblee.resolution_par_numero.get(resolution)
    return connue.numero if connue is not None else resolution


def _comptes(dossier: Dossier, assemblee: Assemblee, export: ExportCollege, retour: Retour) -> Iterator[Issue]:
    """The figures of each point against its own attendance, and that attendance against the list."""
    membres = len(membres_du_college(dossier, assemblee, export.college))
    secrets = dossier.statuts_au(assemblee.jour).secret
    for ligne in retour.lignes:
        connue = assemblee.resolution_par_numero.get(ligne.resolution)
        if connue is None:
            continue
        chemin = f"resolutions[{connue.numero}]"
        if ligne.inscrits != membres or ligne.presents > membres:
            phrase = (
                f"Résolution {connue.numero}\u00a0: {accord(ligne.inscrits, 'inscrit')} et {accord(ligne.presents, 'présent ou représenté', 'présents ou représentés')} "
                f"d’après le retour, {accord(membres, 'membre')} d’après la liste."
            )
            yield refus("RETOUR_INSCRITS", phrase, "statuts 21-1", chemin=chemin)
        scrutin = Scrutin(
            0, assemblee.numero, ligne.resolution, connue.regle, "resolution", ligne.mode, ligne.tour, retour.heure
        )
        corps = CorpsScrutin(
            assemblee.numero, 0, export.college, ligne.inscrits, ligne.presents, ligne.representes, ligne.retires
        )
        vote = Vote(scrutin, (corps,))
        election = est_election(assemblee, vote)
        comptage = {export.college: ligne.comptage(election)}
        for issue in controler_comptage(dossier, assemblee, vote, comptage, None):
            yield Issue(
                issue.code, f"Résolution {connue.numero}\u00a0: {issue.phrase}", chemin, issue.articles, issue.bloquante
            )
        if not election and ligne.votants != ligne.pour + ligne.contre + ligne.abstention + ligne.blanc + ligne.nul:
            phrase = f"Résolution {connue.numero}\u00a0: les voix du retour ne font pas le nombre de ses votants."
            yield refus("VOTANTS", phrase, "statuts 22", chemin=chemin)
        if ligne.mode and (ligne.mode not in MODES or (connue.regle in secrets and ligne.mode not in SECRETS)):
            phrase = f"Résolution {connue.numero}\u00a0: elle ne peut pas avoir été votée ainsi\u202f; elle se vote en secret, ou ce mode n’existe pas."
            yield refus("MODE", phrase, "statuts 21-7", chemin=chemin)
        if not ligne.mode and ligne.votants:
            phrase = f"Résolution {connue.numero}\u00a0: le retour la dit non votée, et en donne les voix."
            yield refus("VOTANTS", phrase, "statuts 22", chemin=chemin)


@dataclass(frozen=True, slots=True)
class Reponse:
    """What is to be done with a return: take it, replace the one that came before, or nothing."""

    deja: bool = False
    remplace: bool = False
    issues: tuple[Issue, ...] = ()


@regle("statuts", "24-4")
def situer(dernier_numero: int, derniere_empreinte: str, numero: int, empreinte: str) -> Reponse:
    """A return against the one already taken (its number and digest): the same, an older one, or a newer one."""
    if empreinte == derniere_empreinte:
        return Reponse(deja=True)
    if numero < dernier_numero:
        phrase = f"Ce retour n°\u00a0{numero} est plus ancien que le n°\u00a0{dernier_numero}, déjà reçu\u00a0: le garder de côté."
        return Reponse(issues=(refus("RETOUR_ANCIEN", phrase, "statuts 24-4", chemin="numero"),))
    if numero == dernier_numero:
        phrase = f"Deux retours différents portent le n°\u00a0{numero}\u00a0: demander au président du collège d’en préparer un nouveau."
        return Reponse(issues=(refus("RETOUR_NUMERO", phrase, "statuts 24-4", chemin="numero"),))
    return Reponse(remplace=True)
