"""Colleges: who belongs to which, and whether they sleep (statuts 22, 25-1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from scicvote.core.article import regle
from scicvote.core.faits import EtatColleges
from scicvote.core.francais import enumerer
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
    """The college of a category and kind of person: the first whose rule fits; the reason names all of them (``codes_de``).

    A college is not a category (statuts 22): categories 1 and 5 vote together, category 2 is split by kind of person.
    """
    nom, codes = _qui(statuts, categorie, personne), codes_de(statuts, categorie, personne)
    if not codes:
        return Classement(None, f"{nom}\u00a0: aucun collège des statuts ne la prend")
    article = statuts.article("colleges", defaut="statuts")
    mot = "collège" if len(codes) == 1 else "collèges"
    return Classement(statuts.par_code[codes[0]], f"{nom}\u00a0: {mot} {enumerer(codes)} ({article})")


def _qui(statuts: Statuts, categorie: str, personne: str) -> str:
    connue = statuts.categories_par_code.get(categorie)
    nom = f"catégorie {categorie} ({connue.nom})" if connue else f"catégorie {categorie}"
    return f"{nom}, {_KIND.get(personne, personne)}"


@regle("statuts", "22", "26")
@regle("loi 47-1775", "19 octies")
def codes_de(statuts: Statuts, categorie: str, personne: str) -> tuple[str, ...]:
    """The codes of the colleges in which a category and kind of person votes, in the order of the statutes.

    One, the first whose rule fits; every one whose rule fits where the statutes let a person vote in several. They do
    not say how: the interpretation is one voice in each, whatever the others. None where no college takes them.
    """
    codes = tuple(
        college.code
        for college in statuts.colleges
        if any(appartenance.accepte(categorie, personne) for appartenance in college.appartenances)
    )
    return codes if statuts.societariat.plusieurs_colleges else codes[:1]


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
