"""Results on screen are those of core: same figures, same words, same drawing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from scicvote.core.etapes import etapes
from scicvote.core.exact import points, pourcent
from scicvote.core.phrases_bascule import phrase_bascule
from scicvote.core.recalcul import resultat_de
from scicvote.core.resultat import Resultat
from scicvote.store.depot import Projet
from scicvote.ui import lecture_resultat as lecture
from scicvote.ui.widgets.barre_vote import BarreCorps, BarreEnsemble
from tests.ui.drivers import Pilote
from tests.ui.fabrique import MAINTENANT, voter


def core(pilote: Pilote, assemblee: int, resolution: int) -> Resultat:
    """The result as core computes it."""
    dossier = pilote.fenetre.session.dossier
    ag = dossier.assemblees[assemblee]
    resultat = resultat_de(dossier, ag, ag.votes_de(resolution)[-1])
    assert isinstance(resultat, Resultat)
    return resultat


def test_the_keyboard_opens_the_results_and_escape_comes_back(pilote: Pilote) -> None:
    pilote.naviguer("assemblees")
    pilote.touche(Qt.Key.Key_Down)
    pilote.raccourci(Qt.Key.Key_Return)
    assert pilote.titre == "AG ordinaire du 12\u00a0juin\u00a02026"
    assert pilote.fenetre.navigation.boutons["assemblees"].isChecked()
    pilote.touche(Qt.Key.Key_Escape)
    assert pilote.page.cle == "assemblees"


def test_the_agenda_says_where_each_resolution_stands(pilote: Pilote) -> None:
    page = pilote.montrer_assemblee(3)
    mots = [point.etat.mot for point in page.ordre.modele.lignes_visibles()]
    assert mots == [
        "Adoptée, 95,71\u202f%",
        "Adoptée, 60,71\u202f%",
        "Adoptée, 55,71\u202f%",
        "Sièges pourvus, 2\u00a0élus",
        "Retirée",
        "Rejetée, 45,36\u202f%",
        "À voter",
    ]
    assert all(point.etat.icone for point in page.ordre.modele.lignes_visibles())


@pytest.mark.parametrize(("place", "resolution"), [(1, 11), (2, 12), (3, 13), (6, 16)])
def test_the_card_shows_the_figures_of_core(pilote: Pilote, place: int, resolution: int) -> None:
    pilote.montrer_assemblee(3)
    pilote.choisir_resolution(place)
    resultat, carte = core(pilote, 3, resolution), pilote.carte()
    seuil = resultat.cadre.ligne.seuil
    assert carte[1] == pourcent(resultat.ratio, seuil)
    for part in resultat.parts.values():
        assert {points(part.pour), points(part.contre), points(part.abstention)} <= set(carte)
    assert points(resultat.contre) in carte


def test_adopted_with_its_sentence_and_articles(pilote: Pilote) -> None:
    pilote.montrer_assemblee(3)
    pilote.choisir_resolution(2)
    carte = pilote.carte()
    assert carte[:3] == ("ADOPTÉE", "60,71\u202f%", "pour")
    assert "Adoptée\u00a0: il fallait plus de 50\u202f% de toutes les voix, à la première consultation." in carte
    assert any("art. 22 et 24-1" in texte and "L223-29" in texte for texte in carte)
    assert "Autres lectures\u00a0: même décision." in carte


def test_another_reading_that_would_decide_otherwise_is_said_plainly(pilote: Pilote) -> None:
    pilote.montrer_assemblee(3)
    pilote.choisir_resolution(6)
    carte = pilote.carte()
    assert carte[0] == "REJETÉE"
    assert "Autre lecture, autre décision." in carte
    assert any("71,35\u202f%" in texte and "adoptée" in texte for texte in carte)


def test_a_silent_college_is_named(pilote: Pilote) -> None:
    pilote.montrer_assemblee(3)
    pilote.choisir_resolution(3)
    assert "Personne n’y a voté" in pilote.carte()


def test_by_heads_the_card_has_no_college(pilote: Pilote) -> None:
    page = pilote.montrer_assemblee(2)
    carte = pilote.carte()
    assert carte[:2] == ("REJETÉE", "65,22\u202f%")
    assert not page.carte_resultat.findChildren(BarreCorps)
    assert lecture.ensemble(core(pilote, 2, 3)) == ("15", "3", "1")


def test_an_election_marks_the_elected(pilote: Pilote) -> None:
    page = pilote.montrer_assemblee(3)
    pilote.choisir_resolution(4)
    carte = pilote.carte()
    assert carte[:3] == ("SIÈGES POURVUS", "2\u00a0élus", "sur 2\u00a0sièges")
    assert carte[3:5] == ("Inès Marjolaine", "Élue")
    assert carte.count("Élue") == 2
    assert carte.index("Ugo Camarine") > carte.index("Alix Marronnier")
    assert len(page.carte_resultat.findChildren(BarreEnsemble)) == 3


def test_nothing_is_shown_before_a_proclamation(pilote: Pilote) -> None:
    pilote.montrer_assemblee(3)
    pilote.choisir_resolution(7)
    assert pilote.resultats.resultat() is None
    assert "Pas encore de vote" in pilote.textes()
    pilote.choisir_resolution(5)
    assert "Résolution retirée" in pilote.textes()


def test_the_steps_of_the_calculation_are_those_of_core(pilote: Pilote) -> None:
    page = pilote.montrer_assemblee(3)
    pilote.choisir_resolution(2)
    pilote.cliquer("Voir le calcul")
    attendues = etapes(core(pilote, 3, 12), pilote.fenetre.session.dossier.statuts)
    assert list(page.dialogue.etapes) == attendues
    assert set(attendues) <= {label.text() for label in page.dialogue.findChildren(QLabel)}
    page.dialogue.copier()
    assert QApplication.clipboard().text().startswith("1. ")
    page.dialogue.close()


def test_the_arrows_and_the_primary_button_go_through_the_agenda(pilote: Pilote) -> None:
    page = pilote.montrer_assemblee(3)
    pilote.touche(Qt.Key.Key_Down)
    assert page.carte_texte.textes()[1] == "Affectation du résultat"
    pilote.cliquer("Résolution suivante")
    assert page.carte_texte.textes()[1] == "Conventions"
    pilote.choisir_resolution(7)
    assert not page.suivante.isEnabled()


def test_the_drawing_is_the_printed_one(pilote: Pilote) -> None:
    dossier = pilote.fenetre.session.dossier
    par_college = lecture.barre(core(pilote, 3, 12), dossier.assemblees[3].votes_de(12)[-1])
    assert par_college is not None
    assert par_college.seuil == 50
    assert sum(corps.pour for corps in par_college.corps) == core(pilote, 3, 12).pour
    par_tete = lecture.barre(core(pilote, 2, 3), dossier.assemblees[2].votes_de(3)[-1])
    assert par_tete is not None
    assert par_tete.seuil == 75
    assert par_tete.corps[0].pour == Fraction(1500, 23)


CORPS_RARE = {"SB": (7, 7), "PP": (8, 7), "PM": (7, 1)}
VOIX_RARES = {"SB": (5, 2, 0), "PP": (4, 3, 0), "PM": (1, 0, 0)}


def test_a_secret_vote_with_a_lone_voter_keeps_its_detail(pilote: Pilote) -> None:
    point = pilote.fenetre.session.dossier.assemblees[3].resolution_par_numero[17]
    faits = tuple(voter(40, point, MAINTENANT, VOIX_RARES, "adoptee", CORPS_RARE, "secret_papier"))
    pilote.fenetre.session.accomplir(lambda depot: depot.accomplir("essai", lambda _: Projet("Vote secret", faits)))
    page = pilote.montrer_assemblee(3)
    pilote.choisir_resolution(7)
    carte = pilote.carte()
    assert "Secret du vote." in carte
    assert not page.carte_resultat.findChildren(BarreCorps)
    assert not {"SB", "PP", "PM"} & set(carte)
    assert not page.carte_resultat.bouton_calcul.isVisible()
    assert "Personnes morales" not in page.carte_texte.textes()


def test_by_heads_a_secret_vote_of_two_shows_no_figure(pilote: Pilote) -> None:
    point = pilote.fenetre.session.dossier.assemblees[3].resolution_par_numero[17]
    faits = tuple(voter(41, point, MAINTENANT, {"*": (2, 0, 0)}, "adoptee", {"*": (3, 2)}, "secret_papier"))
    pilote.fenetre.session.accomplir(lambda depot: depot.accomplir("essai", lambda _: Projet("Vote secret", faits)))
    page = pilote.montrer_assemblee(3)
    pilote.choisir_resolution(7)
    assert "%" not in "".join(texte for texte in pilote.carte() if "il fallait" not in texte)
    assert not page.carte_resultat.findChildren(BarreEnsemble)
    assert page.ordre.modele.ligne(6).etat.mot == "Adoptée"


def test_an_assembly_without_vote_says_so(pilote: Pilote) -> None:
    pilote.montrer_assemblee(4)
    assert "Pas encore de vote" in pilote.textes()


@pytest.mark.parametrize(("place", "resolution"), [(1, 11), (6, 16)])
def test_the_card_says_what_would_have_turned_it(pilote: Pilote, place: int, resolution: int) -> None:
    pilote.montrer_assemblee(3)
    pilote.choisir_resolution(place)
    attendue = phrase_bascule(pilote.fenetre.session.dossier.statuts_au(MAINTENANT.date()), core(pilote, 3, resolution))
    assert attendue.startswith("Il suffisait ")
    assert attendue in pilote.carte()


@pytest.mark.parametrize("cle", ["resultats", "convoquer", "proces_verbal"])
def test_without_an_assembly_the_page_says_so(pilote: Pilote, cle: str) -> None:
    pilote.fenetre.session.choisir_assemblee(None)
    pilote.fenetre.aller(cle)
    textes = pilote.textes()
    assert "Aucune assemblée" in " ".join(textes)
    assert "Voir le calcul" not in textes
    assert "Résumé des débats" not in textes
    assert "Envois" not in textes
