"""Bytes that the file keeps: the PDF of signed minutes, the logo of the letterhead; and whether they still are."""

from __future__ import annotations

from collections.abc import Iterator

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.faits import EnTete, PieceConservee, ProcesVerbal
from scicvote.core.issue import Issue, refus
from scicvote.store.depot import Depot, empreinte_octets


def logo_courant(depot: Depot) -> bytes | None:
    """The picture of the letterhead; None when there is none."""
    entete = depot.dossier.entete
    return depot.contenu(entete.logo) if entete is not None and entete.logo else None


def piece_de(dossier: Dossier, ag: Assemblee, numero: int | None = None) -> PieceConservee | None:
    """The PDF kept of an assembly's minutes, or of those that rectify them (``numero``); None before they are signed."""
    choisis = [pv for pv in ag.tous(ProcesVerbal) if (pv.rectifie is None if numero is None else pv.numero == numero)]
    return dossier.piece(choisis[0].registre, choisis[0].numero) if choisis else None


def octets_de(depot: Depot, piece: PieceConservee) -> tuple[bytes | None, tuple[Issue, ...]]:
    """The bytes of a kept PDF as they were; None, and why, when the file no longer holds them."""
    octets = depot.contenu(piece.empreinte)
    issue = _difference(octets, piece.empreinte, _designer(piece))
    return (octets, ()) if issue is None else (None, (issue,))


def differences(depot: Depot) -> Iterator[Issue]:
    """Every kept PDF or logo whose bytes are missing or are not those of its digest; and bytes that nothing names."""
    dossier = depot.dossier
    nommes = {piece.empreinte: _designer(piece) for piece in dossier.pieces}
    nommes |= {e.logo: ("logo de l’en-tête", "entete") for e in dossier.tous(EnTete) if e.logo}
    for empreinte, designation in nommes.items():
        issue = _difference(depot.contenu(empreinte), empreinte, designation)
        if issue is not None:
            yield issue
    for empreinte in sorted(depot.contenus() - nommes.keys()):
        phrase = f"le fichier garde un contenu ({empreinte[:12]}…) que rien ne cite."
        yield refus("CONTENU_INCONNU", phrase, chemin=f"contenu[{empreinte[:12]}]")


def _designer(piece: PieceConservee) -> tuple[str, str]:
    college = f" du collège {piece.registre}" if piece.registre else ""
    return f"PDF du procès-verbal n°\u00a0{piece.numero}{college}", f"piece_conservee[{piece.registre}{piece.numero}]"


def _difference(octets: bytes | None, empreinte: str, designation: tuple[str, str]) -> Issue | None:
    quoi, chemin = designation
    if octets is None:
        return refus("PIECE_ABSENTE", f"{quoi}\u00a0: il n’est plus dans le fichier.", "C. com. R221-3", chemin=chemin)
    if empreinte_octets(octets) != empreinte:
        phrase = f"{quoi}\u00a0: ses octets ne sont plus ceux qui ont été gardés\u00a0; restaurer une sauvegarde."
        return refus("PIECE_CHANGEE", phrase, "C. com. R221-3", chemin=chemin)
    return None
