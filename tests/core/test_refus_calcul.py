"""Every refusal of a file of votes, where it stands, all of a file's at once; and never an exception."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.core.calcul_lecture import lire_calcul
from scicvote.core.issue import Issue
from scicvote.exchange.calcul import (
    document_resultat,
    ecrire_json,
    lire_document,
    lire_fichier_calcul,
    lire_octets_calcul,
    texte_resultat,
)
from tests.oracle.generateur import calcul_au_hasard
from tests.outils.arbre import SANS, modifier
from tests.outils.hasard import PROFIL

SB, PP = "resolutions[0].suffrages.SB", "resolutions[0].suffrages.PP"
ELECTION = "resolutions[1].suffrages.SB"
DOCUMENT: dict[str, Any] = {
    "format": "scicvote-calcul/1",
    "statuts": "cliss-xxi",
    "assemblee": {"nature": "ordinaire", "date": "2026-06-12", "consultation": 1, "vote_par_college": True},
    "corps": {
        "SB": {"inscrits": 12, "presents": 9},
        "PP": {"inscrits": 30, "presents": 14},
        "PM": {"inscrits": 6, "presents": 4},
    },
    "resolutions": [
        {
            "numero": 1,
            "regle": "ordinaire",
            "retires": {"PM": 1},
            "suffrages": {
                "SB": {"pour": 6, "contre": 2, "abstention": 1, "blanc": 0, "nul": 0},
                "PP": {"pour": 9, "contre": 5},
                "PM": {"pour": 3},
            },
        },
        {
            "numero": 2,
            "regle": "election_gerance",
            "sieges": 1,
            "tour": 1,
            "suffrages": {
                "SB": {"votants": 9, "blanc": 1, "candidats": {"Alix Fictif": 5, "Zoé Exemple": 3}},
                "PP": {"votants": 14, "candidats": {"Alix Fictif": 6, "Zoé Exemple": 8}},
                "PM": {"votants": 4, "candidats": {"Alix Fictif": 2, "Zoé Exemple": 2}},
            },
        },
        {"numero": 3, "regle": "avis_college", "suffrages": {"SB": {"pour": 5, "contre": 4}}},
    ],
}
PAR_TETE = modifier(
    DOCUMENT,
    {
        "assemblee.vote_par_college": False,
        "corps": {"*": {"inscrits": 20, "presents": 10}},
        "resolutions": [{"numero": 1, "regle": "ordinaire", "suffrages": {"*": {"pour": 10}}}],
    },
)
STATUTS: dict[str, Any] = {
    "format": "scicvote-statuts/1",
    "cle": "fictive",
    "denomination": "Coopérative fictive",
    "forme": "SARL",
    "date": "2020-01-31",
    "categories": [{"code": "1", "nom": "Salariés"}],
    "colleges": [{"code": c, "poids": p, "regle": [{}]} for c, p in (("SB", "40"), ("PP", "30"), ("PM", "30"))],
    "regles": {
        nom: {"premiere": {"seuil": "1/2", "stricte": True, "base": "inscrits"}, "par_tete": nom == "avis_college"}
        for nom in ("ordinaire", "election_gerance", "avis_college")
    },
}

Fautes = dict[str, str]  # path → code

REFUS: list[tuple[str, dict[str, Any], Fautes]] = [
    # counts that contradict one another
    ("votants", {f"{SB}.pour": 7}, {SB: "VOTANTS"}),
    ("votants-retires", {"resolutions[0].suffrages.PM.pour": 4}, {"resolutions[0].suffrages.PM": "VOTANTS"}),
    ("votants-college-absent", {"corps.PM": SANS, "resolutions[0].retires": {}, "resolutions[1].suffrages.PM": SANS},
     {"resolutions[0].suffrages.PM": "VOTANTS"}),
    ("votants-election", {f"{ELECTION}.votants": 10}, {f"{ELECTION}.votants": "VOTANTS"}),
    ("votants-par-tete", {"resolutions[2].suffrages.SB.pour": 6}, {"resolutions[2].suffrages.SB": "VOTANTS"}),
    ("votants-par-tete-tous", {"resolutions[2].suffrages": {"*": {"pour": 28}}}, {"resolutions[2].suffrages.*": "VOTANTS"}),
    ("presents", {"corps.PP.presents": 31}, {"corps.PP.presents": "PRESENTS"}),
    ("retires", {"resolutions[0].retires.PM": 5}, {"resolutions[0].retires.PM": "RETIRES"}),
    ("retires-college-absent", {"corps.PM": SANS, "resolutions[0].suffrages.PM": SANS, "resolutions[1].suffrages.PM": SANS},
     {"resolutions[0].retires.PM": "RETIRES"}),
    ("blancs-et-nuls", {f"{ELECTION}": {"votants": 2, "blanc": 2, "nul": 1}}, {ELECTION: "BLANCS_NULS"}),
    ("voix-d-un-candidat", {f"{ELECTION}.candidats": {"Alix Fictif": 9}},
     {f"{ELECTION}.candidats.Alix Fictif": "VOIX_CANDIDAT", f"{ELECTION}.candidats": "VOIX_TOTAL"}),
    ("voix-d-un-candidat-seul", {"resolutions[1].sieges": 2, f"{ELECTION}.candidats": {"Alix Fictif": 9}},
     {f"{ELECTION}.candidats.Alix Fictif": "VOIX_CANDIDAT"}),
    ("voix-en-tout", {f"{ELECTION}.candidats.Zoé Exemple": 4}, {f"{ELECTION}.candidats": "VOIX_TOTAL"}),
    ("voix-en-tout-deux-sieges",
     {"resolutions[1].sieges": 2, f"{ELECTION}.candidats": {"A": 8, "B": 8, "C": 1}}, {f"{ELECTION}.candidats": "VOIX_TOTAL"}),
    # a count that is none
    ("negatif", {f"{SB}.pour": -1}, {f"{SB}.pour": "NOMBRE"}),
    ("flottant", {f"{SB}.pour": 6.0}, {f"{SB}.pour": "FLOTTANT"}),
    ("exposant", {f"{SB}.pour": float("1e3")}, {f"{SB}.pour": "FLOTTANT"}),
    ("chaine", {f"{SB}.pour": "6"}, {f"{SB}.pour": "TYPE"}),
    ("booleen", {f"{SB}.pour": True}, {f"{SB}.pour": "TYPE"}),
    ("nul", {f"{SB}.pour": None}, {f"{SB}.pour": "TYPE"}),
    ("inscrits-negatifs", {"corps.SB.inscrits": -1}, {"corps.SB.inscrits": "NOMBRE"}),
    ("presents-booleens", {"corps.SB.presents": True}, {"corps.SB.presents": "TYPE"}),
    ("retires-flottants", {"resolutions[0].retires.PM": 1.5}, {"resolutions[0].retires.PM": "FLOTTANT"}),
    ("votants-negatifs", {f"{ELECTION}.votants": -3}, {f"{ELECTION}.votants": "NOMBRE"}),
    ("candidat-sans-nom", {f"{ELECTION}.candidats": {"\ud800": 1}}, {f'{ELECTION}.candidats."\\ud800"': "TYPE"}),
    ("voix-en-chaine", {f"{ELECTION}.candidats.Alix Fictif": "5"}, {f"{ELECTION}.candidats.Alix Fictif": "TYPE"}),
    ("numero-zero", {"resolutions[0].numero": 0}, {"resolutions[0].numero": "NOMBRE"}),
    ("numero-texte", {"resolutions[0].numero": "1"}, {"resolutions[0].numero": "TYPE"}),
    ("sieges-zero", {"resolutions[1].sieges": 0}, {"resolutions[1].sieges": "NOMBRE"}),
    ("sieges-booleens", {"resolutions[1].sieges": True}, {"resolutions[1].sieges": "TYPE"}),
    ("tour-trois", {"resolutions[1].tour": 3}, {"resolutions[1].tour": "NOMBRE"}),
    ("consultation-trois", {"assemblee.consultation": 3}, {"assemblee.consultation": "NOMBRE"}),
    ("consultation-zero", {"assemblee.consultation": 0}, {"assemblee.consultation": "NOMBRE"}),
    # colleges
    ("college-inconnu-corps", {"corps.XX": {"inscrits": 1}}, {"corps.XX": "COLLEGE_INCONNU"}),
    ("college-inconnu-suffrages", {"resolutions[0].suffrages.XX": {"pour": 1}}, {"resolutions[0].suffrages.XX": "COLLEGE_INCONNU"}),
    ("college-inconnu-retires", {"resolutions[0].retires.XX": 1}, {"resolutions[0].retires.XX": "COLLEGE_INCONNU"}),
    ("ensemble-avec-colleges-corps", {"corps.*": {"inscrits": 1}}, {"corps.*": "COLLEGE_INCONNU"}),
    ("ensemble-avec-colleges-suffrages", {"resolutions[0].suffrages.*": {"pour": 1}}, {"resolutions[0].suffrages.*": "COLLEGE_INCONNU"}),
    ("ensemble-avec-colleges-retires", {"resolutions[2].retires": {"*": 1}}, {"resolutions[2].retires.*": "COLLEGE_INCONNU"}),
    ("ensemble-election-par-college", {"resolutions[1].suffrages.*": {"votants": 1}}, {"resolutions[1].suffrages.*": "COLLEGE_INCONNU"}),
    ("par-tete-sans-cle", {"resolutions[2].suffrages": {}}, {"resolutions[2].suffrages": "PAR_TETE"}),
    ("par-tete-deux-cles", {"resolutions[2].suffrages.PP": {"pour": 1}}, {"resolutions[2].suffrages": "PAR_TETE"}),
    ("par-tete-college-inconnu", {"resolutions[2].suffrages": {"XX": {"pour": 0}}}, {"resolutions[2].suffrages.XX": "COLLEGE_INCONNU"}),
    # rules, ways of voting
    ("regle-inconnue", {"resolutions[0].regle": "majorite_du_chef"}, {"resolutions[0].regle": "REGLE_INCONNUE"}),
    ("regle-nombre", {"resolutions[0].regle": 4}, {"resolutions[0].regle": "TYPE"}),
    ("vote-par-college-jamais", {"statuts": {**STATUTS, "vote": {"colleges": "jamais"}}}, {"assemblee.vote_par_college": "VOTE_PAR_COLLEGE"}),
    ("vote-par-college-texte", {"assemblee.vote_par_college": "oui"}, {"assemblee.vote_par_college": "TYPE"}),
    # keys
    ("cle-inconnue-racine", {"commentaire": "x"}, {"commentaire": "CLE_INCONNUE"}),
    ("cle-inconnue-assemblee", {"assemblee.lieu": "x"}, {"assemblee.lieu": "CLE_INCONNUE"}),
    ("cle-inconnue-corps", {"corps.SB.absents": 3}, {"corps.SB.absents": "CLE_INCONNUE"}),
    ("cle-inconnue-resolution", {"resolutions[0].titre": "x"}, {"resolutions[0].titre": "CLE_INCONNUE"}),
    ("cle-inconnue-suffrages", {f"{SB}.abstentions": 0}, {f"{SB}.abstentions": "CLE_INCONNUE"}),
    ("tour-sans-sieges", {"resolutions[0].tour": 1}, {"resolutions[0].tour": "CLE_INCONNUE"}),
    ("votants-sans-sieges", {f"{SB}.votants": 9}, {f"{SB}.votants": "CLE_INCONNUE"}),
    ("candidats-sans-sieges", {f"{SB}.candidats": {}}, {f"{SB}.candidats": "CLE_INCONNUE"}),
    ("pour-avec-sieges", {f"{ELECTION}.pour": 0}, {f"{ELECTION}.pour": "CLE_INCONNUE"}),
    ("cle-inconnue-bizarre", {"a\nb:c": 1}, {'"a\\nb:c"': "CLE_INCONNUE"}),
    # numbers of resolutions
    ("deux-memes-numeros", {"resolutions[1].numero": 1}, {"resolutions[1].numero": "DOUBLON"}),
    ("aucune-resolution", {"resolutions": []}, {"resolutions": "VIDE"}),
    # what is missing, what is of another kind
    ("format-absent", {"format": SANS}, {"format": "MANQUANT"}),
    ("format-autre", {"format": "scicvote-calcul/2"}, {"format": "FORMAT"}),
    ("format-nombre", {"format": 1}, {"format": "FORMAT"}),
    ("statuts-absents", {"statuts": SANS}, {"statuts": "MANQUANT"}),
    ("statuts-inconnus", {"statuts": "ailleurs"}, {"statuts": "STATUTS_INCONNUS"}),
    ("statuts-nombre", {"statuts": 3}, {"statuts": "TYPE"}),
    ("assemblee-absente", {"assemblee": SANS}, {"assemblee": "MANQUANT"}),
    ("assemblee-liste", {"assemblee": []}, {"assemblee": "TYPE"}),
    ("nature-absente", {"assemblee.nature": SANS}, {"assemblee.nature": "MANQUANT"}),
    ("nature-nombre", {"assemblee.nature": 1}, {"assemblee.nature": "TYPE"}),
    ("date-absente", {"assemblee.date": SANS}, {"assemblee.date": "MANQUANT"}),
    ("date-impossible", {"assemblee.date": "2026-02-30"}, {"assemblee.date": "DATE"}),
    ("date-francaise", {"assemblee.date": "12/06/2026"}, {"assemblee.date": "DATE"}),
    ("date-nombre", {"assemblee.date": 20260612}, {"assemblee.date": "DATE"}),
    ("consultation-absente", {"assemblee.consultation": SANS}, {"assemblee.consultation": "MANQUANT"}),
    ("vote-par-college-absent", {"assemblee.vote_par_college": SANS}, {"assemblee.vote_par_college": "MANQUANT"}),
    ("corps-absent", {"corps": SANS, "resolutions": [{"numero": 1, "regle": "ordinaire", "suffrages": {}}]}, {"corps": "MANQUANT"}),
    ("corps-liste", {"corps": [], "resolutions": [{"numero": 1, "regle": "ordinaire", "suffrages": {}}]}, {"corps": "TYPE"}),
    ("un-corps-nombre", {"corps.SB": 12}, {"corps.SB": "TYPE"}),
    ("resolutions-absentes", {"resolutions": SANS}, {"resolutions": "MANQUANT"}),
    ("resolutions-table", {"resolutions": {}}, {"resolutions": "TYPE"}),
    ("resolution-texte", {"resolutions[0]": "ordinaire"}, {"resolutions[0]": "TYPE"}),
    ("numero-absent", {"resolutions[0].numero": SANS}, {"resolutions[0].numero": "MANQUANT"}),
    ("regle-absente", {"resolutions[0].regle": SANS}, {"resolutions[0].regle": "MANQUANT"}),
    ("suffrages-absents", {"resolutions[0].suffrages": SANS}, {"resolutions[0].suffrages": "MANQUANT"}),
    ("suffrages-liste", {"resolutions[0].suffrages": []}, {"resolutions[0].suffrages": "TYPE"}),
    ("retires-liste", {"resolutions[0].retires": [1]}, {"resolutions[0].retires": "TYPE"}),
    ("suffrages-d-un-corps", {SB: 4}, {SB: "TYPE"}),
    ("suffrages-d-une-election", {ELECTION: 4}, {ELECTION: "TYPE"}),
    ("candidats-liste", {f"{ELECTION}.candidats": ["Alix Fictif"]}, {f"{ELECTION}.candidats": "TYPE"}),
    # statutes that do not pass
    ("statuts-fautifs", {"statuts": {**STATUTS, "forme": "SNC", "date": "hier"}}, {"statuts.forme": "VALEUR", "statuts.date": "DATE"}),
    ("statuts-poids", {"statuts": {**STATUTS, "colleges": [{**STATUTS["colleges"][0], "poids": "41"}, *STATUTS["colleges"][1:]]}},
     {"statuts.colleges": "POIDS_TOTAL"}),
]  # fmt: skip


def lignes(issues: tuple[Issue, ...]) -> list[tuple[str, str]]:
    return sorted((issue.chemin, issue.code) for issue in issues)


def en_octets(arbre: Any) -> bytes:
    return json.dumps(arbre).encode()


def test_le_document_de_depart_passe() -> None:
    for document in (DOCUMENT, PAR_TETE, modifier(DOCUMENT, {"statuts": STATUTS})):
        lecture = lire_octets_calcul(en_octets(document))
        assert lecture.issues == ()
        assert lecture.calcul is not None


@pytest.mark.parametrize(("changements", "fautes"), [c[1:] for c in REFUS], ids=[c[0] for c in REFUS])
def test_refuse(changements: dict[str, Any], fautes: Fautes) -> None:
    lecture = lire_octets_calcul(en_octets(modifier(DOCUMENT, changements)))
    assert lecture.calcul is None
    assert lignes(lecture.issues) == sorted(fautes.items())
    assert all(issue.bloquante for issue in lecture.issues)


@pytest.mark.parametrize(
    ("changements", "fautes"),
    [
        ({"corps.SB": {"inscrits": 1}}, {"corps.SB": "COLLEGE_INCONNU"}),
        ({"resolutions[0].suffrages.SB": {"pour": 1}}, {"resolutions[0].suffrages.SB": "COLLEGE_INCONNU"}),
        ({"resolutions[0].retires": {"SB": 1}}, {"resolutions[0].retires.SB": "COLLEGE_INCONNU"}),
        ({"resolutions[0].retires": {"*": 11}}, {"resolutions[0].retires.*": "RETIRES"}),
        ({"resolutions[0].retires": {"*": 1}}, {"resolutions[0].suffrages.*": "VOTANTS"}),
        ({"corps.*.presents": 21}, {"corps.*.presents": "PRESENTS"}),
    ],
    ids=["corps", "suffrages", "retires", "trop-de-retires", "votants", "presents"],
)
def test_refuse_sans_college(changements: dict[str, Any], fautes: Fautes) -> None:
    assert lignes(lire_octets_calcul(en_octets(modifier(PAR_TETE, changements))).issues) == sorted(fautes.items())


def test_l_exposant_entier_est_refuse_comme_il_est_ecrit() -> None:
    """``1e3`` is a whole number for a computer; a count is written with digits alone."""
    octets = en_octets(DOCUMENT).replace(b'"pour": 6', b'"pour": 1e3')
    assert lignes(lire_octets_calcul(octets).issues) == [(f"{SB}.pour", "FLOTTANT")]
    assert "1e3" in lire_octets_calcul(octets).issues[0].phrase


def test_un_corps_illisible_ne_fait_pas_accuser_ses_votes() -> None:
    """What cannot be read is said once: nothing is concluded from it."""
    fautes = modifier(DOCUMENT, {"corps.SB.presents": "neuf", "resolutions[0].retires.SB": 1, "corps.PP": 3})
    assert lignes(lire_octets_calcul(en_octets(fautes)).issues) == [("corps.PP", "TYPE"), ("corps.SB.presents", "TYPE")]


def test_toutes_les_fautes_d_un_coup() -> None:
    """Half a file of faults: each is there once, none hides another."""
    ensemble = [cas for cas in REFUS if cas[0] in {
        "votants", "presents", "voix-en-tout", "college-inconnu-corps", "college-inconnu-retires", "cle-inconnue-racine",
        "cle-inconnue-assemblee", "date-impossible", "deux-memes-numeros", "regle-nombre", "format-autre", "tour-trois",
    }]  # fmt: skip
    changements = {chemin: valeur for _, tous, _ in ensemble for chemin, valeur in tous.items()}
    attendues = [faute for _, _, fautes in ensemble for faute in fautes.items()]
    octets = en_octets(modifier(DOCUMENT, changements)).replace(b'"nature"', b'"nature": "ordinaire", "nature"')
    assert lignes(lire_octets_calcul(octets).issues) == sorted([*attendues, ("assemblee.nature", "CLE_DOUBLE")])


def test_statuts_illisibles_et_fautes_du_reste() -> None:
    changements = {"statuts": "ailleurs", "corps.XX": {"presents": 1}, "resolutions[0].suffrages.YY": {"pour": -1}}
    attendues = [
        ("corps.XX.presents", "PRESENTS"),
        ("resolutions[0].suffrages.YY.pour", "NOMBRE"),
        ("statuts", "STATUTS_INCONNUS"),
    ]
    assert lignes(lire_octets_calcul(en_octets(modifier(DOCUMENT, changements))).issues) == attendues
    tete = modifier(DOCUMENT, {"statuts": "ailleurs", "resolutions": [
        {"numero": 1, "regle": "avis_college", "suffrages": {"*": {"pour": 99}}}]})  # fmt: skip
    assert ("statuts", "STATUTS_INCONNUS") in lignes(lire_octets_calcul(en_octets(tete)).issues)


@pytest.mark.parametrize("arbre", [None, 3, "texte", [], True])
def test_autre_chose_qu_une_table(arbre: Any) -> None:
    assert lignes(lire_octets_calcul(en_octets(arbre)).issues) == [(".", "TYPE")]


def test_un_fichier_absent_ou_un_dossier(tmp_path: Path) -> None:
    assert lignes(lire_fichier_calcul(tmp_path / "absent.json").issues) == [(".", "FICHIER")]
    assert lignes(lire_fichier_calcul(tmp_path).issues) == [(".", "FICHIER")]
    chemin = tmp_path / "votes.json"
    chemin.write_bytes(b"\xef\xbb\xbf" + en_octets(DOCUMENT))
    lecture = lire_fichier_calcul(chemin)
    assert lecture.calcul is not None
    assert json.loads(ecrire_json(document_resultat(lecture.calcul)))["resolutions"][0]["numero"] == 1
    assert texte_resultat(lecture.calcul).startswith("Résolution 1\u00a0: ")


def test_statuts_en_ligne_cites_par_leurs_articles() -> None:
    """Inline statutes under a known ``cle`` keep the articles of the profile; under another, the law's stand."""
    connus = lire_document(modifier(DOCUMENT, {"statuts": {**STATUTS, "cle": "cliss-xxi"}})).calcul
    autres = lire_document(modifier(DOCUMENT, {"statuts": STATUTS})).calcul
    assert connus is not None
    assert autres is not None
    assert connus.statuts.article("vote.report", defaut="") == "statuts 22"
    assert autres.statuts.article("vote.report", defaut="") == ""


