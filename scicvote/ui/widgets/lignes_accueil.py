"""Rows of the first page: a date to keep, an alert, a figure."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from scicvote.core.a_faire import Prochaine
from scicvote.core.alertes import FAUTE, Alerte
from scicvote.core.article import citer
from scicvote.core.convocation import Echeance
from scicvote.core.exact import accord
from scicvote.core.suite_vote import SuiteVote
from scicvote.ui import theme
from scicvote.ui.etats import Etat
from scicvote.ui.prochaine import Pas
from scicvote.ui.textes import jour_court, majuscule
from scicvote.ui.widgets.carte import ligne_carte
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.mise_en_page import pile, rangee
from scicvote.ui.widgets.pastille import MarqueEtat
from scicvote.ui.widgets.texte import chiffre, paragraphe, texte


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("Accueil", contenu)


def _large(label: QLabel, largeur: int) -> QLabel:
    label.setFixedWidth(largeur)
    return label


def delai(echeance: Echeance, aujourdhui: date) -> Etat:
    """How far a date is; red where it is passed and nothing was done."""
    jours = (echeance.jour - aujourdhui).days
    if echeance.fait:
        return Etat("check", _tr("Fait"), "bon")
    if jours < 0:
        return Etat("octagon-alert", _tr("Passé de {}").format(accord(-jours, "jour")), "faute")
    if jours == 0:
        return Etat("clock", _tr("Aujourd’hui"), "accent")
    return Etat("calendar", _tr("Demain") if jours == 1 else _tr("Dans {}").format(accord(jours, "jour")), "discret")


def ligne_echeance(echeance: Echeance, aujourdhui: date) -> QWidget:
    """One legal date with its article."""
    nom, quantieme, mois = jour_court(echeance.jour)
    quand = rangee(
        _large(texte(nom, couleur="discret"), 32),
        _large(chiffre(quantieme, "fort15"), 24),
        _large(texte(mois, couleur="discret"), 44),
    )
    article = texte(citer((echeance.article,)), couleur="discret")
    quoi = pile(None, paragraphe(echeance.libelle, "fort"), article, None, espace=2)
    ligne = QWidget()
    ligne.setMinimumHeight(56)
    boite = rangee(quand, espace=12)
    boite.setContentsMargins(theme.GOUTTIERE - 1, 4, theme.GOUTTIERE - 1, 4)
    boite.addLayout(quoi, 1)
    boite.addWidget(MarqueEtat(delai(echeance, aujourdhui)))
    ligne.setLayout(boite)
    return ligne


def ligne_pas(pas: Pas, prochaine: Prochaine, aujourdhui: date) -> QWidget:
    """The next step in one sentence, by when and by which article, above the dates."""
    ligne = QFrame()
    ligne.setProperty("bande", "accent")
    textes = [paragraphe(pas.phrase, "fort")]
    if prochaine.article:
        textes.append(paragraphe(citer((prochaine.article,)), couleur="discret"))
    boite = rangee(Icone("arrow-right", "accent", 18), espace=12)
    boite.setContentsMargins(theme.GOUTTIERE - 1, 10, theme.GOUTTIERE - 1, 10)
    boite.addLayout(pile(None, *textes, None, espace=2), 1)
    if prochaine.terme is not None:
        etat = delai(Echeance(prochaine.terme, "", "", False), aujourdhui)
        boite.addWidget(MarqueEtat(etat, "fort"))
    ligne.setLayout(boite)
    ligne.setMinimumHeight(56)
    ligne.setAccessibleName(pas.phrase)
    return ligne


def ligne_suite(suite: SuiteVote, quand: str, voir: Bouton) -> QWidget:
    """What a vote still wants, and the button that leads to it."""
    ligne = QWidget()
    articles = texte(citer(suite.articles), couleur="discret")
    boite = rangee(Icone("circle-dot", "alerte"), espace=12)
    boite.setContentsMargins(theme.GOUTTIERE - 1, 8, theme.GOUTTIERE - 1, 8)
    boite.addLayout(pile(None, paragraphe(suite.titre, "fort"), paragraphe(quand), articles, None, espace=2), 1)
    boite.addWidget(voir)
    ligne.setLayout(boite)
    ligne.setMinimumHeight(56)
    ligne.setAccessibleName(f"{suite.titre}, {quand}")
    return ligne


def ligne_alerte(alerte: Alerte) -> QWidget:
    """One alert on the register: what, the figures, the articles."""
    grave = alerte.gravite == FAUTE
    couleur = "faute" if grave else "alerte"
    mot = _tr("Contraire aux statuts") if grave else _tr("À vérifier")
    ligne = QWidget()
    textes = pile(
        paragraphe(alerte.titre, "fort"),
        paragraphe(majuscule(alerte.detail), couleur="discret"),
        paragraphe(f"{mot} · {citer(alerte.articles)}", couleur=couleur),
        espace=3,
    )
    boite = rangee(espace=12)
    boite.setContentsMargins(theme.GOUTTIERE - 1, 14, theme.GOUTTIERE - 1, 14)
    icone = Icone("octagon-alert" if grave else "triangle-alert", couleur, 18)
    boite.addWidget(icone, 0, Qt.AlignmentFlag.AlignTop)
    boite.addLayout(textes, 1)
    ligne.setLayout(boite)
    ligne.setAccessibleName(f"{mot}\u00a0: {alerte.titre}")
    return ligne


def ligne_controle(controle: Alerte) -> QWidget:
    """One check that holds."""
    ligne = QWidget()
    boite = rangee(Icone("check", "bon"), espace=12)
    boite.setContentsMargins(theme.GOUTTIERE - 1, 8, theme.GOUTTIERE - 1, 8)
    quoi = pile(
        None, paragraphe(controle.titre), paragraphe(majuscule(controle.detail), couleur="discret"), None, espace=2
    )
    boite.addLayout(quoi, 2)
    article = paragraphe(citer(controle.articles), couleur="discret")
    article.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    boite.addWidget(article, 1)
    ligne.setLayout(boite)
    ligne.setMinimumHeight(theme.RANGEE)
    return ligne


def ligne_chiffre(mot: str, valeur: str, detail: str = "") -> QWidget:
    """A figure of the register."""
    return ligne_carte(texte(mot, couleur="discret"), None, texte(detail, couleur="discret"), chiffre(valeur, "fort"))
