"""The pages that are read: first page, colleges, registers, statutes, journal."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from scicvote.core.convocation import echeances
from scicvote.ui.models.table_model import ModeleTable
from scicvote.ui.pages.colleges import PageColleges
from scicvote.ui.pages.journal import PageJournal
from scicvote.ui.pages.registres import PageRegistres
from scicvote.ui.pages.statuts import PageStatuts
from tests.ui import fabrique
from tests.ui.drivers import Pilote


def test_the_first_page_names_the_dates_of_the_assembly(pilote: Pilote) -> None:
    dossier = pilote.fenetre.session.dossier
    textes = pilote.textes()
    for echeance in echeances(dossier.assemblees[3], dossier.statuts):
        assert echeance.libelle in textes
    assert "Passé de 15\u00a0jours" in textes


def test_the_first_page_tells_the_alerts_and_the_figures(pilote: Pilote) -> None:
    textes = pilote.textes()
    assert "3 à traiter" in textes
    assert any("27,63\u202f% du capital" in texte for texte in textes)
    assert "7\u202f600\u00a0€" in textes


def test_a_file_with_statutes_alone_has_designed_empty_states(pilote_nu: Pilote, tmp_path: Path) -> None:
    pilote_nu.ouvrir(fabrique.vide(tmp_path / "vide.scic"))
    assert "Le registre est vide" in pilote_nu.textes()
    pilote_nu.naviguer("associes")
    assert "Le registre est vide" in pilote_nu.textes()
    pilote_nu.naviguer("assemblees")
    assert "Aucune assemblée" in pilote_nu.textes()
    assert pilote_nu.assemblees.boutons() == (pilote_nu.assemblees.nouvelle,)
    pilote_nu.naviguer("registres")
    assert "Aucun procès-verbal" in pilote_nu.textes()


def test_the_colleges_with_their_weights_members_and_state(pilote: Pilote) -> None:
    page = pilote.naviguer("colleges")
    assert isinstance(page, PageColleges)
    assert pilote.lignes(page.table, "code") == ["SB", "PP", "PM"]
    assert pilote.lignes(page.table, "poids") == ["40\u202f%", "30\u202f%", "30\u202f%"]
    assert pilote.lignes(page.table, "membres") == ["7", "8", "7"]
    assert pilote.lignes(page.table, "president") == ["Sacha Camomille", "–", "–"]
    courant = next(jalon for jalon in page.frise.jalons if jalon.courant)
    assert courant.etat.mot == "Demandés"
    assert "Alix Marronnier" in courant.detail


def test_the_minutes_by_number(pilote: Pilote) -> None:
    page = pilote.naviguer("registres")
    assert isinstance(page, PageRegistres)
    assert sorted(pilote.lignes(page.table, "numero")) == ["18", "19"]
    assert set(pilote.lignes(page.table, "etat")) == {"À signer", "Signé le 24\u00a0juin\u00a02025"}
    page.table.choisi.emit(0)
    assert pilote.page.cle == "resultats"


def test_the_rules_with_their_articles(pilote: Pilote) -> None:
    page = pilote.naviguer("statuts")
    assert isinstance(page, PageStatuts)
    regles = dict(zip(pilote.lignes(page.table, "regle"), pilote.lignes(page.table, "premiere"), strict=True))
    assert regles["Décision ordinaire"] == "plus de 50\u202f% de toutes les voix"
    assert regles["Décision extraordinaire"] == "au moins 75\u202f% de toutes les voix"
    assert "Statuts, art. 24-1\u00a0; C. com., art. L223-29" in pilote.lignes(page.table, "articles")
    assert pilote.titre == fabrique.NOM


def test_the_journal_is_searched_and_told_in_full(pilote: Pilote) -> None:
    page = pilote.naviguer("journal")
    assert isinstance(page, PageJournal)
    assert pilote.lignes(page.table, "numero") == ["5", "4", "3", "2", "1"]
    pilote.taper("octobre")
    assert pilote.lignes(page.table, "resume") == ["Assemblée extraordinaire d’octobre 2025"]
    empreinte = pilote.fenetre.session.entrees()[2].empreinte
    assert any(empreinte in texte for texte in pilote.textes())
    pilote.taper("zzz")
    assert "Aucune entrée ne répond à cette recherche" in pilote.textes()


def test_what_was_saved_and_when(pilote: Pilote) -> None:
    assert pilote.fenetre.entete.enregistre.text() == "Enregistré à 19:14"


@pytest.mark.parametrize("cle", ["assemblees", "colleges", "registres", "statuts", "journal"])
def test_every_model_keeps_qts_rules(pilote: Pilote, qtmodeltester: object, cle: str) -> None:
    page = pilote.naviguer(cle)
    modele = page.modele  # type: ignore[attr-defined]
    assert isinstance(modele, ModeleTable)
    qtmodeltester.check(modele)  # type: ignore[attr-defined]
    modele.sort(0, Qt.SortOrder.DescendingOrder)
    modele.filtrer("a")
    modele.filtrer("")


def test_the_agenda_keeps_qts_rules(pilote: Pilote, qtmodeltester: object) -> None:
    qtmodeltester.check(pilote.montrer_assemblee(3).ordre.modele)  # type: ignore[attr-defined]
