"""A box to tick, drawn by hand so that its mark follows the palette."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from scicvote.ui import icones
from scicvote.ui.apparence import courante


class Case(QCheckBox):
    """20 pixels, filled with the accent when it is ticked."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        self._dessiner(QPainter(self), QRect(place))

    def _dessiner(self, peintre: QPainter, place: QRect) -> None:
        p = courante()
        cochee = self.isChecked()
        peintre.setRenderHint(QPainter.RenderHint.Antialiasing)
        peintre.fillRect(place, QColor(p.fond))
        peintre.setPen(QPen(QColor(p.accent if cochee else p.controle), 1))
        peintre.setBrush(QColor(p.accent if cochee else p.champ))
        peintre.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if cochee:
            image = icones.pixmap("check", p.sur_accent, 14, self.devicePixelRatioF())
            peintre.drawPixmap(
                place.left() + (place.width() - 14) // 2, place.top() + (place.height() - 14) // 2, image
            )
