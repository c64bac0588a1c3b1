"""The statutes in force: what they are, what they set, and every majority rule with its articles."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtWidgets import QGridLayout, QWidget

from scicvote.core.article import citer
from scicvote.core.exact import accord, euros, pourcent_court
from scicvote.core.statuts import Statuts
from scicvote.ui import theme
from scicvote.ui.models.regles_model import ReglesModel
from scicvote.ui.pages.page import Page
from scicvote.ui.session import Session
from scicvote.ui.textes import jour, majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, vider
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.texte import texte

Valeur = tuple[str, str, str]  # what it is, its value, its article


class PageStatuts(Page):
    """Read-only: statutes change by an act of their own."""

    cle = "statuts"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.modele = ReglesModel(self)
        self.table = Tableau(self.modele, self.tr("Règles de majorité"), triable=False)
        self.carte = Carte(self.tr("Valeurs"), " ")
        moities = Colonnes()
        self._grilles = tuple(_grille(moities) for _ in range(2))
        marges = pile(moities)
        marges.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, 20)
        self.carte.ajouter(marges)
        regles = Carte(self.tr("Règles de majorité"))
        regles.ajouter(self.table, 1)
        self.boite.addWidget(self.carte)
        self.boite.addWidget(regles, 1)

    def titre(self) -> str:
        return self.session.statuts().denomination if self.session.ouverte else self.tr("Statuts")

    def sous_titre(self) -> str:
        if not self.session.ouverte:
            return ""
        statuts = self.session.statuts()
        return self.tr("SCIC {}, statuts du {}").format(statuts.forme, jour(statuts.date))

    def premier_focus(self) -> QWidget | None:
        return self.table

    def actualiser(self) -> None:
        statuts = self.session.statuts()
        self.modele.montrer(statuts)
        versions = len(self.session.dossier.statuts_lus)
        self.carte.note.setText(accord(versions, "version enregistrée", "versions enregistrées"))
        valeurs = self._valeurs(statuts)
        moitie = (len(valeurs) + 1) // 2
        for grille, lignes in zip(self._grilles, (valeurs[:moitie], valeurs[moitie:]), strict=True):
            _remplir(grille, lignes)
        self.entete_change.emit()

    def _valeurs(self, s: Statuts) -> list[Valeur]:
        """What the statutes set, those left unsaid not listed."""
        lignes: list[tuple[str, str | None, str]] = [
            (self.tr("Valeur d’une part"), _euros(s.capital.valeur_part), "capital.valeur_part"),
            (self.tr("Capital minimum"), _euros(s.capital.minimum), "capital.minimum"),
            (self.tr("Vote par collège"), self._vote(s), "vote.colleges"),
            (self.tr("Associés au plus"), _texte(s.societariat.maximum_associes), "societariat.maximum_associes"),
            (self.tr("Convocation"), self._jours(s.delais.convocation_jours), "delais.convocation_jours"),
            (self.tr("Liste arrêtée"), self._jours(s.delais.arrete_liste_jours), "delais.arrete_liste_jours"),
            (self.tr("Poids d’un collège"), self._bornes(s), "vote.plancher_college"),
            (self.tr("Mandat de la gérance"), self._annees(s), "delais.mandat_gerance_annees"),
        ]
        return [(mot, valeur, references_de(s, cle)) for mot, valeur, cle in lignes if valeur is not None]

    def _vote(self, statuts: Statuts) -> str:
        mots = {
            "toujours": self.tr("toujours"),
            "sur_demande": self.tr("sur demande d’un associé"),
            "jamais": self.tr("jamais"),
        }
        return mots.get(statuts.vote.colleges, statuts.vote.colleges)

    def _jours(self, jours: int | None) -> str | None:
        return None if jours is None else self.tr("{} avant").format(accord(jours, "jour"))

    def _bornes(self, statuts: Statuts) -> str:
        bas, haut = statuts.vote.plancher, statuts.vote.plafond
        return self.tr("de {} à {}").format(pourcent_court(bas / 100), pourcent_court(haut / 100))

    def _annees(self, statuts: Statuts) -> str | None:
        annees = statuts.delais.mandat_gerance_annees
        return None if annees is None else accord(annees, "an")


def _grille(moities: Colonnes) -> QGridLayout:
    """One half of the values: what, how much, which article."""
    moitie = QWidget()
    grille = QGridLayout(moitie)
    grille.setContentsMargins(0, 0, 0, 0)
    grille.setHorizontalSpacing(24)
    grille.setVerticalSpacing(8)
    grille.setColumnMinimumWidth(0, 144)
    grille.setColumnMinimumWidth(2, 132)
    grille.setColumnStretch(1, 1)
    moities.ajouter(moitie)
    return grille


def _remplir(grille: QGridLayout, lignes: list[Valeur]) -> None:
    vider(grille)
    for rang, (mot, valeur, article) in enumerate(lignes):
        grille.addWidget(texte(mot, couleur="discret"), rang, 0)
        grille.addWidget(texte(valeur), rang, 1)
        grille.addWidget(texte(article, couleur="discret"), rang, 2)


def references_de(statuts: Statuts, cle: str) -> str:
    """The articles behind a key of the statutes, as people cite them."""
    articles = [article.strip() for article in statuts.references.get(cle, "").split(",") if article.strip()]
    return majuscule(citer(tuple(articles)))


def _euros(montant: Fraction | None) -> str | None:
    return None if montant is None else euros(montant)


def _texte(valeur: int | None) -> str | None:
    return None if valeur is None else str(valeur)
