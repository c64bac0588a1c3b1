"""The screen of the room: a window for the projector that follows the votes. Large, no controls, no names with figures."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from scicvote.ui.lecture_salle import TableauSalle, tableau
from scicvote.ui.projection_dessin import Dessin
from scicvote.ui.scene import scene_de
from scicvote.ui.session import Session

_TAILLE: Final = QSize(1280, 720)


class EcranSalle(QWidget):
    """A window of its own. Escape and F11 close it; it asks for nothing and decides nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.session, self.scene = session, scene_de(session)
        self.tableau = TableauSalle("", "")
        self.setWindowTitle(self.tr("Écran de salle"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(QSize(320, 180))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the desk keeps the keyboard
        session.dossier_change.connect(self.suivre)
        session.assemblee_change.connect(self.suivre)
        self.scene.change.connect(self.suivre)
        self.suivre()

    def montrer_sur(self, bureau: QScreen) -> None:
        """Fill another screen than the desk's where there is one; else a window that can be moved there."""
        autres = [ecran for ecran in QGuiApplication.screens() if ecran is not bureau]
        self.suivre()
        if autres:
            self.setGeometry(autres[0].geometry())
            self.setCursor(Qt.CursorShape.BlankCursor)
            self.showFullScreen()
        else:
            self.unsetCursor()
            self.resize(_TAILLE.boundedTo(bureau.availableSize()))
            self.showNormal()
        self.raise_()

    def suivre(self) -> None:
        """Show the session's present state."""
        ouverte = self.session.ouverte
        nouveau = (
            tableau(self.session.dossier, self.session.ag, self.scene.resolution) if ouverte else TableauSalle("", "")
        )
        if nouveau != self.tableau:
            self.tableau = nouveau
            self.setAccessibleName(". ".join(nouveau.textes()))
            self.update()

    def textes(self) -> tuple[str, ...]:
        """Every word that is on the screen."""
        return self.tableau.textes()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        peintre = QPainter(self)
        peintre.setRenderHint(QPainter.RenderHint.Antialiasing)
        peintre.setFont(QFont(self.font()))
        Dessin(peintre, QRectF(self.rect()), self.devicePixelRatioF()).tracer(self.tableau)
