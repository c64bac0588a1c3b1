"""The papers of a college's file as PDF: the cover sheet of a package, the college's signed paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from scicvote.actes.pieces import logo_courant
from scicvote.core.faits_college import ExportCollege, RetourPrepare
from scicvote.core.papier import Papier
from scicvote.core.papier_college import bordereau, papier_retour
from scicvote.documents.rendu import rendre
from scicvote.exchange.college_retour import lire_retour
from scicvote.scelles.mots import mots
from scicvote.scelles.signature import est_signe
from scicvote.store.depot import Depot


def imprimer_bordereau(depot: Depot, export: ExportCollege, instant: datetime) -> bytes:
    """The cover sheet of an export. Raises KeyError for an assembly that is not known."""
    ag = depot.dossier.assemblees[export.assemblee]
    return _tirer(depot, bordereau(depot.dossier, ag, export, mots(export.empreinte)), instant)


def imprimer_retour(depot: Depot, assemblee: int, instant: datetime) -> bytes | None:
    """The paper of the last return that was signed here; None where there is none."""
    ag = depot.dossier.assemblees[assemblee]
    prepare = ag.dernier(RetourPrepare)
    if prepare is None:
        return None
    lu, _ = lire_retour(prepare.texte.encode("utf-8"), est_signe)
    if lu is None:
        return None
    return _tirer(depot, papier_retour(depot.dossier, ag, lu.retour, mots(prepare.empreinte)), instant)


def _tirer(depot: Depot, papier: Papier, instant: datetime) -> bytes:
    return rendre(replace(papier, logo=logo_courant(depot)), instant=instant)
