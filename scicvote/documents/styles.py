"""The type of a paper: sizes, leading and space around each kind of text. Points throughout."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from scicvote.core.papier import Alignement, Style
from scicvote.documents.polices import GRAS, GRAS_ITALIQUE, ROMAIN

ENCRE = HexColor("#1B1F24")
GRIS = HexColor("#56606C")
FILET = HexColor("#A9AFB6")

POSITIONS = {Alignement.GAUCHE: TA_LEFT, Alignement.CENTRE: TA_CENTER, Alignement.DROITE: TA_RIGHT}


def _style(nom: str, corps: float, interligne: float, **reste: Any) -> ParagraphStyle:
    """A left-aligned style in the roman face. Words are cut at line ends where ``hyphenationLang`` is given."""
    reglages: dict[str, Any] = {"fontName": ROMAIN, "bulletFontName": ROMAIN, "bulletFontSize": corps}
    reglages |= {"textColor": ENCRE}
    return ParagraphStyle(nom, fontSize=corps, leading=interligne, **{**reglages, **reste})


ENTETE = _style("entete", 10, 14.5, alignment=TA_CENTER)
TITRE_PAPIER = _style("titre", 16, 21, fontName=GRAS, alignment=TA_CENTER, spaceBefore=20)
SOUS_TITRE = _style("sous_titre", 10.5, 15, alignment=TA_CENTER, spaceBefore=5)
FIN_TETE = 20  # under the title
COURANT = _style("courant", 8, 10.5, textColor=GRIS)
FOLIO = _style("folio", 8, 10.5, textColor=GRIS, alignment=TA_RIGHT)
LEGENDE = _style("legende", 8, 10.5)
NOM_SIGNATAIRE = _style("signataire", 10, 13.5, fontName=GRAS)
QUALITE = _style("qualite", 9, 12.5)
_CESURES = {"hyphenationLang": "fr"}
ITEM = _style("item", 10.5, 15, leftIndent=16, bulletIndent=0, spaceAfter=3, **_CESURES)
ITEM_NUMEROTE = _style("item_numerote", 10.5, 15, leftIndent=22, bulletIndent=0, spaceAfter=3, **_CESURES)

TITRES = {
    1: _style("titre1", 12, 16, fontName=GRAS, spaceBefore=18, spaceAfter=6),
    2: _style("titre2", 10.5, 15, fontName=GRAS, spaceBefore=14, spaceAfter=4),
    3: _style("titre3", 10.5, 15, fontName=GRAS_ITALIQUE, spaceBefore=10, spaceAfter=3),
}

PARAGRAPHES = {
    Style.CORPS: _style("corps", 10.5, 15, spaceAfter=7, **_CESURES),
    Style.CITATION: _style("citation", 10.5, 15, leftIndent=16, rightIndent=8, spaceBefore=2, spaceAfter=8, **_CESURES),
    Style.CENTRE: _style("centre", 10.5, 15, alignment=TA_CENTER, spaceAfter=7),
    Style.DROITE: _style("droite", 10.5, 15, alignment=TA_RIGHT, spaceAfter=7),
    Style.ADRESSE: _style("adresse", 10.5, 15, leftIndent=250, spaceBefore=16, spaceAfter=24),
    Style.NOTE: _style("note", 8.5, 12, textColor=GRIS, spaceAfter=10, **_CESURES),
}


@cache
def cellule(alignement: Alignement, *, petit: bool, gras: bool) -> ParagraphStyle:
    """The style of a table's cell."""
    corps, interligne = (8.5, 11) if petit else (9.5, 12.5)
    fonte = GRAS if gras else ROMAIN
    return _style("cellule", corps, interligne, fontName=fonte, alignment=POSITIONS[alignement])
