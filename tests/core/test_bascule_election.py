"""The smallest change that turns an election of one seat, against brute force on small assemblies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import product
from random import Random

import pytest

from scicvote.core.bascule import Bascule
from scicvote.core.bascule_election import basculer_election
from scicvote.core.decision import calculer
from scicvote.core.phrases_bascule import AUCUN_AUTRE, phrase_bascule
from scicvote.core.resultat import Decision, ResultatElection
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance, Suffrages
from scicvote.core.statuts import Ligne, Statuts
from scicvote.exchange.statuts import connus
from tests.core.test_bascule import FORMES

CLISS = connus()["cliss-xxi"]


Urne = tuple[int, int, int, int, int]  # inscrits, presents, ballots for Ada, for Bob, blank
ANNEE = "election_gerance"


def elire(
    statuts: Statuts, corps: dict[str, Urne], regle: str, consultation: int = 1, tour: int = 1
) -> ResultatElection:
    seance = Seance(consultation, ENSEMBLE not in corps, {c: Effectif(v[0], v[1]) for c, v in corps.items()})
    suffrages = {
        c: Suffrages(blanc=blanc, bulletins=ada + bob + blanc, candidats={"Ada": ada, "Bob": bob})
        for c, (_, _, ada, bob, blanc) in corps.items()
    }
    resultat = calculer(statuts, seance, Question(1, regle, suffrages, sieges=1, tour=tour))
    assert isinstance(resultat, ResultatElection)
    return resultat


@cache
def _voisins(urne: Urne) -> tuple[tuple[Urne, int], ...]:
    """Every other way in which the people present could have voted, with how many of them changed."""
    inscrits, presents, *avant = urne
    etats = [*avant, presents - sum(avant)]
    suites = []
    for bulletins in product(range(presents + 1), repeat=3):
        if (reste := presents - sum(bulletins)) >= 0:
            changes = sum(max(0, a - b) for a, b in zip(etats, (*bulletins, reste), strict=True))
            suites.append(((inscrits, presents, *bulletins), changes))
    return tuple(suites)


def force_brute(
    statuts: Statuts, corps: dict[str, Urne], regle: str, consultation: int, candidat: str, elu: bool
) -> int | None:
    """The fewest voters whose other ballot makes ``candidat`` elected (``elu``), or not."""
    codes, meilleur = list(corps), None
    for choix in product(*(_voisins(corps[code]) for code in codes)):
        cout = sum(c for _, c in choix)
        if cout and (meilleur is None or cout < meilleur):
            autre = {code: urne for code, (urne, _) in zip(codes, choix, strict=True)}
            if (candidat in elire(statuts, autre, regle, consultation).elus) == elu:
                meilleur = cout
    return meilleur


def _hasard(hasard: Random, codes: tuple[str, ...], maximum: int) -> dict[str, Urne]:
    corps = {}
    for code in codes:
        inscrits = hasard.randint(0, maximum)
        presents = hasard.randint(0, inscrits)
        ada = hasard.randint(0, presents)
        bob = hasard.randint(0, presents - ada)
        corps[code] = (inscrits, presents, ada, bob, hasard.randint(0, presents - ada - bob))
    return corps


def _elections() -> Iterator[tuple[str, Statuts, str]]:
    for cle, statuts in {"cliss-xxi": CLISS, **FORMES}.items():
        for nom in statuts.regles:
            if nom.startswith("election"):
                yield cle, statuts, nom


ELECTIONS = list(_elections())


@pytest.mark.parametrize(("cle", "statuts", "regle"), ELECTIONS, ids=[f"{cle}-{regle}" for cle, _, regle in ELECTIONS])
def test_as_brute_force_finds_in_every_form(cle: str, statuts: Statuts, regle: str) -> None:
    hasard = Random(cle + regle)
    codes = [college.code for college in statuts.colleges]
    vus = 0
    for essai in range(60):
        if codes and statuts.vote.colleges != "jamais" and essai % 2 == 0:
            corps = dict.fromkeys(codes, (0, 0, 0, 0, 0)) | _hasard(hasard, tuple(hasard.sample(codes, 3)), 2)
        else:
            corps = _hasard(hasard, (ENSEMBLE,), 6)
        consultation = hasard.choice((1, 2))
        resultat = elire(statuts, corps, regle, consultation)
        vue = basculer_election(statuts, resultat)
        if vue is None:
            continue
        vus += 1
        elu = vue.candidat in resultat.elus
        assert vue.bascule.vers == (Decision.REJETEE if elu else Decision.ADOPTEE)
        attendu = force_brute(statuts, corps, regle, consultation, vue.candidat, not elu)
        assert vue.bascule.minimum == attendu, (corps, consultation)
    assert vus > 5


def test_where_counts_cannot_tell_nothing_is_said() -> None:
    corps = {ENSEMBLE: (9, 8, 4, 2, 1)}
    resultat = elire(CLISS, corps, ANNEE)
    assert basculer_election(CLISS, resultat) is not None
    assert basculer_election(CLISS, replace(resultat, sieges=2)) is None
    relative = replace(resultat.cadre, regle=replace(resultat.cadre.regle, tour2="relative"))
    assert basculer_election(CLISS, replace(resultat, tour=2, cadre=relative)) is None
    assert basculer_election(CLISS, replace(resultat, cadre=relative)) is not None
    for seuil, stricte, dite in (
        (Fraction(1, 3), True, False),
        (Fraction(1, 2), False, False),
        (Fraction(2, 3), False, True),
    ):
        cadre = replace(resultat.cadre, ligne=Ligne(seuil, stricte, "inscrits"))
        assert (basculer_election(CLISS, replace(resultat, cadre=cadre)) is not None) is dite
    assert basculer_election(CLISS, elire(CLISS, {ENSEMBLE: (9, 6, 3, 3, 0)}, ANNEE)) is None
    assert basculer_election(CLISS, replace(resultat, candidats={})) is None
    sans = elire(FORMES["sa"], {ENSEMBLE: (100, 1, 1, 0, 0)}, "election_administrateurs")
    assert sans.decision == Decision.SANS_QUORUM
    assert basculer_election(FORMES["sa"], sans) is None


def test_the_sentence_names_who_would_be_elected_or_not() -> None:
    manque = elire(CLISS, {ENSEMBLE: (10, 8, 5, 2, 1)}, ANNEE)
    assert phrase_bascule(CLISS, manque) == "Il suffisait d’une voix de plus pour élire Ada."
    elue = elire(CLISS, {ENSEMBLE: (10, 9, 7, 2, 0)}, ANNEE)
    assert phrase_bascule(CLISS, elue) == "Il suffisait de 2\u00a0voix contraires pour ne pas élire Ada.".replace(
        "\u00a0", " "
    )
    seule = elire(CLISS, {ENSEMBLE: (10, 1, 1, 0, 0)}, ANNEE)
    assert phrase_bascule(CLISS, seule) == AUCUN_AUTRE
    colleges = {"SB": (10, 10, 5, 5, 0), "PP": (10, 10, 5, 5, 0), "PM": (4, 4, 2, 2, 0)}
    egales = elire(CLISS, colleges, ANNEE)
    assert phrase_bascule(CLISS, egales) == ""
    pres = elire(CLISS, {**colleges, "PM": (4, 4, 1, 3, 0)}, ANNEE)
    vue = basculer_election(CLISS, pres)
    assert vue is not None
    assert vue.candidat == "Bob"
    foule = elire(CLISS, {ENSEMBLE: (2000, 1900, 900, 800, 0)}, ANNEE)
    assert phrase_bascule(CLISS, foule) == ""
    assert isinstance(vue.bascule, Bascule)


def test_an_election_is_carried_proportionally_even_where_votes_go_by_majority() -> None:
    sas = FORMES["les-sentiers-communs"]
    assert sas.vote.report_voix == "majoritaire"
    (regle,) = [nom for nom in sas.regles if nom.startswith("election")][:1]
    codes = [college.code for college in sas.colleges]
    corps = dict.fromkeys(codes, (5, 5, 3, 2, 0))
    resultat = elire(sas, corps, regle)
    vue = basculer_election(sas, resultat)
    assert vue is not None
    assert vue.bascule.minimum is not None
