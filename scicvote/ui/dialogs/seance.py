"""Gestures of a sitting that check-in and votes share: arrivals, departures, suspension, incidents, documents, answers.

Each is opened with ``.open()``; ``fait`` carries the accepted act.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scicvote.actes import seance
from scicvote.core.faits import DocumentDepose, QuestionEcrite, ReponseQuestion
from scicvote.ui.dialogs.moment_seance import DialogueSeance, tr
from scicvote.ui.dialogs.presence import (
    DialogueArrivee,
    DialogueDepart,
    DialogueExcuse,
    DialogueInvite,
    representation,
)
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champs import ChampChoix, ChampLong, ChampTexte

__all__ = [
    "DialogueArrivee",
    "DialogueDepart",
    "DialogueDocument",
    "DialogueExcuse",
    "DialogueIncident",
    "DialogueInvite",
    "DialogueReponse",
    "DialogueReprise",
    "DialogueSuspension",
    "representation",
]


class DialogueSuspension(DialogueSeance):
    """The sitting is suspended."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.motif = ChampTexte(tr("Motif"), "motif", tr("Pause, concertation d’un collège…"))
        super().__init__(
            session, "suspension", tr("Suspendre la séance"), tr("Suspendre"), (self.motif,), parent=parent
        )

    def demande(self) -> ActeDemande | None:
        moment, motif = self.moment(), self.motif.valeur()
        return (lambda depot: seance.suspendre(depot, self.numero, moment, motif)) if moment else None


class DialogueReprise(DialogueSeance):
    """The sitting is taken up again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "reprise", tr("Reprendre la séance"), tr("Reprendre"), (), parent=parent)

    def demande(self) -> ActeDemande | None:
        moment = self.moment()
        return (lambda depot: seance.reprendre(depot, self.numero, moment)) if moment else None


class DialogueIncident(DialogueSeance):
    """Something that the minutes must tell."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.recit = ChampLong(tr("Ce qui s’est passé"), "texte", tr("Comme le procès-verbal le dira."))
        super().__init__(
            session, "incident", tr("Noter un incident"), tr("Noter l’incident"), (self.recit,), parent=parent
        )

    def demande(self) -> ActeDemande | None:
        moment, recit = self.moment(), self.recit.valeur()
        return (lambda depot: seance.noter_incident(depot, self.numero, moment, recit)) if moment else None


class DialogueDocument(DialogueSeance):
    """A document or report is laid before the assembly; those that were sent are proposed one after the other."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.document = ChampTexte(tr("Document ou rapport"), "titre")
        super().__init__(
            session,
            "document",
            tr("Déposer un document"),
            tr("Déposer"),
            (self.document,),
            heure=False,
            explication=tr("Le procès-verbal nomme les documents et rapports soumis à l’assemblée."),
            parent=parent,
        )
        deposes = {depot.titre for depot in self.ag.tous(DocumentDepose)}
        envoyes = [piece for envoi in self.ag.envois("documents") for piece in envoi.pieces if piece not in deposes]
        if envoyes and not self.document.valeur():
            self.document.poser(envoyes[0])
            self.document.ligne.selectAll()

    def demande(self) -> ActeDemande | None:
        titre = self.document.valeur()
        return lambda depot: seance.deposer_document(depot, self.numero, titre)


class DialogueReponse(DialogueSeance):
    """The answer given in the meeting to a written question."""

    def __init__(self, session: Session, question: int | None = None, parent: QWidget | None = None) -> None:
        self.question = ChampChoix(tr("Question écrite"), "question", ())
        self.reponse = ChampLong(tr("Réponse donnée en séance"), "texte", lignes=5)
        super().__init__(
            session,
            "reponse",
            tr("Répondre à une question écrite"),
            tr("Noter la réponse"),
            (self.question, self.reponse),
            parent=parent,
        )
        self.question.proposer(self._questions())
        if question is not None:
            self.question.poser(str(question))

    def _questions(self) -> list[tuple[str, str]]:
        """Those that wait for an answer first."""
        dossier, repondues = self.session.dossier, {r.question for r in self.ag.tous(ReponseQuestion)}
        questions = sorted(self.ag.tous(QuestionEcrite), key=lambda q: q.question in repondues)
        return [(str(q.question), f"{dossier.nom(q.associe)}\u00a0: {_court(q.texte)}") for q in questions]

    def demande(self) -> ActeDemande | None:
        moment, texte = self.moment(), self.reponse.valeur()
        numero = int(self.question.valeur() or 0)
        return (lambda depot: seance.repondre(depot, self.numero, numero, moment, texte)) if moment else None


def _court(texte: str, longueur: int = 60) -> str:
    net = " ".join(texte.split())
    return net if len(net) <= longueur else f"{net[: longueur - 1]}…"
