"""The counts of a vote with those who wrote: added to the room's when it closes, taken off to show the room's again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.correspondance import CHOIX, en_salle, par_poste
from scicvote.core.exact import accord
from scicvote.core.faits import CorpsScrutin
from scicvote.core.francais import enumerer
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import Comptage, ComptageCorps, corps_attendus


@regle("C. com.", "L225-107")
def ajouter(vote: Vote, attendus: Iterable[str], salle: Comptage) -> dict[str, ComptageCorps]:
    """The counts of the room with those of the forms, body by body; bodies that do not vote here stay as they are."""
    complet = dict(salle)
    for code in attendus:
        poste = par_poste(vote, code)
        if poste.votants:
            complet[code] = _decaler(salle.get(code, ComptageCorps()), poste.pour, poste.contre, poste.abstention)
    return complet


def retrancher(vote: Vote, code: str, nombres: dict[str, int]) -> dict[str, int]:
    """The figures of a body (``pour``, ``contre``, ``abstention``…) without what the forms brought to it."""
    poste = par_poste(vote, code)
    return {nom: n - getattr(poste, nom) if nom in CHOIX else n for nom, n in nombres.items()}


def _decaler(compte: ComptageCorps, pour: int, contre: int, abstention: int) -> ComptageCorps:
    return replace(
        compte, pour=compte.pour + pour, contre=compte.contre + contre, abstention=compte.abstention + abstention
    )


def corps_en_salle(assemblee: Assemblee, vote: Vote) -> dict[str, CorpsScrutin]:
    """The bodies in which a vote is counted, as they are in the room: without those who wrote."""
    return {code: en_salle(vote, corps) for code, corps in corps_attendus(assemblee, vote).items()}


def dire(assemblee: Assemblee, vote: Vote, *, choix: bool) -> str:
    """``2 votes par correspondance (SB 1, PP 1) : 1 pour, 1 contre``; ``""`` where nobody wrote.

    ``choix``: with what they say, which a secret vote's papers leave out.
    """
    attendus = corps_attendus(assemblee, vote)
    postes = [par_poste(vote, code) for code in attendus]
    combien = sum(p.votants for p in postes)
    if not combien:
        return ""
    ou = [f"{p.college}\u00a0{p.votants}" for p in postes if p.votants and p.college != ENSEMBLE]
    phrase = accord(combien, "vote par correspondance", "votes par correspondance") + (
        f" ({', '.join(ou)})" if ou else ""
    )
    totaux = {nom: sum(getattr(p, nom) for p in postes) for nom in CHOIX}
    dits = [mot for nom, mot in _mots(totaux).items() if totaux[nom]]
    return f"{phrase}\u00a0: {enumerer(dits)}" if choix and dits else phrase


def _mots(totaux: dict[str, int]) -> dict[str, str]:
    return {
        "pour": f"{totaux['pour']}\u00a0pour",
        "contre": f"{totaux['contre']}\u00a0contre",
        "abstention": accord(totaux["abstention"], "abstention"),
    }
