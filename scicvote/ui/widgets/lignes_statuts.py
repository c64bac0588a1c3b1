"""What statutes say, line by line: the words, the value, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.article import citer
from scicvote.core.statuts_clairs import LECTURE, LOI, SILENCE, LigneClaire, Section
from scicvote.core.statuts_majorites import Ecart
from scicvote.ui import theme
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Icone
from scicvote.ui.widgets.mise_en_page import pile, rangee, trait, vider
from scicvote.ui.widgets.texte import paragraphe, selectionnable, texte


class CarteSection(Carte):
    """A section of the statutes."""

    def __init__(self, section: Section) -> None:
        super().__init__(section.titre)
        boite = QVBoxLayout()
        boite.setContentsMargins(theme.GOUTTIERE - 1, 12, theme.GOUTTIERE - 1, 16)
        boite.setSpacing(10)
        for ligne in section.lignes:
            boite.addWidget(self._ligne(ligne))
        self.ajouter(boite)

    def _ligne(self, ligne: LigneClaire) -> QWidget:
        libelle = paragraphe(ligne.libelle, couleur="discret")
        dite = ligne.valeur if ligne.cle == "cle" else majuscule(ligne.valeur)
        valeur = selectionnable(paragraphe(dite, couleur="discret" if ligne.origine == SILENCE else ""))
        milieu = pile(valeur, espace=4)
        if ligne.origine == LECTURE:
            milieu.addLayout(self._interpretation(ligne.note))
        milieu.addStretch(1)
        article = paragraphe(self._source(ligne), couleur="discret")
        boite = QWidget()
        rang = rangee(espace=16)
        haut = Qt.AlignmentFlag.AlignTop
        for element, part in ((libelle, 5), (milieu, 9), (article, 4)):
            if isinstance(element, QWidget):
                rang.addWidget(element, part, haut)
            else:
                rang.addLayout(element, part)
        boite.setLayout(rang)
        return boite

    def _interpretation(self, note: str) -> QVBoxLayout:
        """An interpretation of a silent text says that it is one, and why."""
        mot = paragraphe(self.tr("Lecture retenue\u00a0: {}").format(note), couleur="discret")
        ligne = rangee(espace=8)
        ligne.addWidget(Icone("message-square", "accent", 14), 0, Qt.AlignmentFlag.AlignTop)
        ligne.addWidget(mot, 1)
        return pile(ligne)

    def _source(self, ligne: LigneClaire) -> str:
        if ligne.articles:
            cites = majuscule(citer(ligne.articles))
            return self.tr("Loi\u00a0: {}").format(citer(ligne.articles)) if ligne.origine == LOI else cites
        return self.tr("statuts muets") if ligne.origine in (LECTURE, SILENCE) else ""


class ListeEcarts(QWidget):
    """What a version changes: before, after."""

    def __init__(self) -> None:
        super().__init__()
        self._boite = QVBoxLayout(self)
        self._boite.setContentsMargins(0, 0, 0, 0)
        self._boite.setSpacing(8)

    def montrer(self, ecarts: Iterable[Ecart]) -> None:
        """Show these differences."""
        vider(self._boite)
        for rang, ecart in enumerate(ecarts):
            if rang:
                self._boite.addWidget(trait())
            self._boite.addWidget(self._ligne(ecart))
        self._boite.addStretch(1)

    def _ligne(self, ecart: Ecart) -> QWidget:
        boite = QWidget()
        tete = rangee(texte(ecart.libelle, "fort"), None, texte(ecart.section, couleur="discret"))
        lignes = pile(tete, espace=4)
        if ecart.avant:
            lignes.addLayout(self._cote("minus", "faute", self.tr("Avant"), ecart.avant))
        else:
            lignes.addWidget(texte(self.tr("Nouveau"), couleur="discret"))
        if ecart.apres:
            lignes.addLayout(self._cote("plus", "bon", self.tr("Après"), ecart.apres))
        else:
            lignes.addWidget(texte(self.tr("Retiré"), couleur="discret"))
        boite.setLayout(lignes)
        return boite

    def _cote(self, icone: str, couleur: str, mot: str, valeur: str) -> QVBoxLayout:
        ligne = rangee(espace=8)
        haut = Qt.AlignmentFlag.AlignTop
        ligne.addWidget(Icone(icone, couleur, 16), 0, haut)
        nom = texte(mot, couleur=couleur)
        nom.setMinimumWidth(48)
        ligne.addWidget(nom, 0, haut)
        ligne.addWidget(selectionnable(paragraphe(valeur)), 1)
        return pile(ligne)
