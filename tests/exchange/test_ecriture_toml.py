"""What is written in TOML reads back as the same table."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.core.lecture import Flottant
from scicvote.exchange.ecriture_toml import ecrire_toml
from scicvote.exchange.statuts import analyser, noms_fournis, statuts_de_texte, texte_fourni

TEXTES = st.text(st.characters(exclude_categories=["Cs"]))
FEUILLES = TEXTES | st.integers(-(2**70), 2**70) | st.booleans() | st.dates()
VALEURS = st.recursive(
    FEUILLES,
    lambda enfants: st.lists(enfants, max_size=4) | st.dictionaries(TEXTES, enfants, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(TEXTES, VALEURS, max_size=6))
def test_what_is_written_reads_back(table: dict[str, Any]) -> None:
    assert tomllib.loads(ecrire_toml(table)) == table


@pytest.mark.parametrize("cle", noms_fournis())
def test_the_shipped_statutes_come_back_whole(cle: str) -> None:
    table, _ = analyser(texte_fourni(cle))
    assert table is not None
    ecrit = ecrire_toml(table, "Statuts d’essai\n\nécrits deux fois")
    assert ecrit.startswith("# Statuts d’essai\n#\n# écrits deux fois\n\nformat = ")
    assert analyser(ecrit)[0] == table
    assert statuts_de_texte(ecrit) == statuts_de_texte(texte_fourni(cle))


def test_a_number_with_a_point_stays_as_it_was_written() -> None:
    table = {"poids": Flottant("40.10")}
    assert ecrire_toml(table) == "poids = 40.10\n"
    assert analyser(ecrire_toml(table))[0] == table


def test_a_rule_stands_under_its_name() -> None:
    regle = {"articles": ["statuts 24-1"], "premiere": {"seuil": "1/2", "stricte": True, "base": "inscrits"}}
    assert ecrire_toml({"date": date(2026, 1, 2), "regles": {"ordinaire": regle}}) == (
        'date = 2026-01-02\n\n[regles.ordinaire]\narticles = ["statuts 24-1"]\n'
        'premiere = { seuil = "1/2", stricte = true, base = "inscrits" }\n'
    )


def test_a_long_list_takes_a_line_per_item() -> None:
    ecrit = ecrire_toml({"codes": ["une catégorie au nom bien long"] * 8})
    assert ecrit.count("\n") == 10
    assert len(tomllib.loads(ecrit)["codes"]) == 8


@pytest.mark.parametrize("valeur", [None, 1.5, datetime(2026, 1, 1, 12)])
def test_what_statutes_never_hold_is_refused(valeur: object) -> None:
    with pytest.raises(TypeError):
        ecrire_toml({"x": valeur})
