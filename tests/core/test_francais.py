"""Words of papers: numbers, dates, hours, elision, agreement."""

from datetime import date, datetime

import pytest

from scicvote.core.francais import (
    a,
    accorder,
    capitale,
    cardinal,
    date_en_lettres,
    date_longue,
    de,
    enumerer,
    guillemets,
    heure_en_lettres,
    heure_fr,
    ordinal,
    par,
    rangs,
    s_elide,
    selon,
)

NB = "\u00a0"


@pytest.mark.parametrize(
    ("n", "mots"),
    [
        (0, "zéro"),
        (1, "un"),
        (16, "seize"),
        (17, "dix-sept"),
        (21, "vingt et un"),
        (60, "soixante"),
        (61, "soixante et un"),
        (70, "soixante-dix"),
        (71, "soixante et onze"),
        (72, "soixante-douze"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (91, "quatre-vingt-onze"),
        (99, "quatre-vingt-dix-neuf"),
        (100, "cent"),
        (101, "cent un"),
        (200, "deux cents"),
        (201, "deux cent un"),
        (1000, "mille"),
        (1999, "mille neuf cent quatre-vingt-dix-neuf"),
        (2026, "deux mille vingt-six"),
        (80_000, "quatre-vingt mille"),
        (200_000, "deux cent mille"),
    ],
)
def test_cardinal(n, mots):
    assert cardinal(n) == mots


@pytest.mark.parametrize(
    ("n", "mots"), [(1, "une"), (21, "vingt et une"), (11, "onze"), (2, "deux"), (81, "quatre-vingt-une")]
)
def test_cardinal_feminine(n, mots):
    assert cardinal(n, feminin=True) == mots


@pytest.mark.parametrize("n", [-1, 1_000_000])
def test_no_words_for_others(n):
    with pytest.raises(ValueError, match="no words"):
        cardinal(n)


@pytest.mark.parametrize(
    ("n", "mots"),
    [
        (1, "premier"),
        (2, "deuxième"),
        (3, "troisième"),
        (4, "quatrième"),
        (5, "cinquième"),
        (9, "neuvième"),
        (11, "onzième"),
        (21, "vingt et unième"),
        (71, "soixante et onzième"),
        (80, "quatre-vingtième"),
        (81, "quatre-vingt-unième"),
        (100, "centième"),
        (1000, "millième"),
    ],
)
def test_ordinal(n, mots):
    assert ordinal(n) == mots


def test_ordinals_from_one_to_a_hundred_differ_and_only_the_first_has_a_feminine():
    assert ordinal(1, feminin=True) == "première"
    assert len({ordinal(n) for n in range(1, 101)}) == 100
    assert all(ordinal(n) == ordinal(n, feminin=True) for n in range(2, 101))
    with pytest.raises(ValueError, match="no rank"):
        ordinal(0)


def test_dates():
    assert date_en_lettres(date(2026, 6, 12)) == "vendredi douze juin deux mille vingt-six"
    assert date_en_lettres(date(2026, 5, 1)) == "vendredi premier mai deux mille vingt-six"
    assert date_longue(date(2026, 6, 12)) == f"12{NB}juin{NB}2026"


@pytest.mark.parametrize(
    ("heure", "mots"),
    [
        ((18, 5), "dix-huit heures cinq"),
        ((18, 0), "dix-huit heures"),
        ((20, 41), "vingt heures quarante et une"),
        ((21, 1), "vingt et une heures une"),
        ((1, 0), "une heure"),
        ((0, 10), "zéro heure dix"),
    ],
)
def test_hours_in_letters(heure, mots):
    assert heure_en_lettres(datetime(2026, 6, 12, *heure)) == mots


def test_hours_in_figures():
    assert heure_fr(datetime(2026, 6, 12, 18, 5)) == f"18{NB}h{NB}05"


@pytest.mark.parametrize("mot", ["Alix", "Ève", "Œillet", "Hélène", "Inès", "Yves", "Yvonne", "hôtel", "arbre"])
def test_elided(mot):
    assert s_elide(mot)
    assert de(mot) == f"d’{mot}"


@pytest.mark.parametrize("mot", ["Tom", "Yann", "Halle aux grains", "Huit", "Mme Alix", "L’Atelier", ""])
def test_not_elided(mot):
    assert not s_elide(mot)
    assert de(mot) == f"de {mot}"


@pytest.mark.parametrize(
    ("groupe", "genitif", "datif"),
    [
        ("le gérant", "du gérant", "au gérant"),
        ("les associés", "des associés", "aux associés"),
        ("la gérance", "de la gérance", "à la gérance"),
        ("Les Amarres", "des Amarres", "aux Amarres"),
        ("Lescure", "de Lescure", "à Lescure"),
        ("l’associé", "de l’associé", "à l’associé"),
    ],
)
def test_contracted_articles(groupe, genitif, datif):
    assert de(groupe) == genitif
    assert a(groupe) == datif


def test_par():
    assert par("Lettre recommandée") == "par lettre recommandée"
    assert par("en main propre") == "en main propre"
    assert par("contre récépissé") == "contre récépissé"


def test_lists():
    assert [enumerer(mots) for mots in ((), ("A",), ("A", "B"), ("A", "B", "C"))] == ["", "A", "A et B", "A, B et C"]
    assert enumerer(("A", "B"), "ou") == "A ou B"


@pytest.mark.parametrize(
    ("numeros", "mots"),
    [((), ""), ((3,), "3"), ((1, 2), "1 et 2"), ((1, 2, 3), "1 à 3"), ((1, 2, 3, 5, 6, 9), "1 à 3, 5, 6 et 9")],
)
def test_ranks(numeros, mots):
    assert rangs(numeros) == mots


def test_agreement():
    assert accorder("Mme", "élu", "élue") == "élue"
    assert [accorder(civilite, "élu", "élue") for civilite in ("M.", "")] == ["élu", "élu"]
    assert [selon(n, "est", "sont") for n in (0, 1, 2)] == ["est", "est", "sont"]


def test_marks():
    assert capitale("éveil") == "Éveil"
    assert capitale("") == ""
    assert guillemets("Oui") == f"«{NB}Oui{NB}»"
