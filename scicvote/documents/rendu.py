"""A paper to the bytes of a PDF, always the same for the same paper and instant."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from io import BytesIO

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from scicvote.core.papier import Papier, textes
from scicvote.documents.blocs import flux
from scicvote.documents.gabarit import Toile, habiller, page
from scicvote.documents.polices import ROMAIN, installer, manquants

_PROGRAMME = "SCICVote"


def _document(papier: Papier, sortie: BytesIO, total: int) -> BaseDocTemplate:
    """An empty document with its page and its metadata; ``total`` is printed after "sur"."""
    feuille = page(papier)
    largeur, hauteur = feuille.place
    cadre = Frame(feuille.cote, feuille.bas, largeur, hauteur, 0, 0, 0, 0)
    modele = PageTemplate(frames=[cadre], onPage=lambda toile, document: habiller(toile, papier, document.page, total))
    titre = " – ".join(" ".join(mots.split()) for mots in (papier.titre, papier.sous_titre) if mots)
    return BaseDocTemplate(
        sortie,
        pagesize=(feuille.largeur, feuille.hauteur),
        pageTemplates=[modele],
        invariant=1,
        lang="fr-FR",
        title=titre,
        author=papier.auteur,
        subject=papier.sous_titre,
        creator=_PROGRAMME,
        producer=_PROGRAMME,
        displayDocTitle=True,
        initialFontName=ROMAIN,
    )


def _passe(papier: Papier, instant: datetime, total: int) -> tuple[bytes, int]:
    """The PDF, and how many pages it has."""
    sortie = BytesIO()
    document = _document(papier, sortie, total)
    document.build(flux(papier, *page(papier).place), canvasmaker=partial(Toile, instant=instant))
    return sortie.getvalue(), document.page


def rendre(papier: Papier, *, instant: datetime) -> bytes:
    """The PDF of ``papier``, dated ``instant``: the same values give the same bytes.

    Laid out twice, since each page says how many there are. A character that the fonts lack prints as an empty box:
    ask ``illisibles`` first. Raises FileNotFoundError when the installation has lost its fonts.
    """
    installer()
    _, total = _passe(papier, instant, 0)
    return _passe(papier, instant, total)[0]


def illisibles(papier: Papier) -> tuple[str, ...]:
    """The characters of ``papier`` that paper cannot show, named: ``("林 (U+6797)",)``."""
    return manquants("".join((*textes(papier), papier.auteur)))
