"""``calculer`` and ``statuts verifier``: from public files alone."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from scicvote.commandes.sortie import FAIT, dire, ecrire, refuser
from scicvote.core.exact import accord, pourcent_court
from scicvote.exchange.calcul import document_resultat, ecrire_json, lire_fichier_calcul, texte_resultat
from scicvote.exchange.statuts import lire_texte, observations, statuts_de_texte


def calculer(arguments: Namespace) -> int:
    """Decide from counts alone."""
    lecture = lire_fichier_calcul(Path(arguments.calcul))
    if lecture.calcul is None:
        return refuser(lecture.issues)
    if arguments.json:
        ecrire(ecrire_json(document_resultat(lecture.calcul)))
    else:
        dire(texte_resultat(lecture.calcul))
    return FAIT


def verifier_statuts(arguments: Namespace) -> int:
    """Check a statutes file; warnings do not refuse it."""
    texte, issues = lire_texte(Path(arguments.statuts))
    if texte is None:
        return refuser(issues)
    lecture = statuts_de_texte(texte)
    statuts = lecture.statuts
    if statuts is None:
        return refuser(lecture.issues)
    dire(f"Statuts «\u00a0{statuts.denomination}\u00a0» ({statuts.cle}), {statuts.forme}\u00a0: conformes.")
    dire(f"{accord(len(statuts.categories), 'catégorie')}, {accord(len(statuts.regles), 'règle')} de majorité.")
    for college in statuts.colleges:
        dire(f"Collège {college.code}, {pourcent_court(college.poids / 100)}\u00a0: {college.nom}")
    for issue in observations(texte, statuts):
        dire(f"À noter, {issue.chemin}\u00a0: {issue.phrase}")
    return FAIT
