"""Opening files: the last one comes back, and a bad one is a sentence."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scicvote import paths
from scicvote.ui.main_window import MainWindow
from scicvote.ui.reglages import Reglages
from scicvote.ui.session import Session
from tests.ui import fabrique
from tests.ui.drivers import Pilote


def _mauvais(dossier: Path, nature: str, bon: Path) -> Path:
    """A file that cannot be opened."""
    chemin = dossier / f"{nature}.scic"
    if nature == "texte":
        chemin.write_text("ceci n’est pas une base\n" * 20, encoding="utf-8")
    elif nature in ("futur", "autre"):
        chemin.write_bytes(bon.read_bytes())
        pragma = "user_version = 99" if nature == "futur" else "application_id = 1"
        with sqlite3.connect(chemin) as base:
            base.execute(f"PRAGMA {pragma}")
        base.close()
    elif nature == "tronque":
        chemin.write_bytes(bon.read_bytes()[:5000])
    return chemin


@pytest.mark.parametrize(
    ("nature", "morceau"),
    [
        ("absent", "n’existe pas"),
        ("texte", "n’est pas un fichier SCICVote"),
        ("futur", "version plus récente"),
        ("autre", "la base d’un autre programme"),
        ("tronque", ""),
    ],
)
def test_a_bad_file_is_told_in_one_sentence(pilote_nu: Pilote, fichier: Path, nature: str, morceau: str) -> None:
    chemin = _mauvais(fichier.parent, nature, fichier)
    assert not pilote_nu.ouvrir(chemin)
    assert morceau in pilote_nu.banniere
    assert pilote_nu.banniere.endswith(".")
    assert "Traceback" not in pilote_nu.banniere
    assert pilote_nu.page.cle == "depart"


def test_what_was_open_stays_open(pilote: Pilote, tmp_path: Path) -> None:
    assert not pilote.ouvrir(tmp_path / "absent.scic")
    assert pilote.fenetre.session.ouverte
    assert pilote.titre == fabrique.NOM
    pilote.qtbot.mouseClick(pilote.fenetre.banniere.bouton, Qt.MouseButton.LeftButton)
    assert pilote.banniere == ""


def test_a_file_without_cooperative_is_refused(pilote_nu: Pilote, tmp_path: Path) -> None:
    from scicvote.store.depot import Depot
    from scicvote.ui.session import lire_statuts

    Depot.creer(tmp_path / "vierge.scic", lire_statuts).fermer()
    assert not pilote_nu.ouvrir(tmp_path / "vierge.scic")
    assert "aucune coopérative" in pilote_nu.banniere


def test_the_last_file_comes_back(pilote: Pilote, qtbot: QtBot, reglages: Reglages, fichier: Path) -> None:
    pilote.fenetre.close()
    autre = MainWindow(Session(lambda: fabrique.MAINTENANT), Reglages(reglages.chemin))
    qtbot.addWidget(autre)
    autre.demarrer()
    assert autre.session.chemin == fichier
    assert autre.page.cle == "accueil"
    autre.close()


def test_a_closed_file_does_not(pilote: Pilote, reglages: Reglages, fichier: Path) -> None:
    pilote.raccourci(Qt.Key.Key_W)
    assert pilote.page.cle == "depart"
    assert Reglages(reglages.chemin).dernier is None
    assert Reglages(reglages.chemin).recents == (fichier,)
    pilote.cliquer("fabrique.scic")
    assert pilote.titre == fabrique.NOM


def test_a_last_file_that_went_away_is_told(pilote_nu: Pilote, reglages: Reglages, tmp_path: Path) -> None:
    reglages.noter_ouvert(tmp_path / "parti.scic")
    pilote_nu.fenetre.demarrer()
    assert "n’existe pas" in pilote_nu.banniere
    assert reglages.recents == ()


def test_the_file_asked_for_goes_before_the_last_one(pilote_nu: Pilote, reglages: Reglages, fichier: Path) -> None:
    reglages.noter_ouvert(fichier.with_name("autre.scic"))
    pilote_nu.fenetre.demarrer(fichier)
    assert pilote_nu.titre == fabrique.NOM


def test_a_file_can_be_dropped_on_the_window(pilote_nu: Pilote, fichier: Path) -> None:
    pilote_nu.deposer(fichier.with_suffix(".txt"))
    assert pilote_nu.page.cle == "depart"
    pilote_nu.deposer(fichier)
    assert pilote_nu.titre == fabrique.NOM


def test_the_demonstration_is_made_then_opened(
    qtbot: QtBot, session: Session, reglages: Reglages, fichier: Path
) -> None:
    fenetre = MainWindow(session, reglages, lambda: fichier)
    qtbot.addWidget(fenetre)
    pilote = Pilote(qtbot, fenetre)
    pilote.cliquer("Ouvrir la démonstration")
    assert pilote.titre == fabrique.NOM
    fenetre.close()


def test_ctrl_o_asks_for_a_file(pilote_nu: Pilote, fichier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "scicvote.ui.main_window.QFileDialog.getOpenFileName", lambda *_: (str(fichier), "Coopératives")
    )
    pilote_nu.raccourci(Qt.Key.Key_O)
    assert pilote_nu.titre == fabrique.NOM


def test_the_settings_are_an_ini_file_in_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "dossier_config", lambda: tmp_path / "réglages")
    reglages = Reglages()
    reglages.noter_ouvert(tmp_path / "é.scic")
    assert reglages.chemin == tmp_path / "réglages" / "reglages.ini"
    assert Reglages().dernier == tmp_path / "é.scic"


def test_the_window_remembers_its_place(pilote: Pilote, qtbot: QtBot, reglages: Reglages) -> None:
    pilote.fenetre.resize(760, 520)
    pilote.fenetre.close()
    autre = MainWindow(Session(), Reglages(reglages.chemin))
    qtbot.addWidget(autre)
    assert (autre.width(), autre.height()) == (760, 520)
    autre.close()


def test_recent_files_are_few_and_once_each(reglages: Reglages, tmp_path: Path) -> None:
    for i in (*range(12), 3):
        reglages.noter_ouvert(tmp_path / f"{i}.scic")
    noms = [chemin.stem for chemin in reglages.recents]
    assert noms == ["3", "11", "10", "9", "8", "7", "6", "5"]
