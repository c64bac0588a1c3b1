"""Fields: what is typed, what is understood, what is said below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scicvote.core.issue import avertissement, refus
from scicvote.ui.widgets.champ_associe import Candidat, ChampAssocie
from scicvote.ui.widgets.champs import (
    AnyChamp,
    ChampCase,
    ChampChoix,
    ChampDate,
    ChampHeure,
    ChampLong,
    ChampMontant,
    ChampNombre,
    ChampTexte,
)
from scicvote.ui.widgets.formulaire import Formulaire

JOUR = date(2026, 6, 12)
CHAMPS: tuple[tuple[Callable[[], AnyChamp], str, Any], ...] = (
    (lambda: ChampTexte("Lieu", "lieu"), " salle ", "salle"),
    (lambda: ChampDate("Jour", "jour", JOUR), "3/7", date(2026, 7, 3)),
    (lambda: ChampHeure("Heure", "heure"), "18h30", time(18, 30)),
    (lambda: ChampNombre("Parts", "parts"), "1 200", 1200),
    (lambda: ChampNombre("Parts", "parts", signe=True), "−3", -3),
    (lambda: ChampMontant("Résultat", "resultat"), "2 128,20", "2128.20"),
    (lambda: ChampLong("Texte", "texte"), "un\u00a0:\ndeux", "un\u00a0:\ndeux"),
    (lambda: ChampChoix("Mode", "mode", [("a", "Un"), ("b", "Deux")]), "b", "b"),
    (lambda: ChampCase("Conjoint", "conjoint"), "1", True),
)


@pytest.mark.parametrize(("faire", "tape", "valeur"), CHAMPS)
def test_what_is_typed_is_understood_and_kept(
    qtbot: QtBot, faire: Callable[[], AnyChamp], tape: str, valeur: Any
) -> None:
    champ = faire()
    qtbot.addWidget(champ)
    champ.poser_texte(tape)
    assert champ.valeur() == valeur
    assert champ.texte() == tape
    assert not champ.incompris()
    assert champ.controle.accessibleName() == champ.libelle
    autre = faire()
    qtbot.addWidget(autre)
    autre.poser(valeur)
    assert autre.valeur() == valeur


@pytest.mark.parametrize(
    ("champ", "tape", "debut"),
    [
        (lambda: ChampDate("Jour", "jour", JOUR), "31/6", "Ce n’est pas une date"),
        (lambda: ChampHeure("Heure", "heure"), "midi", "Ce n’est pas une heure"),
        (lambda: ChampNombre("Parts", "parts"), "-3", "Écrire un nombre entier"),
        (lambda: ChampNombre("Parts", "parts"), "3,5", "Écrire un nombre entier"),
        (lambda: ChampMontant("Résultat", "resultat"), "1/2", "Écrire un montant"),
    ],
)
def test_what_is_not_understood_is_said_at_once(
    qtbot: QtBot, champ: Callable[[], AnyChamp], tape: str, debut: str
) -> None:
    c = champ()
    qtbot.addWidget(c)
    c.poser_texte(tape)
    assert c.valeur() is None
    assert c.note.text().startswith(debut)
    assert c.note.property("couleur") == "faute"
    c.poser_texte("")
    assert not c.incompris()


def test_a_day_says_how_it_was_understood(qtbot: QtBot) -> None:
    champ = ChampDate("Jour", "jour", JOUR)
    qtbot.addWidget(champ)
    qtbot.keyClicks(champ.ligne, "12 juin")
    assert champ.note.text() == "vendredi\u00a012\u00a0juin\u00a02026"


def test_a_fault_is_shown_until_the_field_is_typed_in(qtbot: QtBot) -> None:
    lieu, heure = ChampTexte("Lieu", "lieu", "Où l’on se réunit."), ChampHeure("Heure", "heure")
    formulaire = Formulaire((lieu, heure))
    qtbot.addWidget(formulaire)
    formulaire.show()
    formulaire.montrer_issues(
        [refus("LIEU", "Indiquer le lieu.", chemin="lieu"), avertissement("X", "Ailleurs.", "statuts 22", chemin="a")]
    )
    assert lieu.note.text() == "Indiquer le lieu."
    assert [issue.phrase for issue in formulaire.restes.issues] == ["Ailleurs."]
    qtbot.keyClicks(lieu.ligne, "ici")
    assert lieu.note.text() == "Où l’on se réunit."
    assert formulaire.restes.isHidden()


PERSONNES = (
    Candidat(1, "Marjolaine Inès", "", "SB"),
    Candidat(2, "Marronnier Alix", "", "PP"),
    Candidat(3, "Œillet François", "", "PP"),
    Candidat(4, "Atelier Marmotte", "Alix Prunier", "PM"),
)


@pytest.mark.parametrize(
    ("tape", "numero", "note"),
    [
        ("marj", 1, "Marjolaine Inès (SB)"),
        ("oei", 3, "Œillet François (PP)"),
        ("prunier", 4, "Atelier Marmotte (PM, Alix Prunier)"),
        ("mar", None, "Plusieurs personnes répondent\u00a0: en choisir une."),
        ("zzz", None, "Personne ne répond à ce nom."),
        ("", None, ""),
    ],
)
def test_three_letters_find_somebody(qtbot: QtBot, tape: str, numero: int | None, note: str) -> None:
    champ = ChampAssocie("Mandataire", "mandataire", PERSONNES)
    qtbot.addWidget(champ)
    champ.poser_texte(tape)
    assert (champ.valeur(), champ.note.text()) == (numero, note)


def test_somebody_is_chosen_with_the_keyboard(qtbot: QtBot) -> None:
    champ = ChampAssocie("Mandataire", "mandataire", PERSONNES)
    formulaire = Formulaire(champ)
    qtbot.addWidget(formulaire)
    formulaire.show()
    qtbot.waitExposed(formulaire)
    formulaire.activateWindow()
    champ.ligne.setFocus()
    qtbot.waitUntil(champ.ligne.hasFocus)
    qtbot.keyClicks(champ.ligne, "mar")
    liste = champ._completeur.popup()
    assert liste is not None
    qtbot.keyClick(liste, Qt.Key.Key_Down)
    qtbot.keyClick(liste, Qt.Key.Key_Down)
    qtbot.keyClick(liste, Qt.Key.Key_Return)
    assert champ.valeur() == 2
    champ.poser(4)
    assert champ.texte() == "Atelier Marmotte (PM, Alix Prunier)"


def test_a_wheel_that_passes_over_changes_no_choice(qtbot: QtBot) -> None:
    champ = ChampChoix("Mode", "mode", [("a", "Un"), ("b", "Deux")])
    qtbot.addWidget(champ)
    assert champ.valeur() == "a"
    champ.proposer([("b", "Deux"), ("c", "Trois")])
    assert champ.valeur() == "b"
    champ.poser_texte("inconnu")
    assert champ.valeur() == "b"
