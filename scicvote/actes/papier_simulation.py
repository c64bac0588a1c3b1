"""The page of hypotheses as PDF. Nothing is written in the file: a simulation is a question, not an act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from scicvote.actes.pieces import logo_courant
from scicvote.core.hypothese import Hypothese
from scicvote.core.issue import Issue, bloquantes, refus
from scicvote.core.papier_simulation import papier_simulation
from scicvote.core.simulation import simulable, simuler
from scicvote.documents.rendu import rendre
from scicvote.store.depot import Depot


def imprimer_simulation(
    depot: Depot, assemblee: int, hypotheses: Iterable[Hypothese], instant: datetime
) -> tuple[bytes | None, tuple[Issue, ...]]:
    """The bytes of the page, dated ``instant``; None with every fault where a hypothesis cannot be, or nothing was voted."""
    dossier = depot.dossier
    ag = dossier.assemblee(assemblee)
    if ag is None or not simulable(ag):
        phrase = "aucun vote n’est proclamé dans cette assemblée\u00a0: il n’y a rien à revoir."
        return None, (refus("ASSEMBLEE", phrase, chemin="ag"),)
    simulation = simuler(dossier, ag, hypotheses)
    issues = tuple(
        replace(issue, phrase=f"{hypothese.nom}\u00a0: {issue.phrase}")
        for hypothese, fautes in zip(simulation.hypotheses, simulation.issues, strict=True)
        for issue in fautes
    )
    if bloquantes(issues):
        return None, issues
    papier = replace(papier_simulation(dossier, ag, simulation), logo=logo_courant(depot))
    return rendre(papier, instant=instant), issues
