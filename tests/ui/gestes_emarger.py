"""What a test does at check-in, in words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from scicvote.core.assemblee import Assemblee
from scicvote.ui.dialogs.confirmation import DialogueIssues
from scicvote.ui.dialogs.moment_seance import DialogueSeance
from scicvote.ui.lecture_emargement import LigneEmargement
from scicvote.ui.pages.emarger import PageEmarger
from tests.ui.drivers import Pilote


class PiloteEmarger:
    """Drives the page of check-in through a window."""

    def __init__(self, pilote: Pilote, numero: int) -> None:
        self.pilote, self.qtbot, self.fenetre = pilote, pilote.qtbot, pilote.fenetre
        self.qtbot.waitUntil(self.fenetre.isActiveWindow)
        self.fenetre.aller("emarger", numero)
        page = self.fenetre.page
        assert isinstance(page, PageEmarger)
        self.page = page

    @property
    def ag(self) -> Assemblee:
        ag = self.fenetre.session.ag
        assert ag is not None
        return ag

    def revenir(self) -> None:
        """The window has the keyboard again, as any desktop gives it back when a dialog closes."""
        QApplication.processEvents()
        self.fenetre.activateWindow()
        self.qtbot.waitUntil(self.fenetre.isActiveWindow)

    # --- the keyboard

    def taper(self, texte: str) -> None:
        """Letters in the field."""
        self.revenir()
        if not self.page.saisie.hasFocus():
            self.page.saisie.setFocus()
        self.pilote.taper(texte)

    def touche(self, touche: Qt.Key, *modificateurs: Qt.KeyboardModifier) -> None:
        modificateur = modificateurs[0] if modificateurs else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(QApplication.focusWidget() or self.page.saisie, touche, modificateur)

    def entree(self) -> None:
        self.touche(Qt.Key.Key_Return)

    def arrive(self, lettres: str) -> None:
        """Letters, then Enter."""
        self.taper(lettres)
        self.entree()

    # --- the mouse

    def cliquer_ligne(self, nom: str) -> None:
        """Click a row by the name that it bears."""
        liste = self.page.liste
        rang = self.noms().index(nom)
        index = liste.modele.index(rang, 0)
        liste.scrollTo(index)
        self.qtbot.mouseClick(
            liste.viewport(), Qt.MouseButton.LeftButton, pos=liste.visualRect(index).topLeft() + QPoint(80, 20)
        )

    def cliquer(self, bouton: QWidget) -> None:
        QApplication.processEvents()
        assert bouton.isVisible()
        self.qtbot.mouseClick(bouton, Qt.MouseButton.LeftButton)

    def cliquer_mot(self, mot: str) -> None:
        """Click the button that bears a word."""
        QApplication.processEvents()
        self.pilote.cliquer(mot)

    # --- reading

    def noms(self) -> list[str]:
        modele = self.page.liste.modele
        return [modele.ligne(rang).nom_registre for rang in range(modele.rowCount())]

    def ligne(self, associe: int) -> LigneEmargement:
        ligne = self.page.liste.modele.connue(associe)
        assert ligne is not None
        return ligne

    def mention(self) -> str:
        """What the field says at its right."""
        return self.page.saisie.mention.text()

    def compteur(self, code: str) -> tuple[str, str, str, str]:
        """A body's counters as they are shown: total, out of, present, represented."""
        corps = self.page.compteurs.corps_montres[code]
        return (
            corps.total.text(),
            corps.sur.text(),
            corps.legende.presents.text(),
            corps.legende.representes.text() if not corps.legende.representes.isHidden() else "",
        )

    def total(self) -> str:
        return f"{self.page.compteurs.total.text()} {self.page.compteurs.phrase.text()}"

    def dialogue(self) -> DialogueSeance:
        """The dialog that is open."""
        dialogue = self.page.gestes.dialogue
        assert isinstance(dialogue, DialogueSeance)
        assert dialogue.isVisible()
        self.qtbot.waitUntil(dialogue.isActiveWindow)
        return dialogue

    def issues(self) -> list[str]:
        """The codes of a dialog that asks or refuses; closes it."""
        dialogue = next(d for d in self.fenetre.findChildren(DialogueIssues) if d.isVisible())
        codes = [issue.code for issue in dialogue.issues]
        dialogue.reject()
        return codes

    def accepter(self) -> list[str]:
        """Say yes to what is asked; the codes of what was asked."""
        dialogue = next(d for d in self.fenetre.findChildren(DialogueIssues) if d.isVisible())
        codes = [issue.code for issue in dialogue.issues]
        dialogue.continuer.click()
        return codes

    def gestes(self) -> list[str]:
        """The last gestures, as they are listed."""
        lignes = self.page.derniers.lignes
        return [f"{ligne.geste.qui} {ligne.geste.quoi}" for ligne in lignes if ligne.geste is not None]
