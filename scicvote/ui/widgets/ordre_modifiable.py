"""The agenda while it is prepared: points are dragged to their place, or moved by Alt and an arrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QListView

from scicvote.ui import icones, theme
from scicvote.ui.apparence import courante
from scicvote.ui.etats import Etat
from scicvote.ui.widgets.clavier import laisser_au_principal
from scicvote.ui.widgets.ordre_du_jour import DelegueOrdreDuJour, OrdreDuJour, Point

_BORD: Final = 32  # pixels from an edge where the list scrolls by itself while one drags
_PAS: Final = 12
_PRISE: Final = 28  # the width of the grip, on the right


class _Delegue(DelegueOrdreDuJour):
    """Titles leave room for the grip."""

    def _titre(self, painter: QPainter, rect: QRect, point: Point, choisie: bool) -> None:
        super()._titre(painter, rect.adjusted(0, 0, -_PRISE, 0), point, choisie)

    def _etat(self, painter: QPainter, rect: QRect, etat: Etat) -> None:
        super()._etat(painter, rect.adjusted(0, 0, -_PRISE, 0), etat)


class OrdreModifiable(OrdreDuJour):
    """``deplace`` carries the rank of a point and the one it is to have; Enter opens, Delete takes off."""

    deplace = Signal(int, int)
    ouvert = Signal(int)
    retire = Signal(int)

    def __init__(self, nom: str) -> None:
        super().__init__(nom)
        self.setItemDelegate(_Delegue(self))
        self.modifiable = True
        self._depart: QPoint | None = None
        self._tire = -1  # the rank that is dragged
        self._cible = -1  # between which ranks it would fall
        self._defilement = QTimer(self)
        self._defilement.setInterval(40)
        self._defilement.timeout.connect(self._defiler)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)

    def permettre(self, modifiable: bool) -> None:
        """Whether points can be moved, opened and taken off."""
        self.modifiable = modifiable
        self.viewport().update()

    def remplacer(self, points: Sequence[Point]) -> None:
        """Show other points; the whole agenda is in sight, and the page scrolls."""
        super().remplacer(points)
        self.setFixedHeight(theme.RANGEE_ORDRE_DU_JOUR * max(len(points), 1) + 2)

    @property
    def tire(self) -> bool:
        """A point is being dragged."""
        return self._tire >= 0

    # --- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        gauche = event.button() == Qt.MouseButton.LeftButton
        self._depart = event.position().toPoint() if self.modifiable and gauche and index.isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        ici = event.position().toPoint()
        if self._depart is not None and not self.tire:
            if (ici - self._depart).manhattanLength() < QApplication.startDragDistance():
                return
            self._tire = self.indexAt(self._depart).row()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._defilement.start()
        if self.tire:
            self._viser(ici)
            return
        self._curseur(ici)
        if not event.buttons():
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        tire, cible = self._tire, self._cible
        self._lacher()
        if tire < 0:
            super().mouseReleaseEvent(event)
            return
        arrivee = cible - (cible > tire)
        if cible >= 0 and arrivee != tire:
            self.deplace.emit(tire, arrivee)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._depart = None
        if index.isValid():
            self.ouvert.emit(index.row())

    def _curseur(self, ici: QPoint) -> None:
        prise = self.modifiable and self.indexAt(ici).isValid()
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if prise else Qt.CursorShape.ArrowCursor)

    def _viser(self, ici: QPoint) -> None:
        """The gap nearest to the pointer."""
        haut = ici.y() + self.verticalOffset() + theme.RANGEE_ORDRE_DU_JOUR // 2
        cible = max(0, min(self.modele.rowCount(), haut // theme.RANGEE_ORDRE_DU_JOUR))
        if cible != self._cible:
            self._cible = cible
            self.viewport().update()

    def _defiler(self) -> None:
        """Scroll while the pointer waits near an edge."""
        ici = self.viewport().mapFromGlobal(self.cursor().pos())
        barre = self.verticalScrollBar()
        if ici.y() < _BORD:
            barre.setValue(barre.value() - _PAS)
        elif ici.y() > self.viewport().height() - _BORD:
            barre.setValue(barre.value() + _PAS)

    def _lacher(self) -> None:
        self._depart, self._tire, self._cible = None, -1, -1
        self._defilement.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    # --- the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if laisser_au_principal(event):
            return
        rang, touche = self.rang(), event.key()
        if touche == Qt.Key.Key_Escape and self.tire:
            self._lacher()
        elif rang < 0:
            super().keyPressEvent(event)
        elif touche in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.monter(rang) if touche == Qt.Key.Key_Up else self.descendre(rang)
        elif touche in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ouvert.emit(rang)
        elif touche in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.modifiable:
            self.retire.emit(rang)
        else:
            super().keyPressEvent(event)

    def monter(self, rang: int) -> None:
        """Ask for a point to be one place earlier."""
        if self.modifiable and rang > 0:
            self.deplace.emit(rang, rang - 1)

    def descendre(self, rang: int) -> None:
        """Ask for a point to be one place later."""
        if self.modifiable and 0 <= rang < self.modele.rowCount() - 1:
            self.deplace.emit(rang, rang + 1)

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p, peintre = courante(), QPainter(self.viewport())
        if self.modifiable:
            image = icones.pixmap("grip-vertical", p.controle, 16, self.devicePixelRatioF())
            for rang in range(self.modele.rowCount()):
                rect = self.visualRect(self.modele.index(rang, 0))
                peintre.drawPixmap(rect.right() - _PRISE + 4, rect.center().y() - 8, image)
        if self.tire and self._cible >= 0:
            tire = self.visualRect(self.modele.index(self._tire, 0))
            voile = QColor(p.surface)
            voile.setAlpha(150)
            peintre.fillRect(tire, voile)
            y = self._cible * theme.RANGEE_ORDRE_DU_JOUR - self.verticalOffset()
            peintre.fillRect(QRect(0, max(0, y - 2), self.viewport().width(), 4), QColor(p.accent))
