"""A table laid out row by row: columns, faces, lines of each cell, heights. Only the rows at hand are kept."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from operator import add
from typing import Any

from reportlab.lib.units import mm

from scicvote.core.exact import accord, nombre
from scicvote.core.papier import Alignement, Cumul, Genre, Ligne, Rangee, Tableau, Texte, brut, gras, rangee
from scicvote.documents.alineas import ASCENDANTE
from scicvote.documents.lignes import Composee, composer_lignes
from scicvote.documents.styles import POSITIONS, cellule

MARGE = 4.0  # between text and vertical edge
AU_DESSUS, AU_DESSOUS = 2.5, 4.0
_SUITE = Texte(" (suite)")

Cellule = list[Composee]


class Rang:
    """A row laid out: the lines of each cell (none for an empty one), and how high it is."""

    __slots__ = ("cellules", "genre", "hauteur", "lignes", "pleine")

    def __init__(self, cellules: list[Cellule], genre: Genre, pleine: bool, interligne: float, au_moins: float) -> None:
        self.cellules, self.genre, self.pleine = cellules, genre, pleine
        self.lignes = max(map(len, cellules))
        self.hauteur = max(au_moins, self.lignes * interligne + AU_DESSUS + AU_DESSOUS)


class Grille:
    """A table over a width. Rows are counted from 0, headings apart."""

    def __init__(self, tableau: Tableau, largeur: float) -> None:
        self.tableau, self.largeur = tableau, largeur
        self.rangees: Sequence[Rangee] = tableau.rangees or (rangee(tableau.vide, genre=Genre.GROUPE),)
        self.vide = not tableau.rangees
        self.style: Any = cellule(Alignement.GAUCHE, petit=tableau.petit, gras=False)
        self.corps, self.interligne = float(self.style.fontSize), float(self.style.leading)
        self.romain = self.style.fontName
        self.epais = cellule(Alignement.GAUCHE, petit=tableau.petit, gras=True).fontName
        self.montee = ASCENDANTE * self.corps
        self.place_signer = float(tableau.hauteur * mm)
        self.bord = MARGE if tableau.quadrille else 0.0
        self.abscisses = self._abscisses()
        self.alignements = [colonne.alignement for colonne in tableau.colonnes]
        self.positions = [POSITIONS[alignement] for alignement in self.alignements]
        self.bords = [self.texte(c, False) for c in range(len(self.alignements))]
        self.titres = self._rang(rangee(*(colonne.titre for colonne in tableau.colonnes)), self.romain, 0.0)
        self._rangs: dict[int, Rang] = {}
        self._pieds: dict[tuple[int, int], list[Rang]] = {}
        self._groupes = [i for i, une in enumerate(self.rangees) if une.genre is Genre.GROUPE]

    # --- columns

    def _abscisses(self) -> list[float]:
        """Where each column starts, then the right edge."""
        total = sum(colonne.largeur for colonne in self.tableau.colonnes)
        x, abscisses = 0.0, [0.0]
        for colonne in self.tableau.colonnes:
            x += float(self.largeur * colonne.largeur / total)
            abscisses.append(x)
        return abscisses

    def texte(self, colonne: int, pleine: bool) -> tuple[float, float]:
        """Left and right edges of the text of a column, or of a row of one cell."""
        derniere = pleine or colonne == len(self.alignements) - 1
        gauche = self.abscisses[colonne] + (MARGE if colonne else self.bord)
        droite = (self.largeur if pleine else self.abscisses[colonne + 1]) - (self.bord if derniere else MARGE)
        return gauche, droite

    # --- rows

    def rang(self, i: int) -> Rang:
        """Row ``i`` laid out."""
        connu = self._rangs.get(i)
        if connu is None:
            une = self.rangees[i]
            au_moins = self.place_signer if une.genre is Genre.CORPS else 0.0
            nom = self.romain if une.genre is Genre.CORPS or self.vide else self.epais
            connu = self._rangs[i] = self._rang(une, nom, au_moins)
        return connu

    def oublier(self, debut: int, fin: int) -> None:
        """Rows ``debut`` to ``fin`` are drawn."""
        for i in range(debut, fin):
            self._rangs.pop(i, None)
        self._pieds.clear()

    def _rang(self, une: Rangee, nom: str, au_moins: float) -> Rang:
        pleine = len(une.cellules) < len(self.alignements)
        cellules = [self._cellule(runs, c, pleine, nom) for c, runs in enumerate(une.cellules)]
        return Rang(cellules, une.genre, pleine, self.interligne, au_moins)

    def _cellule(self, runs: Ligne, colonne: int, pleine: bool, nom: str) -> Cellule:
        if not brut(runs):
            return []
        gauche, droite = self.texte(colonne, True) if pleine else self.bords[colonne]
        return composer_lignes(runs, nom, self.corps, droite - gauche)

    def suite(self, i: int) -> Rang | None:
        """The heading of the group in which row ``i`` goes on, to print again on a fresh page; None outside a group."""
        if not 0 < i < len(self.rangees) or self.rangees[i].genre is not Genre.CORPS:
            return None
        k = bisect_left(self._groupes, i)
        une = self.rangees[self._groupes[k - 1]] if k else None
        if une is None or len(une.cellules) > 1:
            return None
        return self._rang(Rangee(((*une.cellules[0], _SUITE),), Genre.GROUPE), self.epais, 0.0)

    # --- totals of a page

    def cumul(self, debut: int, fin: int) -> list[Rang]:
        """The foot of a page that shows rows ``debut`` to ``fin``: their totals, then those of all rows so far.

        None in a table of one page, nor all rows so far on the last: the table's own totals say it.
        """
        cumul = self.tableau.cumul
        if cumul is None or (debut == 0 and fin == len(self.rangees)):
            return []
        if (debut, fin) not in self._pieds:
            pieds = [self._total(cumul, cumul.page, debut, fin)]
            if debut and fin < len(self.rangees):
                pieds.append(self._total(cumul, cumul.total, 0, fin))
            self._pieds[debut, fin] = pieds
        return self._pieds[debut, fin]

    def _total(self, cumul: Cumul, libelle: str, debut: int, fin: int) -> Rang:
        lignes, *sommes = (apres - avant for avant, apres in zip(self._sommes[debut], self._sommes[fin], strict=True))
        cellules: list[Ligne] = [()] * len(self.alignements)
        cellules[cumul.colonne] = (gras(f"{libelle}\u00a0: {accord(lignes, *cumul.unites)}"),)
        for colonne, somme in zip(cumul.colonnes, sommes, strict=True):
            cellules[colonne] = (gras(nombre(somme)),)
        return self._rang(Rangee(tuple(cellules), Genre.TOTAL), self.epais, 0.0)

    @cached_property
    def _sommes(self) -> list[tuple[int, ...]]:
        """How many rows count, and their sums, before each row and after the last."""
        cumul = self.tableau.cumul
        quantites = cumul.quantites if cumul else ()
        vide = (0,) * (1 + len(cumul.colonnes) if cumul else 1)
        ajouts = ((1, *q) if q else vide for q in quantites)
        return list(accumulate(ajouts, lambda a, b: tuple(map(add, a, b)), initial=vide))
