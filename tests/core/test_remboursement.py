"""Parts of those who left: chronological order, two years, five years, the floor of the capital."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from scicvote.core.faits import Fait
from scicvote.core.remboursement import Plan, dettes_de, plan_remboursement, plancher_capital
from scicvote.core.statuts import Capital, Statuts
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import dossier, mouvement

CLISS = connus()["cliss-xxi"]  # parts of 20 euros, 3 800 euros at least, a quarter of the highest
JOUR = date(2026, 6, 1)
SANS_PLANCHER = replace(CLISS, capital=Capital(Fraction(20)))


def plan(*faits: Fait, statuts: Statuts = SANS_PLANCHER, jour: date = JOUR, plus_haut: int = 0) -> Plan:
    vu = plan_remboursement(dossier(*faits, statuts=statuts), jour, Fraction(plus_haut))
    assert vu is not None
    return vu


def test_personne_n_est_parti_rien_n_est_du() -> None:
    vu = plan()
    assert (vu.dettes, vu.du, vu.permis, vu.a_souscrire) == ((), 0, 0, 0)
    assert vu.capital == 12 * 10 * 20


def test_dans_l_ordre_des_pertes_et_non_des_saisies() -> None:
    vu = plan(mouvement(7, "exclusion", date(2025, 9, 1)), mouvement(2, "demission", date(2024, 3, 10)))
    assert [(d.associe, d.motif, d.dues) for d in vu.dettes] == [(2, "demission", 10), (7, "exclusion", 10)]
    assert vu.du == 400


def test_la_cloture_les_deux_ans_et_les_cinq_ans_se_comptent_de_la_perte() -> None:
    (dette,) = plan(mouvement(2, "demission", date(2024, 2, 29))).dettes
    assert dette.cloture == date(2024, 12, 31)
    assert (dette.exigible, dette.pertes_jusqu_au) == (date(2026, 2, 28), date(2029, 2, 28))
    en_juin = replace(SANS_PLANCHER, cloture=(6, 30), remboursement_annees=None, pertes_annees=None)
    (tardive,) = plan(mouvement(2, "demission", date(2024, 7, 1)), statuts=en_juin).dettes
    assert (tardive.cloture, tardive.exigible, tardive.pertes_jusqu_au) == (date(2025, 6, 30), None, None)


def test_ce_qui_est_rembourse_n_est_plus_du_et_ce_qui_vient_apres_ne_compte_pas_encore() -> None:
    parti = mouvement(2, "demission", date(2024, 3, 10))
    en_partie = plan(parti, mouvement(2, "remboursement", date(2026, 5, 1), 4))
    assert [(d.parts, d.remboursees, d.dues) for d in en_partie.dettes] == [(10, 4, 6)]
    assert plan(parti, mouvement(2, "remboursement", date(2026, 5, 1), 10)).dettes == ()
    assert plan(parti, jour=date(2024, 3, 9)).dettes == ()
    assert plan(parti, mouvement(2, "remboursement", date(2026, 7, 1), 10)).du == 200


def test_une_personne_partie_deux_fois_est_remboursee_de_la_premiere_d_abord() -> None:
    vu = plan(
        mouvement(2, "demission", date(2021, 1, 5)),
        mouvement(2, "reprise", date(2022, 1, 5), 3, "1"),
        mouvement(2, "demission", date(2023, 1, 5)),
        mouvement(2, "remboursement", date(2024, 1, 5), 11),
    )
    assert [(d.perte, d.parts, d.remboursees) for d in vu.dettes] == [(date(2023, 1, 5), 3, 1)]


def test_une_cession_ne_fait_naitre_aucune_dette() -> None:
    cession = mouvement(2, "cession", date(2024, 3, 10), 10, tiers=1)
    assert plan(cession).dettes == ()
    assert plan(cession, mouvement(2, "constat", date(2024, 3, 11))).dettes == ()


def test_le_plancher_est_atteint_juste_et_le_plus_recent_attend() -> None:
    partis = (mouvement(2, "demission", date(2024, 3, 10)), mouvement(7, "exclusion", date(2025, 9, 1)))
    for minimum, permises in ((2000, [10, 10]), (2001, [10, 9]), (2020, [10, 9]), (2300, [5, 0]), (2500, [0, 0])):
        statuts = replace(CLISS, capital=Capital(Fraction(20), Fraction(minimum)))
        vu = plan(*partis, statuts=statuts)
        assert [d.permises for d in vu.dettes] == permises, minimum
        assert vu.capital - vu.permis >= min(vu.capital, vu.plancher)
    assert (vu.permis, vu.a_souscrire) == (0, 400)


def test_le_quart_du_plus_haut_capital_l_emporte_s_il_est_plus_haut() -> None:
    assert plancher_capital(CLISS, Fraction(15_200)) == 3800
    assert plancher_capital(CLISS, Fraction(15_204)) == 3801
    assert plancher_capital(SANS_PLANCHER, Fraction(15_204)) == 0
    parti = mouvement(2, "demission", date(2024, 3, 10))
    relatif = replace(CLISS, capital=Capital(Fraction(20), None, Fraction(1, 4)))
    assert plan(parti, statuts=relatif).plancher == 600
    assert plan(parti, statuts=relatif, plus_haut=9000).plancher == 2250
    assert [d.permises for d in plan(parti, statuts=relatif, plus_haut=9000).dettes] == [7]


def test_sans_valeur_de_part_rien_ne_se_chiffre() -> None:
    assert plan_remboursement(dossier(statuts=replace(CLISS, capital=Capital())), JOUR) is None


def test_les_dettes_d_une_personne_sont_celles_du_plan() -> None:
    faits = (
        mouvement(5, "cession", date(2022, 1, 1), 3, tiers=2),
        mouvement(2, "demission", date(2023, 3, 10)),
        mouvement(2, "remboursement", date(2024, 1, 1), 4),
        mouvement(2, "reprise", date(2024, 2, 1), 6, "1"),
        mouvement(2, "exclusion", date(2025, 9, 1)),
        mouvement(5, "demission", date(2024, 3, 1)),
        mouvement(6, "demission", date(2024, 3, 1)),
        mouvement(6, "remboursement", date(2025, 3, 1), 10),
    )
    registre = dossier(*faits, statuts=SANS_PLANCHER).registre
    for qui, dues in ((2, [9, 6]), (5, [7]), (6, []), (7, [])):
        siennes = dettes_de(registre, SANS_PLANCHER, qui)
        assert [d.dues for d in siennes] == dues
        assert siennes == tuple(replace(d, permises=0) for d in plan(*faits).dettes if d.associe == qui)
