"""The tally of `calcul.md`, written again from its text, sentence by sentence.

This module exists to disagree. The product has a tally of its own; this one was written from
the contract alone, by somebody else, and imports nothing but the standard library. Where both
give the same figures, the text has probably been understood; where they differ, one of them (or
the text) is wrong, and that is worth knowing before an assembly finds out.

It is therefore slow and literal on purpose: no cleverness is shared, no step is skipped, and
whatever the text says in one sentence has one function here. It assumes a VALID document:
refusals are not its subject.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

Table = dict[str, Any]

ZERO = Fraction(0)

# "without it, the default shown above for [vote]" (statuts.md).
VOTE_PAR_DEFAUT: Table = {
    "colleges": "sur_demande",
    "report": "proportionnel",
    "base_report": "votants",
    "abstention": "neutre",
    "effectif_minimal": 1,
    "college_vide": "perdu",
    "college_silencieux": "perdu",
    "plancher_college": "10",
    "plafond_college": "50",
    "seuil_college": "1/2",
}


# --------------------------------------------------------------------------------------------
# Numbers


def nombre(ecrit: int | str) -> Fraction:
    """Read `12`, `12.5` or `3/4` exactly."""
    return Fraction(ecrit)


def ecrire(valeur: Fraction | int) -> str:
    """Write a fraction in lowest terms, a whole number without `/1`."""
    return str(Fraction(valeur))


def quotient(haut: Fraction | int, bas: Fraction | int) -> Fraction:
    """Divide; a base of 0 gives the ratio 0, never an error."""
    return Fraction(haut) / Fraction(bas) if bas else ZERO


# --------------------------------------------------------------------------------------------
# Bodies: who may vote, and what they voted


@dataclass(frozen=True)
class Corps:
    """One body (a college, or everybody) with its figures for one resolution.

    `effectif` is `corps.inscrits` before `retires`: it alone says whether a college is vide.
    `inscrits` and `presents` are after `retires`: they serve everywhere else.
    """

    code: str
    poids: Fraction = ZERO
    effectif: int = 0
    inscrits: int = 0
    presents: int = 0
    pour: int = 0
    contre: int = 0
    abstention: int = 0
    blanc: int = 0
    nul: int = 0
    votants: int = 0
    exprimes: int = 0
    voix: dict[str, int] = field(default_factory=dict)

    @property
    def sans_choix(self) -> int:
        """What is shown as abstention: abstention + blanc + nul."""
        return self.abstention + self.blanc + self.nul

    def compter(self, base: str) -> int:
        """Give the number of heads that a base names."""
        comptes = {
            "exprimes": self.exprimes,
            "votants": self.votants,
            "presents": self.presents,
            "inscrits": self.inscrits,
        }
        return comptes[base]


def lire_corps(code: str, effectifs: Table, retires: int) -> Corps:
    """Read `corps.<code>`; who is `retire` leaves both `inscrits` and `presents`."""
    inscrits = effectifs.get("inscrits", 0)
    presents = effectifs.get("presents", 0)
    return Corps(code, effectif=inscrits, inscrits=inscrits - retires, presents=presents - retires)


def avec_vote(corps: Corps, ligne: Table, abstention: str) -> Corps:
    """Count one line of pour and contre."""
    pour = ligne.get("pour", 0)
    contre = ligne.get("contre", 0)
    abstentions = ligne.get("abstention", 0)
    blanc = ligne.get("blanc", 0)
    nul = ligne.get("nul", 0)
    if abstention == "pour":
        # "abstentions are first added to pour": before any other count is made.
        pour, abstentions = pour + abstentions, 0
    return replace(
        corps,
        pour=pour,
        contre=contre,
        abstention=abstentions,
        blanc=blanc,
        nul=nul,
        votants=pour + contre + abstentions + blanc + nul,
        exprimes=pour + contre,
    )


def avec_bulletins(corps: Corps, ligne: Table) -> Corps:
    """Count one line of an election: `votants` is given, not summed."""
    votants = ligne.get("votants", 0)
    blanc = ligne.get("blanc", 0)
    nul = ligne.get("nul", 0)
    return replace(
        corps,
        blanc=blanc,
        nul=nul,
        votants=votants,
        exprimes=votants - blanc - nul,
        voix=dict(ligne.get("candidats", {})),
    )


def est_election(resolution: Table) -> bool:
    """Tell whether this is an election: "A resolution with `sieges` is an election"."""
    return "sieges" in resolution


def avec_suffrages(corps: Corps, resolution: Table, vote: Table) -> Corps:
    """Add to a body its line of `suffrages`; an omitted line counts nothing."""
    ligne = resolution["suffrages"].get(corps.code, {})
    if est_election(resolution):
        return avec_bulletins(corps, ligne)
    return avec_vote(corps, ligne, vote["abstention"])


def corps_unique(document: Table, resolution: Table, vote: Table) -> Corps:
    """Give the single body of an assembly without colleges."""
    retires = resolution.get("retires", {}).get("*", 0)
    corps = lire_corps("*", document["corps"].get("*", {}), retires)
    return avec_suffrages(corps, resolution, vote)


def personnes(document: Table, resolution: Table) -> Corps:
    """Give everybody counted once, of whatever number of colleges."""
    return lire_corps("*", document["corps"]["*"], resolution.get("retires", {}).get("*", 0))


def corps_par_tete(document: Table, resolution: Table, vote: Table) -> Corps:
    """Give the single body of a `par_tete` rule in an assembly by college.

    "a college's code (that college alone) or "*" (all of `corps` summed)"; `retires` keeps the
    codes of the colleges and is summed for "*".
    """
    (cle,) = resolution["suffrages"]
    retires = resolution.get("retires", {})
    if cle == "*" and "*" in document["corps"]:
        # Somebody votes in several colleges: "`*` counts everybody once".
        return avec_suffrages(personnes(document, resolution), resolution, vote)
    codes = list(document["corps"]) if cle == "*" else [cle]
    effectifs = {
        compte: sum(document["corps"].get(code, {}).get(compte, 0) for code in codes)
        for compte in ("inscrits", "presents")
    }
    corps = lire_corps(cle, effectifs, sum(retires.get(code, 0) for code in codes))
    return avec_suffrages(corps, resolution, vote)


# --------------------------------------------------------------------------------------------
# Colleges: fusion, vide, silencieux


def reunir(ensemble: Corps, arrivant: Corps) -> Corps:
    """Add a college to another: `inscrits`, `presents`, `retires`, suffrages and weight."""
    noms = set(ensemble.voix) | set(arrivant.voix)
    return Corps(
        code=ensemble.code,
        poids=ensemble.poids + arrivant.poids,
        effectif=ensemble.effectif + arrivant.effectif,
        inscrits=ensemble.inscrits + arrivant.inscrits,
        presents=ensemble.presents + arrivant.presents,
        pour=ensemble.pour + arrivant.pour,
        contre=ensemble.contre + arrivant.contre,
        abstention=ensemble.abstention + arrivant.abstention,
        blanc=ensemble.blanc + arrivant.blanc,
        nul=ensemble.nul + arrivant.nul,
        votants=ensemble.votants + arrivant.votants,
        exprimes=ensemble.exprimes + arrivant.exprimes,
        voix={nom: ensemble.voix.get(nom, 0) + arrivant.voix.get(nom, 0) for nom in noms},
    )


def colleges_de(document: Table, resolution: Table, statuts: Table, vote: Table) -> list[Corps]:
    """Give the colleges of the statutes after fusion, in file order, before anything else."""
    retires = resolution.get("retires", {})
    tous: dict[str, Corps] = {}
    for college in statuts.get("colleges", []):
        code = college["code"]
        corps = lire_corps(code, document["corps"].get(code, {}), retires.get(code, 0))
        corps = avec_suffrages(corps, resolution, vote)
        tous[code] = replace(corps, poids=nombre(college["poids"]))

    # Who moves is decided on the figures before any move: a `fusion_avec` is never chained, so
    # no college both receives and leaves.
    partants = {
        college["code"]: college["fusion_avec"]
        for college in statuts.get("colleges", [])
        if "fusion_avec" in college and tous[college["code"]].effectif < vote["effectif_minimal"]
    }
    for code, accueil in partants.items():
        tous[accueil] = reunir(tous[accueil], tous[code])
    return [corps for code, corps in tous.items() if code not in partants]


def est_vide(corps: Corps, vote: Table) -> bool:
    """Tell whether a college is vide: `corps.inscrits`, before `retires`, below the minimum."""
    return corps.effectif < int(vote["effectif_minimal"])


def est_silencieux(corps: Corps, vote: Table, base_report: str) -> bool:
    """Tell whether a college is silencieux: it has members enough, but b = 0."""
    return not est_vide(corps, vote) and corps.compter(base_report) == 0


# --------------------------------------------------------------------------------------------
# Weights: what each college ends with


@dataclass(frozen=True)
class Repartition:
    """Where the 100 points are once the vide and the silencieux have been dealt with."""

    poids: dict[str, Fraction]  # the colleges that vote, with the weight they end with
    abstention: Fraction = ZERO
    perdu: Fraction = ZERO
    exclu: Fraction = ZERO


def verser(somme: Fraction, places: dict[str, Fraction], cles: dict[str, Fraction]) -> dict[str, Fraction]:
    """Pour a sum into vessels of limited room, each filling at the speed of its key.

    The text describes rounds ("spread again over the others in the same way"). All those rounds
    end at one common level L where college c has received min(room, L x key) and the receipts
    add up to the sum. That level is found here directly: receipts grow in straight lines between
    the levels at which a vessel is full, so those levels are walked in ascending order until the
    sum lies inside a segment. Beyond the last one everybody is full, and the rest stays out.
    """
    preneurs = [code for code in places if places[code] > 0 and cles[code] > 0]

    def recu(niveau: Fraction) -> dict[str, Fraction]:
        return {code: min(places[code], niveau * cles[code]) for code in preneurs}

    niveau_bas, verse_bas = ZERO, ZERO
    for niveau in sorted({places[code] / cles[code] for code in preneurs}):
        verse = sum(recu(niveau).values(), ZERO)
        if verse >= somme:
            part_du_segment = (somme - verse_bas) / (verse - verse_bas)
            return recu(niveau_bas + part_du_segment * (niveau - niveau_bas))
        niveau_bas, verse_bas = niveau, verse
    return recu(niveau_bas)


def repandre(
    avant: Repartition, somme: Fraction, sort: str, statutaires: dict[str, Fraction], plafond: Fraction
) -> Repartition:
    """Spread a sum over the colleges that vote, `egal` or `prorata`, none ending above the cap."""
    # "a college already at or over the cap takes nothing"
    places = {code: max(ZERO, plafond - poids) for code, poids in avant.poids.items()}
    # "`prorata` is to the statutory weights (after a fusion, their sum)": not to the weights
    # that a first spreading has already raised.
    cles = {code: statutaires[code] if sort == "prorata" else Fraction(1) for code in avant.poids}
    recus = verser(somme, places, cles)
    poids = {code: ancien + recus.get(code, ZERO) for code, ancien in avant.poids.items()}
    # What nobody can take is lost: "`perdu`".
    return replace(avant, poids=poids, perdu=avant.perdu + somme - sum(recus.values(), ZERO))


def disposer(
    avant: Repartition, somme: Fraction, sort: str, statutaires: dict[str, Fraction], plafond: Fraction
) -> Repartition:
    """Do with the weight of colleges that do not vote what the statutes say."""
    if sort == "perdu":
        return replace(avant, perdu=avant.perdu + somme)
    if sort == "exclu":
        return replace(avant, exclu=avant.exclu + somme)
    if sort == "abstention":
        return replace(avant, abstention=avant.abstention + somme)
    return repandre(avant, somme, sort, statutaires, plafond)


def repartir(colleges: list[Corps], vote: Table, base_report: str) -> Repartition:
    """Give every college that votes its weight, and the rest its fate."""
    statutaires = {corps.code: corps.poids for corps in colleges}
    vides = [c for c in colleges if est_vide(c, vote)]
    silencieux = [c for c in colleges if est_silencieux(c, vote, base_report)]
    muets = {c.code for c in vides + silencieux}
    depart = Repartition({code: p for code, p in statutaires.items() if code not in muets})

    # "The weights of the vide colleges are spread first, as one sum, then those of the
    # silencieux ones."
    plafond = nombre(vote["plafond_college"])
    somme_vides = sum((c.poids for c in vides), ZERO)
    somme_silencieux = sum((c.poids for c in silencieux), ZERO)
    apres_vides = disposer(depart, somme_vides, vote["college_vide"], statutaires, plafond)
    return disposer(apres_vides, somme_silencieux, vote["college_silencieux"], statutaires, plafond)


# --------------------------------------------------------------------------------------------
# Carry-over: from the votes of a college to the points of the assembly


@dataclass(frozen=True)
class Apport:
    """What one college brings, or what all of them bring together."""

    pour: Fraction = ZERO
    contre: Fraction = ZERO
    abstention: Fraction = ZERO
    non_votants: Fraction = ZERO
    second_tour: bool = False

    def plus(self, autre: Apport) -> Apport:
        """Sum over the colleges."""
        return Apport(
            self.pour + autre.pour,
            self.contre + autre.contre,
            self.abstention + autre.abstention,
            self.non_votants + autre.non_votants,
        )


def apport_proportionnel(corps: Corps, poids: Fraction, base_report: str) -> Apport:
    """Split a weight over the `base_report` of its college."""
    b = corps.compter(base_report)
    pour = poids * corps.pour / b
    contre = poids * corps.contre / b
    # "(if b includes them)": abstention, blanc and nul are not among the exprimes.
    abstention = ZERO if base_report == "exprimes" else poids * corps.sans_choix / b
    return Apport(pour, contre, abstention, poids - pour - contre - abstention)


def apport_majoritaire(corps: Corps, poids: Fraction, seuil_college: Fraction) -> Apport:
    """Give the whole weight to the side strictly above the share of `pour + contre`."""
    barre = seuil_college * (corps.pour + corps.contre)
    if corps.pour > barre:
        return Apport(pour=poids)
    if corps.contre > barre:
        return Apport(contre=poids)
    return Apport(abstention=poids, second_tour=True)


def base_ponderee(
    base: str, exprimes: Fraction, abstention: Fraction, non_votants: Fraction, exclu: Fraction
) -> Fraction:
    """Give the base in points. `inscrits` is the weight of all colleges but the `exclu` ones."""
    if base == "exprimes":
        return exprimes
    if base == "votants":
        return exprimes + abstention
    if base == "presents":
        return exprimes + abstention + non_votants
    return Fraction(100) - exclu


# --------------------------------------------------------------------------------------------
# A resolution put to the vote


@dataclass(frozen=True)
class Compte:
    """The figures of a vote under one way of counting, before any decision."""

    total: Apport
    perdu: Fraction
    base_valeur: Fraction
    colleges: dict[str, tuple[Fraction, Apport]] | None

    @property
    def ratio(self) -> Fraction:
        """Give pour / base."""
        return quotient(self.total.pour, self.base_valeur)


def compter_sans_college(corps: Corps, base: str) -> Compte:
    """Count heads."""
    total = Apport(
        Fraction(corps.pour),
        Fraction(corps.contre),
        Fraction(corps.sans_choix),
        Fraction(corps.presents - corps.votants),
    )
    return Compte(total, ZERO, Fraction(corps.compter(base)), None)


def compter_par_college(colleges: list[Corps], vote: Table, base_report: str, base: str) -> Compte:
    """Carry the votes of the colleges over to the assembly."""
    repartition = repartir(colleges, vote, base_report)
    apports: dict[str, tuple[Fraction, Apport]] = {}
    for corps in colleges:
        if corps.code not in repartition.poids:
            continue
        poids = repartition.poids[corps.code]
        if vote["report"] == "majoritaire":
            apport = apport_majoritaire(corps, poids, nombre(vote["seuil_college"]))
        else:
            apport = apport_proportionnel(corps, poids, base_report)
        apports[corps.code] = (poids, apport)

    total = Apport(abstention=repartition.abstention)
    for _, apport in apports.values():
        total = total.plus(apport)
    valeur = base_ponderee(base, total.pour + total.contre, total.abstention, total.non_votants, repartition.exclu)
    return Compte(total, repartition.perdu, valeur, apports)


def atteint(ratio: Fraction, base_valeur: Fraction, ligne: Table) -> bool:
    """Tell whether a ratio reaches the rule: base > 0, then `>` or `>=`."""
    seuil = nombre(ligne["seuil"])
    return base_valeur > 0 and (ratio > seuil if ligne["stricte"] else ratio >= seuil)


def decider(compte: Compte, ligne: Table) -> str:
    """Say adoptee or rejetee, a missing quorum apart."""
    return "adoptee" if atteint(compte.ratio, compte.base_valeur, ligne) else "rejetee"


# --------------------------------------------------------------------------------------------
# Rules and quorum


def regle_applicable(statuts: Table, resolution: Table, par_college: bool) -> Table:
    """Give the rule; without colleges the keys of `sans_college` replace its own, one by one."""
    regle: Table = dict(statuts["regles"][resolution["regle"]])
    remplacements = regle.pop("sans_college", {})
    return regle if par_college else {**regle, **remplacements}


def ligne_applicable(regle: Table, consultation: int) -> Table:
    """Give the line: "`consultation` 2 uses the `deuxieme` line of the rule where there is one"."""
    if consultation == 2 and "deuxieme" in regle:
        return dict(regle["deuxieme"])
    return dict(regle["premiere"])


def part_exigee(statuts: Table, nom_regle: str, consultation: int) -> Fraction | None:
    """Give the share that the quorum of a rule asks, None where it has no quorum."""
    quorum = statuts.get("quorum", {}).get(nom_regle)
    if quorum is None:
        return None
    if consultation == 2 and "deuxieme" in quorum:
        return nombre(quorum["deuxieme"])
    return nombre(quorum["premiere"]) if "premiere" in quorum else None


def quorum_associes(corps: list[Corps]) -> Fraction:
    """Sum of presents over sum of inscrits."""
    return quotient(sum(c.presents for c in corps), sum(c.inscrits for c in corps))


def quorum_voix(corps: list[Corps]) -> Fraction:
    """Sum of w x presents / inscrits, over the sum of w; vide and silent colleges included."""
    attendues = sum((c.poids * quotient(c.presents, c.inscrits) for c in corps), ZERO)
    return quotient(attendues, sum((c.poids for c in corps), ZERO))


def quorum_chaque_college(corps: list[Corps]) -> Fraction:
    """Smallest presents / inscrits of those that have inscrits; 0 where none has."""
    return min((quotient(c.presents, c.inscrits) for c in corps if c.inscrits), default=ZERO)


def quorum_obtenu(
    statuts: Table, nom_regle: str, corps: list[Corps], un_seul_corps: bool, tous: Corps | None
) -> Fraction:
    """Give what was attained; one body alone is counted as `associes` whatever the kind.

    An associé is one, whatever the number of their colleges: `tous`, where the document counts them.
    """
    genre = statuts["quorum"][nom_regle].get("base", "associes")
    if tous is not None and not un_seul_corps and genre == "associes" and len(corps) > 1:
        return quorum_associes([tous])
    if un_seul_corps or genre == "associes":
        return quorum_associes(corps)
    return quorum_voix(corps) if genre == "voix" else quorum_chaque_college(corps)


# --------------------------------------------------------------------------------------------
# One resolution


@dataclass(frozen=True)
class Affaire:
    """Everything one resolution is decided from."""

    resolution: Table
    vote: Table
    regle: Table
    ligne: Table
    corps: list[Corps]  # the colleges, or one body
    par_college: bool  # carried over by college, and not by heads
    quorum: Fraction | None
    quorum_atteint: bool


def instruire(document: Table, statuts: Table, resolution: Table) -> Affaire:
    """Find the rule, its line, the bodies that vote and the quorum."""
    vote = {**VOTE_PAR_DEFAUT, **statuts.get("vote", {})}
    assemblee = document["assemblee"]
    assemblee_par_college = bool(assemblee["vote_par_college"])
    regle = regle_applicable(statuts, resolution, assemblee_par_college)
    ligne = ligne_applicable(regle, assemblee["consultation"])

    if not assemblee_par_college:
        corps = [corps_unique(document, resolution, vote)]
    elif regle.get("par_tete", False):
        corps = [corps_par_tete(document, resolution, vote)]
    else:
        corps = colleges_de(document, resolution, statuts, vote)
    par_college = assemblee_par_college and not regle.get("par_tete", False)

    exigee = part_exigee(statuts, resolution["regle"], assemblee["consultation"])
    if exigee is None:
        return Affaire(resolution, vote, regle, ligne, corps, par_college, None, True)
    tous = personnes(document, resolution) if par_college and "*" in document["corps"] else None
    obtenu = quorum_obtenu(statuts, resolution["regle"], corps, not par_college, tous)
    return Affaire(resolution, vote, regle, ligne, corps, par_college, obtenu, obtenu >= exigee)


def compter(affaire: Affaire, base_report: str, base: str) -> Compte:
    """Count a vote under the given bases."""
    if affaire.par_college:
        return compter_par_college(affaire.corps, affaire.vote, base_report, base)
    return compter_sans_college(affaire.corps[0], base)


def relire(affaire: Affaire, lecture: str) -> str:
    """Decide again under another reading of the same sentence."""
    if not affaire.quorum_atteint:
        return "sans_quorum"
    if lecture == "tous":
        return decider(compter(affaire, "inscrits", "inscrits"), affaire.ligne)
    return decider(compter(affaire, affaire.vote["base_report"], lecture), affaire.ligne)


def resultat_vote(affaire: Affaire) -> Table:
    """Give the result of a resolution put to the vote."""
    ligne = affaire.ligne
    compte = compter(affaire, affaire.vote["base_report"], ligne["base"])
    decision = decider(compte, ligne) if affaire.quorum_atteint else "sans_quorum"
    lectures = {lecture: relire(affaire, lecture) for lecture in ligne.get("lectures", [])}
    resultat: Table = {
        "numero": affaire.resolution["numero"],
        "decision": decision,
        "pour": ecrire(compte.total.pour),
        "contre": ecrire(compte.total.contre),
        "abstention": ecrire(compte.total.abstention),
        "non_votants": ecrire(compte.total.non_votants),
        "perdu": ecrire(compte.perdu),
        "base": ligne["base"],
        "base_valeur": ecrire(compte.base_valeur),
        "ratio": ecrire(compte.ratio),
        "seuil": ecrire(nombre(ligne["seuil"])),
        "stricte": ligne["stricte"],
        "lectures": lectures,
        "stable": all(autre == decision for autre in lectures.values()),
    }
    if compte.colleges is not None:
        resultat["colleges"] = {
            code: {
                "poids": ecrire(poids),
                "pour": ecrire(apport.pour),
                "contre": ecrire(apport.contre),
                "abstention": ecrire(apport.abstention),
                "second_tour": apport.second_tour,
            }
            for code, (poids, apport) in compte.colleges.items()
        }
    if affaire.quorum is not None:
        resultat["quorum"] = ecrire(affaire.quorum)
    return resultat


# --------------------------------------------------------------------------------------------
# Elections


def noms_des_candidats(resolution: Table) -> list[str]:
    """List all those named on any line, even the line of a college that is not counted."""
    return sorted({nom for ligne in resolution["suffrages"].values() for nom in ligne.get("candidats", {})})


def parts_sans_college(corps: Corps, noms: list[str], base: str) -> tuple[dict[str, Fraction], Fraction]:
    """Give the parts and the base as numbers of heads."""
    return {nom: Fraction(corps.voix.get(nom, 0)) for nom in noms}, Fraction(corps.compter(base))


def parts_par_college(affaire: Affaire, noms: list[str]) -> tuple[dict[str, Fraction], Fraction]:
    """Carry the candidates' votes over, always proportionally, even where votes are `majoritaire`."""
    base_report = affaire.vote["base_report"]
    repartition = repartir(affaire.corps, affaire.vote, base_report)
    parts = dict.fromkeys(noms, ZERO)
    exprimes, abstention, non_votants = ZERO, repartition.abstention, ZERO
    for corps in affaire.corps:
        if corps.code not in repartition.poids:
            continue
        poids = repartition.poids[corps.code]
        b = corps.compter(base_report)
        for nom, voix in corps.voix.items():
            parts[nom] += poids * voix / b
        portes = poids * corps.exprimes / b
        retenus = ZERO if base_report == "exprimes" else poids * corps.sans_choix / b
        exprimes += portes
        abstention += retenus
        non_votants += poids - portes - retenus
    valeur = base_ponderee(affaire.ligne["base"], exprimes, abstention, non_votants, repartition.exclu)
    return parts, valeur


