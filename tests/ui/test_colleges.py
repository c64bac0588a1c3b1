"""The colleges in the window: their state, the duty of the management, requests, constitution, presidents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from scicvote.core.faits import (
    CorpsScrutin,
    EtatColleges,
    Fait,
    PresidentCollege,
    Proclamation,
    Scrutin,
    VersionStatuts,
)
from scicvote.exchange.statuts import texte_fourni
from scicvote.store.depot import Projet
from scicvote.ui.demandes import NouvelleAssemblee
from scicvote.ui.dialogs.colleges import DialogueConstitution, DialogueDemande, DialoguePresidence
from scicvote.ui.pages.colleges import PageColleges
from tests.ui import fabrique
from tests.ui.drivers import Pilote
from tests.ui.gestes_registre import avertissements, champ, dialogue, refus, remplir, valider


def aller(pilote: Pilote) -> PageColleges:
    page = pilote.naviguer("colleges")
    assert isinstance(page, PageColleges)
    return page


def ecrire(pilote: Pilote, *faits: Fait) -> None:
    """Facts as an act leaves them."""
    projet = Projet("essai", faits)
    pilote.fenetre.session.accomplir(lambda depot: depot.accomplir("test", lambda _dossier: projet))


def adopter(pilote: Pilote) -> None:
    """An extraordinary assembly that adopts the constitution of the colleges."""
    jour = datetime(2026, 6, 1, 18, 0)
    point = fabrique.resolution(90, 9, 1, "Collèges", "Constituer les collèges.", "extraordinaire")
    ecrire(
        pilote,
        fabrique.convocation(9, "extraordinaire", jour, False, None),
        replace(point, objet="colleges"),
        Scrutin(90, 9, 90, "extraordinaire", "resolution", "main_levee", 1, jour),
        CorpsScrutin(9, 90, "*", 22, 20, 0, 0),
        Proclamation(9, 90, jour, "adoptee", "{}"),
    )


@pytest.fixture
def sans_demande(pilote_nu: Pilote, tmp_path: Path) -> Pilote:
    """A cooperative whose colleges nobody has asked for."""
    chemin = tmp_path / "sommeil.scic"
    statuts = VersionStatuts(date(2012, 9, 29), fabrique.texte_statuts())
    personnes: Sequence[Fait] = tuple(fabrique._registre())
    with fabrique.Depot.creer(chemin, fabrique.lire_statuts, lambda: fabrique.MAINTENANT) as depot:
        fabrique._acte(depot, "reprise", (statuts, *personnes))
    pilote_nu.ouvrir(chemin)
    return pilote_nu


# --- asleep


def test_asleep_until_somebody_asks(sans_demande: Pilote) -> None:
    page = aller(sans_demande)
    assert [(jalon.etat.mot, jalon.courant) for jalon in page.frise.jalons] == [
        ("En sommeil", True),
        ("Demandés", False),
        ("Constitués", False),
    ]
    sans_demande.cliquer("Enregistrer une demande")
    ouvert = dialogue(sans_demande, DialogueDemande)
    assert champ(ouvert, "demandeur").controle.hasFocus()
    remplir(ouvert, demandeur="Lavande Maëlys (PP, 16)", jour="1/6/2026")
    valider(sans_demande, ouvert)
    assert page.frise.jalons[1].detail == "Le 1er\u00a0juin\u00a02026 par Maëlys Lavande."
    assert page.suivant.text() == "Préparer l’assemblée extraordinaire"
    assert sans_demande.banniere == "Maëlys Lavande demande la constitution des collèges."


def test_a_request_needs_an_associe_and_a_day(sans_demande: Pilote) -> None:
    aller(sans_demande)
    sans_demande.cliquer("Enregistrer une demande")
    ouvert = dialogue(sans_demande, DialogueDemande)
    remplir(ouvert, jour="")
    valider(sans_demande, ouvert)
    assert refus(ouvert) == {"demandeur": "ASSOCIE", "jour": "DATE"}
    remplir(ouvert, demandeur="Lavande Maëlys (PP, 16)", jour="1/1/2014")
    valider(sans_demande, ouvert)
    assert refus(ouvert)["demandeur"] == "DEMANDEUR"
    assert ouvert.isVisible()


def test_few_associes_are_warned_of_with_the_article(sans_demande: Pilote) -> None:
    aller(sans_demande)
    sans_demande.cliquer("Enregistrer une demande")
    ouvert = dialogue(sans_demande, DialogueDemande)
    remplir(ouvert, demandeur="Camomille Sacha (SB, 2)", jour="1/6/2016")
    valider(sans_demande, ouvert)
    assert avertissements(sans_demande) == ("EFFECTIF",)


# --- requested


def test_what_the_management_owes_once_asked(pilote: Pilote) -> None:
    aller(pilote)
    textes = pilote.textes()
    assert "La gérance doit préparer un projet et convoquer une assemblée extraordinaire" in textes
    assert any("22\u00a0associés aujourd’hui" in texte and "art. 25-1" in texte for texte in textes)


def test_the_next_step_is_the_extraordinary_assembly(pilote: Pilote) -> None:
    page = aller(pilote)
    with pilote.qtbot.waitSignal(page.demande) as demande:
        pilote.qtbot.mouseClick(page.suivant, Qt.MouseButton.LeftButton)
    assert demande.args == ["preparer", NouvelleAssemblee()]


# --- constituted


def test_they_are_constituted_by_the_assembly_that_adopted_it(pilote: Pilote) -> None:
    adopter(pilote)
    page = aller(pilote)
    pilote.cliquer("Constituer les collèges")
    ouvert = dialogue(pilote, DialogueConstitution)
    assert champ(ouvert, "jour").texte() == "01/06/2026"
    remplir(ouvert, jour="")
    valider(pilote, ouvert)
    assert refus(ouvert) == {"jour": "DATE"}
    remplir(ouvert, jour="1/6/2026")
    valider(pilote, ouvert)
    assert page.frise.jalons[2].courant
    assert (
        page.frise.jalons[2].detail
        == "Depuis le 1er\u00a0juin\u00a02026, AG extraordinaire du 1er\u00a0juin\u00a02026."
    )
    assert page.boutons() == (page.designer,)
    page.avancer()  # nothing is left to do
    nouveau = "Demande d’un nouveau collège…"
    assert [c.mot for c in page.commandes()][:3] == ["Désigner une présidence", "Simuler d’autres poids", nouveau]


def test_colleges_that_are_constituted_are_not_asked_for_again(pilote: Pilote) -> None:
    adopter(pilote)
    ecrire(pilote, EtatColleges(date(2026, 6, 1), "constitues", None, 9))
    page = aller(pilote)
    assert page.suivant.text() == ""


# --- presidents


def test_a_president_is_designated(pilote: Pilote) -> None:
    page = aller(pilote)
    pilote.touche(Qt.Key.Key_Down)
    pilote.touche(Qt.Key.Key_Return)
    ouvert = dialogue(pilote, DialoguePresidence)
    valider(pilote, ouvert)
    assert refus(ouvert) == {"associe": "ASSOCIE"}
    remplir(ouvert, associe="Lavande Maëlys (PP, 16)", suppleant="Aubépine Noa (PP, 12)")
    valider(pilote, ouvert)
    fait = pilote.fenetre.session.dossier.presidents(fabrique.MAINTENANT.date())["PP"]
    assert fait == PresidentCollege("PP", 16, 12, fabrique.MAINTENANT.date())
    textes = pilote.textes(page.carte)
    assert "Présidence\u00a0: Maëlys Lavande" in textes
    assert "En son absence\u00a0: Noa Aubépine" in textes


def test_one_of_another_college_is_warned_about(pilote: Pilote) -> None:
    page = aller(pilote)
    pilote.qtbot.mouseClick(page.designer, Qt.MouseButton.LeftButton)
    ouvert = dialogue(pilote, DialoguePresidence)
    remplir(ouvert, associe="Lavande Maëlys (PP, 16)")
    valider(pilote, ouvert)
    assert avertissements(pilote) == ("PRESIDENT_AUTRE_COLLEGE",)


# --- members


def test_the_members_of_a_college_and_why(pilote: Pilote) -> None:
    page = aller(pilote)
    textes = pilote.textes(page.carte)
    assert "40\u202f% des voix de l’assemblée, 7\u00a0membres" in textes
    assert any("Catégorie 5" in texte and "collège SB" in texte for texte in textes)
    assert any("Tom Verveine" in texte for texte in textes)
    pilote.cliquer("Voir au registre")
    assert pilote.page.cle == "associes"
    assert pilote.associes.recherche.text() == "SB"


def test_one_comes_back_to_the_same_college(pilote: Pilote) -> None:
    page = aller(pilote)
    page.restituer(2)
    assert page.instantane() == 2
    page.restituer("autre chose")
    page.actualiser()
    assert page.table.rang() == 2


def sous(pilote: Pilote, chemin: Path, texte: str) -> PageColleges:
    """The page of a cooperative under these statutes."""
    with fabrique.Depot.creer(chemin, fabrique.lire_statuts, lambda: fabrique.MAINTENANT) as depot:
        fabrique._acte(depot, "création", (VersionStatuts(date(2012, 9, 29), texte),))
    pilote.ouvrir(chemin)
    return aller(pilote)


def test_statutes_without_colleges(pilote_nu: Pilote, tmp_path: Path) -> None:
    texte = re.sub(r"(?ms)^\[\[colleges\]\].*?(?=^\[)", "", texte_fourni("cliss-xxi"))
    page = sous(pilote_nu, tmp_path / "sans.scic", texte.replace('"sur_demande"', '"jamais"'))
    assert "Aucun collège" in pilote_nu.textes()
    assert page.boutons() == ()
    assert page.commandes() == ()
    assert page.premier_focus() is None


def test_statutes_whose_colleges_always_vote(pilote_nu: Pilote, tmp_path: Path) -> None:
    page = sous(pilote_nu, tmp_path / "toujours.scic", texte_fourni("la-grande-ourse"))
    assert [jalon.etat.mot for jalon in page.frise.jalons] == ["Toujours constitués"]
    assert page.boutons() == (page.designer,)
