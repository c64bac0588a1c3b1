"""One point of the agenda once the votes are done: its decision, its drawing, its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from scicvote.core.papier import BarreVote
from scicvote.ui import theme
from scicvote.ui.etats import Etat
from scicvote.ui.widgets.barre_vote import BarreEnsemble
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile, rangee
from scicvote.ui.widgets.pastille import MarqueEtat
from scicvote.ui.widgets.texte import paragraphe, texte


class LigneResultat(QFrame):
    """A row: number and title, state, sentences, the drawing where there is one, and what can be done."""

    def __init__(
        self,
        numero: int,
        titre: str,
        etat: Etat,
        phrases: Sequence[str],
        dessin: BarreVote | None,
        boutons: Sequence[Bouton],
    ) -> None:
        super().__init__()
        self.titre = titre
        rang = texte(str(numero), "corps15", "discret")
        rang.setFixedWidth(24)
        tete = rangee(espace=12)
        tete.addWidget(rang, 0, Qt.AlignmentFlag.AlignTop)
        tete.addWidget(paragraphe(titre, "fort15"), 1)
        tete.addWidget(MarqueEtat(etat, "fort"), 0, Qt.AlignmentFlag.AlignTop)
        corps = pile(espace=6)
        for i, phrase in enumerate(phrases):
            corps.addWidget(paragraphe(phrase, couleur="" if i == 0 else "discret"))
        if dessin is not None:
            barre = BarreEnsemble(dessin, 16)
            barre.setAccessibleName(f"{etat.mot}. {phrases[0] if phrases else ''}")
            corps.addWidget(barre)
        if boutons:
            corps.addLayout(rangee(*boutons, None, espace=12))
        marge = QWidget()
        marge.setFixedWidth(36)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, 16)
        boite.setSpacing(6)
        boite.addLayout(tete)
        bas = rangee(marge, espace=0)
        bas.addLayout(corps, 1)
        boite.addLayout(bas)
        self.setAccessibleName(f"{numero}. {titre}, {etat.mot}")
