"""What must hold whatever the statutes and the votes; where the format itself sets a limit, its counterexample."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scicvote.core.election import choisir
from scicvote.core.redistribution import repartir
from scicvote.core.resultat import Resultat, ResultatElection
from scicvote.exchange.calcul import lire_document
from tests.outils.hasard import PROFIL, Table, arbres, copie, documents, resultats

COLLEGES = {"SB": 40, "PP": 30, "PM": 30}
REGLES_CLISS = ["ordinaire", "extraordinaire", "admission", "exclusion", "revocation_gerance", "modification_poids"]


def vote_de(document: Table) -> Table:
    return {
        "effectif_minimal": 1,
        "abstention": "neutre",
        "base_report": "votants",
        **document["statuts"].get("vote", {}),
    }


def cliss(
    corps: dict[str, tuple[int, int]], suffrages: Table, regle: str = "ordinaire", consultation: int = 1
) -> Table:
    """A document under the shipped statutes: (inscrits, presents) and the votes of each college."""
    return {
        "format": "scicvote-calcul/1",
        "statuts": "cliss-xxi",
        "assemblee": {
            "nature": "ordinaire",
            "date": "2026-06-12",
            "consultation": consultation,
            "vote_par_college": "*" not in corps,
        },
        "corps": {code: {"inscrits": n, "presents": p} for code, (n, p) in corps.items()},
        "resolutions": [{"numero": 1, "regle": regle, "suffrages": suffrages}],
    }


@st.composite
def documents_cliss(draw: st.DrawFn) -> Table:
    """Any vote under the shipped statutes, by college or by heads, of a few members: ties and silence are frequent."""
    corps, suffrages = {}, {}
    for code in draw(st.sampled_from([list(COLLEGES), ["*"]])):
        pour, contre, abstention, blanc, muets, absents = (draw(st.integers(0, 4)) for _ in range(6))
        presents = pour + contre + abstention + blanc + muets
        corps[code] = (presents + absents, presents)
        suffrages[code] = {"pour": pour, "contre": contre, "abstention": abstention, "blanc": blanc}
    return cliss(corps, suffrages, draw(st.sampled_from(REGLES_CLISS)), draw(st.sampled_from([1, 2])))


# --- order


@PROFIL
@given(documents(), st.randoms(use_true_random=False))
def test_l_ordre_des_corps_et_des_bulletins_est_indifferent(document: Table, rng: Any) -> None:
    melange = copie(document)
    for table in (melange, *melange["resolutions"]):
        for cle in ("corps", "suffrages", "retires"):
            if cle in table:
                paires = list(table[cle].items())
                rng.shuffle(paires)
                table[cle] = dict(paires)
    assert arbres(melange) == arbres(document)


@PROFIL
@given(documents(), st.randoms(use_true_random=False))
def test_l_ordre_des_colleges_dans_les_statuts_est_indifferent(document: Table, rng: Any) -> None:
    melange = copie(document)
    rng.shuffle(melange["statuts"].get("colleges", []))
    assert arbres(melange, phrases=False) == arbres(document, phrases=False)


# --- one more vote for


def un_pour_de_plus(document: Table) -> Iterator[Table]:
    """Every document in which one present person more votes for: a vote against, an abstention, a silence turned."""
    for i, resolution in enumerate(document["resolutions"]):
        if "sieges" in resolution:
            continue
        retires = resolution.get("retires", {})
        possibles = {code: c.get("presents", 0) - retires.get(code, 0) for code, c in document["corps"].items()}
        for code in {*possibles, *resolution["suffrages"]}:
            ligne = resolution["suffrages"].get(code, {})
            presents = sum(possibles.values()) if code == "*" else possibles.get(code, 0)
            par_tete = len(resolution["suffrages"]) == 1 and code not in resolution["suffrages"]
            turnable = [cle for cle in ("contre", "abstention", "blanc", "nul") if ligne.get(cle, 0)]
            if sum(ligne.values()) < presents and not par_tete:
                turnable.append("")
            for cle in turnable:
                suite = copie(document)
                vus = suite["resolutions"][i]["suffrages"].setdefault(code, {})
                vus["pour"] = vus.get("pour", 0) + 1
                if cle:
                    vus[cle] -= 1
                yield suite


def decisions(document: Table) -> list[tuple[str, dict[str, str]]]:
    return [
        (r.decision.value, {k: v.value for k, v in r.lectures.items()})
        for r in resultats(document)
        if isinstance(r, Resultat)
    ]


def verifier_pour_de_plus(document: Table) -> int:
    """How many changes were held against the document; none undoes an adoption, in the decision or in any reading."""
    avant, vus = decisions(document), 0
    for suite in un_pour_de_plus(document):
        for (ancienne, anciennes), (nouvelle, nouvelles) in zip(avant, decisions(suite), strict=True):
            assert ancienne != "adoptee" or nouvelle == "adoptee"
            assert all(nouvelles[cle] == "adoptee" for cle, vue in anciennes.items() if vue == "adoptee")
        vus += 1
    return vus


@PROFIL
@given(documents_cliss())
def test_un_pour_de_plus_ne_defait_rien_cliss(document: Table) -> None:
    verifier_pour_de_plus(document)


@PROFIL
@given(documents())
def test_un_pour_de_plus_ne_defait_rien(document: Table) -> None:
    """It holds for every statutes of the format, redistribution and majority carry-over included.

    A college that wakes brings its whole weight for; the others give back what they had received, part of it for at
    most: P does not fall, C and A do not rise. A vote never changes who is vide or merged (``inscrits`` does).
    """
    verifier_pour_de_plus(document)


def test_un_college_qui_se_reveille_pour_ne_defait_rien() -> None:
    """The sharpest case of the proof: all of a silent college's weight was carried for by the others."""
    document = copie(
        cliss({"SB": (3, 3), "PP": (3, 3), "PM": (3, 3)}, {"SB": {"pour": 3}, "PP": {"pour": 2, "contre": 1}})
    )
    document["statuts"] = statuts_en_ligne()
    for sort in ("perdu", "exclu", "abstention", "egal", "prorata"):
        document["statuts"]["vote"]["college_silencieux"] = sort
        assert verifier_pour_de_plus(document) > 0


