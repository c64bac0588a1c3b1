"""The fictional year at each of its stages: made once a session, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scicvote.actes import cooperative
from tests.outils.histoire import INSTANT, Histoire

AG = 3  # the annual assembly


@pytest.fixture(scope="session")
def _etapes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one file a stage: peuplee, preparee, ouverte, close, finie."""
    dossier = tmp_path_factory.mktemp("etapes")
    chemin = dossier / "annee.scic"
    histoire = Histoire.commencer(chemin)

    def garder(nom: str) -> None:
        shutil.copy(chemin, dossier / f"{nom}.scic")

    histoire.peupler()
    garder("peuplee")
    histoire.constituer()
    histoire.college()
    assert histoire.annuelle() == AG
    garder("preparee")
    histoire.ouvrir(AG)
    garder("ouverte")
    histoire.seance(AG)
    garder("close")
    histoire.apres(AG)
    garder("finie")
    histoire.depot.fermer()
    return dossier


@pytest.fixture
def a(_etapes: Path, tmp_path: Path) -> Iterator[Callable[[str], Histoire]]:
    """``a("ouverte")``: the year at that stage, in a file of its own."""
    ouverts = []

    def ouvrir(nom: str) -> Histoire:
        chemin = Path(shutil.copy(_etapes / f"{nom}.scic", tmp_path / f"{nom}{len(ouverts)}.scic"))
        histoire = Histoire(cooperative.ouvrir(chemin, lambda: INSTANT))
        ouverts.append(histoire)
        return histoire

    yield ouvrir
    for histoire in ouverts:
        histoire.depot.fermer()
