"""Canonical JSON (RFC 8785): by ``rfc8785``, or many times quicker by the language's own encoder where both agree.

They agree on texts without lone surrogates, on whole numbers within ±(2^53 - 1), on true, false and null, on lists of
these, and on tables of these under ASCII keys (tests/store/test_canonique.py). Everything else goes to ``rfc8785``,
which says what is wrong with it where something is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

import rfc8785

ENTIER_MAXIMUM: Final = 2**53 - 1
_LOT: Final = 2000  # rows put into text at once
_PLATS: Final = frozenset({str, int, bool, type(None)})
_DENSE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
# A line's end after each comma: inside a text it would be escaped, so that it can only separate values.
_SEPARE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",\n", ":"))


def canonique(arbre: Any) -> bytes:
    """The canonical JSON of a tree."""
    if _simple(arbre):
        try:
            return _DENSE.encode(arbre).encode()
        except UnicodeEncodeError:
            pass
    return rfc8785.dumps(arbre)


def _simple(arbre: Any) -> bool:
    if type(arbre) is int:
        return -ENTIER_MAXIMUM <= arbre <= ENTIER_MAXIMUM
    if type(arbre) is list:
        return all(map(_simple, arbre))
    if type(arbre) is dict:
        return all(type(cle) is str and cle.isascii() and _simple(valeur) for cle, valeur in arbre.items())
    return type(arbre) in _PLATS


def rangees_canoniques(colonnes: Sequence[Sequence[Any]]) -> Iterator[bytes]:
    """The canonical JSON of the rows that columns make, each a list, one after the other with nothing between."""
    plates = all(map(_colonne_plate, colonnes))
    suite = zip(*colonnes, strict=True)
    while lot := list(islice(suite, _LOT)):
        yield _lot_plat(lot) if plates else _lot(lot)


def _lot(lot: list[tuple[Any, ...]]) -> bytes:
    return b"".join(canonique(list(rangee)) for rangee in lot)


def _lot_plat(lot: list[tuple[Any, ...]]) -> bytes:
    try:
        return _SEPARE.encode(lot).encode()[1:-1].replace(b"],\n[", b"][").replace(b",\n", b",")
    except UnicodeEncodeError:
        return _lot(lot)


def _colonne_plate(colonne: Sequence[Any]) -> bool:
    """Whether a column holds texts, numbers within bounds, true, false or null, and nothing else."""
    types = set(map(type, colonne))
    if not types <= _PLATS:
        return False
    entiers = [valeur for valeur in colonne if type(valeur) is int] if int in types else [0]
    return min(entiers) >= -ENTIER_MAXIMUM and max(entiers) <= ENTIER_MAXIMUM
