"""Asking once, naming what will happen; saying what cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QWidget

from scicvote.core.issue import Issue
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.widgets.issues import encart_issue
from scicvote.ui.widgets.texte import paragraphe


class DialogueIssues(Cadre):
    """What stands against an act. With ``verbe`` it can be done all the same; the way back has the keyboard."""

    def __init__(self, titre: str, issues: Iterable[Issue], verbe: str = "", parent: QWidget | None = None) -> None:
        super().__init__(titre, parent)
        self.issues = tuple(sorted(issues, key=lambda issue: not issue.bloquante))
        for issue in self.issues:
            self.corps.addWidget(encart_issue(issue))
        self.retour = self.bouton(self.tr("Revenir") if verbe else self.tr("Compris"), "pied" if verbe else "principal")
        self.retour.clicked.connect(self.reject)
        self.retour.setDefault(True)
        self.retour.setFocus()
        if verbe:
            self.continuer = self.bouton(verbe, "principal")
            self.continuer.clicked.connect(self.accept)


class Confirmation(Cadre):
    """A question before what cannot be undone."""

    def __init__(self, titre: str, phrases: Sequence[str], verbe: str, parent: QWidget | None = None) -> None:
        super().__init__(titre, parent)
        for phrase in phrases:
            self.corps.addWidget(paragraphe(phrase, "corps15"))
        self.retour = self.bouton(self.tr("Revenir"))
        self.retour.clicked.connect(self.reject)
        self.continuer = self.bouton(verbe, "principal")
        self.continuer.clicked.connect(self.accept)
        self.continuer.setDefault(True)
        self.continuer.setFocus()


def confirmer(
    parent: QWidget, titre: str, phrases: Sequence[str], verbe: str, apres: Callable[[], object]
) -> Confirmation:
    """Ask, then do ``apres`` if the answer is yes."""
    dialogue = Confirmation(titre, phrases, verbe, parent)
    dialogue.accepted.connect(lambda: apres())
    dialogue.open()
    return dialogue
