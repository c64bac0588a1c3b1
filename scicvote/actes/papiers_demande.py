"""What is asked of a paper, and what a kind of paper is: its French name, who it is about, how it is composed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.issue import Issue
from scicvote.core.papier import Papier

PDF: Final = "pdf"
ODT: Final = "odt"

ASSEMBLEE: Final = "assemblee"  # one paper for the whole assembly
COLLEGE: Final = "college"  # one part per college that votes
ASSOCIE: Final = "associe"  # one per associé
COOPERATIVE: Final = "cooperative"  # of the cooperative's registers


@dataclass(frozen=True, slots=True)
class Demande:
    """What a paper may need besides its assembly.

    ``associe``: of whom (their number). ``resolutions``: which places on the agenda, none for all. ``gerant``: who
    certifies, None for the first manager in office. ``jour``: the day that the paper bears, None for the assembly's.
    ``numero``: minutes that rectify, by their number in the register. ``aujourdhui``: the day of printing, which
    ``imprimer`` gives: a letter bears it where nothing says another.
    """

    associe: int | None = None
    resolutions: tuple[int, ...] = ()
    gerant: int | None = None
    jour: date | None = None
    numero: int | None = None
    aujourdhui: date | None = None


@dataclass(frozen=True)
class Lot:
    """A mailing: how many papers, and each in its turn, composed when it is asked for. It is read once."""

    total: int
    papiers: Iterable[Papier]


Composer = Callable[[Dossier, Assemblee, Demande], Papier | Lot]
Refuser = Callable[[Dossier, Assemblee, Demande], Iterator[Issue]]


def sans_refus(_dossier: Dossier, _ag: Assemblee, _demande: Demande) -> Iterator[Issue]:
    """Nothing ever stands against this paper."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Genre:
    """A kind of paper.

    ``libelle`` is its French name; ``composer`` makes the tree (or the trees of a mailing) and is only called when
    ``refuser`` says nothing that blocks; ``formats`` are those in which it can be written; ``portee`` is what it is
    about (ASSEMBLEE, COLLEGE, ASSOCIE, COOPERATIVE), by which a window sorts them;
    ``but`` says in a sentence what it is for.
    """

    libelle: str
    composer: Composer
    refuser: Refuser = sans_refus
    formats: tuple[str, ...] = (PDF, ODT)
    portee: str = ASSEMBLEE
    but: str = ""


def simple(composer: Callable[[Dossier, Assemblee], Papier]) -> Composer:
    """A composer that asks for nothing besides the assembly."""
    return lambda dossier, ag, _demande: composer(dossier, ag)
