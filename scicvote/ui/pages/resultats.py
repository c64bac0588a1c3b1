"""An assembly's results: the agenda, the resolution and its count, the card of what was decided."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.etapes import etapes
from scicvote.core.faits import Resolution
from scicvote.core.recalcul import cle_candidat, resultat_de, statuts_de
from scicvote.core.resultat import AnyResultat
from scicvote.ui.dialogs.calcul import DialogueCalcul
from scicvote.ui.etats import Etat, etat_decision
from scicvote.ui.lecture_resultat import etat_court
from scicvote.ui.pages.page import Aide, Page
from scicvote.ui.session import Session
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.carte_resultat import CarteResultat
from scicvote.ui.widgets.carte_texte import CarteTexte
from scicvote.ui.widgets.choix_vote import ChoixVote
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import Colonnes
from scicvote.ui.widgets.ordre_du_jour import OrdreDuJour, Point
from scicvote.ui.widgets.vide import Vide


class PageResultats(Page):
    """Shows proclaimed results alone: nothing is drawn before."""

    cle = "resultats"
    rubrique = "assemblees"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._numero = 0
        self._resolution = 0
        self.ordre = OrdreDuJour(self.tr("Ordre du jour"))
        self.carte_texte = CarteTexte()
        self.carte_resultat = CarteResultat()
        self.choix = ChoixVote()
        self._sans = Vide("vote", "", "")
        self._droite = QStackedWidget()
        self.suivante = self.bouton_pied(self.tr("Résolution suivante"), "principal")
        self.retour = self.bouton_pied(self.tr("Toutes les assemblées"))
        self._composer()
        self._relier()

    def _composer(self) -> None:
        agenda = Carte(self.tr("Ordre du jour"))
        agenda.ajouter(self.ordre, 1)
        sans = Carte()
        sans.ajouter(self._sans, 1)
        self._droite.addWidget(self.carte_resultat)
        self._droite.addWidget(sans)
        self.carte_texte.corps.insertWidget(0, self.choix)
        self.colonnes = Colonnes(920)
        self.colonnes.ajouter(agenda, 264)
        self.colonnes.ajouter(self.carte_texte)
        self.colonnes.ajouter(self._droite, 344)
        self.boite.addWidget(self.colonnes, 1)
        self.sans = self.carte_sans_assemblee()
        self.boite.addWidget(self.sans, 1)

    def _relier(self) -> None:
        self.ordre.choisi.connect(self._montrer_resolution)
        self.choix.change.connect(self._montrer_vote)
        self.carte_resultat.calcul_demande.connect(self.voir_calcul)
        self.suivante.clicked.connect(lambda: self.ordre.choisir_rang(self.ordre.rang() + 1))
        self.retour.clicked.connect(self._revenir)
        echappe = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        echappe.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        echappe.activated.connect(self._revenir)

    def _revenir(self) -> None:
        self.demande.emit("assemblees", None)

    # --- the page

    @property
    def assemblee(self) -> Assemblee | None:
        """The one that was asked for, else the one in hand."""
        if not self.session.ouverte:
            return None
        return self.session.dossier.assemblee(self._numero) or self.session.ag

    def titre(self) -> str:
        return self.assemblee.titre_court if self.assemblee else self.tr("Assemblée")

    def sous_titre(self) -> str:
        return self.assemblee.convocation.lieu if self.assemblee else ""

    def aides(self) -> tuple[Aide, ...]:
        return (Aide(("↑", "↓"), self.tr("résolution")), Aide((self.tr("Échap"),), self.tr("toutes les assemblées")))

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.retour, self.suivante) if self.assemblee is not None else ()

    def premier_focus(self) -> QWidget | None:
        return self.ordre

    def recevoir(self, argument: object) -> None:
        """The number of the assembly to show."""
        if isinstance(argument, int) and argument != self._numero:
            self._numero, self._resolution = argument, 0
            self.actualiser()

    def actualiser(self) -> None:
        ag = self.assemblee
        self.sans.setVisible(ag is None)
        self.colonnes.setVisible(ag is not None)
        if ag is None:
            return
        self.ordre.remplacer([Point(r.resolution, r.numero, r.titre, self._etat(ag, r)) for r in ag.resolutions])
        rang = self.ordre.modele.rang_de(self._resolution)
        if ag.resolutions:
            self.ordre.choisir_rang(rang or 0)
        else:
            self._montrer_rien()
        self.entete_change.emit()

    # --- the agenda

    def _etat(self, ag: Assemblee, resolution: Resolution) -> Etat:
        vote = _dernier_proclame(ag, resolution)
        if vote is not None:
            return etat_court(resultat_de(self.session.dossier, ag, vote), vote)
        if ag.retrait(resolution.resolution) is not None:
            return etat_decision("retiree")
        if resolution.regle in statuts_de(self.session.dossier, ag).secret:
            return Etat("lock", self.tr("À voter, bulletin secret"))
        return Etat("circle", self.tr("À voter"))

    def _montrer_rien(self) -> None:
        self.suivante.setEnabled(False)
        self.carte_texte.hide()
        self._droite.setCurrentIndex(1)
        self._sans.dire(self.tr("Ordre du jour vide"), self.tr("Aucune résolution n’est inscrite à cette assemblée."))

    def _montrer_resolution(self, numero: int) -> None:
        ag = self.assemblee
        if ag is None:
            return
        self._resolution = numero
        self.suivante.setEnabled(self.ordre.rang() + 1 < len(ag.resolutions))
        self.carte_texte.show()
        self.choix.montrer([vote for vote in ag.votes if vote.scrutin.resolution == numero and vote.proclamation])

    # --- one vote

    def _montrer_vote(self, vote: Vote | None) -> None:
        ag = self.assemblee
        if ag is None:
            return
        resolution, statuts = ag.resolution_par_numero[self._resolution], statuts_de(self.session.dossier, ag)
        resultat = resultat_de(self.session.dossier, ag, vote) if vote else None
        self.carte_texte.montrer(ag, resolution, vote, statuts)
        self._droite.setCurrentIndex(0 if resultat else 1)
        if resultat is not None and vote is not None:
            self.carte_resultat.montrer(resultat, vote, statuts, self._mots_elus(ag))
        else:
            self._dire_sans_vote(ag, resolution)
        self.colonnes.updateGeometry()

    def _dire_sans_vote(self, ag: Assemblee, resolution: Resolution) -> None:
        if ag.retrait(resolution.resolution) is not None:
            self._sans.dire(self.tr("Résolution retirée"), self.tr("Elle n’a pas été mise aux voix."))
        elif any(vote.scrutin.resolution == resolution.resolution for vote in ag.votes):
            self._sans.dire(
                self.tr("Résultat pas encore proclamé"), self.tr("Il est montré une fois proclamé en séance.")
            )
        else:
            self._sans.dire(self.tr("Pas encore de vote"), self.tr("Cette résolution n’a pas été mise aux voix."))

    def _mots_elus(self, ag: Assemblee) -> dict[str, str]:
        """``Élue`` or ``Élu``, by the name under which each candidate is counted."""
        personnes = self.session.dossier.registre.au(ag.jour).par_numero
        mots = {}
        for candidature in ag.candidats(self._resolution):
            personne = personnes.get(candidature.candidat)
            feminin = personne is not None and personne.fiche.civilite == "Mme"
            cle = cle_candidat(self.session.dossier, ag, candidature.candidat)
            mots[cle] = self.tr("Élue") if feminin else self.tr("Élu")
        return mots

    def resultat(self) -> AnyResultat | None:
        """The result that is shown."""
        ag, vote = self.assemblee, self.choix.vote
        return resultat_de(self.session.dossier, ag, vote) if ag is not None and vote is not None else None

    def voir_calcul(self) -> None:
        """Open the numbered steps."""
        ag, resultat = self.assemblee, self.resultat()
        if ag is None or resultat is None:
            return
        titre = ag.resolution_par_numero[self._resolution].titre
        self.dialogue = DialogueCalcul(titre, etapes(resultat, statuts_de(self.session.dossier, ag)), self)
        self.dialogue.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialogue.open()


def _dernier_proclame(ag: Assemblee, resolution: Resolution) -> Vote | None:
    proclames = [vote for vote in ag.votes_de(resolution.resolution) if vote.proclamation]
    return proclames[-1] if proclames else None
