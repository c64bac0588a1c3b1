"""Small French texts that several pages share. Figures themselves come from ``core.exact``."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

_JOURS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def _longue(valeur: date) -> str:
    from scicvote.core.assemblee import date_longue  # assemblies are loaded with the first file

    return date_longue(valeur)


def jour(valeur: date | None) -> str:
    """``12 juin 2026``, an en dash for no day."""
    return _longue(valeur) if valeur else "–"


_ABREGES: Final = ("janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")


def jour_abrege(valeur: date | None) -> str:
    """``3 oct. 2025``, for tables; an en dash for no day."""
    if valeur is None:
        return "–"
    quantieme = "1er" if valeur.day == 1 else str(valeur.day)
    return f"{quantieme}\u00a0{_ABREGES[valeur.month - 1]}\u00a0{valeur.year}"


def jour_semaine(valeur: date) -> str:
    """``vendredi 12 juin 2026``."""
    return f"{_JOURS[valeur.weekday()]}\u00a0{_longue(valeur)}"


def jour_court(valeur: date) -> tuple[str, str, str]:
    """``ven.``, ``12``, ``juin``."""
    return f"{_JOURS[valeur.weekday()][:3]}.", str(valeur.day), _ABREGES[valeur.month - 1]


def heure(valeur: datetime) -> str:
    """``19:14``."""
    return f"{valeur:%H:%M}"


def majuscule(texte: str) -> str:
    """The text with a capital first letter."""
    return texte[:1].upper() + texte[1:]
