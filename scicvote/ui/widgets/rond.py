"""A choice among several, drawn by hand so that its mark follows the palette."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QStyle, QStyleOptionButton

from scicvote.ui.apparence import courante


class Rond(QRadioButton):
    """A ring, with a disc of accent when it is chosen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self)
        self._dessiner(QPainter(self), QRect(place))

    def _dessiner(self, peintre: QPainter, place: QRect) -> None:
        p = courante()
        choisi = self.isChecked()
        peintre.setRenderHint(QPainter.RenderHint.Antialiasing)
        peintre.fillRect(place, QColor(p.surface))
        peintre.setPen(QPen(QColor(p.accent if choisi else p.controle), 1.5))
        peintre.setBrush(QColor(p.champ))
        cadre = QRectF(place).adjusted(1, 1, -1, -1)
        peintre.drawEllipse(cadre)
        if choisi:
            peintre.setBrush(QColor(p.accent))
            peintre.drawEllipse(cadre.adjusted(4, 4, -4, -4))
