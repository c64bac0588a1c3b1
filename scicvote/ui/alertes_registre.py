"""The register's alerts, as core finds them, for the first page."""

from __future__ import annotations

from scicvote.core.alertes import OK, Alerte, alertes
from scicvote.core.capitaux_propres import alerte_capitaux
from scicvote.core.dossier import Dossier
from scicvote.core.registre import EtatRegistre
from scicvote.core.remboursements import capital_d_ouverture
from scicvote.core.statuts import Statuts


def controles(dossier: Dossier, etat: EtatRegistre, statuts: Statuts) -> tuple[tuple[Alerte, ...], tuple[Alerte, ...]]:
    """The checks of one day's register: those to deal with, and those that hold."""
    toutes = alertes(etat, dossier.registre, statuts, capital_d_ouverture(dossier), alerte_capitaux(dossier))
    return tuple(a for a in toutes if a.gravite != OK), tuple(a for a in toutes if a.gravite == OK)
