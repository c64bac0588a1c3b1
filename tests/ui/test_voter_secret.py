"""Secret ballots on paper: two entries that must agree, a request of secrecy, figures that would speak, elections."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scicvote.ui.main_window import MainWindow
from scicvote.ui.widgets.barre_vote import BarreEnsemble
from scicvote.ui.widgets.cellule import Cellule
from tests.ui.fabrique_votes import ADMISSION, COMPTES, ELECTION
from tests.ui.gestes_voter import PiloteVoter, commencer


@pytest.fixture
def pilote(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> PiloteVoter:
    return commencer(qtbot, fenetre, tmp_path)


def modes(pilote: PiloteVoter) -> list[str]:
    """The modes that are offered."""
    combo = pilote.voter.carte.mode
    return [combo.itemData(i) for i in range(combo.count())]


VOIX = (4, 2, 0, 0, 0, 5, 1, 0, 1, 0, 3, 2, 0, 0, 0)


def ouvrir_secret(pilote: PiloteVoter, place: int = 1) -> None:
    pilote.point(place)
    pilote.mode("secret_papier")
    pilote.suite()
    if not pilote.rien_d_ouvert():
        pilote.accepter()


def depouiller(pilote: PiloteVoter, *voix: int) -> None:
    """Both entries, and the closing."""
    for _ in range(2):
        pilote.saisir(*voix)
        pilote.suite()
    if not pilote.rien_d_ouvert():
        pilote.accepter()


def test_two_entries_that_agree_close_the_scrutin(pilote: PiloteVoter) -> None:
    ouvrir_secret(pilote)
    assert pilote.principal == "Seconde saisie"
    pilote.saisir(*VOIX)
    assert "Scrutin secret en cours" in pilote.textes(pilote.voter.droite)
    pilote.suite()
    assert pilote.voter.carte.grille.vide()
    assert pilote.principal == "Comparer et clore"
    assert isinstance(QApplication.focusWidget(), Cellule)
    pilote.saisir(*VOIX)
    assert not pilote.voter.carte_resultat.isVisible()
    pilote.suite()
    vote = pilote.ag.votes_de(COMPTES)[-1]
    assert vote.depouillement is not None
    assert vote.depouillement.contradictoire
    assert {c.college: (c.pour, c.contre, c.blanc) for c in vote.comptes}["PP"] == (5, 1, 1)
    assert "deux saisies concordantes" in pilote.voter.carte.heures.text()


def test_entries_that_differ_are_said_cell_by_cell_and_typed_again(pilote: PiloteVoter) -> None:
    ouvrir_secret(pilote)
    pilote.saisir(*VOIX)
    pilote.suite()
    avant = " ".join(pilote.textes(pilote.voter.carte))
    assert "diffèrent" not in avant  # nothing of the first entry is said before the second is done
    pilote.saisir(4, 2, 0, 0, 0, 4, 2, 0, 1, 0, 3, 2, 0, 0, 0)
    pilote.suite()
    assert pilote.ag.votes_de(COMPTES)[-1].depouillement is None
    dits = pilote.textes(pilote.voter.carte)
    assert "PP, Pour\u00a0: 5, puis 4" in dits
    assert "PP, Contre\u00a0: 1, puis 2" in dits
    assert pilote.voter.carte.grille.vide()
    assert pilote.cellule("PP", "pour").property("ecart") == "true"
    assert pilote.cellule("SB", "pour").property("ecart") == "false"
    assert pilote.principal == "Seconde saisie"
    depouiller(pilote, *VOIX)
    assert pilote.ag.votes_de(COMPTES)[-1].depouillement is not None


def test_a_first_entry_can_be_thrown_away_without_being_seen(pilote: PiloteVoter) -> None:
    ouvrir_secret(pilote)
    pilote.saisir(*VOIX)
    pilote.suite()
    pilote.cliquer("Tout ressaisir")
    assert pilote.principal == "Seconde saisie"
    assert pilote.voter.carte.grille.vide()


def test_the_first_entry_is_checked_before_the_second(pilote: PiloteVoter) -> None:
    ouvrir_secret(pilote)
    pilote.saisir(4, 4, 4)
    pilote.suite()
    assert pilote.refus() == ["VOTANTS"]
    assert pilote.principal == "Seconde saisie"


def test_a_recounted_secret_ballot_begins_from_nothing(pilote: PiloteVoter) -> None:
    ouvrir_secret(pilote)
    depouiller(pilote, *VOIX)
    pilote.cliquer("Rouvrir le scrutin")
    assert pilote.voter.carte.grille.vide()
    assert pilote.principal == "Seconde saisie"


def test_figures_that_would_speak_wait_to_be_asked_for(pilote: PiloteVoter) -> None:
    ouvrir_secret(pilote)
    depouiller(pilote, 6, 0, 0, 0, 0, 5, 1, 0, 1, 0, 3, 2, 0, 0, 0)
    assert not pilote.voter.carte.grille.isVisible()
    assert "Ces chiffres diraient qui a voté quoi." in pilote.textes(pilote.voter.carte)
    pilote.cliquer("Montrer le décompte…")
    assert any("diraient qui a voté quoi" in dit for dit in pilote.accepter())
    assert pilote.voter.carte.grille.isVisible()
    assert pilote.cellule("SB", "pour").text() == "6"
    pilote.point(2)
    pilote.point(1)
    assert pilote.cellule("SB", "pour").text() == "6"


def test_a_request_of_secrecy_is_voted_by_heads_and_forces_the_mode(pilote: PiloteVoter) -> None:
    pilote.point(5)
    pilote.cliquer("Scrutin secret…")
    assert any("art.\u00a021-7" in dit for dit in pilote.accepter())
    demande = pilote.ag.vote_ouvert
    assert demande is not None
    assert demande.scrutin.objet == "demande_secret"
    assert set(pilote.voter.carte.grille.cellules) == {("*", n) for n in ("pour", "contre", "abstention")}
    assert pilote.voter.carte.textes()[0] == "Résolution 5 · demande de scrutin secret"
    pilote.saisir(11, 5, 2)
    pilote.suite()
    pilote.suite()
    assert pilote.etats()[4] == "À voter, scrutin secret"
    assert pilote.voter.mode() == "secret_papier"
    assert modes(pilote) == ["secret_papier", "secret_isoloir"]
    assert "L’assemblée a décidé le scrutin secret." in pilote.textes(pilote.voter.carte)
    assert not pilote.voter.carte.secret.isVisible()
    pilote.suite()
    pilote.accepter()
    assert pilote.ag.votes_de(ADMISSION)[-1].scrutin.mode == "secret_papier"


def test_a_refused_request_leaves_the_hands(pilote: PiloteVoter) -> None:
    pilote.cliquer("Scrutin secret…")
    pilote.accepter()
    pilote.saisir(5, 11, 2)
    pilote.suite()
    pilote.suite()
    assert "L’assemblée a refusé le scrutin secret." in pilote.textes(pilote.voter.carte)
    assert pilote.voter.mode() == "main_levee"


def test_an_election_is_counted_by_candidate_and_college(pilote: PiloteVoter) -> None:
    pilote.point(4)
    assert modes(pilote) == ["secret_papier", "secret_isoloir"]  # managers are elected by secret ballot
    assert "Inès Marjolaine, présenté par SB" in pilote.voter.avant.textes()
    pilote.suite()
    cles = ("votants", "candidat/1", "candidat/10", "blanc", "nul")
    assert [f.cle for f in pilote.voter.carte.grille.figures] == list(cles)
    # by rows: the three colleges of each figure
    voix = (6, 7, 5, 4, 4, 2, 2, 2, 3, 0, 1, 0, 0, 0, 0)
    pilote.saisir(*voix)
    assert (pilote.reste("SB"), pilote.reste("*")) == ("reste 0", "reste 0")
    pilote.suite()
    pilote.saisir(*voix)
    pilote.suite()
    pilote.suite()
    assert pilote.etats()[3] == "Sièges pourvus, 1\u00a0élu"
    carte = pilote.textes(pilote.voter.carte_resultat)
    assert "Élue" in carte
    assert carte.index("Inès Marjolaine") < carte.index("Alix Marronnier")


def test_too_many_names_on_the_ballots_are_refused(pilote: PiloteVoter) -> None:
    pilote.point(4)
    pilote.suite()
    pilote.saisir(6, 7, 5, 6, 4, 2, 4, 2, 3)
    pilote.suite()
    assert "VOIX_TOTAL" in pilote.refus()


def test_a_second_round_is_opened_from_the_first_result(pilote: PiloteVoter) -> None:
    pilote.point(4)
    pilote.suite()
    depouiller(pilote, 6, 7, 5, 3, 3, 2, 3, 3, 2, 0, 1, 1, 0, 0, 0)
    pilote.suite()
    assert pilote.etats()[3].startswith("Second tour")
    assert pilote.principal == "Ouvrir le second tour"
    assert pilote.voter.carte_resultat.isVisible()
    pilote.suite()
    assert [v.scrutin.tour for v in pilote.ag.votes_de(ELECTION)] == [1, 2]
    assert pilote.voter.carte.textes()[0] == "Résolution 4 · second tour"
    depouiller(pilote, 6, 7, 5, 4, 5, 4, 2, 2, 1, 0, 0, 0, 0, 0, 0)
    pilote.suite()
    assert pilote.etats()[3] == "Sièges pourvus, 1\u00a0élu"


def test_by_heads_two_secret_voters_show_no_figure(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    pilote = commencer(qtbot, fenetre, tmp_path, par_college=False, presents=(1, 2))
    ouvrir_secret(pilote)
    pilote.saisir(1, 1)
    pilote.voter.carte.grille.cellules["*", "abstention"].setFocus()
    pilote.suite()
    if not pilote.rien_d_ouvert():
        pilote.accepter()
    pilote.saisir(1, 1)
    pilote.suite()
    while not pilote.rien_d_ouvert():
        pilote.accepter()
    carte = pilote.textes(pilote.voter.carte_resultat)
    assert not any("%" in dit and "il fallait" not in dit for dit in carte)
    assert not pilote.voter.carte_resultat.findChildren(BarreEnsemble)
    assert pilote.etats()[0] == "Dépouillée, à proclamer"
    pilote.suite()
    assert pilote.etats()[0] in ("Rejetée", "Adoptée")


def test_the_mode_chosen_is_kept(pilote: PiloteVoter) -> None:
    pilote.mode("secret_papier")
    pilote.point(2)
    assert pilote.voter.mode() == "main_levee"
    pilote.point(1)
    assert pilote.voter.mode() == "secret_papier"
    assert not pilote.voter.carte.secret.isVisible()  # it is secret already
    pilote.qtbot.keyClick(pilote.voter.carte.mode, Qt.Key.Key_Home)
    assert pilote.voter.mode() == "main_levee"
