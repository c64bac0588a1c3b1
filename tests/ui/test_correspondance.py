"""Votes by post in the window: receiving one, late or not, setting it aside, what Voter shows and adds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scicvote.actes import correspondance, seance, vote
from scicvote.core.faits import ChoixFormulaire, FormulaireVote, Pouvoir, Presence
from scicvote.ui.derniers_gestes import derniers_gestes
from scicvote.ui.dialogs.formulaire_vote import DialogueEcarter, DialogueFormulaire
from scicvote.ui.lecture_emargement import CORRESPONDANCE, LectureEmargement, concernes
from scicvote.ui.lecture_faits import lire_faits
from scicvote.ui.pages.emarger import PageEmarger
from scicvote.ui.pages.voter import PageVoter
from scicvote.ui.session import Session
from scicvote.ui.widgets.liste_pouvoirs import lignes_pouvoirs
from tests.outils.autres_statuts import scene_sous
from tests.outils.formes import texte_de
from tests.scene_papiers import Scene, a
from tests.ui import fabrique
from tests.ui.drivers import Pilote


@pytest.fixture
def chemin(tmp_path: Path) -> Path:
    """A SA: 5 wrote, 1 to 3 are there, 4 gave a proxy without a name."""
    scene = scene_sous(tmp_path, texte_de("sa"), ("1", "2", "3") * 4)
    scene.preparer(par_college=True, motif_vote="les statuts", convoquee_par="le conseil d’administration")
    scene.resolution("Approbation des comptes", objet="comptes")
    scene.resolution("Logo")
    scene.convoquer()
    choix = {1: "pour", 2: "contre"}
    scene.faire(correspondance.recevoir_formulaire(scene.depot, scene.ag, 5, date(2026, 6, 9), choix))
    scene.arriver((1, 2, 3))
    scene.ouvrir(motif="choisi par l’assemblée")
    scene.pouvoir(4, None)
    scene.depot.fermer()
    return tmp_path / "fiction.scic"


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, chemin: Path) -> Iterator[Session]:
    widget = QWidget()
    qtbot.addWidget(widget)
    une = Session(lambda: fabrique.MAINTENANT, widget, tmp_path / "brouillons")
    assert une.ouvrir(chemin)
    une.choisir_assemblee(1)
    yield une
    une.fermer()


def emarger(pilote: Pilote, chemin: Path) -> PageEmarger:
    pilote.ouvrir(chemin)
    pilote.fenetre.aller("emarger", 1)
    assert isinstance(pilote.page, PageEmarger)
    return pilote.page


def test_un_formulaire_une_ligne_par_resolution(qtbot: QtBot, session: Session) -> None:
    dialogue = DialogueFormulaire(session, 6)
    qtbot.addWidget(dialogue)
    assert list(dialogue.points) == [1, 2]
    dialogue.recu.poser(date(2026, 6, 9))
    dialogue.points[1].poser("contre")
    dialogue.prevenir()
    assert dialogue.decision.isHidden()
    demande = dialogue.demande()
    assert demande is not None
    acte = session.accomplir(demande)
    assert [(f.resolution, f.choix) for f in acte.faits if isinstance(f, ChoixFormulaire)] == [(1, "contre")]


def test_un_formulaire_tardif_demande_ce_que_dit_le_president(qtbot: QtBot, session: Session) -> None:
    dialogue = DialogueFormulaire(session, 6)
    qtbot.addWidget(dialogue)
    dialogue.recu.poser(date(2026, 6, 10))
    dialogue.prevenir()
    assert not dialogue.decision.isHidden()
    dialogue.decision.poser("tenu compte")
    demande = dialogue.demande()
    assert demande is not None
    acte = session.accomplir(demande)
    assert [f.decision for f in acte.faits if isinstance(f, FormulaireVote)] == ["tenu compte"]
    assert [i.code for i in acte.avertissements] == ["FORMULAIRE_TARDIF"]


def test_rien_n_est_enregistre_sans_nom_ni_jour(qtbot: QtBot, session: Session) -> None:
    dialogue = DialogueFormulaire(session)
    qtbot.addWidget(dialogue)
    assert dialogue.avertissements() == ()
    dialogue.executer()
    assert dialogue.demande() is None
    dialogue.associe.poser(6)
    dialogue.recu.poser(None)
    dialogue.executer()
    assert dialogue.demande() is None


def test_ecarter(qtbot: QtBot, session: Session) -> None:
    ag = session.ag
    assert ag is not None
    dialogue = DialogueEcarter(session, ag.assistance.formulaires[5])
    qtbot.addWidget(dialogue)
    demande = dialogue.demande()
    assert demande is not None
    acte = session.accomplir(demande)
    assert session.ag is not None
    assert session.ag.assistance.formulaires == {}
    assert concernes(acte.faits, session.ag) == {5}
    dialogue.heure.poser(None)
    assert dialogue.demande() is None


def test_a_la_porte(session: Session) -> None:
    ag = session.ag
    assert ag is not None
    lecture = LectureEmargement(session.dossier, ag)
    ligne = next(x for x in lecture.lignes() if x.associe == 5)
    assert (ligne.situation, ligne.mot, ligne.heure) == (CORRESPONDANCE, "A voté par correspondance", "9\u00a0juin")
    assert [p.suite for p in lignes_pouvoirs(lecture)] == ["Sans nom"]
    gestes = derniers_gestes(session.dossier, ag, 10)
    assert ("Malo Fougère", "vote par correspondance") in [(g.qui, g.quoi) for g in gestes]


def test_le_journal_ne_dit_pas_ce_que_quelqu_un_a_vote(session: Session) -> None:
    entree = next(e for e in session.depot.entrees() if e.acte == "recevoir_formulaire")
    faits = lire_faits(session.dossier, entree.numero)
    assert [nom for nom, _ in faits] == ["Vote par correspondance", *["Choix d’un vote par correspondance"] * 2]
    assert not any("contre" in detail or "pour" in detail for _, detail in faits)


def test_la_page_emarger(pilote_nu: Pilote, chemin: Path) -> None:
    page = emarger(pilote_nu, chemin)
    assert page.compteurs.phrase.text() == "sur 12, dont 1 par correspondance"
    assert not page.volets.onglets["courrier"].isHidden()
    page.volets.choisir("courrier")
    assert page.courrier.lignes == (("Malo Fougère (USA)", "Reçu le 9\u00a0juin\u00a02026"),)
    page.gestes.lancer("formulaire")
    assert isinstance(page.gestes.dialogue, DialogueFormulaire)
    page.gestes.dialogue.close()
    ligne = page.liste.modele.connue(5)
    page.gestes.voter_par_poste(ligne)
    assert isinstance(page.gestes.dialogue, DialogueEcarter)
    page.gestes.dialogue.close()
    page.gestes.menu_ligne(ligne, page.principal)
    assert page.gestes.menu is not None
    assert "Écarter le vote par correspondance…" in [x.text() for x in page.gestes.menu.actions()]
    page.gestes.menu.hide()
    page.gestes.menu_ligne(page.liste.modele.connue(6), page.principal)
    assert "Vote par correspondance…" in [x.text() for x in page.gestes.menu.actions()]
    page.gestes.menu.hide()
    arrive = Presence(1, 5, a(19), "arrivee", "", "")
    page.session.accomplir(lambda depot: seance.emarger(depot, arrive))
    assert page.courrier.lignes == (("Malo Fougère (USA)", "Écarté à 19:00\u00a0: venu en personne"),)


def test_sans_clause_l_onglet_n_est_pas_la(pilote: Pilote) -> None:
    pilote.fenetre.aller("emarger", 3)
    page = pilote.page
    assert isinstance(page, PageEmarger)
    if page.ag is not None and page.ag.liste_arretee is not None:
        assert page.volets.onglets["courrier"].isHidden()
    page.volets.offrir("courrier", True)
    page.volets.choisir("courrier")
    page.volets.offrir("courrier", False)
    assert page.volets.courant == "pouvoirs"
    page.volets.avancer(1)
    page.volets.avancer(1)
    assert page.volets.courant == "invites"


def test_voter_montre_et_ajoute(pilote_nu: Pilote, chemin: Path) -> None:
    pilote_nu.ouvrir(chemin)
    pilote_nu.fenetre.session.choisir_assemblee(1)
    pilote_nu.fenetre.session.accomplir(lambda depot: vote.ouvrir_scrutin(depot, 1, 1, "main_levee", a(18, 30)))
    pilote_nu.fenetre.aller("voter", 1)
    page = pilote_nu.page
    assert isinstance(page, PageVoter)
    assert page.carte.grille.restants() == {"SAL": 2, "USA": 1, "SOU": 1}
    page.carte.grille.poser({("SAL", "pour"): "2", ("USA", "contre"): "1", ("SOU", "pour"): "1"})
    page._noter()
    acte = page.session.accomplir(page.depouiller_demande())
    assert acte.accepte
    comptes = {c.college: (c.pour, c.contre) for c in page.session.ag.votes[0].comptes}  # type: ignore[union-attr]
    assert comptes == {"SAL": (2, 0), "USA": (1, 1), "SOU": (1, 0)}
    page.montrer(1)
    assert page.carte.grille.cases()["USA", "pour"] == "0"
    assert page.carte.grille.restants() == {"SAL": 0, "USA": 0, "SOU": 0}


def test_un_scrutin_secret_dit_combien_seulement(pilote_nu: Pilote, chemin: Path) -> None:
    pilote_nu.ouvrir(chemin)
    pilote_nu.fenetre.session.choisir_assemblee(1)
    acte = pilote_nu.fenetre.session.accomplir(
        lambda depot: vote.ouvrir_scrutin(depot, 1, 1, "secret_papier", a(18, 30))
    )
    assert "FORMULAIRE_SECRET" in [i.code for i in acte.avertissements]
    pilote_nu.fenetre.aller("voter", 1)
    page = pilote_nu.page
    assert isinstance(page, PageVoter)
    assert page._poste(page.vote, "USA") == "et 1 par poste"  # type: ignore[arg-type]


def test_un_second_pouvoir_pour_un_autre_college(qtbot: QtBot, session: Session) -> None:
    """A proxy recorded for one giver is shown with its holder even where another act says its colleges."""
    ag = session.ag
    assert ag is not None
    pouvoir = Pouvoir(0, 1, 7, 1, "", False, a(18, 10), "")
    session.accomplir(lambda depot: seance.donner_pouvoir(depot, pouvoir, ("SAL",)))
    assert session.ag is not None
    assert ("Noémie Bruyère", "pouvoir à Inès Marjolaine") in [
        (g.qui, g.quoi) for g in derniers_gestes(session.dossier, session.ag, 10)
    ]


def test_une_autre_scene(tmp_path: Path, qtbot: QtBot) -> None:
    """Statutes that do not provide for it: the tab says so, the form is a warning and asks for the chair's word."""
    scene = Scene.creer(tmp_path, 5)
    scene.preparer()
    scene.resolution("Approbation des comptes", objet="comptes")
    scene.convoquer()
    scene.depot.fermer()
    widget = QWidget()
    qtbot.addWidget(widget)
    une = Session(lambda: fabrique.MAINTENANT, widget, tmp_path / "brouillons")
    assert une.ouvrir(tmp_path / "fiction.scic")
    une.choisir_assemblee(1)
    dialogue = DialogueFormulaire(une, 3)
    qtbot.addWidget(dialogue)
    dialogue.recu.poser(date(2026, 6, 9))
    dialogue.prevenir()
    assert not dialogue.decision.isHidden()
    assert [i.code for i in dialogue.avertissements()] == ["VOTE_DISTANCE"]
    une.fermer()
