"""Preparing an assembly from the window: its dates, its agenda, its drafts; by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from scicvote.core.faits import Affectation, Candidature, EtatColleges
from scicvote.store.depot import Projet
from scicvote.ui.demandes import NouvelleAssemblee
from scicvote.ui.dialogs.annulation import DialogueAnnulation
from scicvote.ui.dialogs.convocation import (
    DialogueAbandon,
    DialogueConvocation,
    DialogueDemandeColleges,
    DialogueSeconde,
)
from scicvote.ui.dialogs.ordre_du_jour import DialogueCandidat, DialogueUsuelles
from scicvote.ui.dialogs.resolution import DialogueResolution
from scicvote.ui.main_window import MainWindow
from scicvote.ui.session import Session
from scicvote.ui.widgets.icone import Bouton
from tests.ui import fabrique
from tests.ui.drivers import Pilote
from tests.ui.gestes_preparer import (
    LIEU,
    ag_de,
    avertis,
    champs,
    choisir,
    cliquer,
    dialogue,
    glisser,
    neuve,
    preparer,
    taper,
    titres,
    usuelles,
)

# --- a new assembly


def test_une_nouvelle_assemblee_au_clavier(pilote: Pilote) -> None:
    page = preparer(pilote)
    assert pilote.titre == "Nouvelle assemblée"
    saisis = champs(page)
    assert saisis.nature.valeur() == "ordinaire_extraordinairement"  # the annual one of 2025 is prepared already
    choisir(saisis.nature, "ordinaire")
    assert saisis.jour.controle.hasFocus()
    pilote.qtbot.keyClicks(saisis.jour.controle, "26 juin")
    assert saisis.jour.note.text() == "vendredi\u00a026\u00a0juin\u00a02026"
    pilote.qtbot.keyClicks(saisis.heure.controle, "1830")
    pilote.qtbot.keyClicks(saisis.lieu.controle, LIEU)
    assert saisis.par.texte() == "la gérance"
    cliquer(pilote, page.suite)
    ag = ag_de(pilote)
    assert ag.titre_court == "AG ordinaire du 26\u00a0juin\u00a02026"
    assert (ag.convocation.lieu, ag.convocation.exercice, ag.convocation.par_college) == (LIEU, 2025, False)
    assert "une personne, une voix" in ag.convocation.motif_vote
    assert not page.nouvelle.isVisible()
    assert "Ordre du jour vide" in pilote.textes()


def test_ce_qui_manque_est_dit_sur_son_champ(pilote: Pilote) -> None:
    page = preparer(pilote)
    cliquer(pilote, page.suite)
    saisis = champs(page)
    assert "Indiquer le jour" in saisis.jour.note.text()
    assert "Indiquer l’heure" in saisis.heure.note.text()
    assert saisis.jour.controle.hasFocus()
    taper(pilote, saisis.jour, "32/13")
    taper(pilote, saisis.heure, "18h")
    cliquer(pilote, page.suite)
    assert "Ce n’est pas une date" in saisis.jour.note.text()
    taper(pilote, saisis.jour, "26/6/2026")
    cliquer(pilote, page.suite)
    assert saisis.lieu.issue is not None
    assert saisis.lieu.issue.code == "LIEU"
    assert pilote.fenetre.session.ag is None


def test_les_dates_suivent_le_jour_et_disent_ce_qui_guerit(pilote: Pilote) -> None:
    page = preparer(pilote)
    assert any("les jours à respecter en découlent" in t for t in pilote.textes(page.nouvelle.dates))
    choisir(champs(page).nature, "ordinaire")
    taper(pilote, champs(page).jour, "22/6/2026")
    textes = pilote.textes(page.nouvelle.dates)
    assert "Dernier jour pour envoyer les convocations recommandées" in textes
    assert any("L223-27" in t for t in textes)  # the 7th is passed on the 12th
    taper(pilote, champs(page).jour, "26/9/2026")
    textes = pilote.textes(page.nouvelle.dates)
    assert not any("L223-27" in t for t in textes)
    assert "devait se tenir avant le 30" in avertis(page.nouvelle)
    choisir(champs(page).nature, "college")
    assert any("par tout moyen" in t for t in pilote.textes(page.nouvelle.dates))


def test_voter_contre_l_etat_des_colleges_avertit(pilote: Pilote) -> None:
    """Alix Marronnier asked for the colleges; nobody constituted them (statuts 25-1)."""
    page = preparer(pilote)
    saisis = champs(page)
    taper(pilote, saisis.jour, "26/6/2026")
    choisir(saisis.vote, "college")
    assert "vote par collège est contestable" in avertis(page.nouvelle)
    assert saisis.motif.texte().startswith("collèges demandés par Alix Marronnier")
    taper(pilote, saisis.motif, "demande d’Alix")
    choisir(saisis.vote, "tete")
    assert saisis.motif.texte() == "demande d’Alix"  # what was typed stays
    assert avertis(page.nouvelle) == ""


def test_l_assemblee_d_un_college(pilote: Pilote) -> None:
    page = preparer(pilote)
    saisis = champs(page)
    choisir(saisis.nature, "college")
    assert saisis.exercice.isHidden()
    assert saisis.vote.isHidden()
    choisir(saisis.college, "SB")
    assert saisis.par.texte() == "la présidence du collège, Sacha Camomille"
    taper(pilote, saisis.jour, "20/6/2026")
    taper(pilote, saisis.heure, "9h")
    taper(pilote, saisis.lieu, "atelier")
    cliquer(pilote, page.suite)
    ag = ag_de(pilote)
    assert (ag.convocation.college, ag.convocation.par_college, ag.convocation.exercice) == ("SB", False, None)
    assert page.suite.text() == "Ajouter les résolutions usuelles…"
    page.ajouter_resolution()
    genres = dialogue(page, DialogueResolution).objet
    assert [genres.combo.itemData(i) for i in range(genres.combo.count())] == [
        "avis", "designation", "decision_college", "autre",
    ]  # fmt: skip


def test_sans_college_choisi_c_est_refuse(pilote: Pilote) -> None:
    page = neuve(pilote, nature="college")
    college = champs(page).college
    assert college.issue is not None
    assert college.issue.code == "COLLEGE_INCONNU"


def test_l_annuelle_d_un_exercice(pilote: Pilote) -> None:
    pilote.fenetre.aller("preparer", NouvelleAssemblee(exercice=2026))
    assert pilote.titre == "Assemblée annuelle de l’exercice 2026"
    assert champs(pilote.page).exercice.valeur() == 2026  # type: ignore[arg-type]


def test_les_brouillons_survivent_a_la_fenetre(pilote: Pilote, tmp_path: Path, fichier: Path) -> None:
    page = preparer(pilote)
    taper(pilote, champs(page).lieu, "Halle imag")
    taper(pilote, champs(page).jour, "26/6/2026")
    pilote.fenetre.close()
    pilote.fenetre.session.fermer()
    session = Session(lambda: fabrique.MAINTENANT, brouillons=tmp_path / "brouillons")
    suite = MainWindow(session, pilote.fenetre.reglages)
    pilote.qtbot.addWidget(suite)
    autre = Pilote(pilote.qtbot, suite)
    autre.ouvrir(fichier)
    reprise = champs(preparer(autre))
    assert reprise.lieu.texte() == "Halle imag"
    assert reprise.jour.texte() == "26/6/2026"
    taper(autre, reprise.heure, "18h")
    cliquer(autre, autre.page.suite)  # type: ignore[attr-defined]
    assert champs(preparer(autre)).lieu.texte() == ""  # recorded: the draft is gone
    suite.close()


@pytest.mark.parametrize(("nature", "exercice"), [("ordinaire", 2025), ("mixte", None), ("extraordinaire", None)])
def test_l_exercice_propose_suit_la_nature(pilote: Pilote, nature: str, exercice: int | None) -> None:
    """The annual assembly of 2025 is there: a mixed one does not lay the same accounts again."""
    page = preparer(pilote)
    choisir(champs(page).nature, nature)
    assert champs(page).lire().exercice == exercice


def test_une_assemblee_sans_comptes_n_en_recoit_pas_en_la_modifiant(pilote: Pilote) -> None:
    page = neuve(pilote, nature="mixte")
    assert ag_de(pilote).convocation.exercice is None
    page.modifier_assemblee()
    cliquer(pilote, dialogue(page, DialogueConvocation).valider)
    assert ag_de(pilote).convocation.exercice is None


# --- changing it


def test_modifier_l_assemblee(pilote: Pilote) -> None:
    page = neuve(pilote)
    cliquer(pilote, page.assemblee.bouton)
    boite = dialogue(page, DialogueConvocation)
    taper(pilote, boite.champs.lieu, "Grange")
    pilote.qtbot.keyClick(boite.champs.lieu.controle, Qt.Key.Key_Return)
    assert ag_de(pilote).convocation.lieu == "Grange"
    page.modifier_assemblee()
    boite = dialogue(page, DialogueConvocation)
    taper(pilote, boite.champs.jour, "30/9/2026")
    assert "devait se tenir avant" in avertis(boite)
    boite.champs.jour.ligne.clear()
    cliquer(pilote, boite.valider)
    assert "Indiquer le jour" in boite.champs.jour.note.text()
    boite.reject()


def test_noter_une_demande_de_colleges(pilote: Pilote) -> None:
    page = neuve(pilote)
    cliquer(pilote, page.assemblee.colleges)
    boite = dialogue(page, DialogueDemandeColleges)
    cliquer(pilote, boite.valider)
    assert boite.qui.issue is not None
    pilote.qtbot.keyClicks(boite.qui.controle, "verv")
    cliquer(pilote, boite.valider)
    assert pilote.fenetre.session.dossier.etats_colleges[-1].demandeur == 7


def test_constitues_les_colleges_ne_se_demandent_plus(pilote: Pilote) -> None:
    constitues = EtatColleges(fabrique.MAINTENANT.date(), "constitues", None, None)
    pilote.fenetre.session.accomplir(lambda d: d.accomplir("test", lambda _: Projet("x", (constitues,))))
    page = neuve(pilote, vote="college")
    assert not page.assemblee.colleges.isVisible()
    assert ag_de(pilote).convocation.motif_vote.startswith("les collèges sont constitués depuis le 12")


def test_ce_qui_est_contestable_reste_en_vue(pilote: Pilote) -> None:
    page = neuve(pilote, vote="college")
    assert "vote par collège est contestable" in avertis(page.assemblee)
    page = preparer(pilote, 3)
    assert "contestable" not in avertis(page.assemblee)  # the sitting is open: it is too late to change it


def test_une_assemblee_preparee_par_erreur_s_abandonne(pilote: Pilote) -> None:
    page = neuve(pilote)
    usuelles(pilote, page)
    numero = ag_de(pilote).numero
    cliquer(pilote, page.assemblee.abandon)
    boite = dialogue(page, DialogueAbandon)
    cliquer(pilote, boite.valider)
    assert boite.motif.issue is not None
    taper(pilote, boite.motif, "saisie deux fois")
    cliquer(pilote, boite.valider)
    dossier = pilote.fenetre.session.dossier
    assert numero not in dossier.assemblees
    assert dossier.prochaine_assemblee == numero + 1
    assert pilote.page.cle == "assemblees"
    assert pilote.fenetre.session.ag is None
    assert not preparer(pilote, 3).assemblee.abandon.isVisible()


# --- the agenda


def test_les_resolutions_usuelles_en_une_fois(pilote: Pilote) -> None:
    page = neuve(pilote)
    assert page.suite.text() == "Ajouter les résolutions usuelles…"
    cliquer(pilote, page.suite)
    boite = dialogue(page, DialogueUsuelles)
    assert boite.valider.text() == "Ajouter 8 à l’ordre du jour"
    cliquer(pilote, boite.cases[0].case)
    assert boite.valider.text() == "Ajouter 7 à l’ordre du jour"
    cliquer(pilote, boite.cases[0].case)
    cliquer(pilote, boite.valider)
    assert titres(pilote) == [
        "Approbation des comptes et du rapport de gestion",
        "Affectation du résultat",
        "Conventions réglementées",
        "Quitus à la gérance",
        "Élection d’un gérant",
        "Admission d’Ada Prunelle",
        "Pertes de la qualité d’associé",
        "Pouvoirs pour les formalités",
    ]
    assert page.suite.text() == "Passer à la convocation"
    etats = [p.etat.mot for p in page.ordre.modele.lignes_visibles()]
    assert etats[1] == "À compléter"
    assert etats[4] == "1\u00a0siège, aucun candidat"


def test_aucune_case_cochee_n_ajoute_rien(pilote: Pilote) -> None:
    page = neuve(pilote)
    page.ajouter_usuelles()
    boite = dialogue(page, DialogueUsuelles)
    for case in boite.cases:
        case.case.setChecked(False)
    assert not boite.valider.isEnabled()
    boite.reject()
    assert titres(pilote) == []


def test_glisser_change_l_ordre(pilote: Pilote) -> None:
    page = neuve(pilote)
    usuelles(pilote, page)
    avant = titres(pilote)
    glisser(pilote, page, 0, 2)
    assert titres(pilote) == [avant[1], avant[2], avant[0], *avant[3:]]
    glisser(pilote, page, 3, 0)
    assert titres(pilote)[0] == avant[3]
    assert page.ordre.rang() == 0  # the point that was moved is the one shown


def test_echap_abandonne_le_glissement(pilote: Pilote) -> None:
    page = neuve(pilote)
    usuelles(pilote, page)
    avant = titres(pilote)
    glisser(pilote, page, 0, 2, lacher=False)
    assert page.ordre.tire
    pilote.qtbot.keyClick(page.ordre, Qt.Key.Key_Escape)
    assert not page.ordre.tire
    assert titres(pilote) == avant


def test_un_petit_geste_n_est_pas_un_glissement(pilote: Pilote) -> None:
    page = neuve(pilote)
    usuelles(pilote, page)
    avant, vue = titres(pilote), page.ordre.viewport()
    ici = page.ordre.visualRect(page.ordre.modele.index(2, 0)).center()
    pilote.qtbot.mouseMove(vue, ici)
    assert vue.cursor().shape() == Qt.CursorShape.OpenHandCursor
    pilote.qtbot.mousePress(vue, Qt.MouseButton.LeftButton, pos=ici)
    pilote.qtbot.mouseMove(vue, ici + type(ici)(0, 2))
    pilote.qtbot.mouseRelease(vue, Qt.MouseButton.LeftButton, pos=ici)
    assert page.ordre.rang() == 2
    assert titres(pilote) == avant


def test_changer_l_ordre_au_clavier_et_aux_boutons(pilote: Pilote) -> None:
    page = neuve(pilote)
    usuelles(pilote, page)
    avant = titres(pilote)
    page.ordre.setFocus()
    page.ordre.choisir_rang(0)
    pilote.qtbot.keyClick(page.ordre, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # already first
    pilote.qtbot.keyClick(page.ordre, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titres(pilote)[:2] == [avant[1], avant[0]]
    assert page.ordre.rang() == 1
    cliquer(pilote, page.point.bouton_monter)
    assert titres(pilote) == avant
    assert not page.point.bouton_monter.isEnabled()
    cliquer(pilote, page.point.bouton_descendre)
    assert titres(pilote)[:2] == [avant[1], avant[0]]
    pilote.qtbot.keyClick(page.ordre, Qt.Key.Key_Down)
    assert page.ordre.rang() == 2


def test_retirer_puis_remettre(pilote: Pilote) -> None:
    page = neuve(pilote)
    usuelles(pilote, page)
    page.ordre.choisir_rang(2)
    pilote.qtbot.keyClick(page.ordre, Qt.Key.Key_Delete)
    assert "Conventions réglementées" not in titres(pilote)
    assert "retirée de l’ordre du jour" in pilote.banniere
    assert page.remettre.toolTip() == "Remettre à l’ordre du jour\u00a0: Conventions réglementées"
    cliquer(pilote, page.remettre)
    assert titres(pilote)[-1] == "Conventions réglementées"
    assert not page.remettre.isVisible()


def test_retirer_la_seule_resolution(pilote: Pilote) -> None:
    page = preparer(pilote, 4)
    cliquer(pilote, page.point.bouton_retirer)
    assert titres(pilote) == []
    assert "Ordre du jour vide" in pilote.textes()
    cliquer(pilote, page.remettre)
    assert titres(pilote) == ["Prêt participatif"]


# --- one resolution


def test_une_resolution_libre(pilote: Pilote) -> None:
    page = preparer(pilote, 4)
    cliquer(pilote, page.ajouter)
    boite = dialogue(page, DialogueResolution)
    assert boite.objet.valeur() == "autre"
    cliquer(pilote, boite.valider)
    assert boite.titre_.issue is not None  # a title is wanted
    taper(pilote, boite.titre_, "Charte")
    taper(pilote, boite.texte, "Adopter la charte.")
    choisir(boite.regle, "extraordinaire")
    assert "assemblée extraordinaire" in avertis(boite)  # competence, said before it is recorded
    cliquer(pilote, boite.valider)
    ajoutee = ag_de(pilote).resolutions[-1]
    assert (ajoutee.titre, ajoutee.texte, ajoutee.regle) == ("Charte", "Adopter la charte.", "extraordinaire")
    assert page.ordre.rang() == 1
    assert "mixte" in avertis(page.point)


def test_une_admission_ecrit_son_texte(pilote: Pilote) -> None:
    page = preparer(pilote, 4)
    page.ajouter_resolution()
    boite = dialogue(page, DialogueResolution)
    choisir(boite.objet, "admission")
    cliquer(pilote, boite.valider)
    assert boite.concerne.issue is not None
    pilote.qtbot.keyClicks(boite.concerne.controle, "prun")
    assert boite.titre_.texte() == "Admission d’Ada Prunelle"
    assert "catégorie 2 (Usagers)" in boite.texte.texte()
    pilote.qtbot.keyClick(boite.titre_.controle, Qt.Key.Key_Return)
    ajoutee = ag_de(pilote).resolutions[-1]
    assert (ajoutee.concerne, ajoutee.regle) == (30, "admission")


def test_un_avis_va_au_college_qui_recoit(pilote: Pilote) -> None:
    page = preparer(pilote, 4)
    page.ajouter_resolution()
    boite = dialogue(page, DialogueResolution)
    choisir(boite.objet, "avis")
    pilote.qtbot.keyClicks(boite.concerne.controle, "prun")
    assert boite.college.valeur() == "PP"
    cliquer(pilote, boite.valider)
    assert ag_de(pilote).resolutions[-1].college == "PP"
    assert "vote seul" in pilote.textes(page.point)


def test_une_revocation_ne_propose_que_les_gerants(pilote: Pilote) -> None:
    page = preparer(pilote, 4)
    page.ajouter_resolution()
    boite = dialogue(page, DialogueResolution)
    choisir(boite.objet, "revocation")
    assert boite.concerne.reponses("") == ()  # the mandate is over on that day
    choisir(boite.objet, "exclusion")
    assert len(boite.concerne.reponses("")) == 22
    boite.reject()


def test_une_election_veut_des_sieges_et_des_candidats(pilote: Pilote) -> None:
    page = preparer(pilote, 4)
    page.ajouter_resolution()
    boite = dialogue(page, DialogueResolution)
    choisir(boite.objet, "election")
    taper(pilote, boite.sieges, "0")
    cliquer(pilote, boite.valider)
    assert boite.sieges.issue is not None
    taper(pilote, boite.sieges, "2")
    assert boite.titre_.texte() == "Élection de deux gérants"
    cliquer(pilote, boite.valider)
    assert "Aucun candidat pour 2\u00a0sièges" in pilote.textes(page.point)
    cliquer(pilote, page.point.bouton_candidat)
    candidat = dialogue(page, DialogueCandidat)
    cliquer(pilote, candidat.valider)
    assert candidat.qui.issue is not None
    assert not candidat.qui.reponses("caisse")  # natural persons alone
    pilote.qtbot.keyClicks(candidat.qui.controle, "marjol")
    choisir(candidat.par, "SB")
    cliquer(pilote, candidat.valider)
    assert ag_de(pilote).tous(Candidature)[-1].presente_par == "SB"
    assert "Inès Marjolaine" in pilote.textes(page.point)
    page.presenter()
    assert not dialogue(page, DialogueCandidat).qui.reponses("marjol")
    dialogue(page, DialogueCandidat).reject()
    annuler = [b for b in page.point.findChildren(Bouton) if "candidature d" in b.accessibleName()]
    cliquer(pilote, annuler[0])
    motif = dialogue(page, DialogueAnnulation)
    taper(pilote, motif.motif, "se retire")
    cliquer(pilote, motif.valider)
    assert ag_de(pilote).tous(Candidature) == ()


def test_une_affectation_propose_ses_reserves(pilote: Pilote) -> None:
    page = neuve(pilote)
    usuelles(pilote, page)
    page.ordre.choisir_rang(1)
    page.ordre.setFocus()
    pilote.qtbot.keyClick(page.ordre, Qt.Key.Key_Return)
    boite = dialogue(page, DialogueResolution)
    montants = boite.montants.champs
    cliquer(pilote, boite.valider)
    assert "Indiquer ce montant" in montants["resultat"].note.text()
    taper(pilote, montants["resultat"], "14188")
    taper(pilote, montants["reserve_legale_avant"], "6000")
    taper(pilote, montants["reserve_statutaire_avant"], "7982")
    assert montants["dotation_legale"].texte() == "2128,20"
    assert montants["dotation_statutaire"].texte() == "12059,80"
    taper(pilote, montants["dotation_legale"], "2128")
    assert montants["dotation_statutaire"].texte() == "12060"
    assert "arrondi à l’euro est admis" in avertis(boite)
    taper(pilote, montants["dotation_legale"], "100")
    cliquer(pilote, boite.valider)
    assert montants["dotation_legale"].issue is not None
    assert montants["dotation_legale"].issue.code == "RESERVE_LEGALE"
    taper(pilote, montants["dotation_legale"], "2128")
    cliquer(pilote, boite.valider)
    ag = ag_de(pilote)
    assert ag.tous(Affectation)[-1].dotation_statutaire == "12060"
    assert "2\u202f128\u00a0€" in ag.resolutions[1].texte
    page.modifier_point()
    assert dialogue(page, DialogueResolution).montants.champs["resultat"].texte() == "14188"


def test_modifier_garde_le_brouillon(pilote: Pilote) -> None:
    page = preparer(pilote, 4)
    cliquer(pilote, page.point.bouton_modifier)
    boite = dialogue(page, DialogueResolution)
    taper(pilote, boite.titre_, "Prêt de juin")
    boite.reject()
    assert titres(pilote) == ["Prêt participatif"]
    page.modifier_point()
    boite = dialogue(page, DialogueResolution)
    assert boite.titre_.texte() == "Prêt de juin"
    assert boite.texte.texte() == "L’assemblée autorise un prêt participatif."
    cliquer(pilote, boite.valider)
    assert titres(pilote) == ["Prêt de juin"]


# --- locked, second consultation


def test_partie_l_assemblee_se_lit_et_dit_pourquoi(pilote: Pilote) -> None:
    page = preparer(pilote, 3)
    assert "La séance est ouverte." in pilote.textes()
    assert not page.point.barre.isVisible()
    assert not page.assemblee.bouton.isVisible()
    avant = titres(pilote)
    glisser(pilote, page, 0, 2)
    page.ordre.setFocus()
    pilote.qtbot.keyClick(page.ordre, Qt.Key.Key_Delete)
    pilote.qtbot.keyClick(page.ordre, Qt.Key.Key_Return)
    assert titres(pilote) == avant
    assert page.dialogue is None
    assert page.commandes() == ()


def test_la_seconde_consultation(pilote: Pilote) -> None:
    from tests.ui.gestes_seconde import clore

    clore(pilote)
    pilote.fenetre.aller("preparer", NouvelleAssemblee(suite_de=3))
    page = pilote.page
    boite = page.dialogue  # type: ignore[attr-defined]
    assert isinstance(boite, DialogueSeconde)
    assert "Adhésion à un réseau" in avertis(boite)
    assert "au moins 15" in avertis(boite)
    cliquer(pilote, boite.valider)
    assert boite.jour.issue is not None
    taper(pilote, boite.jour, "12/6/2026")
    cliquer(pilote, boite.valider)
    assert any(issue.code == "CONSULTATION" for issue in boite.formulaire.restes.issues)
    taper(pilote, boite.jour, "3/7/2026")
    assert "17\u00a0juin\u00a02026" in avertis(boite)
    assert "18\u00a0juin\u00a02026" in avertis(boite)
    cliquer(pilote, boite.valider)
    ag = ag_de(pilote)
    assert (ag.convocation.consultation, ag.convocation.suite_de, titres(pilote)) == (2, 3, ["Adhésion à un réseau"])
    textes = pilote.textes()
    assert any("Première consultation\u00a0: Rejetée" in t for t in textes)
    assert not page.point.bouton_modifier.isVisible()  # type: ignore[attr-defined]
    with pilote.qtbot.waitSignal(page.demande) as demande:
        cliquer(pilote, page.assemblee.voir_premiere)  # type: ignore[attr-defined]
    assert demande.args == ["resultats", 3]


def test_on_revient_ou_l_on_etait(pilote: Pilote) -> None:
    page = neuve(pilote)
    usuelles(pilote, page)
    page.ordre.choisir_rang(3)
    souvenir = page.instantane()
    page.ordre.choisir_rang(0)
    page.restituer(souvenir)
    assert page.ordre.rang() == 3
    page.restituer("rien")
    assert page.ordre.rang() == 3
    assert {commande.mot for commande in page.commandes()} >= {"Ajouter une résolution…", "Résolutions usuelles…"}


def test_le_modele_tient_les_regles_de_qt(pilote: Pilote, qtmodeltester: object) -> None:
    page = neuve(pilote)
    usuelles(pilote, page)
    qtmodeltester.check(page.ordre.modele)  # type: ignore[attr-defined]


def test_une_cooperative_vide_prepare_quand_meme(pilote_nu: Pilote, tmp_path: Path) -> None:
    pilote_nu.ouvrir(fabrique.vide(tmp_path / "vide.scic"))
    page = neuve(pilote_nu)
    assert ag_de(pilote_nu).convocation.lieu == LIEU
    usuelles(pilote_nu, page)
    assert "Admission" not in " ".join(titres(pilote_nu))


@pytest.mark.parametrize("vote", ["tete", "college"])
def test_passer_a_la_convocation(pilote: Pilote, vote: str) -> None:
    page = neuve(pilote, vote=vote)
    usuelles(pilote, page)
    cliquer(pilote, page.suite)
    assert pilote.page.cle == "convoquer"
