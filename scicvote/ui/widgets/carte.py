"""Cards: a surface with a line around it, a title of 48 pixels, and what it holds."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from scicvote.ui import theme
from scicvote.ui.widgets.mise_en_page import trait
from scicvote.ui.widgets.texte import texte


class Carte(QFrame):
    """A card. ``corps`` is where its content goes; rows that reach its edges go in without margins."""

    def __init__(self, titre: str = "", note: str = "", marges: bool = False) -> None:
        super().__init__()
        self.setProperty("carte", "true")
        self._boite = QVBoxLayout(self)
        self._boite.setContentsMargins(1, 1, 1, 1)
        self._boite.setSpacing(0)
        self.titre = texte(titre, "fort15", parent=self)
        self.note = texte(note, couleur="discret", parent=self)
        self.tete: QWidget | None = self._tete() if titre else None
        self.corps = QVBoxLayout()
        self.corps.setSpacing(0)
        if marges:
            self.corps.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, theme.GOUTTIERE - 1)
        self._boite.addLayout(self.corps, 1)
        self.setAccessibleName(titre)
        for label in (self.titre, self.note):
            label.setVisible(bool(titre))

    def _tete(self) -> QWidget:
        tete = QWidget()
        tete.setFixedHeight(theme.TITRE_CARTE)
        rangee = QHBoxLayout(tete)
        rangee.setContentsMargins(theme.GOUTTIERE - 1, 0, theme.GOUTTIERE - 1, 0)
        rangee.addWidget(self.titre)
        rangee.addStretch(1)
        rangee.addWidget(self.note)
        self._boite.addWidget(tete)
        self._boite.addWidget(trait())
        return tete

    def ajouter(self, element: QWidget | QLayout, part: int = 0) -> None:
        """Put something at the end of the card."""
        if isinstance(element, QWidget):
            self.corps.addWidget(element, part)
        else:
            self.corps.addLayout(element, part)


class CarteAjustee(Carte):
    """A card that asks for the height of its paragraphs at its own width, not at the narrowest they could have."""

    def minimumSizeHint(self) -> QSize:
        largeur = super().minimumSizeHint().width()
        if not self.hasHeightForWidth() or self.width() <= 0:
            return super().minimumSizeHint()
        return QSize(largeur, self.heightForWidth(max(largeur, self.width())))


def ligne_carte(*elements: QWidget | QLayout | None, hauteur: int = theme.RANGEE) -> QWidget:
    """A row of a card, of a height that never changes."""
    ligne = QWidget()
    ligne.setMinimumHeight(hauteur)
    rangee = QHBoxLayout(ligne)
    rangee.setContentsMargins(theme.GOUTTIERE - 1, 0, theme.GOUTTIERE - 1, 0)
    rangee.setSpacing(12)
    for element in elements:
        if element is None:
            rangee.addStretch(1)
        elif isinstance(element, QWidget):
            rangee.addWidget(element, 1 if isinstance(element, QLabel) and element.wordWrap() else 0)
        else:
            rangee.addLayout(element, 1)
    return ligne
