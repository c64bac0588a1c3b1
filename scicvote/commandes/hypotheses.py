"""``imprimer … simulation --poids``: hypotheses of weights as the command line writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from fractions import Fraction
from typing import Final

from scicvote.actes.papier_simulation import imprimer_simulation
from scicvote.core.exact import lire_exact
from scicvote.core.hypothese import Hypothese
from scicvote.core.issue import Issue, refus
from scicvote.store.depot import Depot

SIMULATION: Final = "simulation"
MAXIMUM: Final = 3  # what one page holds side by side


def imprimer_hypotheses(depot: Depot, ag: int, textes: Iterable[str]) -> tuple[bytes | None, tuple[Issue, ...]]:
    """The page of hypotheses, one for each ``--poids``; None with every fault where one does not read."""
    ecrites = tuple(textes)
    fautes = tuple(_nombre(ecrites))
    lues = [lire_poids(texte) for texte in ecrites]
    fautes += tuple(
        refus("USAGE", f"--poids «\u00a0{texte}\u00a0» ne se lit pas\u00a0; écrire SB=45,PP=30,PM=25.", chemin="poids")
        for texte, poids in zip(ecrites, lues, strict=True)
        if poids is None
    )
    if fautes:
        return None, fautes
    hypotheses = [Hypothese(f"Hypothèse {rang}", poids or {}) for rang, poids in enumerate(lues, 1)]
    return imprimer_simulation(depot, ag, hypotheses, datetime.now())


def _nombre(ecrites: tuple[str, ...]) -> Iterator[Issue]:
    if not 1 <= len(ecrites) <= MAXIMUM:
        phrase = f"la simulation prend de une à {MAXIMUM} hypothèses, une par --poids."
        yield refus("USAGE", phrase, chemin="poids")


def lire_poids(texte: str) -> dict[str, Fraction] | None:
    """``SB=45,PP=30,PM=25`` as weights in percent, exact (``33.5`` or ``100/3``); None where it does not read."""
    lus: dict[str, Fraction] = {}
    for morceau in texte.split(","):
        code, egal, valeur = (mot.strip() for mot in morceau.partition("="))
        poids = lire_exact(valeur)
        if not code or not egal or poids is None or code in lus:
            return None
        lus[code] = poids
    return lus
