"""The fictional cooperative in the middle of its assembly: list frozen, eighteen voices there, the sitting open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from scicvote.actes import preparation, seance, vote
from scicvote.core import faits as f
from scicvote.core.vote import Comptage, ComptageCorps
from scicvote.store.depot import Acte, Depot, Projet
from tests.ui import fabrique
from tests.ui.fabrique_seance import ARRETEE, HEURE, PIECES

COMPTES, AFFECTATION, CONVENTION, ELECTION, ADMISSION, STATUTS = range(91, 97)
PRESENTS = (1, 2, 3, 5, 6, 9, 10, 11, 12, 13, 14, 17, 18, 19, 21)
POUVOIRS = ((7, 1), (15, 10), (20, 21))  # giver, holder
CORPS = {"SB": 6, "PP": 7, "PM": 5}  # present or represented
OUVERTURE = HEURE + timedelta(minutes=5)

TEXTE = (
    "L’assemblée affecte le résultat de 9\u202f400\u00a0€\u00a0: 1\u202f410\u00a0€ à la réserve légale "
    "(15\u202f%, art. 30) et 7\u202f990\u00a0€ à la réserve statutaire."
)


def points(ag: int) -> tuple[f.Resolution, ...]:
    """The agenda."""
    convention = fabrique.resolution(
        CONVENTION, ag, 3, "Convention avec l’Atelier Marmotte", "L’assemblée approuve la convention de location."
    )
    admission = fabrique.resolution(
        ADMISSION, ag, 5, "Admission d’Ada Prunelle", "L’assemblée admet Ada Prunelle.", "admission"
    )
    return (
        fabrique.resolution(COMPTES, ag, 1, "Comptes de 2025", "L’assemblée approuve les comptes de 2025."),
        fabrique.resolution(AFFECTATION, ag, 2, "Affectation du résultat de 2025", TEXTE),
        replace(convention, objet="convention", concerne=17),
        fabrique.resolution(
            ELECTION,
            ag,
            4,
            "Élection de la gérance",
            "L’assemblée élit une gérante ou un gérant.",
            "election_gerance",
            1,
        ),
        replace(admission, objet="admission", concerne=30),
        replace(
            fabrique.resolution(
                STATUTS, ag, 6, "Transfert du siège", "L’assemblée transfère le siège à Nulle-Part.", "extraordinaire"
            ),
            objet="statuts",
        ),
    )


def creer(chemin: Path, par_college: bool = True, presents: tuple[int, ...] = PRESENTS, ouverte: bool = True) -> int:
    """Write the file; the number of the assembly."""
    with fabrique.ouvrir(chemin) as depot:
        return preparer(depot, par_college, presents, ouverte)


def preparer(depot: Depot, par_college: bool = True, presents: tuple[int, ...] = PRESENTS, ouverte: bool = True) -> int:
    """One more assembly, in its sitting."""
    ag = depot.dossier.prochaine_assemblee
    convocation = fabrique.convocation(ag, "mixte", HEURE, par_college, 2025)
    candidatures = (f.Candidature(ag, ELECTION, 1, "SB"), f.Candidature(ag, ELECTION, 10, "PP"))
    ecrire(depot, convocation, *points(ag), *candidatures)
    assert preparation.arreter_liste(depot, ag, ARRETEE, "la gérance").accepte
    for objet in ("convocation", "documents"):
        ecrire(depot, f.Envoi(ag, ARRETEE, objet, "recommandé", PIECES if objet == "documents" else (), None))
    for numero in presents:
        ecrire(depot, _arrivee(ag, numero))
    for rang, (mandant, mandataire) in enumerate(POUVOIRS):
        if mandataire in presents:
            ecrire(depot, f.Pouvoir(900 + rang, ag, mandant, mandataire, "", False, HEURE, ""))
    if ouverte:
        ecrire(depot, f.Bureau(ag, HEURE, 1, "Sacha Camomille", (9,), ""))
        ecrire(depot, f.Ouverture(ag, OUVERTURE))
    return ag


def _arrivee(ag: int, numero: int) -> f.Presence:
    morale = 17 <= numero <= 23
    qui = ("Alix Prunier", "délibération") if morale else ("", "")
    return f.Presence(ag, numero, HEURE - timedelta(minutes=10), "arrivee", *qui)


def ecrire(depot: Depot, *faits: f.Fait) -> None:
    assert depot.accomplir("test", lambda _dossier: Projet("Fait pour l’essai", faits)).accepte


def comptes(**voix: tuple[int, ...]) -> Comptage:
    """``SB=(5, 2, 0)``: for, against, abstention, blank, void."""
    return {code: ComptageCorps(*chiffres) for code, chiffres in voix.items()}


def tout_voter(
    depot: Depot, ag: int, resolution: int, comptage: Comptage, minute: int, mode: str = "main_levee"
) -> tuple[Acte, ...]:
    """A vote opened, counted and proclaimed."""
    heures = tuple(OUVERTURE + timedelta(minutes=minute + i) for i in (0, 2, 3))
    return vote.voter(depot, ag, resolution, mode, comptage, heures)  # type: ignore[arg-type]


def clore(depot: Depot, ag: int) -> Acte:
    """Close the sitting an hour after it was opened."""
    return seance.clore_seance(depot, ag, OUVERTURE + timedelta(hours=1))
