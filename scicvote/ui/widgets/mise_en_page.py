"""Layouts without ceremony: rows, columns, lines, and columns that stack when there is no room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from scicvote.ui import theme

_SANS_LIMITE: Final = 16_777_215  # QWIDGETSIZE_MAX
Element = QWidget | QLayout | int | None


def _remplir(boite: QBoxLayout, elements: tuple[Element, ...]) -> None:
    for element in elements:
        if element is None:
            boite.addStretch(1)
        elif isinstance(element, int):
            boite.addSpacing(element)
        elif isinstance(element, QLayout):
            boite.addLayout(element)
        else:
            boite.addWidget(element)


def rangee(*elements: Element, espace: int = theme.GRILLE) -> QHBoxLayout:
    """Side by side; a whole number is a space, None takes what is left."""
    boite = QHBoxLayout()
    boite.setContentsMargins(0, 0, 0, 0)
    boite.setSpacing(espace)
    _remplir(boite, elements)
    return boite


def pile(*elements: Element, espace: int = 0) -> QVBoxLayout:
    """One above the other."""
    boite = QVBoxLayout()
    boite.setContentsMargins(0, 0, 0, 0)
    boite.setSpacing(espace)
    _remplir(boite, elements)
    return boite


def trait(fort: bool = False) -> QFrame:
    """A line of one pixel."""
    ligne = QFrame()
    ligne.setProperty("trait", "fort" if fort else "true")
    ligne.setFixedHeight(1)
    return ligne


def vider(boite: QLayout) -> None:
    """Take everything out of a layout."""
    while (element := boite.takeAt(0)) is not None:
        if (enfant := element.widget()) is not None:
            enfant.hide()
            enfant.setParent(None)
            enfant.deleteLater()
        elif (autre := element.layout()) is not None:
            vider(autre)


def defilante(contenu: QWidget) -> QScrollArea:
    """What scrolls down where there is no room, never sideways; the keyboard goes through it to what it holds."""
    zone = QScrollArea()
    zone.setWidgetResizable(True)
    zone.setFrameShape(QFrame.Shape.NoFrame)
    zone.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    zone.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    zone.setWidget(contenu)
    return zone


class _Boite(QBoxLayout):
    """A box that says when what it holds has another size, for what was measured to be measured again."""

    def __init__(self, sens: QBoxLayout.Direction, parent: QWidget) -> None:
        super().__init__(sens, parent)
        self.hauteurs: dict[tuple[bool, tuple[int, ...]], int] = {}

    def invalidate(self) -> None:
        self.hauteurs.clear()
        super().invalidate()


class Colonnes(QWidget):
    """Cards side by side; under ``seuil`` pixels they stand one above the other, each as wide as the page."""

    def __init__(
        self, seuil: int = theme.FENETRE_ETROITE - theme.NAVIGATION_ETROITE, espace: int = theme.GOUTTIERE
    ) -> None:
        super().__init__()
        self._seuil, self._espace = seuil, espace
        self._largeurs: list[tuple[QWidget, int]] = []
        self._boite = _Boite(QBoxLayout.Direction.LeftToRight, self)
        self._boite.setContentsMargins(0, 0, 0, 0)
        self._boite.setSpacing(espace)
        self._boite.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def ajouter(self, widget: QWidget, largeur: int = 0, part: int = 1) -> None:
        """One more column: of a fixed width, or (0) a part of what is left."""
        self._boite.addWidget(widget, 0 if largeur else part)
        self._largeurs.append((widget, largeur))
        self._placer(True)

    @property
    def cote_a_cote(self) -> bool:
        return self._boite.direction() == QBoxLayout.Direction.LeftToRight

    @property
    def _montres(self) -> list[QWidget]:
        """The columns that are not put away."""
        return [widget for widget, _ in self._largeurs if not widget.isHidden()]

    def accorder(self) -> None:
        """A column was put away or shown: with none left, the whole is put away."""
        self.setVisible(bool(self._montres))
        self.updateGeometry()

    def _placer(self, cote_a_cote: bool) -> None:
        sens = QBoxLayout.Direction.LeftToRight if cote_a_cote else QBoxLayout.Direction.TopToBottom
        self._boite.setDirection(sens)
        for widget, largeur in self._largeurs:
            fixe = largeur if cote_a_cote and largeur else 0
            widget.setMinimumWidth(fixe)
            widget.setMaximumWidth(fixe or _SANS_LIMITE)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if (event.size().width() >= self._seuil) != self.cote_a_cote:
            self._placer(not self.cote_a_cote)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Asked dozens of times a layout: measured once for the widths of the columns, until one says it changed."""
        montres = self._montres
        cle = (self.cote_a_cote, tuple(widget.width() for widget in montres))
        if cle not in self._boite.hauteurs:
            hauteurs = [self._hauteur(widget) for widget in montres]
            total = max(hauteurs, default=0) if self.cote_a_cote else sum(hauteurs) + self._ecarts()
            self._boite.hauteurs[cle] = total
        return QSize(240, self._boite.hauteurs[cle])

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _ecarts(self) -> int:
        return self._espace * max(0, len(self._montres) - 1)

    @staticmethod
    def _hauteur(widget: QWidget) -> int:
        """What a column needs at its width: paragraphs grow as they narrow."""
        minimum = max(widget.minimumSizeHint().height(), widget.minimumHeight())
        if widget.hasHeightForWidth() and widget.width() > 0:
            return max(minimum, widget.heightForWidth(widget.width()))
        return minimum
