"""The colleges: whether they sleep, their weights, their members."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scicvote.core.college import CONSTITUES, DEMANDES, etat_colleges
from scicvote.core.exact import accord
from scicvote.ui import theme
from scicvote.ui.etats import Etat
from scicvote.ui.models.colleges_model import CollegesModel, lignes
from scicvote.ui.pages.page import Page
from scicvote.ui.session import Session
from scicvote.ui.textes import jour
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.mise_en_page import pile
from scicvote.ui.widgets.pastille import MarqueEtat
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.texte import paragraphe


class PageColleges(Page):
    """Read today's colleges."""

    cle = "colleges"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.modele = CollegesModel(self)
        self.table = Tableau(self.modele, self.tr("Collèges"), triable=False)
        self.etat = MarqueEtat(Etat("moon", ""), "fort15", 20)
        self.explication = paragraphe("", couleur="discret")
        haut = Carte(self.tr("État des collèges"))
        bloc = QWidget()
        boite = pile(self.etat, self.explication, espace=8)
        boite.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, 20)
        bloc.setLayout(boite)
        haut.ajouter(bloc)
        self.bas = Carte(self.tr("Collèges des statuts"), " ")
        self.bas.ajouter(self.table, 1)
        self.boite.addWidget(haut)
        self.boite.addWidget(self.bas, 1)

    def titre(self) -> str:
        return self.tr("Collèges")

    def sous_titre(self) -> str:
        return self.tr("au {}").format(jour(self.session.aujourdhui))

    def premier_focus(self) -> QWidget | None:
        return self.table

    def actualiser(self) -> None:
        dossier, statuts, aujourdhui = self.session.dossier, self.session.statuts(), self.session.aujourdhui
        rangs = lignes(dossier, statuts, aujourdhui)
        self.modele.remplacer(rangs)
        sans = len(dossier.registre.au(aujourdhui).associes) - sum(rang.membres for rang in rangs)
        self.bas.note.setText(self.tr("{} sans collège").format(accord(sans, "associé")) if sans else "")
        self._dire_etat()
        self.entete_change.emit()

    def _dire_etat(self) -> None:
        fait = etat_colleges(self.session.dossier.etats_colleges, self.session.aujourdhui)
        article = self.session.statuts().article("constitution", defaut="statuts")
        if fait is not None and fait.etat == CONSTITUES:
            self.etat.montrer(Etat("check", self.tr("Constitués"), "bon"))
            phrase = self.tr("Depuis le {}. Les assemblées votent par collège ({}).")
            self.explication.setText(phrase.format(jour(fait.jour), article))
        elif fait is not None and fait.etat == DEMANDES:
            self.etat.montrer(Etat("hand", self.tr("Demandés"), "alerte"))
            phrase = self.tr("Demandés le {}{}\u00a0: la gérance prépare un projet et le soumet à l’assemblée ({}).")
            self.explication.setText(phrase.format(jour(fait.jour), self._demandeur(fait.demandeur), article))
        else:
            self.etat.montrer(Etat("moon", self.tr("En sommeil"), "discret"))
            phrase = self.tr("Une voix par personne, tant qu’aucun associé n’a demandé les collèges ({}).")
            self.explication.setText(phrase.format(article))

    def _demandeur(self, numero: int | None) -> str:
        return "" if numero is None else self.tr(" par {}").format(self.session.dossier.nom(numero))
