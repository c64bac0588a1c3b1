"""What a user or a file does wrong, as a value: never an exception, all at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault or warning.

    ``code`` is stable and in capitals (listed in docs/codes.md); ``phrase`` is a French sentence that says what
    happened and what to do; ``chemin`` says where (``resolutions[0].suffrages.SB.pour``, ``.`` for the whole);
    ``articles`` are the texts it rests on; a ``bloquante`` issue prevents the act, another is traced with it.
    """

    code: str
    phrase: str
    chemin: str = "."
    articles: tuple[str, ...] = ()
    bloquante: bool = True

    def ligne(self) -> str:
        """``CODE chemin: phrase`` on one line that any terminal can print, as the command line gives it."""
        phrase = "".join(c if c.isprintable() else "\ufffd" for c in " ".join(self.phrase.split()))
        return f"{self.code} {self.chemin}: {phrase}"


def avertissement(code: str, phrase: str, *articles: str, chemin: str = ".") -> Issue:
    """An issue that is shown and traced, but blocks nothing."""
    return Issue(code, phrase, chemin, articles, bloquante=False)


def refus(code: str, phrase: str, *articles: str, chemin: str = ".") -> Issue:
    """An issue that prevents the act."""
    return Issue(code, phrase, chemin, articles, bloquante=True)


def bloquantes(issues: Iterable[Issue]) -> list[Issue]:
    """Those among ``issues`` that prevent the act."""
    return [issue for issue in issues if issue.bloquante]
