"""Pictures of the registers: minutes, decisions, movements, mandates, and their dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.registres import PageRegistres
from tests.ui import fabrique

Prete = Callable[..., tuple[str, QWidget]]


def vues(fenetre: MainWindow, prete: Prete) -> Iterator[tuple[str, QWidget]]:
    """The states of the page on an open file."""
    fenetre.aller("registres")
    page = fenetre.page
    assert isinstance(page, PageRegistres)
    for partie in ("proces_verbaux", "decisions", "mouvements", "gerance"):
        page.onglets.choisir(partie)
        yield prete(f"registres-{partie}")
    page.gerance.commencer()
    yield prete("registres-mandat", page.gerance.dialogue)
    page.gerance.dialogue.close()
    page.onglets.choisir("proces_verbaux")
    page.registre.setCurrentIndex(1)
    yield prete("registres-general")
    if page.modele.rowCount():
        page.proces_verbaux.signer()
        yield prete("registres-signer", page.proces_verbaux.dialogue)
        page.proces_verbaux.dialogue.close()
    page.registre.setCurrentIndex(0)


def _demonstration(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    from tests.ui.captures import demonstration

    fenetre.ouvrir(demonstration(dossier))
    yield from vues(fenetre, prete)


def _vide(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    fenetre.ouvrir(fabrique.vide(dossier / "vide.scic"))
    yield from vues(fenetre, lambda nom, vue=None: prete(f"vide-{nom}", vue))


SCENES = {"registres": _demonstration, "registres-vide": _vide}
