"""Papers: a sheet of 20,000 associés, as many letters, minutes of 30 resolutions; against reportlab alone."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.mesure import Mesure, alterner, meilleurs, pret
from benchmarks.papiers_reference import INSTANT, recit_nu, relever, toile_nue
from benchmarks.terrain import ENTETES, JOUR, cooperative_vide, registre
from scicvote.actes import cooperative, importation, preparation, seance, vote
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Bureau, Convocation, Presence, Resolution
from scicvote.core.feuille_presence import feuille_presence
from scicvote.core.papier import Papier, Style, ligne, liste, paragraphe
from scicvote.core.proces_verbal import proces_verbal
from scicvote.core.vote import ComptageCorps
from scicvote.documents.rendu import rendre, rendre_lot
from scicvote.store.depot import Acte, Depot

ASSOCIES: Final = 20_000
PETITE: Final = 2_000
TOURS: Final = 2
RESOLUTIONS: Final = 30
LIMITE_FEUILLE, LIMITE_LETTRES, LIMITE_PV, LIMITE_CROISSANCE = 1.5, 2.0, 2.0, 12.0
MEMOIRE: Final = 150.0  # Mo, of the whole process
HEURE: Final = datetime(2026, 6, 12, 18, 0)

_ENFANT: Final = """
import sys
from benchmarks.papiers import feuille_de
feuille_de(sys.argv[1])
try:
    etat = open("/proc/self/status", encoding="ascii").read()
    print(int(etat.partition("VmHWM:")[2].split()[0]) / 1024)
