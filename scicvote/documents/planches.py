"""Ballots to be cut out: how many a page holds, and the lines to cut along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from scicvote.core.papier import Texte
from scicvote.core.planche import Carte, Planche
from scicvote.documents.alineas import ASCENDANTE, Alinea
from scicvote.documents.polices import GRAS, ROMAIN, composer, largeur
from scicvote.documents.styles import ENCRE, FILET, GRIS
from scicvote.documents.textes import paragraphe
from scicvote.documents.toile import Toile, trait

_MARGE = 12.0  # from the line to cut along to the text
_APRES = 6.0  # between what is asked and the choices, and before the note
_GOUTTIERE = 14.0  # between columns of choices
_PAR_PAGE = 4  # rows of cards at most: a smaller card is lost among fingers
_TIRETS = "[3 3] 0 d"

# Columns of cards on the page, columns of choices on a card, size of the type, space between choices: the first that
# fits is taken.
_FORMES = (
    (2, 1, 11.0, 5.0),
    (1, 1, 11.0, 7.0),
    (1, 2, 11.0, 6.0),
    (1, 2, 10.0, 4.0),
    (1, 2, 9.0, 3.0),
    (1, 3, 9.0, 3.0),
    (1, 3, 8.0, 2.0),
    (1, 2, 7.5, 1.0),
    (1, 4, 6.5, 0.5),
    (1, 4, 5.5, 0.3),
    (1, 4, 4.0, 0.2),
)


def _style(corps: float, **reste: Any) -> ParagraphStyle:
    fixe: dict[str, Any] = {"fontName": ROMAIN, "textColor": ENCRE, **reste}
    return ParagraphStyle("carte", fontSize=corps, leading=1.32 * corps, **fixe)


_ENTETE, _TITRE = _style(8, textColor=GRIS), _style(11.5, fontName=GRAS, spaceBefore=6)
_CONSIGNE, _NOTE = _style(9.5, spaceBefore=4), _style(7.5, textColor=GRIS)
_STYLES = {corps: _style(corps) for _, _, corps, _ in _FORMES}


def _alinea(texte: str, style: ParagraphStyle) -> Alinea:
    return paragraphe((Texte(texte),), style)


@dataclass(frozen=True)
class _Forme:
    """A card laid out: how many on a page, its texts, how wide and high it is. Points."""

    colonnes: int
    rangs: int
    large: float
    haut: float
    tete: tuple[Alinea, ...]
    choix: tuple[tuple[Alinea, ...], ...]  # by column of choices
    case: float  # side of a box
    pas: float  # between choices
    note: tuple[Alinea, ...]

    @property
    def par_page(self) -> int:
        return self.colonnes * self.rangs


def _former(carte: Carte, largeur_page: float, hauteur_page: float) -> _Forme:
    """The first layout whose cards are no higher than the page; the last one whatever its height."""
    forme = _forme(carte, largeur_page, hauteur_page, _FORMES[0])
    for essai in _FORMES[1:]:
        if forme.haut <= hauteur_page:
            break
        forme = _forme(carte, largeur_page, hauteur_page, essai)
    return forme


def _forme(carte: Carte, largeur_page: float, hauteur_page: float, essai: tuple[int, int, float, float]) -> _Forme:
    colonnes, colonnes_choix, corps, pas = essai
    large = largeur_page / colonnes
    utile = large - 2 * _MARGE
    textes = [(mot, _ENTETE) for mot in carte.entete]
    textes += [(carte.titre, _TITRE), (carte.consigne, _CONSIGNE)]
    tete = tuple(_alinea(mot, style) for mot, style in textes)
    note = (_alinea(carte.note, _NOTE),) if carte.note else ()
    case = 0.95 * corps
    place = (utile - (colonnes_choix - 1) * _GOUTTIERE) / colonnes_choix - case - 6
    par_colonne = -(-len(carte.choix) // colonnes_choix)
    choix = tuple(
        tuple(_alinea(mot, _STYLES[corps]) for mot in carte.choix[i : i + par_colonne])
        for i in range(0, len(carte.choix), par_colonne)
    )
    haut = 2 * _MARGE + _empiler(tete, utile) + _empiler(note, utile) + (2 + bool(note)) * _APRES
    haut += max(_empiler(colonne, place) + len(colonne) * pas for colonne in choix)
    if colonnes_choix == 1 and colonnes == 2 and _serre(carte, place, corps):
        haut = hauteur_page + 1  # names cut over several lines: a wider card
    rangs = max(1, min(_PAR_PAGE, int(hauteur_page // haut)))
    return _Forme(colonnes, rangs, large, max(haut, hauteur_page / rangs), tete, choix, case, pas, note)


def _empiler(alineas: Sequence[Alinea], large: float) -> float:
    """How high texts are one under the other, the space before each but the first included."""
    return sum(a.wrap(large, 0)[1] + (a.spaceBefore if i else 0) for i, a in enumerate(alineas))


def _serre(carte: Carte, place: float, corps: float) -> bool:
    return any(largeur(composer(mot), ROMAIN, corps) > place for mot in carte.choix)


class Feuillet(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One page of ``combien`` identical cards, and the dashes to cut along."""

    def __init__(self, forme: _Forme, combien: int, large: float, haut: float) -> None:
        super().__init__()
        self.forme, self.combien = forme, combien
        self.width, self.height = large, haut
        self.spaceBefore = self.spaceAfter = 0

    def wrap(self, _largeur: float, _hauteur: float) -> tuple[float, float]:
        return self.width, self.height

    def drawOn(self, canvas: Toile, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802,N803
        """Draw with the lower left corner at ``x``, ``y`` of the page."""
        forme, haut = self.forme, y + self.height
        traits = []
        for i in range(self.combien):
            rang, colonne = divmod(i, forme.colonnes)
            gauche, dessus = x + colonne * forme.large, haut - rang * forme.haut
            droite, dessous = gauche + forme.large, dessus - forme.haut
            traits += [(gauche, dessus, droite, dessus), (gauche, dessous, droite, dessous)]
            traits += [(gauche, dessous, gauche, dessus), (droite, dessous, droite, dessus)]
            _carte(canvas, forme, gauche, dessus)
        canvas.ecrire(f"q {_TIRETS} {trait(FILET, 0.6, list(dict.fromkeys(traits)))} Q")
        canvas.faire(1)


def _carte(toile: Toile, forme: _Forme, gauche: float, dessus: float) -> None:
    """One card whose upper left corner is ``gauche``, ``dessus``."""
    x, y = gauche + _MARGE, dessus - _MARGE
    for i, alinea in enumerate(forme.tete):
        y -= alinea.height + (alinea.spaceBefore if i else 0)
        alinea.drawOn(toile, x, y)
    y -= 2 * _APRES
    large = (forme.large - 2 * _MARGE + _GOUTTIERE) / len(forme.choix)
    for i, colonne in enumerate(forme.choix):
        _colonne(toile, forme, colonne, x + i * large, y)
    for alinea in forme.note:
        alinea.drawOn(toile, x, dessus - forme.haut + _MARGE)


def _colonne(toile: Toile, forme: _Forme, colonne: Sequence[Alinea], x: float, y: float) -> None:
    """Choices one under the other, a box before each, level with its first line."""
    cases = []
    for alinea in colonne:
        style = alinea.style
        bas = y - ASCENDANTE * style.fontSize - 0.12 * style.fontSize
        cases.append(f"{x:.2f} {bas:.2f} {forme.case:.2f} {forme.case:.2f} re")
        y -= alinea.height
        alinea.drawOn(toile, x + forme.case + 6, y)
        y -= forme.pas
    encre = f"{ENCRE.red:.4g} {ENCRE.green:.4g} {ENCRE.blue:.4g} RG"
    toile.ecrire(f"q {encre} 0.8 w {' '.join(cases)} S Q")


def planche(bloc: Planche, large: float, page: float) -> list[Any]:
    """The pages of ``bloc`` for a text ``large`` wide and ``page`` high."""
    forme = _former(bloc.carte, large, page)
    restent = range(0, bloc.nombre, forme.par_page)
    return [Feuillet(forme, min(forme.par_page, bloc.nombre - i), large, page) for i in restent]
