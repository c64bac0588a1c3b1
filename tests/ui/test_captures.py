"""One picture per page, light and dark, at 100 % and 200 %; none is blank."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from scicvote.ui.theme import PALETTES, Palette
from tests.ui.captures import capturer


def _couleurs(image: QImage) -> set[str]:
    points = ((x, y) for x in range(0, image.width(), 23) for y in range(0, image.height(), 23))
    return {image.pixelColor(x, y).name() for x, y in points}


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.nom)
def test_every_page_has_its_picture(qapp: QApplication, fichier: Path, tmp_path: Path, palette: Palette) -> None:
    ecrits = capturer(fichier, tmp_path / "captures", palette.nom)
    assert len(ecrits) > 15
    for chemin in ecrits:
        assert len(_couleurs(QImage(str(chemin)))) > 4, chemin
    fond = QImage(str(tmp_path / "captures" / f"accueil-{palette.nom}.png"))
    assert fond.pixelColor(fond.width() - 4, 4).name().upper() == palette.fond


def test_at_two_hundred_percent_the_pictures_are_twice_as_sharp(fichier: Path, tmp_path: Path) -> None:
    milieu = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    commande = [sys.executable, "-m", "tests.ui.captures", str(fichier), str(tmp_path / "grand"), "clair", "720x450"]
    subprocess.run(commande, env=milieu, check=True, capture_output=True, timeout=120)
    image = QImage(str(tmp_path / "grand" / "resultats-3-2-clair.png"))
    assert (image.width(), image.height()) == (1440, 900)
    assert len(_couleurs(image)) > 4
