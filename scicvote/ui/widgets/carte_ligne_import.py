"""One row of a register file in full: what it brings, what it changes, what stands against it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.apercu_import import LigneApercu
from scicvote.core.exact import nombre
from scicvote.ui import theme
from scicvote.ui.models.apercu_model import etat_ligne
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.issues import encart_issue
from scicvote.ui.widgets.mise_en_page import vider
from scicvote.ui.widgets.pastille import MarqueEtat
from scicvote.ui.widgets.texte import paragraphe, texte
from scicvote.ui.widgets.vide import Vide


class CarteLigneImport(Carte):
    """Empty until ``montrer``."""

    def __init__(self) -> None:
        super().__init__()
        contenu = QWidget()
        self._boite = QVBoxLayout(contenu)
        self._boite.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, 16)
        self._boite.setSpacing(8)
        self.ajouter(contenu)
        self.corps.addStretch(1)
        self.effacer()

    def effacer(self) -> None:
        """No row is chosen."""
        vider(self._boite)
        self._boite.addWidget(
            Vide("list-checks", self.tr("Aucune ligne"), self.tr("Choisir une ligne pour la lire en entier."))
        )

    def montrer(self, ligne: LigneApercu) -> None:
        """Show a row."""
        vider(self._boite)
        self._boite.addWidget(texte(self.tr("Ligne {} du fichier").format(nombre(ligne.numero)), couleur="discret"))
        self._boite.addWidget(paragraphe(ligne.nom or self.tr("Sans nom"), "titre"))
        self._boite.addWidget(MarqueEtat(etat_ligne(ligne)))
        if ligne.detail:
            self._boite.addWidget(paragraphe(f"{majuscule(ligne.detail)}."))
        for changement in ligne.changements:
            avant = changement.avant or self.tr("rien")
            self._boite.addWidget(texte(majuscule(changement.champ), "fort"))
            self._boite.addWidget(paragraphe(self.tr("{} → {}").format(avant, changement.apres)))
        for issue in ligne.issues:
            self._boite.addWidget(encart_issue(replace(issue, phrase=majuscule(issue.phrase))))
