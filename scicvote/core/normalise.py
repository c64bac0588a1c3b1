"""Texts of spreadsheets: cleaned to be kept, reduced to a key to be compared, guarded against formulas."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_ILLISIBLES: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+")
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
_FORMULE: Final = re.compile("'*[=+\\-@＝＋－＠]")


def propre(texte: str) -> str:
    """The text on one line, without control characters nor double spaces, in composed Unicode."""
    if not texte.isprintable():
        texte = _ILLISIBLES.sub(" ", texte)
    if not texte.isascii():
        texte = unicodedata.normalize("NFC", texte)
    return " ".join(texte.split())


def _reduire(texte: str) -> str:
    decompose = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", texte).casefold().translate(_LIGATURES))
    return "".join(c if c.isalnum() else " " for c in decompose if not unicodedata.combining(c))


_LATINS: Final = {code: _reduire(chr(code).casefold()) for code in (*range(0x180), 0x2019)}


@lru_cache(maxsize=32768)
def cle(texte: str) -> str:
    """The words of a text in small letters without accents nor punctuation: what makes two spellings the same."""
    reduit = texte.casefold().translate(_LATINS)
    return " ".join((reduit if reduit.isascii() else _reduire(reduit)).split())


def cle_nom(texte: str) -> str:
    """``cle``, or the text itself in small letters where it has neither letter nor digit."""
    return cle(texte) or propre(texte).casefold()


def singulier(texte: str) -> str:
    """``cle`` with each word in the singular: ``Bénévoles membres actifs`` is ``benevole membre actif``."""
    return " ".join(mot[:-1] if len(mot) > 3 and mot[-1] in "sx" else mot for mot in cle(texte).split())


def proteger(texte: str) -> str:
    """A text that no spreadsheet takes for a formula: ``=A1`` becomes ``'=A1``. ``deproteger`` undoes it exactly."""
    return f"'{texte}" if _FORMULE.match(texte) else texte


def deproteger(texte: str) -> str:
    """The text that ``proteger`` was given."""
    return texte[1:] if texte.startswith("'") and _FORMULE.match(texte) else texte


def nettoyer(colonne: Sequence[str]) -> Sequence[str]:
    """A column of texts cleaned (``propre``, then ``deproteger``), at once where joined they show nothing to clean."""
    return colonne if _nette(f"|{'|'.join(colonne)}|") else [deproteger(propre(texte)) for texte in colonne]


def _nette(ensemble: str) -> bool:
    """Whether texts between ``|`` are clean: single spaces inside alone, nothing to compose, no guard."""
    if not ensemble.isprintable() or any(signe in ensemble for signe in ("  ", "| ", " |", "|'")):
        return False
    return ensemble.isascii() or unicodedata.is_normalized("NFC", ensemble)
