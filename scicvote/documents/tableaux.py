"""Tables over pages: headings each time, the group that goes on named again, rows that keep company, totals at the foot."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.platypus import Flowable

from scicvote.core.papier import Genre, Tableau
from scicvote.documents.grille import AU_DESSOUS, AU_DESSUS, Grille, Rang
from scicvote.documents.styles import ENCRE, FILET
from scicvote.documents.toile import Toile, encre, trait

_FIN, _FORT = 0.4, 0.8
_JEU = 1e-6  # between two ways of adding the same heights
_TROP_HAUT = 10_000_000.0


class TableauCourant(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The part of a table from row ``debut`` on, of which ``entame`` lines are printed already."""

    def __init__(self, grille: Grille, debut: int = 0, entame: int = 0) -> None:
        super().__init__()
        self.grille, self.debut, self.entame = grille, debut, entame
        self.fin, self.lignes = len(grille.rangees), 0  # where this part ends, and how many lines of a cut row it shows
        self.en_tete = False  # whether it comes at the top of a page
        self.spaceBefore, self.spaceAfter = 4, 12

    @cached_property
    def _tete(self) -> list[Rang]:
        """What stands above the rows of this part."""
        suite = self.grille.suite(self.debut) if self.debut or self.entame else None
        return [self.grille.titres, *([suite] if suite else [])]

    def _haut(self, i: int) -> float:
        """How high row ``i`` still is."""
        rang = self.grille.rang(i)
        if self.lignes:
            return self.lignes * self.grille.interligne + AU_DESSUS + AU_DESSOUS
        return rang.hauteur - (self.entame * self.grille.interligne if i == self.debut else 0)

    def _pied(self, fin: int) -> list[Rang]:
        return self.grille.cumul(self.debut, fin)

    def _haut_pied(self, fin: int) -> float:
        return sum(rang.hauteur for rang in self._pied(fin))

    def wrap(self, largeur: float, hauteur: float) -> tuple[float, float]:
        """The height of this part, or more than any page as soon as it exceeds ``hauteur``."""
        self.width, self.height = largeur, _TROP_HAUT
        haut = sum(rang.hauteur for rang in self._tete)
        for i in range(self.debut, self.fin):
            haut += self._haut(i)
            if haut > hauteur + _JEU:
                return largeur, _TROP_HAUT
        self.height = haut + self._haut_pied(self.fin)
        return largeur, self.height

    # --- where it is cut

    def split(self, _largeur: float, hauteur: float) -> list[Any]:
        place = hauteur - sum(rang.hauteur for rang in self._tete) + _JEU
        fin = self._coupe(place)
        if fin > self.debut:
            return self._parts(fin, 0)
        return self._entamer(place) if self.en_tete else []

    def _coupe(self, place: float) -> int:
        """The first row that goes to the next page; ``debut`` when none stays."""
        fin, haut, fins = self.debut, 0.0, [0.0]
        while fin < self.fin and haut <= place:
            haut += self._haut(fin)
            fins.append(haut)
            fin += 1
        pied = self._haut_pied(fin)
        while fin > self.debut:
            while fin > self.debut and (fins[fin - self.debut] + pied > place or not self._separables(fin)):
                fin -= 1
            juste = self._haut_pied(fin)  # nearly always the same: other figures
            if juste <= pied:
                break
            pied = juste
        return fin

    def _separables(self, i: int) -> bool:
        """Whether a page may end before row ``i``: not after a group's heading, nor before a total."""
        rangees = self.grille.rangees
        if i >= len(rangees):
            return True
        return rangees[i - 1].genre is not Genre.GROUPE and rangees[i].genre is not Genre.TOTAL

    def _entamer(self, place: float) -> list[Any]:
        """No row fits on a whole page: as many rows as fit without minding company, else as many lines of the first."""
        fin, haut = self.debut, 0.0
        while fin < self.fin and haut + self._haut(fin) <= place:
            haut += self._haut(fin)
            fin += 1
        if fin > self.debut:
            return self._parts(fin, 0)
        lignes = max(1, int((place - AU_DESSUS - AU_DESSOUS) // self.grille.interligne))
        reste = self.grille.rang(self.debut).lignes - self.entame
        return self._parts(self.debut + 1, lignes) if lignes < reste else []

    def _parts(self, fin: int, lignes: int) -> list[Any]:
        """This part to row ``fin``, and the next; ``lignes`` of its only row where that row is cut."""
        part = TableauCourant(self.grille, self.debut, self.entame)
        part.fin, part.lignes = fin, lignes
        entame = self.entame + lignes if lignes else 0
        suite = TableauCourant(self.grille, self.debut if lignes else fin, entame)
        return [part, suite] if suite.debut < self.fin else [part]

    # --- drawing

    def drawOn(self, canvas: Toile, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802,N803
        """Draw with the lower left corner at ``x``, ``y`` of the page."""
        dessin = _Dessin(self.grille, canvas, x, y + self.height)
        dessin.ranger(self.grille.titres, self.grille.titres.hauteur, titres=True)
        for rang in self._tete[1:]:
            dessin.ranger(rang, rang.hauteur)
        for i in range(self.debut, self.fin):
            entame = self.entame if i == self.debut else 0
            dessin.ranger(self.grille.rang(i), self._haut(i), entame=entame, lignes=self.lignes)
        for rang in self._pied(self.fin):
            dessin.ranger(rang, rang.hauteur)
        dessin.finir()
        self.grille.oublier(self.debut, self.fin - 1 if self.lignes else self.fin)
        canvas.faire(self.fin - self.debut)


class _Dessin:
    """A part of a table being drawn, from its top down."""

    def __init__(self, grille: Grille, toile: Toile, x: float, haut: float) -> None:
        self.grille, self.toile, self.x, self.haut, self.y = grille, toile, x, haut, haut
        self.textes: list[str] = [encre(ENCRE)]
        self.fins: list[tuple[float, float, float, float]] = []
        self.forts: list[tuple[float, float, float, float]] = []
        self.courante = ""
        self.colonne = haut  # where the vertical rules that go down start

    def ranger(self, rang: Rang, hauteur: float, *, titres: bool = False, entame: int = 0, lignes: int = 0) -> None:
        """One row: its texts, and the rule under it."""
        grille, x, haut = self.grille, self.x, self.y
        bas = self.y = haut - hauteur
        if rang.genre is Genre.TOTAL:
            self.forts.append((x, haut, x + grille.largeur, haut))
        milieu = grille.place_signer and not titres
        utile = hauteur - AU_DESSUS - AU_DESSOUS
        for c, cellule in enumerate(rang.cellules):
            vues = cellule[entame : entame + lignes] if lignes else cellule[entame:] if entame else cellule
            if vues:
                haute = len(vues) * grille.interligne
                vide = utile - haute if titres else (utile - haute) / 2 if milieu else 0.0
                self._cellule(vues, c, rang.pleine, haut - AU_DESSUS - vide - grille.montee)
        if grille.tableau.quadrille and rang.pleine:
            self._verticales(haut)
            self.colonne = bas
        (self.forts if titres else self.fins).append((x, bas, x + grille.largeur, bas))

    def _cellule(self, lignes: list[Any], colonne: int, pleine: bool, base: float) -> None:
        grille = self.grille
        gauche, droite = grille.texte(colonne, True) if pleine else grille.bords[colonne]
        position = TA_LEFT if pleine else grille.positions[colonne]
        x, place = self.x + gauche, droite - gauche
        for large, brins in lignes:
            pas = 0.0 if position == TA_LEFT else place - large if position == TA_RIGHT else (place - large) / 2
            montre, self.courante = self.toile.brins(brins, grille.corps, self.courante)
            self.textes.append(f"1 0 0 1 {x + pas:.2f} {base:.2f} Tm {montre}")
            base -= grille.interligne

    def _verticales(self, bas: float) -> None:
        """The rules between columns, from where they started down to ``bas``."""
        if self.colonne > bas:
            self.fins += [(self.x + a, self.colonne, self.x + a, bas) for a in self.grille.abscisses[1:-1]]

    def finir(self) -> None:
        """Write all of it: texts first, as they are read."""
        x, large, bas = self.x, self.grille.largeur, self.y
        self.forts.append((x, bas, x + large, bas))
        if self.grille.tableau.quadrille:
            self._verticales(bas)
            self.forts += [
                (x, self.haut, x + large, self.haut),
                (x, self.haut, x, bas),
                (x + large, self.haut, x + large, bas),
            ]
        self.toile.ecrire(f"BT {' '.join(self.textes)} ET")
        self.toile.ecrire(trait(FILET, _FIN, self.fins))
        self.toile.ecrire(trait(ENCRE, _FORT, self.forts))


def tableau_courant(tableau: Tableau, largeur: float) -> TableauCourant:
    """``tableau`` over the whole ``largeur``."""
    return TableauCourant(Grille(tableau, largeur))
