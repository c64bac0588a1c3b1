"""Nothing blocks: no page and no gesture keeps the window's thread over 100 ms on the demonstration."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scicvote.actes.demonstration import raconter
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages_fenetre import CLES
from tests.ui.fabrique import MAINTENANT
from tests.ui.guetteur import Guetteur


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    chemin = tmp_path_factory.mktemp("demonstration") / "cliss-xxi.scic"
    with raconter(chemin, lambda: MAINTENANT).depot:
        return chemin


def test_the_watcher_sees_what_blocks(qtbot: QtBot) -> None:
    guetteur = Guetteur()

    def occuper(secondes: float) -> None:
        fin = time.thread_time() + secondes
        while time.thread_time() < fin:
            pass

    with guetteur.geste("bref"):
        occuper(guetteur.limite / 4)
    with guetteur.geste("long"):
        occuper(guetteur.limite * 1.5)
    assert [ligne.split("\u00a0")[0] for ligne in guetteur.depassements] == ["long"]


def test_no_page_blocks_on_the_demonstration(qtbot: QtBot, fenetre: MainWindow, demonstration: Path) -> None:
    fenetre.resize(1440, 900)
    fenetre.show()
    qtbot.waitExposed(fenetre)
    assert fenetre.ouvrir(demonstration)
    fenetre.session.choisir_assemblee(3)
    guetteur = Guetteur()
    for cle in CLES:
        fenetre.page_de(cle)  # making a page is once; showing it and its gestures are watched
        fenetre.aller(cle)
        for _ in range(20):
            QApplication.processEvents()
    for cle in CLES:
        guetteur.surveiller(f"aller à {cle}", partial(fenetre.aller, cle))
        guetteur.surveiller(f"redessiner {cle}", fenetre.page.actualiser)
    assert not guetteur.depassements
