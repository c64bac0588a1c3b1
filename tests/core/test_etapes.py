"""The steps of a decision: every figure, on the right side of its threshold, with its article."""

from __future__ import annotations

import re
from typing import Any

import pytest

from scicvote.exchange.calcul import document_resultat, lire_document, texte_resultat
from tests.core.test_proprietes import cliss, statuts_en_ligne
from tests.outils.arbre import modifier

N, F = "\u00a0", "\u202f"


def etapes(document: dict[str, Any]) -> list[str]:
    calcul = lire_document(document).calcul
    assert calcul is not None
    lignes: list[str] = document_resultat(calcul)["resolutions"][0]["etapes"]
    return lignes


def texte(document: dict[str, Any]) -> str:
    calcul = lire_document(document).calcul
    assert calcul is not None
    return texte_resultat(calcul)


def tetes(pour: int, inscrits: int, seuil: str = "3/4", stricte: bool = False) -> dict[str, Any]:
    document = cliss({"*": (inscrits, inscrits)}, {"*": {"pour": pour, "contre": inscrits - pour}})
    document["statuts"] = modifier(statuts_en_ligne(), {
        "regles.ordinaire.premiere": {"seuil": seuil, "stricte": stricte, "base": "inscrits"},
        "regles.ordinaire.articles": ["statuts 24-3"]})  # fmt: skip
    return document


def test_soixante_quatorze_virgule_996_ne_s_arrondit_pas_a_75() -> None:
    (compte, verdict) = etapes(tetes(18749, 25000))
    assert (
        compte
        == f"Une voix par personne{N}: 25{F}000{N}présents ou représentés sur 25{F}000{N}; 18{F}749 pour, 6{F}251 contre (statuts, art. 24-3)."
    )
    assert f"Pour{N}: 74,996{F}% de tous les associés" in verdict
    assert f"il faut au moins 75{F}% de tous les associés{N}: rejetée" in verdict


def test_soixante_quinze_exactement() -> None:
    assert (
        f"Pour{N}: 75,00{F}% de tous les associés{N}; il faut au moins 75{F}% de tous les associés{N}: adoptée"
        in etapes(tetes(3, 4))[-1]
    )


def test_deux_tiers_exactement_se_disent() -> None:
    verdict = etapes(tetes(2, 3, "2/3"))[-1]
    assert "66,67" in verdict
    assert "exactement 2/3" in verdict
    assert "exactement" not in etapes(tetes(1, 2, "1/2"))[-1]  # two decimals say it already
    assert "exactement" not in etapes(tetes(67, 100, "2/3"))[-1]


def test_par_college_chaque_pas() -> None:
    lignes = etapes(
        cliss(
            {"SB": (10, 5), "PP": (3, 3), "PM": (2, 1)},
            {"SB": {"pour": 3, "contre": 1, "abstention": 1}, "PP": {"pour": 3}},
        )
    )
    assert lignes[0] == (
        f"Collège PM{N}: personne n’y a voté, il est silencieux{N}; son poids n’est porté par personne et reste dans la base de "
        "toutes les voix (statuts, art. 22)."
    )
    assert "24,00 points pour, 8,00 contre, 8,00 en abstention (statuts, art. 22)." in lignes[1]
    assert "30,00 points pour" in lignes[2]
    assert "54,00 points pour, 8,00 contre, 8,00 en abstention, 0,00 non votants, 30,00 perdus" in lignes[3]
    assert (
        f"Pour{N}: 54,00{F}% de toutes les voix{N}; il faut plus de 50{F}% de toutes les voix{N}: adoptée" in lignes[4]
    )
    assert lignes[5].startswith("Interprétation")
    assert [ligne.split(",")[0] for ligne in lignes[6:]] == ["Autre lecture"] * 3
    assert "elle serait rejetée" in lignes[8]  # with the absent weighing inside their college
    assert "même décision" in lignes[6]


@pytest.mark.parametrize(
    ("sort", "mots"),
    [("perdu", "n’est porté par personne"), ("exclu", "quitte la base"), ("abstention", "compte en abstention"),
     ("egal", "réparti également"), ("prorata", "au prorata")],
)  # fmt: skip
@pytest.mark.parametrize("cle", ["college_vide", "college_silencieux"])
def test_le_sort_d_un_college_absent(cle: str, sort: str, mots: str) -> None:
    effectif = 0 if cle == "college_vide" else 3
    document = cliss({"SB": (5, 5), "PP": (3, 3), "PM": (effectif, effectif)}, {"SB": {"pour": 3}, "PP": {"pour": 3}})
    document["statuts"] = modifier(statuts_en_ligne(), {f"vote.{cle}": sort})
    assert mots in etapes(document)[0]
    assert ("vide" if effectif == 0 else "silencieux") in etapes(document)[0]
    assert "(loi 47-1775, art. 19 octies)" in etapes(document)[0]


