"""Papers of an assembly: composed by core, drawn by documents. Nothing is written in the file.

``GENRES`` lists them all by word (``papiers_genres``); ``imprimer`` gives the bytes of one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from scicvote.actes.papiers_demande import ODT, PDF, Demande, Lot
from scicvote.actes.papiers_genres import GENRES
from scicvote.actes.papiers_registres import RELIURES
from scicvote.actes.papiers_seance import FEUILLE, PV, PV_A_SIGNER
from scicvote.actes.pieces import logo_courant, octets_de, piece_de
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Fiche
from scicvote.core.francais import enumerer
from scicvote.core.issue import Issue, avertissement, bloquantes, refus
from scicvote.core.papier import Bloc, Papier
from scicvote.documents.polices import manquants
from scicvote.documents.rendu import Interrompu, illisibles, rendre, rendre_lot
from scicvote.store.depot import Depot

RIEN: Final = Demande()
COPIE: Final = "COPIE MODIFIABLE"
Progres = Callable[[int, int], bool]  # what is done, of how much; False stops the work
Impression = tuple[bytes | None, tuple[Issue, ...]]

__all__ = ["FEUILLE", "GENRES", "PV", "PV_A_SIGNER", "RIEN", "composer", "imprimer"]


def composer(
    depot: Depot, assemblee: int, genre: str, numero: int | None = None, demande: Demande = RIEN
) -> Papier | Lot:
    """A paper of an assembly as a tree, or the trees of a mailing. ``numero``: minutes that rectify, by their number in
    the register; ``demande``: what some papers ask for besides.

    Raises KeyError for an assembly or a number that is not known, ValueError for a kind of paper that does not exist or
    is no tree (a binding), LookupError when the demand lacks what the paper needs.
    """
    if genre not in GENRES:
        raise ValueError(f"no paper named {genre!r}")
    dossier = depot.dossier
    return GENRES[genre].composer(dossier, dossier.assemblees[assemblee], _avec(demande, numero))


def imprimer(
    depot: Depot,
    assemblee: int,
    genre: str,
    instant: datetime,
    numero: int | None = None,
    demande: Demande = RIEN,
    *,
    format: str = PDF,
    progres: Progres | None = None,
) -> Impression:
    """The bytes of a paper, dated ``instant``, with what it cannot show; None when there is nothing to print.

    ``format`` is ``pdf`` or ``odt``. ``progres`` is told what is done of how much; when it says False the work stops
    and None comes back without an issue. Signed minutes are what was kept, byte for byte.
    """
    demande = replace(_avec(demande, numero), aujourdhui=demande.aujourdhui or instant.date())
    issues = tuple(_refus(depot, assemblee, genre, demande, format))
    if bloquantes(issues):
        return None, issues
    if genre in RELIURES:
        from scicvote.actes.reliures import relier  # what binds PDFs is loaded with the first register

        return relier(depot, assemblee, genre, instant)
    if genre in (PV, PV_A_SIGNER) and format == PDF:
        piece = piece_de(depot.dossier, depot.dossier.assemblees[assemblee], demande.numero)
        if piece is not None:
            return octets_de(depot, piece)
    try:
        compose = composer(depot, assemblee, genre, None, demande)
        if format == ODT:
            return _ecrire(depot, _editable(compose, genre), instant, progres), issues
        octets, manques = _tirer(depot, compose, instant, progres)
    except Interrompu:
        return None, ()
    return octets, (*issues, *manques)


def _avec(demande: Demande, numero: int | None) -> Demande:
    return demande if numero is None else replace(demande, numero=numero)


def _tirer(
    depot: Depot, compose: Papier | Lot, instant: datetime, progres: Progres | None
) -> tuple[bytes, tuple[Issue, ...]]:
    """What was composed as one PDF, under the cooperative's logo."""
    logo = logo_courant(depot)
    if isinstance(compose, Papier):
        octets = rendre(replace(compose, logo=logo), instant=instant, progres=progres)
        return octets, tuple(_illisibles(depot.dossier, illisibles(compose)))
    releve = _Releve()
    papiers = (replace(papier, logo=logo) for papier in releve.lire(compose.papiers))
    octets = rendre_lot(papiers, compose.total, instant=instant, progres=progres)
    return octets, tuple(_illisibles(depot.dossier, releve.absents))


