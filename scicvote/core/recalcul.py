"""From a recorded vote back to its decision: the same tally as everywhere, from the counts that were recorded."""

from __future__ import annotations

import json
from collections.abc import Iterable

from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.decision import calculer
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Candidature, Compte
from scicvote.core.resultat import AnyResultat
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance, Suffrages
from scicvote.core.statuts import Statuts


def seance_de(assemblee: Assemblee, vote: Vote) -> Seance:
    """The bodies as they stood when the vote was opened."""
    corps = {c.college: Effectif(c.inscrits, c.presents) for c in vote.corps}
    return Seance(assemblee.convocation.consultation, ENSEMBLE not in corps, corps)


def question_de(dossier: Dossier, assemblee: Assemblee, vote: Vote) -> Question:
    """What was asked and how it was answered, as the tally takes it. Seats are those still to fill at this round."""
    resolution = assemblee.resolution_par_numero[vote.scrutin.resolution]
    election = est_election(assemblee, vote)
    return Question(
        numero=resolution.numero,
        regle=vote.scrutin.regle,
        suffrages={compte.college: _suffrages(dossier, assemblee, vote, compte) for compte in vote.comptes},
        retires={c.college: c.retires for c in vote.corps if c.retires},
        sieges=sieges_du_tour(assemblee, vote) if election else None,
        tour=vote.scrutin.tour,
    )


def est_election(assemblee: Assemblee, vote: Vote) -> bool:
    """Whether seats are put to the vote (and not, say, the request of a secret vote on them)."""
    return vote.scrutin.objet == "resolution" and assemblee.resolution_par_numero[vote.scrutin.resolution].sieges > 0


def sieges_du_tour(assemblee: Assemblee, vote: Vote) -> int:
    """The seats of an election, less those filled at an earlier round."""
    resolution = assemblee.resolution_par_numero[vote.scrutin.resolution]
    return resolution.sieges - len(elus_avant(assemblee, vote))


def elus_avant(assemblee: Assemblee, vote: Vote) -> tuple[str, ...]:
    """Who was elected at the earlier rounds of the same election, by the proclaimed results."""
    return elus_de(v for v in assemblee.votes_de(vote.scrutin.resolution) if v.scrutin.tour < vote.scrutin.tour)


def elus_de(votes: Iterable[Vote]) -> tuple[str, ...]:
    """Who was elected by these votes, under the names by which candidates are counted."""
    proclames = (vote.proclamation for vote in votes if vote.proclamation)
    return tuple(nom for proclamation in proclames for nom in json.loads(proclamation.resultat).get("elus", ()))


def candidats_du_tour(dossier: Dossier, assemblee: Assemblee, vote: Vote) -> tuple[int, ...]:
    """Who can be voted for at this round: the candidates, less those elected at an earlier one."""
    elus = elus_avant(assemblee, vote)
    candidats = (c.candidat for c in assemblee.candidats(vote.scrutin.resolution))
    return tuple(c for c in candidats if cle_candidat(dossier, assemblee, c) not in elus)


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
    return f"{nom} (n°\u00a0{associe})" if homonyme else nom


def statuts_de(dossier: Dossier, assemblee: Assemblee) -> Statuts:
    """The statutes in force on the day of the assembly: old minutes recompute as they were."""
    return dossier.statuts_au(assemblee.jour)


def resultat_de(dossier: Dossier, assemblee: Assemblee, vote: Vote) -> AnyResultat:
    """The decision of a counted vote, computed from its counts."""
    statuts = statuts_de(dossier, assemblee)
    return calculer(statuts, seance_de(assemblee, vote), question_de(dossier, assemblee, vote))
