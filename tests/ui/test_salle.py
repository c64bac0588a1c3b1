"""The screen of the room follows the votes, and never shows what is secret."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from scicvote.core import faits as f
from scicvote.store.depot import Projet
from scicvote.ui.lecture_salle import TableauSalle, tableau
from scicvote.ui.main_window import MainWindow
from scicvote.ui.projection import EcranSalle
from scicvote.ui.scene import scene_de
from tests.ui import fabrique, fabrique_votes
from tests.ui.fabrique_votes import AFFECTATION, COMPTES, comptes, tout_voter
from tests.ui.gestes_voter import PiloteVoter, commencer, salle
from tests.ui.test_voter_secret import depouiller, ouvrir_secret


@pytest.fixture
def pilote(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> PiloteVoter:
    return commencer(qtbot, fenetre, tmp_path)


def chiffres(ecran: EcranSalle) -> list[str]:
    """The words of the screen that hold a figure of a vote."""
    return [mot for mot in ecran.textes() if mot.startswith(("Pour ", "Contre "))]


def test_it_follows_from_the_text_to_the_result(pilote: PiloteVoter) -> None:
    pilote.point(2)
    ecran = salle(pilote)
    assert ecran.isVisible()
    assert ecran.textes()[:2] == ("Résolution 2", "Affectation du résultat de 2025")
    assert fabrique_votes.TEXTE in ecran.textes()
    pilote.fenetre.activateWindow()
    pilote.cliquer("Ouvrir le scrutin")
    assert "Vote en cours, main levée" in ecran.textes()
    pilote.saisir(4, 2, 0, 4, 3, 0, 3, 2, 0)
    assert not [mot for mot in ecran.textes() if "61,81" in mot]  # no running count, though the desk sees one
    pilote.cliquer("Clore le scrutin")
    assert "Scrutin clos" in ecran.textes()
    assert not [mot for mot in ecran.textes() if "61,81" in mot]
    pilote.cliquer("Proclamer le résultat")
    assert {"Adoptée", "Pour 61,81\u202f%", "Contre 38,19\u202f%"} <= set(ecran.textes())
    assert not any(code in " ".join(ecran.textes()) for code in ("SB", "PP", "PM"))
    assert not _noms(pilote) & set(" ".join(ecran.textes()).split())


def _noms(pilote: PiloteVoter) -> set[str]:
    return {mot for nom, prenom, *_ in fabrique.PERSONNES for mot in (nom, prenom) if mot and " " not in mot}


def test_escape_and_f11_close_it(pilote: PiloteVoter) -> None:
    ecran = salle(pilote)
    pilote.qtbot.keyClick(ecran, Qt.Key.Key_Escape)
    assert not ecran.isVisible()
    pilote.fenetre.basculer_salle()
    assert ecran.isVisible()
    pilote.qtbot.keyClick(ecran, Qt.Key.Key_F11)
    assert not ecran.isVisible()


def test_before_anything_is_voted_it_welcomes_with_counts_alone(
    qtbot: QtBot, fenetre: MainWindow, tmp_path: Path
) -> None:
    pilote = commencer(qtbot, fenetre, tmp_path, ouverte=False)
    ecran = salle(pilote)
    assert "18\u00a0voix présentes ou représentées sur 22" in ecran.textes()
    assert "SB 6 sur 7, PP 7 sur 8, PM 5 sur 7" in ecran.textes()
    assert not _noms(pilote) & set(" ".join(ecran.textes()).split())


def test_a_secret_count_never_shows_before_it_is_declared(pilote: PiloteVoter) -> None:
    ouvrir_secret(pilote, 2)
    ecran = salle(pilote)
    assert "Vote en cours, bulletin secret" in ecran.textes()
    pilote.fenetre.activateWindow()
    depouiller(pilote, 4, 2, 0, 0, 0, 5, 1, 0, 1, 0, 3, 2, 0, 0, 0)
    assert "Scrutin clos" in ecran.textes()
    assert not chiffres(ecran)
    pilote.cliquer("Proclamer le résultat")
    assert "Adoptée" in ecran.textes()
    assert chiffres(ecran)  # none of its figures speaks: the whole is shown


# a unanimous college, one of two voters, one alone, by heads unanimous, by heads two voters
@pytest.mark.parametrize(
    ("corps", "voix"),
    [
        ({"SB": (7, 6), "PP": (8, 7), "PM": (7, 5)}, {"SB": (6, 0, 0), "PP": (4, 3, 0), "PM": (3, 2, 0)}),
        ({"SB": (7, 6), "PP": (8, 7), "PM": (7, 2)}, {"SB": (4, 2, 0), "PP": (4, 3, 0), "PM": (1, 1, 0)}),
        ({"SB": (7, 6), "PP": (8, 7), "PM": (7, 1)}, {"SB": (4, 2, 0), "PP": (4, 3, 0), "PM": (0, 1, 0)}),
        ({"*": (22, 18)}, {"*": (18, 0, 0)}),
        ({"*": (22, 2)}, {"*": (1, 1, 0)}),
    ],
)
@pytest.mark.parametrize("decision", ["adoptee", "rejetee"])
def test_no_secret_figure_ever_reaches_the_room(
    pilote: PiloteVoter,
    corps: dict[str, tuple[int, int]],
    voix: dict[str, tuple[int, int, int]],
    decision: str,
) -> None:
    point = pilote.ag.resolution_par_numero[AFFECTATION]
    faits = tuple(fabrique.voter(70, point, fabrique.MAINTENANT, voix, decision, corps, "secret_papier"))
    session = pilote.fenetre.session
    session.accomplir(lambda depot: depot.accomplir("essai", lambda _: Projet("Vote secret", faits)))
    scene_de(session).montrer(AFFECTATION)
    vu = tableau(session.dossier, pilote.ag, AFFECTATION)
    assert vu.barre is None
    assert not any("%" in mot for mot in vu.textes())
    assert not any(char.isdigit() for mot in vu.textes()[2:] for char in mot)
    assert vu.etat is not None


def test_the_elected_are_named_without_a_figure(pilote: PiloteVoter) -> None:
    pilote.point(4)
    pilote.suite()
    depouiller(pilote, 6, 7, 5, 4, 4, 2, 2, 2, 3, 0, 1, 0, 0, 0, 0)
    pilote.suite()
    vu = tableau(pilote.fenetre.session.dossier, pilote.ag, fabrique_votes.ELECTION)
    assert vu.lignes == ("Inès Marjolaine",)
    assert not any("%" in mot for mot in vu.textes())
    assert "Alix Marronnier" not in vu.textes()


def test_a_suspended_or_closed_sitting_says_so(pilote: PiloteVoter) -> None:
    ecran = salle(pilote)
    session = pilote.fenetre.session
    session.accomplir(
        lambda depot: depot.accomplir(
            "essai",
            lambda _: Projet("Pause", (f.Suspension(pilote.numero, fabrique.MAINTENANT, "suspension", "pause"),)),
        )
    )
    assert "Séance suspendue" in ecran.textes()
    session.accomplir(
        lambda depot: depot.accomplir(
            "essai", lambda _: Projet("Fin", (f.Cloture(pilote.numero, fabrique.MAINTENANT),))
        )
    )
    assert "Séance close" in ecran.textes()


def test_without_an_assembly_it_welcomes(pilote: PiloteVoter) -> None:
    ecran = EcranSalle(pilote.fenetre.session)
    pilote.qtbot.addWidget(ecran)
    pilote.fenetre.session.choisir_assemblee(None)
    assert ecran.textes() == ("Bienvenue",)
    assert ecran.scene.resolution == 0


@pytest.mark.parametrize("taille", [(1920, 1080), (1024, 768), (640, 360)])
def test_every_state_is_drawn_within_every_screen(pilote: PiloteVoter, taille: tuple[int, int]) -> None:
    """What is drawn stays away from the edges: a text that is too long was made smaller."""
    ecran = EcranSalle(pilote.fenetre.session)
    pilote.qtbot.addWidget(ecran)
    ecran.resize(*taille)
    tout_voter(
        pilote.fenetre.session.depot, pilote.numero, COMPTES, comptes(SB=(4, 2, 0), PP=(4, 3, 0), PM=(3, 2, 0)), 5
    )
    long_texte = " ".join(["L’assemblée approuve."] * 60)
    resultat = tableau(pilote.fenetre.session.dossier, pilote.ag, COMPTES)
    for vu in (TableauSalle("Résolution 1", "Un titre plutôt long " * 6, long_texte), resultat):
        ecran.tableau = vu
        image = ecran.grab().toImage()
        assert _bord(image) == {image.pixelColor(1, 1).name()}
        assert (
            len(
                {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
            )
            > 1
        )


def _bord(image: QImage) -> set[str]:
    """The colours along the edges."""
    largeur, hauteur = image.width(), image.height()
    horizontaux = ((x, y) for x in range(largeur) for y in (1, hauteur - 2))
    verticaux = ((x, y) for y in range(hauteur) for x in (1, largeur - 2))
    return {image.pixelColor(x, y).name() for x, y in (*horizontaux, *verticaux)}
