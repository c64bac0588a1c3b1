"""What every dialog is: a title, its content in a scrolled column, buttons at the foot, the primary one last."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from scicvote.ui import theme
from scicvote.ui.widgets.anneau import AnneauFocus
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import defilante, pile, rangee
from scicvote.ui.widgets.texte import paragraphe


class _Contenu(QWidget):
    """What scrolls: as high as its paragraphs at its own width, not at the narrowest that it could have."""

    def minimumSizeHint(self) -> QSize:
        largeur = super().minimumSizeHint().width()
        return QSize(largeur, self.heightForWidth(max(largeur, self.width())) if self.hasHeightForWidth() else 0)


class Cadre(QDialog):
    """A dialog of the house. It deletes itself once closed; Escape closes it."""

    def __init__(self, titre: str, parent: QWidget | None = None, largeur: int = 520) -> None:
        super().__init__(parent)
        self.setWindowTitle(titre)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._largeur = largeur
        self.titre = paragraphe(titre, "titre")
        self.corps = QVBoxLayout()
        self.corps.setContentsMargins(0, 0, 0, 0)
        self.corps.setSpacing(16)
        self._pied = rangee(None, espace=12)
        self._composer()
        self.anneau = AnneauFocus(self)

    def _composer(self) -> None:
        contenu = _Contenu()
        contenu.setProperty("fond", "neutre")
        marges = pile(self.titre, 16, espace=0)
        marges.setContentsMargins(theme.GOUTTIERE, theme.GOUTTIERE, theme.GOUTTIERE, 16)
        marges.addLayout(self.corps)
        marges.addStretch(1)
        contenu.setLayout(marges)
        self.zone = defilante(contenu)
        self._contenu, self._marges = contenu, marges
        bas = QWidget()
        bas.setObjectName("pied")
        bas.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bas.setFixedHeight(theme.PIED)
        self._pied.setContentsMargins(theme.GOUTTIERE, 0, theme.GOUTTIERE, 0)
        bas.setLayout(self._pied)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(0)
        boite.addWidget(self.zone, 1)
        boite.addWidget(bas)

    def bouton(self, mot: str, genre: str = "pied", icone: str = "") -> Bouton:
        """One more button at the foot, on the right of the others."""
        bouton = Bouton(mot, genre, icone)
        self._pied.addWidget(bouton)
        return bouton

    def ajuster(self) -> None:
        """As high as its content, within the screen."""
        ecran = self.screen().availableSize() if self.screen() else QSize(1280, 800)
        largeur = min(self._largeur, ecran.width() - 48)
        marges = self._marges
        voulue = marges.totalHeightForWidth(largeur) if marges.hasHeightForWidth() else marges.sizeHint().height()
        self.setMinimumWidth(min(largeur, 360))
        self.resize(largeur, min(max(voulue + theme.PIED, 200), ecran.height() - 48))

    def showEvent(self, event: QShowEvent) -> None:
        self.ajuster()
        super().showEvent(event)
        QTimer.singleShot(0, self, self.ajuster)  # paragraphs know their height once they have their width
