"""Importing a register file: preview first, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scicvote.actes.registre import importer_faits
from scicvote.core.apercu_import import Apercu
from scicvote.core.import_registre import preparer
from scicvote.core.issue import Issue
from scicvote.exchange.tableur import lire_table
from scicvote.store.depot import Acte, Depot


@dataclass(frozen=True, slots=True)
class Import:
    """The preview (None when the file cannot be read, with the reasons), and the act when it was carried out."""

    apercu: Apercu | None
    issues: tuple[Issue, ...]
    acte: Acte | None = None


Progres = Callable[[int, int], bool]


def _sans_dire(_fait: int, _total: int) -> bool:
    return True


def apercevoir(depot: Depot, chemin: Path, jour: date, progres: Progres = _sans_dire) -> Import:
    """What importing a file would do on ``jour``; nothing is written, so that it may run on another thread.

    ``progres(done, total)`` follows the two steps, reading and checking; when it says False, the preview is None.
    """
    progres(0, 2)
    lecture = lire_table(chemin)
    if lecture.table is None or not progres(1, 2):
        return Import(None, lecture.issues)
    dossier = depot.dossier
    apercu = preparer(lecture.table, dossier.registre, dossier.statuts_au(jour), jour)
    return Import(apercu, (*lecture.issues, *apercu.toutes_issues))


def importer(depot: Depot, chemin: Path, jour: date) -> Import:
    """Import a register file, all or nothing. A file that changes nothing writes nothing."""
    essai = apercevoir(depot, chemin, jour)
    if essai.apercu is None or not essai.apercu.acceptable:
        return essai
    faits = essai.apercu.faits()
    if not faits:
        return essai
    return Import(essai.apercu, essai.issues, importer_apercu(depot, essai))


def importer_apercu(depot: Depot, essai: Import) -> Acte:
    """Record what a preview shows, all or nothing. Raises ValueError for a file that could not be read."""
    if essai.apercu is None:
        raise ValueError("nothing was read")
    apercu = essai.apercu
    return importer_faits(depot, apercu.source, apercu.faits(), essai.issues, apercu.resume())
