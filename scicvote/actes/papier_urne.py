"""The recovery sheet of a sealed urn as a PDF, in memory alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from scicvote.actes.pieces import logo_courant
from scicvote.core.papier_secours import fiche_de_secours
from scicvote.documents.rendu import rendre
from scicvote.store.depot import Depot


def imprimer_fiche(depot: Depot, assemblee: int, scrutin: int, lignes: Sequence[str], instant: datetime) -> bytes:
    """The sheet that bears the key in ``lignes``. Raises LookupError when there is no such vote."""
    ag = depot.dossier.assemblee(assemblee)
    vote = ag.vote(scrutin) if ag is not None else None
    if ag is None or vote is None:
        raise LookupError(f"no vote {scrutin}")
    papier = fiche_de_secours(depot.dossier, ag, vote.scrutin, lignes)
    return rendre(replace(papier, logo=logo_courant(depot)), instant=instant)
