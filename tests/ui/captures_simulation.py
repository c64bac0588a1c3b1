"""Pictures of the simulation: one hypothesis, three, a fault, no vote to see again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.simulation import PageSimulation

Prete = Callable[..., tuple[str, QWidget]]


def _ecrire(page: PageSimulation, rang: int, **textes: str) -> None:
    for code, texte in textes.items():
        page.cartes[rang].poids[code].ligne.setText(texte)


def vues(fenetre: MainWindow, prete: Prete) -> Iterator[tuple[str, QWidget]]:
    """The states of the page on the demonstration."""
    fenetre.aller("simulation", 3)
    page = fenetre.page
    assert isinstance(page, PageSimulation)
    yield prete("simulation-une")
    _ecrire(page, 0, SB="20", PP="30", PM="50")
    page.ajouter.click()
    page.ajouter.click()
    _ecrire(page, 1, SB="45", PP="30", PM="20")
    choix = page.cartes[2].choix["colleges"]
    choix.combo.setCurrentIndex(choix.combo.findData("par_tete"))
    yield prete("simulation-trois")
    page.cartes[0].plus.click()
    yield prete("simulation-autres-regles")


def _demonstration(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    from tests.ui.captures import demonstration

    fenetre.ouvrir(demonstration(dossier))
    yield from vues(fenetre, prete)


def _vide(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    from tests.ui import fabrique

    fenetre.ouvrir(fabrique.vide(dossier / "vide.scic"))
    fenetre.aller("simulation")
    yield prete("simulation-vide")


SCENES = {"simulation": _demonstration, "simulation-vide": _vide}
