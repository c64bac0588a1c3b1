"""Going about, with the keyboard as with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QHeaderView,
    QLineEdit,
    QWidget,
)

from scicvote.ui import theme
from tests.ui.drivers import Pilote
from tests.ui.fabrique import NOM

RUBRIQUES = ("accueil", "associes", "colleges", "assemblees", "registres", "statuts", "journal")


def test_the_keyboard_alone_reaches_every_page(pilote: Pilote) -> None:
    for i, cle in enumerate(RUBRIQUES):
        pilote.raccourci(Qt.Key(Qt.Key.Key_1 + i))
        assert pilote.page.cle == cle
        assert pilote.fenetre.navigation.boutons[cle].isChecked()


def test_so_does_the_mouse(pilote: Pilote) -> None:
    for cle in reversed(RUBRIQUES):
        assert pilote.naviguer(cle).cle == cle


def test_the_title_says_where_one_is(pilote: Pilote) -> None:
    assert pilote.titre == NOM
    pilote.naviguer("associes")
    assert pilote.titre == "Associés"


def test_ctrl_f_goes_to_the_search_from_anywhere(pilote: Pilote) -> None:
    pilote.naviguer("statuts")
    pilote.raccourci(Qt.Key.Key_F)
    assert pilote.page.cle == "associes"
    assert pilote.associes.recherche.hasFocus()


def test_nothing_leads_anywhere_while_no_file_is_open(pilote_nu: Pilote) -> None:
    pilote_nu.raccourci(Qt.Key.Key_2)
    assert pilote_nu.page.cle == "depart"
    assert not any(bouton.isEnabled() for bouton in pilote_nu.fenetre.navigation.boutons.values())


@pytest.mark.parametrize("cle", RUBRIQUES)
def test_tab_goes_round_the_window_and_every_stop_has_a_name(pilote: Pilote, cle: str) -> None:
    pilote.naviguer(cle)
    vus: list[QWidget] = []
    for _ in range(60):
        pilote.touche(Qt.Key.Key_Tab)
        ici = QApplication.focusWidget()
        assert ici is not None
        if vus and ici is vus[-1]:
            continue  # a date has three stops of its own
        if ici in vus:
            break
        vus.append(ici)
    assert any(ici is bouton for bouton in pilote.fenetre.navigation.boutons.values() for ici in vus)
    sans_nom = [w for w in vus if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))]
    assert not sans_nom


def test_every_control_of_every_page_has_a_name(pilote: Pilote) -> None:
    for page in pilote.fenetre.pages.values():
        for widget in page.findChildren(QWidget):
            if isinstance(widget, QHeaderView) or isinstance(widget.parent(), QAbstractSpinBox):
                continue
            if isinstance(widget, QLineEdit | QAbstractSpinBox | QAbstractItemView):
                assert widget.accessibleName(), widget
            elif isinstance(widget, QAbstractButton):
                assert widget.text() or widget.accessibleName() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus, (
                    widget
                )


def test_the_ring_is_two_pixels_outside_what_has_the_keyboard(pilote: Pilote) -> None:
    pilote.naviguer("associes")
    champ, anneau = pilote.associes.recherche, pilote.fenetre.anneau
    assert champ.hasFocus()
    assert anneau.isVisible()
    place = champ.rect().translated(champ.mapTo(pilote.fenetre, champ.rect().topLeft()))
    assert anneau.geometry() == place.adjusted(-4, -4, 4, 4)


def test_a_narrow_window_keeps_the_icons(pilote: Pilote) -> None:
    pilote.fenetre.resize(720, 450)
    assert pilote.fenetre.navigation.width() == theme.NAVIGATION_ETROITE
    bouton = pilote.fenetre.navigation.boutons["associes"]
    assert bouton.text() == ""
    assert bouton.accessibleName() == "Associés"
    pilote.fenetre.resize(1440, 900)
    assert pilote.fenetre.navigation.width() == theme.NAVIGATION


def test_a_narrow_window_stacks_the_columns(pilote: Pilote) -> None:
    page = pilote.montrer_assemblee(3)
    assert page.colonnes.cote_a_cote
    pilote.fenetre.resize(720, 450)
    assert not page.colonnes.cote_a_cote


def test_enter_presses_the_button_that_has_the_keyboard(pilote: Pilote) -> None:
    bouton = pilote.fenetre.navigation.boutons["journal"]
    bouton.setFocus()
    pilote.touche(Qt.Key.Key_Return)
    assert pilote.page.cle == "journal"


def test_good_news_is_left_behind_and_a_fault_is_not(pilote: Pilote, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scicvote.ui.widgets.banniere._NOUVELLE", -1)
    pilote.fenetre.banniere.dire("Importé.", "bon")
    pilote.naviguer("journal")
    assert pilote.banniere == ""
    pilote.fenetre.banniere.dire("Le disque est plein.")
    pilote.naviguer("statuts")
    assert pilote.banniere == "Le disque est plein."


def test_news_just_said_is_read_on_the_next_page(pilote: Pilote) -> None:
    pilote.fenetre.banniere.dire("Importé.", "bon")
    pilote.naviguer("journal")
    assert pilote.banniere == "Importé."


def test_control_enter_presses_the_primary_button_from_anywhere(pilote: Pilote) -> None:
    mot = pilote.fenetre.pied.principal()
    assert mot is not None
    pilote.naviguer("associes")
    pilote.naviguer("accueil")
    pilote.fenetre.navigation.boutons["accueil"].setFocus()
    with pilote.qtbot.waitSignal(mot.clicked):
        pilote.raccourci(Qt.Key.Key_Return)
