"""One college: its weight, who presides over it, its members and why they are there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scicvote.core.college import classer, codes_de
from scicvote.core.exact import accord, nombre, poids_court
from scicvote.core.registre import Associe
from scicvote.core.statuts import Statuts
from scicvote.ui import theme
from scicvote.ui.models.colleges_model import LigneCollege
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import rangee, trait, vider
from scicvote.ui.widgets.pastille import pastille
from scicvote.ui.widgets.texte import paragraphe

_NOMS: Final = 12  # names said for each reason; the register has the others


class CarteCollege(Carte):
    """The signals ask for the register of the college, or for its president."""

    membres = Signal(str)
    presidence = Signal()

    def __init__(self) -> None:
        super().__init__()
        contenu = QWidget()
        self._boite = QVBoxLayout(contenu)
        self._boite.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, 16)
        self._boite.setSpacing(8)
        self.ajouter(contenu)
        self.corps.addStretch(1)

    def montrer(self, ligne: LigneCollege, associes: Sequence[Associe], statuts: Statuts) -> None:
        """Show a college with the associés of the day."""
        vider(self._boite)
        college = ligne.college
        self._boite.addLayout(rangee(pastille(college.code, college.nom), paragraphe(college.nom, "titre"), espace=10))
        mots = self.tr("{} des voix de l’assemblée, {}")
        self._boite.addWidget(paragraphe(mots.format(poids_court(college.poids), accord(ligne.membres, "membre"))))
        president = ligne.president or self.tr("personne n’est désigné")
        self._boite.addWidget(paragraphe(self.tr("Présidence\u00a0: {}").format(president)))
        if ligne.suppleant:
            self._boite.addWidget(paragraphe(self.tr("En son absence\u00a0: {}").format(ligne.suppleant)))
        self._boite.addLayout(self._boutons(ligne))
        for raison, noms in _par_raison(associes, statuts, college.code).items():
            self._boite.addWidget(trait())
            self._boite.addWidget(paragraphe(f"{majuscule(raison)}.", couleur="discret"))
            self._boite.addWidget(paragraphe(_enumerer(noms)))

    def _boutons(self, ligne: LigneCollege) -> QHBoxLayout:
        code = ligne.college.code
        designer = Bouton(self.tr("Désigner la présidence"), "petit", "user-check")
        voir = Bouton(self.tr("Voir au registre"), "petit", "users").nommer(
            self.tr("Voir les membres du collège {} au registre").format(code)
        )
        designer.clicked.connect(self.presidence)
        voir.clicked.connect(lambda: self.membres.emit(code))
        return rangee(designer, voir, None, espace=8)


def _par_raison(associes: Sequence[Associe], statuts: Statuts, code: str) -> dict[str, list[str]]:
    """The members of a college by the reason that puts them there."""
    groupes: dict[str, list[str]] = {}
    for associe in associes:
        classement = classer(statuts, associe.categorie, associe.fiche.personne)
        if code in codes_de(statuts, associe.categorie, associe.fiche.personne):
            groupes.setdefault(classement.raison, []).append(associe.nom_complet)
    return groupes


def _enumerer(noms: list[str]) -> str:
    reste = len(noms) - _NOMS
    cites = ", ".join(noms[:_NOMS])
    return f"{cites} et {nombre(reste)} autres." if reste > 1 else f"{', '.join(noms)}."
