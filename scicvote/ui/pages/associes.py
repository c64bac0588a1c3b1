"""The register: a table that filters as one types, as of any day, beside the card of one person."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStackedWidget, QWidget

from scicvote.core.exact import accord, nombre
from scicvote.ui.models.registre_model import RegistreModel
from scicvote.ui.pages.fiche_associe import FicheAssocie
from scicvote.ui.pages.page import Aide, Page
from scicvote.ui.session import Session
from scicvote.ui.textes import jour
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.case import Case
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.jour import ChampJour
from scicvote.ui.widgets.mise_en_page import Colonnes, rangee
from scicvote.ui.widgets.recherche import Recherche
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.texte import texte
from scicvote.ui.widgets.vide import Vide


class PageAssocies(Page):
    """Associés of a day; those who left or are not yet in, on request."""

    cle = "associes"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.modele = RegistreModel(self)
        self.table = Tableau(self.modele, self.tr("Registre des associés"))
        self.table.montrer_colonne("etat", False)
        self.fiche = FicheAssocie()
        self.recherche = Recherche(self.tr("Chercher dans le registre"), self.tr("Nom, catégorie, collège, courriel"))
        self.compte = texte("", couleur="discret")
        self.jour = ChampJour(self.tr("État du registre au"), session.aujourdhui)
        self.tous = Case(self.tr("Sortis et candidats aussi"))
        self.aujourdhui = Bouton(self.tr("Aujourd’hui"), "lien")
        self._choisi: int | None = None
        self._vide = Vide("users", "", "", Bouton(self.tr("Effacer la recherche"), "petit"))
        self._composer()
        self._relier()

    def _composer(self) -> None:
        self.boite.addLayout(rangee(self.recherche, self.compte, espace=16))
        outils = rangee(
            texte(self.tr("État au"), couleur="discret"), self.jour, self.aujourdhui, 16, self.tous, None, espace=12
        )
        self.boite.addLayout(outils)
        carte = Carte()
        self._pile = QStackedWidget()
        self._pile.addWidget(self.table)
        self._pile.addWidget(self._vide)
        carte.ajouter(self._pile, 1)
        self.colonnes = Colonnes()
        self.colonnes.ajouter(carte)
        self.colonnes.ajouter(self.fiche, 344)
        self.boite.addWidget(self.colonnes, 1)
        self.boite.setSpacing(16)

    def _relier(self) -> None:
        self.recherche.textChanged.connect(self._filtrer)
        self.recherche.vers_les_lignes.connect(self.table.setFocus)
        self.jour.jour_change.connect(lambda _jour: self.actualiser())
        self.tous.toggled.connect(lambda _coche: self.actualiser())
        self.aujourdhui.clicked.connect(lambda: self.jour.poser(self.session.aujourdhui))
        self.table.selectionModel().currentRowChanged.connect(self._choisir)
        if self._vide.bouton is not None:
            self._vide.bouton.clicked.connect(self._effacer)

    # --- the page

    def titre(self) -> str:
        return self.tr("Associés")

    def sous_titre(self) -> str:
        return self.tr("état du registre au {}").format(jour(self.jour.jour()))

    def aides(self) -> tuple[Aide, ...]:
        return (
            Aide(("Ctrl", "F"), self.tr("chercher")),
            Aide(("↓",), self.tr("vers les lignes")),
            Aide(("Ctrl", "T"), self.tr("trier")),
            Aide((self.tr("Échap"),), self.tr("effacer")),
        )

    def chercher(self) -> bool:
        self.recherche.setFocus()
        self.recherche.selectAll()
        return True

    def premier_focus(self) -> QWidget | None:
        return self.recherche

    def recevoir(self, argument: object) -> None:
        """A day, or the number of a person to show."""
        if isinstance(argument, date):
            self.jour.poser(argument)
        elif isinstance(argument, int):
            self._choisi = argument
            self._effacer()
            self._rechoisir()

    # --- what is shown

    def actualiser(self) -> None:
        etat = self.session.dossier.registre.au(self.jour.jour())
        personnes = etat.personnes if self.tous.isChecked() else etat.associes
        self.table.montrer_colonne("etat", self.tous.isChecked())
        self.table.montrer_colonne("domicile", not self.tous.isChecked())
        self.aujourdhui.setEnabled(self.jour.jour() != self.session.aujourdhui)
        self.modele.montrer(personnes, self.session.dossier.statuts_au(self.jour.jour()))
        self._apres()
        self.entete_change.emit()

    def _filtrer(self, saisie: str) -> None:
        self.modele.filtrer(saisie)
        self._apres()

    def _effacer(self) -> None:
        self.recherche.clear()
        self.recherche.setFocus()

    def _apres(self) -> None:
        """The count, the empty state, and the person who was selected."""
        visibles, total = self.modele.rowCount(), self.modele.total
        quoi = accord(visibles, "personne" if self.tous.isChecked() else "associé")
        partiel = visibles != total
        self.compte.setText(self.tr("{} sur {}").format(quoi, nombre(total)) if partiel else quoi)
        self._pile.setCurrentIndex(0 if visibles else 1)
        if not visibles:
            self._dire_vide(total)
        self._rechoisir()

    def _dire_vide(self, total: int) -> None:
        if self._vide.bouton is not None:
            self._vide.bouton.setVisible(bool(total))
        if total:
            self._vide.dire(
                self.tr("Aucun associé ne répond à «\u00a0{}\u00a0»").format(self.recherche.text().strip()),
                self.tr("Essayer un autre mot, un autre jour, ou montrer aussi les sortis et les candidats."),
            )
        else:
            self._vide.dire(
                self.tr("Aucun associé au {}").format(jour(self.jour.jour())),
                self.tr("Choisir un autre jour, ou montrer aussi les sortis et les candidats."),
            )

    def _rechoisir(self) -> None:
        rang = self.modele.rang_de(self._choisi) if self._choisi is not None else None
        if rang is None and self.modele.rowCount():
            rang = 0
        if rang is None:
            self.fiche.effacer()
        else:
            self.table.choisir_rang(rang)

    def _choisir(self, courant: QModelIndex, _avant: QModelIndex) -> None:
        if not courant.isValid():
            return
        associe = self.modele.ligne(courant.row())
        self._choisi = associe.numero
        statuts = self.session.dossier.statuts_au(self.jour.jour())
        self.fiche.montrer(associe, self.session.dossier, statuts)
