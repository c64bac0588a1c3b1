"""A cooperative's whole file as one frozen value: what its facts say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import (
    FAITS,
    Annulation,
    CapitauxPropres,
    Convocation,
    EnTete,
    EtatColleges,
    Fait,
    Fiche,
    FinMandat,
    Identite,
    Mandat,
    Mouvement,
    PieceConservee,
    PresidentCollege,
    ProcesVerbal,
    RepriseRegistre,
    SuiteNotee,
    VersionStatuts,
)
from scicvote.core.registre import Registre
from scicvote.core.statuts import Statuts

F = TypeVar("F", bound=Fait)

# Facts of the cooperative; some of them name the assembly that they come from, and are not of it.
_HORS_ASSEMBLEE: Final = frozenset(
    nature
    for nature in FAITS
    if "assemblee" not in nature.__annotations__ or nature in (Mouvement, Mandat, EtatColleges, SuiteNotee)
)


@dataclass(frozen=True)
class ActeFaits:
    """One act as the state sees it: its number and the facts that it wrote."""

    numero: int
    faits: tuple[Fait, ...]


@dataclass(frozen=True)
class Dossier:
    """The present state. ``avec`` gives the next one; nothing here is ever changed in place.

    ``statuts`` holds the parsed statutes of each ``VersionStatuts`` in the order of their facts: parsing is the
    border's affair, so whoever builds a Dossier gives them.
    """

    actes: tuple[ActeFaits, ...] = ()
    registre: Registre = field(default_factory=Registre)
    assemblees: Mapping[int, Assemblee] = field(default_factory=dict)
    autres: Mapping[type[Fait], tuple[Fait, ...]] = field(default_factory=dict)
    statuts_lus: tuple[tuple[date, Statuts], ...] = ()

    def tous(self, nature: type[F]) -> tuple[F, ...]:
        """The facts of one kind that belong to no assembly, in the order of their acts."""
        return self.autres.get(nature, ())  # type: ignore[return-value]

    def avec(self, acte: ActeFaits, statuts: Iterable[Statuts] = ()) -> Dossier:
        """The state after one more act. ``statuts``: the parsed text of each VersionStatuts among its facts."""
        annules = {fait.acte for fait in acte.faits if isinstance(fait, Annulation)}
        if annules:
            return _sans(self, annules)._ajouter(acte, tuple(statuts))
        return self._ajouter(acte, tuple(statuts))

    def _ajouter(self, acte: ActeFaits, statuts: tuple[Statuts, ...]) -> Dossier:
        par_type: dict[type[Fait], list[Fait]] = {}
        par_assemblee: dict[int, list[Fait]] = {}
        for fait in acte.faits:
            if type(fait) in _HORS_ASSEMBLEE:
                par_type.setdefault(type(fait), []).append(fait)
            else:
                par_assemblee.setdefault(fait.assemblee, []).append(fait)  # type: ignore[attr-defined]
        return Dossier(
            (*self.actes, acte),
            _registre(self.registre, par_type),
            _assemblees(self.assemblees, par_assemblee),
            _fusion(self.autres, par_type),
            (*self.statuts_lus, *zip(_effets(par_type), statuts, strict=True)),
        )

    # --- statutes, people, colleges

    @cached_property
    def statuts(self) -> Statuts:
        """The statutes of the latest version entered."""
        return self.statuts_lus[-1][1]

    def statuts_au(self, jour: date) -> Statuts:
        """The statutes in force on a day: the latest version whose day has come, else the first one."""
        en_vigueur = [statuts for effet, statuts in self.statuts_lus if effet <= jour]
        return en_vigueur[-1] if en_vigueur else self.statuts_lus[0][1]

    @property
    def identite(self) -> Identite | None:
        """The letterhead, when it was given."""
        connues = self.tous(Identite)
        return connues[-1] if connues else None

    @property
    def entete(self) -> EnTete | None:
        """Where to write and to call, and the logo, when they were given."""
        connus = self.tous(EnTete)
        return connus[-1] if connus else None

    @property
    def capitaux_propres(self) -> CapitauxPropres | None:
        """The net assets of the latest financial year that they are known of, as last given."""
        connus = {fait.exercice: fait for fait in self.tous(CapitauxPropres)}
        return connus[max(connus)] if connus else None

    def nom(self, associe: int, jour: date | None = None) -> str:
        """``Prénom Nom`` of a person, as known on ``jour`` (or by the latest entry)."""
        personne = self.registre.au(jour or date.max).par_numero.get(associe)
        return personne.nom_complet if personne else f"associé n°\u00a0{associe}"

    @regle("statuts", "18-2")
    def gerants(self, jour: date) -> tuple[int, ...]:
        """Who is a manager on ``jour``: mandates begun, not over, not ended early."""
        finis = [(fin.associe, fin.jour) for fin in self.tous(FinMandat)]
        en_cours = [
            mandat.associe
            for mandat in self.tous(Mandat)
            if mandat.debut <= jour <= mandat.fin
            and not any(a == mandat.associe and mandat.debut <= fin <= jour for a, fin in finis)
        ]
        return tuple(dict.fromkeys(en_cours))

    @regle("statuts", "25-3")
    def presidents(self, jour: date) -> dict[str, PresidentCollege]:
        """The president of each college on ``jour``."""
        return {fait.college: fait for fait in self.tous(PresidentCollege) if fait.jour <= jour}

    @property
    def etats_colleges(self) -> tuple[EtatColleges, ...]:
        """The recorded states of the colleges."""
        return self.tous(EtatColleges)

    def assemblee(self, numero: int) -> Assemblee | None:
        """An assembly by number."""
        return self.assemblees.get(numero)

    @cached_property
    def prochaine_assemblee(self) -> int:
        """A number that no assembly has had, abandoned ones included."""
        return max(self.prochain("assemblee", Convocation), max(self.assemblees, default=0) + 1)

    def prochain(self, champ: str, nature: type[Fait]) -> int:
        """A number that no fact of this kind has had in its ``champ``, annulled ones included."""
        vus = (getattr(fait, champ) for acte in self.actes for fait in acte.faits if type(fait) is nature)
        return max(vus, default=0) + 1

    @regle("C. com.", "R221-3")
    def prochain_proces_verbal(self, registre: str) -> int:
        """The next number of a register of minutes, without a gap, a paper register's last one included."""
        reprise = self.reprise(registre)
        avant = reprise.premier_numero - 1 if reprise else 0
        return max((pv.numero for pv in self.proces_verbaux(registre)), default=avant) + 1

    def proces_verbaux(self, registre: str) -> tuple[ProcesVerbal, ...]:
        """The minutes of a register ("" the general one), by number."""
        pvs = [pv for ag in self.assemblees.values() for pv in ag.tous(ProcesVerbal) if pv.registre == registre]
        return tuple(sorted(pvs, key=lambda pv: pv.numero))

    def reprise(self, registre: str) -> RepriseRegistre | None:
        """Where a register of minutes goes on from paper; None when it begins here."""
        return next((fait for fait in reversed(self.tous(RepriseRegistre)) if fait.registre == registre), None)

    @property
    def pieces(self) -> tuple[PieceConservee, ...]:
        """Every PDF of signed minutes that the file keeps."""
        return tuple(piece for ag in self.assemblees.values() for piece in ag.tous(PieceConservee))

    def piece(self, registre: str, numero: int) -> PieceConservee | None:
        """The PDF kept of signed minutes; None for minutes that are not signed, or were before PDFs were kept."""
        return next((piece for piece in self.pieces if (piece.registre, piece.numero) == (registre, numero)), None)

    def faits_de(self, numero: int) -> tuple[Fait, ...]:
        """The facts that one act wrote, annulled or not."""
        return next((acte.faits for acte in self.actes if acte.numero == numero), ())


