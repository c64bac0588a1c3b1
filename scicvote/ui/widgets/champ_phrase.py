"""The field of a phrase that is secret: what is typed is not read over a shoulder, copied, nor kept as a draft."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from scicvote.ui.widgets.champs import ChampTexte


class ChampPhrase(ChampTexte):
    """A line whose letters are hidden until ``montrer``."""

    def __init__(self, libelle: str, chemin: str, aide: str = "") -> None:
        super().__init__(libelle, chemin, aide)
        self.ligne.setMaxLength(400)
        self.ligne.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.ligne.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.montrer(False)

    def montrer(self, lisible: bool) -> None:
        """Show what is typed, or hide it again."""
        self.ligne.setEchoMode(QLineEdit.EchoMode.Normal if lisible else QLineEdit.EchoMode.Password)

    def effacer(self) -> None:
        """Leave nothing of it."""
        self.poser("")
