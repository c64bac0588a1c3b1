"""Past votes seen again: nothing changes under the same statutes, all follows from the counts, secrets stay kept."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.actes import preparation
from scicvote.core.decision import calculer
from scicvote.core.hypothese import Hypothese, Majorite, appliquer
from scicvote.core.recalcul import resultat_de
from scicvote.core.resultat import Decision, Resultat, ResultatElection
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance, Suffrages
from scicvote.core.simulation import Case, Obstacle, Simulation, _differe, revoir, simulable, simuler
from scicvote.core.vote import DEMANDE_SECRET, ComptageCorps
from scicvote.exchange.statuts import connus
from tests.scene_papiers import Scene, a, mains

CLISS = connus()["cliss-xxi"]
RIEN = Hypothese("Inchangée")
POIDS = Hypothese("Autres poids", {"SB": Fraction(50), "PP": Fraction(25), "PM": Fraction(25)})
FONDUS = Hypothese("Deux collèges", {"SB": Fraction(50), "PM": Fraction(50)}, {"PP": "PM"})
TETES = Hypothese("Par tête", par_tete=True)
FAUTIVE = Hypothese("Fautive", {"SB": Fraction(45)})


def _tenir(scene: Scene) -> dict[str, int]:
    """Twenty associés (SB 8, PP 8, PM 4), all there; the points by name."""
    scene.preparer(par_college=True)
    points = {
        "serre": scene.resolution("Vote serré"),
        "secret": scene.resolution("Vote secret"),
        "seul": scene.resolution("Décision de PP", regle="decision_college", college="PP"),
        "election": scene.resolution("Gérance", regle="election_gerance", objet="election", sieges=1),
        "jamais": scene.resolution("Sans vote"),
    }
    scene.faire(preparation.presenter_candidat(scene.depot, scene.ag, points["election"], 1, "SB"))
    scene.faire(preparation.presenter_candidat(scene.depot, scene.ag, points["election"], 3, "PP"))
    scene.convoquer()
    scene.arriver(range(1, 21))
    scene.ouvrir((2, 3), motif="choisie par l’assemblée")
    scene.voter(points["serre"], {"SB": mains(8), "PP": mains(2, 6), "PM": mains(0, 4)}, a(18, 10))
    scene.voter(points["secret"], {c: mains(4) for c in ("SB", "PP", "PM")}, a(18, 20), "secret_papier")
    scene.voter(points["seul"], {"PP": mains(5, 3)}, a(18, 30))
    scene.voter(points["election"], {ENSEMBLE: mains(3, 17)}, a(18, 40), objet=DEMANDE_SECRET)

    def urne(une: int, trois: int, blanc: int = 0) -> ComptageCorps:
        return ComptageCorps(blanc=blanc, votants=une + trois + blanc, voix={1: une, 3: trois})

    urnes = {"SB": urne(7, 1), "PP": urne(1, 6, 1), "PM": urne(1, 3)}
    scene.voter(points["election"], urnes, a(18, 50), "secret_papier")
    return points


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    scene = Scene.creer(tmp_path_factory.mktemp("simulation"), 20)
    _tenir(scene)
    return scene


def essayer(scene: Scene, *hypotheses: Hypothese) -> Simulation:
    return simuler(scene.depot.dossier, scene.assemblee, hypotheses)


def cases(scene: Scene, hypothese: Hypothese) -> list[Case]:
    return [ligne.cases[0] for ligne in essayer(scene, hypothese).lignes]


def test_every_declared_vote_in_the_order_of_the_agenda(scene: Scene) -> None:
    simulation = essayer(scene, RIEN)
    dits = [(x.resolution.titre, x.vote.scrutin.objet) for x in simulation.lignes]
    assert dits == [
        ("Vote serré", "resolution"),
        ("Vote secret", "resolution"),
        ("Décision de PP", "resolution"),
        ("Gérance", DEMANDE_SECRET),
        ("Gérance", "resolution"),
    ]
    assert [x.actuel for x in simulation.lignes] == [
        resultat_de(scene.depot.dossier, scene.assemblee, x.vote) for x in simulation.lignes
    ]


def test_under_the_same_statutes_nothing_changes(scene: Scene) -> None:
    simulation = essayer(scene, RIEN)
    assert simulation.changements(0) == 0
    for ligne in simulation.lignes:
        assert ligne.cases[0].resultat in (ligne.actuel, None)


def test_other_weights_turn_a_close_vote_and_an_election(scene: Scene) -> None:
    simulation = essayer(scene, RIEN, POIDS)
    serre, election = simulation.lignes[0], simulation.lignes[-1]
    assert isinstance(serre.actuel, Resultat)
    assert (serre.actuel.decision, serre.actuel.ratio) == (Decision.REJETEE, Fraction(475, 1000))
    vu = serre.cases[1].resultat
    assert isinstance(vu, Resultat)
    assert (vu.decision, vu.ratio, serre.cases[1].change) == (Decision.ADOPTEE, Fraction(5625, 10000), True)
    assert isinstance(election.actuel, ResultatElection)
    vu = election.cases[1].resultat
    assert isinstance(vu, ResultatElection)
    assert (election.actuel.decision, election.actuel.elus) == (Decision.SECOND_TOUR, ())
    assert (vu.decision, vu.elus) == (Decision.ELUS, ("Inès Marjolaine",))
    assert (simulation.changements(0), simulation.changements(1)) == (0, 2)


def test_a_secret_vote_whose_figures_are_left_out_is_not_weighed_otherwise(scene: Scene) -> None:
    for hypothese in (RIEN, POIDS, FONDUS, TETES):
        assert cases(scene, hypothese)[1] == Case(None, obstacle=Obstacle.SECRET)


def test_a_college_that_voted_alone_is_not_merged_with_one_that_did_not(scene: Scene) -> None:
    assert cases(scene, FONDUS)[2] == Case(None, obstacle=Obstacle.COLLEGE_SEUL)
    autres = Hypothese("H", {"PM": Fraction(50), "PP": Fraction(50)}, {"SB": "PM"})
    seul = cases(scene, autres)[2].resultat
    assert seul is not None
    assert seul.decision == Decision.ADOPTEE
    rejoint = Hypothese("H", {"SB": Fraction(50), "PP": Fraction(50)}, {"PM": "PP"})
    assert cases(scene, rejoint)[2].obstacle == Obstacle.COLLEGE_SEUL


def test_the_whole_assembly_by_heads_is_the_same_however_colleges_are_merged(scene: Scene) -> None:
    for hypothese in (POIDS, FONDUS, TETES):
        ligne = essayer(scene, hypothese).lignes[3]
        vu = ligne.cases[0].resultat
        assert vu is not None
        assert (vu.decision, vu.cadre.corps[0].pour, vu.cadre.corps[0].presents) == (ligne.actuel.decision, 3, 20)


def test_one_head_one_vote(scene: Scene) -> None:
    serre = cases(scene, TETES)[0].resultat
    assert isinstance(serre, Resultat)
    assert (serre.ratio, serre.cadre.par_college, serre.decision) == (Fraction(1, 2), False, Decision.REJETEE)
    election = cases(scene, TETES)[4].resultat
    assert isinstance(election, ResultatElection)
    assert sorted(int(voix.part) for voix in election.candidats.values()) == [9, 10]


def test_merged_colleges_count_their_votes_together(scene: Scene) -> None:
    serre = cases(scene, FONDUS)[0].resultat
    assert isinstance(serre, Resultat)
    assert {c.code: (c.poids, c.pour, c.contre, c.presents) for c in serre.cadre.corps} == {
        "SB": (50, 8, 0, 8),
        "PM": (50, 2, 10, 12),
    }
    assert serre.ratio == Fraction(1, 2) + Fraction(1, 2) * Fraction(2, 12)


def test_a_hypothesis_with_faults_says_them_and_decides_nothing(scene: Scene) -> None:
    simulation = essayer(scene, FAUTIVE, RIEN)
    assert [i.code for i in simulation.issues[0]] == ["POIDS_TOTAL"]
    assert simulation.issues[1] == ()
    assert {ligne.cases[0].obstacle for ligne in simulation.lignes} == {Obstacle.HYPOTHESE}
    assert simulation.lignes[0].cases[1].resultat is not None


def test_an_assembly_by_heads_follows_the_threshold_alone(tmp_path: Path) -> None:
    scene = Scene.creer(tmp_path, 10)
    scene.preparer()
    point = scene.resolution("Point")
    assert not simulable(scene.assemblee)
    scene.convoquer()
    scene.arriver(range(1, 11))
    scene.ouvrir()
    scene.voter(point, {ENSEMBLE: mains(6, 4)}, a(18, 10))
    assert simulable(scene.assemblee)
    deux_tiers = Hypothese("H", majorites=(Majorite("ordinaire", Fraction(2, 3), False),))
    simulation = essayer(scene, POIDS, FONDUS, TETES, deux_tiers)
    assert [c.change for c in simulation.lignes[0].cases] == [False, False, False, True]


# --- whatever the counts


def au_hasard(hasard: Random) -> tuple[Seance, Question]:
    corps, suffrages, retires = {}, {}, {}
    for code in ("SB", "PP", "PM"):
        inscrits = hasard.randint(0, 12)
        presents = hasard.randint(0, inscrits)
        corps[code] = Effectif(inscrits, presents)
        retires[code] = hasard.randint(0, min(1, presents))
        reste = presents - retires[code]
        pour = hasard.randint(0, reste)
        contre = hasard.randint(0, reste - pour)
        suffrages[code] = Suffrages(pour, contre, hasard.randint(0, reste - pour - contre))
    regle = hasard.choice(["ordinaire", "extraordinaire", "admission"])
    return Seance(hasard.choice((1, 2)), True, corps), Question(1, regle, suffrages, retires)


@given(st.integers(0, 10**6))
def test_whatever_the_counts_the_same_statutes_decide_the_same(graine: int) -> None:
    seance, question = au_hasard(Random(graine))
    attendu = calculer(CLISS, seance, question)
    assert revoir(RIEN, appliquer(CLISS, RIEN), seance, question) == attendu
    assert not _differe(attendu, attendu)


@given(st.integers(0, 10**6))
def test_whatever_the_counts_nobody_is_lost_when_colleges_are_merged(graine: int) -> None:
    seance, question = au_hasard(Random(graine))
    for hypothese in (FONDUS, TETES):
        vu = revoir(hypothese, appliquer(CLISS, hypothese), seance, question)
        assert vu is not None
        corps = vu.cadre.corps
        assert sum(c.inscrits for c in corps) == sum(c.inscrits for c in seance.corps.values()) - sum(question.retires.values())  # fmt: skip
        for nom in ("pour", "contre", "abstention"):
            assert sum(c.base(nom) for c in corps) == sum(getattr(s, nom) for s in question.suffrages.values())
        assert sum(c.poids for c in corps) == 100


def test_others_elected_is_another_decision() -> None:
    seance = Seance(1, False, {ENSEMBLE: Effectif(10, 10)})
    elu = calculer(CLISS, seance, Question(1, "election_gerance", {ENSEMBLE: Suffrages(bulletins=10, candidats={"Zoé": 9, "Alix": 1})}, sieges=1))  # fmt: skip
    assert isinstance(elu, ResultatElection)
    assert _differe(elu, replace(elu, elus=("Alix",)))
    assert not _differe(elu, replace(elu, base_valeur=Fraction(99)))
