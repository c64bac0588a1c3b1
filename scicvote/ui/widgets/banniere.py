"""A sentence across the page: what went wrong, or what was done. It stays until it is closed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from scicvote.ui import theme
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.mise_en_page import pile
from scicvote.ui.widgets.texte import paragraphe

_NOUVELLE: Final = 1500  # milliseconds during which a sentence is news, whatever page it is read on
_ICONES: Final = {"faute": "octagon-alert", "alerte": "triangle-alert", "bon": "check", "accent": "info"}


class Banniere(QFrame):
    """Hidden until ``dire`` is called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dit = QElapsedTimer()
        self._icone = Icone("info", "accent", 20)
        self.phrase = paragraphe("", "fort")
        self.bouton = Bouton("", "icone", "x").nommer(self.tr("Fermer ce message"))
        self.bouton.setFixedWidth(32)
        self.bouton.clicked.connect(self.taire)
        boite = QHBoxLayout(self)
        boite.setContentsMargins(theme.GOUTTIERE, 8, theme.GOUTTIERE - 8, 8)
        boite.setSpacing(12)
        boite.addWidget(self._icone)
        boite.addWidget(self.phrase, 1)
        boite.addWidget(self.bouton, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def dire(self, phrase: str, genre: str = "faute") -> None:
        """Show a sentence; ``genre`` is ``faute``, ``alerte``, ``bon`` or ``accent``."""
        self._dit.start()
        self.setProperty("encart", genre)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icone.changer(_ICONES[genre], genre)
        self.phrase.setText(phrase)
        self.setAccessibleName(phrase)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def passer(self) -> None:
        """Another page: what was done is no news any more, unless it was just said; a fault stays."""
        if self.property("encart") != "faute" and self._dit.elapsed() > _NOUVELLE:
            self.hide()

    def taire(self) -> None:
        """Hide the sentence."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.taire()
        else:
            super().keyPressEvent(event)


class Encart(QFrame):
    """A note inside a card: an icon, a sentence in bold, details below."""

    def __init__(self, genre: str, icone: str, titre: str, *details: str) -> None:
        super().__init__()
        self.setProperty("encart", genre)
        boite = QHBoxLayout(self)
        boite.setContentsMargins(12, 12, 12, 12)
        boite.setSpacing(10)
        boite.addWidget(Icone(icone, genre, 16), 0, Qt.AlignmentFlag.AlignTop)
        colonne = QWidget()
        self._titre, self._details = titre, [paragraphe(detail) for detail in details]
        colonne.setLayout(pile(paragraphe(titre, "fort"), *self._details, espace=2))
        boite.addWidget(colonne, 1)
        self.setAccessibleName(" ".join((titre, *details)))

    def dire(self, detail: str) -> None:
        """Say something else below the sentence; for a note that was made with a detail."""
        self._details[-1].setText(detail)
        self.setAccessibleName(f"{self._titre} {detail}")
