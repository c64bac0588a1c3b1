"""Statutes in words: every value, where it comes from, and what a new version changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from scicvote.core.statuts import Appartenance, Capital, College, Constitution, Delais, Ligne, Regle, Statuts
from scicvote.core.statuts_clairs import LECTURE, LOI, SILENCE, STATUTS, LigneClaire, sections
from scicvote.core.statuts_majorites import Ecart, ecarts, majorites
from scicvote.exchange.statuts import cles_ecrites, connus, lectures, statuts_de_texte, texte_fourni

CLISS = connus()["cliss-xxi"]
OURSE = connus()["la-grande-ourse"]
SENTIERS = connus()["les-sentiers-communs"]
NU = Statuts(
    "nue", "Nue", "SAS", date(2026, 1, 1), (), (), {"ordinaire": Regle("ordinaire", (), Ligne(Fraction(1), False, "inscrits"))}
)  # fmt: skip


def lignes(statuts: Statuts, cle: str | None = None) -> dict[str, LigneClaire]:
    ecrites = cles_ecrites(texte_fourni(cle)) if cle else None
    toutes = [ligne for section in sections(statuts, ecrites, lectures().get(cle or "")) for ligne in section.lignes]
    assert len({ligne.cle for ligne in toutes}) == len(toutes)
    return {ligne.cle: ligne for ligne in toutes}


def test_a_value_that_the_statutes_hold_has_its_article() -> None:
    lues = lignes(CLISS, "cliss-xxi")
    assert lues["capital.minimum"] == LigneClaire(
        "capital.minimum", "Capital minimum", "3\u202f800\u00a0€", ("statuts 8",), STATUTS
    )
    assert lues["exercice.cloture"].valeur == "31 décembre"
    assert lues["categories.4"].valeur == "personnes morales, au plus 20\u202f% du capital"
    assert lues["colleges.PP"].valeur == (
        "30\u202f% des voix\u00a0: Usagers, Membres soutiens et Financeurs (personnes physiques)"
    )
    assert lues["delais.convocation_jours"].articles == ("statuts 21-2",)
    assert lues["scrutin.secret"].valeur == "élection de la gérance"


def test_an_interpretation_says_that_it_is_one_and_why() -> None:
    lue = lignes(CLISS, "cliss-xxi")["vote.college_silencieux"]
    assert lue.origine == LECTURE
    assert lue.note.startswith("Lecture prudente de l’art. 24-3")


def test_every_reason_names_a_line_that_is_shown() -> None:
    for cle, raisons in lectures().items():
        assert set(raisons) <= set(lignes(connus()[cle]))


def test_where_statutes_are_silent_the_law_is_named_or_nobody() -> None:
    vides = {ligne.cle: ligne for section in sections(replace(NU, forme="SARL"), ()) for ligne in section.lignes}
    assert (vides["delais.convocation_jours"].origine, vides["delais.convocation_jours"].articles) == (
        LOI,
        ("C. com. R223-20",),
    )
    assert (vides["capital.minimum"].origine, vides["capital.minimum"].valeur) == (SILENCE, "non précisé")
    assert vides["pouvoirs.maximum"].valeur == "sans maximum"
    assert vides["vote.abstention"].origine == LECTURE
    assert "c’est la valeur que prend le programme" in vides["vote.abstention"].note
    sa = {ligne.cle: ligne for section in sections(replace(NU, forme="SA"), ()) for ligne in section.lignes}
    assert sa["delais.convocation_jours"].articles == ("C. com. R225-69",)
    sas = {ligne.cle: ligne for section in sections(NU, ()) for ligne in section.lignes}
    assert sas["delais.convocation_jours"].origine == LECTURE


def test_the_other_shipped_statutes_read_well() -> None:
    ourse, sentiers = lignes(OURSE, "la-grande-ourse"), lignes(SENTIERS, "les-sentiers-communs")
    assert ourse["colleges.COL"].valeur.endswith("\u00a0; trop petit, il rejoint PAR")
    assert ourse["vote.college_vide"].valeur.startswith("de moins de 3\u00a0membres, son poids est réparti")
    assert sentiers["vote.seuil_college"].valeur == "plus de 60\u202f% de ses pour et contre"
    assert sentiers["scrutin.hors_ordre_du_jour"].valeur == "rien"
    assert sentiers["pouvoirs.conjoint"].valeur == "un autre associé"
    assert sentiers["distance.visioconference"].valeur == "prévu"


def test_what_few_statutes_hold() -> None:
    tous = College("T", "T", Fraction(100), (Appartenance(None), Appartenance((), ("morale",))))
    rares = replace(
        NU,
        colleges=(tous, College("V", "Vide", Fraction(0))),
        cloture=(7, 1),
        capital=Capital(plancher_relatif=Fraction(1, 4)),
        constitution=Constitution(15, 1, 2, 3),
        delais=Delais(mandat_gerance_annees=2),
        inactivite_annees=1,
    )
    lues = lignes(rares)
    assert lues["exercice.cloture"].valeur == "1er juillet"
    assert lues["colleges.T"].libelle == "T"
    assert lues["colleges.T"].valeur.startswith("100\u202f% des voix\u00a0: toutes les catégories\u00a0; ")
    assert lues["colleges.V"].valeur == "0\u202f% des voix\u00a0: personne"
    assert lues["pertes.inactivite_annees"].valeur == "1\u00a0an sans opération ni mission"
    assert lues["constitution.associes_plus_de"].valeur.startswith("2\u00a0demandes, au-delà de 15\u00a0associés")


def test_majorities_in_words() -> None:
    dites = {ligne.cle: ligne for ligne in majorites(CLISS)}
    assert dites["regles.ordinaire"].valeur == (
        "plus de 50\u202f% de toutes les voix\u00a0; en seconde consultation, plus de 50\u202f% des voix exprimées"
    )
    assert dites["regles.ordinaire"].articles == ("statuts 24-1", "C. com. L223-29")
    assert dites["regles.ordinaire"].note.startswith("Autres lectures possibles\u00a0: des voix exprimées,")
    assert "en seconde consultation, des voix des votants" in dites["regles.ordinaire"].note
    assert dites["regles.election_gerance"].valeur.endswith("\u00a0; à bulletin secret")
    assert dites["regles.election_gerance"].note == ""
    ourse = {ligne.cle: ligne.valeur for ligne in majorites(OURSE)}
    assert ourse["regles.ordinaire"].endswith(
        "quorum de 20\u202f% des associés présents ou représentés\u00a0; puis aucun"
    )
    assert ourse["regles.extraordinaire"].endswith("\u00a0; puis de 20\u202f%")
    assert "au second tour, la majorité relative" in ourse["regles.election_administrateurs"]


def test_a_majority_that_is_another_without_colleges() -> None:
    texte = texte_fourni("cliss-xxi").replace(
        "[regles.ordinaire.sans_college]            # une tête, une voix : le texte ne prête plus à plusieurs lectures\n"
        'premiere = { seuil = "1/2"',
        '[regles.ordinaire.sans_college]\npremiere = { seuil = "2/3"',
    )
    lus = statuts_de_texte(f'{texte}\n[quorum.ordinaire]\npremiere = "1/4"\nbase = "voix"\n').statuts
    assert lus is not None
    (ordinaire, *_) = majorites(lus)
    assert "sans collège, plus de 66,67\u202f% de tous les associés\u00a0; en seconde" in ordinaire.valeur
    assert ordinaire.valeur.endswith("quorum de 25\u202f% des voix présentes ou représentées, pondérées par collège")


def test_what_a_new_version_changes_and_nothing_else() -> None:
    assert ecarts(CLISS, CLISS) == ()
    texte = texte_fourni("cliss-xxi").replace('poids = "40"', 'poids = "50"').replace('poids = "30"', 'poids = "25"')
    texte = texte.replace('["statuts 24-1", "C. com. L223-29"]', '["statuts 24-2"]')
    apres = statuts_de_texte(texte).statuts
    assert apres is not None
    trouves = ecarts(CLISS, apres)
    assert [ecart.libelle for ecart in trouves] == [
        "SB, Salariés et bénévoles membres actifs",
        "PP, Personnes physiques",
        "PM, Personnes morales",
        "Décision ordinaire",
    ]
    assert trouves[0].avant.startswith("40\u202f% des voix")
    assert trouves[0].apres.startswith("50\u202f% des voix")
    assert trouves[3].avant.endswith("(statuts, art. 24-1\u00a0; C. com., art. L223-29)")


def test_a_line_that_comes_or_goes() -> None:
    sans = replace(CLISS, categories=CLISS.categories[:5], colleges=CLISS.colleges[:1])
    perdus = {ecart.libelle: ecart for ecart in ecarts(CLISS, sans)}
    assert perdus["Financeurs"] == Ecart("Catégories d’associés", "Financeurs", "Toute personne (statuts, art. 6)", "")
    assert {ecart.avant for ecart in ecarts(sans, CLISS)} == {""}
