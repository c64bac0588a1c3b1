"""What a voter sees: the choices, the review, the end. Large, without tooltips; nothing outlives the widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.exact import accord
from scicvote.core.isoloir import BLANC, Choix
from scicvote.ui.lecture_isoloir import Question
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.mise_en_page import defilante, pile, rangee
from scicvote.ui.widgets.texte import paragraphe

LARGEUR = 880  # pixels: what is read stays narrow, on a wide screen too


class Panneau(QWidget):
    """One screen of the isoloir: what is read or chosen, in a column that scrolls; large buttons at the foot."""

    def __init__(self) -> None:
        super().__init__()
        self.corps = QVBoxLayout()
        self.corps.setContentsMargins(0, 0, 0, 0)
        self.corps.setSpacing(16)
        colonne = QWidget()
        colonne.setMaximumWidth(LARGEUR)
        colonne.setLayout(self.corps)
        contenu = QWidget()
        contenu.setProperty("fond", "neutre")
        milieu = rangee(None)
        milieu.addLayout(pile(24, colonne, None), 100)
        milieu.addStretch(1)
        contenu.setLayout(milieu)
        self.zone = defilante(contenu)
        self.pied = rangee(espace=16)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(32, 16, 32, 24)
        boite.setSpacing(16)
        boite.addWidget(self.zone, 1)
        boite.addLayout(self.pied)

    def bouton(self, mot: str, genre: str = "isoloir", icone: str = "") -> Bouton:
        """One more large button at the foot."""
        bouton = Bouton(mot, genre, icone, "sur_accent" if genre == "isoloir-principal" else "texte")
        self.pied.addWidget(bouton)
        return bouton


class GrandChoix(Bouton):
    """A choice of 72 pixels and more: a mark and a frame say that it is taken, not a colour alone."""

    def __init__(self, cle: str, mot: str) -> None:
        super().__init__(mot, "choix", "circle")
        self.cle, self.mot = cle, mot
        self.setCheckable(True)
        self.setAccessibleName(mot)
        self.toggled.connect(lambda pris: self.illustrer("circle-check" if pris else "circle"))

    def _teindre(self) -> None:
        super()._teindre()
        self.setIconSize(QSize(28, 28))


class PanneauChoix(Panneau):
    """``choisi`` carries the Choix to review; ``annule`` gives up, with nothing kept."""

    choisi = Signal(object)
    annule = Signal()

    def __init__(self, question: Question, au_nom_de: str, rang: str) -> None:
        super().__init__()
        self._question = question
        self.qui = paragraphe(au_nom_de, "verdict", "accent")
        self.corps.addLayout(pile(paragraphe(rang, couleur="discret"), self.qui, espace=4))
        self.corps.addLayout(pile(paragraphe(question.titre, "resultat"), 8, paragraphe(question.texte, "titre-leger")))
        self.consigne = paragraphe(self._consigne(), "titre-leger", "discret")
        self.corps.addWidget(self.consigne)
        self.choix = tuple(GrandChoix(cle, mot) for cle, mot in question.options)
        for rang_, bouton in enumerate(self.choix, 1):
            self.corps.addWidget(bouton)
            bouton.clicked.connect(lambda _coche=False, b=bouton: self._cocher(b))
            if rang_ < 10:
                QShortcut(QKeySequence(str(rang_)), self).activated.connect(bouton.click)
        self.annuler = self.bouton(self.tr("Sortir sans voter"))
        self.annuler.clicked.connect(self.annule)
        self.pied.addStretch(1)
        self.suite = self.bouton(self.tr("Relire mon choix"), "isoloir-principal")
        self.suite.clicked.connect(self._relire)
        self._suivre()

    def _consigne(self) -> str:
        if not self._question.sieges:
            return self.tr("Choisir une réponse.")
        if self._question.sieges == 1:
            return self.tr("Choisir un nom, ou voter blanc.")
        return self.tr("Choisir au plus {}, ou voter blanc.").format(accord(self._question.sieges, "nom"))

    def premier(self) -> QWidget:
        """What has the keyboard at first."""
        return self.choix[0]

    def reprendre(self) -> None:
        """Come back from the review: what was taken is still there."""
        pris = [bouton for bouton in self.choix if bouton.isChecked()]
        (pris[0] if pris else self.choix[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def _cocher(self, bouton: GrandChoix) -> None:
        """One answer; or names, no more than there are seats, and never with a blank vote."""
        if not self._question.sieges or bouton.cle == BLANC:
            self._lacher(autre for autre in self.choix if autre is not bouton)
            bouton.setChecked(True)
        else:
            self._lacher(autre for autre in self.choix if autre.cle == BLANC)
            if len(self._pris()) > self._question.sieges:
                bouton.setChecked(False)
        self._suivre()

    @staticmethod
    def _lacher(boutons: Iterable[GrandChoix]) -> None:
        for bouton in boutons:
            bouton.setChecked(False)

    def _pris(self) -> list[GrandChoix]:
        return [bouton for bouton in self.choix if bouton.isChecked()]

    def _suivre(self) -> None:
        pris = self._pris()
        self.suite.setEnabled(bool(pris))
        plein = 0 < self._question.sieges == len(pris) and pris[0].cle != BLANC
        phrase = self.tr("Tous les noms possibles sont pris\u00a0: en ôter un pour en prendre un autre.")
        self.consigne.setText(phrase if plein and self._question.sieges > 1 else self._consigne())

    def _relire(self) -> None:
        pris = self._pris()
        noms = tuple(int(bouton.cle) for bouton in pris if bouton.cle.isdigit())
        self.choisi.emit(Choix("" if noms else pris[0].cle, noms))


class PanneauRevue(Panneau):
    """The choice once more, before it is final."""

    depose = Signal()
    revenu = Signal()

    def __init__(self, mots: Sequence[str], au_nom_de: str) -> None:
        super().__init__()
        self.corps.addWidget(paragraphe(au_nom_de, "verdict", "accent"))
        self.corps.addWidget(paragraphe(self.tr("Votre choix"), "titre-leger", "discret"))
        self.mots = paragraphe("\n".join(mots), "immense")
        self.corps.addWidget(self.mots)
        self.corps.addWidget(
            paragraphe(
                self.tr("Rien n’est encore déposé. Une fois le bulletin dans l’urne, il ne se reprend pas."),
                "titre-leger",
            )
        )
        self.retour = self.bouton(self.tr("Revenir"), icone="arrow-left")
        self.retour.clicked.connect(self.revenu)
        self.pied.addStretch(1)
        self.deposer = self.bouton(self.tr("Déposer"), "isoloir-principal", "check")
        self.deposer.clicked.connect(self.depose)

    def premier(self) -> QWidget:
        """What has the keyboard at first: not the button that ends it all."""
        return self.retour


class PanneauFin(Panneau):
    """The ballot is in the urn (or, with ``faute``, is not). The desk takes over by a gesture of its own."""

    suite = Signal()

    def __init__(self, phrase: str, detail: str, mot: str, *, faute: bool = False, bureau: bool = True) -> None:
        super().__init__()
        icone = Icone("octagon-alert" if faute else "circle-check", "faute" if faute else "bon", 72)
        self.phrase = paragraphe(phrase, "immense")
        self.setAccessibleName(f"{phrase}. {detail}")
        self.corps.addSpacing(48)
        self.corps.addWidget(icone)
        self.corps.addWidget(self.phrase)
        self.corps.addWidget(paragraphe(detail, "titre-leger"))
        self.pied.addStretch(1)
        self.continuer = self.bouton(mot, "isoloir" if bureau else "isoloir-principal")
        self.continuer.clicked.connect(self.suite)
        self._bureau = bureau
        if bureau:
            for touches in ("Ctrl+Return", "Ctrl+Enter"):
                QShortcut(QKeySequence(touches), self).activated.connect(self.suite)
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Enter pressed once more does not call the desk

    def premier(self) -> QWidget:
        """What has the keyboard at first."""
        return self if self._bureau else self.continuer
