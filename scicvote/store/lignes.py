"""Rows and facts: one row of a table is one fact, field by field."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any, Final

import sqlalchemy as sa

from scicvote.core.faits import Fait
from scicvote.store.champs import champs
from scicvote.store.schema import TABLES

Colonne = Sequence[Any]
_ENSEMBLE: Final = 10  # rows by statement: what is quickest, and far under the number of values that one may hold


@dataclass(frozen=True, slots=True)
class Insertion:
    """The insertion of whole rows in a table of one database: its SQL, and the columns that the driver wants converted."""

    tete: str
    marques: str
    convertisseurs: tuple[tuple[int, Callable[[Any], Any]], ...]

    def executer(self, connexion: sa.Connection, colonnes: Iterable[Colonne]) -> None:
        """Insert the rows that these columns make, several by statement when there are many."""
        rangees = self._rangees(colonnes)
        ensemble = len(rangees) - len(rangees) % _ENSEMBLE
        lots = [tuple(chain.from_iterable(rangees[i : i + _ENSEMBLE])) for i in range(0, ensemble, _ENSEMBLE)]
        if lots:
            connexion.exec_driver_sql(f"{self.tete} {', '.join([self.marques] * _ENSEMBLE)}", lots)
        if rangees[ensemble:]:
            connexion.exec_driver_sql(f"{self.tete} {self.marques}", rangees[ensemble:])

    def _rangees(self, colonnes: Iterable[Colonne]) -> list[tuple[Any, ...]]:
        """The rows that these columns make, in the order of the table's, as the driver takes them."""
        converties = list(colonnes)
        for place, convertir in self.convertisseurs:
            converties[place] = _convertie(converties[place], convertir)
        return list(zip(*converties, strict=True))


def _convertie(colonne: Colonne, convertir: Callable[[Any], Any]) -> Colonne:
    """A column, each of its different values converted once."""
    connus = {valeur: convertir(valeur) for valeur in set(colonne)}
    return [connus[valeur] for valeur in colonne]


def _iso(valeur: Any) -> str | None:
    return None if valeur is None else valeur.isoformat()


@lru_cache(maxsize=1024)
def insertion(table: sa.Table, dialecte: sa.Dialect) -> Insertion:
    """Made once for a table and a database: rows then go to the driver as they are, one or twenty thousand."""
    noms = ", ".join(dialecte.identifier_preparer.format_column(colonne) for colonne in table.c)
    marques = ", ".join(["?" if dialecte.paramstyle == "qmark" else "%s"] * len(table.c))
    processeurs = [colonne.type.dialect_impl(dialecte).bind_processor(dialecte) for colonne in table.c]
    return Insertion(
        f"INSERT INTO {dialecte.identifier_preparer.format_table(table)} ({noms}) VALUES",
        f"({marques})",
        tuple((place, convertir) for place, convertir in enumerate(processeurs) if convertir is not None),
    )


@dataclass(frozen=True)
class Codec:
    """How facts of one kind are written as rows and read back."""

    nature: type[Fait]
    table: sa.Table
    noms: tuple[str, ...]
    listes: tuple[tuple[int, Callable[[Iterable[Any]], Any]], ...]  # places of tuple fields
    jours: tuple[int, ...]  # places of dates and hours
    valeurs: Callable[[Fait], tuple[Any, ...]]

    def colonnes(self, faits: Iterable[Fait]) -> list[Colonne]:
        """The values of facts, field by field: what is done to a field is done to all of them at once."""
        return list(zip(*map(self.valeurs, faits), strict=True))

    def canoniques(self, colonnes: Iterable[Colonne]) -> list[Colonne]:
        """The same as plain JSON values: what the journal's digest is made of."""
        colonnes = list(colonnes)
        for place, _ in self.listes:
            colonnes[place] = [list(valeur) for valeur in colonnes[place]]
        for place in self.jours:
            colonnes[place] = _convertie(colonnes[place], _iso)
        return colonnes

    def textes(self, colonnes: Iterable[Colonne]) -> list[Colonne]:
        """The same with lists as JSON texts: what the columns of the table hold."""
        colonnes = list(colonnes)
        for place, _ in self.listes:
            textes = (json.dumps(list(v), ensure_ascii=False, separators=(",", ":")) for v in colonnes[place])
            colonnes[place] = list(textes)
        return colonnes

    def fait(self, valeurs: Iterable[Any]) -> Fait:
        """The fact of a row (its fields only, in their order)."""
        lues = list(valeurs)
        for place, type_ in self.listes:
            lues[place] = tuple(type_(json.loads(lues[place])))
        return self.nature(*lues)


def _codec(nature: type[Fait], table: sa.Table) -> Codec:
    lus = champs(nature)
    noms = tuple(nom for nom, *_ in lus)
    lecteur = attrgetter(*noms)
    return Codec(
        nature,
        table,
        noms,
        tuple((i, tuple) for i, (_, _, _, est_liste) in enumerate(lus) if est_liste),
        tuple(i for i, (_, type_, _, _) in enumerate(lus) if type_ in (date, datetime)),
        lecteur if len(noms) > 1 else lambda fait: (lecteur(fait),),
    )


Groupes = Mapping[type[Fait], tuple[list[int], list[Colonne]]]


def par_nature(faits: Iterable[tuple[int, Fait]]) -> Groupes:
    """The facts of an act by kind: their ranks, and their values field by field."""
    natures: dict[type[Fait], tuple[list[int], list[Fait]]] = {}
    for rang, fait in faits:
        groupe = natures.get(type(fait))
        if groupe is None:
            groupe = natures[type(fait)] = ([], [])
        groupe[0].append(rang)
        groupe[1].append(fait)
    return {nature: (rangs, CODECS[nature].colonnes(lus)) for nature, (rangs, lus) in natures.items()}


CODECS: Mapping[type[Fait], Codec] = {nature: _codec(nature, table) for nature, table in TABLES.items()}
