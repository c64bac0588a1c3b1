"""Gestures on the statutes' editor, with the keyboard or the mouse."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scicvote.ui.pages.editeur_statuts import PageEditeurStatuts
from scicvote.ui.widgets.case import Case
from scicvote.ui.widgets.champ_plusieurs import ChampPlusieurs
from scicvote.ui.widgets.champs import AnyChamp, ChampCase, ChampChoix
from tests.ui.drivers import Pilote


class GestesEditeur:
    """What a user does to change the statutes."""

    def __init__(self, pilote: Pilote) -> None:
        self.pilote = pilote

    def ouvrir(self) -> PageEditeurStatuts:
        """From the statutes' page, by its button."""
        self.pilote.naviguer("statuts")
        self.pilote.cliquer("Modifier…")
        return self.page

    @property
    def page(self) -> PageEditeurStatuts:
        page = self.pilote.page
        assert isinstance(page, PageEditeurStatuts)
        return page

    def section(self, cle: str) -> None:
        """Click a section."""
        self.pilote.qtbot.mouseClick(self.page.liste.boutons[cle], Qt.MouseButton.LeftButton)
        assert self.page.liste.courante == cle

    def descendre(self) -> str:
        """Alt and the down arrow."""
        return self._alt(Qt.Key.Key_Down)

    def monter(self) -> str:
        """Alt and the up arrow."""
        return self._alt(Qt.Key.Key_Up)

    def _alt(self, touche: Qt.Key) -> str:
        cible = QApplication.focusWidget() or self.pilote.fenetre
        self.pilote.qtbot.keyClick(cible, touche, Qt.KeyboardModifier.AltModifier)
        return self.page.liste.courante

    def champ(self, chemin: str) -> AnyChamp:
        return self.page.courante.champ(chemin)  # type: ignore[attr-defined, no-any-return]

    def remplir(self, chemin: str, saisie: str) -> None:
        """Type over what a field holds, choose a word, or tick: whatever the field asks for."""
        champ = self.champ(chemin)
        if isinstance(champ, ChampChoix):
            champ.combo.setFocus()
            champ.combo.setCurrentIndex(champ.combo.findData(saisie))
        elif isinstance(champ, ChampPlusieurs):
            self._basculer(champ.cases[saisie])
        elif isinstance(champ, ChampCase):
            self._basculer(champ.case)
        else:
            champ.controle.setFocus()
            champ.controle.selectAll()
            if saisie:
                self.pilote.taper(saisie)
            else:
                self.pilote.touche(Qt.Key.Key_Delete)

    def _basculer(self, case: Case) -> None:
        case.setFocus()
        self.pilote.qtbot.keyClick(case, Qt.Key.Key_Space)

    def lue(self, chemin: str) -> Any:
        """What the statutes being written hold."""
        return self.page.edition.ebauche.lire(chemin)

    def compter(self) -> None:
        """Wait until the last assembly was counted again."""
        self.pilote.qtbot.waitUntil(lambda: not self.page._minuterie.isActive())
