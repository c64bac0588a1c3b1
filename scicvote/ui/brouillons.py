"""Drafts: what was typed and not yet recorded, kept on disk field by field, so that nothing typed is ever lost.

One small JSON file per cooperative, beside the program's other data. It holds texts of fields only; an act that is
recorded takes its drafts away.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from scicvote import paths

_DELAI: Final = 200  # milliseconds between the last key and the disk


class Brouillons(QObject):
    """The drafts of the open file; without one, they are kept in memory alone."""

    def __init__(self, dossier: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._fichier: Path | None = None
        self._textes: dict[str, str] = {}
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.setInterval(_DELAI)
        self._minuterie.timeout.connect(self.enregistrer)

    @property
    def dossier(self) -> Path | None:
        """The folder of drafts, where it is not the user's own."""
        return self._dossier

    # --- the file

    def ouvrir(self, cooperative: Path) -> None:
        """Take up the drafts of a cooperative's file."""
        self.fermer()
        cle = hashlib.sha256(str(cooperative.absolute()).encode()).hexdigest()[:24]
        self._fichier = (self._dossier or paths.dossier_donnees() / "brouillons") / f"{cle}.json"
        self._textes = _lire(self._fichier)

    def fermer(self) -> None:
        """Write what is pending and let go."""
        self.enregistrer()
        self._fichier, self._textes = None, {}

    def enregistrer(self) -> None:
        """Write now. A full disk or a missing folder loses the draft of a crash, never the work itself."""
        if not self._minuterie.isActive():
            return
        self._minuterie.stop()
        if self._fichier is not None:
            with contextlib.suppress(OSError):
                _ecrire(self._fichier, self._textes)

    # --- drafts

    def lire(self, cle: str) -> str | None:
        """The draft of a field, None when it has none."""
        return self._textes.get(cle)

    def sous(self, prefixe: str) -> dict[str, str]:
        """Every draft whose key begins with ``prefixe``."""
        return {cle: texte for cle, texte in self._textes.items() if cle.startswith(prefixe)}

    def ecrire(self, cle: str, texte: str) -> None:
        """Keep what a field holds; an empty text is a draft too."""
        if self._textes.get(cle) != texte:
            self._textes[cle] = texte
            self._minuterie.start()

    def oublier(self, prefixe: str) -> None:
        """Forget every draft whose key begins with ``prefixe``: what they were for is recorded."""
        for cle in [cle for cle in self._textes if cle.startswith(prefixe)]:
            del self._textes[cle]
            self._minuterie.start()


def _lire(fichier: Path) -> dict[str, str]:
    try:
        lu = json.loads(fichier.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(cle): str(texte) for cle, texte in lu.items()} if isinstance(lu, dict) else {}


def _ecrire(fichier: Path, textes: dict[str, str]) -> None:
    """Whole or not at all: beside, then in place."""
    fichier.parent.mkdir(parents=True, exist_ok=True)
    provisoire = fichier.with_suffix(".tmp")
    with provisoire.open("w", encoding="utf-8") as sortie:
        json.dump(textes, sortie, ensure_ascii=False)
        sortie.flush()
        os.fsync(sortie.fileno())
    provisoire.replace(fichier)
