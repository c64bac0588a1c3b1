"""Importing a register file: preview first, then all of it or nothing."""

from __future__ import annotations

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


def apercevoir(depot: Depot, chemin: Path, jour: date) -> Import:
    """What importing a file would do on ``jour``; nothing is written."""
    lecture = lire_table(chemin)
    if lecture.table is None:
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
    acte = importer_faits(depot, chemin.name, faits, essai.issues, essai.apercu.resume())
    return Import(essai.apercu, essai.issues, acte)
