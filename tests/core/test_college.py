"""Who votes in which college, and whether the colleges sleep."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from scicvote.core.college import (
    CONSTITUES,
    DEMANDES,
    DORMANTS,
    classements,
    classer,
    est_morale,
    etat_colleges,
    personne_admise,
)
from scicvote.core.faits import EtatColleges
from scicvote.core.statuts import Appartenance, College
from tests.core.fabrique import statuts_cliss


@pytest.mark.parametrize(
    ("categorie", "personne", "college"),
    [
        ("1", "physique", "SB"),
        ("5", "physique", "SB"),
        ("2", "physique", "PP"),
        ("3", "physique", "PP"),
        ("6", "physique", "PP"),
        ("2", "morale", "PM"),
        ("4", "morale", "PM"),
        ("6", "morale", "PM"),
        ("3", "morale", ""),
        ("9", "physique", ""),
    ],
)
def test_college_of_each_category_and_person(categorie: str, personne: str, college: str) -> None:
    assert classer(statuts_cliss(), categorie, personne).code == college


def test_the_reason_names_category_person_and_article() -> None:
    raison = classer(statuts_cliss(), "2", "physique").raison
    assert raison == "catégorie 2 (Usagers), personne physique\u00a0: collège PP (statuts 22)"
    assert (
        classer(statuts_cliss(), "9", "esprit").raison
        == "catégorie 9, esprit\u00a0: aucun collège des statuts ne la prend"
    )


def test_first_college_in_file_order_takes() -> None:
    tous = tuple(College(code, code, Fraction(50), (Appartenance(None),)) for code in "AB")
    assert classer(statuts_cliss(colleges=tous), "9", "morale").code == "A"


def test_all_admitted_pairs() -> None:
    pairs = classements(statuts_cliss())
    assert len(pairs) == 8
    assert all(classement.college for classement in pairs.values())


def test_kinds_admitted() -> None:
    statuts = statuts_cliss()
    assert personne_admise(statuts, "4", "morale")
    assert not personne_admise(statuts, "4", "physique")
    assert not personne_admise(statuts, "9", "physique")
    assert est_morale("morale")
    assert not est_morale("physique")


def test_state_of_the_colleges() -> None:
    demande = EtatColleges(date(2025, 1, 1), DEMANDES, 3, None)
    constitution = EtatColleges(date(2025, 6, 1), CONSTITUES, None, 4)
    sommeil = EtatColleges(date(2025, 6, 1), DORMANTS, None, 5)
    faits = [constitution, demande]
    assert etat_colleges(faits, date(2024, 12, 31)) is None
    assert etat_colleges(faits, date(2025, 1, 1)) == demande
    assert etat_colleges(faits, date(2025, 6, 1)) == constitution
    assert etat_colleges([*faits, sommeil], date(2026, 1, 1)) == sommeil
