"""One thing that follows a vote: what is to be done, by which article, where it stands, and the act that does it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Resolution, SuiteNotee
from scicvote.core.francais import date_longue, de, guillemets
from scicvote.core.statuts import MORALE, Statuts


class EtatSuite(StrEnum):
    """Where it stands, as the facts say."""

    A_FAIRE = "a_faire"
    FAIT = "fait"
    SANS_OBJET = "sans_objet"


class Geste(StrEnum):
    """What does it."""

    MOUVEMENT = "mouvement"  # an entry of the register of movements, of the nature said
    MANDAT = "mandat"
    FIN_MANDAT = "fin_mandat"
    COLLEGES = "colleges"  # the colleges are constituted
    PRESIDENCE = "presidence"
    POIDS = "poids"  # another version of the statutes, with the weights that were voted
    STATUTS = "statuts"  # another version of the statutes, to be written
    REGISTRE = "registre"  # several entries of the register, by whoever makes them
    PRESENTER = "presenter"  # a college's candidate, to the election that is to come
    SECONDE = "seconde"  # another assembly is convened
    NOTER = "noter"  # done outside the file: only noted here


@dataclass(frozen=True, slots=True)
class SuiteVote:
    """``cle`` tells it from the others of its assembly; ``resolution`` is a lasting number, None for several of them.

    ``debut`` is the day that the act would carry (the first of a mandate, of which ``fin`` is the last), ``terme`` the
    last day that a text gives, ``des`` the first one on which it can be asked for.
    """

    cle: str
    resolution: int | None
    titre: str
    phrase: str
    articles: tuple[str, ...]
    etat: EtatSuite
    geste: Geste
    nature: str = ""  # of a movement
    associe: int | None = None
    college: str = ""
    parts: int = 0
    debut: date | None = None
    fin: date | None = None
    terme: date | None = None
    des: date | None = None
    cible: tuple[int, int] | None = None  # the assembly and the election where a candidate is presented
    poids: Mapping[str, Fraction] = field(default_factory=dict)  # in percent, by college: those that were voted


@dataclass(frozen=True)
class Vu:
    """A resolution that was decided, where it stands."""

    dossier: Dossier
    ag: Assemblee
    resolution: Resolution

    @property
    def statuts(self) -> Statuts:
        return self.dossier.statuts_au(self.ag.jour)

    @property
    def decision(self) -> str:
        return self.ag.decision(self.resolution.resolution)

    @property
    def adoptee(self) -> bool:
        return self.decision == "adoptee"

    @property
    def jour(self) -> str:
        """``12 juin 2026``: the day of the assembly."""
        return date_longue(self.ag.jour)

    def nom(self, associe: int) -> str:
        """``Prénom Nom`` of a person."""
        personne = self.dossier.registre.personne_au(associe, self.ag.jour)
        return personne.nom_complet if personne is not None else self.dossier.nom(associe)

    def de(self, associe: int) -> str:
        """``d’Alix Marronnier``; a denomination is quoted, for it comes without its article: ``de « Atelier Marmotte »``."""
        personne, nom = self.dossier.registre.personne_au(associe, self.ag.jour), self.nom(associe)
        simple = de(nom)
        cite = personne is not None and personne.fiche.personne == MORALE and simple.endswith(nom)
        return f"de {guillemets(nom)}" if cite else simple

    def cle(self, quoi: str, qui: object = "") -> str:
        """What tells a follow-up from the others of its assembly."""
        suite = f":{qui}" if qui != "" else ""
        return f"{quoi}:{self.resolution.resolution}{suite}"


def etat(fait: bool, *, sans_objet: bool = False) -> EtatSuite:
    """Done, without object, or still to do."""
    if fait:
        return EtatSuite.FAIT
    return EtatSuite.SANS_OBJET if sans_objet else EtatSuite.A_FAIRE


def notees(dossier: Dossier, assemblee: int) -> dict[str, SuiteNotee]:
    """What was noted of the follow-ups of an assembly, by key; a later note replaces an earlier one."""
    return {note.cle: note for note in dossier.tous(SuiteNotee) if note.assemblee == assemblee}


def avec_notes(dossier: Dossier, ag: Assemblee, suites: Iterable[SuiteVote]) -> Iterator[SuiteVote]:
    """The follow-ups with what was noted of them: a note says what the file cannot see, and contradicts no fact of it."""
    notes = notees(dossier, ag.numero)
    for suite in suites:
        note = notes.get(suite.cle)
        if note is None or suite.etat != EtatSuite.A_FAIRE:
            yield suite
            continue
        motif = f"\u00a0: {note.motif}" if note.motif else ""
        mot = "Fait" if note.etat == EtatSuite.FAIT else "Sans objet"
        yield replace(suite, etat=EtatSuite(note.etat), phrase=f"{mot} le {date_longue(note.jour)}{motif}.")
