"""Pictures of the registers: minutes, decisions, movements, mandates, and their dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scicvote.actes import registre
from scicvote.core.faits import Mouvement
from scicvote.store.depot import Depot
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.registres import PageRegistres
from scicvote.ui.session import lire_statuts
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


def _remboursements(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    """Parts due: some can be claimed, some cannot, some wait for subscriptions."""
    fenetre.ouvrir(departs(dossier / "departs.scic"))
    fenetre.aller("registres")
    page = fenetre.page
    assert isinstance(page, PageRegistres)
    page.onglets.choisir("remboursements")
    yield prete("registres-remboursements")
    page.remboursements.table.choisir_rang(1)
    page.remboursements.rembourser()
    yield prete("registres-rembourser", page.remboursements.dialogue)
    page.remboursements.dialogue.close()


def departs(chemin: Path) -> Path:
    """A file whose founders left long ago, lately, and one too many for the floor of the capital."""
    fabrique.creer(chemin)
    with Depot.ouvrir(chemin, lire_statuts, lambda: fabrique.MAINTENANT) as depot:
        for numero, jour in (
            (2, date(2024, 3, 10)),
            (9, date(2025, 9, 1)),
            (21, date(2026, 2, 3)),
            (19, date(2026, 3, 1)),
        ):
            depart = Mouvement(numero, jour, "demission", 0, "", None, None, "")
            assert registre.mouvementer(depot, depart).accepte
    return chemin


SCENES = {"registres": _demonstration, "registres-vide": _vide, "remboursements": _remboursements}
