"""The page of the votes as it is laid out, and what is in hand: the assembly, the point, the scrutin, its drafts."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scicvote.actes import vote as actes_vote
from scicvote.actes.isoloir import essayer_ouverture
from scicvote.core.assemblee import Vote
from scicvote.core.faits import Resolution
from scicvote.core.vote import DEMANDE_SECRET, ISOLOIR
from scicvote.ui.heures import heure_par_defaut
from scicvote.ui.lecture_vote import (
    Phase,
    modes_permis,
    phase,
    vote_en_main,
)
from scicvote.ui.pages.page_etape import PageEtape
from scicvote.ui.saisie_vote import SaisieVote
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.alternance import Alternance
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.carte_ailleurs import CarteAilleurs
from scicvote.ui.widgets.carte_avant import CarteAvant
from scicvote.ui.widgets.carte_presents import CartePresents
from scicvote.ui.widgets.carte_resultat import CarteResultat
from scicvote.ui.widgets.carte_vote import CarteVote
from scicvote.ui.widgets.mise_en_page import Colonnes, pile
from scicvote.ui.widgets.ordre_du_jour import OrdreDuJour
from scicvote.ui.widgets.vide import Vide


class SocleVoter(PageEtape):
    """Three columns: agenda and attendance, the point in hand, what is known or decided of it."""

    cle = etape = "voter"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.resolution = 0
        self.devoile = 0  # the scrutin whose figures were asked for though they speak
        self.ordre = OrdreDuJour(self.tr("Ordre du jour"))
        self.presents, self.ailleurs = CartePresents(), CarteAilleurs()
        self.carte = CarteVote()
        self.avant, self.carte_resultat = CarteAvant(), CarteResultat()
        self.attente = Vide("vote", "", "")
        self._carte_attente = Carte()
        self.droite = Alternance(self.avant, self._carte_attente, self.carte_resultat)
        self._vide = Vide("vote", "", "")
        self._pile = QStackedWidget()
        self.secondaire = self.bouton_pied("")
        self.principal = self.bouton_pied("", "principal")
        self._disposer()

    def _disposer(self) -> None:
        agenda = Carte(self.tr("Ordre du jour"))
        agenda.ajouter(self.ordre, 1)
        gauche = QWidget()
        boite = QVBoxLayout(gauche)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(24)
        boite.addWidget(agenda, 1)
        boite.addWidget(self.presents)
        self._carte_attente.ajouter(self.attente, 1)
        self.colonnes = Colonnes(920)
        self.colonnes.ajouter(gauche, 240)
        self.colonnes.ajouter(self.carte)
        cote = QWidget()
        droite = pile(self.droite, self.ailleurs, espace=24)
        droite.setStretch(0, 1)
        cote.setLayout(droite)
        self.colonnes.ajouter(cote, 328)
        vide = Carte()
        vide.ajouter(self._vide, 1)
        self._pile.addWidget(self.colonnes)
        self._pile.addWidget(vide)
        self.boite.addWidget(self._pile, 1)

    # --- what is in hand

    @property
    def point(self) -> Resolution | None:
        """The point in hand."""
        return self.ag.resolution_par_numero.get(self.resolution) if self.ag else None

    @property
    def vote(self) -> Vote | None:
        """The scrutin in hand."""
        return vote_en_main(self.ag, self.resolution) if self.ag else None

    @property
    def saisie(self) -> SaisieVote:
        """The drafts of the scrutin in hand. Raises RuntimeError without one."""
        ag, vote = self.ag, self.vote
        if ag is None or vote is None:
            raise RuntimeError("no scrutin in hand")
        return SaisieVote(self.session.brouillons, ag.numero, vote.scrutin.scrutin)

    def phase(self) -> Phase:
        """Where the point in hand stands; a scrutin that is being counted again is open."""
        ou = phase(self.ag, self.resolution) if self.ag else Phase.A_VOTER
        return Phase.OUVERT if ou is Phase.DEPOUILLE and self.saisie.recompte else ou

    def mode(self) -> str:
        """The mode chosen for the next scrutin on the point."""
        ag, point = self.ag, self.point
        if ag is None or point is None:
            return ""
        permis = [cle for cle, _ in modes_permis(self.session.dossier, ag, point)]
        garde = self.session.brouillons.lire(f"voter/{ag.numero}/mode/{point.resolution}") or ""
        return garde if garde in permis else permis[0]

    def ouvrir_demande(self, objet: str = "resolution") -> ActeDemande:
        """The act that opens the next scrutin. Raises RuntimeError without an assembly."""
        if self.ag is None:
            raise RuntimeError("no assembly in hand")
        numero, point, moment = self.ag.numero, self.resolution, heure_par_defaut(self.ag, self.session.maintenant)
        mode = "main_levee" if objet == DEMANDE_SECRET else self.mode()
        if mode == ISOLOIR:  # it is opened by a dialog, with a phrase: this only says what would be
            return lambda depot: essayer_ouverture(depot, numero, point, moment)
        return lambda depot: actes_vote.ouvrir_scrutin(depot, numero, point, mode, moment, objet)

    def _attendre(self, titre: str, conseil: str) -> None:
        self.attente.dire(titre, conseil)
        self.droite.montrer(self._carte_attente)
