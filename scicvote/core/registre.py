"""The register of associés: a list of dated movements, read as of any date (statuts 12 to 17)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from scicvote.core.article import regle
from scicvote.core.faits import Fiche, Mouvement


class NatureMouvement(StrEnum):
    """What an entry of the register records."""

    REPRISE = "reprise"  # taken over from an earlier register: admitted, subscribed and paid on that day
    CANDIDATURE = "candidature"
    AVIS_COLLEGE = "avis_college"
    ADMISSION = "admission"
    SOUSCRIPTION = "souscription"
    LIBERATION = "liberation"
    CESSION = "cession"  # ``parts`` go from ``associe`` to ``tiers``
    CHANGEMENT_CATEGORIE = "changement_categorie"
    OPERATION = "operation"  # an operation or a mission: keeps the quality alive (statuts 14)
    DEMISSION = "demission"
    DECES = "deces"
    EXCLUSION = "exclusion"
    FIN_CONTRAT = "fin_contrat"
    INACTIVITE = "inactivite"
    CONSTAT = "constat"
    REMBOURSEMENT = "remboursement"
    RECTIFICATION = "rectification"  # a signed number of parts, to correct an entry


SORTIES: Final = frozenset(
    {
        NatureMouvement.DEMISSION,
        NatureMouvement.DECES,
        NatureMouvement.EXCLUSION,
        NatureMouvement.FIN_CONTRAT,
        NatureMouvement.INACTIVITE,
        NatureMouvement.CONSTAT,
    }
)

LIBELLES: Final[dict[str, str]] = {
    "reprise": "Reprise du registre antérieur",
    "candidature": "Candidature",
    "avis_college": "Avis du collège",
    "admission": "Admission",
    "souscription": "Souscription de parts",
    "liberation": "Libération de parts",
    "cession": "Cession de parts",
    "changement_categorie": "Changement de catégorie",
    "operation": "Opération ou mission",
    "demission": "Démission",
    "deces": "Décès",
    "exclusion": "Exclusion",
    "fin_contrat": "Fin du contrat de travail",
    "inactivite": "Deux ans sans opération ni mission",
    "constat": "Constat de la gérance",
    "remboursement": "Remboursement de parts",
    "rectification": "Rectification",
}


@dataclass(frozen=True, slots=True)
class Associe:
    """A person as the register shows them on one day.

    ``parts`` are subscribed and held, ``liberees`` paid up; ``entree`` is the day from which they are an associé (None
    while their parts are not paid), ``sortie`` the day on which they ceased to be.
    """

    numero: int
    fiche: Fiche
    categorie: str
    parts: int = 0
    liberees: int = 0
    entree: date | None = None
    sortie: date | None = None
    motif_sortie: str = ""
    admission: date | None = None
    derniere_operation: date | None = None

    @property
    def nom_complet(self) -> str:
        """``Prénom Nom`` of a natural person, the denomination of a legal one."""
        return nom_complet(self.fiche)

    @property
    def nom_registre(self) -> str:
        """``Nom Prénom``, as registers sort."""
        return f"{self.fiche.nom} {self.fiche.prenom}".strip()

    @property
    def est_associe(self) -> bool:
        """Admitted, parts paid, quality not lost."""
        return self.entree is not None and self.sortie is None


@dataclass(slots=True)
class _Compte:
    """The running state of one person while their movements are read."""

    categorie: str = ""
    parts: int = 0
    liberees: int = 0
    admission: date | None = None
    entree: date | None = None
    sortie: date | None = None
    motif: str = ""
    operation: date | None = None

    def jouer(self, mouvement: Mouvement, parts: int) -> None:
        nature = mouvement.nature
        if mouvement.categorie:
            self.categorie = mouvement.categorie
        if nature in SORTIES:
            self._sortir(mouvement)
        elif nature == NatureMouvement.REPRISE:
            self._reprendre(mouvement, parts)
        elif nature == NatureMouvement.ADMISSION:
            self.admission, self.sortie, self.motif = mouvement.jour, None, ""
        elif nature == NatureMouvement.OPERATION:
            self.operation = mouvement.jour
        self._compter(nature, parts)
        self._vider(mouvement)
        self._entrer(mouvement.jour)

    def _reprendre(self, mouvement: Mouvement, parts: int) -> None:
        self.admission = self.admission or mouvement.jour
        self.sortie, self.motif = None, ""
        self.parts += parts
        self.liberees += parts

    def _compter(self, nature: str, parts: int) -> None:
        if nature == NatureMouvement.SOUSCRIPTION:
            self.parts += parts
        elif nature == NatureMouvement.LIBERATION:
            self.liberees += parts
        elif nature in (NatureMouvement.CESSION, NatureMouvement.RECTIFICATION):
            self.parts += parts
            self.liberees += parts

    def _vider(self, mouvement: Mouvement) -> None:
        """Nobody is an associé without parts: giving them all is leaving; corrected to none, one was not there."""
        if self.entree is None or self.parts > 0:
            return
        if mouvement.nature == NatureMouvement.CESSION:
            self._sortir(mouvement)
        elif mouvement.nature == NatureMouvement.RECTIFICATION:
            self.entree = None

    def _entrer(self, jour: date) -> None:
        if self.entree is None and self.sortie is None and self.admission is not None and self.liberees > 0:
            self.entree = jour

    def _sortir(self, mouvement: Mouvement) -> None:
        """Lost quality cancels the parts (statuts 11): they become a debt, reimbursed later."""
        self.sortie, self.motif = mouvement.jour, mouvement.nature
        self.parts = self.liberees = 0
        self.admission = self.entree = None


@dataclass(frozen=True)
class EtatRegistre:
    """The register as of one day: everybody it knows then, in the order of their numbers."""

    jour: date
    personnes: tuple[Associe, ...]

    @cached_property
    def associes(self) -> tuple[Associe, ...]:
        """The associés of that day."""
        return tuple(personne for personne in self.personnes if personne.est_associe)

    @cached_property
    def par_numero(self) -> dict[int, Associe]:
        """Everybody, by number."""
        return {personne.numero: personne for personne in self.personnes}

    @cached_property
    def parts(self) -> int:
        """Parts subscribed on that day: times the value of a part, the capital."""
        return sum(personne.parts for personne in self.personnes)

    def parts_par_categorie(self) -> dict[str, int]:
        """Parts subscribed, by category."""
        totaux: dict[str, int] = defaultdict(int)
        for personne in self.personnes:
            totaux[personne.categorie] += personne.parts
        return dict(totaux)


@dataclass(frozen=True)
class Registre:
    """All that was ever entered: identities and movements, in the order of their acts."""

    fiches: tuple[Fiche, ...] = ()
    mouvements: tuple[Mouvement, ...] = ()
    _etats: dict[date, EtatRegistre] = field(default_factory=dict, compare=False, repr=False)

    def avec(self, fiches: Iterable[Fiche], mouvements: Iterable[Mouvement]) -> Registre:
        """The register after these further facts."""
        return Registre((*self.fiches, *fiches), (*self.mouvements, *mouvements))

    @cached_property
    def prochain_numero(self) -> int:
        """A number that no person has had."""
        return max((fiche.associe for fiche in self.fiches), default=0) + 1

    @cached_property
    def chronologie(self) -> tuple[Mouvement, ...]:
        """Movements by day, then as they were entered."""
        return tuple(sorted(self.mouvements, key=lambda mouvement: mouvement.jour))

    @cached_property
    def _par_associe(self) -> dict[int, list[Mouvement]]:
        par_associe: dict[int, list[Mouvement]] = defaultdict(list)
        for mouvement in self.chronologie:
            for numero in {mouvement.associe, mouvement.tiers} - {None}:
                par_associe[numero].append(mouvement)  # type: ignore[index]
        return dict(par_associe)

    @cached_property
    def _fiches_de(self) -> dict[int, list[Fiche]]:
        fiches: dict[int, list[Fiche]] = defaultdict(list)
        for fiche in self.fiches:
            fiches[fiche.associe].append(fiche)
        return dict(fiches)

    def mouvements_de(self, associe: int) -> tuple[Mouvement, ...]:
        """The movements of one person, transfers received included, by day."""
        return tuple(self._par_associe.get(associe, ()))

    @regle("statuts", "12", "14")
    def personne_au(self, associe: int, jour: date) -> Associe | None:
        """One person as ``au`` shows them, read from their own entries alone; None for somebody unknown."""
        siennes = self._fiches_de.get(associe)
        if siennes is None:
            return None
        compte = _Compte()
        for mouvement in self._par_associe.get(associe, ()):
            if mouvement.jour > jour:
                break
            _jouer(compte, mouvement, associe)
        return _associe(associe, Registre(tuple(siennes))._fiches_au(jour)[associe], compte)

    @regle("statuts", "12", "14")
    def au(self, jour: date) -> EtatRegistre:
        """The register as of the end of ``jour``.

        One becomes an associé when the parts are paid (statuts 12) after the admission (13); whoever loses the quality
        (14) stays in the register with the day and the reason.
        """
        if jour not in self._etats:
            self._etats[jour] = self._etat(jour)
        return self._etats[jour]

    def _etat(self, jour: date) -> EtatRegistre:
        fiches = self._fiches_au(jour)
        comptes: dict[int, _Compte] = {numero: _Compte() for numero in fiches}
        for mouvement in self.chronologie:
            if mouvement.jour > jour:
                break
            self._jouer(comptes, mouvement)
        return EtatRegistre(jour, tuple(_associe(n, fiches[n], comptes[n]) for n in sorted(fiches)))

    def _fiches_au(self, jour: date) -> dict[int, Fiche]:
        """The latest identity of each person; their first one when all are dated later."""
        fiches: dict[int, Fiche] = {}
        for fiche in sorted(self.fiches, key=lambda fiche: fiche.effet):
            if fiche.effet <= jour or fiche.associe not in fiches:
                fiches[fiche.associe] = fiche
        return fiches

    @staticmethod
    def _jouer(comptes: dict[int, _Compte], mouvement: Mouvement) -> None:
        _jouer(comptes[mouvement.associe], mouvement, mouvement.associe)
        if mouvement.nature == NatureMouvement.CESSION and mouvement.tiers is not None:
            _jouer(comptes[mouvement.tiers], mouvement, mouvement.tiers)

    @cached_property
    def parts_au_plus_haut(self) -> tuple[int, date | None]:
        """The greatest number of parts ever held at the end of a day, and the first such day."""
        plus_haut, quand = 0, None
        suite = self.chronologie
        for i, (mouvement, total) in enumerate(self.soldes()):
            dernier_du_jour = i + 1 == len(suite) or suite[i + 1].jour != mouvement.jour
            if dernier_du_jour and total > plus_haut:
                plus_haut, quand = total, mouvement.jour
        return plus_haut, quand

    def soldes(self) -> Iterator[tuple[Mouvement, int]]:
        """Every movement by day, with the number of parts held by all after it."""
        comptes: dict[int, _Compte] = defaultdict(_Compte)
        total = 0
        for mouvement in self.chronologie:
            avant = comptes[mouvement.associe].parts + (comptes[mouvement.tiers].parts if mouvement.tiers else 0)
            self._jouer(comptes, mouvement)
            total += comptes[mouvement.associe].parts - avant
            total += comptes[mouvement.tiers].parts if mouvement.tiers else 0
            yield mouvement, total


def nom_complet(fiche: Fiche) -> str:
    """``Prénom Nom`` of a natural person, the denomination of a legal one, as an entry has it."""
    return f"{fiche.prenom} {fiche.nom}".strip()


def _jouer(compte: _Compte, mouvement: Mouvement, pour: int) -> None:
    """What an entry does to one of its two persons: parts that are given, or those that are received."""
    if mouvement.nature != NatureMouvement.CESSION:
        if pour == mouvement.associe:
            compte.jouer(mouvement, mouvement.parts)
    elif pour == mouvement.associe:
        compte.jouer(mouvement, -mouvement.parts)
    else:
        recu = Mouvement(pour, mouvement.jour, mouvement.nature, 0, "", None, None, "")
        compte.jouer(recu, mouvement.parts)


def _associe(numero: int, fiche: Fiche, compte: _Compte) -> Associe:
    return Associe(
        numero,
        fiche,
        compte.categorie,
        compte.parts,
        compte.liberees,
        compte.entree,
        compte.sortie,
        compte.motif,
        compte.admission,
        compte.operation,
    )
