"""The machine and the versions that a table of ratios was measured on."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_BIBLIOTHEQUES = ("SQLAlchemy", "alembic", "python-calamine", "openpyxl", "odfdo", "rfc8785")


def _champ(fichier: str, nom: str) -> str:
    """A line ``nom : valeur`` of a file of /proc; "" elsewhere than on Linux."""
    try:
        lignes = Path(fichier).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((ligne.partition(":")[2].strip() for ligne in lignes if ligne.startswith(nom)), "")


def _memoire() -> str:
    kilos = _champ("/proc/meminfo", "MemTotal").split()
    return f"{int(kilos[0]) / 2**20:.1f} Gio".replace(".", ",") if kilos else "inconnue"


def _version(nom: str) -> str:
    try:
        return version(nom)
    except PackageNotFoundError:
        return "absente"


def decrire() -> Iterator[str]:
    """One French line per fact."""
    yield f"Processeur : {_champ('/proc/cpuinfo', 'model name') or platform.processor() or 'inconnu'}"
    yield f"Cœurs : {os.cpu_count()}, mémoire : {_memoire()}"
    yield f"Système : {platform.platform()}"
    yield f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    yield ", ".join(f"{nom} {_version(nom)}" for nom in _BIBLIOTHEQUES)
