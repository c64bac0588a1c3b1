"""Hypotheses on the statutes: what they change, what they leave, and what cannot be."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from scicvote.core.hypothese import TOUTES, Hypothese, Majorite, appliquer, controler_hypothese, poids_de
from scicvote.core.statuts import Statuts
from scicvote.exchange.statuts import connus

CLISS = connus()["cliss-xxi"]
TROIS_QUARTS = Fraction(3, 4)


def poids(**valeurs: int | str) -> dict[str, Fraction]:
    return {code: Fraction(valeur) for code, valeur in valeurs.items()}


def codes(hypothese: Hypothese, statuts: Statuts = CLISS) -> list[tuple[str, str, bool]]:
    return [(i.code, i.chemin, i.bloquante) for i in controler_hypothese(statuts, hypothese)]


def test_a_hypothesis_that_says_nothing_changes_nothing() -> None:
    rien = Hypothese("Rien")
    assert codes(rien) == []
    assert appliquer(CLISS, rien) == CLISS


def test_other_weights_and_nothing_else() -> None:
    hypothese = Hypothese("H", poids(SB=45, PM=25))
    assert codes(hypothese) == []
    autres = appliquer(CLISS, hypothese)
    assert {c.code: c.poids for c in autres.colleges} == poids(SB=45, PP=30, PM=25)
    assert replace(autres, colleges=CLISS.colleges) == CLISS


def test_a_merged_college_brings_its_weight_and_its_members() -> None:
    fondus = Hypothese("H", fusions={"PP": "PM"})
    assert poids_de(CLISS, fondus) == poids(SB=40, PM=60)
    assert codes(fondus) == [("POIDS_BORNES", "poids.PM", True), ("COLLEGES_MINIMUM", "fusions", False)]
    juste = Hypothese("H", poids(SB=50, PM=50), {"PP": "PM"})
    assert codes(juste) == [("COLLEGES_MINIMUM", "fusions", False)]
    sb, pm = appliquer(CLISS, juste).colleges
    assert (sb.poids, pm.code, pm.poids) == (50, "PM", 50)
    assert pm.appartenances == (*CLISS.par_code["PM"].appartenances, *CLISS.par_code["PP"].appartenances)


def test_a_college_too_small_goes_where_the_other_went() -> None:
    sb, pp, pm = CLISS.colleges
    statuts = replace(CLISS, colleges=(replace(sb, fusion_avec="PP"), pp, replace(pm, fusion_avec="PP")))
    sb, pm = appliquer(statuts, Hypothese("H", fusions={"PP": "PM"})).colleges
    assert (sb.fusion_avec, pm.fusion_avec) == ("PM", None)


@pytest.mark.parametrize(
    ("hypothese", "fautes"),
    [
        (Hypothese("H", poids(SB=45)), [("POIDS_TOTAL", "poids", True)]),
        (Hypothese("H", poids(SB=60, PP=35, PM=5)), [("POIDS_BORNES", "poids.SB", True), ("POIDS_BORNES", "poids.PM", True)]),
        (Hypothese("H", poids(SB="100/3", PP="100/3", PM="100/3")), []),
        (Hypothese("H", poids(ZZ=10)), [("COLLEGE_INCONNU", "poids.ZZ", True)]),
        (Hypothese("H", fusions={"PP": "ZZ"}), [("COLLEGE_INCONNU", "poids.ZZ", True)]),
        (Hypothese("H", fusions={"PP": "PP"}), [("FUSION", "fusions.PP", True)]),
        (Hypothese("H", fusions={"PP": "PM", "PM": "SB"}), [("FUSION", "fusions.PP", True)]),
        (Hypothese("H", majorites=(Majorite("autre"),)), [("REGLE_INCONNUE", "regle", True)]),
        (Hypothese("H", majorites=(Majorite(seuil=Fraction(0)), Majorite(seuil=Fraction(2)))), [("SEUIL", "seuil", True)] * 2),
        (Hypothese("H", poids(SB=45), par_tete=True), []),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_at_once(hypothese: Hypothese, fautes: list[tuple[str, str, bool]]) -> None:
    assert codes(hypothese) == fautes
    assert all(issue.articles and issue.phrase.endswith(".") for issue in controler_hypothese(CLISS, hypothese))


def test_statutes_without_college_have_no_weight() -> None:
    assert codes(Hypothese("H"), replace(CLISS, colleges=())) == []


def test_each_sort_and_carry_over_can_be_another() -> None:
    hypothese = Hypothese(
        "H", base_report="inscrits", report_voix="majoritaire", college_vide="exclu", college_silencieux="prorata"
    )
    vote = appliquer(CLISS, hypothese).vote
    assert (vote.base_report, vote.report_voix) == ("inscrits", "majoritaire")
    assert (vote.college_vide, vote.college_silencieux) == ("exclu", "prorata")
    assert vote.plafond == CLISS.vote.plafond


def test_a_majority_changes_on_all_its_lines_and_the_others_stay() -> None:
    hypothese = Hypothese("H", majorites=(Majorite("ordinaire", Fraction(2, 3), False),))
    regles = appliquer(CLISS, hypothese).regles
    une, sans = regles["ordinaire"], regles["ordinaire"].sans_college
    assert une.deuxieme is not None
    assert sans is not None
    for ligne in (une.premiere, une.deuxieme, sans.premiere):
        assert (ligne.seuil, ligne.stricte) == (Fraction(2, 3), False)
    assert une.premiere.base == CLISS.regles["ordinaire"].premiere.base
    assert une.premiere.lectures == CLISS.regles["ordinaire"].premiere.lectures
    assert {n: r for n, r in regles.items() if n != "ordinaire"} == {n: r for n, r in CLISS.regles.items() if n != "ordinaire"}  # fmt: skip


def test_a_base_that_is_said_leaves_no_other_reading() -> None:
    regles = appliquer(CLISS, Hypothese("H", majorites=(Majorite(TOUTES, base="exprimes"),))).regles
    for une in regles.values():
        assert (une.premiere.base, une.premiere.lectures) == ("exprimes", ())
    assert regles["extraordinaire"].premiere.seuil == TROIS_QUARTS
    assert regles["extraordinaire"].deuxieme is None
