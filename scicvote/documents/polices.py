"""The faces of paper: Noto Serif as shipped, registered once, how wide its characters are, and which it lacks."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from threading import RLock
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
_A_REPRENDRE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202f]")  # controls, and U+202F


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


UN_A_LA_FOIS = RLock()  # a face remembers where it reads its file: two threads never draw together


def police(nom: str) -> PoliceSerif:
    """One of the four faces, read from its file the first time."""
    with UN_A_LA_FOIS:
        return _police(nom)


@cache
def _police(nom: str) -> PoliceSerif:
    chargee = PoliceSerif(nom, str(ressources() / "fonts" / f"{nom}.ttf"))
    registerFont(chargee)
    return chargee


@cache
def installer() -> None:
    """Make the four faces known to reportlab; does nothing the second time.

    Raises FileNotFoundError (or reportlab's TTFError) when a font file is missing from the installation.
    """
    for nom in (ROMAIN, GRAS, ITALIQUE, GRAS_ITALIQUE):
        police(nom)
    registerFontFamily(ROMAIN, ROMAIN, GRAS, ITALIQUE, GRAS_ITALIQUE)


def composer(texte: str) -> str:
    """``texte`` as it is set: accents composed with their letters, control characters gone, U+202F never broken."""
    net = texte if unicodedata.is_normalized("NFC", texte) else unicodedata.normalize("NFC", texte)
    if _A_REPRENDRE.search(net) is None:
        return net
    net = net.replace("\r\n", "\n").replace("\t", " ")
    return "".join(c for c in net if c == "\n" or unicodedata.category(c) != "Cc").replace(_FINE, _FINE_LIEE)


class Chasses(dict[str, float]):
    """How wide each character of a face is, at one point."""

    def __init__(self, face: Any) -> None:
        super().__init__((chr(code), large / 1000) for code, large in face.charWidths.items())
        self._defaut: float = face.defaultWidth / 1000

    def __missing__(self, caractere: str) -> float:
        self[caractere] = self._defaut
        return self._defaut


@cache
def chasses(nom: str) -> Chasses:
    """The widths of a face."""
    return Chasses(police(nom).face)


def largeur(texte: str, nom: str, corps: float) -> float:
    """How wide a composed ``texte`` is, in points."""
    large: float = sum(map(chasses(nom).__getitem__, texte))
    return large * corps


@cache
def _caracteres() -> frozenset[int]:
    """The characters that all four faces hold."""
    jeux = [set(police(nom).face.charToGlyph) for nom in (ROMAIN, GRAS, ITALIQUE, GRAS_ITALIQUE)]
    return frozenset(set.intersection(*jeux) | {ord("\n"), ord(_FINE_LIEE)})


def manquants(texte: str) -> tuple[str, ...]:
    """The characters of ``texte`` that cannot be printed, each once: ``("林 (U+6797)",)``; empty when all can."""
    inconnus = dict.fromkeys(c for c in composer(texte) if ord(c) not in _caracteres())
    return tuple(f"{c} (U+{ord(c):04X})" for c in inconnus)
