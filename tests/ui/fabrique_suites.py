"""The fictional cooperative after an assembly that adopted one of each kind: what follows is still to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from scicvote.core import faits as f
from scicvote.store.depot import Depot
from tests.ui import fabrique
from tests.ui.fabrique_seance import ARRETEE, HEURE
from tests.ui.fabrique_votes import ecrire

COMPTES, ELECTION, ADMISSION, EXCLUSION, COLLEGES, POIDS, STATUTS, ECHOUEE = range(201, 209)
TEXTE_POIDS = (
    "L’assemblée, les collèges concernés consultés et leur avis étant favorable, fixe ainsi leurs poids\u00a0: Salariés et "
    "bénévoles membres actifs, 45\u00a0%, Personnes physiques, 30\u00a0% et Personnes morales, 25\u00a0%."
)
_OUI = {"SB": (7, 0, 0), "PP": (7, 0, 0), "PM": (4, 0, 0)}
_NON = {"SB": (2, 5, 0), "PP": (3, 4, 0), "PM": (1, 3, 0)}


def points(ag: int) -> tuple[f.Resolution, ...]:
    """The agenda."""

    def point(
        numero: int, titre: str, objet: str, regle: str, texte: str = "L’assemblée décide.", **champs: int
    ) -> f.Resolution:
        brut = fabrique.resolution(numero, ag, numero - 200, titre, texte, regle, champs.pop("sieges", 0))
        return replace(brut, objet=objet, **champs)  # type: ignore[arg-type]

    return (
        point(COMPTES, "Comptes de 2025", "comptes", "ordinaire"),
        point(ELECTION, "Élection de la gérance", "election", "election_gerance", sieges=1),
        point(ADMISSION, "Admission d’Ada Prunelle", "admission", "admission", concerne=30),
        point(EXCLUSION, "Exclusion de François Œillet", "exclusion", "exclusion", concerne=15),
        point(COLLEGES, "Constitution des collèges", "colleges", "extraordinaire"),
        point(POIDS, "Modification des poids des collèges", "poids", "modification_poids", TEXTE_POIDS),
        point(STATUTS, "Transfert du siège", "statuts", "extraordinaire"),
        point(ECHOUEE, "Prêt participatif", "autre", "ordinaire"),
    )


def creer(chemin: Path, close: bool = True, signee: bool = False) -> int:
    """Write the file; the number of the assembly."""
    with fabrique.ouvrir(chemin) as depot:
        return tenir(depot, close, signee)


def tenir(depot: Depot, close: bool = True, signee: bool = False) -> int:
    """One more assembly, all its votes declared."""
    ag = depot.dossier.prochaine_assemblee
    ordre = points(ag)
    ecrire(depot, fabrique.convocation(ag, "mixte", HEURE, True, 2025), *ordre)
    ecrire(depot, f.ListeArretee(ag, ARRETEE, "la gérance"), f.Ouverture(ag, HEURE))
    for rang, point in enumerate(ordre):
        moment = HEURE + timedelta(minutes=5 * rang)
        if point.sieges:
            voix = {"SB": 7, "PP": 6, "PM": 4}
            ecrire(depot, *fabrique.elire(300 + rang, point, moment, {10: voix}, ["Alix Marronnier"]))
        else:
            echoue = point.resolution == ECHOUEE
            votes, decision = (_NON, "rejetee") if echoue else (_OUI, "adoptee")
            ecrire(depot, *fabrique.voter(300 + rang, point, moment, votes, decision))
    if close:
        ecrire(depot, f.Cloture(ag, HEURE + timedelta(hours=2)))
    if signee:
        ecrire(depot, f.ProcesVerbal(ag, "", 20, HEURE.date(), None, ""))
        ecrire(depot, f.Signature(ag, "", 20, HEURE.date(), ("Inès Marjolaine",)))
    return ag
