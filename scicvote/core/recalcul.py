"""From a recorded vote back to its decision: the same tally as everywhere, from the counts that were recorded."""

from __future__ import annotations

import json
from datetime import date

from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.decision import calculer
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Compte
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
    election = resolution.sieges > 0 and vote.scrutin.objet == "resolution"
    return Question(
        numero=resolution.numero,
        regle=vote.scrutin.regle,
        suffrages={compte.college: _suffrages(dossier, vote, compte, election) for compte in vote.comptes},
        retires={c.college: c.retires for c in vote.corps if c.retires},
        sieges=sieges_du_tour(assemblee, vote) if election else None,
        tour=vote.scrutin.tour,
    )


def sieges_du_tour(assemblee: Assemblee, vote: Vote) -> int:
    """The seats of an election, less those filled at an earlier round."""
    resolution = assemblee.resolution_par_numero[vote.scrutin.resolution]
    return resolution.sieges - len(elus_avant(assemblee, vote))


def elus_avant(assemblee: Assemblee, vote: Vote) -> tuple[str, ...]:
    """Who was elected at the earlier rounds of the same election, by the proclaimed results."""
    elus: list[str] = []
    for autre in assemblee.votes_de(vote.scrutin.resolution):
        if autre.scrutin.tour < vote.scrutin.tour and autre.proclamation:
            elus += json.loads(autre.proclamation.resultat)["elus"]
    return tuple(elus)


def _suffrages(dossier: Dossier, vote: Vote, compte: Compte, election: bool) -> Suffrages:
    if not election:
        return Suffrages(compte.pour, compte.contre, compte.abstention, compte.blanc, compte.nul)
    voix = {cle_candidat(dossier, v.candidat): v.voix for v in vote.voix if v.college == compte.college}
    return Suffrages(blanc=compte.blanc, nul=compte.nul, bulletins=compte.votants, candidats=voix)


def cle_candidat(dossier: Dossier, associe: int) -> str:
    """The name under which a candidate is counted: two of one name are told apart by their number."""
    nom = dossier.nom(associe)
    homonymes = sum(1 for p in dossier.registre.au(date.max).personnes if p.nom_complet == nom)
    return f"{nom} (n°\u00a0{associe})" if homonymes > 1 else nom


def statuts_de(dossier: Dossier, assemblee: Assemblee) -> Statuts:
    """The statutes in force on the day of the assembly: old minutes recompute as they were."""
    return dossier.statuts_au(assemblee.jour)


def resultat_de(dossier: Dossier, assemblee: Assemblee, vote: Vote) -> AnyResultat:
    """The decision of a counted vote, computed from its counts."""
    statuts = statuts_de(dossier, assemblee)
    return calculer(statuts, seance_de(assemblee, vote), question_de(dossier, assemblee, vote))
