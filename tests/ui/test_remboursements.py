"""Parts paid back, in the window: in order, with what blocks, by a dialog that says it (statuts 8, 16, 17)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scicvote.core.remboursements import plan_du
from scicvote.ui.dialogs.remboursement import DialogueRemboursement
from scicvote.ui.main_window import MainWindow
from scicvote.ui.models.remboursements_model import etat_remboursement
from scicvote.ui.pages.registres import PageRegistres
from tests.ui import fabrique
from tests.ui.captures_registres import departs
from tests.ui.drivers import Pilote


@pytest.fixture
def pilote(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> Pilote:
    conducteur = Pilote(qtbot, fenetre)
    conducteur.ouvrir(departs(tmp_path / "departs.scic"))
    return conducteur


def aller(pilote: Pilote) -> PageRegistres:
    page = pilote.naviguer("registres")
    assert isinstance(page, PageRegistres)
    next(c for c in page.commandes() if c.mot == "Parts à rembourser").action()
    return page


def test_les_dettes_sont_dans_l_ordre_avec_ce_qui_bloque(pilote: Pilote) -> None:
    page = aller(pilote)
    assert pilote.lignes(page.remboursements.table, "perte") == [
        "10\u00a0mars\u00a02024",
        "1er\u00a0sept.\u00a02025",
        "30\u00a0nov.\u00a02025",
        "3\u00a0févr.\u00a02026",
        "1er\u00a0mars\u00a02026",
    ]
    etats = [etat_remboursement(x).mot for x in page.remboursements.modele.lignes_visibles()]
    assert etats == ["Exigible", *["Pas encore exigible"] * 3, "47 parts possibles"]
    assert page.sous_titre() == "5\u00a0remboursements attendus"
    assert "le reste attend" in page.remboursements.phrase.text()


def test_un_remboursement_se_confirme_et_sort_de_la_liste(pilote: Pilote) -> None:
    page = aller(pilote)
    page.remboursements.table.choisir_rang(0)
    pilote.qtbot.keyClick(page.remboursements.table, Qt.Key.Key_Return)
    dialogue = page.remboursements.dialogue
    assert isinstance(dialogue, DialogueRemboursement)
    dues = dialogue.parts.valeur()
    assert dues
    dialogue.parts.poser_texte("")
    dialogue.valider.click()
    assert dialogue.parts.issue is not None
    dialogue.parts.poser(dues + 1)
    dialogue.valider.click()
    assert dialogue.parts.issue is not None
    assert dialogue.parts.issue.code == "PARTS"
    dialogue.parts.poser(dues)
    dialogue.valider.click()
    plan = plan_du(pilote.fenetre.session.dossier, pilote.fenetre.session.aujourdhui)
    assert plan is not None
    assert [dette.associe for dette in plan.dettes] == [9, 4, 21, 19]
    assert page.remboursements.modele.rowCount() == 4


def test_passer_avant_un_autre_est_dit_avant(pilote: Pilote) -> None:
    page = aller(pilote)
    page.remboursements.table.choisir_rang(1)
    page.remboursements.bouton_rembourser.click()
    dialogue = page.remboursements.dialogue
    assert {i.code for i in dialogue.avertis.issues} == {"REMBOURSEMENT_ORDRE", "REMBOURSEMENT_DELAI"}


def test_l_etat_s_imprime(pilote: Pilote, monkeypatch: pytest.MonkeyPatch) -> None:
    page = aller(pilote)
    demandes: list[str] = []
    monkeypatch.setattr(page, "montrer_papier", lambda _titre, nom, fabrique: demandes.append(nom) or fabrique(None))
    page.remboursements.bouton_imprimer.click()
    assert demandes == ["remboursements.pdf"]


def test_rien_ne_reste_du(pilote_nu: Pilote, tmp_path: Path) -> None:
    pilote_nu.ouvrir(fabrique.vide(tmp_path / "vide.scic"))
    page = aller(pilote_nu)
    assert page.boutons() == ()
    assert "Rien ne reste dû" in pilote_nu.textes()
    page.remboursements.imprimer()
    page.remboursements.rembourser()
    assert page.remboursements.support() is None


def test_ce_que_le_plancher_retient_se_voit(pilote: Pilote) -> None:
    """The last to leave waits for subscriptions once the others took what the floor leaves."""
    page = aller(pilote)
    page.remboursements.table.choisir_rang(4)
    page.remboursements.bouton_rembourser.click()
    dialogue = page.remboursements.dialogue
    assert dialogue.parts.valeur() == 47
    dialogue.parts.poser(85)
    dialogue.valider.click()
    plan = plan_du(pilote.fenetre.session.dossier, pilote.fenetre.session.aujourdhui)
    assert plan is not None
    etats = [etat_remboursement(x).mot for x in page.remboursements.modele.lignes_visibles()]
    assert etats[:3] == ["Exigible", "Pas encore exigible", "Pas encore exigible"]
    assert etats[3] == "102 parts possibles"
    dialogue = page.remboursements
    dialogue.table.choisir_rang(3)
    dialogue.rembourser()
    dialogue.dialogue.parts.poser(110)
    dialogue.dialogue.valider.click()
    issue = dialogue.dialogue.parts.issue
    assert issue is not None
    assert (issue.code, issue.articles) == ("CAPITAL_PLANCHER", ("statuts 8", "statuts 16-3"))
