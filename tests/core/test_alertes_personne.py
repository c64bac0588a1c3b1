"""The alerts of one person: theirs, and no one else's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scicvote.core.alertes_personne import alertes_personne
from scicvote.core.registre import Associe
from tests.core.fabrique import fiche, statuts_cliss

JOUR = date(2026, 6, 12)


def codes(associe: Associe) -> list[str]:
    return [alerte.code for alerte in alertes_personne(associe, JOUR, statuts_cliss())]


SALARIE = Associe(1, fiche(1), "1", 5, 5, date(2020, 1, 1))


def test_rien_a_dire() -> None:
    assert codes(SALARIE) == []


def test_ce_qui_manque_a_une_personne() -> None:
    assert codes(replace(SALARIE, liberees=2)) == ["PARTS_NON_LIBEREES"]
    assert codes(replace(SALARIE, categorie="2")) == ["INACTIVITE"]
    assert codes(replace(SALARIE, categorie="2", derniere_operation=date(2026, 1, 1))) == []
    assert codes(replace(SALARIE, categorie="4")) == ["PERSONNE_CATEGORIE", "SANS_COLLEGE"]
    assert codes(replace(SALARIE, categorie="6")) == ["PERSONNE_CONTESTEE"]


def test_qui_est_sorti_n_a_plus_d_alerte() -> None:
    assert codes(replace(SALARIE, categorie="4", entree=None, sortie=JOUR, parts=0, liberees=0)) == []
