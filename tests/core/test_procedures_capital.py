"""Conditions of the votes on the capital, on parts and on the end of the company: at the floor, just under, just over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from scicvote.core.capital_social import capital_au, capital_vote
from scicvote.core.condition import Condition
from scicvote.core.faits import CapitauxPropres, Fait, Identite, Resolution
from scicvote.core.ouverture import controler_conditions
from scicvote.core.procedures import checklist
from scicvote.core.textes_resolution import Sujet, modele
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import JOUR, assemblee, convocation, fiche, mouvement, resolution

CLISS = connus()["cliss-xxi"]
MUETS = replace(CLISS, capital=replace(CLISS.capital, valeur_part=None))
# the dozen holds 120 parts of 20 €: 2 400 €; with 180 more, 6 000 €
GROS = (fiche(30, "Léa", "Abondante"), mouvement(30, "reprise", date(2020, 1, 1), 180, "2"))


def conditions(r: Resolution, *faits: Fait, **options: Any) -> dict[str, Condition]:
    dossier, ag = assemblee(convocation(), r, *faits, statuts=options.get("statuts"))
    return {c.cle: c for c in checklist(dossier, ag, r)}


def etats(r: Resolution, *faits: Fait, **options: Any) -> dict[str, str]:
    return {cle: str(c.etat) for cle, c in conditions(r, *faits, **options).items()}


def reduction(euros: str) -> Resolution:
    return resolution(
        1, "extraordinaire", "reduction", texte=f"L’assemblée réduit le capital de 6\u202f000\u00a0€ à {euros}\u00a0€."
    )


def augmentation(euros: str) -> Resolution:
    return resolution(
        1,
        "extraordinaire",
        "augmentation",
        texte=f"L’assemblée porte le capital de 6\u202f000\u00a0€ à {euros}\u00a0€.",
    )


# --- amounts


@pytest.mark.parametrize(
    ("texte", "montant"),
    [
        ("de 8\u202f080\u00a0€ à 5\u202f000\u00a0€", Fraction(5000)),
        ("à 3800 euros", Fraction(3800)),
        ("à 3800,50 €", Fraction(7601, 2)),
        ("à 1 euro", Fraction(1)),
        ("à […]\u00a0€", None),
        ("à 5000 € ou à 6000 €", None),
        ("à 38 000 parts", None),
        ("", None),
    ],
)
def test_le_montant_vote_se_lit_s_il_est_dit_une_fois(texte: str, montant: Fraction | None) -> None:
    assert capital_vote(texte) == montant


def test_le_capital_et_son_plancher() -> None:
    dossier, _ = assemblee(convocation(), *GROS)
    vu = capital_au(dossier, JOUR)
    assert vu is not None
    assert (vu.montant, vu.plus_haut, vu.plancher) == (6000, 6000, 3800)
    haut, _ = assemblee(convocation(), *GROS, Identite(date(2020, 1, 1), "", "", "40000"))
    assert getattr(capital_au(haut, JOUR), "plancher", None) == 10_000
    plus_tard, _ = assemblee(convocation(), *GROS, mouvement(30, "souscription", date(2027, 1, 1), 1000))
    assert getattr(capital_au(plus_tard, JOUR), "plus_haut", None) == 6000
    muet, _ = assemblee(convocation(), statuts=MUETS)
    assert capital_au(muet, JOUR) is None


# --- capital


@pytest.mark.parametrize(
    ("euros", "etat"), [("3\u202f799,99", "manquante"), ("3\u202f800", "faite"), ("3\u202f801", "faite")]
)
def test_une_reduction_reste_au_dessus_du_minimum(euros: str, etat: str) -> None:
    lues = conditions(reduction(euros), *GROS)
    assert {c: str(x.etat) for c, x in lues.items()} == {"montant": "faite", "plancher": etat, "egalite": "a_verifier"}
    assert lues["plancher"].detail.startswith(
        "Plancher de 3\u202f800\u00a0€\u00a0; 6\u202f000\u00a0€ au plus haut\u00a0; "
    )
    assert not lues["plancher"].bloquante


@pytest.mark.parametrize(("euros", "etat"), [("3999,99", "manquante"), ("4000", "faite"), ("4000,01", "faite")])
def test_une_reduction_reste_au_quart_du_plus_haut(euros: str, etat: str) -> None:
    haut = Identite(date(2020, 1, 1), "", "", "16000")
    assert etats(reduction(euros), *GROS, haut)["plancher"] == etat


@pytest.mark.parametrize(("euros", "baisse", "hausse"), [("5999", "faite", "manquante"), ("6000", "manquante", "manquante"), ("6001", "manquante", "faite")])  # fmt: skip
def test_le_sens_du_montant_est_celui_du_vote(euros: str, baisse: str, hausse: str) -> None:
    assert etats(reduction(euros), *GROS)["montant"] == baisse
    assert etats(augmentation(euros), *GROS)["montant"] == hausse


def test_ce_qui_ne_se_lit_pas_est_a_verifier() -> None:
    assert etats(reduction("[…]"), *GROS) == dict.fromkeys(("montant", "plancher", "egalite"), "a_verifier")
    assert "Plancher de 3\u202f800\u00a0€" in conditions(reduction("[…]"), *GROS)["plancher"].detail
    assert etats(reduction("4000"), statuts=MUETS) == dict.fromkeys(("montant", "plancher", "egalite"), "a_verifier")


def test_une_augmentation_dit_son_nouveau_plancher_et_le_plafond_des_collectivites() -> None:
    lues = conditions(augmentation("20\u202f000"), *GROS)
    assert lues["plancher"].detail.endswith("20\u202f000\u00a0€ votés, plancher porté à 5\u202f000\u00a0€.")
    assert (lues["souscriptions"].etat, lues["plafond_4"].etat) == ("a_venir", "faite")
    assert lues["plafond_4"].detail == "10\u00a0parts sur 300 avant les souscriptions."


@pytest.mark.parametrize(("parts", "etat"), [(17, "faite"), (18, "manquante")])
def test_le_plafond_d_une_categorie_au_cinquieme_exact(parts: int, etat: str) -> None:
    # 10 parts of 120; with p more, (10 + p) of (120 + p): 27 of 137 is under a fifth, 28 of 138 over
    plus = mouvement(10, "souscription", date(2021, 1, 1), parts)
    assert etats(augmentation("9000"), plus)["plafond_4"] == etat
    partis = [mouvement(n, "demission", date(2021, 1, 1)) for n in range(1, 13)]
    assert "plafond_4" not in etats(augmentation("9000"), *partis)


# --- parts


def test_l_agrement_d_une_cession() -> None:
    r = resolution(1, objet="agrement", concerne=5)
    lues = conditions(r)
    assert {c: str(x.etat) for c, x in lues.items()} == {
        "categories": "a_verifier",
        "gerance": "a_verifier",
        "parts": "faite",
    }
    assert lues["parts"].detail == "10\u00a0parts ce jour-là."
    assert etats(r, mouvement(5, "demission", date(2026, 1, 1)))["parts"] == "manquante"
    assert conditions(replace(r, concerne=None))["parts"].detail == "Indiquer qui cède."


REMBOURSER = resolution(1, objet="remboursement", concerne=5)
PARTIE = mouvement(5, "demission", date(2025, 3, 1))


def test_un_remboursement_anticipe_dans_l_ordre_et_au_dessus_du_plancher() -> None:
    lues = conditions(REMBOURSER, *GROS, PARTIE)
    assert {c: str(x.etat) for c, x in lues.items()} == {
        "dette": "faite", "tour": "faite", "plancher": "faite", "delai": "faite", "pertes": "a_verifier",
    }  # fmt: skip
    assert lues["dette"].detail == "10\u00a0parts, 200\u00a0€ au plus, perte du 1er\u00a0mars\u00a02025."
    assert lues["plancher"].detail == "5\u202f800\u00a0€ après remboursement, plancher de 3\u202f800\u00a0€."
    assert lues["delai"].detail == "Exigible le 1er\u00a0mars\u00a02027\u00a0: l’assemblée peut décider plus tôt."
    assert lues["pertes"].detail == "Elles réduisent la somme, ou se reversent, jusqu’au 1er\u00a0mars\u00a02030."


@pytest.mark.parametrize(("perte", "delai", "pertes"), [
    (date(2024, 6, 12), "Exigible depuis le 12\u00a0juin\u00a02026.", "a_verifier"),
    (date(2024, 6, 13), "Exigible le 13\u00a0juin\u00a02026\u00a0: l’assemblée peut décider plus tôt.", "a_verifier"),
    (date(2021, 6, 12), "Exigible depuis le 12\u00a0juin\u00a02023.", "a_verifier"),
    (date(2021, 6, 11), "Exigible depuis le 11\u00a0juin\u00a02023.", "sans_objet"),
])  # fmt: skip
def test_les_deux_ans_et_les_cinq_ans(perte: date, delai: str, pertes: str) -> None:
    lues = conditions(REMBOURSER, *GROS, mouvement(5, "demission", perte))
    assert lues["delai"].detail == delai
    assert lues["pertes"].etat == pertes


def test_sans_delais_aux_statuts_il_n_y_en_a_pas_a_dire() -> None:
    muets = replace(CLISS, remboursement_annees=None, pertes_annees=None)
    assert set(etats(REMBOURSER, *GROS, PARTIE, statuts=muets)) == {"dette", "tour", "plancher"}


def test_une_perte_plus_ancienne_passe_avant() -> None:
    avant = mouvement(6, "demission", date(2024, 3, 1))
    lues = conditions(REMBOURSER, *GROS, avant, PARTIE)
    assert (lues["tour"].etat, lues["tour"].detail) == ("manquante", "1\u00a0personne à rembourser avant elle.")
    payee = mouvement(6, "remboursement", date(2026, 1, 1), 10)
    assert etats(REMBOURSER, *GROS, avant, PARTIE, payee)["tour"] == "faite"


@pytest.mark.parametrize(("plus", "etat"), [(79, "manquante"), (80, "faite"), (81, "faite")])
def test_le_plancher_tient_au_nombre_de_parts_pres(plus: int, etat: str) -> None:
    # 120 + p parts of 20 €, ten of them to reimburse: (110 + p) × 20 ≥ 3 800 from p = 80 on
    de_plus = (fiche(30, "Léa", "Abondante"), mouvement(30, "reprise", date(2020, 1, 1), plus, "2"))
    assert etats(REMBOURSER, *de_plus, PARTIE)["plancher"] == etat


def test_qui_est_encore_la_n_est_pas_rembourse() -> None:
    assert etats(REMBOURSER, *GROS) == {"dette": "manquante"}
    assert etats(REMBOURSER, PARTIE, statuts=MUETS) == {"dette": "manquante"}
    dossier, ag = assemblee(convocation(), REMBOURSER)
    (dite,) = controler_conditions(dossier, ag, REMBOURSER)
    assert not dite.bloquante
    assert "n’a pas quitté la coopérative" in dite.phrase


# --- the end


def test_une_dissolution_nomme_ses_liquidateurs() -> None:
    r = resolution(1, "extraordinaire", "dissolution")
    assert etats(r) == {"liquidateurs": "a_verifier", "boni": "a_verifier"}
    lues = conditions(r, CapitauxPropres(2025, "1199"))
    assert lues["moitie"].etat == "faite"
    assert "moitie" not in conditions(r, CapitauxPropres(2025, "1200"))


# --- texts


def texte(objet: str, *faits: Fait, **champs: Any) -> str:
    statuts = champs.pop("statuts", None)
    dossier, ag = assemblee(convocation(), *faits, statuts=statuts)
    return modele(Sujet(dossier, ag, **champs), objet).texte


def test_les_textes_disent_les_chiffres_connus() -> None:
    assert "de 6\u202f000\u00a0€ à […]\u00a0€" in texte("augmentation", *GROS)
    assert "de […] à […]\u00a0€" in texte("reduction", statuts=MUETS)
    assert "de 10\u00a0parts sociales d’Eva Fiction, soit 200\u00a0€ au plus" in texte(
        "remboursement", PARTIE, concerne=5
    )
    assert "des parts sociales d’Eva Fiction, soit […]\u00a0€ au plus" in texte("remboursement", concerne=5)
    assert "soit […]\u00a0€" in texte("remboursement", PARTIE, concerne=5, statuts=MUETS)
    assert "Personnes morales, […]\u00a0% et […], […]\u00a0%" in texte("nouveau_college")
    assert texte("nouveau_college", statuts=replace(CLISS, colleges=())).endswith(
        "droits de vote\u00a0: […], […]\u00a0%."
    )
    assert "cession par Eva Fiction de […] parts sociales à […]" in texte("agrement", concerne=5)
    assert "en qualité de liquidateur" in texte("dissolution")
