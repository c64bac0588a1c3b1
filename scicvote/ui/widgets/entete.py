"""The header: where one is, and when the last thing was saved."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from scicvote.ui import theme
from scicvote.ui.textes import heure, jour
from scicvote.ui.widgets.icone import Icone
from scicvote.ui.widgets.texte import Coupe, texte


class Entete(QWidget):
    """64 pixels high."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.ENTETE)
        self.titre = Coupe("titre")
        self.sous_titre = Coupe(couleur="discret")
        self.enregistre = texte("", couleur="discret")
        self._marque = Icone("check", "discret")
        self._boite = boite = QHBoxLayout(self)
        boite.setContentsMargins(theme.GOUTTIERE, 0, theme.GOUTTIERE, 0)
        boite.setSpacing(16)
        boite.addWidget(self.titre)
        boite.addWidget(self.sous_titre, 1)
        boite.addWidget(self._marque)
        boite.addSpacing(-8)
        boite.addWidget(self.enregistre)
        self.sous_titre.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.sous_titre.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.dater(None, date.min)

    def ajouter(self, widget: QWidget) -> None:
        """One more control at the right end."""
        self._boite.addWidget(widget)

    def dire(self, titre: str, sous_titre: str) -> None:
        """Say where one is."""
        self.titre.setText(titre)
        self.sous_titre.setText(sous_titre)

    def dater(self, moment: datetime | None, aujourdhui: date) -> None:
        """Say when the last act was written: the hour today, the day before."""
        self._marque.setVisible(moment is not None)
        if moment is None:
            self.enregistre.setText("")
        elif moment.date() == aujourdhui:
            self.enregistre.setText(self.tr("Enregistré à {}").format(heure(moment)))
        else:
            self.enregistre.setText(self.tr("Enregistré le {}").format(jour(moment.date())))
