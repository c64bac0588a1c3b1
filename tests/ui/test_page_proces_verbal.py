"""The minutes' page: what is missing, what is typed, drawing up, signing, rectifying."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scicvote.core.faits import ProcesVerbal, Signature
from scicvote.ui.dialogs.confirmation import DialogueIssues
from scicvote.ui.dialogs.proces_verbal import DialogueDresser, DialogueRectifier, DialogueSigner
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.proces_verbal import PageProcesVerbal
from scicvote.ui.pages.pv_contradictions import page_de
from scicvote.ui.pages.pv_saisies import cle_debat
from tests.outils.histoire import Histoire
from tests.ui.drivers import Pilote

AG = 3


@pytest.fixture(scope="session")
def seance_close(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole annual assembly, its sitting closed, its minutes not drawn up."""
    chemin = tmp_path_factory.mktemp("close") / "close.scic"
    histoire = Histoire.commencer(chemin)
    with histoire.depot:
        histoire.peupler()
        histoire.constituer()
        histoire.college()
        histoire.annuelle()
        histoire.ouvrir(AG)
        histoire.seance(AG)
    return chemin


@pytest.fixture
def close(qtbot: QtBot, fenetre: MainWindow, seance_close: Path, tmp_path: Path) -> Pilote:
    pilote = Pilote(qtbot, fenetre)
    assert pilote.ouvrir(Path(shutil.copy(seance_close, tmp_path / "close.scic")))
    pilote.fenetre.aller("proces_verbal", AG)
    return pilote


def _page(pilote: Pilote) -> PageProcesVerbal:
    page = pilote.page
    assert isinstance(page, PageProcesVerbal)
    return page


def _continuer_malgre_les_avertissements(pilote: Pilote) -> None:
    dialogue = QApplication.activeModalWidget()
    if isinstance(dialogue, DialogueIssues):
        pilote.qtbot.mouseClick(dialogue.continuer, Qt.MouseButton.LeftButton)


def _dresser(pilote: Pilote) -> None:
    page = _page(pilote)
    page.continuer()
    assert isinstance(page.dialogue, DialogueDresser)
    page.dialogue.jour.poser_texte("13/6/2026")
    pilote.qtbot.keyClick(page.dialogue.jour.ligne, Qt.Key.Key_Return)
    _continuer_malgre_les_avertissements(pilote)


def _signer(pilote: Pilote) -> None:
    page = _page(pilote)
    page.continuer()
    assert isinstance(page.dialogue, DialogueSigner)
    page.dialogue.jour.poser_texte("15/6/2026")
    pilote.qtbot.mouseClick(page.dialogue.valider, Qt.MouseButton.LeftButton)
    _continuer_malgre_les_avertissements(pilote)


def test_the_minutes_are_seen_as_they_print(close: Pilote) -> None:
    page = _page(close)
    with close.qtbot.waitSignal(page.apercu.compose):
        page.apercu.perimer()
    assert page.apercu.octets is not None
    assert page.apercu.octets.startswith(b"%PDF")


def test_what_is_to_be_looked_at_is_listed_with_its_article(close: Pilote) -> None:
    page = _page(close)
    codes = [issue.code for issue in page.contradictions.issues]
    assert "PV_DEBATS" in codes
    textes = close.textes(page.contradictions)
    assert any("C. com., art. R223-24" in texte for texte in textes)
    debats = next(issue for issue in page.contradictions.issues if issue.code == "PV_DEBATS")
    page.contradictions.voir.emit(debats)
    assert page.debats.recit.zone.hasFocus()


def test_debates_are_drafts_until_they_are_noted(close: Pilote) -> None:
    page, session = _page(close), close.fenetre.session
    numero = page.debats.resolution
    page.debats.recit.zone.setPlainText("Une associée demande une pause.")
    assert page.debats.etat.text() == "Brouillon gardé, pas encore au procès-verbal"
    assert session.brouillons.lire(cle_debat(session.dossier.assemblees[AG], numero))
    close.qtbot.keyClick(page.debats.recit.zone, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.dossier.assemblees[AG].debat(numero) == "Une associée demande une pause."
    assert session.brouillons.sous("debat/") == {}
    assert close.banniere == "Débats notés au procès-verbal."


def test_a_document_forgotten_in_the_sitting_is_noted_here(close: Pilote) -> None:
    page = _page(close)
    page.faits.bouton_document.click()
    dialogue = QApplication.activeModalWidget()
    assert dialogue is not None
    champ = page.dialogue.document  # type: ignore[union-attr]
    champ.poser_texte("Rapport oublié")
    close.qtbot.keyClick(champ.ligne, Qt.Key.Key_Return)
    assert any("Rapport oublié" in texte for texte in close.textes(page.faits))


def test_from_the_closing_to_the_signature_and_a_correction(close: Pilote) -> None:
    page, session = _page(close), close.fenetre.session
    assert page.suite.text() == "Dresser le procès-verbal…"
    page.debats.recit.zone.setPlainText("Typed and not noted: it must not be left out.")
    resolution = page.debats.resolution
    _dresser(close)
    ag = session.dossier.assemblees[AG]
    assert ag.debat(resolution) == "Typed and not noted: it must not be left out."
    assert [pv.rectifie for pv in ag.tous(ProcesVerbal)] == [None]
    assert page.suite.text() == "Enregistrer la signature…"
    _signer(close)
    assert len(session.dossier.assemblees[AG].tous(Signature)) == 1
    assert page.suite not in page.boutons()
    assert page.debats.recit.zone.isReadOnly()
    assert "signé le 15\u00a0juin\u00a02026" in page.sous_titre()
    close.cliquer("Rectifier…")
    assert isinstance(page.dialogue, DialogueRectifier)
    close.qtbot.mouseClick(page.dialogue.valider, Qt.MouseButton.LeftButton)
    assert page.dialogue.recit.note.text() == "Écrire ce qui est rectifié."
    page.dialogue.recit.poser_texte("Lire Ada, et non Adèle.")
    close.qtbot.keyClick(page.dialogue.recit.zone, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(session.dossier.assemblees[AG].tous(ProcesVerbal)) == 2


def test_a_signature_without_names_is_refused_on_its_field(close: Pilote) -> None:
    _dresser(close)
    page = _page(close)
    page.continuer()
    dialogue = page.dialogue
    assert isinstance(dialogue, DialogueSigner)
    dialogue.signataires.poser_texte(" \n ")
    close.qtbot.mouseClick(dialogue.valider, Qt.MouseButton.LeftButton)
    assert dialogue.signataires.note.text() == "Indiquer qui a signé."
    dialogue.reject()


def test_before_the_closing_the_page_leads_back_to_the_sitting(pilote: Pilote) -> None:
    pilote.fenetre.aller("proces_verbal", AG)
    page = _page(pilote)
    assert page.suite.text() == "Revenir à la séance"
    codes = {issue.code for issue in page.contradictions.issues if issue.bloquante}
    assert {"PV_CLOTURE", "PV_BUREAU"} <= codes
    assert {page_de(issue) for issue in page.contradictions.issues} <= {"emarger", "proclamer", "convoquer", ""}


def test_the_palette_draws_the_minutes_up(close: Pilote) -> None:
    mots = [commande.mot for commande in _page(close).commandes()]
    assert mots == ["Dresser le procès-verbal…", "Imprimer le procès-verbal…"]
