"""An empty state: what is missing, why, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.texte import texte


class Vide(QWidget):
    """Icon, sentence, advice and, where something can be done from here, one button."""

    def __init__(self, icone: str, titre: str, conseil: str, bouton: Bouton | None = None) -> None:
        super().__init__()
        self.titre, self.conseil = texte(titre, "fort15"), texte(conseil, couleur="discret")
        self.bouton = bouton
        boite = QVBoxLayout(self)
        boite.setContentsMargins(24, 32, 24, 32)
        boite.setSpacing(8)
        boite.addStretch(1)
        boite.addWidget(Icone(icone, "discret", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.titre, self.conseil):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            boite.addWidget(label)
        if bouton is not None:
            boite.addSpacing(8)
            boite.addWidget(bouton, 0, Qt.AlignmentFlag.AlignHCenter)
        boite.addStretch(2)

    def dire(self, titre: str, conseil: str) -> None:
        """Say something else."""
        self.titre.setText(titre)
        self.conseil.setText(conseil)
