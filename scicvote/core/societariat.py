"""How the membership changed over a period, category by category (statuts 14, loi 47-1775, décret 2015-1381)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.convocation import cloture_exercice
from scicvote.core.dossier import Dossier
from scicvote.core.registre import EtatRegistre, Registre
from scicvote.core.statuts import Statuts

CESSION = "cession"  # leaving by giving all one's parts


@dataclass(frozen=True, slots=True)
class Periode:
    """From ``debut`` to ``fin``, both included; ``exercice`` is the financial year, None for another period."""

    debut: date
    fin: date
    exercice: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Somebody enters a category, leaves one, or goes from one to another (``de`` and ``vers``, None for outside)."""

    associe: int
    jour: date
    de: str | None
    vers: str | None
    motif: str
    parts: int  # held before leaving, or on entering


@dataclass(frozen=True, slots=True)
class Ligne:
    """One category over the period: associés and subscribed parts at both ends, and what happened between."""

    categorie: str
    ouverture: int
    entrees: int
    sorties: int
    arrivees: int  # from another category
    departs: int  # to another category
    cloture: int
    parts_ouverture: int
    parts_cloture: int


@regle("statuts", "27")
def exercice_de(statuts: Statuts, assemblee: Assemblee) -> int:
    """The financial year that an assembly looks at: the one whose accounts are laid, else the last one closed."""
    if assemblee.convocation.exercice is not None:
        return assemblee.convocation.exercice
    jour = assemblee.jour
    return jour.year if cloture_exercice(statuts, jour.year) < jour else jour.year - 1


def periode_exercice(statuts: Statuts, exercice: int) -> Periode:
    """A financial year's days."""
    avant = cloture_exercice(statuts, exercice - 1)
    return Periode(avant + timedelta(days=1), cloture_exercice(statuts, exercice), exercice)


@dataclass(frozen=True)
class Evolution:
    """The register over a period."""

    dossier: Dossier
    periode: Periode

    @cached_property
    def ouverture(self) -> EtatRegistre:
        """The register on the eve of the period."""
        return self.dossier.registre.au(self.periode.debut - timedelta(days=1))

    @cached_property
    def cloture(self) -> EtatRegistre:
        """The register at the end of the last day."""
        return self.dossier.registre.au(self.periode.fin)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The categories of the statutes in their order, then those that only the register knows."""
        connus = tuple(self.dossier.statuts_au(self.periode.fin).categories_par_code)
        etats = (self.ouverture, self.cloture)
        vus = {p.categorie for etat in etats for p in etat.associes}
        vus |= {c for p in self.passages for c in (p.de, p.vers) if c is not None}
        vus |= {c for etat in etats for c, parts in etat.parts_par_categorie().items() if parts}
        return (*connus, *sorted(vus - {*connus}))

    @cached_property
    @regle("statuts", "14")
    def passages(self) -> tuple[Passage, ...]:
        """Who entered, left or changed category, day by day; what is undone the same day does not show."""
        return tuple(self._passages())

    def _passages(self) -> Iterator[Passage]:
        debut, fin = self.periode.debut, self.periode.fin
        mouvements = [m for m in self.dossier.registre.chronologie if debut <= m.jour <= fin]
        touches = {n for m in mouvements for n in (m.associe, m.tiers) if n is not None}
        registre = _restreint(self.dossier.registre, touches)
        avant = registre.au(debut - timedelta(days=1))
        for jour in sorted({m.jour for m in mouvements}):
            apres = registre.au(jour)
            yield from (p for n in sorted(touches) if (p := _passage(avant, apres, n)) is not None)
            avant = apres

    @cached_property
    @regle("loi 47-1775", "19 septies")
    def lignes(self) -> tuple[Ligne, ...]:
        """Every category: at the opening, in, out, between categories, at the closing."""
        avant = Counter(p.categorie for p in self.ouverture.associes)
        apres = Counter(p.categorie for p in self.cloture.associes)
        parts_avant, parts_apres = self.ouverture.parts_par_categorie(), self.cloture.parts_par_categorie()
        entrees = Counter(p.vers for p in self.passages if p.de is None)
        sorties = Counter(p.de for p in self.passages if p.vers is None)
        arrivees = Counter(p.vers for p in self.passages if None not in (p.de, p.vers))
        departs = Counter(p.de for p in self.passages if None not in (p.de, p.vers))
        return tuple(
            Ligne(c, avant[c], entrees[c], sorties[c], arrivees[c], departs[c], apres[c],
                  parts_avant.get(c, 0), parts_apres.get(c, 0))
            for c in self.codes
        )  # fmt: skip

    @property
    @regle("statuts", "14")
    def sorties(self) -> tuple[Passage, ...]:
        """Who lost the quality of associé."""
        return tuple(passage for passage in self.passages if passage.vers is None)


def _restreint(registre: Registre, touches: set[int]) -> Registre:
    """The part of a register that tells these persons' story: theirs, and those with whom they exchanged parts."""
    mouvements = tuple(m for m in registre.mouvements if m.associe in touches or m.tiers in touches)
    nommes = touches | {n for m in mouvements for n in (m.associe, m.tiers) if n is not None}
    return Registre(tuple(f for f in registre.fiches if f.associe in nommes), mouvements)


def _passage(avant: EtatRegistre, apres: EtatRegistre, associe: int) -> Passage | None:
    """What a day changed to one person's quality; None when it changed nothing."""
    hier, ce_soir = avant.par_numero[associe], apres.par_numero[associe]
    de = hier.categorie if hier.est_associe else None
    vers = ce_soir.categorie if ce_soir.est_associe else None
    if de == vers:
        return None
    return Passage(associe, apres.jour, de, vers, ce_soir.motif_sortie, ce_soir.parts if de is None else hier.parts)
