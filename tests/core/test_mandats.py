"""Mandates on a day (statuts 18-2)."""

from __future__ import annotations

from datetime import date

import pytest

from scicvote.core.dossier import ActeFaits, composer
from scicvote.core.faits import FinMandat, Mandat
from scicvote.core.mandats import A_VENIR, ECHU, EN_COURS, FINI, mandats

UN = Mandat(1, date(2025, 6, 13), date(2026, 6, 12), None)
DEUX = Mandat(2, date(2026, 1, 1), date(2026, 12, 31), 3)
DOSSIER = composer(
    [ActeFaits(1, (UN, DEUX, FinMandat(2, date(2026, 7, 1), "démission"), FinMandat(1, date(2030, 1, 1), "?")))], []
)


@pytest.mark.parametrize(
    ("jour", "etats"),
    [
        (date(2025, 1, 1), (A_VENIR, A_VENIR)),
        (date(2026, 6, 12), (EN_COURS, EN_COURS)),
        (date(2026, 6, 13), (EN_COURS, ECHU)),
        (date(2026, 7, 1), (FINI, ECHU)),
    ],
)
def test_a_mandate_on_a_day_the_latest_first(jour: date, etats: tuple[str, str]) -> None:
    suivis = mandats(DOSSIER, jour)
    assert [suivi.mandat for suivi in suivis] == [DEUX, UN]
    assert tuple(suivi.etat for suivi in suivis) == etats
    assert suivis[0].fin is not None
    assert suivis[1].fin is None
