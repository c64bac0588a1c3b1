"""An assembly asked for by members: the request is recorded, then the assembly that answers it is prepared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scicvote.core.assemblee import date_longue
from scicvote.core.demande_ag import demande_ag
from scicvote.core.demandes_assemblee import assemblee_de, controler_demande, demande_par_numero
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord, pourcent
from scicvote.core.faits import DemandeAssemblee
from scicvote.core.issue import Issue, refus
from scicvote.store.depot import Acte, Depot, Projet


def demander_assemblee(depot: Depot, demande: DemandeAssemblee, aujourdhui: date) -> Acte:
    """Members ask for an assembly (statuts 24-2). Its number is given here (``demande.demande`` is ignored)."""

    def decider(dossier: Dossier) -> Projet:
        fait = replace(
            demande,
            demande=dossier.prochain("demande", DemandeAssemblee),
            demandeurs=tuple(dict.fromkeys(demande.demandeurs)),
        )
        vue = demande_ag(dossier, fait.demandeurs, fait.recue)
        resume = (
            f"Assemblée demandée le {date_longue(fait.recue)} par {accord(len(vue.demandeurs), 'associé')}, "
            f"{pourcent(vue.part, vue.seuil)} des droits de vote"
        )
        return Projet(resume, (fait,), tuple(controler_demande(dossier, fait, aujourdhui)))

    return depot.accomplir("demander_assemblee", decider)


def controler_reponse(dossier: Dossier, demande: int | None) -> tuple[Issue, ...]:
    """What stands against an assembly answering a request: it must exist, and wait."""
    if demande is None:
        return ()
    if demande_par_numero(dossier, demande) is None:
        return (refus("DEMANDE", "Cette demande d’assemblée n’existe pas.", "statuts 24-2", chemin="demande"),)
    if (ag := assemblee_de(dossier, demande)) is not None:
        phrase = f"Cette demande a déjà sa suite\u00a0: {ag.titre_court}."
        return (refus("DEMANDE", phrase, "statuts 24-2", chemin="demande"),)
    return ()
