"""Cancelling a vote that was opened by mistake, before it is counted: it counts for nothing, and the minutes tell it."""

from __future__ import annotations

from datetime import datetime

from scicvote.actes import isoloir
from scicvote.actes.commun import dans_assemblee, en_seance, heure_fr
from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Incident, ScrutinNul
from scicvote.core.issue import Issue, refus
from scicvote.core.vote import DEMANDE_SECRET, ISOLOIR
from scicvote.store.depot import Acte, Depot, Projet


@regle("C. com.", "R223-24")
def annuler_scrutin(depot: Depot, assemblee: int, scrutin: int, motif: str, heure: datetime) -> Acte:
    """A vote opened by mistake is cancelled at this hour, for this reason: both stand in the journal and, as an incident,
    in the minutes. Its bodies stay in the file; the resolution can be put to the vote again, or withdrawn.

    Nobody asks whether votes had been cast: the minutes tell every vote that was opened. A vote in a sealed urn is
    declared void instead, and its ballots are erased unread.
    """
    ag = depot.dossier.assemblee(assemblee)
    ouvert = ag.vote(scrutin) if ag is not None else None
    if ouvert is not None and ouvert.scrutin.mode == ISOLOIR:
        return isoloir.declarer_nul(depot, assemblee, scrutin, motif, heure)

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        vote = ag.vote(scrutin)
        if vote is None:
            return Projet("", (), (refus("SCRUTIN", "Ce scrutin n’existe pas.", chemin="scrutin"),))
        issues = (*en_seance(ag, heure), *_obstacles(vote, motif, heure))
        faits = (
            ScrutinNul(assemblee, scrutin, heure, 0, motif.strip()),
            Incident(assemblee, heure, _recit(ag, vote, motif)),
        )
        return Projet(
            f"Scrutin ouvert à {heure_fr(vote.scrutin.heure)} annulé à {heure_fr(heure)}", faits, tuple(issues)
        )

    return dans_assemblee(depot, "annuler_scrutin", assemblee, decider)


def _obstacles(vote: Vote, motif: str, heure: datetime) -> list[Issue]:
    issues = []
    if vote.depouillement is not None:
        phrase = "Ce scrutin est dépouillé\u00a0: il se recompte ou se proclame, il ne s’annule plus."
        issues.append(refus("DEPOUILLE", phrase, "C. com. R223-24", chemin="scrutin"))
    if heure < vote.scrutin.heure:
        issues.append(refus("HEURE", f"Le scrutin a été ouvert à {heure_fr(vote.scrutin.heure)}.", chemin="heure"))
    if not motif.strip():
        issues.append(refus("TEXTE", "Dire pourquoi.", chemin="motif"))
    return issues


def _recit(ag: Assemblee, vote: Vote, motif: str) -> str:
    """What the minutes tell, in the words of the chair's decision."""
    point = ag.resolution_par_numero[vote.scrutin.resolution]
    quoi = (
        "sur la demande de scrutin secret de la résolution"
        if vote.scrutin.objet == DEMANDE_SECRET
        else "sur la résolution"
    )
    return (
        f"Le scrutin ouvert à {heure_fr(vote.scrutin.heure)} {quoi} {point.numero} est annulé avant tout décompte\u00a0: "
        f"{motif.strip().rstrip('.')}. Il ne compte pour aucun résultat."
    )
