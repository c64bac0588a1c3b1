"""Ed25519 signatures of a college's return: a key pair, signing, checking.

It shows that the return comes from the file that was handed over, unchanged. It is not an electronic signature in the
sense of the law: the paper that the college's president signs is what binds.
"""

from __future__ import annotations

from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

TAILLE_CLE: Final = 32  # octets, of either half
TAILLE_SIGNATURE: Final = 64


def creer_cle() -> tuple[bytes, bytes]:
    """A new pair: the private half, to be sealed, and the public one."""
    privee = Ed25519PrivateKey.generate()
    return privee.private_bytes_raw(), privee.public_key().public_bytes_raw()


def cle_publique(privee: bytes) -> bytes:
    """The public half of a private one. ValueError: not 32 octets."""
    return Ed25519PrivateKey.from_private_bytes(privee).public_key().public_bytes_raw()


def signer(privee: bytes, octets: bytes) -> bytes:
    """The signature of some bytes. ValueError: not a private key."""
    return Ed25519PrivateKey.from_private_bytes(privee).sign(octets)


def est_signe(publique: bytes, signature: bytes, octets: bytes) -> bool:
    """Whether these bytes were signed by the private half of this key; a key or signature of another size says no."""
    if len(publique) != TAILLE_CLE or len(signature) != TAILLE_SIGNATURE:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(publique).verify(signature, octets)
    except (InvalidSignature, ValueError):
        return False
    return True
