"""Spreading the weight of colleges that do not vote over those that do, under a cap."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from scicvote.core.article import regle


@regle("loi 47-1775", "19 octies")
def repartir(
    somme: Fraction, poids: Mapping[str, Fraction], cles: Mapping[str, Fraction], plafond: Fraction
) -> tuple[dict[str, Fraction], Fraction]:
    """Spread ``somme`` over the colleges of ``poids`` in proportion to ``cles``, none ending above ``plafond``.

    All in percent of the assembly's votes. What a capped college cannot take is spread again over the others in the
    same way. Returns the new weights, and what nobody could take. A college at or over the cap takes nothing.
    """
    finals = dict(poids)
    libres = [code for code, p in poids.items() if p < plafond and cles[code] > 0]
    reste = somme
    while reste and libres:
        total = sum((cles[code] for code in libres), Fraction(0))
        tour, reste = reste, Fraction(0)
        for code in tuple(libres):
            recu = tour * cles[code] / total
            place = plafond - finals[code]
            if recu >= place:
                reste += recu - place
                finals[code] = plafond
                libres.remove(code)
            else:
                finals[code] += recu
    return finals, reste
