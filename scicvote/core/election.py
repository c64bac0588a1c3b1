"""Elections by college or by heads: one or several seats, two rounds, ballottage (statuts 18; C. com. L223-18)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.corps import Corps, corps_par_college, corps_unique, tetes
from scicvote.core.majorite import atteint, part_de
from scicvote.core.quorum import verifier_quorum
from scicvote.core.report_voix import ZERO, Ponderation, ponderer
from scicvote.core.resultat import Cadre, Decision, ResultatElection, VoixPortees
from scicvote.core.scrutin import Question, Seance
from scicvote.core.statuts import Statuts

Bases = dict[str, Fraction]


@regle("statuts", "18-1")
@regle("C. com.", "L223-18", "L223-29")
def elire(statuts: Statuts, seance: Seance, question: Question) -> ResultatElection:
    """Decide an election. It is carried over proportionally, whatever the statutes say of resolutions."""
    regle_ = statuts.regles[question.regle].applicable(seance.par_college)
    ligne = regle_.ligne(seance.consultation)
    ponderation: Ponderation | None = None
    if seance.par_college and not regle_.par_tete:
        corps = corps_par_college(statuts, seance, question)
        ponderation = ponderer(statuts, corps, statuts.vote.base_report)
        parts, bases, detail = _portees(corps, ponderation, statuts.vote.base_report)
    else:
        corps = [corps_unique(statuts, seance, question)]
        parts, bases, detail = _tetes(corps[0])
    quorum = verifier_quorum(regle_, seance.consultation, corps, tetes(seance, question))
    cadre = Cadre(regle_, ligne, seance.consultation, ponderation is not None, quorum, tuple(corps), ponderation)
    noms = {nom for vus in question.suffrages.values() for nom in vus.candidats}
    base = bases[ligne.base]
    voix = {nom: VoixPortees(parts.get(nom, ZERO), part_de(parts.get(nom, ZERO), base)) for nom in sorted(noms)}
    elus, ballottage = ((), False) if cadre.sans_quorum else choisir(voix, base, cadre, question)
    decision = _decision(cadre, len(elus), question)
    sieges = question.sieges or 1
    return ResultatElection(
        question.numero, decision, elus, ballottage, base, voix, sieges, question.tour, cadre, detail
    )


def _portees(
    corps: Sequence[Corps], ponderation: Ponderation, base_report: str
) -> tuple[dict[str, Fraction], Bases, dict[str, dict[str, Fraction]]]:
    """Points carried by each candidate, the four bases in points, and the detail by college."""
    parts: dict[str, Fraction] = {}
    detail: dict[str, dict[str, Fraction]] = {}
    exprimes, abstention, tous = ZERO, ponderation.abstention, ZERO
    for c in corps:
        if (poids := ponderation.poids.get(c.code)) is None:
            continue
        voix = poids / c.base(base_report)
        detail[c.code] = {nom: voix * nombre for nom, nombre in c.candidats.items()}
        for nom, part in detail[c.code].items():
            parts[nom] = parts.get(nom, ZERO) + part
        exprimes += voix * c.exprimes
        abstention += ZERO if base_report == "exprimes" else voix * (c.votants - c.exprimes)
        tous += poids
    presents = tous + ponderation.abstention
    bases = {
        "exprimes": exprimes,
        "votants": exprimes + abstention,
        "presents": presents,
        "inscrits": 100 - ponderation.exclu,
    }
    return parts, bases, detail


def _tetes(corps: Corps) -> tuple[dict[str, Fraction], Bases, dict[str, dict[str, Fraction]]]:
    bases = {nom: Fraction(corps.base(nom)) for nom in ("exprimes", "votants", "presents", "inscrits")}
    return {nom: Fraction(voix) for nom, voix in corps.candidats.items()}, bases, {}


def choisir(
    voix: Mapping[str, VoixPortees], base: Fraction, cadre: Cadre, question: Question
) -> tuple[tuple[str, ...], bool]:
    """The elected, best first, and whether equal candidates over the last seat barred one another.

    At the first round, or at the second with ``tour2 = meme``, those who reach the rule; with ``relative``, the best
    of those who were carried by anything at all.
    """
    if question.tour == 2 and cadre.regle.tour2 == "relative":
        recus = [nom for nom, v in voix.items() if v.part > 0]
    else:
        recus = [nom for nom, v in voix.items() if base > 0 and atteint(v.ratio, cadre.ligne)]
    recus.sort(key=lambda nom: (-voix[nom].part, nom))
    sieges = question.sieges or 1
    if len(recus) <= sieges or voix[recus[sieges - 1]].part > voix[recus[sieges]].part:
        return tuple(recus[:sieges]), False
    limite = voix[recus[sieges]].part
    return tuple(nom for nom in recus if voix[nom].part > limite), True


def _decision(cadre: Cadre, elus: int, question: Question) -> Decision:
    if cadre.sans_quorum:
        return Decision.SANS_QUORUM
    if elus == question.sieges:
        return Decision.ELUS
    return Decision.SECOND_TOUR if question.tour == 1 else Decision.BALLOTTAGE
