"""Labels of the one type scale."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
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


class Coupe(QLabel):
    """A line of text that ends with an ellipsis where it has no room; the tooltip has it whole."""

    def __init__(self, role: str = "", couleur: str = "") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setProperty("couleur", couleur)
        self.setMinimumWidth(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        peintre = QPainter(self)
        peintre.setPen(self.palette().color(self.foregroundRole()))
        coupe = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if coupe == self.text() else self.text())
        peintre.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, coupe)


def recolorer(label: QLabel, couleur: str) -> None:
    """Give a label another colour of the palette."""
    label.setProperty("couleur", couleur)
    label.style().unpolish(label)
    label.style().polish(label)


def selectionnable(label: QLabel) -> QLabel:
    """Let the text be copied with the mouse."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
