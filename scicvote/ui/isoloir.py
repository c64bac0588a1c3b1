"""The isoloir: a window over the whole screen, where one voter at a time leaves a ballot and nothing else.

Each voter has widgets of their own, destroyed with whatever was chosen in them. A choice is in no draft, no signal of
the session, no title, tooltip or clipboard: it goes from the button to the act that seals it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scicvote.actes import isoloir
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.isoloir import Choix, electeurs_de
from scicvote.ui.isoloir_bulletin import PanneauChoix, PanneauFin, PanneauRevue
from scicvote.ui.isoloir_bureau import PanneauBureau
from scicvote.ui.lecture_isoloir import Votant, progres, progres_par_college, question, votants
from scicvote.ui.lecture_vote import titre_vote
from scicvote.ui.session import Session
from scicvote.ui.widgets.anneau import AnneauFocus

AnyPanneau = PanneauBureau | PanneauChoix | PanneauRevue | PanneauFin


class FenetreIsoloir(QWidget):
    """``quittee`` is sent when the desk leaves. It closes from the desk alone, never under a voter's hand."""

    quittee = Signal()

    def __init__(self, session: Session, ag: int, scrutin: int, fenetre: QWidget | None = None) -> None:
        super().__init__(fenetre, Qt.WindowType.Window)
        self.setObjectName("isoloir")  # the main window finds it by this, and closes it as it goes
        self.session, self._ag, self._scrutin = session, ag, scrutin
        self.setWindowTitle(self.tr("Isoloir"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("page", "true")
        self.setMinimumSize(320, 400)
        self._votant: Votant | None = None
        self._restent: list[tuple[int, str]] = []  # votes that the voter inside has not cast
        self._erreur = ""
        self._choix: PanneauChoix | None = None
        self.bureau = PanneauBureau()
        self.bureau.appele.connect(self.faire_entrer)
        self.bureau.ferme.connect(self.close)
        self._pile = QStackedWidget()
        self._pile.addWidget(self.bureau)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.addWidget(self._pile)
        self.anneau = AnneauFocus(self)
        session.erreur.connect(self._noter_erreur)
        session.dossier_change.connect(self._suivre_fichier)
        self._revenir_au_bureau()

    # --- what is shown

    @property
    def panneau(self) -> AnyPanneau:
        """What the screen shows."""
        return self._pile.currentWidget()  # type: ignore[return-value]

    @property
    def ag(self) -> Assemblee:
        return self.session.dossier.assemblees[self._ag]

    def _vote(self) -> Vote | None:
        return self.ag.vote(self._scrutin)

    def ouvrir(self, ecran: QScreen) -> None:
        """Over the whole of the desk's screen, never the projector's."""
        self.setGeometry(ecran.geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        self.bureau.premier().setFocus(Qt.FocusReason.TabFocusReason)

    def _montrer(self, panneau: AnyPanneau) -> None:
        """Show this and destroy what the voter leaves behind; the choices stay while they are reviewed."""
        if not isinstance(panneau, PanneauChoix | PanneauRevue):
            self._choix = None
        self._pile.addWidget(panneau)
        self._pile.setCurrentWidget(panneau)
        autres = [self._pile.widget(i) for i in range(self._pile.count())]
        for autre in autres:
            if autre is not None and autre not in (self.bureau, panneau, self._choix):
                self._pile.removeWidget(autre)
                autre.hide()
                autre.deleteLater()
        panneau.premier().setFocus(Qt.FocusReason.TabFocusReason)

    # --- the desk

    def _revenir_au_bureau(self) -> None:
        vote, ag = self._vote(), self.ag
        self._votant, self._restent = None, []
        if vote is None or vote.depouillement is not None:
            self.bureau.montrer("", self.tr("Ce scrutin n’est plus ouvert."), "", ())
        else:
            point = ag.resolution_par_numero[vote.scrutin.resolution]
            self.bureau.montrer(
                f"{titre_vote(point, vote)}, {point.titre}",
                progres(ag, self._scrutin),
                progres_par_college(ag, self._scrutin),
                votants(self.session.dossier, ag, self._scrutin),
            )
        self._montrer(self.bureau)

    def faire_entrer(self, votant: Votant) -> None:
        """Somebody was signed in: the isoloir is theirs, for each vote that they hold."""
        self._votant, self._restent = votant, list(votant.votes)
        self._presenter()

    # --- the voter

    def _presenter(self) -> None:
        vote, votant = self._vote(), self._votant
        if vote is None or votant is None or not self._restent:
            self._revenir_au_bureau()
            return
        fait = len(votant.votes) - len(self._restent) + 1
        rang = self.tr("Vote {} sur {}").format(fait, len(votant.votes)) if len(votant.votes) > 1 else ""
        panneau = PanneauChoix(question(self.session.dossier, self.ag, vote), self._au_nom_de(), rang)
        panneau.choisi.connect(self._relire)
        panneau.annule.connect(self._revenir_au_bureau)
        self._choix = panneau
        self._montrer(panneau)

    def _au_nom_de(self) -> str:
        votant, (associe, college) = self._votant, self._restent[0]
        if votant is None:
            return ""
        ou = self.tr(" dans le collège {}").format(college) if self._en_plusieurs(associe) else ""
        if associe == votant.lui_meme:
            return self.tr("{}, vous votez{}").format(votant.venu, ou)
        return self.tr("{}, vous votez au nom de {}{}").format(votant.venu, self._nom(associe), ou)

    def _nom(self, associe: int) -> str:
        return self.session.dossier.nom(associe, self.ag.jour)

    def _en_plusieurs(self, associe: int) -> bool:
        """Whether somebody votes in several colleges, and has to know for which one."""
        return sum(e.associe == associe for e in electeurs_de(self.ag, self._scrutin)) > 1

    def _relire(self, choix: Choix) -> None:
        panneau = self._choix
        if panneau is None:
            return
        revue = PanneauRevue([b.mot for b in panneau.choix if b.isChecked()], self._au_nom_de())
        revue.revenu.connect(self._reprendre)
        revue.depose.connect(lambda: self._deposer(choix))
        self._montrer(revue)

    def _reprendre(self) -> None:
        panneau = self._choix
        if panneau is not None:
            self._montrer(panneau)
            panneau.reprendre()

    def _deposer(self, choix: Choix) -> None:
        votant, (associe, college), self._erreur = self._votant, self._restent[0], ""
        if votant is None:
            return
        try:
            acte = self.session.accomplir(
                lambda depot: isoloir.deposer(depot, self._ag, self._scrutin, associe, choix, votant.venu, college)
            )
        except Exception as faute:  # what it says might name the choice, and faults are logged: its kind alone is
            raise RuntimeError(f"deposit: {type(faute).__name__}") from None
        if acte is None or not acte.accepte:
            phrase = self._erreur if acte is None else " ".join(issue.phrase for issue in acte.refus)
            self._finir(self.tr("Votre bulletin n’est pas déposé"), phrase, faute=True)
            return
        self._restent.pop(0)
        if self._restent:
            suivant, corps = self._restent[0]
            suite = self.tr("au nom de {}").format(self._nom(suivant)) if suivant != votant.lui_meme else ""
            if self._en_plusieurs(suivant):
                suite = f"{suite} {self.tr('dans le collège {}').format(corps)}".strip()
            fin = PanneauFin(
                self.tr("Votre bulletin est dans l’urne"),
                self.tr("Il vous reste à voter {}.").format(suite),
                self.tr("Voter {}").format(suite),
                bureau=False,
            )
            fin.suite.connect(self._presenter)
            self._montrer(fin)
            return
        self._finir(
            self.tr("Votre bulletin est dans l’urne"), self.tr("Rien n’en reste à l’écran. Vous pouvez sortir.")
        )

    def _finir(self, phrase: str, detail: str, *, faute: bool = False) -> None:
        fin = PanneauFin(phrase, detail, self.tr("Bureau\u00a0: reprendre (Ctrl+Entrée)"), faute=faute)
        fin.suite.connect(self._revenir_au_bureau)
        self._montrer(fin)

    def _suivre_fichier(self) -> None:
        """The program ends, or lets go of the file: nothing of a voter stays."""
        if not self.session.ouverte:
            self._montrer(self.bureau)
            self.close()

    def _noter_erreur(self, phrase: str) -> None:
        self._erreur = phrase

    # --- the window

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back; after the deposit only the desk's own gesture does."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif isinstance(self.panneau, PanneauRevue):
            self._reprendre()
        elif isinstance(self.panneau, PanneauChoix):
            self._revenir_au_bureau()
        elif isinstance(self.panneau, PanneauBureau):
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session.ouverte and not isinstance(self.panneau, PanneauBureau):
            event.ignore()
            return
        event.accept()
        self.session.erreur.disconnect(self._noter_erreur)
        self.session.dossier_change.disconnect(self._suivre_fichier)
        self.quittee.emit()
