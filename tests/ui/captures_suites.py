"""Pictures of what follows the votes: the card, each dialog filled from its vote, the first page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.proclamer import PageProclamer
from tests.ui import fabrique_suites as suites

if TYPE_CHECKING:
    from tests.ui.captures import Prete, Vue

DIALOGUES = {
    "admission": "admission:",
    "mandat": "mandat:",
    "exclusion": "exclusion:",
    "constitution": "colleges:",
    "poids": "poids:",
    "formalite": "depot",
}


def vues(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    """Everything to do, then part of it done."""
    ag = suites.creer(dossier / "suites.scic")
    fenetre.ouvrir(dossier / "suites.scic")
    yield prete("accueil-suites")
    fenetre.session.choisir_assemblee(ag)
    fenetre.aller("proclamer", ag)
    page = fenetre.page
    assert isinstance(page, PageProclamer)
    for nom, debut in DIALOGUES.items():
        suite = next(s for s in page.suites.suites if s.cle.startswith(debut))
        page.suivre(suite)
        assert page.dialogue is not None
        yield prete(f"suites-{nom}", page.dialogue)
        if nom in ("mandat", "poids"):
            page.dialogue.executer()  # type: ignore[attr-defined]
        else:
            page.dialogue.close()
    admission = next(s for s in page.suites.suites if s.cle.startswith("admission:"))
    page.noter(admission)
    assert page.dialogue is not None
    yield prete("suites-sans-objet", page.dialogue)
    page.dialogue.close()
    yield prete("suites")


SCENES = {"suites": vues}
