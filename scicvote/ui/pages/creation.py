"""Creating a cooperative, step by step: its statutes, the file, its letterhead. Back and forth by keyboard too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSizePolicy, QWidget

from scicvote.core.issue import Issue
from scicvote.ui.creation import GUIDE, Projet
from scicvote.ui.etapes import Etape
from scicvote.ui.formulaire_entete import FormulaireSiege
from scicvote.ui.ordre_clavier import ordonner
from scicvote.ui.pages.creation_categories import EtapeCategories
from scicvote.ui.pages.creation_colleges import EtapeColleges
from scicvote.ui.pages.creation_etape import EtapeCreation
from scicvote.ui.pages.creation_fin import EtapeApercu, EtapeFichier
from scicvote.ui.pages.creation_majorites import EtapeMajorites
from scicvote.ui.pages.creation_societe import EtapeDelais, EtapeSociete
from scicvote.ui.pages.creation_source import EtapeSource
from scicvote.ui.pages.page import Aide, Page
from scicvote.ui.session import Session
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.fil_etapes import FilEtapes
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.texte import paragraphe

_FORMULAIRE: Final = ("societe", "categories", "colleges", "majorites", "delais", "apercu")
_FIN: Final = ("fichier", "entete")
_FIL_ETROIT: Final = 1080  # pixels: under this width the steps keep their numbers only


class EtapeEntete(EtapeCreation):
    """The file is there: what its papers show at their head."""

    cle = "entete"

    def __init__(self, projet: Projet, session: Session) -> None:
        super().__init__(projet)
        self.mot = self.tr("En-tête")
        self.formulaire = FormulaireSiege(session.brouillons, "creation/entete")
        self.formulaire.rcs.ligne.returnPressed.connect(self.suite)
        self.formulaire.capital.ligne.returnPressed.connect(self.suite)
        carte = Carte(self.tr("L’en-tête des papiers"), marges=True)
        conseil = self.tr(
            "La coopérative est créée. Ceci s’imprime sur ses convocations, feuilles de présence et procès-verbaux."
        )
        carte.corps.setSpacing(16)
        carte.ajouter(paragraphe(conseil, "corps15"))
        carte.ajouter(self.formulaire)
        carte.setMaximumWidth(760)
        self.formulaire.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.boite.addWidget(carte)
        self.boite.addStretch(1)

    def premier(self) -> QWidget | None:
        return self.formulaire.siege.controle


class PageCreation(Page):
    """``recevoir`` takes a TOML file to begin with; the steps that follow depend on where the statutes come from."""

    cle = "creation"
    rubrique = "depart"
    sans_fichier = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.projet = Projet(session.brouillons.dossier, self)
        self.source = EtapeSource(self.projet)
        self.source.mot = self.tr("Statuts")
        self.fichier_scic = EtapeFichier(self.projet, session)
        self.entete = EtapeEntete(self.projet, session)
        etapes: tuple[EtapeCreation, ...] = (
            self.source,
            EtapeSociete(self.projet, session.aujourdhui),
            EtapeCategories(self.projet),
            EtapeColleges(self.projet),
            EtapeMajorites(self.projet),
            EtapeDelais(self.projet),
            EtapeApercu(self.projet),
            self.fichier_scic,
            self.entete,
        )
        self.etapes = {etape.cle: etape for etape in etapes}
        self.fil = FilEtapes(self.tr("Étapes de la création"), "", 0)
        self.fil.demandee.connect(self.revenir_a)
        self.fil.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.boite.setSpacing(8)
        self.boite.addWidget(self.fil)
        for etape in etapes:
            etape.hide()  # hidden steps take no room: the page is as high as the one that is shown
            self.boite.addWidget(etape, 1)
            etape.suite.connect(self.continuer)
        self._boutons()
        self._relier()
        self.courante = "source"
        self._entrer("source")

    def _boutons(self) -> None:
        self.bouton_retour = self.bouton_pied(self.tr("Retour"), icone="arrow-left")
        self.bouton_retour.clicked.connect(self.revenir)
        self.bouton_plus_tard = self.bouton_pied(self.tr("Plus tard"))
        self.bouton_plus_tard.clicked.connect(self._finir)
        self.bouton_suite = self.bouton_pied(self.tr("Continuer"), "principal")
        self.bouton_suite.clicked.connect(self.continuer)

    def _relier(self) -> None:
        self.source.ecrire.connect(self._ecrire)
        self.source.corriger.connect(lambda: self._guider(self.projet.corriger))
        self.source.reprendre.connect(lambda: self._guider(self.projet.reprendre))
        self.projet.change.connect(self._projet_change)
        for touches, action in (("Alt+Right", self.continuer), ("Alt+Left", self.revenir)):
            QShortcut(QKeySequence(touches), self).activated.connect(action)

    # --- the page

    def titre(self) -> str:
        return self.tr("Nouvelle coopérative")

    def sous_titre(self) -> str:
        suite = self.suite_etapes()
        rang = suite.index(self.courante) + 1
        return self.tr("étape {} sur {}").format(rang, len(suite))

    def aides(self) -> tuple[Aide, ...]:
        return (
            Aide((self.tr("Entrée"),), self.tr("continuer")),
            Aide(("Alt", "←"), self.tr("revenir")),
            Aide(("Tab",), self.tr("champ suivant")),
        )

    def boutons(self) -> tuple[Bouton, ...]:
        mots = {"fichier": self.tr("Créer la coopérative"), "entete": self.tr("Enregistrer l’en-tête")}
        self.bouton_suite.setText(mots.get(self.courante, self.tr("Continuer")))
        if self.courante == "entete":
            return (self.bouton_plus_tard, self.bouton_suite)
        return (self.bouton_retour, self.bouton_suite)

    def premier_focus(self) -> QWidget | None:
        return self.etape.premier()

    def recevoir(self, argument: object) -> None:
        """A TOML file that was dropped; ``""`` begins afresh."""
        if isinstance(argument, Path):
            self._entrer("source")
            self.source.prendre(argument)
        elif self.courante == "entete":
            self._entrer("source")

    @property
    def etape(self) -> EtapeCreation:
        """The step that is shown."""
        return self.etapes[self.courante]

    def suite_etapes(self) -> tuple[str, ...]:
        """The keys of the steps, in order."""
        return ("source", *(_FORMULAIRE if self.projet.source == GUIDE else ()), *_FIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fil.reduire(event.size().width() < _FIL_ETROIT)
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, or the end of the program: what was typed is on disk."""
        self.projet.enregistrer()
        super().hideEvent(event)

    # --- going on and back

    def continuer(self) -> None:
        """What the primary button does."""
        if self.courante == "entete":
            self._enregistrer_entete()
            return
        if self.courante == "source" and self.projet.source == GUIDE and not self.projet.ebauche.lire("regles"):
            self._ecrire("SARL")
            return
        if not self.etape.valider():
            return
        if self.courante == "fichier":
            self.travailler(self.tr("Création du fichier"), lambda _progres: self.fichier_scic.creer(), self._cree)
            return
        suite = self.suite_etapes()
        self._entrer(suite[suite.index(self.courante) + 1])

    def revenir(self) -> None:
        """The step before; before the first one, the page that one came from."""
        suite = self.suite_etapes()
        rang = suite.index(self.courante)
        if self.courante == "entete":
            return
        if rang == 0:
            self.projet.enregistrer()
            self.demande.emit("accueil" if self.session.ouverte else "depart", None)
            return
        self._entrer(suite[rang - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, wherever the keyboard is; fields say so themselves."""
        ailleurs = not isinstance(QApplication.focusWidget(), QLineEdit | QPushButton)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and ailleurs:
            self.continuer()
        else:
            super().keyPressEvent(event)

    def revenir_a(self, cle: str) -> None:
        """A step by its key; forward, only as far as nothing is wrong."""
        suite = self.suite_etapes()
        if self.courante == "entete" or cle == "entete":
            return
        avant = suite[: suite.index(cle)]
        if suite.index(cle) > suite.index(self.courante) and (
            self.projet.statuts is None and self.projet.fautes(avant)
        ):
            self.continuer()
            return
        self._entrer(cle)

    def _ecrire(self, depart: str) -> None:
        self._guider(partial(self.projet.ecrire, depart))

    def _guider(self, prendre: Callable[[], None]) -> None:
        prendre()
        self._entrer("societe")

    def _entrer(self, cle: str) -> None:
        self.courante = cle
        self.etape.entrer()
        for autre in self.etapes.values():
            autre.setVisible(autre is self.etape)
        ordonner(self)
        self._montrer_fil()
        self.entete_change.emit()
        if self.isVisible() and (premier := self.etape.premier()) is not None:
            premier.setFocus()

    def _montrer_fil(self) -> None:
        suite = self.suite_etapes()
        rang = suite.index(self.courante)
        self.fil.montrer([Etape(cle, self.etapes[cle].mot, i < rang) for i, cle in enumerate(suite)], self.courante)

    def _projet_change(self) -> None:
        if self.courante == "source":
            self._montrer_fil()
            self.entete_change.emit()

    # --- the end

    def _cree(self, issues: tuple[Issue, ...]) -> None:
        """The file is made: it is opened, and its letterhead asked for. Or it is not, and its field says why."""
        if issues:
            self.fichier_scic.formulaire.montrer_issues(issues)
            return
        chemin = self.fichier_scic.fichier()
        self.courante = "entete"
        self.fichier.emit(chemin)
        if not self.session.ouverte or self.session.chemin != chemin:  # the window has said why
            self.courante = "fichier"
            return
        self.projet.oublier()
        self.fichier_scic.chemin.poser("")
        self.entete.formulaire.montrer(self.session.dossier)
        self._entrer("entete")

    def _enregistrer_entete(self) -> None:
        effet = min(self.session.statuts().date, self.session.aujourdhui)
        if self.entete.formulaire.incompris():
            self.entete.formulaire.incompris()[0].controle.setFocus()
            return
        formulaire = self.entete.formulaire
        self.agir(formulaire.acte(effet), lambda _acte: self._finir(), formulaire=formulaire)

    def _finir(self) -> None:
        self.demande.emit("accueil", None)
        self._entrer("source")
