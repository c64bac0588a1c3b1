"""``college exporter`` and ``college importer``: the exchange with a college president's computer."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from scicvote.actes import export_college, retour_college
from scicvote.actes.export_college import Remise, Rendez
from scicvote.actes.papiers_college import imprimer_bordereau
from scicvote.actes.retour_college import Confrontation
from scicvote.commandes.fichier import avec_depot
from scicvote.commandes.sortie import FAIT, conclure, dire, refuser, signaler
from scicvote.core.exact import accord
from scicvote.core.faits import Pouvoir, Presence
from scicvote.core.issue import refus
from scicvote.core.retours import colleges_attendus
from scicvote.exchange.fichiers import ecrire_octets
from scicvote.store.depot import Depot


def exporter(arguments: Namespace) -> int:
    """Hand a college's part of an assembly over: the file, and on the output the phrase and the eight words."""
    heure = None
    if arguments.heure is not None:
        try:
            heure = datetime.fromisoformat(arguments.heure).replace(tzinfo=None)
        except ValueError:
            phrase = f"«\u00a0{arguments.heure}\u00a0» n’est pas une heure\u00a0; écrire AAAA-MM-JJTHH:MM."
            return refuser((refus("DATE", phrase, chemin="heure"),))

    def suite(depot: Depot) -> int:
        sortie = Path(arguments.sortie)
        if sortie.exists():
            phrase = f"«\u00a0{sortie}\u00a0» existe déjà\u00a0: choisir un autre nom, un paquet ne s’écrase pas."
            return refuser((refus("ECRITURE", phrase, chemin="sortie"),))
        fautes = ecrire_octets(sortie, b"")  # nothing is noted as handed over before it can be written
        if fautes:
            return refuser(fautes)
        rendez = Rendez(heure, arguments.lieu or "")
        acte, remise = export_college.exporter(depot, arguments.ag, arguments.college, rendez)
        if remise is None:
            sortie.unlink(missing_ok=True)
            return refuser(acte.refus)
        signaler(acte.avertissements)
        fautes = ecrire_octets(sortie, remise.octets)
        if fautes:
            return refuser(fautes)
        return _remettre(depot, remise, arguments)

    return avec_depot(arguments.fichier, suite)


def _remettre(depot: Depot, remise: Remise, arguments: Namespace) -> int:
    dire(f"Écrit\u00a0: {arguments.sortie}, paquet n°\u00a0{remise.export.numero} du collège {remise.export.college}")
    dire(f"Huit mots à comparer\u00a0: {' '.join(remise.mots)}")
    dire(f"Phrase, à remettre à part\u202f; elle n’est gardée nulle part\u00a0: {remise.phrase}")
    if arguments.bordereau is None:
        return FAIT
    octets = imprimer_bordereau(depot, remise.export, datetime.now())
    fautes = ecrire_octets(Path(arguments.bordereau), octets)
    if not fautes:
        dire(f"Écrit\u00a0: {arguments.bordereau}")
    return conclure(fautes)


def importer(arguments: Namespace) -> int:
    """Show a return beside what is expected, then take it; a second time changes nothing."""

    def suite(depot: Depot) -> int:
        lu, issues = retour_college.lire(Path(arguments.retour))
        if lu is None:
            return refuser(issues)
        vu = retour_college.confronter(depot.dossier, lu)
        if vu.deja:
            dire(
                f"Le retour n°\u00a0{lu.retour.numero} du collège {lu.retour.college} est déjà pris\u00a0: rien n’est compté deux fois."
            )
            return FAIT
        if vu.export is None or not vu.acceptable:
            return refuser(i for i in vu.issues if i.bloquante)
        acte = retour_college.importer(depot, lu, remplacer=arguments.remplacer)
        if not acte.accepte:
            return refuser(acte.refus)
        signaler(acte.avertissements)
        _montrer(depot, vu)
        dire(f"{acte.resume}.")
        attendus = colleges_attendus(depot.dossier.assemblees[vu.export.assemblee])
        dire(f"Encore attendus\u00a0: {', '.join(attendus)}." if attendus else "Plus aucun collège n’est attendu.")
        return FAIT

    return avec_depot(arguments.fichier, suite)


def _montrer(depot: Depot, vu: Confrontation) -> None:
    """What came beside what was asked."""
    if vu.lu is None or vu.export is None:
        return
    ag, retour = depot.dossier.assemblees[vu.export.assemblee], vu.lu.retour
    venus = len({e.associe for e in retour.evenements if isinstance(e, Presence)})
    donnes = len({e.mandant for e in retour.evenements if isinstance(e, Pouvoir)})
    dire(f"{ag.titre}, collège {retour.college}, retour n°\u00a0{retour.numero} du paquet n°\u00a0{retour.export}")
    dire(f"Huit mots à comparer avec le papier signé\u00a0: {' '.join(vu.mots)}")
    dire(f"Présents\u00a0: {venus}\u202f; pouvoirs\u00a0: {donnes}")
    for ligne in retour.lignes:
        point = ag.resolution_par_numero[ligne.resolution]
        votants = accord(ligne.votants, "votant") if ligne.mode else "non votée"
        dire(
            f"  {point.numero}. {point.titre}\u00a0: {votants} sur {accord(ligne.presents, 'présent ou représenté', 'présents ou représentés')}"
        )