def test_un_membre_de_plus_peut_defaire_une_fusion() -> None:
    """Where the format sets the limit: one more MEMBER who votes for may wake a merged college, and undo an adoption."""
    document = cliss({"SB": (2, 2), "PP": (10, 10), "PM": (1, 1)}, {"PP": {"pour": 10}, "PM": {"contre": 1}})
    document["statuts"] = statuts_en_ligne()
    document["statuts"]["vote"]["effectif_minimal"] = 2
    document["statuts"]["colleges"][2]["fusion_avec"] = "PP"
    assert decisions(document)[0][0] == "adoptee"  # 60 points x 10/11
    document["corps"]["PM"] = {"inscrits": 2, "presents": 2}
    document["resolutions"][0]["suffrages"]["PM"] = {"pour": 1, "contre": 1}
    assert decisions(document)[0][0] == "rejetee"  # 30 + 15 points


def statuts_en_ligne() -> Table:
    """The colleges and the ordinary rule of the shipped statutes, to be changed."""
    return {
        "format": "scicvote-statuts/1",
        "cle": "essai",
        "denomination": "Coopérative fictive",
        "forme": "SARL",
        "date": "2020-01-31",
        "categories": [{"code": "1", "nom": "Salariés"}],
        "colleges": [
            {"code": code, "nom": code, "poids": str(poids), "regle": [{"categories": ["1"]}]}
            for code, poids in COLLEGES.items()
        ],
        "vote": {"plafond_college": "60", "plancher_college": "0"},
        "regles": {"ordinaire": {"premiere": {"seuil": "1/2", "stricte": True, "base": "inscrits"}}},
    }


# --- scale


@PROFIL
@given(documents(), st.integers(2, 9), st.data())
def test_grossir_un_college_ne_change_rien(document: Table, fois: int, data: st.DataObject) -> None:
    """Multiplying every count of one college, where it does not change who is vide or merged.

    Votes by heads and a quorum of heads count the heads of several colleges together: they are left out.
    """
    assume(document["assemblee"]["vote_par_college"])
    minimum = vote_de(document)["effectif_minimal"]
    code = data.draw(st.sampled_from(sorted(document["corps"])))
    colleges = {c["code"]: c for c in document["statuts"]["colleges"]}
    seuls = [c for c in colleges if document["corps"].get(c, {}).get("inscrits", 0) >= minimum]
    meles = {code for c in colleges.values() if c["code"] not in seuls for code in (c["code"], c.get("fusion_avec"))}
    assume(code not in meles)
    regles, quorums = document["statuts"]["regles"], document["statuts"].get("quorum", {})
    document["resolutions"] = [
        r
        for r in document["resolutions"]
        if not regles[r["regle"]].get("par_tete") and quorums.get(r["regle"], {}).get("base", "voix") != "associes"
    ]
    assume(document["resolutions"])
    grand = copie(document)
    tables = [grand["corps"][code]]
    for resolution in grand["resolutions"]:
        if code in resolution.get("retires", {}):
            resolution["retires"][code] *= fois
        vus = resolution["suffrages"].get(code, {})
        tables += [vus, vus.get("candidats", {})]
    for table in tables:
        for cle, valeur in table.items():
            if isinstance(valeur, int):
                table[cle] = valeur * fois
    assert arbres(grand, phrases=False) == arbres(document, phrases=False)


# --- the hundred points


