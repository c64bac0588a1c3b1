"""Headings, which are also the bookmarks of the PDF."""

from __future__ import annotations

from typing import Any

from scicvote.core.papier import Texte, Titre
from scicvote.documents.alineas import Alinea
from scicvote.documents.styles import TITRES


class TitreCourant(Alinea):
    """A heading in the text; drawn, it leaves a bookmark under the last one of a higher level."""

    def __init__(self, titre: Titre) -> None:
        super().__init__((Texte(titre.texte),), TITRES[titre.niveau])
        self.titre = titre

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802,N803
        """Draw the heading, and mark its place."""
        super().drawOn(canvas, x, y)
        canvas.marquer(self.titre.niveau - 1, " ".join(self.titre.texte.split()), y + self.height)
