"""Several of some words, ticked; those that are ticked keep the order in which the file has them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from scicvote.ui.widgets.case import Case
from scicvote.ui.widgets.champs import Champ

_COLONNES = 2


class ChampPlusieurs(Champ[list[str]]):
    """``valeur`` lists the keys of the words that are ticked; a key that is not offered stays in the list."""

    def __init__(
        self, libelle: str, chemin: str, options: Sequence[tuple[str, str]], aide: str = "", colonnes: int = _COLONNES
    ) -> None:
        self.cases = {cle: Case(mot) for cle, mot in options}
        self._choisies: list[str] = []
        groupe = QWidget()
        grille = QGridLayout(groupe)
        grille.setContentsMargins(0, 0, 0, 0)
        grille.setSpacing(4)
        for rang, case in enumerate(self.cases.values()):
            grille.addWidget(case, rang // colonnes, rang % colonnes)
        super().__init__(libelle, chemin, groupe, aide)
        self.setFocusProxy(None)  # type: ignore[arg-type]
        groupe.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        groupe.setFocusProxy(next(iter(self.cases.values()), None))  # type: ignore[arg-type]
        for cle, case in self.cases.items():
            case.setAccessibleName(f"{libelle}, {case.text()}")
            case.toggled.connect(lambda coche, choisie=cle: self._cocher(choisie, coche))

    def _cocher(self, cle: str, coche: bool) -> None:
        autres = [une for une in self._choisies if une != cle]
        self._choisies = [*autres, cle] if coche else autres
        self.change.emit()

    def valeur(self) -> list[str]:
        return list(self._choisies)

    def poser(self, valeur: list[str] | None) -> None:
        self._choisies = list(valeur or ())
        for cle, case in self.cases.items():
            with QSignalBlocker(case):
                case.setChecked(cle in self._choisies)
        self._apres_pose()

    def texte(self) -> str:
        return ", ".join(self._choisies)

    def poser_texte(self, contenu: str) -> None:
        self.poser([mot.strip() for mot in contenu.split(",") if mot.strip()])
