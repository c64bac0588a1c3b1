"""Filters side by side, each a word with its count; they change with what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import rangee, vider


class FiltresComptes(QWidget):
    """``choisi`` carries the key of the filter; the arrows go from one to the next."""

    choisi = Signal(str)

    def __init__(self, nom: str) -> None:
        super().__init__()
        self.setAccessibleName(nom)
        self.boutons: dict[str, Bouton] = {}
        self._groupe = QButtonGroup(self)
        self._boite = rangee(espace=8)
        self.setLayout(self._boite)

    def montrer(self, filtres: Sequence[tuple[str, str]], courant: str) -> None:
        """Other filters: (key, word) each."""
        vider(self._boite)
        self.boutons = {}
        for cle, mot in filtres:
            bouton = Bouton(mot, "petit")
            bouton.setCheckable(True)
            bouton.setChecked(cle == courant)
            bouton.clicked.connect(lambda _coche=False, cle=cle: self.choisi.emit(cle))
            self._groupe.addButton(bouton)
            self._boite.addWidget(bouton)
            self.boutons[cle] = bouton
        self._boite.addStretch(1)

    @property
    def courant(self) -> str:
        """The key of the filter that is down."""
        return next((cle for cle, bouton in self.boutons.items() if bouton.isChecked()), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pas = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        cles = list(self.boutons)
        if not pas or not cles:
            super().keyPressEvent(event)
            return
        bouton = self.boutons[cles[(cles.index(self.courant) + pas) % len(cles)]]
        bouton.setFocus()
        bouton.click()
