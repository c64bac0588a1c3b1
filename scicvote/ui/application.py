"""The Qt application: language, fonts, appearance; and the start of the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from scicvote.paths import ressources
from scicvote.ui import erreurs, polices
from scicvote.ui.amorce import Amorce
from scicvote.ui.apparence import apparence
from scicvote.ui.correctifs import garder_vrai
from scicvote.ui.icones import icone_programme
from scicvote.ui.reglages import Reglages


def creer_application(argv: Sequence[str] = ()) -> QApplication:
    """The application, dressed: fonts loaded, French set, light or dark as the system is."""
    garder_vrai()
    existante = QApplication.instance()
    application = existante if isinstance(existante, QApplication) else QApplication(list(argv))
    application.setApplicationName("SCICVote")
    application.setStyle("Fusion")
    _parler_francais(application)
    polices.charger()
    application.setFont(polices.police())
    application.setWindowIcon(icone_programme())
    apparence(application)
    return application


def _parler_francais(application: QApplication) -> None:
    """French dates, and Qt's own words (Cancel, Yes…) in French."""
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    de_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # The second catalogue has what the first leaves in English.
    for nom, dossier in (("qtbase_fr", de_qt), ("qt_complement_fr", str(ressources() / "i18n"))):
        traducteur = QTranslator(application)
        if traducteur.load(nom, dossier):
            application.installTranslator(traducteur)


def lancer(chemin: str | None = None, demonstration: Callable[[], Path] | None = None) -> int:
    """Run the program until its window closes; ``chemin`` is opened, else the file of last time.

    Something is painted at once; the window and what the file needs are loaded then, and take its place.
    """
    application = creer_application(["scicvote"])
    reglages, voulu = Reglages(), Path(chemin) if chemin else None
    amorce = Amorce(reglages, voulu)
    ouvertes: list[QWidget] = []

    def ouvrir() -> None:
        ouvertes.append(_fenetre(reglages, voulu, demonstration))
        amorce.close()

    apres_peinture(amorce, ouvrir)
    amorce.show()
    return application.exec()


def _fenetre(reglages: Reglages, chemin: Path | None, demonstration: Callable[[], Path] | None) -> QWidget:
    """The window, shown with its file open."""
    from scicvote.ui.main_window import MainWindow
    from scicvote.ui.session import Session

    fenetre = MainWindow(Session(), reglages, demonstration)
    erreurs.installer(fenetre.dire_erreur)
    fenetre.demarrer(chemin)
    fenetre.show()
    return fenetre


class _ApresPeinture(QObject):
    """Waits for the first painting of a window, then does what was asked once the events at hand are dealt with."""

    def __init__(self, fenetre: QWidget, suite: Callable[[], object]) -> None:
        super().__init__(fenetre)
        self._fenetre, self._suite = fenetre, suite
        fenetre.installEventFilter(self)

    def eventFilter(self, objet: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._fenetre.removeEventFilter(self)
            QTimer.singleShot(0, self, self._suite)
        return super().eventFilter(objet, event)


def apres_peinture(fenetre: QWidget, suite: Callable[[], object]) -> None:
    """Do something once a window is painted: what it loads does not hold the window back."""
    _ApresPeinture(fenetre, suite)
