"""Declaring results in order, what remains, what can go to a second consultation, and the end of the sitting."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scicvote.core.faits import Proclamation
from scicvote.ui.demandes import NouvelleAssemblee
from scicvote.ui.main_window import MainWindow
from scicvote.ui.widgets.barre_vote import BarreEnsemble
from scicvote.ui.widgets.ligne_resultat import LigneResultat
from tests.ui.fabrique_votes import ADMISSION, AFFECTATION, COMPTES, CONVENTION, ELECTION, STATUTS, comptes, tout_voter
from tests.ui.gestes_voter import PiloteVoter, commencer

OUI = {"SB": (6, 0, 0), "PP": (6, 1, 0), "PM": (5, 0, 0)}
NON = {"SB": (2, 4, 0), "PP": (3, 4, 0), "PM": (2, 3, 0)}


@pytest.fixture
def pilote(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> PiloteVoter:
    """One adopted, one rejected, one counted and not declared."""
    conducteur = commencer(qtbot, fenetre, tmp_path)
    depot = fenetre.session.depot
    tout_voter(depot, conducteur.numero, COMPTES, comptes(**OUI), 5)
    tout_voter(depot, conducteur.numero, AFFECTATION, comptes(**NON), 10)
    conducteur.voter.actualiser()
    conducteur.point(3)
    conducteur.suite()
    assert any("L’intéressé ne prend pas part au vote" in dit for dit in conducteur.accepter())
    conducteur.saisir(6, 0, 0, 7, 0, 0, 4, 1, 0)
    conducteur.suite()
    aller(conducteur)
    return conducteur


def aller(pilote: PiloteVoter) -> None:
    """The step by its key."""
    pilote.qtbot.keyClick(QApplication.focusWidget() or pilote.fenetre, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert pilote.page.cle == "proclamer"


def lignes(pilote: PiloteVoter) -> list[str]:
    return [ligne.accessibleName() for ligne in pilote.proclamer.lignes]


def test_what_is_counted_comes_first_then_decisions_then_what_remains(pilote: PiloteVoter) -> None:
    assert lignes(pilote) == [
        "3. Convention avec l’Atelier Marmotte, Adoptée, 94,00\u202f%",
        "1. Comptes de 2025, Adoptée, 95,71\u202f%",
        "2. Affectation du résultat de 2025, Rejetée, 38,19\u202f%",
        "4. Élection de la gérance, À voter, scrutin secret",
        "5. Admission d’Ada Prunelle, À voter",
        "6. Transfert du siège, À voter",
    ]
    titres = pilote.textes()
    assert [t for t in ("À proclamer", "Décisions", "Reste à voter") if t in titres] == [
        "À proclamer",
        "Décisions",
        "Reste à voter",
    ]
    premiere = pilote.proclamer.lignes[0]
    assert premiere.findChildren(BarreEnsemble)
    assert any("il fallait plus de 50\u202f%" in dit for dit in pilote.textes(premiere))


def test_a_result_is_declared_here_too(pilote: PiloteVoter) -> None:
    assert pilote.principal == "Proclamer le résultat"
    pilote.cliquer("Proclamer")
    assert pilote.ag.decision(CONVENTION) == "adoptee"
    assert pilote.principal == "Revenir aux votes"
    assert "À proclamer" not in pilote.textes()
    assert lignes(pilote)[2].startswith("3. Convention")


def test_ctrl_enter_declares_then_goes_back_to_the_votes(pilote: PiloteVoter) -> None:
    pilote.suite()
    assert len(pilote.ag.tous(Proclamation)) == 3
    pilote.suite()
    assert pilote.page.cle == "voter"


def test_a_point_that_remains_is_voted_from_here(pilote: PiloteVoter) -> None:
    ligne = next(li for li in pilote.proclamer.lignes if li.titre == "Transfert du siège")
    bouton = next(b for b in pilote.fenetre.findChildren(type(pilote.proclamer.seconde)) if ligne.isAncestorOf(b))
    pilote.qtbot.mouseClick(bouton, Qt.MouseButton.LeftButton)
    assert pilote.page.cle == "voter"
    assert pilote.voter.resolution == STATUTS


def test_closing_is_refused_while_a_result_waits(pilote: PiloteVoter) -> None:
    codes = [issue.code for issue in pilote.proclamer.empechements.issues]
    assert codes == ["NON_PROCLAMEE", "NON_VOTEE", "NON_VOTEE", "NON_VOTEE"]
    pilote.cliquer("Clore la séance")
    assert pilote.refus() == ["NON_PROCLAMEE"]
    assert not pilote.ag.close


def test_closing_before_the_last_declaration_is_refused_at_once(pilote: PiloteVoter) -> None:
    pilote.cliquer("Proclamer")
    pilote.proclamer.heure.ligne.setFocus()
    pilote.proclamer.heure.ligne.setText("18:40")
    assert "HEURE" in [issue.code for issue in pilote.proclamer.empechements.issues]
    pilote.proclamer.heure.ligne.setText("x")
    assert pilote.proclamer.heure.incompris()
    pilote.cliquer("Clore la séance")
    assert pilote.rien_d_ouvert()
    assert not pilote.ag.close


def test_closing_asks_once_naming_what_ends(pilote: PiloteVoter) -> None:
    pilote.cliquer("Proclamer")
    pilote.proclamer.heure.ligne.setText("20h05")
    pilote.cliquer("Clore la séance")
    dits = " ".join(pilote.accepter())
    assert "Clore la séance à 20h05" in dits
    assert "3\u00a0décisions proclamées" in dits
    assert "Résolution 4 non mise aux voix" in dits
    assert "21-6" in dits
    assert pilote.ag.close
    assert pilote.page.cle == "proces_verbal"
    pilote.fenetre.aller("proclamer")
    assert "La séance est close depuis 20:05." in pilote.textes()
    assert "Non mises aux voix" in pilote.textes()
    assert pilote.principal == "Procès-verbal"
    assert not pilote.proclamer.heure.isVisible()


def test_when_all_is_done_closing_is_the_one_next_step(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    pilote = commencer(qtbot, fenetre, tmp_path)
    depot = fenetre.session.depot
    for rang, point in enumerate((COMPTES, AFFECTATION, CONVENTION, ADMISSION, STATUTS)):
        tout_voter(depot, pilote.numero, point, comptes(**OUI), 2 + 3 * rang)
    pilote.voter.actualiser()
    pilote.point(4)
    pilote.menu(pilote.voter.carte.autre, "Retirer la résolution…")
    pilote.valider()
    assert pilote.principal == "Clore les votes"
    pilote.suite()
    assert pilote.page.cle == "proclamer"
    assert pilote.principal == "Clore la séance"
    assert pilote.ag.decision(ELECTION) == "retiree"
    assert pilote.proclamer.secondaire.text() == ""
    pilote.suite()
    pilote.accepter()
    assert pilote.ag.close


def test_what_failed_at_the_first_consultation_is_offered_again(pilote: PiloteVoter) -> None:
    assert "1\u00a0résolution peut être remise aux voix." in pilote.textes()
    demandes: list[tuple[str, object]] = []
    pilote.proclamer.demande.disconnect()
    pilote.proclamer.demande.connect(lambda cle, argument: demandes.append((cle, argument)))
    pilote.cliquer("Seconde consultation…")
    assert demandes == [("preparer", NouvelleAssemblee(suite_de=pilote.numero))]


def test_nothing_is_offered_again_where_nothing_failed(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    pilote = commencer(qtbot, fenetre, tmp_path)
    tout_voter(fenetre.session.depot, pilote.numero, COMPTES, comptes(**OUI), 5)
    pilote.voter.actualiser()
    aller(pilote)
    assert not pilote.proclamer.seconde.isVisible()


def test_a_secret_result_keeps_its_figures_in_the_list(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    pilote = commencer(qtbot, fenetre, tmp_path, par_college=False, presents=(1, 2))
    tout_voter(fenetre.session.depot, pilote.numero, COMPTES, comptes(**{"*": (1, 1, 0)}), 5, "secret_papier")
    pilote.voter.actualiser()
    aller(pilote)
    ligne: LigneResultat = pilote.proclamer.lignes[0]
    assert not ligne.findChildren(BarreEnsemble)
    assert not any("%" in dit and "il fallait" not in dit for dit in pilote.textes(ligne))


def test_before_the_sitting_there_is_nothing_to_declare(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    pilote = commencer(qtbot, fenetre, tmp_path, ouverte=False)
    aller(pilote)
    assert "Rien n’est voté" in pilote.textes()
    assert pilote.principal == "Émarger"
    fenetre.session.choisir_assemblee(None)
    fenetre.aller("proclamer")
    assert "Aucune assemblée n’est choisie" in pilote.textes()
    assert [c.mot for c in pilote.proclamer.commandes()] == ["Choisir une assemblée"]


def test_the_results_are_shown_as_they_print(pilote: PiloteVoter) -> None:
    pilote.cliquer("Imprimer les résultats…")
    pilote.qtbot.waitUntil(lambda: getattr(pilote.fenetre, "apercu", None) is not None, timeout=20_000)
    apercu = pilote.fenetre.apercu
    assert apercu._octets.startswith(b"%PDF-")
    apercu.close()
    assert [c.mot for c in pilote.proclamer.commandes()] == ["Proclamer le résultat", "Imprimer les résultats…"]


def test_nothing_is_printed_before_a_declaration(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    pilote = commencer(qtbot, fenetre, tmp_path)
    aller(pilote)
    assert not pilote.proclamer.imprimer.isVisible()
