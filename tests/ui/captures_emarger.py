"""The states of check-in, as pictures: a file of its own, an evening where people come in."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scicvote.actes import preparation, registre, seance
from scicvote.core.faits import Bureau, Pouvoir, Presence
from scicvote.ui.dialogs.pouvoir import DialoguePouvoir
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.emarger import PageEmarger
from scicvote.ui.session import Session
from tests.ui import fabrique, fabrique_seance

Prete = Callable[..., tuple[str, QWidget]]
PRESENTS = (1, 10, 17, 7, 18, 2, 12, 21)


def arriver(session: Session, numero: int, associe: int, minute: int) -> None:
    moment = fabrique_seance.HEURE + timedelta(minutes=minute - 30)
    morale = 17 <= associe <= 23
    presence = Presence(
        numero,
        associe,
        moment,
        "arrivee",
        "Alix Prunier, présidente" if morale else "",
        "délibération" if morale else "",
    )
    session.accomplir(lambda depot: seance.emarger(depot, presence))


def donner(session: Session, numero: int, mandant: int, mandataire: int | None, decision: str = "") -> None:
    conjoint = "" if mandataire else "Max Conjoint"
    pouvoir = Pouvoir(0, numero, mandant, mandataire, conjoint, not mandataire, fabrique_seance.HEURE, decision)
    session.accomplir(lambda depot: seance.donner_pouvoir(depot, pouvoir))


def remplir(session: Session, numero: int) -> None:
    """A third of them are there; proxies, one of which waits for the chair and one for its holder."""
    for rang, associe in enumerate(PRESENTS):
        arriver(session, numero, associe, 20 + 2 * rang)
    for mandant, mandataire in ((13, 10), (11, 12), (5, 1), (3, 6), (8, 14)):
        donner(session, numero, mandant, mandataire)
    session.accomplir(lambda depot: preparation.excuser(depot, numero, 16))
    session.accomplir(lambda depot: seance.inviter(depot, numero, "Hector Valériane", "expert-comptable"))


def vues(fenetre: MainWindow, prete: Prete) -> Iterator[tuple[str, QWidget]]:
    """Every state, then the window as it was."""
    avant = fenetre.session.chemin if fenetre.session.ouverte else None
    with tempfile.TemporaryDirectory() as dossier:
        yield from vues_seules(fenetre, prete, Path(dossier))
        fenetre.fermer_fichier()
    if avant is not None:
        fenetre.ouvrir(avant)


def vues_seules(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[tuple[str, QWidget]]:
    """Every state, on files made for the pictures."""
    chemin = dossier / "fabrique.scic"
    numero = fabrique_seance.creer(chemin)
    fenetre.ouvrir(chemin)
    session = fenetre.session
    fenetre.aller("emarger", 4)
    yield prete("emarger-liste-non-arretee")
    fenetre.aller("emarger", numero)
    page = fenetre.page
    assert isinstance(page, PageEmarger)
    yield prete("emarger-depart")
    page.saisie.setText("mar")
    page._valider()
    yield prete("emarger-ambigu")
    page.saisie.clear()
    remplir(session, numero)
    yield prete("emarger-en-cours")
    page.saisie.setText("mar")
    yield prete("emarger-mar")
    page.saisie.setText("zzz")
    yield prete("emarger-personne")
    page.saisie.setText("foyer")
    page._valider()
    yield prete("emarger-morale")
    page._fermer_panneau()
    page.saisie.setText("tam")
    page._valider()
    yield prete("emarger-confirmation")
    demission = fabrique.mouvement(22, fabrique_seance.ARRETEE, "demission")
    session.accomplir(lambda depot: registre.mouvementer(depot, demission))
    for onglet in ("bureau", "invites", "liste"):
        page.volets.choisir(onglet)
        yield prete(f"emarger-{onglet}")
    page.volets.choisir("pouvoirs")
    page.gestes.donner_pouvoir(page.liste.modele.connue(15))
    dialogue = page.gestes.dialogue
    assert isinstance(dialogue, DialoguePouvoir)
    dialogue.mandataire.poser(2)
    dialogue.prevenir()
    yield prete("emarger-pouvoir", dialogue)
    dialogue.close()
    page.gestes.decider(page.pouvoirs.lignes[0].pouvoir)
    yield prete("emarger-decider", page.gestes.dialogue)
    page.gestes.dialogue.close()  # type: ignore[union-attr]
    page.gestes.constituer_bureau()
    yield prete("emarger-bureau-dialogue", page.gestes.dialogue)
    page.gestes.dialogue.close()  # type: ignore[union-attr]
    page.gestes.partir(page.liste.modele.connue(1))  # type: ignore[arg-type]
    yield prete("emarger-depart-dialogue", page.gestes.dialogue)
    page.gestes.dialogue.close()  # type: ignore[union-attr]
    officiers = Bureau(numero, fabrique_seance.HEURE, 1, "Sacha Camomille", (7, 10), "")
    session.accomplir(lambda depot: seance.constituer_bureau(depot, officiers))
    session.accomplir(lambda depot: seance.ouvrir_seance(depot, numero, fabrique_seance.HEURE))
    yield prete("emarger-ouverte")
    session.accomplir(lambda depot: seance.clore_seance(depot, numero, fabrique_seance.HEURE + timedelta(hours=2)))
    yield prete("emarger-close")
    grand = dossier / "grande.scic"
    numero = fabrique_seance.creer(grand, de_plus=180, par_college=False)
    fenetre.ouvrir(grand)
    fenetre.aller("emarger", numero)
    remplir(session, numero)
    yield prete("emarger-200")


SCENES = {"emarger": vues_seules}
