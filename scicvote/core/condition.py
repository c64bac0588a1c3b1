"""The conditions that come before a vote, as values: one line of a checklist, and the resolution that it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Resolution
from scicvote.core.statuts import Statuts


class EtatCondition(StrEnum):
    """``A_VERIFIER``: the file cannot know, people must look."""

    FAITE = "faite"
    MANQUANTE = "manquante"
    A_VENIR = "a_venir"
    A_VERIFIER = "a_verifier"
    SANS_OBJET = "sans_objet"


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of a checklist. A ``bloquante`` one that is missing makes the opening of the vote refused."""

    cle: str
    phrase: str
    articles: tuple[str, ...]
    etat: EtatCondition
    bloquante: bool = False
    detail: str = ""


@dataclass(frozen=True)
class Cas:
    """A resolution where it stands; ``issues`` are the checks of the opening of its vote, by code."""

    dossier: Dossier
    ag: Assemblee
    resolution: Resolution
    issues: Mapping[str, str]

    @property
    def statuts(self) -> Statuts:
        return self.dossier.statuts_au(self.ag.jour)

    @property
    def concerne(self) -> int:
        """The number of the person whom it is about; 0 (nobody's) while nobody is named."""
        return self.resolution.concerne or 0


Regle = Callable[[Cas], Iterator[Condition]]


def dit(fait: bool) -> EtatCondition:
    """Done, or missing."""
    return EtatCondition.FAITE if fait else EtatCondition.MANQUANTE
