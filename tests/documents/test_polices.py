"""The shipped fonts: complete for Latin, honest about the rest."""

from fractions import Fraction

import pytest

from scicvote.core.exact import nombre, pourcent
from scicvote.core.papier import Style, paragraphe
from scicvote.documents.polices import composer, manquants
from scicvote.documents.rendu import illisibles
from scicvote.paths import ressources

LETTRES = "".join(c for plage in ((0xC0, 0x250), (0x1E00, 0x1F00)) for c in map(chr, range(*plage)) if c.isalpha())
SIGNES = "\u202f\u00a0’‘«»“”–—−½ŒœŸßŁłőșțĀāʻ€°№§×…·☐☑☒✓✔←→"


@pytest.mark.parametrize("face", ["Inter", "NotoSerif"])
def test_fonts_and_their_licences_are_shipped(face):
    dossier = ressources() / "fonts"
    assert len(list(dossier.glob(f"{face}-*.ttf"))) >= 4
    assert "SIL OPEN FONT LICENSE" in (dossier / f"OFL-{face}.txt").read_text("utf-8")


def test_all_of_latin_and_the_signs_of_the_program_can_be_printed():
    assert manquants(LETTRES + SIGNES + "".join(map(chr, range(0x20, 0x7F)))) == ()


def test_what_the_fonts_lack_is_named_once_each():
    assert manquants("林 Marie 林 🌻") == ("林 (U+6797)", "🌻 (U+1F33B)")


def test_a_whole_paper_is_checked(papier):
    assert illisibles(papier(paragraphe("Aubépine"), auteur="Šiaulių 花 & fils")) == ("花 (U+82B1)",)


def test_every_latin_letter_comes_back_from_the_page(papier, pages):
    lu = "".join(pages(papier(paragraphe(" ".join(LETTRES), style=Style.CORPS))))
    assert [c for c in LETTRES if c not in lu] == []


def test_decomposed_accents_are_composed_and_control_characters_dropped():
    assert composer("Ine\u0300s\x00\x07 Marjo\r\nlaine") == "Inès Marjo\nlaine"


def test_a_figure_is_never_cut_at_its_narrow_space(papier, pages):
    texte = " ".join([nombre(1234567), pourcent(Fraction(2, 7))] * 120)
    (page,) = pages(papier(paragraphe(texte)))
    assert not [ligne for ligne in page.split("\n") if ligne.startswith(("234", "567", "%"))]
    assert page.count("1\u202f234\u202f567") == page.count("28,57\u202f%") == 120


def test_a_negative_figure_has_its_sign(papier, pages):
    assert "−1\u202f200" in pages(papier(paragraphe(nombre(-1200))))[0]
