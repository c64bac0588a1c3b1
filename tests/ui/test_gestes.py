"""Acts from the window: refusals on their fields, warnings asked about once, nothing half-written."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from scicvote.actes import registre, seance
from scicvote.store.depot import Acte, Depot
from scicvote.ui.dialogs.confirmation import DialogueIssues, confirmer
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.session import ActeDemande
from scicvote.ui.widgets.champs import ChampLong, ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire
from tests.ui import fabrique
from tests.ui.drivers import Pilote

AG = 3


def _dialogue() -> QDialog:
    dialogue = QApplication.activeModalWidget()
    assert isinstance(dialogue, QDialog)
    return dialogue


def _document(titre: str) -> ActeDemande:
    return lambda depot: seance.deposer_document(depot, AG, titre)


def _incident(texte: str) -> ActeDemande:
    return lambda depot: seance.noter_incident(depot, AG, fabrique.MAINTENANT, texte)


def _president_discute(depot: Depot) -> Acte:
    """A president who is not of the college: a warning with its article."""
    return registre.designer_president(depot, "PM", 8, fabrique.MAINTENANT.date())


def test_an_act_without_fault_is_done_at_once(pilote: Pilote) -> None:
    page, faits = pilote.naviguer("accueil"), []
    page.agir(_document("Rapport de gestion"), faits.append)
    assert [acte.accepte for acte in faits] == [True]


def test_refusals_are_told_in_a_dialog_and_nothing_is_written(pilote: Pilote) -> None:
    page, faits = pilote.naviguer("accueil"), []
    avant = len(pilote.fenetre.session.entrees())
    page.agir(_document(" "), faits.append)
    dialogue = _dialogue()
    assert isinstance(dialogue, DialogueIssues)
    assert [issue.code for issue in dialogue.issues] == ["TITRE"]
    pilote.qtbot.keyClick(dialogue, Qt.Key.Key_Escape)
    assert (faits, len(pilote.fenetre.session.entrees())) == ([], avant)


def test_a_warning_is_asked_about_once(pilote: Pilote) -> None:
    page, faits = pilote.naviguer("accueil"), []
    avant = len(pilote.fenetre.session.entrees())
    page.agir(_president_discute, faits.append, verbe="Désigner quand même")
    dialogue = _dialogue()
    assert isinstance(dialogue, DialogueIssues)
    assert [issue.code for issue in dialogue.issues] == ["PRESIDENT_AUTRE_COLLEGE"]
    dialogue.retour.click()
    assert (faits, len(pilote.fenetre.session.entrees())) == ([], avant)
    page.agir(_president_discute, faits.append, verbe="Désigner quand même")
    suite = _dialogue()
    assert isinstance(suite, DialogueIssues)
    suite.continuer.click()
    assert len(faits) == 1
    assert len(pilote.fenetre.session.entrees()) == avant + 1


def test_a_quick_gesture_says_its_warnings_afterwards(pilote: Pilote) -> None:
    page, faits = pilote.naviguer("accueil"), []
    page.agir(_president_discute, faits.append, confirmer=False)
    assert len(faits) == 1
    assert "n’est pas membre du collège PM" in pilote.banniere


def test_a_dialog_shows_faults_on_its_fields_then_closes_by_enter(pilote: Pilote) -> None:
    session = pilote.fenetre.session
    champ = ChampLong("Ce qui s’est passé", "texte")
    formulaire = Formulaire(champ, brouillons=session.brouillons, prefixe="incident/3")
    dialogue = DialogueActe(session, "Incident", formulaire, lambda: _incident(champ.valeur()), "Noter", pilote.fenetre)
    faits: list[Acte] = []
    dialogue.fait.connect(faits.append)
    dialogue.open()
    pilote.qtbot.mouseClick(dialogue.valider, Qt.MouseButton.LeftButton)
    assert champ.note.text() == "Décrire l’incident."
    assert not faits
    champ.zone.setPlainText("Une coupure de courant de dix minutes.")
    assert session.brouillons.lire("incident/3/texte")
    pilote.qtbot.keyClick(champ.zone, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(faits) == 1
    assert session.brouillons.lire("incident/3/texte") is None


def test_what_is_not_understood_stops_the_act(pilote: Pilote) -> None:
    champ = ChampTexte("Titre", "titre")
    demandes: list[str] = []

    def acte() -> ActeDemande | None:
        demandes.append(champ.valeur())
        return None

    dialogue = DialogueActe(pilote.fenetre.session, "Document", Formulaire(champ), acte, "Déposer", pilote.fenetre)
    dialogue.open()
    pilote.qtbot.keyClick(champ.ligne, Qt.Key.Key_Return)
    assert demandes == [""]
    dialogue.reject()


def test_what_cannot_be_undone_asks_once(pilote: Pilote) -> None:
    faits: list[date] = []
    for geste, attendu in (("retour", 0), ("continuer", 1)):
        confirmer(
            pilote.fenetre, "Clore la séance", ["Plus aucun vote."], "Clore", lambda: faits.append(date(2026, 6, 12))
        )
        getattr(_dialogue(), geste).click()
        assert len(faits) == attendu
