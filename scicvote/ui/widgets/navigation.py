"""The navigation: 176 pixels with words, or 64 with icons alone where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from scicvote.ui import icones, theme
from scicvote.ui.apparence import courante
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile
from scicvote.ui.widgets.texte import texte


@dataclass(frozen=True, slots=True)
class Entree:
    """An entry: the page's key, its word, its icon."""

    cle: str
    mot: str
    icone: str


class BoutonNavigation(Bouton):
    """An entry; its icon takes the accent while it is the current one."""

    def __init__(self, entree: Entree, raccourci: str) -> None:
        super().__init__(entree.mot, "navigation", entree.icone, "discret")
        self.mot = entree.mot
        self.setCheckable(True)
        self.setAccessibleName(entree.mot)
        self.setToolTip(f"{entree.mot} ({raccourci})")
        self.setFixedHeight(40)
        self.toggled.connect(lambda _coche: self._teindre())

    def _teindre(self) -> None:
        self._couleur = "accent" if self.isChecked() else "discret"
        super()._teindre()

    def reduire(self, etroit: bool) -> None:
        """Show the icon alone, or the word too."""
        self.setText("" if etroit else f"   {self.mot}")


class Marque(QWidget):
    """The program's mark, and its name where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.ENTETE)
        self.etroit = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        peintre, p = QPainter(self), courante()
        image = icones.pixmap("scicvote", p.accent, 24, self.devicePixelRatioF())
        peintre.drawPixmap(20 if self.etroit else 22, 20, image)
        if self.etroit:
            return
        police = self.font()
        police.setPixelSize(theme.COMMANDE)
        police.setWeight(police.Weight.Medium)
        peintre.setFont(police)
        peintre.setPen(QColor(p.texte))
        peintre.drawText(QRect(58, 0, 118, theme.ENTETE), Qt.AlignmentFlag.AlignVCenter, "SCICVote")


class Navigation(QWidget):
    """``choisie`` carries the key of the page that is asked for."""

    choisie = Signal(str)

    def __init__(self, entrees: Sequence[Entree]) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Navigation"))
        self._marque = Marque()
        self._groupe = QButtonGroup(self)
        self.boutons: dict[str, BoutonNavigation] = {}
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 1, 0)
        boite.setSpacing(0)
        boite.addWidget(self._marque)
        for i, entree in enumerate(entrees, 1):
            boite.addWidget(self._bouton(entree, i))
        boite.addStretch(1)
        boite.addWidget(self._cooperative())
        self.reduire(False)

    def _bouton(self, entree: Entree, rang: int) -> QWidget:
        bouton = BoutonNavigation(entree, f"Ctrl+{rang}")
        bouton.clicked.connect(lambda: self.choisie.emit(entree.cle))
        bouton.toggled.connect(lambda _coche: self.update())
        self._groupe.addButton(bouton)
        self.boutons[entree.cle] = bouton
        ligne = QWidget()
        boite = pile(bouton)
        boite.setContentsMargins(8, 0, 8, 8)
        ligne.setLayout(boite)
        return ligne

    def _cooperative(self) -> QWidget:
        self.nom, self.fichier = texte("", "fort"), texte("", couleur="discret")
        self._bas = QWidget()
        self._bas.setObjectName("cooperative")
        self._bas.setFixedHeight(theme.PIED)
        boite = pile(None, self.nom, self.fichier, None, espace=2)
        boite.setContentsMargins(16, 0, 8, 0)
        self._bas.setLayout(boite)
        return self._bas

    # --- what is shown

    def marquer(self, rubrique: str) -> None:
        """Show which entry is the current one; none for a page without entry."""
        bouton = self.boutons.get(rubrique)
        self._groupe.setExclusive(bouton is not None)
        for autre in self.boutons.values():
            autre.setChecked(autre is bouton)
        if bouton is None:  # Qt lets Tab reach the checked one alone: without one, none
            for autre in self.boutons.values():
                autre.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def nommer(self, cooperative: str, fichier: str) -> None:
        """Name the open file, bottom left."""
        largeur = theme.NAVIGATION - 24
        mode = Qt.TextElideMode.ElideMiddle
        self.nom.setText(self.nom.fontMetrics().elidedText(cooperative, mode, largeur))
        self.fichier.setText(self.fichier.fontMetrics().elidedText(fichier, mode, largeur))
        self._bas.setToolTip(f"{cooperative}\n{fichier}".strip())

    def activer(self, ouverte: bool) -> None:
        """Entries lead somewhere only while a file is open."""
        for bouton in self.boutons.values():
            bouton.setEnabled(ouverte)

    def limiter(self, cles: frozenset[str] | None) -> None:
        """Show these entries alone; all of them with None."""
        for cle, bouton in self.boutons.items():
            ligne = bouton.parentWidget()
            if ligne is not None:
                ligne.setVisible(cles is None or cle in cles)

    def reduire(self, etroit: bool) -> None:
        """Narrow window: icons alone."""
        self.setFixedWidth(theme.NAVIGATION_ETROITE if etroit else theme.NAVIGATION)
        self._marque.etroit = etroit
        self.nom.setVisible(not etroit)
        self.fichier.setVisible(not etroit)
        for bouton in self.boutons.values():
            bouton.reduire(etroit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, peintre = courante(), QPainter(self)
        peintre.fillRect(self.rect(), QColor(p.surface))
        peintre.fillRect(QRect(self.width() - 1, 0, 1, self.height()), QColor(p.ligne))
        for bouton in self.boutons.values():
            if bouton.isChecked():
                haut = bouton.mapTo(self, bouton.rect().topLeft()).y()
                peintre.fillRect(QRect(0, haut, 4, bouton.height()), QColor(p.accent))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
