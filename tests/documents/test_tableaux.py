"""Tables over pages: every row once, headings each time, groups and totals in company."""

import re
from datetime import datetime
from itertools import pairwise
from time import process_time

import pytest

from scicvote.core.papier import Alignement, Colonne, Genre, Tableau, rangee
from scicvote.documents.rendu import rendre

COLONNES = (Colonne("Associé", 3), Colonne("Voix", 1, Alignement.DROITE), Colonne("Signature", 2))


def rangees(n):
    return tuple(rangee(f"Nom{i:04}.", "1", "") for i in range(n))


@pytest.mark.parametrize(("n", "attendues"), [(0, 1), (1, 1), (15, 2), (41, 4)])
@pytest.mark.parametrize("quadrille", [False, True])
def test_every_row_once_and_headings_on_each_page(papier, pages, n, attendues, quadrille):
    lues = pages(papier(Tableau(COLONNES, rangees(n), hauteur=12, quadrille=quadrille), paysage=True))
    assert len(lues) == attendues
    assert all(page.count("Signature") == 1 for page in lues)
    assert re.findall(r"Nom(\d+)\.", "".join(lues)) == [f"{i:04}" for i in range(n)]


def test_an_empty_table_says_so(papier, pages):
    assert "Néant." in pages(papier(Tableau(COLONNES, ())))[0]
    assert "Aucun pouvoir." in pages(papier(Tableau(COLONNES, (), vide="Aucun pouvoir.")))[0]


def ecarts(page):
    """The distances between the names on a page, in millimetres."""
    hauteurs = []

    def voir(texte, cm, tm, _police, _corps):
        if texte.strip().startswith("Nom"):
            hauteurs.append(tm[5] * cm[3] + cm[5])

    page.extract_text(visitor_text=voir)
    return [(a - b) / 72 * 25.4 for a, b in pairwise(hauteurs)]


def test_there_is_room_to_sign_on_every_page(papier, lecteur):
    for page in lecteur(papier(Tableau(COLONNES, rangees(41), hauteur=12), paysage=True)).pages:
        assert min(ecarts(page), default=12) > 11.99


def test_a_group_that_is_cut_is_named_again(papier, pages):
    groupe = rangee("Collège SB", genre=Genre.GROUPE)
    _, deux, trois = pages(papier(Tableau(COLONNES, (groupe, *rangees(34)), hauteur=12, quadrille=True), paysage=True))
    for page in (deux, trois):
        assert page.count("Collège SB (suite)") == 1
        assert page.index("Collège SB") < page.index("Nom")


def test_a_group_is_named_again_only_where_it_goes_on(papier, pages):
    sb, pp = (rangee(f"Collège {nom}", genre=Genre.GROUPE) for nom in ("SB", "PP"))
    toutes = (sb, *rangees(16), pp, *rangees(16))
    lues = pages(papier(Tableau(COLONNES, toutes, hauteur=12), paysage=True))
    assert re.findall(r"Collège .*", "\n".join(lues)) == [
        "Collège SB",
        "Collège SB (suite)",
        "Collège PP",
        "Collège PP (suite)",
    ]


@pytest.mark.parametrize("avant", range(9, 16))
def test_a_group_heading_is_never_last_on_a_page_nor_a_total_first(papier, pages, avant):
    groupe = rangee("Collège PP", genre=Genre.GROUPE)
    total = rangee("Ensemble", "7", "", genre=Genre.TOTAL)
    toutes = (*rangees(avant), groupe, *rangees(1), groupe, *rangees(12), total)
    for page in pages(papier(Tableau(COLONNES, toutes, hauteur=12), paysage=True)):
        corps = [ligne for ligne in page.split("\n") if ligne.startswith(("Nom", "Collège", "Ensemble"))]
        assert not corps[-1].startswith("Collège")
        assert not corps[0].startswith("Ensemble")


def test_a_group_row_may_have_figures(papier, pages):
    groupe = rangee("Collège PM", "12", "", genre=Genre.GROUPE)
    lues = pages(papier(Tableau(COLONNES, (groupe, *rangees(60)))))
    assert "12" in lues[0]
    assert "(suite)" not in "".join(lues)


def test_long_names_wrap_and_a_word_without_spaces_is_cut(papier, pages):
    nom = "Wolfeschlegelsteinhausenbergerdorff" * 6
    lu = "".join(pages(papier(Tableau(COLONNES, (rangee(nom, "1", ""),)))))
    assert nom in lu.replace("\n", "")


def test_a_row_higher_than_a_page_goes_on(papier, pages):
    lues = pages(papier(Tableau(COLONNES, (*rangees(3), rangee("mot " * 3000, "1", ""), *rangees(2)))))
    assert len(lues) > 2
    assert "".join(lues).count("mot") == 3000


def test_a_row_of_another_width_is_a_bug():
    with pytest.raises(ValueError, match="row 0 has 2 cells for 3 columns"):
        Tableau(COLONNES, (rangee("a", "b"),))


def test_time_grows_with_rows_not_with_their_square(papier):
    def duree(n):
        debut = process_time()
        rendre(papier(Tableau(COLONNES, rangees(n), petit=True)), instant=datetime(2026, 6, 12))
        return process_time() - debut

    duree(50)
    assert duree(1200) < 10 * min(duree(300) for _ in range(3))
