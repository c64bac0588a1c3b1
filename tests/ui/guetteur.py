"""Watches the event loop: how long the window's own thread works without coming back to it.

Processor time of that thread is counted, not the clock: what another process takes is not the window's. The limit
follows the machine: it is 100 ms where a bare loop takes its usual time, longer in proportion where it takes longer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

LIMITE: Final = 0.100  # seconds, on a machine as quick as the one below
_REFERENCE: Final = 0.030  # what the bare loop takes on it
_TOURS: Final = 400_000


def etalon() -> float:
    """How much slower than the reference this machine is now; never less than 1."""
    debut = time.thread_time()
    total = 0
    for i in range(_TOURS):
        total += i & 7
    return max(1.0, (time.thread_time() - debut) / _REFERENCE)


class Guetteur(QObject):
    """``depassements`` lists what took too long: what was being done, and milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self._battement = QTimer(self)
        self._battement.setInterval(0)
        self._battement.timeout.connect(self._battre)
        self._dernier = time.thread_time()
        self._geste = ""
        self._pire = 0.0
        self.limite = LIMITE * etalon()
        self.gestes: dict[str, float] = {}

    def _battre(self) -> None:
        maintenant = time.thread_time()
        self._pire = max(self._pire, maintenant - self._dernier)
        self._dernier = maintenant

    @contextmanager
    def geste(self, nom: str) -> Iterator[None]:
        """Watch one gesture, and the loop until it is idle again."""
        QApplication.processEvents()
        self._pire, self._dernier = 0.0, time.thread_time()
        self._battement.start()
        yield
        for _ in range(20):
            QApplication.processEvents()
        self._battre()
        self._battement.stop()
        self.gestes[nom] = min(self._pire, self.gestes.get(nom, self._pire))

    def surveiller(self, nom: str, action: Callable[[], object]) -> None:
        """Watch what can be done again: the best of three counts, since neighbours slow even a thread's own time."""
        for _ in range(3):
            with self.geste(nom):
                action()
            if self.gestes[nom] <= self.limite:
                return

    @property
    def depassements(self) -> list[str]:
        return [f"{nom}\u00a0: {1000 * duree:.0f} ms" for nom, duree in self.gestes.items() if duree > self.limite]
