"""Acts on votes cast elsewhere: previewing a file, and counting an open scrutin with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from scicvote.actes.commun import dans_assemblee
from scicvote.actes.vote import projet_depouillement
from scicvote.core.assemblee import Assemblee
from scicvote.core.correspondance_vote import corps_en_salle
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Incident
from scicvote.core.issue import refus
from scicvote.core.vote import Comptage
from scicvote.core.votes_externes import (
    MODES_DISTANCE,
    VotesExternes,
    controler_distance,
    cumuler,
    distants,
    mention,
    rapprocher,
)
from scicvote.exchange.votes_externes import lire_votes
from scicvote.store.depot import Acte, Depot, Projet


def apercevoir(depot: Depot, assemblee: int, chemin: Path) -> VotesExternes:
    """What a file of votes says to an assembly, with all its faults; nothing is written.

    Raises LookupError when there is no such assembly.
    """
    ag = depot.dossier.assemblee(assemblee)
    if ag is None:
        raise LookupError(f"no assembly {assemblee}")
    lecture = lire_votes(chemin)
    if lecture.table is None:
        return VotesExternes(chemin.name, issues=lecture.issues)
    lus = rapprocher(lecture.table, ag, depot.dossier.statuts_au(ag.jour))
    return replace(lus, issues=(*lecture.issues, *lus.issues), empreinte=lecture.empreinte)


def depouiller_avec(
    depot: Depot,
    assemblee: int,
    scrutin: int,
    salle: Comptage,
    votes: VotesExternes,
    mode: str,
    heure: datetime,
    contre_saisie: Comptage | None = None,
) -> Acte:
    """Close a vote on the counts of the room and those of a file together; the minutes will name the file.

    ``mode``: ``courrier`` or ``visioconference``. ``contre_saisie`` is a second count of the room.
    """

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        vote = ag.vote(scrutin)
        if vote is None:
            return Projet("", (), (refus("SCRUTIN", "Ce scrutin n’existe pas.", chemin="scrutin"),))
        point = ag.resolution_par_numero[vote.scrutin.resolution]
        lus = votes.comptes.get(point.resolution)
        if not votes.acceptable or lus is None:
            phrase = "Ce fichier ne contient aucun vote sur cette résolution, ou il a des fautes."
            return Projet("", (), (*votes.issues, refus("VOTES_FICHIER", phrase, chemin="fichier")))
        attendus = corps_en_salle(ag, vote)
        dehors = distants(attendus, lus)
        issues = (*votes.issues, *controler_distance(dossier.statuts_au(ag.jour), attendus, salle, dehors, mode))
        seconde = None if contre_saisie is None else cumuler(contre_saisie, dehors)
        projet = projet_depouillement(dossier, ag, vote, cumuler(salle, dehors), heure, seconde)
        texte = mention(point, votes, dehors, mode) if mode in MODES_DISTANCE else ""
        faits = (*projet.faits, Incident(assemblee, heure, texte))
        return Projet(f"{projet.resume}, votes à distance compris", faits, (*issues, *projet.issues))

    return dans_assemblee(depot, "depouiller_avec", assemblee, decider)
