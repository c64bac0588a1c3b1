"""An assembly as one frozen value: what was prepared, who came, what was voted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final, TypeVar

from scicvote.core.exact import INSECABLE
from scicvote.core.faits import (
    AccordTotal,
    Amendement,
    Bureau,
    Candidature,
    Cloture,
    Compte,
    Convocation,
    CorpsScrutin,
    CorrespondanceScrutin,
    Debat,
    Deport,
    Depouillement,
    Envoi,
    Fait,
    FinFormulaire,
    FinPouvoir,
    FormulaireVote,
    LigneListe,
    ListeArretee,
    Ouverture,
    PorteePouvoir,
    Pouvoir,
    Presence,
    Proclamation,
    Resolution,
    RetraitResolution,
    Scrutin,
    ScrutinNul,
    Suspension,
    VoixCandidat,
)
from scicvote.core.presence import Assistance, assister
from scicvote.core.scrutin import ENSEMBLE

F = TypeVar("F", bound=Fait)


class Nature(StrEnum):
    """What kind of assembly (statuts 20, 24)."""

    ORDINAIRE = "ordinaire"  # annual
    ORDINAIRE_REUNIE = "ordinaire_extraordinairement"
    EXTRAORDINAIRE = "extraordinaire"
    MIXTE = "mixte"  # ordinary and extraordinary matters in one sitting
    COLLEGE = "college"


NATURES: Final[dict[str, str]] = {
    "ordinaire": "Assemblée générale ordinaire annuelle",
    "ordinaire_extraordinairement": "Assemblée générale ordinaire réunie extraordinairement",
    "extraordinaire": "Assemblée générale extraordinaire",
    "mixte": "Assemblée générale ordinaire et extraordinaire",
    "college": "Assemblée du collège",
}
ABREGES: Final[dict[str, str]] = {
    "ordinaire": "AG ordinaire",
    "ordinaire_extraordinairement": "AG ordinaire réunie extraordinairement",
    "extraordinaire": "AG extraordinaire",
    "mixte": "AG mixte",
    "college": "Assemblée du collège",
}
MOIS: Final = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def date_longue(jour: date) -> str:
    """``12 juin 2026``, ``1er mai 2026``, with no-break spaces."""
    quantieme = "1er" if jour.day == 1 else str(jour.day)
    return f"{quantieme}{INSECABLE}{MOIS[jour.month - 1]}{INSECABLE}{jour.year}"


@dataclass(frozen=True)
class Vote:
    """One scrutin with all that was recorded of it. Parts not yet reached are None or empty.

    ``personnes`` counts everybody once, where somebody votes in several colleges; None where the colleges add up.
    """

    scrutin: Scrutin
    corps: tuple[CorpsScrutin, ...] = ()
    depouillement: Depouillement | None = None
    comptes: tuple[Compte, ...] = ()
    voix: tuple[VoixCandidat, ...] = ()
    proclamation: Proclamation | None = None
    total_seul: tuple[str, ...] = ()  # the colleges that agreed that their own figures are not given
    personnes: CorpsScrutin | None = None
    correspondance: tuple[CorrespondanceScrutin, ...] = ()


_SEANCE: Final = Presence | Pouvoir | PorteePouvoir | FinPouvoir | FormulaireVote | FinFormulaire
_DERIVES: Final[dict[str, frozenset[type[Fait]]]] = {  # what is worked out once, and the facts that it rests on
    "resolutions": frozenset({Resolution}),
    "resolution_par_numero": frozenset({Resolution}),
    "liste": frozenset({LigneListe}),
    "colleges": frozenset({LigneListe}),
    "votes": frozenset(
        {
            Scrutin,
            CorpsScrutin,
            CorrespondanceScrutin,
            Depouillement,
            Compte,
            VoixCandidat,
            Proclamation,
            ScrutinNul,
            AccordTotal,
        }
    ),
}


def _au_dernier_dit(faits: Iterable[Fait]) -> tuple[Fait, ...]:
    """Facts where a proxy written again (what the chair decided of it) takes the place of its first writing."""
    ordre: dict[object, Fait] = {}
    for rang, fait in enumerate(faits):
        ordre[("pouvoir", fait.pouvoir) if isinstance(fait, Pouvoir) else rang] = fait
    return tuple(ordre.values())


def par_associe(lignes: Iterable[LigneListe]) -> dict[int, tuple[str, ...]]:
    """The colleges of each associé of a list, frozen or to be."""
    codes: dict[int, list[str]] = defaultdict(list)
    for ligne in lignes:
        codes[ligne.associe].append(ligne.college)
    return {associe: tuple(siens) for associe, siens in codes.items()}


@dataclass(frozen=True)
class Assemblee:
    """The facts of one assembly, by kind, and what they say together."""

    numero: int
    par_type: Mapping[type[Fait], tuple[Fait, ...]] = field(default_factory=dict)
    seance: tuple[Fait, ...] = ()  # arrivals, departures, proxies and forms in the order of their acts

    def avec(self, faits: Iterable[Fait]) -> Assemblee:
        """The assembly after these further facts."""
        nouveaux: dict[type[Fait], list[Fait]] = defaultdict(list)
        for fait in faits:
            nouveaux[type(fait)].append(fait)
        suite = {nature: (*self.par_type.get(nature, ()), *liste) for nature, liste in nouveaux.items()}
        mouvements = tuple(fait for fait in faits if isinstance(fait, _SEANCE))
        seance = (*self.seance, *mouvements)
        pouvoirs = suite.get(Pouvoir, ())
        redits = len({pouvoir.pouvoir for pouvoir in pouvoirs if isinstance(pouvoir, Pouvoir)}) < len(pouvoirs)
        if redits:
            suite[Pouvoir], seance = _au_dernier_dit(pouvoirs), _au_dernier_dit(seance)
        apres = Assemblee(self.numero, {**self.par_type, **suite}, seance)
        self._transmettre(apres, nouveaux.keys(), mouvements)
        if redits:
            vars(apres).pop("assistance", None)
        return apres

    def _transmettre(self, apres: Assemblee, nouveaux: Collection[type[Fait]], mouvements: tuple[Fait, ...]) -> None:
        """Hand on what was already worked out and what the new facts do not change: an act costs what it brings."""
        connus = vars(self)
        vars(apres).update({n: connus[n] for n, de in _DERIVES.items() if n in connus and de.isdisjoint(nouveaux)})
        if "assistance" in connus:
            vars(apres)["assistance"] = assister(mouvements, self.assistance) if mouvements else self.assistance

    def tous(self, nature: type[F]) -> tuple[F, ...]:
        """The facts of one kind, in the order of their acts."""
        return self.par_type.get(nature, ())  # type: ignore[return-value]

    def dernier(self, nature: type[F]) -> F | None:
        """The latest fact of one kind."""
        connus = self.tous(nature)
        return connus[-1] if connus else None

    # --- what was prepared

    @property
    def convocation(self) -> Convocation:
        """The notice as it stands. Every assembly begins with one."""
        return self.tous(Convocation)[-1]

    @property
    def jour(self) -> date:
        return self.convocation.heure.date()

    @property
    def titre(self) -> str:
        """``Assemblée générale ordinaire annuelle du 12 juin 2026``."""
        seconde = ", seconde consultation" if self.convocation.consultation == 2 else ""
        return f"{NATURES[self.convocation.nature]}{self._college} du {date_longue(self.jour)}{seconde}"

    @property
    def titre_court(self) -> str:
        """``AG ordinaire du 12 juin 2026``."""
        return f"{ABREGES[self.convocation.nature]}{self._college} du {date_longue(self.jour)}"

    @property
    def _college(self) -> str:
        return f" {self.convocation.college}" if self.convocation.college else ""

    @cached_property
    def resolutions(self) -> tuple[Resolution, ...]:
        """The agenda in its order, each point as last written, those taken off left out."""
        derniers = {resolution.resolution: resolution for resolution in self.tous(Resolution)}
        return tuple(sorted((r for r in derniers.values() if r.numero), key=lambda r: (r.numero, r.resolution)))

    @cached_property
    def resolution_par_numero(self) -> dict[int, Resolution]:
        """The points of the agenda by their lasting number (not their place)."""
        return {resolution.resolution: resolution for resolution in self.resolutions}

    @cached_property
    def liste(self) -> dict[int, LigneListe]:
        """The frozen list, by associé: of whoever votes in several colleges, the line of the first."""
        return {ligne.associe: ligne for ligne in reversed(self.tous(LigneListe))}

    @cached_property
    def colleges(self) -> dict[int, tuple[str, ...]]:
        """The colleges of each associé of the frozen list, in the order of the statutes."""
        return par_associe(self.tous(LigneListe))

    @property
    def liste_arretee(self) -> ListeArretee | None:
        return self.dernier(ListeArretee)

    def envois(self, objet: str) -> tuple[Envoi, ...]:
        """What left for the associés: ``convocation``, ``documents`` or ``convocation_speciale``."""
        return tuple(envoi for envoi in self.tous(Envoi) if envoi.objet == objet)

    @property
    def convoquee(self) -> bool:
        """The notices have left."""
        return bool(self.envois("convocation"))

    @property
    def verrouillee(self) -> bool:
        """The notices have left or the sitting is open: what was prepared is locked."""
        return self.convoquee or self.ouverte

    def candidats(self, resolution: int) -> tuple[Candidature, ...]:
        """The candidates of an election, in the order in which they were entered."""
        return tuple(c for c in self.tous(Candidature) if c.resolution == resolution)

    # --- the sitting

    @property
    def bureau(self) -> Bureau | None:
        return self.dernier(Bureau)

    @property
    def ouverte(self) -> bool:
        return bool(self.tous(Ouverture))

    @property
    def close(self) -> bool:
        return bool(self.tous(Cloture))

    @property
    def suspendue(self) -> bool:
        derniere = self.dernier(Suspension)
        return derniere is not None and derniere.sens == "suspension"

    @cached_property
    def assistance(self) -> Assistance:
        """Who is in the room and who holds which proxies, after the last act."""
        return assister(self.seance)

    def texte_de(self, resolution: Resolution) -> str:
        """The text as it is put to the vote: the last amendment, else the original."""
        amendements = [a for a in self.tous(Amendement) if a.resolution == resolution.resolution]
        return amendements[-1].texte if amendements else resolution.texte

    def amendements(self, resolution: int) -> tuple[Amendement, ...]:
        return tuple(a for a in self.tous(Amendement) if a.resolution == resolution)

    def retrait(self, resolution: int) -> RetraitResolution | None:
        return next((r for r in self.tous(RetraitResolution) if r.resolution == resolution), None)

    def debat(self, resolution: int) -> str:
        """The latest summary of the debates on a resolution."""
        textes = [d.texte for d in self.tous(Debat) if d.resolution == resolution]
        return textes[-1] if textes else ""

    def deports(self, resolution: int) -> tuple[Deport, ...]:
        return tuple(d for d in self.tous(Deport) if d.resolution == resolution)

    # --- votes

    @cached_property
    def votes(self) -> tuple[Vote, ...]:
        """Every scrutin with its bodies, counts and proclamation; a recount replaces the former counts.

        A scrutin that was cancelled or declared void is not among them: its round is held again.
        """
        nuls = {nul.scrutin for nul in self.tous(ScrutinNul)}
        return tuple(self._vote(scrutin) for scrutin in self.tous(Scrutin) if scrutin.scrutin not in nuls)

    def _vote(self, scrutin: Scrutin) -> Vote:
        numero = scrutin.scrutin
        figes = {c.college: c for c in self.tous(CorpsScrutin) if c.scrutin == numero}
        corps = tuple(figes.values())  # a return replaces the body of its college
        comptages = [d for d in self.tous(Depouillement) if d.scrutin == numero]
        comptes = {c.college: c for c in self.tous(Compte) if c.scrutin == numero}
        voix = {(v.college, v.candidat): v for v in self.tous(VoixCandidat) if v.scrutin == numero}
        proclamations = [p for p in self.tous(Proclamation) if p.scrutin == numero]
        ensemble = next((c for c in corps if c.college == ENSEMBLE), None) if len(corps) > 1 else None
        return Vote(
            scrutin,
            tuple(c for c in corps if c is not ensemble),
            comptages[-1] if comptages else None,
            tuple(comptes.values()),
            tuple(voix.values()),
            proclamations[-1] if proclamations else None,
            tuple(accord.college for accord in self.tous(AccordTotal) if accord.scrutin == numero),
            ensemble,
            tuple(c for c in self.tous(CorrespondanceScrutin) if c.scrutin == numero),
        )

    def vote(self, scrutin: int) -> Vote | None:
        """A scrutin by its number."""
        return next((vote for vote in self.votes if vote.scrutin.scrutin == scrutin), None)

    def votes_de(self, resolution: int, objet: str = "resolution") -> tuple[Vote, ...]:
        """The scrutins on a resolution, rounds in order."""
        return tuple(
            vote for vote in self.votes if vote.scrutin.resolution == resolution and vote.scrutin.objet == objet
        )

    @property
    def vote_ouvert(self) -> Vote | None:
        """The scrutin that is open and not yet counted."""
        return next((vote for vote in self.votes if vote.depouillement is None), None)

    def decision(self, resolution: int) -> str:
        """The decision last proclaimed on a resolution, ``retiree`` when it was withdrawn, or ``""``."""
        proclames = [vote.proclamation.decision for vote in self.votes_de(resolution) if vote.proclamation]
        if proclames:
            return proclames[-1]
        return "retiree" if self.retrait(resolution) else ""
