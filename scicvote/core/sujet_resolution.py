"""What a ready-made resolution is about, and what it gives: a title and a text."""

from __future__ import annotations

from dataclasses import dataclass

from scicvote.core.assemblee import Assemblee, date_longue
from scicvote.core.convocation import cloture_exercice
from scicvote.core.dossier import Dossier
from scicvote.core.registre import Associe
from scicvote.core.resolution import BLANC
from scicvote.core.statuts import Statuts


@dataclass(frozen=True, slots=True)
class Modele:
    """A title, and the text that is put to the vote."""

    titre: str
    texte: str


@dataclass(frozen=True)
class Sujet:
    """What a resolution is about: the assembly it is for and, where its kind has them, a person, seats, a college."""

    dossier: Dossier
    ag: Assemblee
    concerne: int | None = None
    sieges: int = 0
    college: str = ""

    @property
    def statuts(self) -> Statuts:
        return self.dossier.statuts_au(self.ag.jour)

    @property
    def cloture(self) -> str:
        """``31 décembre 2025``: the last day of the financial year whose accounts are laid, else of the last one."""
        exercice = self.ag.convocation.exercice or self.ag.jour.year - 1
        return date_longue(cloture_exercice(self.statuts, exercice))

    @property
    def personne(self) -> Associe | None:
        """Who it is about."""
        return self.dossier.registre.au(self.ag.jour).par_numero.get(self.concerne or 0)

    @property
    def nom(self) -> str:
        return self.personne.nom_complet if self.personne else BLANC

    @property
    def corps(self) -> str:
        """``collège des salariés…``: the college that votes or meets."""
        code = self.college if self.college in self.statuts.par_code else self.ag.convocation.college
        connu = self.statuts.par_code.get(code)
        return f"collège «\u00a0{connu.nom}\u00a0»" if connu else "collège"
