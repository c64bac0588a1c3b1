"""The legal dates of an assembly in order: red where one is passed, with what cures it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.article import citer
from scicvote.core.convocation import Echeance
from scicvote.ui import theme
from scicvote.ui.textes import jour_court, majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.lignes_accueil import delai
from scicvote.ui.widgets.mise_en_page import pile, rangee, trait, vider
from scicvote.ui.widgets.pastille import MarqueEtat
from scicvote.ui.widgets.texte import chiffre, paragraphe, texte


class CarteDates(Carte):
    """Filled by ``montrer``; what it says when there is nothing to count from is ``conseil``."""

    def __init__(self) -> None:
        super().__init__(self.tr("Dates légales"))
        self._lignes = QVBoxLayout()
        self.ajouter(self._lignes)
        self.corps.addStretch(1)
        self.montrees: tuple[Echeance, ...] | None = None

    def montrer(self, echeances: Sequence[Echeance], aujourdhui: date, conseil: str = "") -> None:
        """These dates, or the advice where there is none."""
        if (*echeances,) == self.montrees and echeances:
            return
        self.montrees = tuple(echeances)
        vider(self._lignes)
        if not echeances:
            seul = paragraphe(conseil, couleur="discret")
            seul.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, 16)
            self._lignes.addWidget(seul)
        for rang, echeance in enumerate(echeances):
            if rang:
                self._lignes.addWidget(trait())
            self._lignes.addWidget(_ligne(echeance, aujourdhui))
        self.updateGeometry()


def _ligne(echeance: Echeance, aujourdhui: date) -> QWidget:
    """The day, what is due with its article, how far it is; below a day that is passed, what cures it."""
    nom, quantieme, mois = jour_court(echeance.jour)
    numero = chiffre(quantieme, "titre")
    numero.setAlignment(Qt.AlignmentFlag.AlignLeft)
    quand = QWidget()
    quand.setFixedWidth(64)
    annee = [texte(str(echeance.jour.year), couleur="discret")] if echeance.jour.year != aujourdhui.year else []
    quand.setLayout(pile(texte(nom, couleur="discret"), numero, texte(mois, couleur="discret"), *annee, None))
    article = paragraphe(majuscule(citer((echeance.article,))), couleur="discret")
    etat = delai(echeance, aujourdhui)
    quoi = pile(paragraphe(echeance.libelle, "fort"), article, MarqueEtat(etat), espace=4)
    if echeance.manquee(aujourdhui) and echeance.remede:
        quoi.addWidget(paragraphe(majuscule(echeance.remede), couleur="faute"))
    quoi.addStretch(1)
    ligne = QWidget()
    boite = rangee(quand, espace=12)
    boite.setContentsMargins(theme.GOUTTIERE - 1, 12, theme.GOUTTIERE - 1, 12)
    boite.addLayout(quoi, 1)
    ligne.setLayout(boite)
    ligne.setAccessibleName(f"{echeance.libelle}, {nom} {quantieme} {mois}, {etat.mot}")
    return ligne
