"""Gestures on the import of a register."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from scicvote.ui.pages.importation import PageImportation
from tests.ui.drivers import Pilote

ENTETES = ("N°", "Type de personne", "Nom", "Prénom", "Catégorie", "Nombre de parts", "Domicile")
INCHANGE = ("1", "physique", "Marjolaine", "Inès", "1", "5", "1 rue de l’Exemple, 00000 Fictiville")
MODIFIE = ("2", "physique", "Camomille", "Sacha", "1", "2", "9 place Neuve")
NOUVEAU = ("", "physique", "Pivoine", "Léa", "5", "3", "7 quai des Chimères")
REFUSE = ("", "physique", "Bégonia", "Théo", "9", "1", "ici")
TOTAL = ("", "", "TOTAL", "", "", "11", "")


def ecrire(dossier: Path, *lignes: tuple[str, ...], nom: str = "registre.csv") -> Path:
    """A register file of these rows."""
    chemin = dossier / nom
    with chemin.open("w", encoding="utf-8", newline="") as texte:
        csv.writer(texte, delimiter=";").writerows([ENTETES, *lignes])
    return chemin


def page_import(pilote: Pilote) -> PageImportation:
    """The import, from the register's footer."""
    pilote.naviguer("associes")
    pilote.cliquer("Importer")
    page = pilote.page
    assert isinstance(page, PageImportation)
    return page


def lire(pilote: Pilote, page: PageImportation, chemin: Path) -> None:
    """Have a file read, and wait for its preview."""
    with pilote.qtbot.waitSignal(pilote.fenetre.travaux.fini):
        page.lire(chemin)
    QApplication.processEvents()


def deposer(page: PageImportation, chemin: Path) -> bool:
    """Drop a file on the page; False when it is not taken."""
    donnees = QMimeData()
    donnees.setUrls([QUrl.fromLocalFile(str(chemin))])
    aucun, gauche = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entree = QDragEnterEvent(QPointF(30, 30), Qt.DropAction.CopyAction, donnees, gauche, aucun)
    page.dragEnterEvent(entree)
    lacher = QDropEvent(QPointF(30, 30), Qt.DropAction.CopyAction, donnees, gauche, aucun)
    page.dropEvent(lacher)
    return lacher.isAccepted()
