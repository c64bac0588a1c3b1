"""Pictures of the statutes' page: in words, majorities, versions, and what a new version changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scicvote.exchange.statuts import texte_fourni
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.statuts import PageStatuts
from tests.ui.gestes_creation import FAUTIF

Prete = Callable[..., tuple[str, QWidget]]


def vues(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    """The states of the page; ``dossier`` takes the files that are made for them."""
    fenetre.aller("statuts")
    page = fenetre.page
    assert isinstance(page, PageStatuts)
    for partie in ("clair", "majorites", "versions"):
        page.onglets.choisir(partie)
        yield prete(f"statuts-{partie}")
    neufs = dossier / "neufs.toml"
    neufs.write_text(texte_fourni("cliss-xxi").replace('poids = "40"', 'poids = "50"').replace('poids = "30"', 'poids = "25"'), encoding="utf-8")  # fmt: skip
    for nom, chemin in (("statuts-nouvelle-version", neufs), ("statuts-fautes", dossier / "fautes.toml")):
        if not chemin.exists():
            chemin.write_text(FAUTIF, encoding="utf-8")
        page.recevoir(chemin)
        yield prete(nom, page.dialogue)
        page.dialogue.close()
    page.ouvrir_siege()
    yield prete("statuts-siege", page.dialogue)
    page.dialogue.close()
    page.ouvrir_entete()
    yield prete("statuts-entete", page.dialogue)
    page.dialogue.close()


def _demonstration(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    from tests.ui.captures import demonstration

    fenetre.ouvrir(demonstration(dossier))
    yield from vues(fenetre, prete, dossier)


SCENES = {"statuts": _demonstration}
