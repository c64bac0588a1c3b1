"""Reading a CSV file of votes cast elsewhere: a pure table, and the digest of the file that it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scicvote.core.issue import Issue, refus
from scicvote.core.tableau import Table
from scicvote.exchange.fichiers import lire_octets
from scicvote.exchange.texte_csv import decoder, lire_csv

TAILLE_MAXIMALE: Final = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class LectureVotes:
    """A table, or None, with what was noticed; ``empreinte`` is the SHA-256 of the bytes, in hexadecimal."""

    table: Table | None
    empreinte: str = ""
    issues: tuple[Issue, ...] = ()


def lire_votes(chemin: Path) -> LectureVotes:
    """The table of a CSV file, its first filled row as headers. Never raises: ``FICHIER``, ``TAILLE``, ``CSV``, ``VIDE``…"""
    octets, issues = lire_octets(chemin, TAILLE_MAXIMALE)
    return LectureVotes(None, "", issues) if octets is None else lire_votes_de(octets, chemin.name)


def lire_votes_de(octets: bytes, nom: str) -> LectureVotes:
    """The table in these bytes, in any encoding and under any separator that a register may have."""
    if len(octets) > TAILLE_MAXIMALE:
        return _echec("TAILLE", "le fichier dépasse 16 Mio.")
    if octets.startswith(b"PK"):
        return _echec("FORMAT", "c’est un classeur\u202f; l’enregistrer en CSV.")
    texte, notes = decoder(octets)
    if texte is None:
        return LectureVotes(None, "", notes)
    lignes, issues = lire_csv(texte)
    remplies = [ligne for ligne in lignes if any(map(str.strip, ligne.cellules))]
    if issues or not remplies:
        return LectureVotes(None, "", (*notes, *issues)) if issues else _echec("VIDE", "le fichier est vide.")
    entetes, *suite = remplies
    table = Table(nom, entetes.cellules, tuple(suite), entetes.numero)
    return LectureVotes(table, hashlib.sha256(octets).hexdigest(), notes)


def _echec(code: str, phrase: str) -> LectureVotes:
    return LectureVotes(None, "", (refus(code, phrase),))
