"""The import: a preview before anything is written, then all of it or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog

from scicvote.actes.importation import Import, apercevoir, importer_apercu
from scicvote.ui.models.apercu_model import ApercuModel
from tests.ui import fabrique
from tests.ui.drivers import Pilote
from tests.ui.gestes_importation import (
    INCHANGE,
    MODIFIE,
    NOUVEAU,
    REFUSE,
    TOTAL,
    deposer,
    ecrire,
    lire,
    page_import,
)


def mots(page: object) -> list[str]:
    return [bouton.text() for bouton in page.filtres.boutons.values()]  # type: ignore[attr-defined]


def test_the_first_state_asks_for_a_file(pilote: Pilote) -> None:
    page = page_import(pilote)
    assert "Importer un registre" in pilote.textes()
    assert page.choisir.hasFocus()
    assert page.boutons() == (page.choisir,)
    assert not page.chercher()


def test_a_file_is_chosen_read_and_imported(pilote: Pilote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_import(pilote)
    chemin = ecrire(tmp_path, INCHANGE, MODIFIE, NOUVEAU, TOTAL)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chemin), ""))
    avant = pilote.fenetre.session.dossier
    with pilote.qtbot.waitSignal(pilote.fenetre.travaux.fini):
        pilote.touche(Qt.Key.Key_Space)
    assert mots(page) == ["Tout 4", "Nouveau 1", "Modifié 1", "Inchangé 1", "Ignorée 1"]
    assert pilote.lignes(page.table, "sort") == ["Inchangé", "Modifié", "Nouveau", "Ignorée"]
    assert pilote.fenetre.session.dossier is avant  # nothing is written yet
    assert page.importer.text() == "Importer 1\u00a0nouveau, 1\u00a0modifié"
    assert page.importer.hasFocus()
    assert any("20\u00a0associés du registre ne sont pas dans le fichier" in texte for texte in pilote.textes())
    pilote.touche(Qt.Key.Key_Space)
    assert pilote.page.cle == "associes"
    etat = pilote.fenetre.session.dossier.registre.au(fabrique.MAINTENANT.date())
    assert etat.par_numero[2].fiche.domicile == "9 place Neuve"
    assert "Pivoine Léa" in [a.nom_registre for a in etat.associes]
    assert pilote.banniere.startswith("Import de registre.csv")
    assert page.apercu is None


def test_what_is_refused_says_its_row_and_why_and_nothing_is_written(pilote: Pilote, tmp_path: Path) -> None:
    page = page_import(pilote)
    lire(pilote, page, ecrire(tmp_path, NOUVEAU, REFUSE))
    assert page.filtres.courant == "REFUSE"
    assert pilote.lignes(page.table, "ligne") == ["3"]
    assert not page.importer.isEnabled()
    assert "Rien ne peut être importé\u00a0: 1\u00a0ligne refusée" in pilote.textes()
    assert any("Catégorie inconnue" in texte for texte in pilote.textes(page.ligne))
    avant = pilote.fenetre.session.dossier
    page.accomplir()
    assert pilote.fenetre.session.dossier is avant


def test_what_changes_is_read_before_and_after(pilote: Pilote, tmp_path: Path) -> None:
    page = page_import(pilote)
    lire(pilote, page, ecrire(tmp_path, NOUVEAU, MODIFIE))
    pilote.qtbot.mouseClick(page.filtres.boutons["MODIFIE"], Qt.MouseButton.LeftButton)
    assert pilote.lignes(page.table) == ["Camomille Sacha"]
    textes = pilote.textes(page.ligne)
    assert "Domicile" in textes
    assert "2 rue de l’Exemple, 00000 Fictiville → 9 place Neuve" in textes


def test_the_arrows_go_from_tab_to_tab(pilote: Pilote, tmp_path: Path) -> None:
    page = page_import(pilote)
    lire(pilote, page, ecrire(tmp_path, NOUVEAU, MODIFIE))
    page.filtres.boutons["tout"].setFocus()
    pilote.touche(Qt.Key.Key_Right)
    assert page.filtres.courant == "NOUVEAU"
    assert pilote.lignes(page.table) == ["Pivoine Léa"]
    pilote.touche(Qt.Key.Key_Left)
    assert page.filtres.courant == "tout"
    pilote.touche(Qt.Key.Key_Up)
    assert page.filtres.courant == "tout"


def test_the_preview_is_searched(pilote: Pilote, tmp_path: Path) -> None:
    page = page_import(pilote)
    lire(pilote, page, ecrire(tmp_path, NOUVEAU, MODIFIE))
    pilote.raccourci(Qt.Key.Key_F)
    pilote.taper("pivoine")
    assert pilote.lignes(page.table) == ["Pivoine Léa"]
    pilote.taper("zzz")
    assert "Choisir une ligne pour la lire en entier." in pilote.textes(page.ligne)
    pilote.touche(Qt.Key.Key_Escape)
    assert page.modele.rowCount() == 2


def test_a_file_that_brings_nothing_has_nothing_to_import(pilote: Pilote, tmp_path: Path) -> None:
    page = page_import(pilote)
    lire(pilote, page, ecrire(tmp_path, INCHANGE))
    assert "Rien à importer" in pilote.textes()
    assert page.importer.text() == "Importer"
    assert not page.importer.isEnabled()


def test_a_file_that_is_not_a_table_says_why(pilote: Pilote, tmp_path: Path) -> None:
    page = page_import(pilote)
    chemin = tmp_path / "registre.csv"
    chemin.write_bytes(b"")
    lire(pilote, page, chemin)
    assert [issue.code for issue in page.fautes.issues] == ["VIDE"]
    assert page.apercu is None
    lire(pilote, page, ecrire(tmp_path, NOUVEAU))
    assert page.fautes.issues == ()
    assert page.apercu is not None


def test_a_file_is_dropped_on_the_page(pilote: Pilote, tmp_path: Path) -> None:
    page = page_import(pilote)
    with pilote.qtbot.waitSignal(pilote.fenetre.travaux.fini):
        assert deposer(page, ecrire(tmp_path, NOUVEAU))
    QApplication.processEvents()
    assert page.apercu is not None
    assert not deposer(page, tmp_path / "photo.png")


def test_stopping_the_reading_shows_nothing(pilote: Pilote, tmp_path: Path) -> None:
    page = page_import(pilote)
    with pilote.qtbot.waitSignal(pilote.fenetre.travaux.fini):
        page.lire(ecrire(tmp_path, NOUVEAU))
        pilote.fenetre.travaux.arreter()
    assert page.apercu is None


def test_another_act_has_the_file_read_again(pilote: Pilote, tmp_path: Path) -> None:
    page = page_import(pilote)
    lire(pilote, page, ecrire(tmp_path, MODIFIE))
    faits = (fabrique.mouvement(9, fabrique.MAINTENANT.date(), "operation"),)
    with pilote.qtbot.waitSignal(pilote.fenetre.travaux.fini):
        pilote.fenetre.session.accomplir(lambda depot: depot.accomplir("test", lambda _d: fabrique.Projet("x", faits)))
    assert page.apercu is not None


def test_giving_up_the_choice_changes_nothing(pilote: Pilote, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_import(pilote)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    page.demander()
    assert not pilote.fenetre.travaux.occupe


def test_a_first_register_is_imported_into_an_empty_file(pilote_nu: Pilote, tmp_path: Path) -> None:
    pilote_nu.ouvrir(fabrique.vide(tmp_path / "vide.scic"))
    pilote_nu.cliquer("Importer le registre")
    page = pilote_nu.page
    assert page.cle == "importation"
    lire(pilote_nu, page, ecrire(tmp_path, NOUVEAU, ("", "morale", "Atelier Fictif", "", "2", "9", "ici")))  # type: ignore[arg-type]
    pilote_nu.cliquer("Importer 2\u00a0nouveaux")
    assert sorted(pilote_nu.lignes()) == ["Atelier Fictif", "Pivoine Léa"]


def test_the_preview_keeps_qts_rules(pilote: Pilote, tmp_path: Path, qtmodeltester: object) -> None:
    depot = pilote.fenetre.session.depot
    essai = apercevoir(depot, ecrire(tmp_path, NOUVEAU, MODIFIE, REFUSE, TOTAL), fabrique.MAINTENANT.date())
    assert essai.apercu is not None
    modele = ApercuModel()
    modele.remplacer(essai.apercu.lignes)
    testeur = QAbstractItemModelTester(modele, QAbstractItemModelTester.FailureReportingMode.Warning)
    qtmodeltester.check(modele)  # type: ignore[attr-defined]
    for colonne in range(modele.columnCount()):
        modele.sort(colonne, Qt.SortOrder.DescendingOrder)
    modele.filtrer("pivoine")
    assert modele.rowCount() == 1
    assert testeur.model() is modele


def test_what_could_not_be_read_is_not_imported(pilote: Pilote) -> None:
    with pytest.raises(ValueError, match="nothing was read"):
        importer_apercu(pilote.fenetre.session.depot, Import(None, ()))
