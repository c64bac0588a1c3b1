"""The register's alerts, as core finds them, for the first page."""

from __future__ import annotations

from fractions import Fraction

from scicvote.core.alertes import OK, Alerte, alertes
from scicvote.core.capitaux_propres import alerte_capitaux
from scicvote.core.dossier import Dossier
from scicvote.core.exact import lire_exact
from scicvote.core.registre import EtatRegistre
from scicvote.core.statuts import Statuts


def capital_plus_haut(dossier: Dossier) -> Fraction:
    """The highest capital before this register, as the user gave it."""
    identite = dossier.identite
    lu = lire_exact(identite.capital_plus_haut) if identite else None
    return lu or Fraction(0)


def controles(dossier: Dossier, etat: EtatRegistre, statuts: Statuts) -> tuple[tuple[Alerte, ...], tuple[Alerte, ...]]:
    """The checks of one day's register: those to deal with, and those that hold."""
    toutes = alertes(etat, dossier.registre, statuts, capital_plus_haut(dossier), alerte_capitaux(dossier))
    return tuple(a for a in toutes if a.gravite != OK), tuple(a for a in toutes if a.gravite == OK)
