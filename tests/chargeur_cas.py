"""Load the case files below `tests/cas`: French TOML that a lawyer can read, one case each.

A file gives a title, the articles, a reminder of what the text says, an assembly in the terms of
`calcul.md`, and for every resolution what is expected (`attendu`). What is not written in
`attendu` is not asserted.

A file below `procedures/` tells a procedure instead: the resolution (`procedure`), what happened
before it and in the sitting (`faits`, each one act of the program), the votes where it is voted
(`voix`), and what is expected of its conditions, of the opening of its vote and of what follows.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Table = dict[str, Any]

RACINE = Path(__file__).resolve().parent.parent
DOSSIER_CAS = RACINE / "tests" / "cas"
PROCEDURES = "procedures"
DOSSIER_STATUTS = RACINE / "resources" / "statuts"

# The only statutes that a file of votes may name and be understood by the contract alone; the
# other, fictional ones are put into the document whole.
STATUTS_NOMMES = frozenset({"cliss-xxi"})


@dataclass(frozen=True)
class Cas:
    """One case: votes in, decisions out, and why."""

    nom: str  # path below tests/cas, without its suffix
    titre: str
    articles: tuple[str, ...]
    rappel: str
    calcul: Table  # a `scicvote-calcul/1` document
    attendus: list[Table]  # per resolution, in the order of the document


def en_json(valeur: Any) -> Any:
    """Turn what TOML gives into what JSON holds: dates become ISO strings."""
    if isinstance(valeur, dict):
        return {cle: en_json(contenu) for cle, contenu in valeur.items()}
    if isinstance(valeur, list):
        return [en_json(contenu) for contenu in valeur]
    if isinstance(valeur, dt.date):
        return valeur.isoformat()
    return valeur


@cache
def statuts_livres() -> dict[str, Table]:
    """Give the statutes of `resources/statuts`, by `cle`, as JSON would hold them."""
    livres: dict[str, Table] = {}
    for chemin in sorted(DOSSIER_STATUTS.glob("*.toml")):
        statuts: Table = en_json(tomllib.loads(chemin.read_text(encoding="utf-8")))
        livres[statuts["cle"]] = statuts
    return livres


def charger(chemin: Path) -> Cas:
    """Read one case file."""
    brut: Table = en_json(tomllib.loads(chemin.read_text(encoding="utf-8")))
    resolutions: list[Table] = brut["resolutions"]
    attendus: list[Table] = [resolution.pop("attendu") for resolution in resolutions]
    statuts = brut["statuts"]
    if isinstance(statuts, str) and statuts not in STATUTS_NOMMES:
        statuts = statuts_livres()[statuts]
    return Cas(
        nom=chemin.relative_to(DOSSIER_CAS).with_suffix("").as_posix(),
        titre=brut["titre"],
        articles=tuple(brut["articles"]),
        rappel=brut["rappel"],
        calcul={
            "format": "scicvote-calcul/1",
            "statuts": statuts,
            "assemblee": brut["assemblee"],
            "corps": brut["corps"],
            "resolutions": resolutions,
        },
        attendus=attendus,
    )


def charger_cas() -> list[Cas]:
    """Load every case of votes, in the order of their names."""
    return [
        charger(chemin)
        for chemin in sorted(DOSSIER_CAS.rglob("*.toml"))
        if chemin.relative_to(DOSSIER_CAS).parts[0] != PROCEDURES
    ]


@dataclass(frozen=True)
class CasProcedure:
    """One procedure: what is told, what is expected, and why. Its statutes are those of Cliss XXI."""

    nom: str  # path below tests/cas, without its suffix
    titre: str
    articles: tuple[str, ...]
    rappel: str
    recit: Table  # `procedure`, `faits`, `voix`
    attendu: Table  # `conditions`, `refus`, `avertissements`, `refus_faits`, `decision`, `suites`


def charger_procedure(chemin: Path) -> CasProcedure:
    """Read one case file of a procedure."""
    brut: Table = en_json(tomllib.loads(chemin.read_text(encoding="utf-8")))
    return CasProcedure(
        nom=chemin.relative_to(DOSSIER_CAS).with_suffix("").as_posix(),
        titre=brut.pop("titre"),
        articles=tuple(brut.pop("articles")),
        rappel=brut.pop("rappel"),
        attendu=brut.pop("attendu"),
        recit=brut,
    )


def charger_procedures() -> list[CasProcedure]:
    """Load every case of a procedure, in the order of their names."""
    return [charger_procedure(chemin) for chemin in sorted((DOSSIER_CAS / PROCEDURES).rglob("*.toml"))]
