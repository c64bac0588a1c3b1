"""The quick writer of canonical JSON gives the very bytes of ``rfc8785``, and refuses what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from scicvote.store.canonique import ENTIER_MAXIMUM, canonique, rangees_canoniques

TEXTES = st.text(st.characters(exclude_categories=("Cs",))) | st.sampled_from(
    ["],\n[", ",\n", '"', "\\", "\x00\x1f\x7f", "\u2028😀"]
)
ENTIERS = st.integers(-ENTIER_MAXIMUM, ENTIER_MAXIMUM)
PLATS = TEXTES | ENTIERS | st.booleans() | st.none()
VALEURS = PLATS | st.lists(TEXTES | ENTIERS)
ARBRES = st.recursive(
    VALEURS | st.floats(allow_nan=False, allow_infinity=False),
    lambda enfants: st.lists(enfants) | st.dictionaries(TEXTES, enfants),
    max_leaves=20,
)


@st.composite
def tables(draw: st.DrawFn, valeurs: st.SearchStrategy[Any]) -> list[list[Any]]:
    largeur = draw(st.integers(1, 6))
    return draw(st.lists(st.lists(valeurs, min_size=largeur, max_size=largeur), min_size=1, max_size=8))


@given(ARBRES)
def test_un_arbre(arbre: Any) -> None:
    assert canonique(arbre) == rfc8785.dumps(arbre)


def ecrites(rangees: list[list[Any]]) -> bytes:
    return b"".join(rangees_canoniques(list(zip(*rangees, strict=True))))


@given(tables(PLATS) | tables(VALEURS))
def test_des_rangees_l_une_apres_l_autre(rangees: list[list[Any]]) -> None:
    assert ecrites(rangees) == b"".join(map(rfc8785.dumps, rangees))


def test_beaucoup_de_rangees() -> None:
    rangees = [[i, f"],\n[{i}", None, i % 2 == 0] for i in range(5001)]
    assert ecrites(rangees) == b"".join(map(rfc8785.dumps, rangees))


def test_des_cles_que_chaque_ordre_range_autrement() -> None:
    arbre = {"\U0001f600": 1, "\ufb01": 2, "é": 3, "a": 4}
    assert canonique(arbre) == rfc8785.dumps(arbre)


@pytest.mark.parametrize(
    "valeur", [ENTIER_MAXIMUM + 1, -ENTIER_MAXIMUM - 1, "\ud800", float("nan"), b"octets"],
    ids=["trop grand", "trop petit", "demi-caractère", "pas un nombre", "octets"],
)  # fmt: skip
def test_ce_que_la_norme_refuse(valeur: Any) -> None:
    for ecrire in (canonique, lambda arbre: ecrites([arbre])):
        with pytest.raises(rfc8785.CanonicalizationError):
            ecrire([0, valeur])
