"""Labels of the one type scale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from scicvote.ui import polices


def texte(contenu: str = "", role: str = "", couleur: str = "", parent: QWidget | None = None) -> QLabel:
    """A label. ``role`` is a place on the type scale, ``couleur`` a name of the palette; never markup."""
    label = QLabel(contenu, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    if couleur:
        label.setProperty("couleur", couleur)
    return label


def paragraphe(contenu: str = "", role: str = "", couleur: str = "") -> QLabel:
    """A label that breaks its lines and grows downwards."""
    label = texte(contenu, role, couleur)
    label.setWordWrap(True)
    politique = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    politique.setHeightForWidth(True)
    label.setSizePolicy(politique)
    return label


def chiffre(contenu: str, role: str = "", couleur: str = "") -> QLabel:
    """A figure, right-aligned, all its digits of one width."""
    label = texte(contenu, role, couleur)
    label.setFont(polices.police(tabulaire=True))
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


def recolorer(label: QLabel, couleur: str) -> None:
    """Give a label another colour of the palette."""
    label.setProperty("couleur", couleur)
    label.style().unpolish(label)
    label.style().polish(label)


def selectionnable(label: QLabel) -> QLabel:
    """Let the text be copied with the mouse."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
