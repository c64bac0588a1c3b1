"""Rules and the articles that they apply."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import scicvote.core
from scicvote.core.article import citer, regle, regles

N = "\u00a0"


@pytest.mark.parametrize(
    ("articles", "texte"),
    [
        ((), ""),
        (("statuts 22",), "statuts, art. 22"),
        (("statuts 22", "statuts 24-1"), "statuts, art. 22 et 24-1"),
        (("statuts 22", "statuts 24-1", "statuts 26"), "statuts, art. 22, 24-1 et 26"),
        (("statuts 22", "C. com. L223-29", "statuts 24-1"), f"statuts, art. 22 et 24-1{N}; C. com., art. L223-29"),
        (("statuts 22", "statuts 22"), "statuts, art. 22"),
        (("statuts",), "statuts"),
        (("loi 47-1775 19 octies",), "loi 47-1775, art. 19 octies"),
        (("loi 47-1775 19 octies", "loi 47-1775 13"), "loi 47-1775, art. 19 octies et 13"),
        (("règlement intérieur",), "règlement intérieur"),
        (("statuts", "statuts 22"), "statuts, art. 22"),
    ],
)
def test_citer(articles: tuple[str, ...], texte: str) -> None:
    assert citer(articles) == texte


def test_une_regle_se_note_et_reste_la_fonction() -> None:
    avant = len(regles())

    @regle("statuts", "99", "100-1")
    def essayer(n: int) -> int:
        """What it does.

        And more.
        """
        return n + 1

    assert essayer(1) == 2
    notees = regles()[avant:]
    assert [(r.article, r.resume) for r in notees] == [
        ("statuts 99", "What it does."),
        ("statuts 100-1", "What it does."),
    ]
    assert notees[0].fonction.endswith("essayer")
    assert notees[0].module == __name__


def test_chaque_regle_du_programme_dit_ce_qu_elle_fait() -> None:
    for module in pkgutil.iter_modules(scicvote.core.__path__):
        importlib.import_module(f"scicvote.core.{module.name}")
    du_programme = [r for r in regles() if r.module.startswith("scicvote.")]
    assert len(du_programme) > 60
    assert [r for r in du_programme if not r.resume] == []
    assert [r for r in du_programme if not re.search(r" \S*[0-9]", r.article)] == []
