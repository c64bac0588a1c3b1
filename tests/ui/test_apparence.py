"""Light and dark, fonts, icons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from scicvote.ui import icones, polices
from scicvote.ui.apparence import apparence, courante
from scicvote.ui.theme import CLAIR, SOMBRE


@pytest.fixture(autouse=True)
def _clair(qapp: QApplication) -> Iterator[None]:
    yield
    apparence(qapp).appliquer(CLAIR)


def test_the_appearance_follows_the_system(qapp: QApplication) -> None:
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert courante() is SOMBRE
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert courante() is CLAIR


def test_the_shipped_face_is_used(qapp: QApplication) -> None:
    assert QFontInfo(polices.police()).family() == "Inter"
    assert qapp.font().family() == "Inter"


def test_an_icon_takes_its_colour_and_its_scale(qapp: QApplication) -> None:
    image = icones.pixmap("check", "#FF0000", 16, 2.0)
    assert image.width() == 32
    assert image.devicePixelRatio() == 2.0
    dessin = image.toImage()
    couleurs = {
        dessin.pixelColor(x, y).name() for x in range(32) for y in range(32) if dessin.pixelColor(x, y).alpha() > 250
    }
    assert couleurs == {QColor("#FF0000").name()}


@pytest.mark.parametrize(
    "nom", ["house", "users", "colleges", "vote", "book", "file-text", "clock", "scicvote", "search"]
)
def test_the_icons_of_the_frame_are_shipped(nom: str) -> None:
    assert icones.chemin(nom).is_file()
