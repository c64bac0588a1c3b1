"""An assembly where some people vote in several colleges, as pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scicvote.actes import seance
from scicvote.ui.dialogs.pouvoir import DialoguePouvoir
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.emarger import PageEmarger
from tests.outils.plusieurs import salle
from tests.scene_papiers import a
from tests.ui.captures_emarger import Prete


def _plusieurs(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    scene = salle(dossier)
    chemin = dossier / "fiction.scic"
    numero = scene.ag
    scene.depot.fermer()
    fenetre.ouvrir(chemin)
    fenetre.aller("emarger", numero)
    page = fenetre.page
    assert isinstance(page, PageEmarger)
    yield prete("plusieurs-emarger")
    fenetre.session.accomplir(lambda depot: seance.retirer_pouvoir(depot, numero, 2, a(18), "retiré par le mandant"))
    dialogue = DialoguePouvoir(fenetre.session, 7, parent=page)
    dialogue.mandataire.poser(3)
    dialogue.colleges.poser("PP")
    dialogue.prevenir()
    dialogue.open()
    yield prete("plusieurs-pouvoir", dialogue)
    dialogue.close()
    fenetre.aller("voter", numero)
    yield prete("plusieurs-voter")
    fenetre.aller("associes")
    yield prete("plusieurs-associes")
    fenetre.aller("convoquer", numero)
    yield prete("plusieurs-convoquer")


SCENES = {"plusieurs": _plusieurs}
