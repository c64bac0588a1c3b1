"""The field of a category: one of the statutes' own; below it, the college that it leads to, and why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from scicvote.core.college import classer
from scicvote.core.statuts import PHYSIQUE, Statuts
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.champs import ChampChoix


class ChampCategorie(ChampChoix):
    """``suivre`` tells it the kind of person, which the college depends on."""

    def __init__(self, libelle: str, chemin: str, statuts: Statuts) -> None:
        self._statuts, self._personne = statuts, PHYSIQUE
        choisir = QCoreApplication.translate("categorie", "Choisir…")
        options = [("", choisir), *((c.code, f"{c.code} – {c.nom}") for c in statuts.categories)]
        super().__init__(libelle, chemin, options)

    def suivre(self, personne: str) -> None:
        """A natural or a legal person."""
        self._personne = personne
        self._dire()

    def compris(self) -> str:
        code = self.valeur()
        if not code or not self._statuts.colleges:
            return ""
        return f"{majuscule(classer(self._statuts, code, self._personne).raison)}."
