"""The request of a new college, or of another composition of the colleges (statuts 25-2)."""

from __future__ import annotations

from dataclasses import replace

from scicvote.core.assemblee import date_longue
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import DemandeCollege
from scicvote.core.procedures_nouveau import controler_demande_college
from scicvote.store.depot import Acte, Depot, Projet


def demander_nouveau_college(depot: Depot, demande: DemandeCollege) -> Acte:
    """Associés, or the management (nobody named), ask for it; what the request lacks is a traced warning."""

    def decider(dossier: Dossier) -> Projet:
        fait = replace(demande, demandeurs=tuple(dict.fromkeys(demande.demandeurs)))
        par_qui = accord(len(fait.demandeurs), "sociétaire") if fait.demandeurs else "la gérance"
        resume = f"Nouveau collège demandé le {date_longue(fait.recue)} par {par_qui}"
        return Projet(resume, (fait,), tuple(controler_demande_college(dossier, fait)))

    return depot.accomplir("demander_nouveau_college", decider)
