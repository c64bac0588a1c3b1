"""Several PDFs as one: every page as it was, a band above it, bookmarks, one numbering, the same bytes."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from scicvote.core.papier import paragraphe
from scicvote.documents.assemblage import Bandeau, Piece, assembler, nombre_de_pages
from scicvote.documents.rendu import rendre
from tests.documents.conftest import INSTANT


@pytest.fixture
def tirer(papier):
    """A PDF of so many pages, upright or not."""

    def faire(titre, pages=1, **reste):
        from scicvote.core.papier import SautDePage

        blocs = [b for n in range(pages) for b in (SautDePage(), paragraphe(f"{titre}, feuille {n + 1}"))][1:]
        return rendre(papier(*blocs, titre=titre, **reste), instant=INSTANT)

    return faire


def relier(*pieces, **champs):
    return assembler(
        pieces, Bandeau("Registre fictif", **champs), titre="Tout", auteur="La Fabrique imaginaire", instant=INSTANT
    )


def textes(octets):
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(octets)).pages]


def test_pages_keep_their_text_and_get_a_number(tirer):
    un, deux = tirer("Un", 2), tirer("Deux", 3, paysage=True)
    entier = relier(Piece("Un", un), Piece("Deux", deux), premiere_page=37)
    avant, apres = textes(un) + textes(deux), textes(entier)
    assert len(apres) == nombre_de_pages(entier) == 5
    for rang, (page, reste) in enumerate(zip(apres, avant, strict=True)):
        bande = f"Registre fictif Page {37 + rang}"
        assert bande in page
        assert " ".join(page.replace(bande, "").split()) == reste


def test_what_has_no_folio_is_left_as_it_is(tirer):
    garde = tirer("Garde", 2)
    apres = textes(relier(Piece("Garde", garde, folio=False), Piece("Un", tirer("Un"))))
    assert apres[:2] == textes(garde)
    assert "Page 1 " in f"{apres[2]} "


def test_room_for_initials(tirer):
    sans, avec = (textes(relier(Piece("Un", tirer("Un")), paraphe=oui))[0] for oui in (False, True))
    assert "Paraphe" in avec
    assert "Paraphe" not in sans


def test_bookmarks_lead_to_their_first_page(tirer):
    lu = PdfReader(
        BytesIO(relier(Piece("Un", tirer("Un", 2)), Piece("Deux é’", tirer("Deux")), Piece("Trois", tirer("T"))))
    )
    assert [signet.title for signet in lu.outline] == ["Un", "Deux é’", "Trois"]
    assert [lu.get_destination_page_number(signet) for signet in lu.outline] == [0, 2, 3]
    assert lu.trailer["/Root"]["/PageMode"] == "/UseOutlines"


def test_pages_keep_their_size(tirer):
    lu = PdfReader(BytesIO(relier(Piece("Un", tirer("Un")), Piece("Deux", tirer("Deux", paysage=True)))))
    droite, couchee = ((round(p.mediabox.width), round(p.mediabox.height)) for p in lu.pages)
    assert droite == (595, 842)
    assert couchee == (842, 595)


def test_it_says_what_it_is(tirer):
    lu = PdfReader(BytesIO(relier(Piece("Un", tirer("Un")))))
    assert lu.metadata is not None
    assert (lu.metadata.title, lu.metadata.author, lu.metadata.producer) == (
        "Tout",
        "La Fabrique imaginaire",
        "SCICVote",
    )
    assert lu.metadata.creation_date is not None
    assert lu.metadata.creation_date.replace(tzinfo=None) == INSTANT
    assert lu.trailer["/Root"]["/Lang"] == "fr-FR"
    assert lu.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_same_values_same_bytes(tirer):
    pieces = (Piece("Un", tirer("Un", 2)), Piece("Deux", tirer("Deux", paysage=True)))
    assert relier(*pieces, paraphe=True) == relier(*pieces, paraphe=True)


def test_nothing_to_bind():
    assert nombre_de_pages(relier()) == 0
