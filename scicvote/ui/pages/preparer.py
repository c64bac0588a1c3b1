"""Step 1: the assembly and its agenda, beside the dates that the law gives it. Everything is a draft until it is recorded."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.actes import preparation
from scicvote.core.assemblee import Assemblee, Nature
from scicvote.core.college import CONSTITUES, etat_colleges
from scicvote.core.convocation import controler_convocation, echeances
from scicvote.core.demandes_assemblee import demande_de, phrase_demande
from scicvote.core.exact import accord
from scicvote.core.resolutions_types import propositions
from scicvote.ui import theme
from scicvote.ui.demandes import NouvelleAssemblee
from scicvote.ui.gestes import agir
from scicvote.ui.pages.page import Aide, Commande
from scicvote.ui.pages.preparer_cartes import CarteAssemblee, CartePoint, etat_point
from scicvote.ui.pages.preparer_gestes import GestesPreparer
from scicvote.ui.pages.preparer_nouvelle import VueNouvelle
from scicvote.ui.session import Session
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.dates_legales import CarteDates
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee
from scicvote.ui.widgets.ordre_du_jour import Point
from scicvote.ui.widgets.ordre_modifiable import OrdreModifiable
from scicvote.ui.widgets.vide import Vide


class PagePreparer(GestesPreparer):
    """Without an assembly in hand, a new one begins."""

    cle = "preparer"
    etape = "preparer"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.nouvelle = VueNouvelle(session)
        self.ordre = OrdreModifiable(self.tr("Ordre du jour"))
        self.point = CartePoint(session)
        self.assemblee = CarteAssemblee()
        self.dates = CarteDates()
        self.usuelles = Bouton(self.tr("Résolutions usuelles…"), "lien", "list-checks", "accent")
        self.remettre = Bouton(self.tr("Remettre la dernière retirée"), "lien", "undo-2", "accent")
        self.vide = Vide("list-checks", self.tr("Ordre du jour vide"), "")
        self.ajouter = self.bouton_pied(self.tr("Ajouter une résolution…"), icone="plus")
        self.suite = self.bouton_pied("", "principal")
        self._composer()
        self._relier()

    def _composer(self) -> None:
        self.agenda = Carte(self.tr("Ordre du jour"), " ")
        self.agenda.ajouter(self.ordre)
        bas = QVBoxLayout()
        bas.setContentsMargins(theme.GOUTTIERE - 5, 8, 12, 8)
        bas.addLayout(rangee(self.usuelles, None))
        bas.addLayout(rangee(self.remettre, None))
        self.agenda.ajouter(bas)
        self.agenda.corps.addStretch(1)
        self.sans_point = Carte()
        self.sans_point.ajouter(self.vide, 1)
        milieu = QWidget()
        milieu.setLayout(pile(self.point, self.sans_point))
        droite = QWidget()
        droite.setLayout(pile(self.assemblee, self.dates, None, espace=theme.GOUTTIERE))
        self.vue = QWidget()
        self.colonnes = Colonnes(920)
        self.colonnes.ajouter(self.agenda, 320)
        self.colonnes.ajouter(milieu)
        self.colonnes.ajouter(droite, 344)
        self.vue.setLayout(pile(self.colonnes))
        self.boite.addWidget(self.nouvelle, 1)
        self.boite.addWidget(self.vue, 1)

    def _relier(self) -> None:
        self.ordre.choisi.connect(self._montrer_point)
        self.ordre.ouvert.connect(lambda _rang: self.modifier_point())
        self.ordre.retire.connect(lambda _rang: self.retirer())
        self.ordre.deplace.connect(self.deplacer)
        self.point.modifier.connect(self.modifier_point)
        self.point.retirer.connect(self.retirer)
        self.point.candidat.connect(self.presenter)
        self.point.monter.connect(lambda: self.ordre.monter(self.ordre.rang()))
        self.point.descendre.connect(lambda: self.ordre.descendre(self.ordre.rang()))
        self.assemblee.modifier.connect(self.modifier_assemblee)
        self.assemblee.abandonner.connect(self.abandonner)
        self.point.annuler.connect(self.annuler)
        self.assemblee.demande_colleges.connect(self.demander_colleges)
        self.assemblee.premiere.connect(lambda numero: self.demande.emit("resultats", numero))
        self.usuelles.clicked.connect(self.ajouter_usuelles)
        self.remettre.clicked.connect(self.remettre_point)
        self.ajouter.clicked.connect(self.ajouter_resolution)
        self.nouvelle.demander.clicked.connect(self.demander_assemblee)
        self.suite.clicked.connect(self.continuer)

    # --- the page

    def titre(self) -> str:
        return super().titre() if self.ag is not None else self.nouvelle.titre()

    def aides(self) -> tuple[Aide, ...]:
        if self.ag is None:
            return (Aide((self.tr("Tab"),), self.tr("champ suivant")),)
        if not self.ag.resolutions:
            return ()
        if self.ag.verrouillee:
            return (Aide(("↑", "↓"), self.tr("résolution")),)
        return (
            Aide(("Alt", "↑", "↓"), self.tr("changer l’ordre")),
            Aide((self.tr("Entrée"),), self.tr("modifier")),
        )

    def boutons(self) -> tuple[Bouton, ...]:
        libre = self.ag is not None and not self.ag.verrouillee and self.ag.convocation.consultation == 1
        return (self.ajouter, self.suite) if libre and self.ag and self.ag.resolutions else (self.suite,)

    def commandes(self) -> tuple[Commande, ...]:
        ag = self.ag
        if ag is None or ag.verrouillee:
            mot = self.tr("Demande d’une assemblée par des associés…")
            return (Commande(mot, "", "users", self.demander_assemblee),) if ag is None else ()
        return (
            Commande(self.tr("Ajouter une résolution…"), ag.titre_court, "plus", self.ajouter_resolution),
            Commande(self.tr("Résolutions usuelles…"), ag.titre_court, "list-checks", self.ajouter_usuelles),
            Commande(self.tr("Modifier l’assemblée…"), ag.titre_court, "pencil", self.modifier_assemblee),
        )

    def premier_focus(self) -> QWidget | None:
        if self.ag is None:
            return self.nouvelle.premier_focus()
        return self.ordre if self.ag.resolutions else self.suite

    def instantane(self) -> object:
        return self._resolution

    def restituer(self, instantane: object) -> None:
        rang = self.ordre.modele.rang_de(instantane) if isinstance(instantane, int) else None
        if rang is not None:
            self.ordre.choisir_rang(rang)

    def recevoir(self, argument: object) -> None:
        """An assembly, or the wish for a new one."""
        if not isinstance(argument, NouvelleAssemblee):
            super().recevoir(argument)
            return
        premiere = self.session.dossier.assemblee(argument.suite_de) if argument.suite_de is not None else None
        self.session.choisir_assemblee(premiere.numero if premiere is not None else None)
        if premiere is None:
            self.nouvelle.commencer(argument.exercice, argument.demande)
        self.actualiser()
        if premiere is not None:
            self.convoquer_seconde(premiere)

    def actualiser(self) -> None:
        ag = self.ag
        self.nouvelle.setVisible(ag is None)
        self.vue.setVisible(ag is not None)
        if ag is None:
            self.nouvelle.actualiser()
            self.suite.setText(self.tr("Préparer l’assemblée"))
        else:
            self._montrer(ag)
        self.entete_change.emit()

    def _montrer(self, ag: Assemblee) -> None:
        session, statuts = self.session, self.statuts_ag()
        etat = etat_colleges(session.dossier.etats_colleges, ag.jour)
        endormis = etat is None or etat.etat != CONSTITUES
        demandables = endormis and statuts.vote.colleges == "sur_demande" and bool(statuts.colleges)
        contestable = () if ag.ouverte else controler_convocation(session.dossier, ag.convocation)
        fait = demande_de(session.dossier, ag)
        demande = phrase_demande(session.dossier, fait) if fait is not None else ""
        self.assemblee.montrer(ag, demandables, tuple(issue for issue in contestable if not issue.bloquante), demande)
        conseil = self.tr("Un collège se réunit par tout moyen, sans délai de convocation ({}).")
        conseil = conseil.format(statuts.citer("statuts 25-3"))
        self.dates.montrer(echeances(ag, statuts), session.aujourdhui, conseil)
        points = [Point(r.resolution, r.numero, r.titre, etat_point(session.dossier, ag, r)) for r in ag.resolutions]
        self.ordre.permettre(not ag.verrouillee)
        self.ordre.remplacer(points)
        self.agenda.setVisible(bool(points) or self._retiree(ag) is not None)
        self.sans_point.setVisible(not points)
        self.usuelles.setVisible(bool(points) and not ag.verrouillee and bool(propositions(session.dossier, ag)))
        self.point.setVisible(bool(points))
        self.agenda.note.setText(accord(len(points), "résolution") if points else "")
        self._dire_vide(ag)
        self._montrer_retirees(ag)
        self.suite.setText(self._mot_suite(ag))
        if points:
            self.ordre.choisir_rang(self.ordre.modele.rang_de(self._resolution) or 0)
        self.colonnes.updateGeometry()

    def _dire_vide(self, ag: Assemblee) -> None:
        if ag.convocation.nature == Nature.ORDINAIRE:
            conseil = self.tr(
                "Les résolutions habituelles de l’assemblée annuelle s’ajoutent en une fois, textes compris."
            )
        else:
            conseil = self.tr("Seules les questions à l’ordre du jour seront mises aux voix.")
        self.vide.dire(self.tr("Ordre du jour vide"), conseil)

    def _mot_suite(self, ag: Assemblee) -> str:
        if ag.resolutions or ag.verrouillee:
            return self.tr("Passer à la convocation")
        usuelles = any(p.usuelle for p in propositions(self.session.dossier, ag))
        return self.tr("Ajouter les résolutions usuelles…") if usuelles else self.tr("Ajouter une résolution…")

    # --- the agenda

    def _montrer_point(self, numero: int) -> None:
        ag = self.ag
        if ag is not None and numero in ag.resolution_par_numero:
            self._resolution = numero
            self.point.montrer(ag, ag.resolution_par_numero[numero])
            self.colonnes.updateGeometry()

    def _montrer_retirees(self, ag: Assemblee) -> None:
        r = None if ag.verrouillee else self._retiree(ag)
        self.remettre.setVisible(r is not None)
        if r is not None:
            self.remettre.nommer(self.tr("Remettre à l’ordre du jour\u00a0: {}").format(r.titre))

    # --- the one next step

    def continuer(self) -> None:
        """Do the next thing."""
        ag = self.ag
        if ag is None:
            fait, demande = self.nouvelle.lire(), self.nouvelle.demande
            if fait is not None:
                agir(  # its warnings are in sight, and stay so
                    self,
                    self.session,
                    lambda depot: preparation.preparer(depot, fait, demande),
                    apres=self._prendre,
                    confirmer=False,
                    formulaire=self.nouvelle.formulaire,
                )
        elif ag.resolutions or ag.verrouillee:
            self.demande.emit("convoquer", ag.numero)
        elif any(p.usuelle for p in propositions(self.session.dossier, ag)):
            self.ajouter_usuelles()
        else:
            self.ajouter_resolution()
