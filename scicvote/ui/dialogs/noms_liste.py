"""Who is on the list, by name, to be read, searched and copied to a spreadsheet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scicvote.core.assemblee import Assemblee
from scicvote.core.exact import accord
from scicvote.core.faits import LigneListe
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.models.liste_model import ListeModel
from scicvote.ui.session import Session
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.recherche import Recherche
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.texte import texte


class DialogueNoms(Cadre):
    """The people of a list, frozen or as it would be."""

    def __init__(
        self, session: Session, ag: Assemblee, lignes: tuple[LigneListe, ...], quand: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Liste des associés"), parent, 860)
        self.modele = ListeModel(self)
        self.modele.montrer(session.dossier, ag, lignes)
        self.table = Tableau(self.modele, self.tr("Liste des associés"))
        self.table.montrer_colonne("college", ag.convocation.par_college)
        self.table.setMinimumHeight(420)
        self.recherche = Recherche(self.tr("Chercher dans la liste"), self.tr("Nom, catégorie, collège"))
        self.recherche.textChanged.connect(self.modele.filtrer)
        self.recherche.vers_les_lignes.connect(self.table.setFocus)
        carte = Carte()
        carte.ajouter(self.table)
        self.corps.addWidget(texte(f"{accord(len(lignes), 'associé')}, {quand}", couleur="discret"))
        self.corps.addWidget(self.recherche)
        self.corps.addWidget(carte)
        self.copier = self.bouton(self.tr("Copier le tableau"), icone="copy")
        self.copier.clicked.connect(lambda: self.table.copier(tout=True))
        self.fermer = self.bouton(self.tr("Fermer"), "principal")
        self.fermer.clicked.connect(self.accept)
        self.recherche.setFocus()
