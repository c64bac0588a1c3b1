"""What leaves a cooperative's file as data: results, votes as public files, the archive of an assembly."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from scicvote.actes.pieces import octets_de
from scicvote.actes.verification import Verification, controler_chaine
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.faits import PieceConservee, VersionStatuts
from scicvote.core.issue import Issue, refus
from scicvote.core.recalcul import question_de, resultat_de, seance_de, statuts_de
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance
from scicvote.exchange.archive import JOURNAL, composer_archive, lire_archive, verifier_membres
from scicvote.exchange.calcul import FORMAT, arbre_resultat, ecrire_json
from scicvote.exchange.json_strict import lire_json
from scicvote.exchange.statuts import analyser
from scicvote.store.depot import Depot
from scicvote.store.journal import Entree

LISEZMOI = """Archive d’une assemblée, faite par SCICVote.

votes/*.calcul.json     les comptes d’un scrutin, avec les statuts entiers (format scicvote-calcul/1)
votes/*.resultat.json   la décision qui en résulte (format scicvote-resultat/1)
papiers/*.pdf           les procès-verbaux signés, tels que leur PDF a été conservé
statuts.toml            les statuts en vigueur le jour de l’assemblée
journal.json            les actes de la coopérative, chaînés par leurs empreintes SHA-256
manifeste.json          l’empreinte SHA-256 de chaque fichier

Recalculer une décision\u00a0:  scicvote calculer votes/….calcul.json
Tout vérifier\u00a0:             scicvote verifier ARCHIVE

Une empreinte montre qu’un fichier a changé. Elle ne prouve ni qui l’a écrit, ni quand, et n’est pas une signature.
"""


def document_vote(dossier: Dossier, ag: Assemblee, vote: Vote, table_statuts: Any) -> dict[str, Any]:
    """One scrutin as a ``scicvote-calcul/1`` document that stands alone: the statutes are inline."""
    question, seance = question_de(dossier, ag, vote), seance_de(ag, vote)
    convocation = ag.convocation
    return {
        "format": "scicvote-calcul/1",
        "statuts": table_statuts,
        "assemblee": {
            "nature": convocation.nature,
            "date": ag.jour.isoformat(),
            "consultation": convocation.consultation,
            "vote_par_college": seance.par_college,
        },
        "corps": {code: {"inscrits": e.inscrits, "presents": e.presents} for code, e in _corps(seance).items()},
        "resolutions": [_question(question)],
    }


def _corps(seance: Seance) -> dict[str, Effectif]:
    """The bodies, with everybody counted once under ``*`` where somebody votes in several colleges."""
    personnes = {} if seance.personnes is None else {ENSEMBLE: seance.personnes}
    return {**seance.corps, **personnes}


def _question(question: Question) -> dict[str, Any]:
    arbre: dict[str, Any] = {"numero": question.numero, "regle": question.regle}
    if question.retires:
        arbre["retires"] = dict(question.retires)
    if question.sieges is not None:
        arbre |= {"sieges": question.sieges, "tour": question.tour}
        arbre["suffrages"] = {
            code: {"votants": s.bulletins, "blanc": s.blanc, "nul": s.nul, "candidats": dict(s.candidats)}
            for code, s in question.suffrages.items()
        }
    else:
        arbre["suffrages"] = {
            code: {"pour": s.pour, "contre": s.contre, "abstention": s.abstention, "blanc": s.blanc, "nul": s.nul}
            for code, s in question.suffrages.items()
        }
    return arbre


def resultats(depot: Depot, assemblee: int) -> tuple[dict[str, Any] | None, tuple[Issue, ...]]:
    """The declared decisions of an assembly as one public tree: the last vote on each resolution."""
    dossier = depot.dossier
    ag = dossier.assemblee(assemblee)
    if ag is None:
        return None, (_inconnue(assemblee),)
    statuts = statuts_de(dossier, ag)
    derniers = [votes[-1] for r in ag.resolutions if (votes := ag.votes_de(r.resolution)) and votes[-1].proclamation]
    arbres = [arbre_resultat(resultat_de(dossier, ag, vote), statuts) for vote in derniers]
    return {"format": FORMAT, "resolutions": arbres}, ()


def archiver(depot: Depot, assemblee: int) -> tuple[bytes | None, tuple[Issue, ...]]:
    """The archive of an assembly: every declared scrutin as counts and decision, signed minutes, statutes, journal."""
    dossier = depot.dossier
    ag = dossier.assemblee(assemblee)
    if ag is None:
        return None, (_inconnue(assemblee),)
    texte = _texte_statuts(dossier, ag)
    table, _ = analyser(texte)
    table_json = json.loads(json.dumps(table, default=str))
    membres = {
        "LISEZMOI.txt": LISEZMOI.encode(),
        "statuts.toml": texte.encode(),
        JOURNAL: ecrire_json([_entree(entree) for entree in depot.entrees()]).encode(),
    }
    statuts = statuts_de(dossier, ag)
    for rang, vote in enumerate((vote for vote in ag.votes if vote.proclamation), 1):
        nom = f"votes/{rang:02d}-resolution-{ag.resolution_par_numero[vote.scrutin.resolution].numero}-{vote.scrutin.objet}-{vote.scrutin.tour}"
        membres[f"{nom}.calcul.json"] = ecrire_json(document_vote(dossier, ag, vote, table_json)).encode()
        arbre = arbre_resultat(resultat_de(dossier, ag, vote), statuts)
        membres[f"{nom}.resultat.json"] = ecrire_json({"format": FORMAT, "resolutions": [arbre]}).encode()
    for piece in ag.tous(PieceConservee):
        octets, issues = octets_de(depot, piece)
        if octets is None:
            return None, issues
        membres[f"papiers/{piece.nom}"] = octets
    return composer_archive(membres), ()


def _inconnue(assemblee: int) -> Issue:
    return refus("ASSEMBLEE", f"il n’y a pas d’assemblée n°\u00a0{assemblee}.", chemin="ag")


def _texte_statuts(dossier: Dossier, ag: Assemblee) -> str:
    versions = dossier.tous(VersionStatuts)
    en_vigueur = [version for version in versions if version.effet <= ag.jour]
    return (en_vigueur or versions[:1])[-1].texte


def _entree(entree: Entree) -> dict[str, Any]:
    return {
        "numero": entree.numero,
        "horodatage": entree.horodatage.isoformat(),
        "acte": entree.acte,
        "resume": entree.resume,
        "avertissements": list(entree.avertissements),
        "lignes": dict(entree.lignes),
        "precedent": entree.precedent,
        "empreinte": entree.empreinte,
    }


def verifier_archive(chemin: Path) -> tuple[Verification | None, tuple[Issue, ...]]:
    """Check an archive: members, decisions, the journal's chain. None (and why) when it is not an archive."""
    membres, issues = lire_archive(chemin)
    if membres is None:
        return None, issues
    decisions, differences = verifier_membres(membres)
    entrees = _lire_journal(membres.get(JOURNAL, b""))
    if entrees is None:
        return Verification(
            0, decisions, (*differences, refus("JOURNAL", "le journal n’est pas lisible.", chemin=JOURNAL))
        ), ()
    return Verification(len(entrees), decisions, (*differences, *controler_chaine(entrees))), ()


def _lire_journal(octets: bytes) -> tuple[Entree, ...] | None:
    lu = lire_json(octets)
    if not isinstance(lu.arbre, list):
        return None
    try:
        return tuple(
            Entree(
                ligne["numero"],
                datetime.fromisoformat(ligne["horodatage"]),
                ligne["acte"],
                ligne["resume"],
                tuple(ligne["avertissements"]),
                dict(ligne["lignes"]),
                ligne["precedent"],
                ligne["empreinte"],
            )
            for ligne in lu.arbre
        )
    except (KeyError, TypeError, ValueError):
        return None
