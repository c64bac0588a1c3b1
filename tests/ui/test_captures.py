"""Every page and state, light and dark, at 100 % and 200 %: no text is cut, no control is without a name or a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from scicvote.ui.apparence import apparence
from scicvote.ui.main_window import MainWindow
from scicvote.ui.theme import CLAIR, PALETTES, Palette
from tests.ui import fabrique
from tests.ui.captures import Vue, _ecrire, jouer, scenes
from tests.ui.controles import Intrus, hors_clavier, sans_nom, textes_coupes

# 720 by 450 is what a screen of 1440 by 900 has to offer at 200 %.
TAILLES = ((1440, 900), (720, 450))


@pytest.mark.parametrize("taille", TAILLES, ids=["100", "200"])
@pytest.mark.parametrize("scene", list(scenes()))
def test_nothing_is_cut_and_everything_is_named(
    qapp: QApplication, scene: str, taille: tuple[int, int], tmp_path: Path
) -> None:
    fautes: list[str] = []
    vues: list[str] = []

    def regarder(nom: str, vue: QWidget) -> None:
        vues.append(nom)
        fautes.extend(f"{nom}\u00a0: {faute}" for faute in (*textes_coupes(vue), *sans_nom(vue), *hors_clavier(vue)))

    intrus = Intrus()
    qapp.installEventFilter(intrus)
    jouer(scenes()[scene], taille, regarder)
    qapp.removeEventFilter(intrus)
    assert vues
    fautes.extend(intrus.fautes)
    assert not fautes, "\n".join(dict.fromkeys(fautes))


def _couleurs(image: QImage) -> set[str]:
    points = ((x, y) for x in range(0, image.width(), 23) for y in range(0, image.height(), 23))
    return {image.pixelColor(x, y).name() for x, y in points}


def _trois_pages(fenetre: MainWindow, prete: Callable[..., Vue], dossier: Path) -> Iterator[Vue]:
    fenetre.ouvrir(fabrique.vide(dossier / "vide.scic"))
    for cle in ("accueil", "associes", "statuts"):
        fenetre.aller(cle)
        yield prete(cle)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.nom)
def test_a_picture_shows_the_palette(qapp: QApplication, tmp_path: Path, palette: Palette) -> None:
    apparence(qapp).appliquer(palette)
    images: list[QImage] = []

    def regarder(nom: str, vue: QWidget) -> None:
        images.append(QImage(str(_ecrire(vue, tmp_path / f"{nom}.png"))))

    jouer(_trois_pages, TAILLES[0], regarder)
    apparence(qapp).appliquer(CLAIR)
    for image in images:
        assert len(_couleurs(image)) > 4
        assert image.pixelColor(image.width() - 4, 4).name().upper() == palette.fond
