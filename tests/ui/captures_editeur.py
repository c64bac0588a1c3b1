"""Pictures of the statutes' editor: each section, faults, what would change, the version recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from scicvote.ui.edition_statuts import SECTIONS
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.editeur_majorites import SectionMajorites
from scicvote.ui.pages.editeur_statuts import PageEditeurStatuts
from tests.ui import fabrique

Prete = Callable[..., tuple[str, QWidget]]


def vues(fenetre: MainWindow, prete: Prete) -> Iterator[tuple[str, QWidget]]:
    """The states of the page."""
    fenetre.aller("statuts_editeur")
    page = fenetre.page
    assert isinstance(page, PageEditeurStatuts)
    for cle in SECTIONS:
        page.liste.choisir(cle)
        yield prete(f"editeur-{cle}")
    page.liste.choisir("majorites")
    section = page.courante
    assert isinstance(section, SectionMajorites)
    section.montrer_regle("extraordinaire")
    stricte, seuil = (section.champ(f"regles.extraordinaire.premiere.{cle}") for cle in ("stricte", "seuil"))
    stricte.combo.setCurrentIndex(stricte.combo.findData("oui"))  # type: ignore[attr-defined]
    page.recompter()
    yield prete("editeur-change")
    seuil.ligne.setText("3/2")  # type: ignore[attr-defined]
    page.recompter()
    yield prete("editeur-faute")
    seuil.ligne.setText("3/4")  # type: ignore[attr-defined]
    page.recompter()
    page.enregistrer()
    QApplication.processEvents()
    yield prete("editeur-enregistrer", page.dialogue)
    assert page.dialogue is not None
    page.dialogue.close()
    page.abandonner()
    yield prete("editeur-abandonner", page.dialogue)
    page.dialogue.close()


def _demonstration(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    from tests.ui.captures import demonstration

    fenetre.ouvrir(demonstration(dossier))
    yield from vues(fenetre, prete)


def _vide(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    fenetre.ouvrir(fabrique.vide(dossier / "editeur-vide.scic"))
    fenetre.aller("statuts_editeur")
    yield prete("editeur-sans-assemblee")


SCENES = {"statuts-editeur": _demonstration, "statuts-editeur-vide": _vide}
