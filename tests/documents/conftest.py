"""Render a paper and read it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from scicvote.core.papier import Bloc, Papier
from scicvote.documents.rendu import rendre

INSTANT = datetime(2026, 6, 12, 20, 41)


@pytest.fixture
def papier() -> Callable[..., Papier]:
    """A paper from its blocks; ``reste`` are other fields of Papier."""

    def faire(*blocs: Bloc, **reste: Any) -> Papier:
        champs = {"titre": "Procès-verbal n° 20", "auteur": "La Fabrique imaginaire"} | reste
        return Papier(blocs=blocs, **champs)

    return faire


@pytest.fixture
def lecteur() -> Callable[[Papier], PdfReader]:
    """A paper's PDF, opened."""
    return lambda papier: PdfReader(BytesIO(rendre(papier, instant=INSTANT)))


@pytest.fixture
def pages(lecteur: Callable[[Papier], PdfReader]) -> Callable[[Papier], list[str]]:
    """The text of each page of a paper, spaces and line ends made one."""
    return lambda papier: [" ".join(page.extract_text().split(" ")) for page in lecteur(papier).pages]
