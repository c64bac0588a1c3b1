"""The dialogs of a sitting: what they ask for, what they warn of, what they refuse, the drafts that they keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scicvote.actes import preparation, seance
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import (
    Bureau,
    DocumentDepose,
    Excuse,
    Incident,
    Invite,
    Pouvoir,
    Presence,
    ReponseQuestion,
    Suspension,
)
from scicvote.ui.dialogs.bureau import president_propose
from scicvote.ui.dialogs.moment_seance import DialogueSeance
from scicvote.ui.dialogs.seance import (
    DialogueArrivee,
    DialogueDepart,
    DialogueDocument,
    DialogueExcuse,
    DialogueIncident,
    DialogueInvite,
    DialogueReponse,
    DialogueReprise,
    DialogueSuspension,
)
from scicvote.ui.session import Session
from tests.ui import fabrique, fabrique_seance

D = TypeVar("D", bound=DialogueSeance)


@pytest.fixture(scope="module")
def modele(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    chemin = tmp_path_factory.mktemp("seance") / "fabrique.scic"
    return chemin, fabrique_seance.creer(chemin)


@pytest.fixture
def bureau(qtbot: QtBot, tmp_path: Path, modele: tuple[Path, int]) -> Iterator[QWidget]:
    """A window to open dialogs on, with a session that has the assembly in hand."""
    chemin = tmp_path / "fabrique.scic"
    chemin.write_bytes(modele[0].read_bytes())
    widget = QWidget()
    widget.session = Session(lambda: fabrique.MAINTENANT, widget, tmp_path / "brouillons")  # type: ignore[attr-defined]
    assert widget.session.ouvrir(chemin)  # type: ignore[attr-defined]
    widget.session.choisir_assemblee(modele[1])  # type: ignore[attr-defined]
    qtbot.addWidget(widget)
    yield widget
    widget.session.fermer()  # type: ignore[attr-defined]


def session_de(bureau: QWidget) -> Session:
    session: Session = bureau.session  # type: ignore[attr-defined]
    return session


def ag_de(bureau: QWidget) -> Assemblee:
    ag = session_de(bureau).ag
    assert ag is not None
    return ag


@pytest.fixture
def ouvrir(qtbot: QtBot, bureau: QWidget) -> Callable[..., DialogueSeance]:
    def faire(genre: type[D], *arguments: object) -> D:
        dialogue = genre(session_de(bureau), *arguments, parent=bureau)
        dialogue.open()
        qtbot.waitExposed(dialogue)
        return dialogue

    return faire


def arriver(bureau: QWidget, *numeros: int) -> None:
    for numero in numeros:
        presence = Presence(ag_de(bureau).numero, numero, fabrique_seance.HEURE, "arrivee", "Alix Prunier", "pièce")
        assert session_de(bureau).accomplir(lambda depot, p=presence: seance.emarger(depot, p)) is not None


def ouvrir_seance(bureau: QWidget) -> None:
    arriver(bureau, 1)
    numero, heure = ag_de(bureau).numero, fabrique_seance.HEURE
    officiers = Bureau(numero, heure, 1, "Sacha Camomille", (), "")
    for acte in (
        lambda depot: seance.constituer_bureau(depot, officiers),
        lambda depot: seance.ouvrir_seance(depot, numero, heure),
    ):
        fait = session_de(bureau).accomplir(acte)
        assert fait is not None
        assert fait.accepte


def textes(dialogue: DialogueSeance) -> str:
    return " ".join(encart.accessibleName() for encart in dialogue.findChildren(QWidget) if encart.property("encart"))


# --- arrivals and departures


def test_une_arrivee_par_le_clavier(qtbot: QtBot, bureau: QWidget, ouvrir: Callable[..., DialogueArrivee]) -> None:
    dialogue = ouvrir(DialogueArrivee)
    assert dialogue.heure.texte() == "19:14"
    assert dialogue.representant.isHidden()
    qtbot.keyClicks(dialogue.associe.controle, "verv")
    with qtbot.waitSignal(dialogue.fait):
        qtbot.keyClick(dialogue.heure.controle, Qt.Key.Key_Return)
    assert ag_de(bureau).assistance.presents[7].heure == fabrique.MAINTENANT


def test_une_personne_morale_vient_par_son_representant(
    qtbot: QtBot, bureau: QWidget, ouvrir: Callable[..., DialogueArrivee]
) -> None:
    """The representative comes from the card; no document is a warning, shown before the act (statuts 21-4)."""
    dialogue = ouvrir(DialogueArrivee)
    qtbot.keyClicks(dialogue.associe.controle, "caisse")
    assert dialogue.representant.texte() == "Alix Prunier, présidente"
    assert "Aucune pièce" in textes(dialogue)
    qtbot.keyClicks(dialogue.piece.controle, "extrait")
    assert textes(dialogue) == ""
    dialogue.valider.click()
    assert ag_de(bureau).assistance.presents[21].piece == "extrait"
    retour = ouvrir(DialogueArrivee)
    assert retour.associe.texte() == ""  # the draft went with the act


def test_sans_representant_l_arrivee_est_refusee(
    qtbot: QtBot, bureau: QWidget, ouvrir: Callable[..., DialogueArrivee]
) -> None:
    dialogue = ouvrir(DialogueArrivee)
    dialogue.valider.click()
    assert dialogue.associe.issue is not None
    qtbot.keyClicks(dialogue.associe.controle, "caisse")
    dialogue.representant.ligne.clear()
    dialogue.valider.click()
    assert dialogue.representant.issue is not None
    assert dialogue.representant.issue.code == "REPRESENTANT"
    assert ag_de(bureau).assistance.presents == {}


def test_un_depart_dit_les_pouvoirs_qui_tombent(bureau: QWidget, ouvrir: Callable[..., DialogueDepart]) -> None:
    arriver(bureau, 1)
    pouvoir = Pouvoir(0, ag_de(bureau).numero, 2, 1, "", False, fabrique_seance.HEURE, "")
    session_de(bureau).accomplir(lambda depot: seance.donner_pouvoir(depot, pouvoir))
    dialogue = ouvrir(DialogueDepart, 1)
    assert "Le pouvoir de Sacha Camomille, que portait Inès Marjolaine, tombe" in textes(dialogue)
    dialogue.heure.poser_texte("25h")
    dialogue.valider.click()
    assert "Ce n’est pas une heure" in dialogue.heure.note.text()
    dialogue.heure.poser_texte("18h")
    dialogue.valider.click()
    assert dialogue.heure.issue is not None  # before the arrival
    dialogue.heure.poser_texte("19h02")
    dialogue.valider.click()
    assert ag_de(bureau).assistance.presents == {}
    assert ag_de(bureau).assistance.pouvoirs == {}


def test_un_depart_demande_qui(bureau: QWidget, ouvrir: Callable[..., DialogueDepart]) -> None:
    arriver(bureau, 1)
    dialogue = ouvrir(DialogueDepart)
    dialogue.valider.click()
    assert dialogue.associe.issue is not None
    dialogue.associe.poser(1)
    dialogue.heure.poser_texte("")
    dialogue.valider.click()
    assert dialogue.heure.issue is not None
    assert 1 in ag_de(bureau).assistance.presents


def test_excuser_et_inviter(qtbot: QtBot, bureau: QWidget, ouvrir: Callable[..., DialogueSeance]) -> None:
    excuse = ouvrir(DialogueExcuse, 13)
    qtbot.keyClick(excuse.formulaire.champ("associe").controle, Qt.Key.Key_Return)
    assert [e.associe for e in ag_de(bureau).tous(Excuse)] == [13]
    sans_nom = ouvrir(DialogueExcuse)
    sans_nom.valider.click()
    assert sans_nom.formulaire.champ("associe").issue is not None
    invite = ouvrir(DialogueInvite)
    invite.valider.click()
    assert invite.formulaire.champ("nom").issue is not None
    qtbot.keyClicks(invite.formulaire.champ("nom").controle, "Hector Valerian")
    qtbot.keyClicks(invite.formulaire.champ("qualite").controle, "expert-comptable")
    invite.valider.click()
    (connu,) = ag_de(bureau).tous(Invite)
    assert (connu.nom, connu.qualite) == ("Hector Valerian", "expert-comptable")


def test_un_invite_deja_nomme(ouvrir: Callable[..., DialogueInvite]) -> None:
    assert ouvrir(DialogueInvite, "Nora Passante").nom.valeur() == "Nora Passante"


# --- the sitting


def test_suspendre_puis_reprendre(qtbot: QtBot, bureau: QWidget, ouvrir: Callable[..., DialogueSeance]) -> None:
    avant = ouvrir(DialogueSuspension)
    avant.valider.click()
    assert any(issue.code == "SEANCE_NON_OUVERTE" for issue in avant.formulaire.restes.issues)
    ouvrir_seance(bureau)
    suspension = ouvrir(DialogueSuspension)
    qtbot.keyClicks(suspension.formulaire.champ("motif").controle, "pause")
    qtbot.keyClick(suspension.formulaire.champ("motif").controle, Qt.Key.Key_Return)
    assert ag_de(bureau).suspendue
    encore = ouvrir(DialogueSuspension)
    encore.valider.click()
    assert any(issue.code == "SUSPENSION" for issue in encore.formulaire.restes.issues)
    ouvrir(DialogueReprise).valider.click()
    assert [s.sens for s in ag_de(bureau).tous(Suspension)] == ["suspension", "reprise"]


def test_sans_heure_rien_ne_se_fait(bureau: QWidget, ouvrir: Callable[..., DialogueSeance]) -> None:
    ouvrir_seance(bureau)
    for genre in (DialogueSuspension, DialogueReprise, DialogueIncident, DialogueReponse, DialogueArrivee):
        dialogue = ouvrir(genre)
        dialogue.heure.poser_texte("")
        if isinstance(dialogue, DialogueArrivee):
            dialogue.associe.poser(2)
        dialogue.valider.click()
        assert dialogue.heure.issue is not None


def test_un_incident_garde_son_brouillon(
    qtbot: QtBot, bureau: QWidget, ouvrir: Callable[..., DialogueIncident]
) -> None:
    ouvrir_seance(bureau)
    dialogue = ouvrir(DialogueIncident)
    qtbot.keyClicks(dialogue.recit.controle, "Panne de lumi")
    dialogue.reject()
    repris = ouvrir(DialogueIncident)
    assert repris.recit.texte() == "Panne de lumi"
    assert repris.heure.texte() == "19:14"
    qtbot.keyClicks(repris.recit.controle, "ere")
    qtbot.keyClick(repris.recit.controle, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(ag_de(bureau).tous(Incident)) == 1
    assert ouvrir(DialogueIncident).recit.texte() == ""


def test_les_documents_envoyes_se_proposent_l_un_apres_l_autre(
    bureau: QWidget, ouvrir: Callable[..., DialogueDocument]
) -> None:
    for piece in fabrique_seance.PIECES:
        dialogue = ouvrir(DialogueDocument)
        assert dialogue.document.valeur() == piece
        dialogue.valider.click()
    assert tuple(d.titre for d in ag_de(bureau).tous(DocumentDepose)) == fabrique_seance.PIECES
    vide = ouvrir(DialogueDocument)
    vide.valider.click()
    assert vide.document.issue is not None


def test_repondre_a_une_question_ecrite(qtbot: QtBot, bureau: QWidget, ouvrir: Callable[..., DialogueReponse]) -> None:
    numero = ag_de(bureau).numero
    for texte in ("Où va la réserve\u202f? " + "Et encore\u202f? " * 9, "Quand\u202f?"):
        session_de(bureau).accomplir(
            lambda depot, t=texte: preparation.poser_question(depot, numero, 10, fabrique_seance.ARRETEE, t)
        )
    ouvrir_seance(bureau)
    dialogue = ouvrir(DialogueReponse, 2)
    assert dialogue.question.valeur() == "2"
    qtbot.keyClicks(dialogue.reponse.controle, "Bientot.")
    dialogue.valider.click()
    assert [(r.question, r.texte) for r in ag_de(bureau).tous(ReponseQuestion)] == [(2, "Bientot.")]
    suivante = ouvrir(DialogueReponse)
    assert suivante.question.valeur() == "1"
    assert suivante.question.combo.currentText().endswith("…")


def test_sans_assemblee_en_main_il_n_y_a_pas_de_dialogue(bureau: QWidget) -> None:
    session_de(bureau).choisir_assemblee(None)
    with pytest.raises(RuntimeError):
        DialogueReprise(session_de(bureau), bureau)


def test_l_assemblee_d_un_college_est_presidee_par_son_president(bureau: QWidget) -> None:
    """Statuts 25-3: the president whom the college designated is proposed, when they are there."""
    ag = ag_de(bureau)
    convocation = replace(ag.convocation, nature="college", college="SB")
    du_college = ag.avec((convocation,))
    dossier = session_de(bureau).dossier
    assert president_propose(dossier, du_college) is None
    la = Presence(ag.numero, 2, fabrique_seance.HEURE, "arrivee", "", "")
    assert president_propose(dossier, du_college.avec((la,))) == 2
    assert president_propose(dossier, ag.avec((replace(convocation, college="PP"),))) is None
