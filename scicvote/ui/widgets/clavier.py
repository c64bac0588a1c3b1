"""Keys that mean the same everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def laisser_au_principal(event: QKeyEvent) -> bool:
    """Whether this key is Ctrl+Enter, which goes up to the window's primary button; it is then left alone."""
    commande = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if commande and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        event.ignore()
        return True
    return False
