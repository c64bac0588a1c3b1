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


def capturer(fenetre: MainWindow, prete: Prete, fichier: Path, dossier: Path) -> None:
    """Every state, whatever ``prete`` does with it; then the same of a cooperative that has nothing yet."""
    from tests.ui import fabrique

    fenetre.ouvrir(fichier)
    for _ in vues(fenetre, prete):
        pass
    fenetre.ouvrir(fabrique.vide(dossier / "vide.scic"))
    for _ in vues(fenetre, lambda nom, vue=None: prete(f"vide-{nom}", vue)):
        pass
