"""Check-in held by the keyboard alone, and by the mouse: arrivals, proxies, departures, the bureau, the opening."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scicvote.actes import preparation, registre, seance
from scicvote.core.faits import Bureau, Excuse, Invite, Pouvoir, Presence
from scicvote.ui.dialogs.bureau import DialogueBureau
from scicvote.ui.dialogs.pouvoir import DialogueDecision, DialoguePouvoir, DialogueRetrait
from scicvote.ui.dialogs.presence import DialogueDepart, DialogueInvite
from scicvote.ui.dialogs.seance import DialogueReprise
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.emarger import PageEmarger
from tests.ui import fabrique, fabrique_seance
from tests.ui.drivers import Pilote
from tests.ui.gestes_emarger import PiloteEmarger
from tests.ui.guetteur import LIMITE, etalon

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
AG = 5


@pytest.fixture(scope="module")
def modele_seance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    chemin = tmp_path_factory.mktemp("emarger") / "fabrique.scic"
    assert fabrique_seance.creer(chemin) == AG
    return chemin


@pytest.fixture
def chemin(tmp_path: Path, modele_seance: Path) -> Path:
    copie = tmp_path / "fabrique.scic"
    copie.write_bytes(modele_seance.read_bytes())
    return copie


@pytest.fixture
def page(qtbot: QtBot, fenetre: MainWindow, chemin: Path) -> PiloteEmarger:
    pilote = Pilote(qtbot, fenetre)
    pilote.ouvrir(chemin)
    return PiloteEmarger(pilote, AG)


def accomplir(page: PiloteEmarger, acte: object) -> None:
    fait = page.fenetre.session.accomplir(acte)  # type: ignore[arg-type]
    assert fait is not None
    assert fait.accepte, [issue.ligne() for issue in fait.issues]


# --- arrivals by the keyboard


def test_trois_lettres_entree_present(page: PiloteEmarger) -> None:
    assert page.page.saisie.hasFocus()
    assert page.total() == "0 présent ou représenté sur 22"
    page.taper("aub")
    assert page.noms() == ["Aubépine Noa"]
    assert page.mention() == "1\u00a0associé sur 22"
    page.entree()
    assert page.ag.assistance.presents[12].heure == fabrique.MAINTENANT
    assert page.page.saisie.text() == ""
    assert page.page.saisie.hasFocus()
    assert page.mention() == "✓ Noa Aubépine, là à 19:14."
    assert page.ligne(12).mot == "Présent"
    assert page.total() == "1 présent ou représenté sur 22"
    assert page.compteur("PP") == ("1", "sur 8", "1\u00a0présent", "")
    assert page.gestes() == ["Noa Aubépine arrivé"]


def test_personne_n_est_devine(page: PiloteEmarger) -> None:
    """Three names begin alike: Enter keeps the list and asks; a second Enter, or an arrow, answers."""
    page.arrive("mar")
    assert page.ag.assistance.presents == {}
    assert page.page.saisie.text() == "mar"
    assert page.mention() == "3\u00a0réponses\u00a0: ↓, ou encore Entrée"
    page.touche(Qt.Key.Key_Down)
    page.entree()
    assert list(page.ag.assistance.presents) == [1]
    page.arrive("mar")
    page.entree()
    assert list(page.ag.assistance.presents) == [1, 9]
    page.arrive("mar")  # one is left
    assert list(page.ag.assistance.presents) == [1, 9, 10]


def test_deja_la_se_dit(page: PiloteEmarger) -> None:
    page.arrive("aub")
    page.arrive("aub")
    assert page.mention() == "Noa Aubépine est déjà là depuis 19:14."
    assert len(page.ag.assistance.presents) == 1
    assert page.page.saisie.selectedText() == "aub"


def test_entree_sans_rien_ne_fait_rien(page: PiloteEmarger) -> None:
    page.entree()
    assert page.mention() == "Taper trois lettres du nom."
    page.arrive("zzz")
    assert page.mention() == "Personne ne répond."
    assert page.ag.assistance.presents == {}


def test_les_fleches_choisissent_et_echap_efface(page: PiloteEmarger) -> None:
    page.touche(Qt.Key.Key_Down)
    page.touche(Qt.Key.Key_Down)
    page.touche(Qt.Key.Key_Up)
    assert page.page.liste.rang() == 0
    assert page.page.a_la_main
    page.touche(Qt.Key.Key_Escape)
    assert page.page.liste.rang() == -1
    page.taper("tam")
    page.touche(Qt.Key.Key_Escape)
    assert (page.page.saisie.text(), len(page.noms())) == ("", 22)
    page.touche(Qt.Key.Key_PageDown)
    assert page.page.liste.rang() == 5


def test_deux_cents_personnes_au_clavier_seul(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    """Each gesture, letters and Enter, holds the window less than the watcher's limit, whatever the crowd."""
    chemin = tmp_path / "grande.scic"
    numero = fabrique_seance.creer(chemin, de_plus=200)
    pilote = Pilote(qtbot, fenetre)
    pilote.ouvrir(chemin)
    page = PiloteEmarger(pilote, numero)
    relectures = []
    page.page.liste.modele.modelReset.connect(lambda: relectures.append(page.page.saisie.text()))
    durees = []
    for rang in range(200):
        nom, prenom = fabrique_seance.nom(rang)
        for lettre in nom[:3].lower():
            debut = time.thread_time()
            page.taper(lettre)
            QApplication.processEvents()
            durees.append(time.thread_time() - debut)
        debut = time.thread_time()
        page.entree()
        QApplication.processEvents()
        durees.append(time.thread_time() - debut)
        assert page.mention().startswith(f"✓ {prenom} {nom}"), (rang, page.mention())
    assert len(page.ag.assistance.presents) == 200
    assert page.total() == "200 présents ou représentés sur 222"
    assert sorted(durees)[len(durees) * 99 // 100] < LIMITE * etalon()
    assert len(relectures) <= 200 * 4  # letters and the field emptied; never because of an act


def test_une_heure_fixee_a_la_main_reste(page: PiloteEmarger) -> None:
    page.page.heure.setFocus()
    page.page.heure.selectAll()
    page.pilote.taper("18h02")
    assert page.page.heure.fixe
    page.entree()
    assert page.page.saisie.hasFocus()
    page.arrive("aub")
    page.arrive("tam")
    assert {f"{p.heure:%H:%M}" for p in page.ag.assistance.presents.values()} == {"18:02"}
    page.page.lire_horloge()
    assert page.page.heure.text() == "18h02"
    page.page.heure.setFocus()
    page.touche(Qt.Key.Key_Escape)
    assert (page.page.heure.text(), page.page.heure.fixe) == ("19:14", False)


def test_une_heure_incomprise_arrete_l_arrivee(page: PiloteEmarger) -> None:
    page.page.heure.setFocus()
    page.page.heure.selectAll()
    page.pilote.taper("soir")
    assert "Ce n’est pas une heure" in page.page.heure.accessibleDescription()
    page.arrive("aub")
    assert page.page.heure.hasFocus()
    assert page.mention() == "L’heure d’arrivée n’est pas comprise."
    assert page.ag.assistance.presents == {}
    page.page.heure.liberer()
    page.entree()
    page.entree()
    assert 12 in page.ag.assistance.presents


def test_l_heure_suit_l_horloge(page: PiloteEmarger, monkeypatch: pytest.MonkeyPatch) -> None:
    plus_tard = fabrique.MAINTENANT.replace(hour=19, minute=40)
    monkeypatch.setattr(page.fenetre.session, "_horloge", lambda: plus_tard)
    page.page.lire_horloge()
    assert page.page.heure.text() == "19:40"


# --- legal persons


def test_une_personne_morale_dit_qui_la_represente(page: PiloteEmarger) -> None:
    """Statuts 21-4: the card proposes who; no document is a warning, shown once before it is passed over."""
    page.arrive("songes")
    panneau = page.page.panneau
    assert panneau.isVisible()
    assert panneau.representant.texte() == "Alix Prunier, présidente"
    assert panneau.piece.controle.hasFocus()
    page.entree()
    assert panneau.piece.issue is not None
    assert "Aucune pièce" in panneau.piece.note.text()
    page.pilote.taper("délibération")
    page.entree()
    assert not panneau.isVisible()
    assert page.ag.assistance.presents[21].piece == "délibération"
    assert page.page.saisie.hasFocus()
    assert page.compteur("PM")[2:] == ("1\u00a0présent", "")


def test_sans_piece_apres_l_avertissement(page: PiloteEmarger) -> None:
    page.arrive("songes")
    page.entree()
    page.entree()
    assert page.ag.assistance.presents[21].piece == ""


def test_un_representant_manquant_se_dit_sur_son_champ(page: PiloteEmarger) -> None:
    page.arrive("songes")
    page.page.panneau.representant.ligne.clear()
    page.cliquer(page.page.panneau.present)
    issue = page.page.panneau.representant.issue
    assert issue is not None
    assert issue.code == "REPRESENTANT"
    page.touche(Qt.Key.Key_Escape)
    assert not page.page.panneau.isVisible()
    assert page.page.saisie.hasFocus()
    page.entree()
    assert page.page.panneau.representant.texte() == ""  # the draft


def test_une_personne_la_pour_elle_et_pour_une_autre(page: PiloteEmarger) -> None:
    """One human, two votes and no proxy (statuts 21-4)."""
    page.arrive("aub")
    page.arrive("songes")
    panneau = page.page.panneau
    panneau.representant.ligne.setText("Noa Aubépine, trésorier")
    panneau.representant.controle.setFocus()
    page.entree()
    page.pilote.taper("pouvoir du conseil")
    page.entree()
    assert set(page.ag.assistance.presents) == {12, 21}
    page.arrive("songes")
    assert "déjà là" in page.mention()
    page.fenetre.session.accomplir(lambda depot: seance.partir(depot, AG, 21, fabrique.MAINTENANT))
    page.page.saisie.clear()
    page.arrive("songes")
    assert panneau.note.isVisible()  # the last representative is on the list
    assert panneau.piece.texte() == "pouvoir du conseil"


# --- proxies


def pouvoir(page: PiloteEmarger, mandant: str, mandataire: str) -> DialoguePouvoir:
    page.taper(mandant)
    page.touche(Qt.Key.Key_P, ALT)
    dialogue = page.dialogue()
    assert isinstance(dialogue, DialoguePouvoir)
    assert dialogue.mandataire.controle.hasFocus()
    page.pilote.taper(mandataire)
    return dialogue


def test_un_pouvoir_par_p(page: PiloteEmarger) -> None:
    page.arrive("aub")
    page.touche(Qt.Key.Key_Down)
    page.page.liste.choisir_rang(page.noms().index("Camarine Ugo"))
    page.touche(Qt.Key.Key_P)
    dialogue = page.dialogue()
    assert isinstance(dialogue, DialoguePouvoir)
    assert dialogue.mandant.texte() == "Camarine Ugo (PP)"
    page.pilote.taper("aub")
    assert dialogue.decision.isHidden()
    page.entree()
    assert [p.mandataire for p in page.ag.assistance.representes.values()] == [12]
    assert page.ligne(13).mot == "Pouvoir à Noa Aubépine"
    assert page.ligne(12).detail.endswith("porte 1\u00a0pouvoir")
    assert page.compteur("PP") == ("2", "sur 8", "1\u00a0présent", "1\u00a0représenté")
    assert page.mention() == "✓ Ugo Camarine donne pouvoir à Noa Aubépine."
    assert [ligne.etat for ligne in page.page.pouvoirs.lignes] == ["compte"]


def test_p_et_d_sont_des_lettres_tant_que_personne_n_est_choisi(page: PiloteEmarger) -> None:
    page.taper("p")
    assert page.page.saisie.text() == "p"
    page.page.saisie.clear()
    page.taper("d")
    assert page.page.gestes.dialogue is None


def test_recu_avant_son_porteur_il_attend(page: PiloteEmarger) -> None:
    pouvoir(page, "camar", "aub")
    page.entree()
    assert page.ligne(13).mot == "Pouvoir reçu, attend Noa Aubépine"
    assert page.total() == "0 présent ou représenté sur 22"
    assert page.page.pouvoirs.lignes[0].suite == "Reçu, attend le mandataire"
    page.arrive("aub")
    assert page.total() == "2 présents ou représentés sur 22"
    assert page.page.pouvoirs.lignes[0].etat == "compte"


def test_les_articles_se_contredisent_le_president_decide(page: PiloteEmarger) -> None:
    """Statuts 23 and 26, C. com. L223-28: never refused, shown with the three articles, decided then or later."""
    page.arrive("aub")
    dialogue = pouvoir(page, "verv", "aub")
    assert not dialogue.decision.isHidden()
    (issue,) = dialogue.avertis.issues
    assert issue.articles == ("statuts 23", "statuts 26", "C. com. L223-28")
    page.entree()
    (ligne,) = page.page.pouvoirs.lignes
    assert [i.code for i in ligne.issues] == ["POUVOIR_AUTRE_COLLEGE"]
    assert page.page.volets.onglets["pouvoirs"].accessibleName() == "Pouvoirs 1, 1 à décider"
    assert page.compteur("SB") == ("1", "sur 7", "0\u00a0présent", "1\u00a0représenté")  # counts in the giver's college
    page.cliquer_mot("Décider…")
    decision = page.dialogue()
    assert isinstance(decision, DialogueDecision)
    assert decision.motif.valeur() == "admis par le président, statuts, art. 23"
    decision.motif.ligne.clear()
    decision.valider.click()
    assert decision.motif.issue is not None
    decision.motif.poser("admis (art. 23)")
    decision.valider.click()
    assert page.ag.assistance.representes[7].decision == "admis (art. 23)"
    assert page.page.pouvoirs.lignes[0].issues == ()
    assert page.page.volets.onglets["pouvoirs"].accessibleName() == "Pouvoirs 1"


def test_le_president_ecarte_un_pouvoir(page: PiloteEmarger) -> None:
    page.arrive("aub")
    pouvoir(page, "verv", "aub")
    page.entree()
    page.cliquer_mot("Décider…")
    decision = page.dialogue()
    assert isinstance(decision, DialogueDecision)
    decision.sens.combo.setCurrentIndex(1)
    assert decision.motif.valeur() == "écarté par le président, statuts, art. 26"
    decision.heure.poser_texte("")
    decision.valider.click()
    assert decision.heure.issue is not None
    decision.heure.poser_texte("19h15")
    decision.valider.click()
    assert page.ag.assistance.pouvoirs == {}
    assert page.page.pouvoirs.lignes[0].suite.startswith("Tombé à 19:15")


def test_un_conjoint_qui_n_est_pas_associe(page: PiloteEmarger) -> None:
    dialogue = pouvoir(page, "verv", "")
    dialogue.nom_conjoint.ligne.setText("Max Conjoint")
    assert not dialogue.decision.isHidden()
    dialogue.decision.poser("admis, art. 23")
    dialogue.valider.click()
    (donne,) = page.ag.assistance.pouvoirs.values()
    assert (donne.mandataire, donne.conjoint, donne.lien_conjoint) == (None, "Max Conjoint", True)
    assert donne.decision == "admis, art. 23"
    assert page.ligne(7).mot == "Pouvoir à Max Conjoint"


def test_un_conjoint_associe(page: PiloteEmarger) -> None:
    dialogue = pouvoir(page, "tilleul ro", "tam")
    dialogue.conjoint.case.setChecked(True)
    dialogue.valider.click()
    (donne,) = page.ag.assistance.pouvoirs.values()
    assert (donne.mandataire, donne.lien_conjoint) == (6, True)


def test_un_pouvoir_refuse_dit_pourquoi(page: PiloteEmarger) -> None:
    dialogue = pouvoir(page, "camar", "")
    page.entree()
    assert dialogue.mandataire.issue is not None
    assert dialogue.mandataire.issue.code == "MANDATAIRE"
    page.pilote.taper("camar")
    page.entree()
    assert "soi-même" in dialogue.mandataire.note.text()
    dialogue.heure.poser_texte("")
    dialogue.valider.click()
    assert dialogue.heure.issue is not None
    dialogue.mandant.ligne.setText("zz")
    dialogue.valider.click()
    assert dialogue.mandant.issue is not None
    dialogue.reject()
    assert page.ag.assistance.pouvoirs == {}


def test_un_pouvoir_donne_deux_fois(page: PiloteEmarger) -> None:
    pouvoir(page, "camar", "aub")
    page.entree()
    page.page.gestes.lancer("pouvoir")
    dialogue = page.dialogue()
    assert isinstance(dialogue, DialoguePouvoir)
    dialogue.mandant.poser(13)
    dialogue.mandataire.poser(6)
    dialogue.valider.click()
    assert dialogue.mandant.issue is not None
    assert dialogue.mandant.issue.code == "POUVOIR_DEJA"


def test_qui_arrive_remet_le_pouvoir_qu_il_porte(page: PiloteEmarger) -> None:
    page.arrive("aub")
    page.cliquer_ligne("Aubépine Noa")
    page.cliquer(page.page.liste.gestes.pouvoir)
    dialogue = page.dialogue()
    assert isinstance(dialogue, DialoguePouvoir)
    assert dialogue.mandataire.texte() == "Aubépine Noa (PP)"
    assert dialogue.mandant.controle.hasFocus()
    page.pilote.taper("camar")
    page.entree()
    assert [(p.mandant, p.mandataire) for p in page.ag.assistance.pouvoirs.values()] == [(13, 12)]
    page.taper("camar")
    page.touche(Qt.Key.Key_P, ALT)
    assert isinstance(page.dialogue(), DialogueRetrait)


def test_retirer_un_pouvoir(page: PiloteEmarger) -> None:
    page.arrive("aub")
    pouvoir(page, "camar", "aub")
    page.entree()
    retirer = next(
        b
        for b in page.page.pouvoirs.findChildren(type(page.page.pouvoirs.ajouter))
        if b.accessibleName() == "Retirer le pouvoir de Ugo Camarine"
    )
    page.cliquer(retirer)
    dialogue = page.dialogue()
    assert isinstance(dialogue, DialogueRetrait)
    assert "à Noa Aubépine" in dialogue.titre.text()
    dialogue.heure.poser_texte("")
    dialogue.valider.click()
    assert dialogue.heure.issue is not None
    dialogue.heure.poser_texte("19h20")
    dialogue.valider.click()
    assert page.ag.assistance.pouvoirs == {}
    assert page.page.pouvoirs.lignes[0].suite == "Tombé à 19:20\u00a0: retiré par le mandant"


def test_le_mandant_arrive_son_pouvoir_tombe(page: PiloteEmarger) -> None:
    page.arrive("aub")
    pouvoir(page, "camar", "aub")
    page.entree()
    page.arrive("camar")
    assert page.mention() == "✓ Ugo Camarine, là à 19:14. Son pouvoir tombe."
    assert "le pouvoir qu’il avait donné tombe" in page.pilote.banniere
    assert page.compteur("PP") == ("2", "sur 8", "2\u00a0présents", "")


# --- departures, excuses, guests


def test_un_depart_par_d(page: PiloteEmarger) -> None:
    page.arrive("aub")
    pouvoir(page, "camar", "aub")
    page.entree()
    page.taper("aub")
    page.touche(Qt.Key.Key_Down)
    page.touche(Qt.Key.Key_D)
    dialogue = page.dialogue()
    assert isinstance(dialogue, DialogueDepart)
    assert any("Ugo Camarine" in issue.phrase for issue in dialogue.avertis.issues)
    page.entree()
    assert page.ag.assistance.presents == {}
    assert page.ligne(12).mot == "Parti"
    assert page.ligne(13).mot == "Attendu"
    assert page.total() == "0 présent ou représenté sur 22"
    page.arrive("aub")
    assert page.ligne(12).mot == "Présent"  # back again


def test_qui_n_est_pas_la_ne_part_pas(page: PiloteEmarger) -> None:
    page.taper("aub")
    page.touche(Qt.Key.Key_D, ALT)
    assert page.mention() == "Noa Aubépine n’est pas là."
    page.page.saisie.clear()
    page.touche(Qt.Key.Key_D, ALT)
    assert page.mention() == "Choisir d’abord quelqu’un dans la liste."


def test_qui_est_la_ne_s_excuse_pas(page: PiloteEmarger) -> None:
    page.arrive("aub")
    page.taper("aub")
    page.touche(Qt.Key.Key_E, ALT)
    assert page.mention() == "Noa Aubépine est là."
    assert page.ag.tous(Excuse) == ()


def test_excuser_par_e(page: PiloteEmarger) -> None:
    page.taper("lav")
    page.touche(Qt.Key.Key_E, ALT)
    assert [e.associe for e in page.ag.tous(Excuse)] == [16]
    assert page.ligne(16).mot == "Excusée"
    assert page.page.volets.onglets["invites"].text() == "Sans voix 1"


def test_qui_n_est_pas_sur_la_liste_peut_etre_invite(page: PiloteEmarger) -> None:
    page.taper("ada prunelle")
    assert "Personne ne répond à «\u00a0ada prunelle\u00a0»" in page.pilote.textes()
    page.cliquer_mot("Inviter sans voix…")
    dialogue = page.dialogue()
    assert isinstance(dialogue, DialogueInvite)
    assert dialogue.nom.valeur() == "Ada Prunelle"
    dialogue.valider.click()
    assert [i.nom for i in page.ag.tous(Invite)] == ["Ada Prunelle"]
    assert page.page.saisie.text() == ""


# --- taking back


def test_annuler_un_geste_par_la_souris_puis_au_clavier(page: PiloteEmarger) -> None:
    page.arrive("aub")
    page.arrive("tam")
    page.cliquer(page.page.derniers.lignes[1].bouton)
    assert list(page.ag.assistance.presents) == [6]
    assert page.mention() == "✓ Annulé\u00a0: Noa Aubépine, arrivé."
    assert page.ligne(12).mot == "Attendu"
    page.touche(Qt.Key.Key_Z, CTRL)
    assert page.ag.assistance.presents == {}
    assert page.gestes() == []
    page.touche(Qt.Key.Key_Z, CTRL)
    assert page.total() == "0 présent ou représenté sur 22"


def test_ce_qui_porte_un_vote_ne_s_annule_plus(page: PiloteEmarger) -> None:
    page.arrive("marjo")
    officiers = Bureau(AG, fabrique.MAINTENANT, 1, "Sacha Camomille", (), "")
    accomplir(page, lambda depot: seance.constituer_bureau(depot, officiers))
    accomplir(page, lambda depot: seance.ouvrir_seance(depot, AG, fabrique.MAINTENANT))
    from scicvote.actes import vote

    accomplir(page, lambda depot: vote.ouvrir_scrutin(depot, AG, 90, "main_levee", fabrique.MAINTENANT))
    page.cliquer(page.page.derniers.lignes[0].bouton)
    assert page.issues() == ["ACTE_UTILISE"]
    assert 1 in page.ag.assistance.presents


# --- the bureau and the opening


def test_le_bureau_puis_l_ouverture(page: PiloteEmarger) -> None:
    assert page.page.principal.text() == "Constituer le bureau"
    for lettres in ("marjo", "camom", "verv"):
        page.arrive(lettres)
    page.cliquer(page.page.principal)
    dialogue = page.dialogue()
    assert isinstance(dialogue, DialogueBureau)
    assert dialogue.president.texte() == "Marjolaine Inès (SB)"
    assert dialogue.motif.isHidden()
    page.entree()
    assert dialogue.secretaire.issue is not None
    dialogue.secretaire.ligne.setText("Sacha Camomille")
    dialogue.scrutateurs[0].ligne.setText("verv")
    dialogue.valider.click()
    bureau = page.ag.bureau
    assert bureau is not None
    assert (bureau.president, bureau.secretaire, bureau.scrutateurs) == (1, "Sacha Camomille", (7,))
    assert "Scrutateur" in " ".join(quoi for _, quoi in page.page.bureau.lignes or ())
    assert page.page.principal.text() == "Ouvrir la séance"
    page.cliquer(page.page.principal)
    assert page.ag.ouverte
    assert page.page.principal.text() == "Passer aux votes"
    demandes: list[tuple[str, object]] = []
    page.page.demande.connect(lambda cle, argument: demandes.append((cle, argument)))
    page.cliquer(page.page.principal)
    assert demandes == [("voter", AG)]


def test_un_president_qui_n_est_pas_gerant_dit_pourquoi(page: PiloteEmarger) -> None:
    """C. com. R223-23: somebody else than a gérant takes the chair, and the minutes say why."""
    page.arrive("verv")
    page.page.suite()
    dialogue = page.dialogue()
    assert isinstance(dialogue, DialogueBureau)
    dialogue.valider.click()
    assert dialogue.president.issue is not None
    dialogue.president.ligne.setText("verv")
    assert not dialogue.motif.isHidden()
    assert [issue.code for issue in dialogue.avertis.issues] == ["PRESIDENT"]
    dialogue.motif.ligne.setText("gérante empêchée, choisi par l’assemblée")
    dialogue.secretaire.ligne.setText("Jo Tamaris")
    assert dialogue.avertis.issues == ()
    dialogue.heure.poser_texte("")
    dialogue.valider.click()
    assert dialogue.heure.issue is not None
    dialogue.heure.poser_texte("19h00")
    dialogue.valider.click()
    bureau = page.ag.bureau
    assert bureau is not None
    assert bureau.motif_president == "gérante empêchée, choisi par l’assemblée"
    page.page.gestes.lancer("bureau")
    encore = page.dialogue()
    assert isinstance(encore, DialogueBureau)
    assert encore.motif.valeur() == bureau.motif_president


def test_ce_qui_manque_avant_l_ouverture_se_demande_une_fois(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> None:
    chemin = tmp_path / "non_convoquee.scic"
    with fabrique.ouvrir(chemin) as depot:
        fabrique_seance.preparer(depot, convoquee=False)
        preparation.arreter_liste(depot, AG, fabrique_seance.ARRETEE, "la gérance")
    pilote = Pilote(qtbot, fenetre)
    pilote.ouvrir(chemin)
    page = PiloteEmarger(pilote, AG)
    page.arrive("marjo")
    officiers = Bureau(AG, fabrique.MAINTENANT, 1, "Sacha Camomille", (), "")
    accomplir(page, lambda depot: seance.constituer_bureau(depot, officiers))
    page.cliquer(page.page.principal)
    assert not page.ag.ouverte
    assert page.accepter() == ["NON_CONVOQUEE"]
    assert page.ag.ouverte


def test_suspendre_reprendre_et_clore(page: PiloteEmarger) -> None:
    page.arrive("marjo")
    officiers = Bureau(AG, fabrique.MAINTENANT, 1, "Sacha Camomille", (), "")
    accomplir(page, lambda depot: seance.constituer_bureau(depot, officiers))
    accomplir(page, lambda depot: seance.ouvrir_seance(depot, AG, fabrique.MAINTENANT))
    assert {"suspension", "incident"} <= {entree.cle for entree in page.page.gestes.entrees()}
    accomplir(page, lambda depot: seance.suspendre(depot, AG, fabrique.MAINTENANT, "pause"))
    assert page.page.principal.text() == "Reprendre la séance"
    page.cliquer(page.page.principal)
    dialogue = page.dialogue()
    assert isinstance(dialogue, DialogueReprise)
    dialogue.valider.click()
    assert not page.ag.suspendue
    accomplir(page, lambda depot: seance.clore_seance(depot, AG, fabrique.MAINTENANT))
    assert not page.page.saisie.isEnabled()
    assert page.page.principal.text() == "Procès-verbal"
    assert page.ligne(12).mot == "Absent"
    assert page.page.gestes.entrees() == ()
    assert page.page.commandes() == ()
    assert any("La séance est close depuis 19:14" in t for t in page.pilote.textes())
    page.page.faire("present")
    page.page.actualiser()
    assert page.page.premier_focus() is page.page.liste


# --- the mouse, the menus


def test_une_ligne_choisie_a_la_souris(page: PiloteEmarger) -> None:
    page.cliquer_ligne("Aubépine Noa")
    page.cliquer(page.page.liste.gestes.present)
    assert 12 in page.ag.assistance.presents
    page.cliquer_ligne("Camarine Ugo")
    page.cliquer(page.page.liste.gestes.pouvoir)
    assert isinstance(page.dialogue(), DialoguePouvoir)
    page.dialogue().reject()
    page.cliquer_ligne("Aubépine Noa")
    assert not page.page.liste.gestes.present.isVisible()
    page.cliquer(page.page.liste.gestes.depart)
    assert isinstance(page.dialogue(), DialogueDepart)


def test_les_autres_gestes_d_une_ligne(page: PiloteEmarger) -> None:
    def mots(nom: str) -> list[str]:
        page.cliquer_ligne(nom)
        page.cliquer(page.page.liste.gestes.autres)
        menu = page.page.gestes.menu
        assert menu is not None
        menu.hide()
        return [action.text() for action in menu.actions()]

    page.arrive("aub")
    pouvoir(page, "camar", "aub")
    page.entree()
    assert mots("Aubépine Noa") == ["Porter un pouvoir…", "Noter le départ…"]
    assert mots("Camarine Ugo") == ["Retirer le pouvoir…", "Excuser"]
    assert mots("Tamaris Jo") == ["Donner un pouvoir…", "Excuser"]
    menu = page.page.gestes.menu
    assert menu is not None
    menu.actions()[1].trigger()
    assert [e.associe for e in page.ag.tous(Excuse)] == [6]


def test_le_clavier_dans_la_liste(page: PiloteEmarger) -> None:
    liste = page.page.liste
    liste.setFocus()
    assert page.page.a_la_main
    page.touche(Qt.Key.Key_Down)
    page.touche(Qt.Key.Key_Down)
    assert liste.choisie() is not None
    page.touche(Qt.Key.Key_Return)
    assert 12 in page.ag.assistance.presents
    liste.setFocus()
    page.touche(Qt.Key.Key_T)
    assert page.page.saisie.hasFocus()
    assert page.page.saisie.text() == "t"
    liste.choisir_rang(0)
    liste.setFocus()
    page.touche(Qt.Key.Key_P)
    assert isinstance(page.dialogue(), DialoguePouvoir)


def test_le_menu_de_la_seance(page: PiloteEmarger) -> None:
    page.cliquer(page.page.seance)
    menu = page.page.gestes.menu
    assert menu is not None
    assert [a.text() for a in menu.actions()] == [
        "Constituer le bureau…",
        "Donner un pouvoir…",
        "Vote par correspondance…",
        "Inviter sans voix…",
        "Excuser…",
        "Déposer un document…",
    ]
    menu.hide()
    for cle in ("invite", "excuse", "document", "pouvoir"):
        page.page.gestes.lancer(cle)
        page.dialogue().reject()
    assert [c.mot for c in page.page.commandes()] == [a.text() for a in menu.actions()]
    page.page.commandes()[3].action()
    assert isinstance(page.dialogue(), DialogueInvite)


def test_les_gestes_de_la_seance_ouverte(page: PiloteEmarger) -> None:
    accomplir(
        page,
        lambda depot: preparation.poser_question(depot, AG, 10, fabrique_seance.ARRETEE, "Où va la réserve\u202f?"),
    )
    page.arrive("marjo")
    officiers = Bureau(AG, fabrique.MAINTENANT, 1, "Sacha Camomille", (), "")
    accomplir(page, lambda depot: seance.constituer_bureau(depot, officiers))
    accomplir(page, lambda depot: seance.ouvrir_seance(depot, AG, fabrique.MAINTENANT))
    for cle in ("suspension", "incident", "reponse"):
        assert cle in {entree.cle for entree in page.page.gestes.entrees()}
        page.page.gestes.lancer(cle)
        page.dialogue().reject()


# --- the list since it was frozen, the tabs, the paper


def test_ce_qui_a_change_depuis_la_liste(page: PiloteEmarger) -> None:
    """Statuts 12, 14, 21-1: who left does not vote, who came since does not either."""
    accomplir(
        page, lambda depot: registre.mouvementer(depot, fabrique.mouvement(7, fabrique_seance.ARRETEE, "demission"))
    )
    assert "Verveine Tom" not in page.noms()
    assert page.total().endswith("sur 21")
    page.page.volets.choisir("liste")
    textes = " ".join(page.pilote.textes(page.page.changements))
    assert "Tom Verveine" in textes
    assert "ne vote pas" in textes
    assert "Statuts, art.\u00a012, 14 et 21-1" in textes
    page.taper("verv")
    assert page.noms() == []


def test_entre_depuis_la_liste(page: PiloteEmarger) -> None:
    jour = fabrique_seance.ARRETEE.replace(day=30)
    for nature, parts in (("admission", 0), ("souscription", 1), ("liberation", 1)):
        acte = fabrique.mouvement(30, jour, nature, parts)
        accomplir(page, lambda depot, m=acte: registre.mouvementer(depot, m))
    assert any("Ada Prunelle" in qui for qui, _ in page.page.changements.lignes or ())
    assert page.page.volets.onglets["liste"].text() == "Liste 1"


def test_les_onglets_au_clavier(page: PiloteEmarger) -> None:
    page.page.volets.onglets["pouvoirs"].setFocus()
    page.touche(Qt.Key.Key_Right)
    assert page.page.volets.courant == "bureau"
    page.touche(Qt.Key.Key_Left)
    page.touche(Qt.Key.Key_Left)
    assert page.page.volets.courant == "liste"
    assert page.page.volets.onglets["liste"].hasFocus()
    page.page.volets.choisir("absent")
    assert page.page.volets.courant == "liste"
    page.page.bureau.boutons["bureau"].click()
    assert isinstance(page.dialogue(), DialogueBureau)


def test_la_feuille_de_presence(page: PiloteEmarger) -> None:
    page.arrive("aub")
    papiers: list[tuple[str, str, object]] = []
    page.page.papier.disconnect()
    page.page.papier.connect(lambda *arguments: papiers.append(arguments))
    page.cliquer(page.page.feuille)
    ((titre, fichier, composer),) = papiers
    assert (titre, fichier) == ("Feuille de présence", "feuille-presence-2026-06-12.pdf")
    octets, issues = composer(lambda _fait, _total: True)  # type: ignore[operator]
    assert octets.startswith(b"%PDF")
    assert issues == ()


# --- nothing to sign in


def test_sans_liste_arretee_on_mene_a_convoquer(page: PiloteEmarger) -> None:
    page.fenetre.aller("emarger", 4)
    assert "La liste des associés n’est pas encore arrêtée" in page.pilote.textes()
    assert page.page.principal.text() == "Convoquer"
    assert page.page.commandes() == ()
    demandes: list[tuple[str, object]] = []
    page.page.demande.connect(lambda cle, argument: demandes.append((cle, argument)))
    page.cliquer(page.page.principal)
    assert demandes == [("convoquer", 4)]
    page.page.restituer({"saisie": "x"})
    assert page.page.saisie.text() == ""


def test_sans_assemblee_on_mene_a_leur_liste(page: PiloteEmarger) -> None:
    page.fenetre.session.choisir_assemblee(None)
    page.page.actualiser()
    assert "Aucune assemblée n’est choisie" in page.pilote.textes()
    assert page.page.boutons() == ()
    page.page.faire("present")
    page.cliquer_mot("Les assemblées")
    assert page.fenetre.page.cle == "assemblees"


# --- leaving and coming back


def test_ce_qui_est_tape_et_choisi_se_retrouve(page: PiloteEmarger, chemin: Path) -> None:
    page.taper("mar")
    page.touche(Qt.Key.Key_Down)
    page.page.volets.choisir("invites")
    page.page.heure.poser("18h05")
    instantane = page.page.instantane()
    page.fenetre.fermer_fichier()
    page.pilote.ouvrir(chemin)
    assert isinstance(page.fenetre.page, PageEmarger)
    page.page.restituer(instantane)
    assert page.page.saisie.text() == "mar"
    choisie = page.page.liste.choisie()
    assert choisie is not None
    assert choisie.nom == "Marjolaine"
    assert page.page.a_la_main
    assert page.page.volets.courant == "invites"
    assert (page.page.heure.text(), page.page.heure.fixe) == ("18h05", True)
    page.page.restituer("autre chose")


def test_une_autre_assemblee_commence_a_neuf(page: PiloteEmarger) -> None:
    page.taper("mar")
    page.page.heure.poser("18h05")
    page.fenetre.aller("emarger", 1)
    page.fenetre.aller("emarger", AG)
    assert page.page.saisie.text() == "mar"  # the draft of this assembly
    assert not page.page.heure.fixe


def test_un_acte_fait_ailleurs_se_voit_au_retour(page: PiloteEmarger) -> None:
    page.fenetre.aller("associes")
    presence = Presence(AG, 12, fabrique.MAINTENANT, "arrivee", "", "")
    accomplir(page, lambda depot: seance.emarger(depot, presence))
    donne = Pouvoir(0, AG, 13, 12, "", False, fabrique.MAINTENANT, "")
    accomplir(page, lambda depot: seance.donner_pouvoir(depot, donne))
    page.fenetre.aller("emarger", AG)
    assert page.total() == "2 présents ou représentés sur 22"
    assert page.page.chercher()
    assert page.page.saisie.hasFocus()


def test_a_l_etroit_les_compteurs_tiennent_sur_une_ligne(page: PiloteEmarger) -> None:
    page.arrive("aub")
    page.fenetre.resize(720, 450)
    QApplication.processEvents()
    assert page.page.resume.isVisible()
    assert page.page.resume.text() == "1 présent ou représenté sur 22 · SB 0 sur 7 · PP 1 sur 8 · PM 0 sur 7"
    page.fenetre.resize(1440, 900)
    QApplication.processEvents()
    assert not page.page.resume.isVisible()


def test_a_l_etroit_le_champ_revient_sous_les_yeux(page: PiloteEmarger) -> None:
    page.fenetre.resize(720, 450)
    page.arrive("songes")
    page.pilote.taper("extrait")
    page.entree()
    QApplication.processEvents()
    assert 21 in page.ag.assistance.presents
    assert page.page.saisie.hasFocus()
    assert not page.page.saisie.visibleRegion().isEmpty()


def test_ce_qui_ne_tient_pas_dans_le_champ_se_dit_en_travers(page: PiloteEmarger) -> None:
    page.fenetre.resize(720, 450)
    QApplication.processEvents()
    pouvoir(page, "marelle", "nulle")
    page.entree()
    assert page.mention() == "✓ Enregistré"
    assert "Commune de Marelle-la-Fictive donne pouvoir à" in page.pilote.banniere


def test_un_refus_se_dit_sans_perdre_ce_qui_est_tape(page: PiloteEmarger) -> None:
    """An hour that is not of the day of the assembly cannot be recorded (C. com. R223-24)."""
    page.taper("aub")
    ligne = page.page.liste.choisie()
    assert ligne is not None
    refus = page.page.gestes.arriver(ligne, fabrique.MAINTENANT.replace(day=20))
    assert [issue.code for issue in refus] == ["HEURE"]
    page.page._refuser(refus)
    page.page._refuser((*refus, *refus))
    assert page.issues() == ["HEURE", "HEURE"]
    assert "Cette heure n’est pas celle du jour" in page.mention() + page.pilote.banniere
    assert (page.page.saisie.text(), page.ag.assistance.presents) == ("aub", {})


def test_the_next_name_takes_the_place_of_one_that_was_not_found(page: PiloteEmarger) -> None:
    page.taper("zzz")
    page.entree()
    page.taper("camo")
    assert page.page.saisie.text() == "camo"
