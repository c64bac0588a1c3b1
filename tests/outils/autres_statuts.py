"""Scenes under statutes other than those of Cliss XXI, for the papers that they change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scicvote.actes import cooperative, registre
from scicvote.core.faits import Fiche, Mouvement
from tests.scene_papiers import HORLOGE, NOMS, PRENOMS, Scene

ENTREE = date(2022, 1, 1)


def scene_sous(chemin: Path, texte: str, categories: Sequence[str]) -> Scene:
    """A cooperative under the statutes of a TOML text, without a letter-head: one person per category of the list."""
    depot, acte = cooperative.creer(chemin / "fiction.scic", texte, lambda: HORLOGE)
    scene = Scene(depot)
    scene.faire(acte)
    faits = tuple(fait for n, categorie in enumerate(categories, 1) for fait in _personne(scene, n, categorie))
    scene.faire(registre.importer_faits(depot, "essai", faits, (), f"{len(categories)} associés"))
    return scene


def _personne(scene: Scene, n: int, categorie: str) -> tuple[Fiche, Mouvement]:
    nom, prenom = NOMS[n - 1], PRENOMS[(n - 1) % 10]
    ici = f"{n} allée des Fables, 00100 Fictiville"
    if "physique" in scene.depot.dossier.statuts.categories_par_code[categorie].personnes:
        fiche = Fiche(n, ENTREE, "physique", nom, prenom, "Mme" if n % 2 else "M.", ici, "", "", "")
    else:
        fiche = Fiche(n, ENTREE, "morale", f"Atelier {nom}", "", "", ici, "", f"{prenom} {nom}", "gérant de l’atelier")
    return fiche, Mouvement(n, ENTREE, "reprise", 5, categorie, None, None, "")
