"""The registers: signing, rectifying, printing, decisions, movements, mandates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scicvote.core.faits import FinMandat, Mandat, ProcesVerbal, Signature
from scicvote.ui.dialogs.mandat import DialogueFinMandat, DialogueMandat
from scicvote.ui.dialogs.proces_verbal import DialogueRectifier, DialogueSigner
from scicvote.ui.pages.registres import PageRegistres
from tests.ui import fabrique
from tests.ui.drivers import Pilote
from tests.ui.gestes_dialogue import cliquer_dans, dits, ouvert


@pytest.fixture
def page(pilote: Pilote) -> PageRegistres:
    montree = pilote.naviguer("registres")
    assert isinstance(montree, PageRegistres)
    return montree


def _choisir(page: PageRegistres, numero: int) -> None:
    rang = page.modele.rang_de(("", numero))
    assert rang is not None
    page.table.choisir_rang(rang)


def test_the_minutes_that_wait_for_a_signature_come_first(pilote: Pilote, page: PageRegistres) -> None:
    assert page.modele.ligne(page.table.rang()).pv.numero == 19
    assert [b.text().strip() for b in page.boutons()] == ["Imprimer…", "Signer…"]
    _choisir(page, 18)
    assert [b.text().strip() for b in page.boutons()] == ["Rectifier…", "Imprimer…", "Voir l’assemblée"]
    pilote.cliquer("Voir l’assemblée")
    assert pilote.page.cle == "resultats"


def test_minutes_are_signed_from_the_register(pilote: Pilote, page: PageRegistres) -> None:
    pilote.cliquer("Signer…")
    assert isinstance(page.proces_verbaux.dialogue, DialogueSigner)
    page.proces_verbaux.dialogue.signataires.zone.setPlainText("")
    page.proces_verbaux.dialogue.jour.ligne.setText("1/1/2020")
    page.proces_verbaux.dialogue.executer()
    assert page.proces_verbaux.dialogue.signataires.note.text() == "Indiquer qui a signé."
    assert "ne précède pas" in page.proces_verbaux.dialogue.jour.note.text()
    page.proces_verbaux.dialogue.jour.ligne.setText("12/6/2026")
    page.proces_verbaux.dialogue.signataires.zone.setPlainText("Sacha Camomille")
    page.proces_verbaux.dialogue.executer()
    assert any("Aucun gérant" in t for t in dits(ouvert(pilote)))
    cliquer_dans(pilote, ouvert(pilote), "Enregistrer quand même")
    ag = page.session.dossier.assemblees[2]
    assert ag.tous(Signature)[0].signataires == ("Sacha Camomille",)
    assert set(pilote.lignes(page.table, "etat")) == {
        "Signé le 12\u00a0juin\u00a02026",
        "Signé le 24\u00a0juin\u00a02025",
    }


def test_signed_minutes_are_rectified_under_the_next_number(pilote: Pilote, page: PageRegistres) -> None:
    _choisir(page, 18)
    pilote.cliquer("Rectifier…")
    dialogue = page.proces_verbaux.dialogue_rectifier
    assert isinstance(dialogue, DialogueRectifier)
    dialogue.executer()
    assert dialogue.recit.note.text() == "Écrire ce qui est rectifié."
    dialogue.recit.zone.setPlainText("Lire «\u00a0quinze\u00a0» au lieu de «\u00a0seize\u00a0».")
    dialogue.executer()
    rectificatif = page.session.dossier.assemblees[1].tous(ProcesVerbal)[-1]
    assert (rectificatif.numero, rectificatif.rectifie) == (20, 18)
    assert "Rectifie le n°\u00a018" in pilote.lignes(page.table, "objet")


def test_the_numbers_of_a_register_and_the_next_one(pilote: Pilote, page: PageRegistres) -> None:
    page.registre.setCurrentIndex(page.registre.findData(""))
    assert page.proces_verbaux.carte.note.text() == "n° 18 et 19, sans lacune\u00a0; prochain\u00a0: n°\u00a020"
    page.registre.setCurrentIndex(page.registre.findData("SB"))
    assert page.proces_verbaux.carte.note.text() == "aucun numéro porté\u00a0; prochain\u00a0: n°\u00a01"
    assert page.boutons() == ()


def test_minutes_are_printed_from_the_register(
    pilote: Pilote, page: PageRegistres, monkeypatch: pytest.MonkeyPatch
) -> None:
    demandes: list[tuple[str, str, bytes | None]] = []
    page.papier.disconnect()
    page.papier.connect(lambda titre, nom, composer: demandes.append((titre, nom, composer(lambda *_: True)[0])))
    pilote.cliquer("Imprimer…")
    _choisir(page, 18)
    pilote.cliquer("Imprimer…")
    assert [(titre, nom) for titre, nom, _ in demandes] == [
        ("Procès-verbal n°\u00a019", "proces-verbal-19.pdf"),
        ("Procès-verbal n°\u00a018", "proces-verbal-18.pdf"),
    ]
    assert all(octets is not None and octets.startswith(b"%PDF") for _, _, octets in demandes)


def test_a_whole_register_is_printed(tmp_path: Path, pilote: Pilote) -> None:
    from tests.ui.captures import demonstration

    pilote.ouvrir(demonstration(tmp_path))
    page = pilote.naviguer("registres")
    assert isinstance(page, PageRegistres)
    demandes: list[tuple[str, bytes | None]] = []
    page.papier.disconnect()
    page.papier.connect(lambda _titre, nom, composer: demandes.append((nom, composer(lambda *_: True)[0])))
    pilote.cliquer("Imprimer le registre…")
    page.registre.setCurrentIndex(page.registre.findData("PM"))
    pilote.cliquer("Imprimer le registre…")
    page.registre.setCurrentIndex(page.registre.findData("SB"))
    assert not page.bouton_papier.isEnabled()
    page.imprimer_registre()
    page.onglets.choisir("mouvements")
    pilote.cliquer("Imprimer le registre…")
    assert [nom for nom, _ in demandes] == ["registre.pdf", "registre.pdf", "registre-mouvements.pdf"]
    assert all(octets is not None and octets.startswith(b"%PDF") for _, octets in demandes)
    assert demandes[0][1] != demandes[1][1]


def test_decisions_are_searched_and_lead_to_their_assembly(pilote: Pilote, page: PageRegistres) -> None:
    page.onglets.choisir("decisions")
    assert len(pilote.lignes(page.decisions.table, "titre")) == 8
    pilote.raccourci(Qt.Key.Key_F)
    pilote.taper("transfert")
    assert pilote.lignes(page.decisions.table, "titre") == ["Transfert du siège"]
    pilote.taper(" zzz")
    assert "Rien ne répond à cette recherche" in pilote.textes()
    page.recherche.clear()
    page.decisions.table.choisir_rang(0)
    pilote.cliquer("Voir l’assemblée")
    assert pilote.page.cle == "resultats"


def test_movements_tell_who_what_and_the_capital_after(pilote: Pilote, page: PageRegistres) -> None:
    page.onglets.choisir("mouvements")
    natures = pilote.lignes(page.mouvements.table, "nature")
    assert natures[0] == "Reprise du registre antérieur"
    assert "Fin du contrat de travail" in natures
    parts = [int(t.replace("\u202f", "")) for t in pilote.lignes(page.mouvements.table, "capital")]
    assert parts[0] == 5
    pilote.raccourci(Qt.Key.Key_F)
    pilote.taper("prunelle")
    assert pilote.lignes(page.mouvements.table, "detail") == ["catégorie 2"]
    assert page.boutons() == ()


def test_a_mandate_begins_and_ends_early(pilote: Pilote, page: PageRegistres) -> None:
    page.onglets.choisir("gerance")
    assert pilote.lignes(page.gerance.table, "etat") == ["En cours"]
    pilote.cliquer("Commencer un mandat…")
    dialogue = page.gerance.dialogue
    assert isinstance(dialogue, DialogueMandat)
    dialogue.fin.ligne.setText("")
    dialogue.executer()
    assert dialogue.fin.note.text() == "Indiquer le jour."
    dialogue.fin.ligne.setText("1/1/2026")
    dialogue.executer()
    assert "personne physique, associée" in dialogue.associe.note.text()
    assert "finit après son début" in dialogue.fin.note.text()
    dialogue.associe.poser(10)
    dialogue.fin.ligne.setText("30/6/2027")
    dialogue.executer()
    assert page.session.dossier.tous(Mandat)[-1] == Mandat(10, date(2026, 6, 12), date(2027, 6, 30), None)
    page.gerance.table.choisir_rang(0)
    pilote.cliquer("Finir ce mandat…")
    fin = page.gerance.dialogue_fin
    assert isinstance(fin, DialogueFinMandat)
    fin.jour.ligne.setText("1/1/2010")
    fin.executer()
    assert any("n’est pas gérante ce jour-là" in t for t in dits(fin))
    fin.jour.ligne.setText("")
    fin.executer()
    fin.jour.ligne.setText("12/6/2026")
    fin.motif.ligne.setText("démission")
    fin.executer()
    assert page.session.dossier.tous(FinMandat)[-1].motif == "démission"
    assert any(t.startswith("Fini le") for t in pilote.lignes(page.gerance.table, "etat"))


def test_a_cooperative_that_has_nothing_yet(pilote: Pilote, tmp_path: Path) -> None:
    pilote.ouvrir(fabrique.vide(tmp_path / "vide.scic"))
    page = pilote.naviguer("registres")
    assert isinstance(page, PageRegistres)
    for partie, phrase in (
        ("proces_verbaux", "Aucun procès-verbal"),
        ("decisions", "Aucune décision"),
        ("mouvements", "Aucun mouvement"),
        ("gerance", "Aucun mandat"),
    ):
        page.onglets.choisir(partie)
        QApplication.processEvents()
        assert phrase in pilote.textes()
        assert page.sous_titre() == ""
        assert page.premier_focus() is page.onglets.boutons[partie]
    assert not page.gerance.bouton_finir.isEnabled()
    page.proces_verbaux.signer()
    page.proces_verbaux.rectifier()
    page.proces_verbaux.imprimer()
    page.gerance.finir()
    page.restituer("decisions")
    assert page.instantane() == "decisions"
    assert not page.boutons()


def test_the_palette_signs(pilote: Pilote, page: PageRegistres) -> None:
    mots = {commande.mot: commande for commande in page.commandes()}
    mots["Signer le procès-verbal n°\u00a019…"].action()
    assert isinstance(page.proces_verbaux.dialogue, DialogueSigner)


@pytest.mark.parametrize("nom", ["proces_verbaux", "decisions", "mouvements", "gerance"])
def test_every_model_keeps_qts_rules(page: PageRegistres, qtmodeltester: object, nom: str) -> None:
    page.onglets.choisir("mouvements")
    qtmodeltester.check(page.parties[nom].modele)  # type: ignore[attr-defined]
