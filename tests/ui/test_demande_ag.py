"""Members ask for an assembly, in the window: picked by name, their share live, recorded, then answered (statuts 24-2)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scicvote.core.demandes_assemblee import demande_de, demandes_sans_suite
from scicvote.ui.dialogs.demande_ag import DialogueDemandeAG
from scicvote.ui.pages.preparer import PagePreparer
from scicvote.ui.widgets.champ_associe import Candidat
from scicvote.ui.widgets.champ_associes import ChampAssocies
from tests.ui.drivers import Pilote


def ouvrir(pilote: Pilote) -> DialogueDemandeAG:
    page = pilote.naviguer("assemblees")
    pilote.cliquer("Demande d’une assemblée par des associés…")
    dialogue = page.dialogue  # type: ignore[attr-defined]
    assert isinstance(dialogue, DialogueDemandeAG)
    pilote.qtbot.waitUntil(lambda: QApplication.focusWidget() is dialogue.qui.recherche.ligne)
    return dialogue


def choisir(pilote: Pilote, dialogue: DialogueDemandeAG, debut: str) -> None:
    avant = len(dialogue.qui.valeur())
    pilote.taper(debut)
    pilote.qtbot.keyClick(dialogue.qui.recherche.ligne, Qt.Key.Key_Return)
    assert len(dialogue.qui.valeur()) == avant + 1
    pilote.qtbot.waitUntil(lambda: dialogue.qui.recherche.ligne.text() == "")


def test_des_associes_choisis_par_leur_nom_et_leur_part_qui_suit(pilote: Pilote) -> None:
    dialogue = ouvrir(pilote)
    assert not dialogue.barre.isVisible()
    choisir(pilote, dialogue, "marjolaine")
    dits = pilote.textes(dialogue)
    assert "Seuil non atteint" in dits
    assert any(i.code == "DEMANDE_SEUIL" for i in dialogue.avertis.issues)
    nombre = 1
    for debut in ("marronnier", "camomille"):
        choisir(pilote, dialogue, debut)
        nombre += 1
    assert "Seuil atteint" in pilote.textes(dialogue)
    assert dialogue.avertis.issues == ()
    assert "seuil 10\u202f%" in dialogue.barre.accessibleName()
    dialogue.grab()  # the bar paints
    dialogue.objet.poser("La cantine")
    dialogue.valider.click()
    (fait,) = demandes_sans_suite(pilote.fenetre.session.dossier)
    assert len(fait.demandeurs) == nombre
    assert (fait.recue, fait.mode) == (pilote.fenetre.session.aujourdhui, "lettre recommandée")
    assert pilote.assemblees.attente.isVisible()


def test_l_assemblee_demandee_se_prepare_et_le_dit(pilote: Pilote) -> None:
    dialogue = ouvrir(pilote)
    dialogue.qui.poser([1, 5, 10, 17, 19])
    dialogue.qui.change.emit()
    dialogue.valider.click()
    pilote.cliquer("Préparer l’assemblée demandée…")
    page = pilote.page
    assert isinstance(page, PagePreparer)
    assert page.nouvelle.titre() == "Assemblée demandée par des associés"
    champs = page.nouvelle.champs
    assert champs is not None
    assert champs.nature.valeur() == "ordinaire_extraordinairement"
    assert champs.par.valeur().endswith(", à la demande d’associés")
    champs.jour.poser(date(2026, 9, 30))
    champs.heure.poser_texte("18h30")
    champs.lieu.poser("Salle des Utopies")
    page.continuer()
    ag = page.ag
    assert ag is not None
    assert demande_de(pilote.fenetre.session.dossier, ag) is not None
    assert "Demandée par des associés" in pilote.textes(page.assemblee)
    pilote.naviguer("assemblees")
    assert not pilote.assemblees.attente.isVisible()


def test_la_page_preparer_mene_a_la_demande_puis_a_sa_reponse(pilote: Pilote) -> None:
    pilote.naviguer("assemblees")
    pilote.cliquer("Nouvelle assemblée")
    page = pilote.page
    assert isinstance(page, PagePreparer)
    assert [c.mot for c in page.commandes()] == ["Demande d’une assemblée par des associés…"]
    pilote.cliquer("Demande d’une assemblée par des associés…")
    dialogue = page.dialogue
    assert isinstance(dialogue, DialogueDemandeAG)
    dialogue.recue.poser_texte("")
    dialogue.valider.click()
    assert dialogue.recue.issue is not None
    dialogue.recue.poser(date(2026, 5, 2))
    dialogue.valider.click()
    assert dialogue.qui.issue is not None  # nobody asks
    dialogue.qui.poser([1, 2, 3, 4])
    dialogue.qui.change.emit()
    dialogue.valider.click()
    assert page.nouvelle.demande == 1
    assert page.nouvelle.demandee.isVisible()


def test_qui_est_choisi_se_retire_et_le_brouillon_se_garde(pilote: Pilote) -> None:
    dialogue = ouvrir(pilote)
    choisir(pilote, dialogue, "marjolaine")
    choisir(pilote, dialogue, "camomille")
    choisis = dialogue.qui.valeur()
    pilote.taper("camomille")
    pilote.qtbot.keyClick(dialogue.qui.recherche.ligne, Qt.Key.Key_Return)
    assert dialogue.qui.valeur() == choisis  # nobody twice
    dialogue.reject()
    dialogue = ouvrir(pilote)
    assert dialogue.qui.valeur() == choisis
    croix = [b for b in dialogue.qui.findChildren(type(dialogue.valider)) if b.accessibleName().startswith("Retirer")]
    croix[0].click()
    assert dialogue.qui.valeur() == choisis[1:]
    pilote.taper("zzz")
    pilote.qtbot.keyClick(dialogue.qui.recherche.ligne, Qt.Key.Key_Return)
    assert dialogue.qui.valeur() == choisis[1:]


def test_ceux_qui_ne_sont_plus_proposes_restent_par_leur_nom(pilote: Pilote) -> None:
    champ = ChampAssocies("Demandée par", "demandeurs", [Candidat(1, "Prunelle Ada")])
    pilote.qtbot.addWidget(champ)
    champ.poser([1, 7])
    champ.proposer([Candidat(2, "Tilleul Rose")])
    assert champ.texte() == "1, 7"
    champ.poser_texte("2, x, 1")
    assert champ.valeur() == [2, 1]


def test_la_palette_connait_la_demande_et_sa_reponse(pilote: Pilote) -> None:
    page = pilote.naviguer("assemblees")
    assert "Demande d’une assemblée par des associés…" in [c.mot for c in page.commandes()]
    dialogue = ouvrir(pilote)
    dialogue.qui.poser([1, 2, 3, 4])
    dialogue.valider.click()
    assert "Préparer l’assemblée demandée…" in [c.mot for c in page.commandes()]
