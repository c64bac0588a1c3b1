"""The isoloir, from the scrutateurs' phrase to the counts: by keyboard, and with nothing left of a choice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from scicvote.actes import isoloir
from scicvote.actes.isoloir import Choix
from scicvote.actes.verification import verifier
from scicvote.core.faits import EmargementIsoloir, ScrutinNul
from scicvote.core.isoloir import electeurs_de
from scicvote.scelles import phrase
from scicvote.store import urnes
from scicvote.ui.dialogs.confirmation import DialogueIssues
from scicvote.ui.dialogs.urne import ApercuSecret, DialoguePlacerUrne, DialogueSecours
from scicvote.ui.dialogs.urne_ouverture import DialogueOuvrirUrne
from scicvote.ui.isoloir import FenetreIsoloir
from scicvote.ui.isoloir_bulletin import PanneauChoix, PanneauFin, PanneauRevue
from scicvote.ui.main_window import MainWindow
from scicvote.ui.projection import EcranSalle
from tests.outils.plusieurs import salle as salle_plusieurs
from tests.scene_papiers import a
from tests.ui.gestes_voter import PiloteVoter, commencer

PHRASE = "quatre lunes sur un étang"


@pytest.fixture(autouse=True)
def leger(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same derivation, with little memory."""
    monkeypatch.setattr(phrase, "MEMOIRE", 64)
    monkeypatch.setattr(phrase, "PASSES", 1)


