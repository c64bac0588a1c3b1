"""The sections of a long form: one shown at a time, each with what is wrong or changed in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from scicvote.core.exact import accord
from scicvote.ui.widgets.champs import ChampChoix
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile


class BoutonSection(Bouton):
    """A section; its icon and its words say whether something is wrong or changed in it."""

    def __init__(self, mot: str) -> None:
        super().__init__(mot, "navigation", "minus", "discret")
        self.mot = mot
        self.setCheckable(True)
        self.marquer(0, False)

    def marquer(self, fautes: int, modifiee: bool) -> None:
        """Say how many faults it has, and whether a value changes."""
        dite = accord(fautes, "faute") if fautes else self.tr("modifiée") if modifiee else ""
        self._icone, self._couleur = ("circle-alert", "faute") if fautes else ("minus", "discret")
        if modifiee and not fautes:
            self._icone, self._couleur = "pencil", "accent"
        self.setText(f"   {self.mot}{f' ({fautes})' if fautes else ''}")
        self.setAccessibleName(", ".join((self.mot, dite) if dite else (self.mot,)))
        self.setToolTip(dite)
        self._teindre()


class ListeSections(QWidget):
    """``change`` carries the key of the section that is shown. Narrow, it is a list to unfold."""

    change = Signal(str)

    def __init__(self, nom: str, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(nom)
        self._groupe = QButtonGroup(self)
        self.boutons: dict[str, BoutonSection] = {}
        self._colonne = QWidget()
        boite = QVBoxLayout(self._colonne)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(2)
        for cle, mot in sections:
            bouton = BoutonSection(mot)
            bouton.setFixedHeight(36)
            self._groupe.addButton(bouton)
            boite.addWidget(bouton)
            self.boutons[cle] = bouton
            bouton.toggled.connect(lambda coche, choisie=cle: self._choisie(choisie) if coche else None)
        self.choix = ChampChoix(nom, "section", sections)
        self.choix.change.connect(lambda: self.choisir(self.choix.valeur()))
        self.setLayout(pile(self.choix, self._colonne, None))
        self.choix.hide()
        self.boutons[sections[0][0]].setChecked(True)

    def _choisie(self, cle: str) -> None:
        self.choix.poser(cle)
        self.change.emit(cle)

    @property
    def courante(self) -> str:
        """The key of the section that is shown."""
        return next(cle for cle, bouton in self.boutons.items() if bouton.isChecked())

    def choisir(self, cle: object) -> None:
        """Show a section; an unknown key changes nothing."""
        if isinstance(cle, str) and cle in self.boutons:
            self.boutons[cle].setChecked(True)

    def reduire(self, etroite: bool) -> None:
        """A list to unfold where there is no room for a column."""
        self.choix.setVisible(etroite)
        self._colonne.setVisible(not etroite)

    def premier(self) -> QWidget:
        """What has the keyboard here."""
        return self.boutons[self.courante] if self.choix.isHidden() else self.choix.controle

    def marquer(self, fautes: dict[str, int], modifiees: set[str]) -> None:
        """Say what is wrong and what changes, section by section."""
        for cle, bouton in self.boutons.items():
            bouton.marquer(fautes.get(cle, 0), cle in modifiees)
        self.choix.proposer([(cle, bouton.text().strip()) for cle, bouton in self.boutons.items()])
        self.choix.poser(self.courante)
