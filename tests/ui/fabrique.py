"""A plainly fictional cooperative, made of facts: a register, four assemblies, minutes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from scicvote.core import faits as f
from scicvote.exchange.statuts import texte_fourni
from scicvote.store.depot import Depot, Projet
from scicvote.ui.session import lire_statuts

MAINTENANT = datetime(2026, 6, 12, 19, 14)
NOM = "La Fabrique imaginaire"

PERSONNES = (
    # name, first name, civility, kind, category, parts
    ("Marjolaine", "Inès", "Mme", "physique", "1", 5),
    ("Camomille", "Sacha", "M.", "physique", "1", 2),
    ("Sarriette", "Édith", "Mme", "physique", "1", 3),
    ("Romarin", "Paul", "M.", "physique", "1", 1),
    ("Genêt", "Paul", "M.", "physique", "5", 1),
    ("Tamaris", "Jo", "", "physique", "5", 1),
    ("Verveine", "Tom", "M.", "physique", "5", 2),
    ("Tilleul", "Rose", "Mme", "physique", "5", 1),
    ("Marguerite", "Noé", "M.", "physique", "2", 1),
    ("Marronnier", "Alix", "Mme", "physique", "2", 4),
    ("Sureau", "Gaëlle", "Mme", "physique", "2", 2),
    ("Aubépine", "Noa", "", "physique", "2", 1),
    ("Camarine", "Ugo", "M.", "physique", "3", 10),
    ("Tilleul", "Hugo", "M.", "physique", "3", 2),
    ("Œillet", "François", "M.", "physique", "3", 1),
    ("Lavande", "Maëlys", "Mme", "physique", "6", 20),
    ("Atelier Marmotte", "", "", "morale", "2", 10),
    ("Les Amarres imaginaires", "", "", "morale", "6", 60),
    ("Commune de Marelle-la-Fictive", "", "", "morale", "4", 85),
    ("Association du Grand Nulle-Part", "", "", "morale", "2", 5),
    ("Caisse des Songes", "", "", "morale", "6", 140),
    ("Foyer rural de Chimère", "", "", "morale", "2", 4),
    ("Syndicat mixte des Brumes", "", "", "morale", "4", 20),
)


def creer(chemin: Path) -> Path:
    """Write the cooperative's file and close it."""
    with ouvrir(chemin):
        return chemin


def ouvrir(chemin: Path) -> Depot:
    """A new file of the cooperative, left open."""
    depot = Depot.creer(chemin, lire_statuts, lambda: MAINTENANT)
    _acte(depot, "Coopérative reprise de son registre antérieur", (*_cooperative(), *_registre()))
    _acte(depot, "Assemblée de 2025 reprise", tuple(_ago_2025()))
    _acte(depot, "Assemblée extraordinaire d’octobre 2025", tuple(_age_2025()))
    _acte(depot, "Assemblée générale ordinaire du 12 juin 2026", tuple(_ago_2026()))
    _acte(depot, "Assemblée de septembre 2026 préparée", tuple(_a_venir()))
    return depot


def vide(chemin: Path) -> Path:
    """A cooperative that has statutes and nothing else."""
    with Depot.creer(chemin, lire_statuts, lambda: MAINTENANT) as depot:
        _acte(depot, "Coopérative créée", _cooperative())
    return chemin


def _acte(depot: Depot, resume: str, faits: Sequence[f.Fait]) -> None:
    depot.accomplir("test", lambda _dossier: Projet(resume, tuple(faits)))


# --- the cooperative and its register


def texte_statuts() -> str:
    return texte_fourni("cliss-xxi").replace('denomination = "Cliss XXI"', f'denomination = "{NOM}"')


def _cooperative() -> tuple[f.Fait, ...]:
    return (
        f.VersionStatuts(date(2012, 9, 29), texte_statuts()),
        f.Identite(date(2012, 9, 29), "1 rue de l’Exemple, 00000 Fictiville", "RCS Fictiville 000 000 000", "8240"),
        f.EtatColleges(date(2025, 1, 10), "demandes", 10, None),
    )


def fiche(numero: int, nom: str, prenom: str, civilite: str, personne: str) -> f.Fiche:
    adresse = f"{numero} rue de l’Exemple, 00000 Fictiville"
    representant = "Alix Prunier" if personne == "morale" else ""
    qualite = "présidente" if representant else ""
    courriel = f"associe{numero}@fabrique.example"
    return f.Fiche(numero, date(2015, 1, 1), personne, nom, prenom, civilite, adresse, courriel, representant, qualite)


def mouvement(associe: int, jour: date, nature: str, parts: int = 0, categorie: str = "") -> f.Mouvement:
    return f.Mouvement(associe, jour, nature, parts, categorie, None, None, "")


