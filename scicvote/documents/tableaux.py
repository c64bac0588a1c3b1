"""Tables: headings on each page, thin rules, rows that keep company."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Table

from scicvote.core.papier import Alignement, Colonne, Genre, Ligne, Rangee, Tableau, Texte, brut, rangee
from scicvote.documents.polices import ROMAIN
from scicvote.documents.styles import ENCRE, FILET, cellule
from scicvote.documents.textes import paragraphe

_FIN, _FORT = 0.4, 0.8
_MARGE = 4.0  # between text and vertical edge
_SUITE = Texte(" (suite)")


class TableauCourant(Table):  # type: ignore[misc]  # reportlab has no types
    """A table that goes on over pages: headings again, the group that is cut named again, least heights kept.

    A row is cut only when no page holds it. ``suivre`` gives it the rows it is made of.
    """

    def suivre(self, rangees: Sequence[Rangee], hauteurs: Sequence[float], style: ParagraphStyle) -> None:
        """``rangees`` and their least heights, headings first; ``style`` is that of a group's heading."""
        self.rangees, self._minRowHeights, self.style_groupe = list(rangees), list(hauteurs), style

    def split(self, largeur: float, hauteur: float) -> list[Any]:
        self._calc(largeur, hauteur)
        self.repeatRows = self._repetees(self._getFirstPossibleSplitRowPosition(hauteur))
        morceaux: list[Any] = super().split(largeur, hauteur)
        if not morceaux and getattr(getattr(self, "_frame", None), "_atTop", False):
            self.repeatRows, self.splitInRow = [0], 1
            morceaux = super().split(largeur, hauteur)
        if len(morceaux) == 2:
            self._transmettre(morceaux[1])
        return morceaux

    def _repetees(self, coupe: int) -> list[int]:
        """The rows to print again when row ``coupe`` is the first of the next page."""
        groupes = [i for i, une in enumerate(self.rangees[:coupe]) if une.genre is Genre.GROUPE]
        if not groupes or coupe >= len(self.rangees) or self.rangees[coupe].genre is not Genre.CORPS:
            return [0]
        return [0, groupes[-1]] if len(self.rangees[groupes[-1]].cellules) == 1 else [0]

    def _transmettre(self, suite: Any) -> None:
        """Tell ``suite``, the rows of the next page, what it is made of: reportlab forgets it."""
        reste = suite._nrows - len(self.repeatRows)
        rangees = [self.rangees[i] for i in self.repeatRows] + self.rangees[-reste:]
        hauteurs = [self._minRowHeights[i] for i in self.repeatRows] + self._minRowHeights[-reste:]
        if len(self.repeatRows) == 2:
            rangees[1] = _suite(rangees[1])
            titre = paragraphe(rangees[1].cellules[0], self.style_groupe)
            suite._cellvalues[1] = [titre, *suite._cellvalues[1][1:]]  # that row is also the row of this page
            suite._argH[1] = None
        suite.suivre(rangees, hauteurs, self.style_groupe)


def _suite(groupe: Rangee) -> Rangee:
    """The heading of a group that goes on."""
    titre = groupe.cellules[0]
    return groupe if titre[-1:] == (_SUITE,) else Rangee(((*titre, _SUITE),), Genre.GROUPE)


def _case(runs: Ligne, colonne: Colonne, tableau: Tableau, gras: bool) -> Any:
    if not brut(runs):
        return ""
    return paragraphe(runs, cellule(colonne.alignement, petit=tableau.petit, gras=gras))


def _cases(une: Rangee, tableau: Tableau) -> list[Any]:
    gras = une.genre is not Genre.CORPS
    if len(une.cellules) < len(tableau.colonnes):
        pleine = Colonne("", 1, Alignement.GAUCHE)
        return [_case(une.cellules[0], pleine, tableau, gras), *[""] * (len(tableau.colonnes) - 1)]
    return [_case(c, colonne, tableau, gras) for c, colonne in zip(une.cellules, tableau.colonnes, strict=True)]


def _rangees(tableau: Tableau) -> tuple[Rangee, ...]:
    """The rows, or one that says that there are none."""
    if tableau.rangees:
        return tableau.rangees
    return (rangee(tableau.vide, *[""] * (len(tableau.colonnes) - 1)),)


def _largeurs(tableau: Tableau, largeur: float) -> list[float]:
    total = sum(colonne.largeur for colonne in tableau.colonnes)
    return [float(largeur * colonne.largeur / total) for colonne in tableau.colonnes]


def _filets(tableau: Tableau, n: int) -> list[tuple[Any, ...]]:
    """Rules and padding; ``n`` is the number of the last row."""
    bord = _MARGE if tableau.quadrille else 0
    commandes: list[tuple[Any, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), ROMAIN),
        ("LEFTPADDING", (0, 0), (-1, -1), _MARGE),
        ("RIGHTPADDING", (0, 0), (-1, -1), _MARGE),
        ("LEFTPADDING", (0, 0), (0, -1), bord),
        ("RIGHTPADDING", (-1, 0), (-1, -1), bord),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if tableau.hauteur else "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LINEBELOW", (0, 1), (-1, -1), _FIN, FILET),
    ]
    if tableau.quadrille:
        commandes += [("INNERGRID", (0, 0), (-1, -1), _FIN, FILET), ("BOX", (0, 0), (-1, -1), _FORT, ENCRE)]
    return [*commandes, *(("LINEBELOW", (0, i), (-1, i), _FORT, ENCRE) for i in (0, n))]


def _genres(tableau: Tableau) -> list[tuple[Any, ...]]:
    """Group headings stay with their first row, totals with the row above, under a strong rule."""
    commandes: list[tuple[Any, ...]] = []
    for i, une in enumerate(tableau.rangees, start=1):
        if une.genre is Genre.GROUPE:
            commandes.append(("NOSPLIT", (0, i), (-1, min(i + 1, len(tableau.rangees)))))
            if len(une.cellules) < len(tableau.colonnes):
                commandes.append(("SPAN", (0, i), (-1, i)))
        elif une.genre is Genre.TOTAL:
            commandes.append(("LINEABOVE", (0, i), (-1, i), _FORT, ENCRE))
            commandes.append(("NOSPLIT", (0, i - 1), (-1, i)))
    return commandes


def _hauteurs(tableau: Tableau, rangees: tuple[Rangee, ...]) -> list[float]:
    """The least height of each row, headings first: room to sign on ordinary rows only."""
    place = float(tableau.hauteur * mm)
    return [0.0, *(place if une.genre is Genre.CORPS else 0.0 for une in rangees[1:])]


def tableau_courant(tableau: Tableau, largeur: float) -> TableauCourant:
    """``tableau`` over the whole ``largeur``, headings repeated on each page."""
    titres = rangee(*(colonne.titre for colonne in tableau.colonnes))
    rangees = (titres, *_rangees(tableau))
    style = [*_filets(tableau, len(rangees) - 1), *_genres(tableau)]
    if not tableau.rangees:
        style.append(("SPAN", (0, 1), (-1, 1)))
    table = TableauCourant(
        [_cases(une, tableau) for une in rangees],
        colWidths=_largeurs(tableau, largeur),
        style=style,
        repeatRows=1,
        spaceBefore=4,
        spaceAfter=12,
    )
    table.suivre(rangees, _hauteurs(tableau, rangees), cellule(Alignement.GAUCHE, petit=tableau.petit, gras=True))
    return table
