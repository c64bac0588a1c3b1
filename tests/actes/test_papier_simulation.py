"""The page of hypotheses as PDF: one page, and why there is none."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from scicvote.actes.papier_simulation import imprimer_simulation
from scicvote.core.hypothese import Hypothese
from tests.core.test_simulation import FAUTIVE, FONDUS, POIDS, TETES
from tests.scene_papiers import Scene, a, mains

INSTANT = datetime(2026, 6, 14, 9, 0)


def codes(scene: Scene, *hypotheses: Hypothese, ag: int | None = None) -> tuple[bool, list[tuple[str, bool]]]:
    octets, issues = imprimer_simulation(scene.depot, scene.ag if ag is None else ag, hypotheses, INSTANT)
    return octets is not None and octets.startswith(b"%PDF"), [(i.code, i.bloquante) for i in issues]


def test_one_page_or_the_reason_why_not(tmp_path: Path) -> None:
    scene = Scene.creer(tmp_path, 15)
    scene.preparer(par_college=True)
    points = [scene.resolution(f"Point {n}") for n in range(1, 11)]
    assert codes(scene, POIDS) == (False, [("ASSEMBLEE", True)])
    assert codes(scene, POIDS, ag=99) == (False, [("ASSEMBLEE", True)])
    scene.convoquer()
    scene.arriver(range(1, 16))
    scene.ouvrir(motif="choisie par l’assemblée")
    for rang, point in enumerate(points):
        scene.voter(point, {"SB": mains(6), "PP": mains(2, 4), "PM": mains(0, 3)}, a(18, 10 + 4 * rang))
    assert codes(scene, POIDS, FAUTIVE) == (False, [("POIDS_TOTAL", True)])
    assert codes(scene, POIDS, FONDUS, TETES) == (True, [("COLLEGES_MINIMUM", False)])
    octets, _ = imprimer_simulation(scene.depot, scene.ag, (POIDS, FONDUS, TETES), INSTANT)
    assert octets is not None
    assert octets == imprimer_simulation(scene.depot, scene.ag, (POIDS, FONDUS, TETES), INSTANT)[0]
    assert len(PdfReader(BytesIO(octets)).pages) == 1
