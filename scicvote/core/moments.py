"""Attendance at one moment of a sitting, body by body: what papers print as totals (statuts 21-4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.faits import (
    Cloture,
    Fait,
    FinFormulaire,
    FinPouvoir,
    FormulaireVote,
    Ouverture,
    PorteePouvoir,
    Pouvoir,
    Presence,
)
from scicvote.core.presence import Assistance, assister
from scicvote.core.scrutin import ENSEMBLE

_DATES: Final = Presence | Pouvoir | FinPouvoir | FinFormulaire  # what changes attendance at an hour of its own


@dataclass(frozen=True, slots=True)
class Effectif:
    """A body at one moment: associés on the list, those there in person, represented, by post; their parts and votes."""

    code: str
    associes: int
    presents: int
    representes: int
    parts: int  # of all its associés
    parts_presentes: int  # of those present, represented or by post
    voix: int  # of those present, represented or by post
    correspondants: int = 0  # those whose vote by post counts

    @property
    def total(self) -> int:
        """Present, represented or by post."""
        return self.presents + self.representes + self.correspondants


@regle("statuts", "21-4")
def assistance_a(assemblee: Assemblee, heure: datetime) -> Assistance:
    """Who was there and who was represented at an hour, arrivals and departures of that very hour included."""
    return assister(fait for fait in assemblee.seance if _deja(fait, heure))


def _deja(fait: Fait, heure: datetime) -> bool:
    if isinstance(fait, FormulaireVote):
        return fait.recu <= heure.date()
    return isinstance(fait, PorteePouvoir) or (isinstance(fait, _DATES) and fait.heure <= heure)


def heure_ouverture(assemblee: Assemblee) -> datetime | None:
    """The hour at which the sitting was opened; None before."""
    ouverture = assemblee.dernier(Ouverture)
    return ouverture.heure if ouverture else None


def heure_cloture(assemblee: Assemblee) -> datetime | None:
    """The hour at which the sitting was closed; None before."""
    cloture = assemblee.dernier(Cloture)
    return cloture.heure if cloture else None


def a_l_ouverture(assemblee: Assemblee) -> Assistance:
    """Attendance when the sitting opened; nobody before."""
    heure = heure_ouverture(assemblee)
    return assistance_a(assemblee, heure) if heure else Assistance()


def a_la_cloture(assemblee: Assemblee) -> Assistance:
    """Attendance when the sitting closed; as it is now before."""
    heure = heure_cloture(assemblee)
    if heure is None:
        return assemblee.assistance
    return assister(fait for fait in assemblee.seance if not _depart_final(fait, heure))


def _depart_final(fait: object, heure: datetime) -> bool:
    """Going home when the sitting closes, or after, changes nothing to who was there at its closing."""
    return isinstance(fait, Presence) and fait.sens == "depart" and fait.heure >= heure


def effectifs(contexte: Contexte, assistance: Assistance) -> tuple[Effectif, ...]:
    """Every body at one moment, in the order of the statutes."""
    return tuple(_effectif(contexte, code, assistance) for code in contexte.codes)


def _effectif(contexte: Contexte, code: str, assistance: Assistance) -> Effectif:
    lignes = {n: contexte.inscrits[n] for n in contexte.membres(code)}
    la_par_pouvoir = assistance.representes_en(code)
    presents = [ligne for n, ligne in lignes.items() if n in assistance.presents]
    representes = [ligne for n, ligne in lignes.items() if n in la_par_pouvoir]
    ecrits = [ligne for n, ligne in lignes.items() if n in assistance.formulaires]
    la = [*presents, *representes, *ecrits]
    return Effectif(
        code,
        len(lignes),
        len(presents),
        len(representes),
        sum(ligne.parts for ligne in lignes.values()),
        sum(ligne.parts for ligne in la),
        sum(ligne.voix for ligne in la),
        len(ecrits),
    )


def ensemble(contexte: Contexte, assistance: Assistance) -> Effectif:
    """All bodies together: everybody once, with their parts, whatever the number of their colleges; all their votes."""
    lignes, inscrits = effectifs(contexte, assistance), contexte.inscrits
    presents, representes = inscrits.keys() & assistance.presents, inscrits.keys() & assistance.representes
    ecrits = inscrits.keys() & assistance.formulaires
    return Effectif(
        ENSEMBLE,
        len(inscrits),
        len(presents),
        len(representes),
        sum(ligne.parts for ligne in inscrits.values()),
        sum(inscrits[n].parts for n in presents | representes | ecrits),
        sum(e.voix for e in lignes),
        len(ecrits),
    )


def participants(contexte: Contexte) -> set[int]:
    """Everybody on the list who was present, represented or by post at some time of the sitting."""
    vus = _la(a_l_ouverture(contexte.ag))
    for heure in _heures_suivantes(contexte.ag):
        vus |= _la(assistance_a(contexte.ag, heure))
    return {n for n in vus if n in contexte.inscrits}


def _la(assistance: Assistance) -> set[int]:
    return {*assistance.presents, *assistance.representes, *assistance.formulaires}


def _heures_suivantes(assemblee: Assemblee) -> Iterator[datetime]:
    """The hours after the opening at which attendance changed."""
    ouverture = heure_ouverture(assemblee)
    if ouverture is None:
        return
    faits = (f for f in assemblee.seance if isinstance(f, _DATES))
    yield from sorted({f.heure for f in faits if f.heure > ouverture})
