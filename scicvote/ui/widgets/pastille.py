"""Small marks: a college's code, a key of the keyboard, a state with its icon and its word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from scicvote.ui.etats import Etat
from scicvote.ui.widgets.icone import Icone
from scicvote.ui.widgets.texte import recolorer, texte


def pastille(code: str, nom: str = "") -> QLabel:
    """A college's code in its frame; its name for readers of screens."""
    label = texte(code)
    label.setProperty("pastille", "true")
    label.setFixedHeight(24)
    label.setMinimumWidth(42)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    label.setAccessibleName(nom or code)
    label.setToolTip(nom)
    return label


def touche(nom: str) -> QLabel:
    """A key of the keyboard."""
    label = texte(nom)
    label.setProperty("touche", "true")
    label.setFixedHeight(22)
    return label


class MarqueEtat(QWidget):
    """An icon and its word, in one colour."""

    def __init__(self, etat: Etat, role: str = "", taille: int = 16) -> None:
        super().__init__()
        boite = QHBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(8)
        self._icone = Icone(etat.icone, etat.couleur, taille)
        self.mot = texte(etat.mot, role, etat.couleur)
        boite.addWidget(self._icone)
        boite.addWidget(self.mot)
        boite.addStretch(1)

    def montrer(self, etat: Etat) -> None:
        """Show another state."""
        self._icone.changer(etat.icone, etat.couleur)
        self.mot.setText(etat.mot)
        recolorer(self.mot, etat.couleur)
