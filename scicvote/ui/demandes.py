"""What a page may be asked for with, besides a number or a day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NouvelleAssemblee:
    """An assembly that is still to be prepared, for the page « Préparer ».

    ``exercice`` makes it the annual one of that financial year; ``suite_de`` the second consultation of an assembly;
    ``demande`` the answer to a request of members.
    """

    exercice: int | None = None
    suite_de: int | None = None
    demande: int | None = None


@dataclass(frozen=True, slots=True)
class SuiteStatuts:
    """A version of the statutes that a vote wants, for the page « Modifier les statuts »: the assembly and the follow-up."""

    assemblee: int
    cle: str


@dataclass(frozen=True, slots=True)
class Inscription:
    """Somebody to enter in the register, for the page « Associés »."""
