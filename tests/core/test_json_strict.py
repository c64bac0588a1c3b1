"""JSON as it is written: what other readers let pass is refused, and nothing is ever raised."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.core.lecture import Flottant
from scicvote.exchange.json_strict import PROFONDEUR_MAXIMALE, TAILLE_MAXIMALE, lire_json
from tests.outils.hasard import PROFIL


def fautes(octets: bytes) -> list[tuple[str, str]]:
    return [(issue.chemin, issue.code) for issue in lire_json(octets).issues]


@pytest.mark.parametrize(
    "octets",
    [
        b"", b"   ", b"{", b"[1,]", b"{'a': 1}", b"nul", b"NaN", b"-Infinity", b"[Infinity]", b"01", b"+1", b"1.", b".5",
        b"\xff", b'"\xc3"', b"{} {}", b"// note\n{}", b'"a\nb"', b'{"a" 1}', b'"\\x41"', b"\x00", "\u00a0{}".encode(),
        b"{}".decode().encode("utf-16"),
    ],
)  # fmt: skip
def test_ce_qui_n_est_pas_du_json(octets: bytes) -> None:
    lu = lire_json(octets)
    assert fautes(octets) == [(".", "JSON")]
    assert not lu.lisible
    assert lu.arbre is None


def test_une_erreur_dit_ou_elle_est() -> None:
    assert "ligne 2, colonne 3" in lire_json(b"[1,\n  }").issues[0].phrase
    assert "octet 3" in lire_json(b'[1\xff"').issues[0].phrase


@pytest.mark.parametrize(
    ("octets", "endroits"),
    [
        (b'{"a": 1, "a": 2}', ["a"]),
        (b'{"a": 1, "a": 2, "a": 3, "b": 1, "b": 1}', ["a", "b"]),
        (b'{"x": [{"a": 1}, {"a": 1, "a": 1}]}', ["x[1].a"]),
        (b'[{"a": 1, "a": 1}]', ["[0].a"]),
        (b'[[{"a": 1, "a": 1}]]', ["[0][0].a"]),
        (b'{"a": {"b": 1, "b": 2}, "c": {"d": 1, "d": 1}}', ["a.b", "c.d"]),
        (b'{"a\\n": 1, "a\\n": 2}', ['"a\\n"']),
        (b'{"\\u0061": 1, "a": 2}', ["a"]),
    ],
)
def test_une_cle_en_double(octets: bytes, endroits: list[str]) -> None:
    lu = lire_json(octets)
    assert lu.lisible
    assert fautes(octets) == [(endroit, "CLE_DOUBLE") for endroit in endroits]
    assert all(len(issue.ligne().splitlines()) == 1 for issue in lu.issues)


def test_la_derniere_valeur_d_une_cle_en_double_est_lue_pour_dire_le_reste() -> None:
    assert lire_json(b'{"a": 1, "a": 2}').arbre == {"a": 2}


def test_la_taille() -> None:
    assert fautes(b'"' + b"x" * (TAILLE_MAXIMALE - 2) + b'"') == []
    assert fautes(b'"' + b"x" * (TAILLE_MAXIMALE - 1) + b'"') == [(".", "TAILLE")]
    assert TAILLE_MAXIMALE == 16 * 1024 * 1024


@pytest.mark.parametrize("ouvre", [b"[", b'{"a":'])
def test_la_profondeur(ouvre: bytes) -> None:
    ferme = b"]" if ouvre == b"[" else b"}"
    assert PROFONDEUR_MAXIMALE == 32
    assert fautes(ouvre * 32 + b"1" + ferme * 32) == []
    assert fautes(ouvre * 33 + b"1" + ferme * 33) == [(".", "PROFONDEUR")]
    assert fautes(b"[" * 1_000_000) == [(".", "PROFONDEUR")]
    assert fautes(b'{"a":' * 100_000) == [(".", "PROFONDEUR")]


@pytest.mark.parametrize("texte", ["[" * 40, "\\" * 3 + '"' + "[" * 40, "{}" * 20 + '"', "\\"])
def test_les_crochets_d_un_texte_ne_comptent_pas(texte: str) -> None:
    octets = json.dumps([texte, {texte: texte}]).encode()
    assert fautes(octets) == []
    assert lire_json(octets).arbre == [texte, {texte: texte}]


def test_une_largeur_n_est_pas_une_profondeur() -> None:
    assert fautes(b"[" + b",".join([b"[]"] * 1000) + b"]") == []
    assert fautes(b'["' + b"[" * 40) == [(".", "JSON")]


@pytest.mark.parametrize("ecrit", ["1.0", "1e3", "1E3", "-0.5", "1e400", "0.1e-9"])
def test_un_nombre_a_point_reste_comme_il_est_ecrit(ecrit: str) -> None:
    lu = lire_json(f"[{ecrit}]".encode()).arbre
    assert lu == [Flottant(ecrit)]
    assert str(lu[0]) == ecrit


def test_un_entier_reste_entier() -> None:
    assert lire_json(b"[0, -7, 12345678901234567890123]").arbre == [0, -7, 12345678901234567890123]
    assert lire_json(b"9" * 300).arbre == 10**300 - 1
    long = lire_json(b"9" * 301).arbre
    assert isinstance(long, Flottant)  # longer than any count: refused where a count is read
    assert str(long) == "9" * 40


def test_la_marque_d_ordre_des_octets_passe() -> None:
    assert lire_json(b"\xef\xbb\xbf{}").arbre == {}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda enfants: st.lists(enfants, max_size=4) | st.dictionaries(st.text(max_size=6), enfants, max_size=4),
    max_leaves=20,
)


@PROFIL
@given(JSON, st.booleans())
def test_ce_qui_est_ecrit_est_lu(arbre: Any, ascii_: bool) -> None:
    lu = lire_json(json.dumps(arbre, ensure_ascii=ascii_).encode("utf-8", "surrogatepass"))
    if lu.lisible:
        assert lu.arbre == arbre
        assert lu.issues == ()
    else:
        assert not ascii_  # a lone surrogate has no UTF-8


@PROFIL
@given(
    st.binary(max_size=200)
    | st.text(alphabet='[]{}",:\\ 0a1.eE-\ud800', max_size=80).map(lambda t: t.encode("utf-8", "replace"))
)
def test_jamais_d_exception(octets: bytes) -> None:
    lu = lire_json(octets)
    assert lu.lisible or lu.issues
    for issue in lu.issues:
        assert len(issue.ligne().splitlines()) == 1
        issue.ligne().encode()
