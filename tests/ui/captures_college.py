"""Pictures of a college's own file, and of what the gérant sees of the colleges that vote elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scicvote.actes import export_college, retour_college, seance
from scicvote.actes.export_college import Remise
from scicvote.core.faits import Bureau
from scicvote.exchange.college_retour import lire_retour
from scicvote.scelles.signature import est_signe
from scicvote.ui.main_window import MainWindow
from scicvote.ui.pages.colleges import PageColleges
from scicvote.ui.pages.retour import PageRetour
from scicvote.ui.pages.voter import PageVoter
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


def gerant(fenetre: MainWindow, prete: Prete, dossier: Path) -> Iterator[Vue]:
    """One college back, one awaited: the vote, the three ways without a file, a package handed over."""
    histoire = cooperative(dossier)
    remise = remettre(histoire)
    portable = Portable.ouvrir(deposer(remise, dossier / "SB"), remise.phrase)
    portable.tenir()
    lu, _ = lire_retour(portable.rendre().octets, est_signe)
    portable.histoire.depot.fermer()
    assert lu is not None
    histoire.depot.fermer()
    session = fenetre.session
    fenetre.ouvrir(dossier / "coop.scic")
    export = export_college.exporter(session.depot, AG, "PM")[1]
    assert export is not None
    retour_college.importer(session.depot, lu)
    histoire = Histoire(session.depot)
    for numero in (5, 6):
        histoire.faire(histoire.arriver(AG, numero))
    bureau = Bureau(AG, heure(18, 2), 1, "Bob Exemple", (), "")
    histoire.faire(
        seance.constituer_bureau(session.depot, bureau), seance.ouvrir_seance(session.depot, AG, heure(18, 5))
    )
    session.choisir_assemblee(AG)
    session.dossier_change.emit()
    fenetre.aller("colleges")
    page = fenetre.page
    assert isinstance(page, PageColleges)
    yield prete("gerant-colleges")
    page.gestes_college.exporter("PP")
    assert page.gestes_college.dialogue is not None
    yield prete("gerant-export", page.gestes_college.dialogue)
    page.gestes_college.dialogue.close()
    page.gestes_college._remettre(export, None)
    yield prete("gerant-remise", page.gestes_college.dialogue)
    page.gestes_college.dialogue.close()
    fenetre.aller("voter")
    voter = fenetre.page
    assert isinstance(voter, PageVoter)
    voter.agir(voter.ouvrir_demande(), confirmer=False)
    yield prete("gerant-voter")
    for geste in ("saisir", "attester", "renoncer"):
        voter.gestes_college.faire(geste, export.export)
        assert voter.gestes_college.dialogue is not None
        yield prete(f"gerant-{geste}", voter.gestes_college.dialogue)
        voter.gestes_college.dialogue.close()


SCENES = {"college": vues, "gerant": gerant}
