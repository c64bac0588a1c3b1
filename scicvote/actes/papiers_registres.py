"""Papers of the registers: what each is called, how it is composed, and why it may not be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

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
from scicvote.core.papier_societariat import etat_departs, evolution_societariat
from scicvote.core.papier_suites import calendrier_suites
from scicvote.core.texte_convocation import texte_convocation


@dataclass(frozen=True, slots=True)
class Demande:
    """What a paper may need besides its assembly.

    ``associe``: of whom (their number). ``resolutions``: which places on the agenda, none for all. ``gerant``: who
    certifies, None for the first manager in office. ``jour``: the day that the paper bears, None for the assembly's.
    """

    associe: int | None = None
    resolutions: tuple[int, ...] = ()
    gerant: int | None = None
    jour: date | None = None


Composer = Callable[[Dossier, Assemblee, Demande], Papier]
Refuser = Callable[[Dossier, Assemblee, Demande], Iterator[Issue]]


@dataclass(frozen=True, slots=True)
class Genre:
    """A kind of paper: its French name, the function that composes it, what stands against it."""

    libelle: str
    composer: Composer
    refuser: Refuser


def _sans_refus(_dossier: Dossier, _ag: Assemblee, _demande: Demande) -> Iterator[Issue]:
    return iter(())


def _simple(composer: Callable[[Dossier, Assemblee], Papier]) -> Composer:
    return lambda dossier, ag, _demande: composer(dossier, ag)


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


def _genre(libelle: str, composer: Callable[[Dossier, Assemblee], Papier]) -> Genre:
    return Genre(libelle, _simple(composer), _sans_refus)


GENRES: Final[Mapping[str, Genre]] = {
    "texte-convocation": _genre("Texte de la convocation", texte_convocation),
    "liste-associes": _genre("Liste arrêtée des associés", liste_associes),
    "etat-pouvoirs": _genre("Pouvoirs", etat_pouvoirs),
    "resultats": _genre("Résultats des votes", resultats),
    "extrait": Genre("Extrait certifié conforme", _extrait, _refus_extrait),
    "suites": _genre("Suites de l’assemblée", calendrier_suites),
    "etat-departs": _genre("Pertes de la qualité d’associé", etat_departs),
    "societariat": _genre("Évolution du sociétariat", evolution_societariat),
    "registre-mouvements": _genre("Registre des mouvements", registre_mouvements),
    "bulletin-souscription": Genre("Bulletin de souscription", _bulletins, _refus_bulletin),
    "attestation-parts": Genre("Attestation de parts", _attestation, _refus_attestation),
}

# Papers bound together (``reliures``), by name.
REGISTRE: Final = "registre"
DOSSIER_COMPLET: Final = "dossier-complet"
RELIURES: Final[dict[str, str]] = {
    REGISTRE: "Registre des procès-verbaux",
    DOSSIER_COMPLET: "Dossier complet de l’assemblée",
}
