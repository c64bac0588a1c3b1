"""The side card of the register: who a person is, their college and why, their parts, their movements."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from scicvote.core.alertes_personne import alertes_personne
from scicvote.core.college import classer, codes_de
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import Mouvement
from scicvote.core.registre import LIBELLES, Associe
from scicvote.core.statuts import Statuts
from scicvote.ui import theme
from scicvote.ui.models.registre_model import etat_associe
from scicvote.ui.textes import jour, majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.lignes_accueil import ligne_alerte
from scicvote.ui.widgets.mise_en_page import Element, pile, rangee, trait, vider
from scicvote.ui.widgets.pastille import MarqueEtat, pastille
from scicvote.ui.widgets.texte import paragraphe, selectionnable, texte
from scicvote.ui.widgets.vide import Vide

_BORD = theme.GOUTTIERE - 1


class FicheAssocie(Carte):
    """Empty until ``montrer``. The signals ask for an act on the person who is shown."""

    mouvementer = Signal()
    modifier = Signal()
    annuler = Signal(object)  # the Mouvement whose act is to be taken back

    def __init__(self) -> None:
        super().__init__()
        self._retours: list[Bouton] = []
        contenu = QWidget()
        contenu.setProperty("fond", "neutre")
        self._contenu = QVBoxLayout(contenu)
        self._contenu.setContentsMargins(0, 0, 0, 0)
        self._contenu.setSpacing(0)
        defilement = QScrollArea()
        defilement.setWidgetResizable(True)
        defilement.setFrameShape(QFrame.Shape.NoFrame)
        defilement.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        defilement.setWidget(contenu)
        defilement.setMinimumHeight(320)
        defilement.setAccessibleName(self.tr("Fiche de la personne"))
        self.ajouter(defilement, 1)
        self.effacer()

    def effacer(self) -> None:
        """Nobody is selected."""
        vider(self._contenu)
        self._contenu.addWidget(
            Vide("user", self.tr("Personne n’est choisi"), self.tr("Choisir une ligne pour lire sa fiche."))
        )

    def montrer(self, associe: Associe, dossier: Dossier, statuts: Statuts, le: date) -> None:
        """Show a person as the register knows them on ``le``."""
        vider(self._contenu)
        self._retours = []
        self._contenu.addWidget(self._identite(associe))
        for alerte in alertes_personne(associe, le, statuts):
            self._contenu.addWidget(trait())
            self._contenu.addWidget(ligne_alerte(alerte))
        self._contenu.addWidget(trait())
        self._contenu.addWidget(self._situation(associe, statuts))
        self._contenu.addWidget(trait())
        self._contenu.addWidget(self._mouvements(associe, dossier))
        self._contenu.addStretch(1)

    def textes(self) -> tuple[str, ...]:
        """Every text of the card."""
        return tuple(label.text() for label in self.findChildren(QLabel) if label.text())

    def boutons_retour(self) -> tuple[Bouton, ...]:
        """The buttons that take a movement back, in the order of the card."""
        return tuple(self._retours)

    def _identite(self, associe: Associe) -> QWidget:
        fiche = associe.fiche
        lignes: list[Element] = [paragraphe(associe.nom_complet, "titre"), MarqueEtat(etat_associe(associe))]
        lignes += [selectionnable(paragraphe(t, couleur="discret")) for t in (fiche.domicile, fiche.courriel) if t]
        if fiche.representant:
            qualite = f", {fiche.qualite_representant}" if fiche.qualite_representant else ""
            lignes.append(paragraphe(self.tr("Représentée par {}{}").format(fiche.representant, qualite)))
        return _bloc([*lignes, self._boutons(associe)], espace=6)

    def _boutons(self, associe: Associe) -> QLayout:
        qui = associe.nom_complet
        mouvement = Bouton(self.tr("Mouvement"), "petit", "plus").nommer(self.tr("Mouvement de {}").format(qui))
        modifier = Bouton(self.tr("Modifier"), "petit", "pencil").nommer(self.tr("Modifier la fiche de {}").format(qui))
        mouvement.clicked.connect(self.mouvementer)
        modifier.clicked.connect(self.modifier)
        boutons = rangee(mouvement, modifier, None, espace=8)
        boutons.setContentsMargins(0, 10, 0, 0)
        return boutons

    def _situation(self, associe: Associe, statuts: Statuts) -> QWidget:
        classement = classer(statuts, associe.categorie, associe.fiche.personne)
        codes = codes_de(statuts, associe.categorie, associe.fiche.personne)
        colleges = [(code, statuts.par_code[code].nom) for code in codes] or [("–", self.tr("Aucun collège"))]
        college = pile(*(rangee(pastille(c, nom), paragraphe(nom, "fort"), espace=10) for c, nom in colleges), espace=6)
        raison = paragraphe(f"{majuscule(classement.raison)}.", couleur="discret")
        parts = accord(associe.parts, "part")
        if associe.liberees != associe.parts:
            parts = self.tr("{}, dont {} libérées").format(parts, associe.liberees)
        lignes: list[tuple[str, str]] = [(self.tr("Parts"), parts), (self.tr("Entrée"), jour(associe.entree))]
        if associe.sortie:
            lignes.append((self.tr("Sortie"), jour(associe.sortie)))
        if associe.derniere_operation:
            lignes.append((self.tr("Dernière opération"), jour(associe.derniere_operation)))
        bloc = QWidget()
        boite = pile(college, raison, 8, _paires(lignes), espace=6)
        boite.setContentsMargins(_BORD, 16, _BORD, 16)
        bloc.setLayout(boite)
        return bloc

    def _mouvements(self, associe: Associe, dossier: Dossier) -> QWidget:
        lignes: list[Element] = [texte(self.tr("Mouvements"), "fort15")]
        for mouvement in reversed(dossier.registre.mouvements_de(associe.numero)):
            lignes.append(self._mouvement(mouvement, associe, dossier))
        return _bloc(lignes, espace=12)

    def _mouvement(self, mouvement: Mouvement, associe: Associe, dossier: Dossier) -> QWidget:
        mots = [jour(mouvement.jour)]
        if mouvement.parts:
            mots.append(accord(mouvement.parts, "part"))
        if mouvement.tiers is not None:
            recu = mouvement.tiers == associe.numero
            autre = dossier.nom(mouvement.associe if recu else mouvement.tiers, mouvement.jour)
            mots.append((self.tr("reçues de {}") if recu else self.tr("à {}")).format(autre))
        if mouvement.assemblee is not None and (ag := dossier.assemblee(mouvement.assemblee)) is not None:
            mots.append(ag.titre_court)
        if mouvement.piece:
            mots.append(mouvement.piece)
        ligne = QWidget()
        libelle = LIBELLES.get(mouvement.nature, mouvement.nature)
        textes = pile(paragraphe(libelle), paragraphe(" · ".join(mots), couleur="discret"), espace=2)
        retour = Bouton("", "icone", "undo-2", "discret")
        retour.nommer(self.tr("Annuler\u00a0: {} du {}").format(libelle, jour(mouvement.jour)))
        retour.setFixedWidth(32)
        self._retours.append(retour)
        retour.clicked.connect(lambda: self.annuler.emit(mouvement))
        boite = rangee(espace=8)
        boite.addLayout(textes, 1)
        boite.addWidget(retour, 0, Qt.AlignmentFlag.AlignTop)
        ligne.setLayout(boite)
        return ligne


def _bloc(lignes: list[Element], espace: int) -> QWidget:
    bloc = QWidget()
    boite = pile(*lignes, espace=espace)
    boite.setContentsMargins(_BORD, 16, _BORD, 16)
    bloc.setLayout(boite)
    return bloc


def _paires(lignes: list[tuple[str, str]]) -> QGridLayout:
    grille = QGridLayout()
    grille.setContentsMargins(0, 0, 0, 0)
    grille.setHorizontalSpacing(16)
    grille.setVerticalSpacing(6)
    grille.setColumnStretch(1, 1)
    for rang, (mot, valeur) in enumerate(lignes):
        grille.addWidget(texte(mot, couleur="discret"), rang, 0)
        grille.addWidget(texte(valeur), rang, 1)
    return grille
