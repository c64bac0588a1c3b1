"""What a test does to the simulation, in words."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scicvote.ui.pages.simulation import PageSimulation
from tests.ui.drivers import Pilote


def aller(pilote: Pilote, numero: int = 3) -> PageSimulation:
    pilote.fenetre.aller("simulation", numero)
    return cast(PageSimulation, pilote.page)


def peser(pilote: Pilote, page: PageSimulation, rang: int, **poids: str) -> None:
    """Type weights into the fields of a hypothesis (counted from 1)."""
    for code, texte in poids.items():
        ligne = page.cartes[rang - 1].poids[code].ligne
        ligne.setFocus()
        ligne.selectAll()
        pilote.qtbot.keyClicks(ligne, texte)


def choisir(page: PageSimulation, rang: int, cle: str, valeur: str) -> None:
    """Choose a word in a list of a hypothesis."""
    combo = page.cartes[rang - 1].choix[cle].combo
    combo.setCurrentIndex(combo.findData(valeur))


def colonne(page: PageSimulation, nom: str) -> list[str]:
    """The texts of a column."""
    noms = [c.nom for c in page.modele.colonnes]
    return [str(page.modele.index(i, noms.index(nom)).data()) for i in range(page.modele.rowCount())]


def tabuler(pilote: Pilote) -> None:
    """The Tab key, wherever the keyboard is."""
    pilote.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
