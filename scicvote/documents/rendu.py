"""A paper, or a mailing of them, to the bytes of a PDF: always the same for the same papers and instant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from io import BytesIO

from scicvote.core.papier import Papier, Tableau, textes
from scicvote.documents.coulee import Coulee
from scicvote.documents.gabarit import page
from scicvote.documents.polices import ROMAIN, UN_A_LA_FOIS, composer, installer, manquants
from scicvote.documents.toile import Toile

_PROGRAMME = "SCICVote"

Progres = Callable[[int, int], bool]  # what is done, of how much; False stops the work


class Interrompu(Exception):  # noqa: N818  # not an error: somebody asked for it
    """Whoever waits for a paper asked to stop; nothing was made."""


def _toile(papier: Papier, sortie: BytesIO, instant: datetime) -> Toile:
    """An empty document with its metadata."""
    feuille = page(papier)
    toile = Toile(
        sortie,
        pagesize=(feuille.largeur, feuille.hauteur),
        invariant=1,
        lang="fr-FR",
        initialFontName=ROMAIN,
        instant=instant,
    )
    toile.setTitle(" – ".join(" ".join(mots.split()) for mots in (papier.titre, papier.sous_titre) if mots))
    toile.setAuthor(papier.auteur)
    toile.setSubject(papier.sous_titre)
    toile.setCreator(_PROGRAMME)
    toile.setProducer(_PROGRAMME)
    toile.setViewerPreference("DisplayDocTitle", "true")
    return toile


def _poids(papier: Papier) -> int:
    """How much there is to draw: the rows of tables."""
    return sum(len(bloc.rangees) for bloc in papier.blocs if isinstance(bloc, Tableau))


def rendre(papier: Papier, *, instant: datetime, progres: Progres | None = None) -> bytes:
    """The PDF of ``papier``, dated ``instant``: the same values give the same bytes.

    ``progres`` is told after each page how many rows of tables are drawn, of how many. A character that the fonts lack
    prints as an empty box: ask ``illisibles`` first. Raises Interrompu when ``progres`` says False, FileNotFoundError
    when the installation has lost its fonts.
    """
    with UN_A_LA_FOIS:
        return _rendre(papier, instant, progres)


def _rendre(papier: Papier, instant: datetime, progres: Progres | None) -> bytes:
    installer()
    sortie = BytesIO()
    toile = _toile(papier, sortie, instant)
    total = _poids(papier)

    def dire() -> None:
        if progres is not None and not progres(min(toile.fait, total), total):
            raise Interrompu

    Coulee(toile, papier, dire).couler()
    toile.save()
    return sortie.getvalue()


def rendre_lot(papiers: Iterable[Papier], total: int, *, instant: datetime, progres: Progres | None = None) -> bytes:
    """The ``total`` papers of a mailing in one PDF, each with its own page numbers; the first gives the metadata.

    A paper that has a ``signet`` is one bookmark: with every heading of every letter, nobody would find a name.

    ``progres`` is told after each paper how many are done. Raises Interrompu as ``rendre`` does, ValueError when there
    is no paper.
    """
    with UN_A_LA_FOIS:
        return _rendre_lot(papiers, total, instant, progres)


def _rendre_lot(papiers: Iterable[Papier], total: int, instant: datetime, progres: Progres | None) -> bytes:
    installer()
    sortie = BytesIO()
    toile: Toile | None = None
    for fait, papier in enumerate(papiers, 1):
        toile = toile or _toile(papier, sortie, instant)
        toile.annoncer(papier.signet, page(papier).hauteur)
        Coulee(toile, papier, lambda: None).couler()
        if progres is not None and not progres(fait, total):
            raise Interrompu
    if toile is None:
        raise ValueError("a mailing has at least one paper")
    toile.save()
    return sortie.getvalue()


def illisibles(papier: Papier) -> tuple[str, ...]:
    """The characters of ``papier`` that paper cannot show, named: ``("林 (U+6797)",)``."""
    vus: dict[str, None] = {}
    for texte in (*textes(papier), papier.auteur):
        vus.update(dict.fromkeys(composer(texte)))
    return manquants("".join(vus))
