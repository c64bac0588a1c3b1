"""The page: A4, margins, running title, footer with its number, what is written across."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from math import atan2, degrees, hypot
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from scicvote.core.papier import Papier
from scicvote.documents.polices import GRAS, composer
from scicvote.documents.styles import COURANT, FILET, FOLIO
from scicvote.documents.textes import simple

_FOND = HexColor("#E9E9E5")
_FOLIO = 26 * mm  # room for "Page 10 sur 12"


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size and margins, in points."""

    largeur: float
    hauteur: float
    cote: float
    haut: float
    bas: float

    @property
    def place(self) -> tuple[float, float]:
        """Width and height left for the text."""
        return self.largeur - 2 * self.cote, self.hauteur - self.haut - self.bas


def page(papier: Papier) -> Page:
    """A4, upright with wide margins, or landscape with narrow ones for broad tables."""
    if papier.paysage:
        largeur, hauteur = landscape(A4)
        return Page(largeur, hauteur, 15 * mm, 19 * mm, 17 * mm)
    largeur, hauteur = A4
    return Page(largeur, hauteur, 24 * mm, 24 * mm, 22 * mm)


def _date_pdf(instant: datetime) -> str:
    """``D:20260612204100`` and the zone when there is one."""
    zone = instant.strftime("%z")
    return instant.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


class Toile(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas whose bytes depend on what is drawn and on ``instant`` alone."""

    def __init__(self, *arguments: Any, instant: datetime, **reste: Any) -> None:
        super().__init__(*arguments, **reste)
        date = _date_pdf(instant)
        self._doc.signature = hashlib.md5(date.encode(), usedforsecurity=False)
        self.setDateFormatter(lambda *_: date)


def _mention(toile: Any, texte: str, feuille: Page) -> None:
    """``texte`` in pale letters along the diagonal, under everything else."""
    mots = composer(texte)
    diagonale = hypot(feuille.largeur, feuille.hauteur)
    corps = min(120.0, 0.66 * diagonale / (stringWidth(mots, GRAS, 1) or 1))
    toile.saveState()
    toile.setFillColor(_FOND)
    toile.setFont(GRAS, corps)
    toile.translate(feuille.largeur / 2, feuille.hauteur / 2)
    toile.rotate(degrees(atan2(feuille.hauteur, feuille.largeur)))
    toile.drawCentredString(0, -corps / 3, mots)
    toile.restoreState()


def _titre_courant(toile: Any, papier: Papier, feuille: Page) -> None:
    """From the second page on: whose paper and which, over a thin rule."""
    largeur, _ = feuille.place
    mots = " · ".join(filter(None, (papier.auteur, papier.titre, papier.sous_titre)))
    ligne = simple(" ".join(mots.split("\n")), COURANT)
    ligne.wrapOn(toile, largeur, feuille.haut)
    filet = feuille.hauteur - feuille.haut + 5 * mm
    ligne.drawOn(toile, feuille.cote, filet + 3)
    toile.setStrokeColor(FILET)
    toile.setLineWidth(0.4)
    toile.line(feuille.cote, filet, feuille.cote + largeur, filet)


def _pied(toile: Any, papier: Papier, feuille: Page, numero: int, total: int) -> None:
    """What the paper wants at the left, the page's number at the right, tops level."""
    largeur, _ = feuille.place
    haut = feuille.bas - 6 * mm
    folio = simple(f"Page {numero} sur {total}", FOLIO)
    for mots, x, large in (
        (simple(papier.pied, COURANT), feuille.cote, largeur - _FOLIO),
        (folio, feuille.cote + largeur - _FOLIO, _FOLIO),
    ):
        _, hauteur = mots.wrapOn(toile, large, haut)
        mots.drawOn(toile, x, haut - hauteur)


def habiller(toile: Any, papier: Papier, numero: int, total: int) -> None:
    """Draw on a fresh page all that is not its text."""
    feuille = page(papier)
    if papier.mention:
        _mention(toile, papier.mention, feuille)
    if numero > 1:
        _titre_courant(toile, papier, feuille)
    _pied(toile, papier, feuille, numero, total)
