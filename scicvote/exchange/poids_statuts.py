"""A statutes text with other weights for its colleges, its comments kept: what a vote on the weights leaves to record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.exact import texte_exact
from scicvote.exchange.ebauche_statuts import Ebauche
from scicvote.exchange.retouche_toml import retoucher


@regle("statuts", "22")
def avec_poids(texte: str, poids: Mapping[str, Fraction], jour: date) -> str:
    """The text with these weights (percent, by code) and ``jour`` as the day of the statutes; other colleges keep theirs."""
    ebauche = Ebauche.de_texte(texte)
    for rang, college in enumerate(ebauche.lire("colleges", ())):
        if college.get("code") in poids:
            ebauche.poser(f"colleges[{rang}].poids", texte_exact(poids[college["code"]]))
    ebauche.poser("date", jour)
    return retoucher(texte, ebauche.table) or ebauche.texte()
