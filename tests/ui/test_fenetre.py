"""The window's own gestures: steps, palette, help, long work, print preview, coming back where one was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scicvote.actes import papiers
from scicvote.core.issue import refus
from scicvote.ui.dialogs.aide import fichier_aide, lire_aide
from scicvote.ui.etapes import ETAPES, etape_en_cours, etapes
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages_fenetre import CLES, classe_de
from scicvote.ui.reglages import Reglages
from scicvote.ui.session import Session
from scicvote.ui.travaux import Progres, Travaux
from tests.ui import fabrique
from tests.ui.drivers import Pilote

AG = 3


def test_every_page_is_made_when_it_is_first_shown(pilote: Pilote) -> None:
    assert set(pilote.fenetre.pages) == {"depart", "accueil"}
    for cle in CLES:
        assert classe_de(cle).cle == cle
        assert pilote.fenetre.page_de(cle) is pilote.fenetre.page_de(cle)


def test_the_steps_are_shown_on_an_assembly_alone(pilote: Pilote) -> None:
    fenetre = pilote.fenetre
    assert fenetre.fil.isHidden()
    fenetre.aller("proces_verbal", AG)
    assert list(fenetre.fil.boutons) == list(ETAPES)
    assert fenetre.bouton_salle.isVisible()
    assert "étape en cours" in fenetre.fil.boutons["proces_verbal"].accessibleName()
    fenetre.aller("journal")
    assert fenetre.fil.isHidden()
    assert not fenetre.bouton_salle.isVisible()


def test_alt_and_a_figure_go_to_a_step_once_an_assembly_is_in_hand(pilote: Pilote) -> None:
    def alt(touche: Qt.Key) -> None:
        pilote.qtbot.keyClick(QApplication.focusWidget(), touche, Qt.KeyboardModifier.AltModifier)

    alt(Qt.Key.Key_6)
    assert pilote.page.cle == "accueil"
    pilote.fenetre.session.choisir_assemblee(AG)
    alt(Qt.Key.Key_6)
    assert pilote.page.cle == "proces_verbal"


def test_where_an_assembly_stands(pilote: Pilote) -> None:
    ags = pilote.fenetre.session.dossier.assemblees
    assert [etape.cle for etape in etapes(ags[AG])] == list(ETAPES)
    assert etape_en_cours(ags[AG]) == "voter"
    assert etape_en_cours(max(ags.values(), key=lambda ag: ag.jour)) == "preparer"


def test_the_palette_goes_anywhere(pilote: Pilote) -> None:
    pilote.raccourci(Qt.Key.Key_K)
    palette = pilote.fenetre.palette_commandes
    pilote.qtbot.keyClicks(palette.champ, "camo")
    assert [c.mot for c in palette.modele.lignes_visibles()] == ["Camomille Sacha"]
    pilote.qtbot.keyClick(palette.champ, Qt.Key.Key_Return)
    assert pilote.page.cle == "associes"
    assert pilote.fenetre.session.ouverte


def test_the_palette_is_walked_with_arrows_and_left_by_escape(pilote: Pilote) -> None:
    pilote.raccourci(Qt.Key.Key_K)
    palette = pilote.fenetre.palette_commandes
    pilote.qtbot.keyClick(palette.champ, Qt.Key.Key_Down)
    assert palette.liste.currentIndex().row() == 1
    pilote.qtbot.keyClick(palette.champ, Qt.Key.Key_Up)
    pilote.qtbot.keyClick(palette.champ, Qt.Key.Key_Up)
    assert palette.liste.currentIndex().row() == 0
    pilote.qtbot.keyClick(palette.champ, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert pilote.page.cle == "accueil"


def test_without_a_file_the_palette_opens_one(pilote_nu: Pilote) -> None:
    pilote_nu.raccourci(Qt.Key.Key_K)
    palette = pilote_nu.fenetre.palette_commandes
    assert "Ouvrir un fichier…" in [c.mot for c in palette.modele.lignes_visibles()]
    palette.reject()


@pytest.mark.parametrize("cle", ["depart", *CLES])
def test_every_page_has_its_help(cle: str, pilote: Pilote) -> None:
    page = pilote.fenetre.page_de(cle)
    texte = lire_aide(page.cle_aide or cle, page.aides())
    assert fichier_aide(page.cle_aide or cle).is_file()
    assert len(texte) > 400


def test_f1_shows_the_help_of_the_page(pilote: Pilote) -> None:
    pilote.naviguer("journal")
    pilote.touche(Qt.Key.Key_F1)
    dialogue = pilote.fenetre.dialogue_aide
    assert "Partout dans SCICVote" in dialogue.lecture.toPlainText()
    pilote.qtbot.keyClick(dialogue, Qt.Key.Key_Escape)


@pytest.mark.parametrize("cle", ["associes", "statuts", "journal", *ETAPES])
def test_the_window_opens_again_where_it_was(
    pilote: Pilote, qtbot: QtBot, reglages: Reglages, tmp_path: Path, cle: str
) -> None:
    pilote.fenetre.session.choisir_assemblee(AG)
    pilote.fenetre.aller(cle)
    pilote.fenetre.close()
    autre = MainWindow(Session(lambda: fabrique.MAINTENANT, brouillons=tmp_path / "brouillons"), reglages)
    qtbot.addWidget(autre)
    autre.demarrer()
    assert (autre.page.cle, autre.session.assemblee) == (cle, AG)
    autre.close()


def test_a_place_that_no_longer_exists_is_passed_over(pilote_nu: Pilote, fichier: Path, reglages: Reglages) -> None:
    reglages.retenir_place(fichier, ("voter", 99, None))
    assert pilote_nu.ouvrir(fichier)
    assert pilote_nu.page.cle == "accueil"


# --- long work


def test_long_work_shows_how_far_it_is_and_gives_its_result(pilote: Pilote) -> None:
    page, finis = pilote.naviguer("journal"), []

    def travail(progres: Progres) -> str:
        for i in range(3):
            assert progres(i + 1, 3)
        return "fait"

    with pilote.qtbot.waitSignal(pilote.fenetre.travaux.fini):
        page.travailler("Long travail", travail, finis.append)
        assert pilote.fenetre.bandeau.libelle.text() == "Long travail"
        page.travailler("Un autre", travail, finis.append)
        assert "Un autre travail est en cours" in pilote.banniere
    assert finis == ["fait"]
    assert pilote.fenetre.bandeau.isHidden()


def test_work_that_is_stopped_leaves_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    travaux, finis = Travaux(), []

    def sans_fin(progres: Progres) -> int:
        fait = 0
        while progres(fait, 0):
            fait += 1
        return fait

    with qtbot.waitSignal(travaux.fini):
        travaux.lancer("Sans fin", sans_fin, finis.append)
        with qtbot.waitSignal(travaux.avance):
            pass
        travaux.arreter()
    assert finis == []


def test_work_that_fails_says_so(qtbot: QtBot, qapp: QApplication) -> None:
    travaux = Travaux()

    def manquer(_progres: Progres) -> None:
        raise OSError("disque plein")

    with qtbot.waitSignal(travaux.erreur) as erreur:
        travaux.lancer("Manqué", manquer, lambda _: None)
    assert str(erreur.args[0]) == "disque plein"
    travaux.lancer("Encore", lambda _progres: None, lambda _: None)
    travaux.attendre()
    assert not travaux.occupe


# --- papers


def test_a_paper_is_seen_before_it_is_saved(pilote: Pilote, tmp_path: Path) -> None:
    page, depot = pilote.naviguer("journal"), pilote.fenetre.session.depot
    with pilote.qtbot.waitSignal(pilote.fenetre.travaux.fini):
        page.montrer_papier(
            "Feuille de présence",
            "feuille.pdf",
            lambda _progres: papiers.imprimer(depot, AG, papiers.FEUILLE, fabrique.MAINTENANT),
        )
    apercu = pilote.fenetre.apercu
    assert apercu.vue.pages >= 1
    apercu._demander = lambda nom: str(tmp_path / nom)
    pilote.qtbot.mouseClick(apercu.bouton_enregistrer, Qt.MouseButton.LeftButton)
    assert (tmp_path / "feuille.pdf").read_bytes().startswith(b"%PDF")
    assert apercu.banniere.phrase.text().startswith("Enregistré")
    apercu._demander = lambda _nom: str(tmp_path / "absent" / "feuille.pdf")
    apercu.enregistrer()
    assert apercu.banniere.property("encart") == "faute"
    apercu.vue.zoomer(2)
    apercu.vue.ajuster()
    apercu.close()


def test_a_paper_that_cannot_be_says_why(pilote: Pilote) -> None:
    page = pilote.naviguer("journal")
    with pilote.qtbot.waitSignal(pilote.fenetre.travaux.fini):
        page.montrer_papier("Rien", "rien.pdf", lambda _progres: (None, (refus("PV", "Le dresser d’abord."),)))
    dialogue = QApplication.activeModalWidget()
    assert dialogue is not None
    assert "Le dresser d’abord." in pilote.textes(dialogue)
    dialogue.close()
