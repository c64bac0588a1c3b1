"""Rooms to sign, two side by side, or four on a landscape page."""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from scicvote.core.papier import CaseSignature, Signatures
from scicvote.documents.styles import FILET, NOM_SIGNATAIRE, QUALITE
from scicvote.documents.textes import simple
from scicvote.documents.toile import trait

_ETROIT = 165  # no column is narrower, in points
_PLACE = 24 * mm  # under the name
_GOUTTIERE = 10 * mm


class RangSignatures(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Rooms side by side, never cut: quality, name, then room over a thin line."""

    def __init__(self, cases: tuple[CaseSignature, ...], n: int) -> None:
        super().__init__()
        self.noms = [(simple(case.qualite, QUALITE), simple(case.nom, NOM_SIGNATAIRE)) for case in cases]
        self.n = n
        self.spaceBefore, self.spaceAfter = 18, 8

    def wrap(self, largeur: float, hauteur: float) -> tuple[float, float]:
        self.colonne = (largeur - (self.n - 1) * _GOUTTIERE) / self.n
        hauts = [sum(mot.wrap(self.colonne, hauteur)[1] for mot in case) for case in self.noms]
        self.width, self.height = largeur, max(hauts) + _PLACE
        return self.width, self.height

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802,N803
        """Draw with the lower left corner at ``x``, ``y`` of the page."""
        filets = []
        for i, case in enumerate(self.noms):
            gauche, haut = x + i * (self.colonne + _GOUTTIERE), y + self.height
            for mot in case:
                haut -= mot.height
                mot.drawOn(canvas, gauche, haut)
            filets.append((gauche, y, gauche + self.colonne, y))
        canvas.ecrire(trait(FILET, 0.5, filets))


def signatures(bloc: Signatures, largeur: float) -> list[Any]:
    """The rooms of ``bloc`` over ``largeur``, row by row; nothing when nobody signs."""
    n = int(largeur // _ETROIT)
    return [RangSignatures(bloc.cases[i : i + n], n) for i in range(0, len(bloc.cases), n)]
