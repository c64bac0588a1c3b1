"""The Qt application: language, fonts, appearance; and the start of the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from scicvote.ui import erreurs, polices
from scicvote.ui.apparence import apparence
from scicvote.ui.correctifs import garder_vrai
from scicvote.ui.icones import icone_programme
from scicvote.ui.main_window import MainWindow
from scicvote.ui.reglages import Reglages
from scicvote.ui.session import Session


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
    traducteur = QTranslator(application)
    if traducteur.load("qtbase_fr", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(traducteur)


def lancer(chemin: str | None = None, demonstration: Callable[[], Path] | None = None) -> int:
    """Run the program until its window closes; ``chemin`` is opened, else the file of last time."""
    application = creer_application(["scicvote"])
    fenetre = MainWindow(Session(), Reglages(), demonstration)
    erreurs.installer(fenetre.dire_erreur)
    fenetre.demarrer(Path(chemin) if chemin else None)
    fenetre.show()
    return application.exec()
