"""The start of the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scicvote import paths
from scicvote.ui.amorce import Amorce
from scicvote.ui.application import creer_application, lancer
from scicvote.ui.main_window import MainWindow
from scicvote.ui.reglages import Reglages
from scicvote.ui.session import Session
from tests.ui.fabrique import NOM


def test_the_application_is_made_once(qapp: QApplication) -> None:
    assert creer_application() is qapp
    assert QLocale().language() == QLocale.Language.French


def test_the_program_starts_on_the_file_asked_for(
    qapp: QApplication, qtbot: QtBot, fichier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titres: list[str] = []
    attentes: list[str] = []

    def fenetres() -> list[MainWindow]:
        return [w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]

    def executer() -> int:
        attentes.extend(w.phrase for w in qapp.topLevelWidgets() if isinstance(w, Amorce) and w.isVisible())
        assert not fenetres()  # something is seen before the window is loaded
        qtbot.waitUntil(lambda: bool(fenetres()))
        titres.extend(fenetre.windowTitle() for fenetre in fenetres())
        assert not any(isinstance(w, Amorce) and w.isVisible() for w in qapp.topLevelWidgets())
        for fenetre in fenetres():
            fenetre.close()
        return 0

    monkeypatch.setattr(paths, "dossier_config", lambda: tmp_path / "config")
    monkeypatch.setattr(paths, "dossier_donnees", lambda: tmp_path / "données")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(QApplication, "exec", staticmethod(executer))
    assert lancer(str(fichier)) == 0
    assert attentes == ["Ouverture de «\u00a0fabrique.scic\u00a0»…"]
    assert titres == [f"{NOM} – SCICVote"]
    assert Reglages().dernier == fichier


def test_signals_do_not_wear_true_out(qapp: QApplication) -> None:
    session = Session()
    for _ in range(20_000):
        session.dossier_change.emit()
    assert sys.getrefcount(True) > 1_000_000


@pytest.mark.parametrize("mot", ["&Look in:", "Files of &type:", "Save As", "&Open"])
def test_qts_own_dialogs_speak_french(qapp: QApplication, mot: str) -> None:
    assert qapp.translate("QFileDialog", mot) != mot
