"""One way down, one way up."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scicvote.core.issue import refus
from scicvote.store.depot import Acte, Depot, Projet
from scicvote.store.refus import FichierRefuse
from scicvote.ui import erreurs
from scicvote.ui.session import Session, lire_statuts
from tests.ui import fabrique
from tests.ui.drivers import Pilote


def entrer(depot: Depot) -> Acte:
    """An act: somebody comes in."""
    faits = (
        fabrique.fiche(50, "Zinnia", "Lou", "Mme", "physique"),
        fabrique.mouvement(50, date(2026, 6, 1), "reprise", 3, "2"),
    )
    return depot.accomplir("essai", lambda _dossier: Projet("Lou Zinnia reprise au registre", faits))


def refuser(depot: Depot) -> Acte:
    return depot.accomplir("essai", lambda _dossier: Projet("Rien", (), (refus("NON", "Cela ne se fait pas."),)))


def casser(_depot: Depot) -> Acte:
    raise FichierRefuse("Le disque est plein.")


def test_an_act_comes_back_by_one_signal(session: Session, fichier: Path, qtbot: QtBot) -> None:
    session.ouvrir(fichier)
    with qtbot.waitSignal(session.dossier_change), qtbot.waitSignal(session.act_done) as signal:
        acte = session.accomplir(entrer)
    assert acte is not None
    assert acte.accepte
    assert signal.args == [acte]
    session.fermer()


def test_a_refused_act_changes_nothing_and_says_why(session: Session, fichier: Path, qtbot: QtBot) -> None:
    session.ouvrir(fichier)
    with qtbot.assertNotEmitted(session.dossier_change):
        acte = session.accomplir(refuser)
    assert acte is not None
    assert [issue.code for issue in acte.refus] == ["NON"]
    session.fermer()


def test_a_file_that_cannot_be_written_is_a_sentence(pilote: Pilote) -> None:
    assert pilote.fenetre.session.accomplir(casser) is None
    assert pilote.banniere == "Le disque est plein."


def test_every_page_follows_an_act(pilote: Pilote) -> None:
    pilote.naviguer("associes")
    pilote.fenetre.session.accomplir(entrer)
    assert "Zinnia Lou" in pilote.lignes()
    pilote.naviguer("journal")
    assert "Lou Zinnia reprise au registre" in pilote.textes()


def test_unreadable_statutes_are_a_damaged_file() -> None:
    with pytest.raises(ValueError, match="statutes"):
        lire_statuts("format = 3")


def test_without_file_there_is_no_depot(session: Session) -> None:
    with pytest.raises(RuntimeError):
        _ = session.dossier


def test_a_fault_of_the_program_is_told_and_logged(
    pilote: Pilote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(erreurs.paths, "dossier_donnees", lambda: tmp_path / "données")
    attraper = erreurs.crochet(pilote.fenetre.dire_erreur)
    erreur = ZeroDivisionError("division by zero")
    with caplog.at_level(logging.ERROR, "scicvote.ui"):
        attraper(ZeroDivisionError, erreur, None)
    assert "Le programme a rencontré une erreur" in pilote.banniere
    assert "division by zero" in caplog.text
