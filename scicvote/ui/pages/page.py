"""What every page is: a title, what the footer offers, and how it follows the open file."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.ui import theme
from scicvote.ui.session import Session
from scicvote.ui.widgets.icone import Bouton


@dataclass(frozen=True, slots=True)
class Aide:
    """A hint at the keyboard: keys, and what they do."""

    touches: tuple[str, ...]
    mot: str


class Page(QWidget):
    """Shows the state and asks for acts; it decides nothing.

    ``demande`` asks the window for another page (its key, and an argument); ``entete_change`` says that title, hints
    or buttons are others.
    """

    cle = ""
    rubrique = ""  # the entry of the navigation that this page belongs to; its own key unless said
    demande = Signal(str, object)
    entete_change = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setProperty("page", "true")
        self.boite = QVBoxLayout(self)
        self.boite.setContentsMargins(theme.GOUTTIERE, theme.GRILLE, theme.GOUTTIERE, 16)
        self.boite.setSpacing(theme.GOUTTIERE)

    def titre(self) -> str:
        """The header's title."""
        return ""

    def sous_titre(self) -> str:
        """What stands beside it, muted."""
        return ""

    def aides(self) -> tuple[Aide, ...]:
        """The key hints, bottom left."""
        return ()

    def boutons(self) -> tuple[Bouton, ...]:
        """The footer's buttons; the primary one, where there is one, comes last."""
        return ()

    def bouton_pied(self, mot: str, genre: str = "pied", icone: str = "") -> Bouton:
        """A button for the footer; it waits in the page while another page is shown."""
        bouton = Bouton(mot, genre, icone)
        bouton.setParent(self)
        bouton.hide()
        return bouton

    def actualiser(self) -> None:
        """Show the session's present state."""

    def recevoir(self, argument: object) -> None:
        """Take what the page was asked for with."""

    def chercher(self) -> bool:
        """Put the cursor in the page's search field; False when it has none."""
        return False

    def premier_focus(self) -> QWidget | None:
        """What has the keyboard when the page is shown."""
        return None
