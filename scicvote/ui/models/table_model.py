"""The one table model: frozen rows, named columns, a filter as one types and a sort, over a list of indexes.

Nothing is evaluated per cell to filter or sort: the folded text and the sort keys of a row are computed once, which
``preparer`` may do on another thread. A letter more looks only among the rows that were still there.
"""

from __future__ import annotations

from bisect import bisect_left
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


@dataclass(frozen=True)
class Prepares(Generic[L]):
    """Rows ready to be shown: their folded texts, their ranks by identity, and their order for a sort."""

    lignes: tuple[L, ...]
    replis: tuple[str, ...]
    places: dict[Hashable, int]
    tri: tuple[int, Qt.SortOrder] | None
    ordre: list[int]


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
        self._replis: tuple[str, ...] = ()
        self._places: dict[Hashable, int] = {}
        self._ordre: list[int] = []
        self._rangs: list[int] | None = None  # the place of each row in that order, worked out when it is asked for
        self._visibles: list[int] = []
        self._mots: tuple[str, ...] = ()
        self._tri: tuple[int, Qt.SortOrder] | None = None

    # --- rows

    def remplacer(self, lignes: Sequence[L]) -> None:
        """Show other rows; filter and sort stay."""
        self.adopter(self.preparer(lignes))

    def preparer(self, lignes: Sequence[L]) -> Prepares[L]:
        """Work out all that showing these rows needs. Nothing changes here: it may run on another thread."""
        rangees = tuple(lignes)
        replis = tuple(map(self._repli, rangees)) if self._repli else ()
        places = {self._identite(ligne): i for i, ligne in enumerate(rangees)}
        return Prepares(rangees, replis, places, self._tri, self._ordonner(rangees, self._tri))

    def adopter(self, prepares: Prepares[L]) -> None:
        """Show rows that were prepared; filter and sort stay."""
        self.beginResetModel()
        self._lignes, self._replis, self._places = prepares.lignes, prepares.replis, prepares.places
        meme = prepares.tri == self._tri
        self._ranger(prepares.ordre if meme else self._ordonner(self._lignes, self._tri))
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
        place = self._places.get(identite)
        if place is None:
            return None
        if self._rangs is None:
            self._rangs = [0] * len(self._ordre)
            for rang, i in enumerate(self._ordre):
                self._rangs[i] = rang
        trouve = bisect_left(self._visibles, self._rangs[place], key=self._rangs.__getitem__)
        return trouve if self._visibles[trouve : trouve + 1] == [place] else None

    def identite_de(self, rang: int) -> Hashable:
        """What tells the row shown at a rank."""
        return self._identite(self.ligne(rang))

    # --- filter and sort

    def filtrer(self, texte: str) -> None:
        """Keep the rows that hold every word of ``texte``, accents and case aside."""
        mots = tuple(cle(texte).split())
        if mots == self._mots:
            return
        plus_etroit = all(any(avant in mot for mot in mots) for avant in self._mots)
        self.beginResetModel()
        depart = self._visibles if plus_etroit else self._ordre
        self._mots = mots
        self._visibles = self._filtrer(depart)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._tri = (column, order) if 0 <= column < len(self.colonnes) else None
        self._ranger(self._ordonner(self._lignes, self._tri))
        self.endResetModel()

    def _ranger(self, ordre: list[int]) -> None:
        self._ordre, self._rangs = ordre, None
        self._visibles = self._filtrer(ordre)

    def _filtrer(self, depart: list[int]) -> list[int]:
        """The rows among these that hold every word, the longest first: it leaves the fewest to look at."""
        visibles, replis = depart, self._replis
        for mot in sorted(self._mots, key=len, reverse=True) if self._repli else ():
            visibles = [i for i in visibles if mot in replis[i]]
        return visibles

    def _ordonner(self, lignes: tuple[L, ...], choisi: tuple[int, Qt.SortOrder] | None) -> list[int]:
        ordre = list(range(len(lignes)))
        if choisi is None:
            return ordre
        colonne, sens = self.colonnes[choisi[0]], choisi[1]
        tri = colonne.tri or (lambda ligne: cle(colonne.texte(ligne)))
        cles = [tri(ligne) for ligne in lignes]
        ordre.sort(key=cles.__getitem__, reverse=sens == Qt.SortOrder.DescendingOrder)
        return ordre

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
