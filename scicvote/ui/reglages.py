"""What the program remembers of its user: last files, the window's place. One INI file, readable by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from scicvote import paths

_RECENTS: Final = 8


class Reglages:
    """The settings file; ``chemin`` is given by tests only."""

    def __init__(self, chemin: Path | None = None) -> None:
        self.chemin = chemin or paths.dossier_config() / "reglages.ini"
        self.chemin.parent.mkdir(parents=True, exist_ok=True)
        self._ini = QSettings(str(self.chemin), QSettings.Format.IniFormat)

    @property
    def recents(self) -> tuple[Path, ...]:
        """The files opened last, the latest first."""
        lus = self._ini.value("fichiers/recents", [])
        noms = lus if isinstance(lus, list) else [lus]
        return tuple(Path(str(nom)) for nom in noms if nom)

    @property
    def dernier(self) -> Path | None:
        """The file to open again at the start; None when it was closed, or never was."""
        nom = str(self._ini.value("fichiers/dernier", "") or "")
        return Path(nom) if nom else None

    def noter_ouvert(self, chemin: Path) -> None:
        """A file was opened."""
        absolu = chemin.absolute()
        suite = [absolu, *(autre for autre in self.recents if autre != absolu)][:_RECENTS]
        self._ini.setValue("fichiers/recents", [str(un) for un in suite])
        self._ini.setValue("fichiers/dernier", str(absolu))
        self._ini.sync()

    def noter_ferme(self) -> None:
        """The user closed the file: the next start asks which one to open."""
        self._ini.remove("fichiers/dernier")
        self._ini.sync()

    def oublier(self, chemin: Path) -> None:
        """A file is no longer there."""
        absolu = chemin.absolute()
        self._ini.setValue("fichiers/recents", [str(un) for un in self.recents if un != absolu])
        if self.dernier == absolu:
            self._ini.remove("fichiers/dernier")
        self._ini.sync()

    def retenir_place(self, chemin: Path, place: tuple[str, int | None, object]) -> None:
        """Where one was in a file: the page, the assembly in hand, what the page said of itself."""
        places = self._places()
        places.pop(str(chemin.absolute()), None)
        places[str(chemin.absolute())] = list(place)
        self._ini.setValue("fenetre/places", json.dumps(dict(list(places.items())[-_RECENTS:]), ensure_ascii=False))
        self._ini.sync()

    def place(self, chemin: Path) -> tuple[str, int | None, object] | None:
        """Where one was in a file; None when it was never left."""
        lue = self._places().get(str(chemin.absolute()))
        if not isinstance(lue, list) or len(lue) != 3 or not isinstance(lue[0], str):
            return None
        return lue[0], lue[1] if isinstance(lue[1], int) else None, lue[2]

    def _places(self) -> dict[str, object]:
        try:
            lues = json.loads(str(self._ini.value("fenetre/places", "") or "{}"))
        except ValueError:
            return {}
        return lues if isinstance(lues, dict) else {}

    @property
    def geometrie(self) -> QByteArray | None:
        """The window's place, as Qt saved it."""
        lue = self._ini.value("fenetre/geometrie")
        return lue if isinstance(lue, QByteArray) and not lue.isEmpty() else None

    @geometrie.setter
    def geometrie(self, valeur: QByteArray) -> None:
        self._ini.setValue("fenetre/geometrie", valeur)
        self._ini.sync()
