"""The conditions of a resolution under one line that says how they stand; the list below opens and closes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from scicvote.core.exact import accord
from scicvote.core.procedures import Condition, EtatCondition
from scicvote.ui.etats import Etat
from scicvote.ui.widgets.carte_procedure import ListeConditions
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile, rangee
from scicvote.ui.widgets.pastille import MarqueEtat


class ConditionsPliables(QWidget):
    """Hidden where a resolution has none. Open by itself while one is missing; what the user chose then holds."""

    def __init__(self) -> None:
        super().__init__()
        self.liste = ListeConditions(serree=True)
        self.bilan = MarqueEtat(Etat("clock", ""))
        self.bouton = Bouton(self.tr("Conditions"), "lien", "chevron-right", "accent")
        self.bouton.setCheckable(True)
        self.bouton.toggled.connect(self._deplier)
        self._resolution = 0
        self.liste.setContentsMargins(5, 0, 0, 0)
        self.setLayout(pile(rangee(self.bouton, None, self.bilan), self.liste, espace=8))
        self.hide()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Those that are shown."""
        return self.liste.conditions

    def montrer(self, resolution: int, conditions: Sequence[Condition]) -> None:
        """Show the conditions of a resolution; another resolution forgets what was opened or closed by hand."""
        self.liste.montrer(conditions)
        manquent = sum(c.etat == EtatCondition.MANQUANTE for c in self.conditions)
        self.bilan.montrer(self._bilan(manquent))
        if resolution != self._resolution:
            self._resolution = resolution
            self.bouton.setChecked(bool(manquent))
        self._deplier(self.bouton.isChecked())
        self.setVisible(bool(self.conditions))

    def _bilan(self, manquent: int) -> Etat:
        if manquent:
            refuse = any(c.bloquante and c.etat == EtatCondition.MANQUANTE for c in self.conditions)
            icone, couleur = ("octagon-alert", "faute") if refuse else ("triangle-alert", "alerte")
            return Etat(icone, accord(manquent, self.tr("manque"), self.tr("manquent")), couleur)
        faites = sum(c.etat == EtatCondition.FAITE for c in self.conditions)
        if faites:
            return Etat("check", accord(faites, self.tr("faite"), self.tr("faites")), "bon")
        return Etat("clock", self.tr("aucune ne manque"))

    def _deplier(self, ouvert: bool) -> None:
        self.liste.setVisible(ouvert and bool(self.conditions))
        self.bouton.illustrer("chevron-down" if ouvert else "chevron-right")
        geste = self.tr("Replier les conditions") if ouvert else self.tr("Déplier les conditions")
        self.bouton.nommer(f"{geste}, {self.bilan.mot.text()}")
        self.updateGeometry()
