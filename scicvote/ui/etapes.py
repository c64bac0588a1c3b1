"""The six steps of an assembly, or the five of a college's own file, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from scicvote.core.assemblee import Assemblee

ETAPES: Final = ("preparer", "convoquer", "emarger", "voter", "proclamer", "proces_verbal")
EN_COLLEGE: Final = ("emarger", "voter", "proclamer", "retour", "proces_verbal")  # in a college's own file


@dataclass(frozen=True, slots=True)
class Etape:
    """A step: its page's key, its word, and whether it is behind us."""

    cle: str
    mot: str
    faite: bool


def _mots() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "preparer": tr("etapes", "Préparer"),
        "convoquer": tr("etapes", "Convoquer"),
        "emarger": tr("etapes", "Émarger"),
        "voter": tr("etapes", "Voter"),
        "proclamer": tr("etapes", "Proclamer"),
        "retour": tr("etapes", "Retour"),
        "proces_verbal": tr("etapes", "Procès-verbal"),
    }


def mot_etape(cle: str) -> str:
    """The word of a step."""
    return _mots()[cle]


def etapes(ag: Assemblee) -> tuple[Etape, ...]:
    """The steps of an assembly in order."""
    from scicvote.core.faits import ProcesVerbal, Signature
    from scicvote.core.faits_college import RetourPrepare
    from scicvote.core.mission import mission_de

    cles = ETAPES if mission_de(ag) is None else EN_COLLEGE
    mots = _mots()
    faites = {
        "preparer": ag.verrouillee or ag.liste_arretee is not None,
        "convoquer": ag.verrouillee,
        "emarger": ag.ouverte,
        "voter": ag.close
        or (ag.ouverte and bool(ag.resolutions) and all(_decidee(ag, r.resolution) for r in ag.resolutions)),
        "proclamer": ag.close,
        "retour": bool(ag.tous(RetourPrepare)),
        "proces_verbal": bool(ag.tous(Signature)) and bool(ag.tous(ProcesVerbal)),
    }
    return tuple(Etape(cle, mots[cle], faites[cle]) for cle in cles)


def _decidee(ag: Assemblee, resolution: int) -> bool:
    votes = ag.votes_de(resolution)
    if not votes:
        return ag.retrait(resolution) is not None
    derniere = votes[-1].proclamation
    return derniere is not None and derniere.decision != "second_tour"


def etape_en_cours(ag: Assemblee) -> str:
    """The step where work goes on: the first that is not done, the last when all are."""
    suite = etapes(ag)
    return next((etape.cle for etape in suite if not etape.faite), suite[-1].cle)
