"""The strip of a long work: what is being done, how far it is, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from scicvote.core.exact import nombre
from scicvote.ui import theme
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.texte import texte


class BandeauTravail(QFrame):
    """Hidden until a work begins; ``arret`` is the wish to stop it."""

    arret = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("encart", "accent")
        self.libelle = texte("", "fort")
        self.compte = texte("", couleur="discret")
        self.barre = QProgressBar()
        self.barre.setTextVisible(False)
        self.barre.setFixedHeight(8)
        self.bouton = Bouton(self.tr("Arrêter"), "petit", "x")
        self.bouton.clicked.connect(self._arreter)
        boite = QHBoxLayout(self)
        boite.setContentsMargins(theme.GOUTTIERE, 8, theme.GOUTTIERE, 8)
        boite.setSpacing(12)
        boite.addWidget(Icone("refresh-cw", "accent", 16))
        boite.addWidget(self.libelle)
        boite.addWidget(self.barre, 1, Qt.AlignmentFlag.AlignVCenter)
        boite.addWidget(self.compte)
        boite.addWidget(self.bouton)
        self.hide()

    def commencer(self, libelle: str) -> None:
        """Show that a work begins; how long it is, is not known yet."""
        self.libelle.setText(libelle)
        self.compte.setText("")
        self.barre.setAccessibleName(libelle)
        self.barre.setRange(0, 0)
        self.bouton.setEnabled(True)
        self.show()

    def avancer(self, fait: int, total: int) -> None:
        """Show how far it is."""
        self.barre.setRange(0, max(total, 1))
        self.barre.setValue(fait)
        self.compte.setText(self.tr("{} sur {}").format(nombre(fait), nombre(total)))

    def _arreter(self) -> None:
        self.bouton.setEnabled(False)
        self.arret.emit()
