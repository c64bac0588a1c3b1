"""Which vote on a resolution is shown, where there were several: rounds, a request for a secret vote."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from scicvote.core.assemblee import Vote
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import vider


class ChoixVote(QWidget):
    """Hidden while there is nothing to choose. ``change`` carries the Vote, or None."""

    change = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.vote: Vote | None = None
        self._votes: list[Vote] = []
        self._groupe = QButtonGroup(self)
        self._groupe.idClicked.connect(self._choisir)
        self._boite = QHBoxLayout(self)
        self._boite.setContentsMargins(0, 0, 0, 16)
        self._boite.setSpacing(8)

    def montrer(self, votes: Sequence[Vote]) -> None:
        """Offer these votes; the last one on the resolution itself is shown first."""
        self._votes = list(votes)
        for bouton in self._groupe.buttons():
            self._groupe.removeButton(bouton)
        vider(self._boite)
        for i, vote in enumerate(self._votes):
            bouton = Bouton(self._mot(vote), "petit")
            bouton.setCheckable(True)
            self._groupe.addButton(bouton, i)
            self._boite.addWidget(bouton)
        self._boite.addStretch(1)
        self.setVisible(len(self._votes) > 1)
        propres = [i for i, vote in enumerate(self._votes) if vote.scrutin.objet == "resolution"]
        self._choisir(propres[-1] if propres else len(self._votes) - 1)

    def _choisir(self, rang: int) -> None:
        self.vote = self._votes[rang] if rang >= 0 else None
        if rang >= 0:
            self._groupe.button(rang).setChecked(True)
        self.change.emit(self.vote)

    def _mot(self, vote: Vote) -> str:
        if vote.scrutin.objet != "resolution":
            return self.tr("Demande de scrutin secret")
        if not any(autre.scrutin.tour > 1 for autre in self._votes):
            return self.tr("Vote")
        return self.tr("Premier tour") if vote.scrutin.tour == 1 else self.tr("Second tour")
