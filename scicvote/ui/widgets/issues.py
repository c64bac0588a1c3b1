"""Faults and warnings as people read them: an icon, the sentence, the articles that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from scicvote.core.article import citer
from scicvote.core.issue import Issue
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.mise_en_page import vider


def encart_issue(issue: Issue) -> Encart:
    """One fault or warning in its box."""
    genre, icone = ("faute", "octagon-alert") if issue.bloquante else ("alerte", "triangle-alert")
    articles = (majuscule(citer(issue.articles)),) if issue.articles else ()
    return Encart(genre, icone, issue.phrase, *articles)


class ListeIssues(QFrame):
    """Boxes one above the other; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boite = QVBoxLayout(self)
        self._boite.setContentsMargins(0, 0, 0, 0)
        self._boite.setSpacing(8)
        self.issues: tuple[Issue, ...] = ()
        self.hide()

    def montrer(self, issues: Iterable[Issue]) -> None:
        """Show these, refusals first."""
        nouvelles = tuple(sorted(issues, key=lambda issue: not issue.bloquante))
        if nouvelles == self.issues:
            return
        self.issues = nouvelles
        vider(self._boite)
        for issue in nouvelles:
            self._boite.addWidget(encart_issue(issue))
        self.setVisible(bool(nouvelles))
        self.updateGeometry()
