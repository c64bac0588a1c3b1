"""One act recorded durably, an arrival at an assembly of 200 associés, against two bare INSERTs in one transaction."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.mesure import Essai, Mesure, alterner, medianes
from benchmarks.terrain import ENTETES, JOUR, connexion_nue, cooperative_vide, copie, registre
from scicvote.actes import importation, preparation, seance
from scicvote.core.faits import Convocation, Presence
from scicvote.store.depot import Acte, Depot

ASSOCIES: Final = 200
TOURS: Final = ASSOCIES - 1  # the first arrival is not counted
LIMITE: Final = 3.0
HEURE: Final = datetime(2026, 6, 12, 18, 0)


def assemblee_prete(dossier: Path) -> tuple[Depot, int]:
    """A cooperative of 200 associés, their list frozen for an assembly that nobody has joined yet."""
    fichier = dossier / "registre.csv"
    with fichier.open("w", encoding="utf-8", newline="") as texte:
        csv.writer(texte, delimiter=";").writerows([ENTETES, *registre(ASSOCIES)])
    depot = cooperative_vide(dossier / "produit.scic")
    importe = importation.importer(depot, fichier, JOUR)
    assert importe.acte is not None, importe.issues
    convocation = Convocation(0, "ordinaire", HEURE, "Salle des fêtes", False, "", "", 1, None, 2025, "la gérance")
    numero = _accepte(preparation.preparer(depot, convocation)).faits[0].assemblee  # type: ignore[attr-defined]
    _accepte(preparation.arreter_liste(depot, numero, date(2026, 5, 27), "la gérance"))
    return depot, numero


def _accepte(acte: Acte) -> Acte:
    assert acte.accepte, acte.issues
    return acte


def arrivees(assemblee: int) -> Iterator[Presence]:
    """One arrival after the other."""
    for i, ligne in enumerate(registre(ASSOCIES)):
        representant, piece = (ligne[10], "pouvoir de représentation") if ligne[4] == "morale" else ("", "")
        heure = HEURE - timedelta(hours=1) + timedelta(seconds=15 * i)
        yield Presence(assemblee, int(ligne[0]), heure, "arrivee", representant, piece)


_JOURNAL: Final = "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_PRESENCE: Final = "INSERT INTO presence VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def inserer(connexion: sqlite3.Connection, entree: tuple[object, ...], ligne: tuple[object, ...]) -> None:
    """The reference: the journal's row and the arrival's, in one transaction."""
    connexion.execute("BEGIN IMMEDIATE")
    connexion.execute(_JOURNAL, entree)
    connexion.execute(_PRESENCE, ligne)
    connexion.execute("COMMIT")


def lignes_nues(assemblee: int, premier: int) -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
    """Rows of the same shape and size as the program writes, ready to be inserted."""
    for rang, presence in enumerate(arrivees(assemblee)):
        numero, empreinte = premier + rang, sha256(str(rang).encode()).hexdigest()
        resume = f"{registre(ASSOCIES)[rang][1]} présent à 17\u00a0h\u00a030"
        lignes = json.dumps({"presence": empreinte})
        entree = (numero, "2026-06-12 17:30:00.000000", "emarger", resume, "[]", lignes, empreinte, empreinte)
        heure = presence.heure.isoformat(" ", "microseconds")
        yield entree, (numero, 0, assemblee, presence.associe, heure, "arrivee", presence.representant, presence.piece)


def mesurer() -> Iterator[Mesure]:
    """200 arrivals, each followed by the bare transaction in a copy of the file."""
    with TemporaryDirectory() as dossier:
        depot, assemblee = assemblee_prete(Path(dossier))
        nue = connexion_nue(copie(Path(depot.nom), "reference.scic"))
        suite, lignes = arrivees(assemblee), list(lignes_nues(assemblee, len(depot.entrees()) + 1))
        nues = iter(lignes)

        def arriver() -> Essai:
            presence = next(suite)
            return lambda: _accepte(seance.emarger(depot, presence))

        def ecrire() -> Essai:
            entree, ligne = next(nues)
            return lambda: inserer(nue, entree, ligne)

        produit, reference = medianes(alterner([arriver, ecrire], TOURS))
        nue.close()
        depot.fermer()
    yield Mesure(f"un émargement enregistré, assemblée de {ASSOCIES} associés", produit, reference, TOURS, LIMITE)
