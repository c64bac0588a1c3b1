"""The tree itself: runs, texts in order, refusals of what cannot be drawn."""

from fractions import Fraction

import pytest

from scicvote.core.papier import (
    BarreVote,
    CaseSignature,
    Colonne,
    Ensemble,
    PartCorps,
    SautDePage,
    Signatures,
    Tableau,
    Texte,
    Titre,
    brut,
    gras,
    ligne,
    liste,
    paragraphe,
    rangee,
    textes,
)


def test_runs_from_texts():
    assert ligne("Pour ", gras("57")) == (Texte("Pour "), Texte("57", gras=True))
    assert brut(ligne("Pour ", gras("57"))) == "Pour 57"


def test_every_text_in_order(papier):
    barre = BarreVote((PartCorps("SB", Fraction(1), Fraction(2)),), Fraction(50), "50")
    un = papier(
        Titre(1, "A"),
        paragraphe("B", gras("C")),
        SautDePage(),
        Ensemble((liste("D"), Tableau((Colonne("E", 1),), (rangee("F"),)))),
        barre,
        Signatures((CaseSignature("G", "H"),)),
        Tableau((Colonne("I", 1),), (), vide="J"),
        titre="T",
        entete=("E1", "E2"),
        pied="P",
        mention="M",
    )
    assert " ".join(textes(un)) == "E1 E2 T A BC D E F SB 50 G H I J P M"


@pytest.mark.parametrize(
    "faire",
    [
        lambda: Titre(0, "x"),
        lambda: Titre(4, "x"),
        lambda: Colonne("x", 0),
        lambda: Tableau((), ()),
        lambda: BarreVote((PartCorps("x", Fraction(-1), Fraction(0)),)),
        lambda: BarreVote((PartCorps("x", Fraction(60), Fraction(41)),)),
        lambda: BarreVote((), Fraction(101)),
    ],
)
def test_what_cannot_be_drawn_is_refused(faire):
    with pytest.raises(ValueError, match=r"heading|width|column|parts|threshold"):
        faire()
