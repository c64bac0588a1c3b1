"""Gestures on the first page and on the steps of creating a cooperative."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scicvote.exchange.statuts import texte_fourni
from scicvote.ui.pages.creation import PageCreation
from scicvote.ui.widgets.champs import AnyChamp
from tests.ui.drivers import Pilote

# Weights that do not make a hundred, a majority without base, a key that nobody knows, a category without college.
FAUTIF = (
    texte_fourni("cliss-xxi")
    .replace('poids = "40"', 'poids = "45"')
    .replace('forme        = "SARL"', 'forme = "GIE"\ncouleur = "vert"')
    .replace('regle = [ { categories = ["1", "5"] } ]', 'regle = [ { categories = ["1"] } ]')
    .replace('[regles.scrutin_secret]\narticles = ["statuts 21-7"]\npremiere = { seuil = "1/2", stricte = true, base = "presents", lectures = ["exprimes"] }', '[regles.scrutin_secret]\npremiere = { seuil = "1/2", stricte = true }')
)  # fmt: skip


class GestesCreation:
    """What a user does to begin a cooperative, with the keyboard or the mouse."""

    def __init__(self, pilote: Pilote) -> None:
        self.pilote = pilote

    @property
    def page(self) -> PageCreation:
        page = self.pilote.page
        assert isinstance(page, PageCreation)
        return page

    def commencer(self) -> PageCreation:
        """Ctrl+N."""
        self.pilote.raccourci(Qt.Key.Key_N)
        return self.page

    def avancer(self) -> str:
        """Alt and the right arrow; the key of the step where one is then."""
        self._alt(Qt.Key.Key_Right)
        self.attendre()
        return self.page.courante

    def attendre(self) -> None:
        """The file is written aside."""
        self.pilote.qtbot.waitUntil(lambda: not self.pilote.fenetre.travaux.occupe, timeout=20_000)

    def reculer(self) -> str:
        """Alt and the left arrow."""
        self._alt(Qt.Key.Key_Left)
        return self.pilote.page.cle if self.pilote.page.cle != "creation" else self.page.courante

    def _alt(self, touche: Qt.Key) -> None:
        cible = QApplication.focusWidget() or self.pilote.fenetre
        self.pilote.qtbot.keyClick(cible, touche, Qt.KeyboardModifier.AltModifier)

    def choisir(self, fois: int) -> None:
        """Go down the list of statutes with the arrow."""
        for _ in range(fois):
            self.pilote.touche(Qt.Key.Key_Down)
        QApplication.processEvents()  # what describes the choice was just laid out

    def champ(self, chemin: str) -> AnyChamp:
        return self.page.etape.champ(chemin)  # type: ignore[attr-defined, no-any-return]

    def remplir(self, chemin: str, texte: str) -> None:
        """Go to a field and type over what it holds."""
        controle = self.champ(chemin).controle
        controle.setFocus()
        controle.selectAll()  # type: ignore[attr-defined]
        self.pilote.taper(texte)

    def repondre(self, chemin: str, cle: str) -> None:
        """Choose a word of a list."""
        combo = self.champ(chemin).combo  # type: ignore[attr-defined]
        combo.setFocus()
        combo.setCurrentIndex(combo.findData(cle))

    def dite(self, chemin: str) -> str:
        """What a field says below it."""
        return self.champ(chemin).note.text()

    def fichier_toml(self, dossier: Path, texte: str) -> Path:
        """Statutes in a file."""
        chemin = dossier / "statuts.toml"
        chemin.write_text(texte, encoding="utf-8")
        return chemin
