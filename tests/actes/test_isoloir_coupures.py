"""Killed at any moment of an isoloir session, two hundred times: as many ballots as signed votes, always."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from scicvote.actes import cooperative, isoloir
from scicvote.actes.isoloir import Choix
from scicvote.actes.verification import verifier
from scicvote.core.isoloir import emarges
from scicvote.scelles import phrase
from tests.outils.isoloirs import PHRASE, ouvrir_isoloir

COUPURES = 200
ELECTEURS = 60

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def _seance(chemin: Path, ag: int, scrutin: int, dire: int) -> None:
    """Voters one after the other, until killed. A byte is said when the file is open."""
    depot = cooperative.ouvrir(chemin)
    faits = emarges(depot.dossier.assemblees[ag], scrutin)
    restent = [n for n in range(1, ELECTEURS + 1) if (n, "*") not in faits]
    os.write(dire, b".")
    for associe in restent:
        isoloir.deposer(depot, ag, scrutin, associe, Choix(random.choice(("pour", "contre"))), "quelqu’un")
    os.write(dire, b"!")


def _couper(chemin: Path, ag: int, scrutin: int, attente: float) -> None:
    """A session in a process of its own, killed ``attente`` seconds after its file is open."""
    lire, dire = os.pipe()
    enfant = os.fork()
    if not enfant:
        try:
            _seance(chemin, ag, scrutin, dire)
        finally:
            os._exit(0)
    os.close(dire)
    assert select.select([lire], [], [], 60)[0]
    assert os.read(lire, 1) == b"."
    select.select([lire], [], [], attente)  # until then, or until everybody has voted
    os.kill(enfant, signal.SIGKILL)
    os.waitpid(enfant, 0)
    os.close(lire)


def _compter(chemin: Path) -> tuple[int, int]:
    """Signed votes and ballots, as whoever opens the file next finds them."""
    with closing(sqlite3.connect(chemin)) as brut:
        tables = ("emargement_isoloir", "bulletin_scelle")
        signes, bulletins = (brut.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)
    return signes, bulletins


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_tue_a_tout_moment_l_urne_est_entiere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrase, "MEMOIRE", 64)
    lieu = ouvrir_isoloir(tmp_path / "neuf.scic", ELECTEURS)
    lieu.depot.fermer()
    chemin, vus, deposes = tmp_path / "urne.scic", set(), 0
    shutil.copy(tmp_path / "neuf.scic", chemin)
    for _ in range(COUPURES):
        _couper(chemin, lieu.ag, lieu.scrutin, random.uniform(0, 0.03))
        signes, bulletins = _compter(chemin)
        assert bulletins == signes
        vus.add(signes)
        deposes = max(deposes, signes)
        if signes > ELECTEURS - 15:
            shutil.copy(tmp_path / "neuf.scic", chemin)
    with cooperative.ouvrir(chemin) as depot:
        assert verifier(depot).issues == ()
        acte = isoloir.depouiller(
            depot, lieu.ag, lieu.scrutin, depot.dossier.assemblees[lieu.ag].convocation.heure, phrase=PHRASE
        )
        assert acte.accepte, acte.refus
    assert deposes > 30  # sessions did vote
    assert len(vus) > 20  # and were cut at many moments
