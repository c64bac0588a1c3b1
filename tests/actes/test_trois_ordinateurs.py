"""A whole assembly on three laptops: three processes, three home directories, files exchanged; then the same on one.

Each college's computer has never seen the cooperative, and knows nothing but its package and the phrase.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from scicvote.actes import cooperative, proces_verbal, seance, vote
from scicvote.actes.papiers import imprimer
from scicvote.actes.verification import verifier
from scicvote.actes.vote import resultat_canonique
from scicvote.core.faits import Bureau, Pouvoir
from tests.outils.college import ELECTION, POUVOIRS, PRESENTS, VOIX
from tests.outils.cooperative import heure
from tests.outils.histoire import INSTANT, Histoire
from tests.outils.pdf import textes_pdf

AG = 3
RACINE = Path(__file__).resolve().parent.parent.parent

TENIR = """
import sys
from pathlib import Path
from tests.outils.college import Portable
paquet, phrase, retour = sys.argv[1:]
portable = Portable.ouvrir(Path(paquet), phrase)
portable.tenir()
Path(retour).write_bytes(portable.rendre().octets)
portable.histoire.depot.fermer()
"""


def lancer(maison: Path, *mots: str) -> str:
    """Another computer: its own process, home, data and settings folders."""
    maison.mkdir(exist_ok=True)
    milieu = {
        **os.environ, "HOME": str(maison), "XDG_DATA_HOME": str(maison / "data"), "XDG_CONFIG_HOME": str(maison / "config"),
        "APPDATA": str(maison / "appdata"), "LOCALAPPDATA": str(maison / "local"), "PYTHONPATH": str(RACINE),
    }  # fmt: skip
    fait = subprocess.run(
        [sys.executable, *mots], env=milieu, cwd=maison, capture_output=True, encoding="utf-8", check=False
    )
    assert fait.returncode == 0, fait.stderr
    return fait.stdout


def proclamer(histoire: Histoire, comptages: dict[str, dict[str, vote.ComptageCorps]]) -> list[str]:
    """Every point voted and declared; the public results."""
    for point in histoire.ag(AG).resolutions:
        comptage = {code: voix.get(point.titre, voix[""]) for code, voix in comptages.items()}
        mode = "secret_papier" if point.sieges else "main_levee"
        histoire.faire(*vote.voter(histoire.depot, AG, point.resolution, mode, comptage, (heure(18, 30),) * 3))
    dossier, ag = histoire.depot.dossier, histoire.ag(AG)
    return [resultat_canonique(dossier, ag, v)[1] for v in ag.votes]


def ouvrir(histoire: Histoire) -> None:
    bureau = Bureau(AG, heure(18, 2), 1, "Bob Exemple", (), "")
    histoire.faire(
        seance.constituer_bureau(histoire.depot, bureau), seance.ouvrir_seance(histoire.depot, AG, heure(18, 5))
    )


def sur_un_seul(fichier: Path) -> list[str]:
    """The same people and the same votes, all in the room."""
    with cooperative.ouvrir(fichier, lambda: INSTANT) as depot:
        histoire = Histoire(depot)
        for presents in PRESENTS.values():
            for numero in presents:
                histoire.faire(histoire.arriver(AG, numero))
        for mandant, mandataire in (p for pouvoirs in POUVOIRS.values() for p in pouvoirs):
            histoire.faire(seance.donner_pouvoir(depot, Pouvoir(0, AG, mandant, mandataire, "", False, heure(17), "")))
        ouvrir(histoire)
        return proclamer(histoire, VOIX)


def test_trois_ordinateurs_valent_un_seul(a: Callable[[str], Histoire], tmp_path: Path) -> None:
    modele = Path(a("preparee").depot.nom)
    coop, seul = (Path(shutil.copy(modele, tmp_path / nom)) for nom in ("coop.scic", "seul.scic"))
    siege, retours = tmp_path / "siege", []
    for code in VOIX:
        maison = tmp_path / code
        paquet = tmp_path / f"{code}.scicollege"
        dit = lancer(
            siege, "-m", "scicvote", "college", "exporter", str(coop), "--ag", str(AG), "--college", code, str(paquet)
        )
        trouve = re.search(r"part\u202f; elle n’est gardée nulle part\u00a0: (.*)", dit)
        assert trouve is not None, dit
        maison.mkdir()
        recu = Path(shutil.move(paquet, maison))
        retour = maison / "retour.scicollege"
        lancer(maison, "-c", TENIR, str(recu), trouve[1], str(retour))
        retours.append(Path(shutil.move(retour, tmp_path / f"retour-{code}.scicollege")))
    for retour in reversed(retours):
        dit = lancer(siege, "-m", "scicvote", "college", "importer", str(coop), str(retour))
    assert "Plus aucun collège n’est attendu." in dit
    with cooperative.ouvrir(coop, lambda: INSTANT) as depot:
        histoire = Histoire(depot)
        ouvrir(histoire)
        assert proclamer(histoire, {}) == sur_un_seul(seul)
        assert ELECTION in {r.titre for r in histoire.ag(AG).resolutions}
        histoire.faire(seance.clore_seance(depot, AG, heure(20)), proces_verbal.dresser(depot, AG, date(2026, 6, 15)))
        octets, _ = imprimer(depot, AG, "proces-verbal", INSTANT)
        assert octets is not None
        assert "Le collège PM se réunit de son côté" in textes_pdf(octets)
        assert verifier(depot).issues == ()
