"""Days and hours as people type them."""

from __future__ import annotations

from datetime import date, time

import pytest

from scicvote.core.saisie_moment import lire_heure, lire_jour

REFERENCE = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("saisie", "jour"),
    [
        ("12/6", date(2026, 6, 12)),
        ("12.06.26", date(2026, 6, 12)),
        ("12-6-2027", date(2027, 6, 12)),
        (" 12 juin ", date(2026, 6, 12)),
        ("vendredi 12 juin 2026", date(2026, 6, 12)),
        ("1er mai", date(2026, 5, 1)),
        ("1er août 27", date(2027, 8, 1)),
        ("3 févr. 2025", date(2025, 2, 3)),
        ("2026-06-12", date(2026, 6, 12)),
        ("29/2/2028", date(2028, 2, 29)),
        ("demain", date(2026, 6, 11)),
        ("Hier", date(2026, 6, 9)),
        ("aujourd’hui", REFERENCE),
    ],
)
def test_days_that_are_understood(saisie: str, jour: date) -> None:
    assert lire_jour(saisie, REFERENCE) == jour


@pytest.mark.parametrize("saisie", ["", "juin", "31/6", "29/2/2026", "12/13", "12 juin 1", "bientôt", "12 brumaire"])
def test_what_is_not_a_day(saisie: str) -> None:
    assert lire_jour(saisie, REFERENCE) is None


@pytest.mark.parametrize(
    ("saisie", "heure"),
    [
        ("18h30", time(18, 30)),
        ("18 h 30", time(18, 30)),
        ("18:30", time(18, 30)),
        ("1830", time(18, 30)),
        ("930", time(9, 30)),
        ("9", time(9)),
        ("9h", time(9)),
        ("9 heures", time(9)),
        ("0:05", time(0, 5)),
        ("24h", None),
        ("18h60", None),
        ("", None),
        ("midi", None),
    ],
)
def test_hours(saisie: str, heure: time | None) -> None:
    assert lire_heure(saisie) == heure
