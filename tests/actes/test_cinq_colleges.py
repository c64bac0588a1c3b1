"""Five colleges counted on five computers: back in any order, one of them missing, and the same result as in one room."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from scicvote.actes import cooperative, export_college, preparation, retour_college, seance, travail_college, vote
from scicvote.actes.verification import verifier
from scicvote.core.retours import colleges_attendus
from scicvote.core.vote import ComptageCorps
from scicvote.exchange.statuts import texte_fourni
from tests.outils.autres_statuts import scene_sous
from tests.scene_papiers import HORLOGE, Scene, a, mains

COLLEGES = {"SAL": "S", "USA": "U", "BEN": "B", "PAR": "P", "COL": "C"}
MEMBRES = 4  # of each college, all present: associé 1 to 4 are SAL, 5 to 8 USA…
VOIX: dict[str, ComptageCorps] = {
    "SAL": mains(3, 1), "USA": mains(1, 3), "BEN": mains(2, 1, 1), "PAR": mains(4), "COL": mains(1, 2, 1),
}  # fmt: skip
ORDRES = (("SAL", "USA", "BEN", "PAR", "COL"), ("COL", "PAR", "BEN", "USA", "SAL"), ("BEN", "COL", "SAL", "PAR", "USA"))


def membres(college: str) -> range:
    premier = 1 + MEMBRES * list(COLLEGES).index(college)
    return range(premier, premier + MEMBRES)


@dataclass
class Ailleurs:
    """The cooperative's file once five packages left, and what each college brings back."""

    fichier: Path
    ag: int
    retours: dict[str, bytes]


@pytest.fixture(scope="module")
def ailleurs(tmp_path_factory: pytest.TempPathFactory) -> Ailleurs:
    dossier = tmp_path_factory.mktemp("cinq")
    scene = scene_sous(dossier, texte_fourni("la-grande-ourse"), [c for c in COLLEGES.values() for _ in range(MEMBRES)])
    scene.preparer(par_college=True)
    scene.resolution("Approbation du projet")
    scene.faire(preparation.arreter_liste(scene.depot, scene.ag, date(2026, 5, 27), "le conseil"))
    retours = {code: rendre(scene, code, dossier / code) for code in COLLEGES}
    scene.depot.fermer()
    return Ailleurs(dossier / "fiction.scic", scene.ag, retours)


def rendre(scene: Scene, college: str, dossier: Path) -> bytes:
    """A college's package, its assembly held on another computer, its signed return."""
    acte, remise = export_college.exporter(scene.depot, scene.ag, college)
    assert remise is not None, acte.issues
    dossier.mkdir()
    paquet = dossier / f"{college}.scicollege"
    paquet.write_bytes(remise.octets)
    ouverture = travail_college.ouvrir_paquet(paquet, lambda: HORLOGE)
    assert ouverture.chemin is not None, ouverture.issues
    with cooperative.ouvrir(ouverture.chemin, lambda: HORLOGE) as depot:
        (ag,) = depot.dossier.assemblees.values()
        portable = Scene(depot, ag.numero)
        portable.arriver(membres(college))
        portable.ouvrir(president=membres(college)[0], motif="choisi par le collège")
        (point,) = portable.assemblee.resolutions
        portable.voter(point.resolution, {"*": VOIX[college]}, a(18, 30))
        portable.clore()
        signe, rendu = travail_college.preparer_retour(depot, ag.numero, remise.phrase)
        assert rendu is not None, signe.issues
        return rendu.octets


@pytest.fixture
def scene(ailleurs: Ailleurs, tmp_path: Path) -> Iterator[Scene]:
    chemin = Path(shutil.copy(ailleurs.fichier, tmp_path / "coop.scic"))
    with cooperative.ouvrir(chemin, lambda: HORLOGE) as depot:
        yield Scene(depot, ailleurs.ag)


def prendre(scene: Scene, ailleurs: Ailleurs, college: str) -> None:
    chemin = ailleurs.fichier.with_name(f"retour-{college}.scicollege")
    chemin.write_bytes(ailleurs.retours[college])
    lu, issues = retour_college.lire(chemin)
    assert lu is not None, issues
    scene.faire(retour_college.importer(scene.depot, lu))


def compter(scene: Scene, comptage: dict[str, ComptageCorps]) -> int:
    """Open and count the only point; returns its scrutin."""
    (point,) = scene.assemblee.resolutions
    scene.faire(vote.ouvrir_scrutin(scene.depot, scene.ag, point.resolution, "main_levee", a(18, 30)))
    scrutin = scene.assemblee.votes[-1].scrutin.scrutin
    scene.faire(vote.depouiller(scene.depot, scene.ag, scrutin, comptage, a(18, 32)))
    return scrutin


@pytest.fixture(scope="module")
def en_une_salle(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The public result of the same votes in one room."""
    categories = [c for c in COLLEGES.values() for _ in range(MEMBRES)]
    salle = scene_sous(tmp_path_factory.mktemp("salle"), texte_fourni("la-grande-ourse"), categories)
    salle.preparer(par_college=True)
    salle.resolution("Approbation du projet")
    salle.faire(preparation.arreter_liste(salle.depot, salle.ag, date(2026, 5, 27), "le conseil"))
    salle.arriver(range(1, 1 + MEMBRES * len(COLLEGES)))
    salle.ouvrir(motif="choisi par l’assemblée")
    scrutin = compter(salle, VOIX)
    salle.faire(vote.proclamer(salle.depot, salle.ag, scrutin, a(18, 33)))
    proclamation = salle.assemblee.votes[-1].proclamation
    salle.depot.fermer()
    assert proclamation is not None
    return proclamation.resultat


@pytest.mark.parametrize("ordre", ORDRES, ids="-".join)
def test_five_colleges_come_back_in_any_order(
    scene: Scene, ailleurs: Ailleurs, en_une_salle: str, ordre: tuple[str, ...]
) -> None:
    *venus, dernier = ordre
    for i, college in enumerate(venus):
        prendre(scene, ailleurs, college)
        assert set(colleges_attendus(scene.assemblee)) == set(ordre[i + 1 :])
    scene.ouvrir(president=membres(venus[0])[0], motif="choisi par l’assemblée")  # of a college that is back
    scrutin = compter(scene, {})
    refuse = vote.proclamer(scene.depot, scene.ag, scrutin, a(18, 33))
    assert [i.code for i in refuse.refus] == ["RETOUR_ATTENDU"]
    assert dernier in refuse.refus[0].phrase
    prendre(scene, ailleurs, dernier)
    scene.faire(vote.proclamer(scene.depot, scene.ag, scrutin, a(18, 34)))
    proclamation = scene.assemblee.votes[-1].proclamation
    assert proclamation is not None
    assert proclamation.resultat == en_une_salle
    scene.faire(seance.clore_seance(scene.depot, scene.ag, a(20)))
    assert verifier(scene.depot).issues == ()
