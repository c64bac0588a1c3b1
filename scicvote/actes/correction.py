"""Taking back an act that was entered by mistake, while nothing rests on it."""

from __future__ import annotations

from collections import Counter
from typing import Final

from scicvote.core.dossier import Dossier
from scicvote.core.faits import (
    Annulation,
    AssembleeDemandee,
    Candidature,
    DemandeAssemblee,
    DemandeCollege,
    Deport,
    DocumentDepose,
    Envoi,
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
    ScrutinNul,
    Signature,
    SuiteNotee,
)
from scicvote.core.issue import Issue, refus
from scicvote.store.depot import Acte, Depot, Projet

# What can be taken back. Notices that left, declared results, minutes and statutes cannot: they are corrected by a
# new dispatch, a new vote, rectifying minutes, a new version.
_ANNULABLES: Final[tuple[type[Fait], ...]] = (
    Candidature,
    DemandeAssemblee,
    DemandeCollege,
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
    SuiteNotee,
)
_HORS_SEANCE: Final = Mouvement | SuiteNotee  # they name an assembly and come after it: its minutes do not hold them


# The fields by which a fact names a person.
_PERSONNES: Final = (
    "associe", "tiers", "candidat", "concerne", "demandeur", "destinataire", "mandant", "mandataire", "president", "suppleant",
)  # fmt: skip


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
    return _signes(dossier, faits) or _utilises(dossier, acte, faits)


def _signes(dossier: Dossier, faits: tuple[Fait, ...]) -> list[Issue]:
    """Once its minutes are signed, nothing of an assembly is taken back."""
    for numero in {getattr(fait, "assemblee", None) for fait in faits if not isinstance(fait, _HORS_SEANCE)}:
        ag = dossier.assemblee(numero) if numero is not None else None
        if ag is not None and ag.tous(Signature):
            phrase = "Le procès-verbal de cette assemblée est signé\u00a0: dresser un procès-verbal rectificatif."
            return [refus("PV_SIGNE", phrase, "statuts 21-8", "C. com. R221-3", chemin="acte")]
    return []


def _utilises(dossier: Dossier, acte: int, faits: tuple[Fait, ...]) -> list[Issue]:
    """Whether a later act rests on these facts: a vote on an attendance, movements on a person, a dispatch on an agenda."""
    annules = {fait.acte for a in dossier.actes for fait in a.faits if isinstance(fait, Annulation)}
    appuis = _Appuis(dossier, faits)
    for autre in dossier.actes:
        if autre.numero > acte and autre.numero not in annules and any(map(appuis.porte, autre.faits)):
            phrase = f"L’acte n°\u00a0{autre.numero} repose sur celui-ci\u00a0: il ne peut plus être annulé."
            return [refus("ACTE_UTILISE", phrase, "statuts 21-4", chemin="acte")]
    return []


class _Appuis:
    """What the facts of an act bear: votes and dispatches of their assembly, whatever names their persons."""

    def __init__(self, dossier: Dossier, faits: tuple[Fait, ...]) -> None:
        registre = [f for f in faits if isinstance(f, Mouvement)]
        self.assemblees = {getattr(f, "assemblee", None) for f in faits if not isinstance(f, _HORS_SEANCE)} - {None}
        self.pouvoirs = {f.pouvoir for f in faits if isinstance(f, Pouvoir)}
        self.demandes = {f.demande for f in faits if isinstance(f, DemandeAssemblee)}
        self.agenda = {f.assemblee for f in faits if isinstance(f, Resolution)}
        toutes = Counter(fiche.associe for fiche in dossier.registre.fiches)
        entrees = Counter(f.associe for f in faits if isinstance(f, Fiche))
        self.entrants = {n for n, combien in entrees.items() if toutes[n] == combien}
        self.listes = self.entrants | {m.associe for m in registre} | {m.tiers for m in registre if m.tiers is not None}
        self.nuls = {nul.scrutin for ag in dossier.assemblees.values() for nul in ag.tous(ScrutinNul)}
        self.votees = {ag.numero for ag in dossier.assemblees.values() if self.listes & set(ag.liste)}

    def porte(self, fait: Fait) -> bool:
        """Whether a later fact rests on them."""
        if isinstance(fait, Scrutin) and fait.scrutin in self.nuls:
            return False  # it counts for nothing, and rests on nothing
        if isinstance(fait, Scrutin | Proclamation):
            return fait.assemblee in self.assemblees | self.votees
        if isinstance(fait, Pouvoir) and fait.pouvoir in self.pouvoirs:
            return True  # what the chair decided of it is the same proxy, written again
        if isinstance(fait, AssembleeDemandee) and fait.demande in self.demandes:
            return True
        if isinstance(fait, DemandeAssemblee | DemandeCollege):
            return not self.listes.isdisjoint(fait.demandeurs)
        if isinstance(fait, Envoi) and fait.objet == "convocation" and fait.assemblee in self.agenda:
            return True
        if isinstance(fait, LigneListe):
            return fait.associe in self.listes
        return any(getattr(fait, champ, None) in self.entrants for champ in _PERSONNES)
