"""Letters of one's own from the page « Convoquer »: the model saved, chosen, its faults shown, its letters written."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from odfdo import Document, Element
from PySide6.QtWidgets import QFileDialog

from scicvote.documents.modele_odt import Modele
from scicvote.ui.dialogs.modele_lettre import DialogueModele
from scicvote.ui.pages.convoquer import PageConvoquer
from tests.ui.drivers import Pilote


@pytest.fixture
def page(pilote: Pilote) -> PageConvoquer:
    pilote.fenetre.aller("convoquer", 4)
    trouvee = pilote.fenetre.page
    assert isinstance(trouvee, PageConvoquer)
    return trouvee


def ouvrir(pilote: Pilote, page: PageConvoquer) -> DialogueModele:
    pilote.cliquer("Lettres d’un modèle…")
    assert isinstance(page.dialogue, DialogueModele)
    return page.dialogue


def repondre(monkeypatch: pytest.MonkeyPatch, question: str, chemin: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, question, lambda *_reste: (str(chemin), ""))


def odt(chemin: Path, *paragraphes: str) -> Path:
    document = Document("text")
    document.body.clear()
    for texte in paragraphes:
        document.body.append(Element.from_tag(f"<text:p>{texte}</text:p>"))
    sortie = BytesIO()
    document.save(sortie)
    chemin.write_bytes(sortie.getvalue())
    return chemin


def test_le_modele_s_enregistre_puis_se_remplit(
    pilote: Pilote, page: PageConvoquer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogue = ouvrir(pilote, page)
    assert not dialogue.ecrire.isEnabled()
    assert not dialogue.apercu.isVisible()
    repondre(monkeypatch, "getSaveFileName", tmp_path / "modele")
    dialogue.fourni.click()
    modele = tmp_path / "modele.odt"
    assert "{titre_assemblee}" in " ".join(Modele(modele.read_bytes()).lignes())
    assert dialogue.chemin.valeur() == str(modele)
    assert dialogue.ecrire.isEnabled()
    lu = dialogue.apercu.toPlainText()
    assert "{" not in lu
    assert (
        dialogue.resume.text().startswith("23\u00a0lettres. La première, à ")
        or "lettres. La première" in dialogue.resume.text()
    )
    repondre(monkeypatch, "getSaveFileName", tmp_path / "lettres.odt")
    with pilote.qtbot.waitSignal(page.phrase) as phrase:
        dialogue.ecrire.click()
    assert phrase.args == [f"Écrit\u00a0: {tmp_path / 'lettres.odt'}", "bon"]
    lettres = " ".join(Modele((tmp_path / "lettres.odt").read_bytes()).lignes())
    assert "Marjolaine" in lettres
    assert "Syndicat mixte des Brumes" in lettres


def test_les_fautes_d_un_modele_se_lisent_sous_son_nom(
    pilote: Pilote, page: PageConvoquer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogue = ouvrir(pilote, page)
    repondre(monkeypatch, "getOpenFileName", odt(tmp_path / "faux.odt", "Bonjour {inconnu}"))
    dialogue.choisir.click()
    assert {i.code for i in dialogue.fautes.issues} >= {"CHAMP_INCONNU", "CHAMP_MANQUANT"}
    assert not dialogue.ecrire.isEnabled()
    (tmp_path / "texte.odt").write_text("rien", encoding="utf-8")
    dialogue.chemin.ligne.setText(str(tmp_path / "texte.odt"))
    assert "MODELE" in {i.code for i in dialogue.fautes.issues}
    dialogue.chemin.ligne.setText(str(tmp_path / "absent.odt"))
    assert {i.code for i in dialogue.fautes.issues} == {"FICHIER"}
    dialogue.enregistrer_lettres()  # nothing is asked while there is nothing to write
    repondre(monkeypatch, "getOpenFileName", "")
    dialogue.choisir.click()
    assert dialogue.chemin.valeur().endswith("absent.odt")
    dialogue.reject()
    assert ouvrir(pilote, page).chemin.valeur().endswith("absent.odt")  # kept as a draft


def test_renoncer_et_ne_pas_pouvoir_ecrire(
    pilote: Pilote, page: PageConvoquer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogue = ouvrir(pilote, page)
    repondre(monkeypatch, "getSaveFileName", "")
    dialogue.fourni.click()
    assert dialogue.chemin.valeur() == ""
    repondre(monkeypatch, "getSaveFileName", tmp_path / "absent" / "modele.odt")
    dialogue.fourni.click()
    assert dialogue.banniere.phrase.text()
    repondre(monkeypatch, "getSaveFileName", tmp_path / "modele.odt")
    dialogue.fourni.click()
    repondre(monkeypatch, "getSaveFileName", "")
    dialogue.ecrire.click()
    assert dialogue.isVisible()
    repondre(monkeypatch, "getSaveFileName", tmp_path / "absent" / "lettres.odt")
    with pilote.qtbot.waitSignal(page.phrase) as phrase:
        dialogue.ecrire.click()
    assert phrase.args is not None
    assert phrase.args[1] == "faute"


def test_la_palette_y_mene_et_rien_sans_assemblee(pilote: Pilote, page: PageConvoquer) -> None:
    assert "Lettres d’un modèle…" in [c.mot for c in page.commandes()]
    pilote.fenetre.session.choisir_assemblee(None)
    page.remplir_modele()
    page._ecrire_lettres(b"", Path("jamais.odt"))
    assert page.dialogue is None
