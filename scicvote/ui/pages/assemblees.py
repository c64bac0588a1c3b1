"""The assemblies, the latest first, each with its next step: a click or Enter opens it there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from scicvote.core.a_faire import seconde_a_convoquer
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.demandes_assemblee import demandes_sans_suite, phrase_demande
from scicvote.core.exact import accord
from scicvote.core.faits import Signature
from scicvote.ui import theme
from scicvote.ui.demandes import NouvelleAssemblee
from scicvote.ui.dialogs.demande_ag import DialogueDemandeAG
from scicvote.ui.etapes import etape_en_cours
from scicvote.ui.models.assemblees_model import AssembleesModel
from scicvote.ui.pages.page import Aide, Commande, Page
from scicvote.ui.session import Session
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile, rangee
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.vide import Vide


class PageAssemblees(Page):
    """Every assembly of the file; what failed at a first consultation is said above, with the way to put it again."""

    cle = "assemblees"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.modele = AssembleesModel(self)
        self.table = Tableau(self.modele, self.tr("Assemblées"), ouvrable=True, decroissant=True)
        self.table.choisi.connect(self._ouvrir)
        self.resultats = self.bouton_pied(self.tr("Résultats"), icone="chart-pie")
        self.simuler = self.bouton_pied(self.tr("Simuler"), icone="scale")
        self.voir = self.bouton_pied(self.tr("Ouvrir"), icone="arrow-right")
        self.nouvelle = self.bouton_pied(self.tr("Nouvelle assemblée"), "principal")
        self.echec = Encart("alerte", "refresh-cw", self.tr("Une seconde consultation peut être convoquée"), " ")
        self.seconde = Bouton(self.tr("Convoquer la seconde consultation…"), "petit", "refresh-cw")
        self.attendue = Encart("accent", "users", self.tr("Une assemblée est demandée par des associés"), " ")
        self.repondre = Bouton(self.tr("Préparer l’assemblée demandée…"), "petit", "plus")
        self.demander = Bouton(self.tr("Demande d’une assemblée par des associés…"), "lien", "users", "accent")
        self.dialogue: DialogueDemandeAG | None = None
        self._demande: int | None = None
        self._premiere: Assemblee | None = None
        self._composer()
        self._relier()

    def _composer(self) -> None:
        self._pile = QStackedWidget()
        self._pile.addWidget(self.table)
        self._pile.addWidget(
            Vide(
                "vote",
                self.tr("Aucune assemblée"),
                self.tr(
                    "Préparer la première\u00a0: sa date donne les jours à respecter, son ordre du jour s’écrit en une fois."
                ),
            )
        )
        carte = Carte()
        carte.ajouter(self._pile, 1)
        bas = rangee(self.demander, None)
        bas.setContentsMargins(theme.GOUTTIERE - 5, 8, 12, 8)
        carte.ajouter(bas)
        self.appel = QWidget()
        self.appel.setLayout(pile(self.echec, rangee(self.seconde, None), espace=8))
        self.attente = QWidget()
        self.attente.setLayout(pile(self.attendue, rangee(self.repondre, None), espace=8))
        self.boite.addWidget(self.appel)
        self.boite.addWidget(self.attente)
        self.boite.addWidget(carte, 1)

    def _relier(self) -> None:
        self.nouvelle.clicked.connect(self.preparer)
        self.voir.clicked.connect(lambda: self._ouvrir(max(0, self.table.rang())))
        self.resultats.clicked.connect(self._resultats)
        self.simuler.clicked.connect(self._simuler)
        self.seconde.clicked.connect(self._convoquer_seconde)
        self.demander.clicked.connect(self.demander_assemblee)
        self.repondre.clicked.connect(self._repondre)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._suivre())
        for touches, action in (("Ins", self.preparer), ("Ctrl+Return", self._resultats)):
            raccourci = QShortcut(QKeySequence(touches), self)
            raccourci.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            raccourci.activated.connect(action)

    # --- the page

    def titre(self) -> str:
        return self.tr("Assemblées")

    def sous_titre(self) -> str:
        return accord(self.modele.total, "assemblée") if self.modele.total else ""

    def aides(self) -> tuple[Aide, ...]:
        nouvelle = Aide((self.tr("Inser"),), self.tr("nouvelle"))
        if not self.modele.total:
            return (nouvelle,)
        return (Aide(("↑", "↓"), self.tr("choisir")), Aide((self.tr("Entrée"),), self.tr("ouvrir")), nouvelle)

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.simuler, self.resultats, self.voir, self.nouvelle) if self.modele.total else (self.nouvelle,)

    def commandes(self) -> tuple[Commande, ...]:
        fait = [Commande(self.tr("Nouvelle assemblée"), self.tr("La préparer"), "plus", self.preparer)]
        mot = self.tr("Demande d’une assemblée par des associés…")
        fait.append(
            Commande(mot, self.tr("La noter, avec sa part des droits de vote"), "users", self.demander_assemblee)
        )
        if self._demande is not None:
            fait.append(Commande(self.tr("Préparer l’assemblée demandée…"), "", "plus", self._repondre))
        if self._premiere is not None:
            mot = self.tr("Convoquer la seconde consultation…")
            fait.append(Commande(mot, self._premiere.titre_court, "refresh-cw", self._convoquer_seconde))
        if self.simuler.isEnabled():
            fait.append(
                Commande(
                    self.tr("Simuler d’autres statuts"),
                    self.tr("Sur les votes de l’assemblée choisie"),
                    "scale",
                    self._simuler,
                )
            )
        return tuple(fait)

    def premier_focus(self) -> QWidget | None:
        return self.table if self.modele.total else self.nouvelle

    def instantane(self) -> object:
        ag = self._choisie()
        return ag.numero if ag is not None else None

    def restituer(self, instantane: object) -> None:
        rang = self.modele.rang_de(instantane) if isinstance(instantane, int) else None
        if rang is not None:
            self.table.choisir_rang(rang)

    def actualiser(self) -> None:
        dossier, choisie = self.session.dossier, self.instantane()
        self.modele.montrer(dossier)
        self._pile.setCurrentIndex(0 if self.modele.total else 1)
        self._premiere = next(
            (
                ag
                for ag in self.modele.lignes_visibles()
                if seconde_a_convoquer(dossier, ag, self.session.aujourdhui) is not None
            ),
            None,
        )
        self.appel.setVisible(self._premiere is not None)
        if self._premiere is not None:
            self.echec.dire(
                self.tr("{}\u00a0: une résolution n’a pas réuni la majorité de toutes les voix ({}).").format(
                    self._premiere.titre_court, Contexte(dossier, self._premiere).loi("C. com. L223-29")
                )
            )
        self._dire_demande()
        if self.modele.total:
            self.table.choisir_rang(0)
            self.restituer(choisie)
        self._suivre()
        self.entete_change.emit()

    def _choisie(self) -> Assemblee | None:
        rang = self.table.rang()
        return self.modele.ligne(rang) if 0 <= rang < self.modele.rowCount() else None

    def _suivre(self) -> None:
        """Results are there once a vote is declared."""
        ag = self._choisie()
        votee = ag is not None and any(vote.proclamation for vote in ag.votes)
        self.resultats.setEnabled(votee)
        self.simuler.setEnabled(votee)

    # --- what it leads to

    def preparer(self) -> None:
        """Begin a new assembly."""
        self.demande.emit("preparer", NouvelleAssemblee())

    def _ouvrir(self, rang: int) -> None:
        """Where work goes on; its results once its minutes are signed."""
        if rang >= self.modele.rowCount():
            return
        ag = self.modele.ligne(rang)
        page = page_de_reprise(ag)
        if page != "resultats":
            self.session.choisir_assemblee(ag.numero)
        self.demande.emit(page, ag.numero)

    def _resultats(self) -> None:
        ag = self._choisie()
        if ag is not None:
            self.demande.emit("resultats", ag.numero)

    def _simuler(self) -> None:
        ag = self._choisie()
        if ag is not None:
            self.demande.emit("simulation", ag.numero)

    def _dire_demande(self) -> None:
        """The oldest request that no assembly answers."""
        fait = next(iter(demandes_sans_suite(self.session.dossier)), None)
        self._demande = fait.demande if fait is not None else None
        self.attente.setVisible(fait is not None)
        if fait is not None:
            self.attendue.dire(phrase_demande(self.session.dossier, fait))

    def demander_assemblee(self) -> None:
        """Members ask for an assembly."""
        self.dialogue = DialogueDemandeAG(self.session, self)
        self.dialogue.open()

    def _repondre(self) -> None:
        self.demande.emit("preparer", NouvelleAssemblee(demande=self._demande))

    def _convoquer_seconde(self) -> None:
        if self._premiere is not None:
            self.demande.emit("preparer", NouvelleAssemblee(suite_de=self._premiere.numero))


def page_de_reprise(ag: Assemblee) -> str:
    """The page on which an assembly opens: the step that is not done, its results when all are."""
    return "resultats" if est_finie(ag) else etape_en_cours(ag)


def est_finie(ag: Assemblee) -> bool:
    """Closed, and its minutes are signed."""
    return ag.close and bool(ag.tous(Signature))