def _registre() -> Iterator[f.Fait]:
    for numero, (nom, prenom, civilite, personne, categorie, parts) in enumerate(PERSONNES, 1):
        entree = date(2015, 1, 1) + timedelta(days=120 * numero)
        yield fiche(numero, nom, prenom, civilite, personne)
        yield mouvement(numero, entree, "reprise", parts, categorie)
    yield mouvement(9, date(2025, 3, 3), "operation")
    yield mouvement(4, date(2025, 11, 30), "fin_contrat")  # Paul Romarin leaves
    yield fiche(30, "Prunelle", "Ada", "Mme", "physique")  # a candidate
    yield mouvement(30, date(2026, 5, 2), "candidature", 0, "2")
    yield f.Mandat(1, date(2025, 6, 13), date(2026, 6, 12), None)
    yield f.PresidentCollege("SB", 2, None, date(2025, 6, 1))


def grand_registre(combien: int) -> tuple[f.Fait, ...]:
    """So many more persons, for the filter's speed."""
    faits: list[f.Fait] = []
    for i in range(combien):
        numero = 1000 + i
        nom = ("Églantine", "Mûrier", "Noisetier", "Pêcher")[i % 4]
        faits.append(fiche(numero, f"{nom} {i}", ("Zoé", "Léo", "Anaïs")[i % 3], "", "physique"))
        faits.append(mouvement(numero, date(2020, 1, 1), "reprise", 1, ("1", "2", "3", "5")[i % 4]))
    return tuple(faits)


# --- assemblies


def convocation(numero: int, nature: str, heure: datetime, par_college: bool, exercice: int | None) -> f.Convocation:
    motif = "à la demande d’un associé (art. 25-1)" if par_college else ""
    return f.Convocation(
        numero, nature, heure, "salle des Utopies", par_college, motif, "", 1, None, exercice, "la gérance"
    )


def resolution(
    numero: int, assemblee: int, place: int, titre: str, texte: str, regle: str = "ordinaire", sieges: int = 0
) -> f.Resolution:
    objet = "election" if sieges else "autre"
    return f.Resolution(numero, assemblee, place, titre, texte, regle, objet, sieges, None, "", None, False)


Corps = dict[str, tuple[int, int]]  # registered, present
CORPS: Corps = {"SB": (7, 7), "PP": (8, 7), "PM": (7, 4)}


def scrutin(
    numero: int,
    point: f.Resolution,
    heure: datetime,
    corps: Corps = CORPS,
    mode: str = "main_levee",
    tour: int = 1,
) -> Iterator[f.Fait]:
    """A vote that is opened."""
    yield f.Scrutin(numero, point.assemblee, point.resolution, point.regle, "resolution", mode, tour, heure)
    for college, (inscrits, presents) in corps.items():
        yield f.CorpsScrutin(point.assemblee, numero, college, inscrits, presents, 0, 0)


def proclamer(
    numero: int, point: f.Resolution, heure: datetime, decision: str, elus: Sequence[str] = ()
) -> f.Proclamation:
    resultat = json.dumps({"elus": list(elus)} if point.sieges else {}, ensure_ascii=False)
    return f.Proclamation(point.assemblee, numero, heure, decision, resultat)


Voix = dict[str, tuple[int, int, int]]  # for, against, abstention


def voter(
    numero: int,
    point: f.Resolution,
    heure: datetime,
    voix: Voix,
    decision: str,
    corps: Corps = CORPS,
    mode: str = "main_levee",
) -> Iterator[f.Fait]:
    """A vote opened, counted and proclaimed within a few minutes."""
    yield from scrutin(numero, point, heure, corps, mode)
    yield f.Depouillement(point.assemblee, numero, heure + timedelta(minutes=2), False)
    for college, (pour, contre, abstention) in voix.items():
        votants = pour + contre + abstention
        yield f.Compte(point.assemblee, numero, college, votants, pour, contre, abstention, 0, 0)
    yield proclamer(numero, point, heure + timedelta(minutes=3), decision)


def elire(
    numero: int,
    point: f.Resolution,
    heure: datetime,
    candidats: dict[int, dict[str, int]],
    elus: Sequence[str],
    decision: str = "elus",
) -> Iterator[f.Fait]:
    """An election by paper ballots: ``candidats`` maps an associé to their votes by college."""
    yield from scrutin(numero, point, heure, mode="secret_papier")
    yield f.Depouillement(point.assemblee, numero, heure + timedelta(minutes=9), True)
    for candidat in candidats:
        yield f.Candidature(point.assemblee, point.resolution, candidat, "SB")
    for college, (_, presents) in CORPS.items():
        yield f.Compte(point.assemblee, numero, college, presents, 0, 0, 0, 1 if college == "PP" else 0, 0)
        for candidat, voix in candidats.items():
            yield f.VoixCandidat(point.assemblee, numero, college, candidat, voix[college])
    yield proclamer(numero, point, heure + timedelta(minutes=12), decision, elus)


