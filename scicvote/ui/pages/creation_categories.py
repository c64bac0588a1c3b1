"""The guided form: the categories of associés."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from scicvote.core.statuts import MORALE, PERSONNES, PHYSIQUE
from scicvote.ui import theme
from scicvote.ui.ordre_clavier import ordonner
from scicvote.ui.pages.creation_etape import EtapeFormulaire, en_haut, valeur_exacte
from scicvote.ui.redaction import Redaction
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs import ChampCase, ChampChoix, ChampNombre, ChampTexte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee, trait, vider


class EtapeCategories(EtapeFormulaire):
    """Code, name, kinds of person, obligatory or not, cap on the capital; as many as the statutes have."""

    cle = "categories"

    def __init__(self, projet: Redaction) -> None:
        super().__init__(projet)
        self.mot = self.tr("Catégories")
        self._lignes = QVBoxLayout()
        self._lignes.setSpacing(0)
        self.ajout = Bouton(self.tr("Ajouter une catégorie"), "petit", "plus")
        self.ajout.clicked.connect(self.ajouter)
        minimum = self.lier(ChampNombre(self.tr("Catégories présentes, au moins"), "societariat.categories_minimum"))
        carte = Carte(self.tr("Catégories d’associés"))
        carte.ajouter(self._lignes)
        bas = pile(rangee(self.ajout, None), minimum, espace=16)
        bas.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, theme.GOUTTIERE - 1)
        carte.ajouter(bas)
        self.gauche.addWidget(carte)

    def premier(self) -> QWidget | None:
        codes = [champ.controle for champ in self.champs() if champ.chemin == "categories[0].code"]
        return codes[0] if codes else self.ajout

    def entrer(self) -> None:
        self._reconstruire()
        super().entrer()

    def ajouter(self) -> None:
        """One more category, its name waiting to be typed."""
        rang = self.ebauche.ajouter("categories", {})
        self._reconstruire()
        self.charger()
        self.projet.toucher()
        self.montrer()
        self.champ(f"categories[{rang}].code").controle.setFocus()

    def retirer(self, rang: int) -> None:
        """Take a category away, out of the colleges too."""
        self.ebauche.retirer("categories", rang)
        self._reconstruire()
        self.charger()
        self.projet.toucher()
        self.montrer()
        self.ajout.setFocus()

    def ecrire(self, chemin: str, valeur: Any) -> None:
        if chemin.endswith("].code"):
            self.ebauche.renommer_categorie(int(chemin[len("categories[") : -len("].code")]), valeur or "")
        elif chemin.endswith("].personnes"):
            self.ebauche.poser(chemin, None if valeur == "" else [valeur])
        elif chemin.endswith("].obligatoire"):
            self.ebauche.poser(chemin, valeur or None)
        else:
            super().ecrire(chemin, valeur)

    def _reconstruire(self) -> None:
        self.delier("categories[")
        vider(self._lignes)
        for rang in range(len(self.ebauche.lire("categories", ()))):
            self._lignes.addWidget(self._ligne(rang))
            self._lignes.addWidget(trait())
        ordonner(self)

    def _ligne(self, rang: int) -> QFrame:
        racine = f"categories[{rang}]"
        genres = [
            ("", self.tr("toute personne")),
            (PHYSIQUE, self.tr("personnes physiques")),
            (MORALE, self.tr("personnes morales")),
        ]
        code = self.lier(ChampTexte(self.tr("Code"), f"{racine}.code"))
        nom = self.lier(ChampTexte(self.tr("Nom"), f"{racine}.nom"))
        qui = self.lier(
            ChampChoix(self.tr("Qui peut en être"), f"{racine}.personnes", genres),
            lambda champ: champ.valeur(),
            lambda: _genre(self.ebauche.lire(f"{racine}.personnes", PERSONNES)),
        )
        plafond = self.lier(
            ChampTexte(self.tr("Du capital, au plus"), f"{racine}.plafond_capital", invite=self.tr("sans limite")),
            valeur_exacte,
        )
        obligatoire = self.lier(ChampCase(self.tr("Au moins un associé"), f"{racine}.obligatoire"))
        retirer = Bouton("", "icone", "trash-2").nommer(
            self.tr("Retirer la catégorie {}").format(self.ebauche.lire(f"{racine}.nom", ""))
        )
        retirer.setFixedWidth(32)
        retirer.clicked.connect(lambda: self.retirer(rang))
        boite = QFrame()
        colonnes = Colonnes(760, espace=12)  # one row, or two rows of two where it would cut the words of a choice
        for premier, largeur, second in ((code, 80, nom), (qui, 0, plafond)):
            deux = Colonnes(360, espace=12)
            deux.ajouter(en_haut(premier), largeur)
            deux.ajouter(en_haut(second))
            colonnes.ajouter(deux)
        ligne = pile(colonnes, rangee(obligatoire, None, retirer), espace=4)
        ligne.setContentsMargins(theme.GOUTTIERE - 1, 12, theme.GOUTTIERE - 1, 8)
        boite.setLayout(ligne)
        return boite


def _genre(personnes: Any) -> str:
    """The choice that stands for a list of kinds; both is no choice to write."""
    return personnes[0] if isinstance(personnes, list) and len(personnes) == 1 else ""
