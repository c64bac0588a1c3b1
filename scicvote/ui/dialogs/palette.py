"""Ctrl+K: go anywhere and do anything, by typing some letters of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from scicvote.core.normalise import cle
from scicvote.ui import icones, polices, theme
from scicvote.ui.apparence import courante
from scicvote.ui.models.table_model import ROLE_LIGNE, Colonne, ModeleTable
from scicvote.ui.pages.page import Commande
from scicvote.ui.widgets.mise_en_page import trait
from scicvote.ui.widgets.recherche import Recherche

_LARGEUR: Final = 620
_RANG: Final = 44
_VISIBLES: Final = 9


class ModeleCommandes(ModeleTable[Commande]):
    """Filters on the words of a command and on its detail."""

    def __init__(self, parent: Any = None) -> None:
        colonne = Colonne[Commande]("mot", "", lambda c: f"{c.mot}, {c.detail}" if c.detail else c.mot)
        super().__init__((colonne,), lambda c: (c.mot, c.detail), lambda c: cle(f"{c.mot} {c.detail}"), parent)


class _Delegue(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _RANG)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        p, rect = courante(), option.rect
        commande: Commande = index.data(ROLE_LIGNE)
        choisie = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if choisie:
            painter.fillRect(rect, QColor(p.teinte_accent))
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), QColor(p.accent))
        couleur = p.accent if choisie else p.discret
        image = icones.pixmap(commande.icone, couleur, 16, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + 20, rect.center().y() - 7, image)
        painter.setFont(polices.police(theme.COMMANDE, QFont.Weight.Medium))
        painter.setPen(QColor(p.texte))
        large = rect.width() - 52 - 20
        mot = painter.fontMetrics().elidedText(commande.mot, Qt.TextElideMode.ElideRight, large)
        painter.drawText(rect.adjusted(52, 0, -20, 0), Qt.AlignmentFlag.AlignVCenter, mot)
        prise = painter.fontMetrics().horizontalAdvance(mot) + 16
        painter.setFont(polices.police())
        painter.setPen(QColor(p.discret))
        reste = rect.adjusted(52 + prise, 0, -20, 0)
        detail = painter.fontMetrics().elidedText(commande.detail, Qt.TextElideMode.ElideRight, max(0, reste.width()))
        painter.drawText(reste, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, detail)
        painter.restore()


class Palette(QDialog):
    """A field and what answers; Enter does it, Escape closes. The command runs once the palette is gone."""

    def __init__(self, commandes: Sequence[Commande], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Aller ou faire"))
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.champ = Recherche(self.tr("Aller ou faire"), self.tr("Aller quelque part, faire quelque chose…"))
        self.modele = ModeleCommandes(self)
        self.modele.remplacer(commandes)
        self.liste = QListView()
        self.liste.setModel(self.modele)
        self.liste.setItemDelegate(_Delegue(self.liste))
        self.liste.setUniformItemSizes(True)
        self.liste.setFrameShape(QFrame.Shape.NoFrame)
        self.liste.setAccessibleName(self.tr("Réponses"))
        self.liste.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.liste.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.liste.clicked.connect(lambda index: self._faire(index.row()))
        boite = QVBoxLayout(self)
        boite.setContentsMargins(1, 1, 1, 8)
        boite.setSpacing(8)
        haut = QVBoxLayout()
        haut.setContentsMargins(11, 11, 11, 0)
        haut.addWidget(self.champ)
        boite.addLayout(haut)
        boite.addWidget(trait())
        boite.addWidget(self.liste)
        self.champ.textChanged.connect(self._filtrer)
        self.champ.installEventFilter(self)
        self.liste.setFixedHeight(_RANG * _VISIBLES)
        self.resize(min(_LARGEUR, parent.width() - 32), self.sizeHint().height())
        self.move(
            parent.mapToGlobal(parent.rect().topLeft()).x() + (parent.width() - self.width()) // 2,
            parent.mapToGlobal(parent.rect().topLeft()).y() + 96,
        )
        self._choisir(0)
        self.champ.setFocus()

    def _filtrer(self, saisie: str) -> None:
        self.modele.filtrer(saisie)
        self._choisir(0)

    def _choisir(self, rang: int) -> None:
        combien = self.modele.rowCount()
        if combien:
            self.liste.setCurrentIndex(self.modele.index(max(0, min(rang, combien - 1)), 0))

    def eventFilter(self, objet: QObject, event: QEvent) -> bool:
        if objet is self.champ and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            rang, touche = self.liste.currentIndex().row(), event.key()
            pas = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if touche in pas:
                self._choisir(rang + pas[Qt.Key(touche)])
                return True
            if touche in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._faire(rang)
                return True
            if touche == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(objet, event)

    def _faire(self, rang: int) -> None:
        if 0 <= rang < self.modele.rowCount():
            action = self.modele.ligne(rang).action
            self.accept()
            action()
