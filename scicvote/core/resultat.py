"""Decisions as values: everything that screen, projector, paper and command line show of a vote."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from scicvote.core.corps import Corps
from scicvote.core.quorum import QuorumAtteint
from scicvote.core.report_voix import Part, Ponderation
from scicvote.core.statuts import Ligne, Regle


class Decision(StrEnum):
    """How a vote ends."""

    ADOPTEE = "adoptee"
    REJETEE = "rejetee"
    SANS_QUORUM = "sans_quorum"
    ELUS = "elus"
    SECOND_TOUR = "second_tour"
    BALLOTTAGE = "ballottage"
    PORTEE = "portee"  # a college's votes on what another assembly decides: carried, nothing is decided here


@dataclass(frozen=True, slots=True)
class Cadre:
    """What a vote was decided under: the rule, its line, the quorum, and the bodies after merging."""

    regle: Regle
    ligne: Ligne
    consultation: int
    par_college: bool
    quorum: QuorumAtteint | None
    corps: tuple[Corps, ...]
    ponderation: Ponderation | None  # None by heads

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles of the rule; the statutes as a whole where it cites none."""
        return self.regle.articles or ("statuts",)

    @property
    def sans_quorum(self) -> bool:
        return self.quorum is not None and not self.quorum.suffit


@dataclass(frozen=True, slots=True)
class Resultat:
    """A resolution decided. Points of the hundred by college, heads without; ``ratio``: share of ``base_valeur``."""

    numero: int
    decision: Decision
    pour: Fraction
    contre: Fraction
    abstention: Fraction
    non_votants: Fraction
    perdu: Fraction
    base_valeur: Fraction
    ratio: Fraction
    cadre: Cadre
    parts: dict[str, Part] = field(default_factory=dict)
    lectures: dict[str, Decision] = field(default_factory=dict)
    ratios_lectures: dict[str, Fraction] = field(default_factory=dict)

    @property
    def stable(self) -> bool:
        """Whether every other reading of the text decides the same."""
        return all(decision == self.decision for decision in self.lectures.values())

    @property
    def ratio_contre(self) -> Fraction:
        """The share of the same base that was against; 0 of an empty base."""
        return self.contre / self.base_valeur if self.base_valeur > 0 else Fraction(0)


@dataclass(frozen=True, slots=True)
class VoixPortees:
    """What a candidate was carried by: ``part`` in points (heads without colleges), ``ratio`` a share of the base."""

    part: Fraction
    ratio: Fraction


@dataclass(frozen=True, slots=True)
class ResultatElection:
    """An election decided: the elected in descending order, whether a tie barred the last seat."""

    numero: int
    decision: Decision
    elus: tuple[str, ...]
    ballottage: bool
    base_valeur: Fraction
    candidats: dict[str, VoixPortees]
    sieges: int
    tour: int
    cadre: Cadre
    par_college: dict[str, dict[str, Fraction]] = field(default_factory=dict)


AnyResultat = Resultat | ResultatElection
