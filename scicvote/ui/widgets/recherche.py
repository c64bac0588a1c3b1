"""The search field: filters as one types; Escape empties it, Down goes to the rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from scicvote.ui import icones
from scicvote.ui.apparence import courante
from scicvote.ui.widgets.clavier import laisser_au_principal


class Recherche(QLineEdit):
    """A line of text with a magnifying glass."""

    vers_les_lignes = Signal()

    def __init__(self, nom: str, invite: str) -> None:
        super().__init__()
        self.setAccessibleName(nom)
        self.setPlaceholderText(invite)
        self.setClearButtonEnabled(False)
        self.setMinimumWidth(200)
        self._loupe = QAction(self)
        self.addAction(self._loupe, QLineEdit.ActionPosition.LeadingPosition)
        self._teindre()

    def _teindre(self) -> None:
        self._loupe.setIcon(icones.icone("search", courante().discret))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_loupe"):
            self._teindre()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if laisser_au_principal(event):
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.vers_les_lignes.emit()
        else:
            super().keyPressEvent(event)
