"""Writes docs/droit.md: each article, the rules that apply it, the cases that show it.

``python -m tests.outils.droit`` writes the file; ``tests/test_droit.py`` fails when it is stale.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import defaultdict
from pathlib import Path

import scicvote.core
from scicvote.core.article import Regle, regles
from tests.chargeur_cas import Cas, charger_cas

RACINE = Path(__file__).resolve().parents[2]
DOCUMENT = RACINE / "docs" / "droit.md"
TETE = """# Article, règle, cas

Ce document est produit par `make droit` : pour chaque article, les fonctions du programme qui l’appliquent, et les cas
de `tests/cas/` qui le montrent. « statuts » désigne les statuts de Cliss XXI, mis à jour le 29 septembre 2012 ; d’autres
statuts citent leurs propres articles. Le droit est celui de 2020.
"""


def articles() -> dict[str, tuple[list[Regle], list[Cas]]]:
    """Rules and cases by article, in the order of sources and numbers."""
    for module in pkgutil.iter_modules(scicvote.core.__path__):
        importlib.import_module(f"scicvote.core.{module.name}")
    par_article: dict[str, tuple[list[Regle], list[Cas]]] = defaultdict(lambda: ([], []))
    for regle in regles():
        par_article[regle.article][0].append(regle)
    for cas in charger_cas():
        for article in cas.articles:
            par_article[article][1].append(cas)
    return {article: par_article[article] for article in sorted(par_article, key=_ordre)}


def _ordre(article: str) -> tuple[str, list[tuple[int, str]]]:
    source, _, numero = article.rpartition(" ")
    rangs = [(int(morceau), "") if morceau.isdigit() else (0, morceau) for morceau in re.findall(r"\d+|\D+", numero)]
    return source, rangs


def composer() -> str:
    """The whole document."""
    lignes = [TETE]
    for article, (fonctions, cas) in articles().items():
        lignes += [f"## {article}", ""]
        for regle in sorted(set(fonctions), key=lambda r: (r.module, r.fonction)):
            lignes.append(f"- `{regle.module.removeprefix('scicvote.')}.{regle.fonction}` : {regle.resume}")
        if not fonctions:
            lignes.append("Aucune fonction ne lui est propre.")
        if cas:
            lignes += ["", f"Cas ({len(cas)}) :", ""]
            lignes += [f"- [{c.titre}](../tests/cas/{c.nom}.toml)" for c in sorted(cas, key=lambda c: c.nom)]
        lignes.append("")
    return "\n".join(lignes).rstrip() + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(composer(), encoding="utf-8")
