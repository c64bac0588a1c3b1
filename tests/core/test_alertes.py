"""The alerts, just below, at and just above each limit."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from scicvote.core.alertes import AVERTISSEMENT, FAUTE, OK, Alerte, alertes, categories_a_activite
from scicvote.core.registre import Registre
from scicvote.core.statuts import MORALE, Capital, Categorie, Societariat, Statuts, Vote
from tests.core.fabrique import fiche, mouvement, registre, reprise, statuts_cliss

JOUR = date(2026, 3, 1)


def examiner(r: Registre, statuts: Statuts | None = None, haut: int = 0, jour: date = JOUR) -> tuple[Alerte, ...]:
    return alertes(r.au(jour), r, statuts or statuts_cliss(), Fraction(haut))


def une(code: str, r: Registre, statuts: Statuts | None = None, haut: int = 0, jour: date = JOUR) -> Alerte:
    trouvees = [alerte for alerte in examiner(r, statuts, haut, jour) if alerte.code == code]
    assert len(trouvees) == 1
    return trouvees[0]


def sain(*autres: tuple[object, int, str]) -> Registre:
    return registre((fiche(1), 100, "1"), (fiche(2), 100, "2"), (fiche(3), 100, "3"), *autres)  # type: ignore[arg-type]


def test_a_sound_register_has_only_checks_that_hold() -> None:
    r = registre(*((fiche(i), 100, str(i)) for i in (1, 2, 3)))
    trouvees = examiner(r, statuts_cliss(inactivite_annees=20))
    assert {alerte.gravite for alerte in trouvees} == {OK}
    assert all(alerte.articles and alerte.detail.endswith(".") for alerte in trouvees)


def test_faults_come_first() -> None:
    gravites = [alerte.gravite for alerte in examiner(registre((fiche(2), 1, "2")))]
    assert gravites == sorted(gravites, key=(FAUTE, AVERTISSEMENT, OK).index)
    assert gravites[0] == FAUTE


@pytest.mark.parametrize(("presentes", "gravite"), [(2, FAUTE), (3, OK), (4, OK)])
def test_number_of_categories(presentes: int, gravite: str) -> None:
    r = registre(*((fiche(i), 100, code) for i, code in enumerate("1235"[:presentes], start=1)))
    alerte = une("CATEGORIES_MINIMUM", r)
    assert (alerte.gravite, alerte.mesure, alerte.limite, alerte.articles) == (gravite, presentes, 3, ("statuts 12",))


def test_mandatory_categories() -> None:
    trouvees = [a for a in examiner(registre((fiche(1), 1, "1"))) if a.code == "CATEGORIE_OBLIGATOIRE"]
    assert {(a.titre[-8:], a.gravite) for a in trouvees} == {("Salariés", OK), (" Usagers", FAUTE)}


@pytest.mark.parametrize(("publiques", "gravite"), [(74, OK), (75, OK), (76, FAUTE)])
def test_cap_of_public_bodies(publiques: int, gravite: str) -> None:
    r = sain((fiche(4, personne=MORALE), publiques, "4"))
    alerte = une("PLAFOND_CAPITAL", r)
    assert (alerte.gravite, alerte.mesure) == (gravite, Fraction(publiques, 300 + publiques))
    assert alerte.limite == Fraction(1, 5)
    assert "depuis 2014 la loi permet 50\u202f%" in alerte.detail
    assert ("1\u00a0part de trop" in alerte.detail) == (publiques == 76)
    assert alerte.articles == ("statuts 12", "loi 47-1775 19 septies")


def test_a_cap_of_half_needs_no_word_on_the_law() -> None:
    categories = (Categorie("4", "Collectivités", (MORALE,), plafond_capital=Fraction(1, 2)),)
    alerte = une("PLAFOND_CAPITAL", registre((fiche(1, personne=MORALE), 1, "4")), statuts_cliss(categories=categories))
    assert alerte.gravite == FAUTE
    assert "2014" not in alerte.detail


def test_no_capital_no_cap() -> None:
    assert not [a for a in examiner(Registre()) if a.code == "PLAFOND_CAPITAL"]


@pytest.mark.parametrize(("effectif", "gravite"), [(99, OK), (100, OK), (101, FAUTE)])
def test_at_most_a_hundred(effectif: int, gravite: str) -> None:
    r = registre(*((fiche(i), 2, "2") for i in range(1, effectif + 1)))
    alerte = une("MAXIMUM_ASSOCIES", r)
    assert (alerte.gravite, alerte.mesure, alerte.articles) == (gravite, effectif, ("C. com. L223-3",))


@pytest.mark.parametrize(("parts", "gravite", "manque"), [(189, FAUTE, True), (190, OK, False), (191, OK, False)])
def test_minimum_capital(parts: int, gravite: str, manque: bool) -> None:
    alerte = une("CAPITAL_MINIMUM", registre((fiche(1), parts, "1")))
    assert (alerte.gravite, alerte.mesure, alerte.limite) == (gravite, parts * 20, 3800)
    assert ("il manque 1\u00a0part" in alerte.detail) == manque


@pytest.mark.parametrize(("parts", "gravite"), [(249, FAUTE), (250, OK), (251, OK)])
def test_a_quarter_of_the_highest_capital_before_the_register(parts: int, gravite: str) -> None:
    alerte = une("CAPITAL_PLANCHER", registre((fiche(1), parts, "1")), haut=20_000)
    assert (alerte.gravite, alerte.limite, alerte.articles) == (gravite, 5000, ("statuts 8",))


def test_a_quarter_of_the_highest_capital_of_the_register() -> None:
    r = Registre(
        (fiche(1), fiche(2)),
        (reprise(1, 200, "1"), reprise(2, 1000, "2"), mouvement(2, "demission", 0, date(2025, 1, 1))),
    )
    assert une("CAPITAL_PLANCHER", r).limite == 6000
    assert une("CAPITAL_PLANCHER", r).gravite == FAUTE
    futur = r.avec((), [mouvement(1, "souscription", 9000, date(2027, 1, 1))])
    assert une("CAPITAL_PLANCHER", futur).limite == 6000


def test_unpaid_subscriptions() -> None:
    r = Registre((fiche(1, "Zéphyr", "Ada"),), (reprise(1, 5, "1"), mouvement(1, "souscription", 3)))
    alerte = une("PARTS_NON_LIBEREES", r)
    assert (alerte.gravite, alerte.mesure) == (AVERTISSEMENT, 3)
    assert alerte.detail == "3\u00a0parts souscrites à libérer\u00a0: Ada Zéphyr."


def test_natural_person_among_financeurs() -> None:
    alerte = une("PERSONNE_CONTESTEE", sain((fiche(4, "Zéphyr"), 1, "6")))
    assert (alerte.gravite, alerte.articles) == (AVERTISSEMENT, ("statuts 6", "statuts 12"))
    assert "Zéphyr" in alerte.detail
    assert une("PERSONNE_CONTESTEE", sain((fiche(4, personne=MORALE), 1, "6"))).gravite == OK
    muets = statuts_cliss(references={})
    assert not [a for a in examiner(sain(), muets) if a.code == "PERSONNE_CONTESTEE"]


def test_person_whom_the_category_does_not_take() -> None:
    alerte = une("PERSONNE_CATEGORIE", sain((fiche(4), 1, "4"), (fiche(5), 1, "9")))
    assert (alerte.gravite, alerte.mesure) == (FAUTE, 2)


@pytest.mark.parametrize(
    ("dernier", "gravite"),
    [(date(2024, 2, 29), AVERTISSEMENT), (date(2024, 3, 1), AVERTISSEMENT), (date(2024, 3, 2), OK)],
)
def test_two_years_without_operation(dernier: date, gravite: str) -> None:
    r = Registre((fiche(1),), (reprise(1, 1, "2"), mouvement(1, "operation", 0, dernier)))
    assert une("INACTIVITE", r).gravite == gravite
    assert une("INACTIVITE", Registre((fiche(1),), (reprise(1, 1, "2", dernier),))).gravite == gravite


def test_inactivity_on_29_february() -> None:
    jour = date(2024, 2, 29)
    for dernier, gravite in ((date(2022, 2, 28), AVERTISSEMENT), (date(2022, 3, 1), OK)):
        r = Registre((fiche(1),), (reprise(1, 1, "2", dernier),))
        assert une("INACTIVITE", r, jour=jour).gravite == gravite


def test_inactivity_concerns_usagers_and_benevoles() -> None:
    assert categories_a_activite(statuts_cliss()) == {"2", "5"}
    dites = statuts_cliss(references={"pertes.inactivite_annees.3": "statuts 14"})
    assert categories_a_activite(dites) == {"3"}
    autres = statuts_cliss(categories=(Categorie("A", "Habitants"), Categorie("B", "Artisans")))
    assert categories_a_activite(autres) == {"A", "B"}
    assert une("INACTIVITE", registre((fiche(1), 1, "1"))).gravite == OK


def test_many_names_are_shortened() -> None:
    fiches = tuple(fiche(i) for i in range(1, 9))
    entrees = tuple(reprise(i, 1, "2") for i in range(1, 9))
    suivi = Registre(fiches, (*entrees, mouvement(1, "operation", 0, date(2021, 5, 4))))
    assert "et 3\u00a0autres" in une("INACTIVITE", suivi).detail


def test_operations_that_nobody_records_name_nobody() -> None:
    detail = une("INACTIVITE", registre((fiche(1), 1, "2"))).detail
    assert "n’y est pas contrôlée" in detail
    assert "Fictif" not in detail


def test_person_whom_no_college_takes() -> None:
    r = sain((fiche(4, "Brume", personne=MORALE), 1, "3"))
    alerte = une("SANS_COLLEGE", r)
    assert (alerte.gravite, alerte.mesure) == (FAUTE, 1)
    jamais = statuts_cliss(vote=Vote(colleges="jamais"))
    assert not [a for a in examiner(r, jamais) if a.code == "SANS_COLLEGE"]


def test_statutes_without_limits_have_fewer_checks() -> None:
    nus = statuts_cliss(capital=Capital(), societariat=Societariat(), inactivite_annees=None, references={})
    codes = {alerte.code for alerte in examiner(sain(), nus)}
    assert codes == {
        "CATEGORIE_OBLIGATOIRE",
        "PLAFOND_CAPITAL",
        "PARTS_NON_LIBEREES",
        "PERSONNE_CATEGORIE",
        "SANS_COLLEGE",
    }


def test_without_references_the_law_is_cited() -> None:
    sans = statuts_cliss(references={})
    assert une("CAPITAL_MINIMUM", sain(), sans).articles == ("C. com. L231-5",)
    assert une("CATEGORIES_MINIMUM", sain(), sans).articles == ("loi 47-1775 19 septies",)
