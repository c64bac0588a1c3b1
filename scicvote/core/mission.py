"""A college's file: what it votes there is carried to the general assembly, which decides (statuts 22, 24-4)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.faits_college import MissionCollege
from scicvote.core.resolution import Objet
from scicvote.core.resultat import AnyResultat, Decision, Resultat

# What a college decides by itself, whoever counts it.
_SIENS: Final = frozenset({Objet.AVIS, Objet.DESIGNATION, Objet.DECISION_COLLEGE})


def mission_de(assemblee: Assemblee) -> MissionCollege | None:
    """The general assembly's part that this assembly of a college votes on; None for every other assembly."""
    return assemblee.dernier(MissionCollege)


@regle("statuts", "22", "24-4")
def est_portee(assemblee: Assemblee, vote: Vote) -> bool:
    """Whether a vote's counts are carried elsewhere: a college decides alone of its opinions and candidates only."""
    if mission_de(assemblee) is None or vote.scrutin.objet != "resolution":
        return False
    return assemblee.resolution_par_numero[vote.scrutin.resolution].objet not in _SIENS


def porter(resultat: AnyResultat) -> AnyResultat:
    """The figures of a vote without a decision."""
    if isinstance(resultat, Resultat):
        return replace(resultat, decision=Decision.PORTEE, lectures={}, ratios_lectures={})
    return replace(resultat, decision=Decision.PORTEE, elus=(), ballottage=False)
