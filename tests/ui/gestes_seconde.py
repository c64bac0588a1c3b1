"""The annual assembly of the fictional cooperative, ended: one of its resolutions was rejected."""

from __future__ import annotations

from datetime import datetime

from scicvote.core.faits import Cloture
from scicvote.store.depot import Projet
from tests.ui.drivers import Pilote


def clore(pilote: Pilote, numero: int = 3) -> None:
    """Close the sitting as it stands."""
    fin = Cloture(numero, datetime(2026, 6, 12, 20, 30))
    pilote.fenetre.session.accomplir(lambda depot: depot.accomplir("test", lambda _: Projet("Séance close", (fin,))))
