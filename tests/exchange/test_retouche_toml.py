"""Values changed inside a statutes text: comments stay, and what is written reads back as what was wanted."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from scicvote.exchange.ebauche_statuts import Ebauche
from scicvote.exchange.retouche_toml import retoucher
from scicvote.exchange.statuts import analyser, noms_fournis, texte_fourni

CLISS = texte_fourni("cliss-xxi")


def retouche(chemin: str, valeur: Any, texte: str = CLISS) -> str:
    ebauche = Ebauche.de_texte(texte)
    ebauche.poser(chemin, valeur)
    neuf = retoucher(texte, ebauche.table)
    assert neuf is not None
    assert analyser(neuf)[0] == ebauche.table
    return neuf


def lignes_changees(neuf: str, texte: str = CLISS) -> tuple[list[str], list[str]]:
    """Lines that went, lines that came."""
    avant, apres = texte.splitlines(), neuf.splitlines()
    return [une for une in avant if une not in apres], [une for une in apres if une not in avant]


@pytest.mark.parametrize("cle", noms_fournis())
def test_the_same_values_are_the_same_text(cle: str) -> None:
    texte = texte_fourni(cle)
    assert retoucher(texte, analyser(texte)[0] or {}) == texte


def test_a_value_changes_on_its_line_and_its_comment_stays() -> None:
    neuf = retouche("delais.convocation_jours", 21)
    assert lignes_changees(neuf) == (
        ["convocation_jours           = 15           # art. 21-2 : lettre recommandée, quinze jours au moins"],
        ["convocation_jours           = 21           # art. 21-2 : lettre recommandée, quinze jours au moins"],
    )


def test_a_longer_value_pushes_its_comment() -> None:
    (_, (venue,)) = lignes_changees(retouche("denomination", "Coopérative # des nuages imaginaires"))
    assert venue == 'denomination = "Coopérative # des nuages imaginaires"  # art. 2'


@pytest.mark.parametrize(
    ("chemin", "valeur", "venues"),
    [
        ("colleges[1].poids", "35", ['poids = "35"                               # art. 22']),
        ("regles.ordinaire.premiere.base", "presents", ['premiere = { seuil = "1/2", stricte = true, base = "presents", lectures = ["exprimes", "votants", "tous"] }']),
        ("pouvoirs.maximum", 5, ["maximum = 5"]),
        ("colleges[2].fusion_avec", "PP", ['fusion_avec = "PP"']),
        ("quorum.ordinaire.premiere", "1/5", ["[quorum.ordinaire]", 'premiere = "1/5"']),
        ("regles.neuve", {"premiere": {"seuil": "1/2", "stricte": True, "base": "exprimes"}}, ["[regles.neuve]", 'premiere = { seuil = "1/2", stricte = true, base = "exprimes" }']),
    ],
)  # fmt: skip
def test_what_is_new_finds_its_place(chemin: str, valeur: Any, venues: list[str]) -> None:
    assert lignes_changees(retouche(chemin, valeur))[1] == venues


def test_what_is_taken_away_leaves_the_rest() -> None:
    neuf = retouche("regles.exclusion", None)
    assert "[regles.exclusion" not in neuf
    assert "# Exclusion : « dans les conditions fixées pour la modification des statuts »." in neuf
    assert lignes_changees(retouche("vote.abstention", None))[1] == []
    assert "[distance]" not in retouche("distance", None)


def test_a_list_on_several_lines_is_one_value() -> None:
    texte = 'a = [\n  "x", # un\n  "y",\n]\nb = 1 # deux\n'
    assert retoucher(texte, {"a": ["x", "y"], "b": 2}) == 'a = [\n  "x", # un\n  "y",\n]\nb = 2  # deux\n'
    assert retoucher(texte, {"a": ["z"], "b": 1}) == 'a = ["z"]\nb = 1 # deux\n'
    assert retoucher("a = 1\n", {"a": 2}) == "a = 2\n"
    assert retoucher('a = "x # y" # z\n', {"a": "x"}) == 'a = "x"     # z\n'


def test_what_cannot_be_done_in_place_is_said() -> None:
    moins = copy.deepcopy(analyser(CLISS)[0] or {})
    moins["colleges"].append({"code": "N", "nom": "Neuf", "poids": "0"})
    assert retoucher(CLISS, moins) is None
    assert retoucher("a = [1,\n", {"a": [1]}) is None
    assert retoucher("a = 1\n= 2\n", {"a": 1}) is None
