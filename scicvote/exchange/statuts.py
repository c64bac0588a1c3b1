"""Statutes files: the shipped ones, and those that users write."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.lecture import Flottant
from scicvote.core.statuts import Statuts
from scicvote.core.statuts_controles import remarques
from scicvote.core.statuts_lecture import Lecture, lire_statuts
from scicvote.exchange.fichiers import lire_octets
from scicvote.paths import ressources

TAILLE_MAXIMALE: Final = 16 * 1024 * 1024


def analyser(texte: str) -> tuple[dict[str, Any] | None, tuple[Issue, ...]]:
    """TOML text as a table, numbers with a point kept as they are written. Never raises."""
    try:
        return tomllib.loads(texte, parse_float=Flottant), ()
    except tomllib.TOMLDecodeError as erreur:
        return None, (refus("TOML", f"le fichier n’est pas du TOML\u00a0: {_position(erreur)}."),)
    except (RecursionError, ValueError):
        return None, (refus("TOML", "le fichier n’est pas du TOML lisible."),)


def _position(erreur: Exception) -> str:
    """Where TOML reading stopped, as ``ligne 3, colonne 8``."""
    import re

    trouve = re.search(r"at line (\d+), column (\d+)", str(erreur))
    return f"erreur à la ligne {trouve[1]}, colonne {trouve[2]}" if trouve else "il s’arrête trop tôt"


def statuts_de_texte(texte: str) -> Lecture:
    """Statutes from TOML text, with every fault."""
    table, issues = analyser(texte)
    if table is None:
        return Lecture(None, issues)
    cle = table.get("cle")
    return lire_statuts(table, references().get(cle, {}) if isinstance(cle, str) else {})


def lire_texte(chemin: Path) -> tuple[str | None, tuple[Issue, ...]]:
    """The text of a statutes file."""
    octets, issues = lire_octets(chemin, TAILLE_MAXIMALE)
    if octets is None:
        return None, issues
    if len(octets) > TAILLE_MAXIMALE:
        return None, (refus("TAILLE", "le fichier dépasse 16 Mio."),)
    try:
        return octets.decode("utf-8-sig"), ()
    except UnicodeDecodeError as erreur:
        return None, (refus("TOML", f"le fichier n’est pas du texte UTF-8 (octet {erreur.start + 1})."),)


def lire_fichier(chemin: Path) -> Lecture:
    """Statutes from a file, with every fault."""
    texte, issues = lire_texte(chemin)
    return Lecture(None, issues) if texte is None else statuts_de_texte(texte)


def observations(texte: str, statuts: Statuts) -> tuple[Issue, ...]:
    """Warnings on statutes that pass: allowed, and worth a look."""
    table, _ = analyser(texte)
    quorums = (table or {}).get("quorum", {})
    sans_regle = tuple(
        avertissement(
            "REGLE_INCONNUE",
            f"un quorum est écrit pour «\u00a0{nom}\u00a0», qui n’est pas une règle.",
            chemin=f"quorum.{nom}",
        )
        for nom in quorums
        if nom not in statuts.regles
    )
    return (*sans_regle, *remarques(statuts))


def dossier() -> Path:
    """Where the shipped statutes lie."""
    return ressources() / "statuts"


def noms_fournis() -> tuple[str, ...]:
    """The ``cle`` of the shipped statutes."""
    return tuple(sorted(chemin.stem for chemin in dossier().glob("*.toml")))


def texte_fourni(cle: str) -> str:
    """The TOML text of shipped statutes."""
    return (dossier() / f"{cle}.toml").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def connus() -> dict[str, Statuts]:
    """The shipped statutes, parsed, by ``cle``."""
    lus = {}
    for cle in noms_fournis():
        lecture = statuts_de_texte(texte_fourni(cle))
        if lecture.statuts is None:
            raise ValueError(f"statuts fournis invalides : {cle} {lecture.issues}")
        lus[lecture.statuts.cle] = lecture.statuts
    return lus


@lru_cache(maxsize=1)
def references() -> dict[str, dict[str, str]]:
    """For each shipped profile, the article behind each of its keys."""
    lues: dict[str, dict[str, str]] = {}
    for chemin in sorted((dossier() / "articles").glob("*.toml")):
        table = tomllib.loads(chemin.read_text(encoding="utf-8"))
        lues[chemin.stem] = {str(cle): str(article) for cle, article in table.items()}
    return lues


@lru_cache(maxsize=1)
def lectures() -> dict[str, dict[str, str]]:
    """For each shipped profile, the keys that interpret a silent text, each with the reason."""
    lues: dict[str, dict[str, str]] = {}
    for chemin in sorted((dossier() / "lectures").glob("*.toml")):
        table = tomllib.loads(chemin.read_text(encoding="utf-8"))
        lues[chemin.stem] = {str(cle): str(raison) for cle, raison in table.items()}
    return lues


def cles_ecrites(texte: str) -> frozenset[str]:
    """The keys that a statutes text holds (``date``, ``delais.convocation_jours``): the rest is the law's, or nobody's."""
    table, _ = analyser(texte)
    cles = set(table or {})
    for section, valeur in (table or {}).items():
        if isinstance(valeur, dict):
            cles |= {f"{section}.{cle}" for cle in valeur}
    return frozenset(cles)
