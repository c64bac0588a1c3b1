"""What a secretary does on the pages of the vote, in words: by keyboard and by mouse."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scicvote.core.assemblee import Assemblee
from scicvote.ui.dialogs.confirmation import Confirmation, DialogueIssues
from scicvote.ui.dialogs.moment_seance import DialogueSeance
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.page import Page
from scicvote.ui.pages.proclamer import PageProclamer
from scicvote.ui.pages.voter import PageVoter
from scicvote.ui.projection import EcranSalle
from scicvote.ui.widgets.cellule import Cellule
from tests.ui import fabrique_votes
from tests.ui.drivers import Pilote

D = TypeVar("D", bound=QWidget)


class PiloteVoter(Pilote):
    """Drives a window in the middle of an assembly."""

    def __init__(self, qtbot: QtBot, fenetre: MainWindow, chemin: Path, numero: int) -> None:
        super().__init__(qtbot, fenetre)
        self.numero = numero
        assert self.ouvrir(chemin)
        fenetre.aller("voter", numero)
        qtbot.waitUntil(fenetre.isActiveWindow)

    # --- where one is

    @property
    def voter(self) -> PageVoter:
        return self._page(PageVoter)

    @property
    def proclamer(self) -> PageProclamer:
        return self._page(PageProclamer)

    @property
    def ag(self) -> Assemblee:
        return self.fenetre.session.dossier.assemblees[self.numero]

    @property
    def principal(self) -> str:
        """The word of the one next step."""
        boutons = [b for b in self.fenetre.page.boutons() if b.property("genre") == "principal"]
        return boutons[-1].text()

    def etats(self) -> list[str]:
        """Where each point stands, as the agenda says."""
        modele = self.voter.ordre.modele
        return [point.etat.mot for point in modele.lignes_visibles()]

    # --- gestures

    def point(self, place: int) -> None:
        """Choose a point of the agenda with the arrows."""
        ordre = self.voter.ordre
        ordre.setFocus()
        self.qtbot.keyClick(ordre, Qt.Key.Key_Home)
        for _ in range(place - 1):
            self.qtbot.keyClick(ordre, Qt.Key.Key_Down)

    def suite(self) -> None:
        """Ctrl+Enter, wherever the keyboard is."""
        self.raccourci(Qt.Key.Key_Return)

    def mode(self, cle: str) -> None:
        """Choose a mode of voting with the arrows."""
        combo = self.voter.carte.mode
        combo.setFocus()
        while combo.currentData() != cle:
            avant = combo.currentIndex()
            self.qtbot.keyClick(combo, Qt.Key.Key_Down)
            assert combo.currentIndex() != avant, f"mode {cle!r} is not offered"
        assert self.voter.mode() == cle

    def saisir(self, *chiffres: object) -> None:
        """Type figures from the first cell on, Enter after each; None passes over a cell."""
        grille = self.voter.carte.grille
        premiere = grille._places[min(grille._places)]
        premiere.setFocus()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is premiere)
        for chiffre in chiffres:
            cible = QApplication.focusWidget()
            assert isinstance(cible, Cellule), cible
            if chiffre is not None:
                cible.selectAll()
                self.qtbot.keyClicks(cible, str(chiffre))
            self.qtbot.keyClick(cible, Qt.Key.Key_Return)

    def cellule(self, corps: str, cle: str) -> Cellule:
        return self.voter.carte.grille.cellules[corps, cle]

    def reste(self, corps: str) -> str:
        return self.voter.carte.grille.restes[corps].mot.text()

    def menu(self, bouton: QPushButton, mot: str) -> None:
        """Open a menu by a click and take an entry."""
        self.qtbot.mouseClick(bouton, Qt.MouseButton.LeftButton)
        menu = self.voter.gestes.menu
        assert menu is not None
        action = next((a for a in menu.actions() if a.text() == mot), None)
        assert action is not None, [a.text() for a in menu.actions()]
        action.trigger()
        menu.close()

    # --- dialogs

    def ouvert(self, genre: type[D]) -> D:
        """The dialog that is open."""
        trouves = [d for d in self.fenetre.findChildren(genre) if d.isVisible()]
        assert trouves, f"no {genre.__name__}"
        return trouves[-1]

    def rien_d_ouvert(self) -> bool:
        genres = (Confirmation, DialogueIssues, DialogueSeance)
        return not any(d.isVisible() for genre in genres for d in self.fenetre.findChildren(genre))

    def accepter(self) -> tuple[str, ...]:
        """Go on in spite of what a dialog says; returns what it said."""
        dialogue = next(
            d for genre in (Confirmation, DialogueIssues) for d in self.fenetre.findChildren(genre) if d.isVisible()
        )
        dits = self.textes(dialogue)
        assert dialogue.continuer is not None
        self.qtbot.mouseClick(dialogue.continuer, Qt.MouseButton.LeftButton)
        if self.rien_d_ouvert():
            self.fenetre.activateWindow()  # as a desktop does once the dialog is gone
        return dits

    def refus(self) -> list[str]:
        """The codes of the refusals that are shown, put away with Enter."""
        dialogue = self.ouvert(DialogueIssues)
        codes = [issue.code for issue in dialogue.issues if issue.bloquante]
        self.qtbot.mouseClick(dialogue.retour, Qt.MouseButton.LeftButton)
        return codes

    def valider(self) -> None:
        """The primary button of the dialog that is open."""
        dialogue = self.ouvert(DialogueSeance)
        self.qtbot.mouseClick(dialogue.valider, Qt.MouseButton.LeftButton)

    def page_montree(self) -> Page:
        return self.fenetre.page


def commencer(qtbot: QtBot, fenetre: MainWindow, dossier: Path, **options: object) -> PiloteVoter:
    """A file of one's own, on the page of the votes."""
    chemin = dossier / "votes.scic"
    numero = fabrique_votes.creer(chemin, **options)  # type: ignore[arg-type]
    return PiloteVoter(qtbot, fenetre, chemin, numero)


def salle(pilote: PiloteVoter) -> EcranSalle:
    """The screen of the room, opened by its key."""
    pilote.touche(Qt.Key.Key_F11)
    ecran = pilote.fenetre.salle
    assert isinstance(ecran, EcranSalle)
    return ecran
