"""A file read by the standard library alone is the same as its Depot reads it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from scicvote.store.base import VERSION
from scicvote.store.depot import Depot, Projet
from scicvote.store.lecture import lire
from scicvote.store.refus import FichierAbime, FichierRefuse
from scicvote.ui.session import lire_statuts
from tests.ui import fabrique


@pytest.fixture
def fichier(tmp_path: Path) -> Path:
    return fabrique.creer(tmp_path / "fabrique.scic")


def test_the_same_state_as_its_depot_reads(fichier: Path) -> None:
    lu = lire(fichier, lire_statuts)
    assert lu is not None
    with Depot.ouvrir(fichier, lire_statuts) as depot:
        assert lu.dossier == depot.dossier
        assert lu.dossier.actes == depot.dossier.actes
        assert lu.tete == (depot.entrees()[-1].numero, depot.empreinte)
        assert lu.horodatage == depot.entrees()[-1].horodatage


def test_acts_go_on_from_what_was_read(fichier: Path) -> None:
    lu = lire(fichier, lire_statuts)
    assert lu is not None
    with Depot.reprendre(fichier, lu, lire_statuts, lambda: fabrique.MAINTENANT) as depot:
        assert depot.dossier is lu.dossier
        acte = depot.accomplir("test", lambda _dossier: Projet("essai", ()))
        assert acte.numero == lu.tete[0] + 1
    apres = lire(fichier, lire_statuts)
    assert apres is not None
    assert apres.tete[0] == lu.tete[0] + 1


def test_what_another_desk_wrote_meanwhile_is_read_before_the_act(fichier: Path) -> None:
    lu = lire(fichier, lire_statuts)
    assert lu is not None
    with Depot.ouvrir(fichier, lire_statuts) as autre:
        autre.accomplir("test", lambda _dossier: Projet("ailleurs", ()))
    with Depot.reprendre(fichier, lu, lire_statuts) as depot:
        assert depot.accomplir("test", lambda _dossier: Projet("ici", ())).numero == lu.tete[0] + 2


def test_an_older_file_and_one_without_any_act_are_left_to_the_depot(fichier: Path, tmp_path: Path) -> None:
    Depot.creer(tmp_path / "neuf.scic", lire_statuts).fermer()
    assert lire(tmp_path / "neuf.scic", lire_statuts) is None
    with closing(sqlite3.connect(fichier)) as brut:
        brut.execute(f"PRAGMA user_version = {VERSION - 1}")
    assert lire(fichier, lire_statuts) is None


def test_what_is_not_a_file_of_the_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FichierRefuse, match="n’existe pas"):
        lire(tmp_path / "absent.scic", lire_statuts)


@pytest.mark.parametrize(
    "abimer",
    [
        "UPDATE mouvement SET jour = 'hier' WHERE _rang = 30",
        "UPDATE mouvement SET jour = 3 WHERE _rang = 30",
        "UPDATE version_statuts SET texte = 'cassé'",
        "DROP TABLE fiche",
        "INSERT INTO envoi VALUES (1, 999, 1, '2026-01-01', 'documents', '', '{', NULL)",
    ],
)
def test_rows_that_do_not_read_are_said_to_be_damaged(fichier: Path, abimer: str) -> None:
    with closing(sqlite3.connect(fichier)) as brut:
        brut.execute(abimer)
        brut.commit()
    with pytest.raises(FichierAbime, match="abîmé"):
        lire(fichier, lire_statuts)
