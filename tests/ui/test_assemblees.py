"""The list of assemblies: each opens at its next step, new ones begin here, failed ones can be put again."""

from __future__ import annotations

from PySide6.QtCore import Qt

from scicvote.ui.demandes import NouvelleAssemblee
from scicvote.ui.dialogs.convocation import DialogueSeconde
from scicvote.ui.models.assemblees_model import etat_etape
from scicvote.ui.pages.assemblees import page_de_reprise
from tests.ui.drivers import Pilote
from tests.ui.gestes_preparer import cliquer
from tests.ui.gestes_seconde import clore


def test_chaque_assemblee_dit_sa_prochaine_etape(pilote: Pilote) -> None:
    pilote.naviguer("assemblees")
    assert pilote.lignes(pilote.assemblees.table, "etape") == ["Préparer", "Voter", "Procès-verbal", "Terminée"]


def test_elle_s_ouvre_a_la_bonne_etape(pilote: Pilote) -> None:
    page = pilote.naviguer("assemblees")
    dossier = pilote.fenetre.session.dossier
    assert [page_de_reprise(dossier.assemblees[n]) for n in (1, 2, 3, 4)] == [
        "resultats",
        "proces_verbal",
        "voter",
        "preparer",
    ]
    assert etat_etape(dossier.assemblees[1]).couleur == "bon"
    with pilote.qtbot.waitSignal(page.demande) as demande:
        pilote.assemblees.table.choisi.emit(pilote.assemblees.modele.rang_de(1))
    assert demande.args == ["resultats", 1]
    pilote.naviguer("assemblees")
    pilote.assemblees.table.choisir_rang(0)
    pilote.qtbot.keyClick(pilote.assemblees.table, Qt.Key.Key_Return)
    assert pilote.page.cle == "preparer"
    assert pilote.fenetre.session.assemblee == 4


def test_ouvrir_et_resultats_par_leurs_boutons(pilote: Pilote) -> None:
    page = pilote.naviguer("assemblees")
    assert not pilote.assemblees.resultats.isEnabled()  # nothing is declared in September's
    pilote.assemblees.table.choisir_rang(3)
    assert pilote.assemblees.resultats.isEnabled()
    cliquer(pilote, pilote.assemblees.resultats)
    assert pilote.page.cle == "resultats"
    pilote.naviguer("assemblees")
    with pilote.qtbot.waitSignal(page.demande) as demande:
        cliquer(pilote, pilote.assemblees.voir)
    assert demande.args == ["resultats", 1]


def test_une_nouvelle_assemblee(pilote: Pilote) -> None:
    page = pilote.naviguer("assemblees")
    with pilote.qtbot.waitSignal(page.demande) as demande:
        cliquer(pilote, pilote.assemblees.nouvelle)
    assert demande.args == ["preparer", NouvelleAssemblee()]
    assert pilote.page.cle == "preparer"
    pilote.naviguer("assemblees")
    pilote.qtbot.keyClick(pilote.assemblees.table, Qt.Key.Key_Insert)
    assert pilote.page.cle == "preparer"


def test_la_seconde_consultation_est_offerte(pilote: Pilote) -> None:
    pilote.naviguer("assemblees")
    page = pilote.assemblees
    assert not page.appel.isVisible()
    demande = "Demande d’une assemblée par des associés…"
    assert [c.mot for c in page.commandes()] == ["Nouvelle assemblée", demande]
    clore(pilote)
    assert page.appel.isVisible()
    assert "AG ordinaire du 12\u00a0juin\u00a02026" in page.echec.accessibleName()
    assert [c.mot for c in page.commandes()][-1] == "Convoquer la seconde consultation…"
    cliquer(pilote, page.seconde)
    assert isinstance(pilote.page.dialogue, DialogueSeconde)  # type: ignore[attr-defined]


def test_on_revient_sur_la_meme_ligne(pilote: Pilote) -> None:
    pilote.naviguer("assemblees")
    page = pilote.assemblees
    page.table.choisir_rang(2)
    souvenir = page.instantane()
    page.table.choisir_rang(0)
    page.restituer(souvenir)
    assert page.table.rang() == 2
    page.actualiser()
    assert page.table.rang() == 2
    page.restituer("rien")
    assert page.table.rang() == 2
