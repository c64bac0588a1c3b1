"""Icons in the window: they take the colour of the palette in force each time they are drawn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from scicvote.ui import icones
from scicvote.ui.apparence import courante

_CTRL = Qt.KeyboardModifier.ControlModifier


class Icone(QWidget):
    """A still icon. What it means is said by a word beside it, so readers of screens pass over it."""

    def __init__(self, nom: str, couleur: str = "discret", taille: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nom, self.couleur, self._taille = nom, couleur, taille
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._taille, self._taille)

    def changer(self, nom: str, couleur: str) -> None:
        """Show another icon."""
        self.nom, self.couleur = nom, couleur
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        couleur = getattr(courante(), self.couleur)
        QPainter(self).drawPixmap(0, 0, icones.pixmap(self.nom, couleur, self._taille, self.devicePixelRatioF()))


class Bouton(QPushButton):
    """A button of one of the sheet's kinds (``genre``), with an icon that follows the palette."""

    def __init__(self, mot: str, genre: str = "", icone: str = "", couleur: str = "texte") -> None:
        super().__init__(f" {mot}" if icone and mot and genre != "navigation" else mot)
        self._icone, self._couleur = icone, couleur
        if genre:
            self.setProperty("genre", genre)
        self.setAutoDefault(False)
        self._teindre()

    def nommer(self, nom: str) -> Bouton:
        """Say the whole of what the button does, for readers of screens and as a tooltip."""
        self.setAccessibleName(nom)
        self.setToolTip(nom)
        return self

    def illustrer(self, icone: str) -> None:
        """Show another icon."""
        self._icone = icone
        self._teindre()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the space bar does: in a window, Qt leaves it to the space bar alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CTRL and self.isEnabled():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self._teindre()
        super().changeEvent(event)

    def _teindre(self) -> None:
        if self._icone:
            couleur = self._couleur if self.isEnabled() else "controle"
            self.setIcon(icones.icone(self._icone, getattr(courante(), couleur)))
            self.setIconSize(QSize(16, 16))
