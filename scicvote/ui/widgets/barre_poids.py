"""The weights of colleges side by side on the scale of the whole, with what lacks or is too much."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from scicvote.core.exact import poids_court
from scicvote.ui.apparence import courante


class BarrePoids(QWidget):
    """40 pixels high. Weights in percent."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(40)
        self._parts: tuple[tuple[str, Fraction], ...] = ()

    def montrer(self, parts: Sequence[tuple[str, Fraction]]) -> None:
        """Show these colleges: (code, weight)."""
        self._parts = tuple(parts)
        self.setAccessibleName(", ".join(f"{code} {poids_court(poids)}" for code, poids in self._parts))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, peintre = courante(), QPainter(self)
        cadre = self.rect().adjusted(0, 0, -1, -1)
        peintre.fillRect(cadre, QColor(p.creux))
        total = max(Fraction(100), sum((poids for _, poids in self._parts), Fraction(0)))
        debut = Fraction(0)
        for code, poids in self._parts:
            gauche, droite = (int(cadre.width() * part / total) for part in (debut, debut + poids))
            self._segment(peintre, QRect(gauche, 0, droite - gauche, cadre.height()), f"{code} {poids_court(poids)}")
            debut += poids
        if debut > 100:
            x = int(cadre.width() * 100 / total)
            peintre.fillRect(x, 0, 2, self.height(), QColor(p.faute))
        peintre.setPen(QPen(QColor(p.controle)))
        peintre.drawRect(cadre)

    def _segment(self, peintre: QPainter, place: QRect, mot: str) -> None:
        p = courante()
        peintre.fillRect(place, QColor(p.teinte_accent))
        peintre.setPen(QPen(QColor(p.accent)))
        peintre.drawLine(place.topRight(), place.bottomRight())
        peintre.setPen(QColor(p.texte))
        large = peintre.fontMetrics().horizontalAdvance(mot)
        court = mot if large + 8 <= place.width() else mot.split(" ", maxsplit=1)[0]
        if peintre.fontMetrics().horizontalAdvance(court) + 4 <= place.width():
            peintre.drawText(place, Qt.AlignmentFlag.AlignCenter, court)
