"""Attendance: who is in the room, who is represented by whom, at one moment (statuts 21-4, 23, 26)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from scicvote.core.article import regle
from scicvote.core.faits import Fait, FinFormulaire, FinPouvoir, FormulaireVote, PorteePouvoir, Pouvoir, Presence
from scicvote.core.scrutin import ENSEMBLE


@dataclass(frozen=True, slots=True)
class Chute:
    """A proxy that fell: when, and why, in French."""

    pouvoir: Pouvoir
    heure: datetime
    motif: str


@dataclass(frozen=True, slots=True)
class ChuteFormulaire:
    """A vote by post that fell: when, and why, in French."""

    formulaire: FormulaireVote
    heure: datetime
    motif: str


@dataclass(frozen=True)
class Assistance:
    """Attendance after a run of arrivals, departures and proxies.

    ``presents`` maps an associé in the room to their arrival; ``pouvoirs`` are those that stand, whether or not their
    holder has come yet; ``portees`` the only colleges for which one stands, where it does not for all.
    """

    presents: dict[int, Presence] = field(default_factory=dict)
    pouvoirs: dict[int, Pouvoir] = field(default_factory=dict)
    chutes: tuple[Chute, ...] = ()
    vus: dict[int, Presence] = field(default_factory=dict)  # everybody who came at some time, first arrival

    portees: dict[int, tuple[str, ...]] = field(default_factory=dict)
    formulaires: dict[int, FormulaireVote] = field(default_factory=dict)  # votes by post in force, by giver
    chutes_formulaires: tuple[ChuteFormulaire, ...] = ()

    @property
    def comptent(self) -> tuple[Pouvoir, ...]:
        """The proxies that count now: the holder is in the room, or is a spouse who signs without being an associé."""
        return tuple(
            pouvoir
            for pouvoir in self.pouvoirs.values()
            if pouvoir.mandant not in self.presents
            and (pouvoir.mandataire is None or pouvoir.mandataire in self.presents)
        )

    @property
    def representes(self) -> dict[int, Pouvoir]:
        """Givers whose proxy counts now, for one college at least, with the first of their proxies that does."""
        return {pouvoir.mandant: pouvoir for pouvoir in reversed(self.comptent)}

    def representes_en(self, code: str) -> dict[int, Pouvoir]:
        """Givers who are represented in a college, with the proxy that counts there; in the whole for ``*``."""
        if code == ENSEMBLE:
            return self.representes
        return {p.mandant: p for p in reversed(self.comptent) if self.vaut_en(p.pouvoir, code)}

    def vaut_en(self, pouvoir: int, code: str) -> bool:
        """Whether a proxy stands for a college: it was given for that one, or without naming any."""
        return code in self.portees.get(pouvoir, (code,))

    def voix_de(self, associe: int) -> tuple[int, ...]:
        """Those for whom a person in the room votes: themselves and their givers."""
        portes = dict.fromkeys(p.mandant for p in self.comptent if p.mandataire == associe)
        return (associe, *portes) if associe in self.presents else ()


@dataclass(slots=True)
class _Salle:
    presents: dict[int, Presence] = field(default_factory=dict)
    pouvoirs: dict[int, Pouvoir] = field(default_factory=dict)
    chutes: list[Chute] = field(default_factory=list)
    vus: dict[int, Presence] = field(default_factory=dict)
    portees: dict[int, tuple[str, ...]] = field(default_factory=dict)
    formulaires: dict[int, FormulaireVote] = field(default_factory=dict)
    chutes_formulaires: list[ChuteFormulaire] = field(default_factory=list)

    def passer(self, presence: Presence) -> None:
        qui = presence.associe
        if presence.sens == "arrivee":
            self.presents[qui] = presence
            self.vus.setdefault(qui, presence)
            self._tomber(lambda p: p.mandant == qui, presence.heure, "le mandant est arrivé")
            self._ecarter(self.formulaires.get(qui), presence.heure, "venu en personne")
        elif self.presents.pop(qui, None) is not None:
            self._tomber(lambda p: p.mandataire == qui, presence.heure, "le mandataire est parti")

    def finir(self, fin: FinPouvoir) -> None:
        self._tomber(lambda p: p.pouvoir == fin.pouvoir, fin.heure, fin.motif)

    def finir_formulaire(self, fin: FinFormulaire) -> None:
        formulaire = next((f for f in self.formulaires.values() if f.formulaire == fin.formulaire), None)
        self._ecarter(formulaire, fin.heure, fin.motif)

    def _ecarter(self, formulaire: FormulaireVote | None, heure: datetime, motif: str) -> None:
        if formulaire is not None:
            del self.formulaires[formulaire.associe]
            self.chutes_formulaires.append(ChuteFormulaire(formulaire, heure, motif))

    def _tomber(self, quels: Callable[[Pouvoir], bool], heure: datetime, motif: str) -> None:
        tombes = [pouvoir for pouvoir in self.pouvoirs.values() if quels(pouvoir)]
        for pouvoir in tombes:
            del self.pouvoirs[pouvoir.pouvoir]
            self.chutes.append(Chute(pouvoir, heure, motif))


@regle("statuts", "21-4", "23", "26")
@regle("C. com.", "L223-28", "L225-107")
def assister(evenements: Iterable[Fait], depuis: Assistance | None = None) -> Assistance:
    """Play arrivals, departures, proxies and votes by post in the order in which they were recorded.

    A proxy counts while its holder is in the room and its giver is not; it falls for good when its holder leaves or
    its giver arrives; so does a vote by post. A representative makes a legal person present, not represented. ``depuis`` is what earlier
    ones came to: the room is empty without it.
    """
    salle = (
        _Salle()
        if depuis is None
        else _Salle(
            dict(depuis.presents),
            dict(depuis.pouvoirs),
            list(depuis.chutes),
            dict(depuis.vus),
            dict(depuis.portees),
            dict(depuis.formulaires),
            list(depuis.chutes_formulaires),
        )
    )
    for evenement in evenements:
        if isinstance(evenement, Presence):
            salle.passer(evenement)
        elif isinstance(evenement, Pouvoir):
            salle.pouvoirs[evenement.pouvoir] = evenement
        elif isinstance(evenement, PorteePouvoir):
            salle.portees[evenement.pouvoir] = evenement.colleges
        elif isinstance(evenement, FinPouvoir):
            salle.finir(evenement)
        elif isinstance(evenement, FormulaireVote):
            salle.formulaires[evenement.associe] = evenement
        elif isinstance(evenement, FinFormulaire):
            salle.finir_formulaire(evenement)
    return Assistance(
        salle.presents,
        salle.pouvoirs,
        tuple(salle.chutes),
        salle.vus,
        salle.portees,
        salle.formulaires,
        tuple(salle.chutes_formulaires),
    )
