"""The carry-over of the colleges' votes to the assembly (statuts 22): proportional, or by majority."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from scicvote.core.article import regle
from scicvote.core.corps import Corps
from scicvote.core.exact import additionner
from scicvote.core.redistribution import repartir
from scicvote.core.statuts import Statuts

ZERO = Fraction(0)


class Part(NamedTuple):
    """What one college carried, in points of the assembly's hundred. ``poids`` is the weight it ended with."""

    poids: Fraction
    pour: Fraction
    contre: Fraction
    abstention: Fraction
    non_votants: Fraction
    second_tour: bool = False


@dataclass(frozen=True, slots=True)
class Ponderation:
    """The weights that vote, after empty and silent colleges had their fate; in percent."""

    poids: dict[str, Fraction]
    abstention: Fraction = ZERO  # weight of colleges that goes to Abstention
    perdu: Fraction = ZERO
    exclu: Fraction = ZERO
    vides: tuple[Corps, ...] = ()
    silencieux: tuple[Corps, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The carried votes: sums in points, what each college brought, and the weights behind."""

    pour: Fraction
    contre: Fraction
    abstention: Fraction
    non_votants: Fraction
    ponderation: Ponderation
    parts: dict[str, Part] = field(default_factory=dict)

    def base(self, nom: str) -> Fraction:
        """The base named, in points: what ``pour`` is divided by."""
        if nom == "inscrits":
            return 100 - self.ponderation.exclu
        total = self.pour + self.contre
        if nom != "exprimes":
            total += self.abstention
        if nom == "presents":
            total += self.non_votants
        return total


@regle("statuts", "22", "25-1")
def ponderer(statuts: Statuts, corps: Sequence[Corps], base_report: str) -> Ponderation:
    """Who votes with which weight: first the empty colleges meet their fate, as one sum, then the silent ones."""
    vote = statuts.vote
    cles = {c.code: c.poids for c in corps if c.effectif >= vote.effectif_minimal and c.base(base_report) > 0}
    if len(cles) == len(corps):
        return Ponderation(cles)
    vides = tuple(c for c in corps if c.effectif < vote.effectif_minimal)
    silencieux = tuple(c for c in corps if c.effectif >= vote.effectif_minimal and c.base(base_report) == 0)
    poids, abstention, perdu, exclu = dict(cles), ZERO, ZERO, ZERO
    for absents, sort in ((vides, vote.college_vide), (silencieux, vote.college_silencieux)):
        somme = sum((c.poids for c in absents), ZERO)
        if sort == "exclu":
            exclu += somme
        elif sort == "abstention":
            abstention += somme
        elif sort == "perdu":
            perdu += somme
        else:
            egales = dict.fromkeys(cles, Fraction(1))
            poids, reste = repartir(somme, poids, egales if sort == "egal" else cles, vote.plafond)
            perdu += reste
    return Ponderation(poids, abstention, perdu, exclu, vides, silencieux)


@regle("statuts", "22")
def partager(corps: Corps, poids: Fraction, base_report: str) -> Part:
    """Proportional: a college of 30 % voting 60 % yes and 40 % no brings 18 and 12 points.

    Each vote weighs ``poids / base``: what a side brings is that weight times its votes, reduced once.
    """
    base = corps.base(base_report)
    poids_entier, diviseur = poids.numerator, poids.denominator * base
    abstention = 0 if base_report == "exprimes" else corps.abstention
    reste = base - corps.pour - corps.contre - abstention
    return Part(
        poids,
        Fraction(poids_entier * corps.pour, diviseur),
        Fraction(poids_entier * corps.contre, diviseur),
        Fraction(poids_entier * abstention, diviseur) if abstention else ZERO,
        Fraction(poids_entier * reste, diviseur) if reste else ZERO,
    )


@regle("loi 47-1775", "19 octies")
def emporter(corps: Corps, poids: Fraction, seuil: Fraction) -> Part:
    """By majority: the whole weight to the side strictly above ``seuil`` of pour + contre, else to Abstention."""
    total = corps.pour + corps.contre
    if corps.pour > seuil * total:
        return Part(poids, poids, ZERO, ZERO, ZERO)
    if corps.contre > seuil * total:
        return Part(poids, ZERO, poids, ZERO, ZERO)
    return Part(poids, ZERO, ZERO, poids, ZERO, second_tour=True)


def porteur(statuts: Statuts, base_report: str) -> Callable[[Corps, Fraction], Part]:
    """How a college carries its weight under these statutes: proportionally, or by majority."""
    if statuts.vote.report_voix == "proportionnel":
        return lambda corps, poids: partager(corps, poids, base_report)
    return lambda corps, poids: emporter(corps, poids, statuts.vote.seuil_college)


@regle("statuts", "22", "24-3")
def reporter(statuts: Statuts, corps: Sequence[Corps], base_report: str) -> Report:
    """Carry the colleges' votes over. Every point of the hundred is somewhere: carried, lost or left out."""
    ponderation = ponderer(statuts, corps, base_report)
    porter, poids = porteur(statuts, base_report), ponderation.poids
    parts = {c.code: porter(c, poids[c.code]) for c in corps if c.code in poids}
    portees = parts.values()
    return Report(
        additionner([part.pour for part in portees]),
        additionner([part.contre for part in portees]),
        additionner([ponderation.abstention, *(part.abstention for part in portees)]),
        additionner([part.non_votants for part in portees]),
        ponderation,
        parts,
    )
