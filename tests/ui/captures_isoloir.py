"""The isoloir, as pictures: its urn sealed, its desk, a voter, the end, the urn opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scicvote.scelles import phrase
from scicvote.ui.dialogs.confirmation import DialogueIssues
from scicvote.ui.dialogs.urne import DialoguePlacerUrne, DialogueSecours
from scicvote.ui.dialogs.urne_ouverture import DialogueOuvrirUrne
from scicvote.ui.isoloir import FenetreIsoloir
from scicvote.ui.isoloir_bulletin import PanneauChoix, PanneauFin, PanneauRevue
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.voter import PageVoter
from scicvote.ui.projection import EcranSalle
from tests.ui.captures_votes import Prete, Vue, choisir, ouvrir

PHRASE = "quatre lunes sur un étang"


def placer(page: PageVoter) -> DialogueSecours:
    """Seal the urn of the point in hand; the dialog of the recovery sheet."""
    page._choisir_mode("secret_isoloir")
    page.ouvrir_scrutin()
    dialogue = page.isoloir.dialogue
    assert isinstance(dialogue, DialoguePlacerUrne)
    dialogue.phrase.ligne.setText(PHRASE)
    dialogue.seconde.ligne.setText(PHRASE)
    dialogue.executer()
    for avertis in page.findChildren(DialogueIssues) + dialogue.findChildren(DialogueIssues):
        avertis.accept()
    return page.findChildren(DialogueSecours)[-1]


def entrer(page: PageVoter, fiche: DialogueSecours, taille: MainWindow) -> FenetreIsoloir:
    """The desk, at the size of the window."""
    fiche.faite.setChecked(True)
    fiche.accept()
    fenetre = page.isoloir.fenetre
    assert fenetre is not None
    fenetre.showNormal()
    fenetre.resize(taille.size())
    return fenetre


def voter(fenetre: FenetreIsoloir, *cles: str, rang: int = 0) -> None:
    """One vote of whoever is at this rank of the desk, as far as the deposit."""
    if fenetre.panneau is fenetre.bureau:
        fenetre.bureau.liste.setCurrentRow(rang)
        fenetre.bureau._appeler()
    panneau = fenetre.panneau
    assert isinstance(panneau, PanneauChoix)
    for bouton in panneau.choix:
        if bouton.cle in cles:
            bouton.click()
    panneau.suite.click()
    revue = fenetre.panneau
    assert isinstance(revue, PanneauRevue)
    revue.deposer.click()


def vues(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    """A resolution by college, from the phrase to the counts."""
    avant = phrase.MEMOIRE, phrase.PASSES
    phrase.MEMOIRE, phrase.PASSES = 64, 1  # a picture needs no strong key
    try:
        yield from _resolution(fenetre, prete, dossier)
        yield from _election(fenetre, prete, dossier)
    finally:
        phrase.MEMOIRE, phrase.PASSES = avant


def _resolution(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    page = ouvrir(fenetre, dossier / "isoloir.scic")
    page._choisir_mode("secret_isoloir")
    yield prete("isoloir-avant")
    page.ouvrir_scrutin()
    dialogue = page.isoloir.dialogue
    assert isinstance(dialogue, DialoguePlacerUrne)
    dialogue.phrase.ligne.setText("trop court")
    dialogue.executer()
    yield prete("isoloir-phrase", dialogue)
    dialogue.close()
    fiche = placer(page)
    fiche.cle.setText("\n".join(("7HQ2-01AB-C3DE-4FGH",) * 4))  # always the same picture
    yield prete("isoloir-secours", fiche)
    isoloir = entrer(page, fiche, fenetre)
    yield prete("isoloir-bureau", isoloir)
    isoloir.bureau.recherche.setText("mar")
    yield prete("isoloir-recherche", isoloir)
    isoloir.bureau.recherche.setText("prunier")
    isoloir.bureau._appeler()
    yield prete("isoloir-choix", isoloir)
    panneau = isoloir.panneau
    assert isinstance(panneau, PanneauChoix)
    panneau.choix[0].click()
    yield prete("isoloir-choisi", isoloir)
    panneau.suite.click()
    yield prete("isoloir-revue", isoloir)
    assert isinstance(isoloir.panneau, PanneauRevue)
    isoloir.panneau.deposer.click()
    yield prete("isoloir-depose", isoloir)
    assert isinstance(isoloir.panneau, PanneauFin)
    yield from _suite(page, isoloir, prete)


def _suite(page: PageVoter, isoloir: FenetreIsoloir, prete: Prete) -> Iterator[Vue]:
    salle = EcranSalle(page.session)
    salle.resize(isoloir.size())
    salle.show()
    yield prete("isoloir-salle", salle)
    salle.close()
    tour = 0
    while True:
        while isinstance(isoloir.panneau, PanneauFin):
            isoloir.panneau.suite.emit()
        if isoloir.panneau is isoloir.bureau and not isoloir.bureau._votants:
            break
        tour += 1
        voter(isoloir, ("pour", "pour", "contre")[tour % 3])
    yield prete("isoloir-complet", isoloir)
    isoloir.close()
    yield prete("isoloir-tous")
    page.suite()
    dialogue = page.isoloir.dialogue
    assert isinstance(dialogue, DialogueOuvrirUrne)
    dialogue.phrase.ligne.setText(PHRASE)
    yield prete("isoloir-ouvrir", dialogue)
    dialogue.executer()
    for avertis in dialogue.findChildren(DialogueIssues):
        avertis.accept()
    yield prete("isoloir-depouille")
    page.gestes.lancer("accord")
    yield prete("isoloir-accord", page.gestes.dialogue)
    assert page.gestes.dialogue is not None
    page.gestes.dialogue.executer()
    yield prete("isoloir-tu")


def _election(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    page = ouvrir(fenetre, dossier / "elire.scic")
    choisir(page, 4)
    fiche = placer(page)
    isoloir = entrer(page, fiche, fenetre)
    isoloir.bureau.recherche.setText("inès")
    isoloir.bureau._appeler()
    panneau = isoloir.panneau
    assert isinstance(panneau, PanneauChoix)
    panneau.choix[1].click()
    yield prete("isoloir-election", isoloir)
    panneau.suite.click()
    assert isinstance(isoloir.panneau, PanneauRevue)
    isoloir.panneau.deposer.click()
    yield prete("isoloir-autre-vote", isoloir)
    assert isinstance(isoloir.panneau, PanneauFin)
    isoloir.panneau.suite.emit()
    yield prete("isoloir-au-nom-de", isoloir)
    isoloir.panneau.annule.emit()  # type: ignore[union-attr]
    isoloir.close()
    yield prete("isoloir-en-cours")
    page.revenir()
    dialogue = page.isoloir.dialogue
    assert isinstance(dialogue, DialogueOuvrirUrne)
    dialogue.secours.case.setChecked(True)
    dialogue.code.ligne.setText("7HQ2")
    dialogue.executer()
    yield prete("isoloir-code-faux", dialogue)
    dialogue.close()
    page.gestes.lancer("nul")
    yield prete("isoloir-nul", page.gestes.dialogue)
    assert page.gestes.dialogue is not None
    page.gestes.dialogue.close()


SCENES = {"isoloir": vues}
