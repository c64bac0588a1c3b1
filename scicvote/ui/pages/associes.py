"""The register: a table that filters as one types, as of any day, beside the card of one person."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from scicvote.core.exact import accord, nombre
from scicvote.core.faits import Fiche, Mouvement
from scicvote.core.issue import Issue
from scicvote.core.registre import LIBELLES, Associe, EtatRegistre
from scicvote.store.depot import Acte
from scicvote.ui.alertes_registre import controles
from scicvote.ui.demandes import Inscription
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.export_registre import demander_chemin, exportation
from scicvote.ui.models.registre_model import RegistreModel
from scicvote.ui.models.table_model import Prepares
from scicvote.ui.pages.fiche_associe import FicheAssocie
from scicvote.ui.pages.page import Aide, Commande, Page
from scicvote.ui.session import Session
from scicvote.ui.textes import jour
from scicvote.ui.travaux import Progres, Travail
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.case import Case
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.jour import ChampJour
from scicvote.ui.widgets.mise_en_page import Colonnes, rangee
from scicvote.ui.widgets.recherche import Recherche
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.texte import texte
from scicvote.ui.widgets.vide import Vide

_LARGE: Final = 1_440  # pixels from which the address has a column
_OUTILS: Final = 680  # pixels under which the day and what is shown stand one above the other
_A_PART: Final = 5_000  # identities from which the register is read on another thread


class PageAssocies(Page):
    """Associés of a day; those who left or are not yet in, on request. Acts on the register begin here."""

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
        self.alertes = Bouton("", "lien", "triangle-alert", "alerte")
        self.inscrire = self.bouton_pied(self.tr("Inscrire un associé"), "principal")
        self.importer = self.bouton_pied(self.tr("Importer"), "pied", "file-up")
        self.exporter = self.bouton_pied(self.tr("Exporter"), "pied", "file-down")
        self.dialogue: QWidget | None = None
        self._choisi: int | None = None
        self._montre: tuple[Associe, date] | None = None
        self._vide = Vide("users", "", "", Bouton(self.tr("Effacer la recherche"), "petit"))
        self._composer()
        self._relier()

    def _composer(self) -> None:
        self.boite.addLayout(rangee(self.recherche, self.compte, espace=16))
        quand, qui = QWidget(), QWidget()
        quand.setLayout(
            rangee(texte(self.tr("État au"), couleur="discret"), self.jour, self.aujourdhui, None, espace=12)
        )
        qui.setLayout(rangee(self.tous, None, self.alertes, espace=12))
        outils = Colonnes(_OUTILS)
        outils.ajouter(quand, part=0)
        outils.ajouter(qui, part=1)
        self.boite.addWidget(outils)
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
        self.table.choisi.connect(lambda _rang: self.mouvementer())
        if self._vide.bouton is not None:
            self._vide.bouton.clicked.connect(self._effacer)
        self.alertes.clicked.connect(self.voir_alertes)
        self.inscrire.clicked.connect(self.ouvrir_inscription)
        self.importer.clicked.connect(self._importer)
        self.exporter.clicked.connect(self.ouvrir_export)
        self.fiche.mouvementer.connect(self.mouvementer)
        self.fiche.modifier.connect(self.modifier)
        self.fiche.annuler.connect(self.annuler)

    # --- the page

    def titre(self) -> str:
        return self.tr("Associés")

    def sous_titre(self) -> str:
        return self.tr("état du registre au {}").format(jour(self.jour.jour()))

    def aides(self) -> tuple[Aide, ...]:
        return (
            Aide(("Ctrl", "F"), self.tr("chercher")),
            Aide(("↓",), self.tr("vers les lignes")),
            Aide((self.tr("Entrée"),), self.tr("mouvement")),
            Aide(("F1",), self.tr("aide")),
        )

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.exporter, self.importer, self.inscrire)

    def commandes(self) -> tuple[Commande, ...]:
        sien = self._associe()
        qui = sien.nom_complet if sien is not None else ""
        siennes = (
            Commande(self.tr("Enregistrer un mouvement"), qui, "plus", self.mouvementer),
            Commande(self.tr("Modifier la fiche"), qui, "pencil", self.modifier),
        )
        return (
            Commande(self.tr("Inscrire un associé"), self.tr("Au registre"), "user-plus", self.ouvrir_inscription),
            Commande(self.tr("Importer un registre"), self.tr("CSV, XLSX ou ODS"), "file-up", self._importer),
            Commande(self.tr("Exporter le registre"), self.tr("CSV, XLSX ou ODS"), "file-down", self.ouvrir_export),
            Commande(self.tr("Alertes du registre"), self.sous_titre(), "triangle-alert", self.voir_alertes),
            *(siennes if sien is not None else ()),
        )

    def chercher(self) -> bool:
        self.recherche.setFocus()
        self.recherche.selectAll()
        return True

    def premier_focus(self) -> QWidget | None:
        return self.recherche

    def recevoir(self, argument: object) -> None:
        """A day, words to look for, the number of a person to show, or somebody to enter."""
        if isinstance(argument, date):
            self.jour.poser(argument)
        elif isinstance(argument, str):
            self.recherche.setText(argument)
        elif isinstance(argument, Inscription):
            self.ouvrir_inscription()
        elif isinstance(argument, int):
            self._choisi = argument
            self._effacer()
            self._rechoisir()

    def instantane(self) -> object:
        return {"associe": self._choisi, "recherche": self.recherche.text(), "tous": self.tous.isChecked()}

    def restituer(self, instantane: object) -> None:
        if not isinstance(instantane, dict):
            return
        self.tous.setChecked(instantane.get("tous") is True)
        self.recherche.setText(str(instantane.get("recherche") or ""))
        if isinstance(instantane.get("associe"), int):
            self._choisi = instantane["associe"]
            self._rechoisir()

    # --- what is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._accorder_colonnes()

    def _accorder_colonnes(self) -> None:
        """Address and entry have a column where there is room for it; the card has them anyway."""
        self.table.montrer_colonne("entree", self.width() >= _OUTILS)
        self.table.montrer_colonne("domicile", self.width() >= _LARGE and not self.tous.isChecked())

    @property
    def etat(self) -> EtatRegistre:
        """The register as of the day that is chosen."""
        return self.session.dossier.registre.au(self.jour.jour())

    def actualiser(self) -> None:
        self.table.montrer_colonne("etat", self.tous.isChecked())
        self._accorder_colonnes()
        self.aujourdhui.setEnabled(self.jour.jour() != self.session.aujourdhui)
        self.exporter.setEnabled(bool(self.session.dossier.registre.fiches))
        self.modele.classer(self.session.dossier.statuts_au(self.jour.jour()))
        lire = self._lecture()
        if len(self.session.dossier.registre.fiches) < _A_PART:
            self._poser(lire(lambda _fait, _total: True))
        else:
            self.travailler(self.tr("Lecture du registre"), lire, self._poser)
        self.entete_change.emit()

    def _lecture(self) -> Travail[Prepares[Associe]]:
        """The work that reads the rows of the day, ready to be shown; on another thread where they are many."""
        registre, le, tous = self.session.dossier.registre, self.jour.jour(), self.tous.isChecked()

        def lire(progres: Progres) -> Prepares[Associe]:
            progres(0, 2)
            etat = registre.au(le)
            progres(1, 2)
            return self.modele.preparer(etat.personnes if tous else etat.associes)

        return lire

    def _poser(self, prepares: Prepares[Associe]) -> None:
        self._montre = None
        self.modele.adopter(prepares)
        self._apres()
        self._dire_alertes()

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
        elif self.session.dossier.registre.fiches:
            self._vide.dire(
                self.tr("Aucun associé au {}").format(jour(self.jour.jour())),
                self.tr("Choisir un autre jour, ou montrer aussi les sortis et les candidats."),
            )
        else:
            self._vide.dire(
                self.tr("Le registre est vide"),
                self.tr("Importer un tableur, avec un aperçu avant d’écrire, ou inscrire les associés un à un."),
            )

    def _dire_alertes(self) -> None:
        if len(self.session.dossier.registre.fiches) >= _A_PART:  # checked when they are asked for
            self.alertes.setText(f" {self.tr('Alertes du registre')}")
            self.alertes.setVisible(True)
            return
        lues, _tenues = controles(self.session.dossier, self.etat, self.session.dossier.statuts_au(self.jour.jour()))
        self.alertes.setText(f" {accord(len(lues), 'alerte')}")
        self.alertes.setVisible(bool(lues) and bool(self.session.dossier.registre.fiches))

    def _rechoisir(self) -> None:
        rang = self.modele.rang_de(self._choisi) if self._choisi is not None else None
        if rang is None and self.modele.rowCount():
            rang = 0
        if rang is None:
            self._montre = None
            self.fiche.effacer()
        else:
            self.table.choisir_rang(rang)

    def _choisir(self, courant: QModelIndex, _avant: QModelIndex) -> None:
        if not courant.isValid():
            return
        associe = self.modele.ligne(courant.row())
        self._choisi = associe.numero
        if self._montre == (associe, self.jour.jour()):
            return
        self._montre = (associe, self.jour.jour())
        statuts = self.session.dossier.statuts_au(self.jour.jour())
        self.fiche.montrer(associe, self.session.dossier, statuts, self.jour.jour())

    def _associe(self) -> Associe | None:
        """The person who is selected, as they are on the day that is read."""
        rang = self.table.rang()
        return self.modele.ligne(rang) if 0 <= rang < self.modele.rowCount() else None

    # --- acts

    def ouvrir_inscription(self) -> None:
        """Enter somebody in the register."""
        from scicvote.ui.dialogs.inscription import DialogueInscription

        dialogue = DialogueInscription(self.session, self)
        dialogue.fait.connect(self._inscrit)
        self._ouvrir(dialogue)

    def _inscrit(self, acte: Acte) -> None:
        """Show who has just come in, a candidate too."""
        numero = next(fait.associe for fait in acte.faits if isinstance(fait, Fiche))
        candidat = numero not in {a.numero for a in self.etat.associes}
        self.phrase.emit(f"{acte.resume}.", "bon")
        if candidat:
            self.tous.setChecked(True)
        self.recevoir(numero)

    def mouvementer(self) -> None:
        """A movement of the person who is selected."""
        if (associe := self._associe()) is None:
            return
        from scicvote.ui.dialogs.mouvement import DialogueMouvement

        dialogue = DialogueMouvement(self.session, associe, self)
        dialogue.fait.connect(self._dire_fait)
        self._ouvrir(dialogue)

    def modifier(self) -> None:
        """The identity of the person who is selected."""
        if (associe := self._associe()) is None:
            return
        from scicvote.ui.dialogs.fiche import DialogueFiche

        dialogue = DialogueFiche(self.session, associe, self)
        dialogue.fait.connect(self._dire_fait)
        self._ouvrir(dialogue)

    def annuler(self, mouvement: Mouvement) -> None:
        """Take back the act that wrote a movement."""
        from scicvote.ui.dialogs.annulation import DialogueAnnulation, acte_de

        quoi = f"{LIBELLES.get(mouvement.nature, mouvement.nature)}, {jour(mouvement.jour)}"
        dialogue = DialogueAnnulation(self.session, acte_de(self.session.dossier, mouvement), quoi, self)
        dialogue.fait.connect(self._dire_fait)
        self._ouvrir(dialogue)

    def _dire_fait(self, acte: Acte) -> None:
        self.phrase.emit(f"{acte.resume}.", "bon")

    def _ouvrir(self, dialogue: Cadre) -> None:
        self.dialogue = dialogue
        dialogue.open()

    def voir_alertes(self) -> None:
        """Every alert on the register of the day, with its figures and articles."""
        from scicvote.ui.dialogs.alertes import DialogueAlertes

        etat, statuts = self.etat, self.session.dossier.statuts_au(self.jour.jour())
        self._ouvrir(DialogueAlertes(self.session.dossier, etat, statuts, self))

    def _importer(self) -> None:
        self.demande.emit("importation", None)

    def ouvrir_export(self) -> None:
        """Write the register of the day as a spreadsheet."""
        etat = self.etat
        chemin = demander_chemin(self, etat)
        if chemin is None:
            return

        def dire(issues: tuple[Issue, ...]) -> None:
            if issues:
                self.phrase.emit(" ".join(issue.phrase for issue in issues), "faute")
            else:
                self.phrase.emit(self.tr("Registre écrit\u00a0: {}").format(chemin), "bon")

        statuts = self.session.dossier.statuts_au(etat.jour)
        self.travailler(self.tr("Export du registre"), exportation(etat, statuts, chemin), dire)
