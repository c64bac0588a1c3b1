"""Who can be chosen in a field of a sitting: people of the list, of the room, as ``ChampAssocie`` offers them."""

from __future__ import annotations

from collections.abc import Iterable

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.liste import inscrits
from scicvote.core.statuts import MORALE
from scicvote.ui.widgets.champ_associe import Candidat


def candidats(dossier: Dossier, ag: Assemblee, numeros: Iterable[int]) -> tuple[Candidat, ...]:
    """These people, by name; a legal person with its representative, a college where the vote is by college."""
    personnes = dossier.registre.au(ag.jour).par_numero
    trouves = []
    for numero in numeros:
        personne = personnes.get(numero)
        if personne is None:
            continue
        code = pastille_colleges(ag, numero)
        detail = personne.fiche.representant if personne.fiche.personne == MORALE else ""
        trouves.append(Candidat(numero, personne.nom_registre, detail, code))
    return tuple(sorted(trouves, key=lambda candidat: candidat.libelle.casefold()))


def pastille_colleges(ag: Assemblee, associe: int) -> str:
    """The colleges of somebody of the list, as a pill shows them: ``SB``, ``SB+PP``; none when the vote is by heads."""
    return "+".join(filter(None, ag.colleges.get(associe, ()))) if ag.convocation.par_college else ""


def attendus(dossier: Dossier, ag: Assemblee) -> tuple[Candidat, ...]:
    """Who is on the list, can vote and is not in the room."""
    return candidats(dossier, ag, (n for n in inscrits(dossier, ag) if n not in ag.assistance.presents))


def presents(dossier: Dossier, ag: Assemblee) -> tuple[Candidat, ...]:
    """Who is in the room."""
    return candidats(dossier, ag, ag.assistance.presents)


def est_morale(dossier: Dossier, ag: Assemblee, numero: int | None) -> bool:
    """Whether somebody is a legal person, who comes through a representative."""
    personne = dossier.registre.au(ag.jour).par_numero.get(numero) if numero is not None else None
    return personne is not None and personne.fiche.personne == MORALE
