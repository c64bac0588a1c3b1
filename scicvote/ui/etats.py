"""How a state is shown: an icon, a word and a colour, always together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Etat:
    """``couleur`` names a colour of the palette."""

    icone: str
    mot: str
    couleur: str = "discret"


_DECISIONS: Final = {
    "adoptee": ("check", "bon"),
    "rejetee": ("x", "faute"),
    "sans_quorum": ("ban", "alerte"),
    "elus": ("check", "bon"),
    "second_tour": ("refresh-cw", "alerte"),
    "ballottage": ("scale", "alerte"),
    "portee": ("send", "bon"),
    "retiree": ("minus", "discret"),
    "": ("circle", "discret"),
}


def _mot(decision: str) -> str:
    tr = QCoreApplication.translate
    mots = {
        "adoptee": tr("etats", "Adoptée"),
        "rejetee": tr("etats", "Rejetée"),
        "sans_quorum": tr("etats", "Sans quorum"),
        "elus": tr("etats", "Sièges pourvus"),
        "second_tour": tr("etats", "Second tour"),
        "ballottage": tr("etats", "Ballottage"),
        "portee": tr("etats", "Voix portées"),
        "retiree": tr("etats", "Retirée"),
        "": tr("etats", "Pas encore votée"),
    }
    return mots.get(decision, decision)


def etat_decision(decision: str) -> Etat:
    """A decision (``resultat.Decision``, ``retiree``, or ``""`` while there is none) as it is shown."""
    icone, couleur = _DECISIONS.get(decision, ("circle", "discret"))
    return Etat(icone, _mot(decision), couleur)
