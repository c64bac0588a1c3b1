"""Voting: open, count, close, proclaim; one next step at a time, and nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from scicvote.actes import vote as actes_vote
from scicvote.core.etapes import etapes
from scicvote.core.exact import accord
from scicvote.core.faits import Depouillement, Resolution
from scicvote.core.pv_secret import expose
from scicvote.core.recalcul import resultat_de, statuts_de
from scicvote.core.saisie_vote import reste_ensemble, sans_vote
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import DEMANDE_SECRET, SECRETS
from scicvote.store.depot import Acte
from scicvote.ui.dialogs.aide import DialogueAide
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.dialogs.calcul import DialogueCalcul
from scicvote.ui.dialogs.confirmation import DialogueIssues, confirmer
from scicvote.ui.heures import heure_par_defaut
from scicvote.ui.lecture_vote import Phase, corps_du_votant, reste_a_voter
from scicvote.ui.pages.page import Aide, Commande
from scicvote.ui.pages.voter_gestes import GestesVoter
from scicvote.ui.pages.voter_vue import VueVoter
from scicvote.ui.saisie_vote import CONTRE_EPREUVE, ROUVERT, SaisieVote
from scicvote.ui.scene import scene_de
from scicvote.ui.session import Session
from scicvote.ui.widgets.icone import Bouton


class PageVoter(VueVoter):
    """What the keyboard and the mouse do."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.gestes = GestesVoter(self)
        self.dialogue: Cadre | None = None
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
        if ou is Phase.OUVERT:
            return (Aide((self.tr("Tab"),), self.tr("champ suivant")), suite)
        return (Aide(("↑", "↓"), self.tr("résolution")), suite)

    def boutons(self) -> tuple[Bouton, ...]:
        return tuple(b for b in (self.secondaire, self.principal) if b.text())

    def premier_focus(self) -> QWidget | None:
        if self.point is not None and self.phase() is Phase.OUVERT:
            if self.carte.appel.isVisibleTo(self):
                return self.carte.appel.champ.controle
            return self.carte.grille.premiere()
        return self.ordre

    def commandes(self) -> tuple[Commande, ...]:
        aide = Commande(self.tr("Aide de l’écran de salle"), "F11", "monitor", self.aider_salle)
        return (*self.gestes.commandes(), aide) if self.ag is not None else ()

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
        if self.saisie.passe == 1:
            return "seconde", self.tr("Seconde saisie")
        return "comparer", self.tr("Comparer et clore")

    def montrer_pied(self) -> None:
        ag, principal = self.ag, self.etape_suivante()[1]
        secondaire = ""
        if ag is not None and self.point is not None and not ag.close:
            ou = self.phase()
            if ou is Phase.DEPOUILLE:
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
        elif cle == "proclamer_resultat":
            self.proclamer()
        elif cle == "suivante":
            self._aller(self._suivante())
        elif cle == "reprise":
            self.gestes.lancer("reprise")
        else:
            self.demande.emit(cle, ag.numero if ag else None)

    def revenir(self) -> None:
        """The second button: reopen, keep the first count, or type everything again."""
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

    # --- opening

    def _choisir_mode(self, mode: str) -> None:
        if self.ag is not None:
            self.session.brouillons.ecrire(f"voter/{self.ag.numero}/mode/{self.resolution}", mode)
            self.montrer(self.resolution)

    def ouvrir_scrutin(self) -> None:
        """Freeze the bodies and begin to count; what must be shown before is asked about once."""
        self.agir(self.ouvrir_demande(), verbe=self.tr("Ouvrir le scrutin"))

    def demander_secret(self) -> None:
        """A secret vote is asked for: the assembly decides by show of hands, by heads (statuts 21-7)."""
        point = self.point
        if point is None:
            return
        self.dialogue = confirmer(
            self,
            self.tr("Scrutin secret sur la résolution {}").format(point.numero),
            (
                self.tr("Le scrutin est secret si la majorité de l’assemblée le demande (statuts, art.\u00a021-7)."),
                self.tr("L’assemblée en décide d’abord, à main levée, une voix par personne."),
            ),
            self.tr("Voter sur la demande"),
            lambda: self.agir(self.ouvrir_demande(DEMANDE_SECRET), verbe=self.tr("Ouvrir le scrutin")),
        )

    # --- counting

    def _noter(self) -> None:
        self.saisie.noter(self.saisie.passe, self.carte.grille.cases())
        self.montrer_apercu()

    def _finir_saisie(self) -> None:
        """Enter in the last cell: the primary button has the keyboard."""
        self.principal.setFocus(Qt.FocusReason.TabFocusReason)

    def _excepter(self, numero: int, choix: str, pas: int) -> None:
        """Somebody named is taken from those who are for; only the figures of their body know of it."""
        ag, grille = self.ag, self.carte.grille
        if ag is None:
            return
        cases = grille.cases()
        code = corps_du_votant(ag, [code for code, _ in cases], numero)
        for cle, de in (("pour", -pas), (choix, pas)):
            cases[code, cle] = str(max(0, int(cases.get((code, cle)) or 0) + de))
        grille.poser(cases)
        self._noter()

    def clore(self) -> None:
        """Close an open scrutin on its figures."""
        self._verifier(lambda: self.agir(self.depouiller_demande(), verbe=self.tr("Clore le scrutin")))

    def _verifier(self, suite: Callable[[], object]) -> None:
        """Refusals at once; those who did not vote are asked about once, by name of body."""
        refus = self.session.essayer(self.depouiller_demande()).refus
        if refus:
            self.dialogue = DialogueIssues(self.tr("Le compte ne va pas"), refus, parent=self)
            self.dialogue.open()
            return
        manquent = sans_vote(self.carte.grille.restants())
        if not manquent:
            suite()
            return
        detail = ", ".join(f"{n} {self.tr('dans')} {code}" for code, n in manquent.items() if code != ENSEMBLE)
        phrase = self.tr("{} sans vote compté").format(
            accord(reste_ensemble(manquent), "présent ou représenté", "présents ou représentés")
        )
        self.dialogue = confirmer(
            self,
            self.tr("Clore sans eux\u00a0?"),
            (
                phrase + (self.tr("\u00a0: {}.").format(detail) if detail else "."),
                self.tr("Ils comptent comme n’ayant pas pris part au vote."),
            ),
            self.tr("Clore ainsi"),
            suite,
        )

    def passer_seconde(self) -> None:
        """The first entry of a secret vote is done: the second begins with nothing in sight."""
        self._verifier(self._seconde)

    def _seconde(self) -> None:
        self.saisie.noter(1, self.carte.grille.cases())
        self.saisie.seconde()
        self._ressaisir()

    def _ressaisir(self) -> None:
        self.montrer(self.resolution)
        premiere = self.carte.grille.premiere()
        if premiere is not None:
            premiere.setFocus(Qt.FocusReason.TabFocusReason)

    def comparer(self) -> None:
        """Hold the two entries against one another: close where they agree, else both are typed again."""
        self.saisie.noter(2, self.carte.grille.cases())
        differentes = self.saisie.comparer()
        if differentes:
            self.saisie.reprendre(differentes)
            self._ressaisir()
            return
        self._verifier(lambda: self.agir(self.depouiller_demande(seconde=True), verbe=self.tr("Clore le scrutin")))

    def _recompter(self, pourquoi: str) -> None:
        """Count again before the proclamation: from nothing, or (reopened, in the open) from the recorded figures."""
        vote = self.vote
        if vote is None:
            return
        vide = pourquoi == CONTRE_EPREUVE or vote.scrutin.mode in SECRETS
        self.saisie.recompter(pourquoi, {} if vide else self.carte.grille.cases())
        self._ressaisir()

    def _apres_acte(self, acte: Acte) -> None:
        """A count that is recorded is no longer a draft."""
        for fait in acte.faits:
            if isinstance(fait, Depouillement):
                SaisieVote(self.session.brouillons, fait.assemblee, fait.scrutin).oublier()

    def _devoiler(self) -> None:
        vote = self.vote
        if vote is None or not expose(vote).corps:
            return
        numero = vote.scrutin.scrutin

        def montrer() -> None:
            self.devoile = numero
            self.montrer(self.resolution)

        self.dialogue = confirmer(
            self,
            self.tr("Montrer ces chiffres\u00a0?"),
            (
                self.tr("Le vote est secret, et ces chiffres diraient qui a voté quoi."),
                self.tr("Les montrer seulement à qui a dépouillé\u00a0; ils ne vont jamais à l’écran de salle."),
            ),
            self.tr("Montrer"),
            montrer,
        )

    # --- declaring

    def proclamer(self) -> None:
        """Declare the result of the scrutin in hand."""
        ag, vote = self.ag, self.vote
        if ag is None or vote is None:
            return
        numero, scrutin, moment = ag.numero, vote.scrutin.scrutin, heure_par_defaut(ag, self.session.maintenant)
        self.agir(lambda depot: actes_vote.proclamer(depot, numero, scrutin, moment))

    def voir_calcul(self) -> None:
        """Open the numbered steps."""
        ag, vote, point = self.ag, self.vote, self.point
        if ag is None or vote is None or point is None or vote.depouillement is None:
            return
        resultat = resultat_de(self.session.dossier, ag, vote)
        self.dialogue_calcul = DialogueCalcul(point.titre, etapes(resultat, statuts_de(self.session.dossier, ag)), self)
        self.dialogue_calcul.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialogue_calcul.open()
