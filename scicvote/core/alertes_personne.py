"""What the register of a day says of one person against the statutes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from scicvote.core.alertes import OK, Alerte, alertes
from scicvote.core.article import regle
from scicvote.core.registre import Associe, EtatRegistre, Registre
from scicvote.core.statuts import Statuts

# The checks that look at persons one by one; the others count all of them together.
_DE_PERSONNE: Final = frozenset(
    {"PARTS_NON_LIBEREES", "PERSONNE_CATEGORIE", "PERSONNE_CONTESTEE", "INACTIVITE", "SANS_COLLEGE"}
)


@regle("statuts", "6", "12", "14", "22")
def alertes_personne(associe: Associe, jour: date, statuts: Statuts) -> tuple[Alerte, ...]:
    """The alerts that ``associe``, as they are on ``jour``, gives rise to alone: parts, category, activity, college."""
    seul = EtatRegistre(jour, (associe,))
    toutes = alertes(seul, Registre(), statuts, Fraction(0))
    return tuple(alerte for alerte in toutes if alerte.code in _DE_PERSONNE and alerte.gravite != OK)
