"""A new assembly: its form, the dates that follow from what is typed, and what is worth a warning."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.actes import preparation
from scicvote.core.assemblee import Assemblee
from scicvote.core.convocation import Echeance, echeances
from scicvote.core.demandes_assemblee import demande_par_numero, phrase_demande
from scicvote.core.faits import Convocation
from scicvote.core.issue import Issue
from scicvote.ui import theme
from scicvote.ui.dialogs.preparation import manquants
from scicvote.ui.session import Session
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs_convocation import ChampsConvocation
from scicvote.ui.widgets.dates_legales import CarteDates
from scicvote.ui.widgets.formulaire import Formulaire
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee, vider


class VueNouvelle(QWidget):
    """The form is made anew at each beginning; what was typed is kept until the assembly is recorded."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.exercice: int | None = None
        self.demande: int | None = None
        self.champs: ChampsConvocation | None = None
        self.formulaire = Formulaire()
        self.dates = CarteDates()
        self.avertis = ListeIssues()
        self.carte = Carte(self.tr("Nouvelle assemblée"), marges=True)
        self._place = QVBoxLayout()
        self._place.addWidget(self.formulaire)
        self.demandee = Encart("accent", "users", self.tr("Demandée par des associés"), "")
        self.demander = Bouton(self.tr("Demande d’une assemblée par des associés…"), "lien", "users", "accent")
        self._haut = QWidget()
        haut = pile(self.demandee)
        haut.setContentsMargins(0, 0, 0, 16)
        self._haut.setLayout(haut)
        self.carte.ajouter(self._haut)
        self.carte.ajouter(self._place)
        self.carte.corps.addSpacing(16)
        self.carte.ajouter(rangee(self.demander, None))
        self.carte.corps.addStretch(1)
        droite = QWidget()
        droite.setLayout(pile(self.dates, self.avertis, None, espace=theme.GOUTTIERE))
        self.colonnes = Colonnes()
        self.colonnes.ajouter(self.carte)
        self.colonnes.ajouter(droite, 400)
        self.setLayout(pile(self.colonnes))

    def titre(self) -> str:
        """What is being prepared."""
        if self.demande is not None:
            return self.tr("Assemblée demandée par des associés")
        if self.exercice is not None:
            return self.tr("Assemblée annuelle de l’exercice {}").format(self.exercice)
        return self.tr("Nouvelle assemblée")

    def premier_focus(self) -> QWidget | None:
        """The day, which is all that a usual assembly still needs with its hour and place."""
        return self.champs.jour.controle if self.champs is not None else None

    def commencer(self, exercice: int | None, demande: int | None = None) -> None:
        """A new assembly; with ``exercice``, the annual one of that year; with ``demande``, the answer to a request."""
        self.exercice, self.demande = exercice, demande
        self.champs = ChampsConvocation(self.session.dossier, self.session.aujourdhui)
        self.champs.commencer(exercice, demande is not None)
        cle = f"preparer/nouvelle/{exercice or (f'demande-{demande}' if demande else '')}"
        neuf = Formulaire(*self.champs.rangs(), brouillons=self.session.brouillons, prefixe=cle)
        vider(self._place)
        self._place.addWidget(neuf)
        self.formulaire = neuf
        neuf.change.connect(self._suivre)
        self._dire_demande()
        self._suivre()

    def actualiser(self) -> None:
        """Begin where nothing was begun."""
        if self.champs is None or self.champs.dossier is not self.session.dossier:
            self.commencer(self.exercice, self.demande)

    def _dire_demande(self) -> None:
        """Who asked for it and what they hold."""
        dossier = self.session.dossier
        fait = demande_par_numero(dossier, self.demande or 0)
        for widget in (self._haut, self.demandee):
            widget.setVisible(fait is not None)
        self.demander.setVisible(fait is None and self.exercice is None)
        if fait is not None:
            self.demandee.dire(phrase_demande(dossier, fait))

    def lire(self) -> Convocation | None:
        """The assembly that is asked for; None while a field is missing or not understood, and it says so."""
        if self.champs is None or self.formulaire.incompris() or manquants(tuple(self.champs.requis())):
            return None
        return self.champs.lire()

    def _suivre(self) -> None:
        """Dates and warnings as the fields stand."""
        if self.champs is None:
            return
        self.champs.suivre()
        jour = self.champs.jour.valeur()
        conseil = self.tr("Indiquer la date\u00a0: les jours à respecter en découlent.")
        issues: tuple[Issue, ...] = ()
        dates: tuple[Echeance, ...] = ()
        if jour is not None:
            fait = self.champs.lire()
            esquisse = Assemblee(0).avec((fait,))
            dates = echeances(esquisse, self.session.dossier.statuts_au(jour))
            issues = self.session.essayer(lambda depot: preparation.preparer(depot, fait, self.demande)).avertissements
            if not dates:
                statuts = self.session.dossier.statuts_au(jour)
                conseil = self.tr("Un collège se réunit par tout moyen, sans délai de convocation ({}).")
                conseil = conseil.format(statuts.citer("statuts 25-3"))
        self.dates.montrer(dates, self.session.aujourdhui, conseil)
        self.avertis.montrer(issues)
        self.colonnes.updateGeometry()
