"""What is being typed of a scrutin: its figures, which of the two entries, whether it is a recount. All of it is a draft."""

from __future__ import annotations

import json
from typing import Final

from scicvote.core.saisie_vote import Cases, ecarts
from scicvote.ui.brouillons import Brouillons

CONTRE_EPREUVE: Final = "contre-epreuve"
ROUVERT: Final = "rouvert"
Case = tuple[str, str]


class SaisieVote:
    """The drafts of one scrutin; they come back where they were, whenever the window is closed."""

    def __init__(self, brouillons: Brouillons, assemblee: int, scrutin: int) -> None:
        self._brouillons = brouillons
        self._prefixe = f"voter/{assemblee}/scrutin/{scrutin}/"

    def _lire(self, cle: str) -> str:
        return self._brouillons.lire(self._prefixe + cle) or ""

    def _ecrire(self, cle: str, texte: str) -> None:
        self._brouillons.ecrire(self._prefixe + cle, texte)

    def oublier(self) -> None:
        """What was typed is recorded, or given up."""
        self._brouillons.oublier(self._prefixe)

    # --- figures

    def cases(self, passe: int) -> dict[Case, str]:
        """What was typed in an entry."""
        prefixe = f"{self._prefixe}{passe}/"
        lus = self._brouillons.sous(prefixe)
        return {_case(cle.removeprefix(prefixe)): texte for cle, texte in lus.items()}

    def noter(self, passe: int, cases: Cases) -> None:
        """Keep what is typed in an entry."""
        for (code, cle), texte in cases.items():
            self._ecrire(f"{passe}/{code}/{cle}", texte)

    # --- two entries

    @property
    def passe(self) -> int:
        """Which entry is being typed: 1 or 2."""
        return 2 if self._lire("passe") == "2" else 1

    def seconde(self) -> None:
        """The first entry is done; the second begins with nothing in sight."""
        self._ecrire("passe", "2")

    def comparer(self) -> tuple[Case, ...]:
        """Where the two entries differ."""
        return ecarts(self.cases(1), self.cases(2))

    def reprendre(self, differentes: tuple[Case, ...] = ()) -> None:
        """Both entries are typed again; what differed is kept in sight."""
        vues = [(*case, self.cases(1).get(case, ""), self.cases(2).get(case, "")) for case in differentes]
        recompte = self.recompte
        self.oublier()
        self._ecrire("ecarts", json.dumps(vues, ensure_ascii=False))
        self._ecrire("recompte", recompte)

    def ecarts_vus(self) -> tuple[tuple[str, str, str, str], ...]:
        """What differed the last time: body, figure, first and second entry."""
        lus = json.loads(self._lire("ecarts") or "[]")
        return tuple((str(a), str(b), str(c or 0), str(d or 0)) for a, b, c, d in lus)

    # --- recounts

    @property
    def recompte(self) -> str:
        """``""``, or why a counted scrutin is counted again."""
        return self._lire("recompte")

    def recompter(self, pourquoi: str, cases: Cases) -> None:
        """Count again: from nothing, or from the figures recorded."""
        self.oublier()
        self._ecrire("recompte", pourquoi)
        self.noter(1, cases)


def _case(chemin: str) -> Case:
    code, _, cle = chemin.partition("/")
    return code, cle
