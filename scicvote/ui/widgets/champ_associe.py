"""The field of a person: three letters, accents aside, and the list of those who answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from scicvote.core.normalise import cle
from scicvote.ui.widgets.champs import Champ


@dataclass(frozen=True, slots=True)
class Candidat:
    """Somebody who can be chosen: their number, name, what tells them apart, their college's code."""

    numero: int
    nom: str
    detail: str = ""
    code: str = ""

    @property
    def libelle(self) -> str:
        """``Marjolaine Inès (SB)``."""
        suite = ", ".join(filter(None, (self.code, self.detail)))
        return f"{self.nom} ({suite})" if suite else self.nom


class ChampAssocie(Champ[int]):
    """Somebody among ``candidats``; its value is their number. One name that alone answers is enough."""

    def __init__(self, libelle: str, chemin: str, candidats: Sequence[Candidat] = (), aide: str = "") -> None:
        self.ligne = QLineEdit()
        self._modele = QStringListModel(self.ligne)
        self._completeur = QCompleter(self._modele, self.ligne)
        self._completeur.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completeur.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completeur.setMaxVisibleItems(8)
        if (liste := self._completeur.popup()) is not None:
            liste.setAccessibleName(libelle)
            liste.setProperty("completion", "true")
        self._candidats: tuple[Candidat, ...] = ()
        self._cles: list[str] = []
        self._libelles: dict[str, int] = {}
        super().__init__(libelle, chemin, self.ligne, aide)
        self.ligne.setPlaceholderText(self.tr("Trois lettres du nom"))
        self.ligne.setCompleter(self._completeur)
        self.ligne.textEdited.connect(self._proposer)
        self.ligne.textChanged.connect(self.change)
        self.proposer(candidats)

    def proposer(self, candidats: Sequence[Candidat]) -> None:
        """Offer other people."""
        self._candidats = tuple(candidats)
        self._cles = [cle(c.libelle) for c in self._candidats]
        self._libelles = {c.libelle: c.numero for c in self._candidats}
        self._dire()

    def reponses(self, saisie: str) -> tuple[Candidat, ...]:
        """Those whose name holds every word that was typed."""
        mots = cle(saisie).split()
        if not mots:
            return self._candidats
        return tuple(
            c for c, repli in zip(self._candidats, self._cles, strict=True) if all(mot in repli for mot in mots)
        )

    def _proposer(self, saisie: str) -> None:
        self._modele.setStringList([c.libelle for c in self.reponses(saisie)[:50]])

    def valeur(self) -> int | None:
        saisie = self.ligne.text().strip()
        if saisie in self._libelles:
            return self._libelles[saisie]
        reponses = self.reponses(saisie) if saisie else ()
        return reponses[0].numero if len(reponses) == 1 else None

    def poser(self, valeur: int | None) -> None:
        connu = next((c.libelle for c in self._candidats if c.numero == valeur), "")
        self.poser_texte(connu)

    def texte(self) -> str:
        return self.ligne.text()

    def poser_texte(self, contenu: str) -> None:
        with QSignalBlocker(self.ligne):
            self.ligne.setText(contenu)
        self._apres_pose()

    def compris(self) -> str:
        saisie = self.ligne.text().strip()
        numero = self.valeur()
        if not saisie or saisie in self._libelles or numero is None:
            return ""
        return next(c.libelle for c in self._candidats if c.numero == numero)

    def incompris(self) -> str:
        saisie = self.ligne.text().strip()
        if not saisie or self.valeur() is not None:
            return ""
        if not self.reponses(saisie):
            return self.tr("Personne ne répond à ce nom.")
        return "" if len(saisie) < 3 else self.tr("Plusieurs personnes répondent\u00a0: en choisir une.")
