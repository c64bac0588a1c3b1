"""Ballot papers to be cut out: identical cards, several a page, that say nothing of who will hold them."""

from __future__ import annotations

from dataclasses import dataclass

CHOIX_MAXIMUM = 200  # what one page can still show


@dataclass(frozen=True, slots=True)
class Carte:
    """One card: small lines above, what is asked, how to answer, a box before each choice, a note below.

    Raises ValueError without a choice, or with more than one page can show.
    """

    entete: tuple[str, ...]
    titre: str
    consigne: str
    choix: tuple[str, ...]
    note: str = ""

    def __post_init__(self) -> None:
        if not 0 < len(self.choix) <= CHOIX_MAXIMUM:
            raise ValueError(f"a card has 1 to {CHOIX_MAXIMUM} choices, not {len(self.choix)}")

    def textes(self) -> tuple[str, ...]:
        """Every text of the card in its order."""
        return (*self.entete, self.titre, self.consigne, *self.choix, self.note)


@dataclass(frozen=True, slots=True)
class Planche:
    """``nombre`` identical cards, as many on each page as it holds, with lines to cut along. It starts on a new page."""

    carte: Carte
    nombre: int

    def __post_init__(self) -> None:
        if self.nombre < 1:
            raise ValueError("a sheet holds at least one card")