def test_sans_statuts_connus() -> None:
    lecture = lire_calcul(DOCUMENT, {})
    assert lignes(lecture.issues) == [("statuts", "STATUTS_INCONNUS")]


# --- fuzz

VALEURS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(10**290, 10**310) | st.floats() | st.text(max_size=8)
    | st.sampled_from(["1/2", "0", "100/3", "cliss-xxi", "*", "SB", "2026-06-12", "ordinaire", "inscrits", "\ud800", "\x1b[31m"]),
    lambda enfants: st.lists(enfants, max_size=3) | st.dictionaries(st.text(max_size=5), enfants, max_size=3),
    max_leaves=6,
)  # fmt: skip


def endroits(arbre: Any, ici: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of a tree."""
    paires = arbre.items() if isinstance(arbre, dict) else enumerate(arbre) if isinstance(arbre, list) else ()
    return [ici, *(place for cle, valeur in paires for place in endroits(valeur, (*ici, cle)))]


@st.composite
def arbres_abimes(draw: st.DrawFn) -> Any:
    arbre: Any = modifier(calcul_au_hasard(Random(draw(st.integers(0, 10**6)))), {})
    for _ in range(draw(st.integers(1, 4))):
        *avant, dernier = draw(st.sampled_from(endroits(arbre)[1:] or [("format",)]))
        endroit = arbre
        for pas in avant:
            endroit = endroit[pas]
        action = draw(st.sampled_from(["remplacer", "oter", "ajouter"]))
        if action == "oter":
            del endroit[dernier]
        elif action == "ajouter" and isinstance(endroit, dict):
            endroit[draw(st.text(max_size=6) | st.sampled_from(["tour", "sieges", "retires", "*"]))] = draw(VALEURS)
        else:
            endroit[dernier] = draw(VALEURS)
    return arbre


def verifier(octets: bytes) -> None:
    lecture = lire_octets_calcul(octets)
    assert (lecture.calcul is None) == bool(lecture.issues)
    for issue in lecture.issues:
        ligne = issue.ligne()
        assert ligne.isprintable() or set(ligne) <= {*filter(str.isprintable, ligne), "\u00a0", "\u202f"}
        assert ligne.encode().startswith(issue.code.encode())
    if lecture.calcul is not None:
        document_resultat(lecture.calcul)
        texte_resultat(lecture.calcul)


@PROFIL
@given(arbres_abimes())
def test_un_document_abime_est_refuse_ou_calcule(arbre: Any) -> None:
    verifier(json.dumps(arbre).encode())


@PROFIL
@given(VALEURS)
def test_n_importe_quel_json(arbre: Any) -> None:
    verifier(json.dumps(arbre).encode())


@PROFIL
@given(st.binary(max_size=60), st.integers(0, 2000), st.booleans())
def test_n_importe_quels_octets(octets: bytes, place: int, dedans: bool) -> None:
    bon = json.dumps(DOCUMENT).encode()
    verifier(bon[:place] + octets + bon[place:] if dedans else octets)


def test_des_comptes_demesures_se_calculent() -> None:
    """Fractions of thousands of digits are slow, not wrong: no conversion of the language stops them."""
    codes = [f"C{i}" for i in range(20)]
    statuts = modifier(STATUTS, {
        "colleges": [{"code": code, "poids": "5", "regle": [{}]} for code in codes], "vote": {"plancher_college": "5"}
    })  # fmt: skip
    document = modifier(
        DOCUMENT,
        {
            "statuts": statuts,
            "corps": {c: {"inscrits": 10**299 + i, "presents": 10**299 + i} for i, c in enumerate(codes)},
            "resolutions": [
                {"numero": 1, "regle": "ordinaire", "suffrages": {
                    c: {"pour": 10**298 + 7 * i, "contre": 3 * 10**298 + i} for i, c in enumerate(codes)}}
            ],
        },
    )  # fmt: skip
    verifier(en_octets(document))
    verifier(en_octets(document).replace(b'"consultation": 1', b'"consultation": 2'))
