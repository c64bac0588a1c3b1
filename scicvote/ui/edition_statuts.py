"""Another version of the statutes in force, being written: its draft, its faults by section, what it changes."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QObject

from scicvote.core.consequences import Consequence, consequences, derniere_votee
from scicvote.core.faits import VersionStatuts
from scicvote.core.issue import Issue
from scicvote.exchange.ebauche_statuts import Ebauche
from scicvote.exchange.retouche_toml import retoucher
from scicvote.exchange.statuts import references
from scicvote.ui.creation import lisible
from scicvote.ui.redaction import Redaction
from scicvote.ui.session import Session

SECTIONS: Final = (
    "societe", "categories", "colleges", "vote", "majorites", "quorums", "pouvoirs", "delais", "exercice",
    "constitution", "repartition", "sorties", "distance", "scrutin", "fichier",
)  # fmt: skip
_BROUILLON: Final = "statuts_editeur/texte"

# The section where a value is, by the beginning of its path; the longest that fits is right.
_SECTION_DE: Final[Mapping[str, str]] = {
    "cle": "societe",
    "denomination": "societe",
    "forme": "societe",
    "date": "societe",
    "capital": "societe",
    "societariat": "societe",
    "societariat.categories_minimum": "categories",
    "societariat.plusieurs_colleges": "colleges",
    "categories": "categories",
    "colleges": "colleges",
    "vote": "vote",
    "vote.colleges": "colleges",
    "vote.plancher_college": "colleges",
    "vote.plafond_college": "colleges",
    "regles": "majorites",
    "quorum": "quorums",
    "pouvoirs": "pouvoirs",
    "delais": "delais",
    "exercice": "exercice",
    "constitution": "constitution",
    "repartition": "repartition",
    "pertes": "sorties",
    "remboursement": "sorties",
    "distance": "distance",
    "scrutin": "scrutin",
}


def section_de(chemin: str) -> str:
    """The section of the editor where the value at a path is; ``fichier`` for what no field holds."""
    nu = chemin.split("[", maxsplit=1)[0]
    while nu and nu not in _SECTION_DE:
        nu = nu.rpartition(".")[0]
    return _SECTION_DE.get(nu, "fichier")


def section_de_issue(issue: Issue) -> str:
    """The section where a fault is put right."""
    return "colleges" if issue.code == "SANS_COLLEGE" else section_de(issue.chemin)


class Edition(Redaction):
    """Starts from the latest version recorded, or from the draft that was left."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._origine = ""
        self._table: dict[str, Any] = {}
        self._retouche: tuple[dict[str, Any], str] | None = None

    def charger(self) -> None:
        """Take up the latest version, and over it the draft that was left."""
        self._retouche = None
        self._origine = self.session.dossier.tous(VersionStatuts)[-1].texte
        self._table = Ebauche.de_texte(self._origine).table
        self.ebauche = Ebauche.de_texte(self.session.brouillons.lire(_BROUILLON) or self._origine)
        self.change.emit()

    @property
    def effet(self) -> date:
        """From which day the latest version is in force."""
        return self.session.dossier.statuts_lus[-1][0]

    @property
    def modifie(self) -> bool:
        """Whether a value is another one than in the latest version."""
        return self.ebauche.table != self._table

    @property
    def texte(self) -> str:
        """The text of the latest version, its comments kept; written anew where values cannot be changed in place."""
        if not self.modifie:
            return self._origine
        if self._retouche is None or self._retouche[0] != self.ebauche.table:
            neuf = retoucher(self._origine, self.ebauche.table) or self.ebauche.texte()
            self._retouche = (copy.deepcopy(self.ebauche.table), neuf)
        return self._retouche[1]

    def toucher(self) -> None:
        if self.modifie:
            self.session.brouillons.ecrire(_BROUILLON, self.texte)
        else:
            self.session.brouillons.oublier(_BROUILLON)
        self.change.emit()

    def abandonner(self) -> None:
        """Come back to the latest version."""
        self.session.brouillons.oublier(_BROUILLON)
        self.charger()

    # --- what is wrong, what changes

    def issues_de(self, etape: str) -> tuple[Issue, ...]:
        return tuple(lisible(issue) for issue in self.issues if section_de_issue(issue) == etape)

    def fautes(self) -> dict[str, int]:
        """How many faults each section has that has any."""
        compte: dict[str, int] = {}
        for issue in self.issues:
            if issue.bloquante:
                cle = section_de_issue(issue)
                compte[cle] = compte.get(cle, 0) + 1
        return compte

    def modifiees(self) -> set[str]:
        """The sections where a value is another one than in the latest version."""
        avant, apres = dict(_valeurs(self._table)), dict(_valeurs(self.ebauche.table))
        return {section_de(chemin) for chemin in (*avant, *apres) if avant.get(chemin) != apres.get(chemin)}

    def consequences(self) -> tuple[Consequence, ...]:
        """The votes of the last assembly under these statutes; none while they have faults."""
        statuts = self.statuts
        assemblee = derniere_votee(self.session.dossier)
        if statuts is None or assemblee is None:
            return ()
        return consequences(self.session.dossier, assemblee, statuts)

    @property
    def forme(self) -> str:
        """The form of company that is written."""
        return str(self.ebauche.lire("forme", ""))

    @property
    def references(self) -> Mapping[str, str]:
        """The article behind each key, where they are known."""
        return references().get(str(self.ebauche.lire("cle", "")), {})


def _valeurs(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The values of the first two levels by path."""
    for cle, valeur in table.items():
        if isinstance(valeur, dict) and valeur:
            yield from ((f"{cle}.{sous}", contenu) for sous, contenu in valeur.items())
        else:
            yield cle, valeur
