"""Statutes written by fields: what is set is what the file says, and rules that went together still do."""

from __future__ import annotations

from datetime import date

import pytest

from scicvote.exchange.ebauche_statuts import (
    Ebauche,
    cle_de,
    cloture_lisible,
    cloture_saisie,
    modele,
    modeles,
    nombre_saisi,
)
from scicvote.exchange.statuts import connus, noms_fournis, observations, statuts_de_texte, texte_fourni


@pytest.mark.parametrize(
    ("saisi", "ecrit"),
    [("40", "40"), ("12,5", "12.5"), (" 3 / 4 ", "3/4"), ("75 %", "75/100"), ("12,5\u202f%", "125/1000"), ("x", "x")],
)
def test_numbers_as_people_type_them(saisi: str, ecrit: str) -> None:
    assert nombre_saisi(saisi) == ecrit


@pytest.mark.parametrize(
    ("nom", "cle"),
    [("L’Établi commun", "l-etabli-commun"), ("Œuvre & Façon 2", "oeuvre-facon-2"), ("…", ""), ("Ｃafé", "cafe")],
)
def test_the_short_name(nom: str, cle: str) -> None:
    assert cle_de(nom) == cle


@pytest.mark.parametrize("forme", ["SA", "SARL", "SAS"])
def test_each_form_has_a_starting_point_that_lacks_its_head_alone(forme: str) -> None:
    assert forme in modeles()
    ebauche = Ebauche(modele(forme))
    assert {issue.chemin for issue in ebauche.lecture().issues} == {"cle", "denomination", "date"}
    for chemin, valeur in (("cle", "x"), ("denomination", "X"), ("date", date(2026, 1, 1))):
        ebauche.poser(chemin, valeur)
    statuts = ebauche.lecture().statuts
    assert statuts is not None
    assert statuts.forme == forme
    assert observations(ebauche.texte(), statuts) == ()
    assert {"admission", "exclusion", "scrutin_secret", "modification_poids"} <= set(statuts.regles)


@pytest.mark.parametrize("cle", noms_fournis())
def test_shipped_statutes_come_through_unchanged(cle: str) -> None:
    ebauche = Ebauche.de_texte(texte_fourni(cle))
    assert ebauche.lecture().statuts == connus()[cle]
    assert ebauche.texte().startswith("# Statuts de «\u00a0")
    for rang in range(len(connus()[cle].colleges)):
        ebauche.poser_membres(rang, ebauche.membres(rang))
    relu = ebauche.lecture().statuts
    assert relu is not None
    for avant, apres in zip(connus()[cle].colleges, relu.colleges, strict=True):
        for categorie in connus()[cle].categories:
            for personne in categorie.personnes:
                prend = any(a.accepte(categorie.code, personne) for a in avant.appartenances)
                assert prend == any(a.accepte(categorie.code, personne) for a in apres.appartenances)


def test_a_text_that_is_no_toml_gives_an_empty_draft() -> None:
    assert Ebauche.de_texte("[").table == {"format": "scicvote-statuts/1"}


def test_values_by_the_path_of_issues() -> None:
    ebauche = Ebauche()
    ebauche.poser("capital.minimum", "3800")
    assert ebauche.lire("capital.minimum") == "3800"
    assert ebauche.lire("colleges[0].poids") is None
    assert ebauche.lire("capital.minimum.x", "rien") == "rien"
    assert ebauche.ajouter("colleges", {"code": "A"}) == 0
    ebauche.poser("colleges[0].poids", "40")
    assert ebauche.table["colleges"] == [{"code": "A", "poids": "40"}]
    ebauche.poser("colleges[0].poids", "")
    ebauche.poser("capital.minimum", None)
    assert ebauche.table == {"format": "scicvote-statuts/1", "colleges": [{"code": "A"}]}


def test_rules_that_went_together_still_do() -> None:
    ebauche = Ebauche.de_texte(texte_fourni("cliss-xxi"))
    ebauche.poser("regles.exclusion.premiere.seuil", "4/5")
    for lettre in ("2", "2/", "2/3"):
        ebauche.poser_majorite("extraordinaire", "premiere", "seuil", lettre)
    ebauche.poser_majorite("election_gerance", "premiere", "seuil", "3/5")
    seuil = {nom: ebauche.lire(f"regles.{nom}.premiere.seuil") for nom in ebauche.table["regles"]}
    assert (seuil["extraordinaire"], seuil["modification_poids"], seuil["exclusion"]) == ("2/3", "2/3", "4/5")
    assert (seuil["ordinaire"], seuil["election_gerance"], seuil["revocation_gerance"]) == ("1/2", "3/5", "1/2")
    assert ebauche.lire("regles.extraordinaire.sans_college.premiere.seuil") == "2/3"
    assert ebauche.lire("regles.extraordinaire.deuxieme") is None


