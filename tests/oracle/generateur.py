"""Random statutes and random votes, valid by every refusal rule of `statuts.md` and `calcul.md`.

Numbers are kept small on purpose: with three or four members in a college, ties, exact
thresholds, silent colleges and capped redistributions happen all the time, and those are the
cases in which two tallies part company. One document in five is then bent so that a threshold or
a quorum falls exactly on the figure attained, or a hair's breadth to one side of it: a tally that
rounds anywhere gives itself away there.

Everything is drawn from the `random.Random` that is given: one seed, one document.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from random import Random
from typing import Any

from .tally import calculer

Table = dict[str, Any]

BASES = ["exprimes", "votants", "presents", "inscrits"]
SORTS = ["perdu", "exclu", "abstention", "egal", "prorata"]
CODES_COLLEGES = ["SB", "PP", "PM", "G", "U", "CT", "F", "Z"]
SEUILS: list[int | str] = ["1/2", "1/2", "1/2", "2/3", "3/4", "3/4", "1/3", "0.5", "0.60", "4/10", "1", 1]
PARTS_QUORUM: list[int | str] = ["0", 0, "1/5", "1/5", "1/4", "1/4", "1/3", "1/2", "0.5", "2/3", "1", 1]
PLANCHERS: list[int | str] = ["10", "10", 10, "5", "12.5", "0", "1/3"]
PLAFONDS: list[int | str] = ["50", "50", 50, "40", "40.0", "35", "100/3", "60"]
NOMS_REGLES = [
    "extraordinaire", "admission", "exclusion", "election_gerance", "scrutin_secret", "revocation_gerance",
    "avis_college", "decision_college", "designation_candidat", "modification_poids",
]  # fmt: skip
# Plainly fictional, and chosen so that an order by code point is not an order of dictionary.
NOMS_CANDIDATS = ["Alix Fictif", "Zoé Exemple", "Émile Modèle", "alix fictif", "Candidat B", "Candidat A"]
HAIR = Fraction(1, 10**9)

AUTRES_SECTIONS: Table = {
    "capital": {"valeur_part": "20", "minimum": "3800", "plancher_relatif": "1/4"},
    "societariat": {"categories_minimum": 3, "maximum_associes": 100, "plusieurs_colleges": False},
    "pouvoirs": {"conjoint": True, "meme_college": True, "en_blanc": "interdit", "maximum": 5},
    "delais": {"arrete_liste_jours": 16, "convocation_jours": 15, "demande_ag_voix": "1/10"},
    "exercice": {"cloture": "12-31"},
    "constitution": {"associes_plus_de": 15, "exercices": 1, "demandeurs": 1},
    "repartition": {"reserve_legale": "15/100", "reserve_statutaire_minimum": "1/2"},
    "pertes": {"inactivite_annees": 2},
    "remboursement": {"delai_annees": 2, "pertes_annees": 5},
    "distance": {"courrier": False, "visioconference": False},
    "scrutin": {"secret": ["ordinaire"], "hors_ordre_du_jour": []},
}


def chance(rng: Random, sur_cent: int) -> bool:
    """Draw yes with so many chances in a hundred."""
    return rng.randrange(100) < sur_cent


# --------------------------------------------------------------------------------------------
# Statutes


def ecrire_poids(rng: Random, poids: Fraction) -> int | str:
    """Write a weight in one of the ways that the format allows, exactly."""
    fois = rng.choice([1, 1, 2])
    facons: list[int | str] = [f"{poids.numerator * fois}/{poids.denominator * fois}"]
    if poids.denominator == 1:
        facons = [int(poids), str(poids), f"{poids}.0", f"{poids}.00", *facons]
    elif 10000 % poids.denominator == 0:
        dix_milliemes = int(poids * 10000)
        facons += [f"{dix_milliemes // 10000}.{dix_milliemes % 10000:04d}"] * 2
    return rng.choice(facons)


def poids_au_hasard(rng: Random, combien: int, plancher: Fraction, plafond: Fraction) -> list[Fraction] | None:
    """Draw weights between the bounds that sum to exactly 100; None where the grain forbids it."""
    grain = rng.choice([Fraction(5), Fraction(1), Fraction(1), Fraction(1, 4), Fraction(1, 100),
                        Fraction(5, 3), Fraction(1, 3), Fraction(1, 7)])  # fmt: skip
    bas, haut, reste = ceil(plancher / grain), floor(plafond / grain), 100 / grain
    if reste.denominator != 1 or combien * bas > reste or combien * haut < reste:
        return None
    a_placer = int(reste)
    poids = []
    for autres in range(combien - 1, -1, -1):
        unites = rng.randint(max(bas, a_placer - autres * haut), min(haut, a_placer - autres * bas))
        a_placer -= unites
        poids.append(unites * grain)
    rng.shuffle(poids)
    return poids


def categories_au_hasard(rng: Random) -> list[Table]:
    """Draw three to six categories; one without `personnes` takes both kinds."""
    categories = []
    for numero in range(1, rng.randint(3, 6) + 1):
        categorie: Table = {"code": str(numero), "nom": f"Catégorie fictive {numero}"}
        if chance(rng, 50):
            categorie["personnes"] = rng.choice([["physique"], ["morale"], ["physique", "morale"]])
        if chance(rng, 20):
            categorie["obligatoire"] = True
        if chance(rng, 10):
            categorie["plafond_capital"] = "1/5"
        categories.append(categorie)
    return categories


def regles_des_colleges(rng: Random, categories: list[Table], codes: list[str]) -> dict[str, list[Table]]:
    """Share every category and kind of person among the colleges, so that each is taken."""
    regles: dict[str, list[Table]] = {code: [] for code in codes}
    for categorie in categories:
        genres = categorie.get("personnes", ["physique", "morale"])
        if chance(rng, 50):
            regles[rng.choice(codes)].append({"categories": [categorie["code"]]})
        else:
            for genre in genres:
                regles[rng.choice(codes)].append({"categories": [categorie["code"]], "personnes": [genre]})
    for code in codes:
        # The first college whose rule fits takes the member: a later rule may well name again
        # what an earlier one has taken.
        if not regles[code]:
            regles[code].append({"categories": [rng.choice(categories)["code"]], "personnes": ["physique"]})
    return regles


def colleges_au_hasard(rng: Random, categories: list[Table], vote: Table) -> list[Table]:
    """Draw three to eight colleges, and set the bounds of their weights in `vote`."""
    poids: list[Fraction] | None = None
    while poids is None:
        combien = rng.choice([3, 3, 3, 4, 4, 5, 6, 7, 8])
        plancher: int | str = rng.choice(PLANCHERS)
        plafond: int | str = rng.choice(PLAFONDS)
        poids = poids_au_hasard(rng, combien, Fraction(plancher), Fraction(plafond))
    # A default that happens to be right may be left out.
    if Fraction(plancher) != 10 or chance(rng, 50):
        vote["plancher_college"] = plancher
    if Fraction(plafond) != 50 or chance(rng, 50):
        vote["plafond_college"] = plafond

    codes = CODES_COLLEGES[:combien]
    regles = regles_des_colleges(rng, categories, codes)
    colleges: list[Table] = []
    for code, valeur in zip(codes, poids, strict=True):
        colleges.append(
            {
                "code": code,
                "nom": f"Collège fictif {code}",
                "poids": ecrire_poids(rng, valeur),
                "regle": regles[code],
            }
        )
    if chance(rng, 45):
        # Never chained: who may leave receives nobody.
        accueils = rng.sample(codes, rng.randint(1, combien - 1))
        for college in colleges:
            if college["code"] not in accueils and chance(rng, 70):
                college["fusion_avec"] = rng.choice(accueils)
    return colleges


def ligne_au_hasard(rng: Random) -> Table:
    """Draw a majority line, with or without other readings."""
    ligne: Table = {"seuil": rng.choice(SEUILS), "stricte": chance(rng, 55), "base": rng.choice(BASES)}
    if chance(rng, 75):
        lectures = [*BASES, "tous"]
        ligne["lectures"] = rng.sample(lectures, rng.randint(0, len(lectures)))
    return ligne


def regle_au_hasard(rng: Random, *, par_tete: bool) -> Table:
    """Draw a rule."""
    regle: Table = {"premiere": ligne_au_hasard(rng)}
    if chance(rng, 80):
        regle["articles"] = rng.choice([["statuts 22"], ["statuts 24-1", "C. com. L223-29"], []])
    if chance(rng, 55):
        regle["deuxieme"] = ligne_au_hasard(rng)
    if chance(rng, 60):
        regle["tour2"] = rng.choice(["meme", "relative", "relative"])
    if par_tete or chance(rng, 5):
        regle["par_tete"] = par_tete
    if chance(rng, 60):
        regle["sans_college"] = sans_college_au_hasard(rng)
    return regle


def sans_college_au_hasard(rng: Random) -> Table:
    """Draw what replaces the keys of a rule, one by one: perhaps only one of its two lines."""
    remplacements: Table = {}
    if chance(rng, 75):
        remplacements["premiere"] = ligne_au_hasard(rng)
    if chance(rng, 50):
        remplacements["deuxieme"] = ligne_au_hasard(rng)
    if chance(rng, 15):
        remplacements["tour2"] = rng.choice(["meme", "relative"])
    return remplacements


def regles_au_hasard(rng: Random) -> Table:
    """Draw `ordinaire`, which is required, and a few others."""
    regles: Table = {"ordinaire": regle_au_hasard(rng, par_tete=False)}
    for nom in rng.sample(NOMS_REGLES, rng.randint(1, 4)):
        par_tete = nom in {"scrutin_secret", "avis_college", "decision_college", "designation_candidat"}
        regles[nom] = regle_au_hasard(rng, par_tete=par_tete or chance(rng, 10))
    return regles


def quorums_au_hasard(rng: Random, regles: Table) -> Table:
    """Draw a quorum of one of the three kinds for some of the rules."""
    quorums: Table = {}
    for nom in regles:
        if chance(rng, 45):
            quorum: Table = {
                "premiere": rng.choice(PARTS_QUORUM),
                "base": rng.choice(["associes", "voix", "chaque_college"]),
            }
            if chance(rng, 50):
                quorum["deuxieme"] = rng.choice(PARTS_QUORUM)
            quorums[nom] = quorum
    return quorums


def vote_au_hasard(rng: Random) -> Table:
    """Draw every option of [vote] but the bounds; a key left out stands for its default."""
    choix: Table = {
        "colleges": rng.choice(["toujours", "sur_demande", "sur_demande", "jamais"]),
        "report": rng.choice(["proportionnel", "proportionnel", "majoritaire"]),
        "base_report": rng.choice(BASES),
        "abstention": rng.choice(["neutre", "neutre", "pour"]),
        "effectif_minimal": rng.choice([0, 1, 1, 2, 2, 3, 4]),
        "college_vide": rng.choice(SORTS),
        "college_silencieux": rng.choice(SORTS),
        "seuil_college": rng.choice(["1/2", "1/2", "3/5", "2/3", "0.75", "1"]),
    }
    return {cle: valeur for cle, valeur in choix.items() if chance(rng, 88)}


def statuts_au_hasard(rng: Random) -> Table:
    """Draw valid statutes, as a JSON file holds them (dates as ISO strings)."""
    vote = vote_au_hasard(rng)
    regles = regles_au_hasard(rng)
    categories = categories_au_hasard(rng)
    statuts: Table = {
        "format": "scicvote-statuts/1",
        "cle": f"fictive-{rng.randrange(1000)}",
        "denomination": "Coopérative fictive",
        "forme": rng.choice(["SARL", "SA", "SAS"]),
        "date": "2020-01-31",
        "categories": categories,
        "regles": regles,
    }
    if vote.get("colleges") != "jamais" or chance(rng, 40):
        statuts["colleges"] = colleges_au_hasard(rng, categories, vote)
    if vote or chance(rng, 50):
        statuts["vote"] = vote
    quorums = quorums_au_hasard(rng, regles)
    if quorums:
        statuts["quorum"] = quorums
    for nom, section in AUTRES_SECTIONS.items():
        if chance(rng, 25):
            statuts[nom] = dict(section)
    return statuts


# --------------------------------------------------------------------------------------------
# Votes


def effectifs_au_hasard(rng: Random, echelle: int, peuple: bool) -> Table:
    """Draw the figures of a body: often empty, often with nobody present, unless `peuple`."""
    effectifs = [2, 3, 3, 4, 4, 4, 5, 6, 6, 8, 10, 12] if peuple else [0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 8]
    inscrits = rng.choice(effectifs) * echelle
    quelques_uns = rng.randint(0, inscrits)
    presents = rng.choice([inscrits] * 4 + [quelques_uns] if peuple else [0, inscrits, quelques_uns])
    return sans_zeros(rng, {"inscrits": inscrits, "presents": presents})


def sans_zeros(rng: Random, comptes: Table) -> Table:
    """Leave out some of the counts that are 0: "an omitted count is 0"."""
    return {cle: valeur for cle, valeur in comptes.items() if valeur or chance(rng, 40)}


def partager(rng: Random, total: int, parts: int) -> list[int]:
    """Cut a total into so many whole numbers, zeros being likely."""
    bornes = sorted(rng.choice([0, total, rng.randint(0, total)]) for _ in range(parts - 1))
    return [fin - debut for debut, fin in zip([0, *bornes], [*bornes, total], strict=True)]


def votants_au_hasard(rng: Random, possibles: int) -> int:
    """Draw how many of those present vote: mostly all of them."""
    return rng.choice([possibles, possibles, possibles, rng.randint(0, possibles), 0])


def ligne_de_vote(rng: Random, possibles: int) -> Table:
    """Draw pour, contre, abstention, blanc and nul for one body."""
    votants = votants_au_hasard(rng, possibles)
    facons = ["unanime", "unanime", "partage", "hasard", "hasard", "tout", "abstention"]
    facon = rng.choice([*facons, "presque"])
    pour = contre = abstention = blanc = nul = 0
    if facon == "unanime":
        pour = votants
    elif facon == "presque":
        contre = min(1, votants)
        pour = votants - contre
    elif facon == "partage":
        pour = contre = votants // 2
        abstention = votants % 2
    elif facon == "hasard":
        pour, contre, abstention = partager(rng, votants, 3)
    elif facon == "tout":
        pour, contre, abstention, blanc, nul = partager(rng, votants, 5)
    else:
        abstention, blanc, nul = partager(rng, votants, 3)
    return sans_zeros(rng, {"pour": pour, "contre": contre, "abstention": abstention, "blanc": blanc, "nul": nul})


def voix_au_hasard(rng: Random, noms: list[str], sieges: int, exprimes: int) -> dict[str, int]:
    """Draw each candidate's votes: none above exprimes, all together at most sieges x exprimes."""
    reste = sieges * exprimes
    voix: dict[str, int] = {}
    # Half the time in the order of the names, so that one is ahead on every line and gets elected.
    for nom in noms if chance(rng, 50) else rng.sample(noms, len(noms)):
        possible = min(exprimes, reste)
        voix[nom] = rng.choice([possible, possible, possible // 2, rng.randint(0, possible), 0])
        reste -= voix[nom]
    return voix


def ligne_de_bulletins(rng: Random, possibles: int, noms: list[str], sieges: int, jumeaux: bool) -> Table:
    """Draw one line of an election; two `jumeaux` candidates get the same votes everywhere."""
    votants = votants_au_hasard(rng, possibles)
    exprimes, blanc, nul = votants, 0, 0
    if chance(rng, 35):
        exprimes, blanc, nul = partager(rng, votants, 3)
    voix = voix_au_hasard(rng, noms, sieges, exprimes)
    if jumeaux and len(noms) > 1:
        # The mean of the two: neither limit can be passed by it.
        voix[noms[0]] = voix[noms[1]] = (voix[noms[0]] + voix[noms[1]]) // 2
    ligne = sans_zeros(rng, {"votants": votants, "blanc": blanc, "nul": nul})
    candidats = sans_zeros(rng, voix)
    if candidats or chance(rng, 50):
        ligne["candidats"] = candidats
    return ligne


def resolution_au_hasard(
    rng: Random, numero: int, statuts: Table, corps: Table, par_college: bool
) -> Table:  # fmt: skip
    """Draw one resolution: a vote or an election, by college or by heads."""
    nom = rng.choice(list(statuts["regles"]))
    resolution: Table = {"numero": numero, "regle": nom}
    if chance(rng, 30):
        resolution["sieges"] = rng.choice([1, 1, 2, 3])
        if chance(rng, 70):
            resolution["tour"] = rng.choice([1, 2, 2])

    codes = list(corps)
    retires: dict[str, int] = {}
    if chance(rng, 25):
        for code in rng.sample(codes, min(len(codes), rng.randint(1, 2))):
            retires[code] = rng.choice([0, 1, rng.randint(0, 3)])
            retires[code] = min(retires[code], corps[code].get("presents", 0))
        resolution["retires"] = retires
    possibles = {code: corps[code].get("presents", 0) - retires.get(code, 0) for code in codes}

    if par_college and statuts["regles"][nom].get("par_tete", False):
        tous_les_codes = [college["code"] for college in statuts["colleges"]]
        cle = rng.choice(["*", rng.choice(tous_les_codes)])
        lignes = {cle: sum(possibles.values()) if cle == "*" else possibles.get(cle, 0)}
    elif par_college:
        # "an omitted college has no suffrages on that resolution"
        lignes = {code: possibles[code] for code in codes if chance(rng, 92)}
    else:
        lignes = possibles

    if "sieges" in resolution:
        noms = rng.sample(NOMS_CANDIDATS, rng.randint(1, 5))
        jumeaux = chance(rng, 40)
        resolution["suffrages"] = {
            cle: ligne_de_bulletins(rng, combien, noms, resolution["sieges"], jumeaux)
            for cle, combien in lignes.items()
        }
    else:
        resolution["suffrages"] = {cle: ligne_de_vote(rng, combien) for cle, combien in lignes.items()}
    return resolution


def corps_au_hasard(rng: Random, statuts: Table, par_college: bool) -> Table:
    """Draw the bodies; some colleges are absent from the file, which makes them empty."""
    echelle = 1_000_003 if chance(rng, 3) else 1
    peuple = chance(rng, 60)
    if not par_college:
        return {"*": effectifs_au_hasard(rng, echelle, peuple)}
    codes = [college["code"] for college in statuts["colleges"]]
    presque_tous = [code for code in codes if chance(rng, 98 if peuple else 88)] or codes[:1]
    return {code: effectifs_au_hasard(rng, echelle, peuple and chance(rng, 92)) for code in presque_tous}


def calcul_au_hasard(rng: Random) -> Table:
    """Draw a valid `scicvote-calcul/1` document with its statutes inline, bent until a threshold is touched at times."""
    document = calcul_sous(rng, statuts_au_hasard(rng))
    if document["assemblee"]["vote_par_college"] and chance(rng, 15):
        compter_les_personnes(rng, document)
    if chance(rng, 35):
        serrer_un_seuil(rng, document)
    if chance(rng, 25):
        serrer_un_quorum(rng, document)
    return document


def calcul_sous(rng: Random, statuts: Table) -> Table:
    """Draw a valid document under these statutes, which are left as they are."""
    # Without colleges is always allowed; by college is not, where the statutes say `jamais`.
    par_college = statuts.get("vote", {}).get("colleges") != "jamais" and chance(rng, 80)
    corps = corps_au_hasard(rng, statuts, par_college)
    numeros = rng.sample(range(1, 30), rng.randint(1, 5))
    return {
        "format": "scicvote-calcul/1",
        "statuts": statuts,
        "assemblee": {
            "nature": rng.choice(["ordinaire", "extraordinaire"]),
            "date": "2026-06-12",
            "consultation": rng.choice([1, 1, 2]),
            "vote_par_college": par_college,
        },
        "corps": corps,
        "resolutions": [resolution_au_hasard(rng, numero, statuts, corps, par_college) for numero in numeros],
    }


def compter_les_personnes(rng: Random, document: Table) -> None:
    """Let some people vote in several colleges: `*` beside the colleges counts everybody once."""
    statuts = document["statuts"]
    document["statuts"] = {**statuts, "societariat": {**statuts.get("societariat", {}), "plusieurs_colleges": True}}
    corps = list(document["corps"].values())
    voix = {nom: [c.get(nom, 0) for c in corps] for nom in ("inscrits", "presents")}
    besoin = 0
    for resolution in document["resolutions"]:
        retires = sum(resolution.get("retires", {}).values())
        ligne = resolution["suffrages"].get("*", {})
        comptes = ("votants",) if "sieges" in resolution else ("pour", "contre", "abstention", "blanc", "nul")
        besoin = max(besoin, retires + sum(ligne.get(nom, 0) for nom in comptes))
    presents = rng.randint(max(besoin, *voix["presents"]), sum(voix["presents"]))
    inscrits = rng.randint(max(presents, *voix["inscrits"]), sum(voix["inscrits"]))
    document["corps"]["*"] = {"inscrits": inscrits, "presents": presents}
    for resolution in document["resolutions"]:
        if retires := list(resolution.get("retires", {}).values()):
            resolution["retires"]["*"] = rng.randint(max(retires), sum(retires))


# --------------------------------------------------------------------------------------------
# Bending a document until a threshold falls on the figure attained


def au_bord(rng: Random, valeur: Fraction) -> Fraction:
    """Give the value itself, most of the time, or a hair's breadth above or below it."""
    ecart: Fraction = rng.choice([Fraction(0)] * 3 + [HAIR, -HAIR])
    return valeur + ecart


def serrer_un_seuil(rng: Random, document: Table) -> None:
    """Move the threshold of one resolution to what it attained."""
    resolution = rng.choice(document["resolutions"])
    resultat = next(r for r in calculer(document, {})["resolutions"] if r["numero"] == resolution["numero"])
    if "candidats" in resultat:
        ratios = [candidat["ratio"] for candidat in resultat["candidats"].values()]
    else:
        ratios = [resultat["ratio"]]
    if not ratios:
        return
    seuil = au_bord(rng, Fraction(rng.choice(ratios)))
    if 0 < seuil <= 1:
        ligne_qui_decide(document, resolution)["seuil"] = str(seuil)


def ligne_qui_decide(document: Table, resolution: Table) -> Table:
    """Give the very line of the statutes that decides a resolution, to be changed in place."""
    regle: Table = document["statuts"]["regles"][resolution["regle"]]
    remplacements: Table = {}
    if not document["assemblee"]["vote_par_college"]:
        remplacements = regle.get("sans_college", {})
    for nom in ["deuxieme", "premiere"][2 - document["assemblee"]["consultation"] :]:
        for endroit in (remplacements, regle):
            if nom in endroit:
                ligne: Table = endroit[nom]
                return ligne
    raise AssertionError(resolution["regle"])


def serrer_un_quorum(rng: Random, document: Table) -> None:
    """Move the quorum of one resolution to what was attained."""
    resultats = [r for r in calculer(document, {})["resolutions"] if "quorum" in r]
    if not resultats:
        return
    resultat = rng.choice(resultats)
    resolution = next(r for r in document["resolutions"] if r["numero"] == resultat["numero"])
    quorum = document["statuts"]["quorum"][resolution["regle"]]
    part = au_bord(rng, Fraction(resultat["quorum"]))
    if 0 <= part <= 1:
        seconde = document["assemblee"]["consultation"] == 2 and "deuxieme" in quorum
        quorum["deuxieme" if seconde else "premiere"] = str(part)
