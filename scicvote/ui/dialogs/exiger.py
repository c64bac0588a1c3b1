"""Fields that must be filled before an act can even be tried."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from scicvote.core.issue import refus
from scicvote.ui.widgets.champs import ChampDate


def exiger_jour(champ: ChampDate) -> date | None:
    """The day; where there is none, the field says so and has the keyboard."""
    jour = champ.valeur()
    if jour is None:
        phrase = QCoreApplication.translate("exiger", "Indiquer le jour.")
        champ.montrer_issue(refus("DATE", phrase, chemin=champ.chemin))
        champ.controle.setFocus()
    return jour
