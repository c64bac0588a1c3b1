"""The faces of paper: Noto Serif as shipped, registered once, and what its characters lack."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from scicvote.paths import ressources

ROMAIN = "NotoSerif-Regular"
GRAS = "NotoSerif-Bold"
ITALIQUE = "NotoSerif-Italic"
GRAS_ITALIQUE = "NotoSerif-BoldItalic"

_FINE = "\u202f"
_FINE_LIEE = "\ue02f"  # private use: reportlab would break lines at U+202F, as at any space


class PoliceSerif(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A face in which the stand-in of U+202F is as wide as U+202F, and becomes it again in the PDF."""

    def __init__(self, nom: str, fichier: str) -> None:
        super().__init__(nom, fichier)
        largeurs = self.face.charWidths
        largeurs[ord(_FINE_LIEE)] = largeurs[ord(_FINE)]

    def splitString(self, text: Any, doc: Any, encoding: str = "utf-8") -> Any:  # noqa: N802
        """reportlab's own step from characters to the codes of the file."""
        texte = text.decode(encoding) if isinstance(text, bytes) else text
        return super().splitString(texte.replace(_FINE_LIEE, _FINE), doc, encoding)


@cache
def _police(nom: str) -> PoliceSerif:
    police = PoliceSerif(nom, str(ressources() / "fonts" / f"{nom}.ttf"))
    registerFont(police)
    return police


@cache
def installer() -> None:
    """Make the four faces known to reportlab; does nothing the second time.

    Raises FileNotFoundError (or reportlab's TTFError) when a font file is missing from the installation.
    """
    for nom in (ROMAIN, GRAS, ITALIQUE, GRAS_ITALIQUE):
        _police(nom)
    registerFontFamily(ROMAIN, ROMAIN, GRAS, ITALIQUE, GRAS_ITALIQUE)


def composer(texte: str) -> str:
    """``texte`` as it is set: accents composed with their letters, control characters gone, U+202F never broken."""
    net = unicodedata.normalize("NFC", texte).replace("\r\n", "\n").replace("\t", " ")
    return "".join(c for c in net if c == "\n" or unicodedata.category(c) != "Cc").replace(_FINE, _FINE_LIEE)


@cache
def _caracteres() -> frozenset[int]:
    """The characters that all four faces hold."""
    jeux = [set(_police(nom).face.charToGlyph) for nom in (ROMAIN, GRAS, ITALIQUE, GRAS_ITALIQUE)]
    return frozenset(set.intersection(*jeux) | {ord("\n"), ord(_FINE_LIEE)})


def manquants(texte: str) -> tuple[str, ...]:
    """The characters of ``texte`` that cannot be printed, each once: ``("林 (U+6797)",)``; empty when all can."""
    inconnus = dict.fromkeys(c for c in composer(texte) if ord(c) not in _caracteres())
    return tuple(f"{c} (U+{ord(c):04X})" for c in inconnus)
