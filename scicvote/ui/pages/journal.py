"""The journal: every act in its order, what it wrote, taking one back; checking, copying and archiving the file."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scicvote.core.exact import accord, nombre
from scicvote.store.journal import Entree
from scicvote.ui import theme
from scicvote.ui.gestes_fichier import GestesFichier
from scicvote.ui.lecture_faits import lire_faits
from scicvote.ui.models.journal_model import JournalModel, quand
from scicvote.ui.pages.page import Aide, Commande, Page
from scicvote.ui.session import Session
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.case import Case
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.mise_en_page import Colonnes, rangee, vider
from scicvote.ui.widgets.recherche import Recherche
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.texte import Coupe, paragraphe, selectionnable, texte
from scicvote.ui.widgets.vide import Vide

_FAITS_MONTRES = 40  # beyond this (an import), the rest is counted


class PageJournal(Page):
    """Searches as one types; the entry that is selected is told in full beside."""

    cle = "journal"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.fichier_scic = GestesFichier(self)
        self._entrees: tuple[Entree, ...] = ()
        self.entree: Entree | None = None
        self.modele = JournalModel(self)
        self.table = Tableau(self.modele, self.tr("Journal"), decroissant=True)
        self.recherche = Recherche(self.tr("Chercher dans le journal"), self.tr("Acte, date"))
        self.avertis = Case(self.tr("Avec avertissements"))
        self.compte = texte("", couleur="discret")
        self._composer()
        self._boutons()
        self.recherche.textChanged.connect(self._filtrer)
        self.avertis.toggled.connect(lambda _coche: self._remplir())
        self.recherche.vers_les_lignes.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self._choisir)

    # --- building

    def _composer(self) -> None:
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
        self._lignes.setSpacing(8)
        self._detail.ajouter(self._lignes)
        self._detail.corps.addStretch(1)
        colonnes = Colonnes(1000)
        colonnes.ajouter(carte, part=8)
        colonnes.ajouter(self._detail, part=5)
        recherche = rangee(self.recherche, self.avertis, self.compte, espace=16)
        recherche.setStretch(0, 1)
        self.boite.addLayout(recherche)
        self.boite.addWidget(colonnes, 1)
        self.boite.setSpacing(16)

    def _boutons(self) -> None:
        self.bouton_sauvegarder = self.bouton_pied(self.tr("Sauvegarder…"), icone="save")
        self.bouton_sauvegarder.clicked.connect(self.fichier_scic.sauvegarder)
        self.bouton_archive = self.bouton_pied(self.tr("Archive…"), icone="package")
        self.bouton_archive.clicked.connect(self.fichier_scic.archiver)
        self.bouton_verifier = self.bouton_pied(self.tr("Vérifier le fichier"), "principal")
        self.bouton_verifier.clicked.connect(self.fichier_scic.verifier)

    # --- the page

    def titre(self) -> str:
        return self.tr("Journal")

    def sous_titre(self) -> str:
        return accord(len(self._entrees), "acte")

    def aides(self) -> tuple[Aide, ...]:
        return (Aide(("Ctrl", "F"), self.tr("chercher")), Aide(("↓",), self.tr("vers les lignes")))

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.bouton_archive, self.bouton_sauvegarder, self.bouton_verifier)

    def commandes(self) -> tuple[Commande, ...]:
        mot = self.tr("Journal")
        return (
            Commande(self.tr("Vérifier le fichier"), mot, "shield-check", self.fichier_scic.verifier),
            Commande(self.tr("Sauvegarder une copie…"), mot, "save", self.fichier_scic.sauvegarder),
            Commande(self.tr("Archive d’une assemblée…"), mot, "package", self.fichier_scic.archiver),
        )

    def chercher(self) -> bool:
        self.recherche.setFocus()
        self.recherche.selectAll()
        return True

    def premier_focus(self) -> QWidget | None:
        return self.recherche

    def instantane(self) -> object:
        return {"cherche": self.recherche.text(), "acte": self.entree.numero if self.entree else 0}

    def restituer(self, instantane: object) -> None:
        if not isinstance(instantane, dict):
            return
        self.recherche.setText(str(instantane.get("cherche", "")))
        rang = self.modele.rang_de(instantane.get("acte"))
        if rang is not None:
            self.table.choisir_rang(rang)

    def actualiser(self) -> None:
        self._entrees = self.session.entrees()
        self._remplir()
        self.entete_change.emit()

    # --- what is shown

    def _remplir(self) -> None:
        seuls = self.avertis.isChecked()
        self.modele.remplacer([entree for entree in self._entrees if entree.avertissements or not seuls])
        self._apres()

    def _filtrer(self, saisie: str) -> None:
        self.modele.filtrer(saisie)
        self._apres()

    def _apres(self) -> None:
        visibles, total = self.modele.rowCount(), len(self._entrees)
        entrees = accord(visibles, "entrée")
        self.compte.setText(self.tr("{} sur {}").format(entrees, nombre(total)) if visibles != total else entrees)
        self._pile.setCurrentIndex(0 if visibles else 1)
        self._detail.setVisible(bool(visibles))
        self.bouton_archive.setEnabled(bool(self.session.dossier.assemblees))
        if visibles:
            self.table.choisir_rang(0)

    def _choisir(self, courant: QModelIndex, _avant: QModelIndex) -> None:
        if courant.isValid():
            self._montrer(self.modele.ligne(courant.row()))

    def _montrer(self, entree: Entree) -> None:
        self.entree = entree
        vider(self._lignes)
        titre = self.tr("Entrée {}, {}").format(nombre(entree.numero), quand(entree))
        copier_detail = Bouton("", "icone", "copy").nommer(self.tr("Copier le détail de cette entrée"))
        copier_detail.setFixedWidth(32)
        copier_detail.clicked.connect(self.copier_detail)
        self._lignes.addLayout(rangee(texte(titre, "fort"), None, copier_detail))
        self.bouton_annuler = Bouton(self.tr("Annuler cet acte…"), "petit", "undo-2")
        self.bouton_annuler.clicked.connect(self.annuler)
        self._lignes.addWidget(selectionnable(paragraphe(entree.resume, "corps15")))
        for avertissement in entree.avertissements:
            ligne = rangee(espace=8)
            ligne.addWidget(Icone("triangle-alert", "alerte", 16))
            ligne.addWidget(selectionnable(paragraphe(sans_code(avertissement), couleur="alerte")), 1)
            self._lignes.addLayout(ligne)
        faits = lire_faits(self.session.dossier, entree.numero)
        for nom, detail in faits[:_FAITS_MONTRES]:
            self._lignes.addSpacing(4)
            self._lignes.addWidget(texte(nom, "fort"))
            if detail:
                self._lignes.addWidget(selectionnable(paragraphe(detail)))
        if len(faits) > _FAITS_MONTRES:
            reste = accord(len(faits) - _FAITS_MONTRES, "autre écriture", "autres écritures")
            self._lignes.addWidget(texte(self.tr("et {}").format(reste), couleur="discret"))
        self._lignes.addSpacing(4)
        empreinte = Coupe(couleur="discret")
        empreinte.setText(self.tr("Empreinte {}").format(entree.empreinte))
        self._lignes.addWidget(empreinte)
        self._lignes.addSpacing(8)
        self._lignes.addLayout(rangee(self.bouton_annuler, None))

    def copier_detail(self) -> None:
        """Copy what is shown of the entry, as text."""
        entree = self.entree
        if entree is None:
            return
        lignes = [f"{nombre(entree.numero)}. {quand(entree)}", entree.resume, *map(sans_code, entree.avertissements)]
        lignes += [f"{nom}\u00a0: {detail}" for nom, detail in lire_faits(self.session.dossier, entree.numero)]
        QGuiApplication.clipboard().setText("\n".join([*lignes, entree.empreinte]))
        self.phrase.emit(self.tr("Détail de l’acte n°\u00a0{} copié.").format(nombre(entree.numero)), "bon")

    # --- acting

    def annuler(self) -> None:
        """Take the selected act back: why, then what stands against it."""
        if self.entree is not None:
            from scicvote.ui.dialogs.annulation import DialogueAnnulation

            self.dialogue = DialogueAnnulation(self.session, self.entree.numero, self.entree.resume, self)
            self.dialogue.open()


def sans_code(ligne: str) -> str:
    """The sentence of a warning, as it was recorded with its code and path (``CODE chemin: phrase``)."""
    return ligne.partition(": ")[2] or ligne
