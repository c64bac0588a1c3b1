"""Managers' mandates as one reads them on a day: running, to come, over or ended early (statuts 18-2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from scicvote.core.article import regle
from scicvote.core.convocation import ajouter_mois
from scicvote.core.dossier import Dossier
from scicvote.core.faits import FinMandat, Mandat
from scicvote.core.statuts import Statuts

EN_COURS: Final = "en_cours"
A_VENIR: Final = "a_venir"
ECHU: Final = "echu"
FINI: Final = "fini"


@dataclass(frozen=True, slots=True)
class MandatSuivi:
    """A mandate; ``fin`` is the early end that was recorded, None without one."""

    mandat: Mandat
    etat: str
    fin: FinMandat | None = None


@regle("statuts", "18-2")
def terme_mandat(statuts: Statuts, depart: date) -> date | None:
    """The last day of a mandate whose years are counted from ``depart``; None where the statutes give no term."""
    annees = statuts.delais.mandat_gerance_annees
    return ajouter_mois(depart, 12 * annees) if annees else None


@regle("statuts", "18-2")
def mandats(dossier: Dossier, jour: date) -> tuple[MandatSuivi, ...]:
    """Every mandate as it stands on ``jour``, the latest first."""
    suivis = [_suivi(dossier, mandat, jour) for mandat in dossier.tous(Mandat)]
    return tuple(sorted(suivis, key=lambda suivi: suivi.mandat.debut, reverse=True))


def _suivi(dossier: Dossier, mandat: Mandat, jour: date) -> MandatSuivi:
    fins = (
        fin
        for fin in dossier.tous(FinMandat)
        if fin.associe == mandat.associe and mandat.debut <= fin.jour <= mandat.fin
    )
    fin = min(fins, key=lambda un: un.jour, default=None)
    if fin is not None and fin.jour <= jour:
        return MandatSuivi(mandat, FINI, fin)
    if mandat.debut > jour:
        return MandatSuivi(mandat, A_VENIR, fin)
    return MandatSuivi(mandat, EN_COURS if jour <= mandat.fin else ECHU, fin)
