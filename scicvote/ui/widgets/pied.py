"""The footer: key hints on the left, the page's buttons on the right, the primary one always last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from scicvote.ui import theme
from scicvote.ui.pages.page import Aide
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import rangee, vider
from scicvote.ui.widgets.pastille import touche
from scicvote.ui.widgets.texte import texte


class Pied(QWidget):
    """68 pixels high."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pied")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.PIED)
        self._zone_aides = QWidget()
        self._aides = QHBoxLayout(self._zone_aides)
        self._aides.setContentsMargins(0, 0, 0, 0)
        self._aides.setSpacing(24)
        self._boutons = QHBoxLayout()
        self._boutons.setSpacing(16)
        boite = QHBoxLayout(self)
        boite.setContentsMargins(theme.GOUTTIERE, 0, theme.GOUTTIERE, 0)
        boite.addWidget(self._zone_aides)
        boite.addStretch(1)
        boite.addLayout(self._boutons)
        self._page: QWidget | None = None

    def montrer(self, page: QWidget, aides: Sequence[Aide], boutons: Sequence[Bouton]) -> None:
        """Show a page's hints and buttons; the buttons of the page before go back to it."""
        while (element := self._boutons.takeAt(0)) is not None:
            ancien = element.widget()
            if ancien is not None and ancien not in boutons:
                ancien.setParent(self._page)
                ancien.hide()
        self._page = page
        for bouton in boutons:
            self._boutons.addWidget(bouton)
            bouton.show()
        self._montrer_aides(aides)

    def _montrer_aides(self, aides: Sequence[Aide]) -> None:
        vider(self._aides)
        for aide in aides:
            mots = QWidget()
            mots.setLayout(rangee(*(touche(nom) for nom in aide.touches), texte(aide.mot, couleur="discret")))
            self._aides.addWidget(mots)

    def principal(self) -> QPushButton | None:
        """The primary button that is shown, None where the page has none."""
        elements = (self._boutons.itemAt(i) for i in range(self._boutons.count()))
        boutons = (element.widget() for element in elements if element is not None)
        return next((b for b in boutons if isinstance(b, QPushButton) and b.property("genre") == "principal"), None)

    def reduire(self, etroit: bool) -> None:
        """Narrow window: the buttons keep their place, the hints go."""
        self._zone_aides.setVisible(not etroit)
