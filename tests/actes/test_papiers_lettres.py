"""What stands against a mailing, which day it bears, and how it stops."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from scicvote.actes import registre
from scicvote.actes.papiers import imprimer
from scicvote.actes.papiers_demande import Demande
from scicvote.actes.papiers_lettres import CONVOCATIONS, POUVOIRS, jour_lettre
from tests.scene_papiers import JOUR, Scene

INSTANT = datetime(2026, 5, 20, 9, 0)


def scene_de(chemin, associes):
    scene = Scene.creer(chemin, associes)
    scene.preparer()
    scene.resolution("Comptes", objet="comptes")
    return scene


def test_nobody_to_write_to(tmp_path):
    scene = scene_de(tmp_path, 0)
    for genre in (CONVOCATIONS, POUVOIRS):
        octets, issues = imprimer(scene.depot, scene.ag, genre, INSTANT)
        assert octets is None
        assert [issue.code for issue in issues] == ["SANS_DESTINATAIRE"]


def test_domiciles_that_miss_are_named(tmp_path):
    scene = scene_de(tmp_path, 8)
    for personne in scene.depot.dossier.registre.au(JOUR).personnes:
        scene.faire(registre.modifier_fiche(scene.depot, replace(personne.fiche, domicile="")))
    octets, issues = imprimer(scene.depot, scene.ag, "convocations", INSTANT)
    assert octets is not None
    (issue,) = issues
    assert (issue.code, issue.bloquante) == ("DOMICILE", False)
    assert issue.phrase.endswith(" et 3\u00a0autres.")
    _, (seule,) = imprimer(scene.depot, scene.ag, "convocations", INSTANT, demande=Demande(associe=2))
    assert seule.phrase == "Domicile à compléter sur la fiche\u00a0: Sacha Camomille."


def test_the_day_of_a_letter(tmp_path):
    scene = scene_de(tmp_path, 2)
    assert jour_lettre(scene.assemblee, Demande()) == JOUR
    assert jour_lettre(scene.assemblee, Demande(aujourdhui=date(2026, 5, 20))) == date(2026, 5, 20)
    assert jour_lettre(scene.assemblee, Demande(aujourdhui=date(2027, 1, 1))) == JOUR
    scene.convoquer()
    assert jour_lettre(scene.assemblee, Demande(aujourdhui=date(2026, 6, 1))) == date(2026, 5, 27)
    assert jour_lettre(scene.assemblee, Demande(jour=date(2026, 5, 26))) == date(2026, 5, 26)


def test_a_mailing_stops_when_asked(tmp_path):
    scene = scene_de(tmp_path, 5)
    vus = []

    def progres(fait, total):
        vus.append((fait, total))
        return fait < 2

    assert imprimer(scene.depot, scene.ag, "pouvoirs", INSTANT, progres=progres) == (None, ())
    assert vus == [(1, 5), (2, 5)]
