"""The states of the votes, as pictures: an evening where everything that can happen to a resolution happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scicvote.ui.dialogs.confirmation import DialogueIssues
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.proclamer import PageProclamer
from scicvote.ui.pages.voter import PageVoter
from scicvote.ui.projection import EcranSalle
from scicvote.ui.scene import scene_de
from tests.ui import fabrique_votes as votes
from tests.ui.fabrique_votes import comptes

Prete = Callable[..., tuple[str, QWidget]]
Vue = tuple[str, QWidget]


def ouvrir(fenetre: MainWindow, chemin: Path, **options: object) -> PageVoter:
    """A file of one's own, shown on the page of the votes."""
    numero = votes.creer(chemin, **options)  # type: ignore[arg-type]
    fenetre.ouvrir(chemin)
    fenetre.aller("voter", numero)
    assert isinstance(fenetre.page, PageVoter)
    return fenetre.page


def remplir(page: PageVoter, **voix: tuple[int, ...]) -> None:
    """Fill the grid: figures by body, in their order."""
    grille = page.carte.grille
    for code, chiffres in voix.items():
        corps = "*" if code == "TOUS" else code
        for figure, chiffre in zip(grille.figures, chiffres, strict=False):
            grille.cellules[corps, figure.cle].setText(str(chiffre))
    grille.change.emit()


def choisir(page: PageVoter, numero: int) -> None:
    page.ordre.choisir_rang(numero - 1)


def ouvrir_scrutin(page: PageVoter) -> None:
    """Open, whatever is to be known before."""
    page.ouvrir_scrutin()
    for dialogue in page.findChildren(DialogueIssues):
        dialogue.accept()


