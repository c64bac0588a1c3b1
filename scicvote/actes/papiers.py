"""Papers of an assembly: composed by core, drawn by documents. Nothing is written in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from scicvote.actes.papiers_registres import GENRES as REGISTRES
from scicvote.actes.papiers_registres import RELIURES, Demande
from scicvote.actes.pieces import logo_courant, octets_de, piece_de
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Fiche, ProcesVerbal
from scicvote.core.feuille_presence import feuille_presence
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.papier import Papier
from scicvote.core.proces_verbal import proces_verbal
from scicvote.documents.polices import manquants
from scicvote.documents.rendu import illisibles, rendre
from scicvote.store.depot import Depot

FEUILLE: Final = "feuille-presence"
PV: Final = "proces-verbal"
PV_A_SIGNER: Final = "proces-verbal-a-signer"
GENRES: Final = (FEUILLE, PV, PV_A_SIGNER, *REGISTRES, *RELIURES)
RIEN: Final = Demande()


def composer(depot: Depot, assemblee: int, genre: str, numero: int | None = None, demande: Demande = RIEN) -> Papier:
    """A paper of an assembly as a tree. ``numero``: minutes that rectify, by their number in the register; ``demande``:
    what some papers ask for besides.

    Raises KeyError for an assembly or a number that is not known, ValueError for a kind of paper that does not exist or
    is no tree (a binding), LookupError when the demand lacks what the paper needs.
    """
    dossier = depot.dossier
    ag = dossier.assemblees[assemblee]
    if genre == FEUILLE:
        return feuille_presence(dossier, ag)
    if genre in (PV, PV_A_SIGNER):
        return proces_verbal(dossier, ag, numero, a_signer=genre == PV_A_SIGNER)
    if genre in REGISTRES:
        return REGISTRES[genre].composer(dossier, ag, demande)
    raise ValueError(f"no paper named {genre!r}")


def imprimer(
    depot: Depot,
    assemblee: int,
    genre: str,
    instant: datetime,
    numero: int | None = None,
    demande: Demande = RIEN,
) -> tuple[bytes | None, tuple[Issue, ...]]:
    """The PDF of a paper, dated ``instant``, with what it cannot show; None when there is nothing to print."""
    empeche = tuple(_refus(depot, assemblee, genre, numero, demande))
    if empeche:
        return None, empeche
    if genre in RELIURES:
        from scicvote.actes.reliures import relier  # what binds PDFs is loaded with the first register

        return relier(depot, assemblee, genre, instant)
    if genre in (PV, PV_A_SIGNER):
        piece = piece_de(depot.dossier, depot.dossier.assemblees[assemblee], numero)
        if piece is not None:  # signed minutes are what was kept, byte for byte
            return octets_de(depot, piece)
    papier = replace(composer(depot, assemblee, genre, numero, demande), logo=logo_courant(depot))
    return rendre(papier, instant=instant), tuple(_illisibles(depot.dossier, papier))


def _refus(depot: Depot, assemblee: int, genre: str, numero: int | None, demande: Demande) -> Iterator[Issue]:
    """Why there is no such paper."""
    ag = depot.dossier.assemblee(assemblee)
    if genre not in GENRES:
        yield refus("PAPIER", f"«\u00a0{genre}\u00a0» n’est pas un papier d’assemblée.", chemin="genre")
    if ag is None:
        yield refus("ASSEMBLEE", f"Il n’y a pas d’assemblée n°\u00a0{assemblee}.", chemin="assemblee")
        return
    if genre in REGISTRES:
        yield from REGISTRES[genre].refuser(depot.dossier, ag, demande)
    dresses = [pv.numero for pv in ag.tous(ProcesVerbal)]
    if numero is not None and numero not in dresses:
        phrase = f"Le procès-verbal n°\u00a0{numero} n’est pas de cette assemblée."
        yield refus("PV", phrase, "C. com. R221-3", chemin="numero")
    elif genre == PV_A_SIGNER and not dresses:
        phrase = (
            "Le procès-verbal n’a pas encore son numéro au registre\u00a0: le dresser, puis l’imprimer pour signature."
        )
        yield refus("PV_NON_DRESSE", phrase, "C. com. R221-3", chemin="numero")


def _illisibles(dossier: Dossier, papier: Papier) -> Iterator[Issue]:
    """The characters that the fonts lack: by person where they are in a name, else for the paper as a whole."""
    tous = set(illisibles(papier))
    restants = set(tous)
    if not tous:
        return
    for personne in dossier.registre.au(date.max).personnes:
        absents = [c for c in manquants(_textes(personne.fiche)) if c in tous]
        if absents:
            phrase = f"{personne.nom_complet}\u00a0: {', '.join(absents)} ne s’imprime pas\u00a0; écrire ce nom en caractères latins sur sa fiche."
            yield avertissement("CARACTERE", phrase, "statuts 21-4", chemin=f"associes[{personne.numero}]")
            restants.difference_update(absents)
    if restants:
        yield avertissement("CARACTERE", f"Ne s’imprime pas\u00a0: {', '.join(sorted(restants))}.", chemin="papier")


def _textes(fiche: Fiche) -> str:
    """What papers print of a person."""
    return " ".join((fiche.nom, fiche.prenom, fiche.domicile, fiche.representant, fiche.qualite_representant))
