"""One figure of a count: 64 by 48, filled from the keyboard; arrows and Enter go from one to the next."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from scicvote.core.exact import accord
from scicvote.ui import polices
from scicvote.ui.widgets.icone import Icone
from scicvote.ui.widgets.mise_en_page import rangee
from scicvote.ui.widgets.texte import recolorer, texte

LARGEUR: Final = 64
HAUTEUR: Final = 48
_PAS: Final = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class Cellule(QLineEdit):
    """``deplace`` asks for the cell so many rows down and columns right; ``suivante`` for the next in order."""

    deplace = Signal(int, int)
    suivante = Signal()

    def __init__(self, nom: str) -> None:
        super().__init__()
        self.setProperty("compte", "true")
        self.setAccessibleName(nom)
        self.setFixedSize(QSize(LARGEUR, HAUTEUR))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFont(polices.police(tabulaire=True))
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"[0-9]{0,6}"), self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def marquer(self, ecart: bool) -> None:
        """Say that two entries differ here."""
        self.setProperty("ecart", "true" if ecart else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        nu = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pas = _PAS.get(Qt.Key(event.key())) if nu else None
        if pas is not None:
            self.deplace.emit(*pas)
        elif nu and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.suivante.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


class Reste(QWidget):
    """``reste 2``, live: green with a mark when it balances, red beyond."""

    def __init__(self) -> None:
        super().__init__()
        self.mot, self._icone = texte(""), Icone("check", "bon", 14)
        garder = self._icone.sizePolicy()
        garder.setRetainSizeWhenHidden(True)
        self._icone.setSizePolicy(garder)
        self.setLayout(rangee(None, self.mot, self._icone, espace=6))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.montrer(0)

    def sizeHint(self) -> QSize:
        return QSize(88, super().sizeHint().height())

    def montrer(self, reste: int) -> None:
        """Show how many are left, or too many."""
        self.mot.setText(self.tr("{} de trop").format(-reste) if reste < 0 else self.tr("reste {}").format(reste))
        couleur = "bon" if reste == 0 else "faute" if reste < 0 else "discret"
        recolorer(self.mot, couleur)
        self._icone.setVisible(reste <= 0)
        self._icone.changer("check" if reste == 0 else "x", couleur)
        phrase = (
            self.tr("{} de trop").format(accord(-reste, "voix", "voix"))
            if reste < 0
            else self.tr("reste {}").format(accord(reste, "voix", "voix"))
        )
        self.setAccessibleName(phrase)
