"""Headings, which are also the bookmarks of the PDF."""

from __future__ import annotations

from reportlab.platypus import Paragraph

from scicvote.core.papier import Titre
from scicvote.documents.styles import TITRES
from scicvote.documents.textes import echapper


class TitreCourant(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A heading in the text; drawn, it leaves a bookmark under the last one of a higher level."""

    def __init__(self, titre: Titre) -> None:
        super().__init__(echapper(titre.texte), TITRES[titre.niveau])
        self.titre = titre

    def draw(self) -> None:
        super().draw()
        niveau = min(self.titre.niveau - 1, getattr(self.canv, "signet_niveau", -1) + 1)
        cle = f"titre-{getattr(self.canv, 'signets', 0)}"
        self.canv.signet_niveau, self.canv.signets = niveau, getattr(self.canv, "signets", 0) + 1
        self.canv.bookmarkHorizontal(cle, 0, self.height)
        self.canv.addOutlineEntry(" ".join(self.titre.texte.split()), cle, niveau)
