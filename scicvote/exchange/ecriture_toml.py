"""A table as TOML text: small and exact, what is written reads back as the same table.

It holds what statutes hold: texts, whole numbers, dates, yes/no, lists and tables. A number with a point is refused by
the reader of statutes, so it is written as it was read and never turned into a binary one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from scicvote.core.lecture import Flottant

_CLE_NUE: Final = re.compile(r"[A-Za-z0-9_-]+")
_ECHAPPES: Final = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_LARGEUR: Final = 120  # beyond this, a list takes a line per item


def ecrire_toml(table: Mapping[str, Any], entete: str = "") -> str:
    """The TOML text of a table; ``entete`` lines come first, as comments.

    Raises TypeError for a value that statutes never hold (a float, None, an hour).
    """
    commentaires = [f"# {ligne}".rstrip() for ligne in entete.splitlines()]
    lignes = [*commentaires, *([""] if commentaires else []), *_corps(table, ())]
    return "\n".join(lignes).strip("\n") + "\n"


def ecrire_valeur(valeur: object) -> str:
    """One value on the right of its key. Raises TypeError as ``ecrire_toml`` does."""
    return _valeur(valeur)


def _corps(table: Mapping[str, Any], prefixe: tuple[str, ...]) -> Iterator[str]:
    """A table's own keys, then its sub-tables: TOML gives a key after a header to that header."""
    for cle, valeur in table.items():
        if not _a_part(valeur):
            yield f"{_cle(cle)} = {_valeur(valeur)}"
    for cle, valeur in table.items():
        if isinstance(valeur, Mapping):
            yield from _section(valeur, (*prefixe, cle), "[{}]")
        elif _a_part(valeur):
            for ligne in valeur:
                yield from _section(ligne, (*prefixe, cle), "[[{}]]")


def _section(table: Mapping[str, Any], chemin: tuple[str, ...], forme: str) -> Iterator[str]:
    """A header and what stands under it. Below the second level tables stand in line, as a rule's thresholds do."""
    etagee = len(chemin) == 1 and forme == "[{}]"
    if not (etagee and table and all(_a_part(valeur) for valeur in table.values())):
        yield from ("", forme.format(".".join(_cle(cle) for cle in chemin)))
    if etagee:
        yield from _corps(table, chemin)
    else:
        for cle, valeur in table.items():
            yield f"{_cle(cle)} = {_valeur(valeur)}"


def _a_part(valeur: object) -> bool:
    """Whether a value takes a header of its own: a table, or a list of nothing but tables."""
    if isinstance(valeur, list | tuple):
        return bool(valeur) and all(isinstance(ligne, Mapping) for ligne in valeur)
    return isinstance(valeur, Mapping)


def _cle(cle: str) -> str:
    return cle if _CLE_NUE.fullmatch(cle) else _texte(cle)


def _texte(texte: str) -> str:
    """A basic string on one line."""
    return '"' + "".join(_caractere(c) for c in texte) + '"'


def _caractere(c: str) -> str:
    if c in _ECHAPPES:
        return _ECHAPPES[c]
    return f"\\u{ord(c):04x}" if c < " " or c == "\x7f" else c


def _valeur(valeur: object) -> str:
    if isinstance(valeur, bool):
        return "true" if valeur else "false"
    if isinstance(valeur, int | Flottant):
        return str(valeur) if isinstance(valeur, int) else valeur.texte
    if isinstance(valeur, date) and not isinstance(valeur, datetime):
        return valeur.isoformat()
    if isinstance(valeur, str):
        return _texte(valeur)
    if isinstance(valeur, Mapping):
        return _en_ligne(valeur)
    if isinstance(valeur, list | tuple):
        return _liste(valeur)
    raise TypeError(f"no TOML for {type(valeur).__name__}")


def _en_ligne(table: Mapping[str, Any]) -> str:
    paires = ", ".join(f"{_cle(cle)} = {_valeur(valeur)}" for cle, valeur in table.items())
    return f"{{ {paires} }}" if paires else "{}"


def _liste(liste: list[Any] | tuple[Any, ...]) -> str:
    morceaux = [_valeur(valeur) for valeur in liste]
    ligne = f"[{', '.join(morceaux)}]"
    if len(ligne) <= _LARGEUR:
        return ligne
    return "[\n" + "".join(f"  {morceau},\n" for morceau in morceaux) + "]"
