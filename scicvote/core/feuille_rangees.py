"""The rows of the attendance sheet: one per associé, with the mentions of statuts 21-4."""

from __future__ import annotations

from datetime import datetime

from scicvote.core.contexte_papier import Contexte
from scicvote.core.exact import INSECABLE, accord, nombre, pourcent_court
from scicvote.core.faits import Fiche, Pouvoir, Presence
from scicvote.core.francais import enumerer, heure_fr
from scicvote.core.papier import Alignement, Colonne, Genre, Ligne, Rangee, Tableau, gras, ligne, rangee
from scicvote.core.presence import Chute
from scicvote.core.scrutin import ENSEMBLE

COLONNES = (
    Colonne("N°", 9, Alignement.DROITE),
    Colonne("Nom et prénom, ou dénomination", 70),
    Colonne("Domicile ou siège", 54),
    Colonne("Parts", 13, Alignement.DROITE),
    Colonne("Voix", 12, Alignement.DROITE),
    Colonne("En personne", 30),
    Colonne("Pouvoir", 48),
    Colonne("Signature", 56),
)
_SIGNER = 12  # millimetres: room to sign


def tableau_emargement(contexte: Contexte) -> Tableau:
    """Every associé who can vote: one list, or by college with sub-totals."""
    rangees: list[Rangee] = []
    rang = 0
    for code in contexte.codes:
        membres = contexte.membres(code)
        rangees += _tete(contexte, code)
        for rang, associe in enumerate(membres, start=rang + 1):  # noqa: B020 - numbers go on from group to group
            rangees.append(_rangee(contexte, associe, rang))
        if code != ENSEMBLE and membres:
            rangees.append(_total(contexte, membres, f"Collège {code}" if code else "Sans collège"))
    if rang:
        rangees.append(_total(contexte, list(contexte.inscrits), "Ensemble"))
    vide = "La liste des associés n’est pas arrêtée." if contexte.ag.liste_arretee is None else "Aucun associé."
    return Tableau(COLONNES, tuple(rangees) if rang else (), hauteur=_SIGNER, quadrille=True, petit=True, vide=vide)


def _tete(contexte: Contexte, code: str) -> list[Rangee]:
    """What heads a college."""
    if code == ENSEMBLE:
        return []
    college = contexte.statuts.par_code.get(code)
    poids = f", {pourcent_court(college.poids / 100)} des voix de l’assemblée" if college else ""
    suite = "" if contexte.membres(code) else f"{INSECABLE}: aucun associé"
    return [rangee(f"{contexte.libelle_corps(code)}{poids}{suite}", genre=Genre.GROUPE)]


def _total(contexte: Contexte, membres: list[int], libelle: str) -> Rangee:
    lignes = [contexte.inscrits[n] for n in membres]
    parts, voix = (nombre(sum(getattr(x, nom) for x in lignes)) for nom in ("parts", "voix"))
    texte = f"{libelle}{INSECABLE}: {accord(len(lignes), 'associé')}"
    return rangee("", texte, "", parts, voix, "", "", "", genre=Genre.TOTAL)


def _rangee(contexte: Contexte, associe: int, rang: int) -> Rangee:
    inscrit = contexte.inscrits[associe]
    fiche = contexte.fiche(associe)
    return rangee(
        str(rang),
        identite(contexte, associe),
        fiche.domicile if fiche else "",
        nombre(inscrit.parts),
        nombre(inscrit.voix),
        _en_personne(contexte, associe),
        _pouvoirs(contexte, associe),
        "",
    )


def identite(contexte: Contexte, associe: int) -> Ligne:
    """Family name in bold then first name; a denomination, then who represents it and the document that says so."""
    fiche = contexte.fiche(associe)
    if fiche is None:
        return ligne(contexte.nom(associe))
    if not contexte.morale(associe):
        civilite = f"{fiche.civilite}{INSECABLE}" if fiche.civilite else ""
        return ligne(civilite, gras(fiche.nom), f" {fiche.prenom}".rstrip())
    return ligne(gras(fiche.nom), _representant(contexte, associe, fiche))


def _representant(contexte: Contexte, associe: int, fiche: Fiche) -> str:
    presence = contexte.ag.assistance.vus.get(associe)
    qui = presence.representant if presence else fiche.representant
    if not qui:
        return ""
    qualite = f", {fiche.qualite_representant}" if fiche.qualite_representant and qui == fiche.representant else ""
    piece = f"\nPièce{INSECABLE}: {presence.piece}" if presence and presence.piece else ""
    return f"\nReprésentant{INSECABLE}: {qui}{qualite}{piece}"


def _en_personne(contexte: Contexte, associe: int) -> str:
    """Every arrival and departure, with its hour; nothing before."""
    passages = [f for f in contexte.ag.tous(Presence) if f.associe == associe]
    mots = {"arrivee": "Arrivée", "depart": "Départ"}
    return "\n".join(f"{mots[p.sens]} {heure_fr(p.heure)}" for p in passages)


def _pouvoirs(contexte: Contexte, associe: int) -> str:
    """The proxy given, and those held: whoever holds one signs in the box of its giver too."""
    donnes = [_donne(contexte, p) for p in contexte.ag.tous(Pouvoir) if p.mandant == associe]
    portes = [contexte.nom(p.mandant) for p in contexte.ag.assistance.pouvoirs.values() if p.mandataire == associe]
    if portes:
        donnes.append(f"Signe aussi pour {enumerer(portes)}")
    return "\n".join(donnes)


def _donne(contexte: Contexte, pouvoir: Pouvoir) -> str:
    chute = chute_de(contexte, pouvoir)
    if chute is None:
        return f"Donné {contexte.donne_a(pouvoir)}"
    return f"Donné {contexte.donne_a(pouvoir)}, tombé à {heure_fr(chute.heure)}"


def chute_de(contexte: Contexte, pouvoir: Pouvoir) -> Chute | None:
    """How a proxy fell; None while it stands. One that fell as the sitting closed is taken to have stood until then."""
    from scicvote.core.moments import a_la_cloture

    tombes = a_la_cloture(contexte.ag).chutes
    return next((c for c in tombes if c.pouvoir.pouvoir == pouvoir.pouvoir), None)


def instant_fr(heure: datetime) -> str:
    """A day and an hour in a table's cell: ``10/06/2026, 9 h 30``."""
    return f"{heure:%d/%m/%Y}, {heure_fr(heure)}"
