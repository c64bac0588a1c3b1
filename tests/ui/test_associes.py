"""The register as it is read: filter, sort, day, card."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from scicvote.core.college import classer
from scicvote.core.registre import Registre
from scicvote.ui.models.registre_model import RegistreModel
from scicvote.ui.session import lire_statuts
from tests.ui import fabrique
from tests.ui.drivers import Pilote
from tests.ui.guetteur import Guetteur


@pytest.fixture
def page(pilote: Pilote) -> Pilote:
    pilote.naviguer("associes")
    return pilote


def test_the_table_shows_the_associes_of_the_day(page: Pilote) -> None:
    etat = page.fenetre.session.dossier.registre.au(fabrique.MAINTENANT.date())
    assert len(page.lignes()) == len(etat.associes) == 22
    assert page.associes.compte.text() == "22\u00a0associés"
    assert sorted(page.lignes(), key=str) == sorted(a.nom_registre for a in etat.associes)


def test_it_filters_as_one_types(page: Pilote) -> None:
    page.taper("mar")
    assert page.lignes() == [
        "Atelier Marmotte",
        "Camarine Ugo",
        "Commune de Marelle-la-Fictive",
        "Les Amarres imaginaires",
        "Marguerite Noé",
        "Marjolaine Inès",
        "Marronnier Alix",
        "Tamaris Jo",
    ]
    assert page.associes.compte.text() == "8\u00a0associés sur 22"
    page.taper("j")
    assert page.lignes() == ["Marjolaine Inès"]


@pytest.mark.parametrize("saisie", ["AUBEPINE", "aubépine", "Aubepi", "noa aub"])
def test_accents_case_and_order_do_not_matter(page: Pilote, saisie: str) -> None:
    page.taper(saisie)
    assert page.lignes() == ["Aubépine Noa"]


@pytest.mark.parametrize(
    ("saisie", "combien"), [("pm", 7), ("collectivites", 2), ("associe13@", 1), ("oeillet", 1), ("sb", 7)]
)
def test_it_filters_on_college_category_and_mail(page: Pilote, saisie: str, combien: int) -> None:
    page.taper(saisie)
    assert len(page.lignes()) >= combien
    assert combien == len(page.lignes()) or saisie in ("sb", "pm")


def test_without_match_it_says_what_to_do(page: Pilote) -> None:
    page.taper("zzz")
    assert page.lignes() == []
    assert "Aucun associé ne répond à «\u00a0zzz\u00a0»" in page.textes()
    page.cliquer("Effacer la recherche")
    assert len(page.lignes()) == 22


def test_escape_empties_the_field(page: Pilote) -> None:
    page.taper("mar")
    page.touche(Qt.Key.Key_Escape)
    assert page.associes.recherche.text() == ""
    assert len(page.lignes()) == 22


def test_the_register_is_read_as_of_any_day(page: Pilote) -> None:
    page.au(date(2025, 11, 29))
    assert "Romarin Paul" in page.lignes()
    page.au(date(2025, 11, 30))
    assert "Romarin Paul" not in page.lignes()
    page.au(date(2016, 1, 1))
    assert page.lignes() == ["Camomille Sacha", "Marjolaine Inès", "Sarriette Édith"]
    page.cliquer("Aujourd’hui")
    assert len(page.lignes()) == 22


def test_before_everything_the_table_says_so(page: Pilote) -> None:
    page.au(date(2010, 1, 1))
    assert "Aucun associé au 1er\u00a0janvier\u00a02010" in page.textes()


def test_those_who_left_and_candidates_on_request(page: Pilote) -> None:
    page.associes.tous.setChecked(True)
    etats = dict(zip(page.lignes(), page.lignes(colonne="etat"), strict=True))
    assert etats["Romarin Paul"] == "Fin du contrat de travail"
    assert etats["Prunelle Ada"] == "Pas encore associé"
    assert etats["Marjolaine Inès"] == "Associé"


def test_it_sorts_by_a_column_without_the_mouse(page: Pilote) -> None:
    page.touche(Qt.Key.Key_Down)
    assert page.associes.table.hasFocus()
    page.raccourci(Qt.Key.Key_T)
    assert page.lignes()[0] == "Verveine Tom"
    page.associes.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert page.lignes(colonne="parts")[:3] == ["140", "85", "60"]


def test_the_card_tells_the_person_that_is_selected(page: Pilote) -> None:
    page.taper("lavande")
    textes = page.associes.fiche.textes()
    dossier = page.fenetre.session.dossier
    raison = classer(dossier.statuts, "6", "physique").raison
    assert "Maëlys Lavande" in textes
    assert any(raison[1:] in texte for texte in textes)
    assert "20\u00a0parts" in textes
    assert "Reprise du registre antérieur" in textes


def test_the_card_follows_the_arrows(page: Pilote) -> None:
    page.touche(Qt.Key.Key_Down)
    page.touche(Qt.Key.Key_Down)
    choisi = page.associes.modele.ligne(page.associes.table.rang())
    assert page.associes.fiche.textes()[0] == choisi.nom_complet


def test_the_person_stays_selected_when_the_filter_goes(page: Pilote) -> None:
    page.taper("verveine")
    page.touche(Qt.Key.Key_Escape)
    assert page.associes.fiche.textes()[0] == "Tom Verveine"


# --- the model


def _modele(combien: int) -> RegistreModel:
    faits = fabrique.grand_registre(combien)
    registre = Registre().avec(faits[::2], faits[1::2])  # type: ignore[arg-type]
    modele = RegistreModel()
    modele.montrer(registre.au(date(2026, 1, 1)).associes, lire_statuts(fabrique.texte_statuts()))
    return modele


def test_the_model_keeps_qts_rules(qtmodeltester: object) -> None:
    modele = _modele(40)
    testeur = QAbstractItemModelTester(modele, QAbstractItemModelTester.FailureReportingMode.Warning)
    qtmodeltester.check(modele)  # type: ignore[attr-defined]
    modele.filtrer("noisetier")
    modele.sort(1, Qt.SortOrder.DescendingOrder)
    modele.filtrer("")
    assert modele.rowCount() == 40
    assert testeur.model() is modele


def test_twenty_thousand_rows_filter_without_holding_the_window(qtbot: QtBot) -> None:
    modele = _modele(20_000)
    guetteur = Guetteur()
    for saisie in ("e", "eg", "egl", "eglantine", "zoe", "salaries zoe"):
        guetteur.surveiller(saisie, partial(modele.filtrer, saisie))
    assert modele.rowCount() > 0
    assert not guetteur.depassements
