"""Pictures of the first page and of each step of creating a cooperative."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.creation import PageCreation
from tests.ui.gestes_creation import FAUTIF

Prete = Callable[..., tuple[str, QWidget]]


def vues(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    """The states of a window without file; ``dossier`` takes the files that are made for them."""
    fenetre.depart.montrer_recents([Path("/Documents/la-fabrique.scic"), Path("/Documents/ancienne.scic")])
    yield prete("depart-recents")
    fenetre.aller("creation", "")
    page = fenetre.page
    assert isinstance(page, PageCreation)
    yield prete("creation-fournis")
    faute = dossier / "fautes.toml"
    faute.write_text(FAUTIF, encoding="utf-8")
    page.source.prendre(faute)
    yield prete("creation-fautes")
    page.source.choisir("guide")
    yield prete("creation-guide")
    page.source.ecrire.emit("SARL")
    yield prete("creation-societe-vide")
    page.continuer()
    yield prete("creation-societe-fautes")
    for chemin, texte in (
        ("denomination", "La Fabrique imaginaire"),
        ("date", "1/1/2026"),
        ("capital.valeur_part", "20"),
    ):
        champ = page.etape.champ(chemin)  # type: ignore[attr-defined]
        champ.ligne.setText(texte)
    page.continuer()
    yield prete("creation-categories")
    page.continuer()
    yield prete("creation-colleges")
    page.etape.champ("colleges[0].poids").ligne.setText("55")  # type: ignore[attr-defined]
    yield prete("creation-colleges-fautes")
    page.etape.champ("colleges[0].poids").ligne.setText("40")  # type: ignore[attr-defined]
    for nom in ("majorites", "delais", "apercu", "fichier"):
        page.continuer()
        if nom == "fichier":
            page.fichier_scic.chemin.ligne.setText("/Documents/la-fabrique-imaginaire.scic")
        yield prete(f"creation-{nom}")
    page.fichier_scic.chemin.ligne.setText(str(dossier / "fabrique-neuve.scic"))
    page.continuer()
    prete("creation-entete")  # the file is written aside
    yield prete("creation-entete")
    page.continuer()
    yield prete("creation-entete-fautes")
    fenetre.fermer_fichier()


SCENES = {"creation": vues}
