"""The voting rights of those who ask for an assembly, college by college, against the share that it takes."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from scicvote.core.demande_ag import DemandeAG
from scicvote.core.exact import pourcent, pourcent_court
from scicvote.ui.apparence import courante

_BARRE: Final = 32
_ETIQUETTE: Final = 20


class BarreDemande(QWidget):
    """A bar under the mark of its threshold. The scale goes to twice the threshold, or to the share when it is more."""

    def __init__(self) -> None:
        super().__init__()
        self._vue: DemandeAG | None = None
        self.setFixedHeight(_BARRE + _ETIQUETTE)

    def sizeHint(self) -> QSize:
        return QSize(320, _BARRE + _ETIQUETTE)

    def montrer(self, vue: DemandeAG) -> None:
        """Show a request."""
        self._vue = vue
        parts = ", ".join(f"{p.college or self.tr('tous')} {pourcent(p.part)}" for p in vue.parts)
        seuil = self.tr("seuil {}").format(pourcent_court(vue.seuil))
        self.setAccessibleName(f"{parts}, {seuil}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        vue = self._vue
        if vue is None:
            return
        p, peintre = courante(), QPainter(self)
        large = self.width() - 1
        echelle = max(2 * vue.seuil, vue.part, Fraction(1, 100))
        cadre = QRect(0, _ETIQUETTE, large, _BARRE)
        peintre.fillRect(cadre, QColor(p.creux))
        debut = Fraction(0)
        for part in vue.parts:
            gauche, droite = (int(large * x / echelle) for x in (debut, debut + part.part))
            place = QRect(gauche, _ETIQUETTE, droite - gauche, _BARRE)
            self._segment(peintre, place, part.college, vue.atteinte)
            debut += part.part
        peintre.setPen(QColor(p.controle))
        peintre.drawRect(cadre)
        self._seuil(peintre, int(large * vue.seuil / echelle), pourcent_court(vue.seuil))

    def _segment(self, peintre: QPainter, place: QRect, mot: str, atteinte: bool) -> None:
        p = courante()
        peintre.fillRect(place, QColor(p.bon if atteinte else p.accent))
        peintre.fillRect(place.right(), place.top(), 1, place.height(), QColor(p.surface))
        if mot and peintre.fontMetrics().horizontalAdvance(mot) + 8 <= place.width():
            peintre.setPen(QColor(p.sur_accent))
            peintre.drawText(place, Qt.AlignmentFlag.AlignCenter, mot)

    def _seuil(self, peintre: QPainter, x: int, mot: str) -> None:
        """The threshold: two pixels with a clear halo, its figure above."""
        p = courante()
        peintre.fillRect(QRectF(x - 2, _ETIQUETTE - 2, 6, _BARRE + 2), QColor(p.surface))
        peintre.fillRect(QRectF(x, _ETIQUETTE - 2, 2, _BARRE + 2), QColor(p.texte))
        large = peintre.fontMetrics().horizontalAdvance(mot)
        peintre.setPen(QColor(p.texte))
        gauche = max(0, min(x + 1 - large // 2, self.width() - large))
        peintre.drawText(QRect(gauche, 0, large + 4, _ETIQUETTE - 4), Qt.AlignmentFlag.AlignLeft, mot)
