"""The window: navigation, header, page, footer. It shows pages and opens files; it knows nothing of votes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QMainWindow, QScrollArea, QStackedWidget, QWidget

from scicvote.store.base import FichierRefuse
from scicvote.ui import theme
from scicvote.ui.pages.accueil import PageAccueil
from scicvote.ui.pages.assemblees import PageAssemblees
from scicvote.ui.pages.associes import PageAssocies
from scicvote.ui.pages.colleges import PageColleges
from scicvote.ui.pages.journal import PageJournal
from scicvote.ui.pages.page import Page
from scicvote.ui.pages.premier_lancement import PagePremierLancement
from scicvote.ui.pages.registres import PageRegistres
from scicvote.ui.pages.resultats import PageResultats
from scicvote.ui.pages.statuts import PageStatuts
from scicvote.ui.reglages import Reglages
from scicvote.ui.session import Session
from scicvote.ui.widgets.anneau import AnneauFocus
from scicvote.ui.widgets.banniere import Banniere
from scicvote.ui.widgets.entete import Entete
from scicvote.ui.widgets.mise_en_page import pile, rangee
from scicvote.ui.widgets.navigation import Entree, Navigation
from scicvote.ui.widgets.pied import Pied

Demonstration = Callable[[], Path]
_PAGES: Final[tuple[type[Page], ...]] = (
    PageAccueil,
    PageAssocies,
    PageColleges,
    PageAssemblees,
    PageRegistres,
    PageStatuts,
    PageJournal,
    PageResultats,
)


class MainWindow(QMainWindow):
    """``demonstration`` makes a demonstration file and gives its path; without it the button is not shown."""

    def __init__(self, session: Session, reglages: Reglages, demonstration: Demonstration | None = None) -> None:
        super().__init__()
        self.session, self.reglages, self._demonstration = session, reglages, demonstration
        session.setParent(self)
        self.setWindowTitle("SCICVote")
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(480, 360))
        self.navigation = Navigation(self._entrees())
        self.entete, self.banniere, self.pied = Entete(), Banniere(), Pied()
        self.pages: dict[str, Page] = {}
        self._perimees: set[str] = set()
        self._etroite = False
        self._empilees = QStackedWidget()
        self.depart = PagePremierLancement(session, demonstration is not None)
        self._composer()
        self._relier()
        self.anneau = AnneauFocus(self)
        self._raccourcis()
        self._placer()
        self._montrer_depart()

    # --- building

    def _entrees(self) -> tuple[Entree, ...]:
        return (
            Entree("accueil", self.tr("Accueil"), "house"),
            Entree("associes", self.tr("Associés"), "users"),
            Entree("colleges", self.tr("Collèges"), "colleges"),
            Entree("assemblees", self.tr("Assemblées"), "vote"),
            Entree("registres", self.tr("Registres"), "book"),
            Entree("statuts", self.tr("Statuts"), "file-text"),
            Entree("journal", self.tr("Journal"), "clock"),
        )

    def _composer(self) -> None:
        for page in (self.depart, *(genre(self.session) for genre in _PAGES)):
            self.pages[page.cle] = page
            self._empilees.addWidget(_defilant(page))
            page.demande.connect(self.aller)
            page.entete_change.connect(self._entete_change)
        contenu = QWidget()
        contenu.setObjectName("contenu")
        droite = pile(self.entete, self.banniere, espace=0)
        droite.addWidget(self._empilees, 1)
        droite.addWidget(self.pied)
        ensemble = rangee(self.navigation, espace=0)
        ensemble.addLayout(droite, 1)
        contenu.setLayout(ensemble)
        self.setCentralWidget(contenu)

    def _relier(self) -> None:
        self.navigation.choisie.connect(self.aller)
        self.session.dossier_change.connect(self._dossier_change)
        self.session.erreur.connect(self.dire_erreur)
        self.depart.ouvrir.connect(self.choisir_fichier)
        self.depart.demonstration.connect(self.ouvrir_demonstration)
        self.depart.recent.connect(self.ouvrir)

    def _raccourcis(self) -> None:
        for i, cle in enumerate(self.navigation.boutons, 1):
            self._raccourci(f"Ctrl+{i}", partial(self.aller, cle))
        self._raccourci("Ctrl+O", self.choisir_fichier)
        self._raccourci("Ctrl+F", self.chercher)
        self._raccourci("Ctrl+W", self.fermer_fichier)

    def _raccourci(self, touches: str, action: Callable[[], object]) -> None:
        QShortcut(QKeySequence(touches), self).activated.connect(action)

    def _placer(self) -> None:
        geometrie = self.reglages.geometrie
        if geometrie is None or not self.restoreGeometry(geometrie):
            self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))

    # --- files

    def demarrer(self, chemin: Path | None = None) -> None:
        """Open the file asked for, else the last one; where that fails, say it and show the first page."""
        voulu = chemin or self.reglages.dernier
        if voulu is not None:
            self.ouvrir(voulu)

    def ouvrir(self, chemin: Path) -> bool:
        """Open a file. On failure a sentence says why, and what was open stays."""
        self._taire()
        if self.session.ouvrir(chemin):
            self.reglages.noter_ouvert(chemin)
            return True
        self.reglages.oublier(chemin)
        self.depart.montrer_recents(self.reglages.recents)
        return False

    def choisir_fichier(self) -> None:
        """Ask for a file, then open it."""
        recents = self.reglages.recents
        depart = str(recents[0].parent) if recents else str(Path.home())
        filtre = self.tr("Coopératives (*.scic);;Tous les fichiers (*)")
        nom, _ = QFileDialog.getOpenFileName(self, self.tr("Ouvrir une coopérative"), depart, filtre)
        if nom:
            self.ouvrir(Path(nom))

    def ouvrir_demonstration(self) -> None:
        """Make the demonstration's file, then open it."""
        if self._demonstration is None:
            return
        try:
            chemin = self._demonstration()
        except (FichierRefuse, OSError) as erreur:
            self.dire_erreur(str(erreur))
            return
        self.ouvrir(chemin)

    def fermer_fichier(self) -> None:
        """Close the file and go back to the first page."""
        if self.session.ouverte:
            self.reglages.noter_ferme()
            self.session.fermer()

    # --- pages

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return next(page for page in self.pages.values() if _cadre(page) is self._empilees.currentWidget())

    @Slot(str)
    @Slot(str, object)
    def aller(self, cle: str, argument: object = None) -> None:
        """Show a page, fresh, with the keyboard where one begins."""
        if not self.session.ouverte:
            return
        page = self.pages[cle]
        if cle in self._perimees:
            self._perimees.discard(cle)
            page.actualiser()
        if argument is not None:
            page.recevoir(argument)
        self._montrer(page)

    def _montrer(self, page: Page) -> None:
        self._empilees.setCurrentWidget(_cadre(page))
        self.navigation.marquer(page.rubrique or page.cle)
        self._entete_change()
        if (premier := page.premier_focus()) is not None:
            premier.setFocus()

    def _montrer_depart(self) -> None:
        self.depart.montrer_recents(self.reglages.recents)
        self.navigation.activer(False)
        self.navigation.nommer("", "")
        self.entete.dater(None, self.session.aujourdhui)
        self._montrer(self.depart)

    def _entete_change(self) -> None:
        page = self.page
        self.entete.dire(page.titre(), page.sous_titre())
        self.pied.montrer(page, page.aides(), page.boutons())
        self.pied.reduire(self._etroite)

    def _dossier_change(self) -> None:
        """Another state: the page that is shown follows at once, the others when they are shown."""
        if not self.session.ouverte:
            self._montrer_depart()
            return
        self.navigation.activer(True)
        self.navigation.nommer(self.session.statuts().denomination, self.session.chemin.name)
        self.entete.dater(self.session.enregistre, self.session.aujourdhui)
        self.setWindowTitle(f"{self.session.statuts().denomination} – SCICVote")
        self._perimees = {cle for cle in self.pages if cle != self.depart.cle}
        page = self.page
        self.aller("accueil" if page is self.depart else page.cle)

    def chercher(self) -> None:
        """Ctrl+F: the page's own search, else the register's."""
        if self.session.ouverte and not self.page.chercher():
            self.aller("associes")
            self.page.chercher()

    # --- sentences

    def dire_erreur(self, phrase: str) -> None:
        """Say what went wrong, across the top."""
        self.banniere.dire(phrase)

    def _taire(self) -> None:
        self.banniere.taire()

    # --- Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        etroite = event.size().width() < theme.FENETRE_ETROITE
        if etroite != self._etroite:
            self._etroite = etroite
            self.navigation.reduire(etroite)
            self.pied.reduire(etroite)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _depose(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        chemin = _depose(event)
        if chemin is not None:
            event.acceptProposedAction()
            self.ouvrir(chemin)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reglages.geometrie = self.saveGeometry()
        self.session.blockSignals(True)
        self.session.fermer()
        super().closeEvent(event)


def _depose(event: QDropEvent) -> Path | None:
    """The one ``.scic`` file that is being dropped."""
    noms = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return noms[0] if len(noms) == 1 and noms[0].suffix == ".scic" else None


def _defilant(page: Page) -> QScrollArea:
    """The page in an area that scrolls where the window is smaller than what it needs."""
    zone = QScrollArea()
    zone.setWidgetResizable(True)
    zone.setFrameShape(QFrame.Shape.NoFrame)
    zone.setFocusPolicy(zone.focusPolicy().NoFocus)
    zone.setWidget(page)
    return zone


def _cadre(page: Page) -> QWidget:
    """The scrolling area that holds a page."""
    zone = page.parentWidget()
    while zone is not None and not isinstance(zone, QScrollArea):
        zone = zone.parentWidget()
    return zone or page
