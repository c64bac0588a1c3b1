"""What stays together: ensembles, headings and what they head, lines of a paragraph."""

import pytest

from scicvote.core.papier import CaseSignature, Colonne, Ensemble, Signatures, Tableau, Titre, liste, paragraphe, rangee

LIGNE = "mot " * 14


def remplissage(n):
    return [paragraphe(f"Ligne {i}.") for i in range(n)]


def page_de(lues, mot):
    return [i for i, page in enumerate(lues) if mot in page]


@pytest.mark.parametrize("n", range(20, 33))
def test_an_ensemble_moves_whole(papier, pages, n):
    bloc = Ensemble((paragraphe("Alpha"), paragraphe("Beta"), Ensemble((paragraphe("Gamma"),)), paragraphe("Delta")))
    lues = pages(papier(*remplissage(n), bloc))
    assert len({tuple(page_de(lues, mot)) for mot in ("Alpha", "Beta", "Gamma", "Delta")}) == 1


def test_an_ensemble_that_fits_stays_where_it_comes(papier, pages):
    assert len(pages(papier(*remplissage(5), Ensemble((paragraphe("Alpha"), paragraphe("Beta")))))) == 1


def test_an_ensemble_that_no_page_holds_starts_where_it_comes_and_is_cut(papier, pages):
    lues = pages(papier(*remplissage(10), Ensemble((Titre(1, "Début"), *remplissage(60), paragraphe("Terme")))))
    assert page_de(lues, "Début") == [0]
    assert page_de(lues, "Terme") == [len(lues) - 1]


def suites():
    tableau = Tableau((Colonne("Associé", 1),), tuple(rangee(f"Suite {i}") for i in range(60)))
    return [
        paragraphe("Suite " + LIGNE * 8),
        tableau,
        Ensemble((paragraphe("Suite"), paragraphe("b"), paragraphe("c"))),
        Signatures((CaseSignature("Suite", "Scrutateur"),)),
    ]


@pytest.mark.parametrize("suite", suites(), ids=["paragraphe", "tableau", "ensemble", "signatures"])
@pytest.mark.parametrize("n", range(22, 33, 2))
def test_a_heading_is_never_left_alone(papier, pages, n, suite):
    lues = pages(papier(*remplissage(n), Titre(1, "Partie"), Titre(2, "Section"), suite))
    assert page_de(lues, "Partie") == page_de(lues, "Section") == page_de(lues, "Suite")[:1]


def test_a_heading_before_a_long_table_does_not_leave_half_a_page_empty(papier, pages):
    lues = pages(papier(*remplissage(12), Titre(1, "Partie"), suites()[1]))
    assert page_de(lues, "Partie") == [0]


@pytest.mark.parametrize("n", range(24, 30))
def test_no_lone_line_of_a_paragraph(papier, pages, n):
    for longueur in range(4, 9):
        lues = pages(papier(*remplissage(n), paragraphe(LIGNE * longueur)))
        assert 1 not in [sum(ligne.startswith("mot") for ligne in page.split("\n")) for page in lues]


@pytest.mark.parametrize("n", range(24, 34))
def test_what_introduces_stays_with_what_follows(papier, pages, n):
    lues = pages(papier(*remplissage(n), paragraphe("Sont déposés\u00a0:"), liste("comptes", "rapport")))
    assert page_de(lues, "Sont déposés") == page_de(lues, "comptes")
