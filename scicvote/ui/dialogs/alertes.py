"""The alerts of the register of one day: what, the figures, the articles."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.core.dossier import Dossier
from scicvote.core.registre import EtatRegistre
from scicvote.core.statuts import Statuts
from scicvote.ui.alertes_registre import controles
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.textes import jour
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.lignes_accueil import ligne_alerte, ligne_controle
from scicvote.ui.widgets.mise_en_page import trait
from scicvote.ui.widgets.vide import Vide


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("alertes", contenu)


class DialogueAlertes(Cadre):
    """What to deal with, then what holds."""

    def __init__(self, dossier: Dossier, etat: EtatRegistre, statuts: Statuts, parent: QWidget | None = None) -> None:
        super().__init__(_tr("Alertes du registre au {}").format(jour(etat.jour)), parent, 640)
        lues, tenues = controles(dossier, etat, statuts)
        self._ajouter(Carte(_tr("À traiter")), [ligne_alerte(alerte) for alerte in lues])
        self._ajouter(Carte(_tr("Registre en règle")), [ligne_controle(controle) for controle in tenues])
        if not lues:
            conseil = _tr("Catégories, capital et effectif sont dans les limites des statuts.")
            self.corps.insertWidget(0, Vide("shield-check", _tr("Aucune alerte"), conseil))
        self.fermer = self.bouton(_tr("Fermer"), "principal")
        self.fermer.clicked.connect(self.accept)
        self.fermer.setFocus()

    def _ajouter(self, carte: Carte, lignes: list[QWidget]) -> None:
        for i, ligne in enumerate(lignes):
            if i:
                carte.ajouter(trait())
            carte.ajouter(ligne)
        if lignes:
            self.corps.addWidget(carte)
