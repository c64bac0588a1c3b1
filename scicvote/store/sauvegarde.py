"""Consistent copies of a file, and back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from scicvote.store.base import VERSION, examiner
from scicvote.store.refus import FichierRefuse


def copier(source: Path, destination: Path) -> None:
    """Copy a ``.scic`` by SQLite's own backup: a file in use is copied as of one moment, whole or not at all.

    Raises FichierRefuse when the source is not a file of this program, or the destination exists or cannot be made.
    """
    examiner(source)
    if "\x00" in str(destination):
        raise FichierRefuse("Ce nom de fichier n’est pas utilisable\u00a0: en choisir un autre.")
    if destination.exists():
        raise FichierRefuse(f"«\u00a0{destination}\u00a0» existe déjà\u00a0: choisir un autre nom.")
    provisoire = destination.with_name(f".{destination.name}.partiel")
    try:
        with closing(sqlite3.connect(source)) as de, closing(sqlite3.connect(provisoire)) as vers:
            vers.execute("PRAGMA synchronous = FULL")
            de.backup(vers)
            sain = vers.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not sain:
            raise FichierRefuse(f"«\u00a0{source}\u00a0» est abîmé\u00a0: la copie n’a pas été gardée.")
        provisoire.replace(destination)
    except (sqlite3.Error, OSError) as erreur:
        raise FichierRefuse(f"La copie vers «\u00a0{destination}\u00a0» n’a pas pu être faite.") from erreur
    finally:
        provisoire.unlink(missing_ok=True)


def avant_migration(chemin: Path, version: int) -> Path | None:
    """Copy an older file beside itself before it is migrated. Returns the copy, None when nothing is to migrate."""
    if version >= VERSION:
        return None
    copie = chemin.with_name(f"{chemin.stem}.avant-schema-{VERSION}{chemin.suffix}")
    if not copie.exists():
        copier(chemin, copie)
    return copie
