"""What the page of the votes does of a secret vote on this computer: its urn placed, its isoloir, its urn opened."""

from __future__ import annotations

from PySide6.QtCore import QObject

from scicvote.core.isoloir import emarges, reste_a_emarger
from scicvote.core.vote import ISOLOIR
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.dialogs.urne import placer_urne
from scicvote.ui.dialogs.urne_ouverture import DialogueOuvrirUrne
from scicvote.ui.isoloir import FenetreIsoloir
from scicvote.ui.lecture_isoloir import progres, progres_par_college
from scicvote.ui.lecture_vote import Phase
from scicvote.ui.pages.voter_socle import SocleVoter
from scicvote.ui.widgets.banniere import Encart


class GestesIsoloir(QObject):
    """The gestures of the isoloir, for the scrutin in hand."""

    def __init__(self, page: SocleVoter) -> None:
        super().__init__(page)
        self._page = page
        self.dialogue: Cadre | None = None
        self.fenetre: FenetreIsoloir | None = None

    @property
    def en_main(self) -> bool:
        """Whether the scrutin in hand has a sealed urn."""
        vote = self._page.vote
        return vote is not None and vote.scrutin.mode == ISOLOIR

    @property
    def ouvert(self) -> bool:
        """Whether votes can be cast in it now."""
        return self.en_main and self._page.phase() is Phase.OUVERT

    def reste(self) -> int:
        """How many votes are still expected."""
        ag, vote = self._page.ag, self._page.vote
        return len(reste_a_emarger(ag, vote.scrutin.scrutin)) if ag is not None and vote is not None else 0

    def commence(self) -> bool:
        """Whether somebody has voted."""
        ag, vote = self._page.ag, self._page.vote
        return ag is not None and vote is not None and bool(emarges(ag, vote.scrutin.scrutin))

    def annonce(self) -> Encart:
        """What is said before the urn is placed."""
        return Encart(
            "discret",
            "lock",
            self.tr("Chacun vote seul, sur cet ordinateur."),
            self.tr("Les scrutateurs choisissent une phrase\u00a0: l’urne, chiffrée, ne s’ouvrira qu’avec elle."),
            self.tr("Si un projecteur recopie cet écran, l’éteindre d’abord."),
        )

    def encarts(self) -> list[Encart]:
        """What is said of an urn that is not opened."""
        ag, vote = self._page.ag, self._page.vote
        if ag is None or vote is None:
            return []
        titre = self.tr("Urne scellée\u00a0: {}.").format(progres(ag, vote.scrutin.scrutin))
        detail = progres_par_college(ag, vote.scrutin.scrutin)
        return [Encart("accent", "lock", titre, *((detail,) if detail else ()))]

    # --- gestures

    def placer(self) -> None:
        """Ask for the scrutateurs' phrase, open the scrutin, give the recovery sheet, then the desk."""
        self.dialogue = placer_urne(self._page.session, self._page.resolution, self._page, self.reprendre)

    def reprendre(self) -> None:
        """Open the isoloir on its desk."""
        ag, vote = self._page.ag, self._page.vote
        if ag is None or vote is None or not self.ouvert:
            return
        self.fenetre = FenetreIsoloir(self._page.session, ag.numero, vote.scrutin.scrutin, self._page.window())
        self.fenetre.quittee.connect(self._fermer)
        self.fenetre.ouvrir(self._page.window().screen())

    def _fermer(self) -> None:
        if self.fenetre is not None:
            self.fenetre.deleteLater()
            self.fenetre = None
        self._page.window().activateWindow()
        self._page.principal.setFocus()

    def ouvrir_urne(self) -> None:
        """Ask for the phrase or the recovery key, then count."""
        vote = self._page.vote
        if vote is not None and self.ouvert:
            self.dialogue = DialogueOuvrirUrne(self._page.session, vote, self._page)
            self.dialogue.open()
