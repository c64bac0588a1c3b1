"""The drawing of a result: one bar of a hundred points, its threshold, and the words for its marks.

Black and white on purpose: solid, hatched, grey and empty stay apart on any printer and for any eye.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from reportlab.lib.colors import HexColor, white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from scicvote.core.papier import BarreVote
from scicvote.documents.polices import GRAS, ROMAIN, composer
from scicvote.documents.styles import ENCRE, FILET, LEGENDE

_MOTS = ("Pour", "Contre", "Abstention", "Sans vote")
_POUR, _CONTRE, _ABSTENTION, _RESTE = range(4)
_PLEIN = HexColor("#3A4149")
_GRIS_CLAIR = HexColor("#C3C8CE")

_HAUT = 13.0  # the bar
_SEUIL = 14.0  # above it, the words of the threshold
_NOMS = 12.0  # below it, the names of the bodies
_LEGENDE = 15.0
_PAS = 3.2  # between two lines of the hatching


def _hachures(canevas: Any, x: float, y: float, largeur: float, hauteur: float) -> None:
    """Slanted lines that fill a rectangle."""
    canevas.saveState()
    chemin = canevas.beginPath()
    chemin.rect(x, y, largeur, hauteur)
    canevas.clipPath(chemin, stroke=0)
    canevas.setLineWidth(1.1)
    canevas.setStrokeColor(_PLEIN)
    depart = x - hauteur
    while depart < x + largeur:
        canevas.line(depart, y, depart + hauteur, y + hauteur)
        depart += _PAS
    canevas.restoreState()


def _marque(canevas: Any, nature: int, x: float, y: float, largeur: float, hauteur: float) -> None:
    """One rectangle of the bar or of its legend, filled as its nature wants."""
    if nature == _CONTRE:
        _hachures(canevas, x, y, largeur, hauteur)
    else:
        canevas.setFillColor({_POUR: _PLEIN, _ABSTENTION: _GRIS_CLAIR, _RESTE: white}[nature])
        canevas.rect(x, y, largeur, hauteur, stroke=0, fill=1)


class Barre(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A BarreVote over the whole width."""

    def __init__(self, barre: BarreVote) -> None:
        super().__init__()
        self.barre = barre
        self.spaceBefore, self.spaceAfter = 6, 12
        self.noms = _NOMS if any(corps.libelle for corps in barre.corps) else 0.0
        self.haut_seuil = _SEUIL if barre.seuil is not None else 0.0

    def wrap(self, largeur: float, _hauteur: float) -> tuple[float, float]:
        self.width, self.height = largeur, self.haut_seuil + _HAUT + self.noms + _LEGENDE
        return self.width, self.height

    def _abscisse(self, points: Fraction) -> float:
        return float(points * Fraction(self.width) / 100)

    def draw(self) -> None:
        base = _LEGENDE + self.noms
        self._segments(base)
        self.canv.setStrokeColor(ENCRE)
        self.canv.setLineWidth(0.6)
        self.canv.rect(0, base, self.width, _HAUT, stroke=1, fill=0)
        if self.barre.seuil is not None:
            self._trait(self._abscisse(self.barre.seuil), base)
        self._legender()

    def _segments(self, base: float) -> None:
        """For, body after body, then against, abstentions, the rest."""
        points, limites = Fraction(0), list[float]()
        for nature in range(4):
            for corps in self.barre.corps:
                part = corps.parts()[nature]
                if part:
                    gauche, droite = self._abscisse(points), self._abscisse(points + part)
                    _marque(self.canv, nature, gauche, base, droite - gauche, _HAUT)
                    if nature == _POUR:
                        self._nommer(corps.libelle, gauche, droite, base)
                    points += part
                    limites.append(droite)
        for limite in limites[:-1]:
            self._separer(limite, base)

    def _separer(self, x: float, base: float) -> None:
        self.canv.setStrokeColor(white)
        self.canv.setLineWidth(1)
        self.canv.line(x, base, x, base + _HAUT)

    def _nommer(self, libelle: str, gauche: float, droite: float, base: float) -> None:
        """The body's name under what it brings, where there is room for it."""
        texte = composer(libelle)
        if stringWidth(texte, ROMAIN, LEGENDE.fontSize) <= droite - gauche:
            self.canv.setFont(ROMAIN, LEGENDE.fontSize)
            self.canv.setFillColor(ENCRE)
            self.canv.drawCentredString((gauche + droite) / 2, base - _NOMS + 2, texte)

    def _trait(self, x: float, base: float) -> None:
        """The threshold: a mark with a clear halo, its words above, never out of the page."""
        for couleur, epaisseur in ((white, 4), (ENCRE, 1.6)):
            self.canv.setStrokeColor(couleur)
            self.canv.setLineWidth(epaisseur)
            self.canv.line(x, base - 2, x, base + _HAUT + 3)
        texte = composer(self.barre.libelle_seuil)
        demi = stringWidth(texte, GRAS, LEGENDE.fontSize) / 2
        self.canv.setFont(GRAS, LEGENDE.fontSize)
        self.canv.setFillColor(ENCRE)
        self.canv.drawCentredString(min(max(x, demi), self.width - demi), base + _HAUT + 5.5, texte)

    def _legender(self) -> None:
        """The words for the marks that are on the bar."""
        x = 0.0
        for nature, mot in enumerate(_MOTS):
            if any(corps.parts()[nature] for corps in self.barre.corps):
                _marque(self.canv, nature, x, 0.5, 9, 7)
                self.canv.setStrokeColor(ENCRE if nature != _ABSTENTION else FILET)
                self.canv.setLineWidth(0.5)
                self.canv.rect(x, 0.5, 9, 7, stroke=1, fill=0)
                self.canv.setFillColor(ENCRE)
                self.canv.setFont(ROMAIN, LEGENDE.fontSize)
                self.canv.drawString(x + 13, 1, mot)
                x += 13 + stringWidth(mot, ROMAIN, LEGENDE.fontSize) + 18
