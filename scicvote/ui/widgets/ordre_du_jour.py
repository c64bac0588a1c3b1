"""The agenda: points of 64 pixels with their number, their title, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from scicvote.ui import icones, polices, theme
from scicvote.ui.apparence import courante
from scicvote.ui.etats import Etat
from scicvote.ui.models.table_model import ROLE_LIGNE, Colonne, Index, ModeleTable

_TEXTE: Final = theme.GOUTTIERE + 24  # where titles begin


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda as it is listed."""

    resolution: int
    numero: int
    titre: str
    etat: Etat


class ModelePoints(ModeleTable[Point]):
    """The points, in the order of the agenda."""

    def __init__(self, parent: Any = None) -> None:
        colonne = Colonne[Point]("point", "", lambda p: f"{p.numero}. {p.titre}")
        super().__init__((colonne,), lambda point: point.resolution, parent=parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            point = self.ligne(index.row())
            return f"{point.numero}. {point.titre}, {point.etat.mot}"
        return super().data(index, role)


class DelegueOrdreDuJour(QStyledItemDelegate):
    """Number, title, and the state below with its icon."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, theme.RANGEE_ORDRE_DU_JOUR)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        p, rect = courante(), option.rect
        point: Point = index.data(ROLE_LIGNE)
        choisie = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if choisie:
            painter.fillRect(rect, QColor(p.teinte_accent))
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), QColor(p.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(p.ligne))
        self._titre(painter, rect, point, choisie)
        self._etat(painter, rect, point.etat)
        painter.restore()

    def _titre(self, painter: QPainter, rect: QRect, point: Point, choisie: bool) -> None:
        p, haut = courante(), rect.top() + 10
        painter.setFont(polices.police(theme.COMMANDE))
        painter.setPen(QColor(p.discret))
        marge = theme.GOUTTIERE - 1
        numero = QRect(rect.left() + marge, haut, _TEXTE - marge, 22)
        painter.drawText(numero, Qt.AlignmentFlag.AlignVCenter, str(point.numero))
        graisse = QFont.Weight.DemiBold if choisie else QFont.Weight.Medium
        painter.setFont(polices.police(theme.COMMANDE, graisse))
        painter.setPen(QColor(p.texte))
        _ecrire(painter, QRect(rect.left() + _TEXTE, haut, rect.width() - _TEXTE - 12, 22), point.titre)

    def _etat(self, painter: QPainter, rect: QRect, etat: Etat) -> None:
        couleur, haut = getattr(courante(), etat.couleur), rect.top() + 33
        echelle = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.left() + _TEXTE, haut + 3, icones.pixmap(etat.icone, couleur, 14, echelle))
        painter.setFont(polices.police())
        painter.setPen(QColor(couleur))
        _ecrire(painter, QRect(rect.left() + _TEXTE + 20, haut, rect.width() - _TEXTE - 32, 20), etat.mot)


def _ecrire(painter: QPainter, rect: QRect, texte: str) -> None:
    coupe = painter.fontMetrics().elidedText(texte, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, coupe)


class OrdreDuJour(QListView):
    """The list; ``choisi`` carries the lasting number of the resolution that is shown."""

    choisi = Signal(int)

    def __init__(self, nom: str) -> None:
        super().__init__()
        self.modele = ModelePoints(self)
        self.setModel(self.modele)
        self.setItemDelegate(DelegueOrdreDuJour(self))
        self.setAccessibleName(nom)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(self._changer)

    def remplacer(self, points: Sequence[Point]) -> None:
        """Show other points; a short agenda is seen whole."""
        self.modele.remplacer(points)
        self.setMinimumHeight(theme.RANGEE_ORDRE_DU_JOUR * min(max(len(points), 1), 6) + 2)

    def _changer(self, courant: QModelIndex, _avant: QModelIndex) -> None:
        if courant.isValid():
            self.choisi.emit(self.modele.ligne(courant.row()).resolution)

    def rang(self) -> int:
        """The rank of the point that is shown, -1 without one."""
        return self.currentIndex().row()

    def choisir_rang(self, rang: int) -> None:
        """Show the point at a rank."""
        self.setCurrentIndex(self.modele.index(rang, 0))
