"""Papers of the registers: what each is called, how it is composed, and why it may not be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from scicvote.actes.papiers_demande import ASSOCIE, COOPERATIVE, PDF, Demande, Genre, simple
from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.extrait import extrait, resultats
from scicvote.core.faits import ProcesVerbal, Signature
from scicvote.core.francais import date_longue
from scicvote.core.issue import Issue, refus
from scicvote.core.papier import Papier
from scicvote.core.papier_parts import attestation_parts, bulletins
from scicvote.core.papier_pouvoirs import etat_pouvoirs
from scicvote.core.papier_registre import liste_associes, registre_mouvements
from scicvote.core.papier_remboursements import etat_remboursements
from scicvote.core.papier_societariat import etat_departs, evolution_societariat
from scicvote.core.papier_suites import calendrier_suites
from scicvote.core.texte_convocation import texte_convocation

# --- extracts


def _jour_extrait(ag: Assemblee, demande: Demande) -> date:
    """The day that an extract bears: the one that is asked, else that of the signature, else of the minutes."""
    if demande.jour is not None:
        return demande.jour
    numero = _numero(ag)
    dresses = [pv.jour for pv in ag.tous(ProcesVerbal) if pv.numero == numero]
    signes = [signature.jour for signature in ag.tous(Signature) if signature.numero == numero]
    return max((*dresses, *signes), default=ag.jour)


def _numero(ag: Assemblee) -> int | None:
    return next((pv.numero for pv in ag.tous(ProcesVerbal) if pv.rectifie is None), None)


def gerant_de(dossier: Dossier, ag: Assemblee, demande: Demande) -> int | None:
    """Who certifies an extract: the manager who was named, else the first in office on that day."""
    if demande.gerant is not None:
        return demande.gerant
    return next(iter(dossier.gerants(_jour_extrait(ag, demande))), None)


def _extrait(dossier: Dossier, ag: Assemblee, demande: Demande) -> Papier:
    gerant = gerant_de(dossier, ag, demande)
    if gerant is None:
        raise LookupError("nobody certifies")
    return extrait(dossier, ag, demande.resolutions, gerant, _jour_extrait(ag, demande))


@regle("C. com.", "R221-4")
def _refus_extrait(dossier: Dossier, ag: Assemblee, demande: Demande) -> Iterator[Issue]:
    """From minutes in the register, of resolutions that are in them, certified by a manager in office, not before."""
    if _numero(ag) is None:
        phrase = "Un extrait se tire d’un procès-verbal porté au registre\u00a0: le dresser d’abord."
        yield refus("PV_NON_DRESSE", phrase, "C. com. R221-4", chemin="assemblee")
    inconnues = [n for n in demande.resolutions if n not in {r.numero for r in ag.resolutions}]
    if inconnues:
        phrase = f"Il n’y a pas de résolution {inconnues[0]} à l’ordre du jour."
        yield refus("RESOLUTION", phrase, "C. com. R221-4", chemin="resolutions")
    jour = _jour_extrait(ag, demande)
    gerant = gerant_de(dossier, ag, demande)
    if gerant is None or gerant not in dossier.gerants(jour):
        phrase = f"Un extrait est certifié conforme par un gérant en fonction ce jour-là ({date_longue(jour)})\u00a0: indiquer lequel."
        yield refus("GERANT", phrase, "C. com. R221-4", chemin="gerant")
    if jour < _jour_extrait(ag, Demande()):
        phrase = "L’extrait ne précède pas la signature du procès-verbal."
        yield refus("DATE", phrase, "C. com. R221-4", chemin="jour")


# --- one person's parts


def _bulletins(dossier: Dossier, ag: Assemblee, demande: Demande) -> Papier:
    return bulletins(dossier, ag, demande.associe)


def _attestation(dossier: Dossier, ag: Assemblee, demande: Demande) -> Papier:
    if demande.associe is None:
        raise LookupError("whose parts is not said")
    return attestation_parts(dossier, ag, demande.associe, demande.jour or ag.jour)


def _refus_bulletin(dossier: Dossier, ag: Assemblee, demande: Demande) -> Iterator[Issue]:
    if demande.associe is not None and demande.associe not in dossier.registre.au(ag.jour).par_numero:
        yield refus("ASSOCIE", "Cette personne n’est pas au registre.", "statuts 10", chemin="associe")


def _refus_attestation(dossier: Dossier, ag: Assemblee, demande: Demande) -> Iterator[Issue]:
    if demande.associe is None or demande.associe not in dossier.registre.au(demande.jour or ag.jour).par_numero:
        phrase = "Indiquer de qui attester les parts\u00a0: un numéro du registre des associés."
        yield refus("ASSOCIE", phrase, "statuts 12", chemin="associe")


def _remboursements(dossier: Dossier, ag: Assemblee, demande: Demande) -> Papier:
    return etat_remboursements(dossier, ag, demande.jour or demande.aujourdhui or ag.jour)


def _relie(_dossier: Dossier, _ag: Assemblee, _demande: Demande) -> Papier:
    """A binding is made of printed papers (``reliures``): it has no tree of its own."""
    raise ValueError("a binding is no tree")


GENRES: Final[Mapping[str, Genre]] = {
    "texte-convocation": Genre(
        "Texte de la convocation",
        simple(texte_convocation),
        but="Ce que chaque associé a reçu, sans destinataire, à joindre au procès-verbal.",
    ),
    "liste-associes": Genre(
        "Liste arrêtée des associés", simple(liste_associes), but="Qui peut voter, à la date où la liste est arrêtée."
    ),
    "etat-pouvoirs": Genre(
        "Pouvoirs", simple(etat_pouvoirs), but="Qui a donné pouvoir à qui, et ce qu’en a décidé le président."
    ),
    "resultats": Genre(
        "Résultats des votes",
        simple(resultats),
        but="Chaque résolution, ses chiffres et sa décision, à afficher ou à envoyer.",
    ),
    "extrait": Genre(
        "Extrait certifié conforme",
        _extrait,
        _refus_extrait,
        but="Des résolutions du procès-verbal, certifiées par un gérant, pour une banque ou le greffe.",
    ),
    "suites": Genre(
        "Suites de l’assemblée",
        simple(calendrier_suites),
        but="Ce qui reste à faire après l’assemblée, et jusqu’à quand.",
    ),
    "etat-departs": Genre(
        "Pertes de la qualité d’associé",
        simple(etat_departs),
        but="Combien d’associés sont partis, par catégorie, à présenter à l’assemblée annuelle.",
    ),
    "societariat": Genre(
        "Évolution du sociétariat",
        simple(evolution_societariat),
        but="L’évolution de l’année, à joindre au rapport de gestion.",
    ),
    "registre-mouvements": Genre(
        "Registre des mouvements",
        simple(registre_mouvements),
        portee=COOPERATIVE,
        but="Les mouvements de parts, dans l’ordre des dates.",
    ),
    "remboursements": Genre(
        "Parts à rembourser",
        _remboursements,
        portee=COOPERATIVE,
        but="Ce qui est dû à qui est parti, dans l’ordre, et ce que le plancher du capital permet.",
    ),
    "bulletin-souscription": Genre(
        "Bulletin de souscription",
        _bulletins,
        _refus_bulletin,
        portee=ASSOCIE,
        but="À signer en deux originaux par qui souscrit des parts.",
    ),
    "attestation-parts": Genre(
        "Attestation de parts",
        _attestation,
        _refus_attestation,
        portee=ASSOCIE,
        but="Les parts qu’une personne détient, à lui remettre.",
    ),
}

# Papers bound together (``reliures``).
REGISTRE: Final = "registre"
DOSSIER_COMPLET: Final = "dossier-complet"
RELIURES: Final[Mapping[str, Genre]] = {
    REGISTRE: Genre(
        "Registre des procès-verbaux",
        _relie,
        formats=(PDF,),
        portee=COOPERATIVE,
        but="Les procès-verbaux dans l’ordre de leurs numéros, à relier.",
    ),
    DOSSIER_COMPLET: Genre(
        "Dossier complet de l’assemblée",
        _relie,
        formats=(PDF,),
        but="Tout ce que laisse une assemblée, en un seul PDF.",
    ),
}
