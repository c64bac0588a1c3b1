"""Small values for tests: the Cliss XXI statutes by hand, and fictional registers."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from scicvote.core.faits import Fiche, Mouvement
from scicvote.core.registre import Registre
from scicvote.core.statuts import (
    MORALE,
    PHYSIQUE,
    Appartenance,
    Capital,
    Categorie,
    College,
    Ligne,
    Regle,
    Societariat,
    Statuts,
)
from scicvote.core.tableau import LigneBrute, Table

JOUR = date(2026, 3, 1)
ENTETES = ("Nom", "Prénom", "Catégorie", "Nombre de parts", "Domicile", "Courriel")
REFERENCES = {
    "capital.minimum": "statuts 8",
    "capital.plancher_relatif": "statuts 8",
    "societariat.categories_minimum": "statuts 12",
    "categories.obligatoire": "statuts 12",
    "categories.4.plafond_capital": "statuts 12",
    "categories.6.physique": "statuts 6, statuts 12",
    "pertes.inactivite_annees": "statuts 14",
    "colleges": "statuts 22",
}


def categories() -> tuple[Categorie, ...]:
    return (
        Categorie("1", "Salariés", (PHYSIQUE,), obligatoire=True),
        Categorie("2", "Usagers", obligatoire=True),
        Categorie("3", "Membres soutiens", (PHYSIQUE,)),
        Categorie("4", "Collectivités publiques", (MORALE,), plafond_capital=Fraction(1, 5)),
        Categorie("5", "Bénévoles membres actifs", (PHYSIQUE,)),
        Categorie("6", "Financeurs"),
    )


def colleges() -> tuple[College, ...]:
    return (
        College("SB", "Salariés et bénévoles membres actifs", Fraction(40), (Appartenance(("1", "5")),)),
        College("PP", "Personnes physiques", Fraction(30), (Appartenance(("2", "3", "6"), (PHYSIQUE,)),)),
        College("PM", "Personnes morales", Fraction(30), (Appartenance(("2", "4", "6"), (MORALE,)),)),
    )


def statuts_cliss(**changements: object) -> Statuts:
    """The statutes of Cliss XXI, without the parser; ``changements`` replace whole fields."""
    valeurs: dict[str, object] = {
        "cle": "cliss-xxi",
        "denomination": "Cliss XXI",
        "forme": "SARL",
        "date": date(2012, 9, 29),
        "categories": categories(),
        "colleges": colleges(),
        "regles": {"ordinaire": Regle("ordinaire", ("statuts 24-1",), Ligne(Fraction(1, 2), True, "inscrits"))},
        "capital": Capital(Fraction(20), Fraction(3800), Fraction(1, 4)),
        "societariat": Societariat(3, 100),
        "inactivite_annees": 2,
        "references": dict(REFERENCES),
    }
    return Statuts(**{**valeurs, **changements})  # type: ignore[arg-type]


def fiche(numero: int, nom: str = "", prenom: str = "", personne: str = PHYSIQUE, **autres: object) -> Fiche:
    """An identity; ``nom`` defaults to a fictional one made of the number."""
    valeurs: dict[str, object] = {
        "effet": date(2020, 1, 1),
        "civilite": "",
        "domicile": "",
        "courriel": "",
        "representant": "",
        "qualite_representant": "",
    }
    return Fiche(
        associe=numero,
        nom=nom or f"Fictif{numero}",
        prenom=prenom,
        personne=personne,
        **{**valeurs, **autres},  # type: ignore[arg-type]
    )


def mouvement(
    numero: int,
    nature: str,
    parts: int = 0,
    jour: date = date(2020, 1, 1),
    categorie: str = "",
    tiers: int | None = None,
) -> Mouvement:
    return Mouvement(numero, jour, nature, parts, categorie, tiers, None, "")


def reprise(numero: int, parts: int, categorie: str, jour: date = date(2020, 1, 1)) -> Mouvement:
    return mouvement(numero, "reprise", parts, jour, categorie)


def registre(*personnes: tuple[Fiche, int, str]) -> Registre:
    """A register taken over: (identity, parts, category) each."""
    return Registre(
        tuple(fiche for fiche, _, _ in personnes),
        tuple(reprise(fiche.associe, parts, categorie) for fiche, parts, categorie in personnes),
    )


def table(*lignes: tuple[str, ...], entetes: tuple[str, ...] = ENTETES) -> Table:
    """A table whose headers are on row 1."""
    return Table("essai.csv", entetes, tuple(LigneBrute(i, ligne) for i, ligne in enumerate(lignes, start=2)))
