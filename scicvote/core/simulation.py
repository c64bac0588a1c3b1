"""Past votes seen again under hypotheses on the statutes, through the one tally (statuts 25-2).

Only what was counted can be seen again: colleges can be merged, never split (the counts do not say who, in a college,
voted what), and a secret vote whose figures are left out is not weighed otherwise: several weighings would give them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.decision import calculer
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Resolution
from scicvote.core.hypothese import Hypothese, appliquer, controler_hypothese
from scicvote.core.issue import Issue, bloquantes
from scicvote.core.pv_secret import taire
from scicvote.core.recalcul import question_de, seance_de, statuts_de
from scicvote.core.resultat import AnyResultat, ResultatElection
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance, Suffrages
from scicvote.core.statuts import Statuts

T = TypeVar("T")


class Obstacle(StrEnum):
    """Why a vote cannot be seen again under a hypothesis."""

    HYPOTHESE = "hypothese"  # it has faults
    SECRET = "secret"
    COLLEGE_SEUL = "college_seul"  # one of the colleges that are merged voted without the other
    PERSONNES = "personnes"  # somebody votes in several of the colleges that are gathered


@dataclass(frozen=True, slots=True)
class Case:
    """A vote under one hypothesis: its result, or why there is none; whether the decision is another."""

    resultat: AnyResultat | None
    change: bool = False
    obstacle: Obstacle | None = None


@dataclass(frozen=True, slots=True)
class LigneSimulation:
    """One declared vote: the point, its result as declared, and a cell for each hypothesis."""

    resolution: Resolution
    vote: Vote
    actuel: AnyResultat
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Simulation:
    """Every declared vote of an assembly under each hypothesis; ``issues`` are those of each."""

    statuts: Statuts
    hypotheses: tuple[Hypothese, ...]
    issues: tuple[tuple[Issue, ...], ...]
    lignes: tuple[LigneSimulation, ...]

    def changements(self, rang: int) -> int:
        """How many decisions the hypothesis of this rank changes."""
        return sum(ligne.cases[rang].change for ligne in self.lignes)


@regle("statuts", "25-2")
def simuler(dossier: Dossier, assemblee: Assemblee, hypotheses: Iterable[Hypothese]) -> Simulation:
    """Each declared vote of an assembly, in the order of its agenda, as each hypothesis would have decided it."""
    statuts, voulues = statuts_de(dossier, assemblee), tuple(hypotheses)
    issues = tuple(controler_hypothese(statuts, une) for une in voulues)
    essais = tuple(
        None if bloquantes(fautes) else (une, appliquer(statuts, une))
        for une, fautes in zip(voulues, issues, strict=True)
    )
    lignes = tuple(_ligne(dossier, assemblee, statuts, essais, *paire) for paire in _declares(assemblee))
    return Simulation(statuts, voulues, issues, lignes)


def simulable(assemblee: Assemblee) -> bool:
    """Whether there is a declared vote to see again."""
    return next(_declares(assemblee), None) is not None


def _declares(assemblee: Assemblee) -> Iterator[tuple[Resolution, Vote]]:
    connues = assemblee.resolution_par_numero
    paires = [(connues[v.scrutin.resolution], v) for v in assemblee.votes if v.proclamation]
    yield from sorted(paires, key=lambda paire: (paire[0].numero, paire[0].resolution))


def _ligne(
    dossier: Dossier,
    assemblee: Assemblee,
    statuts: Statuts,
    essais: tuple[tuple[Hypothese, Statuts] | None, ...],
    resolution: Resolution,
    vote: Vote,
) -> LigneSimulation:
    seance, question = seance_de(assemblee, vote), question_de(dossier, assemblee, vote)
    actuel = calculer(statuts, seance, question)
    secret = taire(vote)

    def case(essai: tuple[Hypothese, Statuts] | None) -> Case:
        if essai is None:
            return Case(None, obstacle=Obstacle.HYPOTHESE)
        if secret:
            return Case(None, obstacle=Obstacle.SECRET)
        resultat = revoir(*essai, seance, question)
        if resultat is None:
            return Case(None, obstacle=Obstacle.PERSONNES if seance.personnes else Obstacle.COLLEGE_SEUL)
        return Case(resultat, _differe(actuel, resultat))

    return LigneSimulation(resolution, vote, actuel, tuple(map(case, essais)))


def _differe(avant: AnyResultat, apres: AnyResultat) -> bool:
    """Another decision, or others elected."""
    return (avant.decision, _elus(avant)) != (apres.decision, _elus(apres))


def _elus(resultat: AnyResultat) -> frozenset[str]:
    return frozenset(resultat.elus) if isinstance(resultat, ResultatElection) else frozenset()


# --- the counts, as the hypothesis would have gathered them


def revoir(hypothese: Hypothese, statuts: Statuts, seance: Seance, question: Question) -> AnyResultat | None:
    """One vote decided under the statutes that the hypothesis made; None where its counts are not enough."""
    if not seance.par_college:
        return calculer(statuts, seance, question)
    par_tete = statuts.regles[question.regle].par_tete
    if seance.personnes is not None and not par_tete and (hypothese.par_tete or hypothese.fusions):
        return None  # the counts do not say what those who voted twice would have voted once
    if par_tete and hypothese.fusions.keys() & _groupe(hypothese, question):
        return None
    if hypothese.par_tete and not par_tete:
        return calculer(statuts, *_rassembler(lambda _code: ENSEMBLE, seance, question))
    if hypothese.fusions:
        return calculer(statuts, *_rassembler(hypothese.rejoint, seance, question))
    return calculer(statuts, seance, question)


def _groupe(hypothese: Hypothese, question: Question) -> set[str]:
    """The colleges whose votes would have been counted with those of the one that voted alone, itself included."""
    vers = {hypothese.rejoint(code) for code in question.suffrages}
    return {code for code in hypothese.fusions if hypothese.rejoint(code) in vers} | set(question.suffrages)


def _rassembler(ou: Callable[[str], str], seance: Seance, question: Question) -> tuple[Seance, Question]:
    """The sitting and the votes with the colleges gathered where ``ou`` says."""
    corps = _ensemble(ou, seance.corps, _effectifs)
    return (
        replace(seance, par_college=ENSEMBLE not in corps, corps=corps),
        replace(
            question,
            suffrages=_ensemble(ou, question.suffrages, _suffrages),
            retires=_ensemble(ou, question.retires, sum),
        ),
    )


def _ensemble(ou: Callable[[str], str], par_corps: Mapping[str, T], somme: Callable[[list[T]], T]) -> dict[str, T]:
    groupes: dict[str, list[T]] = {}
    for code, valeur in par_corps.items():
        groupes.setdefault(ou(code), []).append(valeur)
    return {code: somme(valeurs) for code, valeurs in groupes.items()}


def _effectifs(corps: list[Effectif]) -> Effectif:
    return Effectif(sum(c.inscrits for c in corps), sum(c.presents for c in corps))


def _suffrages(vus: list[Suffrages]) -> Suffrages:
    candidats: Counter[str] = Counter()
    for un in vus:
        candidats.update(un.candidats)
    return Suffrages(
        sum(un.pour for un in vus),
        sum(un.contre for un in vus),
        sum(un.abstention for un in vus),
        sum(un.blanc for un in vus),
        sum(un.nul for un in vus),
        sum(un.bulletins for un in vus),
        dict(candidats),
    )
