"""Pictures of a college's own file, and of what the gérant sees of the colleges that vote elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scicvote.actes import export_college, seance
from scicvote.actes.export_college import Remise
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.retour import PageRetour
from tests.outils.college import ELECTION, VOIX, Portable, deposer
from tests.outils.cooperative import heure
from tests.outils.histoire import Histoire

if TYPE_CHECKING:
    from tests.ui.captures import Prete, Vue

AG = 3


def cooperative(dossier: Path) -> Histoire:
    """A cooperative whose annual assembly is prepared."""
    histoire = Histoire.commencer(dossier / "coop.scic")
    histoire.peupler()
    histoire.constituer()
    histoire.college()
    histoire.annuelle()
    return histoire


def remettre(histoire: Histoire, college: str = "SB") -> Remise:
    """A college's package."""
    _, remise = export_college.exporter(histoire.depot, AG, college)
    assert remise is not None
    return remise


def vues(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    """The president's computer, from the package to the return; then the return on the gérant's."""
    histoire = cooperative(dossier)
    remise = remettre(histoire)
    histoire.depot.fermer()
    session = fenetre.session
    fenetre.ouvrir(deposer(remise, dossier / "SB"))
    yield prete("college-emarger")
    portable = Portable(Histoire(session.depot), AG, "SB", remise.phrase)
    portable.emarger()
    portable.voter(ELECTION)
    session.dossier_change.emit()
    fenetre.aller("voter")
    yield prete("college-voter")
    fenetre.aller("retour")
    page = fenetre.page
    assert isinstance(page, PageRetour)
    yield prete("college-retour-incomplet")
    election = next(r.resolution for r in portable.histoire.ag(AG).resolutions if r.sieges)
    portable.histoire.voter(AG, election, {"*": VOIX["SB"][ELECTION]}, mode="secret_papier")
    seance.clore_seance(session.depot, AG, heure(20))
    session.dossier_change.emit()
    fenetre.aller("proclamer")
    yield prete("college-proclamer")
    fenetre.aller("retour")
    page.preparer()
    assert page.dialogue is not None
    yield prete("college-phrase", page.dialogue)
    page.dialogue.phrase.poser(remise.phrase)
    page.dialogue.executer()
    yield prete("college-retour")
    retour = page.chemin_propose()
    fenetre.aller("proces_verbal")
    yield prete("college-proces-verbal")
    fenetre.ouvrir(dossier / "coop.scic")
    fenetre.ouvrir(retour)
    assert fenetre.college.dialogue is not None
    yield prete("college-import", fenetre.college.dialogue)
    fenetre.college.dialogue.close()


SCENES = {"college": vues}
