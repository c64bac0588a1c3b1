"""Majorities: a resolution adopted or rejected (statuts 24; C. com. L223-29, L223-30)."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.corps import Corps, corps_par_college, corps_unique, tetes
from scicvote.core.quorum import verifier_quorum
from scicvote.core.report_voix import ZERO, Report, reporter
from scicvote.core.resultat import Cadre, Decision, Resultat
from scicvote.core.scrutin import Question, Seance
from scicvote.core.statuts import TOUS, Ligne, Regle, Statuts


@regle("statuts", "24-1", "24-3", "24-4")
@regle("C. com.", "L223-29", "L223-30")
def atteint(ratio: Fraction, ligne: Ligne) -> bool:
    """Whether a share of the base satisfies the line: strictly above the threshold, or at least at it.

    A tie is therefore rejected under a strict half, and exactly three quarters pass "at least three quarters".
    """
    return ratio > ligne.seuil if ligne.stricte else ratio >= ligne.seuil


def part_de(valeur: Fraction, base: Fraction) -> Fraction:
    """``valeur`` as a share of ``base``; 0 of an empty base."""
    return valeur / base if base > 0 else ZERO


def trancher(ratio: Fraction, base: Fraction, ligne: Ligne, sans_quorum: bool) -> Decision:
    """The decision: nobody voting never passes, and nothing passes without its quorum."""
    if sans_quorum:
        return Decision.SANS_QUORUM
    return Decision.ADOPTEE if base > 0 and atteint(ratio, ligne) else Decision.REJETEE


def decider(statuts: Statuts, seance: Seance, question: Question) -> Resultat:
    """Decide one resolution, by college or by heads as the assembly and the rule want."""
    regle_ = statuts.regles[question.regle].applicable(seance.par_college)
    if seance.par_college and not regle_.par_tete:
        return _par_college(statuts, seance, question, regle_)
    return _par_tete(statuts, seance, question, regle_)


def _par_college(statuts: Statuts, seance: Seance, question: Question, regle_: Regle) -> Resultat:
    corps = corps_par_college(statuts, seance, question)
    report = reporter(statuts, corps, statuts.vote.base_report)
    ligne = regle_.ligne(seance.consultation)
    quorum = verifier_quorum(regle_, seance.consultation, corps, tetes(seance, question))
    cadre = Cadre(regle_, ligne, seance.consultation, True, quorum, tuple(corps), report.ponderation)
    base = report.base(ligne.base)
    ratio = part_de(report.pour, base)

    def lire(lecture: str) -> tuple[Fraction, Fraction]:
        autre = reporter(statuts.lecture_tous, corps, "inscrits") if lecture == TOUS else report
        valeur = autre.base("inscrits" if lecture == TOUS else lecture)
        return part_de(autre.pour, valeur), valeur

    lectures, ratios = _lectures(cadre, lire)
    return Resultat(
        question.numero,
        trancher(ratio, base, ligne, cadre.sans_quorum),
        *_sommes(report),
        base,
        ratio,
        cadre,
        report.parts,
        lectures,
        ratios,
    )


def _sommes(report: Report) -> tuple[Fraction, Fraction, Fraction, Fraction, Fraction]:
    return report.pour, report.contre, report.abstention, report.non_votants, report.ponderation.perdu


def _par_tete(statuts: Statuts, seance: Seance, question: Question, regle_: Regle) -> Resultat:
    corps = corps_unique(statuts, seance, question)
    ligne = regle_.ligne(seance.consultation)
    quorum = verifier_quorum(regle_, seance.consultation, [corps])
    cadre = Cadre(regle_, ligne, seance.consultation, False, quorum, (corps,), None)
    base = Fraction(corps.base(ligne.base))
    ratio = part_de(Fraction(corps.pour), base)

    def lire(lecture: str) -> tuple[Fraction, Fraction]:
        valeur = Fraction(corps.base("inscrits" if lecture == TOUS else lecture))
        return part_de(Fraction(corps.pour), valeur), valeur

    lectures, ratios = _lectures(cadre, lire)
    return Resultat(
        question.numero,
        trancher(ratio, base, ligne, cadre.sans_quorum),
        *_tetes(corps),
        base,
        ratio,
        cadre,
        {},
        lectures,
        ratios,
    )


def _tetes(corps: Corps) -> tuple[Fraction, Fraction, Fraction, Fraction, Fraction]:
    non_votants = Fraction(corps.presents - corps.votants)
    return Fraction(corps.pour), Fraction(corps.contre), Fraction(corps.abstention), non_votants, ZERO


def _lectures(
    cadre: Cadre, lire: Callable[[str], tuple[Fraction, Fraction]]
) -> tuple[dict[str, Decision], dict[str, Fraction]]:
    """The decision under each other reading of the line, and the share it rests on."""
    decisions: dict[str, Decision] = {}
    ratios: dict[str, Fraction] = {}
    for lecture in cadre.ligne.lectures:
        ratio, base = lire(lecture)
        ratios[lecture] = ratio
        decisions[lecture] = trancher(ratio, base, cadre.ligne, cadre.sans_quorum)
    return decisions, ratios
