"""A cooperative being created: its statutes, shipped, taken from a file or written here, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.issue import Issue
from scicvote.core.statuts import Statuts
from scicvote.exchange.ebauche_statuts import Ebauche, modele, modeles
from scicvote.exchange.statuts import lire_texte, texte_fourni
from scicvote.ui.brouillons import Brouillons
from scicvote.ui.redaction import Redaction
from scicvote.ui.textes import majuscule

FOURNIS: Final = "fournis"
FICHIER: Final = "fichier"
GUIDE: Final = "guide"

# The step of the form where a value is, by the beginning of its path; the longest that fits is right.
_ETAPES: Final = {
    "categories": "categories",
    "societariat": "categories",
    "societariat.maximum_associes": "societe",
    "colleges": "colleges",
    "vote": "colleges",
    "regles": "majorites",
    "quorum": "majorites",
    "scrutin": "majorites",
    "delais": "delais",
    "pouvoirs": "delais",
    "cle": "societe",
    "denomination": "societe",
    "forme": "societe",
    "date": "societe",
    "capital": "societe",
    "exercice": "societe",
}


def etape_de(issue: Issue) -> str:
    """The step of the form where a fault is put right."""
    if issue.code == "SANS_COLLEGE":
        return "colleges"
    nu = issue.chemin.split("[")[0]
    while nu and nu not in _ETAPES:
        nu = nu.rpartition(".")[0]
    return _ETAPES.get(nu, "apercu")


def lisible(issue: Issue) -> Issue:
    """A fault of a file as a form says it: a capital letter, and « à remplir » for a key that is missing."""
    if issue.code == "MANQUANT":
        return replace(issue, phrase=QCoreApplication.translate("creation", "À remplir."))
    return replace(issue, phrase=majuscule(issue.phrase))


class Projet(Redaction):
    """What is chosen so far. ``change`` follows each key; the text is kept as a draft until the file is made."""

    def __init__(self, brouillons: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = ""
        self.fourni = ""
        self.fichier: Path | None = None
        self._texte = ""
        self._refus: tuple[Issue, ...] = ()
        self._brouillons = Brouillons(brouillons, self)
        self._brouillons.ouvrir(Path("nouvelle-cooperative"))

    # --- where the statutes come from

    def prendre_fourni(self, cle: str) -> None:
        """Take shipped statutes as they are."""
        self.source, self.fourni = FOURNIS, cle
        self._texte, self._refus = texte_fourni(cle), ()
        self.change.emit()

    def prendre_fichier(self, chemin: Path) -> None:
        """Take a TOML file; its faults are in ``issues``."""
        self.source, self.fichier = FICHIER, chemin
        texte, self._refus = lire_texte(chemin)
        self._texte = texte or ""
        self.change.emit()

    def ecrire(self, depart: str) -> None:
        """Write statutes here, from the starting point of a form (``SARL``…), shipped statutes, or a text."""
        if depart in modeles():
            self.ebauche = Ebauche(modele(depart))
        else:
            self.ebauche = Ebauche.de_texte(texte_fourni(depart))
            for cle in ("denomination", "cle", "date"):
                self.ebauche.poser(cle, None)
        self.source = GUIDE
        self.toucher()

    def guider(self) -> None:
        """Write them here, once a starting point is chosen."""
        self.source = GUIDE
        self.change.emit()

    def corriger(self) -> None:
        """Put right here what a file says."""
        self.ebauche = Ebauche.de_texte(self._texte)
        self.source = GUIDE
        self.toucher()

    def toucher(self) -> None:
        """The form has changed."""
        self._brouillons.ecrire("statuts", self.ebauche.texte())
        self.change.emit()

    # --- drafts

    @property
    def brouillon(self) -> bool:
        """Whether statutes that were begun here wait."""
        return self._brouillons.lire("statuts") is not None

    def reprendre(self) -> None:
        """Go on with statutes that were begun."""
        self.ebauche = Ebauche.de_texte(self._brouillons.lire("statuts") or "")
        self.source = GUIDE
        self.change.emit()

    def oublier(self) -> None:
        """The file is made: begin afresh next time."""
        self._brouillons.oublier("")
        self._brouillons.enregistrer()
        self.source, self._texte, self._refus, self.ebauche = "", "", (), Ebauche()

    def enregistrer(self) -> None:
        """Write the draft now."""
        self._brouillons.enregistrer()

    # --- what it gives

    @property
    def texte(self) -> str:
        """The TOML text, as it would be recorded."""
        return self.ebauche.texte() if self.source == GUIDE else self._texte

    @property
    def statuts(self) -> Statuts | None:
        """The statutes, None while there are faults."""
        return super().statuts if self.source and not self._refus else None

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Every fault; and, once there is none, what is worth a look."""
        return super().issues if self.source and not self._refus else self._refus

    def issues_de(self, etape: str) -> tuple[Issue, ...]:
        """The faults that are put right at one step of the form."""
        return tuple(lisible(issue) for issue in self.issues if etape_de(issue) == etape)

    def fautes(self, etapes: Iterable[str]) -> bool:
        """Whether something is still wrong at these steps."""
        voulues = set(etapes)
        return any(issue.bloquante and etape_de(issue) in voulues for issue in self.issues)
