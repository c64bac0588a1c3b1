"""Checking a file: its journal's chain, its rows, the bytes it keeps, every decision recomputed from its counts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scicvote.actes.pieces import differences
from scicvote.actes.vote import resultat_canonique
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import Fait
from scicvote.core.isoloir import emarges
from scicvote.core.issue import Issue, refus
from scicvote.core.recalcul import cles_anciennes
from scicvote.core.vote import ISOLOIR
from scicvote.store.depot import Depot
from scicvote.store.journal import ORIGINE, Entree, empreintes


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked and what differs. ``issues`` empty: nothing differs."""

    actes: int
    decisions: int
    issues: tuple[Issue, ...]


def verifier(depot: Depot) -> Verification:
    """Recompute the chain, the digests of rows and kept bytes, every declared decision; name each difference.

    A digest shows that something was changed after the act; it does not say by whom, and proves nothing in law.
    """
    entrees = depot.entrees()
    dossier = depot.dossier
    proclames = [(ag, vote) for ag in dossier.assemblees.values() for vote in ag.votes if vote.proclamation]
    issues = (
        *controler_chaine(entrees),
        *_lignes(entrees, depot.lignes()),
        *(issue for ag, vote in proclames for issue in _decision(dossier, ag, vote)),
        *differences(depot),
        *_urnes(depot),
    )
    return Verification(len(entrees), len(proclames), issues)


def controler_chaine(entrees: tuple[Entree, ...]) -> Iterator[Issue]:
    """Each entry follows the one before it, and is what its digest says."""
    precedent = ORIGINE
    for rang, entree in enumerate(entrees, 1):
        chemin = f"journal[{entree.numero}]"
        if entree.numero != rang:
            yield refus("JOURNAL_SUITE", f"l’acte n°\u00a0{rang} manque au journal.", chemin=chemin)
            return
        if entree.precedent != precedent:
            yield refus("JOURNAL_CHAINE", f"l’acte n°\u00a0{rang} ne suit pas l’acte précédent.", chemin=chemin)
        if entree.calculer_empreinte() != entree.empreinte:
            yield refus(
                "JOURNAL_ENTREE", f"l’entrée de l’acte n°\u00a0{rang} ({entree.acte}) a été changée.", chemin=chemin
            )
        precedent = entree.empreinte


def _lignes(entrees: tuple[Entree, ...], actes: dict[int, list[tuple[int, Fait]]]) -> Iterator[Issue]:
    par_numero = dict(actes)
    for entree in entrees:
        calculees = empreintes(par_numero.pop(entree.numero, []))
        for table in sorted({*calculees, *entree.lignes}):
            if calculees.get(table) != entree.lignes.get(table):
                yield refus(
                    "LIGNES",
                    f"les lignes de «\u00a0{table}\u00a0» écrites par l’acte n°\u00a0{entree.numero} ({entree.acte}\u00a0: "
                    f"{entree.resume}) ne sont plus celles qu’il a écrites.",
                    chemin=f"{table}[{entree.numero}]",
                )
    for numero in par_numero:
        yield refus(
            "LIGNES",
            f"des lignes portent l’acte n°\u00a0{numero}, qui n’est pas au journal.",
            chemin=f"journal[{numero}]",
        )


def _urnes(depot: Depot) -> Iterator[Issue]:
    """As many sealed ballots as signed votes in each urn that is not opened yet, and no other urn."""
    pleines = depot.urnes_pleines()
    for ag in depot.dossier.assemblees.values():
        for vote in ag.votes:
            if vote.scrutin.mode != ISOLOIR or vote.depouillement is not None:
                continue
            numero = vote.scrutin.scrutin
            bulletins, signes = pleines.pop(numero, None), len(emarges(ag, numero))
            if bulletins is None:
                phrase = f"{ag.titre_court}\u00a0: l’urne du scrutin n°\u00a0{numero} n’est plus dans le fichier."
                yield refus("URNE_ABSENTE", phrase, chemin=f"urne[{numero}]")
            elif bulletins != signes:
                phrase = (
                    f"{ag.titre_court}\u00a0: {accord(bulletins, 'bulletin')} dans l’urne du scrutin n°\u00a0{numero} pour "
                    f"{accord(signes, 'vote émargé', 'votes émargés')}."
                )
                yield refus("URNE_ECART", phrase, chemin=f"urne[{numero}]")
    for numero in sorted(pleines):
        phrase = f"le fichier garde une urne (scrutin n°\u00a0{numero}) que rien n’attend."
        yield refus("URNE_INCONNUE", phrase, chemin=f"urne[{numero}]")


def _decision(dossier: Dossier, ag: Assemblee, vote: Vote) -> Iterator[Issue]:
    proclamation = vote.proclamation
    if proclamation is None:
        return
    point = ag.resolution_par_numero.get(vote.scrutin.resolution)
    chemin = f"assemblees[{ag.numero}].resolutions[{point.numero if point else vote.scrutin.resolution}]"
    if point is None:
        yield refus(
            "DECISION", f"{ag.titre_court}\u00a0: la résolution votée n’est plus à l’ordre du jour.", chemin=chemin
        )
        return
    try:
        resultat, canonique = resultat_canonique(dossier, ag, vote)
    except (AttributeError, KeyError, TypeError, ValueError, ZeroDivisionError):  # rows changed by another hand
        yield refus(
            "DECISION",
            f"{ag.titre_court}, résolution {point.numero}\u00a0: les comptes ne permettent plus de décider.",
            chemin=chemin,
        )
        return
    if resultat.decision.value != proclamation.decision:
        yield refus(
            "DECISION",
            f"{ag.titre_court}, résolution {point.numero}\u00a0: «\u00a0{proclamation.decision}\u00a0» est enregistré, le calcul "
            f"donne «\u00a0{resultat.decision.value}\u00a0».",
            chemin=chemin,
        )
    elif canonique != proclamation.resultat and not _noms_seuls(dossier, ag, vote, canonique):
        yield refus(
            "RESULTAT",
            f"{ag.titre_court}, résolution {point.numero}\u00a0: la décision est la même, mais ses chiffres enregistrés diffèrent du calcul.",
            chemin=chemin,
        )


def _noms_seuls(dossier: Dossier, ag: Assemblee, vote: Vote, canonique: str) -> bool:
    """Whether candidates' names alone differ, each being one that the register had: the figures are the same."""
    noms = cles_anciennes(dossier, ag, vote.scrutin.resolution)
    try:
        enregistre = json.loads(vote.proclamation.resultat if vote.proclamation else "{}")
    except ValueError:
        return False
    return isinstance(enregistre, dict) and _sous_noms(enregistre, noms) == _sous_noms(json.loads(canonique), {})


def _sous_noms(arbre: dict[str, Any], noms: dict[str, str]) -> dict[str, Any]:
    """A result with the candidates under other names; equal ones among the elected are ranked by name."""
    elus = sorted(noms.get(nom, nom) for nom in arbre.get("elus", ()))
    candidats = {noms.get(nom, nom): voix for nom, voix in arbre.get("candidats", {}).items()}
    return {**arbre, "elus": elus, "candidats": candidats}
