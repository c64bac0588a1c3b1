"""docs/droit.md: each article, the functions that apply it, and the worked cases that cite it.

``python -m tests.outils.droit`` writes it again.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import defaultdict
from pathlib import Path

import scicvote.actes
import scicvote.core
from scicvote.core.article import regles
from tests.chargeur_cas import charger_cas, charger_procedures

RACINE = Path(__file__).resolve().parent.parent.parent
DOCUMENT = RACINE / "docs" / "droit.md"
SOURCES = ("statuts", "C. com.", "C. civ.", "loi 47-1775", "décret")
TITRES = {
    "statuts": "Statuts (de Cliss XXI)",
    "C. com.": "Code de commerce",
    "C. civ.": "Code civil",
    "loi 47-1775": "Loi n° 47-1775 du 10 septembre 1947",
    "décret": "Décrets",
}
TETE = """# Du texte à la règle

Chaque article que le programme applique, la fonction qui l’applique, et les cas d’épreuve qui le citent. Page écrite par
`python -m tests.outils.droit` à partir des marques `@regle` du code et des fichiers de `tests/cas` ; un test refuse qu’elle vieillisse.
« Statuts » renvoie aux statuts de Cliss XXI ; d’autres statuts citent les leurs dans leur propre fichier.
"""


def source_de(article: str) -> str:
    """The text that an article belongs to."""
    return next((source for source in SOURCES if article.startswith(f"{source} ")), "")


def _cle(article: str) -> tuple[int, list[tuple[int, int, str]]]:
    """Articles in the order of their text: 18-1 before 22, L223-3 before L223-29."""
    source = source_de(article)
    numero = article.removeprefix(source)
    morceaux = re.findall(r"\d+|[^\d\s-]+", numero)
    return SOURCES.index(source), [(1, int(m), "") if m.isdigit() else (0, 0, m) for m in morceaux]


def _regles() -> dict[str, set[tuple[str, str]]]:
    """For each article the functions that apply it, with what each says of itself."""
    for paquet in (scicvote.core, scicvote.actes):
        for module in pkgutil.walk_packages(paquet.__path__, f"{paquet.__name__}."):
            importlib.import_module(module.name)
    lues = defaultdict(set)
    for regle in regles():
        if regle.module.startswith("scicvote."):
            lieu = f"{regle.module.removeprefix('scicvote.')}.{regle.fonction}"
            lues[regle.article].add((lieu, regle.resume))
    return lues


def _cas() -> dict[str, list[str]]:
    """For each article the cases that cite it."""
    lus = defaultdict(list)
    for cas in (*charger_cas(), *charger_procedures()):
        for article in cas.articles:
            lus[article].append(cas.nom)
    return lus


def composer() -> str:
    """The whole page."""
    par_regle, par_cas = _regles(), _cas()
    lignes, courante = [TETE], ""
    for article in sorted({a for a in (*par_regle, *par_cas) if source_de(a)}, key=_cle):
        source = source_de(article)
        if source != courante:
            lignes.append(f"## {TITRES[source]}\n")
            courante = source
        lignes.append(f"### {article}\n")
        lignes += [f"- `{lieu}` : {resume}" for lieu, resume in sorted(par_regle.get(article, ()))]
        noms = sorted(par_cas.get(article, ()))
        if noms:
            lignes.append(f"- Cas : {', '.join(f'`{nom}`' for nom in noms)}")
        lignes.append("")
    return "\n".join(lignes).rstrip() + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(composer(), encoding="utf-8")
