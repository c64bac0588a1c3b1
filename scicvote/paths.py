"""Where things are: the files shipped with the program, and the user's own folders."""

from __future__ import annotations

import sys
from pathlib import Path

from platformdirs import user_config_path, user_data_path

_PAQUET = Path(__file__).resolve().parent
_NOM = "SCICVote"


def _candidats() -> list[Path]:
    """Where ``resources`` may lie, in the order in which it is looked for."""
    gele = getattr(sys, "_MEIPASS", None)
    places = [Path(gele) / "resources"] if isinstance(gele, str) else []
    return [*places, _PAQUET / "_resources", _PAQUET.parent / "resources"]


def ressources() -> Path:
    """The folder of shipped files (fonts, icons, statutes).

    PyInstaller's unpacked ``resources``, else a wheel's ``scicvote/_resources``, else a checkout's ``resources``.
    Raises FileNotFoundError when none is there: the installation is broken.
    """
    candidats = _candidats()
    for dossier in candidats:
        if dossier.is_dir():
            return dossier
    raise FileNotFoundError(f"resources not found in {', '.join(map(str, candidats))}")


def dossier_config() -> Path:
    """The user's settings folder of this system; it may not exist yet."""
    return user_config_path(_NOM, appauthor=False, roaming=True)


def dossier_donnees() -> Path:
    """The user's data folder of this system (safety copies, journal of errors); it may not exist yet."""
    return user_data_path(_NOM, appauthor=False)
