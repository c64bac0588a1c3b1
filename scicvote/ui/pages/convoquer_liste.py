"""The list of associés: who would be on it, then who is, and what changed since."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.actes import preparation
from scicvote.core.assemblee import Assemblee, Nature
from scicvote.core.convocation import jour_liste
from scicvote.core.exact import accord, nombre
from scicvote.core.faits import LigneListe
from scicvote.core.liste import Changement, changements, composer_liste
from scicvote.core.registre import LIBELLES
from scicvote.ui import theme
from scicvote.ui.session import Session
from scicvote.ui.textes import jour
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import Carte, ligne_carte
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.issues import encart_issue
from scicvote.ui.widgets.mise_en_page import pile, rangee, trait, vider
from scicvote.ui.widgets.pastille import pastille
from scicvote.ui.widgets.texte import chiffre, paragraphe, texte


class CarteListe(Carte):
    """How many are on it, college by college; ``annuler`` takes it back while the notices have not left."""

    annuler = Signal()
    noms = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Liste des associés"), " ")
        self.session = session
        self._lignes = QVBoxLayout()
        self._lignes.setSpacing(0)
        self.ajouter(self._lignes)
        self.reprendre = Bouton(self.tr("Annuler cette liste…"), "petit", "undo-2")
        self.reprendre.clicked.connect(self.annuler)
        self.voir = Bouton(self.tr("Voir les noms…"), "petit", "users")
        self.voir.clicked.connect(self.noms)
        self.lignes: tuple[LigneListe, ...] = ()
        bas = rangee(self.voir, self.reprendre, None)
        bas.setContentsMargins(theme.GOUTTIERE - 1, 4, theme.GOUTTIERE - 1, 16)
        self.ajouter(bas)

    def montrer(self, ag: Assemblee) -> None:
        """The frozen list, or the one that would be frozen on its legal day."""
        vider(self._lignes)
        arretee = ag.liste_arretee
        statuts = self.session.dossier.statuts_au(ag.jour)
        if arretee is not None:
            self.lignes = ag.tous(LigneListe)
            self.note.setText(self.tr("arrêtée au {}, par {}").format(jour(arretee.jour), arretee.arretee_par))
        else:
            prevu = None if ag.convocation.nature == Nature.COLLEGE else jour_liste(statuts, ag.jour)
            quand = prevu or min(self.session.aujourdhui, ag.jour)
            self.lignes = composer_liste(self.session.dossier, ag, quand)
            self.note.setText(self.tr("aperçu au {}").format(jour(quand)))
            self._avertir(ag, quand)
        self._compter(ag, self.lignes)
        if arretee is not None:
            self._changements(ag)
        self.voir.setEnabled(bool(self.lignes))
        self.reprendre.setVisible(arretee is not None and not ag.verrouillee)
        self.updateGeometry()

    def _avertir(self, ag: Assemblee, quand: object) -> None:
        """What freezing it would be warned of, or refused for."""
        par = ag.convocation.convoquee_par
        essai = self.session.essayer(lambda depot: preparation.arreter_liste(depot, ag.numero, quand, par))  # type: ignore[arg-type]
        for issue in essai.issues:
            self._lignes.addWidget(_marge(encart_issue(issue)))

    def _compter(self, ag: Assemblee, lignes: tuple[LigneListe, ...]) -> None:
        """One row per body, then the whole."""
        par_college = Counter(ligne.college for ligne in lignes)
        statuts = self.session.dossier.statuts_au(ag.jour)
        colleges = statuts.colleges if ag.convocation.par_college else ()
        for college in colleges:
            combien = accord(par_college[college.code], "associé")
            self._lignes.addWidget(
                ligne_carte(pastille(college.code, college.nom), paragraphe(college.nom), chiffre(combien))
            )
            self._lignes.addWidget(trait())
        personnes = len({ligne.associe for ligne in lignes})
        plusieurs = ag.convocation.par_college and personnes < len(lignes)
        mot = self.tr("{} voix, une par collège") if plusieurs else self.tr("{} voix, une par personne")
        voix = texte(mot.format(nombre(len(lignes) if plusieurs else personnes)), couleur="discret")
        ensemble = chiffre(accord(personnes, "associé"), "fort")
        total = ligne_carte(texte(self.tr("Ensemble"), "fort"), None, voix, ensemble)
        self._lignes.addWidget(total)

    def _changements(self, ag: Assemblee) -> None:
        trouves = changements(self.session.dossier, ag)
        if not trouves:
            return
        self._lignes.addWidget(trait())
        titre = self.tr("Depuis que la liste est arrêtée")
        self._lignes.addWidget(_marge(Encart("alerte", "history", titre, *(self._changement(c) for c in trouves))))

    def _changement(self, c: Changement) -> str:
        nom, statuts = self.session.dossier.nom(c.associe), self.session.statuts()
        if c.nature == "parti":
            motif = LIBELLES.get(c.motif, c.motif)
            return self.tr("{}\u00a0: {}, le {}. Ne vote plus ({}).").format(
                nom, motif.lower(), jour(c.jour), statuts.citer("statuts 14")
            )
        return self.tr("{}\u00a0: associé depuis le {}. Ne vote pas à cette assemblée ({}).").format(
            nom, jour(c.jour), statuts.citer("statuts 21-1")
        )


def _marge(widget: QWidget) -> QWidget:
    boite = QWidget()
    contenu = pile(widget)
    contenu.setContentsMargins(16, 12, 16, 12)
    boite.setLayout(contenu)
    return boite


def ligne_vide(phrase: str) -> QWidget:
    """What a card says while it holds nothing."""
    return ligne_carte(Icone("minus", "discret"), paragraphe(phrase, couleur="discret"))
