"""What the benches on files share: a fictional register, cooperatives made in a temporary folder, bare connections."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from scicvote.actes import cooperative
from scicvote.exchange.statuts import texte_fourni
from scicvote.store.depot import Depot

JOUR: Final = date(2026, 1, 5)
ENTETES: Final = (
    "Numéro", "Nom ou dénomination", "Prénom", "Civilité", "Type de personne", "Catégorie", "Nombre de parts",
    "Domicile", "Courriel", "Date d’entrée", "Représentant", "Qualité du représentant",
)  # fmt: skip
_NOMS: Final = ("Marjolaine", "Camomille", "Églantine", "Genêt", "Aubépine", "Chèvrefeuille", "Œillet", "Tilleul")
_PRENOMS: Final = ("Inès", "Sacha", "Tom", "Maud", "Noémie", "Léonie", "Malo", "Zoé", "François", "Ève", "Jo", "Rémi")
_RUES: Final = ("rue des Glycines", "allée du Tilleul", "place du Puits", "chemin Vert", "quai des Chimères")
_PRAGMAS: Final = ("foreign_keys = ON", "synchronous = FULL", "journal_mode = DELETE", "secure_delete = ON")


def registre(nombre: int) -> list[tuple[str, ...]]:
    """The rows of a fictional register, without the headers: one legal person in ten, every name once."""
    return [_morale(i) if i % 10 == 0 else _physique(i) for i in range(1, nombre + 1)]


def _commun(i: int) -> tuple[str, str, str]:
    entree = date(2012, 1, 1) + timedelta(days=i % 4000)
    return f"{i % 90 + 1} {_RUES[i % len(_RUES)]}, 00{i % 900 + 100} Fictiville", f"a{i}@exemple.invalid", f"{entree}"


def _physique(i: int) -> tuple[str, ...]:
    domicile, courriel, entree = _commun(i)
    nom, prenom = f"{_NOMS[i % len(_NOMS)]} {_lettres(i)}", _PRENOMS[i % len(_PRENOMS)]
    civilite, categorie = ("Mme", "M.")[i % 2], "1235"[i % 4]
    return str(i), nom, prenom, civilite, "physique", categorie, str(i % 20 + 1), domicile, courriel, entree, "", ""


def _morale(i: int) -> tuple[str, ...]:
    domicile, courriel, entree = _commun(i)
    nom = f"Atelier {_NOMS[i % len(_NOMS)]} {_lettres(i)}"
    return str(i), nom, "", "", "morale", "2", "20", domicile, courriel, entree, "Clarisse Mirabelle", "gérante"


def _lettres(i: int) -> str:
    """A made-up word that no other number has."""
    return "".join("bcdfghjklm"[int(chiffre)] + "aeiou"[int(chiffre) % 5] for chiffre in str(i)).capitalize()


def cooperative_vide(chemin: Path) -> Depot:
    """A new file under the statutes of Cliss XXI, without anybody in it."""
    depot, acte = cooperative.creer(chemin, texte_fourni("cliss-xxi"))
    assert acte.accepte, acte.issues
    return depot


def connexion_nue(chemin: Path) -> sqlite3.Connection:
    """A bare connection, set as the program sets its own."""
    connexion = sqlite3.connect(chemin, isolation_level=None)
    for pragma in _PRAGMAS:
        connexion.execute(f"PRAGMA {pragma}")
    return connexion


def copie(chemin: Path, nom: str) -> Path:
    """A copy beside the file: the reference writes into tables of the same shape, in a file of the same size."""
    return Path(shutil.copyfile(chemin, chemin.with_name(nom)))
