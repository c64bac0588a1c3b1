"""Paragraphs laid out: lines, indents, the dash of an item; cut over pages without a lone line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.platypus import Flowable

from scicvote.core.papier import Ligne, brut
from scicvote.documents.lignes import Composee, composer_lignes
from scicvote.documents.polices import ROMAIN, composer
from scicvote.documents.toile import encre

ASCENDANTE = 1.069  # of the faces, over the body: where the first baseline lies


@dataclass(frozen=True, slots=True, eq=False)
class Composition:
    """The lines of a paragraph in a style and a width, and how far to the right each starts."""

    lignes: list[Composee]
    decalages: list[float]


_GARDES: dict[Any, tuple[Composition, Any]] = {}


def decalages(lignes: list[Composee], alignement: int, place: float) -> list[float]:
    """How far to the right each line starts."""
    if alignement == TA_RIGHT:
        return [place - large for large, _ in lignes]
    if alignement == TA_CENTER:
        return [(place - large) / 2 for large, _ in lignes]
    return [0.0] * len(lignes)


def _composer(runs: Ligne, style: Any, largeur: float) -> Composition:
    """A paragraph in its lines, kept: letters of one mailing say the same."""
    cle = (runs, id(style), largeur)
    connue = _GARDES.get(cle)
    if connue is None:
        place = largeur - style.leftIndent - style.rightIndent
        cesures = bool(style.hyphenationLang)
        lignes = composer_lignes(runs, style.fontName, style.fontSize, place, cesures=cesures)
        pas = [style.leftIndent + d for d in decalages(lignes, style.alignment, place)]
        if len(_GARDES) > 1000:
            _GARDES.clear()
        connue = _GARDES[cle] = Composition(lignes, pas), style
    return connue[0]


class Alinea(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A paragraph of ``runs``, after ``puce`` (a dash, a number) for an item of a list."""

    def __init__(self, runs: Ligne, style: Any, puce: str = "") -> None:
        super().__init__()
        self.runs, self.style, self.puce = runs, style, puce
        self.spaceBefore, self.spaceAfter = style.spaceBefore, style.spaceAfter
        self.tout: Composition | None = None  # the whole, of which this may be a part

    @property
    def annonce(self) -> bool:
        """Whether it introduces what follows: ``Sont déposés sur le bureau :``."""
        return not self.puce and self.tout is None and brut(self.runs).endswith(":")

    def wrap(self, largeur: float, _hauteur: float) -> tuple[float, float]:
        if self.tout is None:
            self.tout = self.vue = _composer(self.runs, self.style, largeur)
        self.width, self.height = largeur, len(self.vue.lignes) * float(self.style.leading)
        return self.width, self.height

    def split(self, largeur: float, hauteur: float) -> list[Any]:
        """In two, each of two lines or more; nothing where that cannot be."""
        self.wrap(largeur, hauteur)
        la = min(int((hauteur + 1e-6) // self.style.leading), len(self.vue.lignes) - 2)
        if la < 2:
            return []
        debut, suite = self._part(slice(0, la)), self._part(slice(la, None))
        debut.spaceAfter = suite.spaceBefore = 0
        suite.puce = ""
        return [debut, suite]

    def _part(self, lignes: slice) -> Alinea:
        part = Alinea(self.runs, self.style, self.puce)
        part.tout, part.vue = self.tout, Composition(self.vue.lignes[lignes], self.vue.decalages[lignes])
        return part

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802,N803
        """Draw with the lower left corner at ``x``, ``y`` of the page."""
        base = y + self.height - ASCENDANTE * self.style.fontSize
        if self.puce:
            puce, _ = canvas.brins(((ROMAIN, composer(self.puce)),), self.style.fontSize, "")
            gauche = x + self.style.bulletIndent
            canvas.ecrire(f"BT 1 0 0 1 {gauche:.2f} {base:.2f} Tm {encre(self.style.textColor)} {puce} ET")
        canvas.poser(x, base, self.vue.lignes, self.vue.decalages, self.style, self.vue)
