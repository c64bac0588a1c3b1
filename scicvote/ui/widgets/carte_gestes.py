"""The last gestures, each with its way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scicvote.ui import theme
from scicvote.ui.derniers_gestes import Geste
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import rangee
from scicvote.ui.widgets.texte import Coupe, chiffre, paragraphe

COMBIEN = 3


class _LigneGeste(QWidget):
    """One gesture; it is shown, changed or hidden, never made again."""

    annulation = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.geste: Geste | None = None
        self.setFixedHeight(32)
        self._heure, self.qui, self.quoi = chiffre("", couleur="discret"), Coupe("fort"), Coupe("", "discret")
        self._heure.setFixedWidth(40)
        self.bouton = Bouton(self.tr("Annuler"), "lien")
        self.bouton.clicked.connect(lambda: self.annulation.emit(self.geste))
        boite = QHBoxLayout(self)
        boite.setContentsMargins(theme.GOUTTIERE - 1, 0, theme.GOUTTIERE - 1, 0)
        boite.setSpacing(16)
        boite.addWidget(self._heure)
        boite.addLayout(rangee(self.qui, self.quoi, espace=12), 1)
        boite.addWidget(self.bouton)
        boite.setStretch(1, 1)
        self.hide()

    def montrer(self, geste: Geste | None) -> None:
        """Show a gesture, or nothing."""
        self.geste = geste
        if geste is not None:
            self._heure.setText(geste.heure)
            self.qui.setText(geste.qui)
            self.qui.setMaximumWidth(self.qui.fontMetrics().horizontalAdvance(geste.qui) + 12)
            self.quoi.setText(geste.quoi)
            self.bouton.setAccessibleName(self.tr("Annuler\u00a0: {}, {}").format(geste.qui, geste.quoi))
        self.setVisible(geste is not None)


class CarteGestes(Carte):
    """``annulation`` carries the Geste to take back."""

    annulation = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Derniers gestes"))
        self.lignes = tuple(_LigneGeste() for _ in range(COMBIEN))
        self._rien = paragraphe(self.tr("Rien n’est encore enregistré pour cette séance."), couleur="discret")
        self._rien.setContentsMargins(theme.GOUTTIERE - 1, 8, theme.GOUTTIERE - 1, 8)
        self.corps.addSpacing(2)
        self.ajouter(self._rien)
        for ligne in self.lignes:
            ligne.annulation.connect(self.annulation)
            self.ajouter(ligne)
        self.corps.addStretch(1)
        self.corps.addSpacing(2)
        self.setMinimumHeight(theme.TITRE_CARTE + 32 * COMBIEN + 7)

    def montrer(self, gestes: tuple[Geste, ...], close: str = "") -> None:
        """Show the latest gestures, or that the sitting is closed and what that means."""
        self._rien.setText(close or self.tr("Rien n’est encore enregistré pour cette séance."))
        self._rien.setVisible(not gestes)
        for rang, ligne in enumerate(self.lignes):
            ligne.montrer(gestes[rang] if rang < len(gestes) else None)
