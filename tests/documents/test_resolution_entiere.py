"""A resolution's text is never cut from its result, wherever it comes on the page."""

import pytest

from scicvote.core.papier import Ensemble, SautDePage, paragraphe
from scicvote.core.pv_resolutions import une_resolution
from tests.scene_papiers import a, mains, ordinaire


@pytest.fixture(scope="module")
def bloc(tmp_path_factory):
    scene = ordinaire(tmp_path_factory.mktemp("resolution"), 41, 30, par_college=True)
    point = scene.assemblee.resolutions[0]
    scene.voter(point.resolution, {"SB": mains(10, 2), "PP": mains(10, 1, 1), "PM": mains(6)}, a(18, 30))
    (bloc,) = une_resolution(scene.contexte, scene.assemblee.resolutions[0])
    return bloc


MOTS = ("L’assemblée se prononce", "Vote à main levée", "Collège PM", "Première résolution : adoptée.", "Abstention")


@pytest.mark.parametrize("n", range(34))
def test_on_one_page_at_every_place(papier, pages, bloc, n):
    lues = pages(papier(*(paragraphe(f"Ligne {i}.") for i in range(n)), bloc))
    net = [lue.replace("\u00a0", " ") for lue in lues]
    assert len({tuple(i for i, lue in enumerate(net) if mot in lue) for mot in MOTS}) == 1


@pytest.mark.parametrize("n", range(0, 34, 3))
def test_a_vote_stays_whole_in_a_resolution_that_no_page_holds(papier, pages, bloc, n):
    debats = [paragraphe("Débat. " * 40) for _ in range(14)]
    lues = pages(papier(*(paragraphe(f"Ligne {i}.") for i in range(n)), Ensemble((*debats, bloc))))
    net = [lue.replace("\u00a0", " ") for lue in lues]
    assert len({tuple(i for i, lue in enumerate(net) if mot in lue) for mot in MOTS[1:4]}) == 1


def test_it_starts_where_it_comes_when_there_is_room(papier, pages, bloc):
    assert len(pages(papier(paragraphe("Avant."), bloc))) == 1
    assert len(pages(papier(paragraphe("Avant."), SautDePage(), bloc))) == 2
