"""A page built in several turns of the event loop, so that none of them is long."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

Tour = Callable[[], object]


class Tours(QObject):
    """Runs one piece of building a turn, in order. ``fini`` follows the last."""

    fini = Signal()

    def __init__(self, parent: QObject, valable: Callable[[], bool] = lambda: True) -> None:
        """``valable`` says whether what is left still makes sense (the file may have been closed in between)."""
        super().__init__(parent)
        self._valable = valable
        self._restes: deque[Tour] = deque()
        self._minuterie = QTimer(self)
        self._minuterie.setInterval(0)
        self._minuterie.timeout.connect(self._un_tour)

    @property
    def en_cours(self) -> bool:
        return bool(self._restes)

    def lancer(self, tours: Iterable[Tour]) -> None:
        """Run these in place of what was left of the former; the first one at once."""
        self._restes = deque(tours)
        if self._restes:
            self._minuterie.start()
            self._un_tour()

    def _un_tour(self) -> None:
        if not self._valable():
            self._restes.clear()
        if self._restes:
            self._restes.popleft()()
        if not self._restes:
            self._minuterie.stop()
            self.fini.emit()
