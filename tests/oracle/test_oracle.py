"""The oracle against the case files, and the oracle against itself on random documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import pytest

from tests.chargeur_cas import Cas, charger_cas, statuts_livres

from .generateur import calcul_au_hasard
from .tally import VOTE_PAR_DEFAUT, calculer, verser

Table = dict[str, Any]

CAS = charger_cas()
GRAINES = range(300)
ELECTION = {"numero", "decision", "elus", "ballottage", "base_valeur", "candidats"}
CLES_VOTE = {
    "numero", "decision", "pour", "contre", "abstention", "non_votants", "perdu", "base", "base_valeur",
    "ratio", "seuil", "stricte", "lectures", "stable",
}  # fmt: skip


@cache
def hasard(graine: int) -> tuple[Table, list[Table]]:
    """Give one random document and what the oracle decides."""
    document = calcul_au_hasard(Random(graine))
    return document, calculer(document, {})["resolutions"]


def votes_par_college() -> Iterator[tuple[Table, Table, Table]]:
    """Give every random vote carried over by college: document, resolution, result."""
    for graine in GRAINES:
        document, resultats = hasard(graine)
        for resolution, resultat in zip(document["resolutions"], resultats, strict=True):
            if "colleges" in resultat:
                yield document, resolution, resultat


def options_de_vote(document: Table) -> Table:
    """Give [vote] with its defaults."""
    return {**VOTE_PAR_DEFAUT, **document["statuts"].get("vote", {})}


# --------------------------------------------------------------------------------------------
# The case files


@pytest.mark.parametrize("cas", CAS, ids=[cas.nom for cas in CAS])
def test_l_oracle_donne_les_valeurs_attendues(cas: Cas) -> None:
    resultats = calculer(cas.calcul, statuts_livres())["resolutions"]
    for resultat, attendu in zip(resultats, cas.attendus, strict=True):
        assert {cle: resultat.get(cle) for cle in attendu} == attendu


@pytest.mark.parametrize("cas", CAS, ids=[cas.nom for cas in CAS])
def test_un_cas_est_valide_et_dit_le_minimum(cas: Cas) -> None:
    assert fautes(cas.calcul, statuts_de(cas.calcul)) == []
    assert cas.articles
    assert cas.titre
    for resolution, attendu in zip(cas.calcul["resolutions"], cas.attendus, strict=True):
        minimum = {"elus", "ballottage"} if "sieges" in resolution else {"ratio"}
        assert attendu.keys() >= minimum | {"decision"}


@pytest.mark.parametrize("cas", CAS, ids=[cas.nom for cas in CAS])
def test_un_cas_respecte_la_typographie(cas: Cas) -> None:
    for texte in (cas.titre, cas.rappel):
        assert "'" not in texte
        assert not re.search(r" [:;?!%»€]", texte)
        assert not re.search(r"« ", texte)


def test_les_exemples_donnent_tous_les_champs() -> None:
    exemples = [cas for cas in CAS if cas.nom.startswith("exemples/")]
    assert len(exemples) == 16
    for cas in exemples:
        assert calculer(cas.calcul, statuts_livres())["resolutions"] == cas.attendus


def test_il_y_a_assez_de_cas() -> None:
    assert len(CAS) >= 60
    assert len({json.dumps(cas.calcul, sort_keys=True) for cas in CAS}) == len(CAS)


# --------------------------------------------------------------------------------------------
# Validity: a short reading of the refusal rules


def statuts_de(document: Table) -> Table:
    """Give the statutes of a document, inline or known."""
    statuts: Any = document["statuts"]
    table: Table = statuts_livres()[statuts] if isinstance(statuts, str) else statuts
    return table


def fautes_des_statuts(statuts: Table) -> list[str]:
    """List what `statuts.md` refuses."""
    fautes: list[str] = []
    vote = {**VOTE_PAR_DEFAUT, **statuts.get("vote", {})}
    colleges = statuts.get("colleges", [])
    codes = [college["code"] for college in colleges]
    poids = [Fraction(college["poids"]) for college in colleges]
    if colleges and sum(poids) != 100:
        fautes.append("poids")
    if any(not Fraction(vote["plancher_college"]) <= p <= Fraction(vote["plafond_college"]) for p in poids):
        fautes.append("bornes")
    if vote["colleges"] != "jamais" and len(colleges) < 3:
        fautes.append("moins de trois")
    if len(set(codes)) != len(codes):
        fautes.append("code double")
    if Fraction(vote["seuil_college"]) < Fraction(1, 2):
        fautes.append("seuil_college")
    fusions = {college["code"]: college["fusion_avec"] for college in colleges if "fusion_avec" in college}
    if any(cible not in codes or cible in fusions for cible in fusions.values()):
        fautes.append("fusion")
    connues = {categorie["code"] for categorie in statuts["categories"]}
    prises = {
        (code, genre)
        for college in colleges
        for choix in college["regle"]
        for code in choix["categories"]
        for genre in choix.get("personnes", ["physique", "morale"])
    }
    if any(code not in connues for code, _ in prises):
        fautes.append("categorie inconnue")
    if vote["colleges"] != "jamais":
        fautes += [
            f"sans collège {categorie['code']} {genre}"
            for categorie in statuts["categories"]
            for genre in categorie.get("personnes", ["physique", "morale"])
            if (categorie["code"], genre) not in prises
        ]
    for nom, regle in statuts["regles"].items():
        tables = [regle, regle.get("sans_college", {})]
        lignes = [t[quoi] for t in tables for quoi in ("premiere", "deuxieme") if quoi in t]
        fautes += [f"seuil {nom}" for ligne in lignes if not 0 < Fraction(ligne["seuil"]) <= 1]
        fautes += [f"ligne {nom}" for ligne in lignes if not ligne.keys() >= {"seuil", "stricte", "base"}]
        if "premiere" not in regle:
            fautes.append(f"premiere {nom}")
    for nom, quorum in statuts.get("quorum", {}).items():
        parts = [quorum[quoi] for quoi in ("premiere", "deuxieme") if quoi in quorum]
        fautes += [f"quorum {nom}" for part in parts if not 0 <= Fraction(part) <= 1]
    return fautes


def fautes_d_une_ligne(ligne: Table, resolution: Table, presents: int) -> list[str]:
    """List what `calcul.md` refuses in one line of suffrages."""
    if any(type(compte) is not int or compte < 0 for cle, compte in ligne.items() if cle != "candidats"):
        return ["compte"]
    if "sieges" not in resolution:
        return ["votants > presents"] if sum(ligne.values()) > presents else []
    votants = ligne.get("votants", 0)
    exprimes = votants - ligne.get("blanc", 0) - ligne.get("nul", 0)
    voix = ligne.get("candidats", {}).values()
    refus = {
        "votants > presents": votants > presents,
        "blanc + nul > votants": exprimes < 0,
        "voix > exprimes": any(v > exprimes for v in voix),
        "total > sieges x exprimes": sum(voix) > resolution["sieges"] * exprimes,
    }
    return [nom for nom, vrai in refus.items() if vrai]


def fautes(document: Table, statuts: Table) -> list[str]:
    """List what would be refused in a document."""
    toutes = fautes_des_statuts(statuts)
    par_college = document["assemblee"]["vote_par_college"]
    codes = {college["code"] for college in statuts.get("colleges", [])} if par_college else {"*"}
    corps = document["corps"]
    if par_college and statuts.get("societariat", {}).get("plusieurs_colleges"):
        codes |= {"*"}  # everybody once, beside the colleges
    if not set(corps) <= codes:
        toutes.append("corps")
    if par_college and statuts.get("vote", {}).get("colleges") == "jamais":
        toutes.append("jamais")
    if any(c.get("presents", 0) > c.get("inscrits", 0) for c in corps.values()):
        toutes.append("presents > inscrits")
    numeros = [resolution["numero"] for resolution in document["resolutions"]]
    if len(set(numeros)) != len(numeros) or not numeros:
        toutes.append("numeros")
    for resolution in document["resolutions"]:
        retires = resolution.get("retires", {})
        if not set(retires) <= codes:
            toutes.append("retires")
        restants = {code: corps.get(code, {}).get("presents", 0) - retires.get(code, 0) for code in codes | set(corps)}
        if min(restants.values()) < 0:
            toutes.append("retires > presents")
        par_tete = par_college and statuts["regles"][resolution["regle"]].get("par_tete", False)
        permis = codes | {"*"} if par_tete else codes - {"*"} if par_college else codes
        if not set(resolution["suffrages"]) <= permis or (par_tete and len(resolution["suffrages"]) != 1):
            toutes.append("suffrages")
        for code, ligne in resolution["suffrages"].items():
            presents = restants[code] if code in restants else sum(restants.values())
            toutes += fautes_d_une_ligne(ligne, resolution, presents)
    return toutes


@pytest.mark.parametrize("cle", ["cliss-xxi", "la-grande-ourse", "les-sentiers-communs"])
def test_les_statuts_livres_sont_valides(cle: str) -> None:
    statuts = statuts_livres()[cle]
    assert fautes_des_statuts(statuts) == []
    assert not contient_un_flottant(statuts)
    assert set(statuts.get("quorum", {})) <= set(statuts["regles"])
    for nommees in statuts["scrutin"].values():
        assert set(nommees) <= set(statuts["regles"])


def contient_un_flottant(valeur: Any) -> bool:
    """Find a float anywhere."""
    if isinstance(valeur, dict):
        return any(contient_un_flottant(contenu) for contenu in valeur.values())
    if isinstance(valeur, list):
        return any(contient_un_flottant(contenu) for contenu in valeur)
    return isinstance(valeur, float)


# --------------------------------------------------------------------------------------------
# Random documents


@pytest.mark.parametrize("graine", GRAINES)
def test_document_au_hasard(graine: int) -> None:
    document, resultats = hasard(graine)
    assert fautes(document, document["statuts"]) == []
    assert not contient_un_flottant(document)
    assert json.loads(json.dumps(document)) == document
    assert document == calcul_au_hasard(Random(graine))
    for resolution, resultat in zip(document["resolutions"], resultats, strict=True):
        assert resultat["numero"] == resolution["numero"]
        if "sieges" in resolution:
            verifier_election(resolution, resultat)
        else:
            verifier_vote(resultat)


def verifier_vote(resultat: Table) -> None:
    """Check what holds of every vote."""
    assert set(resultat) - {"colleges", "quorum"} == CLES_VOTE
    base = Fraction(resultat["base_valeur"])
    ratio = Fraction(resultat["ratio"])
    seuil = Fraction(resultat["seuil"])
    assert 0 <= ratio <= 1
    assert ratio == (Fraction(resultat["pour"]) / base if base else 0)
    for cle in ("pour", "contre", "abstention", "non_votants", "perdu"):
        assert Fraction(resultat[cle]) >= 0
    assert resultat["stable"] == (set(resultat["lectures"].values()) <= {resultat["decision"]})
    if resultat["decision"] == "sans_quorum":
        assert "quorum" in resultat
        assert set(resultat["lectures"].values()) <= {"sans_quorum"}
    else:
        passe = base > 0 and (ratio > seuil if resultat["stricte"] else ratio >= seuil)
        assert resultat["decision"] == ("adoptee" if passe else "rejetee")


def verifier_election(resolution: Table, resultat: Table) -> None:
    """Check what holds of every election."""
    assert set(resultat) - {"quorum"} == ELECTION
    parts = {nom: Fraction(c["part"]) for nom, c in resultat["candidats"].items()}
    elus = resultat["elus"]
    assert len(elus) <= resolution["sieges"]
    assert elus == sorted(elus, key=lambda nom: (-parts[nom], nom))
    battus = [parts[nom] for nom in parts if nom not in elus]
    assert all(parts[nom] > max(battus, default=Fraction(-1)) for nom in elus)
    assert (resultat["decision"] == "elus") == (len(elus) == resolution["sieges"])
    if resultat["decision"] in {"second_tour", "ballottage"}:
        assert resultat["decision"] == ("ballottage" if resolution.get("tour") == 2 else "second_tour")
    if resultat["ballottage"]:
        assert battus.count(max(battus)) >= 2
    assert all(Fraction(c["ratio"]) <= 1 for c in resultat["candidats"].values())


def test_les_cent_points_se_retrouvent() -> None:
    for document, _, resultat in votes_par_college():
        portes = sum(Fraction(resultat[cle]) for cle in ("pour", "contre", "abstention", "non_votants"))
        exclu = 100 - portes - Fraction(resultat["perdu"])
        assert exclu >= 0
        vote = options_de_vote(document)
        if "exclu" not in {vote["college_vide"], vote["college_silencieux"]}:
            assert exclu == 0
        attendue = {
            "exprimes": Fraction(resultat["pour"]) + Fraction(resultat["contre"]),
            "votants": portes - Fraction(resultat["non_votants"]),
            "presents": portes,
            "inscrits": 100 - exclu,
        }
        assert Fraction(resultat["base_valeur"]) == attendue[resultat["base"]]


def test_chaque_college_porte_son_poids() -> None:
    for document, _, resultat in votes_par_college():
        vote = options_de_vote(document)
        plafond = Fraction(vote["plafond_college"])
        statutaires = {c["code"]: Fraction(c["poids"]) for c in document["statuts"]["colleges"]}
        accueils = {c.get("fusion_avec") for c in document["statuts"]["colleges"]}
        for code, apport in resultat["colleges"].items():
            poids = Fraction(apport["poids"])
            assert sum(Fraction(apport[cle]) for cle in ("pour", "contre", "abstention")) <= poids
            assert poids >= statutaires[code]
            if code not in accueils:
                assert poids <= plafond
            if vote["report"] == "majoritaire":
                assert poids in {Fraction(apport[cle]) for cle in ("pour", "contre", "abstention")}


def test_echanger_pour_et_contre_echange_les_points() -> None:
    vus = 0
    for document, resolution, resultat in votes_par_college():
        if options_de_vote(document)["abstention"] != "neutre":
            continue
        envers = json.loads(json.dumps(document))
        envers["resolutions"] = [json.loads(json.dumps(resolution))]
        for ligne in envers["resolutions"][0]["suffrages"].values():
            ligne["pour"], ligne["contre"] = ligne.get("contre", 0), ligne.get("pour", 0)
        (retourne,) = calculer(envers, {})["resolutions"]
        assert (retourne["pour"], retourne["contre"]) == (resultat["contre"], resultat["pour"])
        assert retourne["base_valeur"] == resultat["base_valeur"]
        vus += 1
    assert vus > 50


def test_multiplier_toutes_les_tetes_ne_change_rien_aux_points() -> None:
    vus = 0
    for document, resolution, resultat in votes_par_college():
        # `effectif_minimal` counts heads: only a minimum of 0 or 1 is blind to the factor.
        if int(options_de_vote(document)["effectif_minimal"]) > 1:
            continue
        grand = json.loads(json.dumps(document))
        grand["resolutions"] = [json.loads(json.dumps(resolution))]
        tables = [*grand["corps"].values(), *grand["resolutions"][0]["suffrages"].values()]
        for table in [*tables, grand["resolutions"][0].get("retires", {})]:
            for cle in table:
                table[cle] *= 7
        assert calculer(grand, {})["resolutions"] == [resultat]
        vus += 1
    assert vus > 50


def verser_par_rondes(somme: Fraction, places: Table, cles: Table) -> Table:
    """Spread by rounds, as the text tells it, to hold the levels of the oracle against."""
    recus = dict.fromkeys(places, Fraction(0))
    while somme:
        ouverts = [code for code in places if recus[code] < places[code] and cles[code]]
        if not ouverts:
            break
        total = sum(cles[code] for code in ouverts)
        dons = {code: min(places[code] - recus[code], somme * cles[code] / total) for code in ouverts}
        for code, don in dons.items():
            recus[code] += don
        somme -= sum(dons.values(), Fraction(0))
    return recus


@pytest.mark.parametrize("graine", range(200))
def test_les_niveaux_donnent_ce_que_donnent_les_rondes(graine: int) -> None:
    rng = Random(graine)
    codes = "ABCDEFG"[: rng.randint(1, 7)]
    places = {code: Fraction(rng.randint(0, 30), rng.randint(1, 3)) for code in codes}
    cles = {code: Fraction(rng.randint(0, 40), rng.randint(1, 3)) for code in codes}
    somme = Fraction(rng.randint(0, 90), rng.randint(1, 4))
    recus = verser(somme, places, cles)
    rondes = verser_par_rondes(somme, places, cles)
    assert {code: recus.get(code, Fraction(0)) for code in codes} == rondes


def test_le_hasard_visite_tout() -> None:
    vus: set[object] = set()
    for graine in GRAINES:
        document, resultats = hasard(graine)
        vote = options_de_vote(document)
        for cle in ("colleges", "report", "base_report", "abstention", "college_vide", "college_silencieux"):
            vus.add((cle, vote[cle]))
        vus.add(("effectif_minimal", vote["effectif_minimal"]))
        vus |= {("quorum", quorum["base"]) for quorum in document["statuts"].get("quorum", {}).values()}
        if "colleges" not in document["statuts"]:
            vus.add("sans aucun collège")
        for resultat in resultats:
            vus.add(("decision", resultat["decision"]))
            if resultat.get("ballottage"):
                vus.add("ballottage")
            if resultat.get("stable") is False:
                vus.add("instable")
            if resultat.get("ratio") == resultat.get("seuil", ""):
                vus.add("seuil exact")
            if any(c["second_tour"] for c in resultat.get("colleges", {}).values()):
                vus.add("college second_tour")
    sorts = ["perdu", "exclu", "abstention", "egal", "prorata"]
    bases = ["exprimes", "votants", "presents", "inscrits"]
    decisions = ["adoptee", "rejetee", "sans_quorum", "elus", "second_tour", "ballottage"]
    voulus: set[object] = {"sans aucun collège", "ballottage", "instable", "seuil exact", "college second_tour"}
    voulus |= {(cle, sort) for cle in ("college_vide", "college_silencieux") for sort in sorts}
    voulus |= {("base_report", base) for base in bases} | {("effectif_minimal", n) for n in range(5)}
    voulus |= {("decision", decision) for decision in decisions}
    voulus |= {("quorum", genre) for genre in ("associes", "voix", "chaque_college")}
    voulus |= {("report", "majoritaire"), ("abstention", "pour"), ("colleges", "jamais")}
    assert voulus <= vus
