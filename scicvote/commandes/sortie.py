"""How commands speak: results on standard output, faults one per line on standard error, three exit codes."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Final

from scicvote.core.issue import Issue, bloquantes

FAIT: Final = 0
NON: Final = 1  # the answer is no: a check failed
REFUSE: Final = 2  # bad usage or bad input; nothing changed


def dire(texte: str = "") -> None:
    """A line for the reader."""
    sys.stdout.write(texte + "\n")


def ecrire(texte: str) -> None:
    """Text as it is."""
    sys.stdout.write(texte)


def signaler(issues: Iterable[Issue]) -> None:
    """Issues on standard error, one per line: ``CODE chemin: phrase``."""
    for issue in issues:
        sys.stderr.write(issue.ligne() + "\n")


def refuser(issues: Iterable[Issue]) -> int:
    """Say the faults and give the exit code of bad input."""
    signaler(issues)
    return REFUSE


def conclure(issues: Iterable[Issue]) -> int:
    """Say the issues of an act: refused when one of them blocks."""
    liste = tuple(issues)
    signaler(liste)
    return REFUSE if bloquantes(liste) else FAIT
