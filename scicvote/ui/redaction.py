"""Statutes being written, whoever writes them: a new cooperative's, or another version of those in force."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from scicvote.core.issue import Issue
from scicvote.core.statuts import Statuts
from scicvote.core.statuts_lecture import Lecture
from scicvote.exchange.ebauche_statuts import Ebauche
from scicvote.exchange.statuts import observations, statuts_de_texte


class Redaction(QObject):
    """``ebauche`` is filled field by field; ``change`` follows each key. The text is read again at each change."""

    change = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ebauche = Ebauche()
        self._lu: tuple[str, Lecture] | None = None

    @property
    def texte(self) -> str:
        """The TOML text, as it would be recorded."""
        return self.ebauche.texte()

    def toucher(self) -> None:
        """The form has changed: its draft is kept."""
        self.change.emit()

    def issues_de(self, etape: str) -> tuple[Issue, ...]:
        """The faults that are put right at one step of the form, as the form says them."""
        raise NotImplementedError

    def lecture(self) -> Lecture:
        """What the text gives, read once."""
        texte = self.texte
        if self._lu is None or self._lu[0] != texte:
            self._lu = (texte, statuts_de_texte(texte))
        return self._lu[1]

    @property
    def statuts(self) -> Statuts | None:
        """The statutes, None while there are faults."""
        return self.lecture().statuts

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Every fault; and, once there is none, what is worth a look."""
        lecture = self.lecture()
        return lecture.issues if lecture.statuts is None else observations(self.texte, lecture.statuts)
