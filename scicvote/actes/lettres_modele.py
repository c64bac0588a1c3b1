"""Notices from an editable letter: what is wrong with the model, all at once; else one ODT with a copy for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from scicvote.actes.papiers_demande import Demande
from scicvote.actes.papiers_lettres import courrier_de, refuser_courrier
from scicvote.core.courrier import Courrier
from scicvote.core.exact import accord, nombre
from scicvote.core.francais import enumerer, selon
from scicvote.core.issue import Issue, bloquantes, refus
from scicvote.core.lettre_champs import CHAMPS, Valeurs, requis
from scicvote.documents.modele_odt import Modele, ModeleIllisible
from scicvote.store.depot import Depot

LETTRES: Final = 2000  # at most in one ODT: more would not open in an editor
RIEN: Final = Demande()
Progres = Callable[[int, int], bool]
Impression = tuple[bytes | None, tuple[Issue, ...]]


@dataclass(frozen=True, slots=True)
class Essai:
    """A model tried: how many letters it would make, the lines of the first one (of ``nom``), and its faults."""

    lettres: int
    nom: str
    lignes: tuple[str, ...]
    issues: tuple[Issue, ...]


def essayer_modele(depot: Depot, assemblee: int, octets: bytes, instant: datetime) -> Essai:
    """What is wrong with a model, and its first letter filled; nothing is written. No line where there are faults."""
    dossier = depot.dossier
    ag = dossier.assemblee(assemblee)
    courrier = courrier_de(dossier, ag, Demande(aujourdhui=instant.date())) if ag is not None else None
    qui = courrier.destinataires[:1] if courrier is not None else ()
    rempli, issues = remplir_modele(depot, assemblee, octets, instant, Demande(associe=next(iter(qui), None)))
    if rempli is None or courrier is None:
        return Essai(0, "", (), issues)
    issues = (*issues, *_nombre(courrier))
    return Essai(len(courrier.destinataires), courrier.contexte.nom(qui[0]), Modele(rempli).lignes(), issues)


def remplir_modele(
    depot: Depot,
    assemblee: int,
    octets: bytes,
    instant: datetime,
    demande: Demande = RIEN,
    progres: Progres | None = None,
) -> Impression:
    """One ODT of all the letters of an assembly, from the bytes of a model; None, and why, when it cannot be.

    ``progres`` is told how many letters are done; when it says False the work stops and None comes back without issue.
    """
    ag = depot.dossier.assemblee(assemblee)
    if ag is None:
        return None, (refus("ASSEMBLEE", f"Il n’y a pas d’assemblée n°\u00a0{assemblee}.", chemin="assemblee"),)
    demande = replace(demande, aujourdhui=demande.aujourdhui or instant.date())
    issues = list(refuser_courrier(depot.dossier, ag, demande))
    courrier = courrier_de(depot.dossier, ag, demande)
    try:
        modele = Modele(octets)
    except ModeleIllisible:
        phrase = "Ce fichier n’est pas un document texte ODT lisible\u00a0: partir du modèle fourni («\u00a0modele-convocation\u00a0»)."
        return None, (*bloquantes(issues), refus("MODELE", phrase, chemin="modele"))
    issues += [*_champs(modele, courrier), *_nombre(courrier)]
    if bloquantes(issues):
        return None, tuple(issues)
    valeurs = Valeurs(courrier)
    lettres = (valeurs.pour(associe) for associe in courrier.destinataires)
    rempli = modele.remplir(lettres, len(courrier.destinataires), instant, progres)
    return rempli, tuple(issues) if rempli is not None else ()


def _champs(modele: Modele, courrier: Courrier) -> Iterator[Issue]:
    """Fields that do not exist, that miss, that are not alone in their paragraph."""
    ecrits = modele.champs()
    inconnus = [nom for nom in ecrits if nom not in CHAMPS]
    if inconnus:
        phrase = f"{selon(len(inconnus), 'Champ inconnu', 'Champs inconnus')}\u00a0: {_nommer(inconnus)}. Les champs sont\u00a0: {_nommer(CHAMPS)}."
        yield refus("CHAMP_INCONNU", phrase, chemin="modele")
    manquants = [nom for nom in requis(courrier) if nom not in ecrits]
    if "invitation" in ecrits:  # it says when and where
        manquants = [nom for nom in manquants if nom not in ("date", "lieu")]
    if manquants:
        verbe = selon(len(manquants), "Il manque au modèle le champ", "Il manque au modèle les champs")
        phrase = f"{verbe} {_nommer(manquants)}\u00a0: sans lui, la convocation serait incomplète."
        if len(manquants) > 1:
            phrase = phrase.replace("sans lui", "sans eux")
        yield refus("CHAMP_MANQUANT", phrase, "statuts 21-2", "C. com. R223-20", chemin="modele")
    places = modele.mal_places(nom for nom, champ in CHAMPS.items() if champ.bloc)
    if places:
        phrase = f"{_nommer(places)}\u00a0: écrire {selon(len(places), 'ce champ', 'chacun de ces champs')} seul dans son paragraphe."
        yield refus("CHAMP_PLACE", phrase, chemin="modele")


def _nombre(courrier: Courrier) -> Iterator[Issue]:
    """An editor opens so many letters; the PDF has no limit."""
    if len(courrier.destinataires) > LETTRES:
        phrase = (
            f"{accord(len(courrier.destinataires), 'lettre')}\u00a0: un document ODT en porte {nombre(LETTRES)} au plus\u00a0; "
            "imprimer les convocations en PDF."
        )
        yield refus("LETTRES_NOMBREUSES", phrase, chemin="associes")


def _nommer(noms: object) -> str:
    return enumerer([f"{{{nom}}}" for nom in noms])  # type: ignore[attr-defined]
