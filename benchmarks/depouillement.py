"""The tally of 10 colleges × 1,000 resolutions, against a bare loop of the same operations on fractions.

The product starts from the parsed JSON document: it checks it, decides, and builds the public tree with the steps as
sentences. The bare loop starts from the numbers already extracted, and does the additions, products, quotients and
comparisons of fractions that the decisions rest on, nothing else: no check, no name, no text.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Any, Final

from benchmarks.mesure import Mesure, alterner, meilleurs, pret
from scicvote.core.decision import calculer_tout
from scicvote.core.exact import nombre
from scicvote.exchange.calcul import document_resultat, lire_document
from scicvote.exchange.json_strict import lire_json
from scicvote.exchange.statuts import texte_fourni

Table = dict[str, Any]

COLLEGES: Final = 10
RESOLUTIONS: Final = 1000
TOURS: Final = 15
LIMITE: Final = 2.0
CODES: Final = tuple(f"C{i}" for i in range(COLLEGES))
CENT: Final = Fraction(100)
ZERO: Final = Fraction(0)


# --- the document


def statuts_dix_colleges() -> Table:
    """The statutes of Cliss XXI with ten colleges of 10 % (the law wants 10 % each at least) and two more rules."""
    statuts = tomllib.loads(texte_fourni("cliss-xxi"))
    statuts["cle"] = "dix-colleges"
    statuts["date"] = statuts["date"].isoformat()
    statuts["colleges"] = [
        {"code": code, "nom": f"Collège {code}", "poids": "10", "regle": [{"personnes": ["physique", "morale"]}]}
        for code in CODES
    ]
    statuts["vote"]["college_silencieux"] = "prorata"
    statuts["regles"]["simple"] = {
        "articles": ["statuts 24-1"],
        "premiere": {"seuil": "1/2", "stricte": True, "base": "exprimes"},
    }
    statuts["regles"]["quorum"] = {**statuts["regles"]["simple"], "articles": ["statuts 24-2"]}
    statuts["quorum"] = {"quorum": {"premiere": "1/4", "base": "voix"}}
    return statuts


# How many resolutions in a hundred are put under each rule. Those of the first line have three other readings, the
# whole tally done again among them (``tous``); the others have none.
MELANGE: Final = {
    "ordinaire": 30, "extraordinaire": 15, "admission": 10, "exclusion": 5,
    "simple": 20, "quorum": 10, "decision_college": 5, "election_gerance": 5,
}  # fmt: skip
AVEC_TOUS: Final = ("ordinaire", "extraordinaire", "admission", "exclusion")
SILENCES: Final = 3  # resolutions in a hundred on which one college says nothing, its weight spread again


def document_au_hasard(hasard: Random, melange: Mapping[str, int] = MELANGE) -> bytes:
    """A ``scicvote-calcul/1`` document, as bytes of JSON."""
    corps = {code: _corps(hasard) for code in CODES}
    regles = [regle for regle, part in melange.items() for _ in range(part * RESOLUTIONS // 100)]
    hasard.shuffle(regles)
    return json.dumps(
        {
            "format": "scicvote-calcul/1",
            "statuts": statuts_dix_colleges(),
            "assemblee": {"nature": "mixte", "date": "2026-06-12", "consultation": 1, "vote_par_college": True},
            "corps": corps,
            "resolutions": [_resolution(hasard, i, regle, corps) for i, regle in enumerate(regles, 1)],
        }
    ).encode()


def _corps(hasard: Random) -> Table:
    inscrits = hasard.randint(12, 60)
    return {"inscrits": inscrits, "presents": hasard.randint(inscrits // 2, inscrits)}


def _resolution(hasard: Random, numero: int, regle: str, corps: Table) -> Table:
    codes = list(CODES)
    if regle == "decision_college":
        codes = [hasard.choice(CODES)]
    elif hasard.randrange(100) < SILENCES:
        codes.remove(hasard.choice(CODES))
    voter = _bulletins if regle == "election_gerance" else _voix
    resolution = {"numero": numero, "regle": regle}
    if regle == "election_gerance":
        resolution["sieges"] = 1
    return {**resolution, "suffrages": {code: voter(hasard, corps[code]["presents"]) for code in codes}}


def _voix(hasard: Random, presents: int) -> Table:
    pour = hasard.randint(presents // 3, presents - 2)
    contre = hasard.randint(0, presents - pour - 1)
    voix = {"pour": pour, "contre": contre, "abstention": hasard.randint(0, presents - pour - contre)}
    return {**voix, "blanc": 0, "nul": 0}


def _bulletins(hasard: Random, presents: int) -> Table:
    votants = hasard.randint(presents // 2, presents)
    blanc = hasard.randint(0, 2)
    premier = hasard.randint(0, votants - blanc)
    return {"votants": votants, "blanc": blanc, "candidats": {"Alix": premier, "Zoé": votants - blanc - premier}}


# --- the reference


@dataclass(frozen=True, slots=True)
class Nombres:
    """The numbers of one resolution, ready for the bare loop. A line holds a college's weight, then its counts."""

    genre: str  # "colleges" | "tetes" | "election"
    lignes: tuple[tuple[Any, ...], ...]  # the colleges that voted
    toutes: tuple[tuple[Any, ...], ...]  # all of them: for the reading ``tous``, none is silent
    reparti: tuple[Fraction, tuple[Fraction, ...]] | None  # weight of the silent, statutory weights of the others
    presences: tuple[tuple[Fraction, int, int], ...]  # weight, presents, inscrits: where there is a quorum
    quorum: Fraction
    base: str
    lectures: tuple[str, ...]
    seuil: Fraction
    stricte: bool


