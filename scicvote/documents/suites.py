"""What stays together across pages: a heading with what follows it, the blocks of an Ensemble."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from reportlab.platypus import Flowable, PageBreak

from scicvote.documents.alineas import Alinea
from scicvote.documents.titres import TitreCourant

_TROP_HAUT = 10_000_000.0  # higher than any page: asks how to split


def _blanc(avant: Any, apres: Any) -> float:
    """The space between two flowables."""
    return float(max(avant.getSpaceAfter(), apres.getSpaceBefore()))


def _hauteur(flowables: Sequence[Any], canevas: Any, largeur: float) -> float:
    """How high ``flowables`` are one under the other."""
    blancs = sum(_blanc(a, b) for a, b in pairwise(flowables))
    return blancs + sum(_haut(f, canevas, largeur) for f in flowables)


def _haut(flowable: Any, canevas: Any, largeur: float) -> float:
    if isinstance(flowable, Groupe):
        return _hauteur(flowable.contenu, canevas, largeur)
    return float(flowable.wrapOn(canevas, largeur, _TROP_HAUT)[1])


class _Suite(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Flowables that decide, where they come, between this page and the next; they are never drawn as one.

    ``split`` is asked on the page where they come; an empty answer sends them to the next page, where they are asked
    again (``en_tete``) and laid whatever room there is.
    """

    def __init__(self, contenu: Sequence[Any]) -> None:
        super().__init__()
        self.contenu = list(contenu)
        self.en_tete = False  # whether they come at the top of a page
        self.spaceBefore = self.contenu[0].getSpaceBefore()
        self.spaceAfter = self.contenu[-1].getSpaceAfter()

    def wrap(self, largeur: float, _hauteur_libre: float) -> tuple[float, float]:
        return largeur, _TROP_HAUT

    def split(self, largeur: float, hauteur_libre: float) -> list[Any]:
        return self.etale() if self.en_tete or self.tient(largeur, hauteur_libre) else []

    def etale(self) -> list[Any]:
        return self.contenu

    def tient(self, largeur: float, hauteur_libre: float) -> bool:
        raise NotImplementedError


class Attache(_Suite):
    """Headings and the block after them, of which at least the beginning follows on the same page."""

    def tient(self, largeur: float, hauteur_libre: float) -> bool:
        *titres, suite = self.contenu
        reste = hauteur_libre - _hauteur(titres, self.canv, largeur) - _blanc(titres[-1], suite)
        if reste <= 0:
            return False
        return suite.wrapOn(self.canv, largeur, reste)[1] <= reste or bool(suite.splitOn(self.canv, largeur, reste))


class Groupe(_Suite):
    """The blocks of an Ensemble: all on this page, or all on the next, or cut where they are if no page holds them.

    An Ensemble inside it then still stays whole.
    """

    def __init__(self, contenu: Sequence[Any], page: float) -> None:
        super().__init__(contenu)
        self.page = page

    def tient(self, largeur: float, hauteur_libre: float) -> bool:
        haut = _hauteur(self.contenu, self.canv, largeur)
        return haut <= hauteur_libre or haut > self.page

    def etale(self) -> list[Any]:
        return enchainer(self.contenu, self.page)


def _ferme(titres: list[Any], suite: Any, page: float) -> Any:
    """Headings and what follows them as one flowable."""
    if not titres:
        return suite
    if isinstance(suite, Groupe):
        return Groupe([*titres, *suite.contenu], page)
    return Attache([*titres, suite])


def enchainer(flowables: Iterable[Any], page: float) -> list[Any]:
    """``flowables`` with each heading, and each paragraph that announces, tied to what follows it.

    ``page`` is the height of a whole page's text.
    """
    chaine: list[Any] = []
    titres: list[Any] = []
    for flowable in flowables:
        if isinstance(flowable, TitreCourant) or (isinstance(flowable, Alinea) and flowable.annonce):
            titres.append(flowable)
        elif isinstance(flowable, PageBreak):
            chaine, titres = [*chaine, *titres, flowable], []
        else:
            chaine.append(_ferme(titres, flowable, page))
            titres = []
    return chaine + titres
