"""``remboursements``: what is due to those who left, in order; nothing is written (statuts 16, 17)."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from scicvote.commandes.fichier import avec_depot
from scicvote.commandes.sortie import FAIT, NON, dire, refuser
from scicvote.core.issue import refus
from scicvote.core.papier_remboursements import MOTS
from scicvote.core.remboursements import attente, phrase_dette, phrase_plan, plan_du
from scicvote.core.saisie_moment import lire_jour
from scicvote.store.depot import Depot


def lister(arguments: Namespace) -> int:
    """One line a debt, with its state; exit 1 where the statutes give no value to a part."""
    aujourdhui = datetime.now().date()
    jour = aujourdhui if arguments.jour is None else lire_jour(arguments.jour, aujourdhui)
    if jour is None:
        phrase = f"--jour «\u00a0{arguments.jour}\u00a0» n’est pas une date\u00a0; écrire AAAA-MM-JJ."
        return refuser((refus("DATE", phrase, chemin="jour"),))

    def suite(depot: Depot) -> int:
        plan = plan_du(depot.dossier, jour)
        if plan is None:
            dire("Les statuts ne disent pas la valeur d’une part\u00a0: aucun montant n’est calculé.")
            return NON
        for rang, dette in enumerate(plan.dettes, 1):
            dire(f"{rang}. {phrase_dette(depot.dossier, plan, dette)} [{MOTS[attente(plan, dette)]}]")
        dire(phrase_plan(plan))
        return FAIT

    return avec_depot(arguments.fichier, suite)
