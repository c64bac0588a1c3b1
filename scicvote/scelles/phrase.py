"""A secret sealed under a phrase: Argon2id makes the key, ChaCha20-Poly1305 seals; a wrong phrase opens nothing.

The phrase is compared as people type it: without case, doubled spaces or forms of accents (NFKC), so that two
keyboards write the same one.
"""

from __future__ import annotations

import binascii
import secrets
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

# RFC 9106, section 4: the choice where memory is limited.
PASSES: Final = 3
VOIES: Final = 4
MEMOIRE: Final = 64 * 1024  # KiB
# What a file from elsewhere may ask of this machine, no more.
PASSES_MAXIMUM: Final = 10
VOIES_MAXIMUM: Final = 8
MEMOIRE_MAXIMUM: Final = 256 * 1024  # KiB
_SECRET_MAXIMUM: Final = 4096  # octets
_SEL, _NONCE, _CLE = 16, 12, 32  # octets

Valeur = int | str


class PhraseFausse(ValueError):  # noqa: N818 - a French term, as the others
    """The phrase is not the one that sealed, or what is sealed was altered: the two cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Scelle:
    """A sealed secret, and what its key was made with; nothing here is secret."""

    passes: int
    voies: int
    memoire: int  # KiB
    sel: bytes
    nonce: bytes
    chiffre: bytes


def normaliser(phrase: str) -> str:
    """A phrase as it is compared."""
    return " ".join(unicodedata.normalize("NFKC", phrase).casefold().split())


def sceller(secret: bytes, phrase: str, contexte: bytes) -> Scelle:
    """Seal ``secret`` (at most 4096 octets) under ``phrase``.

    ``contexte`` says what it is for; the seal opens in that context alone. ValueError: an empty phrase, a secret too long.
    """
    if not normaliser(phrase):
        raise ValueError("an empty phrase seals nothing")
    if len(secret) > _SECRET_MAXIMUM:
        raise ValueError("secret too long")
    vide = Scelle(PASSES, VOIES, MEMOIRE, secrets.token_bytes(_SEL), secrets.token_bytes(_NONCE), b"")
    chiffre = ChaCha20Poly1305(_cle(vide, phrase)).encrypt(vide.nonce, secret, contexte)
    return Scelle(vide.passes, vide.voies, vide.memoire, vide.sel, vide.nonce, chiffre)


def ouvrir(scelle: Scelle, phrase: str, contexte: bytes) -> bytes:
    """The secret. PhraseFausse: another phrase, another context, or an altered seal."""
    if not normaliser(phrase):
        raise PhraseFausse("empty phrase")
    try:
        return ChaCha20Poly1305(_cle(scelle, phrase)).decrypt(scelle.nonce, scelle.chiffre, contexte)
    except InvalidTag as exc:
        raise PhraseFausse("wrong phrase, or altered seal") from exc


def _cle(scelle: Scelle, phrase: str) -> bytes:
    derivation = Argon2id(
        salt=scelle.sel, length=_CLE, iterations=scelle.passes, lanes=scelle.voies, memory_cost=scelle.memoire
    )
    return derivation.derive(normaliser(phrase).encode())


# --- as it is kept in a file


def ecrire(scelle: Scelle) -> dict[str, Valeur]:
    """A plain table: three whole numbers, three texts in base 64."""
    return {
        "passes": scelle.passes,
        "voies": scelle.voies,
        "memoire_kio": scelle.memoire,
        "sel": b64encode(scelle.sel).decode(),
        "nonce": b64encode(scelle.nonce).decode(),
        "chiffre": b64encode(scelle.chiffre).decode(),
    }


_CLES: Final = frozenset({"passes", "voies", "memoire_kio", "sel", "nonce", "chiffre"})


def lire(table: Mapping[str, object]) -> Scelle:
    """Back from ``ecrire``. ValueError: another table, or one that asks more than this machine would give."""
    if set(table) != _CLES:
        raise ValueError("not a sealed secret: other keys")
    passes = _borne(table["passes"], 1, PASSES_MAXIMUM)
    voies = _borne(table["voies"], 1, VOIES_MAXIMUM)
    memoire = _borne(table["memoire_kio"], 8 * voies, MEMOIRE_MAXIMUM)
    sel, nonce, chiffre = (_octets(table[cle]) for cle in ("sel", "nonce", "chiffre"))
    if (len(sel), len(nonce)) != (_SEL, _NONCE) or len(chiffre) > _SECRET_MAXIMUM + 16:
        raise ValueError("not a sealed secret: wrong lengths")
    return Scelle(passes, voies, memoire, sel, nonce, chiffre)


def _borne(valeur: object, minimum: int, maximum: int) -> int:
    if not isinstance(valeur, int) or isinstance(valeur, bool) or not minimum <= valeur <= maximum:
        raise ValueError("not a sealed secret: a number out of bounds")
    return valeur


def _octets(valeur: object) -> bytes:
    if not isinstance(valeur, str) or len(valeur) > 2 * _SECRET_MAXIMUM:
        raise ValueError("not a sealed secret: text expected")
    try:
        return b64decode(valeur, validate=True)
    except (binascii.Error, ValueError) as exc:
        raise ValueError("not a sealed secret: not base 64") from exc
