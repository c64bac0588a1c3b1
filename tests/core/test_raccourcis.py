"""What is done to many values at once is what is done to each of them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scicvote.core.exact import additionner, decimales_pourcent, decimales_utiles, poids_court, pourcent_court
from scicvote.core.normalise import deproteger, nettoyer, propre

CELLULES = (
    st.text(max_size=8)
    | st.text("aé|' \u0301\u0338=\u00a0\x00", max_size=6)
    | st.sampled_from(["", " a", "'=A1", "l’été", "a  b"])
)
FRACTIONS = st.fractions(max_denominator=10**6)


@given(st.lists(CELLULES))
def test_une_colonne_nettoyee_d_un_coup(colonne: list[str]) -> None:
    assert list(nettoyer(colonne)) == [deproteger(propre(texte)) for texte in colonne]


@given(st.lists(FRACTIONS))
def test_une_somme_sur_un_denominateur_commun(termes: list[Fraction]) -> None:
    assert additionner(termes) == sum(termes, Fraction(0))


@given(FRACTIONS, FRACTIONS | st.none())
def test_les_decimales_d_un_pourcentage_sont_celles_de_ses_points(ratio: Fraction, seuil: Fraction | None) -> None:
    assert decimales_pourcent(ratio, seuil) == decimales_utiles(100 * ratio, None if seuil is None else 100 * seuil)


@given(st.fractions(0, 100, max_denominator=1000))
def test_un_poids_se_lit_comme_une_part(poids: Fraction) -> None:
    assert poids_court(poids) == pourcent_court(poids / 100)
