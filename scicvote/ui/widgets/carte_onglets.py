"""A card with tabs in its head: one thing shown at a time, how many of each always in sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from scicvote.ui import theme
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import defilante, trait


class _Onglet(Bouton):
    """A tab; the arrows go to its neighbours."""

    def __init__(self, mot: str, barre: CarteOnglets) -> None:
        super().__init__(mot, "onglet", couleur="alerte")
        self._barre = barre
        self.setCheckable(True)

    def alerter(self, alerte: bool, mot: str) -> None:
        """Say another word, with the mark of a warning where something waits."""
        self._icone = "triangle-alert" if alerte else ""
        self.setText(f" {mot}" if alerte else mot)
        self.setIcon(QIcon())
        self._teindre()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._barre.avancer(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)


class CarteOnglets(Carte):
    """Pages by key; ``change`` carries the one that is shown."""

    change = Signal(str)

    def __init__(self, nom: str) -> None:
        super().__init__()
        self.setAccessibleName(nom)
        self._tete_onglets = QHBoxLayout()
        self._tete_onglets.setContentsMargins(theme.GOUTTIERE - 5, 0, theme.GOUTTIERE - 5, 0)
        self._tete_onglets.setSpacing(16)
        self._tete_onglets.addStretch(1)
        self._groupe = QButtonGroup(self)
        self._groupe.setExclusive(True)
        self.onglets: dict[str, _Onglet] = {}
        self._mots: dict[str, str] = {}
        self._pages = QStackedWidget()
        self.corps.addLayout(self._tete_onglets)
        self.corps.addWidget(trait())
        self.corps.addWidget(self._pages, 1)

    def onglet(self, cle: str, mot: str, contenu: QWidget) -> None:
        """One more tab, at the right of the others; its content scrolls."""
        bouton = _Onglet(mot, self)
        self._groupe.addButton(bouton)
        self._tete_onglets.insertWidget(len(self.onglets), bouton)
        self.onglets[cle], self._mots[cle] = bouton, mot
        self._pages.addWidget(_defilant(contenu))
        bouton.clicked.connect(lambda: self.choisir(cle))
        if len(self.onglets) == 1:
            self.choisir(cle)

    def compter(self, cle: str, combien: int, alerte: int = 0) -> None:
        """How many things a tab holds; those that want a decision are said apart."""
        mot = f"{self._mots[cle]} {combien}" if combien else self._mots[cle]
        bouton = self.onglets[cle]
        bouton.alerter(bool(alerte), mot)
        bouton.nommer(f"{mot}, {alerte} à décider" if alerte else mot)

    def offrir(self, cle: str, offert: bool) -> None:
        """Whether a tab is there to be chosen; the one that is shown gives way to the first."""
        self.onglets[cle].setVisible(offert)
        if not offert and self.courant == cle:
            self.choisir(next(iter(self.onglets)))

    @property
    def courant(self) -> str:
        """The tab that is shown."""
        return list(self.onglets)[self._pages.currentIndex()]

    def choisir(self, cle: str) -> None:
        """Show a tab; one that does not exist changes nothing."""
        if cle in self.onglets:
            self.onglets[cle].setChecked(True)
            self._pages.setCurrentIndex(list(self.onglets).index(cle))
            self.change.emit(cle)

    def avancer(self, pas: int) -> None:
        """Show the next tab, or the one before, with the keyboard on it."""
        cles = [cle for cle, bouton in self.onglets.items() if not bouton.isHidden()]
        cle = cles[(cles.index(self.courant) + pas) % len(cles)]
        self.choisir(cle)
        self.onglets[cle].setFocus()


class Contenu(QWidget):
    """What a tab holds: as high as its paragraphs want at the width of the card, no more."""

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 0)


def _defilant(contenu: QWidget) -> QScrollArea:
    contenu.setProperty("fond", "neutre")
    return defilante(contenu)


def colonne(contenu: QWidget, marge: int = theme.GOUTTIERE - 1) -> QVBoxLayout:
    """The column of a tab, with the margins of the card."""
    boite = QVBoxLayout(contenu)
    boite.setContentsMargins(marge, 12, marge, 16)
    boite.setSpacing(0)
    return boite
