"""What follows a request for the colleges: the duty of the management, and the assembly that constitutes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scicvote.core.a_faire import dernier_exercice
from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.college import DEMANDES, etat_colleges
from scicvote.core.convocation import cloture_exercice
from scicvote.core.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Devoir:
    """Whether the management must put a project to an extraordinary assembly, with the figures that say so.

    ``effectif`` is the number of associés on the day, ``seuil`` the number that they must exceed (None: none), and
    ``clotures`` that number on the last closing days, the latest first. ``depuis`` is the day of the request.
    """

    depuis: date
    effectif: int
    seuil: int | None
    clotures: tuple[tuple[date, int], ...]
    article: str

    @property
    def du(self) -> bool:
        """More than so many associés, on the day and on every closing day that counts."""
        if self.seuil is None:
            return True
        return all(nombre > self.seuil for nombre in (self.effectif, *(n for _, n in self.clotures)))


@regle("statuts", "25-1")
def devoir_gerance(dossier: Dossier, jour: date) -> Devoir | None:
    """The duty on ``jour``; None while the colleges are not requested, or once they are constituted.

    « Plus de quinze associés depuis plus d'un exercice » is read on the day and on the closing days of the last
    financial years, one more than the number that the statutes say. A cooperative without that past has no such duty.
    """
    fait = etat_colleges(dossier.etats_colleges, jour)
    if fait is None or fait.etat != DEMANDES:
        return None
    statuts = dossier.statuts_au(jour)
    exercice = dernier_exercice(dossier, jour)
    annees = range(exercice or jour.year - 1, (exercice or jour.year - 1) - statuts.constitution.exercices - 1, -1)
    jours = [cloture_exercice(statuts, annee) for annee in annees]
    return Devoir(
        fait.jour,
        len(dossier.registre.au(jour).associes),
        statuts.constitution.associes_plus_de,
        tuple((cloture, len(dossier.registre.au(cloture).associes)) for cloture in jours),
        statuts.article("constitution", defaut="statuts 25-1"),
    )


@regle("statuts", "25-1")
def a_constitue(assemblee: Assemblee) -> bool:
    """Whether an assembly adopted the constitution of the colleges."""
    return any(r.objet == "colleges" and assemblee.decision(r.resolution) == "adoptee" for r in assemblee.resolutions)


def constituantes(dossier: Dossier) -> tuple[Assemblee, ...]:
    """The assemblies that adopted it, the latest first."""
    adoptantes = [ag for ag in dossier.assemblees.values() if a_constitue(ag)]
    return tuple(sorted(adoptantes, key=lambda ag: ag.convocation.heure, reverse=True))
