"""A paper beside the fields that fill it: composed again, aside, each time what it tells has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from scicvote.core.issue import Issue
from scicvote.ui.travaux import Travaux
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.vide import Vide

if TYPE_CHECKING:
    from scicvote.ui.dialogs.apercu import VuePdf

Compose = tuple[bytes | None, tuple[Issue, ...]]
_DELAI = 150  # milliseconds without a change before it is composed again


class CarteApercu(Carte):
    """``composer`` gives the PDF (on another thread); ``compose`` follows each new one, with what it cannot show."""

    compose = Signal(object)

    def __init__(self, titre: str, composer: Callable[[], Compose], parent: QWidget | None = None) -> None:
        super().__init__(titre, " ")
        self.setParent(parent)
        self._composer = composer
        self._travaux = Travaux(self)
        self._perimee = True
        self._vue: VuePdf | None = None
        self.octets: bytes | None = None
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.setInterval(_DELAI)
        self._minuterie.timeout.connect(self._lancer)
        self._travaux.fini.connect(self._fini)
        self._travaux.erreur.connect(self._manque)
        self.vide = Vide("file-text", self.tr("Composition de l’aperçu"), "")
        self._pile = QStackedWidget()
        self._pile.addWidget(self.vide)
        self.moins = Bouton("", "icone", "minus").nommer(self.tr("Réduire l’aperçu"))
        self.plus = Bouton("", "icone", "plus").nommer(self.tr("Agrandir l’aperçu"))
        for bouton, facteur in ((self.moins, 0.8), (self.plus, 1.25)):
            bouton.setFixedWidth(32)
            bouton.setEnabled(False)
            bouton.clicked.connect(lambda _coche=False, f=facteur: self._zoomer(f))
        if self.tete is not None and (boite := self.tete.layout()) is not None:
            boite.addWidget(self.moins)
            boite.addWidget(self.plus)
        self.ajouter(self._pile, 1)
        self.setMinimumHeight(360)

    def _zoomer(self, facteur: float) -> None:
        if self._vue is not None:
            self._vue.zoomer(facteur)

    def perimer(self) -> None:
        """What the paper tells has changed."""
        self._perimee = True
        if self.isVisible():
            self._minuterie.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._perimee:
            self._minuterie.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minuterie.stop()

    def _lancer(self) -> None:
        if self._travaux.lancer("", lambda _progres: self._composer(), self._montrer):
            self._perimee = False

    def _fini(self) -> None:
        if self._perimee and self.isVisible():
            self._minuterie.start()

    def _manque(self, erreur: BaseException) -> None:
        self.vide.dire(self.tr("L’aperçu ne peut pas être composé"), str(erreur))
        self._pile.setCurrentIndex(0)

    def _montrer(self, compose: Compose) -> None:
        octets, issues = compose
        self.octets = octets
        if octets is None:
            self.vide.dire(self.tr("Pas encore d’aperçu"), " ".join(issue.phrase for issue in issues))
            self._pile.setCurrentIndex(0)
        else:
            self._montrer_pdf(octets)
        self.compose.emit(compose)

    def _montrer_pdf(self, octets: bytes) -> None:
        from scicvote.ui.dialogs.apercu import VuePdf  # QtPdf is loaded with the first paper

        if self._vue is None:
            self._vue = VuePdf(self.titre.text(), self)
            self._pile.addWidget(self._vue)
        self._vue.montrer(octets)
        self._pile.setCurrentWidget(self._vue)
        self.note.setText(self.tr("{} pages").format(self._vue.pages) if self._vue.pages > 1 else self.tr("1 page"))
        self.moins.setEnabled(True)
        self.plus.setEnabled(True)