def extraire(octets: bytes) -> list[Nombres]:
    """The numbers of every resolution of the document, read through the product once, before anything is measured."""
    calcul = lire_document(lire_json(octets).arbre).calcul
    assert calcul is not None
    return [_nombres(r) for r in calculer_tout(calcul.statuts, calcul.seance, calcul.questions)]


def _nombres(resultat: Any) -> Nombres:
    cadre = resultat.cadre
    genre = "tetes" if not cadre.par_college else "election" if hasattr(resultat, "elus") else "colleges"
    votants = [c for c in cadre.corps if c.votants]
    muets = [c for c in cadre.corps if not c.votants]
    reparti = (sum((c.poids for c in muets), ZERO), tuple(c.poids for c in votants)) if muets else None
    presences = tuple((c.poids, c.presents, c.inscrits) for c in cadre.corps) if cadre.quorum else ()
    quorum = cadre.quorum.demande if cadre.quorum else ZERO
    if genre == "election":
        noms = sorted(resultat.candidats)
        lignes = toutes = tuple((c.poids, c.votants, *(c.candidats.get(nom, 0) for nom in noms)) for c in votants)
    else:
        lignes, toutes = (tuple(map(_ligne, corps)) for corps in (votants, cadre.corps))
    ligne = cadre.ligne
    return Nombres(
        genre, lignes, toutes, reparti, presences, quorum, ligne.base, ligne.lectures, ligne.seuil, ligne.stricte
    )


def _ligne(corps: Any) -> tuple[Any, ...]:
    c = corps
    return c.poids, c.votants, c.pour, c.contre, c.abstention, c.exprimes, c.presents, c.inscrits


def boucle_nue(resolutions: list[Nombres]) -> list[list[bool]]:
    """For each resolution, whether the line is reached, then whether it is under each other reading."""
    faire = {"colleges": _colleges, "tetes": _tetes, "election": _election}
    return [faire[nombres.genre](nombres) for nombres in resolutions]


def _reparties(nombres: Nombres) -> list[Fraction]:
    """The weights after those of the silent colleges were spread again, in proportion, under the cap of 50 %."""
    if nombres.reparti is None:
        return [ligne[0] for ligne in nombres.lignes]
    somme, poids = nombres.reparti
    total = sum(poids, ZERO)
    finals = []
    for valeur in poids:
        recu = somme * valeur / total
        place = 50 - valeur
        finals.append(valeur + (place if recu >= place else recu))
    return finals


def _quorum_atteint(nombres: Nombres) -> bool:
    if not nombres.presences:
        return True
    total = pesee = ZERO
    for poids, presents, inscrits in nombres.presences:
        total += poids
        pesee += poids * Fraction(presents, inscrits)
    return pesee / total >= nombres.quorum


def _reporter(nombres: Nombres) -> tuple[Fraction, Fraction, Fraction]:
    """Points carried for, against and in abstention, each college's weight being split over its voters."""
    pour = contre = abstention = ZERO
    for poids, ligne in zip(_reparties(nombres), nombres.lignes, strict=True):
        voix = poids / ligne[1]
        pour += voix * ligne[2]
        contre += voix * ligne[3]
        abstention += voix * ligne[4]
    return pour, contre, abstention


