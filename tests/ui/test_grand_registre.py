"""A large register: rows prepared once, a narrower filter among the rows still there, and only what is seen is built."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scicvote.core.normalise import cle
from scicvote.core.registre import Registre
from scicvote.ui import main_window
from scicvote.ui.models.registre_model import RegistreModel
from scicvote.ui.models.table_model import Index
from scicvote.ui.pages import accueil, associes
from scicvote.ui.session import lire_statuts
from scicvote.ui.widgets.tableau import Tableau
from tests.ui import fabrique
from tests.ui.drivers import Pilote


class Compteur(RegistreModel):
    """Counts what the view asks for."""

    def __init__(self) -> None:
        self.lignes_demandees: set[int] = set()
        super().__init__()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self.lignes_demandees.add(index.row())
        return super().data(index, role)


def remplir(modele: RegistreModel, combien: int) -> None:
    faits = fabrique.grand_registre(combien)
    registre = Registre().avec(faits[::2], faits[1::2])  # type: ignore[arg-type]
    modele.montrer(registre.au(date(2026, 1, 1)).associes, lire_statuts(fabrique.texte_statuts()))


@pytest.fixture
def compteur(qapp: QApplication) -> Compteur:
    modele = Compteur()
    remplir(modele, 5_000)
    return modele


def test_scrolling_builds_no_more_than_the_rows_that_are_seen(qtbot: QtBot, compteur: Compteur) -> None:
    table = Tableau(compteur, "registre")
    qtbot.addWidget(table)
    table.resize(900, 480)
    table.show()
    qtbot.waitExposed(table)
    QApplication.processEvents()
    visibles = table.viewport().height() // table.rowHeight(0) + 2
    for place in (0, 1_000, 4_900):
        compteur.lignes_demandees.clear()
        table.scrollTo(compteur.index(place, 0), Tableau.ScrollHint.PositionAtTop)
        table.viewport().repaint()
        QApplication.processEvents()
        assert 0 < len(compteur.lignes_demandees) <= 2 * visibles  # what leaves, what comes


@pytest.mark.parametrize("saisies", [("e", "eg", "egl", "eglantine zoe"), ("zoe", "zoe 1", "zo", "", "noi sal")])
def test_a_filter_shows_the_same_whatever_was_typed_before(compteur: Compteur, saisies: tuple[str, ...]) -> None:
    for saisie in saisies:
        compteur.filtrer(saisie)
        mots = cle(saisie).split()
        attendues = [
            r for r, repli in zip(compteur._lignes, compteur._replis, strict=True) if all(m in repli for m in mots)
        ]
        assert sorted(a.numero for a in compteur.lignes_visibles()) == sorted(a.numero for a in attendues)


def test_a_person_is_found_again_at_any_sort_and_filter(compteur: Compteur) -> None:
    for colonne, sens in ((0, Qt.SortOrder.AscendingOrder), (3, Qt.SortOrder.DescendingOrder)):
        compteur.sort(colonne, sens)
        compteur.filtrer("noisetier")
        rang = compteur.rang_de(1_002)
        assert rang is not None
        assert compteur.ligne(rang).numero == 1_002
        assert compteur.rang_de(1_000) is None  # hidden by the filter
        assert compteur.rang_de(999) is None  # nobody
        compteur.filtrer("")


def test_rows_prepared_for_another_sort_are_sorted_again(compteur: Compteur) -> None:
    prepares = compteur.preparer(compteur._lignes)
    compteur.sort(0, Qt.SortOrder.DescendingOrder)
    compteur.adopter(prepares)
    noms = [cle(a.nom_registre) for a in compteur.lignes_visibles()]
    assert noms == sorted(noms, reverse=True)


def test_a_large_register_is_read_on_another_thread(
    pilote: Pilote, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(associes, "_A_PART", 10)
    with pilote.qtbot.waitSignal(pilote.fenetre.travaux.fini):
        pilote.naviguer("associes")
    assert len(pilote.lignes()) == 22
    assert pilote.associes.alertes.text().strip() == "Alertes du registre"


def test_the_first_page_reads_a_large_register_on_another_thread(
    pilote: Pilote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accueil, "_A_PART", 10)
    pilote.naviguer("statuts")
    pilote.accueil.alertes.note.setText("")
    pilote.accueil._montre.clear()  # or the page leaves what did not change as it is
    faits = (fabrique.mouvement(9, date(2026, 6, 1), "operation"),)
    pilote.fenetre.session.accomplir(lambda depot: depot.accomplir("test", lambda _d: fabrique.Projet("x", faits)))
    with pilote.qtbot.waitSignal(pilote.fenetre.travaux.fini):
        pilote.naviguer("accueil")
    assert pilote.accueil.alertes.note.text() == "3 à traiter"


def test_a_large_file_is_opened_on_another_thread(
    pilote_nu: Pilote, fichier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "_LOURD", 10)
    with pilote_nu.qtbot.waitSignal(pilote_nu.fenetre.travaux.fini):
        pilote_nu.ouvrir(fichier)
        assert not pilote_nu.fenetre.session.ouverte
    assert pilote_nu.titre == fabrique.NOM
    assert pilote_nu.fenetre.reglages.dernier == fichier


def test_a_large_file_that_is_damaged_says_so(
    pilote_nu: Pilote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "_LOURD", 10)
    chemin = tmp_path / "autre.scic"
    chemin.write_bytes(b"pas une base" * 20)
    with pilote_nu.qtbot.waitSignal(pilote_nu.fenetre.travaux.fini):
        pilote_nu.ouvrir(chemin)
    assert "n’est pas un fichier SCICVote" in pilote_nu.banniere


def test_a_page_that_had_to_wait_reads_once_the_other_work_is_over(
    pilote: Pilote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(associes, "_A_PART", 10)
    tenu = Event()
    pilote.fenetre.travailler("long", lambda _progres: tenu.wait(10), lambda _fait: None)
    pilote.naviguer("associes")
    assert pilote.lignes() == []
    tenu.set()
    pilote.qtbot.waitUntil(lambda: len(pilote.lignes()) == 22)
