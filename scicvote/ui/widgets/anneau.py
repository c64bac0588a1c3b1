"""The focus ring: 2 pixels of accent, 2 pixels outside whatever has the keyboard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from scicvote.ui import theme
from scicvote.ui.apparence import courante

_CERNES: Final = (QAbstractButton, QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLineEdit)
_SUIVIS: Final = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_MARGE: Final = 4


class AnneauFocus(QWidget):
    """One ring for a whole window, above everything, deaf to the mouse; it follows the focus."""

    def __init__(self, fenetre: QWidget) -> None:
        super().__init__(fenetre)
        self._suivis: list[QObject] = []
        self._cible: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._suivre)

    def _suivre(self, _ancien: QWidget | None, cible: QWidget | None) -> None:
        for objet in self._suivis:
            if isValid(objet):
                objet.removeEventFilter(self)
        dedans = cible is not None and cible.window() is self.window()
        self._cible = cible if dedans and isinstance(cible, _CERNES) else None
        self._suivis = []
        widget: QWidget | None = self._cible
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            self._suivis.append(widget)
            widget = widget.parentWidget()
        self._placer()

    def eventFilter(self, _objet: QObject, event: QEvent) -> bool:
        if event.type() in _SUIVIS:
            self._placer()
        return False

    def _placer(self) -> None:
        cible = self._cible
        if cible is None or not isValid(cible) or not cible.isVisible():
            self.hide()
            return
        cible = _cerne(cible)
        place = cible.rect().translated(cible.mapTo(self.window(), QPoint(0, 0)))
        place = place.adjusted(-_MARGE, -_MARGE, _MARGE, _MARGE)
        visible = place & self._zone(cible)
        self.setGeometry(place)
        self.setMask(QRegion(visible.translated(-place.topLeft())))
        self.raise_()
        self.setVisible(not visible.isEmpty())

    def _zone(self, cible: QWidget) -> QRect:
        """What is seen of the page that holds the target: the ring does not spill over header and footer."""
        parent = cible.parentWidget()
        while parent is not None and parent is not self.window() and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if not isinstance(parent, QScrollArea):
            return self.window().rect()
        vue = parent.viewport()
        return vue.rect().translated(vue.mapTo(self.window(), QPoint(0, 0)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        peintre = QPainter(self)
        peintre.setRenderHint(QPainter.RenderHint.Antialiasing)
        peintre.setPen(QPen(QColor(courante().accent), 2))
        cadre = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        peintre.drawRoundedRect(cadre, theme.RAYON, theme.RAYON)


def _cerne(cible: QWidget) -> QWidget:
    """What the ring goes around: for the rows of a card, the whole card."""
    lignes = isinstance(cible, QAbstractScrollArea) and not isinstance(cible, QPlainTextEdit)
    parent = cible.parentWidget() if lignes else None
    while parent is not None:
        if parent.property("carte"):
            return parent
        parent = parent.parentWidget()
    return cible
