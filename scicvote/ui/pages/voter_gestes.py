"""What can be done beside a vote: dialogs and menus, each gesture one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from scicvote.core.faits import QuestionEcrite, Resolution
from scicvote.core.recalcul import statuts_de
from scicvote.core.vote import SECRETS
from scicvote.store.depot import Acte
from scicvote.ui.dialogs.moment_seance import DialogueSeance
from scicvote.ui.dialogs.pouvoir import DialoguePouvoir
from scicvote.ui.dialogs.seance import (
    DialogueArrivee,
    DialogueDepart,
    DialogueDocument,
    DialogueIncident,
    DialogueReponse,
    DialogueReprise,
    DialogueSuspension,
)
from scicvote.ui.dialogs.urne_ouverture import DialogueAccordTotal, DialogueScrutinNul
from scicvote.ui.dialogs.vote import (
    DialogueAmendement,
    DialogueAnnulationScrutin,
    DialogueCandidat,
    DialogueDebat,
    DialogueDeport,
    DialogueRetraitResolution,
    DialogueRevocation,
)
from scicvote.ui.lecture_vote import Phase, tr
from scicvote.ui.pages.page import Commande
from scicvote.ui.pages.voter_vue import VueVoter

_MONTRES: Final = frozenset({"deport", "amender", "retirer", "candidat", "revocation"})  # the page shows what they did


@dataclass(frozen=True, slots=True)
class Entree:
    """An entry of a menu: key, words, icon."""

    cle: str
    mot: str
    icone: str


class GestesVoter(QObject):
    """``fait`` says in a sentence what was done; ``distance`` asks to count votes from a file."""

    fait = Signal(str)
    distance = Signal()

    def __init__(self, page: VueVoter) -> None:
        super().__init__(page)
        self._page = page
        self.dialogue: DialogueSeance | None = None
        self.menu: QMenu | None = None

    def ouvrir(self, dialogue: DialogueSeance, muet: bool = False) -> None:
        """Open a dialog, and say what it did, unless the page itself shows it."""
        self.dialogue = dialogue
        if not muet:
            dialogue.fait.connect(self._dire)
        dialogue.open()

    def _dire(self, acte: Acte) -> None:
        self.fait.emit(f"{acte.resume}.")

    # --- what can be done now

    def du_point(self) -> tuple[Entree, ...]:
        """Gestures on the point in hand."""
        ag, point = self._page.ag, self._page.point
        if ag is None or point is None or ag.close:
            return ()
        entrees = []
        if self._page.phase() is Phase.A_VOTER and ag.ouverte:
            entrees += [
                Entree("deport", tr("Déport…"), "log-out"),
                Entree("amender", tr("Amender le texte…"), "pencil"),
                Entree("retirer", tr("Retirer la résolution…"), "minus"),
            ]
            if point.sieges:
                entrees.append(Entree("candidat", tr("Ajouter un candidat…"), "user-plus"))
        if self._annulable():
            entrees.append(Entree("annuler", tr("Annuler ce scrutin…"), "ban"))
        if self._page.fichier_comptable():
            entrees.append(Entree("distance", tr("Votes à distance, d’un fichier…"), "file-down"))
        if self._page.isoloir.ouvert:
            entrees.append(Entree("nul", tr("Déclarer le scrutin nul…"), "ban"))
        if self._total_possible():
            entrees.append(Entree("accord", tr("Ne donner que le total porté…"), "lock"))
        entrees.append(Entree("debat", tr("Noter les débats…"), "message-square"))
        if "revocation_gerance" in statuts_de(self._page.session.dossier, ag).hors_ordre_du_jour and ag.ouverte:
            entrees.append(Entree("revocation", tr("Révocation hors ordre du jour…"), "gavel"))
        return tuple(entrees)

    def _annulable(self) -> bool:
        """A vote that is open and was never counted; one in a sealed urn is declared void instead."""
        vote = self._page.vote
        if self._page.isoloir.en_main:
            return False
        return vote is not None and vote.depouillement is None and self._page.phase() is Phase.OUVERT

    def _total_possible(self) -> bool:
        """Whether a college can keep back its figures of the scrutin in hand: a counted secret vote of several bodies."""
        vote = self._page.vote
        return (
            vote is not None
            and vote.depouillement is not None
            and vote.scrutin.mode in SECRETS
            and 1 < len(vote.comptes) > len(vote.total_seul)
        )

    def de_la_salle(self) -> tuple[Entree, ...]:
        """Gestures on attendance."""
        ag = self._page.ag
        if ag is None or ag.close:
            return ()
        return (
            Entree("arrivee", tr("Une arrivée…"), "log-in"),
            Entree("depart", tr("Un départ…"), "log-out"),
            Entree("pouvoir", tr("Donner un pouvoir…"), "file-check"),
        )

    def de_la_seance(self) -> tuple[Entree, ...]:
        """Gestures on the sitting."""
        ag = self._page.ag
        if ag is None or not ag.ouverte or ag.close:
            return ()
        suspension = (
            Entree("reprise", tr("Reprendre la séance…"), "play")
            if ag.suspendue
            else Entree("suspension", tr("Suspendre la séance…"), "pause")
        )
        entrees = [
            suspension,
            Entree("incident", tr("Noter un incident…"), "circle-alert"),
            Entree("document", tr("Déposer un document…"), "paperclip"),
        ]
        if ag.tous(QuestionEcrite):
            entrees.append(Entree("reponse", tr("Répondre à une question écrite…"), "circle-question-mark"))
        return tuple(entrees)

    def lancer(self, cle: str) -> None:
        """Do what an entry says."""
        session, page, point = self._page.session, self._page, self._page.point
        if point is None:
            return
        if cle == "distance":
            self.distance.emit()
            return
        actions: dict[str, Callable[[], DialogueSeance]] = {
            "deport": lambda: DialogueDeport(session, point, page),
            "amender": lambda: DialogueAmendement(session, point, page),
            "retirer": lambda: DialogueRetraitResolution(session, point, page),
            "annuler": lambda: self._annulation(point),
            "candidat": lambda: DialogueCandidat(session, point, page),
            "nul": lambda: DialogueScrutinNul(session, point, page),
            "accord": lambda: DialogueAccordTotal(session, point, page),
            "debat": lambda: DialogueDebat(session, point, page),
            "revocation": lambda: DialogueRevocation(session, page),
            "arrivee": lambda: DialogueArrivee(session, page),
            "depart": lambda: DialogueDepart(session, None, page),
            "pouvoir": lambda: DialoguePouvoir(session, None, parent=page),
            "suspension": lambda: DialogueSuspension(session, page),
            "reprise": lambda: DialogueReprise(session, page),
            "incident": lambda: DialogueIncident(session, page),
            "document": lambda: DialogueDocument(session, page),
            "reponse": lambda: DialogueReponse(session, None, page),
        }
        self.ouvrir(actions[cle](), muet=cle in _MONTRES)

    def _annulation(self, point: Resolution) -> DialogueSeance:
        vote = self._page.vote
        if vote is None:
            raise RuntimeError("no scrutin in hand")
        return DialogueAnnulationScrutin(self._page.session, point, vote, self._page)

    # --- menus

    def menu_autre(self, sous: QWidget) -> None:
        """What is not a button of the card, above it."""
        cachees = {"deport", "amender"}
        self._montrer(sous, [e for e in self.du_point() if e.cle not in cachees], self.de_la_seance())

    def menu_salle(self, sous: QWidget) -> None:
        """What changes attendance."""
        self._montrer(sous, self.de_la_salle(), ())

    def _montrer(self, sous: QWidget, premieres: Sequence[Entree], autres: Sequence[Entree]) -> None:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(sous)
        for groupe in (premieres, autres):
            if groupe and self.menu.actions():
                self.menu.addSeparator()
            for entree in groupe:
                action = self.menu.addAction(entree.mot)
                action.triggered.connect(lambda _coche=False, cle=entree.cle: self.lancer(cle))
        self.menu.popup(sous.mapToGlobal(QPoint(0, -self.menu.sizeHint().height() - 4)))

    def commandes(self) -> tuple[Commande, ...]:
        """Every gesture, for the palette."""
        return tuple(
            Commande(e.mot, tr("Vote"), e.icone, lambda cle=e.cle: self.lancer(cle))  # type: ignore[misc]
            for e in (*self.du_point(), *self.de_la_salle(), *self.de_la_seance())
        )
