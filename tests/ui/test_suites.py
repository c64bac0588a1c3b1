"""What follows the votes, on the page where they are declared: each dialog filled from its vote, and done once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scicvote.core.faits import Mandat, Mouvement, SuiteNotee
from scicvote.core.suite_vote import Geste, SuiteVote
from scicvote.core.suites_vote import suites_vote
from scicvote.exchange.poids_statuts import avec_poids
from scicvote.exchange.statuts import statuts_de_texte, texte_fourni
from scicvote.ui.demandes import NouvelleAssemblee
from scicvote.ui.dialogs import suites as dialogues
from scicvote.ui.dialogs.confirmation import Confirmation
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.editeur_statuts import PageEditeurStatuts
from scicvote.ui.pages.proclamer import PageProclamer
from tests.ui import fabrique, fabrique_suites
from tests.ui.drivers import Pilote
from tests.ui.fabrique_votes import ecrire

JOUR = date(2026, 6, 12)
Ouvrir = Callable[..., "PiloteSuites"]


class PiloteSuites(Pilote):
    """Drives the page of one assembly whose votes are all declared."""

    numero: int

    @property
    def proclamer(self) -> PageProclamer:
        return self._page(PageProclamer)

    def etat(self, debut: str) -> str:
        """Where a follow-up stands by the file, by the beginning of its key."""
        return str(self.suite(debut).etat)

    def suite(self, debut: str) -> SuiteVote:
        dossier = self.fenetre.session.dossier
        return next(s for s in suites_vote(dossier, dossier.assemblees[self.numero]) if s.cle.startswith(debut))

    def presser(self, debut: str) -> DialogueActe:
        """The button of a follow-up; its dialog."""
        self.proclamer.suites.boutons[self.suite(debut).cle].click()
        dialogue = self.proclamer.dialogue
        assert isinstance(dialogue, DialogueActe)
        return dialogue


@pytest.fixture
def ouvrir(qtbot: QtBot, fenetre: MainWindow, tmp_path: Path) -> Ouvrir:
    def faire(close: bool = True, signee: bool = False) -> PiloteSuites:
        numero = fabrique_suites.creer(tmp_path / "suites.scic", close, signee)
        pilote = PiloteSuites(qtbot, fenetre)
        pilote.numero = numero
        assert pilote.ouvrir(tmp_path / "suites.scic")
        fenetre.session.choisir_assemblee(numero)
        fenetre.aller("proclamer", numero)
        return pilote

    return faire


def test_a_closed_assembly_shows_first_what_follows(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    textes = pilote.textes()
    assert textes.index("Ce qui suit") < textes.index("Décisions")
    assert "11 à faire" in textes
    assert "Porter l’admission d’Ada Prunelle au registre" in textes
    assert "Résolution 3 · Statuts, art. 13" in textes
    mots = [commande.mot for commande in pilote.proclamer.commandes()]
    assert "Commencer le mandat d’Alix Marronnier" in mots
    assert "Finir le mandat d’Inès Marjolaine, non réélue" not in mots


def test_an_open_sitting_shows_it_below_what_is_decided(ouvrir: Ouvrir) -> None:
    textes = ouvrir(close=False).textes()
    assert textes.index("Décisions") < textes.index("Ce qui suit")
    assert "Déposer au greffe les comptes de l’exercice 2025" not in textes


def test_an_admission_enters_the_register_even_once_minutes_are_signed(ouvrir: Ouvrir) -> None:
    pilote = ouvrir(signee=True)
    dialogue = pilote.presser("admission:")
    assert isinstance(dialogue, dialogues.SuiteMouvement)
    assert (dialogue.nature.valeur(), dialogue.jour.valeur()) == ("admission", JOUR)
    assert dialogue.assemblee.valeur() == str(pilote.numero)
    dialogue.executer()
    assert pilote.etat("admission:") == "fait"
    assert pilote.banniere == "Admission, Ada Prunelle, 12\u00a0juin\u00a02026."
    ecrit = pilote.fenetre.session.dossier.registre.mouvements[-1]
    assert ecrit == Mouvement(30, JOUR, "admission", 0, "", None, pilote.numero, "")


def test_parts_are_subscribed_then_paid(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    assert pilote.proclamer.suites.boutons[pilote.suite("liberation:").cle].text() == "Souscrire…"
    dialogue = pilote.presser("liberation:")
    assert isinstance(dialogue, dialogues.SuiteMouvement)
    dialogue.executer()
    assert dialogue.parts.issue is not None  # the number is wanted
    dialogue.parts.poser(3)
    dialogue.executer()
    assert pilote.proclamer.suites.boutons[pilote.suite("liberation:").cle].text() == "Libérer…"
    suite = pilote.presser("liberation:")
    assert isinstance(suite, dialogues.SuiteMouvement)
    assert (suite.nature.valeur(), suite.parts.valeur()) == ("liberation", 3)
    suite.executer()
    assert pilote.etat("liberation:") == "fait"


def test_what_was_typed_is_kept_when_the_dialog_is_left(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    dialogue = pilote.presser("exclusion:")
    assert isinstance(dialogue, dialogues.SuiteMouvement)
    dialogue.piece.ligne.setText("lettre recommandée fictive")
    dialogue.reject()
    repris = pilote.presser("exclusion:")
    assert isinstance(repris, dialogues.SuiteMouvement)
    assert repris.piece.valeur() == "lettre recommandée fictive"
    assert repris.jour.valeur() == JOUR
    repris.executer()
    assert pilote.etat("exclusion:") == "fait"


def test_the_mandate_of_the_elected(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    dialogue = pilote.presser("mandat:")
    assert isinstance(dialogue, dialogues.SuiteMandat)
    assert (dialogue.associe.valeur(), dialogue.debut.valeur(), dialogue.fin.valeur()) == (10, JOUR, date(2027, 6, 12))
    dialogue.executer()
    assert pilote.fenetre.session.dossier.tous(Mandat)[-1] == Mandat(10, JOUR, date(2027, 6, 12), pilote.numero)
    assert pilote.etat("mandat:") == "fait"


def test_colleges_then_a_president(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    pilote.presser("colleges:").executer()
    assert pilote.etat("colleges:") == "fait"
    presidence = next(
        s for s in pilote.proclamer.suites.suites if s.cle.startswith("presidence:") and s.college == "PM"
    )
    dialogue = pilote.presser(presidence.cle)
    assert isinstance(dialogue, dialogues.SuitePresidence)
    dialogue.president.poser(17)
    dialogue.executer()
    assert pilote.etat(presidence.cle) == "fait"
    assert pilote.etat("presidence:205:SB") == "fait"  # it had one


def test_the_weights_that_were_voted_are_in_force_from_the_morrow(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    dialogue = pilote.presser("poids:")
    assert isinstance(dialogue, dialogues.SuitePoids)
    assert dialogue.effet.valeur() == date(2026, 6, 13)
    assert next(e.libelle for e in dialogue.changements) == "Statuts du"
    dialogue.executer()
    assert pilote.etat("poids:") == "fait"
    statuts = pilote.fenetre.session.dossier.statuts_au(date(2026, 6, 13))
    assert [c.poids for c in statuts.colleges] == [45, 30, 25]
    assert "# pour cent, art. 22" in pilote.fenetre.session.dossier.actes[-1].faits[0].texte  # type: ignore[attr-defined]


def test_statutes_are_written_in_the_editor_and_bound_to_the_vote(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    cle = pilote.suite("statuts:").cle
    pilote.proclamer.suites.boutons[cle].click()
    editeur = pilote.page
    assert isinstance(editeur, PageEditeurStatuts)
    assert editeur.sous_titre() == "suite du vote\u00a0: AG mixte du 12\u00a0juin\u00a02026"
    editeur.edition.ebauche.poser("delais.convocation_jours", 21)
    editeur.edition.toucher()
    editeur.enregistrer()
    assert isinstance(editeur.dialogue, DialogueActe)
    editeur.dialogue.executer()
    assert pilote.page.cle == "proclamer"
    assert pilote.etat("statuts:") == "fait"
    notes = pilote.fenetre.session.dossier.tous(SuiteNotee)
    assert [(note.assemblee, note.cle) for note in notes] == [(pilote.numero, cle)]


def test_a_version_written_later_answers_no_vote(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    pilote.proclamer.suites.boutons[pilote.suite("statuts:").cle].click()
    pilote.fenetre.aller("accueil")
    pilote.fenetre.aller("statuts_editeur")
    editeur = pilote.page
    assert isinstance(editeur, PageEditeurStatuts)
    assert "suite du vote" not in editeur.sous_titre()


def test_a_formality_is_noted_with_its_document(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    dialogue = pilote.presser("depot")
    assert isinstance(dialogue, dialogues.DialogueNote)
    dialogue.motif.poser("récépissé fictif n°\u00a04")
    dialogue.executer()
    assert pilote.etat("depot") == "fait"
    assert any("récépissé fictif" in texte for texte in pilote.textes())


def test_without_object_wants_a_reason(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    pilote.proclamer.suites.boutons_note[pilote.suite("admission:").cle].click()
    dialogue = pilote.proclamer.dialogue
    assert isinstance(dialogue, dialogues.DialogueNote)
    assert dialogue.etat.valeur() == "sans_objet"
    dialogue.jour.poser(None)
    dialogue.executer()
    dialogue.jour.poser(JOUR)
    dialogue.executer()
    assert dialogue.motif.issue is not None
    dialogue.motif.poser("la candidate renonce")
    dialogue.executer()
    assert pilote.etat("admission:") == "sans_objet"


def test_without_object_or_noted_done_for_what_the_file_cannot_see(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    pilote.proclamer.suites.boutons_note[pilote.suite("statuts:").cle].click()
    dialogue = pilote.proclamer.dialogue
    assert isinstance(dialogue, dialogues.DialogueNote)
    assert dialogue.etat.valeur() == "fait"
    dialogue.etat.combo.setCurrentIndex(1)
    assert dialogue.motif._aide == "Pourquoi il n’y a rien à faire."


def test_a_second_consultation_is_prepared(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    with pilote.qtbot.waitSignal(pilote.proclamer.demande) as demande:
        pilote.proclamer.suites.boutons["seconde"].click()
    assert demande.args == ["preparer", NouvelleAssemblee(suite_de=pilote.numero)]


def test_somebody_unknown_is_said(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    inconnu = replace(pilote.suite("admission:"), associe=999)
    pilote.proclamer.suivre(inconnu)
    assert pilote.banniere.startswith("Cette personne n’est pas au registre")


def test_a_revocation_ends_the_mandate_that_ran(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    session = pilote.fenetre.session
    ag = session.dossier.assemblees[pilote.numero]
    suite = replace(
        pilote.suite("mandat:"), cle=f"revocation:{ag.numero}:1", geste=Geste.FIN_MANDAT,
        associe=1, debut=JOUR,
    )  # fmt: skip
    dialogue = dialogues.dialogue_de(session, ag, suite, pilote.proclamer)
    assert isinstance(dialogue, dialogues.SuiteFinMandat)
    assert (dialogue.jour.valeur(), dialogue.motif.valeur()) == (JOUR, "révocation")
    dialogue.executer()
    assert dialogue.formulaire.restes.issues[0].code == "SUITE"  # no vote calls for it


def test_a_candidate_is_presented_once_it_is_confirmed(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    depot = pilote.fenetre.session.depot
    ag = depot.dossier.prochaine_assemblee
    designe = replace(
        fabrique.resolution(501, pilote.numero, 9, "Candidature", "Le collège présente.", "designation_candidat"),
        objet="designation",
        concerne=10,
        college="PP",
    )
    ecrire(depot, designe, *fabrique.voter(501, designe, fabrique_suites.HEURE, {"PP": (7, 0, 0)}, "adoptee"))
    election = fabrique.resolution(502, ag, 1, "Élection", "L’assemblée élit.", "election_gerance", 1)
    ecrire(depot, fabrique.convocation(ag, "ordinaire", datetime(2026, 9, 1, 18), True, None), election)
    pilote.fenetre.page.actualiser()
    pilote.proclamer.suivre(replace(pilote.suite("presentation:"), cible=None, phrase="Aucune élection n’est prévue."))
    assert pilote.banniere == "Aucune élection n’est prévue."
    pilote.proclamer.suites.boutons["presentation:501:10"].click()
    dialogue = pilote.proclamer.dialogue
    assert isinstance(dialogue, Confirmation)
    dialogue.accept()
    assert pilote.etat("presentation:501:10") == "fait"
    assert pilote.banniere == "Candidature d’Alix Marronnier, présentée par le collège PP."


def test_the_first_page_lists_what_is_left_and_leads_to_it(ouvrir: Ouvrir) -> None:
    pilote = ouvrir()
    pilote.fenetre.aller("accueil")
    pilote.qtbot.waitUntil(lambda: "Suites des votes" in pilote.textes())
    assert "Porter l’exclusion de François Œillet au registre" in pilote.textes()
    with pilote.qtbot.waitSignal(pilote.accueil.demande) as demande:
        pilote.cliquer("Voir")
    assert demande.args == ["proclamer", pilote.numero]


def test_weights_are_written_in_the_text_of_the_statutes() -> None:
    texte = texte_fourni("cliss-xxi")
    neuf = avec_poids(texte, {"SB": Fraction(100, 3), "XX": Fraction(1)}, JOUR)
    assert 'poids = "100/3"' in neuf
    assert "date         = 2026-06-12" in neuf
    assert len(neuf.splitlines()) == len(texte.splitlines())
    lu = statuts_de_texte(avec_poids(texte, {"SB": Fraction(50), "PP": Fraction(25), "PM": Fraction(25)}, JOUR)).statuts
    assert lu is not None
    assert ([c.poids for c in lu.colleges], lu.date) == ([50, 25, 25], JOUR)
