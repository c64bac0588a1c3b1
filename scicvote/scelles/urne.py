"""The key of an urn and the sealing of one ballot: HPKE (RFC 9180) over X25519, HKDF-SHA256 and ChaCha20-Poly1305.

Whoever holds the public half can seal and cannot open: the program that takes the votes never holds the private one.
Every ballot is filled up to one length, so that no length says anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

CLE: Final = 32  # octets of each half
_LONGUEUR: Final = 2  # octets that say where what is sealed ends
_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def creer() -> tuple[bytes, bytes]:
    """A new pair: the private half, the public half, 32 octets each."""
    privee = X25519PrivateKey.generate()
    return privee.private_bytes_raw(), privee.public_key().public_bytes_raw()


def publique_de(privee: bytes) -> bytes:
    """The public half of a private one. ValueError: not 32 octets."""
    return X25519PrivateKey.from_private_bytes(privee).public_key().public_bytes_raw()


def sceller(publique: bytes, clair: bytes, taille: int, contexte: bytes) -> bytes:
    """``clair`` filled up to ``taille`` octets, sealed for the urn in this context. ValueError: it is longer."""
    if len(clair) > taille:
        raise ValueError("longer than the ballots of this urn")
    rempli = len(clair).to_bytes(_LONGUEUR, "big") + clair + bytes(taille - len(clair))
    return _SUITE.encrypt(rempli, X25519PublicKey.from_public_bytes(publique), info=contexte)


def ouvrir(privee: bytes, scelles: Iterable[bytes], contexte: bytes) -> list[bytes | None]:
    """What was sealed, in the same order; None for what does not open: altered, of another urn or another context."""
    cle = X25519PrivateKey.from_private_bytes(privee)
    return [_ouvrir(cle, scelle, contexte) for scelle in scelles]


def _ouvrir(cle: X25519PrivateKey, scelle: bytes, contexte: bytes) -> bytes | None:
    try:
        rempli = _SUITE.decrypt(scelle, cle, info=contexte)
    except (InvalidTag, ValueError):
        return None
    fin = _LONGUEUR + int.from_bytes(rempli[:_LONGUEUR], "big")
    return rempli[_LONGUEUR:fin] if _LONGUEUR <= fin <= len(rempli) else None
