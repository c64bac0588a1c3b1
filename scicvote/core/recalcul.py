"""From a recorded vote back to its decision: the same tally as everywhere, from the counts that were recorded."""

from __future__ import annotations

import json
from collections.abc import Iterable

from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.decision import calculer
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Candidature, Compte, CorpsScrutin
from scicvote.core.mission import est_portee, porter
from scicvote.core.registre import nom_complet
from scicvote.core.resultat import AnyResultat, ResultatElection
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance, Suffrages
from scicvote.core.statuts import Statuts


def seance_de(assemblee: Assemblee, vote: Vote) -> Seance:
    """The bodies as they stood when the vote was opened."""
    corps = {c.college: Effectif(c.inscrits, c.presents) for c in vote.corps}
    tous = vote.personnes
    personnes = Effectif(tous.inscrits, tous.presents) if tous is not None else None
    return Seance(assemblee.convocation.consultation, ENSEMBLE not in corps, corps, personnes)


def question_de(dossier: Dossier, assemblee: Assemblee, vote: Vote) -> Question:
    """What was asked and how it was answered, as the tally takes it. Seats are those still to fill at this round."""
    resolution = assemblee.resolution_par_numero[vote.scrutin.resolution]
    election = est_election(assemblee, vote)
    return Question(
        numero=resolution.numero,
        regle=vote.scrutin.regle,
        suffrages={compte.college: _suffrages(dossier, assemblee, vote, compte) for compte in vote.comptes},
        retires={c.college: c.retires for c in (*vote.corps, *_personnes(vote)) if c.retires},
        sieges=sieges_du_tour(assemblee, vote) if election else None,
        tour=vote.scrutin.tour,
    )


def _personnes(vote: Vote) -> tuple[CorpsScrutin, ...]:
    return (vote.personnes,) if vote.personnes is not None else ()


def est_election(assemblee: Assemblee, vote: Vote) -> bool:
    """Whether seats are put to the vote (and not, say, the request of a secret vote on them)."""
    return vote.scrutin.objet == "resolution" and assemblee.resolution_par_numero[vote.scrutin.resolution].sieges > 0


def sieges_du_tour(assemblee: Assemblee, vote: Vote) -> int:
    """The seats of an election, less those filled at an earlier round."""
    resolution = assemblee.resolution_par_numero[vote.scrutin.resolution]
    pourvus = (v.proclamation for v in _tours_precedents(assemblee, vote) if v.proclamation)
    return resolution.sieges - sum(len(json.loads(p.resultat).get("elus", ())) for p in pourvus)


def _tours_precedents(assemblee: Assemblee, vote: Vote) -> tuple[Vote, ...]:
    return tuple(v for v in assemblee.votes_de(vote.scrutin.resolution) if v.scrutin.tour < vote.scrutin.tour)


def elus_de(dossier: Dossier, assemblee: Assemblee, votes: Iterable[Vote]) -> tuple[int, ...]:
    """The numbers of those whom these votes elected, counted again: a name corrected since changes nobody's election."""
    elus: list[int] = []
    for vote in votes:
        resultat = resultat_de(dossier, assemblee, vote) if vote.proclamation else None
        if isinstance(resultat, ResultatElection):
            candidats = (c.candidat for c in assemblee.candidats(vote.scrutin.resolution))
            par_nom = {cle_candidat(dossier, assemblee, numero): numero for numero in candidats}
            elus += [par_nom[nom] for nom in resultat.elus]
    return tuple(elus)


def candidats_du_tour(dossier: Dossier, assemblee: Assemblee, vote: Vote) -> tuple[int, ...]:
    """Who can be voted for at this round: the candidates, less those elected at an earlier one."""
    elus = elus_de(dossier, assemblee, _tours_precedents(assemblee, vote))
    candidats = (c.candidat for c in assemblee.candidats(vote.scrutin.resolution))
    return tuple(c for c in candidats if c not in elus)


def _suffrages(dossier: Dossier, assemblee: Assemblee, vote: Vote, compte: Compte) -> Suffrages:
    if not est_election(assemblee, vote):
        return Suffrages(compte.pour, compte.contre, compte.abstention, compte.blanc, compte.nul)
    noms = {v.candidat: cle_candidat(dossier, assemblee, v.candidat) for v in vote.voix}
    voix = {noms[v.candidat]: v.voix for v in vote.voix if v.college == compte.college}
    return Suffrages(blanc=compte.blanc, nul=compte.nul, bulletins=compte.votants, candidats=voix)


def cle_candidat(dossier: Dossier, assemblee: Assemblee, associe: int) -> str:
    """The name under which a candidate is counted: two candidates of one name are told apart by their numbers.

    Names are those of the day of the assembly: whoever enters the register later changes no recorded result.
    """
    nom = dossier.nom(associe, assemblee.jour)
    candidats = {c.candidat for c in assemblee.tous(Candidature)} - {associe}
    homonyme = any(dossier.nom(autre, assemblee.jour) == nom for autre in candidats)
    return _cle_homonyme(nom, associe) if homonyme else nom


def _cle_homonyme(nom: str, associe: int) -> str:
    return f"{nom} (n°\u00a0{associe})"


def cles_anciennes(dossier: Dossier, assemblee: Assemblee, resolution: int) -> dict[str, str]:
    """Each name that a candidate ever had in the register, and that no other candidate had, with their key of today."""
    candidats = tuple(dict.fromkeys(c.candidat for c in assemblee.candidats(resolution)))
    porteurs: dict[str, set[int]] = {}
    for fiche in dossier.registre.fiches:
        if fiche.associe in candidats:
            nom = nom_complet(fiche)
            porteurs.setdefault(nom, set()).add(fiche.associe)
            porteurs.setdefault(_cle_homonyme(nom, fiche.associe), set()).add(fiche.associe)
    return {nom: cle_candidat(dossier, assemblee, min(qui)) for nom, qui in porteurs.items() if len(qui) == 1}


def statuts_de(dossier: Dossier, assemblee: Assemblee) -> Statuts:
    """The statutes in force on the day of the assembly: old minutes recompute as they were."""
    return dossier.statuts_au(assemblee.jour)


def resultat_de(dossier: Dossier, assemblee: Assemblee, vote: Vote) -> AnyResultat:
    """The decision of a counted vote, computed from its counts; a college's file only carries most of its votes."""
    statuts = statuts_de(dossier, assemblee)
    resultat = calculer(statuts, seance_de(assemblee, vote), question_de(dossier, assemblee, vote))
    return porter(resultat) if est_portee(assemblee, vote) else resultat
