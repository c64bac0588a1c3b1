"""Light or dark, as the system is: the palette and the style sheet of the whole program."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from scicvote.ui.feuille import feuille
from scicvote.ui.theme import CLAIR, SOMBRE, Palette


class Apparence(QObject):
    """Follows the system's scheme for as long as the application lives. Child of the application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        application.styleHints().colorSchemeChanged.connect(self._suivre)
        self._suivre(application.styleHints().colorScheme())

    def _suivre(self, schema: Qt.ColorScheme) -> None:
        self.appliquer(SOMBRE if schema == Qt.ColorScheme.Dark else CLAIR)

    def appliquer(self, palette: Palette) -> None:
        """Dress the program in one palette."""
        self._application.setPalette(palette_qt(palette))
        self._application.setStyleSheet(feuille(palette))


def apparence(application: QApplication) -> Apparence:
    """The appearance of an application, made at the first call."""
    return application.findChild(Apparence) or Apparence(application)


def courante() -> Palette:
    """The palette now in force, for what is painted by hand."""
    fond = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return SOMBRE if fond == QColor(SOMBRE.fond) else CLAIR


def palette_qt(p: Palette) -> QPalette:
    """The same colours for the parts that no style sheet reaches."""
    role = QPalette.ColorRole
    couleurs = {
        role.Window: p.fond,
        role.WindowText: p.texte,
        role.Base: p.champ,
        role.AlternateBase: p.creux,
        role.Text: p.texte,
        role.PlaceholderText: p.discret,
        role.Button: p.surface,
        role.ButtonText: p.texte,
        role.Highlight: p.accent,
        role.HighlightedText: p.sur_accent,
        role.Accent: p.accent,
        role.Link: p.accent,
        role.ToolTipBase: p.surface,
        role.ToolTipText: p.texte,
    }
    palette = QPalette()
    for nom, couleur in couleurs.items():
        palette.setColor(nom, QColor(couleur))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Text, QColor(p.discret))
    palette.setColor(QPalette.ColorGroup.Disabled, role.ButtonText, QColor(p.discret))
    return palette
