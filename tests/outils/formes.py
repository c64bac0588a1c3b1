"""The shipped starting points, as statutes of a plainly fictional cooperative."""

from __future__ import annotations

from datetime import date

from scicvote.exchange.ebauche_statuts import Ebauche, modele

FORMES = ("sarl", "sarl-2005", "sa", "sas")


def texte_de(nom: str) -> str:
    """The statutes that a starting point gives once it is named and dated."""
    ebauche = Ebauche(modele(nom))
    for chemin, valeur in (("cle", "fiction"), ("denomination", "Fiction"), ("date", date(2020, 1, 1))):
        ebauche.poser(chemin, valeur)
    return ebauche.texte()
