"""The registers of minutes: the general one and each college's, numbered without a gap."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from scicvote.core.exact import accord
from scicvote.ui.models.proces_verbaux_model import ProcesVerbauxModel, lignes
from scicvote.ui.pages.page import Aide, Page
from scicvote.ui.session import Session
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.vide import Vide


class PageRegistres(Page):
    """A click or Enter opens the assembly of the minutes."""

    cle = "registres"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.modele = ProcesVerbauxModel(self)
        self.table = Tableau(self.modele, self.tr("Procès-verbaux"), ouvrable=True)
        self.table.choisi.connect(self._ouvrir)
        self._pile = QStackedWidget()
        self._pile.addWidget(self.table)
        self._pile.addWidget(
            Vide(
                "book",
                self.tr("Aucun procès-verbal"),
                self.tr(
                    "Un procès-verbal reçoit son numéro ici quand il est clos\u00a0; le premier porte le n°\u00a01."
                ),
            )
        )
        carte = Carte(self.tr("Procès-verbaux"), self.tr("C. com. R221-3 et R221-4"))
        carte.ajouter(self._pile, 1)
        self.boite.addWidget(carte, 1)

    def titre(self) -> str:
        return self.tr("Registres")

    def sous_titre(self) -> str:
        return accord(self.modele.total, "procès-verbal", "procès-verbaux") if self.modele.total else ""

    def aides(self) -> tuple[Aide, ...]:
        return (Aide(("↑", "↓"), self.tr("choisir")), Aide((self.tr("Entrée"),), self.tr("voir l’assemblée")))

    def premier_focus(self) -> QWidget | None:
        return self.table if self.modele.total else None

    def actualiser(self) -> None:
        self.modele.remplacer(lignes(self.session.dossier))
        self._pile.setCurrentIndex(0 if self.modele.total else 1)
        self.entete_change.emit()

    def _ouvrir(self, rang: int) -> None:
        self.demande.emit("resultats", self.modele.ligne(rang).assemblee.numero)
