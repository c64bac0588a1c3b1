"""A college's own file in the window: its assembly alone, its return, and the return on the gérant's computer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scicvote.actes import export_college
from scicvote.actes.export_college import Remise
from scicvote.scelles.mots import mots
from scicvote.ui.commandes_fenetre import commandes
from scicvote.ui.dialogs.confirmation import DialogueIssues
from scicvote.ui.dialogs.retour_college import DialogueRetour
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.retour import PageRetour
from tests.outils.college import Portable, deposer
from tests.outils.histoire import Histoire
from tests.ui.captures_college import AG, cooperative, remettre
from tests.ui.drivers import Pilote


@pytest.fixture(scope="session")
def _paquet(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Remise]:
    dossier = tmp_path_factory.mktemp("ailleurs")
    histoire = cooperative(dossier)
    remise = remettre(histoire)
    histoire.depot.fermer()
    return dossier / "coop.scic", remise


@pytest.fixture
def coop(_paquet: tuple[Path, Remise], tmp_path: Path) -> Path:
    copie = tmp_path / "coop.scic"
    copie.write_bytes(_paquet[0].read_bytes())
    return copie


@pytest.fixture
def remise(_paquet: tuple[Path, Remise]) -> Remise:
    return _paquet[1]


@pytest.fixture
def pilote_college(qtbot: QtBot, fenetre: MainWindow, remise: Remise, tmp_path: Path) -> Pilote:
    """The window on the SB college's file, opened from its package."""
    pilote = Pilote(qtbot, fenetre)
    assert pilote.ouvrir(deposer(remise, tmp_path / "SB"))
    return pilote


def tenir(pilote: Pilote, remise: Remise) -> None:
    Portable(Histoire(pilote.fenetre.session.depot), AG, "SB", remise.phrase).tenir()
    pilote.fenetre.session.dossier_change.emit()


def page_retour(pilote: Pilote) -> PageRetour:
    pilote.fenetre.aller("retour")
    page = pilote.page
    assert isinstance(page, PageRetour)
    return page


def test_le_paquet_montre_l_assemblee_du_college_seule(pilote_college: Pilote, remise: Remise) -> None:
    fenetre = pilote_college.fenetre
    assert pilote_college.page.cle == "emarger"
    assert "Collège SB — assemblée du 12\u00a0juin\u00a02026" in fenetre.windowTitle()
    assert fenetre.navigation.nom.text() == "Collège SB"
    assert all(mot in pilote_college.banniere for mot in mots(remise.export.empreinte))
    montrees = {cle for cle, bouton in fenetre.navigation.boutons.items() if bouton.isVisible()}
    assert montrees == {"assemblees", "registres", "journal"}
    assert list(fenetre.fil.boutons) == ["emarger", "voter", "proclamer", "retour", "proces_verbal"]


@pytest.mark.parametrize("cle", ["accueil", "associes", "colleges", "statuts", "preparer", "convoquer", "assemblees"])
def test_ce_qui_n_est_pas_au_college_mene_a_son_assemblee(pilote_college: Pilote, cle: str) -> None:
    pilote_college.fenetre.aller(cle)
    assert pilote_college.page.cle == "emarger"


