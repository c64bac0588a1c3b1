"""The count of a vote, body by body, with what is left of those present; for an election, candidates by body."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from scicvote.core.exact import accord, nombre
from scicvote.core.faits import CorpsScrutin
from scicvote.core.saisie_vote import Cases, comptage, participants, reste, reste_ensemble, total, voix_comptees
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import Comptage
from scicvote.ui.widgets.cellule import LARGEUR, Cellule, Reste
from scicvote.ui.widgets.mise_en_page import pile, rangee, trait, vider
from scicvote.ui.widgets.pastille import pastille
from scicvote.ui.widgets.texte import Coupe, chiffre, paragraphe, recolorer, texte

_RANG: Final = 80
_RANG_SERRE: Final = 64


@dataclass(frozen=True, slots=True)
class Corps:
    """A body as the grid shows it: its name, its weight in words, and how it stood when the vote was opened."""

    code: str
    nom: str
    poids: str
    corps: CorpsScrutin


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that is asked for: its key (``core.saisie_vote.figures``) and its word."""

    cle: str
    mot: str


class GrilleVote(QWidget):
    """``change`` follows each key; ``finie`` is sent by Enter in the last cell."""

    change = Signal()
    finie = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grille = QGridLayout(self)
        self._grille.setContentsMargins(0, 0, 0, 0)
        self._grille.setHorizontalSpacing(8)
        self._grille.setVerticalSpacing(0)
        self._corps: tuple[Corps, ...] = ()
        self._figures: tuple[Figure, ...] = ()
        self.sieges = 0
        self.cellules: dict[tuple[str, str], Cellule] = {}
        self._places: dict[tuple[int, int], Cellule] = {}
        self._rang: dict[Cellule, tuple[int, int]] = {}
        self.restes: dict[str, Reste] = {}
        self.totaux: dict[str, QLabel] = {}
        self._bloques: frozenset[str] = frozenset()  # counted elsewhere

    # --- building

    def composer(self, corps: Sequence[Corps], figures: Sequence[Figure], sieges: int = 0) -> None:
        """Another grid: of a resolution, or (``sieges``) of an election."""
        if (tuple(corps), tuple(figures), sieges) == (self._corps, self._figures, self.sieges):
            return
        self._corps, self._figures, self.sieges = tuple(corps), tuple(figures), sieges
        vider(self._grille)
        for i in range(self._grille.rowCount()):
            self._grille.setRowMinimumHeight(i, 0)
        for i in range(self._grille.columnCount()):
            self._grille.setColumnMinimumWidth(i, 0)
            self._grille.setColumnStretch(i, 0)
        self.cellules, self._places, self._rang, self.restes, self.totaux = {}, {}, {}, {}, {}
        self._grille.setColumnStretch(0, 1)
        if sieges:
            self._election()
        else:
            self._resolution()
        ordre = [self._places[place] for place in sorted(self._places)]
        for avant, apres in itertools.pairwise(ordre):
            QWidget.setTabOrder(avant, apres)
        for cellule in ordre:  # at once: one of them is about to have the keyboard
            cellule.show()
        self._suivre()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures asked for."""
        return self._figures

    @property
    def _plusieurs(self) -> bool:
        return len(self._corps) > 1

    def _resolution(self) -> None:
        grille, derniere = self._grille, len(self._figures) + 2
        titre = self.tr("Collège") if self._plusieurs else ""
        grille.addWidget(texte(titre, couleur="discret"), 0, 0)
        grille.addWidget(chiffre(self.tr("Voix"), couleur="discret"), 0, 1)
        for colonne, figure in enumerate(self._figures, 2):
            grille.addWidget(_tete(figure.mot), 0, colonne)
        grille.setRowMinimumHeight(0, 32)
        serre = len(self._figures) > 3
        for i, corps in enumerate(self._corps):
            rang = 1 + 2 * i
            grille.addWidget(trait(), rang, 0, 1, -1)
            grille.setRowMinimumHeight(rang + 1, _RANG)
            grille.addWidget(_nom(corps, serre), rang + 1, 0)
            grille.addWidget(_voix(corps.corps), rang + 1, 1)
            for j, figure in enumerate(self._figures):
                grille.addWidget(self._cellule(corps, figure, i, j), rang + 1, 2 + j)
            self.restes[corps.code] = Reste()
            grille.addWidget(self.restes[corps.code], rang + 1, derniere)
        if self._plusieurs:
            self._ensemble(1 + 2 * len(self._corps), derniere)

    def _ensemble(self, rang: int, derniere: int) -> None:
        grille = self._grille
        grille.addWidget(trait(), rang, 0, 1, -1)
        grille.setRowMinimumHeight(rang + 1, _RANG_SERRE)
        grille.addWidget(texte(self.tr("Ensemble"), "fort15" if len(self._figures) < 4 else "fort"), rang + 1, 0)
        grille.addWidget(chiffre(nombre(sum(participants(c.corps) for c in self._corps)), "corps15"), rang + 1, 1)
        for colonne, figure in enumerate(self._figures, 2):
            self.totaux[figure.cle] = chiffre("", "titre")
            self.totaux[figure.cle].setContentsMargins(0, 0, 13, 0)
            grille.addWidget(self.totaux[figure.cle], rang + 1, colonne)
        self.restes[ENSEMBLE] = Reste()
        grille.addWidget(self.restes[ENSEMBLE], rang + 1, derniere)

    def _election(self) -> None:
        grille, derniere = self._grille, len(self._corps) + 1
        grille.addWidget(texte(self.tr("Bulletins"), couleur="discret"), 0, 0)
        for colonne, corps in enumerate(self._corps, 1):
            grille.addWidget(_tete_corps(corps), 0, colonne)
        if self._plusieurs:
            grille.addWidget(chiffre(self.tr("Ensemble"), couleur="discret"), 0, derniere)
        grille.setRowMinimumHeight(0, 56)
        for i, figure in enumerate(self._figures):
            rang = 1 + 2 * i
            grille.addWidget(trait(), rang, 0, 1, -1)
            grille.setRowMinimumHeight(rang + 1, _RANG_SERRE)
            nom = Coupe("fort" if figure.cle.startswith("candidat/") else "")
            nom.setText(figure.mot)
            nom.setMinimumWidth(96)
            grille.addWidget(nom, rang + 1, 0)
            for j, corps in enumerate(self._corps):
                grille.addWidget(self._cellule(corps, figure, i, j), rang + 1, 1 + j, Qt.AlignmentFlag.AlignRight)
            if self._plusieurs:
                self.totaux[figure.cle] = chiffre("", "titre")
                grille.addWidget(self.totaux[figure.cle], rang + 1, derniere)
        rang = 1 + 2 * len(self._figures)
        grille.addWidget(trait(), rang, 0, 1, -1)
        grille.setRowMinimumHeight(rang + 1, 40)
        for j, corps in enumerate(self._corps):
            self.restes[corps.code] = Reste()
            grille.addWidget(self.restes[corps.code], rang + 1, 1 + j)
        if self._plusieurs:
            self.restes[ENSEMBLE] = Reste()
            grille.addWidget(self.restes[ENSEMBLE], rang + 1, derniere)

    def _cellule(self, corps: Corps, figure: Figure, i: int, j: int) -> Cellule:
        cellule = Cellule(f"{corps.nom}, {figure.mot}")
        self.cellules[corps.code, figure.cle] = cellule
        self._places[i, j] = cellule
        self._rang[cellule] = (i, j)
        cellule.textChanged.connect(self._suivre)
        cellule.textEdited.connect(lambda _texte: self.change.emit())
        cellule.deplace.connect(lambda dy, dx: self._aller(cellule, dy, dx))
        cellule.suivante.connect(lambda: self._avancer(cellule))
        return cellule

    # --- going about

    def _aller(self, cellule: Cellule, dy: int, dx: int) -> None:
        i, j = self._rang[cellule]
        voisine = self._places.get((i + dy, j + dx))
        if voisine is not None:
            voisine.setFocus(Qt.FocusReason.TabFocusReason)

    def _avancer(self, cellule: Cellule) -> None:
        ordre = sorted(self._places)
        rang = ordre.index(self._rang[cellule]) + 1
        while rang < len(ordre) and not self._places[ordre[rang]].isEnabled():
            rang += 1
        if rang == len(ordre):
            self.finie.emit()
        else:
            self._places[ordre[rang]].setFocus(Qt.FocusReason.TabFocusReason)

    def premiere(self) -> Cellule | None:
        """The first cell that is empty, else the first; none of a body counted elsewhere."""
        ici = [place for place in sorted(self._places) if self._places[place].isEnabled()]
        places = [place for place in ici if not self._places[place].text()] or ici
        return self._places[places[0]] if places else None

    # --- what it holds

    def cases(self) -> dict[tuple[str, str], str]:
        """What was typed, by body and figure."""
        return {cle: cellule.text() for cle, cellule in self.cellules.items()}

    def poser(self, cases: Cases) -> None:
        """Fill the cells; ``change`` is not sent."""
        for cle, cellule in self.cellules.items():
            with QSignalBlocker(cellule):
                cellule.setText(cases.get(cle, ""))
        self._suivre()

    def comptage(self) -> Comptage:
        """The counts as they stand."""
        return comptage(self.cases(), [c.code for c in self._corps], [f.cle for f in self._figures])

    def restants(self) -> Mapping[str, int]:
        """What is left of those who can take part, by body counted here."""
        comptes = self.comptage()
        return {
            c.code: reste(c.corps, comptes[c.code], bool(self.sieges))
            for c in self._corps
            if c.code not in self._bloques
        }

    def bloquer(self, codes: Collection[str], figures: Cases) -> None:
        """The bodies that are counted elsewhere: their cells show ``figures``, and are not typed in."""
        self._bloques = frozenset(codes)
        for (code, cle), cellule in self.cellules.items():
            if code in self._bloques:
                with QSignalBlocker(cellule):
                    cellule.setText(figures.get((code, cle), ""))
                cellule.setEnabled(False)
        for code, reste_ in self.restes.items():
            reste_.setVisible(code not in self._bloques)
        self._suivre()

    def vide(self) -> bool:
        """Whether nothing was typed."""
        return not any(texte_ for (code, _), texte_ in self.cases().items() if code not in self._bloques)

    def figer(self, figee: bool, comptee: bool = True) -> None:
        """Show the figures, or let them be typed; before anything is counted there are neither totals nor what is left."""
        self._bloques = frozenset()
        for widget in (*self.restes.values(), *self.totaux.values()):
            widget.setVisible(comptee)
        for cellule in self.cellules.values():
            cellule.setEnabled(not figee)

    def marquer(self, ecarts: Sequence[tuple[str, str]]) -> None:
        """Show where two entries differ."""
        for cle, cellule in self.cellules.items():
            cellule.marquer(cle in ecarts)

    def _suivre(self) -> None:
        if not self._corps:
            return
        comptes, restants = self.comptage(), self.restants()
        for code, restant in restants.items():
            self.restes[code].montrer(restant)
        if ENSEMBLE in self.restes and ENSEMBLE not in restants:
            self.restes[ENSEMBLE].montrer(reste_ensemble(restants))
        cases = self.cases()
        for cle, label in self.totaux.items():
            label.setText(nombre(total(cases, cle)))
        self.setAccessibleDescription(
            ", ".join(f"{c.code} {voix_comptees(comptes[c.code], bool(self.sieges))}" for c in self._corps)
        )


def _tete(mot: str) -> QLabel:
    label = chiffre(mot, couleur="discret")
    label.setMinimumWidth(LARGEUR)
    label.setContentsMargins(0, 0, 13, 0)
    return label


def _tete_corps(corps: Corps) -> QWidget:
    boite = QWidget()
    voix = chiffre(accord(participants(corps.corps), "voix", "voix"), couleur="discret")
    if corps.code == ENSEMBLE:
        boite.setLayout(pile(None, voix, None))
    else:
        boite.setLayout(pile(None, rangee(None, pastille(corps.code, corps.nom)), voix, None, espace=4))
    return boite


def _voix(corps: CorpsScrutin) -> QLabel:
    label = chiffre(nombre(participants(corps)), "corps15")
    if corps.retires:
        label.setToolTip(f"{accord(corps.retires, 'voix retirée de la base', 'voix retirées de la base')}")
        recolorer(label, "alerte")
    return label


def _nom(corps: Corps, serre: bool) -> QWidget:
    boite = QWidget()
    if corps.code == ENSEMBLE:
        nom = Coupe("fort")
        nom.setText(corps.nom)
        boite.setLayout(rangee(nom))
        return boite
    marque = pastille(corps.code, corps.nom)
    if serre:
        boite.setLayout(rangee(marque, None))
        return boite
    poids = [paragraphe(ligne, couleur="discret") for ligne in corps.poids.split("\n")]
    noms = pile(None, paragraphe(corps.nom, "fort"), *poids, None, espace=2)
    boite.setLayout(rangee(marque, noms, espace=12))
    boite.setMinimumWidth(150)
    return boite
