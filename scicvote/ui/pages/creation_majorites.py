"""The guided form: the three majorities that most statutes write, each with its articles, said back in words."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.pv_regles import nom_regle
from scicvote.core.statuts_majorites import majorites
from scicvote.ui.pages.creation_etape import EtapeFormulaire, en_haut, valeur_exacte
from scicvote.ui.redaction import Redaction
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs import ChampCase, ChampChoix, ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire
from scicvote.ui.widgets.mise_en_page import Colonnes, vider
from scicvote.ui.widgets.texte import paragraphe

_CONSULTATIONS: Final = ("premiere", "deuxieme")


class EtapeMajorites(EtapeFormulaire):
    """Threshold, strictly more or not, of what; at the first and, where it differs, the second consultation."""

    cle = "majorites"

    def __init__(self, projet: Redaction) -> None:
        super().__init__(projet)
        self.mot = self.tr("Majorités")
        self._cartes = QVBoxLayout()
        self._cartes.setSpacing(16)
        self.gauche.addLayout(self._cartes)
        self._phrases: dict[str, Any] = {}
        self._secondes: dict[str, Colonnes] = {}

    def premier(self) -> QWidget | None:
        return self.champ("regles.ordinaire.premiere.stricte").controle

    def entrer(self) -> None:
        self.delier("regles.")
        vider(self._cartes)
        self._phrases, self._secondes = {}, {}
        for nom in self._regles():
            self._cartes.addWidget(self._carte(nom))
        super().entrer()

    def _regles(self) -> list[str]:
        """Ordinary, extraordinary, and the election that these statutes know."""
        connues = self.ebauche.lire("regles", {})
        elections = [nom for nom in connues if nom.startswith("election")][:1]
        return ["ordinaire", "extraordinaire", *elections]

    def _carte(self, nom: str) -> Carte:
        self._phrases[nom] = paragraphe(role="fort")
        seconde = self.lier(
            ChampCase(self.tr("Une seconde consultation décide autrement"), f"regles.{nom}.deuxieme"),
            lire=lambda: self.ebauche.lire(f"regles.{nom}.deuxieme") is not None,
        )
        self._secondes[nom] = self._ligne(nom, "deuxieme")
        articles = self.lier(
            ChampTexte(
                self.tr("Articles"),
                f"regles.{nom}.articles",
                self.tr("Séparés par des virgules\u00a0: statuts 24-1, C. com. L223-29"),
            ),
            lambda champ: [mot.strip() for mot in champ.texte().split(",") if mot.strip()] or None,
            lambda: ", ".join(self.ebauche.lire(f"regles.{nom}.articles", [])),
        )
        carte = Carte(nom_regle(nom), marges=True)
        carte.corps.setSpacing(16)
        for element in (
            self._phrases[nom],
            self._ligne(nom, "premiere"),
            seconde,
            self._secondes[nom],
            Formulaire(articles),
        ):
            carte.ajouter(element)
        return carte

    def _ligne(self, nom: str, consultation: str) -> Colonnes:
        racine = f"regles.{nom}.{consultation}"
        seuil = self.lier(ChampTexte(self.tr("Seuil (1/2, 2/3, 75\u00a0%)"), f"{racine}.seuil"), valeur_exacte)
        comparaison = self.lier(
            ChampChoix(
                self.tr("Il faut"),
                f"{racine}.stricte",
                [("oui", self.tr("plus que ce seuil")), ("non", self.tr("au moins ce seuil"))],
            ),
            lambda champ: champ.valeur() == "oui",
            lambda: "oui" if self.ebauche.lire(f"{racine}.stricte") else "non",
        )
        base = self.lier(
            ChampChoix(
                self.tr("de"),
                f"{racine}.base",
                [
                    ("inscrits", self.tr("toutes les voix")),
                    ("presents", self.tr("celles des présents ou représentés")),
                    ("votants", self.tr("celles des votants")),
                    ("exprimes", self.tr("pour et contre")),
                ],
            )
        )
        ligne = Colonnes(640, espace=16)
        for champ in (comparaison, seuil, base):
            ligne.ajouter(en_haut(champ))
        return ligne

    def ecrire(self, chemin: str, valeur: Any) -> None:
        _, nom, *suite = chemin.split(".")
        if suite == ["deuxieme"]:
            self.ebauche.seconde(nom, bool(valeur))
            self.charger()
        elif suite[0] in _CONSULTATIONS:
            self.ebauche.poser_majorite(nom, suite[0], suite[1], valeur)
        else:
            super().ecrire(chemin, valeur)

    def apres_montrer(self) -> None:
        for nom, formulaire in self._secondes.items():
            formulaire.setVisible(self.ebauche.lire(f"regles.{nom}.deuxieme") is not None)
        dites = {}
        if self.projet.statuts is not None:
            dites = {ligne.cle: ligne.valeur for ligne in majorites(self.projet.statuts)}
        for nom, phrase in self._phrases.items():
            phrase.setText(majuscule(dites.get(f"regles.{nom}", "")))
            phrase.setVisible(f"regles.{nom}" in dites)
