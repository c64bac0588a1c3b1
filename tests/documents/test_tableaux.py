"""Tables over pages: every row once, headings each time, groups and totals in company."""

import re
from datetime import datetime
from itertools import pairwise
from time import process_time

import pytest

from scicvote.core.papier import Alignement, Colonne, Cumul, Genre, Tableau, rangee
from scicvote.documents.gabarit import page as gabarit
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


def avec_cumul(n):
    """A table of n rows, one vote and i parts each, a group's heading in front and a total behind."""
    colonnes = (Colonne("Associé", 3), Colonne("Parts", 1, Alignement.DROITE), Colonne("Voix", 1, Alignement.DROITE))
    corps = [rangee(f"Nom{i:04}.", str(i), "1") for i in range(n)]
    total = rangee("Ensemble", str(sum(range(n))), str(n), genre=Genre.TOTAL)
    quantites = ((), *((i, 1) for i in range(n)), ())
    toutes = (rangee("Collège SB", genre=Genre.GROUPE), *corps, total)
    return Tableau(colonnes, toutes, hauteur=12, cumul=Cumul(0, (1, 2), quantites, ("associé", "associés")))


def pieds(page):
    """The figures at the foot of a page: of the page, of all pages so far."""
    net = page.replace("\u00a0", " ").replace("\u202f", "")
    return [tuple(map(int, m)) for m in re.findall(r"(?:de la page|cumulé) : (\d+) associés? (\d+) (\d+)", net)]


def test_each_page_has_its_totals_and_those_so_far(papier, pages):
    lues = pages(papier(avec_cumul(100), paysage=True))
    assert len(lues) > 7
    vus = 0
    for k, page in enumerate(lues):
        noms = [int(n) for n in re.findall(r"Nom(\d+)\.", page)]
        de_la_page, *depuis = pieds(page)
        assert de_la_page == (len(noms), sum(noms), len(noms))
        vus += len(noms)
        entre = 0 < k < len(lues) - 1  # the first page needs no other figure, the last has the table's own total
        assert depuis == ([(vus, sum(range(vus)), vus)] if entre else [])
    assert vus == 100
    assert "Ensemble 4950 100" in lues[-1]


@pytest.mark.parametrize("n", [0, 1, 5])
def test_a_table_of_one_page_has_no_totals_of_a_page(papier, pages, n):
    (lue,) = pages(papier(avec_cumul(n), paysage=True))
    assert "Total de la page" not in lue


def test_totals_of_a_page_count_as_many_rows_as_the_table():
    with pytest.raises(ValueError, match="count 1 rows of 2"):
        Tableau(COLONNES, rangees(2), cumul=Cumul(0, (1,), ((1,),), ("associé", "associés")))


@pytest.mark.parametrize("n", range(6, 30))
def test_nothing_is_drawn_under_the_text_area(papier, lecteur, n):
    un = papier(avec_cumul(n), paysage=True)
    bas = gabarit(un).bas
    for page in lecteur(un).pages:
        hauteurs = []

        def voir(texte, cm, tm, _police, _corps, hauteurs=hauteurs):
            if texte.strip().startswith(("Nom", "Total", "Ensemble")):
                hauteurs.append(tm[5] * cm[3] + cm[5])

        page.extract_text(visitor_text=voir)
        assert min(hauteurs) > bas
