"""The window: first painting, a file of 1,000 associés ready to use, and a keystroke in a register of 100,000.

The first two are whole processes, from their start to what is asked, against a bare process that imports PySide6 and
paints one empty QMainWindow. The product is started as its command does: ``scicvote FICHIER.scic``.

The keystroke is what the search field's change costs until the rows are painted again, against the bare SQL query that
finds the same rows in the same file and fetches as many as are visible.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Final

from benchmarks.mesure import Essai, Mesure, alterner, medianes, meilleurs
from benchmarks.terrain import JOUR, connexion_nue, cooperative_vide, registre
from scicvote.actes.registre import importer_faits
from scicvote.core.exact import nombre
from scicvote.core.faits import Fait, Fiche, Mouvement

FICHIER: Final = 1_000
REGISTRE: Final = 100_000
DEMARRAGES: Final = 9
FRAPPES: Final = 40
LIMITE_PEINTE: Final = 2.0
LIMITE_PRETE: Final = 5.0
LIMITE_FRAPPE: Final = 3.0
SAISIES: Final = ("m", "ma", "mar", "marj", "marjo", "marjolaine", "aub", "aubep", "tilleul z", "tilleul zoe")

_NU: Final = """
import os
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

class Guet(QObject):
    def eventFilter(self, objet, event):
        if event.type() == QEvent.Type.Paint:
            os.write(1, b"peinte\\n")
            os._exit(0)
        return False

application = QApplication([])
fenetre = QMainWindow()
fenetre.resize(1440, 900)
guet = Guet()
fenetre.installEventFilter(guet)
fenetre.show()
application.exec()
"""

# The program itself, told to say when it is painted and when its file is ready.
_PRODUIT: Final = """
import os, sys
from scicvote.ui import application as programme

peindre, ouvrir = programme.apres_peinture, programme._fenetre

def apres_peinture(fenetre, suite):
    def suivre():
        os.write(1, b"peinte\\n")
        if sys.argv[2] == "peinte":
            os._exit(0)
        suite()
    peindre(fenetre, suivre)

def fenetre(*arguments):
    ouverte = ouvrir(*arguments)
    programme.QApplication.processEvents()
    assert ouverte.session.ouverte and ouverte.page.cle == "accueil"
    os.write(1, b"prete\\n")
    os._exit(0)

programme.apres_peinture, programme._fenetre = apres_peinture, fenetre
from scicvote.cli import main
main([sys.argv[1]])
"""


def faits_du_registre(combien: int) -> tuple[Fait, ...]:
    """Identities and movements of a fictional register."""
    faits: list[Fait] = []
    for ligne in registre(combien):
        numero, entree = int(ligne[0]), date.fromisoformat(ligne[9])
        faits.append(
            Fiche(numero, entree, ligne[4], ligne[1], ligne[2], ligne[3], ligne[7], ligne[8], ligne[10], ligne[11])
        )
        faits.append(Mouvement(numero, entree, "reprise", int(ligne[6]), ligne[5], None, None, "import"))
    return tuple(faits)


def cooperative(chemin: Path, combien: int) -> Path:
    """A file of so many associés."""
    with cooperative_vide(chemin) as depot:
        acte = importer_faits(depot, "banc", faits_du_registre(combien), (), nombre(combien))
        assert acte.accepte, acte.issues
    return chemin


def demarrer(programme: str, *arguments: str, dossier: Path, mot: bytes = b"peinte\n") -> float:
    """Seconds from the start of a process until it says ``mot``."""
    milieu = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(dossier),
        "XDG_DATA_HOME": str(dossier),
    }
    debut = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", programme, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=milieu,
        cwd=Path(__file__).resolve().parent.parent,
    ) as enfant:
        assert enfant.stdout is not None
        while (ligne := enfant.stdout.readline()) != mot:
            assert ligne, "the program ended before it said so"
        return perf_counter() - debut


def demarrages(dossier: Path) -> Iterator[Mesure]:
    """Painted, then ready, each against the bare window, in turn."""
    fichier = str(cooperative(dossier / "mille.scic", FICHIER))
    durees: dict[str, list[float]] = {"nue": [], "peinte": [], "prete": []}
    for tour in range(-1, DEMARRAGES):
        lues = {
            "nue": demarrer(_NU, dossier=dossier),
            "peinte": demarrer(_PRODUIT, fichier, "peinte", dossier=dossier),
            "prete": demarrer(_PRODUIT, fichier, "prete", dossier=dossier, mot=b"prete\n"),
        }
        if tour >= 0:
            for nom, duree in lues.items():
                durees[nom].append(duree)
    nue, peinte, prete = meilleurs(list(durees.values()))
    yield Mesure("première fenêtre peinte", peinte, nue, DEMARRAGES, LIMITE_PEINTE)
    nom = f"fichier de {nombre(FICHIER)} associés ouvert, prêt"
    yield Mesure(nom, prete, nue, DEMARRAGES, LIMITE_PRETE)


def frappe(dossier: Path) -> Mesure:
    """A letter in the search field, against the query that finds those rows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from scicvote.ui.application import creer_application
    from scicvote.ui.pages.associes import PageAssocies
    from scicvote.ui.session import Session

    application = creer_application(["banc"])
    chemin = cooperative(dossier / "cent_mille.scic", REGISTRE)
    session = Session(brouillons=dossier)
    assert session.ouvrir(chemin)
    page = PageAssocies(session)
    page.jour.poser(JOUR)
    page.travail.connect(lambda _mot, travail, apres: apres(travail(lambda _fait, _total: True)))
    page.resize(1200, 720)
    page.show()
    page.actualiser()
    application.processEvents()
    visibles = page.table.viewport().height() // page.table.rowHeight(0) + 1
    nue = connexion_nue(chemin)
    produit, reference = cycle(SAISIES), cycle(SAISIES)

    def taper() -> Essai:
        saisie = next(produit)

        def mesuree() -> int:
            page.recherche.setText(saisie)
            application.processEvents()
            return page.modele.rowCount()

        return mesuree

    entier, requete = medianes(alterner([taper, lambda: _requete(nue, next(reference), visibles)], FRAPPES))
    nue.close()
    page.close()
    session.fermer()
    return Mesure(f"une lettre dans la recherche, {nombre(REGISTRE)} associés", entier, requete, FRAPPES, LIMITE_FRAPPE)


_SQL: Final = (
    "SELECT f.associe, f.nom, f.prenom, m.categorie, m.parts FROM fiche f JOIN mouvement m ON m._acte = f._acte "
    "AND m._rang = f._rang + 1 WHERE {} ORDER BY f.nom, f.prenom LIMIT {}"
)


def _requete(connexion: sqlite3.Connection, saisie: str, visibles: int) -> Callable[[], list[Any]]:
    mots = saisie.split()
    condition = " AND ".join(["(f.nom || ' ' || f.prenom || ' ' || f.courriel) LIKE ?"] * len(mots))
    sql = _SQL.format(condition, visibles)
    return lambda: connexion.execute(sql, [f"%{mot}%" for mot in mots]).fetchall()


def mesurer() -> Iterator[Mesure]:
    """The starts, then the keystroke."""
    with TemporaryDirectory() as nom:
        yield from demarrages(Path(nom))
        yield frappe(Path(nom))
