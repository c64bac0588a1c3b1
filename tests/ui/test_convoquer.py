"""Convening from the window: the list frozen, what leaves and when, what that locks, questions and excuses."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scicvote.core.faits import Envoi, Excuse, QuestionEcrite, ReponseQuestion
from scicvote.store.depot import Projet
from scicvote.ui.dialogs.annulation import DialogueAnnulation
from scicvote.ui.dialogs.envoi import DialogueEnvoi, DialogueListe, DialogueQuestion
from scicvote.ui.dialogs.noms_liste import DialogueNoms
from scicvote.ui.dialogs.seance import DialogueExcuse
from scicvote.ui.pages.convoquer import PageConvoquer
from scicvote.ui.widgets.icone import Bouton
from tests.ui import fabrique
from tests.ui.drivers import Pilote
from tests.ui.gestes_preparer import ag_de, avertis, choisir, cliquer, convoquer, dialogue, neuve, taper, usuelles

A_VENIR = 4  # 18 September 2026, by college, one resolution


def arreter(pilote: Pilote, page: PageConvoquer) -> None:
    """Freeze the list on its legal day."""
    page.arreter_liste()
    cliquer(pilote, dialogue(page, DialogueListe).valider)


def envoyer(pilote: Pilote, page: PageConvoquer, jour: str) -> None:
    page.envoyer("convocation")
    boite = dialogue(page, DialogueEnvoi)
    taper(pilote, boite.jour, jour)
    cliquer(pilote, boite.valider)


# --- the list


def test_l_apercu_de_la_liste_avant_qu_elle_soit_arretee(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    textes = pilote.textes(page.liste)
    assert "aperçu au 2\u00a0septembre\u00a02026" in textes  # the 16th day before the 18th
    assert [t for t in textes if t.endswith("\u00a0associés")] == [
        "7\u00a0associés",
        "8\u00a0associés",
        "7\u00a0associés",
        "22\u00a0associés",
    ]
    assert page.suite.text() == "Arrêter la liste…"
    assert not page.liste.reprendre.isVisible()


def test_les_noms_de_la_liste_se_lisent_et_se_copient(pilote: Pilote, qtmodeltester: object) -> None:
    page = convoquer(pilote, A_VENIR)
    cliquer(pilote, page.liste.voir)
    boite = page.dialogue
    assert isinstance(boite, DialogueNoms)
    qtmodeltester.check(boite.modele)  # type: ignore[attr-defined]
    assert boite.modele.rowCount() == 22
    assert pilote.lignes(boite.table)[0] == "Association du Grand Nulle-Part"
    pilote.qtbot.keyClicks(boite.recherche, "maraud")
    assert boite.modele.rowCount() == 0
    boite.recherche.clear()
    pilote.qtbot.keyClicks(boite.recherche, "pm")
    assert set(pilote.lignes(boite.table, "college")) == {"PM"}
    cliquer(pilote, boite.copier)
    assert "Caisse des Songes" in QApplication.clipboard().text()
    cliquer(pilote, boite.fermer)
    par_tete = neuve(pilote)
    assert par_tete.ag is not None
    suite = convoquer(pilote, par_tete.ag.numero)
    suite.voir_noms()
    assert isinstance(suite.dialogue, DialogueNoms)
    assert suite.dialogue.table.isColumnHidden(2)


def test_arreter_la_liste_au_seizieme_jour(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    cliquer(pilote, page.suite)
    boite = dialogue(page, DialogueListe)
    assert boite.jour.valeur() == date(2026, 9, 2)
    assert "22\u00a0associés à cette date" in avertis(boite)
    assert "n’est pas encore venu" in avertis(boite)  # it is June
    taper(pilote, boite.jour, "1/9/2026")
    assert "seizième jour avant la réunion" in avertis(boite)
    taper(pilote, boite.jour, "20/9/2026")
    cliquer(pilote, boite.valider)
    assert boite.jour.issue is not None
    assert boite.jour.issue.code == "LISTE_APRES"
    boite.jour.ligne.clear()
    cliquer(pilote, boite.valider)
    assert "Indiquer le jour" in boite.jour.note.text()
    taper(pilote, boite.jour, "2/9/2026")
    pilote.qtbot.keyClick(boite.jour.controle, Qt.Key.Key_Return)
    assert len(ag_de(pilote).liste) == 22
    assert any("arrêtée au 2\u00a0septembre\u00a02026" in t for t in pilote.textes(page.liste))
    assert page.suite.text() == "Enregistrer l’envoi des convocations…"


def test_une_liste_arretee_par_erreur_s_annule(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    arreter(pilote, page)
    cliquer(pilote, page.liste.reprendre)
    boite = dialogue(page, DialogueAnnulation)
    taper(pilote, boite.motif, "mauvais jour")
    cliquer(pilote, boite.valider)
    assert ag_de(pilote).liste_arretee is None
    assert page.suite.text() == "Arrêter la liste…"


def test_ce_qui_change_depuis_la_liste_est_dit(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    arreter(pilote, page)
    assert "Depuis que la liste" not in avertis(page.liste)
    depart = fabrique.mouvement(9, date(2026, 9, 5), "demission")
    entree = fabrique.mouvement(30, date(2026, 9, 6), "reprise", 1, "2")
    pilote.fenetre.session.accomplir(lambda d: d.accomplir("test", lambda _: Projet("x", (depart, entree))))
    dit = avertis(page.liste)
    assert "Noé Marguerite\u00a0: démission, le 5\u00a0septembre\u00a02026" in dit
    assert "Ada Prunelle\u00a0: associé depuis le 6\u00a0septembre\u00a02026. Ne vote pas" in dit


def test_sans_ordre_du_jour_on_y_retourne(pilote: Pilote) -> None:
    neuve(pilote)
    page = convoquer(pilote, ag_de(pilote).numero)
    assert page.suite.text() == "Écrire l’ordre du jour"
    cliquer(pilote, page.suite)
    assert pilote.page.cle == "preparer"


# --- dispatches


def test_l_envoi_verrouille_et_le_dit(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    arreter(pilote, page)
    cliquer(pilote, page.suite)
    boite = dialogue(page, DialogueEnvoi)
    assert any("ne changent plus" in t and "ordre du jour" in t for t in pilote.textes(boite))
    assert boite.valider.text() == "Enregistrer et verrouiller"
    assert "SANS_COLLEGE" not in avertis(boite)
    taper(pilote, boite.jour, "10/9/2026")
    assert "15 sont demandés" in avertis(boite)
    assert "L223-27" in avertis(boite)
    choisir(boite.mode, "courriel")
    assert "lettre recommandée" in avertis(boite)
    taper(pilote, boite.jour, "19/9/2026")
    cliquer(pilote, boite.valider)
    assert boite.jour.issue is not None  # after the assembly
    taper(pilote, boite.jour, "3/9/2026")
    choisir(boite.mode, "lettre recommandée")
    assert avertis(boite) == ""
    cliquer(pilote, boite.valider)
    ag = ag_de(pilote)
    assert ag.verrouillee
    assert not page.liste.reprendre.isVisible()
    assert any("le 3\u00a0septembre\u00a02026, par lettre recommandée" in t for t in pilote.textes(page.envois))
    assert page.suite.text() == "Passer à l’émargement"
    pilote.fenetre.aller("preparer")
    assert "Les convocations sont parties." in pilote.textes()
    convoquer(pilote, A_VENIR).envoyer("convocation")
    assert dialogue(page, DialogueEnvoi).valider.text() == "Enregistrer l’envoi"  # one more, nothing left to lock


def test_un_envoi_tardif_se_lit_encore(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    arreter(pilote, page)
    envoyer(pilote, page, "10/9/2026")
    assert "15 sont demandés" in avertis(page.envois)


def test_les_documents_de_l_assemblee_annuelle(pilote: Pilote) -> None:
    page = neuve(pilote, jour="30/6/2026")
    usuelles(pilote, page)
    suite = convoquer(pilote, ag_de(pilote).numero)
    arreter(pilote, suite)
    envoyer(pilote, suite, "15/6/2026")
    assert suite.suite.text() == "Enregistrer l’envoi des documents…"
    cliquer(pilote, suite.suite)
    boite = dialogue(suite, DialogueEnvoi)
    assert boite.pieces.texte().splitlines()[0] == "Comptes annuels de 2025"
    taper(pilote, boite.jour, "20/6/2026")
    assert "peut être annulée" in avertis(boite)
    boite.pieces.zone.clear()
    cliquer(pilote, boite.valider)
    assert boite.pieces.issue is not None
    boite.pieces.poser("Comptes\n\n  Rapport ")
    taper(pilote, boite.jour, "15/6/2026")
    cliquer(pilote, boite.valider)
    envoi = ag_de(pilote).envois("documents")[0]
    assert envoi.pieces == ("Comptes", "Rapport")
    assert "Comptes, Rapport" in pilote.textes(suite.envois)
    assert suite.suite.text() == "Passer à l’émargement"
    with pilote.qtbot.waitSignal(suite.demande) as demande:
        cliquer(pilote, suite.suite)
    assert demande.args == ["emarger", ag_de(pilote).numero]


def test_une_exclusion_veut_sa_convocation_speciale(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    assert not page.envois.speciale.isVisible()
    exclusion = fabrique.resolution(22, A_VENIR, 2, "Exclusion", "Exclure.", "exclusion")
    exclusion = type(exclusion)(
        **{n: getattr(exclusion, n) for n in exclusion.__slots__} | {"objet": "exclusion", "concerne": 5}
    )
    pilote.fenetre.session.accomplir(lambda d: d.accomplir("test", lambda _: Projet("x", (exclusion,))))
    cliquer(pilote, page.envois.speciale)
    boite = dialogue(page, DialogueEnvoi)
    assert boite.qui.valeur() == 5
    boite.qui.ligne.clear()
    cliquer(pilote, boite.valider)
    assert boite.qui.issue is not None
    boite.qui.poser(5)
    cliquer(pilote, boite.valider)
    assert [e.destinataire for e in ag_de(pilote).envois("convocation_speciale")] == [5]
    assert "Convocation spéciale de Paul Genêt" in pilote.textes(page.envois)
    assert not ag_de(pilote).verrouillee


def test_un_college_s_envoie_par_tout_moyen(pilote: Pilote) -> None:
    college = fabrique.convocation(8, "college", fabrique.datetime(2026, 6, 20, 9, 0), False, None)
    college = type(college)(**{n: getattr(college, n) for n in college.__slots__} | {"college": "PM"})
    point = fabrique.resolution(80, 8, 1, "Choix", "Choisir.", "decision_college")
    pilote.fenetre.session.accomplir(lambda d: d.accomplir("test", lambda _: Projet("x", (college, point))))
    page = convoquer(pilote, 8)
    assert any("par tout moyen" in t for t in pilote.textes(page.dates))
    arreter(pilote, page)
    assert len(ag_de(pilote).liste) == 7
    page.envoyer("convocation")
    boite = dialogue(page, DialogueEnvoi)
    assert boite.mode.valeur() == "courriel"
    assert avertis(boite) == ""


# --- questions and excuses


def test_une_question_ecrite(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    cliquer(pilote, page.questions.bouton)
    boite = dialogue(page, DialogueQuestion)
    cliquer(pilote, boite.valider)
    assert boite.qui.issue is not None
    taper(pilote, boite.qui, "verveine")
    cliquer(pilote, boite.valider)
    assert boite.texte.issue is not None  # a question without words
    taper(pilote, boite.texte, "Où va la réserve ?")
    boite.reject()
    page.noter_question()
    boite = dialogue(page, DialogueQuestion)
    assert boite.texte.texte() == "Où va la réserve ?"  # its draft
    taper(pilote, boite.recue, "30/9/2026")
    cliquer(pilote, boite.valider)
    assert boite.recue.issue is not None
    taper(pilote, boite.recue, "10/6/2026")
    pilote.qtbot.keyClick(boite.texte.controle, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (question,) = ag_de(pilote).tous(QuestionEcrite)
    assert "À répondre en séance" in pilote.textes(page.questions)
    reponse = ReponseQuestion(question.question, A_VENIR, fabrique.datetime(2026, 9, 18, 18, 5), "À l’atelier.")
    pilote.fenetre.session.accomplir(lambda d: d.accomplir("test", lambda _: Projet("x", (reponse,))))
    assert "Répondue en séance" in pilote.textes(page.questions)


def test_une_question_notee_par_erreur_s_annule(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    question = QuestionEcrite(1, A_VENIR, 7, date(2026, 6, 10), "Pourquoi ?")
    pilote.fenetre.session.accomplir(lambda d: d.accomplir("test", lambda _: Projet("x", (question,))))
    annuler = [
        b for b in page.questions.findChildren(Bouton) if b.accessibleName().startswith("Annuler la question de Tom")
    ]
    cliquer(pilote, annuler[0])
    boite = dialogue(page, DialogueAnnulation)
    taper(pilote, boite.motif, "doublon")
    cliquer(pilote, boite.valider)
    assert ag_de(pilote).tous(QuestionEcrite) == ()


def test_les_excuses_viennent_apres_la_liste(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    assert not page.excuses.bouton.isVisible()
    assert "Arrêter d’abord la liste des associés." in pilote.textes(page.excuses)
    arreter(pilote, page)
    cliquer(pilote, page.excuses.bouton)
    boite = dialogue(page, DialogueExcuse)
    taper(pilote, boite.formulaire.champ("associe"), "verveine")
    cliquer(pilote, boite.valider)
    assert [e.associe for e in ag_de(pilote).tous(Excuse)] == [7]
    assert "Tom Verveine" in pilote.textes(page.excuses)


# --- the page


def test_les_papiers_s_apercoivent(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    arreter(pilote, page)
    boutons = [b for b in page.papiers.findChildren(Bouton) if "Feuille de présence" in b.accessibleName()]
    assert dict(page.genres()).keys() >= {"feuille-presence", "liste-associes"}
    assert "proces-verbal" not in dict(page.genres())  # only the sitting makes it
    with pilote.qtbot.waitSignal(page.papier) as papier:
        cliquer(pilote, boutons[0])
    titre, fichier, composer = papier.args
    assert (titre, fichier) == ("Feuille de présence", "feuille-presence-2026-09-18.pdf")
    octets, _issues = composer(lambda _fait, _total: True)
    assert octets[:5] == b"%PDF-"


def test_ce_que_la_palette_offre(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    mots = [commande.mot for commande in page.commandes()]
    assert mots[:2] == ["Arrêter la liste…", "Question reçue…"]
    assert "Imprimer\u00a0: Feuille de présence" in mots
    arreter(pilote, page)
    assert "Excuse reçue…" in [commande.mot for commande in page.commandes()]


def test_une_assemblee_close_se_lit(pilote: Pilote) -> None:
    page = convoquer(pilote, 1)
    assert page.commandes() == ()
    for bouton in (page.envois.convocation, page.envois.documents, page.questions.bouton, page.excuses.bouton):
        assert not bouton.isVisible()
    assert len(ag_de(pilote).tous(Envoi)) == 1
    cliquer(pilote, page.suite)
    assert pilote.page.cle == "resultats"


def test_sans_assemblee_rien_ne_se_fait(pilote: Pilote) -> None:
    page = convoquer(pilote, A_VENIR)
    pilote.fenetre.session.choisir_assemblee(None)
    page.actualiser()
    for geste in (page.continuer, page.arreter_liste, page.noter_question, page.excuser, page.annuler_liste):
        geste()
    page.envoyer("convocation")
    page.imprimer("feuille-presence")
    assert page.dialogue is None
    assert page.boutons() == ()
