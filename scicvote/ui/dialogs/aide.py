"""F1: what this page is for and how it is used, and the keys that work everywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTextBrowser, QWidget

from scicvote.paths import ressources
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.pages.page import Aide

_PARTOUT = "partout"
# ``statuts, art. 12 et 13`` or ``art. 15 à 17`` alone; the articles of laws and codes keep their numbers.
_ARTICLES = re.compile(
    r"(?:statuts, |(?<!com\., )(?<!civ\., )(?<!1947, ))art\.[ \u00a0][0-9][0-9-]*(?:(?:,| et| à) [0-9][0-9-]*)*"
)


def fichier_aide(cle: str) -> Path:
    """The help of a page, in Markdown."""
    return ressources() / "aide" / f"{cle}.md"


def sans_numeros(texte: str) -> str:
    """A help whose articles of statutes have no number: it is written with those of Cliss XXI, other statutes have theirs."""
    texte = texte.replace("Les articles 23 et 26 des statuts", "Les statuts")
    return _ARTICLES.sub("statuts", texte)


def lire_aide(cle: str, aides: Sequence[Aide] = ()) -> str:
    """The help of a page with its keys, then what works everywhere."""
    morceaux = [fichier_aide(nom).read_text(encoding="utf-8") for nom in (cle, _PARTOUT) if fichier_aide(nom).is_file()]
    if aides:
        lignes = "\n".join(f"- **{' + '.join(aide.touches)}**\u00a0: {aide.mot}" for aide in aides)
        morceaux.insert(1, f"## Touches de cette page\n\n{lignes}\n")
    return "\n\n".join(morceaux)


class DialogueAide(Cadre):
    """Help that is read; it closes by Escape."""

    def __init__(
        self, titre: str, cle: str, aides: Sequence[Aide], parent: QWidget | None = None, numeros: bool = True
    ) -> None:
        super().__init__(titre, parent, 680)
        self.lecture = QTextBrowser()
        self.lecture.setAccessibleName(titre)
        self.lecture.setOpenExternalLinks(False)
        contenu = lire_aide(cle, aides)
        self.lecture.setMarkdown(contenu if numeros else sans_numeros(contenu))
        self.lecture.setMinimumSize(QSize(280, 420))
        self.corps.addWidget(self.lecture, 1)
        self.fermer = self.bouton(self.tr("Fermer"), "principal")
        self.fermer.clicked.connect(self.accept)
        self.fermer.setDefault(True)
        self.lecture.setFocus()
