"""Papers drawn on several threads at once: the window's worker and its preview."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest

from scicvote.core.papier import Papier, paragraphe
from scicvote.documents import polices
from scicvote.documents.rendu import rendre

INSTANT = datetime(2026, 6, 12, 20, 41)


@pytest.fixture
def sans_police() -> None:
    """As before the first paper: no face is loaded."""
    for chargement in (polices._police, polices.installer, polices.chasses):
        chargement.cache_clear()


def test_deux_fils_ne_chargent_qu_une_police_et_ecrivent_les_memes_octets(
    sans_police: None, papier: Callable[..., Papier]
) -> None:
    un = papier(*(paragraphe(f"Résolution {n}, texte mis aux voix") for n in range(40)))
    depart = Barrier(4)

    def dessiner(_rang: int) -> tuple[bytes, int]:
        depart.wait()
        return rendre(un, instant=INSTANT), id(polices.police(polices.GRAS))

    with ThreadPoolExecutor(4) as fils:
        faits = list(fils.map(dessiner, range(4)))
    assert len({octets for octets, _ in faits}) == 1
    assert len({police for _, police in faits}) == 1
    assert faits[0][0] == rendre(un, instant=INSTANT)
