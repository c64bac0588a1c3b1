"""The window: navigation, header, page, footer. It shows pages and opens files; it knows nothing of votes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QFrame, QMainWindow, QScrollArea, QStackedWidget, QWidget

from scicvote.core.issue import Issue
from scicvote.store.refus import FichierRefuse
from scicvote.ui import theme
from scicvote.ui.etapes import ETAPES, etapes, mot_etape
from scicvote.ui.fenetre_college import FenetreCollege
from scicvote.ui.pages.page import Composer, Page
from scicvote.ui.pages.page_etape import PageEtape
from scicvote.ui.pages.premier_lancement import PagePremierLancement
from scicvote.ui.pages_fenetre import CLES, classe_de
from scicvote.ui.reglages import Reglages
from scicvote.ui.session import Session
from scicvote.ui.travaux import Travail, Travaux, attendre_tous
from scicvote.ui.widgets.anneau import AnneauFocus
from scicvote.ui.widgets.bandeau_travail import BandeauTravail
from scicvote.ui.widgets.banniere import Banniere
from scicvote.ui.widgets.entete import Entete
from scicvote.ui.widgets.fil_etapes import FilEtapes
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile, rangee
from scicvote.ui.widgets.navigation import Entree, Navigation
from scicvote.ui.widgets.pied import Pied

if TYPE_CHECKING:
    from scicvote.store.lecture import Lecture

Demonstration = Callable[[], Path]
_LOURD: Final = 2_000_000  # bytes: some thousands of associés


class MainWindow(QMainWindow):
    """``demonstration`` makes a demonstration file and gives its path; without it the button is not shown."""

    def __init__(self, session: Session, reglages: Reglages, demonstration: Demonstration | None = None) -> None:
        super().__init__()
        self.session, self.reglages, self._demonstration = session, reglages, demonstration
        session.setParent(self)
        self.setWindowTitle("SCICVote")
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(480, 360))
        self.navigation = Navigation(self.entrees())
        self.entete, self.banniere, self.pied = Entete(), Banniere(), Pied()
        self.fil, self.bandeau, self.travaux = FilEtapes(), BandeauTravail(), Travaux(self)
        self.bouton_salle = Bouton(self.tr("Écran de salle"), "petit", "monitor").nommer(
            self.tr("Écran de salle (F11)")
        )
        self.salle: QWidget | None = None
        self.college = FenetreCollege(self)
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

    def entrees(self) -> tuple[Entree, ...]:
        """The entries of the navigation."""
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
        self._adopter(self.depart)
        self.entete.ajouter(self.bouton_salle)
        contenu = QWidget()
        contenu.setObjectName("contenu")
        droite = pile(self.entete, self.fil, self.bandeau, self.banniere, espace=0)
        droite.addWidget(self._empilees, 1)
        droite.addWidget(self.pied)
        ensemble = rangee(self.navigation, espace=0)
        ensemble.addLayout(droite, 1)
        contenu.setLayout(ensemble)
        self.setCentralWidget(contenu)

    def _adopter(self, page: Page) -> None:
        """A page of the window: it is laid in its scrolling area, and its wishes are heard."""
        self.pages[page.cle] = page
        self._empilees.addWidget(_defilant(page))
        page.demande.connect(self.aller)
        page.entete_change.connect(lambda: self._entete_change(page))
        page.phrase.connect(self.banniere.dire)
        page.travail.connect(self.travailler)
        page.papier.connect(self.montrer_papier)
        page.fichier.connect(self.ouvrir)

    def page_de(self, cle: str) -> Page:
        """A page by its key, made when it is first asked for."""
        if cle not in self.pages:
            self._adopter(classe_de(cle)(self.session))
            self._perimees.add(cle)
        return self.pages[cle]

    def _relier(self) -> None:
        self.navigation.choisie.connect(self.aller)
        self.session.dossier_change.connect(self._dossier_change)
        self.session.erreur.connect(self.dire_erreur)
        self.depart.ouvrir.connect(self.choisir_fichier)
        self.depart.demonstration.connect(self.ouvrir_demonstration)
        self.depart.oubli.connect(self.oublier)
        self.fil.demandee.connect(self.aller)
        self.bouton_salle.clicked.connect(self.basculer_salle)
        self.session.assemblee_change.connect(self._assemblee_change)
        self.travaux.commence.connect(self.bandeau.commencer)
        self.travaux.avance.connect(self.bandeau.avancer)
        self.travaux.fini.connect(self.bandeau.hide)
        self.travaux.fini.connect(self._reprendre)
        self.travaux.erreur.connect(self._travail_manque)
        self.bandeau.arret.connect(self.travaux.arreter)

    def _raccourcis(self) -> None:
        for i, cle in enumerate(self.navigation.boutons, 1):
            self._raccourci(f"Ctrl+{i}", partial(self.aller, cle))
        for i in range(1, len(ETAPES) + 1):
            self._raccourci(f"Alt+{i}", partial(self._aller_etape, i))
        self._raccourci("Ctrl+K", self.ouvrir_palette)
        self._raccourci("F1", self.ouvrir_aide)
        self._raccourci("F11", self.basculer_salle)
        self._raccourci("Ctrl+N", self.creer_cooperative)
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
        """Open a file, aside when it is large. On failure a sentence says why, and what was open stays."""
        self._taire()
        if chemin.suffix.lower() == ".scicollege":
            return self.college.ouvrir(chemin)
        self._retenir_place()
        if _lourd(chemin):
            self._ouvrir_a_part(chemin)
            return True
        return self._ouvert(chemin, self.session.ouvrir(chemin))

    def _ouvrir_a_part(self, chemin: Path) -> None:
        def prendre(lu: Lecture | None) -> None:
            self._ouvert(chemin, self.session.prendre(chemin, lu))

        nom = self.tr("Ouverture de {}").format(chemin.name)
        self.travailler(nom, lambda _progres: self.session.lire(chemin), prendre)

    def _ouvert(self, chemin: Path, ouvert: bool) -> bool:
        if ouvert:
            self.reglages.noter_ouvert(chemin)
            self._retrouver_place()
            return True
        self.oublier(chemin)
        return False

    def oublier(self, chemin: Path) -> None:
        """Take a file out of the recent ones."""
        self.reglages.oublier(chemin)
        self.depart.montrer_recents(self.reglages.recents)

    def creer_cooperative(self) -> None:
        """Ctrl+N: begin a new cooperative."""
        self.aller("creation", "")

    def choisir_fichier(self) -> None:
        """Ask for a file, then open it."""
        recents = self.reglages.recents
        depart = str(recents[0].parent) if recents else str(Path.home())
        filtre = self.tr("Coopératives et collèges (*.scic *.scicollege);;Tous les fichiers (*)")
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
            self._retenir_place()
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
        if cle == self.depart.cle and not self.session.ouverte:
            self._montrer_depart()
        cle = self.college.page(cle)
        if cle not in CLES or not (self.session.ouverte or classe_de(cle).sans_fichier):
            return
        page = self.page_de(cle)
        if argument is not None and isinstance(page, PageEtape):
            page.recevoir(argument)
        if cle in self._perimees:
            self._perimees.discard(cle)
            page.actualiser()
        if argument is not None and not isinstance(page, PageEtape):
            page.recevoir(argument)
        self._montrer(page)

    def _aller_etape(self, rang: int) -> None:
        suite = etapes(self.session.ag) if self.session.ag is not None else ()
        if rang <= len(suite):
            self.aller(suite[rang - 1].cle)

    def _montrer(self, page: Page) -> None:
        if page is not self.page:
            self.banniere.passer()
        self._empilees.setCurrentWidget(_cadre(page))
        self.navigation.marquer(page.rubrique or page.cle)
        self._entete_change(page)
        if (premier := page.premier_focus()) is not None:
            premier.setFocus()

    def _montrer_depart(self) -> None:
        self.depart.montrer_recents(self.reglages.recents)
        self.navigation.activer(False)
        self.navigation.nommer("", "")
        self.entete.dater(None, self.session.aujourdhui)
        self._montrer(self.depart)

    def _entete_change(self, page: Page) -> None:
        if page is not self.page:
            return
        ag = self.session.ag
        etape = page.etape if isinstance(page, PageEtape) else ""
        self.fil.montrer(etapes(ag) if ag is not None and etape else (), etape)
        self.bouton_salle.setVisible(bool(etape) and ag is not None)
        self.entete.dire(page.titre(), page.sous_titre())
        self._changer_pied(page)

    def _changer_pied(self, page: Page) -> None:
        """Other buttons in the footer; the keyboard that was on one that goes stays there, on the primary one."""
        focus, boutons = QApplication.focusWidget(), page.boutons()
        au_pied = focus is not None and self.pied.isAncestorOf(focus) and focus not in boutons
        self.pied.montrer(page, page.aides(), boutons)
        self.pied.reduire(self._etroite)
        if au_pied and boutons:
            boutons[-1].setFocus()

    def _dossier_change(self) -> None:
        """Another state: the page that is shown follows at once, the others when they are shown."""
        if not self.session.ouverte:
            self._montrer_depart()
            return
        self.navigation.activer(True)
        self.entete.dater(self.session.enregistre, self.session.aujourdhui)
        self.college.cadrer()
        self._perimees = set(self.pages) - {self.depart.cle}
        page = self.page
        self.aller("accueil" if page is self.depart else page.cle)

    def _assemblee_change(self) -> None:
        """Another assembly in hand: the steps that are not shown follow when they are."""
        self._perimees |= {cle for cle, page in self.pages.items() if isinstance(page, PageEtape)}

    # --- where one was

    def _retenir_place(self) -> None:
        """Keep where one is in the open file."""
        if self.session.ouverte and self.page is not self.depart:
            self.reglages.retenir_place(
                self.session.chemin, (self.page.cle, self.session.assemblee, self.page.instantane())
            )

    def _retrouver_place(self) -> None:
        """Come back to where one was in this file, where that still exists."""
        place = self.reglages.place(self.session.chemin)
        if place is None:
            return
        cle, assemblee, instantane = place
        if self.session.dossier.assemblee(assemblee or 0) is not None:
            self.session.choisir_assemblee(assemblee)
        if cle in CLES and (cle not in ETAPES or self.session.ag is not None):
            self.aller(cle)
            self.page.restituer(instantane)

    # --- long work, papers, help

    @Slot(str, object, object)
    def travailler(self, libelle: str, travail: Travail[Any], apres: Callable[[Any], None]) -> None:
        """Run a long work aside, one at a time."""
        if not self.travaux.lancer(libelle, travail, apres):
            self.banniere.dire(self.tr("Un autre travail est en cours\u00a0: l’attendre, ou l’arrêter."), "alerte")
            if isinstance(page := self.sender(), Page):
                self._perimees.add(page.cle)  # what it wanted to read, it reads once the other work is over

    def _reprendre(self) -> None:
        """The page that is shown reads what another work had kept it from reading."""
        page = self.page
        if page.cle in self._perimees and self.session.ouverte:
            self._perimees.discard(page.cle)
            QTimer.singleShot(0, page, page.actualiser)

    def _travail_manque(self, erreur: BaseException) -> None:
        if isinstance(erreur, FichierRefuse):
            self.dire_erreur(str(erreur))
        else:
            sys.excepthook(type(erreur), erreur, erreur.__traceback__)

    @Slot(str, str, object)
    def montrer_papier(self, titre: str, fichier: str, composer: Composer) -> None:
        """Compose a paper aside, then show it as it prints."""

        def montrer(compose: tuple[bytes | None, tuple[Issue, ...]]) -> None:
            octets, issues = compose
            if octets is None:
                from scicvote.ui.dialogs.confirmation import DialogueIssues

                DialogueIssues(self.tr("Ce papier ne peut pas être composé"), issues, parent=self).open()
                return
            from scicvote.ui.dialogs.apercu import Apercu  # QtPdf is loaded with the first paper

            self.apercu = Apercu(titre, octets, fichier, issues, self)
            self.apercu.open()

        self.travailler(self.tr("Composition\u00a0: {}").format(titre), composer, montrer)

    def ouvrir_palette(self) -> None:
        """Ctrl+K."""
        from scicvote.ui.commandes_fenetre import commandes
        from scicvote.ui.dialogs.palette import Palette

        self.palette_commandes = Palette(commandes(self), self)
        self.palette_commandes.open()

    def ouvrir_aide(self) -> None:
        """F1."""
        page = self.page
        titre = self.tr("Aide\u00a0: {}").format(self._nom_de(page))
        from scicvote.ui.dialogs.aide import DialogueAide

        numeros = self.session.ouverte and bool(self.session.statuts().references)
        self.dialogue_aide = DialogueAide(titre, page.cle_aide or page.cle, page.aides(), self, numeros)
        self.dialogue_aide.open()

    def _nom_de(self, page: Page) -> str:
        noms = {entree.cle: entree.mot for entree in self.entrees()}
        if isinstance(page, PageEtape):
            return mot_etape(page.etape)
        return noms.get(page.cle, page.titre())

    def basculer_salle(self) -> None:
        """F11: the screen of the room, shown or put away."""
        if self.salle is not None and self.salle.isVisible():
            self.salle.close()
            return
        if self.session.ag is None:
            self.banniere.dire(
                self.tr("Ouvrir d’abord une assemblée\u00a0: l’écran de salle suit ses votes."), "accent"
            )
            return
        if self.salle is None:
            from scicvote.ui.projection import EcranSalle

            self.salle = EcranSalle(self.session)
        self.salle.montrer_sur(self.screen())  # type: ignore[attr-defined]

    def commandes_fenetre(self) -> tuple[tuple[str, str, str, Callable[[], object]], ...]:
        """What the window itself can do, for the palette: words, keys, icon, action."""
        toujours = (
            (self.tr("Ouvrir un fichier…"), "Ctrl+O", "folder-open", self.choisir_fichier),
            (self.tr("Nouvelle coopérative…"), "Ctrl+N", "plus", self.creer_cooperative),
            (self.tr("Aide de cette page"), "F1", "circle-question-mark", self.ouvrir_aide),
        )
        if not self.session.ouverte:
            return toujours
        return (
            *toujours,
            (self.tr("Écran de salle"), "F11", "monitor", self.basculer_salle),
            (self.tr("Fermer la coopérative"), "Ctrl+W", "x", self.fermer_fichier),
        )

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter presses the primary button, wherever the keyboard is, unless the page has a use of its own for it."""
        commande = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if commande and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            principal = self.pied.principal()
            if principal is not None and principal.isEnabled():
                principal.click()
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        etroite = event.size().width() < theme.FENETRE_ETROITE
        if etroite != self._etroite:
            self._etroite = etroite
            self.navigation.reduire(etroite)
            self.fil.reduire(etroite)
            self.pied.reduire(etroite)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _depose(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        chemin = _depose(event)
        if chemin is not None:
            event.acceptProposedAction()
            if chemin.suffix != ".toml":
                self.ouvrir(chemin)
            else:
                nouvelle = self.page.sans_fichier or not self.session.ouverte
                self.aller("creation" if nouvelle else "statuts", chemin)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reglages.geometrie = self.saveGeometry()
        self._retenir_place()
        self.travaux.attendre()
        attendre_tous()
        if self.salle is not None:
            self.salle.close()
        self.session.blockSignals(True)
        self.session.fermer()
        if (isoloir := self.findChild(QWidget, "isoloir")) is not None:  # over the screen, it would outlive the program
            isoloir.close()
        super().closeEvent(event)


def _lourd(chemin: Path) -> bool:
    """Whether a file takes long enough to open for the window to be held up."""
    try:
        return chemin.stat().st_size > _LOURD
    except (OSError, ValueError):
        return False


def _depose(event: QDropEvent) -> Path | None:
    """The one file that is being dropped: a cooperative, a college's file, or statutes to begin one with (``.toml``)."""
    noms = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return noms[0] if len(noms) == 1 and noms[0].suffix in (".scic", ".scicollege", ".toml") else None


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
