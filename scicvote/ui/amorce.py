"""What is seen first: the program's mark, and the file that is being opened, while the rest is loaded."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from scicvote.ui import icones, polices, theme
from scicvote.ui.apparence import courante
from scicvote.ui.reglages import Reglages

_MARQUE = 64  # pixels


class Amorce(QWidget):
    """Stands where the window will stand, painted at once; nothing in it can be pressed."""

    def __init__(self, reglages: Reglages, chemin: Path | None) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen)
        tr = QCoreApplication.translate
        voulu = chemin or reglages.dernier
        self.phrase = (
            tr("amorce", "Ouverture de «\u00a0{}\u00a0»…").format(voulu.name) if voulu else tr("amorce", "Ouverture…")
        )
        self.setWindowTitle("SCICVote")
        self.setAccessibleName(self.phrase)
        geometrie = reglages.geometrie
        if geometrie is None or not self.restoreGeometry(geometrie):
            self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        peintre, palette = QPainter(self), courante()
        peintre.fillRect(self.rect(), QColor(palette.fond))
        milieu = self.rect().center()
        marque = icones.pixmap("scicvote", palette.accent, _MARQUE, self.devicePixelRatioF())
        peintre.drawPixmap(milieu.x() - _MARQUE // 2, milieu.y() - _MARQUE, marque)
        peintre.setPen(QColor(palette.discret))
        peintre.setFont(polices.police(theme.COMMANDE))
        ligne = QRect(0, milieu.y() + theme.GOUTTIERE, self.width(), 2 * theme.GOUTTIERE)
        peintre.drawText(ligne, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.phrase)
