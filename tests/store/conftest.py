"""A file that tells a whole year, made once a session and copied for each test that harms it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scicvote.core.dossier import ActeFaits
from tests.outils.histoire import raconter


@pytest.fixture(scope="session")
def _annee(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[ActeFaits, ...]]:
    chemin = tmp_path_factory.mktemp("annee") / "annee.scic"
    with raconter(chemin).depot as depot:
        return chemin, depot.dossier.actes


@pytest.fixture
def annee(_annee: tuple[Path, tuple[ActeFaits, ...]], tmp_path: Path) -> Path:
    """A copy of its own."""
    return Path(shutil.copy(_annee[0], tmp_path / "annee.scic"))


@pytest.fixture
def racontes(_annee: tuple[Path, tuple[ActeFaits, ...]]) -> tuple[ActeFaits, ...]:
    """The facts as the acts gave them, before any was read back."""
    return _annee[1]
