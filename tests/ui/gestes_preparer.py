"""Gestures of preparing and convening an assembly, in words."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from scicvote.core.assemblee import Assemblee
from scicvote.ui.demandes import NouvelleAssemblee
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.pages.convoquer import PageConvoquer
from scicvote.ui.pages.preparer import PagePreparer
from scicvote.ui.widgets.champs import AnyChamp
from scicvote.ui.widgets.champs_convocation import ChampsConvocation
from tests.ui.drivers import Pilote

D = TypeVar("D", bound=DialogueActe)
LIEU = "Salle des Utopies"


def preparer(pilote: Pilote, numero: int | None = None) -> PagePreparer:
    """Show the page of an assembly, or of a new one."""
    pilote.fenetre.aller("preparer", NouvelleAssemblee() if numero is None else numero)
    page = pilote.page
    assert isinstance(page, PagePreparer)
    return page


def convoquer(pilote: Pilote, numero: int) -> PageConvoquer:
    pilote.fenetre.aller("convoquer", numero)
    page = pilote.page
    assert isinstance(page, PageConvoquer)
    return page


def champs(page: PagePreparer) -> ChampsConvocation:
    trouves = page.nouvelle.champs
    assert trouves is not None
    return trouves


def taper(pilote: Pilote, champ: AnyChamp, contenu: str) -> None:
    """Type in a field over what it holds."""
    champ.controle.setFocus()
    if champ.texte():
        pilote.qtbot.keyClick(champ.controle, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for lettre in contenu:  # QTest has no keys for accents
        for genre in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(champ.controle, QKeyEvent(genre, 0, Qt.KeyboardModifier.NoModifier, lettre))


def choisir(champ: AnyChamp, cle: str) -> None:
    """Choose a word of a list."""
    champ.poser(cle)
    champ.change.emit()


def neuve(pilote: Pilote, jour: str = "26/6/2026", nature: str = "ordinaire", vote: str = "tete") -> PagePreparer:
    """A new assembly, filled and recorded by the primary button."""
    page = preparer(pilote)
    saisis = champs(page)
    choisir(saisis.nature, nature)
    choisir(saisis.vote, vote)
    taper(pilote, saisis.jour, jour)
    taper(pilote, saisis.heure, "18h30")
    taper(pilote, saisis.lieu, LIEU)
    cliquer(pilote, page.suite)
    return page


def cliquer(pilote: Pilote, widget: QWidget) -> None:
    pilote.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def dialogue(page: PagePreparer | PageConvoquer, genre: type[D]) -> D:
    """The dialog that the page has opened."""
    assert isinstance(page.dialogue, genre)
    return page.dialogue


def ag_de(pilote: Pilote) -> Assemblee:
    ag = pilote.fenetre.session.ag
    assert ag is not None
    return ag


def titres(pilote: Pilote) -> list[str]:
    return [r.titre for r in ag_de(pilote).resolutions]


def centre(page: PagePreparer, rang: int) -> QPoint:
    """The middle of a point of the agenda, in its list."""
    return page.ordre.visualRect(page.ordre.modele.index(rang, 0)).center()


def glisser(pilote: Pilote, page: PagePreparer, depuis: int, vers: int, lacher: bool = True) -> None:
    """Drag a point to the place of another, with the mouse."""
    vue = page.ordre.viewport()
    depart, arrivee = centre(page, depuis), centre(page, vers)
    decale = QPoint(0, 20 if vers > depuis else -20)
    pilote.qtbot.mousePress(vue, Qt.MouseButton.LeftButton, pos=depart)
    pilote.qtbot.mouseMove(vue, depart + decale)
    pilote.qtbot.mouseMove(vue, arrivee + decale)
    if lacher:
        pilote.qtbot.mouseRelease(vue, Qt.MouseButton.LeftButton, pos=arrivee + decale)
    QApplication.processEvents()


def usuelles(pilote: Pilote, page: PagePreparer) -> None:
    """The usual resolutions, in one gesture."""
    from scicvote.ui.dialogs.ordre_du_jour import DialogueUsuelles

    page.ajouter_usuelles()
    cliquer(pilote, dialogue(page, DialogueUsuelles).valider)


def avertis(fenetre: QWidget) -> str:
    """Every box that is in sight."""
    QApplication.processEvents()  # boxes just laid out are shown by the event loop
    return " ".join(
        w.accessibleName() for w in fenetre.findChildren(QWidget) if w.property("encart") and not w.isHidden()
    )
