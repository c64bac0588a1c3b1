"""The palettes: every pair of text and ground reads easily."""

from __future__ import annotations

import pytest

from scicvote.ui.feuille import feuille
from scicvote.ui.theme import CLAIR, PALETTES, SOMBRE, Palette, contraste


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.nom)
def test_every_pair_of_text_is_above_four_and_a_half(palette: Palette) -> None:
    faibles = [(nom, contraste(encre, fond)) for nom, encre, fond in palette.textes() if contraste(encre, fond) < 4.5]
    assert not faibles


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.nom)
def test_the_border_of_a_control_is_seen(palette: Palette) -> None:
    assert contraste(palette.controle, palette.surface) >= 3
    assert contraste(palette.accent, palette.fond) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contraste("#000000", "#FFFFFF") == pytest.approx(21)
    assert contraste("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_two_palettes_name_the_same_things_in_other_colours() -> None:
    assert all(getattr(CLAIR, nom) != getattr(SOMBRE, nom) for nom in ("fond", "surface", "texte", "accent"))


def test_the_sheet_holds_the_tokens() -> None:
    assert SOMBRE.accent in feuille(SOMBRE)
    assert SOMBRE.accent not in feuille(CLAIR)
