"""The assemblies, the latest first: a click or Enter opens one."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from scicvote.core.exact import accord
from scicvote.ui.models.assemblees_model import AssembleesModel
from scicvote.ui.pages.page import Aide, Page
from scicvote.ui.session import Session
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.vide import Vide


class PageAssemblees(Page):
    """Every assembly of the file."""

    cle = "assemblees"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.modele = AssembleesModel(self)
        self.table = Tableau(self.modele, self.tr("Assemblées"), ouvrable=True, decroissant=True)
        self.table.choisi.connect(self._ouvrir)
        self.bouton = self.bouton_pied(self.tr("Voir l’assemblée"), "principal")
        self.bouton.clicked.connect(lambda: self._ouvrir(max(0, self.table.rang())))
        self._pile = QStackedWidget()
        self._pile.addWidget(self.table)
        self._pile.addWidget(
            Vide(
                "vote",
                self.tr("Aucune assemblée"),
                self.tr("Ce fichier ne contient encore que le registre\u00a0: aucune assemblée n’y est préparée."),
            )
        )
        carte = Carte()
        carte.ajouter(self._pile, 1)
        self.boite.addWidget(carte, 1)

    def titre(self) -> str:
        return self.tr("Assemblées")

    def sous_titre(self) -> str:
        return accord(self.modele.total, "assemblée") if self.modele.total else ""

    def aides(self) -> tuple[Aide, ...]:
        return (Aide(("↑", "↓"), self.tr("choisir")), Aide((self.tr("Entrée"),), self.tr("voir")))

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.bouton,)

    def premier_focus(self) -> QWidget | None:
        return self.table if self.modele.total else None

    def actualiser(self) -> None:
        self.modele.montrer(self.session.dossier)
        self._pile.setCurrentIndex(0 if self.modele.total else 1)
        self.bouton.setEnabled(bool(self.modele.total))
        if self.modele.total:
            self.table.choisir_rang(0)
        self.entete_change.emit()

    def _ouvrir(self, rang: int) -> None:
        if rang < self.modele.rowCount():
            self.demande.emit("resultats", self.modele.ligne(rang).numero)
