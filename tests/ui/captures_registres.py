"""Pictures of the registers: minutes, decisions, movements, mandates, and their dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.registres import PageRegistres

Prete = Callable[..., tuple[str, QWidget]]


def vues(fenetre: MainWindow, prete: Prete) -> Iterator[tuple[str, QWidget]]:
    """The states of the page on an open file."""
    fenetre.aller("registres")
    page = fenetre.page
    assert isinstance(page, PageRegistres)
    for partie in ("proces_verbaux", "decisions", "mouvements", "gerance"):
        page.onglets.choisir(partie)
        yield prete(f"registres-{partie}")
    page.commencer_mandat()
    yield prete("registres-mandat", page.dialogue)
    page.dialogue.close()
    page.onglets.choisir("proces_verbaux")
    page.registre.setCurrentIndex(1)
    yield prete("registres-general")
    if page.modele.rowCount():
        page.signer()
        yield prete("registres-signer", page.dialogue)
        page.dialogue.close()
    page.registre.setCurrentIndex(0)


def capturer(fenetre: MainWindow, prete: Prete, fichier: Path, dossier: Path) -> None:
    """Every state, whatever ``prete`` does with it; then the same of a cooperative that has nothing yet."""
    from tests.ui import fabrique

    fenetre.ouvrir(fichier)
    for _ in vues(fenetre, prete):
        pass
    fenetre.ouvrir(fabrique.vide(dossier / "vide.scic"))
    for _ in vues(fenetre, lambda nom, vue=None: prete(f"vide-{nom}", vue)):
        pass
