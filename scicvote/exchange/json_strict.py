"""JSON as the public files want it: UTF-8, no duplicate key, at most 16 MiB and 32 levels, numbers as written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from scicvote.core.issue import Issue, refus
from scicvote.core.lecture import Flottant, sous

TAILLE_MAXIMALE: Final = 16 * 1024 * 1024
PROFONDEUR_MAXIMALE: Final = 32
_CHIFFRES_MAXIMUM: Final = 300  # a count of more digits is no count


class _Table(dict[str, Any]):
    """A table that remembers which of its keys were written twice."""

    doublons: tuple[str, ...] = ()


@dataclass(frozen=True)
class LectureJson:
    """The tree, or None when nothing could be read; duplicate keys are faults of a tree that is still given."""

    arbre: Any
    issues: tuple[Issue, ...]
    lisible: bool


def _table(paires: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(paires)
    if len(table) == len(paires):
        return table
    marquee = _Table(table)
    vus: set[str] = set()
    marquee.doublons = tuple(dict.fromkeys(cle for cle, _ in paires if cle in vus or vus.add(cle)))  # type: ignore[func-returns-value]
    return marquee


def _entier(texte: str) -> object:
    return int(texte) if len(texte) <= _CHIFFRES_MAXIMUM else Flottant(texte)


def _constante(texte: str) -> object:
    raise ValueError(f"{texte} n’est pas du JSON")


def _trop_profond(texte: str) -> bool:
    """Whether brackets outside texts nest deeper than allowed; one pass, no recursion."""
    if texte.count("[") + texte.count("{") <= PROFONDEUR_MAXIMALE:
        return False
    niveau, i, n = 0, 0, len(texte)
    while i < n:
        caractere = texte[i]
        if caractere == '"':
            i = _fin_de_chaine(texte, i)
        elif caractere in "[{":
            niveau += 1
            if niveau > PROFONDEUR_MAXIMALE:
                return True
        elif caractere in "]}":
            niveau -= 1
        i += 1
    return False


def _fin_de_chaine(texte: str, debut: int) -> int:
    fin = debut
    while True:
        fin = texte.find('"', fin + 1)
        if fin < 0:
            return len(texte)
        barres = fin - 1
        while texte[barres] == "\\":
            barres -= 1
        if (fin - barres) % 2:
            return fin


def _doublons(arbre: object, chemin: str) -> list[Issue]:
    trouves = []
    if isinstance(arbre, dict):
        for cle in getattr(arbre, "doublons", ()):
            trouves.append(refus("CLE_DOUBLE", "cette clé est écrite deux fois.", chemin=sous(chemin, cle)))
        for cle, valeur in arbre.items():
            if type(valeur) in _COMPOSES:
                trouves += _doublons(valeur, sous(chemin, cle))
    elif isinstance(arbre, list):
        for i, valeur in enumerate(arbre):
            if type(valeur) in _COMPOSES:
                trouves += _doublons(valeur, f"{chemin if chemin != '.' else ''}[{i}]")
    return trouves


_COMPOSES: Final = (dict, list, _Table)


def lire_json(octets: bytes) -> LectureJson:
    """Parse a public file. Never raises: what cannot be read is an Issue on ``.``."""
    if len(octets) > TAILLE_MAXIMALE:
        return _illisible("TAILLE", "le fichier dépasse 16 Mio.")
    try:
        texte = octets.decode("utf-8-sig")
    except UnicodeDecodeError as erreur:
        return _illisible("JSON", f"le fichier n’est pas du texte UTF-8 (octet {erreur.start + 1}).")
    if _trop_profond(texte):
        return _illisible("PROFONDEUR", f"le fichier s’imbrique sur plus de {PROFONDEUR_MAXIMALE} niveaux.")
    doubles = False

    def table(paires: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubles
        lue = _table(paires)
        doubles = doubles or type(lue) is _Table
        return lue

    try:
        arbre = json.loads(
            texte, object_pairs_hook=table, parse_float=Flottant, parse_int=_entier, parse_constant=_constante
        )
    except json.JSONDecodeError as erreur:
        return _illisible("JSON", f"le fichier n’est pas du JSON (ligne {erreur.lineno}, colonne {erreur.colno}).")
    except (ValueError, RecursionError):
        return _illisible("JSON", "le fichier n’est pas du JSON.")
    return LectureJson(arbre, tuple(_doublons(arbre, ".")) if doubles else (), lisible=True)


def _illisible(code: str, phrase: str) -> LectureJson:
    return LectureJson(None, (refus(code, phrase),), lisible=False)
