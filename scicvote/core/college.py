"""Colleges: who belongs to which, and whether they sleep (statuts 22, 25-1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from scicvote.core.article import regle
from scicvote.core.faits import EtatColleges
from scicvote.core.statuts import MORALE, College, Statuts

DORMANTS: Final = "dormants"
DEMANDES: Final = "demandes"
CONSTITUES: Final = "constitues"

_KIND = {"physique": "personne physique", "morale": "personne morale"}


@dataclass(frozen=True, slots=True)
class Classement:
    """The college of a person (None: none takes them), and why, as a French sentence."""

    college: College | None
    raison: str

    @property
    def code(self) -> str:
        return self.college.code if self.college else ""


@regle("statuts", "22")
def classer(statuts: Statuts, categorie: str, personne: str) -> Classement:
    """The college of a category and kind of person: the first whose rule fits, in the order of the statutes.

    A college is not a category (statuts 22): categories 1 and 5 vote together, category 2 is split by kind of person.
    """
    connue = statuts.categories_par_code.get(categorie)
    nom = f"catégorie {categorie} ({connue.nom})" if connue else f"catégorie {categorie}"
    kind = _KIND.get(personne, personne)
    for college in statuts.colleges:
        if any(appartenance.accepte(categorie, personne) for appartenance in college.appartenances):
            article = statuts.article("colleges", defaut="statuts")
            return Classement(college, f"{nom}, {kind}\u00a0: collège {college.code} ({article})")
    return Classement(None, f"{nom}, {kind}\u00a0: aucun collège des statuts ne la prend")


@regle("statuts", "25-1")
def etat_colleges(faits: Iterable[EtatColleges], jour: date) -> EtatColleges | None:
    """The state of the colleges on ``jour``: the latest fact dated that day or before; None while they are dormant."""
    connus = [fait for fait in faits if fait.jour <= jour]
    return max(enumerate(connus), key=lambda paire: (paire[1].jour, paire[0]))[1] if connus else None


@regle("statuts", "22", "26")
def classements(statuts: Statuts) -> dict[tuple[str, str], Classement]:
    """The college of every category and kind of person that the statutes admit."""
    return {
        (categorie.code, personne): classer(statuts, categorie.code, personne)
        for categorie in statuts.categories
        for personne in categorie.personnes
    }


@regle("statuts", "6", "12")
def personne_admise(statuts: Statuts, categorie: str, personne: str) -> bool:
    """Whether the category takes this kind of person. Unknown categories take nobody."""
    connue = statuts.categories_par_code.get(categorie)
    return connue is not None and personne in connue.personnes


def articles_contestes(statuts: Statuts, categorie: str, personne: str) -> tuple[str, ...]:
    """The articles that disagree on a kind of person in a category, where the profile says that they do.

    The profile says it by a reference ``categories.<code>.<personne>`` (``statuts 6, statuts 12``).
    """
    reference = statuts.references.get(f"categories.{categorie}.{personne}", "")
    return tuple(article.strip() for article in reference.split(",") if article.strip())


def est_morale(personne: str) -> bool:
    """Whether the kind of person is a legal one."""
    return personne == MORALE
