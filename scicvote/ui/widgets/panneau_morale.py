"""A legal person arrives: who represents it, and the document that says so, asked without leaving the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from scicvote.core.issue import Issue
from scicvote.ui.brouillons import Brouillons
from scicvote.ui.widgets.bouton_touche import BoutonTouche
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs import ChampTexte, entree_valide
from scicvote.ui.widgets.formulaire import Formulaire
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import rangee
from scicvote.ui.widgets.texte import Coupe, paragraphe


class PanneauMorale(Carte):
    """Enter goes to the next field, then signs in; Escape gives up. Hidden while nobody is asked about."""

    valide = Signal()
    abandonne = Signal()

    def __init__(self, brouillons: Brouillons) -> None:
        super().__init__(marges=True)
        self.associe = 0
        self._brouillons = brouillons
        self.nom = Coupe("fort15")
        self.representant = ChampTexte(self.tr("Représentée par"), "representant")
        self.piece = ChampTexte(self.tr("Pièce qui le dit"), "piece")
        self.piece.ligne.setPlaceholderText(self.tr("Délibération, extrait, pouvoir"))
        self.formulaire = Formulaire((self.representant, self.piece))
        self.note = paragraphe(
            self.tr("Cette personne peut aussi être là pour elle-même\u00a0: deux voix, sans pouvoir."),
            couleur="discret",
        )
        self.present = BoutonTouche(self.tr("Présent"), self.tr("Entrée"), "geste-fort")
        self.renoncer = Bouton(self.tr("Renoncer"), "petit")
        self.present.clicked.connect(self.valide)
        self.renoncer.clicked.connect(self.abandonne)
        tete = rangee(espace=12)
        tete.addWidget(self.nom, 1)
        tete.addWidget(self.renoncer)
        tete.addWidget(self.present)
        self.ajouter(tete)
        self.corps.addSpacing(8)
        self.ajouter(self.formulaire)
        self.ajouter(self.note)
        for champ in (self.representant, self.piece):
            champ.ligne.installEventFilter(self)
            champ.change.connect(self._garder)
        self.hide()

    def demander(self, associe: int, nom: str, propose: tuple[str, str], prefixe: str, deja_la: bool) -> None:
        """Ask about a legal person; a draft that was kept comes before what is proposed."""
        self.associe, self._prefixe = associe, prefixe
        self.nom.setText(nom)
        self.setAccessibleName(nom)
        self.formulaire.effacer_issues()
        for champ, valeur in ((self.representant, propose[0]), (self.piece, propose[1])):
            brouillon = self._brouillons.lire(f"{prefixe}/{champ.chemin}")
            champ.poser(valeur if brouillon is None else brouillon)
        self.note.setVisible(deja_la)
        self.show()
        vide = self.representant if not self.representant.valeur() else self.piece
        vide.controle.setFocus()

    def _garder(self) -> None:
        for champ in (self.representant, self.piece):
            self._brouillons.ecrire(f"{self._prefixe}/{champ.chemin}", champ.texte())

    def avertie(self, issues: tuple[Issue, ...]) -> bool:
        """Whether these warnings were shown already; else they are now."""
        deja = all(any(champ.issue == issue for champ in (self.representant, self.piece)) for issue in issues)
        if not deja:
            self.formulaire.montrer_issues(issues)
            self.piece.controle.setFocus()
        return deja

    def montrer_refus(self, refus: tuple[Issue, ...]) -> None:
        """Each refusal on the field that it names."""
        if refus:
            self.formulaire.montrer_issues(refus)

    def finir(self) -> None:
        """Hide; the draft is no longer wanted."""
        self._brouillons.oublier(f"{self._prefixe}/")
        self.hide()

    def eventFilter(self, objet: QObject, event: QEvent) -> bool:
        if entree_valide(objet, event):
            if objet is self.representant.ligne:
                self.piece.controle.setFocus()
            else:
                self.valide.emit()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.abandonne.emit()
            return True
        return super().eventFilter(objet, event)
