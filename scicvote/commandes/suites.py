"""``suites``: what follows from the votes of an assembly, one line each with its state, its articles and its last day."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from scicvote.commandes.fichier import avec_depot
from scicvote.commandes.sortie import FAIT, dire, refuser
from scicvote.core.article import citer
from scicvote.core.exact import INSECABLE
from scicvote.core.francais import date_longue
from scicvote.core.issue import refus
from scicvote.core.suite_vote import EtatSuite, SuiteVote
from scicvote.core.suites_vote import suites_vote
from scicvote.store.depot import Depot

_MOTS: Final = {EtatSuite.A_FAIRE: "à faire", EtatSuite.FAIT: "fait", EtatSuite.SANS_OBJET: "sans objet"}


def lister(arguments: Namespace) -> int:
    """List them; nothing is written, and an assembly that has none is not a fault."""

    def suite(depot: Depot) -> int:
        ag = depot.dossier.assemblee(arguments.ag)
        if ag is None:
            return refuser((refus("ASSEMBLEE", f"il n’y a pas d’assemblée n°{INSECABLE}{arguments.ag}.", chemin="ag"),))
        places = {r.resolution: r.numero for r in ag.resolutions}
        dire(ag.titre)
        trouvees = suites_vote(depot.dossier, ag)
        for une in trouvees:
            dire(_ligne(une, places))
        if not trouvees:
            dire("Aucun vote proclamé n’appelle de suite.")
        return FAIT

    return avec_depot(arguments.fichier, suite)


def _ligne(suite: SuiteVote, places: dict[int, int]) -> str:
    ou = f"résolution {places[suite.resolution]}" if suite.resolution is not None else "assemblée"
    terme = f", au plus tard le {date_longue(suite.terme)}" if suite.terme is not None else ""
    return f"[{_MOTS[suite.etat]}] {ou}, {suite.titre}{terme} ({citer(suite.articles)}). {suite.phrase}"
