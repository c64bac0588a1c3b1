"""Votes from a file: read and shown first, then counted with those of the room; what is wrong with it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from scicvote.core.faits import Incident
from scicvote.ui.dialogs.confirmation import DialogueIssues
from scicvote.ui.dialogs.votes_externes import DialogueVotesExternes
from scicvote.ui.main_window import MainWindow
from tests.ui import fabrique_votes
from tests.ui.gestes_voter import PiloteVoter, commencer

GVOT = (
    "nom;collectif;Affectation du résultat de 2025\nMarmotte;SB;Pour\nPrunelle;PP;Contre\nAilleurs;PP;Je m’abstiens\n"
)
MOT = "Votes à distance, d’un fichier…"


@pytest.fixture
def pilote(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> PiloteVoter:
    pilote = commencer(qtbot, fenetre, tmp_path)
    pilote.point(2)
    return pilote


def ecrire(dossier: Path, texte: str) -> Path:
    fichier = dossier / "gvot.csv"
    fichier.write_text(texte, encoding="utf-8")
    return fichier


def ouvrir(pilote: PiloteVoter) -> DialogueVotesExternes:
    pilote.menu(pilote.voter.carte.autre, MOT)
    return pilote.ouvert(DialogueVotesExternes)


def proposes(pilote: PiloteVoter) -> list[str]:
    return [entree.mot for entree in pilote.voter.gestes.du_point()]


def test_a_file_is_shown_then_counted_with_the_room(
    pilote: PiloteVoter, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOT not in proposes(pilote)  # nothing to count yet
    pilote.suite()
    pilote.saisir(4, 1, 0, 3, 2, 0, 5, 0, 0)
    dialogue = ouvrir(pilote)
    assert not dialogue.valider.isEnabled()
    fichier = ecrire(tmp_path, GVOT)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(fichier), ""))
    qtbot.mouseClick(dialogue.choisir, Qt.MouseButton.LeftButton)
    assert dialogue.resume.text() == "«\u00a0gvot.csv\u00a0»\u00a0: 3\u00a0votes sur cette résolution."
    assert [i.code for i in dialogue.fautes.issues] == ["VOTES_NOMS"]
    assert {"PP", "SB"} <= {mot.text() for mot in dialogue.findChildren(QLabel)}
    qtbot.keyClick(dialogue.valider, Qt.Key.Key_Return)
    avis = pilote.ouvert(DialogueIssues)
    assert [i.code for i in avis.issues] == ["VOTES_NOMS", "VOTE_DISTANCE"]
    qtbot.mouseClick(avis.continuer, Qt.MouseButton.LeftButton)
    vote = pilote.ag.votes_de(fabrique_votes.AFFECTATION)[-1]
    assert {c.college: (c.pour, c.contre, c.abstention) for c in vote.comptes} == {
        "SB": (5, 1, 0),
        "PP": (3, 3, 1),
        "PM": (5, 0, 0),
    }
    assert pilote.ag.tous(Incident)[-1].texte.startswith("Résolution 2\u00a0: 3\u00a0votes à distance")
    assert pilote.principal == "Proclamer le résultat"
    assert MOT not in proposes(pilote)


def test_more_votes_than_people_left_are_refused(pilote: PiloteVoter, qtbot: QtBot, tmp_path: Path) -> None:
    pilote.suite()
    pilote.saisir(6, 0, 0, 7, 0, 0, 5, 0, 0)
    dialogue = ouvrir(pilote)
    dialogue.lire(ecrire(tmp_path, GVOT))
    qtbot.mouseClick(dialogue.valider, Qt.MouseButton.LeftButton)
    avis = pilote.ouvert(DialogueIssues)
    assert [i.chemin for i in avis.issues if i.code == "VOTES_PLACES"] == ["SB", "PP"]
    assert pilote.ag.votes_de(fabrique_votes.AFFECTATION)[-1].depouillement is None


@pytest.mark.parametrize(
    ("texte", "phrase", "codes"),
    [
        ("collectif;Couleur\nSB;bleu\n", "ne peut pas être compté", {"VOTES_QUESTION"}),
        ("collectif;1\nSB;pour\n", "ne contient aucun vote sur cette résolution", set()),
        ("", "ne peut pas être compté", {"VIDE"}),
    ],
)
def test_what_cannot_be_counted_is_said(
    pilote: PiloteVoter, tmp_path: Path, texte: str, phrase: str, codes: set[str]
) -> None:
    pilote.suite()
    dialogue = ouvrir(pilote)
    dialogue.lire(ecrire(tmp_path, texte))
    assert phrase in dialogue.resume.text()
    assert {i.code for i in dialogue.fautes.issues} == codes
    assert all(i.phrase.startswith("Colonne Couleur\u00a0: ") for i in dialogue.fautes.issues if i.chemin != ".")
    assert not dialogue.valider.isEnabled()


def test_no_file_chosen_changes_nothing(pilote: PiloteVoter, monkeypatch: pytest.MonkeyPatch) -> None:
    pilote.suite()
    dialogue = ouvrir(pilote)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    dialogue.parcourir()
    dialogue.retenir()
    assert dialogue.votes is None
    assert dialogue.isVisible()


def test_secret_votes_elections_and_reopened_counts_take_no_file(pilote: PiloteVoter) -> None:
    pilote.suite()
    pilote.saisir(4, 2, 0, 4, 3, 0, 3, 2, 0)
    assert MOT in proposes(pilote)
    pilote.suite()
    pilote.cliquer("Rouvrir le scrutin")
    assert pilote.principal == "Clore le scrutin"
    assert MOT not in proposes(pilote)
    pilote.suite()
    pilote.suite()
    pilote.point(4)
    pilote.mode("secret_papier")
    pilote.suite()
    assert MOT not in proposes(pilote)
