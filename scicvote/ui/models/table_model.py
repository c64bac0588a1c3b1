"""The one table model: frozen rows, named columns, a filter as one types and a sort, over a list of indexes.

Nothing is evaluated per cell to filter or sort: the folded text and the sort keys of a row are computed once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from scicvote.core.normalise import cle
from scicvote.ui.etats import Etat

L = TypeVar("L")
Index = QModelIndex | QPersistentModelIndex
ROLE_ETAT: Final = Qt.ItemDataRole.UserRole + 1  # an Etat: icon, word, colour
ROLE_LIGNE: Final = Qt.ItemDataRole.UserRole + 2  # the row's own value
ROLE_COLONNE: Final = Qt.ItemDataRole.UserRole + 3  # the Colonne
_RIEN: Final = QModelIndex()


@dataclass(frozen=True)
class Colonne(Generic[L]):
    """A column by name: heading, text of a row, and how it sorts (by its text unless said)."""

    nom: str
    titre: str
    texte: Callable[[L], str]
    tri: Callable[[L], Any] | None = None
    largeur: int = 0  # pixels; 0 takes a share of what is left, as great as ``part``
    part: int = 1
    droite: bool = False
    fort: bool = False
    discret: bool = False
    pastille: bool = False
    etat: Callable[[L], Etat] | None = None


class ModeleTable(QAbstractTableModel, Generic[L]):
    """Rows of any frozen value. ``identite`` tells a row again after a change; ``repli`` is its text to filter on."""

    def __init__(
        self,
        colonnes: Sequence[Colonne[L]],
        identite: Callable[[L], Hashable],
        repli: Callable[[L], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.colonnes = tuple(colonnes)
        self._identite, self._repli = identite, repli
        self._lignes: tuple[L, ...] = ()
        self._replis: list[str] = []
        self._ordre: list[int] = []
        self._visibles: list[int] = []
        self._mots: tuple[str, ...] = ()
        self._tri: tuple[int, Qt.SortOrder] | None = None

    # --- rows

    def remplacer(self, lignes: Sequence[L]) -> None:
        """Show other rows; filter and sort stay."""
        self.beginResetModel()
        self._lignes = tuple(lignes)
        self._replis = [self._repli(ligne) for ligne in self._lignes] if self._repli else []
        self._ordonner()
        self._filtrer()
        self.endResetModel()

    @property
    def total(self) -> int:
        """How many rows there are, hidden ones included."""
        return len(self._lignes)

    def lignes_visibles(self) -> tuple[L, ...]:
        """The rows shown, in their order."""
        return tuple(self._lignes[i] for i in self._visibles)

    def ligne(self, rang: int) -> L:
        """The row shown at a rank."""
        return self._lignes[self._visibles[rang]]

    def rang_de(self, identite: Hashable) -> int | None:
        """Where a row is shown; None when it is not."""
        for rang, i in enumerate(self._visibles):
            if self._identite(self._lignes[i]) == identite:
                return rang
        return None

    def identite_de(self, rang: int) -> Hashable:
        """What tells the row shown at a rank."""
        return self._identite(self.ligne(rang))

    # --- filter and sort

    def filtrer(self, texte: str) -> None:
        """Keep the rows that hold every word of ``texte``, accents and case aside."""
        mots = tuple(cle(texte).split())
        if mots != self._mots:
            self.beginResetModel()
            self._mots = mots
            self._filtrer()
            self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._tri = (column, order) if 0 <= column < len(self.colonnes) else None
        self._ordonner()
        self._filtrer()
        self.endResetModel()

    def _filtrer(self) -> None:
        visibles = self._ordre
        for mot in self._mots if self._repli else ():
            visibles = [i for i in visibles if mot in self._replis[i]]
        self._visibles = visibles

    def _ordonner(self) -> None:
        self._ordre = list(range(len(self._lignes)))
        if self._tri is None:
            return
        colonne, sens = self.colonnes[self._tri[0]], self._tri[1]
        tri = colonne.tri or (lambda ligne: cle(colonne.texte(ligne)))
        cles = [tri(ligne) for ligne in self._lignes]
        self._ordre.sort(key=cles.__getitem__, reverse=sens == Qt.SortOrder.DescendingOrder)

    # --- what Qt asks

    def rowCount(self, parent: Index = _RIEN) -> int:
        return 0 if parent.isValid() else len(self._visibles)

    def columnCount(self, parent: Index = _RIEN) -> int:
        return 0 if parent.isValid() else len(self.colonnes)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.colonnes):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.colonnes[section].titre
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignement(self.colonnes[section].droite)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        ligne, colonne = self.ligne(index.row()), self.colonnes[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return colonne.etat(ligne).mot if colonne.etat else colonne.texte(ligne)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignement(colonne.droite)
        if role == ROLE_ETAT:
            return colonne.etat(ligne) if colonne.etat else None
        if role == ROLE_LIGNE:
            return ligne
        return colonne if role == ROLE_COLONNE else None


def _alignement(droite: bool) -> Qt.AlignmentFlag:
    return (Qt.AlignmentFlag.AlignRight if droite else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
