"""Pictures of the journal: an entry in full, taking an act back, what checking found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scicvote.actes.verification import verifier
from scicvote.ui.dialogs.archive import DialogueArchive
from scicvote.ui.dialogs.verification import DialogueVerification
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.journal import PageJournal
from tests.ui import fabrique

Prete = Callable[..., tuple[str, QWidget]]


def vues(fenetre: MainWindow, prete: Prete) -> Iterator[tuple[str, QWidget]]:
    """The states of the page on an open file."""
    fenetre.aller("journal")
    page = fenetre.page
    assert isinstance(page, PageJournal)
    yield prete("journal")
    page.avertis.setChecked(True)
    yield prete("journal-avertis")
    page.avertis.setChecked(False)
    page.recherche.setText("zzz")
    yield prete("journal-sans-reponse")
    page.recherche.clear()
    page.annuler()
    yield prete("journal-annuler", page.dialogue)
    page.dialogue.close()
    dialogue = DialogueVerification(verifier(fenetre.session.depot), page)
    dialogue.open()
    yield prete("journal-verifie", dialogue)
    dialogue.close()
    if fenetre.session.dossier.assemblees:
        choix = DialogueArchive(tuple(fenetre.session.dossier.assemblees.values()), page)
        choix.open()
        yield prete("journal-archive", choix)
        choix.close()


def _demonstration(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    from tests.ui.captures import demonstration

    fenetre.ouvrir(demonstration(dossier))
    yield from vues(fenetre, prete)


def _vide(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    fenetre.ouvrir(fabrique.vide(dossier / "vide.scic"))
    yield from vues(fenetre, lambda nom, vue=None: prete(f"vide-{nom}", vue))


SCENES = {"journal": _demonstration, "journal-vide": _vide}
