"""Attendance: a proxy counts while its holder is there and its giver is not, and falls for good."""

from __future__ import annotations

import pytest

from scicvote.core.faits import Cloture, Fait, FinPouvoir
from scicvote.core.presence import Assistance, assister
from tests.outils.cooperative import arrivee, depart, heure, pouvoir

RETRAIT = FinPouvoir(1, 1, heure(19), "retiré par le mandant")


def vue(assistance: Assistance) -> tuple[set[int], set[int], list[str]]:
    return set(assistance.presents), set(assistance.representes), [chute.motif for chute in assistance.chutes]


@pytest.mark.parametrize(
    ("suite", "presents", "representes", "chutes"),
    [
        ([], set(), set(), []),
        ([arrivee(1)], {1}, set(), []),
        ([arrivee(1), Cloture(1, heure(20))], {1}, set(), []),
        ([arrivee(1), depart(1)], set(), set(), []),
        ([arrivee(1), depart(1), arrivee(1, 20)], {1}, set(), []),
        ([depart(1)], set(), set(), []),
        ([pouvoir(1, 2, 1)], set(), set(), []),  # the holder has not come yet
        ([pouvoir(1, 2, 1), arrivee(1)], {1}, {2}, []),
        ([arrivee(1), pouvoir(1, 2, 1)], {1}, {2}, []),
        ([arrivee(1), pouvoir(1, 2, 1), depart(1)], set(), set(), ["le mandataire est parti"]),
        ([arrivee(1), pouvoir(1, 2, 1), depart(1), arrivee(1, 20)], {1}, set(), ["le mandataire est parti"]),
        ([arrivee(1), pouvoir(1, 2, 1), arrivee(2)], {1, 2}, set(), ["le mandant est arrivé"]),
        ([arrivee(1), pouvoir(1, 2, 1), arrivee(2), depart(2)], {1}, set(), ["le mandant est arrivé"]),
        ([arrivee(1), pouvoir(1, 2, 1), RETRAIT], {1}, set(), ["retiré par le mandant"]),
        ([arrivee(1), pouvoir(1, 2, 1), RETRAIT, pouvoir(2, 2, 1)], {1}, {2}, ["retiré par le mandant"]),
        ([pouvoir(1, 2, None, conjoint="Max Conjoint")], set(), {2}, []),  # a spouse who is no associé signs as holder
        ([pouvoir(1, 2, None, conjoint="Max Conjoint"), arrivee(2)], {2}, set(), ["le mandant est arrivé"]),
        ([arrivee(1), pouvoir(1, 2, 1), pouvoir(2, 3, 1), depart(1)], set(), set(), ["le mandataire est parti"] * 2),
        ([arrivee(9)], {9}, set(), []),  # a representative makes a legal person present, not represented
    ],
)
def test_la_salle(suite: list[Fait], presents: set[int], representes: set[int], chutes: list[str]) -> None:
    assert vue(assister(suite)) == (presents, representes, chutes)


def test_les_voix_d_une_personne() -> None:
    assistance = assister([arrivee(1), pouvoir(1, 2, 1), pouvoir(2, 3, 1), pouvoir(3, 4, 5)])
    assert assistance.voix_de(1) == (1, 2, 3)
    assert assistance.voix_de(5) == ()


def test_la_premiere_arrivee_reste() -> None:
    assistance = assister([arrivee(1, 18), depart(1, 19), arrivee(1, 20)])
    assert assistance.vus[1].heure == heure(18)
    assert assistance.presents[1].heure == heure(20)


def test_une_chute_garde_son_heure() -> None:
    (chute,) = assister([arrivee(1), pouvoir(1, 2, 1), depart(1, 19, 30)]).chutes
    assert (chute.pouvoir.mandant, chute.heure) == (2, heure(19, 30))
