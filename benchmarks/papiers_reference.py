"""What papers are measured against: a bare reportlab canvas, and a bare reportlab story, that show the same texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from scicvote.core.papier import Bloc, Ensemble, Papier, Tableau, brut, textes
from scicvote.documents.coulee import Coulee
from scicvote.documents.gabarit import page
from scicvote.documents.polices import ROMAIN, installer, largeur
from scicvote.documents.toile import Toile

INSTANT: Final = datetime(2026, 6, 12, 20, 41)
_OPERATEURS: Final = re.compile(
    r"(?P<police>/\S+) (?P<corps>\S+) Tf|1 0 0 1 (?P<x>\S+) (?P<y>\S+) Tm|(?P<dx>\S+) (?P<dy>\S+) Td"
    r"|\((?P<texte>(?:[^()\\]|\\.)*)\) Tj|(?P<a>\S+) (?P<b>\S+) m (?P<c>\S+) (?P<d>\S+) l"
)
_SIGNES: Final = re.compile(r"\\\d{3}|\\.|.")


@dataclass
class Feuille:
    """What one page shows: strings with their face, size and place; straight lines."""

    dimensions: tuple[float, float]
    textes: list[tuple[str, float, float, float, str]] = field(default_factory=list)
    traits: list[tuple[float, float, float, float]] = field(default_factory=list)


class Releve(Toile):
    """A canvas that notes what is drawn on it."""

    def __init__(self, **reste: Any) -> None:
        super().__init__(BytesIO(), instant=INSTANT, **reste)
        self.feuilles: list[Feuille] = []

    def showPage(self) -> None:  # noqa: N802
        self.feuilles.append(Feuille(self._pagesize))
        self._lire(self.feuilles[-1], "\n".join(self._code))
        super().showPage()

    def completer(self, page: int, operateurs: str) -> None:
        self._lire(self.feuilles[page - 1], operateurs)

    def _lire(self, feuille: Feuille, code: str) -> None:
        noms = {codes.nom: nom for nom, codes in self._codes.items()}
        lettres = {nom: {ecrit: chr(c) for c, ecrit in codes.items()} for nom, codes in self._codes.items()}
        police, corps, x, y, depart = ROMAIN, 10.0, 0.0, 0.0, 0.0
        for trouve in _OPERATEURS.finditer(code):
            lu = trouve.groupdict()
            if lu["police"]:
                police, corps = noms.get(lu["police"], ROMAIN), float(lu["corps"])
            elif lu["x"]:
                x = depart = float(lu["x"])
                y = float(lu["y"])
            elif lu["dx"]:
                x = depart = depart + float(lu["dx"])
                y += float(lu["dy"])
            elif lu["a"]:
                feuille.traits.append((float(lu["a"]), float(lu["b"]), float(lu["c"]), float(lu["d"])))
            else:
                texte = "".join(lettres[police].get(signe, "?") for signe in _SIGNES.findall(lu["texte"]))
                feuille.textes.append((police, corps, x, y, texte))
                x += largeur(texte, police, corps)


def relever(papiers: Iterable[Papier]) -> list[Feuille]:
    """What the pages of papers show."""
    installer()
    toile: Releve | None = None
    for papier in papiers:
        feuille = page(papier)
        toile = toile or Releve(pagesize=(feuille.largeur, feuille.hauteur), initialFontName=ROMAIN)
        Coulee(toile, papier, lambda: None).couler()
    return toile.feuilles if toile else []


def toile_nue(feuilles: Iterable[Feuille]) -> bytes:
    """The same strings and lines drawn by reportlab alone, their places given."""
    sortie = BytesIO()
    toile = Canvas(sortie, invariant=1)
    for feuille in feuilles:
        toile.setPageSize(feuille.dimensions)
        courante: tuple[str, float] | None = None
        for police, corps, x, y, texte in feuille.textes:
            if courante != (police, corps):
                courante = (police, corps)
                toile.setFont(police, corps)
            toile.drawString(x, y, texte)
        toile.setLineWidth(0.4)
        for trait in feuille.traits:
            toile.line(*trait)
        toile.showPage()
    toile.save()
    return sortie.getvalue()


def recit_nu(papier: Papier) -> bytes:
    """The texts of a paper as plain paragraphs of reportlab, a row of a table in one, without any table or drawing."""
    sortie = BytesIO()
    style = ParagraphStyle("nu", fontName=ROMAIN, fontSize=10.5, leading=15, spaceAfter=7)
    recit = [Paragraph(escape(texte), style) for texte in (*_tete(papier), *_lignes(papier.blocs))]
    SimpleDocTemplate(sortie, pagesize=A4, invariant=1).build(recit)
    return sortie.getvalue()


def _tete(papier: Papier) -> Iterator[str]:
    yield from (texte for texte in (*papier.entete, papier.titre, papier.sous_titre) if texte)


def _lignes(blocs: Iterable[Bloc]) -> Iterator[str]:
    """The texts of blocks, those of a table row by row."""
    for bloc in blocs:
        if isinstance(bloc, Ensemble):
            yield from _lignes(bloc.blocs)
        elif isinstance(bloc, Tableau):
            yield " ".join(colonne.titre for colonne in bloc.colonnes)
            yield from (" ".join(map(brut, une.cellules)) for une in bloc.rangees)
        else:
            yield from textes(Papier(titre="", auteur="", blocs=(bloc,)))
