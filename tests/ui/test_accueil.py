"""The first page: the one obvious next step, and the dates."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from scicvote.core.a_faire import Action, Prochaine
from scicvote.core.faits import Cloture
from scicvote.store.depot import Projet
from scicvote.ui.demandes import Inscription, NouvelleAssemblee
from scicvote.ui.prochaine import pas
from tests.ui import fabrique
from tests.ui.drivers import Pilote
from tests.ui.gestes_accueil import avancer, bouton_suivant


def test_an_open_sitting_is_taken_up_again(pilote: Pilote) -> None:
    assert bouton_suivant(pilote) == "Reprendre le vote"
    assert "AG ordinaire du 12\u00a0juin\u00a02026. La séance est ouverte." in pilote.textes()
    assert pilote.accueil.suivant.hasFocus()
    assert avancer(pilote) == ("voter", 3)
    assert pilote.fenetre.session.assemblee == 3


def test_the_keyboard_alone_does_it(pilote: Pilote) -> None:
    with pilote.qtbot.waitSignal(pilote.accueil.demande) as demande:
        pilote.touche(Qt.Key.Key_Space)
    assert demande.args == ["voter", 3]


def test_the_first_page_follows_the_acts(pilote: Pilote) -> None:
    cloture = Projet("Séance close", (Cloture(3, datetime(2026, 6, 12, 20, 30)),))
    pilote.fenetre.session.accomplir(lambda depot: depot.accomplir("test", lambda _dossier: cloture))
    assert bouton_suivant(pilote) == "Dresser le procès-verbal"


def test_the_first_time_one_imports_or_enters_people(pilote_nu: Pilote, tmp_path: Path) -> None:
    pilote_nu.ouvrir(fabrique.vide(tmp_path / "vide.scic"))
    assert bouton_suivant(pilote_nu) == "Importer le registre"
    assert "Le registre est vide" in pilote_nu.textes()
    assert "Échéances" not in pilote_nu.textes()
    assert avancer(pilote_nu) == ("importation", None)
    pilote_nu.naviguer("accueil")
    with pilote_nu.qtbot.waitSignal(pilote_nu.accueil.demande) as demande:
        pilote_nu.cliquer("Inscrire un associé")
    assert demande.args == ["associes", Inscription()]


def test_a_new_assembly_at_any_time(pilote: Pilote) -> None:
    with pilote.qtbot.waitSignal(pilote.accueil.demande) as demande:
        pilote.cliquer("Nouvelle assemblée")
    assert demande.args == ["preparer", NouvelleAssemblee()]


def test_every_assembly_from_the_card(pilote: Pilote) -> None:
    pilote.cliquer("Toutes les assemblées")
    assert pilote.page.cle == "assemblees"


def test_a_recent_assembly_opens_where_it_stands(pilote: Pilote) -> None:
    accueil = pilote.accueil
    rang = accueil.modele.rang_de(4)  # in preparation
    assert rang is not None
    with pilote.qtbot.waitSignal(accueil.demande) as demande:
        accueil.table.choisi.emit(rang)
    assert demande.args[1] == 4
    assert demande.args[0] in ("preparer", "convoquer")
    passee = accueil.modele.rang_de(1)
    assert passee is not None
    accueil.table.choisi.emit(passee)
    assert pilote.page.cle == "resultats"


def test_what_the_palette_offers(pilote: Pilote) -> None:
    mots = [commande.mot for commande in pilote.accueil.commandes()]
    assert mots == ["Reprendre le vote", "Nouvelle assemblée", "Inscrire un associé"]


@pytest.mark.parametrize(
    ("prochaine", "mot", "page", "argument"),
    [
        (Prochaine(Action.PREPARER, 4), "Écrire l’ordre du jour", "preparer", 4),
        (Prochaine(Action.ARRETER_LISTE, 4), "Arrêter la liste des associés", "convoquer", 4),
        (Prochaine(Action.CONVOQUER, 4), "Envoyer les convocations", "convoquer", 4),
        (Prochaine(Action.EMARGER, 4), "Ouvrir l’émargement", "emarger", 4),
        (Prochaine(Action.CLORE, 3), "Proclamer et clore", "proclamer", 3),
        (Prochaine(Action.DRESSER, 3), "Dresser le procès-verbal", "proces_verbal", 3),
        (Prochaine(Action.SIGNER, 2), "Enregistrer les signatures", "proces_verbal", 2),
        (Prochaine(Action.SUIVRE, 2), "Faire ce qui suit les votes", "proclamer", 2),
        (Prochaine(Action.SECONDE, 2), "Convoquer la seconde consultation", "preparer", NouvelleAssemblee(suite_de=2)),
        (
            Prochaine(Action.DEMANDEE, demande=4),
            "Préparer l’assemblée demandée",
            "preparer",
            NouvelleAssemblee(demande=4),
        ),
        (
            Prochaine(Action.ANNUELLE, None, date(2026, 6, 30), "", 2025),
            "Préparer l’assemblée annuelle",
            "preparer",
            NouvelleAssemblee(exercice=2025),
        ),
        (Prochaine(Action.RIEN), "Préparer une assemblée", "preparer", NouvelleAssemblee()),
    ],
)
def test_each_step_has_its_word_and_its_page(
    pilote: Pilote, prochaine: Prochaine, mot: str, page: str, argument: object
) -> None:
    etape = pas(prochaine, pilote.fenetre.session.dossier)
    assert (etape.mot, etape.page, etape.argument) == (mot, page, argument)
    assert etape.phrase.endswith(".")
