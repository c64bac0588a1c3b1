"""A fictional cooperative of a dozen associés under the Cliss XXI statutes, as facts: no file, no clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import ActeFaits, Dossier, composer
from scicvote.core.faits import (
    Bureau,
    Convocation,
    Fait,
    Fiche,
    LigneListe,
    ListeArretee,
    Mouvement,
    Ouverture,
    Pouvoir,
    Presence,
    Resolution,
    VersionStatuts,
)
from scicvote.core.statuts import MORALE, PHYSIQUE, Statuts
from scicvote.exchange.statuts import connus, texte_fourni

JOUR = date(2026, 6, 12)
ENTREE = date(2020, 1, 1)
# number: (first name, name, category, kind of person); colleges SB 1-4, PP 5-8, PM 9-12
PERSONNES: dict[int, tuple[str, str, str, str]] = {
    1: ("Ada", "Fictive", "1", PHYSIQUE),
    2: ("Bob", "Exemple", "1", PHYSIQUE),
    3: ("Cléo", "Modèle", "5", PHYSIQUE),
    4: ("Dan", "Essai", "1", PHYSIQUE),
    5: ("Eva", "Fiction", "2", PHYSIQUE),
    6: ("Fred", "Imaginaire", "3", PHYSIQUE),
    7: ("Gil", "Invente", "3", PHYSIQUE),
    8: ("Hana", "Pseudo", "2", PHYSIQUE),
    9: ("", "La Fabrique imaginaire", "2", MORALE),
    10: ("", "Commune de Nulle-Part", "4", MORALE),
    11: ("", "Les Ateliers inventés", "2", MORALE),
    12: ("", "Le Fonds d’exemple", "6", MORALE),
}
SB, PP, PM = (1, 2, 3, 4), (5, 6, 7, 8), (9, 10, 11, 12)


def heure(h: int, m: int = 0, jour: date = JOUR) -> datetime:
    return datetime(jour.year, jour.month, jour.day, h, m)


def fiche(numero: int, prenom: str, nom: str, personne: str = PHYSIQUE, effet: date = ENTREE) -> Fiche:
    return Fiche(numero, effet, personne, nom, prenom, "", "1 rue Inventée, Nulle-Part", "", "", "")


def mouvement(
    numero: int, nature: str, jour: date = ENTREE, parts: int = 0, categorie: str = "", **autres: Any
) -> Mouvement:
    return replace(Mouvement(numero, jour, nature, parts, categorie, None, None, ""), **autres)


def registre() -> tuple[Fait, ...]:
    """The identities and the parts of the dozen, ten parts each."""
    fiches = tuple(fiche(n, prenom, nom, personne) for n, (prenom, nom, _, personne) in PERSONNES.items())
    parts = tuple(mouvement(n, "reprise", ENTREE, 10, categorie) for n, (_, _, categorie, _) in PERSONNES.items())
    return (*fiches, *parts)


def convocation(assemblee: int = 1, jour: date = JOUR, **autres: Any) -> Convocation:
    valeurs: dict[str, Any] = {
        "nature": "ordinaire", "heure": heure(18, jour=jour), "lieu": "Salle imaginaire", "par_college": True, "motif_vote": "",
        "college": "", "consultation": 1, "suite_de": None, "exercice": None, "convoquee_par": "la gérance",
    }  # fmt: skip
    return Convocation(assemblee, **{**valeurs, **autres})


def resolution(
    numero: int = 1, regle: str = "ordinaire", objet: str = "autre", assemblee: int = 1, **autres: Any
) -> Resolution:
    """A resolution whose lasting number is ten times the assembly's plus its place."""
    valeurs: dict[str, Any] = {
        "titre": f"Résolution {numero}", "texte": "L’assemblée approuve.", "sieges": 0, "concerne": None, "college": "",
        "origine": None, "hors_ordre": False,
    }  # fmt: skip
    tout = {**valeurs, **autres}
    return Resolution(10 * assemblee + numero, assemblee, numero, regle=regle, objet=objet, **tout)


def liste(
    assemblee: int = 1, numeros: tuple[int, ...] = tuple(PERSONNES), jour: date = date(2026, 5, 27)
) -> tuple[Fait, ...]:
    colleges = {**dict.fromkeys(SB, "SB"), **dict.fromkeys(PP, "PP"), **dict.fromkeys(PM, "PM")}
    lignes = (LigneListe(assemblee, n, PERSONNES[n][2], colleges[n], 10, 1) for n in numeros)
    return (ListeArretee(assemblee, jour, "la gérance"), *lignes)


def arrivee(numero: int, h: int = 18, m: int = 0, assemblee: int = 1) -> Presence:
    return Presence(
        assemblee, numero, heure(h, m), "arrivee", "Zoé Représentante" if numero in PM else "", "pouvoir écrit"
    )


def depart(numero: int, h: int = 19, m: int = 0, assemblee: int = 1) -> Presence:
    return Presence(assemblee, numero, heure(h, m), "depart", "", "")


def pouvoir(numero: int, mandant: int, mandataire: int | None, **autres: Any) -> Pouvoir:
    return replace(Pouvoir(numero, 1, mandant, mandataire, "", False, heure(17), ""), **autres)


def seance(*presents: int, assemblee: int = 1) -> tuple[Fait, ...]:
    """The list frozen, these persons there, a bureau, the sitting open."""
    return (
        *liste(assemblee),
        *(arrivee(n, assemblee=assemblee) for n in presents),
        Bureau(assemblee, heure(18), presents[0], "Ida Secrétaire", (), "choisie par l’assemblée"),
        Ouverture(assemblee, heure(18, 5)),
    )


def dossier(*faits: Fait, statuts: Statuts | None = None) -> Dossier:
    """The cooperative, and these facts in one further act."""
    profil = statuts or connus()["cliss-xxi"]
    depart_ = ActeFaits(1, (VersionStatuts(profil.date, texte_fourni("cliss-xxi")), *registre()))
    return composer((depart_, ActeFaits(2, faits)), [profil])


def assemblee(*faits: Fait, statuts: Statuts | None = None, numero: int = 1) -> tuple[Dossier, Assemblee]:
    """The cooperative and one assembly of it."""
    tout = dossier(*faits, statuts=statuts)
    ag = tout.assemblee(numero)
    assert ag is not None
    return tout, ag
