"""Drafts survive: a field, a closed window, a power cut."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from scicvote.ui.brouillons import Brouillons
from scicvote.ui.widgets.champs import ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire


def _brouillons(dossier: Path, fichier: str = "a.scic") -> Brouillons:
    brouillons = Brouillons(dossier)
    brouillons.ouvrir(dossier / fichier)
    return brouillons


def test_a_draft_is_found_again_by_another_program(qapp: QApplication, tmp_path: Path) -> None:
    brouillons = _brouillons(tmp_path)
    brouillons.ecrire("pv/1/debat", "Une associée demande…")
    brouillons.enregistrer()
    assert _brouillons(tmp_path).lire("pv/1/debat") == "Une associée demande…"
    assert _brouillons(tmp_path, "b.scic").lire("pv/1/debat") is None


def test_closing_writes_what_was_pending(qapp: QApplication, tmp_path: Path) -> None:
    brouillons = _brouillons(tmp_path)
    brouillons.ecrire("x", "y")
    brouillons.fermer()
    assert brouillons.lire("x") is None
    assert _brouillons(tmp_path).lire("x") == "y"


def test_forgetting_takes_a_whole_form_away(qapp: QApplication, tmp_path: Path) -> None:
    brouillons = _brouillons(tmp_path)
    for cle in ("ag/3/lieu", "ag/3/date", "ag/31/lieu"):
        brouillons.ecrire(cle, cle)
    brouillons.oublier("ag/3/")
    assert brouillons.sous("ag/") == {"ag/31/lieu": "ag/31/lieu"}


def test_a_damaged_draft_file_is_passed_over(qapp: QApplication, tmp_path: Path) -> None:
    brouillons = _brouillons(tmp_path)
    brouillons.ecrire("x", "y")
    brouillons.enregistrer()
    (fichier,) = tmp_path.glob("*.json")
    fichier.write_text("{", encoding="utf-8")
    assert _brouillons(tmp_path).lire("x") is None
    fichier.write_text("[]", encoding="utf-8")
    assert _brouillons(tmp_path).lire("x") is None


def test_a_folder_that_cannot_be_written_loses_nothing_of_the_work(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "barre").write_text("", encoding="utf-8")
    brouillons = Brouillons(tmp_path / "barre" / "dedans")
    brouillons.ouvrir(tmp_path / "a.scic")
    brouillons.ecrire("x", "y")
    brouillons.enregistrer()
    assert brouillons.lire("x") == "y"


def test_a_form_shows_its_drafts_again_until_they_are_forgotten(qapp: QApplication, tmp_path: Path) -> None:
    brouillons = _brouillons(tmp_path)

    def formulaire() -> tuple[Formulaire, ChampTexte]:
        champ = ChampTexte("Lieu", "lieu")
        champ.poser("salle des fêtes")
        return Formulaire(champ, brouillons=brouillons, prefixe="ag/1"), champ

    premier, champ = formulaire()
    assert champ.valeur() == "salle des fêtes"
    champ.ligne.setText("salle des Utopies")
    deuxieme, repris = formulaire()
    assert repris.valeur() == "salle des Utopies"
    for ancien in (premier, deuxieme):
        ancien.oublier()
    troisieme, oublie = formulaire()
    assert (troisieme.champs, oublie.valeur()) == ((oublie,), "salle des fêtes")
