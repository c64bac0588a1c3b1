"""How rows and headings of tables are drawn."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from scicvote.ui import icones, polices, theme
from scicvote.ui.apparence import courante
from scicvote.ui.models.table_model import ROLE_COLONNE, ROLE_ETAT, Colonne
from scicvote.ui.theme import Palette

_BORD: Final = theme.GOUTTIERE - 1  # the margin of the first and last column
_MARGE: Final = 8
_BARRE: Final = 4
_HAUTEUR_ENTETE: Final = 40


def _marges(rect: QRect, premiere: bool, derniere: bool) -> QRect:
    gauche, droite = _BORD if premiere else _MARGE, _BORD if derniere else _MARGE
    return rect.adjusted(gauche, 0, -droite, 0)


class DelegueRangee(QStyledItemDelegate):
    """Cells: text cut with an ellipsis, a college in its frame, a state with its icon."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._normale = polices.police()
        self._chiffres = polices.police(tabulaire=True)
        self._forte = polices.police(graisse=QFont.Weight.DemiBold)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.RANGEE, theme.RANGEE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        p, rect = courante(), option.rect
        choisie = bool(option.state & QStyle.StateFlag.State_Selected)
        colonne: Colonne[object] = index.data(ROLE_COLONNE)
        premiere, derniere = self._bords(index.column())
        painter.save()
        _fond(painter, rect, p, choisie, premiere)
        interieur = _marges(rect, premiere, derniere)
        etat = index.data(ROLE_ETAT)
        if etat is not None:
            self._icone(painter, interieur, etat.icone, getattr(p, etat.couleur))
            interieur = interieur.adjusted(24, 0, 0, 0)
        couleur = p.discret if colonne.discret else p.texte
        self._texte(painter, interieur, index, colonne, getattr(p, etat.couleur) if etat else couleur)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The whole text where the cell had to cut it."""
        texte = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        marge = 24 if index.data(ROLE_ETAT) else 0
        rect = _marges(option.rect, *self._bords(index.column())).adjusted(marge, 0, 0, 0)
        QToolTip.showText(event.globalPos(), texte if _trop_long(QFontMetrics(self._forte), texte, rect) else "", view)
        return True

    def _bords(self, colonne: int) -> tuple[bool, bool]:
        entete = self._table.horizontalHeader()
        visibles = [i for i in range(entete.count()) if not entete.isSectionHidden(i)]
        return colonne == visibles[0], colonne == visibles[-1]

    def _icone(self, painter: QPainter, rect: QRect, nom: str, couleur: str) -> None:
        echelle = self._table.devicePixelRatioF()
        haut = rect.center().y() - 7
        painter.drawPixmap(rect.left(), haut, icones.pixmap(nom, couleur, 16, echelle))

    def _texte(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        colonne: Colonne[object],
        couleur: str,
    ) -> None:
        texte = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        normale = self._chiffres if colonne.droite else self._normale
        painter.setFont(self._forte if colonne.fort or colonne.pastille else normale)
        if colonne.pastille and texte:
            rect = _cadre(painter, rect, texte)
        painter.setPen(QColor(couleur))
        if _trop_long(painter.fontMetrics(), texte, rect):
            texte = painter.fontMetrics().elidedText(texte, Qt.TextElideMode.ElideRight, rect.width())
        alignement = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter if colonne.pastille else alignement, texte)


def _trop_long(metriques: QFontMetrics, texte: str, rect: QRect) -> bool:
    return metriques.horizontalAdvance(texte) > rect.width()


def _cadre(painter: QPainter, rect: QRect, texte: str) -> QRect:
    """The frame of a college's code; returns where its text goes."""
    largeur = max(42, painter.fontMetrics().horizontalAdvance(texte) + 16)
    boite = QRect(rect.left(), rect.center().y() - 11, min(largeur, rect.width()), 24)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(courante().controle), 1))
    painter.setBrush(QColor(courante().champ))
    painter.drawRoundedRect(QRectF(boite).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    return boite


def _fond(painter: QPainter, rect: QRect, p: Palette, choisie: bool, premiere: bool) -> None:
    if choisie:
        painter.fillRect(rect, QColor(p.teinte_accent))
        if premiere:
            painter.fillRect(QRect(rect.left(), rect.top(), _BARRE, rect.height()), QColor(p.accent))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(p.ligne))


class EnTete(QHeaderView):
    """Headings in muted text; the sorted one shows which way."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setFixedHeight(_HAUTEUR_ENTETE)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setHighlightSections(False)
        self.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self._police = polices.police()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        p, modele = courante(), self.model()
        visibles = [i for i in range(self.count()) if not self.isSectionHidden(i)]
        interieur = _marges(rect, section == visibles[0], section == visibles[-1])
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(p.ligne))
        painter.setFont(self._police)
        painter.setPen(QColor(p.discret))
        texte = str(modele.headerData(section, Qt.Orientation.Horizontal) or "")
        alignement = modele.headerData(section, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.TextAlignmentRole))
        if self.sectionsClickable() and section == self.sortIndicatorSection():
            interieur = self._fleche(painter, interieur, texte, bool(alignement & Qt.AlignmentFlag.AlignRight))
        painter.drawText(interieur, alignement, texte)
        painter.restore()

    def _fleche(self, painter: QPainter, rect: QRect, texte: str, droite: bool) -> QRect:
        """The chevron beside the heading, on its inner side; returns where the heading goes."""
        montant = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        nom = "chevron-up" if montant else "chevron-down"
        image = icones.pixmap(nom, courante().discret, 14, self.devicePixelRatioF())
        largeur = painter.fontMetrics().horizontalAdvance(texte)
        x = rect.right() - largeur - 18 if droite else rect.left() + largeur + 4
        painter.drawPixmap(x, rect.center().y() - 6, image)
        return rect
