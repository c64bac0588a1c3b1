"""Reading a file of the present version with the standard library alone, so that a file opens quickly.

What is read is what ``Depot`` reads of the same rows (tests/store/test_lecture.py); whatever else a file is (older,
without any act, on a server) is left to it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from scicvote.core.dossier import ActeFaits, Dossier, composer
from scicvote.core.faits import FAITS, Fait, VersionStatuts
from scicvote.core.statuts import Statuts
from scicvote.store.base import ATTENTE, VERSION, examiner
from scicvote.store.champs import champs
from scicvote.store.refus import FichierAbime

_TETE: Final = "SELECT numero, empreinte, horodatage FROM journal ORDER BY numero DESC LIMIT 1"
_SIMPLES: Final[Mapping[type, Callable[[Any], Any]]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    bool: bool,
}


@dataclass(frozen=True, slots=True)
class Lecture:
    """A file's state, its journal's last entry (number and digest) and the hour of that entry."""

    dossier: Dossier
    tete: tuple[int, str]
    horodatage: datetime


def lire(chemin: Path, lire_statuts: Callable[[str], Statuts]) -> Lecture | None:
    """The file as it stands; None where ``Depot`` must open it.

    Raises FichierRefuse for what is not a file of this program, FichierAbime for rows that do not read.
    """
    if examiner(chemin) != VERSION:
        return None
    try:
        with closing(sqlite3.connect(chemin, timeout=ATTENTE, isolation_level=None)) as connexion:
            connexion.execute("BEGIN")
            tete = connexion.execute(_TETE).fetchone()
            if tete is None:
                return None
            actes = tuple(_actes(connexion))
            textes = [fait.texte for acte in actes for fait in acte.faits if isinstance(fait, VersionStatuts)]
            dossier = composer(actes, [lire_statuts(texte) for texte in textes])
            return Lecture(dossier, (tete[0], tete[1]), datetime.fromisoformat(tete[2]))
    except (sqlite3.Error, ValueError, TypeError) as erreur:
        raise FichierAbime(f"Le contenu de «\u00a0{chemin}\u00a0» est abîmé et ne peut pas être lu.") from erreur


def _actes(connexion: sqlite3.Connection) -> Iterator[ActeFaits]:
    """Every act with its facts, in the order of their ranks."""
    par_acte: dict[int, list[tuple[int, Fait]]] = {
        numero: [] for (numero,) in connexion.execute("SELECT numero FROM journal ORDER BY numero")
    }
    for nature in FAITS:
        for acte, rang, fait in _faits(connexion, nature):
            par_acte.setdefault(acte, []).append((rang, fait))
    for numero, faits in sorted(par_acte.items()):
        yield ActeFaits(numero, tuple(fait for _, fait in sorted(faits, key=_rang)))


def _rang(paire: tuple[int, Fait]) -> int:
    return paire[0]


def _faits(connexion: sqlite3.Connection, nature: type[Fait]) -> Iterator[tuple[int, int, Fait]]:
    lus = champs(nature)
    noms = ", ".join(f'"{nom}"' for nom in ("_acte", "_rang", *(nom for nom, *_ in lus)))
    rangees = connexion.execute(f'SELECT {noms} FROM "{nature.TABLE}"').fetchall()
    if not rangees:
        return
    actes, rangs, *colonnes = zip(*rangees, strict=True)
    valeurs = [_colonne(c, type_, liste) for c, (_, type_, _, liste) in zip(colonnes, lus, strict=True)]
    yield from zip(actes, rangs, map(nature, *valeurs), strict=True)


def _colonne(colonne: Sequence[Any], type_: type, liste: bool) -> Sequence[Any]:
    """The values of a column, each different one converted once."""
    if liste:
        return [tuple(json.loads(valeur)) for valeur in colonne]
    convertir = _SIMPLES.get(type_)
    if convertir is None:
        return colonne
    connus = {valeur: None if valeur is None else convertir(valeur) for valeur in set(colonne)}
    return [connus[valeur] for valeur in colonne]
