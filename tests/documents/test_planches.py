"""Ballots drawn: how many a page holds, every choice on its card, the count exact, no card unlike another."""

from collections import Counter
from datetime import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from scicvote.core.papier import Papier, paragraphe
from scicvote.core.planche import Carte, Planche
from scicvote.documents.planches import planche
from scicvote.documents.rendu import rendre

INSTANT = datetime(2026, 6, 13, 9, 0)
LARGE, HAUT = 459.2, 711.4  # the text of an upright page, in points
SIMPLE = Carte(("Cliss XXI · AG",), "Résolution 3", "Cochez une seule case.", ("Pour", "Contre", "Abstention"), "Note.")


def noms(n, nom="Candidat"):
    return Carte(("Cliss XXI · AG",), "Élection", "Cochez deux noms au plus.", tuple(f"{nom} {i}" for i in range(n)))


def pages(carte, nombre):
    papier = Papier(titre="Bulletins", auteur="Cliss XXI", blocs=(paragraphe("Avant."), Planche(carte, nombre)))
    octets = rendre(papier, instant=INSTANT)
    assert octets == rendre(papier, instant=INSTANT)
    return [page.extract_text().splitlines() for page in PdfReader(BytesIO(octets)).pages]


def test_eight_simple_cards_a_page_and_exactly_as_many_as_asked():
    garde, *feuilles = pages(SIMPLE, 19)
    assert "Avant." in garde
    assert [feuille.count("Pour") for feuille in feuilles] == [8, 8, 3]
    assert [feuille.count("Cochez une seule case.") for feuille in feuilles] == [8, 8, 3]
    assert [feuille.count("Note.") for feuille in feuilles] == [8, 8, 3]


@pytest.mark.parametrize(
    ("candidats", "par_page"), [(1, 8), (3, 8), (8, 4), (12, 4), (20, 2), (40, 1), (100, 1), (200, 1)]
)
def test_every_candidate_is_on_every_ballot(candidats, par_page):
    (feuille,) = pages(noms(candidats), par_page)[1:]
    comptes = Counter(feuille)
    assert {f"Candidat {i}": par_page for i in range(candidats)}.items() <= comptes.items()


@pytest.mark.parametrize("candidats", [1, 8, 40, 120, 200])
def test_a_card_never_leaves_its_page(candidats):
    (feuillet, *_) = planche(
        Planche(noms(candidats, "Maximilienne-Apolline des Grands Marais d’en Haut"), 1), LARGE, HAUT
    )
    forme = feuillet.forme
    assert forme.haut * forme.rangs <= HAUT + 1e-6
    assert forme.large * forme.colonnes <= LARGE + 1e-6


def test_long_names_take_a_wider_card():
    courts = planche(Planche(noms(3), 8), LARGE, HAUT)
    longs = planche(Planche(noms(3, "Maximilienne-Apolline des Grands Marais"), 8), LARGE, HAUT)
    assert len(courts) == 1
    assert len(longs) == 2


def test_a_stack_is_drawn_in_the_time_of_its_pages():
    assert len(planche(Planche(SIMPLE, 10_000), LARGE, HAUT)) == 1250
