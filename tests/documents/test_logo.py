"""The logo: which pictures are taken, and that it stands above the letterhead."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from scicvote.documents.logo import POINTS, format_logo, logo
from scicvote.documents.rendu import rendre
from tests.documents.conftest import INSTANT


def image(genre: str = "PNG", taille: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    sortie = BytesIO()
    Image.new(mode, taille).save(sortie, genre)
    return sortie.getvalue()


@pytest.mark.parametrize("genre", ["PNG", "JPEG"])
def test_png_and_jpeg_are_taken(genre):
    assert format_logo(image(genre)) == genre


@pytest.mark.parametrize(
    "octets",
    [b"", b"rien", image("GIF"), image("BMP"), image()[:60], image("JPEG")[:-300], image(taille=(POINTS + 1, 1))],
    ids=["vide", "texte", "gif", "bmp", "png-coupe", "jpeg-coupe", "trop-large"],
)
def test_anything_else_is_not(octets):
    assert format_logo(octets) is None


@pytest.mark.parametrize(("taille", "attendue"), [((400, 100), 170), ((100, 400), 14), ((4, 4), 57)])
def test_it_keeps_its_shape_within_its_room(taille, attendue):
    (dessin,) = logo(image(taille=taille))
    assert round(dessin.drawWidth) == attendue
    assert dessin.drawWidth * taille[1] == pytest.approx(dessin.drawHeight * taille[0])
    assert logo(None) == []


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "CMYK"])
def test_a_paper_shows_it_once_and_the_bytes_are_the_same(papier, lecteur, mode):
    feuille = papier(entete=("Cliss XXI",), logo=image("JPEG" if mode == "CMYK" else "PNG", mode=mode))
    pdf = lecteur(feuille)
    assert len(pdf.pages[0].images) == 1
    assert "Cliss XXI" in pdf.pages[0].extract_text()
    assert rendre(feuille, instant=INSTANT) == rendre(feuille, instant=INSTANT)
