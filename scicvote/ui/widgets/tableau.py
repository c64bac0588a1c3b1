"""Tables of the program: rows of 48 pixels with a line below, the selected one tinted with a bar of accent."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent, QKeyCombination, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QMenu, QTableView

from scicvote.ui import theme
from scicvote.ui.models.table_model import ModeleTable
from scicvote.ui.widgets.clavier import laisser_au_principal
from scicvote.ui.widgets.copie import donnees_tableur
from scicvote.ui.widgets.rangees import DelegueRangee, EnTete

_COPIER_TOUT: Final = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_C
)
_LIBRE: Final = 144  # the least width of a column without one of its own


class Tableau(QTableView):
    """A table view on a ModeleTable. ``choisi`` carries the rank of a row that is opened (Enter or a click)."""

    choisi = Signal(int)

    def __init__(
        self,
        modele: ModeleTable[Any],
        nom: str,
        triable: bool = True,
        ouvrable: bool = False,
        decroissant: bool = False,
    ) -> None:
        super().__init__()
        self._modele, self._ouvrable = modele, ouvrable
        self._triable = triable
        self.setAccessibleName(nom)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setMinimumHeight(240)
        self.setItemDelegate(DelegueRangee(self))
        self._entetes()
        self.setModel(modele)
        if triable:
            sens = Qt.SortOrder.DescendingOrder if decroissant else Qt.SortOrder.AscendingOrder
            self.horizontalHeader().setSortIndicator(0, sens)
            self.setSortingEnabled(True)
        if ouvrable:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _entetes(self) -> None:
        entete = EnTete(self)
        entete.setSectionsClickable(self._triable)
        self.setHorizontalHeader(entete)
        self.setCornerButtonEnabled(False)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(vertical.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(theme.RANGEE)

    # --- widths

    def repartir(self) -> None:
        """Give each column its width; those without one share what is left, and never less than they can use."""
        largeur = self.viewport().width()
        colonnes = [c for i, c in enumerate(self._modele.colonnes) if not self.isColumnHidden(i)]
        parts = sum(colonne.part for colonne in colonnes if not colonne.largeur)
        libres = sum(1 for colonne in colonnes if not colonne.largeur)
        reste = max(_LIBRE * libres, largeur - sum(colonne.largeur for colonne in colonnes))
        for i, colonne in enumerate(self._modele.colonnes):
            self.setColumnWidth(i, colonne.largeur or reste * colonne.part // max(1, parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.repartir()

    def montrer_colonne(self, nom: str, visible: bool) -> None:
        """Show or hide a column by its name."""
        for i, colonne in enumerate(self._modele.colonnes):
            if colonne.nom == nom:
                self.setColumnHidden(i, not visible)
        self.repartir()

    # --- the current row

    def rang(self) -> int:
        """The current row's rank, -1 without one."""
        return self.currentIndex().row()

    def choisir_rang(self, rang: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self._modele.index(rang, 0))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if laisser_au_principal(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.rang() >= 0:
            self.choisi.emit(self.rang())
        elif event.keyCombination() == _COPIER_TOUT:
            self.copier(tout=True)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copier()
        elif self._triable and event.matches(QKeySequence.StandardKey.AddTab):
            self.trier_suivant()
        else:
            super().keyPressEvent(event)

    def trier_suivant(self) -> None:
        """Sort by the same column the other way, then by the next one: sorting without a mouse (Ctrl+T)."""
        entete = self.horizontalHeader()
        section = entete.sortIndicatorSection()
        if entete.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder:
            self.sortByColumn(section, Qt.SortOrder.DescendingOrder)
            return
        visibles = [i for i in range(entete.count()) if not self.isColumnHidden(i)]
        rang = visibles.index(section) if section in visibles else -1
        self.sortByColumn(visibles[(rang + 1) % len(visibles)], Qt.SortOrder.AscendingOrder)

    # --- copying to a spreadsheet

    def copier(self, tout: bool = False) -> None:
        """Put the current row in the clipboard, or (``tout``, or without a current row) every row shown."""
        rang = self.rang()
        rangs = range(self._modele.rowCount()) if tout or rang < 0 else range(rang, rang + 1)
        colonnes = [i for i in range(len(self._modele.colonnes)) if not self.isColumnHidden(i)]
        QApplication.clipboard().setMimeData(donnees_tableur(self._modele, rangs, colonnes))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        une = menu.addAction(self.tr("Copier cette ligne\tCtrl+C"))
        une.setEnabled(self.rang() >= 0)
        une.triggered.connect(lambda: self.copier())
        toutes = menu.addAction(self.tr("Copier tout le tableau\tCtrl+Maj+C"))
        toutes.setEnabled(self._modele.rowCount() > 0)
        toutes.triggered.connect(lambda: self.copier(tout=True))
        menu.popup(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self._ouvrable and index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.choisi.emit(index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.rang() < 0 and self._modele.rowCount():
            self.choisir_rang(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.viewport().update()
