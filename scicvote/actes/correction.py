"""Taking back an act that was entered by mistake, while nothing rests on it."""

from __future__ import annotations

from typing import Final

from scicvote.core.dossier import Dossier
from scicvote.core.faits import (
    Annulation,
    Candidature,
    Deport,
    DocumentDepose,
    Excuse,
    Fait,
    Fiche,
    FinPouvoir,
    Incident,
    Invite,
    LigneListe,
    ListeArretee,
    Mouvement,
    Pouvoir,
    Presence,
    Proclamation,
    QuestionEcrite,
    Resolution,
    Scrutin,
)
from scicvote.core.issue import Issue, refus
from scicvote.store.depot import Acte, Depot, Projet

# What can be taken back. Notices that left, declared results, minutes and statutes cannot: they are corrected by a
# new dispatch, a new vote, rectifying minutes, a new version.
_ANNULABLES: Final[tuple[type[Fait], ...]] = (
    Candidature,
    Deport,
    DocumentDepose,
    Excuse,
    Fiche,
    FinPouvoir,
    Incident,
    Invite,
    LigneListe,
    ListeArretee,
    Mouvement,
    Pouvoir,
    Presence,
    QuestionEcrite,
    Resolution,
)


def annuler(depot: Depot, acte: int, motif: str) -> Acte:
    """Take back an act: its facts no longer count and stay readable in the journal."""

    def decider(dossier: Dossier) -> Projet:
        faits = dossier.faits_de(acte)
        issues = tuple(_obstacles(dossier, acte, faits))
        return Projet(f"Acte n°\u00a0{acte} annulé\u00a0: {motif}", (Annulation(acte, motif),), issues)

    return depot.accomplir("annuler", decider)


def _obstacles(dossier: Dossier, acte: int, faits: tuple[Fait, ...]) -> list[Issue]:
    if not faits:
        return [refus("ACTE", "Cet acte n’existe pas.", chemin="acte")]
    if any(isinstance(f, Annulation) and f.acte == acte for a in dossier.actes for f in a.faits):
        return [refus("ACTE_ANNULE", "Cet acte est déjà annulé.", chemin="acte")]
    if not all(isinstance(fait, _ANNULABLES) for fait in faits):
        phrase = "Cet acte ne s’annule pas\u00a0: il se corrige par un nouvel acte (nouveau scrutin, procès-verbal rectificatif…)."
        return [refus("ACTE_DEFINITIF", phrase, "C. com. R221-3", chemin="acte")]
    return _utilises(dossier, acte, faits)


def _utilises(dossier: Dossier, acte: int, faits: tuple[Fait, ...]) -> list[Issue]:
    """Whether a later act rests on these facts: a vote on an attendance, movements on a person, a dispatch on an agenda."""
    assemblees = {getattr(fait, "assemblee", None) for fait in faits} - {None}
    personnes = {fait.associe for fait in faits if isinstance(fait, Fiche)}
    for autre in dossier.actes:
        if autre.numero <= acte:
            continue
        for fait in autre.faits:
            vote = isinstance(fait, Scrutin | Proclamation) and fait.assemblee in assemblees
            liste = isinstance(fait, LigneListe) and fait.associe in personnes
            if vote or liste:
                phrase = f"L’acte n°\u00a0{autre.numero} repose sur celui-ci\u00a0: il ne peut plus être annulé."
                return [refus("ACTE_UTILISE", phrase, "statuts 21-4", chemin="acte")]
    return []
