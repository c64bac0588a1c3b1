"""Exact numbers, read as the files write them and shown as a French reader expects."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.core.exact import (
    accord,
    additionner,
    arrondi,
    chiffres,
    decimales_utiles,
    euros,
    lire_exact,
    nombre,
    points,
    pourcent,
    pourcent_court,
    texte_exact,
)
from tests.outils.hasard import PROFIL

F, N = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("texte", "valeur"),
    [("12", 12), ("012", 12), ("12.5", Fraction(25, 2)), ("0.10", Fraction(1, 10)), ("3/4", Fraction(3, 4)), ("6/8", Fraction(3, 4)),
     ("0", 0), ("0/3", 0), ("9" * 300, 10**300 - 1)],
)  # fmt: skip
def test_un_nombre_exact_se_lit(texte: str, valeur: Fraction | int) -> None:
    assert lire_exact(texte) == valeur


@pytest.mark.parametrize(
    "texte",
    ["", " 1", "1 ", "+1", "-1", "1e3", "1.", ".5", "1,5", "3/0", "3/-4", "1/2/3", "1.5/2", "٣", "½", "0x1", "1_000", "∞", "9" * 301, "1\n"],
)  # fmt: skip
def test_autre_chose_ne_se_lit_pas(texte: str) -> None:
    assert lire_exact(texte) is None


@pytest.mark.parametrize(
    ("valeur", "texte"),
    [(Fraction(850, 14), "425/7"), (Fraction(15), "15"), (Fraction(0), "0"), (Fraction(-1, 2), "-1/2")],
)
def test_texte_exact(valeur: Fraction, texte: str) -> None:
    assert texte_exact(valeur) == texte


@PROFIL
@given(st.fractions(min_value=0))
def test_ce_qui_est_ecrit_se_relit(valeur: Fraction) -> None:
    assert lire_exact(texte_exact(valeur)) == valeur


@PROFIL
@given(st.integers(-(10**30), 10**30), st.integers(0, 3))
def test_les_chiffres_d_un_entier(entier: int, blocs: int) -> None:
    assert chiffres(entier) == str(entier)
    grand = abs(entier) * 10 ** (4000 * blocs) + 7
    zeros = str(abs(entier)) + "0" * (4000 * blocs)
    assert chiffres(grand) == (zeros[:-1] + "7" if blocs else str(grand))


def test_des_chiffres_par_milliers() -> None:
    assert chiffres(10**4000) == "1" + "0" * 4000
    assert chiffres(-(10**9000)) == "-1" + "0" * 9000
    assert texte_exact(Fraction(1, 10**5000)) == "1/1" + "0" * 5000
    assert nombre(Fraction(1, 10**5000), 5000) == "0," + "0" * 4999 + "1"


@pytest.mark.parametrize(
    ("valeur", "decimales", "texte"),
    [(12060, 0, f"12{F}060"), (1234567, 0, f"1{F}234{F}567"), (999, 0, "999"), (1000, 0, f"1{F}000"), (Fraction(200, 7), 2, "28,57"),
     (Fraction(1, 8), 2, "0,13"), (Fraction(1, 2), 0, "1"), (Fraction(-1, 8), 2, "−0,13"), (0, 2, "0,00"), (Fraction(1, 400), 2, "0,00"),
     (Fraction(999999, 1000), 2, f"1{F}000,00")],
)  # fmt: skip
def test_un_nombre_francais(valeur: Fraction | int, decimales: int, texte: str) -> None:
    assert nombre(valeur, decimales) == texte


@pytest.mark.parametrize(
    ("ratio", "seuil", "texte"),
    [
        (Fraction(74996, 100000), Fraction(3, 4), "74,996"),  # never « 75,00 » and rejected
        (Fraction(75004, 100000), Fraction(3, 4), "75,004"),
        (Fraction(3, 4), Fraction(3, 4), "75,00"),
        (Fraction(2, 3), Fraction(2, 3), "66,67"),
        (Fraction(2, 3) + Fraction(1, 10**9), Fraction(2, 3), "66,67"),  # rounded up: it shows above two thirds
        (Fraction(2, 3) - Fraction(1, 10**9), Fraction(2, 3), "66,66667"),
        (Fraction(1, 2) + Fraction(1, 10**6), Fraction(1, 2), "50,0001"),
        (Fraction(1, 2) - Fraction(1, 10**6), Fraction(1, 2), "49,9999"),
        (Fraction(60714, 100000), Fraction(1, 2), "60,71"),
        (Fraction(60714, 100000), None, "60,71"),
        (Fraction(0), Fraction(1, 2), "0,00"),
        (Fraction(1), Fraction(1), "100,00"),
    ],
)
def test_un_pourcentage_montre_son_cote(ratio: Fraction, seuil: Fraction | None, texte: str) -> None:
    if texte == "66,66667":
        affiche = pourcent(ratio, seuil)
        assert Fraction(affiche.rstrip(f"%{F}").replace(",", ".")) / 100 < Fraction(2, 3)
    else:
        assert pourcent(ratio, seuil) == f"{texte}{F}%"


@PROFIL
@given(st.fractions(0, 1), st.fractions(0, 1), st.integers(-3, 3))
def test_le_cote_affiche_est_le_vrai(ratio: Fraction, seuil: Fraction, cheveu: int) -> None:
    """Whatever the share, what is printed lies on the same side of the threshold as what was computed."""
    for proche in (ratio, seuil + Fraction(cheveu, 10**7)):
        affiche = Fraction(pourcent(abs(proche), seuil).removesuffix(f"{F}%").replace(",", ".").replace(F, "")) / 100
        if abs(proche) != seuil:
            assert (affiche > seuil) == (abs(proche) > seuil)
            assert (affiche < seuil) == (abs(proche) < seuil)


def test_les_points_et_leurs_decimales() -> None:
    assert points(Fraction(18)) == "18,00"
    assert points(Fraction(74996, 1000), Fraction(75)) == "74,996"
    assert decimales_utiles(Fraction(1), None) == 2
    assert decimales_utiles(Fraction(1), Fraction(1), 5) == 5
    assert arrondi(Fraction(21282, 10), 0) == 2128
    assert arrondi(Fraction(5, 1000), 2) == Fraction(1, 100)


@pytest.mark.parametrize(
    ("ratio", "texte"),
    [
        (Fraction(1, 2), "50"),
        (Fraction(1, 3), "33,33"),
        (Fraction(1), "100"),
        (Fraction(0), "0"),
        (Fraction(1, 8), "12,5"),
    ],
)
def test_un_seuil_comme_on_le_dit(ratio: Fraction, texte: str) -> None:
    assert pourcent_court(ratio) == f"{texte}{F}%"


def test_des_euros() -> None:
    assert euros(8080) == f"8{F}080{N}€"
    assert euros(Fraction(21282, 10)) == f"2{F}128,20{N}€"


@pytest.mark.parametrize(
    ("combien", "mots", "texte"),
    [(0, ("associé",), "0\u00a0associé"), (1, ("associé",), "1\u00a0associé"), (2, ("associé",), "2\u00a0associés"),
     (3, ("voix", "voix"), "3\u00a0voix"), (1, ("part souscrite", "parts souscrites"), "1\u00a0part souscrite"),
     (1200, ("associé",), f"1{F}200\u00a0associés")],
)  # fmt: skip
def test_le_mot_s_accorde(combien: int, mots: tuple[str, ...], texte: str) -> None:
    assert accord(combien, *mots) == texte


@PROFIL
@given(st.lists(st.fractions(), max_size=6))
def test_additionner(termes: list[Fraction]) -> None:
    assert additionner(termes) == sum(termes, Fraction(0))
