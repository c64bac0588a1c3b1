"""A college's own file in the window: its assembly alone, its return, and the return on the gérant's computer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scicvote.actes import export_college, seance
from scicvote.actes.export_college import Remise
from scicvote.core.faits import Bureau
from scicvote.core.faits_college import ExportCollege
from scicvote.core.retours import suivis
from scicvote.scelles.mots import mots
from scicvote.ui.commandes_fenetre import commandes
from scicvote.ui.dialogs.confirmation import DialogueIssues
from scicvote.ui.dialogs.export_college import DialogueExport, DialogueRemise
from scicvote.ui.dialogs.retour_college import DialogueRetour
from scicvote.ui.dialogs.saisie_retour import DialogueSaisie
from scicvote.ui.dialogs.silence_college import DialogueRenoncer, DialogueSilence
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.colleges import PageColleges
from scicvote.ui.pages.retour import PageRetour
from scicvote.ui.pages.voter import PageVoter
from tests.outils.college import Portable, deposer
from tests.outils.cooperative import heure
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


# --- colleges that vote elsewhere, in the gérant's window


@pytest.fixture
def gerant(qtbot: QtBot, fenetre: MainWindow, coop: Path) -> Pilote:
    """The gérant's window: SB is awaited."""
    pilote = Pilote(qtbot, fenetre)
    assert pilote.ouvrir(coop)
    fenetre.session.choisir_assemblee(AG)
    return pilote


def export_sb(pilote: Pilote) -> ExportCollege:
    ag = pilote.fenetre.session.ag
    assert ag is not None
    return ag.tous(ExportCollege)[0]


def voter(pilote: Pilote) -> PageVoter:
    pilote.fenetre.aller("voter")
    page = pilote.page
    assert isinstance(page, PageVoter)
    return page


