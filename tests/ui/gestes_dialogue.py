"""Gestures on a dialog that a page has opened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from tests.ui.drivers import Pilote


def cliquer_dans(pilote: Pilote, dialogue: QWidget, mot: str) -> None:
    """Click the button of a dialog that bears a word."""
    QApplication.processEvents()
    (bouton,) = [b for b in dialogue.findChildren(QPushButton) if b.text().strip() == mot]
    pilote.qtbot.mouseClick(bouton, Qt.MouseButton.LeftButton)


def dits(dialogue: QWidget) -> tuple[str, ...]:
    """Every text of a dialog."""
    return tuple(label.text() for label in dialogue.findChildren(QLabel) if label.text())


def ouvert(pilote: Pilote) -> QDialog:
    """The dialog in front of the window."""
    QApplication.processEvents()
    dialogue = QApplication.activeModalWidget()
    assert isinstance(dialogue, QDialog), "no dialog"
    return dialogue
