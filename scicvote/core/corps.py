"""From the raw counts to the bodies that vote: retired associés out, small colleges merged, the empty ones known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance, Suffrages
from scicvote.core.statuts import Statuts

_AUCUN = Suffrages()
_ABSENT = Effectif()


@dataclass(slots=True)
class Corps:
    """A body with its counts after ``retires``: whole votes; ``poids`` in percent; ``effectif`` before ``retires``.

    ``abstention`` holds the abstentions, blank and void ballots together.
    """

    code: str
    poids: Fraction
    effectif: int
    inscrits: int
    presents: int
    pour: int
    contre: int
    abstention: int
    votants: int
    exprimes: int
    candidats: dict[str, int]
    membres: tuple[str, ...]

    def base(self, nom: str) -> int:
        """The count named ``exprimes``, ``votants``, ``presents`` or ``inscrits``."""
        nombre: int = getattr(self, nom)
        return nombre

    def absorber(self, autre: Corps) -> None:
        """Take in a college too small to vote alone: members, votes and weight."""
        self.poids += autre.poids
        for nom in ("effectif", "inscrits", "presents", "pour", "contre", "abstention", "votants", "exprimes"):
            setattr(self, nom, getattr(self, nom) + getattr(autre, nom))
        for candidat, voix in autre.candidats.items():
            self.candidats[candidat] = self.candidats.get(candidat, 0) + voix
        self.membres += autre.membres


def _corps(
    code: str, poids: Fraction, effectif: Effectif, retires: int, vus: Suffrages, pour_abstention: bool
) -> Corps:
    """One body. With ``pour_abstention`` an abstention is first counted as a vote for."""
    pour, abstention = vus.pour, vus.abstention + vus.blanc + vus.nul
    if pour_abstention:
        pour, abstention = pour + vus.abstention, abstention - vus.abstention
    votants = vus.votants
    return Corps(
        code,
        poids,
        effectif.inscrits,
        effectif.inscrits - retires,
        effectif.presents - retires,
        pour,
        vus.contre,
        abstention,
        votants,
        votants - vus.blanc - vus.nul if vus.bulletins else pour + vus.contre,
        dict(vus.candidats),
        (code,),
    )


@regle("statuts", "22")
def corps_par_college(statuts: Statuts, seance: Seance, question: Question) -> list[Corps]:
    """The colleges as they vote, in the order of the statutes, the small ones merged where the statutes say so.

    A college under ``effectif_minimal`` that has a ``fusion_avec`` joins that other college before anything else.
    """
    neutre = statuts.vote.abstention != "pour"
    tous = {
        college.code: _corps(
            college.code,
            college.poids,
            seance.corps.get(college.code, _ABSENT),
            question.retires.get(college.code, 0),
            question.suffrages.get(college.code, _AUCUN),
            not neutre,
        )
        for college in statuts.colleges
    }
    minimum = statuts.vote.effectif_minimal
    petits = [c for c in statuts.colleges if c.fusion_avec and tous[c.code].effectif < minimum]
    for college in petits:
        tous[str(college.fusion_avec)].absorber(tous.pop(college.code))
    return list(tous.values())


@regle("statuts", "24-3", "24-4", "26")
def corps_unique(statuts: Statuts, seance: Seance, question: Question) -> Corps:
    """The one body of a vote by heads: the assembly, or the single college or whole that a ``par_tete`` rule names."""
    if not seance.par_college:
        cle = ENSEMBLE
        effectif = seance.corps.get(ENSEMBLE, _ABSENT)
        retires = question.retires.get(ENSEMBLE, 0)
    else:
        cle = next(iter(question.suffrages), ENSEMBLE)
        codes = [college.code for college in statuts.colleges] if cle == ENSEMBLE else [cle]
        effectif = _somme(seance.corps, codes)
        retires = sum(question.retires.get(code, 0) for code in codes)
        if cle == ENSEMBLE and seance.personnes is not None:  # somebody votes in several colleges, and has one head
            effectif, retires = seance.personnes, question.retires.get(ENSEMBLE, 0)
    vus = question.suffrages.get(cle, _AUCUN)
    return _corps(cle, Fraction(100), effectif, retires, vus, statuts.vote.abstention == "pour")


def tetes(seance: Seance, question: Question) -> Effectif | None:
    """Everybody counted once, less who is out of the base; None where the colleges add up."""
    if seance.personnes is None:
        return None
    retires = question.retires.get(ENSEMBLE, 0)
    return Effectif(seance.personnes.inscrits - retires, seance.personnes.presents - retires)


def _somme(corps: Mapping[str, Effectif], codes: Iterable[str]) -> Effectif:
    lus = [corps.get(code, _ABSENT) for code in codes]
    return Effectif(sum(c.inscrits for c in lus), sum(c.presents for c in lus))
