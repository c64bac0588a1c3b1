"""What a test does to the window, in words: each method stands for one gesture or one glance of a user."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.accueil import PageAccueil
from scicvote.ui.pages.assemblees import PageAssemblees
from scicvote.ui.pages.associes import PageAssocies
from scicvote.ui.pages.page import Page
from scicvote.ui.pages.resultats import PageResultats
from scicvote.ui.widgets.tableau import Tableau

P = TypeVar("P", bound=Page)


class Pilote:
    """Drives one window."""

    def __init__(self, qtbot: QtBot, fenetre: MainWindow) -> None:
        self.qtbot, self.fenetre = qtbot, fenetre
        fenetre.resize(1440, 900)
        fenetre.show()
        qtbot.waitExposed(fenetre)
        fenetre.activateWindow()

    # --- files

    def ouvrir(self, chemin: Path) -> bool:
        return self.fenetre.ouvrir(chemin)

    def deposer(self, chemin: Path) -> None:
        """Drag a file onto the window and let it go."""
        donnees = QMimeData()
        donnees.setUrls([QUrl.fromLocalFile(str(chemin))])
        aucun, gauche = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        entree = QDragEnterEvent(QPointF(300, 300), Qt.DropAction.CopyAction, donnees, gauche, aucun)
        QApplication.sendEvent(self.fenetre, entree)
        if entree.isAccepted():
            lacher = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, donnees, gauche, aucun)
            QApplication.sendEvent(self.fenetre, lacher)

    @property
    def banniere(self) -> str:
        """The sentence across the page; nothing while none is shown."""
        return self.fenetre.banniere.phrase.text() if self.fenetre.banniere.isVisible() else ""

    # --- going about

    @property
    def page(self) -> Page:
        return self.fenetre.page

    @property
    def titre(self) -> str:
        return self.fenetre.entete.titre.text()

    def raccourci(self, touche: Qt.Key) -> None:
        """Ctrl and a key, wherever the keyboard is."""
        cible = QApplication.focusWidget() or self.fenetre
        self.qtbot.keyClick(cible, touche, Qt.KeyboardModifier.ControlModifier)

    def touche(self, touche: Qt.Key) -> None:
        """A key, wherever the keyboard is."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.fenetre, touche)

    def taper(self, texte: str) -> None:
        """Letters, wherever the keyboard is."""
        assert QApplication.focusWidget() is not None, "nothing has the keyboard"
        for lettre in texte:  # QTest has no keys for accents
            for genre in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(
                    QApplication.focusWidget(), QKeyEvent(genre, 0, Qt.KeyboardModifier.NoModifier, lettre)
                )

    def naviguer(self, cle: str) -> Page:
        """Click an entry of the navigation."""
        self.qtbot.mouseClick(self.fenetre.navigation.boutons[cle], Qt.MouseButton.LeftButton)
        return self.page

    def cliquer(self, mot: str) -> None:
        """Click the visible button that bears a word."""
        boutons = [b for b in self.fenetre.findChildren(QPushButton) if b.isVisible() and b.text().strip() == mot]
        assert boutons, f"no button {mot!r}"
        self.qtbot.mouseClick(boutons[0], Qt.MouseButton.LeftButton)

    # --- pages

    @property
    def accueil(self) -> PageAccueil:
        return self._page(PageAccueil)

    @property
    def associes(self) -> PageAssocies:
        return self._page(PageAssocies)

    @property
    def assemblees(self) -> PageAssemblees:
        return self._page(PageAssemblees)

    @property
    def resultats(self) -> PageResultats:
        return self._page(PageResultats)

    def _page(self, genre: type[P]) -> P:
        page = self.fenetre.page_de(genre.cle)
        assert isinstance(page, genre)
        return page

    def montrer_assemblee(self, numero: int) -> PageResultats:
        """Show an assembly's results, chosen from the list."""
        self.naviguer("assemblees")
        rang = self.assemblees.modele.rang_de(numero)
        assert rang is not None
        self.assemblees.table.choisir_rang(rang)
        self.fenetre.aller("resultats", numero)
        return self.resultats

    def choisir_resolution(self, place: int) -> None:
        """Choose a point of the agenda by its number."""
        self.resultats.ordre.choisir_rang(place - 1)

    # --- reading

    def lignes(self, table: Tableau | None = None, colonne: str = "nom") -> list[str]:
        """The texts of one column of a table, as they are shown."""
        vue = table or self.associes.table
        noms = [c.nom for c in vue._modele.colonnes]
        modele = vue.model()
        return [str(modele.index(i, noms.index(colonne)).data()) for i in range(modele.rowCount())]

    def au(self, jour: date) -> None:
        """Read the register as of a day."""
        self.associes.jour.poser(jour)

    def carte(self) -> tuple[str, ...]:
        """The texts of the result card."""
        return self.resultats.carte_resultat.textes()

    def textes(self, widget: QWidget | None = None) -> tuple[str, ...]:
        """Every visible text of a widget, of the page unless said."""
        for _ in range(12):  # a page is built in several turns; labels just laid out are shown by the event loop
            QApplication.processEvents()
        labels = (widget or self.page).findChildren(QLabel)
        return tuple(label.text() for label in labels if label.isVisible() and label.text())