def test_a_second_consultation_comes_and_goes() -> None:
    ebauche = Ebauche.de_texte(texte_fourni("cliss-xxi"))
    ebauche.seconde("ordinaire", False)
    for chemin in ("ordinaire", "ordinaire.sans_college", "admission", "revocation_gerance"):
        assert ebauche.lire(f"regles.{chemin}.deuxieme") is None
    assert ebauche.lire("regles.election_gerance.deuxieme") is not None
    ebauche.seconde("ordinaire", True)
    assert ebauche.lire("regles.admission.deuxieme.base") == "exprimes"


def test_colleges_follow_their_categories() -> None:
    ebauche = Ebauche.de_texte(texte_fourni("cliss-xxi"))
    ebauche.renommer_categorie(0, "S")
    assert ebauche.table["colleges"][0]["regle"] == [{"categories": ["S", "5"]}]
    ebauche.retirer("categories", 1)
    ebauche.retirer("categories", 0)
    assert ebauche.table["colleges"][0]["regle"] == [{"categories": ["5"]}]
    assert ebauche.table["colleges"][2]["regle"] == [{"categories": ["4", "6"], "personnes": ["morale"]}]
    ebauche.retirer("categories", 2)
    assert ebauche.table["colleges"][0]["regle"] == []
    ebauche.retirer("colleges", 0)
    assert [college["code"] for college in ebauche.table["colleges"]] == ["PP", "PM"]
    ebauche.renommer_categorie(0, "")
    assert ebauche.lire("categories[0].code") is None


def test_who_belongs_in_as_few_lines_as_it_needs() -> None:
    ebauche = Ebauche.de_texte(texte_fourni("cliss-xxi"))
    ebauche.poser_membres(0, {("1", "physique"), ("2", "physique"), ("2", "morale"), ("9", "morale")})
    assert ebauche.table["colleges"][0]["regle"] == [
        {"categories": ["1"], "personnes": ["physique"]},
        {"categories": ["2"]},
    ]
    ebauche.poser_membres(0, set())
    assert "regle" not in ebauche.table["colleges"][0]
    assert ebauche.membres(0) == set()
    ebauche.table["colleges"][0]["regle"] = [{"personnes": ["morale"]}]
    assert ("4", "morale") in ebauche.membres(0)
    lecture = statuts_de_texte(ebauche.texte())
    assert {issue.code for issue in lecture.issues} == {"SANS_COLLEGE"}


def test_a_day_of_closing_as_people_type_it() -> None:
    assert [cloture_saisie(texte) for texte in ("31/12", " 30 / 6 ", "fin juin")] == ["12-31", "06-30", "fin juin"]
    assert [cloture_lisible(texte) for texte in ("12-31", "juin")] == ["31/12", "juin"]


def test_another_form_changes_what_was_not_touched() -> None:
    ebauche = Ebauche(modele("SARL"))
    ebauche.poser("delais.convocation_jours", 21)
    ebauche.changer_forme("SA")
    assert ebauche.lire("forme") == "SA"
    assert ebauche.table["regles"] == modele("SA")["regles"]
    assert ebauche.lire("quorum.ordinaire.premiere") == "1/5"
    assert ebauche.lire("delais.convocation_jours") == 21
    ebauche.changer_forme("SARL")
    assert "quorum" not in ebauche.table
    ebauche.changer_forme("GIE")
    ebauche.changer_forme("SA")
    assert ebauche.lire("forme") == "SA"
    assert ebauche.table["delais"]["convocation_jours"] == 21


def test_a_code_typed_key_by_key_does_not_take_another_categorys_college() -> None:
    ebauche = Ebauche.de_texte(texte_fourni("cliss-xxi"))
    for code in ("", "1", "12"):  # the sixth category, over the first one's code
        ebauche.renommer_categorie(5, code)
    assert ebauche.table["colleges"][0]["regle"] == [{"categories": ["1", "5"]}]
    assert ebauche.table["colleges"][1]["regle"][0]["categories"] == ["2", "3", "12"]
    neuve = ebauche.ajouter("categories", {})
    for code in ("1", "9"):
        ebauche.renommer_categorie(neuve, code)
    ebauche.renommer_categorie(0, "S")
    assert ebauche.table["colleges"][0]["regle"] == [{"categories": ["S", "5"]}]
