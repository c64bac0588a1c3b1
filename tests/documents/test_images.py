"""Pages as the eye sees them, drawn by QtPdf: margins stay clear, room to sign stays empty, the watermark stays pale."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from datetime import datetime

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

import scicvote.ui  # noqa: F401 - Qt is called after it
from scicvote.actes.papiers import imprimer
from tests.scene_papiers import a, mains, ordinaire

INSTANT = datetime(2026, 6, 13, 9, 0)
ECHELLE = 1  # points to pixels


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    scene = ordinaire(tmp_path_factory.mktemp("images"), 41, 30, par_college=True)
    point = scene.assemblee.resolutions[0].resolution
    scene.voter(point, {"SB": mains(10, 2), "PP": mains(10, 1, 1), "PM": mains(6)}, a(18, 30))
    scene.clore()
    return scene


def dessiner(octets):
    """The pages of a PDF as rows of grey levels, on white."""
    document, tampon = QPdfDocument(), QBuffer()
    tampon.setData(QByteArray(octets))
    tampon.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(tampon)
    pages = []
    for numero in range(document.pageCount()):
        points = document.pagePointSize(numero)
        taille = QSize(round(points.width() * ECHELLE), round(points.height() * ECHELLE))
        fond = QImage(taille, QImage.Format.Format_RGB32)
        fond.fill(QColor("white"))
        peintre = QPainter(fond)
        peintre.drawImage(0, 0, document.render(numero, taille))
        peintre.end()
        gris = fond.convertToFormat(QImage.Format.Format_Grayscale8)
        octets_page, pas = bytes(gris.constBits()), gris.bytesPerLine()
        pages.append([octets_page[y * pas : y * pas + gris.width()] for y in range(gris.height())])
    document.close()
    return pages


def pages_de(scene, genre):
    octets, _ = imprimer(scene.depot, scene.ag, genre, INSTANT)
    return dessiner(octets)


@pytest.mark.parametrize(("genre", "marge"), [("feuille-presence", 40), ("proces-verbal", 66)])
@pytest.mark.usefixtures("qapp")
def test_margins_stay_clear(scene, genre, marge):
    for page in pages_de(scene, genre):
        for ligne in page:
            assert min(ligne[:marge]) > 200
            assert min(ligne[-marge:]) > 200
        assert all(min(ligne) > 200 for ligne in (*page[:20], *page[-20:]))


@pytest.mark.usefixtures("qapp")
def test_the_sheet_has_empty_boxes_to_sign(scene):
    """Between the rules of the last column there is no ink at all."""
    for page in pages_de(scene, "feuille-presence")[1:3]:
        colonne = [min(ligne[-165:-50]) for ligne in page[75:-80]]
        vides = "".join("1" if gris > 250 else "0" for gris in colonne).split("0")
        cases = [len(blanc) for blanc in vides if len(blanc) > 25]
        assert len(cases) >= 9
        assert min(cases) >= 30


@pytest.mark.usefixtures("qapp")
def test_the_watermark_is_pale_under_the_text(scene):
    """The draft's diagonal is seen, and never as dark as a letter."""
    page = pages_de(scene, "proces-verbal")[0]
    niveaux = [gris for ligne in page for gris in ligne]
    pales = sum(215 <= gris <= 240 for gris in niveaux)
    assert pales > 8000
    assert min(niveaux) < 90


@pytest.mark.usefixtures("qapp")
def test_lines_of_text_never_touch(scene):
    """Down the left of the minutes every line of letters is followed by white, but in tables."""
    page = pages_de(scene, "proces-verbal")[0]
    lignes = [min(ligne[68:260]) < 120 for ligne in page[185:300]]
    bandes = "".join("x" if encre else "." for encre in lignes).strip(".").split(".")
    assert max(len(bande) for bande in bandes) <= 13


@pytest.mark.usefixtures("qapp")
def test_the_same_file_gives_the_same_picture(scene):
    assert pages_de(scene, "feuille-presence") == pages_de(scene, "feuille-presence")
