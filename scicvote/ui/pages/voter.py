"""Voting: one next step at a time, and nothing typed is ever lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from scicvote.core.faits import Resolution
from scicvote.core.vote import SECRETS
from scicvote.ui.dialogs.aide import DialogueAide
from scicvote.ui.gestes_college import GestesCollege
from scicvote.ui.lecture_vote import Phase, reste_a_voter
from scicvote.ui.pages.page import Aide, Commande
from scicvote.ui.pages.voter_gestes import GestesVoter
from scicvote.ui.pages.voter_saisie import SaisieScrutin
from scicvote.ui.saisie_vote import CONTRE_EPREUVE, ROUVERT
from scicvote.ui.scene import scene_de
from scicvote.ui.session import Session
from scicvote.ui.widgets.icone import Bouton


class PageVoter(SaisieScrutin):
    """What the keyboard and the mouse do."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.gestes, self.gestes_college = GestesVoter(self), GestesCollege(self)
        self._relier()

    def _relier(self) -> None:
        carte = self.carte
        self.ordre.choisi.connect(self.montrer)
        carte.mode_change.connect(self._choisir_mode)
        carte.grille.change.connect(self._noter)
        carte.grille.finie.connect(self._finir_saisie)
        carte.appel.exception.connect(lambda numero, choix: self._excepter(numero, choix, 1))
        carte.appel.reprise.connect(lambda numero, choix: self._excepter(numero, choix, -1))
        carte.montrer_chiffres.clicked.connect(self._devoiler)
        carte.contre_epreuve.clicked.connect(lambda: self._recompter(CONTRE_EPREUVE))
        carte.secret.clicked.connect(self.demander_secret)
        carte.deport.clicked.connect(lambda: self.gestes.lancer("deport"))
        carte.amender.clicked.connect(lambda: self.gestes.lancer("amender"))
        carte.autre.clicked.connect(lambda: self.gestes.menu_autre(carte.autre))
        self.presents.mouvement.clicked.connect(lambda: self.gestes.menu_salle(self.presents.mouvement))
        self.gestes.distance.connect(self.compter_fichier)
        self.ailleurs.importation.connect(self.gestes_college.importer)
        self.ailleurs.geste.connect(self.gestes_college.faire)
        self.gestes.fait.connect(lambda phrase: self.phrase.emit(phrase, "bon"))
        self.carte_resultat.calcul_demande.connect(self.voir_calcul)
        self.principal.clicked.connect(self.suite)
        self.secondaire.clicked.connect(self.revenir)
        self.session.act_done.connect(self._apres_acte)
        scene_de(self.session).change.connect(self._suivre_scene)
        for touches in ("Ctrl+Return", "Ctrl+Enter"):
            raccourci = QShortcut(QKeySequence(touches), self)
            raccourci.setContext(Qt.ShortcutContext.WindowShortcut)  # the footer's buttons are not in the page
            raccourci.activated.connect(self.suite)

    # --- the page

    def aides(self) -> tuple[Aide, ...]:
        ou = self.phase() if self.point else None
        suite = Aide((self.tr("Ctrl"), self.tr("Entrée")), self.principal.text().lower())
        if ou is Phase.OUVERT and not self.isoloir.en_main:
            return (Aide((self.tr("Tab"),), self.tr("champ suivant")), suite)
        return (Aide(("↑", "↓"), self.tr("résolution")), suite)

    def boutons(self) -> tuple[Bouton, ...]:
        return tuple(b for b in (self.secondaire, self.principal) if b.text())

    def premier_focus(self) -> QWidget | None:
        if self.isoloir.ouvert:
            return self.principal
        if self.point is not None and self.phase() is Phase.OUVERT:
            if self.carte.appel.isVisibleTo(self):
                return self.carte.appel.champ.controle
            return self.carte.grille.premiere()
        return self.ordre

    def commandes(self) -> tuple[Commande, ...]:
        aide = Commande(self.tr("Aide de l’écran de salle"), "F11", "monitor", self.aider_salle)
        isoloir = Commande(self.tr("Aide de l’isoloir"), "", "lock", self.aider_isoloir)
        if self.ag is None:
            return ()
        college = () if self.ag.close else self.gestes_college.commandes()
        return (*self.gestes.commandes(), *college, aide, isoloir)

    def aider_isoloir(self) -> None:
        """How the secret vote on this computer goes, and what it protects."""
        touches = (
            Aide((self.tr("Entrée"),), self.tr("faire entrer")),
            Aide((self.tr("Échap"),), self.tr("revenir")),
            Aide((self.tr("Ctrl"), self.tr("Entrée")), self.tr("bureau\u00a0: reprendre")),
        )
        self.dialogue_aide = DialogueAide(self.tr("Aide\u00a0: l’isoloir"), "isoloir", touches, self)
        self.dialogue_aide.open()

    def aider_salle(self) -> None:
        """What the screen of the room shows, and what it never does."""
        touches = (Aide(("F11",), self.tr("ouvrir ou fermer")), Aide((self.tr("Échap"),), self.tr("fermer")))
        self.dialogue_aide = DialogueAide(self.tr("Aide\u00a0: l’écran de salle"), "salle", touches, self)
        self.dialogue_aide.open()

    def recevoir(self, argument: object) -> None:
        """The number of the assembly."""
        if isinstance(argument, int) and argument != self.session.assemblee:
            self.resolution = 0
        super().recevoir(argument)

    def _suivre_scene(self) -> None:
        """Another page put a point forward."""
        voulue = scene_de(self.session).resolution
        rang = self.ordre.modele.rang_de(voulue) if self.ag else None
        if rang is not None and voulue != self.resolution:
            self.ordre.choisir_rang(rang)

    def instantane(self) -> object:
        """The point in hand."""
        return self.resolution

    def restituer(self, instantane: object) -> None:
        rang = self.ordre.modele.rang_de(instantane) if isinstance(instantane, int) and self.ag else None
        if rang is not None:
            self.ordre.choisir_rang(rang)

    # --- the one next step

    def etape_suivante(self) -> tuple[str, str]:
        """The key and the word of the primary button."""
        ag = self.ag
        if ag is None:
            return "assemblees", self.tr("Choisir une assemblée")
        if ag.close:
            return "proclamer", self.tr("Résultats")
        if not ag.ouverte:
            return "emarger", self.tr("Émarger")
        if ag.suspendue:
            return "reprise", self.tr("Reprendre la séance")
        if self.point is None:
            return "proclamer", self.tr("Proclamer")
        ou = self.phase()
        if ou is Phase.A_VOTER:
            return "ouvrir", self.tr("Ouvrir le scrutin")
        if ou is Phase.SECOND_TOUR:
            return "ouvrir", self.tr("Ouvrir le second tour")
        if ou is Phase.OUVERT:
            return self._etape_saisie()
        if ou is Phase.DEPOUILLE:
            return "proclamer_resultat", self.tr("Proclamer le résultat")
        if self._suivante() is not None:
            return "suivante", self.tr("Résolution suivante")
        return "proclamer", self.tr("Clore les votes")

    def _etape_saisie(self) -> tuple[str, str]:
        vote = self.vote
        if vote is None or vote.scrutin.mode not in SECRETS:
            return "clore", self.tr("Clore le scrutin")
        if self.isoloir.en_main:
            if not self.isoloir.reste():
                return "urne", self.tr("Ouvrir l’urne…")
            return "isoloir", self.tr("Reprendre le vote") if self.isoloir.commence() else self.tr("Commencer le vote")
        if self.saisie.passe == 1:
            return "seconde", self.tr("Seconde saisie")
        return "comparer", self.tr("Comparer et clore")

    def montrer_pied(self) -> None:
        ag, principal = self.ag, self.etape_suivante()[1]
        secondaire = ""
        if ag is not None and self.point is not None and not ag.close:
            ou = self.phase()
            if self.isoloir.en_main:
                secondaire = self.tr("Ouvrir l’urne…") if ou is Phase.OUVERT and self.isoloir.reste() else ""
            elif ou is Phase.DEPOUILLE:
                secondaire = self.tr("Rouvrir le scrutin")
            elif ou is Phase.OUVERT and self.saisie.recompte:
                secondaire = self.tr("Garder le premier décompte")
            elif ou is Phase.OUVERT and self.saisie.passe == 2:
                secondaire = self.tr("Tout ressaisir")
        self.principal.setText(principal)
        self.secondaire.setText(secondaire)
        self.entete_change.emit()

    def suite(self) -> None:
        """Do the one next step."""
        cle, ag = self.etape_suivante()[0], self.ag
        if cle == "ouvrir":
            self.ouvrir_scrutin()
        elif cle == "clore":
            self.clore()
        elif cle == "seconde":
            self.passer_seconde()
        elif cle == "comparer":
            self.comparer()
        elif cle == "isoloir":
            self.isoloir.reprendre()
        elif cle == "urne":
            self.isoloir.ouvrir_urne()
        elif cle == "proclamer_resultat":
            self.proclamer()
        elif cle == "suivante":
            self._aller(self._suivante())
        elif cle == "reprise":
            self.gestes.lancer("reprise")
        else:
            self.demande.emit(cle, ag.numero if ag else None)

    def revenir(self) -> None:
        """The second button: open the urn, reopen, keep the first count, or type everything again."""
        if self.isoloir.en_main:
            self.isoloir.ouvrir_urne()
            return
        if self.phase() is Phase.DEPOUILLE:
            self._recompter(ROUVERT)
        elif self.saisie.recompte:
            self.saisie.oublier()
            self.actualiser()
        else:
            self.saisie.reprendre()
            self._ressaisir()

    def _suivante(self) -> Resolution | None:
        """The next point that waits, after this one first."""
        attendent = reste_a_voter(self.ag) if self.ag else ()
        point = self.point
        apres = [r for r in attendent if point and r.numero > point.numero]
        return next(iter(apres or attendent), None)

    def _aller(self, point: Resolution | None) -> None:
        rang = self.ordre.modele.rang_de(point.resolution) if point else None
        if rang is not None:
            self.ordre.choisir_rang(rang)
            self.ordre.setFocus()
