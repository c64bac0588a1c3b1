"""The fictional cooperative on the evening of an assembly: list frozen, nobody in the room yet."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from scicvote.actes import preparation
from scicvote.core import faits as f
from scicvote.store.depot import Depot, Projet
from tests.ui import fabrique

HEURE = datetime(2026, 6, 12, 18, 30)
ARRETEE = date(2026, 5, 27)
PIECES = ("Comptes annuels de 2025", "Rapport de gestion")
_NOMS = ("Ajonc", "Bruyère", "Cerisier", "Douglas", "Érable", "Fusain", "Gentiane", "Hêtre", "Iris", "Jasmin")
_PRENOMS = ("Zoé", "Léo", "Anaïs", "Basile", "Clélia", "Denis", "Elsa", "Fanny", "Gaël", "Hélène")


def creer(chemin: Path, de_plus: int = 0, par_college: bool = True, convoquee: bool = True) -> int:
    """Write the file; the number of the assembly. ``de_plus``: so many more natural persons, each of another name."""
    with fabrique.ouvrir(chemin) as depot:
        return preparer(depot, de_plus, par_college, convoquee)


def preparer(depot: Depot, de_plus: int = 0, par_college: bool = True, convoquee: bool = True) -> int:
    """One more assembly, its list frozen."""
    if de_plus:
        _ecrire(depot, "Registre complété", _personnes(de_plus))
    numero = depot.dossier.prochaine_assemblee
    convocation = fabrique.convocation(numero, "ordinaire", HEURE, par_college, None)
    resolution = fabrique.resolution(90, numero, 1, "Charte", "L’assemblée adopte la charte.")
    _ecrire(depot, "Assemblée préparée", (convocation, resolution))
    if convoquee:
        assert preparation.arreter_liste(depot, numero, ARRETEE, "la gérance").accepte
        envois = tuple(
            f.Envoi(numero, ARRETEE, objet, "recommandé", PIECES if objet == "documents" else (), None)
            for objet in ("convocation", "documents")
        )
        _ecrire(depot, "Convocations envoyées", envois)
    return numero


def _ecrire(depot: Depot, resume: str, faits: tuple[f.Fait, ...]) -> None:
    assert depot.accomplir("test", lambda _dossier: Projet(resume, faits)).accepte


def nom(rang: int) -> tuple[str, str]:
    """A name that nobody else has: three letters tell hundreds apart."""
    voyelles, consonnes = "aeiou", "bcdfglmnprstv"
    syllabe = f"{consonnes[rang % 13]}{voyelles[rang // 13 % 5]}{consonnes[rang // 65 % 13]}"
    return f"{syllabe.capitalize()}{_NOMS[rang % 10].lower()}", _PRENOMS[rang // 10 % 10]


def _personnes(combien: int) -> tuple[f.Fait, ...]:
    faits: list[f.Fait] = []
    for rang in range(combien):
        numero = 100 + rang
        faits.append(fabrique.fiche(numero, *nom(rang), "", "physique"))
        faits.append(fabrique.mouvement(numero, date(2021, 1, 4), "reprise", 1, ("1", "2", "3", "5")[rang % 4]))
    return tuple(faits)
