"""The editor's lists: categories and colleges, with what the guided form leaves aside."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QFrame

from scicvote.ui.edition_statuts import Edition
from scicvote.ui.ordre_clavier import ordonner
from scicvote.ui.pages.creation_categories import EtapeCategories
from scicvote.ui.pages.creation_colleges import EtapeColleges
from scicvote.ui.pages.editeur_champs import champ_oui_non
from scicvote.ui.pages.editeur_section import SectionStatuts
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs import ChampChoix
from scicvote.ui.widgets.mise_en_page import pile, vider

_CATEGORIES: Final = (
    "categories[].code",
    "categories[].nom",
    "categories[].personnes",
    "categories[].plafond_capital",
    "categories[].obligatoire",
    "societariat.categories_minimum",
)
_COLLEGES: Final = (
    "vote.colleges",
    "vote.plancher_college",
    "vote.plafond_college",
    "colleges[].code",
    "colleges[].nom",
    "colleges[].poids",
    "colleges[].regle",
    "colleges[].fusion_avec",
    "societariat.plusieurs_colleges",
)
_FUSION: Final = "].fusion_avec"


class SectionCategories(EtapeCategories, SectionStatuts):
    """The guided form's step, and what its fields decide."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(edition)
        self.gauche.addWidget(self.legende(_CATEGORIES))


class SectionColleges(EtapeColleges, SectionStatuts):
    """The guided form's step, with the college that a small one joins, and voting in several."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(edition)
        self.carte_fusions = Carte(self.tr("Quand un collège est trop petit"), marges=True)
        self._fusions = pile(espace=12)
        self.carte_fusions.ajouter(self._fusions)
        plusieurs = Carte(marges=True)
        champ = self.lier(*champ_oui_non(self.tr("Voter dans plusieurs collèges"), _COLLEGES[-1], edition))
        plusieurs.ajouter(champ)
        self.carte_plusieurs = plusieurs
        for carte in (self.carte_fusions, plusieurs, self.legende(_COLLEGES)):
            self.gauche.addWidget(carte)

    def _reconstruire(self) -> None:
        super()._reconstruire()
        self._refaire_fusions()

    def _refaire_fusions(self) -> None:
        colleges = self._colleges()
        self.carte_fusions.setVisible(len(colleges) > 1)
        self._champs = [lien for lien in self._champs if not lien[0].chemin.endswith(_FUSION)]
        vider(self._fusions)
        noms = [(str(c.get("code") or ""), str(c.get("nom") or c.get("code") or "")) for c in colleges]
        for rang, (code, nom) in enumerate(noms):
            chemin = f"colleges[{rang}].fusion_avec"
            autres = [("", self.tr("aucun autre")), *((c, n) for c, n in noms if c and c != code)]
            champ = ChampChoix(self.tr("«\u00a0{}\u00a0», trop petit, rejoint").format(nom), chemin, autres)
            self.lier(champ, lire=lambda a=chemin: self.ebauche.lire(a, ""))  # type: ignore[misc]
            champ.poser(self.ebauche.lire(chemin, ""))
            boite = QFrame()
            boite.setLayout(pile(champ))
            self._fusions.addWidget(boite)
        ordonner(self)

    def ecrire(self, chemin: str, valeur: Any) -> None:
        super().ecrire(chemin, valeur)
        if chemin.startswith("colleges[") and chemin.endswith(("].code", "].nom")):
            self._refaire_fusions()

    def apres_montrer(self) -> None:
        EtapeColleges.apres_montrer(self)
        SectionStatuts.apres_montrer(self)