def test_une_fusion_se_dit() -> None:
    document = cliss(
        {"SB": (5, 5), "PP": (3, 3), "PM": (1, 1)}, {"SB": {"pour": 3}, "PP": {"pour": 3}, "PM": {"pour": 1}}
    )
    document["statuts"] = modifier(statuts_en_ligne(), {"vote.effectif_minimal": 2, "colleges[2].fusion_avec": "PP"})
    assert etapes(document)[0] == f"Moins de 2{N}membres{N}: PM vote avec PP (loi 47-1775, art. 19 octies)."


def test_un_college_sans_majorite_va_en_abstention() -> None:
    document = cliss(
        {"SB": (4, 4), "PP": (3, 3), "PM": (3, 3)},
        {"SB": {"pour": 2, "contre": 2}, "PP": {"pour": 3}, "PM": {"contre": 3}},
    )
    document["statuts"] = modifier(statuts_en_ligne(), {"vote.report": "majoritaire"})
    assert "aucun côté ne l’emporte, le poids compte en abstention" in etapes(document)[0]
    document["statuts"] = modifier(
        document["statuts"], {"vote.report": "proportionnel", "vote.base_report": "inscrits"}
    )
    document["corps"]["SB"]["inscrits"] = 8
    assert "20,00 non votants" in etapes(document)[0]


@pytest.mark.parametrize("base", ["associes", "voix", "chaque_college"])
@pytest.mark.parametrize(("part", "mot"), [("1/2", "atteint"), ("1", "non atteint")])
def test_le_quorum_se_dit(base: str, part: str, mot: str) -> None:
    corps = {"SB": (4, 3), "PP": (4, 3), "PM": (4, 3)}
    document = cliss(corps, {key: {"pour": 3} for key in corps})
    document["statuts"] = modifier(statuts_en_ligne(), {"quorum": {"ordinaire": {"premiere": part, "base": base}}})
    (ligne,) = (ligne for ligne in etapes(document) if ligne.startswith("Quorum"))
    assert f"75,00{F}%" in ligne
    assert f", {mot} (" in ligne
    assert ("sans quorum" in etapes(document)[-1]) == (mot == "non atteint")


def election(par_college: bool, tour: int = 1, tour2: str = "meme", sieges: int = 1, **voix: int) -> dict[str, Any]:
    corps = {"SB": (4, 4), "PP": (4, 4), "PM": (4, 4)} if par_college else {"*": (4, 4)}
    document = cliss(corps, {key: {"votants": 4, "candidats": voix} for key in corps})
    document["resolutions"][0] |= {"sieges": sieges, "tour": tour}
    document["statuts"] = modifier(statuts_en_ligne(), {"regles.ordinaire.tour2": tour2})
    return document


def test_une_election_se_raconte() -> None:
    elue = texte(election(True, Alix=3, Zoe=1))
    assert elue.startswith(f"Résolution 1{N}: ÉLECTION ACQUISE\n")
    assert "Alix 30,00, Zoe 10,00 points" in elue
    assert f"Alix{N}: 75,00 points, 75,00{F}%" in elue
    assert re.search("élu,? Alix", elue)
    assert f"Tour 1{N}: tous les sièges sont pourvus" in elue
    tetes_ = texte(election(False, Alix=2, Zoe=2))
    assert tetes_.startswith(f"Résolution 1{N}: SECOND TOUR\n")
    assert "Alix" in tetes_
    assert f"Alix{N}: 2 voix, 50,00{F}%" in tetes_
    barre = texte(election(False, 2, "relative", 1, Alix=2, Zoe=2))
    assert barre.startswith(f"Résolution 1{N}: BALLOTTAGE\n")
    assert "au second tour, les mieux placés sont élus" in barre
    assert f"Égalité pour le dernier siège{N}: aucun des candidats à égalité n’est élu" in barre
    assert "Alix" in texte(election(False, 2, "relative", 2, Alix=2, Zoe=2))
    assert "aucun candidat" in texte(election(True))


def test_les_titres_des_resolutions() -> None:
    assert texte(cliss({"*": (4, 4)}, {"*": {"pour": 3}})).startswith(
        f"Résolution 1{N}: ADOPTÉE\n  1. Une voix par personne"
    )
    assert texte(cliss({"*": (4, 4)}, {"*": {}})).startswith(f"Résolution 1{N}: REJETÉE\n")


def test_une_regle_sans_article_cite_les_statuts() -> None:
    document = tetes(3, 4)
    del document["statuts"]["regles"]["ordinaire"]["articles"]
    assert all(ligne.endswith("(statuts).") for ligne in etapes(document))
    calcul = lire_document(document).calcul
    assert calcul is not None
    assert document_resultat(calcul)["resolutions"][0]["articles"] == ["statuts"]
