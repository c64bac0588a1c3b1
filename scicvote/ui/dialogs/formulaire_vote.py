"""Votes by post: what a form says, point by point; setting one aside (C. com. L225-107, R225-77)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.actes import correspondance
from scicvote.core.article import citer
from scicvote.core.correspondance import article, article_echeance, echeance, offertes, prevue
from scicvote.core.faits import FormulaireVote
from scicvote.core.francais import date_longue
from scicvote.core.issue import Issue, refus
from scicvote.ui.candidats import attendus
from scicvote.ui.dialogs.exiger import exiger_jour
from scicvote.ui.dialogs.moment_seance import DialogueSeance
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.champ_associe import ChampAssocie
from scicvote.ui.widgets.champs import ChampChoix, ChampDate, ChampTexte

DECISIONS = ("VOTE_DISTANCE", "FORMULAIRE_TARDIF")  # what the chair decides


def tr(mot: str) -> str:
    """A word of these dialogs, translated."""
    return QCoreApplication.translate("formulaire_vote", mot)


class DialogueFormulaire(DialogueSeance):
    """A form as it was received: whose, which day, and a line for each resolution that can be voted by post."""

    def __init__(self, session: Session, associe: int | None = None, parent: QWidget | None = None) -> None:
        ag = session.ag
        points = offertes(session.dossier.statuts_au(ag.jour), ag) if ag is not None else ()
        self.associe = ChampAssocie(tr("Associé"), "associe")
        self.recu = ChampDate(tr("Reçu le"), "recu", session.aujourdhui)
        choix = (
            ("", tr("Rien, ou abstention")),
            ("pour", tr("Pour")),
            ("contre", tr("Contre")),
        )
        self.points = {
            r.resolution: ChampChoix(tr("{}. {}").format(r.numero, r.titre), f"choix/{r.resolution}", choix)
            for r in points
        }
        self.decision = ChampTexte(tr("Décision du président de séance"), "decision")
        explication = self._explication(session)
        super().__init__(
            session,
            "formulaire",
            tr("Vote par correspondance"),
            tr("Enregistrer"),
            ((self.associe, self.recu), self.decision, *self.points.values()),
            heure=False,
            explication=explication,
            parent=parent,
        )
        self.corps.removeWidget(self.avertis)
        self.corps.insertWidget(1 if explication else 0, self.avertis)  # in sight, however many points there are
        self.associe.proposer(attendus(session.dossier, self.ag))
        if self.recu.valeur() is None:
            self.recu.poser(min(session.aujourdhui, self.ag.jour))
        self.decision.hide()
        if associe is not None:
            self.associe.poser(associe)
            self.recu.controle.setFocus()
        self.prevenir()

    @staticmethod
    def _explication(session: Session) -> str:
        """Until when, and what becomes of it; nothing where the statutes do not know of it: the warning says that."""
        ag = session.ag
        statuts = session.dossier.statuts_au(ag.jour) if ag is not None else None
        if ag is None or statuts is None or not prevue(statuts):
            return ""
        phrase = tr("Il compte pour le quorum et s’ajoute aux votes de la salle ({}).").format(
            citer((article(statuts),))
        )
        dernier = echeance(statuts, ag.jour)
        if dernier is not None:
            quand = tr("À recevoir au plus tard le {} ({}).")
            phrase = f"{quand.format(date_longue(dernier), citer((article_echeance(statuts),)))} {phrase}"
        return phrase

    def choix(self) -> dict[int, str]:
        """What the form says, by resolution; nothing where it says nothing."""
        return {n: champ.valeur() for n, champ in self.points.items() if champ.valeur()}

    def demande(self) -> ActeDemande | None:
        recu, associe = self.recu.valeur(), self.associe.valeur()
        if recu is None or associe is None:
            return None
        choix, decision = self.choix(), "" if self.decision.isHidden() else self.decision.valeur()
        return lambda depot: correspondance.recevoir_formulaire(depot, self.numero, associe, recu, choix, decision)

    def avertissements(self) -> tuple[Issue, ...]:
        return super().avertissements() if self.associe.valeur() is not None else ()

    def prevenir(self) -> None:
        """The warnings, and the field of the decision where there is one to take."""
        self.decision.setVisible(any(issue.code in DECISIONS for issue in self.avertissements()))
        self.avertis.montrer(self.avertissements())
        self.ajuster()

    def executer(self) -> None:
        if self.associe.valeur() is None:
            phrase = tr("Choisir dans la liste qui a voté par correspondance.")
            self.associe.montrer_issue(refus("MANDANT", phrase, chemin="associe"))
            self.associe.controle.setFocus()
            return
        if exiger_jour(self.recu) is not None:
            super().executer()


class DialogueEcarter(DialogueSeance):
    """A vote by post no longer counts: late, or taken back."""

    def __init__(self, session: Session, formulaire: FormulaireVote, parent: QWidget | None = None) -> None:
        self.formulaire_vote = formulaire
        mots = (tr("reçu trop tard"), tr("retiré par l’associé"), tr("irrégulier, écarté par le président de séance"))
        self.motif = ChampChoix(tr("Motif"), "motif", tuple((mot, majuscule(mot)) for mot in mots))
        super().__init__(
            session,
            f"ecarter/{formulaire.formulaire}",
            tr("Écarter le vote par correspondance de {}").format(session.dossier.nom(formulaire.associe)),
            tr("Écarter"),
            (self.motif,),
            parent=parent,
        )

    def demande(self) -> ActeDemande | None:
        moment, motif, associe = self.moment(), self.motif.valeur(), self.formulaire_vote.associe
        if moment is None:
            return None
        return lambda depot: correspondance.ecarter_formulaire(depot, self.numero, associe, moment, motif)
