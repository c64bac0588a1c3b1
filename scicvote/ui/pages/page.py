"""What every page is: a title, what the footer offers, and how it follows the open file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.issue import Issue
from scicvote.ui import theme
from scicvote.ui.gestes import agir
from scicvote.ui.travaux import Progres, Travail
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.vide import Vide

if TYPE_CHECKING:
    from scicvote.store.depot import Acte
    from scicvote.ui.session import ActeDemande, Session
    from scicvote.ui.widgets.formulaire import Formulaire


@dataclass(frozen=True, slots=True)
class Aide:
    """A hint at the keyboard: keys, and what they do."""

    touches: tuple[str, ...]
    mot: str


@dataclass(frozen=True, slots=True)
class Commande:
    """Something that can be done here, as the palette (Ctrl+K) lists it."""

    mot: str
    detail: str
    icone: str
    action: Callable[[], object]


T = TypeVar("T")
Composer = Callable[[Progres], tuple[bytes | None, tuple[Issue, ...]]]


class Page(QWidget):
    """Shows the state and asks for acts; it decides nothing.

    ``demande`` asks the window for another page (its key, and an argument); ``entete_change`` says that title, hints
    or buttons are others; ``phrase`` is a sentence to say across the page, with its kind (``bon``, ``alerte``,
    ``faute``, ``accent``); ``fichier`` (the path of a cooperative to open), ``travail`` and ``papier`` are wishes for the window (see
    ``travailler``, ``montrer_papier``).
    """

    cle = ""
    sans_fichier = False  # shown even while no cooperative is open
    rubrique = ""  # the entry of the navigation that this page belongs to; its own key unless said
    cle_aide = ""  # the help that F1 opens; its own key unless said
    phrase = Signal(str, str)
    travail = Signal(str, object, object)
    papier = Signal(str, str, object)
    demande = Signal(str, object)
    fichier = Signal(object)
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

    def carte_sans_assemblee(self) -> Carte:
        """What a page of an assembly shows in place of its cards while no assembly is in hand."""
        choisir = Bouton(self.tr("Choisir une assemblée"), "petit")
        choisir.clicked.connect(lambda: self.demande.emit("assemblees", None))
        carte = Carte()
        titre, conseil = self.tr("Aucune assemblée n’est choisie"), self.tr("Ouvrir celle que l’on tient aujourd’hui.")
        carte.ajouter(Vide("vote", titre, conseil, choisir), 1)
        return carte

    def actualiser(self) -> None:
        """Show the session's present state."""

    def recevoir(self, argument: object) -> None:
        """Take what the page was asked for with."""

    def commandes(self) -> tuple[Commande, ...]:
        """What the palette offers on this page."""
        return ()

    def instantane(self) -> object:
        """Where one is on this page, as JSON holds it, to come back there when the program is opened again."""
        return None

    def restituer(self, instantane: object) -> None:
        """Come back to where one was; anything that no longer fits is passed over."""

    # --- acting

    def agir(
        self,
        acte: ActeDemande,
        apres: Callable[[Acte], None] | None = None,
        *,
        confirmer: bool = True,
        formulaire: Formulaire | None = None,
        verbe: str = "",
    ) -> None:
        """Run an act: refusals on the form's fields or in a dialog, warnings asked about once (``gestes.agir``)."""
        agir(
            self,
            self.session,
            acte,
            apres=apres,
            confirmer=confirmer,
            formulaire=formulaire,
            verbe=verbe,
            dire=self.phrase.emit,
        )

    def travailler(self, libelle: str, travail: Travail[T], apres: Callable[[T], None]) -> None:
        """Do something long on another thread, with its progress shown and a way to stop it."""
        self.travail.emit(libelle, travail, apres)

    def montrer_papier(self, titre: str, fichier: str, composer: Composer) -> None:
        """Compose a PDF on another thread, then show it as it prints; ``fichier`` is the name proposed to save it."""
        self.papier.emit(titre, fichier, composer)

    def chercher(self) -> bool:
        """Put the cursor in the page's search field; False when it has none."""
        return False

    def premier_focus(self) -> QWidget | None:
        """What has the keyboard when the page is shown."""
        return None
