"""Whether enough associés are present or represented (C. com. L225-96, L225-98)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.corps import Corps
from scicvote.core.exact import additionner
from scicvote.core.scrutin import Effectif
from scicvote.core.statuts import Regle


@dataclass(frozen=True, slots=True)
class QuorumAtteint:
    """The share attained, the share asked, and how they were counted."""

    atteint: Fraction
    demande: Fraction
    base: str

    @property
    def suffit(self) -> bool:
        """Reached when at least the share asked."""
        return self.atteint >= self.demande


def _presence(presents: int, inscrits: int) -> Fraction:
    return Fraction(presents, inscrits) if inscrits else Fraction(0)


@regle("C. com.", "L225-96", "L225-98")
def attendance(corps: Sequence[Corps], base: str, personnes: Effectif | None = None) -> Fraction:
    """The share of attendance: by ``associes``, by weighted ``voix``, or of the least present college.

    An associé is one, whatever the number of their colleges: ``personnes`` counts everybody once, where it is known.
    """
    if base == "voix" and len(corps) > 1:
        presentes = additionner(c.poids * _presence(c.presents, c.inscrits) for c in corps)
        return presentes / additionner(c.poids for c in corps)
    if base == "chaque_college":
        return min((_presence(c.presents, c.inscrits) for c in corps if c.inscrits), default=Fraction(0))
    if personnes is not None and len(corps) > 1:
        return _presence(personnes.presents, personnes.inscrits)
    return _presence(sum(c.presents for c in corps), sum(c.inscrits for c in corps))


def verifier_quorum(
    regle_: Regle, consultation: int, corps: Sequence[Corps], personnes: Effectif | None = None
) -> QuorumAtteint | None:
    """The quorum of a rule at this consultation; None where it has none. ``personnes``: see ``attendance``."""
    if regle_.quorum is None or (demande := regle_.quorum.part(consultation)) is None:
        return None
    return QuorumAtteint(attendance(corps, regle_.quorum.base, personnes), demande, regle_.quorum.base)
