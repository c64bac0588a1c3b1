"""The logo of a letterhead: which pictures can be one, and how it stands above the cooperative's name."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any, Final

from PIL import Image, UnidentifiedImageError
from reportlab.lib.units import mm
from reportlab.platypus import Image as Dessin

FORMATS: Final = ("PNG", "JPEG")
OCTETS: Final = 1_000_000  # at most, of the file
POINTS: Final = 4000  # at most, on each side
_LARGEUR, _HAUTEUR = 60 * mm, 20 * mm  # the room above the name


def format_logo(octets: bytes) -> str | None:
    """``PNG`` or ``JPEG`` when these bytes are such a picture, whole and no larger than 4,000 points; else None."""
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(octets), formats=FORMATS) as image:
            warnings.simplefilter("error")
            if max(image.size) > POINTS:
                return None
            genre = image.format
            image.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning):
        return None
    return genre


def logo(octets: bytes | None) -> list[Any]:
    """The picture to lay in the middle above the letterhead, at most 60 by 20 mm; nothing without one."""
    if octets is None:
        return []
    with Image.open(BytesIO(octets), formats=FORMATS) as image:
        largeur, hauteur = image.size
    echelle = min(_LARGEUR / largeur, _HAUTEUR / hauteur)
    dessin = Dessin(BytesIO(octets), largeur * echelle, hauteur * echelle, hAlign="CENTER", mask="auto")
    dessin.spaceAfter = 8
    return [dessin]
