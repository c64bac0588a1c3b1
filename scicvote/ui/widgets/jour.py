"""The field of a day: « État au », with a button that goes back to today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDateEdit

from scicvote.ui import icones
from scicvote.ui.apparence import courante


class ChampJour(QDateEdit):
    """A date with a calendar; ``jour_change`` carries a ``datetime.date``."""

    jour_change = Signal(object)

    def __init__(self, nom: str, jour: date) -> None:
        super().__init__()
        self.setLocale(QLocale(QLocale.Language.French, QLocale.Country.France))
        self.setDisplayFormat("d MMMM yyyy")
        self.setCalendarPopup(True)
        self.setMinimumWidth(184)
        self.setAccessibleName(nom)
        self.setToolTip(nom)
        self.setKeyboardTracking(False)
        self.poser(jour)
        self.dateChanged.connect(lambda _jour: self.jour_change.emit(self.jour()))

    def jour(self) -> date:
        lu = self.date()
        return date(lu.year(), lu.month(), lu.day())

    def poser(self, jour: date) -> None:
        """Set the day."""
        self.setDate(QDate(jour.year, jour.month, jour.day))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        image = icones.pixmap("calendar", courante().discret, 16, self.devicePixelRatioF())
        QPainter(self).drawPixmap(self.width() - 28, (self.height() - 16) // 2, image)

    def wheelEvent(self, event: QEvent) -> None:
        """A wheel that passes over must not change the day."""
        event.ignore()
