"""Reading a table from a spreadsheet or a CSV file: one ``Table``, or French sentences that say why not."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath
from typing import Final

from scicvote.core.colonnes import nombre_reconnus
from scicvote.core.issue import Issue, refus
from scicvote.core.tableau import LigneBrute, Table
from scicvote.exchange.classeur import lire_classeur
from scicvote.exchange.fichiers import lire_octets
from scicvote.exchange.texte_csv import decoder, lire_csv

__all__ = ["LectureTable", "LigneBrute", "Table", "lire_contenu", "lire_table"]

TAILLE_MAXIMALE: Final = 64 * 1024 * 1024
EXTENSIONS: Final = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods")
_LIGNES_ENTETES: Final = 50  # titles above the headers are fewer than this
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHIFFRE: Final = "Encrypt".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class LectureTable:
    """A table, or None, with what was noticed while reading it."""

    table: Table | None
    issues: tuple[Issue, ...] = ()


def lire_table(chemin: Path) -> LectureTable:
    """The table of a CSV, XLSX or ODS file. Never raises: codes ``FICHIER``, ``TAILLE``, ``EXTENSION``, ``FORMAT``…"""
    if chemin.suffix.lower() not in EXTENSIONS:
        phrase = f"«\u00a0{chemin.name}\u00a0» n’est pas un tableau\u202f; formats lus\u00a0: CSV, XLSX, ODS."
        return _echec("EXTENSION", phrase)
    if _special(chemin):
        return _echec("FICHIER", f"«\u00a0{chemin}\u00a0» n’est pas un fichier ordinaire.")
    octets, issues = lire_octets(chemin, TAILLE_MAXIMALE)
    return LectureTable(None, issues) if octets is None else lire_contenu(octets, chemin.name)


def _special(chemin: Path) -> bool:
    """Whether the path is a pipe or a device, which reading would hang on."""
    try:
        return chemin.exists() and not chemin.is_file() and not chemin.is_dir()
    except (OSError, ValueError):
        return False


def lire_contenu(octets: bytes, nom: str) -> LectureTable:
    """The table in these bytes; ``nom`` is the file's name. The content decides of the format, not the name."""
    if len(octets) > TAILLE_MAXIMALE:
        return _echec("TAILLE", "le fichier dépasse 64 Mio\u202f; un registre n’est jamais si grand.")
    if not octets.strip(b"\x00\t\r\n ;,\xef\xbb\xbf\xff\xfe"):
        return _echec("VIDE", "le fichier est vide.")
    if octets.startswith(_OLE):
        return _ole(octets)
    if octets.startswith(b"PK"):
        return _classeur(octets, nom)
    return _texte(octets, nom)


def _ole(octets: bytes) -> LectureTable:
    if _CHIFFRE in octets:
        return _echec("CHIFFRE", "le classeur est protégé par un mot de passe\u202f; l’enregistrer sans mot de passe.")
    return _echec("FORMAT", "c’est un ancien fichier Office (.xls, .doc)\u202f; l’enregistrer en .xlsx, .ods ou .csv.")


def _classeur(octets: bytes, nom: str) -> LectureTable:
    genre = _genre(octets)
    if genre is None:
        return _echec("FORMAT", "le fichier n’est ni un classeur XLSX, ni un classeur ODS, ou il est abîmé.")
    feuille, lignes, issues = lire_classeur(octets, genre)
    if feuille is None:
        return LectureTable(None, issues)
    return LectureTable(_table(f"{PurePath(nom).name}, feuille {feuille}", lignes), issues)


def _genre(octets: bytes) -> str | None:
    """``xlsx`` or ``ods``, from what the archive holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            noms = set(archive.namelist())
            if "content.xml" in noms and "mimetype" in noms:
                return "ods" if b"spreadsheet" in archive.read("mimetype")[:100] else None
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return None
    return "xlsx" if any(nom.startswith("xl/") for nom in noms) else None


def _texte(octets: bytes, nom: str) -> LectureTable:
    texte, notes = decoder(octets)
    if texte is None:
        return LectureTable(None, notes)
    lignes, issues = lire_csv(texte)
    if issues:
        return LectureTable(None, (*notes, *issues))
    if not any(any(map(str.strip, ligne.cellules)) for ligne in lignes):
        return _echec("VIDE", "le fichier est vide.")
    return LectureTable(_table(PurePath(nom).name, lignes), notes)


def _table(source: str, lignes: Sequence[LigneBrute]) -> Table:
    """The header row is the one, among the first, with the most known headers; titles above it are left out."""
    place = _place_entetes(lignes)
    entetes = lignes[place]
    suite = list(lignes[place + 1 :])
    while suite and not any(map(str.strip, suite[-1].cellules)):
        suite.pop()
    return Table(source, _sans_fin_vide(entetes.cellules), tuple(suite), entetes.numero)


def _place_entetes(lignes: Sequence[LigneBrute]) -> int:
    remplies = islice((i for i, ligne in enumerate(lignes) if any(map(str.strip, ligne.cellules))), _LIGNES_ENTETES)
    return max(remplies, key=lambda i: (nombre_reconnus(lignes[i].cellules), -i), default=0)


def _sans_fin_vide(cellules: Sequence[str]) -> tuple[str, ...]:
    fin = len(cellules)
    while fin and not cellules[fin - 1].strip():
        fin -= 1
    return tuple(cellules[:fin])


def _echec(code: str, phrase: str) -> LectureTable:
    return LectureTable(None, (refus(code, phrase),))
