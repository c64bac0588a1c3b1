"""The opening of a vote says what the checklist beside it shows: nothing is shown as missing and then passed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Resolution
from scicvote.core.francais import guillemets
from scicvote.core.issue import Issue, avertissement
from scicvote.core.procedures import EtatCondition, checklist
from scicvote.core.vote import DEMANDE_SECRET, controler_objet, controler_ouverture

CONDITION: Final = "CONDITION"
_DITES: Final = {  # what the checks of the opening say of a condition in their own words
    "avis": "AVIS_MANQUANT",
    "presentation": "CANDIDAT_NON_PRESENTE",
    "majorite": "MAJORITE_IMPOSSIBLE",
}


def controler_vote(
    dossier: Dossier, assemblee: Assemblee, resolution: Resolution, mode: str, objet: str
) -> tuple[Issue, ...]:
    """All that stands against opening a vote now: the checks of ``vote``, then the conditions that they do not say.

    The request of a secret vote is about no condition of the resolution: it is only checked.
    """
    issues = controler_ouverture(dossier, assemblee, resolution, mode, objet)
    if objet == DEMANDE_SECRET:
        return issues
    return (*issues, *controler_conditions(dossier, assemblee, resolution))


def controler_conditions(dossier: Dossier, assemblee: Assemblee, resolution: Resolution) -> Iterator[Issue]:
    """A warning for each condition that is missing and that no check of the opening says already.

    A condition that refuses the vote is always one of those checks.
    """
    dites = {issue.code for issue in controler_objet(dossier, assemblee, resolution)}
    for condition in checklist(dossier, assemblee, resolution):
        if condition.etat != EtatCondition.MANQUANTE or condition.bloquante or _DITES.get(condition.cle) in dites:
            continue
        detail = f" {condition.detail}" if condition.detail else ""
        phrase = f"Condition non remplie\u00a0: {guillemets(condition.phrase)}.{detail}"
        yield avertissement("CONDITION", phrase, *condition.articles)
