"""Free text against the data: hours out of the sitting, numbers of associés that are not theirs, reports not laid…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import Final

from scicvote.core.contexte_papier import Contexte
from scicvote.core.contradictions_chiffres import (
    contradictions_dates,
    contradictions_exercice,
    contradictions_montants,
    contradictions_votes,
)
from scicvote.core.contradictions_noms import Noms, contradictions_noms
from scicvote.core.faits import DocumentDepose, Incident, ReponseQuestion, Resolution
from scicvote.core.francais import cardinal, heure_fr
from scicvote.core.issue import Issue, avertissement
from scicvote.core.moments import a_l_ouverture, a_la_cloture, effectifs, ensemble, heure_cloture, heure_ouverture
from scicvote.core.normalise import cle

_HEURE: Final = re.compile(r"\b([01]?\d|2[0-3])\s*(?:h|heures?)(?:\s*([0-5]\d))?\b", re.IGNORECASE)
_MOMENT: Final = re.compile(r"\b(?:à|dès|vers)\s+$", re.IGNORECASE)  # what makes an hour a moment, not a duration
_MOTS: Final = r"(\d+|[a-zéè]+(?:[- ](?:et[- ])?[a-zéè]+)*?)"
_ASSOCIES: Final = re.compile(rf"\b{_MOTS}\s+(?:associ|soci[ée]taire)\w*", re.IGNORECASE)
_RAPPORTS: Final = (
    "rapport de gestion",
    "rapport spécial",
    "rapport sur les conventions",
    "rapport du commissaire aux comptes",
    "comptes annuels",
)


def contradictions_textes(contexte: Contexte) -> Iterator[Issue]:
    """What the secretary wrote, held against what was recorded."""
    noms = Noms(contexte)
    for chemin, texte in _textes(contexte):
        yield from _heures(contexte, chemin, texte)
        yield from _nombres(contexte, chemin, texte)
        yield from contradictions_dates(contexte, chemin, texte)
        yield from contradictions_noms(noms, chemin, texte)
    for resolution in contexte.ag.resolutions:
        yield from _resolution(contexte, noms, resolution)
    yield from _rapports(contexte)


def _resolution(contexte: Contexte, noms: Noms, resolution: Resolution) -> Iterator[Issue]:
    """What was put to the vote, and what its debates say of the votes."""
    chemin, texte = f"resolutions[{resolution.numero}]", contexte.ag.texte_de(resolution)
    yield from contradictions_dates(contexte, f"{chemin}.texte", texte)
    yield from contradictions_noms(noms, f"{chemin}.texte", texte)
    yield from contradictions_exercice(contexte, resolution)
    yield from contradictions_montants(contexte, resolution)
    debat = contexte.ag.debat(resolution.resolution)
    yield from contradictions_votes(contexte, resolution, f"{chemin}.debat", debat)


def _textes(contexte: Contexte) -> Iterator[tuple[str, str]]:
    """Debates, incidents and answers, each with where it stands."""
    for resolution in contexte.ag.resolutions:
        yield f"resolutions[{resolution.numero}].debat", contexte.ag.debat(resolution.resolution)
    for incident in contexte.ag.tous(Incident):
        yield "incidents", incident.texte
    for reponse in contexte.ag.tous(ReponseQuestion):
        yield "questions", reponse.texte


# --- hours


def _heures(contexte: Contexte, chemin: str, texte: str) -> Iterator[Issue]:
    cloture = heure_cloture(contexte.ag)
    if cloture is None:
        return
    for trouve in _HEURE.finditer(texte):
        heure = _dans_la_seance(contexte, int(trouve[1]), int(trouve[2] or 0), cloture)
        ouverture = heure_ouverture(contexte.ag)
        if ouverture is not None and heure < ouverture and _MOMENT.search(texte[: trouve.start()]):
            phrase = f"Le texte parle de {heure_fr(heure)}, la séance est ouverte à {heure_fr(ouverture)}."
            yield avertissement("PV_TEXTE_HEURE", phrase, contexte.loi_pv, chemin=chemin)
        elif heure > cloture:
            phrase = f"Le texte parle de {heure_fr(heure)}, la séance est close à {heure_fr(cloture)}."
            yield avertissement("PV_TEXTE_HEURE", phrase, contexte.loi_pv, chemin=chemin)


def _dans_la_seance(contexte: Contexte, heure: int, minute: int, cloture: datetime) -> datetime:
    """The moment that an hour of a text names: after midnight only in a sitting that ended so."""
    debut = heure_ouverture(contexte.ag) or contexte.ag.convocation.heure
    moment = debut.replace(hour=heure, minute=minute)
    return moment + timedelta(days=1) if cloture.date() > debut.date() and moment < debut else moment


# --- numbers of associés


@cache
def _en_lettres() -> dict[str, int]:
    """Numbers from 2 to 199 by their words."""
    return {cle(cardinal(n)): n for n in range(2, 200)}


def _nombres(contexte: Contexte, chemin: str, texte: str) -> Iterator[Issue]:
    connus = _connus(contexte)
    for trouve in _ASSOCIES.finditer(texte):
        n = _lire(trouve[1])
        if n is not None and n not in connus:
            phrase = (
                f"Le texte parle de «\u00a0{trouve[0]}\u00a0», ce nombre n’est dans aucun des comptes de la séance."
            )
            yield avertissement("PV_TEXTE_NOMBRE", phrase, "statuts 21-4", contexte.loi_pv, chemin=chemin)


def _lire(mots: str) -> int | None:
    """A number in figures, or the longest one that ends the words before ``associés``; None for none."""
    if mots.isdecimal():
        return int(mots)
    suite = cle(mots).split()
    return next((n for i in range(len(suite)) if (n := _en_lettres().get(" ".join(suite[i:]))) is not None), None)


def _connus(contexte: Contexte) -> set[int]:
    """Every number of associés that the data give: on the list, there, represented, in each vote."""
    connus = {len(contexte.ag.liste), len(contexte.inscrits)}
    for assistance in (a_l_ouverture(contexte.ag), a_la_cloture(contexte.ag)):
        lignes = effectifs(contexte, assistance)
        for e in (*lignes, ensemble(contexte, assistance)):
            connus |= {e.associes, e.presents, e.representes, e.total, e.associes - e.total}
    for vote in contexte.ag.votes:
        connus |= {sum(c.presents for c in vote.corps), *(c.presents for c in vote.corps)}
        connus |= {vote.personnes.presents} if vote.personnes is not None else set()
        connus |= {n for c in vote.comptes for n in (c.votants, c.pour, c.contre, c.abstention)}
        connus |= {sum(getattr(c, nom) for c in vote.comptes) for nom in ("votants", "pour", "contre", "abstention")}
    return connus


# --- reports


def _rapports(contexte: Contexte) -> Iterator[Issue]:
    """A report that a resolution cites and that nobody laid before the assembly."""
    deposes = [cle(d.titre) for d in contexte.ag.tous(DocumentDepose)]
    if not deposes:
        return
    for resolution in contexte.ag.resolutions:
        texte = cle(contexte.ag.texte_de(resolution))
        for rapport in _RAPPORTS:
            if cle(rapport) in texte and not any(cle(rapport) in depose for depose in deposes):
                phrase = f"Non déposé\u00a0: {rapport}, cité à la résolution {resolution.numero}."
                yield avertissement("PV_RAPPORT", phrase, contexte.loi_pv, chemin=f"resolutions[{resolution.numero}]")
