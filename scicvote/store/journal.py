"""The journal: every act in its order, in a chain of digests that shows any later change.

An entry holds the act's name, its hour, one French sentence, the warnings that were passed over, and for each table
the digest of the rows that the act wrote. Its own digest is SHA-256 over its canonical JSON (RFC 8785), the digest of
the entry before it included. A digest shows that something was changed; it proves nothing about who wrote it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from scicvote.core.faits import Fait
from scicvote.store.canonique import canonique, rangees_canoniques
from scicvote.store.lignes import CODECS, Codec, Colonne, Groupes, par_nature

ORIGINE: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class Entree:
    """One entry of the journal. ``lignes`` maps a table to the digest of the rows that the act wrote in it."""

    numero: int
    horodatage: datetime
    acte: str
    resume: str
    avertissements: tuple[str, ...]
    lignes: Mapping[str, str]
    precedent: str
    empreinte: str = ""

    def calculer_empreinte(self) -> str:
        """SHA-256 over the canonical JSON of everything in the entry but this digest itself."""
        contenu = {
            "numero": self.numero,
            "horodatage": self.horodatage.isoformat(),
            "acte": self.acte,
            "resume": self.resume,
            "avertissements": list(self.avertissements),
            "lignes": dict(self.lignes),
            "precedent": self.precedent,
        }
        return sha256(contenu)


def sha256(arbre: Any) -> str:
    """SHA-256 of a tree's canonical JSON (RFC 8785), in hexadecimal."""
    return hashlib.sha256(canonique(arbre)).hexdigest()


def empreintes(faits: Iterable[tuple[int, Fait]]) -> dict[str, str]:
    """For each table, the digest of the rows that an act wrote: (rank, fact) pairs, in the order of their ranks."""
    return empreintes_groupes(par_nature(faits))


def empreintes_groupes(groupes: Groupes) -> dict[str, str]:
    """The same of facts that are grouped already."""
    return {nature.TABLE: _empreinte_lignes(CODECS[nature], *groupe) for nature, groupe in groupes.items()}


def _empreinte_lignes(codec: Codec, rangs: list[int], colonnes: list[Colonne]) -> str:
    """One digest over rows, the canonical JSON of their names, then row by row: a long import stays quick."""
    resume = hashlib.sha256(canonique(list(codec.noms)))
    for morceau in rangees_canoniques([rangs, *codec.canoniques(colonnes)]):
        resume.update(morceau)
    return resume.hexdigest()
