"""The public files of votes and decisions: ``scicvote-calcul/1`` in, ``scicvote-resultat/1`` out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scicvote.core.calcul_lecture import Calcul, LectureCalcul, lire_calcul
from scicvote.core.decision import calculer, calculer_tout
from scicvote.core.etapes import articles_de, etapes
from scicvote.core.exact import texte_exact
from scicvote.core.issue import refus
from scicvote.core.phrases_bascule import phrase_bascule
from scicvote.core.resultat import AnyResultat, Resultat, ResultatElection
from scicvote.core.statuts import Statuts
from scicvote.exchange.fichiers import lire_octets
from scicvote.exchange.json_strict import TAILLE_MAXIMALE, lire_json
from scicvote.exchange.statuts import connus, references

FORMAT = "scicvote-resultat/1"


def lire_document(arbre: object, statuts: Mapping[str, Statuts] | None = None) -> LectureCalcul:
    """A parsed document checked against the statutes that the program ships (or ``statuts``)."""
    return lire_calcul(arbre, connus() if statuts is None else statuts, references())


def lire_octets_calcul(octets: bytes) -> LectureCalcul:
    """A document from its bytes: every fault of JSON and of content at once."""
    lu = lire_json(octets)
    if not lu.lisible:
        return LectureCalcul(None, lu.issues)
    lecture = lire_document(lu.arbre)
    issues = (*lu.issues, *lecture.issues)
    return LectureCalcul(None if issues else lecture.calcul, issues)


def lire_fichier_calcul(chemin: Path) -> LectureCalcul:
    """A document from a file."""
    octets, issues = lire_octets(chemin, TAILLE_MAXIMALE)
    if octets is None:
        return LectureCalcul(None, issues or (refus("FICHIER", "le fichier ne peut pas être lu."),))
    return lire_octets_calcul(octets)


def document_resultat(calcul: Calcul) -> dict[str, Any]:
    """The decisions of a document as the public tree, one after the other: nothing is kept of a decision but its tree."""
    statuts, seance = calcul.statuts, calcul.seance
    arbres = [arbre_resultat(calculer(statuts, seance, question), statuts) for question in calcul.questions]
    return {"format": FORMAT, "resolutions": arbres}


def arbre_resultat(resultat: AnyResultat, statuts: Statuts) -> dict[str, Any]:
    """One decision as the public tree: fractions in lowest terms, as text."""
    if isinstance(resultat, ResultatElection):
        return _arbre_election(resultat)
    return _arbre_resolution(resultat, statuts)


def _arbre_resolution(resultat: Resultat, statuts: Statuts) -> dict[str, Any]:
    ligne, quorum = resultat.cadre.ligne, resultat.cadre.quorum
    arbre: dict[str, Any] = {
        "numero": resultat.numero,
        "decision": resultat.decision.value,
        "pour": texte_exact(resultat.pour),
        "contre": texte_exact(resultat.contre),
        "abstention": texte_exact(resultat.abstention),
        "non_votants": texte_exact(resultat.non_votants),
        "perdu": texte_exact(resultat.perdu),
        "base": ligne.base,
        "base_valeur": texte_exact(resultat.base_valeur),
        "ratio": texte_exact(resultat.ratio),
        "seuil": texte_exact(ligne.seuil),
        "stricte": ligne.stricte,
    }
    if quorum is not None:
        arbre["quorum"] = texte_exact(quorum.atteint)
    if resultat.cadre.par_college:
        arbre["colleges"] = {
            code: {
                "poids": texte_exact(part.poids),
                "pour": texte_exact(part.pour),
                "contre": texte_exact(part.contre),
                "abstention": texte_exact(part.abstention),
                "second_tour": part.second_tour,
            }
            for code, part in resultat.parts.items()
        }
    arbre["articles"] = list(articles_de(resultat, statuts))
    arbre["lectures"] = {nom: decision.value for nom, decision in resultat.lectures.items()}
    arbre["stable"] = resultat.stable
    arbre["etapes"] = etapes(resultat, statuts)
    return arbre


def _arbre_election(resultat: ResultatElection) -> dict[str, Any]:
    arbre: dict[str, Any] = {
        "numero": resultat.numero,
        "decision": resultat.decision.value,
        "elus": list(resultat.elus),
        "ballottage": resultat.ballottage,
        "base_valeur": texte_exact(resultat.base_valeur),
        "candidats": {
            nom: {"part": texte_exact(voix.part), "ratio": texte_exact(voix.ratio)}
            for nom, voix in resultat.candidats.items()
        },
    }
    if resultat.cadre.quorum is not None:
        arbre["quorum"] = texte_exact(resultat.cadre.quorum.atteint)
    return arbre


def texte_resultat(calcul: Calcul) -> str:
    """The decisions as a French text that a member can read."""
    blocs = []
    for resultat in calculer_tout(calcul.statuts, calcul.seance, calcul.questions):
        lignes = etapes(resultat, calcul.statuts)
        numerotees = [f"  {i}. {ligne}" for i, ligne in enumerate(lignes, 1)]
        bascule = phrase_bascule(calcul.statuts, resultat)
        blocs.append("\n".join([_titre(resultat), *numerotees, *([f"  {bascule}"] if bascule else [])]))
    return "\n\n".join(blocs)


def _titre(resultat: AnyResultat) -> str:
    mots = {
        "adoptee": "ADOPTÉE",
        "rejetee": "REJETÉE",
        "sans_quorum": "SANS QUORUM",
        "elus": "ÉLECTION ACQUISE",
        "second_tour": "SECOND TOUR",
        "ballottage": "BALLOTTAGE",
    }
    return f"Résolution {resultat.numero}\u00a0: {mots[resultat.decision]}"


def ecrire_json(arbre: object) -> str:
    """A public tree as JSON text, readable and with a line's end."""
    return json.dumps(arbre, ensure_ascii=False, indent=1) + "\n"