def _effets(par_type: Mapping[type[Fait], list[Fait]]) -> list[date]:
    return [fait.effet for fait in par_type.get(VersionStatuts, ()) if isinstance(fait, VersionStatuts)]


def _registre(registre: Registre, par_type: Mapping[type[Fait], list[Fait]]) -> Registre:
    fiches = [fait for fait in par_type.get(Fiche, ()) if isinstance(fait, Fiche)]
    mouvements = [fait for fait in par_type.get(Mouvement, ()) if isinstance(fait, Mouvement)]
    return registre.avec(fiches, mouvements) if fiches or mouvements else registre


def _assemblees(connues: Mapping[int, Assemblee], nouveaux: Mapping[int, list[Fait]]) -> Mapping[int, Assemblee]:
    if not nouveaux:
        return connues
    suite = dict(connues)
    for numero, faits in nouveaux.items():
        suite[numero] = suite.get(numero, Assemblee(numero)).avec(faits)
    return suite


def _fusion(
    autres: Mapping[type[Fait], tuple[Fait, ...]], par_type: Mapping[type[Fait], list[Fait]]
) -> Mapping[type[Fait], tuple[Fait, ...]]:
    gardes = {nature: faits for nature, faits in par_type.items() if nature not in (Fiche, Mouvement)}
    if not gardes:
        return autres
    return {**autres, **{nature: (*autres.get(nature, ()), *faits) for nature, faits in gardes.items()}}


def _sans(dossier: Dossier, annules: set[int]) -> Dossier:
    """The state rebuilt without the facts of some acts; the acts themselves stay listed.

    Statutes are never among them (an act that enters statutes cannot be annulled), so they carry over unread.
    """
    deja = {fait.acte for acte in dossier.actes for fait in acte.faits if isinstance(fait, Annulation)}
    neuf = Dossier()
    lus = iter(statuts for _, statuts in dossier.statuts_lus)
    for acte in dossier.actes:
        vus = () if acte.numero in annules | deja else acte.faits
        versions = sum(isinstance(fait, VersionStatuts) for fait in vus)
        neuf = neuf._ajouter(ActeFaits(acte.numero, vus), tuple(next(lus) for _ in range(versions)))
    return Dossier(dossier.actes, neuf.registre, neuf.assemblees, neuf.autres, neuf.statuts_lus)


def composer(actes: Iterable[ActeFaits], statuts: Iterable[Statuts]) -> Dossier:
    """The state after many acts at once: facts are grouped first, so that a large file opens quickly."""
    liste = tuple(actes)
    annules = {fait.acte for acte in liste for fait in acte.faits if isinstance(fait, Annulation)}
    vivants = tuple(fait for acte in liste if acte.numero not in annules for fait in acte.faits)
    neuf = Dossier()._ajouter(ActeFaits(0, vivants), tuple(statuts))
    return Dossier(liste, neuf.registre, neuf.assemblees, neuf.autres, neuf.statuts_lus)
