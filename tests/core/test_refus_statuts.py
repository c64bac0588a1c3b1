"""Every refusal of a statutes file, with its key; all of a file's at once; and never an exception."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.core.issue import Issue
from scicvote.core.lecture import Flottant
from scicvote.core.statuts_controles import remarques
from scicvote.core.statuts_lecture import Lecture, lire_statuts
from scicvote.exchange import statuts as fichiers
from scicvote.exchange.statuts import lire_fichier, observations, statuts_de_texte, texte_fourni
from tests.core.test_refus_calcul import VALEURS, endroits
from tests.oracle.generateur import statuts_au_hasard
from tests.outils.arbre import SANS, modifier
from tests.outils.hasard import PROFIL

LIGNE = {"seuil": "1/2", "stricte": True, "base": "inscrits"}
STATUTS: dict[str, Any] = {
    "format": "scicvote-statuts/1",
    "cle": "fictive",
    "denomination": "Coopérative fictive",
    "forme": "SARL",
    "date": "2020-01-31",
    "capital": {"valeur_part": "20", "minimum": 3800, "plancher_relatif": "1/4"},
    "categories": [
        {"code": "1", "nom": "Salariés", "personnes": ["physique"], "obligatoire": True},
        {"code": "2", "nom": "Usagers", "plafond_capital": "1/5"},
    ],
    "societariat": {"categories_minimum": 2, "maximum_associes": 100, "plusieurs_colleges": False},
    "colleges": [
        {"code": "SB", "nom": "Salariés", "poids": "40", "regle": [{"categories": ["1"]}]},
        {"code": "PP", "poids": "30.0", "regle": [{"categories": ["2"], "personnes": ["physique"]}]},
        {"code": "PM", "poids": 30, "regle": [{"categories": ["2"], "personnes": ["morale"]}], "fusion_avec": "PP"},
    ],
    "vote": {"colleges": "sur_demande", "effectif_minimal": 1, "plancher_college": "10", "plafond_college": "50"},
    "regles": {
        "ordinaire": {
            "articles": ["statuts 24-1"],
            "premiere": {**LIGNE, "lectures": ["exprimes", "tous", "exprimes"]},
            "deuxieme": {**LIGNE, "base": "exprimes"},
            "tour2": "relative",
            "par_tete": False,
            "sans_college": {"premiere": LIGNE, "articles": ["statuts 24-2"], "tour2": "meme"},
        }
    },
    "quorum": {"ordinaire": {"premiere": "1/5", "deuxieme": "0", "base": "voix"}},
    "pouvoirs": {"conjoint": True, "meme_college": False, "en_blanc": "president", "maximum": 5},
    "delais": {"arrete_liste_jours": 16, "convocation_jours": 15, "documents_jours": 15,
               "documents_sur_demande_jours": 5, "mandat_gerance_annees": 1, "ag_annuelle_mois": 6, "demande_ag_voix": "1/10"},
    "exercice": {"cloture": "02-29"},
    "constitution": {"associes_plus_de": 15, "exercices": 1, "demandeurs": 1, "demandeurs_nouveau_college": 3},
    "repartition": {"reserve_legale": "15/100", "reserve_statutaire_minimum": "0"},
    "pertes": {"inactivite_annees": 2},
    "remboursement": {"delai_annees": 2, "pertes_annees": 5},
    "distance": {"courrier": True, "visioconference": False},
    "scrutin": {"secret": ["ordinaire"], "hors_ordre_du_jour": []},
}  # fmt: skip
PREMIERE = "regles.ordinaire.premiere"

REFUS: list[tuple[str, dict[str, Any], dict[str, str]]] = [
    # weights and colleges
    ("poids-101", {"colleges[0].poids": "41"}, {"colleges": "POIDS_TOTAL"}),
    ("poids-un-cheveu", {"colleges[0].poids": "40.0000000001"}, {"colleges": "POIDS_TOTAL"}),
    ("sous-le-plancher", {"colleges[0].poids": "45", "colleges[1].poids": "46", "colleges[2].poids": "9"}, {"colleges[2].poids": "POIDS_BORNES"}),
    ("au-dessus-du-plafond", {"colleges[0].poids": "51", "colleges[1].poids": "24", "colleges[2].poids": "25"}, {"colleges[0].poids": "POIDS_BORNES"}),
    ("deux-colleges", {"colleges[2]": SANS, "colleges[0].poids": "50", "colleges[1]": {"code": "PP", "poids": "50", "regle": [{}]}},
     {"colleges": "COLLEGES_MINIMUM"}),
    ("aucun-college", {"colleges": SANS}, {"colleges": "COLLEGES_MINIMUM"}),
    ("colleges-vides", {"colleges": [], "categories[1].personnes": ["morale"]},
     {"colleges": "COLLEGES_MINIMUM", "categories[0]": "SANS_COLLEGE", "categories[1]": "SANS_COLLEGE"}),
    ("college-en-double", {"colleges[1].code": "SB", "colleges[2].fusion_avec": SANS}, {"colleges[1].code": "DOUBLON"}),
    ("categorie-en-double", {"categories[1].code": "1", "colleges[1].regle": [{}], "colleges[2].regle": [{}]}, {"categories[1].code": "DOUBLON"}),
    ("categorie-inconnue", {"colleges[0].regle[0].categories": ["1", "9"]}, {"colleges[0].regle[0].categories[1]": "CATEGORIE_INCONNUE"}),
    ("personne-sans-college", {"colleges[2].regle": [{"categories": ["1"]}]}, {"categories[1]": "SANS_COLLEGE"}),
    ("fusion-avec-soi", {"colleges[2].fusion_avec": "PM"}, {"colleges[2].fusion_avec": "FUSION"}),
    ("fusion-inconnue", {"colleges[2].fusion_avec": "ZZ"}, {"colleges[2].fusion_avec": "FUSION"}),
    ("fusion-en-chaine", {"colleges[1].fusion_avec": "SB"}, {"colleges[2].fusion_avec": "FUSION"}),
    # thresholds
    ("seuil-zero", {f"{PREMIERE}.seuil": "0"}, {f"{PREMIERE}.seuil": "SEUIL"}),
    ("seuil-au-dela", {f"{PREMIERE}.seuil": "1.0001"}, {f"{PREMIERE}.seuil": "SEUIL"}),
    ("seuil-deuxieme", {"regles.ordinaire.deuxieme.seuil": 2}, {"regles.ordinaire.deuxieme.seuil": "SEUIL"}),
    ("seuil-sans-college", {"regles.ordinaire.sans_college.premiere.seuil": "3/2"}, {"regles.ordinaire.sans_college.premiere.seuil": "SEUIL"}),
    ("quorum-au-dela", {"quorum.ordinaire.premiere": "6/5"}, {"quorum.ordinaire.premiere": "QUORUM"}),
    ("quorum-deuxieme", {"quorum.ordinaire.deuxieme": 2}, {"quorum.ordinaire.deuxieme": "QUORUM"}),
    ("quorum-negatif", {"quorum.ordinaire.premiere": "-1/5"}, {"quorum.ordinaire.premiere": "NOMBRE"}),
    ("seuil-college", {"vote.seuil_college": "49/100"}, {"vote.seuil_college": "SEUIL"}),
    ("seuil-college-au-dela", {"vote.seuil_college": "11/10"}, {"vote.seuil_college": "SEUIL"}),
    ("sans-seuil", {f"{PREMIERE}.seuil": SANS}, {f"{PREMIERE}.seuil": "MANQUANT"}),
    ("sans-stricte", {f"{PREMIERE}.stricte": SANS}, {f"{PREMIERE}.stricte": "MANQUANT"}),
    ("sans-base", {f"{PREMIERE}.base": SANS}, {f"{PREMIERE}.base": "MANQUANT"}),
    ("sans-premiere", {PREMIERE: SANS}, {PREMIERE: "MANQUANT"}),
    ("sans-ordinaire", {"regles.ordinaire": SANS}, {"regles.ordinaire": "MANQUANT"}),
    ("sans-regles", {"regles": SANS}, {"regles.ordinaire": "MANQUANT"}),
    # numbers and kinds
    ("nombre-signe", {"colleges[0].poids": "+40"}, {"colleges[0].poids": "NOMBRE"}),
    ("nombre-exposant", {"colleges[0].poids": "4e1"}, {"colleges[0].poids": "NOMBRE"}),
    ("nombre-virgule", {"capital.valeur_part": "20,00"}, {"capital.valeur_part": "NOMBRE"}),
    ("nombre-espace", {"capital.minimum": "3 800"}, {"capital.minimum": "NOMBRE"}),
    ("nombre-par-zero", {f"{PREMIERE}.seuil": "1/0"}, {f"{PREMIERE}.seuil": "NOMBRE"}),
    ("nombre-negatif", {"colleges[0].poids": -40}, {"colleges[0].poids": "NOMBRE"}),
    ("nombre-booleen", {"capital.valeur_part": True}, {"capital.valeur_part": "NOMBRE"}),
    ("part-nulle", {"capital.valeur_part": "0"}, {"capital.valeur_part": "NOMBRE"}),
    ("part-au-dela", {"capital.plancher_relatif": "5/4"}, {"capital.plancher_relatif": "PART"}),
    ("plafond-capital-zero", {"categories[1].plafond_capital": "0"}, {"categories[1].plafond_capital": "PART"}),
    ("demande-ag", {"delais.demande_ag_voix": "2"}, {"delais.demande_ag_voix": "PART"}),
    ("reserve", {"repartition.reserve_legale": "3/2"}, {"repartition.reserve_legale": "PART"}),
    ("effectif-negatif", {"vote.effectif_minimal": -1}, {"vote.effectif_minimal": "NOMBRE"}),
    ("jours-texte", {"delais.convocation_jours": "15"}, {"delais.convocation_jours": "TYPE"}),
    ("cloture", {"exercice.cloture": "02-30"}, {"exercice.cloture": "DATE"}),
    ("cloture-mois", {"exercice.cloture": "13-01"}, {"exercice.cloture": "DATE"}),
    ("cloture-mots", {"exercice.cloture": "31 décembre"}, {"exercice.cloture": "DATE"}),
    ("date-fausse", {"date": "2012-13-29"}, {"date": "DATE"}),
    ("date-nombre", {"date": 2012}, {"date": "DATE"}),
    # words
    ("forme", {"forme": "SCOP"}, {"forme": "VALEUR"}),
    ("cle-majuscules", {"cle": "Fictive"}, {"cle": "VALEUR"}),
    ("cle-vide", {"cle": ""}, {"cle": "VALEUR"}),
    ("denomination-vide", {"denomination": "  "}, {"denomination": "VALEUR"}),
    ("vote-colleges", {"vote.colleges": "parfois"}, {"vote.colleges": "VALEUR"}),
    ("vote-report", {"vote.report": "au hasard"}, {"vote.report": "VALEUR"}),
    ("vote-base-report", {"vote.base_report": "tous"}, {"vote.base_report": "VALEUR"}),
    ("vote-abstention", {"vote.abstention": "contre"}, {"vote.abstention": "VALEUR"}),
    ("vote-college-vide", {"vote.college_vide": "oublie"}, {"vote.college_vide": "VALEUR"}),
    ("vote-college-silencieux", {"vote.college_silencieux": "oublie"}, {"vote.college_silencieux": "VALEUR"}),
    ("base", {f"{PREMIERE}.base": "tous"}, {f"{PREMIERE}.base": "VALEUR"}),
    ("lectures", {f"{PREMIERE}.lectures": ["exprimes", "autre"]}, {f"{PREMIERE}.lectures[1]": "VALEUR"}),
    ("tour2", {"regles.ordinaire.tour2": "jamais"}, {"regles.ordinaire.tour2": "VALEUR"}),
    ("quorum-base", {"quorum.ordinaire.base": "tetes"}, {"quorum.ordinaire.base": "VALEUR"}),
    ("en-blanc", {"pouvoirs.en_blanc": "permis"}, {"pouvoirs.en_blanc": "VALEUR"}),
    ("personnes", {"categories[1].personnes": ["physique", "elfe"]}, {"categories[1].personnes[1]": "VALEUR"}),
    ("personnes-vides", {"categories[1].personnes": []}, {"categories[1].personnes": "VALEUR"}),
    ("code-vide", {"categories[1].code": "", "colleges[1].regle": [{}], "colleges[2].regle": [{}]}, {"categories[1].code": "VALEUR"}),
    ("surrogate", {"denomination": "a\ud800"}, {"denomination": "TYPE"}),
    # floats
    ("flottant-poids", {"colleges[0].poids": Flottant("40.0")}, {"colleges[0].poids": "FLOTTANT"}),
    ("flottant-seuil", {f"{PREMIERE}.seuil": Flottant("0.5")}, {f"{PREMIERE}.seuil": "FLOTTANT"}),
    ("flottant-jours", {"delais.convocation_jours": Flottant("1.5")}, {"delais.convocation_jours": "FLOTTANT"}),
    ("flottant-texte", {"denomination": Flottant("1.5")}, {"denomination": "FLOTTANT"}),
    ("flottant-booleen", {"pouvoirs.conjoint": Flottant("1.0")}, {"pouvoirs.conjoint": "FLOTTANT"}),
    # keys
    ("cle-inconnue", {"couleur": "bleu"}, {"couleur": "CLE_INCONNUE"}),
    *((f"cle-inconnue-{section}", {f"{section}.zzz": 1}, {f"{section}.zzz": "CLE_INCONNUE"}) for section in (
        "capital", "societariat", "vote", "pouvoirs", "delais", "exercice", "constitution", "repartition", "pertes",
        "remboursement", "distance", "scrutin", "regles.ordinaire", PREMIERE, "regles.ordinaire.sans_college",
        "quorum.ordinaire", "categories[0]", "colleges[0]", "colleges[0].regle[0]")),
    ("format", {"format": "scicvote-statuts/2"}, {"format": "FORMAT"}),
    *((f"sans-{cle}", {cle: SANS}, {cle: "MANQUANT"}) for cle in ("format", "cle", "denomination", "forme", "date")),
    ("sans-categories", {"categories": SANS, "colleges[0].regle": [{}], "colleges[1].regle": [{}], "colleges[2].regle": [{}]}, {"categories": "MANQUANT"}),
    ("categories-vides", {"categories": [], "colleges[0].regle": [{}], "colleges[1].regle": [{}], "colleges[2].regle": [{}]}, {"categories": "MANQUANT"}),
    ("college-sans-poids", {"colleges[0].poids": SANS}, {"colleges[0].poids": "MANQUANT"}),
    ("college-sans-code", {"colleges[0].code": SANS}, {"colleges[0].code": "MANQUANT"}),
    # tables and lists
    ("categories-table", {"categories": {}, "colleges": [], "vote.colleges": "jamais"}, {"categories": "TYPE"}),
    ("categorie-texte", {"categories[0]": "Salariés", "colleges[0].regle": [{}]}, {"categories[0]": "TYPE"}),
    ("college-texte", {"colleges[0]": "SB"}, {"colleges[0]": "TYPE", "categories[0]": "SANS_COLLEGE"}),
    ("colleges-table", {"colleges": {}, "vote.colleges": "jamais"}, {"colleges": "TYPE"}),
    ("regle-de-college", {"colleges[0].regle": "1"}, {"colleges[0].regle": "TYPE", "categories[0]": "SANS_COLLEGE"}),
    ("section-nombre", {"vote": 3}, {"vote": "TYPE"}),
    ("regles-liste", {"regles": []}, {"regles": "TYPE"}),
    ("une-regle-texte", {"regles.admission": "à la majorité"}, {"regles.admission": "TYPE"}),
    ("premiere-texte", {PREMIERE: "1/2"}, {PREMIERE: "TYPE"}),
    ("sans-college-texte", {"regles.ordinaire.sans_college": "1/2"}, {"regles.ordinaire.sans_college": "TYPE"}),
    ("quorum-texte", {"quorum.ordinaire": "1/5"}, {"quorum.ordinaire": "TYPE"}),
    ("articles-texte", {"regles.ordinaire.articles": "statuts 24"}, {"regles.ordinaire.articles": "TYPE"}),
    ("lectures-texte", {f"{PREMIERE}.lectures": "tous"}, {f"{PREMIERE}.lectures": "TYPE"}),
    ("personnes-texte", {"categories[0].personnes": "physique", "colleges[0].regle": [{}]}, {"categories[0].personnes": "TYPE"}),
    ("secret-texte", {"scrutin.secret": "ordinaire"}, {"scrutin.secret": "TYPE"}),
    ("secret-nombre", {"scrutin.secret": [1]}, {"scrutin.secret[0]": "TYPE"}),
    ("booleen-texte", {"pouvoirs.conjoint": "oui"}, {"pouvoirs.conjoint": "TYPE"}),
    ("stricte-texte", {f"{PREMIERE}.stricte": "oui"}, {f"{PREMIERE}.stricte": "TYPE"}),
    ("par-tete-texte", {"regles.ordinaire.par_tete": "oui"}, {"regles.ordinaire.par_tete": "TYPE"}),
]  # fmt: skip


def lignes(issues: tuple[Issue, ...]) -> list[tuple[str, str]]:
    return sorted((issue.chemin, issue.code) for issue in issues)


def lire(changements: dict[str, Any]) -> Lecture:
    return lire_statuts(modifier(STATUTS, changements))


def test_les_statuts_de_depart_passent() -> None:
    lecture = lire({})
    assert lecture.issues == ()
    statuts = lecture.statuts
    assert statuts is not None
    assert statuts.date == date(2020, 1, 31)
    assert [c.poids for c in statuts.colleges] == [40, 30, 30]
    assert statuts.categories[1].personnes == ("physique", "morale")
    assert statuts.categories[1].plafond_capital == Fraction(1, 5)
    assert statuts.cloture == (2, 29)
    ordinaire = statuts.regles["ordinaire"]
    assert ordinaire.premiere.lectures == ("exprimes", "tous")
    assert ordinaire.applicable(False).articles == ("statuts 24-2",)
    assert ordinaire.applicable(False).tour2 == "meme"
    assert ordinaire.applicable(False).deuxieme == ordinaire.deuxieme  # one by one: what is not replaced stands
    assert ordinaire.quorum is not None
    assert (ordinaire.quorum.part(1), ordinaire.quorum.part(2)) == (Fraction(1, 5), 0)


@pytest.mark.parametrize(("changements", "fautes"), [c[1:] for c in REFUS], ids=[c[0] for c in REFUS])
def test_refuse(changements: dict[str, Any], fautes: dict[str, str]) -> None:
    lecture = lire(changements)
    assert lecture.statuts is None
    assert lignes(lecture.issues) == sorted(fautes.items())
    assert all(issue.bloquante and issue.phrase.endswith(".") for issue in lecture.issues)


@pytest.mark.parametrize("seuil", ["1", "0.0001", 1, "10000/10000"])
def test_un_seuil_au_bord_passe(seuil: Any) -> None:
    assert lire({f"{PREMIERE}.seuil": seuil}).issues == ()


@pytest.mark.parametrize(
    "changements",
    [
        {"colleges[0].poids": "50", "colleges[1].poids": "40", "colleges[2].poids": "10"},
        {"vote.seuil_college": "1/2"},
        {"vote.seuil_college": "1"},
        {"quorum.ordinaire.premiere": "1"},
        {"quorum.ordinaire.premiere": "0"},
        {"colleges": SANS, "vote.colleges": "jamais"},
        {"colleges[0].poids": "100/3", "colleges[1].poids": "100/3", "colleges[2].poids": "100/3"},
    ],
)
def test_ce_qui_est_au_bord_passe(changements: dict[str, Any]) -> None:
    assert lire(changements).issues == ()


def test_toutes_les_fautes_d_un_coup() -> None:
    noms = {
        "poids-101", "categorie-inconnue", "fusion-inconnue", "seuil-deuxieme", "quorum-au-dela", "forme", "cle-majuscules",
        "cloture", "date-fausse", "cle-inconnue", "part-au-dela", "jours-texte", "seuil-college", "sans-base", "tour2",
    }  # fmt: skip
    choisis = [cas for cas in REFUS if cas[0] in noms]
    assert len(choisis) == len(noms)
    changements = {chemin: valeur for _, tous, _ in choisis for chemin, valeur in tous.items()}
    assert lignes(lire(changements).issues) == sorted(faute for _, _, fautes in choisis for faute in fautes.items())


def test_une_faute_dit_la_valeur_et_ce_qui_serait_accepte() -> None:
    (faute,) = lire({"forme": "SCOP"}).issues
    assert "SCOP" in faute.phrase
    assert "SARL, SA, SAS" in faute.phrase
    (faute,) = lire({"colleges[0].poids": "41"}).issues
    assert "101" in faute.phrase
    (faute,) = lire({"colleges[0].poids": "4e1"}).issues
    assert '12, "12.5" ou "3/4"' in faute.phrase


@pytest.mark.parametrize("valeur", [None, 3, "x", []])
def test_autre_chose_qu_une_table(valeur: Any) -> None:
    assert lignes(lire_statuts(valeur).issues) == [(".", "TYPE")]


# --- files


@pytest.mark.parametrize("cle", fichiers.noms_fournis())
def test_les_statuts_fournis_passent_sans_remarque(cle: str) -> None:
    texte = texte_fourni(cle)
    lecture = statuts_de_texte(texte)
    assert lecture.issues == ()
    assert lecture.statuts is not None
    assert lecture.statuts.cle == cle
    assert observations(texte, lecture.statuts) == ()


@pytest.mark.parametrize(
    ("texte", "code"),
    [("pas du toml", "TOML"), ("a = 1\na = 2", "TOML"), ('a = "', "TOML"), ("[" * 5000, "TOML")],
)  # fmt: skip
def test_un_fichier_qui_n_est_pas_du_toml(texte: str, code: str) -> None:
    assert lignes(statuts_de_texte(texte).issues) == [(".", code)]


def test_une_erreur_de_toml_dit_sa_ligne() -> None:
    (faute,) = statuts_de_texte('cle = "x"\n???').issues
    assert "ligne 2, colonne 1" in faute.phrase


def test_un_flottant_de_toml_est_refuse_avec_sa_cle() -> None:
    texte = (
        texte_fourni("cliss-xxi").replace('poids = "40"', "poids = 40.0").replace('seuil = "3/4"', "seuil = 0.75", 1)
    )
    assert ("colleges[0].poids", "FLOTTANT") in lignes(statuts_de_texte(texte).issues)
    assert len(statuts_de_texte(texte).issues) == 2
    for mot in ("nan", "inf", "1e3"):
        assert "FLOTTANT" in {
            i.code
            for i in statuts_de_texte(
                texte_fourni("cliss-xxi").replace('minimum          = "3800"', f"minimum = {mot}")
            ).issues
        }


def test_lire_un_fichier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chemin = tmp_path / "statuts.toml"
    assert lignes(lire_fichier(chemin).issues) == [(".", "FICHIER")]
    chemin.write_bytes(b"\xef\xbb\xbf" + texte_fourni("cliss-xxi").encode())
    assert lire_fichier(chemin).issues == ()
    chemin.write_bytes(b"\xff\xfe")
    assert lignes(lire_fichier(chemin).issues) == [(".", "TOML")]
    monkeypatch.setattr(fichiers, "TAILLE_MAXIMALE", 10)
    chemin.write_bytes(b"# 45678901")
    assert ("format", "MANQUANT") in lignes(lire_fichier(chemin).issues)
    chemin.write_bytes(b"# 456789012")
    assert lignes(lire_fichier(chemin).issues) == [(".", "TAILLE")]


def test_remarques_sur_des_statuts_qui_passent() -> None:
    texte = texte_fourni("cliss-xxi").replace("maximum_associes   = 100", "").replace(
        'secret             = ["election_gerance"]', 'secret = ["inventee"]'
    ) + '\n[quorum.imaginaire]\npremiere = "1/5"\n'  # fmt: skip
    statuts = statuts_de_texte(texte).statuts
    assert statuts is not None
    assert lignes(observations(texte, statuts)) == [
        ("quorum.imaginaire", "REGLE_INCONNUE"),
        ("scrutin", "REGLE_INCONNUE"),
        ("societariat.maximum_associes", "MAXIMUM_ASSOCIES"),
    ]
    assert not any(issue.bloquante for issue in observations(texte, statuts))
    assert len(remarques(statuts)) == 2


# --- fuzz


@st.composite
def statuts_abimes(draw: st.DrawFn) -> Any:
    arbre: Any = modifier(statuts_au_hasard(Random(draw(st.integers(0, 10**6)))), {})
    for _ in range(draw(st.integers(1, 5))):
        *avant, dernier = draw(st.sampled_from(endroits(arbre)[1:] or [("format",)]))
        endroit = arbre
        for pas in avant:
            endroit = endroit[pas]
        if draw(st.booleans()):
            endroit[dernier] = draw(VALEURS)
        else:
            del endroit[dernier]
    return arbre


@PROFIL
@given(statuts_abimes())
def test_des_statuts_abimes_sont_refuses_ou_lus(arbre: Any) -> None:
    lecture = lire_statuts(arbre)
    assert (lecture.statuts is None) == bool(lecture.issues)
    for issue in lecture.issues:
        assert len(issue.ligne().splitlines()) == 1
        issue.ligne().encode()


@PROFIL
@given(st.text(max_size=40), st.integers(0, 9000))
def test_un_texte_quelconque_dans_un_fichier(texte: str, place: int) -> None:
    bon = texte_fourni("cliss-xxi")
    for essai in (texte, bon[:place] + texte + bon[place:], bon[:place]):
        lecture = statuts_de_texte(essai)
        assert (lecture.statuts is None) == bool(lecture.issues)
