"""Assemblies where some people vote in several colleges, or by post, as pictures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scicvote.actes import correspondance, seance, vote
from scicvote.ui.dialogs.formulaire_vote import DialogueEcarter, DialogueFormulaire
from scicvote.ui.dialogs.pouvoir import DialoguePouvoir
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.emarger import PageEmarger
from tests.outils.autres_statuts import scene_sous
from tests.outils.formes import texte_de
from tests.outils.plusieurs import salle
from tests.scene_papiers import a, mains
from tests.ui.captures_emarger import Prete


def _plusieurs(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    scene = salle(dossier)
    chemin = dossier / "fiction.scic"
    numero = scene.ag
    scene.depot.fermer()
    fenetre.ouvrir(chemin)
    fenetre.aller("emarger", numero)
    page = fenetre.page
    assert isinstance(page, PageEmarger)
    yield prete("plusieurs-emarger")
    fenetre.session.accomplir(lambda depot: seance.retirer_pouvoir(depot, numero, 2, a(18), "retiré par le mandant"))
    dialogue = DialoguePouvoir(fenetre.session, 7, parent=page)
    dialogue.mandataire.poser(3)
    dialogue.colleges.poser("PP")
    dialogue.prevenir()
    dialogue.open()
    yield prete("plusieurs-pouvoir", dialogue)
    dialogue.close()
    fenetre.aller("voter", numero)
    yield prete("plusieurs-voter")
    fenetre.aller("associes")
    yield prete("plusieurs-associes")
    fenetre.aller("convoquer", numero)
    yield prete("plusieurs-convoquer")


def _courrier(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    scene = scene_sous(dossier, texte_de("sa"), ("1", "2", "3") * 4)
    scene.preparer(par_college=True, motif_vote="les statuts", convoquee_par="le conseil d’administration")
    for titre in ("Approbation des comptes et du rapport de gestion de l’exercice", "Affectation du résultat", "Logo"):
        scene.resolution(titre, objet="autre")
    scene.convoquer()
    for associe, choix in ((5, {1: "pour", 2: "contre"}), (6, {1: "contre"})):
        scene.faire(correspondance.recevoir_formulaire(scene.depot, scene.ag, associe, date(2026, 6, 9), choix))
    scene.arriver((1, 2, 3))
    scene.ouvrir(motif="choisi par l’assemblée")
    scene.pouvoir(4, None)
    numero = scene.ag
    scene.depot.fermer()
    fenetre.ouvrir(dossier / "fiction.scic")
    fenetre.aller("emarger", numero)
    page = fenetre.page
    assert isinstance(page, PageEmarger)
    page.volets.choisir("courrier")
    yield prete("courrier-emarger")
    dialogue = DialogueFormulaire(fenetre.session, 9, page)
    dialogue.open()
    yield prete("courrier-formulaire", dialogue)
    dialogue.recu.poser(date(2026, 6, 11))
    dialogue.prevenir()
    yield prete("courrier-tardif", dialogue)
    dialogue.close()
    ecarter = DialogueEcarter(fenetre.session, page.ag.assistance.formulaires[5], page)  # type: ignore[union-attr]
    ecarter.open()
    yield prete("courrier-ecarter", ecarter)
    ecarter.close()
    fenetre.session.accomplir(lambda depot: vote.ouvrir_scrutin(depot, numero, 1, "main_levee", a(18, 30)))
    fenetre.aller("voter", numero)
    yield prete("courrier-voter")
    fenetre.session.accomplir(
        lambda depot: vote.depouiller(
            depot, numero, 1, {"SAL": mains(2), "USA": mains(1), "SOU": mains(0, 1)}, a(18, 35)
        )
    )
    yield prete("courrier-compte")


SCENES = {"plusieurs": _plusieurs, "courrier": _courrier}