@PROFIL
@given(documents())
def test_les_cent_points_se_retrouvent(document: Table) -> None:
    for resultat in resultats(document):
        ponderation = resultat.cadre.ponderation
        if isinstance(resultat, ResultatElection) or ponderation is None:
            continue
        for part in resultat.parts.values():
            assert part.pour + part.contre + part.abstention + part.non_votants == part.poids
            assert min(part.pour, part.contre, part.abstention, part.non_votants) >= 0
        portes = resultat.pour + resultat.contre + resultat.abstention + resultat.non_votants
        assert portes + resultat.perdu + ponderation.exclu == 100
        assert sum(ponderation.poids.values()) + ponderation.abstention + resultat.perdu + ponderation.exclu == 100


@PROFIL
@given(documents())
def test_le_plafond_tient(document: Table) -> None:
    """No college ends above the cap, but one that a fusion had brought there: that one receives nothing."""
    plafond = Fraction(vote_de(document).get("plafond_college", 50))
    for resultat in resultats(document):
        if resultat.cadre.ponderation is not None:
            statutaires = {corps.code: corps.poids for corps in resultat.cadre.corps}
            for code, poids in resultat.cadre.ponderation.poids.items():
                assert poids <= plafond or poids == statutaires[code]


PARTS = st.fractions(0, 60, max_denominator=9)


@PROFIL
@given(PARTS, st.dictionaries(st.sampled_from("ABCDEFG"), st.tuples(PARTS, PARTS), max_size=7), st.randoms(), PARTS)
def test_repartir_garde_le_total(
    somme: Fraction, colleges: dict[str, tuple[Fraction, Fraction]], rng: Any, plafond: Fraction
) -> None:
    poids = {code: p for code, (p, _) in colleges.items()}
    cles = {code: cle for code, (_, cle) in colleges.items()}
    finals, reste = repartir(somme, poids, cles, plafond)
    assert sum(finals.values(), Fraction(0)) + reste == somme + sum(poids.values(), Fraction(0))
    for code, final in finals.items():
        assert poids[code] <= final <= max(plafond, poids[code])
        if reste and cles[code]:
            assert final >= plafond  # something is lost only when nobody can take more
    melange = list(poids)
    rng.shuffle(melange)
    assert repartir(somme, {code: poids[code] for code in melange}, cles, plafond) == (finals, reste)


# --- abstentions


def avec_abstentions(document: Table) -> Iterator[Table]:
    """The same document, in each body one silent person more who abstains, votes blank or void."""
    for i, resolution in enumerate(document["resolutions"]):
        for code, ligne in resolution["suffrages"].items():
            presents = (
                sum(c.get("presents", 0) for c in document["corps"].values())
                if code == "*"
                else (document["corps"].get(code, {}).get("presents", 0))
            )
            retires = resolution.get("retires", {})
            sortis = sum(retires.values()) if code == "*" else retires.get(code, 0)
            if "sieges" in resolution or sum(ligne.values()) >= presents - sortis:
                continue
            for cle in ("abstention", "blanc", "nul"):
                suite = copie(document)
                vus = suite["resolutions"][i]["suffrages"][code]
                vus[cle] = vus.get(cle, 0) + 1
                yield suite


@PROFIL
@given(documents())
def test_sur_les_exprimes_s_abstenir_ne_change_rien(document: Table) -> None:
    """By college, where ``base_report`` is ``exprimes``: nothing at all, whatever the rule's base (``tous`` apart).

    By heads, where the rule's base is ``exprimes``: neither the ratio nor the decision.
    """
    document["statuts"].setdefault("vote", {}).update({"base_report": "exprimes", "abstention": "neutre"})
    avant = resultats(document)
    for suite in avec_abstentions(document):
        for ancien, nouveau in zip(avant, resultats(suite), strict=True):
            if isinstance(ancien, ResultatElection) or isinstance(nouveau, ResultatElection):
                continue
            if ancien.cadre.par_college:
                assert (nouveau.decision, nouveau.ratio, nouveau.parts) == (ancien.decision, ancien.ratio, ancien.parts)
                lectures = {cle: vue for cle, vue in ancien.lectures.items() if cle != "tous"}
                assert {cle: vue for cle, vue in nouveau.lectures.items() if cle != "tous"} == lectures
            elif ancien.cadre.ligne.base == "exprimes":
                assert (nouveau.decision, nouveau.ratio) == (ancien.decision, ancien.ratio)


def test_la_base_exprimes_ne_suffit_pas_quand_le_college_partage_sur_ses_votants() -> None:
    """The limit: under ``base_report = votants`` an abstention weighs in its college, so it counts even then."""
    corps = {"SB": (5, 5), "PP": (1, 1), "PM": (1, 1)}
    votes = {"SB": {"pour": 2}, "PP": {"contre": 1}, "PM": {"abstention": 1}}
    assert decisions(cliss(corps, votes, consultation=2))[0][0] == "adoptee"  # 40 against 30
    votes["SB"] = {"pour": 2, "abstention": 2}
    assert decisions(cliss(corps, votes, consultation=2))[0][0] == "rejetee"  # 20 against 30