def admis(affaire: Affaire, parts: dict[str, Fraction], base_valeur: Fraction) -> list[str]:
    """List those who may take a seat: who reaches the rule, or anybody with a part at a relative round."""
    tour = affaire.resolution.get("tour", 1)
    if tour == 2 and affaire.regle.get("tour2", "meme") == "relative":
        return [nom for nom, part in parts.items() if part > 0]
    return [nom for nom, part in parts.items() if atteint(quotient(part, base_valeur), base_valeur, affaire.ligne)]


def pourvoir(candidats: list[str], parts: dict[str, Fraction], sieges: int) -> tuple[list[str], bool]:
    """Fill the seats; equal candidates over the last seat are none of them elected."""
    elus: list[str] = []
    for part in sorted({parts[nom] for nom in candidats}, reverse=True):
        egaux = sorted(nom for nom in candidats if parts[nom] == part)
        libres = sieges - len(elus)
        if libres == 0:
            return elus, False
        if len(egaux) > libres:
            return elus, True
        elus.extend(egaux)
    return elus, False


def resultat_election(affaire: Affaire) -> Table:
    """Give the result of an election."""
    resolution = affaire.resolution
    noms = noms_des_candidats(resolution)
    if affaire.par_college:
        parts, base_valeur = parts_par_college(affaire, noms)
    else:
        parts, base_valeur = parts_sans_college(affaire.corps[0], noms, affaire.ligne["base"])

    if affaire.quorum_atteint:
        elus, ballottage = pourvoir(admis(affaire, parts, base_valeur), parts, resolution["sieges"])
        pas_pourvu = "ballottage" if resolution.get("tour", 1) == 2 else "second_tour"
        decision = "elus" if len(elus) == resolution["sieges"] else pas_pourvu
    else:
        # "nobody elected": no seat was open, so nobody stands level over the last one either.
        elus, ballottage, decision = [], False, "sans_quorum"

    resultat: Table = {
        "numero": resolution["numero"],
        "decision": decision,
        "elus": elus,
        "ballottage": ballottage,
        "base_valeur": ecrire(base_valeur),
        "candidats": {
            nom: {"part": ecrire(parts[nom]), "ratio": ecrire(quotient(parts[nom], base_valeur))} for nom in noms
        },
    }
    if affaire.quorum is not None:
        resultat["quorum"] = ecrire(affaire.quorum)
    return resultat


# --------------------------------------------------------------------------------------------
# The whole document


def calculer(document: Table, statuts_connus: dict[str, Table]) -> Table:
    """Decide every resolution of a valid `scicvote-calcul/1` document.

    `statuts_connus` maps the `cle` of statutes to their table, for documents that only name them.
    The result is the `scicvote-resultat/1` document without `articles` and `etapes`.
    """
    statuts = document["statuts"]
    if isinstance(statuts, str):
        statuts = statuts_connus[statuts]
    resolutions = []
    for resolution in document["resolutions"]:
        affaire = instruire(document, statuts, resolution)
        resultat = resultat_election if est_election(resolution) else resultat_vote
        resolutions.append(resultat(affaire))
    return {"format": "scicvote-resultat/1", "resolutions": resolutions}
