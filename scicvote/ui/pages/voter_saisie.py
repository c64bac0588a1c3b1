"""What is done to a scrutin: opening it, counting it once or twice, closing, counting again, declaring."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from scicvote.actes import vote as actes_vote
from scicvote.core.contexte_papier import citer
from scicvote.core.etapes import etapes
from scicvote.core.exact import accord
from scicvote.core.faits import Depouillement, ScrutinNul
from scicvote.core.pv_secret import expose
from scicvote.core.recalcul import resultat_de, statuts_de
from scicvote.core.saisie_vote import reste_ensemble, sans_vote
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import DEMANDE_SECRET, ISOLOIR, SECRETS
from scicvote.store.depot import Acte
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.dialogs.calcul import DialogueCalcul
from scicvote.ui.dialogs.confirmation import DialogueIssues, confirmer
from scicvote.ui.dialogs.votes_externes import DialogueVotesExternes
from scicvote.ui.heures import heure_par_defaut
from scicvote.ui.lecture_vote import corps_du_votant
from scicvote.ui.pages.voter_vue import VueVoter
from scicvote.ui.saisie_vote import CONTRE_EPREUVE, SaisieVote
from scicvote.ui.session import Session


class SaisieScrutin(VueVoter):
    """Each gesture is one act, or a draft until there is one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.dialogue: Cadre | None = None

    # --- opening

    def _choisir_mode(self, mode: str) -> None:
        if self.ag is not None:
            self.session.brouillons.ecrire(f"voter/{self.ag.numero}/mode/{self.resolution}", mode)
            self.montrer(self.resolution)

    def ouvrir_scrutin(self) -> None:
        """Freeze the bodies and begin to count; what must be shown before is asked about once."""
        if self.mode() == ISOLOIR:
            self.isoloir.placer()
            return
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
                self.tr("Le scrutin est secret si la majorité de l’assemblée le demande ({}).").format(
                    citer((self.session.statuts().cite("statuts 21-7"),))
                ),
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
        """Somebody named is taken from those who are for; only the figures of their bodies know of it."""
        ag, vote, grille = self.ag, self.vote, self.carte.grille
        if ag is None or vote is None:
            return
        cases = grille.cases()
        codes = dict.fromkeys(code for code, _ in cases)
        for code in corps_du_votant(ag, codes, numero, vote.scrutin.heure):
            for cle, de in (("pour", -pas), (choix, pas)):
                cases[code, cle] = str(max(0, int(cases.get((code, cle)) or 0) + de))
        grille.poser(cases)
        self._noter()

    def clore(self) -> None:
        """Close an open scrutin on its figures."""
        self._verifier(lambda: self.agir(self.depouiller_demande(), verbe=self.tr("Clore le scrutin")))

    def compter_fichier(self) -> None:
        """Close an open scrutin on its figures and those of a file, which is read and shown first."""
        ag, point = self.ag, self.point
        if ag is None or point is None:
            return
        dialogue = DialogueVotesExternes(self.session, ag.numero, point, self)
        dialogue.retenus.connect(
            lambda votes, mode: self.agir(self.depouiller_avec_demande(votes, mode), verbe=self.tr("Clore le scrutin"))
        )
        self.dialogue = dialogue
        dialogue.open()

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
        """A count that is recorded is no longer a draft, nor what was typed for a vote that was cancelled."""
        for fait in acte.faits:
            if isinstance(fait, Depouillement | ScrutinNul):
                SaisieVote(self.session.brouillons, fait.assemblee, fait.scrutin).oublier()

    def _devoiler(self) -> None:
        vote = self.vote
        if vote is None or vote.total_seul or not expose(vote).corps:
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
