"""The smallest change that turns a decision, against brute force on small assemblies."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from scicvote.core.bascule import Bascule, _apres, _disponibles, basculer
from scicvote.core.decision import calculer
from scicvote.core.resultat import Decision, Resultat
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance, Suffrages
from scicvote.core.statuts import Statuts
from scicvote.exchange.ebauche_statuts import Ebauche, modele
from scicvote.exchange.statuts import connus, statuts_de_texte, texte_fourni

CLISS = statuts_de_texte(texte_fourni("cliss-xxi")).statuts
assert CLISS is not None


def decider(
    statuts: Statuts, corps: dict[str, tuple[int, int, int, int, int]], regle: str = "ordinaire", tour: int = 1
) -> Resultat:
    """``corps``: inscrits, presents, pour, contre, abstention."""
    seance = Seance(tour, ENSEMBLE not in corps, {c: Effectif(v[0], v[1]) for c, v in corps.items()})
    question = Question(1, regle, {c: Suffrages(*v[2:]) for c, v in corps.items()})
    resultat = calculer(statuts, seance, question)
    assert isinstance(resultat, Resultat)
    return resultat


def _voisins(vote: tuple[int, int, int, int, int]) -> list[tuple[tuple[int, int, int, int, int], int]]:
    """Every other way in which the people present could have voted, with how many of them changed."""
    inscrits, presents, *avant = vote
    silence = presents - sum(avant)
    etats = [*avant, silence]
    suites = []
    for pour, contre, abstention in product(range(presents + 1), repeat=3):
        reste = presents - pour - contre - abstention
        if reste >= 0:
            apres = [pour, contre, abstention, reste]
            changes = sum(max(0, a - b) for a, b in zip(etats, apres, strict=True))
            suites.append(((inscrits, presents, pour, contre, abstention), changes))
    return suites


def force_brute(
    statuts: Statuts, corps: dict[str, tuple[int, int, int, int, int]], regle: str, tour: int
) -> int | None:
    """The fewest voters whose other choice, whatever it is, turns the decision."""
    depart = decider(statuts, corps, regle, tour).decision
    codes = list(corps)
    meilleur: int | None = None
    for choix in product(*(_voisins(corps[code]) for code in codes)):
        cout = sum(c for _, c in choix)
        if cout and (meilleur is None or cout < meilleur):
            autre = {code: vote for code, (vote, _) in zip(codes, choix, strict=True)}
            if decider(statuts, autre, regle, tour).decision != depart:
                meilleur = cout
    return meilleur


def _hasard(hasard: Random, codes: tuple[str, ...], maximum: int) -> dict[str, tuple[int, int, int, int, int]]:
    corps = {}
    for code in codes:
        inscrits = hasard.randint(0, maximum)
        presents = hasard.randint(0, inscrits)
        pour = hasard.randint(0, presents)
        contre = hasard.randint(0, presents - pour)
        corps[code] = (inscrits, presents, pour, contre, hasard.randint(0, presents - pour - contre))
    return corps


def _variantes() -> list[Statuts]:
    texte = texte_fourni("cliss-xxi")
    variantes = []
    for base, vide, silencieux in (
        ("votants", "perdu", "perdu"),
        ("exprimes", "exclu", "prorata"),
        ("presents", "abstention", "egal"),
        ("inscrits", "perdu", "perdu"),
    ):
        autre = re.sub(r"(?m)^base_report\b.*$", f'base_report = "{base}"', texte)
        autre = re.sub(r"(?m)^college_vide\b.*$", f'college_vide = "{vide}"', autre)
        autre = re.sub(r"(?m)^college_silencieux\b.*$", f'college_silencieux = "{silencieux}"', autre)
        lus = statuts_de_texte(autre).statuts
        assert lus is not None
        assert lus.vote.base_report == base
        variantes.append(lus)
    majoritaire = statuts_de_texte(re.sub(r"(?m)^report\b.*$", 'report = "majoritaire"', texte)).statuts
    assert majoritaire is not None
    presents = re.sub(r"(?m)^base_report\b.*$", 'base_report = "inscrits"', texte)
    lus = statuts_de_texte(re.sub(r'base *= *"inscrits"', 'base = "presents"', presents)).statuts
    assert lus is not None
    assert lus.regles["ordinaire"].premiere.base == "presents"
    return [*variantes, majoritaire, lus]


@pytest.mark.parametrize("rang", range(6))
def test_as_brute_force_finds_by_college(rang: int) -> None:
    statuts, hasard = _variantes()[rang], Random(rang)
    for _ in range(40):
        corps = _hasard(hasard, ("SB", "PP", "PM"), 3)
        regle = hasard.choice(("ordinaire", "extraordinaire"))
        tour = hasard.choice((1, 2))
        trouvee = basculer(statuts, decider(statuts, corps, regle, tour))
        assert trouvee is not None
        assert trouvee.minimum == force_brute(statuts, corps, regle, tour), (corps, regle, tour)


def test_as_brute_force_finds_by_heads() -> None:
    assert CLISS is not None
    hasard = Random(7)
    for _ in range(200):
        corps = _hasard(hasard, (ENSEMBLE,), 8)
        regle, tour = hasard.choice(("ordinaire", "extraordinaire")), hasard.choice((1, 2))
        trouvee = basculer(CLISS, decider(CLISS, corps, regle, tour))
        assert trouvee is not None
        assert trouvee.minimum == force_brute(CLISS, corps, regle, tour), (corps, regle, tour)


def test_the_change_that_is_told_does_turn_the_decision() -> None:
    assert CLISS is not None
    corps = {"SB": (12, 10, 4, 6, 0), "PP": (20, 14, 5, 9, 0), "PM": (8, 6, 2, 4, 0)}
    resultat = decider(CLISS, corps)
    bascule = basculer(CLISS, resultat)
    assert bascule is not None
    assert (resultat.decision, bascule.vers) == (Decision.REJETEE, Decision.ADOPTEE)
    for code, combien in bascule.seuls.items():
        for essai, decision in ((combien - 1, Decision.REJETEE), (combien, Decision.ADOPTEE)):
            inscrits, presents, pour, contre, abstention = corps[code]
            autre = {**corps, code: (inscrits, presents, pour + essai, contre - essai, abstention)}
            assert decider(CLISS, autre).decision == decision, code


def test_a_silent_college_that_would_come_to_vote() -> None:
    assert CLISS is not None
    corps = {"SB": (5, 5, 5, 0, 0), "PP": (10, 0, 0, 0, 0), "PM": (4, 2, 0, 0, 0)}
    bascule = basculer(CLISS, decider(CLISS, corps))
    assert bascule is not None
    assert bascule == Bascule(Decision.ADOPTEE, 1, {"PM": 1}, {"PM": 1})


def test_without_quorum_no_vote_would_turn_it() -> None:
    sa = statuts_de_texte(texte_fourni("la-grande-ourse")).statuts
    assert sa is not None
    corps = {college.code: (100, 1, 1, 0, 0) for college in sa.colleges}
    resultat = decider(sa, corps)
    assert resultat.decision == Decision.SANS_QUORUM
    assert basculer(sa, resultat) is None


def test_nobody_there_turns_nothing() -> None:
    assert CLISS is not None
    for corps in ({ENSEMBLE: (9, 0, 0, 0, 0)}, {"SB": (9, 0, 0, 0, 0), "PP": (9, 0, 0, 0, 0), "PM": (9, 0, 0, 0, 0)}):
        assert basculer(CLISS, decider(CLISS, corps)) == Bascule(Decision.ADOPTEE, None)


def test_people_change_sides_before_they_wake() -> None:
    assert CLISS is not None
    (corps,) = decider(CLISS, {ENSEMBLE: (10, 8, 1, 2, 3)}).cadre.corps
    assert _disponibles(corps, Decision.ADOPTEE) == 7
    apres = _apres(corps, 6, Decision.ADOPTEE)
    assert (apres.pour, apres.contre, apres.abstention, apres.votants, apres.exprimes) == (7, 0, 0, 7, 7)
    contre = _apres(corps, 2, Decision.REJETEE)
    assert (contre.pour, contre.contre, contre.abstention, contre.votants) == (0, 4, 2, 6)
    assert Fraction(contre.exprimes) == 4


def test_several_silent_colleges_are_woken_together_only_where_that_takes_fewer() -> None:
    assert CLISS is not None
    corps = {"SB": (5, 5, 3, 2, 0), "PP": (4, 3, 0, 0, 0), "PM": (3, 3, 0, 0, 0)}
    bascule = basculer(CLISS, decider(CLISS, corps))
    assert bascule is not None
    assert bascule.minimum == force_brute(CLISS, corps, "ordinaire", 1) == 1
    assert bascule.seuls == {"PP": 1, "PM": 1}
    corps = {"SB": (5, 5, 0, 5, 0), "PP": (2, 1, 0, 0, 0), "PM": (2, 1, 0, 0, 0)}
    ensemble = basculer(CLISS, decider(CLISS, corps))
    assert ensemble is not None
    assert ensemble.minimum == force_brute(CLISS, corps, "ordinaire", 1) == 2
    assert ensemble.repartition == {"PP": 1, "PM": 1}


def test_where_a_college_carries_its_whole_weight_every_way_to_share_them_is_tried() -> None:
    """By majority the first who changes weighs nothing and the next everything; a silent college takes one voter."""
    majoritaire = _variantes()[4]
    corps = {"SB": (5, 5, 1, 4, 0), "PP": (5, 5, 4, 1, 0), "PM": (3, 2, 0, 0, 0)}
    resultat = decider(majoritaire, corps)
    bascule = basculer(majoritaire, resultat)
    assert bascule is not None
    assert resultat.decision == Decision.REJETEE
    assert (bascule.minimum, dict(bascule.repartition)) == (1, {"PM": 1})
    assert dict(bascule.seuls) == {"SB": 2, "PM": 1}


def test_a_thousand_voters_are_told_at_once() -> None:
    """As many ways to share them as there are voters: the heaviest first, and no table of all of them."""
    assert CLISS is not None
    corps = {"SB": (900, 700, 0, 700, 0), "PP": (900, 600, 0, 600, 0), "PM": (900, 500, 0, 500, 0)}
    bascule = basculer(CLISS, decider(CLISS, corps, "extraordinaire"))
    assert bascule is not None
    # the heaviest votes first: 500 of PM bring 30 points, 700 of SB 40, and 100 of PP the last 5
    assert (bascule.minimum, dict(bascule.repartition)) == (1300, {"PM": 500, "SB": 700, "PP": 100})
    votes = {code: (v[0], v[1], n := bascule.repartition.get(code, 0), v[1] - n, 0) for code, v in corps.items()}
    assert decider(CLISS, votes, "extraordinaire").decision == Decision.ADOPTEE
    un_de_moins = {**votes, "SB": (900, 700, votes["SB"][2] - 1, votes["SB"][3] + 1, 0)}
    assert decider(CLISS, un_de_moins, "extraordinaire").decision == Decision.REJETEE


# --- other forms, other ways to count


def _formes() -> dict[str, Statuts]:
    """The shipped statutes, and the starting point of each form, named as a cooperative would name it."""
    formes = {cle: statuts for cle, statuts in connus().items() if cle != "cliss-xxi"}
    for nom in ("sa", "sarl", "sarl-2005", "sas"):
        ebauche = Ebauche(modele(nom))
        for chemin, valeur in (("cle", "x"), ("denomination", "X"), ("date", date(2026, 1, 1))):
            ebauche.poser(chemin, valeur)
        lus = ebauche.lecture().statuts
        assert lus is not None, nom
        formes[nom] = lus
    return formes


FORMES = _formes()


@pytest.mark.parametrize("forme", list(FORMES))
def test_as_brute_force_finds_in_every_form(forme: str) -> None:
    """SA with a quorum, SAS by majority, SARL after 2005: by heads and, where they have colleges, by college."""
    statuts, hasard = FORMES[forme], Random(forme)
    regles = [nom for nom, regle in statuts.regles.items() if not regle.par_tete]
    codes = [college.code for college in statuts.colleges]
    decisions: set[Decision] = set()
    for essai in range(60):
        par_college = bool(codes) and statuts.vote.colleges != "jamais" and essai % 2 == 0
        if par_college:
            peuples = hasard.sample(codes, min(3, len(codes)))
            corps = dict.fromkeys(codes, (0, 0, 0, 0, 0)) | _hasard(hasard, tuple(peuples), 2)
        else:
            corps = _hasard(hasard, (ENSEMBLE,), 7)
        regle, tour = hasard.choice(regles), hasard.choice((1, 2))
        resultat = decider(statuts, corps, regle, tour)
        decisions.add(resultat.decision)
        trouvee = basculer(statuts, resultat)
        if resultat.decision == Decision.SANS_QUORUM:
            assert trouvee is None
        else:
            assert trouvee is not None
            assert trouvee.minimum == force_brute(statuts, corps, regle, tour), (corps, regle, tour)
            _verifier(statuts, corps, regle, tour, trouvee)
    assert {Decision.ADOPTEE, Decision.REJETEE} <= decisions
    if any(statuts.regles[nom].quorum for nom in regles):
        assert Decision.SANS_QUORUM in decisions


@pytest.mark.parametrize(
    ("cle", "valeur"),
    [
        ("abstention", '"pour"'),
        ("effectif_minimal", "2"),
        ("college_vide", '"prorata"'),
        ("college_vide", '"abstention"'),
    ],
)
def test_as_brute_force_finds_under_other_options(cle: str, valeur: str) -> None:
    texte = re.sub(rf"(?m)^{cle}\b.*$", f"{cle} = {valeur}", texte_fourni("cliss-xxi"))
    statuts = statuts_de_texte(texte).statuts
    assert statuts is not None
    hasard = Random(cle + valeur)
    for _ in range(40):
        corps = _hasard(hasard, ("SB", "PP", "PM"), 3)
        regle, tour = hasard.choice(("ordinaire", "extraordinaire")), hasard.choice((1, 2))
        resultat = decider(statuts, corps, regle, tour)
        trouvee = basculer(statuts, resultat)
        assert trouvee is not None
        assert trouvee.minimum == force_brute(statuts, corps, regle, tour), (corps, regle, tour)


def _verifier(
    statuts: Statuts, corps: dict[str, tuple[int, int, int, int, int]], regle: str, tour: int, bascule: Bascule
) -> None:
    """The way that is told does it: so many of each body, from the other side, then abstention, then silence."""
    autre = dict(corps)
    for code, combien in bascule.repartition.items():
        inscrits, presents, pour, contre, abstention = corps[code]
        vers_pour = bascule.vers == Decision.ADOPTEE
        de_l_autre = min(combien, contre if vers_pour else pour)
        d_abstention = min(combien - de_l_autre, abstention)
        apres = (pour + combien, contre - de_l_autre) if vers_pour else (pour - de_l_autre, contre + combien)
        autre[code] = (inscrits, presents, *apres, abstention - d_abstention)
    if bascule.minimum is not None:
        assert sum(bascule.repartition.values()) == bascule.minimum
        assert decider(statuts, autre, regle, tour).decision == bascule.vers, (corps, regle, tour)
