"""docs/codes.md lists every code of a fault or warning, and no other."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

RACINE = Path(__file__).resolve().parent.parent
CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
# Functions that make an Issue, or pass on its code.
APPELS = {"refus", "avertissement", "faute", "Issue", "refuser", "avertir", "noter", "Alerte", "_illisible", "_echec", "_capital", "_ignoree", "_refus", "_avis"}  # fmt: skip


def _textes(noeud: ast.AST) -> set[str]:
    return {
        n.value
        for n in ast.walk(noeud)
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and CODE.fullmatch(n.value)
    }


def _nom(appel: ast.Call) -> str:
    return appel.func.id if isinstance(appel.func, ast.Name) else getattr(appel.func, "attr", "")


def codes_de(source: str) -> set[str]:
    """The codes that a module gives: arguments of the calls above, and what is assigned to ``code``."""
    codes: set[str] = set()
    for noeud in ast.walk(ast.parse(source)):
        if isinstance(noeud, ast.Call) and _nom(noeud) in APPELS:
            codes |= {
                code
                for argument in noeud.args
                for code in _textes(argument)
                if isinstance(argument, ast.Constant | ast.IfExp)
            }
        elif isinstance(noeud, ast.FunctionDef) and noeud.name == "_code":
            codes |= _textes(noeud)
        elif isinstance(noeud, ast.Assign) and [getattr(cible, "id", "") for cible in noeud.targets] == ["code"]:
            codes |= _textes(noeud.value)
    return codes


def employes() -> set[str]:
    fichiers = [f for f in (RACINE / "scicvote").rglob("*.py") if "migrations" not in f.parts]
    return set().union(*(codes_de(f.read_text(encoding="utf-8")) for f in fichiers))


def lignes_du_document() -> list[list[str]]:
    texte = (RACINE / "docs" / "codes.md").read_text(encoding="utf-8")
    return [
        [cellule.strip() for cellule in ligne.strip("|").split("|")]
        for ligne in texte.splitlines()
        if ligne.startswith("| `")
    ]


@pytest.mark.parametrize(
    ("source", "attendus"),
    [
        ('refus("A_B", "x")', {"A_B"}),
        ('self.faute("A" if x else "B", chemin, "C.")', {"A", "B"}),
        ('code = "A" if x else "B"', {"A", "B"}),
        ('def _code(v): return "A" if v else "B"', {"A", "B"}),
        ('autre("A_B")', set()),
    ],
)
def test_la_recolte_voit_les_codes(source: str, attendus: set[str]) -> None:
    assert codes_de(source) == attendus


def test_chaque_code_est_au_document_et_rien_d_autre() -> None:
    listes = {ligne[0].strip("`") for ligne in lignes_du_document()}
    assert sorted(employes() - listes) == []
    assert sorted(listes - employes()) == []


def test_chaque_ligne_dit_le_sens_et_que_faire() -> None:
    lignes = lignes_du_document()
    assert all(len(ligne) == 3 and all(cellule.endswith(".") for cellule in ligne[1:]) for ligne in lignes)
    assert [code for code, fois in Counter(ligne[0] for ligne in lignes).items() if fois > 1] == []