def _editable(compose: Papier | Lot, genre: str) -> Papier | Lot:
    """Minutes that could be edited never pass for those that were signed."""
    if genre == PV and isinstance(compose, Papier) and not compose.mention:
        return replace(compose, mention=COPIE)
    return compose


def _ecrire(depot: Depot, compose: Papier | Lot, instant: datetime, progres: Progres | None) -> bytes:
    """What was composed as one OpenDocument text; its reader brings the fonts, and those have what ours may lack."""
    from scicvote.documents.odt import rendre_lot_odt  # loaded with the first paper to be edited

    logo = logo_courant(depot)
    lot = Lot(1, (compose,)) if isinstance(compose, Papier) else compose
    papiers = (replace(papier, logo=logo) for papier in lot.papiers)
    return rendre_lot_odt(papiers, lot.total, instant=instant, progres=progres)


class _Releve:
    """The characters that the fonts lack in the papers of a mailing, the blocks that they share read once."""

    def __init__(self) -> None:
        self.absents: dict[str, None] = {}
        self.lus: dict[int, Bloc] = {}  # by identity; kept, so that no other takes their place

    def lire(self, papiers: Iterable[Papier]) -> Iterator[Papier]:
        """The same papers, each read as it passes."""
        for papier in papiers:
            neufs = tuple(bloc for bloc in papier.blocs if id(bloc) not in self.lus)
            self.lus.update((id(bloc), bloc) for bloc in neufs)
            self.absents.update(dict.fromkeys(illisibles(replace(papier, blocs=neufs))))
            yield papier


def _refus(depot: Depot, assemblee: int, genre: str, demande: Demande, format_: str) -> Iterator[Issue]:
    """Why there is no such paper, and what is worth a word though it prints."""
    ag, connu = depot.dossier.assemblee(assemblee), GENRES.get(genre)
    if connu is None:
        yield refus("PAPIER", f"«\u00a0{genre}\u00a0» n’est pas un papier d’assemblée.", chemin="genre")
    elif format_ not in connu.formats:
        possibles = enumerer([mot.upper() for mot in connu.formats])
        phrase = f"{connu.libelle}\u00a0: ce papier s’écrit en {possibles}, pas en «\u00a0{format_}\u00a0»."
        yield refus("FORMAT", phrase, chemin="format")
    if ag is None:
        yield refus("ASSEMBLEE", f"Il n’y a pas d’assemblée n°\u00a0{assemblee}.", chemin="assemblee")
    elif connu is not None:
        yield from connu.refuser(depot.dossier, ag, demande)


def _illisibles(dossier: Dossier, absents: Iterable[str]) -> Iterator[Issue]:
    """The characters that the fonts lack: by person where they are in a name, else for the paper as a whole."""
    tous = set(absents)
    restants = set(tous)
    if not tous:
        return
    for personne in dossier.registre.au(date.max).personnes:
        les_siens = [c for c in manquants(_textes(personne.fiche)) if c in tous]
        if les_siens:
            phrase = f"{personne.nom_complet}\u00a0: {', '.join(les_siens)} ne s’imprime pas\u00a0; écrire ce nom en caractères latins sur sa fiche."
            yield avertissement("CARACTERE", phrase, "statuts 21-4", chemin=f"associes[{personne.numero}]")
            restants.difference_update(les_siens)
    if restants:
        yield avertissement("CARACTERE", f"Ne s’imprime pas\u00a0: {', '.join(sorted(restants))}.", chemin="papier")


def _textes(fiche: Fiche) -> str:
    """What papers print of a person."""
    return " ".join((fiche.nom, fiche.prenom, fiche.domicile, fiche.representant, fiche.qualite_representant))
