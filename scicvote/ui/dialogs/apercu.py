"""A paper as it prints, before it is saved or printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPalette, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from scicvote.core.exact import accord
from scicvote.core.issue import Issue
from scicvote.exchange.fichiers import ecrire_octets
from scicvote.ui import theme
from scicvote.ui.apparence import courante
from scicvote.ui.widgets.anneau import AnneauFocus
from scicvote.ui.widgets.banniere import Banniere
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.mise_en_page import pile, rangee
from scicvote.ui.widgets.texte import texte

_PAS_ZOOM = 1.25


class VuePdf(QPdfView):
    """Pages one under the other, as wide as there is room, until a zoom is asked for."""

    def __init__(self, nom: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(nom)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # Of no parent: QPdfView reads its document while it is destroyed, and would find it gone.
        self._document = QPdfDocument()
        self._tampon = QBuffer(self._document)
        self.setDocument(self._document)
        self.setFrameShape(QPdfView.Shape.NoFrame)
        self._teindre()

    def _teindre(self) -> None:
        """The ground around the pages."""
        fond = self.palette()
        fond.setColor(QPalette.ColorRole.Dark, QColor(courante().creux))
        self.setPalette(fond)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._teindre()

    @property
    def pages(self) -> int:
        return self._document.pageCount()

    def montrer(self, octets: bytes) -> None:
        """Show a PDF; the place that was read stays where it can."""
        defile = self.verticalScrollBar().value()
        self._document.close()
        self._tampon.close()
        self._tampon.setData(QByteArray(octets))
        self._tampon.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._tampon)
        self.verticalScrollBar().setValue(defile)

    def zoomer(self, facteur: float) -> None:
        """Larger or smaller, from what is seen."""
        if self.zoomMode() != QPdfView.ZoomMode.Custom:
            large = self._document.pagePointSize(0).width() * self.logicalDpiX() / 72 if self.pages else 1.0
            self.setZoomFactor(max(0.1, (self.viewport().width() - 24) / max(1.0, large)))
            self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(min(8.0, max(0.2, self.zoomFactor() * facteur)))

    def ajuster(self) -> None:
        """As wide as there is room."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def imprimer(self, imprimante: QPrinter) -> None:
        """Every page on the printer, at its own size."""
        peintre = QPainter(imprimante)
        for page in range(self.pages):
            if page:
                imprimante.newPage()
            place = imprimante.pageRect(QPrinter.Unit.DevicePixel).toRect()
            image = self._document.render(page, QSize(place.width(), place.height()))
            peintre.drawImage(place.topLeft(), image)
        peintre.end()


class Apercu(QDialog):
    """``fichier`` is the name proposed to save it. ``issues``: what the paper cannot show, said above it."""

    def __init__(
        self,
        titre: str,
        octets: bytes,
        fichier: str,
        issues: Sequence[Issue] = (),
        parent: QWidget | None = None,
        enregistrer_vers: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(titre)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._octets, self._fichier = octets, fichier
        self._demander = enregistrer_vers or self._demander_chemin
        self.vue = VuePdf(titre, self)
        self.banniere = Banniere()
        self.remarques = ListeIssues()
        self.remarques.montrer(issues)
        self._composer(titre)
        self.anneau = AnneauFocus(self)
        self.vue.montrer(octets)
        self.pages.setText(accord(self.vue.pages, "page"))
        parent_taille = parent.window().size() if parent else QSize(1200, 860)
        self.resize(min(1100, max(parent_taille.width() - 80, 480)), max(parent_taille.height() - 60, 400))
        QTimer.singleShot(0, self.vue, self.vue.setFocus)

    def _composer(self, titre: str) -> None:
        self.pages = texte("", couleur="discret")
        moins = Bouton("", "icone", "minus").nommer(self.tr("Réduire (Ctrl+−)"))
        plus = Bouton("", "icone", "plus").nommer(self.tr("Agrandir (Ctrl++)"))
        large = Bouton(self.tr("Largeur"), "petit").nommer(self.tr("Toute la largeur (Ctrl+0)"))
        for bouton, facteur in ((moins, 1 / _PAS_ZOOM), (plus, _PAS_ZOOM)):
            bouton.setFixedWidth(32)
            bouton.clicked.connect(lambda _coche=False, f=facteur: self.vue.zoomer(f))
        large.clicked.connect(self.vue.ajuster)
        for touches, action in (
            ("Ctrl+-", lambda: self.vue.zoomer(1 / _PAS_ZOOM)),
            ("Ctrl++", lambda: self.vue.zoomer(_PAS_ZOOM)),
            ("Ctrl+0", self.vue.ajuster),
            ("Ctrl+S", self.enregistrer),
            ("Ctrl+P", self.imprimer),
        ):
            QShortcut(QKeySequence(touches), self).activated.connect(action)
        haut = rangee(texte(titre, "titre"), 8, self.pages, None, moins, plus, large, espace=8)
        haut.setContentsMargins(theme.GOUTTIERE, 14, theme.GOUTTIERE, 14)
        self.fermer = Bouton(self.tr("Fermer"), "pied")
        self.fermer.clicked.connect(self.accept)
        self.bouton_imprimer = Bouton(self.tr("Imprimer…"), "pied", "printer")
        self.bouton_imprimer.clicked.connect(self.imprimer)
        self.bouton_enregistrer = Bouton(self.tr("Enregistrer le PDF…"), "principal")
        self.bouton_enregistrer.clicked.connect(self.enregistrer)
        bas = QWidget()
        bas.setObjectName("pied")
        bas.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bas.setFixedHeight(theme.PIED)
        pied = rangee(None, self.fermer, self.bouton_imprimer, self.bouton_enregistrer, espace=12)
        pied.setContentsMargins(theme.GOUTTIERE, 0, theme.GOUTTIERE, 0)
        bas.setLayout(pied)
        remarques = pile(self.remarques)
        remarques.setContentsMargins(theme.GOUTTIERE, 0, theme.GOUTTIERE, 0)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(0)
        boite.addLayout(haut)
        boite.addWidget(self.banniere)
        boite.addLayout(remarques)
        boite.addWidget(self.vue, 1)
        boite.addWidget(bas)

    def _demander_chemin(self, fichier: str) -> str:
        depart = str(Path.home() / fichier)
        nom, _ = QFileDialog.getSaveFileName(self, self.tr("Enregistrer"), depart, self.tr("PDF (*.pdf)"))
        return nom

    def enregistrer(self) -> None:
        """Save the PDF under a name that is asked for."""
        nom = self._demander(self._fichier)
        if not nom:
            return
        issues = ecrire_octets(Path(nom), self._octets)
        if issues:
            self.banniere.dire(issues[0].phrase, "faute")
        else:
            self.banniere.dire(self.tr("Enregistré\u00a0: {}").format(nom), "bon")

    def imprimer(self) -> None:
        """Print, after the system's own dialog."""
        imprimante = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialogue = QPrintDialog(imprimante, self)
        dialogue.accepted.connect(lambda: self.vue.imprimer(imprimante))
        QDialog.open(dialogue)  # QPrintDialog hides it behind an overload that wants a slot
