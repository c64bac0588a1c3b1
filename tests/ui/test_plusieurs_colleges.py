"""Somebody of several colleges in the window: at the door, in the proxies, in the room, in a roll call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scicvote.actes import seance
from scicvote.core.faits import PorteePouvoir
from scicvote.ui.candidats import pastille_colleges
from scicvote.ui.dialogs.pouvoir import DialoguePouvoir
from scicvote.ui.lecture_emargement import LectureEmargement
from scicvote.ui.lecture_salle import tableau
from scicvote.ui.lecture_vote import corps_du_votant
from scicvote.ui.models.liste_model import ListeModel
from scicvote.ui.models.registre_model import RegistreModel
from scicvote.ui.pages.emarger import PageEmarger
from scicvote.ui.session import Session
from scicvote.ui.widgets.liste_pouvoirs import lignes_pouvoirs
from tests.outils.plusieurs import salle
from tests.scene_papiers import a
from tests.ui import fabrique
from tests.ui.drivers import Pilote


@pytest.fixture
def chemin(tmp_path: Path) -> Path:
    salle(tmp_path).depot.fermer()
    return tmp_path / "fiction.scic"


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, chemin: Path) -> Iterator[Session]:
    """A session that has the assembly in hand."""
    widget = QWidget()
    qtbot.addWidget(widget)
    une = Session(lambda: fabrique.MAINTENANT, widget, tmp_path / "brouillons")
    assert une.ouvrir(chemin)
    une.choisir_assemblee(1)
    yield une
    une.fermer()


def test_a_la_porte_chaque_personne_une_fois(session: Session) -> None:
    ag = session.ag
    assert ag is not None
    lecture = LectureEmargement(session.dossier, ag)
    lignes = {ligne.associe: ligne for ligne in lecture.lignes()}
    assert len(lignes) == 10
    assert lignes[2].college == pastille_colleges(ag, 2) == "SB+PP"
    assert lignes[7].mot == "Pouvoir à Inès Marjolaine (SB), à Tom Verveine (PP)"
    assert lignes[4].mot == "Pouvoir à Tom Verveine"
    assert "porte 2\u00a0pouvoirs" in lignes[3].detail
    assert [(p.college, p.etat) for p in lignes_pouvoirs(lecture)] == [
        ("SB", "compte"),
        ("PP", "compte"),
        ("PP", "compte"),
    ]


def test_les_compteurs_comptent_des_personnes(pilote_nu: Pilote, chemin: Path) -> None:
    pilote_nu.ouvrir(chemin)
    pilote_nu.fenetre.aller("emarger", 1)
    page = pilote_nu.page
    assert isinstance(page, PageEmarger)
    assert page.compteurs.en_une_ligne() == "6 présents ou représentés sur 10 · SB 3 sur 4 · PP 4 sur 6 · PM 1 sur 2"
    pilote_nu.fenetre.aller("voter", 1)
    presents = pilote_nu.page.presents  # type: ignore[attr-defined]
    assert presents.voix.text() == "8\u00a0voix"
    assert presents.detail.text() == "4\u00a0présents, 2\u00a0représentés"


def test_un_pouvoir_pour_un_seul_college(qtbot: QtBot, session: Session) -> None:
    acte = session.accomplir(lambda depot: seance.retirer_pouvoir(depot, 1, 2, a(18), "retiré par le mandant"))
    assert acte.accepte
    dialogue = DialoguePouvoir(session, 7)
    qtbot.addWidget(dialogue)
    assert not dialogue.colleges.isHidden()
    assert dialogue.colleges.combo.count() == 3
    dialogue.mandataire.poser(3)
    dialogue.colleges.poser("PP")
    demande = dialogue.demande()
    assert demande is not None
    fait = session.accomplir(demande)
    assert [p.colleges for p in fait.faits if isinstance(p, PorteePouvoir)] == [("PP",)]


def test_les_autres_n_ont_rien_a_choisir(qtbot: QtBot, session: Session) -> None:
    dialogue = DialoguePouvoir(session, 8)
    qtbot.addWidget(dialogue)
    assert dialogue.colleges.isHidden()
    dialogue.mandataire.poser(3)
    demande = dialogue.demande()
    assert demande is not None
    assert not [f for f in session.accomplir(demande).faits if isinstance(f, PorteePouvoir)]


def test_a_l_appel_une_voix_dans_chaque_college(session: Session) -> None:
    ag = session.ag
    assert ag is not None
    codes = ("SB", "PP", "PM")
    assert corps_du_votant(ag, codes, 2, a(18, 30)) == ("SB", "PP")
    assert corps_du_votant(ag, ("PP",), 2, a(18, 30)) == ("PP",)
    assert corps_du_votant(ag, codes, 7, a(18, 30)) == ("SB", "PP")
    assert corps_du_votant(ag, codes, 4, a(18, 30)) == ("PP",)
    assert corps_du_votant(ag, codes, 9, a(18, 30)) == ()
    assert corps_du_votant(ag, ("*",), 2, a(18, 30)) == ("*",)


def test_l_ecran_de_salle_dit_les_deux(session: Session) -> None:
    ag = session.ag
    assert ag is not None
    total, detail = tableau(session.dossier, ag, 0).lignes
    assert total == "6\u00a0associés présents ou représentés sur 10, 8\u00a0voix sur 12"
    assert detail == "SB 3 sur 4, PP 4 sur 6, PM 1 sur 2"


def test_la_liste_et_le_registre(session: Session) -> None:
    ag = session.ag
    assert ag is not None
    modele = ListeModel()
    from scicvote.core.faits import LigneListe

    modele.montrer(session.dossier, ag, ag.tous(LigneListe))
    doubles = [i for i in (modele.ligne(n) for n in range(modele.rowCount())) if i.voix == 2]
    assert {i.college for i in doubles} == {"SB+PP"}
    assert modele.rowCount() == 10
    registre = RegistreModel()
    registre.montrer(session.dossier.registre.au(ag.jour).associes, session.statuts())
    assert registre.college(session.dossier.registre.au(ag.jour).par_numero[2]) == "SB+PP"
