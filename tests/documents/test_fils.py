"""Papers drawn on several threads at once: the window's worker and its preview."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier, BrokenBarrierError

import pytest

from scicvote.core.papier import Papier, paragraphe
from scicvote.documents import polices
from scicvote.documents.rendu import rendre

INSTANT = datetime(2026, 6, 12, 20, 41)


@pytest.fixture
def sans_police() -> Iterator[None]:
    """As before the first paper: no face is loaded; and again for those that follow."""
    _oublier()
    yield
    _oublier()


def _oublier() -> None:
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


def test_une_police_demandee_par_deux_fils_n_est_lue_qu_une_fois(
    sans_police: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    lues: list[str] = []
    ensemble = Barrier(2)  # passed by two threads that read at the same time, broken where one waits for the other

    class Lente(polices.PoliceSerif):
        def __init__(self, nom: str, fichier: str) -> None:
            with contextlib.suppress(BrokenBarrierError):
                ensemble.wait(0.2)
            super().__init__(nom, fichier)
            lues.append(nom)

    monkeypatch.setattr(polices, "PoliceSerif", Lente)
    with ThreadPoolExecutor(2) as fils:
        demandees = list(fils.map(polices.police, (polices.GRAS, polices.GRAS)))
    assert lues == [polices.GRAS]
    assert demandees[0] is demandees[1]
