"""F1: what this page is for and how it is used, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTextBrowser, QWidget

from scicvote.paths import ressources
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.pages.page import Aide

_PARTOUT = "partout"


def fichier_aide(cle: str) -> Path:
    """The help of a page, in Markdown."""
    return ressources() / "aide" / f"{cle}.md"


def lire_aide(cle: str, aides: Sequence[Aide] = ()) -> str:
    """The help of a page with its keys, then what works everywhere."""
    morceaux = [fichier_aide(nom).read_text(encoding="utf-8") for nom in (cle, _PARTOUT) if fichier_aide(nom).is_file()]
    if aides:
        lignes = "\n".join(f"- **{' + '.join(aide.touches)}**\u00a0: {aide.mot}" for aide in aides)
        morceaux.insert(1, f"## Touches de cette page\n\n{lignes}\n")
    return "\n\n".join(morceaux)


class DialogueAide(Cadre):
    """Help that is read; it closes by Escape."""

    def __init__(self, titre: str, cle: str, aides: Sequence[Aide], parent: QWidget | None = None) -> None:
        super().__init__(titre, parent, 680)
        self.lecture = QTextBrowser()
        self.lecture.setAccessibleName(titre)
        self.lecture.setOpenExternalLinks(False)
        self.lecture.setMarkdown(lire_aide(cle, aides))
        self.lecture.setMinimumSize(QSize(280, 420))
        self.corps.addWidget(self.lecture, 1)
        self.fermer = self.bouton(self.tr("Fermer"), "principal")
        self.fermer.clicked.connect(self.accept)
        self.fermer.setDefault(True)
        self.lecture.setFocus()
