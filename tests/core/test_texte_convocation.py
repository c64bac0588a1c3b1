"""The text of the notice: its mentions, and only what was sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scicvote.actes import preparation, seance
from scicvote.core.faits import Amendement, Envoi
from scicvote.core.texte_convocation import texte_convocation
from tests.scene_papiers import JOUR, Scene, a, dit, ordinaire


def texte(scene):
    return dit(texte_convocation(scene.depot.dossier, scene.assemblee))


@pytest.mark.parametrize("associes", [1, 15, 41])
def test_mentions(tmp_path, associes):
    lu = texte(ordinaire(tmp_path, associes, 1, par_college=associes > 1))
    for mention in (
        "Texte de la convocation",
        "Assemblée générale ordinaire annuelle du 12 juin 2026",
        "convoqués par la gérance le 12 juin 2026 à 18 h 00, salle des Utopies",
        "art. 21-2",
        "Approbation des comptes.",
        "Première résolution – Approbation des comptes",
        "L’assemblée se prononce sur ce point : Approbation des comptes.",
        "par son conjoint ou par un autre associé (statuts, art. 23",
        "questions écrites",
        "Les statuts connaissent des collèges : Salariés et bénévoles membres actifs (SB, 40 %)",
        "se vote par collège" if associes > 1 else "une personne, une voix, sans collège",
        "Convocation, le 27 mai 2026 par lettre recommandée.",
        "Documents, le 27 mai 2026 par lettre recommandée : comptes de 2025 et rapport de gestion.",
    ):
        assert mention in lu, mention


def test_before_the_dispatch_it_is_a_draft(tmp_path):
    scene = Scene.creer(tmp_path, 0)
    scene.preparer(exercice=None)
    papier = texte_convocation(scene.depot.dossier, scene.assemblee)
    assert papier.mention == "PROJET"
    lu = dit(papier)
    for mention in ("L’ordre du jour n’est pas encore écrit.", "Aucun envoi n’est enregistré."):
        assert mention in lu
    assert "Texte des résolutions" not in lu
    assert "questions écrites" not in lu


def test_what_the_sitting_changed_is_not_in_it(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    point = scene.assemblee.resolutions[0].resolution
    scene.faire(seance.amender(scene.depot, Amendement(scene.ag, point, a(18, 20), "Texte amendé.", "Inès")))
    ajoutee = replace(scene.assemblee.resolutions[0], resolution=99, numero=2, titre="Révocation", hors_ordre=True)
    lu = dit(texte_convocation(scene.depot.dossier, scene.assemblee.avec((ajoutee,))))
    assert "Texte amendé" not in lu
    assert "Révocation" not in lu


def test_a_text_of_several_paragraphs(tmp_path):
    scene = Scene.creer(tmp_path, 3)
    scene.preparer()
    scene.resolution("Point", texte="Premier alinéa.\n\nSecond alinéa.")
    lu = texte(scene)
    assert "\nPremier alinéa.\nSecond alinéa.\n" in lu


def test_a_college_is_not_told_of_the_others(tmp_path):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer(nature="college", college="SB", exercice=None)
    scene.resolution("Avis", regle="avis_college", objet="avis", concerne=1)
    envoi = Envoi(scene.ag, JOUR.replace(day=1), "convocation", "courriel", (), None)
    scene.faire(preparation.envoyer(scene.depot, envoi))
    lu = texte(scene)
    assert "connaissent des collèges" not in lu
    assert "par courriel." in lu
