"""What importing a register file would do, row by row, before anything is done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from scicvote.core.exact import accord
from scicvote.core.faits import Fait
from scicvote.core.issue import Issue, bloquantes


class Sort(StrEnum):
    """What becomes of a row."""

    NOUVEAU = "nouveau"
    MODIFIE = "modifié"
    INCHANGE = "inchangé"
    REFUSE = "refusé"
    IGNORE = "ignorée"


_MOTS: Final[tuple[tuple[Sort, str, str], ...]] = (
    (Sort.NOUVEAU, "nouvel associé", "nouveaux associés"),
    (Sort.MODIFIE, "associé modifié", "associés modifiés"),
    (Sort.INCHANGE, "associé inchangé", "associés inchangés"),
    (Sort.REFUSE, "ligne refusée", "lignes refusées"),
    (Sort.IGNORE, "ligne ignorée", "lignes ignorées"),
)


@dataclass(frozen=True, slots=True)
class Changement:
    """A value that the file changes in the register; ``champ`` is its French name."""

    champ: str
    avant: str
    apres: str

    def texte(self) -> str:
        """``domicile : « ancien » → « nouveau »``."""
        return f"{self.champ}\u00a0: «\u00a0{self.avant}\u00a0» → «\u00a0{self.apres}\u00a0»"


class LigneApercu(NamedTuple):
    """One row of the file: who it is (``associe``, their number), what becomes of it, why, and the facts it makes."""

    numero: int
    sort: Sort
    nom: str
    detail: str = ""
    associe: int | None = None
    changements: tuple[Changement, ...] = ()
    issues: tuple[Issue, ...] = ()
    faits: tuple[Fait, ...] = ()

    def texte(self) -> str:
        """One sentence for the command line."""
        motifs = [*(changement.texte() for changement in self.changements), *(issue.phrase for issue in self.issues)]
        tete = f"ligne {self.numero}\u00a0: {self.nom} – {self.sort.value}" if self.nom else self._anonyme()
        tete += f", {self.detail}" if self.detail else ""
        return tete + (f" – {' '.join(motifs)}" if motifs else "")

    def _anonyme(self) -> str:
        return f"ligne {self.numero}\u00a0: {self.sort.value}"


@dataclass(frozen=True)
class Apercu:
    """The whole file against the register of ``jour``. ``issues`` are those of the file; rows carry their own.

    ``absents`` are the numbers of the associés of that day whom the file does not name; importing leaves them there.
    """

    source: str
    jour: date
    lignes: tuple[LigneApercu, ...]
    issues: tuple[Issue, ...] = ()
    absents: tuple[int, ...] = ()

    @cached_property
    def toutes_issues(self) -> tuple[Issue, ...]:
        """The faults of the file, then those of its rows."""
        return (*self.issues, *(issue for ligne in self.lignes for issue in ligne.issues))

    @cached_property
    def acceptable(self) -> bool:
        """Whether the file may be imported: all of it, or nothing."""
        return not bloquantes(self.toutes_issues)

    def faits(self) -> tuple[Fait, ...]:
        """The facts that the import records, in the order of the rows; none unless the file is acceptable."""
        return tuple(fait for ligne in self.lignes for fait in ligne.faits) if self.acceptable else ()

    def nombre(self, sort: Sort) -> int:
        """How many rows have this fate."""
        return self._comptes[sort]

    @cached_property
    def _comptes(self) -> Counter[Sort]:
        return Counter(ligne.sort for ligne in self.lignes)

    def resume(self) -> str:
        """``3 nouveaux associés, 1 associé modifié, 40 associés inchangés, 1 ligne ignorée.``"""
        comptes = [accord(n, un, plusieurs) for sort, un, plusieurs in _MOTS if (n := self.nombre(sort))]
        texte = ", ".join(comptes) or "aucune ligne"
        if self.absents:
            manquent = "ne figure pas" if len(self.absents) == 1 else "ne figurent pas"
            texte += f"\u202f; {accord(len(self.absents), 'associé')} du registre {manquent} dans le fichier"
        return f"{texte}." if self.acceptable else f"{texte}\u202f; rien ne sera importé."

    def lignes_texte(self) -> tuple[str, ...]:
        """The faults of the file, then one sentence per row."""
        return (*(issue.phrase for issue in self.issues), *(ligne.texte() for ligne in self.lignes))
