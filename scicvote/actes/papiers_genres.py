"""Every kind of paper by its word, as the command line says it: one module per family adds its own here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scicvote.actes import papiers_lettres, papiers_registres, papiers_seance, papiers_votes
from scicvote.actes.papiers_demande import Genre
from scicvote.actes.papiers_registres import RELIURES

ARBRES: Final[Mapping[str, Genre]] = {  # what core composes as a tree
    **papiers_lettres.GENRES,
    **papiers_seance.GENRES,
    **papiers_votes.GENRES,
    **papiers_registres.GENRES,
}
GENRES: Final[Mapping[str, Genre]] = {**ARBRES, **RELIURES}


def de_portee(portee: str) -> dict[str, str]:
    """The kinds of paper about one thing (ASSEMBLEE, COLLEGE, ASSOCIE, COOPERATIVE): word and French name, in order."""
    return {cle: genre.libelle for cle, genre in GENRES.items() if genre.portee == portee}
