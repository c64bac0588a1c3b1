"""The register read as of any date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.core.faits import Mouvement
from scicvote.core.registre import LIBELLES, SORTIES, NatureMouvement, Registre
from tests.core.fabrique import fiche, mouvement, registre, reprise

J1, J2, J3, J4 = date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1), date(2024, 1, 1)


def un(*mouvements: object) -> Registre:
    return Registre((fiche(1, "Zéphyr", "Ada"),), tuple(mouvements))  # type: ignore[arg-type]


def test_every_nature_has_a_label() -> None:
    assert set(LIBELLES) == set(NatureMouvement)


def test_a_taken_over_associe() -> None:
    associe = registre((fiche(1, "Zéphyr", "Ada"), 5, "2")).au(J1).par_numero[1]
    assert (associe.parts, associe.liberees, associe.categorie, associe.est_associe) == (5, 5, "2", True)
    assert (associe.nom_complet, associe.nom_registre) == ("Ada Zéphyr", "Zéphyr Ada")


def test_quality_begins_when_parts_are_paid_after_admission() -> None:
    r = un(
        mouvement(1, "candidature", 0, J1, "2"),
        mouvement(1, "avis_college", 0, J1),
        mouvement(1, "admission", 0, J2),
        mouvement(1, "souscription", 3, J2),
        mouvement(1, "liberation", 3, J3),
    )
    assert not r.au(J2).par_numero[1].est_associe
    assert r.au(J2).par_numero[1].admission == J2
    assert r.au(J3).par_numero[1].entree == J3
    assert r.au(J2).parts == 3
    assert r.au(J3).associes[0].liberees == 3


def test_paid_before_the_admission_begins_at_the_admission() -> None:
    r = un(mouvement(1, "souscription", 3, J1), mouvement(1, "liberation", 3, J1), mouvement(1, "admission", 0, J2))
    assert r.au(J1).associes == ()
    assert r.au(J2).par_numero[1].entree == J2


@pytest.mark.parametrize("nature", sorted(SORTIES))
def test_lost_quality_cancels_parts(nature: str) -> None:
    r = un(reprise(1, 5, "2", J1), mouvement(1, nature, 0, J2), mouvement(1, "remboursement", 5, J3))
    parti = r.au(J3).par_numero[1]
    assert (parti.parts, parti.sortie, parti.motif_sortie, parti.est_associe) == (0, J2, nature, False)
    assert r.au(J1).associes[0].parts == 5
    assert r.au(J3).parts == 0


def test_coming_back_after_leaving() -> None:
    r = un(
        reprise(1, 5, "2", J1),
        mouvement(1, "demission", 0, J2),
        mouvement(1, "admission", 0, J3),
        mouvement(1, "souscription", 1, J3),
        mouvement(1, "liberation", 1, J4),
    )
    assert not r.au(J3).par_numero[1].est_associe
    revenu = r.au(J4).par_numero[1]
    assert (revenu.entree, revenu.sortie, revenu.motif_sortie, revenu.parts) == (J4, None, "", 1)


def test_taking_over_somebody_who_left() -> None:
    r = un(reprise(1, 5, "2", J1), mouvement(1, "demission", 0, J2), reprise(1, 2, "3", J3))
    revenu = r.au(J3).par_numero[1]
    assert (revenu.admission, revenu.entree, revenu.parts, revenu.categorie) == (J3, J3, 2, "3")


def test_paying_after_leaving_does_not_bring_back() -> None:
    r = un(reprise(1, 5, "2", J1), mouvement(1, "demission", 0, J2), mouvement(1, "liberation", 5, J3))
    assert not r.au(J3).par_numero[1].est_associe


def test_operation_and_category() -> None:
    r = un(reprise(1, 5, "2", J1), mouvement(1, "operation", 0, J2), mouvement(1, "changement_categorie", 0, J3, "5"))
    assert r.au(J1).par_numero[1].derniere_operation is None
    assert r.au(J2).par_numero[1].derniere_operation == J2
    assert (r.au(J2).par_numero[1].categorie, r.au(J3).par_numero[1].categorie) == ("2", "5")


def test_rectification_is_signed() -> None:
    r = un(reprise(1, 5, "2", J1), mouvement(1, "rectification", -2, J2))
    assert (r.au(J2).parts, r.au(J2).associes[0].liberees) == (3, 3)


def test_rectified_to_nothing_is_not_an_associe() -> None:
    r = un(reprise(1, 5, "2", J1), mouvement(1, "rectification", -5, J2), mouvement(1, "rectification", 4, J3))
    assert r.au(J2).associes == ()
    assert r.au(J2).par_numero[1].sortie is None
    assert r.au(J3).associes[0].entree == J3


def deux(*mouvements: object) -> Registre:
    return Registre((fiche(1), fiche(2)), (reprise(1, 5, "2", J1), *mouvements))  # type: ignore[arg-type]


def test_transfer_between_associes() -> None:
    r = deux(reprise(2, 1, "2", J1), mouvement(1, "cession", 2, J2, tiers=2))
    assert [(a.parts, a.liberees) for a in r.au(J2).associes] == [(3, 3), (3, 3)]
    assert r.au(J2).parts_par_categorie() == {"2": 6}
    assert [m.nature for m in r.mouvements_de(2)] == ["reprise", "cession"]
    assert r.parts_au_plus_haut == (6, J1)


def test_transfer_to_an_admitted_newcomer() -> None:
    r = deux(mouvement(2, "admission", 0, J1, "2"), mouvement(1, "cession", 2, J2, tiers=2))
    assert r.au(J2).par_numero[2].entree == J2


def test_transfer_without_a_known_receiver() -> None:
    assert deux(mouvement(1, "cession", 2, J2)).au(J2).parts == 3


def test_giving_all_parts_is_leaving() -> None:
    r = deux(reprise(2, 1, "2", J1), mouvement(1, "cession", 5, J2, tiers=2))
    parti = r.au(J2).par_numero[1]
    assert (parti.est_associe, parti.sortie, parti.motif_sortie) == (False, J2, "cession")
    assert r.au(J2).par_numero[2].parts == 6
    assert r.au(J1).par_numero[1].est_associe


def test_identity_of_each_day() -> None:
    r = Registre((fiche(1, "Vent", effet=J3), fiche(1, "Brise", effet=J2)), (reprise(1, 1, "2", J1),))
    assert [r.au(j).par_numero[1].fiche.nom for j in (J1, J2, J3)] == ["Brise", "Brise", "Vent"]


def test_later_fact_of_one_day_wins() -> None:
    r = Registre((fiche(1, "Brise", effet=J1), fiche(1, "Vent", effet=J1)), ())
    assert r.au(J1).par_numero[1].fiche.nom == "Vent"


def test_movements_are_read_by_day_not_by_entry() -> None:
    r = un(mouvement(1, "changement_categorie", 0, J3, "5"), reprise(1, 1, "2", J1))
    assert r.au(J4).par_numero[1].categorie == "5"
    assert [m.jour for m in r.chronologie] == [J1, J3]


def test_numbers_and_additions() -> None:
    vide = Registre()
    assert (vide.prochain_numero, vide.au(J1).personnes, vide.parts_au_plus_haut) == (1, (), (0, None))
    r = vide.avec([fiche(7)], [reprise(7, 2, "1", J1)])
    assert (r.prochain_numero, len(r.au(J1).associes), r.au(J1) is r.au(J1)) == (8, 1, True)


def test_highest_number_of_parts_at_the_end_of_a_day() -> None:
    r = deux(
        reprise(2, 9, "2", J2),
        mouvement(2, "demission", 0, J2),
        mouvement(1, "souscription", 3, J3),
        mouvement(1, "deces", 0, J4),
    )
    assert r.parts_au_plus_haut == (8, J3)


def test_paid_without_subscription_is_left_as_entered() -> None:
    r = un(mouvement(1, "admission", 0, J1, "2"), mouvement(1, "liberation", 1, J1), mouvement(1, "operation", 0, J2))
    assert r.au(J2).par_numero[1].entree == J1


ENTREES = st.lists(
    st.builds(
        lambda nature, qui, tiers, parts, jour, categorie: (nature, qui, tiers, parts, jour, categorie),
        st.sampled_from(sorted(NatureMouvement)),
        st.integers(1, 4),
        st.integers(1, 4),
        st.integers(0, 5),
        st.dates(J1, J4),
        st.sampled_from(["", "1", "2"]),
    ),
    max_size=14,
)


@given(ENTREES, st.dates(J1, J4))
def test_one_person_reads_as_in_the_whole_register(
    entrees: list[tuple[NatureMouvement, int, int, int, date, str]], jour: date
) -> None:
    mouvements = tuple(
        Mouvement(qui, quand, str(nature), parts, categorie, tiers if tiers != qui else None, None, "")
        for nature, qui, tiers, parts, quand, categorie in entrees
    )
    fiches = tuple(fiche(n, f"Nom{n}", "Ada") for n in range(1, 5))
    r = Registre((*fiches, replace(fiches[0], nom="Autre", effet=J3)), mouvements)
    entier = r.au(jour).par_numero
    assert {n: r.personne_au(n, jour) for n in range(1, 5)} == entier
    assert r.personne_au(9, jour) is None
    for n in range(1, 5):
        assert r.mouvements_de(n) == tuple(m for m in r.chronologie if n in (m.associe, m.tiers))