except OSError:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20)
"""


def _accepte(acte: Acte) -> Acte:
    assert acte.accepte, acte.issues
    return acte


def assemblee(dossier: Path, associes: int, resolutions: int = 0) -> tuple[Depot, int]:
    """A cooperative and its assembly, the list frozen."""
    fichier = dossier / f"registre-{associes}.csv"
    with fichier.open("w", encoding="utf-8", newline="") as sortie:
        csv.writer(sortie, delimiter=";").writerows([ENTETES, *registre(associes)])
    depot = cooperative_vide(dossier / f"{associes}.scic")
    importe = importation.importer(depot, fichier, JOUR)
    assert importe.acte is not None, importe.issues
    convocation = Convocation(0, "ordinaire", HEURE, "Salle des fêtes", False, "", "", 1, None, 2025, "la gérance")
    numero: int = _accepte(preparation.preparer(depot, convocation)).faits[0].assemblee  # type: ignore[attr-defined]
    for i in range(1, resolutions + 1):
        texte = f"L’assemblée se prononce sur le point {i}, après en avoir délibéré, sur le rapport de la gérance."
        fait = Resolution(0, numero, 0, f"Point {i}", texte, "ordinaire", "autre", 0, None, "", None, False)
        _accepte(preparation.inscrire_resolution(depot, fait))
    _accepte(preparation.arreter_liste(depot, numero, date(2026, 5, 27), "la gérance"))
    return depot, numero


def _tenir(depot: Depot, numero: int) -> None:
    """Hold the sitting: everybody there, every resolution voted."""
    inscrits = sorted(depot.dossier.assemblees[numero].liste)
    for i, associe in enumerate(inscrits):
        fiche = depot.dossier.registre.au(JOUR).par_numero[associe].fiche
        piece = "délibération" if fiche.personne == "morale" else ""
        heure = HEURE - timedelta(minutes=60 - i)
        _accepte(seance.emarger(depot, Presence(numero, associe, heure, "arrivee", fiche.representant, piece)))
    _accepte(seance.constituer_bureau(depot, Bureau(numero, HEURE, inscrits[0], "Camille Scribe", (), "élue")))
    _accepte(seance.ouvrir_seance(depot, numero, HEURE))
    for i, resolution in enumerate(depot.dossier.assemblees[numero].resolutions, 1):
        debut = HEURE + timedelta(minutes=5 * i)
        heures = (debut, debut + timedelta(minutes=2), debut + timedelta(minutes=3))
        comptage = {"*": ComptageCorps(len(inscrits) - 6, 4, 2, 0)}
        for acte in vote.voter(
            depot, numero, resolution.resolution, "main_levee", comptage, heures, None, "resolution"
        ):
            _accepte(acte)
    _accepte(seance.clore_seance(depot, numero, HEURE + timedelta(hours=5)))


def composer_feuille(dossier: Dossier, ag: Assemblee) -> bytes:
    """The attendance sheet, from facts to bytes."""
    return rendre(feuille_presence(dossier, ag), instant=INSTANT)


def _plusieurs(dossier: Dossier, ag: Assemblee) -> None:
    """As many small sheets as make a large one: as long a work, which neighbours disturb as much."""
    for _ in range(ASSOCIES // PETITE):
        composer_feuille(dossier, ag)


def feuille_de(chemin: str) -> bytes:
    """The attendance sheet of the first assembly of a file, everything read from it."""
    with cooperative.ouvrir(Path(chemin)) as depot:
        return composer_feuille(depot.dossier, depot.dossier.assemblees[1])


def lettres(dossier: Dossier, ag: Assemblee) -> Iterator[Papier]:
    """A notice of one page to each associé: the same words, another addressee."""
    contexte = Contexte(dossier, ag)
    entete = contexte.entete
    points = [f"Point {i}, sur le rapport de la gérance" for i in range(1, 9)]
    corps = (
        paragraphe("Fictiville, le 27 mai 2026", style=Style.DROITE),
        paragraphe(
            "Madame, Monsieur, vous êtes convoqué à l’assemblée générale ordinaire annuelle qui se tiendra le vendredi "
            "12 juin 2026 à 18\u00a0h\u00a000, à la salle des fêtes, pour délibérer sur l’ordre du jour suivant\u00a0:"
        ),
        liste(*points, numerotee=True),
        paragraphe(
            "Les comptes annuels, le rapport de gestion et le texte des résolutions sont joints à la présente. Vous "
            "pouvez poser des questions écrites jusqu’à l’assemblée, et vous y faire représenter par un autre associé ou "
            "par votre conjoint au moyen du pouvoir ci-joint."
        ),
        paragraphe("La gérance", style=Style.DROITE),
    )
    for numero in ag.liste:
        fiche = contexte.fiche(numero)
        assert fiche is not None
        adresse = paragraphe(*ligne(f"{contexte.civil(numero)}\n{fiche.domicile}"), style=Style.ADRESSE)
        yield Papier(
            titre="Convocation", sous_titre=ag.titre, auteur="Fiction", entete=entete, blocs=(adresse, *corps), pied="Fiction"
        )  # fmt: skip


def composer_lettres(dossier: Dossier, ag: Assemblee) -> bytes:
    """Every letter in one file."""
    return rendre_lot(lettres(dossier, ag), len(ag.liste), instant=INSTANT)


def memoire(chemin: Path) -> float:
    """The peak memory of a process that only makes the sheet, in Mo."""
    fini = subprocess.run([sys.executable, "-c", _ENFANT, str(chemin)], capture_output=True, text=True, check=True)
    return float(fini.stdout)


def _feuilles(dossier: Path) -> Iterator[Mesure]:
    depot, numero = assemblee(dossier, ASSOCIES)
    ag = depot.dossier.assemblees[numero]
    petit, un = assemblee(dossier, PETITE)
    ag_petite = petit.dossier.assemblees[un]
    nues = relever([feuille_presence(depot.dossier, ag)])
    essais = [
        pret(composer_feuille, depot.dossier, ag),
        pret(toile_nue, nues),
        pret(_plusieurs, petit.dossier, ag_petite),
    ]
    grande, reference, petites = meilleurs(alterner(essais, TOURS))
    petite = petites / (ASSOCIES // PETITE)
    yield Mesure(f"feuille de présence de {ASSOCIES} associés, toile nue", grande, reference, TOURS, LIMITE_FEUILLE)
    yield Mesure(f"feuille de {ASSOCIES} associés, feuille de {PETITE}", grande, petite, TOURS, LIMITE_CROISSANCE)
    chemin = Path(depot.nom)
    yield Mesure("la même, mémoire du processus en Mo, limite", memoire(chemin) / 1000, MEMOIRE / 1000, 1, 1.0)
    yield from _lettres(depot.dossier, ag)
    petit.fermer()
    depot.fermer()


def _lettres(dossier: Dossier, ag: Assemblee) -> Iterator[Mesure]:
    essais = [pret(composer_lettres, dossier, ag), pret(toile_nue, relever(lettres(dossier, ag)))]
    produit, reference = meilleurs(alterner(essais, 1))
    yield Mesure(f"{ASSOCIES} lettres d’une page, toile nue", produit, reference, 1, LIMITE_LETTRES)


def _proces_verbal(dossier: Path) -> Mesure:
    depot, numero = assemblee(dossier, 40, RESOLUTIONS)
    _tenir(depot, numero)
    ag = depot.dossier.assemblees[numero]
    papier = proces_verbal(depot.dossier, ag)

    def dresser() -> Any:
        return rendre(proces_verbal(depot.dossier, ag), instant=INSTANT)

    produit, reference = meilleurs(alterner([pret(dresser), pret(recit_nu, papier)], 5))
    depot.fermer()
    return Mesure(f"procès-verbal de {RESOLUTIONS} résolutions, récit nu", produit, reference, 5, LIMITE_PV)


def mesurer() -> Iterator[Mesure]:
    """Minutes, sheets, letters."""
    with TemporaryDirectory() as dossier:
        yield _proces_verbal(Path(dossier))
        yield from _feuilles(Path(dossier))
