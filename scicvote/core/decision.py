"""The one tally of the program: every decision of an assembly, from its counts (formats/calcul)."""

from __future__ import annotations

from collections.abc import Iterable

from scicvote.core.election import elire
from scicvote.core.majorite import decider
from scicvote.core.resultat import AnyResultat
from scicvote.core.scrutin import Question, Seance
from scicvote.core.statuts import Statuts


def calculer(statuts: Statuts, seance: Seance, question: Question) -> AnyResultat:
    """Decide one question: an election where it has seats, else a resolution.

    The values are taken as consistent (``calcul_controles`` checks them); nothing is rounded.
    """
    if question.sieges is not None:
        return elire(statuts, seance, question)
    return decider(statuts, seance, question)


def calculer_tout(statuts: Statuts, seance: Seance, questions: Iterable[Question]) -> list[AnyResultat]:
    """Decide every question, in their order."""
    return [calculer(statuts, seance, question) for question in questions]
