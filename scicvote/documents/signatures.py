"""Rooms to sign, two side by side, or four on a landscape page."""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Table

from scicvote.core.papier import CaseSignature, Signatures
from scicvote.documents.polices import ROMAIN
from scicvote.documents.styles import FILET, NOM_SIGNATAIRE, QUALITE
from scicvote.documents.textes import simple

_ETROIT = 165  # no column is narrower, in points
_PLACE = 24 * mm  # under the name
_GOUTTIERE = 10 * mm


def _case(case: CaseSignature) -> list[Any]:
    return [simple(case.qualite, QUALITE), simple(case.nom, NOM_SIGNATAIRE)]


def _rangees(cases: tuple[CaseSignature, ...], n: int) -> list[list[Any]]:
    """Who signs, then room to sign, ``n`` by ``n``; an empty column between two."""
    rangees: list[list[Any]] = []
    for i in range(0, len(cases), n):
        noms = [_case(case) for case in cases[i : i + n]]
        ligne: list[Any] = [""] * (2 * n - 1)
        ligne[: 2 * len(noms) : 2] = noms
        rangees += [ligne, [""] * (2 * n - 1)]
    return rangees


def _style(rangees: list[list[Any]]) -> list[tuple[Any, ...]]:
    """A line under each room; no padding but above the names of the second row and on."""
    style: list[tuple[Any, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), ROMAIN),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, 0), 0),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("NOSPLIT", (0, 0), (-1, -1)),
    ]
    for i in range(0, len(rangees), 2):
        style += [("LINEBELOW", (c, i + 1), (c, i + 1), 0.5, FILET) for c, nom in enumerate(rangees[i]) if nom]
    return style


def signatures(bloc: Signatures, largeur: float) -> list[Any]:
    """The table of ``bloc`` over ``largeur``, never cut; nothing when nobody signs."""
    if not bloc.cases:
        return []
    n = int(largeur // _ETROIT)
    rangees = _rangees(bloc.cases, n)
    colonne = (largeur - (n - 1) * _GOUTTIERE) / n
    largeurs = [colonne, *[_GOUTTIERE, colonne] * (n - 1)]
    hauteurs = [None if i % 2 == 0 else _PLACE for i in range(len(rangees))]
    return [
        Table(rangees, colWidths=largeurs, rowHeights=hauteurs, style=_style(rangees), spaceBefore=18, spaceAfter=8)
    ]
