"""A college's file: what it votes there is carried to the general assembly, which decides (statuts 22, 24-4)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Resolution
from scicvote.core.faits_college import MissionCollege
from scicvote.core.resolution import Objet
from scicvote.core.resultat import AnyResultat, Decision, Resultat

# What a college decides by itself, whoever counts it.
_SIENS: Final = frozenset({Objet.AVIS, Objet.DESIGNATION, Objet.DECISION_COLLEGE})


def mission_de(assemblee: Assemblee) -> MissionCollege | None:
    """The general assembly's part that this assembly of a college votes on; None for every other assembly."""
    return assemblee.dernier(MissionCollege)


def college_du_fichier(dossier: Dossier) -> MissionCollege | None:
    """What a college's file was made from; None for a cooperative's."""
    missions = (mission_de(ag) for ag in dossier.assemblees.values())
    return next((mission for mission in missions if mission is not None), None)


def decide_ici(assemblee: Assemblee, resolution: Resolution) -> bool:
    """Whether what this assembly votes on a resolution decides it: anywhere but on what a college carries elsewhere."""
    return mission_de(assemblee) is None or resolution.objet in _SIENS


@regle("statuts", "22", "24-4")
def est_portee(assemblee: Assemblee, vote: Vote) -> bool:
    """Whether a vote's counts are carried elsewhere: a college decides alone of its opinions and candidates only."""
    resolution = assemblee.resolution_par_numero[vote.scrutin.resolution]
    return vote.scrutin.objet == "resolution" and not decide_ici(assemblee, resolution)


def porter(resultat: AnyResultat) -> AnyResultat:
    """The figures of a vote without a decision."""
    if isinstance(resultat, Resultat):
        return replace(resultat, decision=Decision.PORTEE, lectures={}, ratios_lectures={})
    return replace(resultat, decision=Decision.PORTEE, elus=(), ballottage=False)
