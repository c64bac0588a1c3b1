"""One reimbursement and the list of them: the turn, the two years, the five years of losses, the floor (statuts 8, 16, 17)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from scicvote.core.faits import Fait, Identite
from scicvote.core.papier import Papier, textes
from scicvote.core.papier_remboursements import etat_remboursements
from scicvote.core.remboursements import (
    Attente,
    attente,
    capital_d_ouverture,
    controler_remboursement,
    phrase_dette,
    phrase_plan,
    plan_du,
)
from scicvote.core.statuts import Capital, Statuts
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import assemblee, convocation, dossier, mouvement

CLISS = connus()["cliss-xxi"]
JOUR = date(2026, 6, 1)
LIBRE = replace(CLISS, capital=Capital(Fraction(20)))
ANCIEN, RECENT = mouvement(2, "demission", date(2024, 3, 10)), mouvement(7, "exclusion", date(2025, 9, 1))


def statuts(minimum: int) -> Statuts:
    return replace(CLISS, capital=Capital(Fraction(20), Fraction(minimum)))


def codes(associe: int, parts: int, *faits: Fait, jour: date = JOUR, sous: Statuts = LIBRE) -> list[tuple[str, bool]]:
    rembourse = mouvement(associe, "remboursement", jour, parts)
    issues = controler_remboursement(dossier(*faits, statuts=sous), rembourse)
    return [(i.code, i.bloquante) for i in issues]


def test_au_tour_de_l_ancien_rien_ne_s_oppose() -> None:
    assert codes(2, 10, ANCIEN, RECENT) == []


@pytest.mark.parametrize(("parts", "attendu"), [(0, True), (1, False), (10, False), (11, True)])
def test_au_moins_une_part_au_plus_ce_qui_est_du(parts: int, attendu: bool) -> None:
    assert codes(2, parts, ANCIEN) == ([("PARTS", True)] if attendu else [])


def test_rien_n_est_du_a_qui_n_est_pas_parti() -> None:
    (issue,) = controler_remboursement(dossier(), mouvement(2, "remboursement", JOUR, 1))
    assert issue.phrase == "À Bob Exemple, rien n’est dû ce jour-là."
    (trop,) = controler_remboursement(dossier(ANCIEN, statuts=LIBRE), mouvement(2, "remboursement", JOUR, 11))
    assert trop.phrase == "À Bob Exemple, 10\u00a0parts restent dues ce jour-là."


@pytest.mark.parametrize(("minimum", "refuse"), [(2199, False), (2200, False), (2201, True)])
def test_jamais_sous_le_plancher_du_capital(minimum: int, refuse: bool) -> None:
    attendu = [("CAPITAL_PLANCHER", True)] if refuse else []
    assert codes(2, 10, ANCIEN, sous=statuts(minimum)) == attendu
    if refuse:
        (issue,) = controler_remboursement(
            dossier(ANCIEN, statuts=statuts(minimum)), mouvement(2, "remboursement", JOUR, 10)
        )
        assert "au plus 9\u00a0parts ce jour-là" in issue.phrase
        assert issue.articles == ("statuts 8", "statuts 16-3")


def test_le_chiffre_d_ouverture_releve_le_plancher() -> None:
    ouverture = Identite(date(2020, 1, 1), "1 rue Inventée", "", "9000")
    d = dossier(ANCIEN, ouverture)
    assert capital_d_ouverture(d) == 9000
    assert capital_d_ouverture(dossier()) == 0
    plan = plan_du(d, JOUR)
    assert plan is not None
    assert plan.plancher == 3800  # a quarter of 9 000 is less than the least capital
    assert codes(2, 1, ANCIEN, ouverture, sous=CLISS) == [("CAPITAL_PLANCHER", True)]


def test_passer_avant_un_plus_ancien_est_un_avertissement() -> None:
    (ordre, delai) = codes(7, 1, ANCIEN, RECENT)
    assert ordre == ("REMBOURSEMENT_ORDRE", False)
    assert delai == ("REMBOURSEMENT_DELAI", False)


@pytest.mark.parametrize(
    ("jour", "tot"), [(date(2026, 3, 9), True), (date(2026, 3, 10), False), (date(2026, 3, 11), False)]
)
def test_deux_ans_apres_la_perte_les_parts_sont_exigibles(jour: date, tot: bool) -> None:
    assert codes(2, 1, ANCIEN, jour=jour) == ([("REMBOURSEMENT_DELAI", False)] if tot else [])


def test_le_delai_est_celui_des_parts_que_l_on_rembourse() -> None:
    """Left twice: the older debt is due, the younger one not yet."""
    deux = (
        mouvement(2, "demission", date(2021, 1, 5)),
        mouvement(2, "reprise", date(2022, 1, 5), 3, "1"),
        mouvement(2, "demission", date(2025, 1, 5)),
    )
    assert codes(2, 10, *deux) == []
    assert codes(2, 11, *deux) == [("REMBOURSEMENT_DELAI", False)]


def test_sans_valeur_d_une_part_seul_le_nombre_se_controle() -> None:
    muets = replace(CLISS, capital=Capital())
    assert codes(2, 50, ANCIEN, sous=muets) == []
    assert codes(2, 0, ANCIEN, sous=muets) == [("PARTS", True)]


def test_ce_qui_attend_et_pourquoi() -> None:
    d = dossier(ANCIEN, RECENT, statuts=statuts(2100))
    plan = plan_du(d, JOUR)
    assert plan is not None
    assert [attente(plan, dette) for dette in plan.dettes] == [Attente.EXIGIBLE, Attente.EN_PARTIE]
    serre = plan_du(dossier(ANCIEN, RECENT, statuts=statuts(2400)), JOUR)
    assert serre is not None
    assert {attente(serre, dette) for dette in serre.dettes} == {Attente.PLANCHER}
    libre = plan_du(dossier(RECENT, statuts=LIBRE), JOUR)
    assert libre is not None
    assert attente(libre, libre.dettes[0]) == Attente.PAS_EXIGIBLE
    sans_delai = plan_du(dossier(RECENT, statuts=replace(LIBRE, remboursement_annees=None)), JOUR)
    assert sans_delai is not None
    assert attente(sans_delai, sans_delai.dettes[0]) == Attente.EXIGIBLE


def test_la_phrase_d_une_dette_dit_ses_jours() -> None:
    d = dossier(ANCIEN, RECENT, statuts=LIBRE)
    plan = plan_du(d, JOUR)
    assert plan is not None
    assert phrase_dette(d, plan, plan.dettes[0]) == (
        "Bob Exemple\u00a0: 10\u00a0parts, 200\u00a0€ au plus, depuis le 10\u00a0mars\u00a02024 (démission), arrêté à la clôture du "
        "31\u00a0décembre\u00a02024, réduit des pertes jusqu’au 10\u00a0mars\u00a02029, exigible depuis le 10\u00a0mars\u00a02026."
    )
    assert phrase_dette(d, plan, plan.dettes[1]).endswith("exigible à partir du 1er\u00a0septembre\u00a02027.")
    muets = replace(LIBRE, remboursement_annees=None, pertes_annees=None)
    sans = plan_du(dossier(ANCIEN, statuts=muets), JOUR)
    assert sans is not None
    assert phrase_dette(d, sans, sans.dettes[0]).endswith("31\u00a0décembre\u00a02024.")


def test_la_phrase_du_tout() -> None:
    rien, libre, serre = (
        plan_du(dossier(*faits, statuts=sous), JOUR)
        for faits, sous in (((), LIBRE), ((ANCIEN,), LIBRE), ((ANCIEN, RECENT), statuts(2100)))
    )
    assert rien is not None
    assert libre is not None
    assert serre is not None
    assert phrase_plan(rien) == "Rien ne reste dû."
    assert phrase_plan(libre).endswith("tout peut être remboursé sans descendre sous 0\u00a0€ de capital.")
    assert phrase_plan(serre) == (
        "400\u00a0€ restent dus au plus\u00a0; 300\u00a0€ peuvent être remboursés sans descendre sous 2\u202f100\u00a0€ de capital, "
        "le reste attend 100\u00a0€ de souscriptions nouvelles."
    )


def lire(papier: Papier) -> str:
    return "\n".join(textes(papier))


def test_le_papier_dit_l_ordre_et_le_total() -> None:
    d, ag = assemblee(convocation(), ANCIEN, RECENT, statuts=LIBRE)
    dits = lire(etat_remboursements(d, ag, JOUR))
    assert "10/03/2024, démission" in dits
    assert "L’ordre est celui des pertes de qualité (statuts, art.\u00a08, 16-2, 16-3 et 17)." in dits
    assert dits.index("Bob Exemple") < dits.index("Gil Invente")
    assert "400\u00a0€" in dits
    vide, ag = assemblee(convocation(), statuts=replace(LIBRE, remboursement_annees=None, pertes_annees=None))
    assert "Rien ne reste dû." in lire(etat_remboursements(vide, ag, JOUR))
    sans, ag = assemblee(convocation(), ANCIEN, statuts=replace(CLISS, capital=Capital()))
    assert "ne disent pas la valeur" in lire(etat_remboursements(sans, ag, JOUR))
    muets, ag = assemblee(convocation(), ANCIEN, statuts=replace(LIBRE, remboursement_annees=None, pertes_annees=None))
    assert "–" in lire(etat_remboursements(muets, ag, JOUR))
