"""What is known before a scrutin is opened: what stands against it, what must be shown, whether it can pass, its conditions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout

from scicvote.core.issue import Issue
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import CarteAjustee
from scicvote.ui.widgets.conditions_pliables import ConditionsPliables
from scicvote.ui.widgets.issues import encart_issue
from scicvote.ui.widgets.mise_en_page import vider
from scicvote.ui.widgets.texte import paragraphe


class CarteAvant(CarteAjustee):
    """Filled by ``montrer``."""

    def __init__(self) -> None:
        super().__init__(self.tr("Avant le vote"))
        self._contenu = QVBoxLayout()
        self._contenu.setContentsMargins(23, 16, 23, 23)
        self._contenu.setSpacing(12)
        self.ajouter(self._contenu)
        self.conditions = ConditionsPliables()
        self.conditions.setContentsMargins(18, 0, 23, 23)  # its button has margins of its own
        self.ajouter(self.conditions)
        self.corps.addStretch(1)

    def montrer(self, titre: str, issues: Iterable[Issue], encarts: Sequence[Encart], phrases: Sequence[str]) -> None:
        """Refusals first, then warnings, notes, plain sentences; the last of them cites the articles."""
        self.titre.setText(titre)
        self.setAccessibleName(titre)
        vider(self._contenu)
        dites: set[tuple[str, str]] = set()
        for issue in sorted(issues, key=lambda issue: not issue.bloquante):
            if (issue.code, issue.phrase) not in dites:
                dites.add((issue.code, issue.phrase))
                self._contenu.addWidget(encart_issue(issue))
        for encart in encarts:
            self._contenu.addWidget(encart)
        for phrase in phrases[:-1]:
            self._contenu.addWidget(paragraphe(phrase, "corps15"))
        for articles in phrases[-1:]:
            self._contenu.addWidget(paragraphe(articles, couleur="discret"))

    def textes(self) -> tuple[str, ...]:
        """Every text of the card."""
        return tuple(label.text() for label in self.findChildren(QLabel) if label.text())
