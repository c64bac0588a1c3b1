"""A hypothesis on the statutes: other weights, colleges merged, another base, threshold or fate of the silent (25-2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from scicvote.core.article import regle
from scicvote.core.exact import accord, pourcent_court, texte_exact
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.lecture import montrer
from scicvote.core.statuts import LOI_COLLEGES, College, Ligne, Regle, Statuts
from scicvote.core.statuts_controles import COLLEGES_MINIMUM

TOUTES: Final = "*"  # every majority rule


@dataclass(frozen=True, slots=True)
class Majorite:
    """What changes in a majority: a key of the rules, or TOUTES. None and ``""`` keep what the statutes say.

    ``seuil`` is a share of the base, ``stricte`` whether it must be passed and not only reached.
    """

    regle: str = TOUTES
    seuil: Fraction | None = None
    stricte: bool | None = None
    base: str = ""


@dataclass(frozen=True, slots=True)
class Hypothese:
    """Statutes as they could be; what is not said stays as it is.

    ``poids``: weights in percent, by college. ``fusions``: a college and the one that it joins, whose weight is both
    together unless ``poids`` says another. ``par_tete``: no college at all, one head one vote.
    """

    nom: str
    poids: Mapping[str, Fraction] = field(default_factory=dict)
    fusions: Mapping[str, str] = field(default_factory=dict)
    par_tete: bool = False
    base_report: str = ""
    report_voix: str = ""
    college_vide: str = ""
    college_silencieux: str = ""
    majorites: tuple[Majorite, ...] = ()

    def rejoint(self, college: str) -> str:
        """The college in which the votes of one are counted."""
        return self.fusions.get(college, college)


# --- the weights


def poids_de(statuts: Statuts, hypothese: Hypothese) -> dict[str, Fraction]:
    """The weight in percent of each college that is left, in the order of the statutes."""
    sommes: dict[str, Fraction] = {}
    for college in statuts.colleges:
        code = hypothese.rejoint(college.code)
        sommes[code] = sommes.get(code, Fraction(0)) + hypothese.poids.get(college.code, college.poids)
    voulus = {code: hypothese.poids[code] for code in hypothese.fusions.values() if code in hypothese.poids}
    return {c.code: {**sommes, **voulus}[c.code] for c in statuts.colleges if c.code not in hypothese.fusions}


# --- whether it can be


@regle("statuts", "22", "25-2")
def controler_hypothese(statuts: Statuts, hypothese: Hypothese) -> tuple[Issue, ...]:
    """Every fault of a hypothesis at once; fewer than three colleges is a warning: the counts can still be read so."""
    fautes = [*_inconnus(statuts, hypothese), *_fusions(hypothese), *_seuils(hypothese)]
    if not fautes and not hypothese.par_tete:
        fautes = [*_poids(statuts, hypothese)]
    return tuple(statuts.adapter(faute) for faute in fautes)


def _inconnus(statuts: Statuts, hypothese: Hypothese) -> Iterator[Issue]:
    for code in dict.fromkeys((*hypothese.poids, *hypothese.fusions, *hypothese.fusions.values())):
        if code not in statuts.par_code:
            phrase = f"le collège {montrer(code)} n’est pas dans les statuts\u00a0; un collège nouveau ne peut pas être simulé, personne n’y a voté."
            yield refus("COLLEGE_INCONNU", phrase, "statuts 25-2", chemin=f"poids.{code}")
    for majorite in hypothese.majorites:
        if majorite.regle != TOUTES and majorite.regle not in statuts.regles:
            phrase = f"la majorité {montrer(majorite.regle)} n’est pas dans les statuts."
            yield refus("REGLE_INCONNUE", phrase, "statuts 24-1", chemin="regle")


def _fusions(hypothese: Hypothese) -> Iterator[Issue]:
    for code, vers in hypothese.fusions.items():
        if vers in hypothese.fusions or vers == code:
            phrase = (
                f"le collège {montrer(code)} ne peut rejoindre qu’un autre collège, qui lui-même n’en rejoint aucun."
            )
            yield refus("FUSION", phrase, "statuts 25-2", chemin=f"fusions.{code}")


def _seuils(hypothese: Hypothese) -> Iterator[Issue]:
    for majorite in hypothese.majorites:
        if majorite.seuil is not None and not 0 < majorite.seuil <= 1:
            phrase = f"seuil {texte_exact(majorite.seuil)}\u00a0; il doit être supérieur à 0 et au plus égal à 1."
            yield refus("SEUIL", phrase, "statuts 24-1", chemin="seuil")


@regle("loi 47-1775", "19 octies")
def _poids(statuts: Statuts, hypothese: Hypothese) -> Iterator[Issue]:
    """Weights of exactly a hundred together, each between the floor and the cap; at least three colleges."""
    poids, bas, haut = poids_de(statuts, hypothese), statuts.vote.plancher, statuts.vote.plafond
    total = sum(poids.values(), Fraction(0))
    if poids and total != 100:
        phrase = f"les poids font {texte_exact(total)}\u00a0; ils doivent faire 100 exactement."
        yield refus("POIDS_TOTAL", phrase, "statuts 22", chemin="poids")
    for code, valeur in poids.items():
        if not bas <= valeur <= haut:
            phrase = (
                f"{code} pèserait {texte_exact(valeur)}\u00a0; un collège pèse de {pourcent_court(bas / 100)} à "
                f"{pourcent_court(haut / 100)}."
            )
            yield refus("POIDS_BORNES", phrase, "statuts 22", LOI_COLLEGES, chemin=f"poids.{code}")
    if hypothese.fusions and len(poids) < COLLEGES_MINIMUM:
        phrase = f"il ne resterait que {accord(len(poids), 'collège')}\u00a0; les statuts devront en prévoir au moins {COLLEGES_MINIMUM}, ou aucun."
        yield avertissement("COLLEGES_MINIMUM", phrase, "statuts 25-1", LOI_COLLEGES, chemin="fusions")


# --- the statutes that it makes


@regle("statuts", "22", "25-2")
def appliquer(statuts: Statuts, hypothese: Hypothese) -> Statuts:
    """The statutes under the hypothesis, taken as free of faults (``controler_hypothese``)."""
    poids = poids_de(statuts, hypothese)
    changes = {
        "base_report": hypothese.base_report,
        "report_voix": hypothese.report_voix,
        "college_vide": hypothese.college_vide,
        "college_silencieux": hypothese.college_silencieux,
    }
    return replace(
        statuts,
        colleges=tuple(_college(statuts, hypothese, statuts.par_code[code], poids[code]) for code in poids),
        vote=replace(statuts.vote, **{cle: valeur for cle, valeur in changes.items() if valeur}),  # type: ignore[arg-type]
        regles={nom: _regle(une, hypothese) for nom, une in statuts.regles.items()},
    )


def _college(statuts: Statuts, hypothese: Hypothese, college: College, poids: Fraction) -> College:
    """A college with those that join it; too small, it goes where they would, never to itself."""
    venus = [c for c in statuts.colleges if hypothese.fusions.get(c.code) == college.code]
    vers = hypothese.rejoint(college.fusion_avec) if college.fusion_avec else None
    return replace(
        college,
        poids=poids,
        appartenances=(*college.appartenances, *(ligne for c in venus for ligne in c.appartenances)),
        fusion_avec=None if vers == college.code else vers,
    )


def _regle(une: Regle, hypothese: Hypothese) -> Regle:
    for majorite in hypothese.majorites:
        if majorite.regle in (TOUTES, une.nom):
            une = _changer(une, majorite)
    return une


def _changer(une: Regle, majorite: Majorite) -> Regle:
    """A rule whose lines all change alike, those that stand without colleges too."""
    return replace(
        une,
        premiere=_ligne(une.premiere, majorite),
        deuxieme=None if une.deuxieme is None else _ligne(une.deuxieme, majorite),
        sans_college=None if une.sans_college is None else _changer(une.sans_college, majorite),
    )


def _ligne(ligne: Ligne, majorite: Majorite) -> Ligne:
    """A line; a base that is said leaves no other reading of the text."""
    return replace(
        ligne,
        seuil=ligne.seuil if majorite.seuil is None else majorite.seuil,
        stricte=ligne.stricte if majorite.stricte is None else majorite.stricte,
        base=majorite.base or ligne.base,
        lectures=() if majorite.base else ligne.lectures,
    )
