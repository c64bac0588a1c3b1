"""Copying a table to a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scicvote.ui.models.table_model import Colonne, ModeleTable
from scicvote.ui.widgets.copie import donnees_tableur
from tests.ui.drivers import Pilote


def _presse_papiers() -> list[list[str]]:
    return [ligne.split("\t") for ligne in QApplication.clipboard().text().splitlines()]


def test_control_c_copies_the_row_and_control_shift_c_every_row(pilote: Pilote) -> None:
    page = pilote.naviguer("colleges")
    table = page.table  # type: ignore[attr-defined]
    table.setFocus()
    table.choisir_rang(1)
    pilote.raccourci(Qt.Key.Key_C)
    copie = _presse_papiers()
    assert len(copie) == 2
    assert copie[1][0] == "PP"
    pilote.qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [ligne[0] for ligne in _presse_papiers()[1:]] == ["SB", "PP", "PM"]


def test_figures_are_bare_and_no_cell_is_a_formula() -> None:
    modele: ModeleTable[str] = ModeleTable((Colonne("texte", "Texte", str),), str)
    modele.remplacer(["1\u202f234", "=A1", "deux\nlignes", "<b>"])
    donnees = donnees_tableur(modele, range(4), [0])
    assert donnees.text() == "Texte\n1234\n'=A1\ndeux lignes\n<b>\n"
    assert "&lt;b&gt;" in donnees.html()
