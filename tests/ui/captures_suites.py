"""Pictures of what follows the votes: the card, each dialog filled from its vote, the first page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scicvote.ui.dialogs.nouveau_college import DialogueNouveauCollege
from scicvote.ui.dialogs.resolution import DialogueResolution
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.colleges import PageColleges
from scicvote.ui.pages.preparer import PagePreparer
from scicvote.ui.pages.proclamer import PageProclamer
from tests.ui import fabrique
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


def vues_nouveaux(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    """A new college asked for; the conditions of the votes on the capital and on parts, where they are prepared."""
    fenetre.ouvrir(fabrique.creer(dossier / "nouveaux.scic"))
    fenetre.aller("colleges")
    page = fenetre.page
    assert isinstance(page, PageColleges)
    page.demander_nouveau()
    dialogue = page.dialogue
    assert isinstance(dialogue, DialogueNouveauCollege)
    dialogue.qui.poser([9, 10])
    dialogue.hypotheses.poser("SB 40, PP 20, PM 20, US 20")
    dialogue.prevenir()
    yield prete("nouveau-college", dialogue)
    dialogue.executer()
    yield prete("colleges-nouveau")
    fenetre.aller("preparer", 4)
    preparer = fenetre.page
    assert isinstance(preparer, PagePreparer)
    textes = {
        "reduction": "L’assemblée réduit le capital social de 7\u202f600\u00a0€ à 3\u202f000\u00a0€.",
        "remboursement": "",
    }
    for objet, ecrit in textes.items():
        point = DialogueResolution(fenetre.session, fenetre.session.dossier.assemblees[4], None, preparer)
        point.objet.poser(objet)
        point.objet.change.emit()
        if ecrit:
            point.texte.poser(ecrit)
        else:
            point.concerne.poser(4)
            point.concerne.change.emit()
        point.open()
        yield prete(f"preparer-{objet}-dialogue", point)
        point.executer()
        rangs = [r.objet for r in fenetre.session.dossier.assemblees[4].resolutions]
        preparer.ordre.choisir_rang(rangs.index(objet))
        yield prete(f"preparer-{objet}")


SCENES = {"suites": vues, "nouveaux": vues_nouveaux}
