"""A paper as a tree: what it says and in which order, without any layout.

Preview, PDF and ODT draw the same tree. Texts are runs of characters, never markup: a name such as ``<b>`` or
``R&D`` is printed as it is. A line feed in a text starts a new line. Quantities are exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from scicvote.core.planche import Planche


class Style(StrEnum):
    """What a paragraph is."""

    CORPS = "corps"
    CITATION = "citation"  # set back: the text put to the vote, a statement as it was made
    CENTRE = "centre"
    DROITE = "droite"  # place and date of a letter
    ADRESSE = "adresse"  # the addressee of a letter, on the right half
    NOTE = "note"  # smaller: articles, other readings


class Alignement(StrEnum):
    """How the cells of a column stand; figures go to the right."""

    GAUCHE = "gauche"
    CENTRE = "centre"
    DROITE = "droite"


class Genre(StrEnum):
    """What a row of a table is."""

    CORPS = "corps"
    GROUPE = "groupe"  # heads the rows that follow: one cell for the whole width, or one per column
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Texte:
    """Characters of one face."""

    texte: str
    gras: bool = False
    italique: bool = False


Ligne = tuple[Texte, ...]


@dataclass(frozen=True, slots=True)
class Titre:
    """A heading, of level 1 to 3 (the paper's own title is not one). It never ends a page."""

    niveau: int
    texte: str

    def __post_init__(self) -> None:
        if self.niveau not in (1, 2, 3):
            raise ValueError(f"a heading has level 1, 2 or 3, not {self.niveau}")


@dataclass(frozen=True, slots=True)
class Paragraphe:
    """Runs that follow one another."""

    texte: Ligne
    style: Style = Style.CORPS


@dataclass(frozen=True, slots=True)
class Liste:
    """Items, each after a dash or, ``numerotee``, after its number."""

    items: tuple[Ligne, ...]
    numerotee: bool = False


@dataclass(frozen=True, slots=True)
class Colonne:
    """A column: heading, share of the width (relative to the others), alignment."""

    titre: str
    largeur: Fraction | int
    alignement: Alignement = Alignement.GAUCHE

    def __post_init__(self) -> None:
        if self.largeur <= 0:
            raise ValueError(f"column {self.titre!r} has no width")


@dataclass(frozen=True, slots=True)
class Rangee:
    """A row. A GROUPE row has one cell, or one per column like the others."""

    cellules: tuple[Ligne, ...]
    genre: Genre = Genre.CORPS


@dataclass(frozen=True, slots=True)
class Cumul:
    """Figures that add up row after row: their totals stand at the foot of each page of a table of several.

    ``quantites`` are those of each row, one for each of ``colonnes`` (counted from 0), or none for a heading or a
    sub-total. ``page`` and ``total`` are the words before the totals of the page and of all pages so far, in column
    ``colonne``, with how many rows count, of ``unites`` (singular, plural).
    """

    colonne: int
    colonnes: tuple[int, ...]
    quantites: tuple[tuple[int, ...], ...]
    unites: tuple[str, str]
    page: str = "Total de la page"
    total: str = "Total cumulé"


@dataclass(frozen=True, slots=True)
class Tableau:
    """A table; its headings come again on each page.

    ``hauteur`` is the least height of a row in millimetres (0: what its text needs; 12 leaves room to sign).
    ``quadrille`` draws every cell's border, else there are thin rules between rows only. ``petit`` takes the smaller
    type. ``vide`` is printed in place of rows when there are none; ``cumul`` is
    what is added up at the foot of each page. Raises ValueError on a row of another width.
    """

    colonnes: tuple[Colonne, ...]
    rangees: tuple[Rangee, ...]
    hauteur: int = 0
    quadrille: bool = False
    petit: bool = False
    vide: str = "Néant."
    cumul: Cumul | None = None

    def __post_init__(self) -> None:
        n = len(self.colonnes)
        if not n:
            raise ValueError("a table has at least one column")
        if self.cumul is not None and len(self.cumul.quantites) != len(self.rangees):
            raise ValueError(f"the totals of a page count {len(self.cumul.quantites)} rows of {len(self.rangees)}")
        for i, une in enumerate(self.rangees):
            if len(une.cellules) != n and not (une.genre is Genre.GROUPE and len(une.cellules) == 1):
                raise ValueError(f"row {i} has {len(une.cellules)} cells for {n} columns")


@dataclass(frozen=True, slots=True)
class PartCorps:
    """What one body brings to a result, in points of the bar's hundred; ``reste`` is what nobody cast."""

    libelle: str
    pour: Fraction
    contre: Fraction
    abstention: Fraction = Fraction(0)
    reste: Fraction = Fraction(0)

    def parts(self) -> tuple[Fraction, Fraction, Fraction, Fraction]:
        """Pour, contre, abstention, reste."""
        return self.pour, self.contre, self.abstention, self.reste


@dataclass(frozen=True, slots=True)
class BarreVote:
    """The drawing of a result on a bar of a hundred points.

    First what is for, body after body, so that it reads against the threshold; then against, abstentions, the rest.
    ``seuil`` is where the threshold lies on the same bar (None: none is drawn) and ``libelle_seuil`` its words. Raises
    ValueError when a part is negative or the parts exceed a hundred.
    """

    corps: tuple[PartCorps, ...]
    seuil: Fraction | None = None
    libelle_seuil: str = ""

    def __post_init__(self) -> None:
        parts = [part for corps in self.corps for part in corps.parts()]
        if any(part < 0 for part in parts) or sum(parts) > 100:
            raise ValueError("the parts of a bar are positive and at most a hundred together")
        if self.seuil is not None and not 0 <= self.seuil <= 100:
            raise ValueError("a threshold lies between 0 and 100")


@dataclass(frozen=True, slots=True)
class CaseSignature:
    """Room for one signature, under a name and a quality (``Présidente de séance``)."""

    nom: str
    qualite: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Rooms to sign, side by side, never cut by the end of a page."""

    cases: tuple[CaseSignature, ...]


@dataclass(frozen=True, slots=True)
class SautDePage:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Blocks that stay together on one page, as long as a page can hold them."""

    blocs: tuple[Bloc, ...]


Bloc = Titre | Paragraphe | Liste | Tableau | BarreVote | Signatures | Planche | SautDePage | Ensemble


@dataclass(frozen=True, slots=True, kw_only=True)
class Papier:
    """A whole paper.

    ``auteur`` is the cooperative; ``entete`` are the lines of its letter-head, above the title on the first page,
    under ``logo`` (a PNG or JPEG picture) where there is one;
    ``avant`` stands between the letter-head and the title: the addressee of a letter, its place and date.
    ``signet`` is its bookmark in a mailing, in place of those of its headings.
    ``pied`` stands at the left of every footer, page numbers at the right; ``mention`` is written across every
    page (``PROJET``), nothing when empty.
    """

    titre: str
    auteur: str
    blocs: tuple[Bloc, ...]
    sous_titre: str = ""
    entete: tuple[str, ...] = ()
    pied: str = ""
    mention: str = ""
    paysage: bool = False
    logo: bytes | None = None
    avant: tuple[Bloc, ...] = ()
    signet: str = ""


def gras(texte: str) -> Texte:
    """A bold run."""
    return Texte(texte, gras=True)


def italique(texte: str) -> Texte:
    """An italic run."""
    return Texte(texte, italique=True)


def ligne(*morceaux: str | Texte) -> Ligne:
    """Runs from texts and runs; a plain text is a run of the ordinary face."""
    return tuple([Texte(morceau) if isinstance(morceau, str) else morceau for morceau in morceaux])


@lru_cache(maxsize=2048)
def _une(texte: str) -> Ligne:
    """A line of one plain text: in the rows of a long table the same ones come again and again."""
    return (Texte(texte),)


def paragraphe(*morceaux: str | Texte, style: Style = Style.CORPS) -> Paragraphe:
    """A paragraph from texts and runs."""
    return Paragraphe(ligne(*morceaux), style)


def liste(*items: str | Ligne, numerotee: bool = False) -> Liste:
    """A list from texts and lines."""
    return Liste(tuple(ligne(item) if isinstance(item, str) else item for item in items), numerotee)


def rangee(*cellules: str | Ligne, genre: Genre = Genre.CORPS) -> Rangee:
    """A row from texts and lines, one per cell."""
    return Rangee(tuple([_une(cellule) if isinstance(cellule, str) else cellule for cellule in cellules]), genre)


def brut(runs: Ligne) -> str:
    """The characters of a line, without faces."""
    return runs[0].texte if len(runs) == 1 else "".join([run.texte for run in runs])


def _textes_tableau(tableau: Tableau) -> Iterator[str]:
    yield from (colonne.titre for colonne in tableau.colonnes)
    yield from (brut(cellule) for une in tableau.rangees for cellule in une.cellules)
    if not tableau.rangees:
        yield tableau.vide


def _textes_bloc(bloc: Bloc) -> Iterator[str]:
    """The texts of a block; a page break has none."""
    match bloc:
        case Titre(texte=texte):
            yield texte
        case Paragraphe(texte=runs):
            yield brut(runs)
        case Liste(items=items):
            yield from map(brut, items)
        case Tableau():
            yield from _textes_tableau(bloc)
        case BarreVote(corps=corps, libelle_seuil=libelle):
            yield from (*(un.libelle for un in corps), libelle)
        case Signatures(cases=cases):
            yield from (mot for case in cases for mot in (case.nom, case.qualite))
        case Planche(carte=carte):
            yield from carte.textes()
        case Ensemble(blocs=blocs):
            yield from (texte for un in blocs for texte in _textes_bloc(un))


def textes(papier: Papier) -> tuple[str, ...]:
    """Every text of the paper in its order, empty ones left out: to search it, or to check its characters."""
    avant = (texte for bloc in papier.avant for texte in _textes_bloc(bloc))
    tete = (*papier.entete, *avant, papier.titre, papier.sous_titre)
    corps = (texte for bloc in papier.blocs for texte in _textes_bloc(bloc))
    return tuple(texte for texte in (*tete, *corps, papier.pied, papier.mention) if texte)
