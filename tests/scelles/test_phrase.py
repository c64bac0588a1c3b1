"""A secret under a phrase: only that phrase, only there, only as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.scelles import phrase
from scicvote.scelles.phrase import PhraseFausse, Scelle, ecrire, lire, normaliser, ouvrir, sceller


@pytest.fixture(autouse=True)
def leger(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same derivation, with little memory."""
    monkeypatch.setattr(phrase, "MEMOIRE", 64)
    monkeypatch.setattr(phrase, "PASSES", 1)


def test_the_phrase_opens() -> None:
    scelle = sceller(b"secret", "trois lunes rousses", b"urne 1")
    assert ouvrir(scelle, "trois lunes rousses", b"urne 1") == b"secret"
    assert b"secret" not in scelle.chiffre


def test_a_phrase_is_read_as_people_type_it() -> None:
    scelle = sceller(b"secret", "Forêt  d’été", b"")
    assert ouvrir(scelle, " fore\u0302t d’e\u0301te\u0301 ", b"") == b"secret"
    assert normaliser("  A\u00a0 b ") == "a b"


def test_nothing_else_opens() -> None:
    scelle = sceller(b"secret", "trois lunes", b"urne 1")
    for autre, mots, contexte in (
        (scelle, "trois lune", b"urne 1"),
        (scelle, "", b"urne 1"),
        (scelle, "trois lunes", b"urne 2"),
        (replace(scelle, sel=bytes(16)), "trois lunes", b"urne 1"),
        (replace(scelle, nonce=bytes(12)), "trois lunes", b"urne 1"),
        (replace(scelle, chiffre=b""), "trois lunes", b"urne 1"),
        (replace(scelle, chiffre=scelle.chiffre[:-1] + b"\0"), "trois lunes", b"urne 1"),
    ):
        with pytest.raises(PhraseFausse):
            ouvrir(autre, mots, contexte)


def test_two_seals_share_nothing() -> None:
    un, autre = sceller(b"secret", "p", b""), sceller(b"secret", "p", b"")
    assert un.sel != autre.sel
    assert un.chiffre != autre.chiffre


def test_an_empty_phrase_or_a_long_secret_is_a_bug() -> None:
    with pytest.raises(ValueError, match="empty phrase"):
        sceller(b"secret", " \u00a0", b"")
    with pytest.raises(ValueError, match="too long"):
        sceller(bytes(4097), "p", b"")


@given(st.binary(max_size=200))
def test_what_is_written_is_read(chiffre: bytes) -> None:
    scelle = Scelle(3, 4, 65536, bytes(16), bytes(12), chiffre)
    assert lire(ecrire(scelle)) == scelle


FAUX: tuple[dict[str, object], ...] = (
    {"passes": 0},
    {"passes": 11},
    {"passes": True},
    {"passes": "3"},
    {"voies": 0},
    {"voies": 9},
    {"memoire_kio": 31},
    {"memoire_kio": 256 * 1024 + 1},
    {"sel": ""},
    {"nonce": "AAAA"},
    {"chiffre": "é"},
    {"chiffre": "A"},
    {"chiffre": 3},
    {"chiffre": "A" * 10_000},
    {"autre": 1},
)


@pytest.mark.parametrize("faux", FAUX, ids=str)
def test_what_asks_too_much_is_refused(faux: dict[str, object]) -> None:
    table = ecrire(Scelle(3, 4, 65536, bytes(16), bytes(12), b"abc"))
    with pytest.raises(ValueError, match="not a sealed secret"):
        lire({**table, **faux})


def test_bounds_are_taken() -> None:
    table: dict[str, object] = {**ecrire(Scelle(3, 4, 65536, bytes(16), bytes(12), b"abc"))}
    for cle, valeur in (("passes", 10), ("passes", 1), ("voies", 8), ("memoire_kio", 32), ("memoire_kio", 262144)):
        assert lire({**table, cle: valeur}).sel == bytes(16)