def test_les_etapes_au_clavier_sont_celles_du_college(pilote_college: Pilote) -> None:
    pilote_college.qtbot.keyClick(pilote_college.fenetre, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert pilote_college.page.cle == "retour"
    pilote_college.qtbot.keyClick(pilote_college.fenetre, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    assert pilote_college.page.cle == "retour"
    assert {"Préparer le retour", "Retour"} <= {c.mot for c in commandes(pilote_college.fenetre)}


def test_le_meme_paquet_reprend_le_meme_travail(pilote_college: Pilote, tmp_path: Path) -> None:
    chemin = pilote_college.fenetre.session.chemin
    assert pilote_college.ouvrir(tmp_path / "SB" / "SB-1.scicollege")
    assert pilote_college.fenetre.session.chemin == chemin
    assert "Travail repris." in pilote_college.banniere


def test_le_college_rend_ses_votes(pilote_college: Pilote, remise: Remise) -> None:
    page = page_retour(pilote_college)
    assert not page.principal.isEnabled()
    page.preparer()
    assert page.dialogue is None
    tenir(pilote_college, remise)
    assert page.principal.isEnabled()
    page.principal.click()
    dialogue = page.dialogue
    assert dialogue is not None
    dialogue.phrase.poser("de mauvais mots")
    dialogue.executer()
    assert dialogue.phrase.issue is not None
    assert dialogue.phrase.issue.code == "PHRASE"
    dialogue.phrase.poser(remise.phrase)
    dialogue.executer()
    prepare = page.prepare
    assert prepare is not None
    assert page.mots.text() == " ".join(mots(prepare.empreinte))
    assert page.chemin_propose().read_text(encoding="utf-8") == prepare.texte
    assert "Retour écrit" in pilote_college.banniere
    brouillons = [f.read_text(encoding="utf-8", errors="replace") for f in page.chemin_propose().parent.rglob("*.json")]
    assert not any(remise.phrase in texte for texte in brouillons)
    assert {"Imprimer le papier du retour"} <= {c.mot for c in page.commandes()}


def test_enregistrer_ailleurs(
    pilote_college: Pilote, remise: Remise, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_retour(pilote_college)
    tenir(pilote_college, remise)
    page.preparer()
    assert page.dialogue is not None
    page.dialogue.phrase.poser(remise.phrase)
    page.dialogue.executer()
    chemin = tmp_path / "cle usb"
    monkeypatch.setattr("scicvote.ui.pages.retour.QFileDialog.getSaveFileName", lambda *_: (str(chemin), ""))
    page.enregistrer_fichier()
    assert chemin.with_suffix(".scicollege").exists()
    chemin = tmp_path / "absent" / "r.scicollege"
    page.enregistrer_fichier()
    assert "ne peut pas être écrit" in pilote_college.banniere


# --- on the gérant's computer


def retour(pilote: Pilote, remise: Remise) -> Path:
    page = page_retour(pilote)
    tenir(pilote, remise)
    page.preparer()
    assert page.dialogue is not None
    page.dialogue.phrase.poser(remise.phrase)
    page.dialogue.executer()
    return page.chemin_propose()


def test_un_retour_se_prend_une_fois(pilote_college: Pilote, remise: Remise, coop: Path) -> None:
    chemin = retour(pilote_college, remise)
    fenetre = pilote_college.fenetre
    assert not pilote_college.ouvrir(chemin)
    assert "ouvrir d’abord le fichier de la coopérative" in pilote_college.banniere
    assert pilote_college.ouvrir(coop)
    assert fenetre.navigation.boutons["accueil"].isVisible()
    pilote_college.deposer(chemin)
    dialogue = fenetre.college.dialogue
    assert isinstance(dialogue, DialogueRetour)
    assert dialogue.mots.text() == " ".join(dialogue.vu.mots)
    dialogue.valider.click()
    assert "Retour n°\u00a01 du collège SB pris" in pilote_college.banniere
    assert not pilote_college.ouvrir(chemin)
    assert "déjà pris" in pilote_college.banniere


def test_un_retour_change_ne_se_prend_pas(pilote_college: Pilote, remise: Remise, coop: Path) -> None:
    chemin = retour(pilote_college, remise)
    chemin.write_bytes(chemin.read_bytes().replace(b'"pour":3', b'"pour":4', 1))
    pilote_college.ouvrir(coop)
    pilote_college.ouvrir(chemin)
    refuse = pilote_college.fenetre.college.dialogue
    assert isinstance(refuse, DialogueIssues)
    assert [i.code for i in refuse.issues] == ["RETOUR_ABIME"]


def test_un_retour_refuse_se_montre_avec_sa_raison(pilote_college: Pilote, remise: Remise, coop: Path) -> None:
    chemin = retour(pilote_college, remise)
    pilote_college.ouvrir(coop)
    depot = pilote_college.fenetre.session.depot
    export_college.renoncer(depot, AG, "SB", 1, pilote_college.fenetre.session.maintenant, "panne")
    pilote_college.ouvrir(chemin)
    dialogue = pilote_college.fenetre.college.dialogue
    assert isinstance(dialogue, DialogueRetour)
    assert not dialogue.valider.isEnabled()
    assert [i.code for i in dialogue.vu.issues] == ["EXPORT_RENONCE"]


def test_un_fichier_qui_n_est_pas_d_un_college(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    pilote = Pilote(qtbot, fenetre)
    faux = tmp_path / "faux.scicollege"
    faux.write_bytes(b"rien")
    assert not pilote.ouvrir(faux)
    assert "JSON" in pilote.banniere
    assert not pilote.ouvrir(tmp_path / "absent.scicollege")
    assert "n’existe pas" in pilote.banniere
