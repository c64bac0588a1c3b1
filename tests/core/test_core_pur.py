"""The core is exact and alone: no float, no clock, no file, nothing but the standard library and itself."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import scicvote.core

MODULES = sorted(Path(next(iter(scicvote.core.__path__))).rglob("*.py"))
BORDS = {"os", "pathlib", "io", "sqlite3", "time", "locale", "socket", "subprocess", "random", "tempfile", "shutil"}
ARBRES = [(chemin.name, ast.parse(chemin.read_text(encoding="utf-8"))) for chemin in MODULES]


def importes(arbre: ast.AST) -> set[str]:
    noms = set()
    for noeud in ast.walk(arbre):
        if isinstance(noeud, ast.Import):
            noms |= {alias.name for alias in noeud.names}
        elif isinstance(noeud, ast.ImportFrom):
            noms.add(noeud.module or "")
    return noms


def impuretes(arbre: ast.AST) -> list[str]:
    """What an exact and pure module does not do."""
    vues = []
    for noeud in ast.walk(arbre):
        if isinstance(noeud, ast.Constant) and isinstance(noeud.value, float | complex):
            vues.append(f"{noeud.lineno}: {noeud.value}")
        elif isinstance(noeud, ast.Name) and noeud.id in {"float", "open", "print", "input", "round"}:
            vues.append(f"{noeud.lineno}: {noeud.id}")
        elif isinstance(noeud, ast.Attribute) and noeud.attr in {"now", "today", "utcnow", "total_seconds"}:
            vues.append(f"{noeud.lineno}: {noeud.attr}")
    return vues


def test_il_y_a_bien_des_modules() -> None:
    assert len(MODULES) > 25


@pytest.mark.parametrize(("nom", "arbre"), ARBRES, ids=[nom for nom, _ in ARBRES])
def test_ni_flottant_ni_horloge_ni_fichier(nom: str, arbre: ast.AST) -> None:
    assert impuretes(arbre) == []


@pytest.mark.parametrize(("nom", "arbre"), ARBRES, ids=[nom for nom, _ in ARBRES])
def test_la_bibliotheque_standard_seule(nom: str, arbre: ast.AST) -> None:
    racines = {module.split(".")[0] for module in importes(arbre)}
    assert racines - set(sys.stdlib_module_names) <= {"scicvote"}
    assert racines & BORDS == set()
    assert [m for m in importes(arbre) if m.startswith("scicvote") and not m.startswith("scicvote.core")] == []


@pytest.mark.parametrize("source", ["x = 0.5", "y = float(x)", "open('f')", "datetime.now()", "round(x)", "z = 1e3"])
def test_une_impurete_se_voit(source: str) -> None:
    assert impuretes(ast.parse(source))
