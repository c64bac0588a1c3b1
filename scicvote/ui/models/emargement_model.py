"""Check-in as a model: it filters as one types, best answers first, and follows each act row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from scicvote.core.normalise import cle
from scicvote.ui.lecture_emargement import PRESENT, LigneEmargement

Index = QModelIndex | QPersistentModelIndex
ROLE_LIGNE: Final = Qt.ItemDataRole.UserRole + 2
_RIEN: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Cle:
    """What a row is searched by, folded once."""

    nom: str
    inverse: str  # first name before the family name
    mots: tuple[str, ...]
    representant: tuple[str, ...]

    def rang(self, saisie: str, mots: Sequence[str]) -> int | None:
        """How well the row answers: 0 its very name, 1 its beginning, 2 its words, 3 its representative, 4 within."""
        if saisie in (self.nom, self.inverse):
            return 0
        if self.nom.startswith(saisie):
            return 1
        if _commencent(mots, self.mots):
            return 2
        if _commencent(mots, (*self.mots, *self.representant)):
            return 3
        tout = f"{self.nom} {' '.join(self.representant)}"
        return 4 if all(mot in tout for mot in mots) else None


def _commencent(debuts: Sequence[str], mots: Sequence[str]) -> bool:
    return all(any(mot.startswith(debut) for mot in mots) for debut in debuts)


def _cle(ligne: LigneEmargement) -> _Cle:
    nom, inverse = cle(ligne.nom_registre), cle(f"{ligne.prenom} {ligne.nom}")
    return _Cle(nom, inverse, tuple(nom.split()), tuple(cle(ligne.representant).split()))


class EmargementModel(QAbstractListModel):
    """Rows in the order of names; with something typed, the best answers first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lignes: list[LigneEmargement] = []
        self._cles: list[_Cle] = []
        self._places: dict[int, int] = {}
        self._visibles: list[int] = []
        self._rangs: dict[int, int] = {}
        self._saisie = ""

    # --- rows

    def remplacer(self, lignes: Sequence[LigneEmargement]) -> None:
        """Show other rows; what was typed stays."""
        self.beginResetModel()
        self._lignes = list(lignes)
        self._cles = [_cle(ligne) for ligne in lignes]
        self._places = {ligne.associe: place for place, ligne in enumerate(lignes)}
        self._filtrer()
        self.endResetModel()

    def suivre(self, numeros: Iterable[int], lire: Callable[[int], LigneEmargement]) -> int:
        """Read some rows again; only those that changed are drawn again. Returns how many."""
        changees = 0
        rangs = {place: rang for rang, place in enumerate(self._visibles)}
        for numero in numeros:
            place = self._places.get(numero)
            if place is None or (ligne := lire(numero)) == self._lignes[place]:
                continue
            self._lignes[place] = ligne
            changees += 1
            if (rang := rangs.get(place)) is not None:
                index = self.index(rang, 0)
                self.dataChanged.emit(index, index)
        return changees

    @property
    def total(self) -> int:
        """How many rows there are, hidden ones included."""
        return len(self._lignes)

    def ligne(self, rang: int) -> LigneEmargement:
        """The row shown at a rank."""
        return self._lignes[self._visibles[rang]]

    def connue(self, associe: int) -> LigneEmargement | None:
        """The row of a person, shown or not."""
        place = self._places.get(associe)
        return None if place is None else self._lignes[place]

    def rang_de(self, associe: int) -> int | None:
        """Where a person is shown; None when they are not."""
        place = self._places.get(associe)
        return self._visibles.index(place) if place in self._visibles else None

    # --- what is typed

    @property
    def mots(self) -> tuple[str, ...]:
        """The words typed, folded: what is underlined in the names."""
        return tuple(self._saisie.split())

    def filtrer(self, texte: str) -> None:
        """Keep the rows that answer, accents and case aside."""
        saisie = cle(texte)
        if saisie != self._saisie:
            self.beginResetModel()
            self._saisie = saisie
            self._filtrer()
            self.endResetModel()

    def _filtrer(self) -> None:
        if not self._saisie:
            self._rangs, self._visibles = {}, list(range(len(self._lignes)))
            return
        mots = self._saisie.split()
        repondent = ((place, cle_.rang(self._saisie, mots)) for place, cle_ in enumerate(self._cles))
        self._rangs = {place: rang for place, rang in repondent if rang is not None}
        self._visibles = sorted(self._rangs, key=lambda place: (self._rangs[place], place))

    def meilleures(self) -> list[int]:
        """The ranks of the best answers among those who are not there; all the same good when there are several."""
        absents = [rang for rang, place in enumerate(self._visibles) if self._lignes[place].situation != PRESENT]
        if not absents or not self._saisie:
            return absents if self._saisie else []
        premier = self._rangs[self._visibles[absents[0]]]
        return [rang for rang in absents if self._rangs[self._visibles[rang]] == premier]

    # --- what Qt asks

    def rowCount(self, parent: Index = _RIEN) -> int:
        return 0 if parent.isValid() else len(self._visibles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        ligne = self.ligne(index.row())
        if role == ROLE_LIGNE:
            return ligne
        if role == Qt.ItemDataRole.DisplayRole:
            return ligne.nom_registre
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(filter(None, (ligne.nom_registre, ligne.detail, ligne.college, ligne.mot, ligne.heure)))
        return None
