"""Blocks poured down pages: each where there is room, cut where it may be, else on the next page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.platypus import PageBreak

from scicvote.core.papier import Papier
from scicvote.documents.blocs import flux
from scicvote.documents.gabarit import folio, habiller, page
from scicvote.documents.toile import Toile

_JEU = 1e-6  # between two ways of adding the same heights


class Coulee:
    """One paper being laid on a canvas. ``a_chaque_page`` is called when a page ends."""

    def __init__(self, toile: Toile, papier: Papier, a_chaque_page: Callable[[], None]) -> None:
        self.toile, self.papier, self.a_chaque_page = toile, papier, a_chaque_page
        self.feuille = page(papier)
        self.largeur, self.hauteur = self.feuille.place
        self.premiere = toile.getPageNumber()
        self.numero = 0
        self.reste, self.blanc, self.vide = 0.0, 0.0, True

    def couler(self) -> None:
        """The whole paper, the number of each page written last."""
        self._ouvrir()
        pile = flux(self.papier, self.largeur, self.hauteur)[::-1]
        while pile:
            self._placer(pile.pop(), pile)
        self._fermer()
        for numero in range(1, self.numero + 1):
            self.toile.completer(self.premiere + numero - 1, folio(self.toile, self.papier, numero, self.numero))

    def _ouvrir(self) -> None:
        self.numero += 1
        self.reste, self.blanc, self.vide = self.hauteur, 0.0, True
        self.toile.setPageSize((self.feuille.largeur, self.feuille.hauteur))
        habiller(self.toile, self.papier, self.numero)

    def _fermer(self) -> None:
        self.toile.showPage()
        self.a_chaque_page()

    def _tourner(self) -> None:
        self._fermer()
        self._ouvrir()

    def _placer(self, bloc: Any, pile: list[Any]) -> None:
        """Draw ``bloc`` here, or put back on ``pile`` the pieces it is cut into, or turn the page."""
        if isinstance(bloc, PageBreak):
            if not self.vide or self.numero == 1:
                self._tourner()
            return
        blanc = 0.0 if self.vide else max(self.blanc, bloc.getSpaceBefore())
        place = self.reste - blanc
        bloc.en_tete = self.vide
        _, haut = bloc.wrapOn(self.toile, self.largeur, place)
        if haut > place + _JEU:
            morceaux = bloc.splitOn(self.toile, self.largeur, place) if place > 0 else []
            if morceaux:
                pile += morceaux[::-1]
                return
            if not self.vide:
                self._tourner()
                pile.append(bloc)
                return
        self.reste -= blanc + haut
        bloc.drawOn(self.toile, self.feuille.cote, self.feuille.bas + self.reste)
        self.blanc, self.vide = bloc.getSpaceAfter(), False
