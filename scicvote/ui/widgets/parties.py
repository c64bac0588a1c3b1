"""Parts of one page, one shown at a time: a row of small buttons, moved along with the arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from scicvote.ui.widgets.icone import Bouton


class Onglets(QWidget):
    """``change`` carries the key of the part that is shown."""

    change = Signal(str)

    def __init__(self, nom: str, parties: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(nom)
        self._groupe = QButtonGroup(self)
        self.boutons: dict[str, Bouton] = {}
        boite = QHBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(8)
        for cle, mot in parties:
            bouton = Bouton(mot, "petit")
            bouton.setCheckable(True)
            self._groupe.addButton(bouton)
            boite.addWidget(bouton)
            self.boutons[cle] = bouton
            bouton.toggled.connect(lambda coche, choisie=cle: self.change.emit(choisie) if coche else None)
        boite.addStretch(1)
        self.boutons[parties[0][0]].setChecked(True)

    @property
    def courant(self) -> str:
        """The key of the part that is shown."""
        return next(cle for cle, bouton in self.boutons.items() if bouton.isChecked())

    def choisir(self, cle: object) -> None:
        """Show a part; an unknown key changes nothing."""
        if isinstance(cle, str) and cle in self.boutons:
            self.boutons[cle].setChecked(True)


class Parties(QWidget):
    """The parts that ``Onglets`` choose among; those that are hidden take no room."""

    def __init__(self, onglets: Onglets) -> None:
        super().__init__()
        self._onglets = onglets
        self._parties: dict[str, QWidget] = {}
        self._boite = QVBoxLayout(self)
        self._boite.setContentsMargins(0, 0, 0, 0)
        onglets.change.connect(self.montrer)

    def ajouter(self, cle: str, partie: QWidget) -> None:
        """One more part."""
        self._parties[cle] = partie
        self._boite.addWidget(partie, 1)
        partie.setVisible(cle == self._onglets.courant)

    def montrer(self, cle: str) -> None:
        """Show a part by its key."""
        for autre, partie in self._parties.items():
            partie.setVisible(autre == cle)
