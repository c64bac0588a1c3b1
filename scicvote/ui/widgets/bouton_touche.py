"""A button that shows the key that does the same."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPen, QPixmap

from scicvote.ui import polices, theme
from scicvote.ui.apparence import courante
from scicvote.ui.widgets.icone import Bouton

_HAUTEUR: Final = 20
_ECHELLES: Final = (1.0, 2.0, 3.0)


class BoutonTouche(Bouton):
    """``couleur`` names the colour of the word; clicking it leaves the keyboard where it was."""

    def __init__(self, mot: str, touche: str, genre: str = "geste") -> None:
        self._touche = touche
        super().__init__(f" {mot}", genre)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(mot)
        self.setAccessibleDescription(touche)
        self._dessiner()

    def dire(self, mot: str) -> None:
        """Say something else."""
        self.setText(f" {mot}")
        self.setAccessibleName(mot)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._dessiner()
        super().changeEvent(event)

    def _dessiner(self) -> None:
        police = polices.police(theme.CORPS - 1)
        taille = QSize(QFontMetrics(police).horizontalAdvance(self._touche) + 14, _HAUTEUR)
        icone = QIcon()
        for echelle in _ECHELLES:
            image = QPixmap(taille * echelle)
            image.setDevicePixelRatio(echelle)
            image.fill(Qt.GlobalColor.transparent)
            peintre = QPainter(image)
            peintre.setRenderHint(QPainter.RenderHint.Antialiasing)
            peintre.setPen(QPen(QColor(courante().controle), 1))
            peintre.setBrush(QColor(courante().champ))
            cadre = QRectF(0.5, 0.5, taille.width() - 1, taille.height() - 1)
            peintre.drawRoundedRect(cadre, 4, 4)
            peintre.setPen(QColor(courante().texte))
            peintre.setFont(police)
            peintre.drawText(cadre, Qt.AlignmentFlag.AlignCenter, self._touche)
            peintre.end()
            icone.addPixmap(image)
        self.setIcon(icone)
        self.setIconSize(taille)
