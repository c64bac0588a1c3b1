"""« Voir le calcul » : the numbered steps of a decision, as core writes them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from scicvote.ui import theme
from scicvote.ui.widgets.anneau import AnneauFocus
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import rangee
from scicvote.ui.widgets.texte import chiffre, paragraphe, selectionnable, texte


class DialogueCalcul(QDialog):
    """Shows the steps; they can be copied as text."""

    def __init__(self, titre: str, etapes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.etapes = tuple(etapes)
        self.setWindowTitle(self.tr("Le calcul"))
        self.resize(680, 560)
        fermer = Bouton(self.tr("Fermer"), "principal")
        fermer.clicked.connect(self.accept)
        copier = Bouton(self.tr("Copier"), "pied", "copy")
        copier.clicked.connect(self.copier)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(*(theme.GOUTTIERE,) * 4)
        boite.setSpacing(16)
        boite.addWidget(texte(titre, "titre"))
        boite.addWidget(self._liste(), 1)
        boite.addLayout(rangee(None, copier, fermer, espace=16))
        fermer.setDefault(True)
        fermer.setFocus()
        self.anneau = AnneauFocus(self)

    def _liste(self) -> QScrollArea:
        contenu = QWidget()
        contenu.setProperty("fond", "neutre")
        grille = QGridLayout(contenu)
        grille.setContentsMargins(0, 0, 8, 0)
        grille.setHorizontalSpacing(12)
        grille.setVerticalSpacing(12)
        grille.setColumnStretch(1, 1)
        for rang, etape in enumerate(self.etapes):
            numero = chiffre(str(rang + 1), "fort15", "accent")
            grille.addWidget(numero, rang, 0, Qt.AlignmentFlag.AlignTop)
            grille.addWidget(selectionnable(paragraphe(etape, "corps15")), rang, 1)
        grille.setRowStretch(len(self.etapes), 1)
        defilement = QScrollArea()
        defilement.setWidgetResizable(True)
        defilement.setWidget(contenu)
        defilement.setAccessibleName(self.tr("Étapes du calcul"))
        return defilement

    def copier(self) -> None:
        """The steps on the clipboard, numbered."""
        QApplication.clipboard().setText("\n".join(f"{i}. {etape}" for i, etape in enumerate(self.etapes, 1)))
