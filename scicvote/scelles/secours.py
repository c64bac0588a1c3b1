"""A private half as people copy it from paper: four lines of four groups, each line with a check of its own.

The letters are those of Crockford's base 32: neither I, L, O nor U, read as the digits that they look like.
"""

from __future__ import annotations

import hashlib
from base64 import b32decode, b32encode
from typing import Final

LIGNES: Final = 4
GROUPES: Final = 4  # of four characters each, by line
_PART, _CONTROLE = 8, 2  # octets of the key by line, and of its check
_ECRITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VERS: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", _ECRITS)
_DEPUIS: Final = str.maketrans(_ECRITS, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
_RESSEMBLANTS: Final = str.maketrans("OIL", "011")


class CodeFaux(ValueError):  # noqa: N818 - a French term, as the others
    """What was typed is not a recovery key. ``lignes`` are the lines to read again, from 1; empty: another length."""

    def __init__(self, lignes: tuple[int, ...] = ()) -> None:
        super().__init__("not a recovery key")
        self.lignes = lignes


def ecrire(secret: bytes) -> tuple[str, ...]:
    """The four lines of 32 octets, as ``7HQ2-01AB-…``. ValueError: another length."""
    if len(secret) != LIGNES * _PART:
        raise ValueError("32 octets expected")
    return tuple(_ligne(i, secret[i * _PART : (i + 1) * _PART]) for i in range(LIGNES))


def lire(texte: str) -> bytes:
    """The 32 octets, however spaced and in whatever case. Raises CodeFaux."""
    nu = "".join(c for c in texte.upper().translate(_RESSEMBLANTS) if c.isalnum())
    large = 4 * GROUPES
    if len(nu) != LIGNES * large:
        raise CodeFaux
    lues = [_lire_ligne(i, nu[i * large : (i + 1) * large]) for i in range(LIGNES)]
    fausses = tuple(i for i, lue in enumerate(lues, 1) if lue is None)
    if fausses:
        raise CodeFaux(fausses)
    return b"".join(lue for lue in lues if lue is not None)


def _ligne(rang: int, part: bytes) -> str:
    lettres = b32encode(part + _controle(rang, part)).decode().translate(_VERS)
    return "-".join(lettres[i : i + 4] for i in range(0, len(lettres), 4))


def _lire_ligne(rang: int, lettres: str) -> bytes | None:
    if not set(lettres) <= set(_ECRITS):
        return None
    octets = b32decode(lettres.translate(_DEPUIS))
    part = octets[:_PART]
    return part if octets[_PART:] == _controle(rang, part) else None


def _controle(rang: int, part: bytes) -> bytes:
    return hashlib.sha256(bytes([rang]) + part).digest()[:_CONTROLE]
