"""Long work on a thread of its own: what it is, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

T = TypeVar("T")
Progres = Callable[[int, int], bool]
Travail = Callable[[Progres], T]


class _Fil(QThread):
    """The thread of one piece of work."""

    avance = Signal(int, int)

    def __init__(self, travail: Travail[Any]) -> None:
        super().__init__()
        self._travail = travail
        self.arrete = False
        self.resultat: Any = None
        self.erreur: BaseException | None = None

    def run(self) -> None:
        try:
            self.resultat = self._travail(self._progres)
        except BaseException as erreur:
            self.erreur = erreur

    def _progres(self, fait: int, total: int) -> bool:
        if not self.arrete:
            self.avance.emit(fait, total)
        return not self.arrete


# Threads outlive whoever started them: Qt ends the program when a running one is destroyed.
_EN_COURS: list[_Fil] = []


def _tenir(fil: _Fil) -> None:
    _EN_COURS[:] = [*(autre for autre in _EN_COURS if not autre.isFinished()), fil]


def attendre_tous() -> None:
    """Stop every work and wait for it: the program ends."""
    for fil in _EN_COURS:
        fil.arrete = True
    for fil in _EN_COURS:
        fil.wait()
    _EN_COURS.clear()


class Travaux(QObject):
    """One long work at a time. ``commence`` and ``avance`` are for the strip that shows it; ``fini`` follows the end."""

    commence = Signal(str)
    avance = Signal(int, int)
    fini = Signal()
    erreur = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fil: _Fil | None = None
        self._apres: Callable[[Any], None] | None = None

    @property
    def occupe(self) -> bool:
        return self._fil is not None

    def lancer(self, libelle: str, travail: Travail[T], apres: Callable[[T], None]) -> bool:
        """Start; False while another work is running. ``apres`` gets the result, unless it was stopped or failed."""
        if self._fil is not None:
            return False
        self._fil, self._apres = _Fil(travail), apres
        self._fil.avance.connect(self.avance)
        self._fil.finished.connect(self._finir)
        _tenir(self._fil)
        self.commence.emit(libelle)
        self._fil.start()
        return True

    def arreter(self) -> None:
        """Ask the work to stop at its next step; what it leaves behind is as if it had not begun."""
        if self._fil is not None:
            self._fil.arrete = True

    def attendre(self) -> None:
        """Stop the work and wait for it: the window closes."""
        if self._fil is not None:
            self.arreter()
            self._apres = None
            self._fil.wait()
            self._finir()

    def _finir(self) -> None:
        fil, apres = self._fil, self._apres
        if fil is None:
            return
        fil.wait()
        self._fil, self._apres = None, None
        self.fini.emit()
        if fil.erreur is not None:
            self.erreur.emit(fil.erreur)
        elif not fil.arrete and apres is not None:
            apres(fil.resultat)
