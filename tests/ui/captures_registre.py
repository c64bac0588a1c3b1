"""Pictures of the register: its dialogs, the import at each of its states, the colleges."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from scicvote.core.registre import NatureMouvement
from scicvote.ui.main_window import MainWindow
from tests.ui import fabrique
from tests.ui.gestes_importation import INCHANGE, MODIFIE, NOUVEAU, REFUSE, TOTAL, ecrire

Prete = Callable[..., tuple[str, QWidget]]


def vues(fenetre: MainWindow, prete: Prete) -> Iterator[tuple[str, QWidget]]:
    """The states that a secretary meets."""
    yield from _associes(fenetre, prete)
    yield from _importation(fenetre, prete)
    fenetre.aller("colleges")
    page = fenetre.page
    page.designer_presidence()  # type: ignore[attr-defined]
    yield _dialogue(page, prete, "presidence")


def _associes(fenetre: MainWindow, prete: Prete) -> Iterator[tuple[str, QWidget]]:
    fenetre.aller("associes")
    page = fenetre.page
    page.ouvrir_inscription()  # type: ignore[attr-defined]
    yield _dialogue(page, prete, "inscription")
    page.mouvementer()  # type: ignore[attr-defined]
    page.dialogue.choisir(NatureMouvement.CESSION)  # type: ignore[attr-defined]
    page.dialogue.executer()  # type: ignore[attr-defined]
    yield _dialogue(page, prete, "cession-refusee")
    page.modifier()  # type: ignore[attr-defined]
    yield _dialogue(page, prete, "fiche")
    page.voir_alertes()  # type: ignore[attr-defined]
    yield _dialogue(page, prete, "alertes")


def _importation(fenetre: MainWindow, prete: Prete) -> Iterator[tuple[str, QWidget]]:
    fenetre.aller("importation")
    page = fenetre.page
    yield prete("import-choisir")
    with tempfile.TemporaryDirectory() as dossier:
        for nom, lignes in (("refus", (INCHANGE, MODIFIE, NOUVEAU, REFUSE, TOTAL)), ("apercu", (INCHANGE, NOUVEAU))):
            page.lire(ecrire(Path(dossier), *lignes, nom=f"{nom}.csv"))  # type: ignore[attr-defined]
            while fenetre.travaux.occupe:
                QApplication.processEvents()
            yield prete(f"import-{nom}")


def _dialogue(page: QWidget, prete: Prete, nom: str) -> tuple[str, QWidget]:
    """The dialog that is open; it is closed once the next picture is asked for."""
    dialogue = page.dialogue  # type: ignore[attr-defined]
    vue = prete(nom, dialogue)
    image = dialogue.grab()
    dialogue.reject()
    return vue[0], _Image(image)


class _Image(QWidget):
    """A picture that was taken already."""

    def __init__(self, image) -> None:  # type: ignore[no-untyped-def]
        super().__init__()
        self._image = image

    def grab(self, *_arguments):  # type: ignore[no-untyped-def]
        return self._image


def _seules(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    fenetre.ouvrir(fabrique.creer(dossier / "registre.scic"))
    yield from vues(fenetre, prete)


SCENES = {"registre": _seules}
