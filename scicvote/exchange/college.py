"""The files exchanged with a college's president: ``scicvote-college/1`` out, ``scicvote-retour/1`` back.

Both are one JSON document in its canonical form (RFC 8785): another writing of the same is refused, so that a digest or a
signature is of the file itself. Readers never raise: every fault is an Issue.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import rfc8785

from scicvote.core.issue import Issue, refus
from scicvote.core.lecture import MANQUE, Lecteur, sous
from scicvote.core.retour_college import Retour
from scicvote.exchange.fichiers import lire_octets
from scicvote.exchange.json_strict import lire_json

FORMAT_PAQUET: Final = "scicvote-college/1"
FORMAT_RETOUR: Final = "scicvote-retour/1"
EXTENSION: Final = ".scicollege"
TAILLE_MAXIMALE: Final = 4 * 1024 * 1024
_HEXA: Final = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class RetourSigne:
    """A return as it came: what it says, the key and signature that it bears, and the bytes that are signed."""

    retour: Retour
    cle: bytes
    signature: bytes
    signe: bytes
    octets: bytes

    @property
    def empreinte(self) -> str:
        """SHA-256 of the file."""
        return empreinte(self.octets)


def empreinte(octets: bytes) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(octets).hexdigest()


def lire_fichier(chemin: Path) -> tuple[bytes | None, tuple[Issue, ...]]:
    """The bytes of a file, at most 4 MiB of them."""
    octets, issues = lire_octets(chemin, TAILLE_MAXIMALE)
    if octets is not None and len(octets) > TAILLE_MAXIMALE:
        return None, (refus("TAILLE", "le fichier dépasse 4 Mio\u00a0: ce n’est pas un fichier de collège."),)
    return octets, issues


def format_de(octets: bytes) -> str:
    """What a file says it is, "" where it cannot be read."""
    arbre = lire_json(octets[: TAILLE_MAXIMALE + 1]).arbre
    format_ = arbre.get("format") if isinstance(arbre, Mapping) else None
    return format_ if isinstance(format_, str) else ""


def ecrire(arbre: Mapping[str, Any]) -> bytes:
    """A tree in its canonical form."""
    return rfc8785.dumps(dict(arbre))


def lire_arbre(
    octets: bytes, format_: str, cles: tuple[str, ...]
) -> tuple[Mapping[str, Any] | None, tuple[Issue, ...]]:
    """The tree of a file of this format, in its canonical form; None with what is wrong."""
    if len(octets) > TAILLE_MAXIMALE:
        return None, (refus("TAILLE", "le fichier dépasse 4 Mio\u00a0: ce n’est pas un fichier de collège."),)
    lu = lire_json(octets)
    if not lu.lisible or lu.issues:
        return None, lu.issues
    if not isinstance(lu.arbre, Mapping) or lu.arbre.get("format") != format_:
        dit = lu.arbre.get("format") if isinstance(lu.arbre, Mapping) else None
        return None, (refus("FORMAT", _autre_format(dit, format_), chemin="format"),)
    lecteur = Lecteur()
    table = lecteur.table(lu.arbre, ".", cles)
    if table is None or lecteur.issues:
        return None, tuple(lecteur.issues)
    if not _canonique(table, octets):
        phrase = "le fichier a été changé ou écrit par un autre programme\u00a0: le demander à nouveau."
        return None, (refus("RETOUR_ABIME" if format_ == FORMAT_RETOUR else "PAQUET_ABIME", phrase),)
    return table, ()


def _autre_format(dit: object, attendu: str) -> str:
    noms = {FORMAT_PAQUET: "un paquet à ouvrir sur l’ordinateur du collège", FORMAT_RETOUR: "le retour d’un collège"}
    if isinstance(dit, str) and dit in noms:
        return f"ce fichier est {noms[dit]}, pas {noms[attendu]}."
    return f"ce fichier n’est pas {noms[attendu]}."


def _canonique(arbre: Mapping[str, Any], octets: bytes) -> bool:
    try:
        return rfc8785.dumps(dict(arbre)) == octets
    except (rfc8785.CanonicalizationError, ValueError, TypeError, RecursionError):
        return False


# --- typed reading of one table into one value


@dataclass(frozen=True, slots=True)
class Champ:
    """How one key is read: with which method of the reader, under which bounds."""

    genre: str  # texte | entier | jour | heure | oui | hexa
    nul: bool = False
    longueur: int = 0  # octets of a hexa


def lire_table(lecteur: Lecteur, valeur: object, chemin: str, champs: Mapping[str, Champ]) -> dict[str, Any] | None:
    """The values of a table that has exactly these keys; None after having noted what is wrong."""
    table = lecteur.table(valeur, chemin, tuple(champs))
    if table is None:
        return None
    avant = len(lecteur.issues)
    lus = {}
    for cle, champ in champs.items():
        brut = lecteur.requis(table, cle, chemin)
        if brut is MANQUE:
            continue
        lus[cle] = None if brut is None and champ.nul else _valeur(lecteur, brut, sous(chemin, cle), champ)
    return lus if len(lecteur.issues) == avant else None


_ENTIER_MAXIMUM: Final = 2**53 - 1


def _valeur(lecteur: Lecteur, brut: object, chemin: str, champ: Champ) -> Any:
    lecteurs: dict[str, Callable[[object, str], object]] = {
        "texte": lecteur.texte,
        "entier": lambda v, c: lecteur.entier(v, c, 0, _ENTIER_MAXIMUM),
        "jour": lecteur.jour,
        "oui": lecteur.booleen,
        "heure": lambda v, c: lire_heure(lecteur, v, c),
        "hexa": lambda v, c: lire_hexa(lecteur, v, c, champ.longueur),
    }
    return lecteurs[champ.genre](brut, chemin)


def lire_heure(lecteur: Lecteur, valeur: object, chemin: str) -> datetime | None:
    """An hour ``2026-06-12T18:30:00``."""
    texte = lecteur.texte(valeur, chemin)
    if texte is None:
        return None
    try:
        lue = datetime.fromisoformat(texte)
    except ValueError:
        lue = None
    if lue is None or lue.tzinfo is not None or lue.isoformat() != texte:
        lecteur.faute("DATE", chemin, "une heure AAAA-MM-JJTHH:MM:SS est attendue.")
        return None
    return lue


def lire_hexa(lecteur: Lecteur, valeur: object, chemin: str, longueur: int) -> str | None:
    """A text of so many octets in hexadecimal, small letters alone."""
    texte = lecteur.texte(valeur, chemin)
    if texte is None:
        return None
    if len(texte) != 2 * longueur or not _HEXA.issuperset(texte):
        lecteur.faute("VALEUR", chemin, f"{2 * longueur} chiffres hexadécimaux sont attendus.")
        return None
    return texte


def ecrire_valeur(valeur: object) -> Any:
    """A plain value as JSON holds it: days and hours as texts."""
    return valeur.isoformat() if isinstance(valeur, date) else valeur