def test_exporter_depuis_les_colleges(gerant: Pilote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gerant.naviguer("colleges")
    page = gerant.page
    assert isinstance(page, PageColleges)
    assert page.ailleurs.isVisible()
    assert list(page.ailleurs.boutons) == ["SB"]
    page.table.choisir_rang(2)
    page.ailleurs.exporter.click()
    dialogue = page.gestes_college.dialogue
    assert isinstance(dialogue, DialogueExport)
    assert dialogue.college.valeur() == "PM"
    monkeypatch.setattr("scicvote.ui.dialogs.export_college.QFileDialog.getSaveFileName", lambda *_: ("", ""))
    dialogue.executer()
    assert len(gerant.fenetre.session.dossier.assemblees[AG].tous(ExportCollege)) == 1  # nothing without a file
    chemin = tmp_path / "pm"
    monkeypatch.setattr("scicvote.ui.dialogs.export_college.QFileDialog.getSaveFileName", lambda *_: (str(chemin), ""))
    dialogue.executer()
    remise = page.gestes_college.dialogue
    assert isinstance(remise, DialogueRemise)
    assert len(remise.phrase.text().split()) == 7
    assert len(remise.mots.text().split()) == 8
    ecrit = chemin.with_suffix(".scicollege")
    assert str(ecrit) in remise.ecrit.text()
    assert remise.phrase.text().encode() not in ecrit.read_bytes()
    portable = Portable.ouvrir(ecrit, remise.phrase.text())
    assert portable.college == "PM"
    portable.histoire.depot.fermer()
    autre = tmp_path / "ailleurs.scicollege"
    monkeypatch.setattr("scicvote.ui.dialogs.export_college.QFileDialog.getSaveFileName", lambda *_: (str(autre), ""))
    remise.choisir()
    assert autre.read_bytes() == ecrit.read_bytes()
    remise.fermer.click()
    assert set(page.ailleurs.boutons) == {"SB", "PM"}


def test_un_collegue_deja_remis_previent(gerant: Pilote) -> None:
    page = voter(gerant)
    mots_commandes = {c.mot for c in page.commandes()}
    assert {"Exporter pour le président du collège", "Importer un retour de collège"} <= mots_commandes
    page.gestes_college.exporter("SB")
    dialogue = page.gestes_college.dialogue
    assert isinstance(dialogue, DialogueExport)
    dialogue.jour.poser_texte("n’importe quand")
    dialogue.executer()
    assert dialogue.isVisible()


def test_le_silence_s_atteste_depuis_la_carte(gerant: Pilote) -> None:
    page = voter(gerant)
    suivi = suivis(gerant.fenetre.session.dossier.assemblees[AG])[0]
    page.ailleurs.ouvrir_menu(suivi, page.ailleurs.boutons["SB"])
    assert page.ailleurs.menu is not None
    page.ailleurs.menu.actions()[1].trigger()
    page.ailleurs.menu.close()
    dialogue = page.gestes_college.dialogue
    assert isinstance(dialogue, DialogueSilence)
    dialogue.premier.poser(1)
    dialogue.executer()
    assert dialogue.premier.issue is not None
    assert dialogue.premier.issue.code == "ATTESTATION"
    dialogue.second.poser(2)
    dialogue.avertit = True
    dialogue.executer()
    assert "Silence du collège SB attesté" in gerant.banniere
    assert page.ailleurs.boutons == {}


def test_le_college_revient_dans_la_salle(gerant: Pilote) -> None:
    page = voter(gerant)
    page.gestes_college.faire("renoncer", export_sb(gerant))
    dialogue = page.gestes_college.dialogue
    assert isinstance(dialogue, DialogueRenoncer)
    dialogue.executer()
    assert dialogue.motif.issue is not None
    dialogue.motif.poser("panne")
    dialogue.executer()
    assert not page.ailleurs.isVisible()


def remplir(dialogue: DialogueSaisie, pour: str) -> None:
    for numero in (1, 2, 3):
        dialogue.presences[numero].setCurrentIndex(1)
    combo = dialogue.presences[4]
    combo.setCurrentIndex(combo.findData("2"))
    for (_, cle), cellule in dialogue.cellules.items():
        if cle in ("pour", "votants", "1"):
            cellule.setText(pour)


def test_un_retour_se_saisit_deux_fois(gerant: Pilote) -> None:
    page = voter(gerant)
    page.gestes_college.faire("saisir", export_sb(gerant))
    dialogue = page.gestes_college.dialogue
    assert isinstance(dialogue, DialogueSaisie)
    remplir(dialogue, "4")
    dialogue.suite()
    assert "Seconde saisie" in dialogue.passe.text()
    assert not any(c.text() for c in dialogue.cellules.values())  # nothing of the first is in sight
    remplir(dialogue, "3")
    dialogue.suite()
    assert dialogue.premiere is None
    remplir(dialogue, "9")
    dialogue.suite()
    remplir(dialogue, "9")
    dialogue.suite()
    assert dialogue.isVisible()  # more votes than are present: refused, and said
    remplir(dialogue, "4")
    dialogue.suite()
    remplir(dialogue, "4")
    dialogue.suite()
    assert "saisi d’après son papier signé" in gerant.banniere
    ag = gerant.fenetre.session.dossier.assemblees[AG]
    assert set(ag.assistance.presents) == {1, 2, 3}
    assert ag.assistance.representes[4].mandataire == 2


def test_le_vote_montre_ce_qui_est_attendu_et_ce_qui_est_revenu(gerant: Pilote, remise: Remise, tmp_path: Path) -> None:
    session = gerant.fenetre.session
    histoire = Histoire(session.depot)
    for numero in (5, 9):
        histoire.faire(histoire.arriver(AG, numero))
    bureau = Bureau(AG, heure(18, 2), 5, "Bob Exemple", (), "choisie")
    histoire.faire(
        seance.constituer_bureau(session.depot, bureau), seance.ouvrir_seance(session.depot, AG, heure(18, 5))
    )
    session.dossier_change.emit()
    page = voter(gerant)
    page.agir(page.ouvrir_demande(), confirmer=False)
    grille = page.carte.grille
    assert not grille.cellules["SB", "pour"].isEnabled()
    assert grille.premiere() is grille.cellules["PP", "pour"]
    for code in ("PP", "PM"):
        grille.cellules[code, "pour"].setText("1")
    page.suite()
    page.suite()  # declaring is refused while SB is awaited
    refuse = [d for d in gerant.fenetre.findChildren(DialogueIssues) if d.isVisible()]
    assert [i.code for i in refuse[0].issues] == ["RETOUR_ATTENDU"]
    refuse[0].retour.click()
    portable = Portable.ouvrir(deposer(remise, tmp_path / "SB"), remise.phrase)
    portable.tenir()
    chemin = tmp_path / "retour.scicollege"
    chemin.write_bytes(portable.rendre().octets)
    portable.histoire.depot.fermer()
    gerant.ouvrir(chemin)
    dialogue = gerant.fenetre.college.dialogue
    assert isinstance(dialogue, DialogueRetour)
    dialogue.valider.click()
    page.suite()
    (vote,) = session.dossier.assemblees[AG].votes
    assert vote.proclamation is not None
    assert {c.college: c.pour for c in vote.comptes} == {"SB": 3, "PP": 1, "PM": 1}
    page.ordre.choisir_rang(1)
    page.agir(page.ouvrir_demande(), confirmer=False)
    assert grille.cellules["SB", "pour"].text() == "3"
    assert "SB" not in grille.restants()
