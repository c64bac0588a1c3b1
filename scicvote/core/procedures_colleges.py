"""What the file knows of the colleges before a vote on them: who has members, which opinions were given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.college import codes_de
from scicvote.core.devoir_colleges import Devoir, devoir_gerance
from scicvote.core.dossier import Dossier
from scicvote.core.resolution import Objet


@dataclass(frozen=True, slots=True)
class AvisCollege:
    """The opinion of a college on a question that is about nobody."""

    titre: str
    jour: date
    favorable: bool

    @property
    def mot(self) -> str:
        return "favorable" if self.favorable else "défavorable"


def devoir(dossier: Dossier, ag: Assemblee) -> Devoir | None:
    """The request for the colleges and its figures, on the day of the assembly."""
    return devoir_gerance(dossier, ag.jour)


@regle("statuts", "25-1")
def peuples(dossier: Dossier, ag: Assemblee) -> tuple[str, ...]:
    """The codes of the colleges that have members on the day, in the order of the statutes."""
    statuts = dossier.statuts_au(ag.jour)
    associes = dossier.registre.au(ag.jour).associes
    membres = {code for p in associes for code in codes_de(statuts, p.categorie, p.fiche.personne)}
    return tuple(code for code in statuts.par_code if code in membres)


@regle("statuts", "22")
def avis_sans_personne(dossier: Dossier, ag: Assemblee) -> dict[str, AvisCollege]:
    """The latest opinion of each college on a question that is about nobody, given on the day or before.

    Opinions older than the last change of weights that was adopted were about that one.
    """
    avant = [a for a in dossier.assemblees.values() if a.jour <= ag.jour and a.numero != ag.numero]
    changements = [autre.jour for autre in avant for r in autre.resolutions if _change_les_poids(autre, r.resolution)]
    depuis = max(changements, default=date.min)
    rendus: dict[str, AvisCollege] = {}
    for autre in sorted((*avant, ag), key=lambda une: (une.jour, une.numero)):
        for r in autre.resolutions:
            decision, code = autre.decision(r.resolution), r.college or autre.convocation.college
            if r.objet == Objet.AVIS and r.concerne is None and decision and autre.jour > depuis:
                rendus[code] = AvisCollege(r.titre, autre.jour, decision == "adoptee")
    return rendus


def _change_les_poids(ag: Assemblee, resolution: int) -> bool:
    objet = ag.resolution_par_numero[resolution].objet
    return objet in (Objet.POIDS, Objet.NOUVEAU_COLLEGE) and ag.decision(resolution) == "adoptee"
