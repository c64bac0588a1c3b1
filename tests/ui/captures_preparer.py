"""The states of preparing and convening, as pictures: a new assembly of its own, from its first field to its notices."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scicvote.actes import papiers
from scicvote.ui.demandes import NouvelleAssemblee
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.assemblees import PageAssemblees
from scicvote.ui.pages.convoquer import PageConvoquer
from scicvote.ui.pages.preparer import PagePreparer
from tests.ui import fabrique

Prete = Callable[..., tuple[str, QWidget]]


def vues_seules(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    """Every state, on files made for the pictures."""
    vide = fabrique.vide(dossier / "vide.scic")
    fenetre.ouvrir(vide)
    fenetre.aller("assemblees")
    yield prete("assemblees-vide")
    fenetre.aller("preparer", NouvelleAssemblee())
    yield prete("preparer-cooperative-vide")
    fenetre.ouvrir(fabrique.creer(dossier / "preparer.scic"))
    yield from vues(fenetre, prete)


def vues_demandee(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    """Members ask for an assembly: below their share, at it, recorded, answered."""
    fenetre.ouvrir(fabrique.creer(dossier / "demandee.scic"))
    fenetre.aller("assemblees")
    page = fenetre.page
    assert isinstance(page, PageAssemblees)
    page.demander_assemblee()
    dialogue = page.dialogue
    assert dialogue is not None
    yield prete("demande-ag-vide", dialogue)
    dialogue.qui.poser([1])
    dialogue.qui.change.emit()
    yield prete("demande-ag-dessous", dialogue)
    dialogue.qui.poser([1, 5, 10, 17, 19])
    dialogue.qui.change.emit()
    dialogue.objet.poser("La cantine et ses horaires")
    yield prete("demande-ag-atteinte", dialogue)
    dialogue.valider.click()
    yield prete("assemblees-demandee")
    page.repondre.click()
    preparer = fenetre.page
    assert isinstance(preparer, PagePreparer)
    assert preparer.nouvelle.champs is not None
    preparer.nouvelle.champs.jour.ligne.setText("30/9/2026")
    preparer.nouvelle.champs.heure.ligne.setText("18h30")
    preparer.nouvelle.champs.lieu.ligne.setText("Salle des Utopies")
    yield prete("preparer-demandee")
    preparer.continuer()
    yield prete("preparer-demandee-prete")


def vues(fenetre: MainWindow, prete: Prete) -> Iterator[tuple[str, QWidget]]:
    """On the open file, which they change."""
    yield from _preparer(fenetre, prete)
    yield from _convoquer(fenetre, prete)


def _preparer(fenetre: MainWindow, prete: Prete) -> Iterator[tuple[str, QWidget]]:
    fenetre.aller("preparer", NouvelleAssemblee())
    page = fenetre.page
    assert isinstance(page, PagePreparer)
    yield prete("preparer-nouvelle")
    champs = page.nouvelle.champs
    assert champs is not None
    champs.nature.poser("ordinaire")
    champs.nature.change.emit()
    champs.jour.ligne.setText("22 juin")
    yield prete("preparer-dates-passees")
    champs.jour.ligne.setText("26/6/2026")
    champs.heure.ligne.setText("18h30")
    champs.lieu.ligne.setText("Salle des Utopies, 1 rue de l’Exemple, 00000 Fictiville")
    champs.exercice.ligne.setText("2025")
    champs.vote.poser("college")
    champs.vote.change.emit()
    yield prete("preparer-avertie")
    page.continuer()
    yield prete("preparer-vide")
    page.ajouter_usuelles()
    yield prete("preparer-usuelles", page.dialogue or page)
    page.dialogue.valider.click()  # type: ignore[union-attr]
    yield prete("preparer-ordre")
    page.ordre.choisir_rang(1)
    page.modifier_point()
    page.dialogue.montants.champs["resultat"].ligne.setText("14188")  # type: ignore[union-attr]
    yield prete("preparer-affectation", page.dialogue or page)
    page.dialogue.reject()  # type: ignore[union-attr]
    page.ordre.choisir_rang(4)
    yield prete("preparer-election")
    page.presenter()
    yield prete("preparer-candidat", page.dialogue or page)
    page.dialogue.reject()  # type: ignore[union-attr]
    page.ajouter_resolution()
    page.dialogue.objet.poser("exclusion")  # type: ignore[union-attr]
    page.dialogue.objet.change.emit()  # type: ignore[union-attr]
    yield prete("preparer-resolution", page.dialogue or page)
    page.dialogue.reject()  # type: ignore[union-attr]
    page.modifier_assemblee()
    yield prete("preparer-modifier", page.dialogue or page)
    page.dialogue.reject()  # type: ignore[union-attr]


def _convoquer(fenetre: MainWindow, prete: Prete) -> Iterator[tuple[str, QWidget]]:
    fenetre.aller("convoquer")
    page = fenetre.page
    assert isinstance(page, PageConvoquer)
    yield prete("convoquer-debut")
    page.arreter_liste()
    yield prete("convoquer-liste", page.dialogue or page)
    page.dialogue.valider.click()  # type: ignore[union-attr]
    yield prete("convoquer-arretee")
    page.envoyer("convocation")
    yield prete("convoquer-envoi", page.dialogue or page)
    page.dialogue.valider.click()  # type: ignore[union-attr]
    yield prete("convoquer-parties")
    page.remplir_modele()
    yield prete("convoquer-modele-vide", page.dialogue or page)
    modele = Path(tempfile.mkdtemp()) / "modele.odt"
    numero = page.ag.numero if page.ag is not None else 0
    octets, _ = papiers.imprimer(page.session.depot, numero, "modele-convocation", fabrique.MAINTENANT, format="odt")
    modele.write_bytes(octets or b"")
    page.dialogue.chemin.ligne.setText(str(modele))  # type: ignore[union-attr]
    yield prete("convoquer-modele", page.dialogue or page)
    modele.write_bytes(b"rien")
    page.dialogue.examiner()  # type: ignore[union-attr]
    yield prete("convoquer-modele-fautif", page.dialogue or page)
    page.dialogue.reject()  # type: ignore[union-attr]
    shutil.rmtree(modele.parent)
    page.noter_question()
    yield prete("convoquer-question", page.dialogue or page)
    page.dialogue.reject()  # type: ignore[union-attr]
    fenetre.aller("preparer")
    yield prete("preparer-verrouillee")


SCENES = {"preparer": vues_seules, "demandee": vues_demandee}
