"""The journal: every act in its order, and the warnings that were passed over."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scicvote.core.exact import accord, nombre
from scicvote.store.journal import Entree
from scicvote.ui import theme
from scicvote.ui.models.journal_model import JournalModel, quand
from scicvote.ui.pages.page import Aide, Page
from scicvote.ui.session import Session
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.mise_en_page import rangee, vider
from scicvote.ui.widgets.recherche import Recherche
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.texte import paragraphe, selectionnable, texte
from scicvote.ui.widgets.vide import Vide


class PageJournal(Page):
    """Searches as one types; the entry that is selected is told in full below."""

    cle = "journal"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.modele = JournalModel(self)
        self.table = Tableau(self.modele, self.tr("Journal"), decroissant=True)
        self.recherche = Recherche(self.tr("Chercher dans le journal"), self.tr("Acte, date"))
        self.compte = texte("", couleur="discret")
        self._pile = QStackedWidget()
        self._pile.addWidget(self.table)
        conseil = self.tr("Essayer un autre mot, ou vider le champ avec Échap.")
        self._pile.addWidget(Vide("search", self.tr("Aucune entrée ne répond à cette recherche"), conseil))
        carte = Carte()
        carte.ajouter(self._pile, 1)
        self._detail = Carte()
        self._detail.setAccessibleName(self.tr("Détail de l’entrée"))
        self._lignes = QVBoxLayout()
        self._lignes.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, 16)
        self._lignes.setSpacing(6)
        self._detail.ajouter(self._lignes)
        self.boite.addLayout(rangee(self.recherche, self.compte, espace=16))
        self.boite.addWidget(carte, 1)
        self.boite.addWidget(self._detail)
        self.boite.setSpacing(16)
        self.recherche.textChanged.connect(self._filtrer)
        self.recherche.vers_les_lignes.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self._choisir)

    def titre(self) -> str:
        return self.tr("Journal")

    def sous_titre(self) -> str:
        return accord(self.modele.total, "acte")

    def aides(self) -> tuple[Aide, ...]:
        return (Aide(("Ctrl", "F"), self.tr("chercher")), Aide(("↓",), self.tr("vers les lignes")))

    def chercher(self) -> bool:
        self.recherche.setFocus()
        self.recherche.selectAll()
        return True

    def premier_focus(self) -> QWidget | None:
        return self.recherche

    def actualiser(self) -> None:
        self.modele.remplacer(self.session.entrees())
        self._apres()
        self.entete_change.emit()

    def _filtrer(self, saisie: str) -> None:
        self.modele.filtrer(saisie)
        self._apres()

    def _apres(self) -> None:
        visibles, total = self.modele.rowCount(), self.modele.total
        entrees = accord(visibles, "entrée")
        self.compte.setText(self.tr("{} sur {}").format(entrees, nombre(total)) if visibles != total else entrees)
        self._pile.setCurrentIndex(0 if visibles else 1)
        self._detail.setVisible(bool(visibles))
        if visibles:
            self.table.choisir_rang(0)

    def _choisir(self, courant: QModelIndex, _avant: QModelIndex) -> None:
        if courant.isValid():
            self._montrer(self.modele.ligne(courant.row()))

    def _montrer(self, entree: Entree) -> None:
        vider(self._lignes)
        titre = self.tr("Entrée {}, {}").format(nombre(entree.numero), quand(entree))
        self._lignes.addWidget(texte(titre, "fort"))
        self._lignes.addWidget(selectionnable(paragraphe(entree.resume)))
        for avertissement in entree.avertissements:
            self._lignes.addWidget(selectionnable(paragraphe(avertissement, couleur="alerte")))
        empreinte = self.tr("Empreinte {}").format(entree.empreinte)
        self._lignes.addWidget(selectionnable(paragraphe(empreinte, couleur="discret")))
