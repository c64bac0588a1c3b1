"""The statutes' page: what they say, versions by date, a new one from a file, the letterhead."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from scicvote.actes import cooperative
from scicvote.core.faits import VersionStatuts
from scicvote.ui.dialogs.entete import DialogueEnTete
from scicvote.ui.dialogs.version_statuts import DialogueFautes, DialogueVersion
from scicvote.ui.pages.statuts import PageStatuts
from tests.ui import fabrique
from tests.ui.drivers import Pilote
from tests.ui.gestes_creation import FAUTIF
from tests.ui.gestes_dialogue import cliquer_dans, dits

NEUFS = fabrique.texte_statuts().replace('poids = "40"', 'poids = "50"').replace('poids = "30"', 'poids = "25"')


@pytest.fixture
def page(pilote: Pilote) -> PageStatuts:
    montree = pilote.naviguer("statuts")
    assert isinstance(montree, PageStatuts)
    return montree


def _fichier(dossier: Path, texte: str) -> Path:
    chemin = dossier / "neufs.toml"
    chemin.write_text(texte, encoding="utf-8")
    return chemin


def test_all_that_they_say_with_where_it_comes_from(pilote: Pilote, page: PageStatuts) -> None:
    textes = pilote.textes()
    assert "3\u202f800\u00a0€" in textes
    assert "Par collège quand un associé le demande, sinon une personne, une voix" in textes
    assert "Statuts, art. 25-1" in textes
    assert any(t.startswith("Lecture retenue\u00a0: L’art. 22 dit") for t in textes)
    assert "statuts muets" in textes


def test_a_rule_is_told_with_its_other_readings(pilote: Pilote, page: PageStatuts) -> None:
    page.onglets.choisir("majorites")
    page.table.choisir_rang(1)
    textes = pilote.textes(page.detail)
    assert textes[0] == "Décision extraordinaire"
    assert any(t.startswith("Autres lectures possibles\u00a0: des voix des votants") for t in textes)


def test_the_arrows_go_from_part_to_part(pilote: Pilote, page: PageStatuts) -> None:
    assert page.onglets.boutons["clair"].hasFocus()
    pilote.touche(Qt.Key.Key_Right)
    assert page.onglets.courant == "majorites"
    assert page.instantane() == "majorites"
    page.restituer("versions")
    assert page.table_versions.isVisible()
    page.restituer(3)
    assert page.onglets.courant == "versions"


def test_a_new_version_says_what_it_changes_before_it_is_recorded(
    pilote: Pilote, page: PageStatuts, tmp_path: Path
) -> None:
    pilote.deposer(_fichier(tmp_path, NEUFS))
    assert isinstance(page.dialogue, DialogueVersion)
    textes = dits(page.dialogue)
    assert "3\u00a0changements" in textes
    assert any(t.startswith("50\u202f% des voix") for t in textes)
    page.dialogue.effet.ligne.setText("1/1/2010")
    page.dialogue.executer()
    assert "avant la version précédente" in page.dialogue.effet.note.text()
    page.dialogue.effet.ligne.setText("12/6/2026")
    page.dialogue.executer()
    assert "a voté sous les statuts de son jour" in page.dialogue.effet.note.text()
    page.dialogue.effet.ligne.setText("")
    page.dialogue.executer()
    assert "Dire depuis quel jour" in page.dialogue.effet.note.text()
    assert len(page.session.dossier.statuts_lus) == 1
    page.dialogue.effet.ligne.setText("1/7/2026")
    page.dialogue.executer()
    assert [effet for effet, _ in page.session.dossier.statuts_lus] == [date(2012, 9, 29), date(2026, 7, 1)]


def test_versions_by_their_day(pilote: Pilote, page: PageStatuts, tmp_path: Path) -> None:
    page.session.accomplir(lambda depot: cooperative.changer_statuts(depot, NEUFS, date(2026, 7, 1)))
    page.onglets.choisir("versions")
    assert pilote.lignes(page.table_versions, "etat") == ["À venir", "En vigueur"]
    assert pilote.lignes(page.table_versions, "change") == ["3\u00a0changements", "Première version"]
    page.table_versions.choisir_rang(0)
    assert "Après" in pilote.textes(page.change)
    pilote.cliquer("Lire cette version")
    assert page.onglets.courant == "clair"
    textes = pilote.textes()
    assert any(t.startswith("Version à venir\u00a0: elle sera en vigueur le 1er") for t in textes)
    assert any(t.startswith("50\u202f% des voix") for t in textes)
    pilote.cliquer("Revenir à la version en vigueur")
    assert any(t.startswith("40\u202f% des voix") for t in pilote.textes())


def test_a_faulty_file_shows_all_its_faults(
    pilote: Pilote, page: PageStatuts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choisi = str(_fichier(tmp_path, FAUTIF))
    monkeypatch.setattr("scicvote.ui.pages.statuts.QFileDialog.getOpenFileName", lambda *_: (choisi, ""))
    pilote.cliquer("Nouvelle version…")
    assert isinstance(page.dialogue, DialogueFautes)
    assert len(page.dialogue.issues) == 5
    assert "Clé\u00a0: colleges" in dits(page.dialogue)
    cliquer_dans(pilote, page.dialogue, "Compris")


def test_a_file_that_changes_nothing_says_so(pilote: Pilote, page: PageStatuts, tmp_path: Path) -> None:
    page.recevoir(_fichier(tmp_path, fabrique.texte_statuts()))
    assert any("dit la même chose" in t for t in dits(page.dialogue))
    page.dialogue.close()
    page.recevoir(tmp_path / "absent.toml")
    assert any("n’existe pas" in t for t in dits(page.dialogue))
    page.dialogue.close()


def test_the_text_is_exported_as_it_was_recorded(
    pilote: Pilote, page: PageStatuts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chemin = "scicvote.ui.pages.statuts.QFileDialog.getSaveFileName"
    monkeypatch.setattr(chemin, lambda *_: (str(tmp_path / "sortie"), ""))
    pilote.cliquer("Exporter…")
    (version,) = page.session.dossier.tous(VersionStatuts)
    assert (tmp_path / "sortie.toml").read_text(encoding="utf-8") == version.texte
    assert pilote.banniere == "Statuts exportés dans sortie.toml."
    monkeypatch.setattr(chemin, lambda *_: (str(tmp_path / "non" / "x.toml"), ""))
    pilote.cliquer("Exporter…")
    assert "ne peut pas être écrit" in pilote.banniere
    monkeypatch.setattr(chemin, lambda *_: ("", ""))
    pilote.cliquer("Exporter…")


def test_the_registered_office_moves(pilote: Pilote, page: PageStatuts) -> None:
    pilote.cliquer("Siège…")
    siege = page.dialogue.siege  # type: ignore[union-attr]
    assert siege.capital.texte() == "8240"
    siege.siege.zone.setPlainText("2 place du Songe, 00000 Fictiville")
    siege.capital.ligne.setText("beaucoup")
    page.dialogue.executer()  # type: ignore[union-attr]
    assert siege.capital.incompris()
    siege.capital.ligne.setText("9 000")
    page.dialogue.executer()  # type: ignore[union-attr]
    identite = page.session.dossier.identite
    assert identite is not None
    assert (identite.siege, identite.capital_plus_haut) == ("2 place du Songe, 00000 Fictiville", "9000")


def test_the_letterhead_takes_a_logo_and_gives_it_up(
    pilote: Pilote, page: PageStatuts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(tmp_path / "logo.png"))
    (tmp_path / "faux.png").write_text("non", encoding="utf-8")
    pilote.cliquer("En-tête…")
    dialogue = page.dialogue
    assert isinstance(dialogue, DialogueEnTete)
    choix = "scicvote.ui.dialogs.entete.QFileDialog.getOpenFileName"
    for nom in ("", "absent.png"):
        chemin = str(tmp_path / nom) if nom else ""
        monkeypatch.setattr(choix, lambda *_, c=chemin: (c, ""))
        dialogue.choisir_logo()
    assert any("n’existe pas" in t for t in dits(dialogue))
    monkeypatch.setattr(choix, lambda *_: (str(tmp_path / "faux.png"), ""))
    dialogue.choisir_logo()
    dialogue.executer()
    assert any("PNG ou JPEG" in t for t in dits(dialogue))
    monkeypatch.setattr(choix, lambda *_: (str(tmp_path / "logo.png"), ""))
    dialogue.choisir_logo()
    dialogue.telephone.ligne.setText("00 00 00 00 00")
    dialogue.executer()
    entete = page.session.dossier.entete
    assert entete is not None
    assert entete.logo
    assert entete.telephone == "00 00 00 00 00"
    QApplication.processEvents()
    page.ouvrir_entete()
    cliquer_dans(pilote, page.dialogue, "Sans logo")
    page.dialogue.executer()  # type: ignore[union-attr]
    sans = page.session.dossier.entete
    assert sans is not None
    assert sans.logo == ""


def test_the_palette_knows_the_page(page: PageStatuts) -> None:
    assert next(commande.mot for commande in page.commandes()) == "Nouvelle version des statuts…"


def test_the_versions_keep_qts_rules(page: PageStatuts, qtmodeltester: object) -> None:
    qtmodeltester.check(page.modele_versions)  # type: ignore[attr-defined]
