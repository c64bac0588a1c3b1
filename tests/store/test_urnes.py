"""Sealed urns as rows: placed, filled, emptied; and where their ballots lie in the file."""

from __future__ import annotations

import secrets
import sqlite3
import statistics
from pathlib import Path

import pytest

from scicvote.actes.cooperative import lire
from scicvote.store import urnes
from scicvote.store.depot import Depot
from scicvote.store.urnes import Deposer, Placer, UrneScellee, Vider

BULLETINS, URNES = 20, 30
BORNE = 5.0  # standard deviations: an honest run fails once in a million


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    return Depot.creer(tmp_path / "urne.scic", lire)


def faire(depot: Depot, geste: urnes.Geste) -> None:
    with depot._moteur.begin() as connexion:
        urnes.appliquer(connexion, geste)


def test_une_urne_se_remplit_et_se_vide(depot: Depot) -> None:
    assert depot.urne(1) is None
    assert depot.urnes_pleines() == {}
    faire(depot, Placer(1, "moitié"))
    faire(depot, Placer(2, "autre"))
    assert depot.urne(1) == UrneScellee("moitié", ())
    assert depot.urnes_pleines() == {1: 0, 2: 0}
    for i in range(23):  # more than one statement inserts at once
        faire(depot, Deposer(1 + i % 2, bytes([i])))
    urne = depot.urne(1)
    assert urne is not None
    assert sorted(urne.bulletins) == [bytes([i]) for i in range(0, 23, 2)]
    assert depot.urnes_pleines() == {1: 12, 2: 11}
    faire(depot, Vider(1))
    assert depot.urne(1) is None
    assert depot.urnes_pleines() == {2: 11}
    assert not depot.sur_serveur
    depot.fermer()


def test_une_petite_urne_ne_dit_pas_l_ordre(depot: Depot, tmp_path: Path) -> None:
    """One page, the surest place: SQLite would lay each new ballot under the one before."""
    ecarts = []
    brute = depot._moteur.raw_connection().driver_connection
    assert isinstance(brute, sqlite3.Connection)
    brute.execute("PRAGMA synchronous = OFF")
    for numero in range(URNES):
        faire(depot, Placer(numero, "moitié"))
        bulletins = [secrets.token_bytes(114) for _ in range(BULLETINS)]
        for bulletin in bulletins:
            faire(depot, Deposer(numero, bulletin))
        octets = (tmp_path / "urne.scic").read_bytes()
        places = [float(octets.find(bulletin)) for bulletin in bulletins]
        assert min(places) > 0
        ecarts.append(statistics.correlation(list(map(float, range(BULLETINS))), places))
        faire(depot, Vider(numero))
        octets = (tmp_path / "urne.scic").read_bytes()
        assert not any(bulletin[:16] in octets for bulletin in bulletins)
    # A correlation between independent ranks has this standard deviation.
    assert abs(sum(ecarts)) < BORNE * (URNES / (BULLETINS - 1)) ** 0.5, ecarts
    depot.fermer()
