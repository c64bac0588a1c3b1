"""Pictures of every page and state: ``python -m tests.ui.captures DOSSIER [clair|sombre] [LARGEURxHAUTEUR]``.

``QT_SCALE_FACTOR=2`` with 720x450 gives what a screen of 1440 by 900 shows at 200 %. Each scene has a window of its own.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from scicvote.actes.demonstration import raconter
from scicvote.ui import travaux
from scicvote.ui.apparence import apparence
from scicvote.ui.application import creer_application
from scicvote.ui.dialogs.apercu import VuePdf
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages_fenetre import CLES
from scicvote.ui.reglages import Reglages
from scicvote.ui.session import Session
from scicvote.ui.theme import CLAIR, SOMBRE
from scicvote.ui.tours import Tours
from tests.ui import fabrique

Vue = tuple[str, QWidget]
Prete = Callable[..., Vue]
Scene = Callable[[MainWindow, Prete, Path], Iterator[Vue]]
Regard = Callable[[str, QWidget], None]

_VOTEE: Final = 5  # the last assembly of the demonstration that was held
# Modules of scenes, each with a dictionary SCENES of its own.
_MODULES: Final = (
    "captures_creation",
    "captures_registre",
    "captures_statuts",
    "captures_simulation",
    "captures_editeur",
    "captures_registres",
    "captures_journal",
    "captures_preparer",
    "captures_emarger",
    "captures_plusieurs",
    "captures_votes",
    "captures_suites",
    "captures_isoloir",
    "captures_college",
)


def _prete(fenetre: MainWindow) -> Prete:
    def prete(nom: str, vue: QWidget | None = None) -> Vue:
        reposer()
        if any(pdf.isVisible() for pdf in (vue or fenetre).findChildren(VuePdf)):
            (vue or fenetre).grab()  # pages are drawn aside, once they are asked for
            reposer()
        return nom, vue or fenetre

    return prete


def reposer() -> None:
    """Let the window finish: long work, previews, pages built in several turns, what was deferred."""
    for _ in range(200):
        QApplication.processEvents()
        if all(fil.isFinished() for fil in travaux._EN_COURS) and not _tours_en_cours():
            break
        boucle = QEventLoop()
        QTimer.singleShot(20, boucle.quit)
        boucle.exec()
    boucle = QEventLoop()
    QTimer.singleShot(160, boucle.quit)
    boucle.exec()
    for _ in range(3):
        QApplication.processEvents()


def _tours_en_cours() -> bool:
    return any(tours.en_cours for vue in QApplication.topLevelWidgets() for tours in vue.findChildren(Tours))


def demonstration(dossier: Path) -> Path:
    """The demonstration's file, made once in a folder."""
    chemin = dossier / "cliss-xxi.scic"
    if not chemin.exists():
        raconter(chemin, lambda: fabrique.MAINTENANT).depot.fermer()
    return chemin


# --- scenes of the whole window


def _rubriques(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    yield prete("depart")
    fenetre.ouvrir(Path("/Documents/absent.scic"))
    yield prete("erreur")
    fenetre.ouvrir(demonstration(dossier))
    fenetre.session.choisir_assemblee(3)
    for cle in CLES:
        fenetre.aller(cle)
        if fenetre.page.cle == cle:
            yield prete(f"demonstration-{cle}")
    fenetre.ouvrir_palette()
    yield prete("palette", fenetre.palette_commandes)
    fenetre.palette_commandes.close()
    fenetre.aller("proces_verbal")
    fenetre.ouvrir_aide()
    yield prete("aide", fenetre.dialogue_aide)
    fenetre.dialogue_aide.close()
    fenetre.page.imprimer()  # type: ignore[attr-defined]
    reposer()
    yield prete("apercu", fenetre.apercu)
    fenetre.apercu.close()


def _vide(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    fenetre.ouvrir(fabrique.vide(dossier / "vide.scic"))
    for cle in CLES:
        fenetre.aller(cle)
        if fenetre.page.cle == cle:
            yield prete(f"vide-{cle}")


def _resultats(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    fenetre.ouvrir(demonstration(dossier))
    for numero in sorted(fenetre.session.dossier.assemblees):
        fenetre.aller("resultats", numero)
        ordre = fenetre.page.ordre  # type: ignore[attr-defined]
        for rang in range(ordre.modele.rowCount()):
            ordre.choisir_rang(rang)
            yield prete(f"resultats-{numero}-{rang + 1}")
    fenetre.aller("resultats", _VOTEE)
    fenetre.page.voir_calcul()  # type: ignore[attr-defined]
    yield prete("calcul", fenetre.page.dialogue)  # type: ignore[attr-defined]
    fenetre.page.dialogue.close()  # type: ignore[attr-defined]


def scenes() -> dict[str, Scene]:
    """Every scene by name."""
    toutes: dict[str, Scene] = {"rubriques": _rubriques, "vide": _vide, "resultats": _resultats}
    for module in _MODULES:
        toutes.update(import_module(f"tests.ui.{module}").SCENES)
    return toutes


# --- playing them


def jouer(scene: Scene, taille: tuple[int, int], regard: Regard) -> None:
    """Play one scene in a window of its own; ``regard`` looks at each state while it is there."""
    with tempfile.TemporaryDirectory() as provisoire:
        dossier = Path(provisoire)
        session = Session(lambda: fabrique.MAINTENANT, brouillons=dossier / "brouillons")
        fenetre = MainWindow(session, Reglages(dossier / "reglages.ini"), lambda: demonstration(dossier))
        fenetre.resize(*taille)
        fenetre.show()
        try:
            for nom, vue in scene(fenetre, _prete(fenetre), dossier):
                regard(nom, vue)
        finally:  # a window that a failure left would take the next one's keys
            for ouverte in QApplication.topLevelWidgets():
                ouverte.close()
            fenetre.deleteLater()


def capturer(dossier: Path, palette: str = "clair", taille: tuple[int, int] = (1440, 900)) -> list[Path]:
    """Write one PNG per state into ``dossier``; returns their paths."""
    application = creer_application(["captures"])
    apparence(application).appliquer(SOMBRE if palette == "sombre" else CLAIR)
    dossier.mkdir(parents=True, exist_ok=True)
    ecrits: list[Path] = []

    def regard(nom: str, vue: QWidget) -> None:
        ecrits.append(_ecrire(vue, dossier / f"{nom}.png"))

    for scene in scenes().values():
        jouer(scene, taille, regard)
    apparence(application).appliquer(CLAIR)
    return ecrits


def _ecrire(vue: QWidget, chemin: Path) -> Path:
    """A small file: 128 colours are enough for a window, but for what is drawn on paper."""
    tampon = QBuffer()
    tampon.open(QIODevice.OpenModeFlag.WriteOnly)
    vue.grab().save(tampon, "PNG")
    with Image.open(BytesIO(bytes(tampon.data().data()))) as image:
        image.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(chemin, optimize=True)
    return chemin


if __name__ == "__main__":
    arguments = sys.argv[1:]
    largeur, hauteur = (int(n) for n in (arguments[2] if len(arguments) > 2 else "1440x900").split("x"))
    palette_voulue = arguments[1] if len(arguments) > 1 else "clair"
    for ecrit in capturer(Path(arguments[0]), palette_voulue, (largeur, hauteur)):
        sys.stdout.write(f"{ecrit}\n")
