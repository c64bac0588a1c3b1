"""Who is there, in a few figures, beside the agenda."""

from __future__ import annotations

from scicvote.core.exact import accord
from scicvote.core.moments import Effectif
from scicvote.ui import theme
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile, rangee
from scicvote.ui.widgets.texte import paragraphe, texte


class CartePresents(Carte):
    """``mouvement`` opens what changes attendance."""

    def __init__(self) -> None:
        super().__init__(self.tr("Présents"), " ")
        self.note.show()
        self.voix, self.detail = texte("", "titre"), paragraphe("", couleur="discret")
        self.mouvement = Bouton(self.tr("Arrivée ou départ…"), "petit")
        self.colleges = paragraphe("", couleur="discret")
        contenu = pile(self.voix, 2, self.detail, 2, self.colleges, 12)
        contenu.addLayout(rangee(self.mouvement, None))
        contenu.setContentsMargins(theme.GOUTTIERE - 1, 14, theme.GOUTTIERE - 1, 16)
        self.ajouter(contenu)

    def montrer(self, corps: tuple[Effectif, ...], tous: Effectif, note: str) -> None:
        """These bodies, all together; ``note`` says at which hour."""
        self.note.setText(note)
        self.voix.setText(accord(tous.voix, "voix", "voix"))
        mots = [accord(tous.presents, "présent"), accord(tous.representes, "représenté")]
        if tous.correspondants:
            mots.append(self.tr("{} par correspondance").format(tous.correspondants))
        self.detail.setText(", ".join(mots))
        corps_dits = (f"{e.code}\u00a0{e.total}\u00a0{self.tr('sur')}\u00a0{e.associes}" for e in corps)
        self.colleges.setText(", ".join(corps_dits) if len(corps) > 1 else "")
        self.colleges.setVisible(len(corps) > 1)
