"""Gestures on the first page."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.drivers import Pilote


def bouton_suivant(pilote: Pilote) -> str:
    """The word of the primary button."""
    return pilote.accueil.suivant.text()


def avancer(pilote: Pilote) -> tuple[str, object]:
    """Click the primary button: the page that is asked for, and with what."""
    with pilote.qtbot.waitSignal(pilote.accueil.demande) as demande:
        pilote.qtbot.mouseClick(pilote.accueil.suivant, Qt.MouseButton.LeftButton)
    cle, argument = demande.args
    return str(cle), argument