def _ago_2025() -> Iterator[f.Fait]:
    heure = datetime(2025, 6, 13, 18, 0)
    yield convocation(1, "ordinaire", heure, True, 2024)
    yield f.Envoi(1, date(2025, 5, 20), "convocation", "recommandé", (), None)
    yield f.ListeArretee(1, date(2025, 5, 28), "la gérance")
    comptes = resolution(1, 1, 1, "Comptes de 2024", "L’assemblée approuve les comptes de l’exercice 2024.")
    quitus = resolution(2, 1, 2, "Quitus à la gérance", "L’assemblée donne quitus à la gérance.")
    yield from (comptes, quitus)
    yield f.Ouverture(1, heure)
    yield from voter(1, comptes, heure + timedelta(minutes=20), dict.fromkeys(CORPS, (4, 0, 0)), "adoptee")
    yield from voter(2, quitus, heure + timedelta(minutes=40), dict.fromkeys(CORPS, (3, 1, 0)), "adoptee")
    yield f.Cloture(1, heure + timedelta(hours=2))
    yield f.ProcesVerbal(1, "", 18, date(2025, 6, 20), None, "")
    yield f.Signature(1, "", 18, date(2025, 6, 24), ("Inès Marjolaine", "Sacha Camomille"))


def _age_2025() -> Iterator[f.Fait]:
    """By heads, rejected at three quarters; minutes not yet signed."""
    heure = datetime(2025, 10, 3, 18, 0)
    yield convocation(2, "extraordinaire", heure, False, None)
    yield f.Envoi(2, date(2025, 9, 10), "convocation", "recommandé", (), None)
    siege = resolution(3, 2, 1, "Transfert du siège", "L’assemblée transfère le siège.", "extraordinaire")
    yield siege
    yield f.Ouverture(2, heure)
    corps = {"*": (23, 19)}
    yield from voter(3, siege, heure + timedelta(minutes=15), {"*": (15, 3, 1)}, "rejetee", corps)
    yield f.Cloture(2, heure + timedelta(hours=1))
    yield f.ProcesVerbal(2, "", 19, date(2025, 10, 10), None, "")


AFFECTATION = (
    "L’assemblée affecte le résultat de 9\u202f400\u00a0€\u00a0: 1\u202f410\u00a0€ à la réserve légale "
    "(15\u202f%, art. 30) et 7\u202f990\u00a0€ à la réserve statutaire."
)


def _ago_2026() -> Iterator[f.Fait]:
    heure = datetime(2026, 6, 12, 18, 10)
    yield convocation(3, "ordinaire", heure, True, 2025)
    yield f.Envoi(3, date(2026, 5, 27), "convocation", "recommandé", (), None)
    points = (
        resolution(11, 3, 1, "Comptes de 2025", "L’assemblée approuve les comptes de l’exercice 2025."),
        resolution(12, 3, 2, "Affectation du résultat", AFFECTATION),
        resolution(13, 3, 3, "Conventions", "L’assemblée approuve les conventions du rapport spécial."),
        resolution(14, 3, 4, "Élection de la gérance", "L’assemblée élit deux gérants.", "election_gerance", 2),
        resolution(15, 3, 5, "Charte des usages", "L’assemblée adopte la charte des usages."),
        resolution(16, 3, 6, "Adhésion à un réseau", "L’assemblée décide l’adhésion au Réseau imaginaire."),
        resolution(17, 3, 7, "Pouvoirs pour formalités", "L’assemblée donne pouvoir au porteur d’une copie."),
    )
    yield from points
    yield f.ListeArretee(3, date(2026, 5, 27), "la gérance")
    yield f.Ouverture(3, heure)
    yield from _votes_2026(points, heure)
    yield f.RetraitResolution(3, 15, heure + timedelta(minutes=70), "texte à reprendre avec les usagers")
    yield f.Debat(
        3, 12, "Une associée demande si la réserve peut financer l’atelier. Une prochaine assemblée en décidera."
    )


def _votes_2026(points: Sequence[f.Resolution], heure: datetime) -> Iterator[f.Fait]:
    minute = timedelta(minutes=1)
    comptes = {"SB": (7, 0, 0), "PP": (6, 1, 0), "PM": (4, 0, 0)}
    affectation = {"SB": (5, 2, 0), "PP": (4, 3, 0), "PM": (2, 2, 0)}
    reseau = {"SB": (4, 1, 2), "PP": (3, 1, 2), "PM": (1, 1, 2)}
    yield from voter(11, points[0], heure + 20 * minute, comptes, "adoptee")
    yield from voter(12, points[1], heure + 40 * minute, affectation, "adoptee")
    silencieux = {"SB": (6, 0, 1), "PP": (5, 1, 1)}
    corps = {**CORPS, "PM": (7, 0)}
    yield from voter(13, points[2], heure + 60 * minute, silencieux, "adoptee", corps)
    candidats = {
        1: {"SB": 6, "PP": 5, "PM": 3},
        10: {"SB": 4, "PP": 5, "PM": 3},
        13: {"SB": 1, "PP": 1, "PM": 1},
    }
    yield from elire(14, points[3], heure + 75 * minute, candidats, ("Inès Marjolaine", "Alix Marronnier"))
    presents = {**CORPS, "PP": (8, 6)}
    yield from voter(16, points[5], heure + 100 * minute, reseau, "rejetee", presents)


def _a_venir() -> Iterator[f.Fait]:
    """Prepared, nothing voted."""
    yield convocation(4, "ordinaire_extraordinairement", datetime(2026, 9, 18, 18, 0), True, None)
    yield resolution(21, 4, 1, "Prêt participatif", "L’assemblée autorise un prêt participatif.")
