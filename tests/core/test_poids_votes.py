"""The weights that a text gives, read where they are said once for each college, and nowhere guessed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from scicvote.core.poids_votes import poids_votes
from scicvote.exchange.statuts import connus

CLISS = connus()["cliss-xxi"]
NOMS = ("Salariés et bénévoles membres actifs", "Personnes physiques", "Personnes morales")
LUS = {"SB": Fraction(45), "PP": Fraction(30), "PM": Fraction(25)}


@pytest.mark.parametrize(
    "texte",
    [
        f"L’assemblée fixe ainsi leurs poids\u00a0: {NOMS[0]}, 45\u00a0%, {NOMS[1]}, 30\u202f% et {NOMS[2]}, 25\u00a0%.",
        f"Poids\u00a0:\n– {NOMS[2].upper()}\u00a0: 25 %\n– {NOMS[1].lower()} 30 %\n– {NOMS[0]} (45%)",
        "SB 45 %, PP 30 %, PM 25 %",
        "Salariés et bénévoles\nmembres actifs\u00a0: 45 % ; Personnes  physiques\u00a0: 30 % ; PM\u00a0: 25,0 %",
    ],
)
def test_un_pourcentage_par_college(texte: str) -> None:
    assert poids_votes(CLISS, texte) == LUS


def test_le_nom_et_le_code_ensemble_font_une_seule_mention() -> None:
    assert poids_votes(CLISS, "SB 45 %, PP 30 %, PM 25 %. Le collège SB est celui des salariés.") is None
    assert poids_votes(CLISS, f"{NOMS[0]}\u00a0: 45 % ; {NOMS[1]}\u00a0: 30 % ; {NOMS[2]}\u00a0: 25 %") == LUS


def test_une_fraction_et_une_virgule_se_lisent_exactement() -> None:
    lus = poids_votes(CLISS, "SB 100/3 %, PP 33,5 %, PM 199/6 %")
    assert lus == {"SB": Fraction(100, 3), "PP": Fraction(67, 2), "PM": Fraction(199, 6)}


@pytest.mark.parametrize(
    "texte",
    [
        "",
        "SB 45 %, PP 30 %",  # one is not named
        "SB 45 %, PP 30 %, PM […] %",  # one is blank
        "SB de 40 % à 45 %, PP 30 %, PM 25 %",  # two figures: which one?
        "SB 45 %, PP 30 %, PM 25 %. Adopté à 80 %.",
        "SB 45 %, PP 30 %, PM 25/0 %",
        "ASB 45 %, PP 30 %, PM 25 %",  # a code is a whole word
    ],
)
def test_un_texte_qui_ne_le_dit_pas_une_fois_n_est_pas_devine(texte: str) -> None:
    assert poids_votes(CLISS, texte) is None


def test_des_statuts_sans_college_n_ont_pas_de_poids() -> None:
    assert poids_votes(replace(CLISS, colleges=()), "SB 45 %") is None


def test_un_nom_contenu_dans_un_autre_n_est_pas_le_sien() -> None:
    long, court, autre = CLISS.colleges
    statuts = replace(CLISS, colleges=(replace(long, nom="Usagers actifs"), replace(court, nom="Usagers"), autre))
    assert poids_votes(statuts, "Usagers\u00a0: 30 %, Usagers actifs\u00a0: 45 %, PM\u00a0: 25 %") == LUS
