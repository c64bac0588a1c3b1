"""A sealed urn as its window asks for it: the scrutateurs' phrase, then the recovery sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from scicvote.actes import isoloir
from scicvote.actes.isoloir import UrnePlacee
from scicvote.actes.papier_urne import imprimer_fiche
from scicvote.core.phrase_secrete import LONGUEUR
from scicvote.store.depot import Acte, Depot
from scicvote.ui import polices
from scicvote.ui.dialogs.apercu import Apercu
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.heures import heure_par_defaut
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.case import Case
from scicvote.ui.widgets.champ_phrase import ChampPhrase
from scicvote.ui.widgets.formulaire import Formulaire
from scicvote.ui.widgets.mise_en_page import pile
from scicvote.ui.widgets.texte import paragraphe, texte


class DialoguePlacerUrne(DialogueActe):
    """The phrase, twice; ``placee`` then carries the urn with its recovery key. Nothing typed is kept."""

    placee = Signal(object)  # UrnePlacee

    def __init__(self, session: Session, resolution: int, parent: QWidget | None = None) -> None:
        self._resolution = resolution
        self._placee: UrnePlacee | None = None
        self.phrase = ChampPhrase(self.tr("Phrase des scrutateurs"), "phrase")
        self.phrase.aider(
            self.tr("Au moins {} caractères\u00a0; quatre mots sans rapport conviennent.").format(LONGUEUR)
        )
        self.seconde = ChampPhrase(self.tr("La même, une seconde fois"), "seconde")
        super().__init__(
            session,
            self.tr("Sceller l’urne"),
            Formulaire(self.phrase, self.seconde),
            self._demande,
            self.tr("Sceller et ouvrir le scrutin"),
            parent,
            self.tr(
                "Les bulletins sont chiffrés\u00a0; il faudra cette phrase pour ouvrir l’urne. Les scrutateurs la choisissent et la "
                "tapent eux-mêmes\u00a0: le programme ne la garde pas."
            ),
        )
        self.lisible = Case(self.tr("Montrer la phrase"))
        self.lisible.toggled.connect(self._montrer)
        self.corps.addWidget(self.lisible)

    def _montrer(self, lisible: bool) -> None:
        for champ in (self.phrase, self.seconde):
            champ.montrer(lisible)

    def _demande(self) -> ActeDemande | None:
        ag = self.session.ag
        if ag is None:
            return None
        moment = heure_par_defaut(ag, self.session.maintenant)

        def placer(depot: Depot) -> Acte:
            if depot.en_essai:
                return isoloir.essayer_ouverture(depot, ag.numero, self._resolution, moment)
            phrases = self.phrase.texte(), self.seconde.texte()
            self._placee = isoloir.ouvrir(depot, ag.numero, self._resolution, *phrases, moment)
            return self._placee.acte

        return placer

    def executer(self) -> None:
        super().executer()
        self.ajuster()

    def _apres(self, acte: Acte) -> None:
        placee, self._placee = self._placee, None
        self.phrase.effacer()
        self.seconde.effacer()
        super()._apres(acte)
        self.placee.emit(placee)


class ApercuSecret(Apercu):
    """A paper that is printed and never saved."""

    def __init__(self, titre: str, octets: bytes, parent: QWidget | None = None) -> None:
        super().__init__(titre, octets, "", parent=parent)
        self.bouton_enregistrer.hide()

    def enregistrer(self) -> None:
        """Not this one."""


class DialogueSecours(Cadre):
    """The recovery key, once: printed, or copied by hand. It does not close before that is said to be done."""

    def __init__(self, session: Session, placee: UrnePlacee, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("La fiche de secours"), parent, 640)
        self._session, self._scrutin, self._lignes = session, placee.scrutin, placee.secours
        self.apercu: ApercuSecret | None = None
        self.corps.addWidget(
            paragraphe(
                self.tr(
                    "Si la phrase est oubliée, cette clé seule ouvrira l’urne. L’imprimer, ou la recopier, et la mettre sous "
                    "enveloppe. Elle n’est gardée nulle part et ne se montre qu’une fois."
                ),
                "corps15",
            )
        )
        self.cle = texte("\n".join(self._lignes), "titre")
        self.cle.setFont(polices.police(graisse=QFont.Weight.Medium, tabulaire=True))
        self.cle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cle.setAccessibleName(self.tr("Clé de secours"))
        self.corps.addLayout(pile(self.cle))
        self.corps.addWidget(
            Encart(
                "alerte",
                "triangle-alert",
                self.tr("Avec une copie du fichier, cette clé lit les bulletins."),
                self.tr("Ne pas la photographier ni l’enregistrer sur cet ordinateur."),
            )
        )
        self.faite = Case(self.tr("La fiche est sous enveloppe"))
        self.faite.toggled.connect(self._pret)
        self.corps.addWidget(self.faite)
        self.imprimer = self.bouton(self.tr("Imprimer la fiche…"), "pied", "printer")
        self.imprimer.clicked.connect(self._imprimer)
        self.suite = self.bouton(self.tr("Commencer le vote"), "principal")
        self.suite.setEnabled(False)
        self.suite.clicked.connect(self.accept)
        self.imprimer.setFocus()

    def _pret(self, faite: bool) -> None:
        self.suite.setEnabled(faite)

    def _imprimer(self) -> None:
        ag = self._session.ag
        if ag is None:
            return
        octets = imprimer_fiche(self._session.depot, ag.numero, self._scrutin, self._lignes, self._session.maintenant)
        self.apercu = ApercuSecret(self.tr("Fiche de secours"), octets, self)
        self.apercu.open()

    def reject(self) -> None:
        """Escape does not lose the key: the sheet is said to be done first."""
        if self.faite.isChecked():
            super().reject()

    def done(self, resultat: int) -> None:
        self.cle.clear()
        self._lignes = ()
        super().done(resultat)


def placer_urne(session: Session, resolution: int, parent: QWidget, suite: Callable[[], object]) -> DialoguePlacerUrne:
    """Ask for the phrase, give the recovery key, then go on."""
    dialogue = DialoguePlacerUrne(session, resolution, parent)

    def donner(placee: UrnePlacee) -> None:
        fiche = DialogueSecours(session, placee, parent)
        fiche.accepted.connect(lambda: suite())
        fiche.open()

    dialogue.placee.connect(donner)
    dialogue.open()
    return dialogue
