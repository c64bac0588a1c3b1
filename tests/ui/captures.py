"""One picture per page: ``python -m tests.ui.captures FICHIER.scic DOSSIER [clair|sombre] [LARGEURxHAUTEUR]``.

``QT_SCALE_FACTOR=2`` gives the same pages at 200 %.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from scicvote.ui.apparence import apparence
from scicvote.ui.application import creer_application
from scicvote.ui.main_window import MainWindow
from scicvote.ui.reglages import Reglages
from scicvote.ui.session import Session
from scicvote.ui.theme import CLAIR, SOMBRE
from tests.ui.fabrique import MAINTENANT


def capturer(fichier: Path, dossier: Path, palette: str = "clair", taille: tuple[int, int] = (1440, 900)) -> list[Path]:
    """Write one PNG per page into ``dossier``; returns their paths."""
    application = creer_application(["captures"])
    apparence(application).appliquer(SOMBRE if palette == "sombre" else CLAIR)
    dossier.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as config:
        reglages = Reglages(Path(config) / "reglages.ini")
        fenetre = MainWindow(Session(lambda: MAINTENANT), reglages, lambda: fichier)
        fenetre.resize(*taille)
        fenetre.show()
        ecrits = [_ecrire(vue, dossier / f"{nom}-{palette}.png") for nom, vue in _vues(fenetre, fichier, application)]
        fenetre.close()
    apparence(application).appliquer(CLAIR)
    return ecrits


def _vues(fenetre: MainWindow, fichier: Path, application: QApplication) -> Iterator[tuple[str, QWidget]]:
    def prete(nom: str, vue: QWidget = fenetre) -> tuple[str, QWidget]:
        for _ in range(3):
            application.processEvents()
        return nom, vue

    yield prete("depart")
    fenetre.ouvrir(fichier.with_name("absent.scic"))
    yield prete("erreur")
    fenetre.ouvrir(fichier)
    for cle in fenetre.navigation.boutons:
        fenetre.aller(cle)
        yield prete(cle)
    yield from _resultats(fenetre, prete)
    fenetre.aller("associes")
    fenetre.page.recherche.setText("mar")  # type: ignore[attr-defined]
    yield prete("associes-filtre")
    fenetre.page.recherche.setText("zzz")  # type: ignore[attr-defined]
    yield prete("associes-sans-reponse")


def _resultats(fenetre: MainWindow, prete) -> Iterator[tuple[str, QWidget]]:  # type: ignore[no-untyped-def]
    for numero in sorted(fenetre.session.dossier.assemblees):
        fenetre.aller("resultats", numero)
        ordre = fenetre.page.ordre  # type: ignore[attr-defined]
        for rang in range(ordre.modele.rowCount()):
            ordre.choisir_rang(rang)
            yield prete(f"resultats-{numero}-{rang + 1}")
    fenetre.aller("resultats", 3)
    ordre = fenetre.page.ordre  # type: ignore[attr-defined]
    if ordre.modele.rowCount() > 1:
        ordre.choisir_rang(1)
        fenetre.page.voir_calcul()  # type: ignore[attr-defined]
        yield prete("calcul", fenetre.page.dialogue)  # type: ignore[attr-defined]
        fenetre.page.dialogue.close()  # type: ignore[attr-defined]


def _ecrire(vue: QWidget, chemin: Path) -> Path:
    vue.grab().save(str(chemin))
    return chemin


if __name__ == "__main__":
    arguments = sys.argv[1:]
    largeur, hauteur = (int(n) for n in (arguments[3] if len(arguments) > 3 else "1440x900").split("x"))
    for ecrit in capturer(
        Path(arguments[0]), Path(arguments[1]), arguments[2] if len(arguments) > 2 else "clair", (largeur, hauteur)
    ):
        sys.stdout.write(f"{ecrit}\n")
