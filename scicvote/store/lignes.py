"""Rows and facts: one row of a table is one fact, field by field."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from scicvote.core.faits import Fait
from scicvote.store.schema import TABLES, champs


@dataclass(frozen=True)
class Codec:
    """How facts of one kind are written as rows and read back."""

    nature: type[Fait]
    table: sa.Table
    noms: tuple[str, ...]
    listes: tuple[tuple[int, Callable[[Iterable[Any]], Any]], ...]  # places of tuple fields
    jours: tuple[int, ...]  # places of dates and hours
    valeurs: Callable[[Fait], tuple[Any, ...]]

    def canonique(self, fait: Fait) -> list[Any]:
        """The fact as plain JSON values, in the order of its fields: what the journal's digest is made of."""
        ligne = list(self.valeurs(fait))
        for place, _ in self.listes:
            ligne[place] = list(ligne[place])
        for place in self.jours:
            valeur = ligne[place]
            ligne[place] = valeur.isoformat() if valeur is not None else None
        return ligne

    def ligne(self, acte: int, rang: int, fait: Fait) -> dict[str, Any]:
        """The row of a fact."""
        ligne = dict(zip(self.noms, self.valeurs(fait), strict=True))
        for place, _ in self.listes:
            nom = self.noms[place]
            ligne[nom] = json.dumps(list(ligne[nom]), ensure_ascii=False, separators=(",", ":"))
        ligne["_acte"], ligne["_rang"] = acte, rang
        return ligne

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


CODECS: Mapping[type[Fait], Codec] = {nature: _codec(nature, table) for nature, table in TABLES.items()}
