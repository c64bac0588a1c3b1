"""Papers of a secret vote: ballots, tally sheets; what each is called, how it is composed, and why it may not be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from scicvote.actes.papiers_demande import COLLEGE, Demande, Genre
from scicvote.core.assemblee import Assemblee
from scicvote.core.bulletins_vote import bulletins_vote, controler_bulletins
from scicvote.core.dossier import Dossier
from scicvote.core.feuille_depouillement import feuille_depouillement
from scicvote.core.issue import Issue
from scicvote.core.papier import Papier

BULLETINS: Final = "bulletins"
DEPOUILLEMENT: Final = "feuille-depouillement"


def _bulletins(dossier: Dossier, ag: Assemblee, demande: Demande) -> Papier:
    return bulletins_vote(dossier, ag, demande.resolutions)


def _depouillement(dossier: Dossier, ag: Assemblee, demande: Demande) -> Papier:
    return feuille_depouillement(dossier, ag, demande.resolutions)


def _refus(dossier: Dossier, ag: Assemblee, demande: Demande) -> Iterator[Issue]:
    return controler_bulletins(dossier, ag, demande.resolutions)


GENRES: Final[Mapping[str, Genre]] = {
    BULLETINS: Genre(
        "Bulletins de vote",
        _bulletins,
        _refus,
        portee=COLLEGE,
        but="À découper pour les scrutins secrets, une pile par collège.",
    ),
    DEPOUILLEMENT: Genre(
        "Feuille de dépouillement",
        _depouillement,
        _refus,
        portee=COLLEGE,
        but="Où les scrutateurs comptent les bulletins, un collège par page.",
    ),
}
