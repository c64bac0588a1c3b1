"""CSV text: its encoding, its separator, its records."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import Final

from scicvote.core.colonnes import nombre_reconnus
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.tableau import LigneBrute

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATEURS: Final = (";", ",", "\t")
_COMMANDES: Final = bytes((*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_ECHANTILLON: Final = 30  # records looked at to choose the separator
# made without a call of Python per row
_LIGNE: Final[Callable[[tuple[int, tuple[str, ...]]], LigneBrute]] = partial(tuple.__new__, LigneBrute)


def decoder(octets: bytes) -> tuple[str | None, tuple[Issue, ...]]:
    """The text of a file in UTF-8 or UTF-16 with a byte order mark, UTF-8, else Windows-1252, else Latin-1.

    Codes: ``ENCODAGE`` (broken after its mark), ``BINAIRE`` (control characters: not a text), and the warning
    ``ENCODAGE_SUPPOSE`` when nothing proves the encoding.
    """
    texte, issues = _decoder(octets)
    if texte is not None and _binaire(octets, texte):
        quoi = "des octets nuls" if "\x00" in texte else "des caractères de commande"
        return None, (refus("BINAIRE", f"le fichier n’est pas un tableau\u00a0: il contient {quoi}."),)
    return texte, issues


def _binaire(octets: bytes, texte: str) -> bool:
    """Whether there are control characters that no text has (looked for in bytes, many times quicker)."""
    if octets.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        octets = texte.encode("utf-8", "replace")
    return len(octets.translate(None, _COMMANDES)) != len(octets)


def _decoder(octets: bytes) -> tuple[str | None, tuple[Issue, ...]]:
    for bom, encodage in _BOMS:
        if octets.startswith(bom):
            return _strict(octets, encodage)
    try:
        return octets.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _huit_bits(octets)


def _strict(octets: bytes, encodage: str) -> tuple[str | None, tuple[Issue, ...]]:
    try:
        return octets.decode(encodage), ()
    except UnicodeDecodeError as erreur:
        nom = encodage.removesuffix("-sig").upper()
        return None, (refus("ENCODAGE", f"le fichier s’annonce en {nom} et ne l’est pas (octet {erreur.start + 1})."),)


def _huit_bits(octets: bytes) -> tuple[str, tuple[Issue, ...]]:
    for encodage, nom in (("cp1252", "Windows-1252"), ("latin-1", "Latin-1")):
        try:
            texte = octets.decode(encodage)
        except UnicodeDecodeError:
            continue
        phrase = f"le fichier n’est pas en UTF-8\u00a0: il est lu en {nom}\u202f; vérifier les accents."
        return texte, (avertissement("ENCODAGE_SUPPOSE", phrase),)
    raise AssertionError("Latin-1 decodes every byte")


def lire_csv(texte: str) -> tuple[list[LigneBrute], tuple[Issue, ...]]:
    """The records of a CSV text, numbered from 1 as a spreadsheet would (a record may span several lines)."""
    separateur = _separateur(texte)
    lecteur = csv.reader(io.StringIO(texte, newline=""), delimiter=separateur, strict=True)
    lignes: list[LigneBrute] = []
    try:
        lignes.extend(map(_LIGNE, enumerate(map(tuple, lecteur), start=1)))
    except csv.Error:
        return [], (_mal_forme(len(lignes) + 1, lecteur.line_num),)
    return lignes, ()


def _mal_forme(enregistrement: int, ligne: int) -> Issue:
    phrase = (
        f"le fichier CSV est mal formé à sa ligne {ligne} (rangée {enregistrement})\u00a0: un guillemet n’est pas "
        "refermé, ou une cellule est démesurée."
    )
    return refus("CSV", phrase, chemin=f"ligne {ligne}")


def _separateur(texte: str) -> str:
    """The separator under which a row has most known headers; else the one that makes most columns."""
    debut = texte[: 64 * 1024]  # under the size at which csv refuses a cell
    return max(_SEPARATEURS, key=lambda separateur: _note(debut, separateur))


def _note(debut: str, separateur: str) -> tuple[int, int]:
    if separateur not in debut:
        return 0, 0
    lecteur = csv.reader(io.StringIO(debut, newline=""), delimiter=separateur)
    rangees = list(islice(lecteur, _ECHANTILLON))
    reconnus = max(map(nombre_reconnus, rangees), default=0)
    return reconnus, max(map(len, rangees), default=0)
