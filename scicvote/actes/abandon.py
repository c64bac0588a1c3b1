"""Giving up an assembly that was prepared, as long as nobody was convened to it."""

from __future__ import annotations

from scicvote.actes.commun import dans_assemblee
from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import ActeFaits, Dossier
from scicvote.core.faits import Annulation, Mouvement
from scicvote.core.issue import refus
from scicvote.core.resolution import VERROU
from scicvote.store.depot import Acte, Depot, Projet


def abandonner(depot: Depot, assemblee: int, motif: str) -> Acte:
    """Give up an assembly that was prepared and whose notices have not left: nothing of it counts any more.

    Its acts stay readable in the journal, and its number is never used again.
    """

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        issues = []
        if ag.verrouillee:
            phrase = f"{VERROU}\u00a0: une assemblée convoquée se tient, ou se reporte par une nouvelle convocation."
            issues.append(refus("CONVOQUEE", phrase, "statuts 21-2"))
        if not motif.strip():
            issues.append(refus("TEXTE", "Dire pourquoi.", chemin="motif"))
        deja = {fait.acte for a in dossier.actes for fait in a.faits if isinstance(fait, Annulation)}
        siens = [a.numero for a in dossier.actes if a.numero not in deja and _est_de(assemblee, a)]
        faits = tuple(Annulation(numero, motif) for numero in siens)
        return Projet(f"Préparation abandonnée\u00a0: {ag.titre_court}, {motif}", faits, tuple(issues))

    return dans_assemblee(depot, "abandonner", assemblee, decider)


def _est_de(assemblee: int, acte: ActeFaits) -> bool:
    """Whether an act wrote of this assembly: what is prepared concerns one alone."""
    return any(not isinstance(f, Mouvement) and getattr(f, "assemblee", None) == assemblee for f in acte.faits)
