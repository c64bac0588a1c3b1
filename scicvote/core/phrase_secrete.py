"""The phrase under which a secret is sealed: long enough, and typed twice alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from scicvote.core.issue import Issue, refus

LONGUEUR: Final = 16  # characters
DIFFERENTS: Final = 8  # of them


def controler_phrase(phrase: str, seconde: str, normaliser: Callable[[str], str]) -> tuple[Issue, ...]:
    """What is wrong with a phrase and its second writing, both as ``normaliser`` compares them."""
    nue = normaliser(phrase)
    issues = []
    if len(nue) < LONGUEUR or len(set(nue) - {" "}) < DIFFERENTS:
        dite = (
            f"La phrase est trop facile à deviner\u00a0: au moins {LONGUEUR} caractères, dont {DIFFERENTS} différents\u00a0; quatre "
            "mots sans rapport entre eux conviennent."
        )
        issues.append(refus("PHRASE_FAIBLE", dite, chemin="phrase"))
    if nue != normaliser(seconde):
        issues.append(refus("PHRASE_DIFFERENTE", "Les deux saisies de la phrase diffèrent.", chemin="seconde"))
    return tuple(issues)
