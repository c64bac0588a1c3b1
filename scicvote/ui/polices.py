"""The shipped fonts, loaded once for the program; the system's own stand in where a file is missing."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from scicvote.paths import ressources
from scicvote.ui import theme

FAMILLE: Final = "Inter"
_REPLI: Final = ("Noto Sans", "DejaVu Sans")


def charger() -> None:
    """Make the shipped fonts known to Qt."""
    for chemin in sorted((ressources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(chemin))


def police(taille: int = theme.CORPS, graisse: QFont.Weight = QFont.Weight.Normal, tabulaire: bool = False) -> QFont:
    """The program's face; ``tabulaire`` gives all figures one width, for columns (and hyphens too: not for words)."""
    font = QFont([FAMILLE, *_REPLI])
    font.setPixelSize(taille)
    font.setWeight(graisse)
    if tabulaire:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
