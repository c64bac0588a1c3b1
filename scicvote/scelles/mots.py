"""Eight French words for a digest, which two people compare by eye or by telephone; and phrases drawn at random.

256 common words without accents, told apart by their first four letters: one word is 8 bits, eight words 64 bits of the
digest. They catch a wrong file or an accident; they replace neither the signature nor the signed paper.
"""

from __future__ import annotations

import secrets
from functools import lru_cache
from typing import Final

from scicvote.paths import ressources

MOTS_EMPREINTE: Final = 8  # 64 bits
MOTS_PHRASE: Final = 7  # 56 bits, behind Argon2id


@lru_cache(maxsize=1)
def liste() -> tuple[str, ...]:
    """The 256 words, in alphabetical order: the place of a word is its octet."""
    return tuple((ressources() / "mots" / "mots.txt").read_text(encoding="utf-8").split())


def mots(empreinte: bytes | str) -> tuple[str, ...]:
    """The first eight octets of a digest as words. A text is read as hexadecimal; ValueError where it is shorter."""
    octets = bytes.fromhex(empreinte) if isinstance(empreinte, str) else empreinte
    if len(octets) < MOTS_EMPREINTE:
        raise ValueError("a digest of at least eight octets is expected")
    return tuple(liste()[octet] for octet in octets[:MOTS_EMPREINTE])


def phrase_au_hasard() -> str:
    """Seven words drawn at random, to seal under."""
    return " ".join(secrets.choice(liste()) for _ in range(MOTS_PHRASE))
