"""A timeline of a few stages: those behind, the one where things stand, those to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.ui import theme
from scicvote.ui.etats import Etat
from scicvote.ui.widgets.icone import Icone
from scicvote.ui.widgets.mise_en_page import pile, rangee, trait, vider
from scicvote.ui.widgets.texte import paragraphe, recolorer


@dataclass(frozen=True, slots=True)
class Jalon:
    """One stage: how it is marked, and what is said of it."""

    etat: Etat
    detail: str
    courant: bool = False


class Frise(QWidget):
    """Stages from the earliest; the present one is strong, those to come are muted."""

    def __init__(self) -> None:
        super().__init__()
        self._boite = QVBoxLayout(self)
        self._boite.setContentsMargins(0, 0, 0, 0)
        self._boite.setSpacing(0)
        self.jalons: tuple[Jalon, ...] = ()

    def montrer(self, jalons: Sequence[Jalon]) -> None:
        """Show these stages."""
        self.jalons = tuple(jalons)
        vider(self._boite)
        for i, jalon in enumerate(self.jalons):
            if i:
                self._boite.addWidget(trait())
            self._boite.addWidget(self._rang(jalon))
        self.updateGeometry()

    @staticmethod
    def _rang(jalon: Jalon) -> QWidget:
        mot = paragraphe(jalon.etat.mot, "fort15" if jalon.courant else "fort")
        recolorer(mot, jalon.etat.couleur)
        rang = QWidget()
        boite = rangee(espace=12)
        boite.setContentsMargins(theme.GOUTTIERE - 1, 10, theme.GOUTTIERE - 1, 10)
        boite.addWidget(Icone(jalon.etat.icone, jalon.etat.couleur, 18), 0, Qt.AlignmentFlag.AlignTop)
        boite.addLayout(pile(mot, paragraphe(jalon.detail, couleur="discret"), espace=2), 1)
        rang.setLayout(boite)
        rang.setAccessibleName(f"{jalon.etat.mot}\u00a0: {jalon.detail}")
        return rang
