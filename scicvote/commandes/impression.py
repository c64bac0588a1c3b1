"""``imprimer``: one paper of an assembly, or a mailing, as PDF or ODT; letters from an editable model."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, datetime
from pathlib import Path

from scicvote.actes.lettres_modele import remplir_modele
from scicvote.actes.papiers import Impression
from scicvote.actes.papiers import imprimer as imprimer_papier
from scicvote.actes.papiers_demande import ODT, PDF, Demande
from scicvote.actes.papiers_genres import GENRES
from scicvote.actes.papiers_lettres import CONVOCATIONS
from scicvote.commandes.fichier import avec_depot
from scicvote.commandes.hypotheses import SIMULATION, imprimer_hypotheses
from scicvote.commandes.sortie import conclure, dire, refuser, signaler
from scicvote.core.issue import Issue, refus
from scicvote.documents.modele_odt import OCTETS
from scicvote.exchange.fichiers import ecrire_octets, lire_octets
from scicvote.store.depot import Depot


def imprimer(arguments: Namespace) -> int:
    """Write one paper: 0 when it is written, 2 with every fault when it cannot be."""

    def suite(depot: Depot) -> int:
        fautes, demande = _demande(arguments)
        if fautes:
            return refuser(fautes)
        octets, remarques = _composer(depot, arguments, demande)
        if octets is None:
            return refuser(remarques)
        signaler(remarques)
        issues = ecrire_octets(Path(arguments.sortie), octets)
        if not issues:
            dire(f"Écrit\u00a0: {arguments.sortie}")
        return conclure(issues)

    return avec_depot(arguments.fichier, suite)


def _composer(depot: Depot, arguments: Namespace, demande: Demande) -> Impression:
    genre = f"{arguments.papier}-a-signer" if arguments.a_signer else arguments.papier
    if genre == SIMULATION:
        if _format(arguments, genre) != PDF:
            return None, (refus("FORMAT", "La page de simulation s’écrit en PDF.", chemin="format"),)
        return imprimer_hypotheses(depot, arguments.ag, arguments.poids or ())
    if arguments.modele is not None:
        return _remplir(depot, arguments, demande)
    return imprimer_papier(
        depot, arguments.ag, genre, datetime.now(), demande=demande, format=_format(arguments, genre)
    )


def _format(arguments: Namespace, genre: str) -> str:
    """What is asked, else what the name of the file says, else PDF; a paper that is only ODT needs no word."""
    demande: str | None = arguments.format
    if demande is not None:
        return demande
    suffixe, connu = Path(arguments.sortie).suffix.lower(), GENRES.get(genre)
    if suffixe in (f".{PDF}", f".{ODT}"):
        return suffixe[1:]
    return PDF if connu is None or PDF in connu.formats else ODT


def _remplir(depot: Depot, arguments: Namespace, demande: Demande) -> Impression:
    """The notices from an editable model: one ODT."""
    if arguments.papier != CONVOCATIONS:
        return None, (refus("USAGE", "--modele ne sert qu’aux convocations.", chemin="modele"),)
    if arguments.format == PDF or Path(arguments.sortie).suffix.lower() == f".{PDF}":
        return None, (refus("FORMAT", "Les lettres d’un modèle s’écrivent en ODT.", chemin="format"),)
    octets, issues = lire_octets(Path(arguments.modele), OCTETS)
    if octets is None:
        return None, issues
    return remplir_modele(depot, arguments.ag, octets, datetime.now(), demande)


def _demande(arguments: Namespace) -> tuple[tuple[Issue, ...], Demande]:
    """What the words of the command ask of a paper besides its assembly; a fault for a day that is not one."""
    jour = None
    if arguments.jour is not None:
        try:
            jour = date.fromisoformat(arguments.jour)
        except ValueError:
            phrase = f"«\u00a0{arguments.jour}\u00a0» n’est pas une date\u00a0; écrire AAAA-MM-JJ."
            return (refus("DATE", phrase, chemin="jour"),), Demande()
    return (), Demande(arguments.associe, tuple(arguments.resolutions or ()), arguments.gerant, jour)
