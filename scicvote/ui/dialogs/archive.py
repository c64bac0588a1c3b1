"""Which assembly to make an archive of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scicvote.core.assemblee import Assemblee
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.widgets.champs import ChampChoix
from scicvote.ui.widgets.texte import paragraphe


class DialogueArchive(Cadre):
    """``choisie`` carries the number of the assembly."""

    choisie = Signal(int)

    def __init__(self, assemblees: tuple[Assemblee, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent.tr("Archive d’une assemblée") if parent else "", parent)
        phrase = self.tr(
            "Un fichier .zip que chacun peut vérifier sans ce programme ni ce fichier\u00a0: les comptes de chaque scrutin et sa "
            "décision, les statuts, le journal. Aucun vote n’y porte de nom."
        )
        self.corps.addWidget(paragraphe(phrase, "corps15"))
        self.assemblee = ChampChoix(
            self.tr("Assemblée"), "assemblee", [(str(ag.numero), ag.titre_court) for ag in assemblees]
        )
        self.corps.addWidget(self.assemblee)
        revenir = self.bouton(self.tr("Revenir"))
        revenir.clicked.connect(self.reject)
        continuer = self.bouton(self.tr("Choisir l’endroit…"), "principal")
        continuer.clicked.connect(self._choisir)
        self.assemblee.controle.setFocus()

    def _choisir(self) -> None:
        numero = int(self.assemblee.valeur())
        self.accept()
        self.choisie.emit(numero)
