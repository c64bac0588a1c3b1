"""What is proposed when an assembly begins to be prepared: how it votes and why, who calls it (statuts 22, 25, 26)."""

from __future__ import annotations

from datetime import date

from scicvote.core.article import citer, regle
from scicvote.core.assemblee import Nature, date_longue
from scicvote.core.college import CONSTITUES, DEMANDES, etat_colleges
from scicvote.core.demandes_assemblee import A_LA_DEMANDE
from scicvote.core.dossier import Dossier
from scicvote.core.francais import enumerer


@regle("statuts", "22", "25-1", "26")
def vote_par_college(dossier: Dossier, jour: date, nature: str) -> bool:
    """Whether the assembly votes by college: as the state of the colleges says; a college itself votes by heads."""
    statuts = dossier.statuts_au(jour)
    if nature == Nature.COLLEGE or not statuts.vote_possible_par_college or not statuts.colleges:
        return False
    etat = etat_colleges(dossier.etats_colleges, jour)
    return statuts.vote.colleges == "toujours" or (etat is not None and etat.etat == CONSTITUES)


@regle("statuts", "22", "25-1", "26")
def motif_vote(dossier: Dossier, jour: date, nature: str, par_college: bool) -> str:
    """On what ground it votes so, as the notice and the minutes say it."""
    statuts = dossier.statuts_au(jour)
    if nature == Nature.COLLEGE:
        return "assemblée de collège\u00a0: une voix par membre"
    article = statuts.references.get("constitution", statuts.references.get("vote.colleges", ""))
    etat = etat_colleges(dossier.etats_colleges, jour)
    if not par_college:
        constitues = etat is not None and etat.etat == CONSTITUES
        return "" if constitues else _avec("collèges non constitués\u00a0: une personne, une voix", article)
    if statuts.vote.colleges == "toujours":
        return _avec("vote par collège prévu par les statuts", article)
    if etat is not None and etat.etat == CONSTITUES:
        return _avec(f"les collèges sont constitués depuis le {date_longue(etat.jour)}", article)
    if etat is not None and etat.etat == DEMANDES:
        qui = f" par {dossier.nom(etat.demandeur, jour)}" if etat.demandeur is not None else ""
        return _avec(f"collèges demandés{qui} le {date_longue(etat.jour)}", article)
    return ""


def _avec(motif: str, article: str) -> str:
    return f"{motif} ({citer((article,))})" if article else motif


@regle("statuts", "24-2", "25-3")
@regle("C. com.", "L223-27")
def qui_convoque(dossier: Dossier, jour: date, nature: str, college: str, demandee: bool = False) -> str:
    """The managers call the assembly, its president that of a college: their names where the file knows them.

    ``demandee``: members asked for it (statuts 24-2), which is said after who calls it.
    """
    if nature == Nature.COLLEGE:
        president = dossier.presidents(jour).get(college)
        nom = f", {dossier.nom(president.associe, jour)}" if president is not None else ""
        return f"la présidence du collège{nom}"
    noms = enumerer([dossier.nom(gerant, jour) for gerant in dossier.gerants(jour)])
    qui = f"la gérance, {noms}" if noms else "la gérance"
    return f"{qui}, {A_LA_DEMANDE}" if demandee else qui
