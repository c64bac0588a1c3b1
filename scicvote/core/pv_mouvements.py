"""What happened after the opening, hour by hour: arrivals, departures, proxies that fell, suspensions, incidents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scicvote.core.contexte_papier import Contexte
from scicvote.core.exact import INSECABLE, nombre
from scicvote.core.faits import FinFormulaire, FinPouvoir, FormulaireVote, Incident, Pouvoir, Presence, Suspension
from scicvote.core.francais import capitale, de, enumerer, heure_fr, selon
from scicvote.core.moments import assistance_a, ensemble, heure_cloture, heure_ouverture
from scicvote.core.papier import Alignement, Bloc, Colonne, Tableau, Titre, paragraphe, rangee

Passage = Presence | Pouvoir | FinPouvoir | FinFormulaire


@dataclass(frozen=True, slots=True)
class Evenement:
    """One thing that happened: the hour, a French sentence, whether attendance changed."""

    heure: datetime
    texte: str
    change: bool = False


def mouvements(contexte: Contexte) -> Iterator[Bloc]:
    """The sitting hour by hour, with the attendance after each change."""
    yield Titre(1, "Mouvements et incidents de séance")
    evenements = sorted(_evenements(contexte), key=lambda e: e.heure)
    if not evenements:
        yield paragraphe("Aucune arrivée, aucun départ et aucun incident après l’ouverture.")
        return
    colonnes = (
        Colonne("Heure", 18),
        Colonne("Événement", 124),
        Colonne("Présents ou représentés", 32, Alignement.DROITE),
    )
    rangees = tuple(rangee(heure_fr(e.heure), e.texte, _total(contexte, e)) for e in evenements)
    yield Tableau(colonnes, rangees, petit=True)


def _total(contexte: Contexte, evenement: Evenement) -> str:
    if not evenement.change:
        return ""
    return nombre(ensemble(contexte, assistance_a(contexte.ag, evenement.heure)).total)


def _evenements(contexte: Contexte) -> Iterator[Evenement]:
    yield from (_passage(contexte, fait) for fait in _passages(contexte))
    for suspension in contexte.ag.tous(Suspension):
        yield Evenement(suspension.heure, _suspension(suspension))
    for incident in contexte.ag.tous(Incident):
        yield Evenement(incident.heure, capitale(incident.texte))


def _passages(contexte: Contexte) -> Iterator[Passage]:
    """Arrivals, departures and proxies strictly between the opening and the closing."""
    ouverture, cloture = heure_ouverture(contexte.ag), heure_cloture(contexte.ag)
    for fait in contexte.ag.seance:
        if not isinstance(fait, Passage) or ouverture is None:
            continue
        if ouverture < fait.heure and (cloture is None or fait.heure < cloture):
            yield fait


def _suspension(suspension: Suspension) -> str:
    if suspension.sens == "reprise":
        return "Reprise de la séance."
    motif = f"{INSECABLE}: {suspension.motif.rstrip('.')}" if suspension.motif else ""
    return f"Suspension de la séance{motif}."


def _passage(contexte: Contexte, fait: Passage) -> Evenement:
    if isinstance(fait, Presence):
        return Evenement(fait.heure, _presence(contexte, fait), change=True)
    if isinstance(fait, Pouvoir):
        texte = f"Remise du pouvoir donné par {contexte.civil(fait.mandant)} {contexte.donne_a(fait)}{contexte.portee(fait)}."
        return Evenement(fait.heure, texte, change=True)
    if isinstance(fait, FinFormulaire):
        return Evenement(fait.heure, _fin_formulaire(contexte, fait), change=True)
    return Evenement(fait.heure, _fin(contexte, fait), change=True)


def _fin_formulaire(contexte: Contexte, fait: FinFormulaire) -> str:
    connus = (f for f in contexte.ag.tous(FormulaireVote) if f.formulaire == fait.formulaire)
    qui = "".join(f" {de(contexte.civil(f.associe))}" for f in connus)
    return f"Vote par correspondance{qui} écarté{INSECABLE}: {fait.motif.rstrip('.')}."


def _presence(contexte: Contexte, fait: Presence) -> str:
    mot = "Arrivée" if fait.sens == "arrivee" else "Départ"
    college = f" ({codes})" if (codes := contexte.colleges(fait.associe)) else ""
    par = f", par son représentant, {fait.representant}" if fait.representant else ""
    return f"{mot} {de(contexte.civil(fait.associe))}{college}{par}.{_tombes(contexte, fait)}"


def _tombes(contexte: Contexte, fait: Presence) -> str:
    """The proxies that fell as somebody came or left."""
    chutes = assistance_a(contexte.ag, fait.heure).chutes
    arrivee = fait.sens == "arrivee"
    lies = [c.pouvoir for c in chutes if c.heure == fait.heure and _concerne(c.pouvoir, fait.associe, arrivee)]
    if not lies:
        ecrits = assistance_a(contexte.ag, fait.heure).chutes_formulaires
        tombe = any(c.heure == fait.heure and c.formulaire.associe == fait.associe for c in ecrits)
        return " Son vote par correspondance tombe." if tombe and arrivee else ""
    if arrivee:
        return f" Son pouvoir donné {enumerer([contexte.donne_a(p) for p in lies])} tombe."
    mandants = enumerer([de(contexte.civil(p.mandant)) for p in lies])
    return f" {selon(len(lies), 'Tombe le pouvoir', 'Tombent les pouvoirs')} {mandants}."


def _concerne(pouvoir: Pouvoir, associe: int, arrivee: bool) -> bool:
    return (pouvoir.mandant if arrivee else pouvoir.mandataire) == associe


def _fin(contexte: Contexte, fait: FinPouvoir) -> str:
    connu = next((p for p in contexte.ag.tous(Pouvoir) if p.pouvoir == fait.pouvoir), None)
    if connu is None:
        return f"Retrait d’un pouvoir{INSECABLE}: {fait.motif.rstrip('.')}."
    return (
        f"Retrait du pouvoir donné par {contexte.civil(connu.mandant)} {contexte.donne_a(connu)}{INSECABLE}: "
        f"{fait.motif.rstrip('.')}."
    )
