"""Proclaiming: what is counted and not declared yet, the decisions in order, what remains, and the end of the sitting."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from scicvote.actes import suites
from scicvote.core.article import citer
from scicvote.core.assemblee import Assemblee
from scicvote.core.exact import accord
from scicvote.core.issue import Issue
from scicvote.core.mission import mission_de
from scicvote.core.suite_vote import EtatSuite, Geste, SuiteVote
from scicvote.store.depot import Acte
from scicvote.ui.demandes import NouvelleAssemblee, SuiteStatuts
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.dialogs.confirmation import confirmer
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.gestes import agir
from scicvote.ui.lecture_vote import reste_a_voter
from scicvote.ui.pages.page import Aide, Commande
from scicvote.ui.pages.proclamer_vue import VueProclamer
from scicvote.ui.session import Session
from scicvote.ui.travaux import Progres
from scicvote.ui.widgets.icone import Bouton


class PageProclamer(VueProclamer):
    """The one next step is to declare what is counted, then to vote what remains, then to close the sitting."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.dialogue: Cadre | None = None
        self._relier()

    def _relier(self) -> None:
        self.heure.change.connect(self._suivre_heure)
        self.seconde.clicked.connect(self.convoquer_seconde)
        self.imprimer.clicked.connect(self.montrer_resultats)
        self.principal.clicked.connect(self.suite)
        self.secondaire.clicked.connect(self.clore)
        for touches in ("Ctrl+Return", "Ctrl+Enter"):
            raccourci = QShortcut(QKeySequence(touches), self)
            raccourci.setContext(Qt.ShortcutContext.WindowShortcut)  # the footer's buttons are not in the page
            raccourci.activated.connect(self.suite)

    # --- the page

    def aides(self) -> tuple[Aide, ...]:
        return (Aide((self.tr("Ctrl"), self.tr("Entrée")), self.principal.text().lower()),)

    def boutons(self) -> tuple[Bouton, ...]:
        return tuple(b for b in (self.secondaire, self.principal) if b.text())

    def premier_focus(self) -> QWidget | None:
        return next(iter(self.boutons_proclamer.values()), self.principal)

    def commandes(self) -> tuple[Commande, ...]:
        mot = self.etape_suivante()[1]
        suite = Commande(mot, self.tr("Proclamer"), "gavel", self.suite)
        if self.ag is None or not any(vote.proclamation for vote in self.ag.votes):
            return (suite,)
        imprimer = Commande(self.tr("Imprimer les résultats…"), "PDF", "printer", self.montrer_resultats)
        restes = (une for une in self.suites.suites if une.etat == EtatSuite.A_FAIRE)
        return (suite, imprimer, *(self._commande(une) for une in restes))

    def _commande(self, suite: SuiteVote) -> Commande:
        """A follow-up that is still to do."""
        return Commande(suite.titre, self.tr("Ce qui suit"), "list-checks", partial(self.suivre, suite))

    def actualiser(self) -> None:
        ag = self.ag
        pret = ag is not None and bool(ag.votes or ag.resolutions) and (ag.ouverte or ag.close)
        self._pile.setCurrentIndex(0 if pret else 1)
        if ag is None or not pret:
            self._dire_vide(ag)
        else:
            self._montrer(ag)
        self._montrer_pied()

    def _dire_vide(self, ag: Assemblee | None) -> None:
        if ag is None:
            self._vide.dire(
                self.tr("Aucune assemblée n’est choisie"), self.tr("Ouvrir celle que l’on tient aujourd’hui.")
            )
        else:
            self._vide.dire(
                self.tr("Rien n’est voté"), self.tr("Les résultats sont proclamés ici une fois la séance ouverte.")
            )

    def convoquer_seconde(self) -> None:
        """Prepare the other assembly."""
        if self.ag is not None:
            self.demande.emit("preparer", NouvelleAssemblee(suite_de=self.ag.numero))

    # --- what follows

    def suivre(self, suite: SuiteVote) -> None:
        """The dialog, filled from the vote; or the page where it is done."""
        if self.ag is None:
            return
        if suite.geste == Geste.SECONDE:
            self.convoquer_seconde()
        elif suite.geste == Geste.REGISTRE:
            self.demande.emit("associes", None)
        elif suite.geste == Geste.PRESENTER:
            self._presenter(self.ag.numero, suite)
        elif suite.geste == Geste.STATUTS:
            self.demande.emit("statuts_editeur", SuiteStatuts(self.ag.numero, suite.cle))
        else:
            from scicvote.ui.dialogs.suites import dialogue_de

            dialogue = dialogue_de(self.session, self.ag, suite, self)
            if dialogue is None:
                self.phrase.emit(self.tr("Cette personne n’est pas au registre\u00a0: l’y inscrire d’abord."), "faute")
            else:
                self._ouvrir(dialogue)

    def _presenter(self, ag: int, suite: SuiteVote) -> None:
        """A college's candidate, once it is confirmed; where no election is prepared, its page."""
        if suite.cible is None:
            self.phrase.emit(suite.phrase, "alerte")
            return
        self.dialogue = confirmer(
            self,
            suite.titre,
            (suite.phrase,),
            self.tr("Présenter"),
            lambda: self.agir(lambda depot: suites.presenter(depot, ag, suite.cle), apres=self._dire_fait),
        )

    def noter(self, suite: SuiteVote) -> None:
        """Without object, and why."""
        from scicvote.ui.dialogs.suites import DialogueNote

        if self.ag is not None:
            self._ouvrir(DialogueNote(self.session, self.ag, suite, self))

    def _ouvrir(self, dialogue: DialogueActe) -> None:
        self.dialogue = dialogue
        dialogue.fait.connect(self._dire_fait)
        dialogue.open()

    def _dire_fait(self, acte: Acte) -> None:
        self.phrase.emit(f"{acte.resume}.", "bon")

    def montrer_resultats(self) -> None:
        """The results as they print, those that are declared alone."""
        ag, session = self.ag, self.session
        if ag is None:
            return
        numero, moment = ag.numero, session.maintenant

        def composer(progres: Progres) -> tuple[bytes | None, tuple[Issue, ...]]:
            from scicvote.actes import papiers  # what draws papers is loaded with the first of them

            progres(0, 1)
            return papiers.imprimer(session.depot, numero, "resultats", moment)

        self.montrer_papier(
            self.tr("Résultats\u00a0: {}").format(ag.titre_court), f"resultats-{ag.jour.isoformat()}.pdf", composer
        )

    # --- the one next step

    def etape_suivante(self) -> tuple[str, str]:
        """The key and the word of the primary button."""
        ag = self.ag
        if ag is None:
            return "assemblees", self.tr("Choisir une assemblée")
        if ag.close:
            return self._apres_cloture(ag)
        if not ag.ouverte:
            return "emarger", self.tr("Émarger")
        if self.boutons_proclamer:
            return "proclamer_resultat", self.tr("Proclamer le résultat")
        if reste_a_voter(ag):
            return "voter", self.tr("Revenir aux votes")
        return "clore", self.tr("Clore la séance")

    def _apres_cloture(self, ag: Assemblee) -> tuple[str, str]:
        """A college gives its votes back before it writes its minutes."""
        if mission_de(ag) is not None:
            return "retour", self.tr("Préparer le retour")
        return "proces_verbal", self.tr("Procès-verbal")

    def _montrer_pied(self) -> None:
        cle, mot = self.etape_suivante()
        self.principal.setText(mot)
        a_clore = self.ag is not None and self.ag.ouverte and not self.ag.close and cle != "clore"
        self.secondaire.setText(self.tr("Clore la séance") if a_clore else "")
        self.entete_change.emit()

    def suite(self) -> None:
        """Do the one next step."""
        cle = self.etape_suivante()[0]
        if cle == "proclamer_resultat":
            self.proclamer(next(iter(self.boutons_proclamer)))
        elif cle == "clore":
            self.clore()
        else:
            self.demande.emit(cle, self.ag.numero if self.ag else None)

    def clore(self) -> None:
        """Close the sitting: refusals all at once, else asked once, naming what will happen."""
        ag, demande = self.ag, self.demande_cloture()
        if ag is None:
            return
        if demande is None:
            self.heure.controle.setFocus()
            return
        essai = self.session.essayer(demande)
        if essai.refus:
            self.agir(demande)
            return
        titre = self.tr("Clore la séance à {}\u00a0?").format(self.heure.texte())
        phrases = (
            self.tr("{}. Plus aucun vote ne sera possible.").format(
                accord(sum(1 for v in ag.votes if v.proclamation), "décision proclamée", "décisions proclamées")
            ),
            *(f"{issue.phrase} ({citer(issue.articles)})" for issue in essai.avertissements),
        )
        self.dialogue = confirmer(
            self,
            titre,
            phrases,
            self.tr("Clore la séance"),
            lambda: agir(self, self.session, demande, apres=self._close, confirmer=False),
        )

    def _close(self, _acte: Acte) -> None:
        if self.ag is not None:
            self.session.brouillons.oublier(self._cle_heure(self.ag))
            self.demande.emit(self._apres_cloture(self.ag)[0], self.ag.numero)
