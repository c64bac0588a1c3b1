"""Statutes that let one person vote in several colleges, and a cooperative under them: plainly fictional people.

The volunteers (category 5) vote in SB, with the employees, and in PP, with the other natural persons. Of ten people,
numbers 2 and 7 are volunteers: SB 1, 2, 6, 7; PP 2, 3, 4, 7, 8, 9; PM 5, 10.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from scicvote.actes import seance
from scicvote.core.faits import Pouvoir
from scicvote.core.statuts import Statuts
from scicvote.exchange.statuts import statuts_de_texte, texte_fourni
from tests.scene_papiers import Scene, a

SB, PP, PM = (1, 2, 6, 7), (2, 3, 4, 7, 8, 9), (5, 10)


def texte_plusieurs() -> str:
    """The statutes of Cliss XXI, but for the volunteers."""
    texte = texte_fourni("cliss-xxi")
    texte = texte.replace("plusieurs_colleges = false", "plusieurs_colleges = true")
    return texte.replace('categories = ["2", "3", "6"], personnes = ["physique"]', 'categories = ["2", "3", "5", "6"], personnes = ["physique"]')  # fmt: skip


def statuts_plusieurs() -> Statuts:
    """The same, read."""
    lus = statuts_de_texte(texte_plusieurs()).statuts
    assert lus is not None
    return lus


def scene_plusieurs(chemin: Path, *, par_college: bool = True) -> Scene:
    """An assembly of ten people, convened: nobody is there yet."""
    scene = Scene.creer(chemin, 10, texte_plusieurs())
    scene.preparer(par_college=par_college, motif_vote="les statuts" if par_college else "")
    scene.resolution("Approbation des comptes", objet="comptes")
    scene.convoquer()
    return scene


def donner(scene: Scene, mandant: int, mandataire: int, *colleges: str) -> None:
    """A proxy, for some colleges alone."""
    fait = Pouvoir(0, scene.ag, mandant, mandataire, "", False, a(9, 30, date(2026, 6, 10)), "admis par la présidente")
    scene.faire(seance.donner_pouvoir(scene.depot, fait, colleges))


def salle(chemin: Path) -> Scene:
    """In the room: 1, 2, 3, 5; number 7 gave a proxy to 1 for SB and one to 3 for PP, number 4 one to 3."""
    scene = scene_plusieurs(chemin)
    donner(scene, 7, 1, "SB")
    donner(scene, 7, 3, "PP")
    donner(scene, 4, 3)
    scene.arriver((1, 2, 3, 5))
    scene.ouvrir()
    return scene
