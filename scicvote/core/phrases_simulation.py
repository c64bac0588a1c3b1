"""A simulation in words: what a hypothesis changes, what each vote becomes under it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scicvote.core.etapes import LIBELLES, libelle_base
from scicvote.core.exact import INSECABLE, accord, poids_court, pourcent, pourcent_court
from scicvote.core.francais import capitale, enumerer
from scicvote.core.hypothese import TOUTES, Hypothese, Majorite, poids_de
from scicvote.core.pv_regles import nom_regle
from scicvote.core.pv_secret import taire
from scicvote.core.resultat import AnyResultat, ResultatElection
from scicvote.core.simulation import Case, LigneSimulation, Obstacle, Simulation
from scicvote.core.statuts import Statuts
from scicvote.core.statuts_mots import BASES, REPORTS
from scicvote.core.vote import DEMANDE_SECRET

PARTAGE: Final = (
    "Des collèges peuvent être réunis, pas partagés\u00a0: les comptes ne disent pas qui, dans un collège, a voté quoi."
)
SORTS: Final = {
    "perdu": "perdu, mais compté dans la base de toutes les voix",
    "exclu": "retiré de la base",
    "abstention": "compté en abstention",
    "egal": "réparti également entre les collèges qui votent",
    "prorata": "réparti au prorata entre les collèges qui votent",
}
_COMPARAISONS: Final = {True: "plus de", False: "au moins", None: "seuil de"}
OBSTACLES: Final = {
    Obstacle.HYPOTHESE: "Hypothèse à corriger",
    Obstacle.SECRET: "Non montré, secret du vote",
    Obstacle.COLLEGE_SEUL: "Inconnu, un seul des collèges réunis a voté",
    Obstacle.PERSONNES: "Inconnu, des associés ont voté dans plusieurs collèges",
}


# --- a hypothesis


def decrire(statuts: Statuts, hypothese: Hypothese) -> tuple[str, ...]:
    """What the hypothesis says, one sentence each; the weights come first, even those of the statutes."""
    poids = [f"{code} {poids_court(valeur)}" for code, valeur in poids_de(statuts, hypothese).items()]
    tete = () if hypothese.par_tete or not poids else (f"Poids{INSECABLE}: {enumerer(poids)}.",)
    return (*tete, *autres_changements(hypothese))


def autres_changements(hypothese: Hypothese) -> tuple[str, ...]:
    """What the hypothesis says besides the weights."""
    colleges = ("Sans collège\u00a0: une personne, une voix.",) if hypothese.par_tete else _colleges(hypothese)
    return (*colleges, *map(_majorite, hypothese.majorites))


def _colleges(hypothese: Hypothese) -> Iterator[str]:
    for code, vers in hypothese.fusions.items():
        yield f"{code} vote avec {vers}."
    if hypothese.base_report:
        yield f"Poids d’un collège réparti sur {BASES[hypothese.base_report]}."
    if hypothese.report_voix:
        yield f"Poids d’un collège porté {REPORTS[hypothese.report_voix]}."
    for mot, sort in (("vide", hypothese.college_vide), ("silencieux", hypothese.college_silencieux)):
        if sort:
            yield f"Poids d’un collège {mot} {SORTS[sort]}."


def _majorite(majorite: Majorite) -> str:
    """``Toutes les majorités : au moins 66,67 % des voix exprimées.``"""
    mots = []
    if majorite.seuil is not None:
        mots.append(f"{_COMPARAISONS[majorite.stricte]} {pourcent_court(majorite.seuil)}")
    if majorite.base:
        mots.append(f"{'' if mots else 'part '}{libelle_base(majorite.base, True)}")
    quoi = "Toutes les majorités" if majorite.regle == TOUTES else nom_regle(majorite.regle)
    return f"{quoi}{INSECABLE}: {' '.join(mots) or 'comme dans les statuts'}."


# --- a vote


def titre_ligne(ligne: LigneSimulation) -> str:
    """``3. Approbation des comptes``, with its round or what was asked."""
    scrutin = ligne.vote.scrutin
    if scrutin.objet == DEMANDE_SECRET:
        suite = ", demande de scrutin secret"
    else:
        suite = ", second tour" if scrutin.tour > 1 else ""
    return f"{ligne.resolution.numero}. {ligne.resolution.titre}{suite}"


def mot_decision(resultat: AnyResultat) -> str:
    """``Adoptée``, ``Second tour``: the decision in a word or two."""
    courts = {
        "elus": "Sièges pourvus",
        "second_tour": "Second tour",
        "ballottage": "Ballottage",
        "portee": "Voix portées",
        "sans_quorum": "Sans quorum",
    }
    return courts.get(resultat.decision, capitale(LIBELLES[resultat.decision]))


def chiffre_decision(resultat: AnyResultat) -> str:
    """What decided: the share that was for, or who was elected."""
    if isinstance(resultat, ResultatElection):
        return enumerer(resultat.elus) or "personne n’est élu"
    return pourcent(resultat.ratio, resultat.cadre.ligne.seuil)


def mot_actuel(ligne: LigneSimulation) -> str:
    """The decision as declared, without its figure where a secret vote would be given away."""
    cache = taire(ligne.vote) and not ligne.actuel.cadre.par_college
    return mot_decision(ligne.actuel) if cache else _mot(ligne.actuel)


def mot_case(case: Case) -> str:
    """A cell: the decision and what decided, or why it cannot be known."""
    if case.resultat is None:
        return OBSTACLES[case.obstacle or Obstacle.HYPOTHESE]
    return _mot(case.resultat)


def _mot(resultat: AnyResultat) -> str:
    return f"{mot_decision(resultat)}, {chiffre_decision(resultat)}"


def bilan(simulation: Simulation, rang: int) -> str:
    """``2 décisions sur 7 changent.``, and how many cannot be known."""
    cases = [ligne.cases[rang] for ligne in simulation.lignes]
    connues = [case for case in cases if case.resultat is not None]
    if not connues:
        return "Aucune décision ne peut être revue."
    n = simulation.changements(rang)
    mots = {0: "aucune ne change", 1: "1\u00a0seule change"}.get(n, f"{n}\u00a0changent")
    phrase = f"{accord(len(connues), 'décision revue', 'décisions revues')}, {mots}"
    tues = len(cases) - len(connues)
    return (
        f"{phrase}\u00a0; {accord(tues, 'autre ne peut pas l’être', 'autres ne peuvent pas l’être')}."
        if tues
        else f"{phrase}."
    )
