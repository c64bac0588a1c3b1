"""Several PDFs as one: bookmarks, one numbering through all of them, room for initials; their own pages untouched.

What a page says is never laid out again: a band is drawn above it. The same values give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from scicvote.documents.polices import ROMAIN, composer, installer
from scicvote.documents.styles import FILET, GRIS

_PROGRAMME = "SCICVote"
_COTE, _HAUT = 12 * mm, 6.5 * mm  # of the band, from the edges: above the running title
_CASE, _CASE_HAUTE = 24 * mm, 6 * mm  # room for initials
_CORPS = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """One PDF of the whole. ``folio`` False leaves it out of the numbering (a cover, a summary)."""

    titre: str
    octets: bytes
    folio: bool = True


@dataclass(frozen=True, slots=True)
class Bandeau:
    """What is drawn above every numbered page: whose band at the left, ``Page 37`` and room for initials at the right."""

    texte: str
    premiere_page: int = 1
    mot: str = "Page"
    paraphe: bool = False


def nombre_de_pages(octets: bytes) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(BytesIO(octets)).pages)


def assembler(pieces: Sequence[Piece], bandeau: Bandeau, *, titre: str, auteur: str, instant: datetime) -> bytes:
    """One PDF of ``pieces`` in their order, a bookmark to each, ``bandeau`` above every page that is numbered."""
    installer()
    sortie, numero = PdfWriter(), bandeau.premiere_page
    for piece in pieces:
        pages = PdfReader(BytesIO(piece.octets)).pages
        debut = len(sortie.pages)
        bandes = _bandes(pages, bandeau, numero) if piece.folio else iter(())
        for page in pages:
            ajoutee = sortie.add_page(page)
            if piece.folio:
                ajoutee.merge_page(next(bandes))
                numero += 1
        sortie.add_outline_item(title=piece.titre, page_number=debut)
    _identifier(sortie, titre, auteur, instant)
    octets = BytesIO()
    sortie.write(octets)
    return octets.getvalue()


def _bandes(pages: Sequence[PageObject], bandeau: Bandeau, numero: int) -> Iterator[PageObject]:
    """The bands of some pages, each a page of its own of the same size."""
    calque = BytesIO()
    toile = Canvas(calque, invariant=1, initialFontName=ROMAIN)
    for rang, page in enumerate(pages):
        largeur, hauteur = float(page.mediabox.width), float(page.mediabox.height)
        toile.setPageSize((largeur, hauteur))
        _bande(toile, bandeau, numero + rang, largeur, hauteur)
        toile.showPage()
    toile.save()
    return iter(PdfReader(calque).pages)


def _bande(toile: Canvas, bandeau: Bandeau, numero: int, largeur: float, hauteur: float) -> None:
    y, droite = hauteur - _HAUT, largeur - _COTE
    toile.setFont(ROMAIN, _CORPS)
    toile.setFillColor(GRIS)
    toile.drawString(_COTE, y, composer(bandeau.texte))
    folio = composer(f"{bandeau.mot}\u00a0{numero}")
    if bandeau.paraphe:
        toile.setStrokeColor(FILET)
        toile.setLineWidth(0.5)
        toile.rect(droite - _CASE, y - 1.8 * mm, _CASE, _CASE_HAUTE)
        toile.drawRightString(droite - _CASE - 2 * mm, y, f"{folio}{composer('   Paraphe')}")
    else:
        toile.drawRightString(droite, y, folio)


def _identifier(sortie: PdfWriter, titre: str, auteur: str, instant: datetime) -> None:
    """Title, author and date; French; bookmarks shown on opening; an identifier that depends on these bytes alone."""
    date = instant.strftime("D:%Y%m%d%H%M%S")
    sortie.metadata = {
        "/Title": titre, "/Author": auteur, "/Creator": _PROGRAMME, "/Producer": _PROGRAMME,
        "/CreationDate": date, "/ModDate": date,
    }  # fmt: skip
    racine = sortie.root_object
    racine[NameObject("/Lang")] = TextStringObject("fr-FR")
    racine[NameObject("/PageMode")] = NameObject("/UseOutlines")
    racine[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})


__all__ = ["Bandeau", "Piece", "assembler", "nombre_de_pages"]
