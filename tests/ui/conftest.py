"""Windows without a screen, on a cooperative that was made for the test, with settings of their own."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scicvote.ui.application import creer_application
from scicvote.ui.main_window import MainWindow
from scicvote.ui.reglages import Reglages
from scicvote.ui.session import Session
from tests.ui import fabrique
from tests.ui.drivers import Pilote


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screenless platform complains of what it cannot do; any other warning of Qt still fails."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program makes it."""
    return creer_application(["scicvote"])


@pytest.fixture(autouse=True)
def _effacer(qapp: QApplication) -> Iterator[None]:
    """What was to be deleted is, as the event loop would do: windows of other tests must not slow this one down."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def modele_scic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cooperative's file, written once; tests work on copies."""
    return fabrique.creer(tmp_path_factory.mktemp("fabrique") / "fabrique.scic")


@pytest.fixture
def fichier(tmp_path: Path, modele_scic: Path) -> Path:
    """A cooperative's file of one's own."""
    chemin = tmp_path / "fabrique.scic"
    chemin.write_bytes(modele_scic.read_bytes())
    return chemin


@pytest.fixture
def reglages(tmp_path: Path) -> Reglages:
    """Settings that touch nobody's own."""
    return Reglages(tmp_path / "config" / "reglages.ini")


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Session:
    """A session whose clock stands still, with drafts of its own."""
    return Session(lambda: fabrique.MAINTENANT, brouillons=tmp_path / "brouillons")


@pytest.fixture
def fenetre(qtbot: QtBot, session: Session, reglages: Reglages) -> Iterator[MainWindow]:
    """A window without any file."""
    window = MainWindow(session, reglages)
    qtbot.addWidget(window)
    yield window
    window.close()


@pytest.fixture
def pilote(qtbot: QtBot, fenetre: MainWindow, fichier: Path) -> Pilote:
    """The driver of a window on the fictional cooperative."""
    conducteur = Pilote(qtbot, fenetre)
    conducteur.ouvrir(fichier)
    return conducteur


@pytest.fixture
def pilote_nu(qtbot: QtBot, fenetre: MainWindow) -> Pilote:
    """The driver of a window without file."""
    return Pilote(qtbot, fenetre)
