"""Importing a register: choose or drop a file, read what it would do row by row, then all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from scicvote.actes.importation import Import, apercevoir, importer_apercu
from scicvote.core.apercu_import import Apercu, Sort
from scicvote.core.exact import accord, nombre
from scicvote.store.depot import Acte
from scicvote.ui.gestes import agir
from scicvote.ui.models.apercu_model import ApercuModel, mot_sort
from scicvote.ui.pages.page import Aide, Page
from scicvote.ui.session import Session
from scicvote.ui.travaux import Progres
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.carte_ligne_import import CarteLigneImport
from scicvote.ui.widgets.filtres_comptes import FiltresComptes
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, vider
from scicvote.ui.widgets.recherche import Recherche
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.vide import Vide

_ORDRE: Final = (Sort.REFUSE, Sort.NOUVEAU, Sort.MODIFIE, Sort.INCHANGE, Sort.IGNORE)
_OUTILS: Final = 800  # pixels under which the filters and the search stand one above the other
_TOUT: Final = "tout"
_EXTENSIONS: Final = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods")


class PageImportation(Page):
    """Nothing is written before the primary button; what is refused says its row and its reason."""

    cle = "importation"
    rubrique = "associes"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setAcceptDrops(True)
        self.essai: Import | None = None
        self._chemin: Path | None = None
        self.modele = ApercuModel(self)
        self.table = Tableau(self.modele, self.tr("Aperçu de l’import"))
        self.recherche = Recherche(self.tr("Chercher dans l’aperçu"), self.tr("Nom, ou raison"))
        self.filtres = FiltresComptes(self.tr("Sort des lignes"))
        self.ligne = CarteLigneImport()
        self.fautes = ListeIssues()
        self.notes = QVBoxLayout()
        self.choisir = self.bouton_pied(self.tr("Choisir un fichier…"), "principal")
        self.autre = self.bouton_pied(self.tr("Autre fichier"), "pied", "folder-open")
        self.importer = self.bouton_pied("", "principal")
        self._etats = QStackedWidget()
        self._composer()
        self._relier()

    def _composer(self) -> None:
        conseil = self.tr(
            "CSV, XLSX ou ODS, déposé ici ou choisi. Rien n’est écrit avant que l’aperçu soit lu et accepté."
        )
        accueil = Carte()
        accueil.ajouter(Vide("file-up", self.tr("Importer un registre"), conseil), 1)
        tableau = Carte()
        tableau.ajouter(self.table, 1)
        colonnes = Colonnes()
        colonnes.ajouter(tableau)
        colonnes.ajouter(self.ligne, 344)
        apercu = QWidget()
        outils = Colonnes(_OUTILS, espace=16)
        outils.ajouter(self.filtres)
        outils.ajouter(self.recherche, 240)
        boite = pile(self.notes, outils, espace=16)
        boite.addWidget(colonnes, 1)
        apercu.setLayout(boite)
        self.notes.setSpacing(8)
        self._etats.addWidget(accueil)
        self._etats.addWidget(apercu)
        self.boite.addWidget(self.fautes)
        self.boite.addWidget(self._etats, 1)
        self.boite.setSpacing(16)

    def _relier(self) -> None:
        self.choisir.clicked.connect(self.demander)
        self.autre.clicked.connect(self.demander)
        self.importer.clicked.connect(self.accomplir)
        self.filtres.choisi.connect(self._montrer_onglet)
        self.recherche.textChanged.connect(self._filtrer)
        self.recherche.vers_les_lignes.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self._lire_ligne)

    # --- the page

    @property
    def apercu(self) -> Apercu | None:
        """The preview that is shown."""
        return self.essai.apercu if self.essai is not None else None

    def titre(self) -> str:
        return self.tr("Importer un registre")

    def sous_titre(self) -> str:
        return self.apercu.source if self.apercu is not None else ""

    def aides(self) -> tuple[Aide, ...]:
        if self.apercu is None:
            return (Aide((self.tr("Entrée"),), self.tr("choisir un fichier")),)
        return (Aide(("Ctrl", "F"), self.tr("chercher")), Aide(("←", "→"), self.tr("changer d’onglet")))

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.autre, self.importer) if self.apercu is not None else (self.choisir,)

    def chercher(self) -> bool:
        if self.apercu is None:
            return False
        self.recherche.setFocus()
        return True

    def premier_focus(self) -> QWidget | None:
        if self.apercu is None:
            return self.choisir
        return self.importer if self.importer.isEnabled() else self.table

    def recevoir(self, argument: object) -> None:
        """A file to read."""
        if isinstance(argument, Path):
            self.lire(argument)

    def actualiser(self) -> None:
        """Another state: what was read is compared with it again."""
        if self._chemin is not None:
            self.lire(self._chemin)

    # --- reading

    def demander(self) -> None:
        """Ask for a file."""
        filtre = self.tr("Tableurs (*.csv *.tsv *.txt *.xlsx *.xlsm *.ods);;Tous les fichiers (*)")
        depart = str(self._chemin.parent if self._chemin else Path.home())
        nom, _ = QFileDialog.getOpenFileName(self, self.tr("Importer un registre"), depart, filtre)
        if nom:
            self.lire(Path(nom))

    def lire(self, chemin: Path) -> None:
        """Preview a file, aside; what is shown stays until it is read."""
        self._chemin = chemin
        depot, jour = self.session.depot, self.session.aujourdhui

        def travail(progres: Progres) -> Import:
            return apercevoir(depot, chemin, jour, progres)

        self.travailler(self.tr("Lecture de {}").format(chemin.name), travail, self.montrer)

    def montrer(self, essai: Import) -> None:
        """Show a preview, or why there is none."""
        self.essai = essai
        apercu = essai.apercu
        self._etats.setCurrentIndex(0 if apercu is None else 1)
        self.fautes.montrer(essai.issues if apercu is None else apercu.issues)
        if apercu is None:
            self._chemin = None
        else:
            self._noter(apercu)
            self._dire_bouton(apercu)
            comptes = [(sort, apercu.nombre(sort)) for sort in _ORDRE]
            presents = [(sort.name, f"{mot_sort(sort, n)} {nombre(n)}") for sort, n in comptes if n]
            tout = (_TOUT, self.tr("Tout {}").format(nombre(len(apercu.lignes))))
            premier = presents[0][0] if presents and apercu.nombre(Sort.REFUSE) else _TOUT
            self.filtres.montrer([tout, *presents], premier)
            self._montrer_onglet(premier)
        self.entete_change.emit()
        if self.isVisible() and (premier_focus := self.premier_focus()) is not None:
            premier_focus.setFocus()

    def _noter(self, apercu: Apercu) -> None:
        """What the whole file says: whether it can be imported, and who is not in it."""
        vider(self.notes)
        refuses = apercu.nombre(Sort.REFUSE)
        if not apercu.acceptable:
            lignes = accord(refuses, "ligne refusée", "lignes refusées")
            titre = (
                self.tr("Rien ne peut être importé\u00a0: {}").format(lignes)
                if refuses
                else self.tr("Rien ne peut être importé")
            )
            conseil = self.tr("Tout s’importe, ou rien\u00a0: corriger le fichier à ces lignes, puis le relire.")
            self.notes.addWidget(Encart("faute", "octagon-alert", titre, conseil))
        elif not apercu.faits():
            conseil = self.tr("Chaque ligne est déjà au registre, telle quelle.")
            self.notes.addWidget(Encart("bon", "check", self.tr("Rien à importer"), conseil))
        if apercu.absents:
            combien = accord(len(apercu.absents), "associé")
            pluriel = len(apercu.absents) > 1
            titre = self.tr("{} du registre {} dans le fichier").format(
                combien, self.tr("ne sont pas") if pluriel else self.tr("n’est pas")
            )
            conseil = self.tr("L’import n’enlève personne\u00a0: une sortie est un mouvement de la fiche ({}).")
            conseil = conseil.format(self.session.statuts().citer("statuts 14"))
            self.notes.addWidget(Encart("accent", "info", titre, conseil))

    def _dire_bouton(self, apercu: Apercu) -> None:
        nouveaux, modifies = apercu.nombre(Sort.NOUVEAU), apercu.nombre(Sort.MODIFIE)
        mots = [accord(nouveaux, "nouveau", "nouveaux")] if nouveaux else []
        mots += [accord(modifies, "modifié")] if modifies else []
        possible = bool(apercu.faits())
        self.importer.setText(self.tr("Importer {}").format(", ".join(mots)) if possible else self.tr("Importer"))
        self.importer.setEnabled(possible)

    def _montrer_onglet(self, cle: str) -> None:
        if self.apercu is None:
            return
        lignes = self.apercu.lignes if cle == _TOUT else [r for r in self.apercu.lignes if r.sort.name == cle]
        self.modele.remplacer(lignes)
        self._premiere()

    def _filtrer(self, saisie: str) -> None:
        self.modele.filtrer(saisie)
        self._premiere()

    def _premiere(self) -> None:
        if self.modele.rowCount():
            self.table.choisir_rang(0)
        else:
            self.ligne.effacer()

    def _lire_ligne(self, courant: QModelIndex, _avant: QModelIndex) -> None:
        if courant.isValid():
            self.ligne.montrer(self.modele.ligne(courant.row()))

    # --- the act

    def accomplir(self) -> None:
        """Record what the preview shows."""
        essai = self.essai
        if essai is None or essai.apercu is None or not self.importer.isEnabled():
            return
        self._chemin = None  # the new state is not to be compared with it again
        # Its warnings are those of the rows that have just been read: they are traced, and not asked about again.
        agir(self, self.session, lambda depot: importer_apercu(depot, essai), apres=self._importe, confirmer=False)

    def _importe(self, acte: Acte) -> None:
        self.essai = None
        self._etats.setCurrentIndex(0)
        self.phrase.emit(acte.resume, "bon")
        self.demande.emit("associes", None)

    # --- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _depose(event) is not None:
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        chemin = _depose(event)
        if chemin is None:
            super().dropEvent(event)
            return
        event.acceptProposedAction()
        self.lire(chemin)


def _depose(event: QDropEvent) -> Path | None:
    """The one spreadsheet that is being dropped."""
    noms = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return noms[0] if len(noms) == 1 and noms[0].suffix.lower() in _EXTENSIONS else None
