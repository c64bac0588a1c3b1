"""What the minutes would contradict or leave out, listed before they are drawn up, each with a way to where it is mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.article import citer
from scicvote.core.issue import Issue
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.mise_en_page import pile, rangee, trait, vider
from scicvote.ui.widgets.texte import paragraphe, texte
from scicvote.ui.widgets.vide import Vide

# Where what an issue names is mended: the beginning of its path, and the page.
_OU: Final = (
    ("lieu", "preparer"),
    ("convocation", "convoquer"),
    ("liste", "convoquer"),
    ("ouverture", "emarger"),
    ("bureau", "emarger"),
    ("pouvoirs", "emarger"),
    ("presence", "emarger"),
    ("pouvoir", "emarger"),
    ("associes", "associes"),
    ("cloture", "proclamer"),
    ("scrutin", "proclamer"),
    ("suspension", "voter"),
)


def page_de(issue: Issue) -> str:
    """The page where an issue is mended; ``""`` for one of the fields beside the minutes."""
    return next((page for debut, page in _OU if issue.chemin.startswith(debut)), "")


class CarteContradictions(Carte):
    """``voir`` carries the issue whose button was pressed."""

    voir = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Contradictions"), " ")
        self._lignes = QVBoxLayout()
        self._lignes.setSpacing(0)
        self.ajouter(self._lignes)
        self.issues: tuple[Issue, ...] = ()

    def montrer(self, issues: Sequence[Issue]) -> None:
        """Show these, the blocking ones first."""
        self.issues = tuple(sorted(issues, key=lambda issue: not issue.bloquante))
        bloquantes = sum(1 for issue in self.issues if issue.bloquante)
        self.note.setText(self._compte(bloquantes, len(self.issues) - bloquantes))
        vider(self._lignes)
        for i, issue in enumerate(self.issues):
            if i:
                self._lignes.addWidget(trait())
            self._lignes.addWidget(self._ligne(issue))
        if not self.issues:
            conseil = self.tr("Chiffres, dates et noms s’accordent, aucune mention ne manque.")
            self._lignes.addWidget(Vide("shield-check", self.tr("Rien à redire"), conseil))
        self.updateGeometry()

    def _compte(self, bloquantes: int, autres: int) -> str:
        mots = []
        if bloquantes:
            mots.append(
                self.tr("{} bloquante").format(bloquantes)
                if bloquantes == 1
                else self.tr("{} bloquantes").format(bloquantes)
            )
        if autres:
            mots.append(self.tr("{} à vérifier").format(autres))
        return ", ".join(mots)

    def _ligne(self, issue: Issue) -> QWidget:
        genre, icone = ("faute", "octagon-alert") if issue.bloquante else ("alerte", "triangle-alert")
        mot = self.tr("Bloquante") if issue.bloquante else self.tr("À vérifier")
        bouton = Bouton(self.tr("Corriger") if issue.bloquante else self.tr("Voir"), "petit").nommer(
            self.tr("Aller où cela se corrige\u00a0: {}").format(issue.phrase)
        )
        bouton.setToolTip("")
        bouton.clicked.connect(lambda: self.voir.emit(issue))
        phrases = [texte(mot, "fort", genre), paragraphe(issue.phrase)]
        if issue.articles:
            phrases.append(paragraphe(majuscule(citer(issue.articles)), couleur="discret"))
        ligne = QWidget()
        boite = rangee(espace=12)
        boite.setContentsMargins(23, 10, 23, 10)
        boite.addLayout(pile(2, Icone(icone, genre), None))
        boite.addLayout(pile(*phrases, None, espace=2), 1)
        boite.addLayout(pile(bouton, None))
        ligne.setLayout(boite)
        return ligne
