"""The capital: what it is on a day, the highest it ever was, what it never goes under, and what a resolution makes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from scicvote.core.article import regle
from scicvote.core.dossier import Dossier
from scicvote.core.exact import lire_exact
from scicvote.core.registre import Registre
from scicvote.core.remboursement import plancher_capital
from scicvote.core.remboursements import capital_d_ouverture

_MONTANT: Final = re.compile(r"\bà\s+([0-9]+(?:\s[0-9]{3})*(?:[.,][0-9]{1,2})?)\s*(?:€|euros?\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Capital:
    """In euros: the parts held on the day, the highest capital up to then, and the floor of the statutes (art. 8)."""

    montant: Fraction
    plus_haut: Fraction
    plancher: Fraction


@regle("statuts", "8")
def capital_au(dossier: Dossier, jour: date) -> Capital | None:
    """The capital on a day; None where the statutes give no value to a part.

    The highest is the opening figure that was given, or what the register reached up to the day.
    """
    statuts = dossier.statuts_au(jour)
    valeur = statuts.capital.valeur_part
    if valeur is None:
        return None
    passe = Registre(dossier.registre.fiches, tuple(m for m in dossier.registre.mouvements if m.jour <= jour))
    plus_haut = max(capital_d_ouverture(dossier), passe.parts_au_plus_haut[0] * valeur)
    return Capital(dossier.registre.au(jour).parts * valeur, plus_haut, plancher_capital(statuts, plus_haut))


@regle("statuts", "7", "8")
def capital_vote(texte: str) -> Fraction | None:
    """The capital that a text gives: the one amount after « à » (``de 8 080 € à 5 000 €``); None where there is none or two."""
    trouves = _MONTANT.findall(texte)
    return lire_exact("".join(trouves[0].split()).replace(",", ".")) if len(trouves) == 1 else None
