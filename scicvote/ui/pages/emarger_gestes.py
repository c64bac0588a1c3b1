"""What check-in does: each gesture is one act, or the dialog that asks for what the act needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from scicvote.actes import correction, preparation, seance
from scicvote.core.assemblee import Assemblee
from scicvote.core.correspondance import prevue
from scicvote.core.faits import Pouvoir, Presence, QuestionEcrite
from scicvote.core.issue import Issue
from scicvote.core.pouvoir import colleges_sans_pouvoir
from scicvote.core.statuts import Statuts
from scicvote.store.depot import Acte, Depot
from scicvote.ui.derniers_gestes import Geste
from scicvote.ui.dialogs.bureau import DialogueBureau
from scicvote.ui.dialogs.formulaire_vote import DialogueEcarter, DialogueFormulaire
from scicvote.ui.dialogs.moment_seance import DialogueSeance
from scicvote.ui.dialogs.pouvoir import DialogueDecision, DialoguePouvoir, DialogueRetrait
from scicvote.ui.dialogs.seance import (
    DialogueDepart,
    DialogueDocument,
    DialogueExcuse,
    DialogueIncident,
    DialogueInvite,
    DialogueReponse,
    DialogueReprise,
    DialogueSuspension,
)
from scicvote.ui.heures import heure_par_defaut
from scicvote.ui.lecture_emargement import CORRESPONDANCE, PRESENT, LigneEmargement
from scicvote.ui.pages.page import Commande, Page
from scicvote.ui.textes import heure


def tr(mot: str) -> str:
    """A word of check-in, translated."""
    return QCoreApplication.translate("emarger", mot)


@dataclass(frozen=True, slots=True)
class Entree:
    """An entry of the menu of the sitting."""

    cle: str
    mot: str
    icone: str
    detail: str = ""


class GestesEmarger(QObject):
    """Gestures of one page. ``fait`` carries the sentence that says what was done."""

    fait = Signal(str)

    def __init__(self, page: Page, heure_fixee: Callable[[], datetime | None]) -> None:
        super().__init__(page)
        self._page, self._heure_fixee = page, heure_fixee
        self.dialogue: QWidget | None = None
        self.menu: QMenu | None = None

    @property
    def ag(self) -> Assemblee:
        ag = self._page.session.ag
        if ag is None:
            raise RuntimeError("no assembly in hand")
        return ag

    @property
    def _statuts(self) -> Statuts:
        return self._page.session.dossier.statuts_au(self.ag.jour)

    def _moment(self) -> datetime:
        return self._heure_fixee() or heure_par_defaut(self.ag, self._page.session.maintenant)

    # --- people

    def arriver(
        self,
        ligne: LigneEmargement,
        moment: datetime,
        representant: str = "",
        piece: str = "",
        averti: Callable[[tuple[Issue, ...]], bool] | None = None,
    ) -> tuple[Issue, ...]:
        """Sign somebody in. Returns what refuses it; ``averti`` says whether warnings of the document were seen.

        That a proxy falls because its giver is there is the law (statuts 23): it is done, and said.
        """
        presence = Presence(self.ag.numero, ligne.associe, moment, "arrivee", representant, piece)

        def acte(depot: Depot) -> Acte:
            return seance.emarger(depot, presence)

        essai = self._page.session.essayer(acte)
        pieces = tuple(issue for issue in essai.avertissements if issue.code == "PIECE")
        if not essai.refus and (averti is None or averti(pieces)):
            self._page.agir(acte, lambda fait: self._arrive(ligne, moment, fait), confirmer=False)
        return essai.refus

    def _arrive(self, ligne: LigneEmargement, moment: datetime, acte: Acte) -> None:
        nom = f"{ligne.prenom} {ligne.nom}".strip()
        tombes = [issue.phrase for issue in acte.avertissements if issue.code == "POUVOIR_TOMBE"]
        suite = f" {tr('Son pouvoir tombe.')}" if tombes else ""
        self.fait.emit(tr("{}, là à {}.").format(nom, heure(moment)) + suite)

    def donner_pouvoir(self, ligne: LigneEmargement | None) -> None:
        """Whoever is there holds the proxy, whoever is not gives it; one that was given can only be withdrawn."""
        session, associe = self._page.session, ligne.associe if ligne else None
        donne = self.pouvoir_de(ligne.associe) if ligne is not None else None
        if ligne is not None and donne is not None and not colleges_sans_pouvoir(self.ag, ligne.associe):
            self.retirer(donne)
        elif ligne is not None and ligne.situation == PRESENT:
            self.ouvrir(DialoguePouvoir(session, None, associe, self._page))
        else:
            self.ouvrir(DialoguePouvoir(session, associe, None, self._page))

    def voter_par_poste(self, ligne: LigneEmargement | None) -> None:
        """A vote by post is received; one that was can only be set aside."""
        session = self._page.session
        formulaire = self.ag.assistance.formulaires.get(ligne.associe) if ligne is not None else None
        if formulaire is not None:
            self.ouvrir(DialogueEcarter(session, formulaire, self._page))
        else:
            self.ouvrir(DialogueFormulaire(session, ligne.associe if ligne is not None else None, self._page))

    def partir(self, ligne: LigneEmargement) -> None:
        self.ouvrir(DialogueDepart(self._page.session, ligne.associe, self._page))

    def excuser(self, ligne: LigneEmargement | None) -> None:
        if ligne is None:
            self.ouvrir(DialogueExcuse(self._page.session, None, self._page))
            return
        numero = self.ag.numero
        self._page.agir(lambda depot: preparation.excuser(depot, numero, ligne.associe), self._dire)

    def inviter(self, nom: str = "") -> None:
        self.ouvrir(DialogueInvite(self._page.session, nom, self._page))

    # --- proxies

    def decider(self, pouvoir: Pouvoir) -> None:
        self.ouvrir(DialogueDecision(self._page.session, pouvoir, self._page))

    def retirer(self, pouvoir: Pouvoir) -> None:
        self.ouvrir(DialogueRetrait(self._page.session, pouvoir, self._page))

    def pouvoir_de(self, associe: int) -> Pouvoir | None:
        """The proxy in force that somebody gave."""
        return next((p for p in self.ag.assistance.pouvoirs.values() if p.mandant == associe), None)

    # --- the sitting

    def constituer_bureau(self) -> None:
        self.ouvrir(DialogueBureau(self._page.session, self._page))

    def ouvrir_seance(self) -> None:
        numero, moment = self.ag.numero, self._moment()
        self._page.agir(
            lambda depot: seance.ouvrir_seance(depot, numero, moment), self._dire, verbe=tr("Ouvrir quand même")
        )

    def annuler(self, geste: Geste) -> None:
        motif = tr("saisie par erreur")
        dit = tr("Annulé\u00a0: {}, {}.").format(geste.qui, geste.quoi)
        self._page.agir(lambda depot: correction.annuler(depot, geste.acte, motif), lambda _acte: self.fait.emit(dit))

    def feuille(self) -> None:
        session, numero = self._page.session, self.ag.numero
        instant = session.maintenant

        def composer(progres: Callable[[int, int], bool]) -> tuple[bytes | None, tuple[Issue, ...]]:
            from scicvote.actes import papiers  # what draws papers is loaded with the first one

            progres(0, 1)
            return papiers.imprimer(session.depot, numero, papiers.FEUILLE, instant)

        nom = f"feuille-presence-{self.ag.jour.isoformat()}.pdf"
        self._page.montrer_papier(tr("Feuille de présence"), nom, composer)

    def _dire(self, acte: Acte) -> None:
        self.fait.emit(f"{acte.resume}.")

    # --- dialogs and menus

    def ouvrir(self, dialogue: DialogueSeance) -> None:
        """Open a dialog at the hour that the page shows, and say what it did."""
        fixee = self._heure_fixee()
        if fixee is not None:
            dialogue.poser_heure(fixee.time())
        self.dialogue = dialogue
        dialogue.fait.connect(self._dire)
        dialogue.open()

    def entrees(self) -> tuple[Entree, ...]:
        """What can be done now, apart from people."""
        ag = self.ag
        if ag.close:
            return ()
        base = [
            Entree("bureau", tr("Changer le bureau…") if ag.bureau else tr("Constituer le bureau…"), "gavel"),
            Entree("pouvoir", tr("Donner un pouvoir…"), "file-check", "P"),
            Entree("formulaire", tr("Vote par correspondance…"), "send"),
            Entree("invite", tr("Inviter sans voix…"), "user-plus"),
            Entree("excuse", tr("Excuser…"), "user-x", "E"),
            Entree("document", tr("Déposer un document…"), "paperclip"),
        ]
        if ag.ouverte:
            if ag.suspendue:
                base.append(Entree("reprise", tr("Reprendre la séance…"), "play"))
            else:
                base.append(Entree("suspension", tr("Suspendre la séance…"), "pause"))
            base.append(Entree("incident", tr("Noter un incident…"), "message-square"))
            if ag.tous(QuestionEcrite):
                base.append(Entree("reponse", tr("Répondre à une question écrite…"), "circle-question-mark"))
        return tuple(base)

    def lancer(self, cle: str) -> None:
        """Do what an entry says."""
        session, page = self._page.session, self._page
        actions: dict[str, Callable[[], object]] = {
            "bureau": self.constituer_bureau,
            "pouvoir": lambda: self.donner_pouvoir(None),
            "formulaire": lambda: self.voter_par_poste(None),
            "invite": self.inviter,
            "excuse": lambda: self.excuser(None),
            "document": lambda: self.ouvrir(DialogueDocument(session, page)),
            "suspension": lambda: self.ouvrir(DialogueSuspension(session, page)),
            "reprise": lambda: self.ouvrir(DialogueReprise(session, page)),
            "incident": lambda: self.ouvrir(DialogueIncident(session, page)),
            "reponse": lambda: self.ouvrir(DialogueReponse(session, None, page)),
        }
        actions[cle]()

    def commandes(self) -> tuple[Commande, ...]:
        """The same, for the palette."""
        return tuple(
            Commande(entree.mot, tr("Séance"), entree.icone, lambda cle=entree.cle: self.lancer(cle))  # type: ignore[misc]
            for entree in self.entrees()
        )

    def menu_seance(self, sous: QWidget) -> None:
        """Show the entries above a button."""
        menu = self._menu(sous)
        for entree in self.entrees():
            menu.addAction(entree.mot).triggered.connect(lambda _coche=False, cle=entree.cle: self.lancer(cle))
        menu.popup(sous.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    def menu_ligne(self, ligne: LigneEmargement, sous: QWidget) -> None:
        """Show everything that can be done with a row."""
        menu = self._menu(sous)
        pouvoir = self.pouvoir_de(ligne.associe)
        if pouvoir is not None:
            menu.addAction(tr("Retirer le pouvoir…")).triggered.connect(lambda: self.retirer(pouvoir))
        else:
            mot = tr("Porter un pouvoir…") if ligne.situation == PRESENT else tr("Donner un pouvoir…")
            menu.addAction(mot).triggered.connect(lambda: self.donner_pouvoir(ligne))
        if ligne.situation == CORRESPONDANCE:
            mot = tr("Écarter le vote par correspondance…")
            menu.addAction(mot).triggered.connect(lambda: self.voter_par_poste(ligne))
        elif ligne.situation != PRESENT and pouvoir is None and prevue(self._statuts):
            mot = tr("Vote par correspondance…")
            menu.addAction(mot).triggered.connect(lambda: self.voter_par_poste(ligne))
        if ligne.situation == PRESENT:
            menu.addAction(tr("Noter le départ…")).triggered.connect(lambda: self.partir(ligne))
        else:
            menu.addAction(tr("Excuser")).triggered.connect(lambda: self.excuser(ligne))
        menu.popup(sous.mapToGlobal(QPoint(0, sous.height() + 4)))

    def _menu(self, parent: QWidget) -> QMenu:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(parent)
        return self.menu
