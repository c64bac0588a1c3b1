"""Roll call by exception: everybody present is for, but those named one by one. Names are never kept, only counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.saisie_vote import ABSTENTION, CONTRE
from scicvote.ui.widgets.champ_associe import Candidat, ChampAssocie
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile, rangee, vider
from scicvote.ui.widgets.texte import paragraphe, texte


class AppelNominal(QWidget):
    """``exception`` carries somebody and how they vote; ``reprise`` somebody whose exception is taken back."""

    exception = Signal(int, str)
    reprise = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._noms: dict[int, tuple[str, str]] = {}
        self._candidats: tuple[Candidat, ...] = ()
        self.champ = ChampAssocie(self.tr("Tous pour, sauf…"), "exception")
        self.contre = Bouton(self.tr("Contre")).nommer(self.tr("Contre (Entrée)"))
        self.abstention = Bouton(self.tr("Abstention")).nommer(self.tr("Abstention (Alt+Entrée)"))
        self.contre.clicked.connect(lambda: self._ajouter(CONTRE))
        self.abstention.clicked.connect(lambda: self._ajouter(ABSTENTION))
        self.champ.ligne.installEventFilter(self)
        self._liste = QVBoxLayout()
        self._liste.setSpacing(0)
        note = paragraphe(
            self.tr("Entrée\u00a0: contre. Alt+Entrée\u00a0: abstention. Aucun nom n’est enregistré."),
            couleur="discret",
        )
        champ = rangee(espace=8)
        champ.addWidget(self.champ, 1)
        boutons = pile(22, rangee(self.contre, self.abstention), None)
        champ.addLayout(boutons)
        self.setLayout(pile(champ, 4, note, self._liste))

    def proposer(self, candidats: Sequence[Candidat]) -> None:
        """Who votes; the exceptions named so far are forgotten when others vote."""
        if tuple(candidats) != self._candidats:
            self._candidats, self._noms = tuple(candidats), {}
            self._montrer()

    def oublier(self) -> None:
        """Forget every name."""
        self._noms = {}
        self._montrer()

    @property
    def nommes(self) -> tuple[str, ...]:
        """The exceptions as they are listed."""
        return tuple(nom for nom, _ in self._noms.values())

    def _montrer(self) -> None:
        self.champ.proposer([c for c in self._candidats if c.numero not in self._noms])
        vider(self._liste)
        for numero, (nom, choix) in self._noms.items():
            mot = self.tr("contre") if choix == CONTRE else self.tr("abstention")
            retirer = Bouton("", "icone", "x").nommer(self.tr("Reprendre {}").format(nom))
            retirer.setFixedWidth(32)
            retirer.clicked.connect(lambda _c=False, n=numero: self._reprendre(n))
            ligne = QWidget()
            ligne.setLayout(rangee(texte(nom, "fort"), texte(mot, couleur="discret"), None, retirer))
            self._liste.addWidget(ligne)

    def _ajouter(self, choix: str) -> None:
        numero = self.champ.valeur()
        if numero is None:
            self.champ.controle.setFocus()
            return
        nom = next(c.libelle for c in self._candidats if c.numero == numero)
        self._noms[numero] = (nom, choix)
        with QSignalBlocker(self.champ.ligne):
            self.champ.poser(None)
        self._montrer()
        self.champ.controle.setFocus()
        self.exception.emit(numero, choix)

    def _reprendre(self, numero: int) -> None:
        _, choix = self._noms.pop(numero)
        self._montrer()
        self.champ.controle.setFocus()
        self.reprise.emit(numero, choix)

    def eventFilter(self, objet: QObject, event: QEvent) -> bool:
        if (
            objet is self.champ.ligne
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            self._ajouter(ABSTENTION if alt else CONTRE)
            return True
        return super().eventFilter(objet, event)
