"""The journal: an act told in full, taken back; the file checked, copied; an assembly archived."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from scicvote.actes.archive import verifier_archive
from scicvote.core import faits as f
from scicvote.store.depot import Projet
from scicvote.ui.lecture_faits import NOMS, lire_faits
from scicvote.ui.pages.journal import PageJournal, sans_code
from tests.ui import fabrique
from tests.ui.drivers import Pilote
from tests.ui.gestes_dialogue import cliquer_dans, dits, ouvert


@pytest.fixture
def page(pilote: Pilote) -> PageJournal:
    montree = pilote.naviguer("journal")
    assert isinstance(montree, PageJournal)
    return montree


def _attendre(pilote: Pilote) -> None:
    """Long work is over."""
    travaux = pilote.fenetre.travaux
    pilote.qtbot.waitUntil(lambda: not travaux.occupe, timeout=20_000)


def _ecrire(page: PageJournal, *faits: f.Fait) -> int:
    acte = page.session.accomplir(lambda depot: depot.accomplir("test", lambda _: Projet("Écriture d’essai", faits)))
    assert acte is not None
    return acte.numero


def test_an_act_is_told_with_all_it_wrote(pilote: Pilote, page: PageJournal) -> None:
    rang = page.modele.rang_de(3)
    assert rang is not None
    page.table.choisir_rang(rang)
    textes = pilote.textes(page._detail)
    assert "Procès-verbal" in textes
    assert any("AG extraordinaire du 3 octobre 2025".replace(" ", "\u00a0") in t.replace(" ", "\u00a0") for t in textes)
    assert any("décision\u00a0: rejetée" in t for t in textes)


def test_the_counts_of_a_secret_ballot_that_would_speak_are_not_shown(page: PageJournal) -> None:
    resolution = fabrique.resolution(90, 3, 9, "Secret", "Texte.")
    compte = f.Compte(3, 9, "PM", 1, 1, 0, 0, 0, 0)
    autre = f.Compte(3, 9, "SB", 6, 4, 2, 0, 0, 0)
    scrutin = f.Scrutin(9, 3, 90, "ordinaire", "resolution", "secret_papier", 1, fabrique.MAINTENANT)
    numero = _ecrire(page, resolution, scrutin, compte, autre, f.Depouillement(3, 9, fabrique.MAINTENANT, True))
    dits_ = dict(lire_faits(page.session.dossier, numero))
    assert dits_["Compte"].startswith("non montré")
    assert dits_["Scrutin ouvert"].count("bulletin secret") == 1
    assert all("pour\u00a0:" not in detail for _, detail in lire_faits(page.session.dossier, numero))


def test_every_kind_of_fact_has_a_french_name() -> None:
    assert {nature.TABLE for nature in f.FAITS} <= set(NOMS)


def test_people_and_points_are_named(page: PageJournal) -> None:
    numero = _ecrire(
        page,
        f.Excuse(3, 13),
        f.Deport(3, 13, 2, fabrique.MAINTENANT, "convention"),
        f.Bureau(3, fabrique.MAINTENANT, 1, "Sacha Camomille", (2, 9), ""),
        f.Excuse(4, 98),
        f.Debat(4, 97, "x"),
        fabrique.mouvement(9, fabrique.MAINTENANT.date(), "operation"),
    )
    textes = [detail for _, detail in lire_faits(page.session.dossier, numero)]
    assert "associé\u00a0: Ugo Camarine" in textes[0]
    assert "résolution\u00a0: 3, Conventions" in textes[1]
    assert "scrutateurs\u00a0: Sacha Camomille et Noé Marguerite" in textes[2]
    assert textes[3].endswith("associé\u00a0: associé n°\u00a098")
    assert textes[4].endswith("résolution\u00a0: 97")
    assert "nature\u00a0: Opération ou mission" in textes[5]


def test_a_long_act_is_counted(pilote: Pilote, page: PageJournal) -> None:
    _ecrire(page, *fabrique.grand_registre(30))
    assert "et 20\u00a0autres écritures" in pilote.textes(page._detail)


def test_only_the_acts_with_warnings(pilote: Pilote, page: PageJournal) -> None:
    page.avertis.setChecked(True)
    assert "Aucune entrée ne répond à cette recherche" in pilote.textes()
    page.avertis.setChecked(False)
    assert page.modele.rowCount() == 5
    assert sans_code("PV_DEBATS debats: Aucun résumé\u00a0: le faire.") == "Aucun résumé\u00a0: le faire."
    assert sans_code("sans code") == "sans code"


def test_an_act_is_taken_back_with_a_reason(pilote: Pilote, page: PageJournal) -> None:
    numero = _ecrire(page, f.Invite(4, "Camille Exemple", "journaliste"))
    pilote.textes()
    pilote.cliquer("Annuler cet acte…")
    page.dialogue.motif.ligne.setText("saisi deux fois")  # type: ignore[attr-defined]
    page.dialogue.executer()
    assert page.session.dossier.assemblees[4].tous(f.Invite) == ()
    assert pilote.lignes(page.table, "resume")[0] == f"Acte n°\u00a0{numero} annulé\u00a0: saisi deux fois"


def test_what_cannot_be_taken_back_says_why(pilote: Pilote, page: PageJournal) -> None:
    rang = page.modele.rang_de(3)
    assert rang is not None
    page.table.choisir_rang(rang)
    page.annuler()
    page.dialogue.executer()
    assert any("ne s’annule pas" in t for t in dits(page.dialogue))
    assert len(page.session.entrees()) == 5
    page.dialogue.close()


def test_the_detail_is_copied(pilote: Pilote, page: PageJournal) -> None:
    page.copier_detail()
    copie = QGuiApplication.clipboard().text()
    assert copie.startswith("5. ")
    assert copie.endswith(page.session.entrees()[-1].empreinte)
    assert "copié" in pilote.banniere


def test_the_file_is_checked_and_what_differs_is_named(pilote: Pilote, page: PageJournal, fichier: Path) -> None:
    with sqlite3.connect(fichier) as base:
        base.execute("UPDATE invite SET nom = 'x'")
        base.execute("UPDATE identite SET siege = 'ailleurs'")
    base.close()
    pilote.cliquer("Vérifier le fichier")
    _attendre(pilote)
    rapport = ouvert(pilote)
    assert any("différence" in t for t in dits(rapport))
    assert any("les lignes de «\u00a0identite\u00a0»" in t.lower() for t in dits(rapport))
    cliquer_dans(pilote, rapport, "Compris")


def test_a_sound_file_differs_in_nothing(pilote: Pilote, tmp_path: Path) -> None:
    pilote.ouvrir(fabrique.vide(tmp_path / "vide.scic"))
    page = pilote.naviguer("journal")
    assert isinstance(page, PageJournal)
    page.fichier_scic.verifier()
    _attendre(pilote)
    assert "Rien ne diffère" in dits(ouvert(pilote))
    ouvert(pilote).close()
    page.fichier_scic.archiver()  # there is no assembly
    assert not page.bouton_archive.isEnabled()


def test_a_copy_of_the_file(pilote: Pilote, page: PageJournal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choix = "scicvote.ui.gestes_fichier.QFileDialog.getSaveFileName"
    monkeypatch.setattr(choix, lambda *_: (str(tmp_path / "copie"), ""))
    pilote.cliquer("Sauvegarder…")
    _attendre(pilote)
    assert pilote.banniere == f"Écrit\u00a0: {tmp_path / 'copie.scic'}"
    pilote.cliquer("Sauvegarder…")
    assert not pilote.fenetre.travaux.occupe or _attendre(pilote) is None
    monkeypatch.setattr(choix, lambda *_: (str(tmp_path / "copie.scic"), ""))
    pilote.cliquer("Sauvegarder…")
    assert "existe déjà" in pilote.banniere
    monkeypatch.setattr(choix, lambda *_: ("", ""))
    pilote.cliquer("Sauvegarder…")
    monkeypatch.setattr(choix, lambda *_: (str(tmp_path / "non" / "x.scic"), ""))
    pilote.cliquer("Sauvegarder…")
    _attendre(pilote)
    assert "n’a pas pu être faite" in pilote.banniere
    assert pilote.ouvrir(tmp_path / "copie.scic")


def test_the_archive_of_an_assembly(pilote: Pilote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.ui.captures import demonstration

    pilote.ouvrir(demonstration(tmp_path))
    page = pilote.naviguer("journal")
    assert isinstance(page, PageJournal)
    choix = "scicvote.ui.gestes_fichier.QFileDialog.getSaveFileName"
    monkeypatch.setattr(choix, lambda *_: (str(tmp_path / "ago.zip"), ""))
    pilote.cliquer("Archive…")
    page.fichier_scic.choix.assemblee.poser("3")
    cliquer_dans(pilote, page.fichier_scic.choix, "Choisir l’endroit…")
    _attendre(pilote)
    assert "ago.zip" in pilote.banniere
    with ZipFile(tmp_path / "ago.zip") as archive:
        assert "LISEZMOI.txt" in archive.namelist()
    verification, issues = verifier_archive(tmp_path / "ago.zip")
    assert verification is not None
    assert not verification.issues
    assert not issues
    monkeypatch.setattr(choix, lambda *_: ("", ""))
    page.fichier_scic._archiver(3)
    monkeypatch.setattr(choix, lambda *_: (str(tmp_path / "non" / "ago.zip"), ""))
    page.fichier_scic._archiver(3)
    _attendre(pilote)
    assert "ne peut pas être écrit" in pilote.banniere


def test_one_comes_back_to_the_entry_that_was_read(pilote: Pilote, page: PageJournal) -> None:
    page.restituer({"cherche": "assemblée", "acte": 2})
    assert page.entree is not None
    assert page.entree.numero == 2
    assert page.instantane() == {"cherche": "assemblée", "acte": 2}
    page.restituer(["rien"])
    page.restituer({"acte": 999})
    assert len(page.commandes()) == 3
    pilote.raccourci(Qt.Key.Key_F)
    assert page.recherche.hasFocus()
    QApplication.processEvents()
