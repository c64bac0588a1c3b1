"""Papers of a sitting: attendance, minutes; what each is called, how it is composed, and why it may not be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from scicvote.actes.papiers_demande import PDF, Demande, Genre, simple
from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.faits import ProcesVerbal
from scicvote.core.feuille_presence import feuille_presence
from scicvote.core.issue import Issue, refus
from scicvote.core.papier import Papier
from scicvote.core.proces_verbal import proces_verbal

FEUILLE: Final = "feuille-presence"
PV: Final = "proces-verbal"
PV_A_SIGNER: Final = "proces-verbal-a-signer"


def _pv(dossier: Dossier, ag: Assemblee, demande: Demande) -> Papier:
    return proces_verbal(dossier, ag, demande.numero)


def _pv_a_signer(dossier: Dossier, ag: Assemblee, demande: Demande) -> Papier:
    return proces_verbal(dossier, ag, demande.numero, a_signer=True)


def _refus_pv(_dossier: Dossier, ag: Assemblee, demande: Demande) -> Iterator[Issue]:
    if demande.numero is not None and demande.numero not in {pv.numero for pv in ag.tous(ProcesVerbal)}:
        phrase = f"Le procès-verbal n°\u00a0{demande.numero} n’est pas de cette assemblée."
        yield refus("PV", phrase, "C. com. R221-3", chemin="numero")


@regle("C. com.", "R221-3")
def _refus_a_signer(dossier: Dossier, ag: Assemblee, demande: Demande) -> Iterator[Issue]:
    """Minutes are signed under the number that they have in the register."""
    yield from _refus_pv(dossier, ag, demande)
    if demande.numero is None and not ag.tous(ProcesVerbal):
        phrase = (
            "Le procès-verbal n’a pas encore son numéro au registre\u00a0: le dresser, puis l’imprimer pour signature."
        )
        yield refus("PV_NON_DRESSE", phrase, "C. com. R221-3", chemin="numero")


GENRES: Final[Mapping[str, Genre]] = {
    FEUILLE: Genre(
        "Feuille de présence", simple(feuille_presence), but="À faire signer à l’entrée, certifiée par le bureau."
    ),
    PV: Genre(
        "Procès-verbal", _pv, _refus_pv, but="Le récit de la séance et de ses votes, projet tant qu’il n’est pas signé."
    ),
    PV_A_SIGNER: Genre(
        "Procès-verbal à signer",
        _pv_a_signer,
        _refus_a_signer,
        formats=(PDF,),
        but="Le procès-verbal dressé, au net, pour être signé.",
    ),
}
