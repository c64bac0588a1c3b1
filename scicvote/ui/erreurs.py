"""The last net: a fault of the program is told in one sentence and written to a log, never thrown at the user."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from scicvote import paths

Dire = Callable[[str], None]
_JOURNAL = logging.getLogger("scicvote.ui")


def fichier_journal() -> Path:
    """Where faults are written."""
    return paths.dossier_donnees() / "erreurs.log"


def phrase(genre: type[BaseException]) -> str:
    """What the user reads of a fault."""
    return QCoreApplication.translate(
        "erreurs",
        "Le programme a rencontré une erreur ({}). Ce qui était enregistré l’est toujours\u00a0; "
        "le détail est dans «\u00a0{}\u00a0».",
    ).format(genre.__name__, fichier_journal())


def crochet(dire: Dire) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """A ``sys.excepthook`` that logs the fault and says the sentence."""

    def attraper(genre: type[BaseException], erreur: BaseException, trace: TracebackType | None) -> None:
        if issubclass(genre, KeyboardInterrupt):
            sys.__excepthook__(genre, erreur, trace)
            return
        _JOURNAL.error("fault", exc_info=(genre, erreur, trace))
        dire(phrase(genre))

    return attraper


def installer(dire: Dire) -> None:
    """Catch what nothing else caught."""
    from logging.handlers import RotatingFileHandler

    fichier = fichier_journal()
    fichier.parent.mkdir(parents=True, exist_ok=True)
    poignee = RotatingFileHandler(fichier, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True)
    poignee.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _JOURNAL.addHandler(poignee)
    sys.excepthook = crochet(dire)