# --- everybody, nobody


@PROFIL
@given(documents(), st.integers(0, 5))
def test_l_unanimite_de_tous_les_inscrits_passe(document: Table, de_plus: int) -> None:
    """Every body has members enough, all are there, all vote for. Only a threshold of "more than all" rejects that.

    So does a college under majority carry-over whose ``seuil_college`` is 1: no side is ever above it.
    """
    document["statuts"].get("vote", {}).pop("seuil_college", None)
    effectif = max(1, vote_de(document)["effectif_minimal"]) + de_plus
    codes = [c["code"] for c in document["statuts"].get("colleges", [])]
    corps = codes if document["assemblee"]["vote_par_college"] else ["*"]
    document["corps"] = {code: {"inscrits": effectif, "presents": effectif} for code in corps}
    document["resolutions"] = [r for r in document["resolutions"] if "sieges" not in r]
    assume(document["resolutions"])
    for resolution in document["resolutions"]:
        resolution.pop("retires", None)
        par_tete = document["statuts"]["regles"][resolution["regle"]].get("par_tete", False)
        cles = list(resolution["suffrages"]) if par_tete and corps != ["*"] else corps
        resolution["suffrages"] = {cle: {"pour": effectif * (len(corps) if cle == "*" else 1)} for cle in cles}
    for resultat in resultats(document):
        assert isinstance(resultat, Resultat)
        ligne = resultat.cadre.ligne
        assert resultat.ratio == 1
        assert resultat.decision == ("rejetee" if ligne.stricte and ligne.seuil == 1 else "adoptee")


def test_l_unanimite_ne_suffit_pas_quand_un_college_est_vide() -> None:
    """The limit, under the shipped statutes: an empty college's points are lost, and 70 are not three quarters."""
    corps = {"SB": (5, 5), "PP": (5, 5), "PM": (0, 0)}
    votes = {"SB": {"pour": 5}, "PP": {"pour": 5}}
    assert decisions(cliss(corps, votes, "extraordinaire"))[0][0] == "rejetee"
    assert decisions(cliss(corps, votes, "ordinaire"))[0][0] == "adoptee"


@PROFIL
@given(documents())
def test_personne_ne_vote_rien_ne_passe(document: Table) -> None:
    for resolution in document["resolutions"]:
        for ligne in resolution["suffrages"].values():
            candidats = dict.fromkeys(ligne.get("candidats", {}), 0)
            ligne.clear()
            if "sieges" in resolution and candidats:
                ligne["candidats"] = candidats
    for resultat in resultats(document):
        assert resultat.decision in ("rejetee", "sans_quorum", "second_tour", "ballottage")
        if isinstance(resultat, ResultatElection):
            assert resultat.elus == ()
        else:
            assert set(resultat.lectures.values()) <= {"rejetee", "sans_quorum"}


# --- elections


@PROFIL
@given(documents())
def test_les_elus_sont_les_mieux_portes(document: Table) -> None:
    """Never more than the seats; nobody left out was carried by more than somebody elected; a tie elects neither."""
    lecture = lire_document(document)
    assert lecture.calcul is not None
    for question, resultat in zip(lecture.calcul.questions, resultats(document), strict=True):
        if not isinstance(resultat, ResultatElection):
            continue
        parts = {nom: voix.part for nom, voix in resultat.candidats.items()}
        assert len(resultat.elus) <= resultat.sieges
        assert list(resultat.elus) == sorted(resultat.elus, key=lambda nom: (-parts[nom], nom))
        dehors = [part for nom, part in parts.items() if nom not in resultat.elus]
        if resultat.elus and dehors and len(resultat.elus) == resultat.sieges:
            assert min(parts[nom] for nom in resultat.elus) > max(dehors)
        assert not (resultat.ballottage and resultat.decision == "elus")
        if not resultat.cadre.sans_quorum:
            encore = choisir(resultat.candidats, resultat.base_valeur, resultat.cadre, question)
            assert encore == (resultat.elus, resultat.ballottage)


@pytest.mark.parametrize("regle", REGLES_CLISS)
@pytest.mark.parametrize("par_college", [True, False])
def test_a_egalite_rien_n_est_adopte(regle: str, par_college: bool) -> None:
    corps = dict.fromkeys(COLLEGES, (4, 4)) if par_college else {"*": (4, 4)}
    votes = {code: {"pour": 2, "contre": 2} for code in corps}
    for consultation in (1, 2):
        assert decisions(cliss(corps, votes, regle, consultation))[0][0] == "rejetee"
