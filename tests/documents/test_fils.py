"""Papers drawn on several threads at once: the window's worker and its preview."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import cache
from threading import Barrier, BrokenBarrierError

import pytest

from scicvote.core.papier import Papier, paragraphe
from scicvote.documents import polices
from scicvote.documents.rendu import rendre

INSTANT = datetime(2026, 6, 12, 20, 41)


def test_plusieurs_fils_ecrivent_les_memes_octets(papier: Callable[..., Papier]) -> None:
    un = papier(*(paragraphe(f"Résolution {n}, texte mis aux voix") for n in range(40)))
    depart = Barrier(4)

    def dessiner(_rang: int) -> bytes:
        depart.wait()
        return rendre(un, instant=INSTANT)

    with ThreadPoolExecutor(4) as fils:
        octets = set(fils.map(dessiner, range(4)))
    assert octets == {rendre(un, instant=INSTANT)}


def test_une_police_demandee_par_deux_fils_n_est_lue_qu_une_fois(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read twice, a face would be two objects of one name, and every paper after that would fail."""
    lues: list[str] = []
    ensemble = Barrier(2)  # passed by two threads that read at the same time, broken where one waits for the other

    @cache
    def lire(nom: str) -> object:
        with contextlib.suppress(BrokenBarrierError):
            ensemble.wait(0.2)
        lues.append(nom)
        return object()

    monkeypatch.setattr(polices, "_police", lire)
    with ThreadPoolExecutor(2) as fils:
        demandees = list(fils.map(polices.police, (polices.GRAS, polices.GRAS)))
    assert lues == [polices.GRAS]
    assert demandees[0] is demandees[1]