def _reporter_tous(nombres: Nombres) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """The same with the absent weighing inside their college: what is left of a weight is theirs."""
    pour = contre = abstention = reste = ZERO
    for ligne in nombres.toutes:
        poids = ligne[0]
        voix = poids / ligne[7]
        p, c, a = voix * ligne[2], voix * ligne[3], voix * ligne[4]
        pour += p
        contre += c
        abstention += a
        reste += poids - p - c - a
    return pour, contre, abstention, reste


def _atteinte(nombres: Nombres, pour: Fraction, base: Fraction) -> bool:
    if base <= 0:
        return False
    ratio = pour / base
    return ratio > nombres.seuil if nombres.stricte else ratio >= nombres.seuil


def _colleges(nombres: Nombres) -> list[bool]:
    quorum = _quorum_atteint(nombres)
    pour, contre, abstention = _reporter(nombres)
    issues = []
    for lecture in (nombres.base, *nombres.lectures):
        if lecture == "tous":
            issues.append(_atteinte(nombres, _reporter_tous(nombres)[0], CENT))
        elif lecture == "inscrits":
            issues.append(_atteinte(nombres, pour, CENT))
        elif lecture == "exprimes":
            issues.append(_atteinte(nombres, pour, pour + contre))
        else:
            issues.append(_atteinte(nombres, pour, pour + contre + abstention))
    return [quorum and issue for issue in issues]


_PLACES: Final = {"exprimes": 5, "votants": 1, "presents": 6, "inscrits": 7}


def _tetes(nombres: Nombres) -> list[bool]:
    (ligne,) = nombres.lignes
    pour = Fraction(ligne[2])
    return [
        _atteinte(nombres, pour, Fraction(ligne[_PLACES[lecture]])) for lecture in (nombres.base, *nombres.lectures)
    ]


def _election(nombres: Nombres) -> list[bool]:
    candidats = len(nombres.lignes[0]) - 2
    parts = [ZERO] * candidats
    for poids, ligne in zip(_reparties(nombres), nombres.lignes, strict=True):
        voix = poids / ligne[1]
        for i in range(candidats):
            parts[i] += voix * ligne[2 + i]
    atteintes = [_atteinte(nombres, part, CENT) for part in parts]
    return [any(atteintes)]


# --- the measure


def verifier(octets: bytes, nombres: list[Nombres]) -> None:
    """Both decide the same: a reference that did other work would mean nothing."""
    calcul = lire_document(lire_json(octets).arbre).calcul
    assert calcul is not None
    for ligne, issues in zip(document_resultat(calcul)["resolutions"], boucle_nue(nombres), strict=True):
        obtenues = [ligne["decision"], *ligne.get("lectures", {}).values()]
        assert [issue in ("adoptee", "elus") for issue in obtenues] == issues, ligne["numero"]


def produit(arbre: Table) -> object:
    """What is measured: the document checked, its decisions, the public tree with its steps."""
    calcul = lire_document(arbre).calcul
    assert calcul is not None
    return document_resultat(calcul)


def sans_arbre(arbre: Table) -> object:
    """The document checked and its decisions alone."""
    calcul = lire_document(arbre).calcul
    assert calcul is not None
    return calculer_tout(calcul.statuts, calcul.seance, calcul.questions)


def mesurer() -> Iterator[Mesure]:
    """The whole, at most twice the bare loop; and without the public tree, for information."""
    octets = document_au_hasard(Random(22))
    arbre, nombres = lire_json(octets).arbre, extraire(octets)
    verifier(octets, nombres)
    tous = sum("tous" in n.lectures for n in nombres) * 100 // len(nombres)
    titre = f"calculer, {COLLEGES} collèges × {nombre(RESOLUTIONS)} résolutions ({tous} % avec la lecture « tous »)"
    entier, decisions, nu = meilleurs(
        alterner([pret(produit, arbre), pret(sans_arbre, arbre), pret(boucle_nue, nombres)], TOURS)
    )
    yield Mesure(titre, entier, nu, TOURS, LIMITE)
    yield Mesure("calculer, sans l’arbre public ni les étapes", decisions, nu, TOURS)
    octets = document_au_hasard(Random(22), {"simple": 100})
    seul, nu = meilleurs(alterner([pret(produit, lire_json(octets).arbre), pret(boucle_nue, extraire(octets))], TOURS))
    yield Mesure("calculer, tout entier, des résolutions sans autre lecture", seul, nu, TOURS)
