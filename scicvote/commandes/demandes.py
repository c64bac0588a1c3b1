"""``demander-ag``: who asks for an assembly, the voting rights that they hold, and the request recorded (statuts 24-2)."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, datetime

from scicvote.actes.demandes import demander_assemblee
from scicvote.commandes.fichier import avec_depot
from scicvote.commandes.sortie import conclure, dire, refuser
from scicvote.core.demande_ag import demande_ag
from scicvote.core.demandes_assemblee import phrase_part
from scicvote.core.exact import pourcent
from scicvote.core.faits import DemandeAssemblee
from scicvote.core.issue import refus
from scicvote.core.saisie_moment import lire_jour
from scicvote.store.depot import Depot


def demander_ag(arguments: Namespace) -> int:
    """The share of those who ask, college by college; recorded unless ``--essai``."""
    aujourdhui = datetime.now().date()
    recue = _jour(arguments.recue, aujourdhui)
    if recue is None:
        phrase = f"--recue «\u00a0{arguments.recue}\u00a0» n’est pas une date\u00a0; écrire AAAA-MM-JJ."
        return refuser((refus("DATE", phrase, chemin="recue"),))
    fait = DemandeAssemblee(0, recue, arguments.mode, arguments.objet, tuple(arguments.de))

    def suite(depot: Depot) -> int:
        acte = depot.essayer(lambda d: demander_assemblee(d, fait, aujourdhui))
        if not acte.refus:
            _montrer(depot, fait)
            if not arguments.essai:
                acte = demander_assemblee(depot, fait, aujourdhui)
            dire(f"{'Essai, rien n’est écrit' if arguments.essai else 'Noté'}\u00a0: {acte.resume}.")
        return conclure(acte.issues)

    return avec_depot(arguments.fichier, suite)


def _jour(texte: str | None, aujourdhui: date) -> date | None:
    return aujourdhui if texte is None else lire_jour(texte, aujourdhui)


def _montrer(depot: Depot, fait: DemandeAssemblee) -> None:
    vue = demande_ag(depot.dossier, fait.demandeurs, fait.recue)
    for part in vue.parts:
        corps = part.college or "Tous"
        dire(f"{corps}\u00a0: {part.demandeurs} sur {part.membres}, {pourcent(part.part)} des droits de vote")
    dire(phrase_part(vue))
