"""Votes by keyboard and mouse: open, count, close, declare; what refuses is shown, what is typed is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scicvote.core.exact import pourcent
from scicvote.core.faits import Amendement, Deport, Depouillement, Resolution
from scicvote.core.recalcul import resultat_de
from scicvote.core.resultat import Resultat
from scicvote.core.saisie_vote import comptages
from scicvote.store.depot import Depot
from scicvote.ui.dialogs.confirmation import Confirmation, DialogueIssues
from scicvote.ui.dialogs.vote import (
    DialogueAmendement,
    DialogueAnnulationScrutin,
    DialogueCandidat,
    DialogueDebat,
    DialogueDeport,
    DialogueRetraitResolution,
    DialogueRevocation,
)
from scicvote.ui.main_window import MainWindow
from scicvote.ui.reglages import Reglages
from scicvote.ui.session import Session, lire_statuts
from tests.ui import fabrique, fabrique_votes
from tests.ui.gestes_voter import PiloteVoter, commencer

AFFECTATION = fabrique_votes.AFFECTATION


@pytest.fixture
def pilote(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> PiloteVoter:
    return commencer(qtbot, fenetre, tmp_path)


def test_a_whole_vote_by_the_keyboard_alone(pilote: PiloteVoter) -> None:
    pilote.point(2)
    assert pilote.voter.carte.textes()[:2] == ("Résolution 2", "Affectation du résultat de 2025")
    assert pilote.principal == "Ouvrir le scrutin"
    pilote.suite()
    assert isinstance(QApplication.focusWidget(), type(pilote.cellule("SB", "pour")))
    assert (pilote.reste("SB"), pilote.reste("*")) == ("reste 6", "reste 18")
    pilote.saisir(4, 2, 0, 4, 3, 0, 3, 2, 0)
    assert pilote.reste("*") == "reste 0"
    assert QApplication.focusWidget() is pilote.voter.principal
    pilote.touche(Qt.Key.Key_Space)
    assert pilote.principal == "Proclamer le résultat"
    assert pilote.etats()[1] == "Dépouillée, à proclamer"
    vote = pilote.ag.votes_de(AFFECTATION)[-1]
    assert {c.college: (c.pour, c.contre, c.abstention) for c in vote.comptes} == {
        "SB": (4, 2, 0),
        "PP": (4, 3, 0),
        "PM": (3, 2, 0),
    }
    assert vote.proclamation is None
    pilote.suite()
    resultat = resultat_de(pilote.fenetre.session.dossier, pilote.ag, pilote.ag.votes_de(AFFECTATION)[-1])
    assert isinstance(resultat, Resultat)
    chiffre = pourcent(resultat.ratio, resultat.cadre.ligne.seuil)
    assert pilote.etats()[1] == f"Adoptée, {chiffre}"
    assert chiffre in pilote.textes(pilote.voter.carte_resultat)
    assert pilote.principal == "Résolution suivante"
    pilote.suite()
    assert pilote.voter.point is not None
    assert pilote.voter.point.numero == 3


def test_arrows_go_through_the_grid(pilote: PiloteVoter) -> None:
    pilote.cliquer("Ouvrir le scrutin")
    pilote.cellule("SB", "pour").setFocus()
    for touche, corps, cle in (
        (Qt.Key.Key_Right, "SB", "contre"),
        (Qt.Key.Key_Down, "PP", "contre"),
        (Qt.Key.Key_Left, "PP", "pour"),
        (Qt.Key.Key_Left, "PP", "pour"),
        (Qt.Key.Key_Up, "SB", "pour"),
        (Qt.Key.Key_Tab, "SB", "contre"),
    ):
        pilote.touche(touche)
        assert QApplication.focusWidget() is pilote.cellule(corps, cle)
    pilote.qtbot.keyClicks(pilote.cellule("SB", "contre"), "1x-2")
    assert pilote.cellule("SB", "contre").text() == "12"


def test_an_open_vote_is_drawn_as_it_is_typed_and_only_when_it_balances(pilote: PiloteVoter) -> None:
    pilote.suite()
    pilote.saisir(6, 0, 0, 7, 0, 0, 4)
    assert "Reste 1\u00a0voix à compter." in pilote.textes(pilote.voter.droite)
    pilote.saisir(None, None, None, None, None, None, 5)
    dits = pilote.textes(pilote.voter.carte_resultat)
    assert dits[0] == "APERÇU\u00a0: ADOPTÉE"
    assert "100,00\u202f%" in dits
    assert not pilote.ag.tous(Depouillement)


def test_more_votes_than_people_is_refused_in_red(pilote: PiloteVoter) -> None:
    pilote.suite()
    pilote.saisir(9, 0, 0)
    assert pilote.reste("SB") == "3 de trop"
    assert pilote.voter.carte.grille.restes["SB"].mot.property("couleur") == "faute"
    pilote.suite()
    assert pilote.refus() == ["VOTANTS"]
    assert pilote.ag.vote_ouvert is not None


def test_those_who_did_not_vote_are_asked_about_by_college(pilote: PiloteVoter) -> None:
    pilote.suite()
    pilote.saisir(6, 0, 0, 5)
    pilote.suite()
    dits = " ".join(pilote.accepter())
    assert "7\u00a0présents ou représentés" in dits
    assert "2 dans PP" in dits
    assert "5 dans PM" in dits
    assert pilote.ag.vote_ouvert is None


def test_typed_figures_come_back_after_the_window_is_closed(pilote: PiloteVoter, tmp_path: Path, qtbot: QtBot) -> None:
    pilote.point(2)
    pilote.suite()
    pilote.saisir(4, 2, 0, 1)
    chemin = pilote.fenetre.session.chemin
    pilote.fenetre.close()
    session = Session(lambda: fabrique.MAINTENANT, brouillons=tmp_path / "brouillons")
    autre = MainWindow(session, Reglages(tmp_path / "config" / "reglages.ini"))
    qtbot.addWidget(autre)
    autre.show()
    autre.demarrer(chemin)
    page = autre.page
    assert page.cle == "voter"
    grille = page.carte.grille  # type: ignore[attr-defined]
    assert [grille.cellules[c, n].text() for c, n in (("SB", "pour"), ("SB", "contre"), ("PP", "pour"))] == [
        "4",
        "2",
        "1",
    ]
    autre.close()


def test_a_recount_before_the_declaration_keeps_both(pilote: PiloteVoter) -> None:
    pilote.suite()
    pilote.saisir(6, 0, 0, 7, 0, 0, 5, 0, 0)
    pilote.suite()
    pilote.cliquer("Contre-épreuve")
    assert pilote.voter.carte.grille.vide()
    assert pilote.principal == "Clore le scrutin"
    pilote.saisir(5, 1, 0, 6, 1, 0, 5, 0, 0)
    pilote.suite()
    premier, second = comptages(pilote.ag, pilote.ag.votes[-1].scrutin.scrutin)
    assert [c.pour for c in premier.comptes] == [6, 7, 5]
    assert [c.pour for c in second.comptes] == [5, 6, 5]
    heures = pilote.voter.carte.heures.text()
    assert "Compté 2 fois" in heures
    assert "18 pour, 0 contre" in heures
    pilote.suite()
    assert pilote.etats()[0].startswith("Adoptée")


def test_a_reopened_scrutin_begins_from_its_figures_and_can_be_left_as_it_was(pilote: PiloteVoter) -> None:
    pilote.suite()
    pilote.saisir(6, 0, 0, 7, 0, 0, 5, 0, 0)
    pilote.suite()
    pilote.cliquer("Rouvrir le scrutin")
    assert pilote.cellule("PP", "pour").text() == "7"
    pilote.cliquer("Garder le premier décompte")
    assert pilote.principal == "Proclamer le résultat"
    assert len(comptages(pilote.ag, pilote.ag.votes[-1].scrutin.scrutin)) == 1


def test_roll_call_by_exception_counts_without_a_name(pilote: PiloteVoter, tmp_path: Path) -> None:
    pilote.mode("appel_nominal")
    pilote.suite()
    assert [pilote.cellule(c, "pour").text() for c in ("SB", "PP", "PM")] == ["6", "7", "5"]
    appel = pilote.voter.carte.appel
    assert QApplication.focusWidget() is appel.champ.controle
    pilote.taper("cam")
    pilote.taper("omi")
    pilote.touche(Qt.Key.Key_Return)  # Sacha Camomille
    pilote.taper("mouss")
    pilote.touche(Qt.Key.Key_Return)
    assert appel.nommes == ("Camomille Sacha (SB)",)  # nobody answers to the second
    pilote.qtbot.keyClicks(appel.champ.ligne, "")
    appel.champ.poser(None)
    pilote.taper("fran")  # François Œillet, represented by a proxy
    pilote.qtbot.keyClick(appel.champ.ligne, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert [pilote.cellule("SB", n).text() for n in ("pour", "contre")] == ["5", "1"]
    assert [pilote.cellule("PP", n).text() for n in ("pour", "abstention")] == ["6", "1"]
    pilote.fenetre.session.brouillons.enregistrer()
    gardes = "".join(p.read_text(encoding="utf-8") for p in (tmp_path / "brouillons").glob("*.json"))
    assert "Camomille" not in gardes
    assert "illet" not in gardes
    reprendre = appel.findChildren(type(appel.contre))
    croix = next(b for b in reprendre if b.accessibleName() == "Reprendre Camomille Sacha (SB)")
    pilote.qtbot.mouseClick(croix, Qt.MouseButton.LeftButton)
    assert [pilote.cellule("SB", n).text() for n in ("pour", "contre")] == ["6", "0"]
    pilote.suite()
    assert {c.college: (c.pour, c.contre, c.abstention) for c in pilote.ag.votes[-1].comptes}["PP"] == (6, 0, 1)


def test_who_is_withdrawn_leaves_the_base_of_an_agreement(pilote: PiloteVoter) -> None:
    pilote.point(3)
    pilote.cliquer("Déport…")
    dialogue = pilote.ouvert(DialogueDeport)
    assert dialogue.associe.valeur() == 17
    assert dialogue.motif.valeur() == "convention"
    pilote.valider()
    assert [(d.associe, d.motif) for d in pilote.ag.tous(Deport)] == [(17, "convention")]
    assert pilote.etats()[2] == "À voter, 1\u00a0déport"
    pilote.suite()
    assert pilote.reste("PM") == "reste 4"
    assert not pilote.voter.carte.deport.isVisible()


def test_elsewhere_nobody_leaves_the_base_and_the_refusal_says_why(pilote: PiloteVoter) -> None:
    pilote.point(2)
    pilote.cliquer("Déport…")
    dialogue = pilote.ouvert(DialogueDeport)
    assert dialogue.motif.valeur() == "libre"
    pilote.valider()
    assert dialogue.associe.issue is not None
    dialogue.associe.poser(2)
    dialogue.motif.poser("convention")
    pilote.valider()
    assert dialogue.motif.issue is not None
    assert dialogue.motif.issue.code == "DEPORT"
    assert "C. com. L223-19" in dialogue.motif.issue.articles
    dialogue.motif.poser("libre")
    pilote.valider()
    assert [(d.associe, d.motif) for d in pilote.ag.tous(Deport)] == [(2, "libre")]


def test_a_text_is_amended_and_its_original_kept(pilote: PiloteVoter) -> None:
    pilote.cliquer("Amender…")
    dialogue = pilote.ouvert(DialogueAmendement)
    dialogue.nouveau.poser("")
    pilote.valider()
    assert dialogue.nouveau.issue is not None
    dialogue.nouveau.poser("L’assemblée approuve les comptes rectifiés.")
    dialogue.auteur.poser("Rose Tilleul")
    pilote.valider()
    assert pilote.ag.tous(Amendement)[-1].auteur == "Rose Tilleul"
    assert pilote.voter.carte.textes()[2] == "L’assemblée approuve les comptes rectifiés."
    assert any("Texte d’origine" in dit and "les comptes de 2025" in dit for dit in pilote.textes(pilote.voter.carte))


def test_a_resolution_is_withdrawn_from_the_menu(pilote: PiloteVoter) -> None:
    pilote.menu(pilote.voter.carte.autre, "Retirer la résolution…")
    pilote.ouvert(DialogueRetraitResolution).motif.poser("à reprendre")
    pilote.valider()
    assert pilote.etats()[0] == "Retirée"
    assert pilote.principal == "Résolution suivante"
    assert "Résolution retirée" in pilote.textes(pilote.voter.droite)


def test_debates_are_noted(pilote: PiloteVoter) -> None:
    pilote.menu(pilote.voter.carte.autre, "Noter les débats…")
    pilote.ouvert(DialogueDebat).resume.poser("Une question sur les comptes.")
    pilote.valider()
    assert pilote.ag.debat(fabrique_votes.COMPTES) == "Une question sur les comptes."
    assert "Débats\u00a0: Une question sur les comptes." in pilote.textes(pilote.voter.carte)


def test_the_revocation_of_a_manager_comes_without_being_on_the_agenda(pilote: PiloteVoter) -> None:
    pilote.menu(pilote.voter.carte.autre, "Révocation hors ordre du jour…")
    dialogue = pilote.ouvert(DialogueRevocation)
    pilote.valider()
    assert dialogue.gerant.issue is not None
    dialogue.gerant.poser(1)
    pilote.valider()
    point = pilote.ag.tous(Resolution)[-1]
    assert (point.hors_ordre, point.concerne, point.numero) == (True, 1, 7)
    pilote.point(7)
    assert pilote.voter.carte.textes()[0] == "Résolution 7 · hors ordre du jour"
    pilote.suite()
    assert pilote.ag.vote_ouvert is not None


def test_a_candidate_is_added_in_the_sitting(pilote: PiloteVoter) -> None:
    pilote.point(4)
    pilote.menu(pilote.voter.carte.autre, "Ajouter un candidat…")
    dialogue = pilote.ouvert(DialogueCandidat)
    assert 17 not in [c.numero for c in dialogue.candidat._candidats]  # a company cannot be elected
    dialogue.candidat.poser(13)
    pilote.valider()
    assert [c.candidat for c in pilote.ag.candidats(fabrique_votes.ELECTION)] == [1, 10, 13]
    assert "3\u00a0candidats pour 1\u00a0siège" in pilote.textes(pilote.voter.avant)


def test_warnings_are_shown_before_with_their_articles_and_asked_about_once(pilote: PiloteVoter) -> None:
    pilote.point(5)
    avant = pilote.voter.avant.textes()
    assert any("L’avis du collège PP" in dit for dit in avant)
    assert "Statuts, art. 13" in avant
    pilote.suite()
    dialogue = pilote.ouvert(DialogueIssues)
    assert [issue.code for issue in dialogue.issues] == ["AVIS_MANQUANT"]
    pilote.qtbot.mouseClick(dialogue.retour, Qt.MouseButton.LeftButton)
    assert pilote.ag.vote_ouvert is None
    pilote.suite()
    pilote.accepter()
    assert pilote.ag.vote_ouvert is not None


def test_only_one_scrutin_is_open_at_a_time(pilote: PiloteVoter) -> None:
    pilote.suite()
    pilote.point(2)
    assert any("Un autre scrutin est ouvert" in dit for dit in pilote.voter.avant.textes())
    pilote.suite()
    assert pilote.refus() == ["SCRUTIN_OUVERT"]


def test_before_an_extraordinary_matter_it_is_said_whether_it_can_pass(
    qtbot: QtBot, fenetre: MainWindow, tmp_path: Path
) -> None:
    pilote = commencer(qtbot, fenetre, tmp_path, presents=(1, 2, 9, 10))
    pilote.point(6)
    dits = " ".join(pilote.voter.avant.textes())
    assert "Impossible avec ceux qui sont là\u00a0: il manque 1\u00a0présent ou représenté en PM." in dits
    assert "70,00\u202f%" in dits


def test_by_heads_the_grid_has_one_row(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    pilote = commencer(qtbot, fenetre, tmp_path, par_college=False)
    pilote.suite()
    assert set(pilote.voter.carte.grille.cellules) == {("*", n) for n in ("pour", "contre", "abstention")}
    pilote.saisir(12, 4, 2)
    pilote.suite()
    pilote.suite()
    assert pilote.etats()[0] == "Adoptée, 54,55\u202f%"  # twelve of twenty-two


def test_a_rule_by_heads_is_counted_in_its_one_college(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    chemin = tmp_path / "avis.scic"
    numero = fabrique_votes.creer(chemin)
    avis = fabrique.resolution(97, numero, 7, "Avis sur l’admission", "Le collège est favorable.", "avis_college")
    avis = replace(avis, objet="avis", concerne=30, college="PP")
    designation = fabrique.resolution(98, numero, 8, "Candidate de SB", "SB présente.", "designation_candidat")
    designation = replace(designation, objet="designation", college="SB")
    with Depot.ouvrir(chemin, lire_statuts, lambda: fabrique.MAINTENANT) as depot:
        fabrique_votes.ecrire(depot, avis, designation)
    pilote = PiloteVoter(qtbot, fenetre, chemin, numero)
    pilote.point(8)
    assert any("85,71\u202f%" in dit for dit in pilote.voter.avant.textes())  # six of the seven, all for
    pilote.point(7)
    assert {code for code, _ in pilote.voter.carte.grille.cellules} == {"PP"}
    pilote.suite()
    pilote.saisir(5, 1, 1)
    pilote.suite()
    pilote.suite()
    assert pilote.etats()[6].startswith("Adoptée")
    assert pilote.etats()[4] == "À voter, avis favorable"
    pilote.point(5)
    assert any("Avis favorable du collège PP" in dit for dit in pilote.voter.avant.textes())


def test_before_the_sitting_the_one_next_step_is_check_in(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    pilote = commencer(qtbot, fenetre, tmp_path, ouverte=False)
    assert any("Ouvrir d’abord la séance" in dit for dit in pilote.voter.avant.textes())
    assert pilote.principal == "Émarger"
    pilote.suite()
    assert pilote.page.cle == "emarger"


def test_the_sitting_is_suspended_and_taken_up_again(pilote: PiloteVoter) -> None:
    pilote.menu(pilote.voter.carte.autre, "Suspendre la séance…")
    pilote.valider()
    assert pilote.ag.suspendue
    assert pilote.principal == "Reprendre la séance"
    pilote.suite()
    pilote.valider()
    assert not pilote.ag.suspendue
    assert pilote.principal == "Ouvrir le scrutin"


def test_who_leaves_is_no_longer_counted_in_the_next_vote(pilote: PiloteVoter) -> None:
    assert pilote.voter.presents.voix.text() == "18\u00a0voix"
    pilote.menu(pilote.voter.presents.mouvement, "Un départ…")
    dialogue = pilote.voter.gestes.dialogue
    assert dialogue is not None
    dialogue.associe.poser(10)  # type: ignore[attr-defined]
    pilote.valider()
    assert pilote.voter.presents.voix.text() == "16\u00a0voix"  # her proxy falls with her
    pilote.suite()
    assert pilote.reste("PP") == "reste 5"


def test_the_steps_of_the_calculation_open_from_the_card(pilote: PiloteVoter) -> None:
    pilote.suite()
    pilote.saisir(6, 0, 0, 7, 0, 0, 5, 0, 0)
    pilote.suite()
    pilote.cliquer("Voir le calcul")
    dialogue = pilote.voter.dialogue_calcul
    assert any("plus de 50\u202f%" in etape for etape in dialogue.etapes)
    dialogue.close()


def test_the_palette_offers_what_can_be_done(pilote: PiloteVoter) -> None:
    mots = [c.mot for c in pilote.voter.commandes()]
    assert {"Déport…", "Amender le texte…", "Une arrivée…", "Suspendre la séance…"} <= set(mots)
    next(c for c in pilote.voter.commandes() if c.mot == "Noter un incident…").action()
    dialogue = pilote.voter.gestes.dialogue
    assert dialogue is not None
    dialogue.reject()


def test_the_screen_of_the_room_has_its_help(pilote: PiloteVoter) -> None:
    next(c for c in pilote.voter.commandes() if c.mot == "Aide de l’écran de salle").action()
    assert pilote.voter.dialogue_aide.isVisible()
    assert "secret" in " ".join(dit for dit in (pilote.voter.dialogue_aide.lecture.toPlainText(),))
    pilote.voter.dialogue_aide.close()


def test_without_an_assembly_or_an_agenda_the_page_says_what_to_do(pilote: PiloteVoter) -> None:
    pilote.fenetre.session.choisir_assemblee(None)
    pilote.fenetre.aller("voter")
    assert "Aucune assemblée n’est choisie" in pilote.textes()
    assert pilote.principal == "Choisir une assemblée"


def test_a_closed_sitting_only_shows(pilote: PiloteVoter) -> None:
    fabrique_votes.clore(pilote.fenetre.session.depot, pilote.numero)
    pilote.voter.actualiser()
    assert pilote.principal == "Résultats"
    assert not pilote.voter.carte.autre.isVisible()
    assert not pilote.voter.presents.mouvement.isEnabled()
    assert [c.mot for c in pilote.voter.commandes()] == ["Aide de l’écran de salle", "Aide de l’isoloir"]


def test_a_request_of_secrecy_can_be_given_up_before_it_is_voted(pilote: PiloteVoter) -> None:
    pilote.cliquer("Scrutin secret…")
    dialogue = pilote.ouvert(Confirmation)
    pilote.qtbot.mouseClick(dialogue.retour, Qt.MouseButton.LeftButton)
    assert pilote.ag.votes == ()


def test_the_conditions_of_a_point_are_folded_and_open_while_one_is_missing(pilote: PiloteVoter) -> None:
    conditions = pilote.voter.avant.conditions
    assert not conditions.isVisible()  # a free resolution has none
    pilote.point(3)
    assert "1\u00a0manque" in pilote.textes(conditions)
    assert "L’intéressé ne prend pas part au vote" in pilote.textes(conditions)
    conditions.bouton.setFocus()
    pilote.touche(Qt.Key.Key_Return)
    assert "L’intéressé ne prend pas part au vote" not in pilote.textes(conditions)
    pilote.voter.actualiser()  # what was folded by hand stays so
    assert not conditions.liste.isVisible()
    pilote.suite()
    dits = [issue.code for issue in pilote.ouvert(DialogueIssues).issues]
    assert dits == ["CONDITION"]
    pilote.ouvert(DialogueIssues).reject()
    pilote.cliquer("Déport…")
    pilote.valider()
    assert "1\u00a0faite" in pilote.textes(conditions)
    assert not conditions.liste.isVisible()


def test_a_withdrawn_point_shows_no_count_and_no_gesture(pilote: PiloteVoter) -> None:
    pilote.point(6)
    pilote.voter.gestes.lancer("retirer")
    pilote.ouvert(DialogueRetraitResolution)
    pilote.valider()
    assert not pilote.voter.carte.grille.isVisible()
    assert not pilote.voter.carte.autre.isVisible()
    assert "Voix" not in pilote.textes(pilote.voter.carte)
    pilote.point(2)
    assert pilote.voter.carte.grille.isVisible()


def test_a_scrutin_opened_by_mistake_is_cancelled_and_its_figures_forgotten(pilote: PiloteVoter) -> None:
    assert "Annuler ce scrutin…" not in [c.mot for c in pilote.voter.commandes()]
    pilote.suite()
    pilote.saisir(6, 0, 0, 7)
    assert "Annuler ce scrutin…" in [c.mot for c in pilote.voter.commandes()]
    pilote.menu(pilote.voter.carte.autre, "Annuler ce scrutin…")
    dialogue = pilote.ouvert(DialogueAnnulationScrutin)
    pilote.valider()
    assert dialogue.motif.issue is not None  # a reason is asked for
    dialogue.motif.poser("mauvaise résolution")
    pilote.valider()
    assert pilote.ag.votes == ()
    assert pilote.etats()[0] == "À voter"
    assert pilote.principal == "Ouvrir le scrutin"
    pilote.suite()
    assert pilote.voter.carte.grille.vide()  # nothing of what was typed comes back
    assert pilote.ag.votes[-1].scrutin.tour == 1
    pilote.saisir(6, 0, 0, 7, 0, 0, 5, 0, 0)
    pilote.suite()
    assert "Annuler ce scrutin…" not in [c.mot for c in pilote.voter.commandes()]  # it is counted


def test_reopened_after_its_count_a_scrutin_is_not_cancelled(pilote: PiloteVoter) -> None:
    pilote.suite()
    pilote.saisir(6, 0, 0, 7, 0, 0, 5, 0, 0)
    pilote.suite()
    pilote.cliquer("Rouvrir le scrutin")
    assert "Annuler ce scrutin…" not in [c.mot for c in pilote.voter.commandes()]