def vues(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    """By college."""
    page = ouvrir(fenetre, dossier / "votes.scic")
    yield prete("voter-avant")
    page.ouvrir_scrutin()
    yield prete("voter-ouvert")
    page.gestes.lancer("annuler")
    yield prete("voter-annuler", page.gestes.dialogue)
    assert page.gestes.dialogue is not None
    page.gestes.dialogue.close()
    remplir(page, SB=(6, 0, 0), PP=(6, 1, 0))
    yield prete("voter-reste")
    remplir(page, PM=(6, 0, 0))
    yield prete("voter-trop")
    page.clore()
    yield prete("voter-trop-dialogue", page.dialogue)
    assert page.dialogue is not None
    page.dialogue.close()
    remplir(page, PM=(5, 0, 0))
    yield prete("voter-apercu")
    page.clore()
    page.proclamer()
    choisir(page, 2)
    page.ouvrir_scrutin()
    remplir(page, SB=(4, 2, 0), PP=(4, 3, 0), PM=(3, 2, 0))
    page.clore()
    yield prete("voter-depouille")
    page.carte.contre_epreuve.click()
    yield prete("voter-contre-epreuve")
    remplir(page, SB=(4, 1, 1), PP=(3, 2, 2), PM=(1, 2, 2))
    page.clore()
    yield prete("voter-recompte")
    page.proclamer()
    yield prete("voter-proclamee")
    choisir(page, 3)
    yield prete("voter-convention")
    page.gestes.lancer("deport")
    yield prete("voter-deport", page.gestes.dialogue)
    assert page.gestes.dialogue is not None
    page.gestes.dialogue.executer()
    page._choisir_mode("appel_nominal")
    page.ouvrir_scrutin()
    page.carte.appel.champ.poser(2)
    page.carte.appel.contre.click()
    yield prete("voter-appel")
    page.clore()
    page.proclamer()
    choisir(page, 4)
    yield prete("voter-election")
    page.ouvrir_scrutin()
    remplir(page, SB=(6, 4, 2, 0, 0), PP=(7, 3, 3, 1, 0), PM=(5, 2, 3, 0, 0))
    yield prete("voter-election-premiere")
    page.passer_seconde()
    remplir(page, SB=(6, 4, 2, 0, 0), PP=(7, 3, 4, 0, 0), PM=(5, 2, 3, 0, 0))
    page.comparer()
    yield prete("voter-election-ecarts")
    for suite in (page.passer_seconde, page.comparer):
        remplir(page, SB=(6, 4, 2, 0, 0), PP=(7, 3, 3, 1, 0), PM=(5, 2, 3, 0, 0))
        suite()
    yield prete("voter-election-depouillee")
    page.proclamer()
    yield prete("voter-second-tour")
    choisir(page, 5)
    yield prete("voter-admission")
    page.demander_secret()
    yield prete("voter-demande-dialogue", page.dialogue)
    page.dialogue.accept()
    remplir(page, TOUS=(12, 4, 2))
    yield prete("voter-demande")
    page.clore()
    page.proclamer()
    yield prete("voter-secret-decide")
    ouvrir_scrutin(page)
    for suite in (page.passer_seconde, page.comparer):
        yield prete("voter-secret-vide")
        remplir(page, SB=(6, 0, 0, 0, 0), PP=(4, 2, 0, 1, 0), PM=(3, 2, 0, 0, 0))
        yield prete("voter-secret-" + ("premiere" if suite == page.passer_seconde else "seconde"))
        suite()
    yield prete("voter-secret-tu")
    page._devoiler()
    yield prete("voter-devoiler", page.dialogue)
    page.dialogue.close()
    choisir(page, 6)
    yield prete("voter-extraordinaire")
    page.gestes.lancer("amender")
    yield prete("voter-amender", page.gestes.dialogue)
    page.gestes.dialogue.close()
    page.gestes.lancer("retirer")
    page.gestes.dialogue.executer()
    yield prete("voter-retiree")


def vues_tetes(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    """By heads, with too few for an extraordinary matter; then a closed sitting, and none open."""
    page = ouvrir(fenetre, dossier / "tetes.scic", par_college=False)
    choisir(page, 6)
    yield prete("voter-tetes-impossible")
    choisir(page, 1)
    page.ouvrir_scrutin()
    remplir(page, TOUS=(14, 3, 1))
    yield prete("voter-tetes-apercu")
    page.clore()
    yield prete("voter-tetes-depouille")
    peu = ouvrir(fenetre, dossier / "peu.scic", presents=(1, 2, 9, 10))
    choisir(peu, 6)
    yield prete("voter-impossible")
    fermee = ouvrir(fenetre, dossier / "fermee.scic", ouverte=False)
    yield prete("voter-non-ouverte")
    assert fermee.ag is not None


def vues_proclamer(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    """What is counted, decided, withdrawn and left; then the end of the sitting."""
    page = ouvrir(fenetre, dossier / "proclamer.scic")
    session, ag = fenetre.session, page.ag
    assert ag is not None
    fenetre.aller("proclamer", ag.numero)
    yield prete("proclamer-rien")
    votes.tout_voter(session.depot, ag.numero, votes.COMPTES, comptes(SB=(6, 0, 0), PP=(6, 1, 0), PM=(5, 0, 0)), 5)
    votes.tout_voter(session.depot, ag.numero, votes.AFFECTATION, comptes(SB=(3, 3, 0), PP=(3, 4, 0), PM=(2, 3)), 10)
    fenetre.aller("voter", ag.numero)
    page.actualiser()
    choisir(page, 3)
    ouvrir_scrutin(page)
    remplir(page, SB=(6, 0, 0), PP=(7, 0, 0), PM=(4, 1, 0))
    page.clore()
    choisir(page, 6)
    page.gestes.lancer("retirer")
    assert page.gestes.dialogue is not None
    page.gestes.dialogue.executer()
    fenetre.aller("proclamer", ag.numero)
    proclamer = fenetre.page
    assert isinstance(proclamer, PageProclamer)
    yield prete("proclamer")
    proclamer.suite()
    yield prete("proclamer-proclamee")
    proclamer.clore()
    yield prete("proclamer-clore", proclamer.dialogue)
    assert proclamer.dialogue is not None
    proclamer.dialogue.accept()
    fenetre.aller("proclamer", ag.numero)
    yield prete("proclamer-close")


def vues_salle(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    """The screen of the room beside the desk."""
    page = ouvrir(fenetre, dossier / "salle.scic")
    salle = EcranSalle(fenetre.session)
    salle.resize(fenetre.size())
    salle.show()
    scene = scene_de(fenetre.session)
    scene.montrer(0)
    yield prete("salle-accueil", salle)
    choisir(page, 2)
    page.montrer(votes.AFFECTATION)
    yield prete("salle-texte", salle)
    page.ouvrir_scrutin()
    yield prete("salle-en-cours", salle)
    remplir(page, SB=(4, 2, 0), PP=(4, 3, 0), PM=(3, 2, 0))
    page.clore()
    yield prete("salle-clos", salle)
    page.proclamer()
    yield prete("salle-adoptee", salle)
    choisir(page, 4)
    ouvrir_scrutin(page)
    for suite in (page.passer_seconde, page.comparer):
        remplir(page, SB=(6, 4, 2, 0, 0), PP=(7, 5, 1, 1, 0), PM=(5, 2, 3, 0, 0))
        suite()
    page.proclamer()
    yield prete("salle-elus", salle)
    choisir(page, 5)
    page._choisir_mode("secret_papier")
    ouvrir_scrutin(page)
    for suite in (page.passer_seconde, page.comparer):
        remplir(page, SB=(1, 5, 0, 0, 0), PP=(0, 7, 0, 0, 0), PM=(3, 2, 0, 0, 0))
        suite()
    page.proclamer()
    yield prete("salle-secret", salle)
    page.gestes.lancer("suspension")
    assert page.gestes.dialogue is not None
    page.gestes.dialogue.executer()
    yield prete("salle-suspendue", salle)
    salle.close()


SCENES = {"votes": vues, "votes-tetes": vues_tetes, "proclamer": vues_proclamer, "salle": vues_salle}
