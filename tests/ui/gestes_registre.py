"""Gestures on the register: its dialogs, as a secretary fills them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from scicvote.ui.dialogs.confirmation import DialogueIssues
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.widgets.champs import AnyChamp
from tests.ui.drivers import Pilote

D = TypeVar("D", bound=QWidget)


def dialogue(pilote: Pilote, genre: type[D]) -> D:
    """The dialog of a kind that is shown."""
    QApplication.processEvents()
    trouves = [d for d in pilote.fenetre.findChildren(genre) if d.isVisible()]
    assert len(trouves) == 1, trouves
    return trouves[0]


def champ(ouvert: DialogueActe, chemin: str) -> AnyChamp:
    return ouvert.formulaire.champ(chemin)


def remplir(ouvert: DialogueActe, **valeurs: str) -> None:
    """Type in fields, by their path: the word of a choice, the text of a line."""
    for chemin, texte in valeurs.items():
        sien = champ(ouvert, chemin)
        assert not sien.isHidden(), chemin
        sien.poser_texte(texte)
        sien.change.emit()


def valider(pilote: Pilote, ouvert: DialogueActe) -> None:
    """Click the primary button."""
    pilote.qtbot.mouseClick(ouvert.valider, Qt.MouseButton.LeftButton)


def avertissements(pilote: Pilote) -> tuple[str, ...]:
    """The codes of what is said before the act is done; then do it all the same."""
    demande = dialogue(pilote, DialogueIssues)
    codes = tuple(issue.code for issue in demande.issues)
    pilote.qtbot.mouseClick(demande.continuer, Qt.MouseButton.LeftButton)
    return codes


def refus(ouvert: DialogueActe) -> dict[str, str]:
    """What is said to be wrong, by field; ``.`` for what no field names."""
    sur_champs = {c.chemin: c.issue.code for c in ouvert.formulaire.champs if c.issue is not None}
    return sur_champs | {issue.chemin: issue.code for issue in ouvert.formulaire.restes.issues}


def sur_la_fiche(pilote: Pilote, qui: str, mot: str) -> None:
    """Look somebody up, then click a button of their card."""
    pilote.associes.recherche.setText(qui)
    QApplication.processEvents()  # the card has just been laid out again
    pilote.cliquer(mot)
