"""Words cut at line ends: ordinary French words, and nothing else."""

import pytest

from scicvote.core.papier import Style, Texte, Titre, gras, ligne, paragraphe
from scicvote.documents.cesure import DISCRET, coupes
from scicvote.documents.lignes import composer_lignes
from scicvote.documents.polices import ROMAIN, installer


def en_morceaux(mot):
    return "-".join(mot[a:b] for a, b in zip([0, *coupes(mot)[::-1]], [*coupes(mot)[::-1], len(mot)], strict=True))


@pytest.mark.parametrize(
    ("mot", "attendu"),
    [
        ("délibérations", "déli-bé-ra-tions"),
        ("l’assemblée", "l’assem-blée"),
        ("convocation,", "convo-ca-tion,"),
        ("recommandée.", "recom-man-dée."),
        ("qu’irrégulièrement", "qu’irré-gu-liè-re-ment"),
    ],
)
def test_where_french_cuts(mot, attendu):
    assert en_morceaux(mot).replace("-", "") == mot
    assert en_morceaux(mot) == attendu


@pytest.mark.parametrize(
    "mot",
    [
        "",
        "…",
        "voix",
        "séance",
        "Marjolaine",  # a name
        "SCICVote",
        "L223-29",  # an article
        "24-4",
        "12\u00a0060\u00a0€",
        "deux-cents",
        "contact@exemple.invalid",
        "exemple.invalid",
        "d’Églantine",
    ],
)
def test_what_is_never_cut(mot):
    assert coupes(mot) == ()


def lignes(texte, place, **reste):
    installer()
    return ["".join(t for _, t in brins) for _, brins in composer_lignes(ligne(texte), ROMAIN, 10, place, **reste)]


def test_a_cut_word_keeps_all_its_letters_and_a_discreet_hyphen():
    texte = "les associés sont régulièrement convoqués par lettre recommandée"
    lues = lignes(texte, 90, cesures=True)
    assert any(une.endswith(DISCRET) for une in lues)
    assert " ".join(lues).replace(f"{DISCRET} ", "") == texte


def test_no_cut_where_none_is_asked():
    assert DISCRET not in "".join(lignes("les associés sont régulièrement convoqués", 60))


def test_the_rest_of_a_name_is_never_cut():
    for place in range(60, 160, 3):
        lues = lignes("voici Les Amarres imaginaires", place, cesures=True)
        assert DISCRET not in "".join(lues)


@pytest.mark.parametrize("lie", ["\u00a0", "\u202f", "\ue02f"])
def test_a_no_break_space_holds_two_words_together(lie):
    lues = lignes(f"voici 12{lie}060{lie}€ de plus", 70)
    assert any("12" in une and "€" in une for une in lues)


def test_quotation_marks_stay_with_their_words():
    for place in range(40, 160, 2):
        for une in lignes("il dit «\u00a0oui\u00a0» puis «\u00a0non\u00a0»\u00a0; voilà", place):
            assert not une.startswith(("\u00a0", "»", ";"))
            assert not une.endswith("«")


def test_lines_are_never_wider_than_their_place():
    installer()
    texte = "W" * 80 + " mot plus long que prévu " + "incompréhensiblement " * 3
    for place in (1, 20, 55, 90, 300):
        for large, brins in composer_lignes(ligne(texte, gras("gras")), ROMAIN, 10, place, cesures=True):
            assert large <= place or sum(len(t) for _, t in brins) <= 1 or place == 1


def test_a_word_may_change_face():
    installer()
    ((_, brins),) = composer_lignes((Texte("Marjo"), gras("laine"), Texte(", "), Texte("Inès")), ROMAIN, 10, 500)
    assert [texte for _, texte in brins] == ["Marjo", "laine", ", Inès"]


def test_headings_and_addresses_are_never_cut(papier, pages):
    mot = "anticonstitutionnellement " * 12
    blocs = (Titre(1, mot), paragraphe(mot, style=Style.ADRESSE), paragraphe(mot, style=Style.DROITE))
    (lue,) = pages(papier(*blocs))
    assert DISCRET not in lue