@pytest.fixture
def pilote(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> PiloteVoter:
    return commencer(qtbot, fenetre, tmp_path)


def placer(pilote: PiloteVoter, place: int = 1) -> tuple[str, ...]:
    """Seal the urn of a point by keyboard; the recovery key."""
    pilote.point(place)
    pilote.mode("secret_isoloir")
    pilote.suite()
    dialogue = pilote.ouvert(DialoguePlacerUrne)
    for champ in (dialogue.phrase, dialogue.seconde):
        champ.ligne.setFocus()
        champ.ligne.setText(PHRASE)
    pilote.qtbot.keyClick(dialogue.seconde.ligne, Qt.Key.Key_Return)
    for avertis in dialogue.findChildren(DialogueIssues):
        pilote.qtbot.mouseClick(avertis.continuer, Qt.MouseButton.LeftButton)
    fiche = pilote.ouvert(DialogueSecours)
    lignes = tuple(fiche.cle.text().split("\n"))
    assert not fiche.suite.isEnabled()
    pilote.qtbot.keyClick(fiche, Qt.Key.Key_Escape)
    assert fiche.isVisible()  # the key is not lost by a key
    pilote.qtbot.keyClick(fiche.faite, Qt.Key.Key_Space)
    pilote.qtbot.mouseClick(fiche.suite, Qt.MouseButton.LeftButton)
    return lignes


def bureau(pilote: PiloteVoter) -> FenetreIsoloir:
    fenetre = pilote.voter.isoloir.fenetre
    assert fenetre is not None
    assert fenetre.isFullScreen()
    pilote.qtbot.waitUntil(fenetre.isActiveWindow)
    return fenetre


def appeler(pilote: PiloteVoter, lettres: str) -> FenetreIsoloir:
    """Three letters and Enter, at the desk."""
    fenetre = bureau(pilote)
    assert fenetre.panneau is fenetre.bureau
    pilote.qtbot.waitUntil(lambda: QApplication.focusWidget() is fenetre.bureau.recherche)
    pilote.taper(lettres)
    pilote.touche(Qt.Key.Key_Return)
    return fenetre


def choisir(pilote: PiloteVoter, *touches: Qt.Key) -> None:
    """Figures of the choices, then the review."""
    fenetre = bureau(pilote)
    panneau = fenetre.panneau
    assert isinstance(panneau, PanneauChoix)
    for touche in touches:
        pilote.touche(touche)
    pilote.qtbot.keyClick(panneau.suite, Qt.Key.Key_Return)


def deposer(pilote: PiloteVoter) -> None:
    panneau = bureau(pilote).panneau
    assert isinstance(panneau, PanneauRevue)
    assert QApplication.focusWidget() is panneau.retour  # Enter twice does not deposit
    pilote.touche(Qt.Key.Key_Tab)
    pilote.touche(Qt.Key.Key_Return)


def textes(fenetre: QWidget) -> list[str]:
    """Every visible text."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    vus = [*fenetre.findChildren(QLabel), *fenetre.findChildren(QPushButton)]
    return [v.text() for v in vus if v.isVisible() and v.text()]


def urne(pilote: PiloteVoter) -> dict[int, int]:
    return pilote.fenetre.session.depot.urnes_pleines()


def tout_deposer(pilote: PiloteVoter, *sauf: int) -> int:
    """Everybody's vote, by the act; the scrutin."""
    vote = pilote.ag.vote_ouvert
    assert vote is not None
    session, numero = pilote.fenetre.session, vote.scrutin.scrutin
    for rang, electeur in enumerate(electeurs_de(pilote.ag, numero)):
        if electeur.associe not in sauf:
            choix = Choix(("pour", "pour", "contre")[rang % 3])
            session.accomplir(
                lambda d, e=electeur, c=choix: isoloir.deposer(d, pilote.numero, numero, e.associe, c, "x")
            )  # type: ignore[misc]
    return numero


def ouvrir_urne(pilote: PiloteVoter, mots: str) -> DialogueOuvrirUrne:
    pilote.cliquer("Ouvrir l’urne…")
    dialogue = pilote.ouvert(DialogueOuvrirUrne)
    dialogue.phrase.ligne.setText(mots)
    pilote.qtbot.keyClick(dialogue.phrase.ligne, Qt.Key.Key_Return)
    return dialogue


# --- a whole vote


def test_a_voter_by_keyboard_from_the_desk_to_the_urn(pilote: PiloteVoter) -> None:
    placer(pilote)
    fenetre = appeler(pilote, "aubépine")
    assert isinstance(fenetre.panneau, PanneauChoix)
    assert "Noa Aubépine, vous votez" in textes(fenetre)
    choisir(pilote, Qt.Key.Key_2)
    assert "Contre" in textes(fenetre)
    deposer(pilote)
    assert "Votre bulletin est dans l’urne" in textes(fenetre)
    assert list(urne(pilote).values()) == [1]
    pilote.touche(Qt.Key.Key_Return)
    pilote.touche(Qt.Key.Key_Escape)
    assert isinstance(fenetre.panneau, PanneauFin)  # only the desk's own gesture
    pilote.raccourci(Qt.Key.Key_Return)
    assert fenetre.panneau is fenetre.bureau
    assert "1\u00a0vote déposé sur 18" in textes(fenetre)
    assert not any("Aubépine" in fenetre.bureau.liste.item(i).text() for i in range(fenetre.bureau.liste.count()))
    pilote.touche(Qt.Key.Key_Escape)
    assert pilote.voter.isoloir.fenetre is None
    assert pilote.principal == "Reprendre le vote"
    assert not any(issue.code.startswith("URNE") for issue in verifier(pilote.fenetre.session.depot).issues)


def test_the_urn_is_opened_with_the_phrase_and_counted(pilote: PiloteVoter) -> None:
    placer(pilote)
    numero = tout_deposer(pilote)
    bureau(pilote).close()
    pilote.voter.actualiser()
    assert pilote.principal == "Ouvrir l’urne…"
    assert not pilote.voter.carte.grille.isVisible()
    dialogue = ouvrir_urne(pilote, "une autre phrase, longue")
    assert "Ce n’est pas la phrase de cette urne" in dialogue.phrase.note.text()
    dialogue.phrase.ligne.setText(PHRASE)
    pilote.qtbot.keyClick(dialogue.phrase.ligne, Qt.Key.Key_Return)
    for avertis in dialogue.findChildren(DialogueIssues):
        avertis.accept()
    vote = pilote.ag.vote(numero)
    assert vote is not None
    assert sum(c.votants for c in vote.comptes) == 18
    assert urne(pilote) == {}
    assert pilote.voter.carte.grille.isVisible()
    assert not pilote.voter.carte.contre_epreuve.isVisible()  # nothing is left to count again
    assert "Rouvrir le scrutin" not in textes(pilote.fenetre)


def test_the_recovery_key_opens_before_everybody_has_voted(pilote: PiloteVoter) -> None:
    lignes = placer(pilote)
    tout_deposer(pilote, 1)
    bureau(pilote).close()
    pilote.voter.actualiser()
    dialogue = ouvrir_urne(pilote, "")
    assert "1\u00a0vote attendu n’est pas dans l’urne." in textes(dialogue)
    pilote.qtbot.keyClick(dialogue.secours.case, Qt.Key.Key_Space)
    assert dialogue.phrase.isHidden()
    dialogue.code.ligne.setText(" ".join(lignes).lower())
    pilote.qtbot.keyClick(dialogue.code.ligne, Qt.Key.Key_Return)
    for avertis in dialogue.findChildren(DialogueIssues):
        avertis.accept()
    assert urne(pilote) == {}


def test_a_weak_phrase_is_said_on_its_field(pilote: PiloteVoter) -> None:
    pilote.mode("secret_isoloir")
    pilote.suite()
    dialogue = pilote.ouvert(DialoguePlacerUrne)
    dialogue.phrase.ligne.setText("court")
    pilote.qtbot.keyClick(dialogue.phrase.ligne, Qt.Key.Key_Return)
    assert "trop facile" in dialogue.phrase.note.text()
    assert "diffèrent" in dialogue.seconde.note.text()
    assert dialogue.phrase.ligne.displayText() != "court"
    pilote.qtbot.keyClick(dialogue.lisible, Qt.Key.Key_Space)
    assert dialogue.phrase.ligne.displayText() == "court"
    assert pilote.ag.vote_ouvert is None


def test_the_sheet_prints_without_being_saved(pilote: PiloteVoter) -> None:
    pilote.mode("secret_isoloir")
    pilote.suite()
    dialogue = pilote.ouvert(DialoguePlacerUrne)
    dialogue.phrase.ligne.setText(PHRASE)
    dialogue.seconde.ligne.setText(PHRASE)
    dialogue.executer()
    fiche = pilote.ouvert(DialogueSecours)
    fiche.imprimer.click()
    assert isinstance(fiche.apercu, ApercuSecret)
    assert not fiche.apercu.bouton_enregistrer.isVisible()
    fiche.apercu.enregistrer()
    fiche.apercu.close()
    fiche.faite.setChecked(True)
    fiche.reject()
    assert pilote.principal == "Commencer le vote"


# --- nothing is left


def test_nothing_of_a_choice_is_left(pilote: PiloteVoter, tmp_path: Path) -> None:
    QApplication.clipboard().setText("avant")
    placer(pilote)
    avant = {f: f.read_bytes() for f in tmp_path.rglob("*") if f.is_file() and f.suffix != ".scic"}
    fenetre = appeler(pilote, "aubépine")
    titre = fenetre.windowTitle()
    choisir(pilote, Qt.Key.Key_4)
    deposer(pilote)
    pilote.raccourci(Qt.Key.Key_Return)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QApplication.clipboard().text() == "avant"
    assert fenetre.windowTitle() == titre == "Isoloir"
    assert not fenetre.findChildren(PanneauChoix) + fenetre.findChildren(PanneauRevue)
    assert fenetre._choix is None
    restes = [w for w in QApplication.allWidgets() if isinstance(w, QLabel | QPushButton) and "Vote blanc" in w.text()]
    assert restes == []
    assert {f: f.read_bytes() for f in avant} == avant
    assert not any(
        "blanc" in (entree.resume + "".join(entree.avertissements)) for entree in pilote.fenetre.session.entrees()
    )


def test_no_tooltip_and_no_window_title_says_a_choice(pilote: PiloteVoter) -> None:
    placer(pilote)
    fenetre = appeler(pilote, "aubépine")
    choisir(pilote, Qt.Key.Key_1)
    assert [w.toolTip() for w in fenetre.findChildren(QWidget) if w.toolTip()] == []


def test_leaving_without_voting_leaves_nothing(pilote: PiloteVoter) -> None:
    placer(pilote)
    fenetre = appeler(pilote, "aubépine")
    choisir(pilote, Qt.Key.Key_1)
    pilote.touche(Qt.Key.Key_Escape)  # back to the choices, which are still there
    panneau = fenetre.panneau
    assert isinstance(panneau, PanneauChoix)
    assert [b.mot for b in panneau.choix if b.isChecked()] == ["Pour"]
    fenetre.close()  # not under a voter's hand
    assert fenetre.isVisible()
    pilote.touche(Qt.Key.Key_Escape)
    assert fenetre.panneau is fenetre.bureau
    assert list(urne(pilote).values()) == [0]
    assert not pilote.ag.tous(EmargementIsoloir)
    appeler(pilote, "aubépine")
    panneau = fenetre.panneau
    assert isinstance(panneau, PanneauChoix)
    assert not any(b.isChecked() for b in panneau.choix)


# --- several votes, several names


def test_a_holder_votes_once_for_each_vote(pilote: PiloteVoter) -> None:
    placer(pilote)
    fenetre = appeler(pilote, "marjol")
    assert "Vote 1 sur 2" in textes(fenetre)
    choisir(pilote, Qt.Key.Key_1)
    deposer(pilote)
    pilote.touche(Qt.Key.Key_Return)
    assert "Inès Marjolaine, vous votez au nom de Tom Verveine" in textes(fenetre)
    pilote.touche(Qt.Key.Key_Escape)
    appeler(pilote, "verveine")  # found by the name of whom she represents
    assert isinstance(fenetre.panneau, PanneauChoix)
    choisir(pilote, Qt.Key.Key_2)
    deposer(pilote)
    assert [e.venu for e in pilote.ag.tous(EmargementIsoloir)] == ["Inès Marjolaine"] * 2
    assert list(urne(pilote).values()) == [2]


def test_names_are_no_more_than_the_seats_and_never_with_blank(pilote: PiloteVoter) -> None:
    placer(pilote, 4)
    fenetre = appeler(pilote, "aubépine")
    panneau = fenetre.panneau
    assert isinstance(panneau, PanneauChoix)
    un, deux, blanc = panneau.choix

    def pris() -> list[str]:
        return [b.cle for b in panneau.choix if b.isChecked()]

    pilote.touche(Qt.Key.Key_1)
    pilote.touche(Qt.Key.Key_2)
    assert pris() == [un.cle]  # one seat
    pilote.touche(Qt.Key.Key_3)
    assert pris() == [blanc.cle]
    pilote.touche(Qt.Key.Key_2)
    assert pris() == [deux.cle]
    pilote.touche(Qt.Key.Key_2)
    assert pris() == []
    assert not panneau.suite.isEnabled()
    pilote.touche(Qt.Key.Key_1)
    pilote.qtbot.keyClick(panneau.suite, Qt.Key.Key_Return)
    deposer(pilote)
    assert list(urne(pilote).values()) == [1]


# --- the desk


def test_the_desk_searches_and_ends(pilote: PiloteVoter) -> None:
    placer(pilote)
    fenetre = appeler(pilote, "mar")  # several answer: the rows have the keyboard
    assert fenetre.panneau is fenetre.bureau
    assert QApplication.focusWidget() is fenetre.bureau.liste
    pilote.touche(Qt.Key.Key_Down)
    pilote.touche(Qt.Key.Key_Return)
    assert isinstance(fenetre.panneau, PanneauChoix)
    pilote.touche(Qt.Key.Key_Escape)
    fenetre.bureau.recherche.setText("zzz")
    assert "Personne ne répond à ce nom." in textes(fenetre)
    pilote.qtbot.keyClick(fenetre.bureau.recherche, Qt.Key.Key_Return)
    assert fenetre.panneau is fenetre.bureau
    tout_deposer(pilote)
    fenetre._revenir_au_bureau()
    assert "Tous les votes attendus sont dans l’urne." in textes(fenetre)


def test_a_scrutin_that_is_over_calls_nobody(pilote: PiloteVoter) -> None:
    placer(pilote)
    fenetre = appeler(pilote, "aubépine")
    vote = pilote.ag.vote_ouvert
    assert vote is not None
    scrutin = vote.scrutin.scrutin
    heure = pilote.fenetre.session.maintenant
    assert pilote.fenetre.session.accomplir(lambda d: isoloir.declarer_nul(d, pilote.numero, scrutin, "x", heure))
    choisir(pilote, Qt.Key.Key_1)
    deposer(pilote)
    assert "Votre bulletin n’est pas déposé" in textes(fenetre)
    assert "Ce scrutin n’existe pas." in textes(fenetre)
    pilote.raccourci(Qt.Key.Key_Return)
    assert "Ce scrutin n’est plus ouvert." in textes(fenetre)


def test_a_full_disk_is_said_and_nothing_is_deposited(pilote: PiloteVoter, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    import sqlalchemy as sa

    placer(pilote)
    fenetre = appeler(pilote, "aubépine")
    choisir(pilote, Qt.Key.Key_1)

    def couper(*_: object) -> None:
        raise sa.exc.OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr(urnes, "appliquer", couper)
    deposer(pilote)
    assert "Votre bulletin n’est pas déposé" in textes(fenetre)
    assert any("disque est plein" in texte for texte in textes(fenetre))
    monkeypatch.undo()
    assert list(urne(pilote).values()) == [0]


def test_the_room_sees_how_many_have_voted_and_nothing_else(pilote: PiloteVoter) -> None:
    ecran = EcranSalle(pilote.fenetre.session)
    placer(pilote)
    assert "Vote à l’isoloir, 0\u00a0vote déposé sur 18" in ecran.textes()
    tout_deposer(pilote, 1)
    assert "Vote à l’isoloir, 17\u00a0votes déposés sur 18" in ecran.textes()
    assert not any("PP" in texte for texte in ecran.textes())
    ecran.deleteLater()


# --- void, and figures kept back


def test_a_void_vote_is_held_again(pilote: PiloteVoter) -> None:
    placer(pilote)
    bureau(pilote).close()
    pilote.menu(pilote.voter.carte.autre, "Déclarer le scrutin nul…")
    dialogue = pilote.voter.gestes.dialogue
    assert dialogue is not None
    dialogue.motif.poser("phrase et fiche perdues")  # type: ignore[attr-defined]
    pilote.valider()
    assert [n.motif for n in pilote.ag.tous(ScrutinNul)] == ["phrase et fiche perdues"]
    assert pilote.principal == "Ouvrir le scrutin"


def test_a_college_keeps_its_figures_back(pilote: PiloteVoter) -> None:
    placer(pilote)
    tout_deposer(pilote)
    bureau(pilote).close()
    pilote.voter.actualiser()
    dialogue = ouvrir_urne(pilote, PHRASE)
    for avertis in dialogue.findChildren(DialogueIssues):
        avertis.accept()
    assert any("points" in texte or "%" in texte for texte in pilote.textes(pilote.voter.carte_resultat))
    pilote.menu(pilote.voter.carte.autre, "Ne donner que le total porté…")
    pilote.valider()
    assert not pilote.voter.carte.grille.isVisible()
    assert not pilote.voter.carte.montrer_chiffres.isVisible()
    assert "SB accepte que seul le total porté soit donné." in pilote.textes(pilote.voter.carte)
    assert not any("PP" in texte for texte in pilote.textes(pilote.voter.carte_resultat))


def test_the_isoloir_closes_with_the_file(pilote: PiloteVoter) -> None:
    placer(pilote)
    fenetre = appeler(pilote, "aubépine")
    choisir(pilote, Qt.Key.Key_1)
    pilote.fenetre.session.fermer()
    assert not fenetre.isVisible()
    assert fenetre._choix is None


def test_the_isoloir_closes_with_the_program(pilote: PiloteVoter) -> None:
    """The session of the machine ends under a voter's hand: no window outlives the main one."""
    placer(pilote)
    fenetre = appeler(pilote, "aubépine")
    choisir(pilote, Qt.Key.Key_1)
    pilote.fenetre.close()
    assert not fenetre.isVisible()


def test_the_help_says_what_is_protected_and_what_is_not(pilote: PiloteVoter) -> None:
    commande = next(c for c in pilote.voter.commandes() if c.mot == "Aide de l’isoloir")
    commande.action()
    texte = pilote.voter.dialogue_aide.findChild(QTextBrowser).toPlainText()
    assert "fiche de secours" in texte
    assert "ne protège ni d’une caméra" in texte
    pilote.voter.dialogue_aide.close()


def test_a_fault_of_the_program_is_told_by_its_kind_alone(pilote: PiloteVoter, monkeypatch: pytest.MonkeyPatch) -> None:
    placer(pilote)
    fenetre = appeler(pilote, "aubépine")

    def faillir(*arguments: object) -> None:
        raise ValueError(f"cannot seal {arguments}")

    monkeypatch.setattr(isoloir, "deposer", faillir)
    with pytest.raises(RuntimeError) as faute:
        fenetre._deposer(Choix("contre"))
    assert str(faute.value) == "deposit: ValueError"
    assert faute.value.__cause__ is None
    assert faute.value.__suppress_context__
    assert list(urne(pilote).values()) == [0]


def test_who_votes_in_several_colleges_is_told_in_which(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    scene = salle_plusieurs(tmp_path)
    placee = isoloir.ouvrir(scene.depot, scene.ag, 1, PHRASE, PHRASE, a(18, 30))
    scene.faire(placee.acte)
    attendus = electeurs_de(scene.assemblee, placee.scrutin)
    qui = Counter(e.associe for e in attendus if e.porteur == e.associe).most_common(1)[0][0]
    colleges = [e.college for e in attendus if e.associe == qui]
    assert len(colleges) > 1
    fenetre.session.adopter(scene.depot)
    ecran = FenetreIsoloir(fenetre.session, scene.ag, placee.scrutin)
    qtbot.addWidget(ecran)
    ecran.show()
    votant = next(v for v in ecran.bureau._votants if v.lui_meme == qui)
    ecran.faire_entrer(votant)
    for college in colleges:
        panneau = ecran.panneau
        assert isinstance(panneau, PanneauChoix)
        assert panneau.qui.text().endswith(f"vous votez dans le collège {college}")
        panneau.choix[0].click()
        panneau.suite.click()
        assert isinstance(ecran.panneau, PanneauRevue)
        ecran.panneau.deposer.click()
        assert isinstance(ecran.panneau, PanneauFin)
        ecran.panneau.suite.emit()
    assert fenetre.session.depot.urnes_pleines() == {placee.scrutin: len(votant.votes) - len(ecran._restent)}
    if ecran.panneau is not ecran.bureau:
        ecran._revenir_au_bureau()
    ecran.close()
