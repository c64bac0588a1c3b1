"""One ballot sealed for an urn: one length, one urn, one context; and a key that people copy from paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.scelles import secours, urne

PRIVEE, PUBLIQUE = urne.creer()
AUTRE, _ = urne.creer()
CONTEXTE = b"scrutin 1"


@given(st.binary(max_size=64))
def test_what_is_sealed_opens_and_is_always_as_long(clair: bytes) -> None:
    scelle = urne.sceller(PUBLIQUE, clair, 64, CONTEXTE)
    assert len(scelle) == len(urne.sceller(PUBLIQUE, b"", 64, CONTEXTE))
    assert urne.ouvrir(PRIVEE, [scelle], CONTEXTE) == [clair]


def test_the_same_ballot_is_never_sealed_alike() -> None:
    scelles = {urne.sceller(PUBLIQUE, b"pour", 64, CONTEXTE) for _ in range(50)}
    assert len(scelles) == 50
    assert all(b"pour" not in scelle for scelle in scelles)


def test_nothing_else_opens() -> None:
    scelle = urne.sceller(PUBLIQUE, b"pour", 64, CONTEXTE)
    assert urne.ouvrir(AUTRE, [scelle], CONTEXTE) == [None]
    assert urne.ouvrir(PRIVEE, [scelle], b"scrutin 2") == [None]
    assert urne.ouvrir(PRIVEE, [b"", scelle[:40], scelle + b"x", scelle], CONTEXTE) == [None, None, None, b"pour"]
    for place in range(len(scelle)):
        change = bytearray(scelle)
        change[place] ^= 1
        assert urne.ouvrir(PRIVEE, [bytes(change)], CONTEXTE) == [None]


def test_a_length_that_lies_is_no_ballot() -> None:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    menteur = urne._SUITE.encrypt(b"\xff\xffpour", X25519PublicKey.from_public_bytes(PUBLIQUE), info=CONTEXTE)
    vide = urne._SUITE.encrypt(b"", X25519PublicKey.from_public_bytes(PUBLIQUE), info=CONTEXTE)
    assert urne.ouvrir(PRIVEE, [menteur, vide], CONTEXTE) == [None, None]


def test_a_ballot_too_long_is_not_sealed() -> None:
    with pytest.raises(ValueError, match="longer"):
        urne.sceller(PUBLIQUE, bytes(65), 64, CONTEXTE)


def test_the_public_half_follows_from_the_private_one() -> None:
    assert urne.publique_de(PRIVEE) == PUBLIQUE
    assert len(PRIVEE) == len(PUBLIQUE) == urne.CLE


# --- the recovery key


@given(st.binary(min_size=32, max_size=32))
def test_the_recovery_key_reads_as_people_type_it(secret: bytes) -> None:
    lignes = secours.ecrire(secret)
    assert [len(ligne) for ligne in lignes] == [19] * secours.LIGNES
    assert secours.lire("\n".join(lignes)) == secret
    assert secours.lire(" ".join(lignes).lower().replace("-", "").replace("0", "o").replace("1", "l")) == secret


def test_a_line_typed_wrong_is_named() -> None:
    lignes = list(secours.ecrire(PRIVEE))
    lignes[1], lignes[2] = lignes[2], lignes[1]
    with pytest.raises(secours.CodeFaux) as faux:
        secours.lire("".join(lignes))
    assert faux.value.lignes == (2, 3)
    lignes = list(secours.ecrire(PRIVEE))
    lignes[3] = "U" + lignes[3][1:]
    with pytest.raises(secours.CodeFaux) as faux:
        secours.lire("".join(lignes))
    assert faux.value.lignes == (4,)


@given(st.text(max_size=90))
def test_anything_else_is_no_recovery_key(texte: str) -> None:
    with pytest.raises(secours.CodeFaux):
        secours.lire(texte)


def test_each_character_is_checked() -> None:
    lignes = secours.ecrire(PRIVEE)
    entier = "".join(lignes).replace("-", "")
    for place, lettre in enumerate(entier):
        autre = "A" if lettre != "A" else "B"
        with pytest.raises(secours.CodeFaux) as faux:
            secours.lire(entier[:place] + autre + entier[place + 1 :])
        assert faux.value.lignes == (place // 16 + 1,)


def test_another_length_is_no_private_half() -> None:
    with pytest.raises(ValueError, match="32"):
        secours.ecrire(bytes(31))
