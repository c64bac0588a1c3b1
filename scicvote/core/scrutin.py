"""What is put to the vote and how it was counted: the values that the tally starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

ENSEMBLE: Final = "*"


@dataclass(frozen=True, slots=True)
class Effectif:
    """A body at the moment of a vote: votes on the list, and votes present or represented."""

    inscrits: int = 0
    presents: int = 0


@dataclass(frozen=True, slots=True)
class Suffrages:
    """The counts of one body. For an election ``bulletins`` is given, else the voters follow from the others."""

    pour: int = 0
    contre: int = 0
    abstention: int = 0
    blanc: int = 0
    nul: int = 0
    bulletins: int = 0  # elections only: ballots, the blank and void ones included
    candidats: Mapping[str, int] = field(default_factory=dict)

    @property
    def votants(self) -> int:
        """Those who voted, in whatever way."""
        return self.bulletins or self.pour + self.contre + self.abstention + self.blanc + self.nul


@dataclass(frozen=True, slots=True)
class Question:
    """One resolution as it was voted. ``sieges`` is None but for an election; ``retires`` leave the base."""

    numero: int
    regle: str
    suffrages: Mapping[str, Suffrages]
    retires: Mapping[str, int] = field(default_factory=dict)
    sieges: int | None = None
    tour: int = 1


@dataclass(frozen=True, slots=True)
class Seance:
    """The assembly as the tally sees it: which consultation, by college or by heads, and the bodies.

    ``personnes`` counts everybody once, where somebody votes in several colleges; None where the colleges add up.
    """

    consultation: int
    par_college: bool
    corps: Mapping[str, Effectif]
    personnes: Effectif | None = None
