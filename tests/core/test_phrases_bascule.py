"""What would have turned a decision, in words: agreement, elision, colleges; silence where a secret would be told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

import pytest

from scicvote.core.assemblee import Vote
from scicvote.core.bascule import Bascule
from scicvote.core.decision import calculer
from scicvote.core.faits import Compte, Scrutin
from scicvote.core.phrases_bascule import (
    AUCUN_AUTRE,
    dire_bascule,
    phrase_bascule,
    phrase_du_vote,
    phrase_possibilite,
)
from scicvote.core.possibilite import Possibilite
from scicvote.core.resultat import AnyResultat, Decision
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance, Suffrages
from scicvote.core.statuts import Statuts
from scicvote.exchange.calcul import document_resultat, ecrire_json, lire_document, texte_resultat
from scicvote.exchange.statuts import connus
from tests.core.test_proprietes import cliss

CLISS, OURSE = connus()["cliss-xxi"], connus()["la-grande-ourse"]
PLUS, MOINS = Decision.ADOPTEE, Decision.REJETEE


def lu(phrase: str) -> str:
    return phrase.replace("\u00a0", " ")


def decider(
    corps: dict[str, tuple[int, int, int, int, int]], regle: str = "ordinaire", statuts: Statuts = CLISS
) -> AnyResultat:
    """``corps``: inscrits, presents, pour, contre, abstention."""
    seance = Seance(1, ENSEMBLE not in corps, {c: Effectif(v[0], v[1]) for c, v in corps.items()})
    return calculer(statuts, seance, Question(1, regle, {c: Suffrages(*v[2:]) for c, v in corps.items()}))


@pytest.mark.parametrize(
    ("bascule", "phrase"),
    [
        (Bascule(PLUS, 3, {"SB": 5, "PM": 3}, {"PM": 3}), "Il suffisait de 3 voix de plus en PM, ou de 5 en SB, pour l’adopter."),
        (Bascule(PLUS, 1, {"PM": 1}, {"PM": 1}), "Il suffisait d’une voix de plus en PM pour l’adopter."),
        (Bascule(PLUS, 1, {"PM": 1, "SB": 1}, {"PM": 1}), "Il suffisait d’une voix de plus en PM, ou d’une en SB, pour l’adopter."),
        (Bascule(MOINS, 1, {ENSEMBLE: 1}, {ENSEMBLE: 1}), "Il suffisait d’une voix contraire pour la rejeter."),
        (Bascule(MOINS, 4, {ENSEMBLE: 4}, {ENSEMBLE: 4}), "Il suffisait de 4 voix contraires pour la rejeter."),
        (Bascule(PLUS, 8, {ENSEMBLE: 8}, {ENSEMBLE: 8}), "Il suffisait de 8 voix de plus pour l’adopter."),
        (Bascule(MOINS, 2, {}, {"SB": 1, "PP": 1}), "Il suffisait de 2 voix contraires (1 en SB et 1 en PP) pour la rejeter."),
        (
            Bascule(PLUS, 2, {"SB": 5}, {"SB": 1, "PP": 1}),
            "Il suffisait de 2 voix de plus (1 en SB et 1 en PP), ou de 5 en SB seul, pour l’adopter.",
        ),
        (
            Bascule(PLUS, 2, {"SB": 5, "PP": 2, "PM": 9}, {"PP": 2}),
            "Il suffisait de 2 voix de plus en PP, ou de 5 en SB, ou de 9 en PM, pour l’adopter.",
        ),
        (Bascule(PLUS, None), AUCUN_AUTRE),
    ],
)  # fmt: skip
def test_a_turn_is_said_as_people_say_it(bascule: Bascule, phrase: str) -> None:
    assert lu(dire_bascule(bascule)) == phrase
    assert "de 1 " not in dire_bascule(bascule)


def test_what_is_said_does_turn_the_decision() -> None:
    corps = {"SB": (12, 10, 4, 6, 0), "PP": (20, 14, 5, 9, 0), "PM": (8, 6, 2, 4, 0)}
    phrase = lu(phrase_bascule(CLISS, decider(corps)))
    assert re.fullmatch(
        r"Il suffisait de \d+ voix de plus en \w+, ou de \d+ en \w+, ou de \d+ en \w+, pour l’adopter\.", phrase
    )
    for combien, code in re.findall(r"de (\d+)(?: voix de plus)? en (\w+)", phrase):
        inscrits, presents, pour, contre, abstention = corps[code]
        for essai, attendue in ((int(combien) - 1, Decision.REJETEE), (int(combien), Decision.ADOPTEE)):
            autre = {**corps, code: (inscrits, presents, pour + essai, contre - essai, abstention)}
            assert decider(autre).decision == attendue


def test_an_election_of_one_seat_has_its_sentence_and_one_of_two_has_none() -> None:
    seance = Seance(1, False, {ENSEMBLE: Effectif(10, 8)})
    question = Question(1, "election_gerance", {ENSEMBLE: Suffrages(bulletins=8, candidats={"Zoé": 6})}, sieges=1)
    phrase = "Il suffisait d’une voix contraire pour ne pas élire Zoé."
    assert phrase_bascule(CLISS, calculer(CLISS, seance, question)) == phrase
    assert phrase_bascule(CLISS, calculer(CLISS, seance, replace(question, sieges=2))) == ""


def test_without_quorum_no_vote_would_turn_it() -> None:
    resultat = decider({college.code: (100, 1, 1, 0, 0) for college in OURSE.colleges}, statuts=OURSE)
    assert resultat.decision == Decision.SANS_QUORUM
    assert phrase_bascule(OURSE, resultat) == ""


def test_a_crowd_is_not_counted_one_by_one() -> None:
    assert phrase_bascule(CLISS, decider({ENSEMBLE: (2000, 1000, 1000, 0, 0)}))
    assert phrase_bascule(CLISS, decider({ENSEMBLE: (2000, 1001, 1001, 0, 0)})) == ""
    majoritaire = replace(CLISS, vote=replace(CLISS.vote, report_voix="majoritaire"))
    assert phrase_bascule(majoritaire, decider({ENSEMBLE: (200, 150, 0, 150, 0)}, statuts=majoritaire))
    assert phrase_bascule(majoritaire, decider({ENSEMBLE: (200, 151, 0, 151, 0)}, statuts=majoritaire)) == ""


@pytest.mark.parametrize(("muets", "dite"), [(4, True), (5, False)])
def test_many_silent_colleges_are_not_woken_in_every_way(muets: int, dite: bool) -> None:
    colleges = tuple(replace(CLISS.colleges[0], code=f"C{i}", poids=Fraction(100, 6)) for i in range(6))
    statuts = replace(CLISS, colleges=colleges)
    corps = {c.code: (3, 2, 0, 0 if i < muets else 2, 0) for i, c in enumerate(colleges)}
    assert bool(phrase_bascule(statuts, decider(corps, statuts=statuts))) == dite


def test_a_secret_vote_of_few_says_nothing() -> None:
    corps = {"SB": (12, 10, 4, 6, 0), "PP": (20, 14, 5, 9, 0), "PM": (8, 2, 1, 1, 0)}
    resultat = decider(corps)
    comptes = tuple(Compte(1, 1, code, sum(v[2:]), *v[2:], 0, 0) for code, v in corps.items())
    heure = datetime(2026, 6, 12, 18, 0)

    def vote(mode: str) -> Vote:
        return Vote(Scrutin(1, 1, 1, "ordinaire", "resolution", mode, 1, heure), comptes=comptes)

    assert phrase_du_vote(CLISS, resultat, vote("secret_papier")) == ""
    assert phrase_du_vote(CLISS, resultat, vote("main_levee")) == phrase_bascule(CLISS, resultat) != ""


# --- before a vote

ZERO, DEMI = Fraction(0), Fraction(1, 2)


@pytest.mark.parametrize(
    ("possible", "phrase"),
    [
        (Possibilite(True, DEMI, DEMI, 0, {}, 12), "Si tous ceux qui sont là votent, il faut au moins 12 voix pour."),
        (Possibilite(True, DEMI, DEMI, 0, {}, 1), "Si tous ceux qui sont là votent, il faut au moins 1 voix pour."),
        (Possibilite(True, DEMI, DEMI), "Possible avec ceux qui sont là."),
        (
            Possibilite(False, ZERO, DEMI, 1, {"PP": 1}),
            "Impossible avec ceux qui sont là : il manque 1 présent ou représenté en PP.",
        ),
        (
            Possibilite(False, ZERO, DEMI, 2, {"SB": 4, "PP": 2}),
            "Impossible avec ceux qui sont là : il manque 2 présents ou représentés en PP, ou 4 en SB.",
        ),
        (
            Possibilite(False, ZERO, DEMI, 3),
            "Impossible avec ceux qui sont là : il manque 3 présents ou représentés.",
        ),
        (
            Possibilite(False, ZERO, DEMI, 2, {"SB": 4}),
            "Impossible avec ceux qui sont là : il manque 2 présents ou représentés en tout, ou 4 en SB seul.",
        ),
        (
            Possibilite(False, ZERO, DEMI, None),
            "Impossible avec ceux qui sont là : même toute la liste n’y suffirait pas.",
        ),
        (
            Possibilite(False, ZERO, DEMI, None, sans_quorum=True),
            "Impossible avec ceux qui sont là, le quorum n’est pas atteint.",
        ),
    ],
)
def test_what_those_present_can_do(possible: Possibilite, phrase: str) -> None:
    assert lu(phrase_possibilite(possible)) == phrase


# --- at the command line


def test_the_text_of_a_calculation_says_it_and_the_public_file_does_not() -> None:
    calcul = lire_document(cliss({"*": (10, 9)}, {"*": {"pour": 5, "contre": 4}})).calcul
    assert calcul is not None
    assert texte_resultat(calcul).splitlines()[-1] == "  Il suffisait d’une voix de plus pour l’adopter."
    assert "suffisait" not in ecrire_json(document_resultat(calcul))
