"""The membership over a period, category by category: entries, exits, changes; what adds up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.core.dossier import ActeFaits, Dossier, composer
from scicvote.core.faits import Fiche, Mouvement, VersionStatuts
from scicvote.core.societariat import Evolution, Passage, Periode, exercice_de, periode_exercice
from tests.core.fabrique import fiche, mouvement, statuts_cliss
from tests.outils.cooperative import assemblee, convocation
from tests.outils.hasard import PROFIL

AN = Periode(date(2025, 1, 1), date(2025, 12, 31), 2025)
AVANT, DEDANS, FIN, APRES = date(2020, 1, 1), date(2025, 5, 2), date(2025, 12, 31), date(2026, 1, 1)


def evolution(*mouvements: Mouvement, periode: Periode = AN) -> Evolution:
    statuts = statuts_cliss()
    numeros = {n for m in mouvements for n in (m.associe, m.tiers) if n is not None}
    fiches = tuple(fiche(n, f"Nom{n}") for n in sorted(numeros))
    return Evolution(
        composer([ActeFaits(1, (VersionStatuts(statuts.date, ""), *fiches, *mouvements))], [statuts]), periode
    )


def ligne(e: Evolution, code: str) -> tuple[int, ...]:
    une = next(u for u in e.lignes if u.categorie == code)
    return une.ouverture, une.entrees, une.sorties, une.arrivees, une.departs, une.cloture


def reprise(n: int, jour: date = AVANT, parts: int = 5, categorie: str = "2") -> Mouvement:
    return mouvement(n, "reprise", parts, jour, categorie)


def test_l_exercice_et_ses_jours() -> None:
    assert periode_exercice(statuts_cliss(), 2025) == AN
    _, ag = assemblee(convocation(exercice=2024))
    assert exercice_de(statuts_cliss(), ag) == 2024
    _, sans = assemblee(convocation(exercice=None))
    assert exercice_de(statuts_cliss(), sans) == 2025
    assert exercice_de(statuts_cliss(cloture=(5, 31)), sans) == 2026  # closed twelve days before


def test_sans_mouvement() -> None:
    e = evolution(reprise(1))
    assert ligne(e, "2") == (1, 0, 0, 0, 0, 1)
    assert e.passages == ()
    assert e.sorties == ()
    assert [u.categorie for u in e.lignes] == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("nature", ["demission", "deces", "exclusion", "fin_contrat", "inactivite", "constat"])
def test_une_sortie_garde_ses_parts_et_son_motif(nature: str) -> None:
    e = evolution(reprise(1), reprise(2), mouvement(1, nature, 0, DEDANS))
    assert ligne(e, "2") == (2, 0, 1, 0, 0, 1)
    assert e.sorties == (Passage(1, DEDANS, "2", None, nature, 5),)


def test_les_bornes_sont_comprises() -> None:
    e = evolution(
        reprise(1, AN.debut), reprise(2, AN.fin), reprise(3, APRES), reprise(4), mouvement(4, "demission", 0, APRES)
    )
    assert ligne(e, "2") == (1, 2, 0, 0, 0, 3)


def test_un_changement_de_categorie_n_est_ni_une_entree_ni_une_sortie() -> None:
    e = evolution(reprise(1), mouvement(1, "changement_categorie", 0, DEDANS, "3"))
    assert ligne(e, "2") == (1, 0, 0, 0, 1, 0)
    assert ligne(e, "3") == (0, 0, 0, 1, 0, 1)
    assert e.sorties == ()


def test_qui_entre_et_sort_dans_l_annee() -> None:
    e = evolution(reprise(1, DEDANS), mouvement(1, "demission", 0, date(2025, 9, 1)))
    assert ligne(e, "2") == (0, 1, 1, 0, 0, 0)


def test_ce_qui_se_defait_le_meme_jour_ne_se_voit_pas() -> None:
    assert evolution(reprise(1, DEDANS), mouvement(1, "demission", 0, DEDANS)).passages == ()


def test_la_cession_de_toutes_ses_parts_fait_sortir() -> None:
    e = evolution(reprise(1), reprise(2), mouvement(1, "cession", 5, DEDANS, "", 2))
    assert ligne(e, "2") == (2, 0, 1, 0, 0, 1)
    assert e.sorties[0].motif == "cession"
    parts = next(u for u in e.lignes if u.categorie == "2")
    assert (parts.parts_ouverture, parts.parts_cloture) == (10, 10)


def test_une_cession_ancienne_avec_un_tiers_sans_autre_mouvement() -> None:
    e = evolution(
        reprise(1),
        reprise(2),
        mouvement(2, "cession", 1, date(2021, 1, 1), "", 1),
        mouvement(1, "demission", 0, DEDANS),
    )
    assert e.sorties[0].parts == 6


def test_une_categorie_que_les_statuts_ne_connaissent_pas() -> None:
    e = evolution(reprise(1, categorie="9"), mouvement(2, "souscription", 4, DEDANS))
    assert [u.categorie for u in e.lignes] == ["1", "2", "3", "4", "5", "6", "", "9"]
    assert ligne(e, "9") == (1, 0, 0, 0, 0, 1)
    assert sum(u.parts_cloture for u in e.lignes) == e.cloture.parts == 9


NATURES = [
    "reprise",
    "demission",
    "changement_categorie",
    "souscription",
    "liberation",
    "admission",
    "cession",
    "rectification",
]


@st.composite
def histoires(tirer: Any) -> Iterable[Mouvement]:
    suite = []
    for _ in range(tirer(st.integers(1, 14))):
        nature = tirer(st.sampled_from(NATURES))
        tiers = tirer(st.sampled_from([None, 1, 2, 3])) if nature == "cession" else None
        qui = tirer(st.integers(1, 4))
        jour = date(tirer(st.sampled_from([2024, 2025, 2025, 2026])), tirer(st.integers(1, 12)), 3)
        suite.append(
            mouvement(
                qui,
                nature,
                tirer(st.integers(0, 4)),
                jour,
                tirer(st.sampled_from(["", "1", "2", "3"])),
                tiers if tiers != qui else None,
            )
        )
    return suite


@PROFIL
@given(histoires())
def test_tout_s_additionne(suite: list[Mouvement]) -> None:
    e = evolution(*suite)
    for une in e.lignes:
        assert une.ouverture + une.entrees - une.sorties + une.arrivees - une.departs == une.cloture
    assert sum(u.cloture for u in e.lignes) == len(e.cloture.associes)
    assert sum(u.parts_cloture for u in e.lignes) == e.cloture.parts


def test_des_fiches_sans_mouvement_ne_comptent_pas() -> None:
    statuts = statuts_cliss()
    faits = (VersionStatuts(statuts.date, ""), Fiche(1, AVANT, "physique", "N", "P", "", "", "", "", ""))
    d: Dossier = composer([ActeFaits(1, faits)], [statuts])
    assert all(u.ouverture == u.cloture == 0 for u in Evolution(d, AN).lignes)
