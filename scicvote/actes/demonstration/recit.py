"""The story of the demonstration, chapter by chapter, in the order in which a cooperative lives it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from scicvote.actes import cooperative, importation, registre
from scicvote.actes.demonstration.age import constituer, modifier
from scicvote.actes.demonstration.ago import tenir_ago, tenir_college, tenir_seconde
from scicvote.actes.demonstration.conteur import ActeRefuse, Conteur
from scicvote.actes.demonstration.prochaine import convoquer_prochaine
from scicvote.core.alertes import Alerte, alertes
from scicvote.exchange.statuts import texte_fourni
from scicvote.paths import ressources
from scicvote.store.depot import Depot

SIEGE = "1 rue de l’Exemple, 00100 Fictiville"
RCS = "RCS Fictiville 000 000 000"


@dataclass(frozen=True)
class Demonstration:
    """The story: the file, its assemblies in order (the last one is to come), and the register's alerts."""

    depot: Depot
    assemblees: tuple[int, ...]
    alertes: tuple[Alerte, ...]


def raconter(chemin: str | Path, horloge: Callable[[], datetime] = datetime.now) -> Demonstration:
    """Make the cooperative's file at ``chemin`` and hold its assemblies. The depot is left open."""
    depot, acte = cooperative.creer(chemin, texte_fourni("cliss-xxi"), horloge)
    conteur = Conteur(depot)
    conteur.faire(acte)
    _ouvrir_registre(conteur)
    numeros = [constituer(conteur), tenir_college(conteur), tenir_ago(conteur)]
    numeros += [tenir_seconde(conteur, numeros[2]), modifier(conteur)]
    jour = depot.dossier.assemblees[numeros[-1]].jour
    numeros.append(convoquer_prochaine(conteur))
    dossier = depot.dossier
    etat = dossier.registre.au(jour)
    plus_haut = cooperative.capital_plus_haut(dossier)
    return Demonstration(depot, tuple(numeros), alertes(etat, dossier.registre, dossier.statuts_au(jour), plus_haut))


def _ouvrir_registre(conteur: Conteur) -> None:
    """Forty associés holding 404 parts, taken over from a spreadsheet; two managers in office; a request for colleges."""
    depot, jour = conteur.depot, date(2026, 1, 5)
    conteur.faire(cooperative.identifier(depot, jour, SIEGE, RCS, "10000"))
    fait = importation.importer(depot, ressources() / "demonstration" / "registre.csv", jour)
    if fait.acte is None:
        raise ActeRefuse("; ".join(issue.ligne() for issue in fait.issues))
    conteur.faire(fait.acte)
    for gerant in (1, 13):
        conteur.faire(cooperative.commencer_mandat(depot, gerant, date(2025, 6, 13), date(2026, 6, 12)))
    conteur.faire(registre.demander_colleges(depot, date(2026, 1, 12), 24))
