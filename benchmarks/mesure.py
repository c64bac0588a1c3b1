"""Measuring two things in turn: a ratio holds where a duration would depend on the machine and on its neighbours."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

Essai = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Mesure:
    """One line of the table: seconds of the product and of its reference; no ``limite``: for information."""

    nom: str
    produit: float
    reference: float
    tours: int
    limite: float | None = None

    @property
    def ratio(self) -> float:
        return self.produit / self.reference

    @property
    def verdict(self) -> str:
        """``tenu``, ``dépassé``, or ``(indicatif)`` where nothing is asked."""
        if self.limite is None:
            return "(indicatif)"
        return "tenu" if self.ratio <= self.limite else "dépassé"


def chronometrer(essai: Essai) -> float:
    """Seconds of one run. Garbage is collected before it and not during it, as ``timeit`` does, product or reference."""
    gc.collect()
    gc.disable()
    try:
        debut = perf_counter()
        garde = essai()
        fin = perf_counter()
    finally:
        gc.enable()
    del garde
    return fin - debut


def alterner(essais: Sequence[Callable[[], Essai]], tours: int) -> list[list[float]]:
    """Seconds of each run: the trials in turn, ``tours`` times, after one turn that is not counted.

    Each trial prepares what it needs, out of the measure, and returns what is measured.
    """
    releves: list[list[float]] = [[] for _ in essais]
    for tour in range(-1, tours):
        for preparer, releve in zip(essais, releves, strict=True):
            seconde = chronometrer(preparer())
            if tour >= 0:
                releve.append(seconde)
    return releves


def meilleurs(releves: Sequence[Sequence[float]]) -> list[float]:
    """The quickest run of each: what the machine does when nobody disturbs it."""
    return [min(releve) for releve in releves]


def medianes(releves: Sequence[Sequence[float]]) -> list[float]:
    """The median run of each: for what waits on the disk, where a lucky run says little."""
    return [statistics.median(releve) for releve in releves]


def pret(fonction: Callable[..., object], *arguments: Any) -> Callable[[], Essai]:
    """A trial that needs no preparation."""
    return lambda: lambda: fonction(*arguments)
