"""The page: A4, margins, running title, footer with its number, what is written across."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees, hypot

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm

from scicvote.core.papier import Papier
from scicvote.documents.alineas import ASCENDANTE
from scicvote.documents.polices import GRAS, ROMAIN, composer, largeur
from scicvote.documents.styles import COURANT, FILET, GRIS
from scicvote.documents.textes import simple
from scicvote.documents.toile import Toile, encre, trait

_FOND = HexColor("#E9E9E5")
_FOLIO = 26 * mm  # room for "Page 10 sur 12"
_HAUT_PIED = 6 * mm  # from the text to the footer


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
        large, haut = landscape(A4)
        return Page(large, haut, 15 * mm, 19 * mm, 17 * mm)
    large, haut = A4
    return Page(large, haut, 24 * mm, 24 * mm, 22 * mm)


def _mention(toile: Toile, texte: str, feuille: Page) -> None:
    """``texte`` in pale letters along the diagonal, under everything else."""
    mots = composer(texte)
    diagonale = hypot(feuille.largeur, feuille.hauteur)
    corps = min(120.0, 0.66 * diagonale / (largeur(mots, GRAS, 1) or 1))
    toile.saveState()
    toile.setFillColor(_FOND)
    toile.setFont(GRAS, corps)
    toile.translate(feuille.largeur / 2, feuille.hauteur / 2)
    toile.rotate(degrees(atan2(feuille.hauteur, feuille.largeur)))
    toile.drawCentredString(0, -corps / 3, mots)
    toile.restoreState()


def _titre_courant(toile: Toile, papier: Papier, feuille: Page) -> None:
    """From the second page on: whose paper and which, over a thin rule."""
    large, _ = feuille.place
    mots = " · ".join(filter(None, (papier.auteur, papier.titre, papier.sous_titre)))
    ligne = simple(" ".join(mots.split("\n")), COURANT)
    ligne.wrap(large, feuille.haut)
    filet = feuille.hauteur - feuille.haut + 5 * mm
    ligne.drawOn(toile, feuille.cote, filet + 3)
    toile.ecrire(trait(FILET, 0.4, [(feuille.cote, filet, feuille.cote + large, filet)]))


def habiller(toile: Toile, papier: Papier, numero: int) -> None:
    """Draw on a fresh page all that is not its text, its number apart."""
    feuille = page(papier)
    if papier.mention:
        _mention(toile, papier.mention, feuille)
    if numero > 1:
        _titre_courant(toile, papier, feuille)
    if papier.pied:
        large, _ = feuille.place
        pied = simple(papier.pied, COURANT)
        _, haut = pied.wrap(large - _FOLIO, feuille.bas)
        pied.drawOn(toile, feuille.cote, feuille.bas - _HAUT_PIED - haut)


def folio(toile: Toile, papier: Papier, numero: int, total: int) -> str:
    """The operators that number a page, at the right, level with the footer."""
    feuille = page(papier)
    mots, corps = f"Page {numero} sur {total}", float(COURANT.fontSize)
    x = feuille.largeur - feuille.cote - largeur(mots, ROMAIN, corps)
    y = feuille.bas - _HAUT_PIED - ASCENDANTE * corps
    ecrit, _ = toile.brins(((ROMAIN, mots),), corps, "")
    return f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {encre(GRIS)} {ecrit} ET"
