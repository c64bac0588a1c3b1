"""The editor's majorities: every rule of the statutes, one at a time, whole; rules are added and taken away."""

from __future__ import annotations

import copy
from typing import Any, Final

from PySide6.QtWidgets import QFrame, QWidget

from scicvote.core.issue import refus
from scicvote.core.pv_regles import REGLES, nom_regle
from scicvote.core.statuts_cles import cle_de
from scicvote.core.statuts_majorites import majorites
from scicvote.exchange.ebauche_statuts import cle_de as nom_court
from scicvote.ui.edition_statuts import Edition
from scicvote.ui.ordre_clavier import ordonner
from scicvote.ui.pages.creation_etape import en_haut, valeur_exacte
from scicvote.ui.pages.editeur_champs import bases, champ_articles, champ_oui_non, non_ecrit
from scicvote.ui.pages.editeur_section import SectionStatuts
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champ_plusieurs import ChampPlusieurs
from scicvote.ui.widgets.champs import ChampCase, ChampChoix, ChampTexte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee, trait, vider
from scicvote.ui.widgets.texte import paragraphe, texte

_REQUISE: Final = "ordinaire"
_NOUVELLE: Final = {"seuil": "1/2", "stricte": True, "base": "exprimes"}  # a second consultation, to begin with
_LEGENDE: Final = (
    "articles",
    "premiere.seuil",
    "premiere.stricte",
    "premiere.base",
    "premiere.lectures",
    "deuxieme",
    "tour2",
    "par_tete",
    "sans_college",
)


class SectionMajorites(SectionStatuts):
    """``courante`` is the rule that is shown."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(edition, "majorites", "")
        self.mot = self.tr("Majorités")
        self.courante = _REQUISE
        self._blocs: dict[str, QFrame] = {}
        self.choix = ChampChoix(self.tr("Règle"), "regle", [])
        self.choix.change.connect(lambda: self.montrer_regle(self.choix.valeur()))
        self.bouton_retirer = Bouton(self.tr("Retirer cette règle"), "petit", "trash-2")
        self.bouton_retirer.clicked.connect(self.retirer)
        self.nom = ChampTexte(
            self.tr("Nom d’une règle à ajouter"),
            "nouvelle_regle",
            self.tr("Elle commence comme celle qui est montrée."),
            self.tr("avis_college, ratification…"),
        )
        self.nom.ligne.returnPressed.connect(self.ajouter)
        self.bouton_ajouter = Bouton(self.tr("Ajouter"), "petit", "plus")
        self.bouton_ajouter.clicked.connect(self.ajouter)
        self._composer()

    def _composer(self) -> None:
        carte = Carte(self.tr("Règles de majorité"), marges=True)
        colonnes = Colonnes(480, espace=24)
        gauche = QFrame()
        gauche.setLayout(pile(self.choix, rangee(self.bouton_retirer, None), None, espace=10))
        droite = QFrame()
        droite.setLayout(pile(self.nom, rangee(self.bouton_ajouter, None), None, espace=10))
        colonnes.ajouter(gauche)
        colonnes.ajouter(droite)
        carte.ajouter(colonnes)
        self.detail = Carte(marges=True)
        self._corps = pile(espace=16)
        self.titre_regle, self.phrase = texte("", "titre"), paragraphe(role="fort")
        self.titre_regle.setWordWrap(True)
        self.detail.ajouter(pile(self.titre_regle, self.phrase, espace=4))
        self.detail.corps.addSpacing(16)
        self.detail.ajouter(self._corps)
        for une in (carte, self.detail, self.legende([f"regles.*.{cle}" for cle in _LEGENDE])):
            self.gauche.addWidget(une)

    def premier(self) -> QWidget | None:
        return self.choix.controle

    # --- which rule

    @property
    def noms(self) -> list[str]:
        """The rules of the statutes, in their order."""
        return list(self.ebauche.lire("regles", {}))

    def entrer(self) -> None:
        fautives = [issue.chemin.split(".")[1] for issue in self.projet.issues_de(self.cle) if "." in issue.chemin]
        if fautives and self.courante not in fautives and fautives[0] in self.noms:
            self.courante = fautives[0]
        self.montrer_regle(self.courante if self.courante in self.noms else _REQUISE)

    def montrer_regle(self, nom: str) -> None:
        """Show one rule."""
        self.courante = nom
        self.choix.proposer([(un, nom_regle(un)) for un in self.noms])
        self.choix.poser(nom)
        self.bouton_retirer.setEnabled(nom != _REQUISE)
        self.bouton_retirer.setToolTip(
            self.tr("La règle ordinaire est nécessaire.") if nom == _REQUISE else self.bouton_retirer.text().strip()
        )
        self.delier("regles.")
        self._blocs = {}
        vider(self._corps)
        self._remplir(f"regles.{nom}")
        self.titre_regle.setText(nom_regle(nom))
        ordonner(self)
        super().entrer()

    def ajouter(self) -> None:
        """One more rule, a copy of the one that is shown."""
        saisi = self.nom.valeur()
        connues = {mot.casefold(): nom for nom, mot in REGLES.items()}
        nom = connues.get(saisi.casefold()) or nom_court(saisi).replace("-", "_")
        if not nom or nom in self.noms:
            phrase = self.tr("Donner un nom, en lettres.") if not nom else self.tr("Cette règle y est déjà.")
            self.nom.montrer_issue(refus("VALEUR", phrase, chemin=self.nom.chemin))
            self.nom.controle.setFocus()
            return
        self.ebauche.poser(f"regles.{nom}", copy.deepcopy(self.ebauche.lire(f"regles.{self.courante}", {})))
        self.nom.poser("")
        self.projet.toucher()
        self.montrer_regle(nom)
        self.choix.controle.setFocus()

    def retirer(self) -> None:
        """Take the rule away, with its quorum and what the ballots say of it."""
        nom = self.courante
        if nom == _REQUISE:
            return
        self.ebauche.poser(f"regles.{nom}", None)
        if self.ebauche.lire(f"quorum.{nom}") is not None:
            self.ebauche.poser(f"quorum.{nom}", None)
        for chemin in ("scrutin.secret", "scrutin.hors_ordre_du_jour"):
            citees = self.ebauche.lire(chemin, ())
            if nom in citees:
                self.ebauche.poser(chemin, [une for une in citees if une != nom] or None)
        self.projet.toucher()
        self.montrer_regle(_REQUISE)
        self.choix.controle.setFocus()

    # --- one rule

    def _remplir(self, racine: str) -> None:
        self._corps.addWidget(self.lier_lien(champ_articles(f"{racine}.articles", self.projet)))
        self._ligne(racine, "premiere", self.tr("Première consultation"))
        self._presence(f"{racine}.deuxieme", cle_de(f"{racine}.deuxieme").libelle)
        self._ligne(racine, "deuxieme", self.tr("Seconde consultation"))
        self._reste(racine, "")
        self._corps.addWidget(trait())
        self._presence(f"{racine}.sans_college", self.tr("Sans collège, une autre règle"))
        sans = f"{racine}.sans_college"
        for consultation, mot in (
            ("premiere", self.tr("Sans collège, première consultation")),
            ("deuxieme", self.tr("Sans collège, seconde consultation")),
        ):
            self._presence(f"{sans}.{consultation}", mot, sans)
            self._ligne(sans, consultation, mot)
        self._reste(sans, self.tr("Sans collège, "), sans)
        articles = champ_articles(f"{sans}.articles", self.projet, self.tr("Sans collège, articles"))
        self._ajouter(self.lier_lien(articles), sans)

    def _ajouter(self, widget: QWidget, bloc: str) -> None:
        """Put something that is shown only where the statutes have the table ``bloc`` (``""``: always)."""
        if not bloc:
            self._corps.addWidget(widget)
            return
        boite = QFrame()
        boite.setLayout(pile(widget))
        self._blocs[f"{bloc}#{len(self._blocs)}"] = boite
        self._corps.addWidget(boite)

    def _presence(self, chemin: str, libelle: str, bloc: str = "") -> None:
        champ = self.lier(ChampCase(libelle, chemin), lire=lambda: self.ebauche.lire(chemin) is not None)
        self._ajouter(champ, bloc)

    def _ligne(self, racine: str, consultation: str, titre: str) -> None:
        """Threshold, strictly more or not, of what, and the other readings."""
        chemin = f"{racine}.{consultation}"
        seuil = self.lier(ChampTexte(self.tr("Seuil (1/2, 2/3, 75\u00a0%)"), f"{chemin}.seuil"), valeur_exacte)
        stricte = self.lier(
            ChampChoix(
                self.tr("Il faut"),
                f"{chemin}.stricte",
                [("oui", self.tr("plus que ce seuil")), ("non", self.tr("au moins ce seuil"))],
            ),
            lambda champ: champ.valeur() == "oui",
            lambda: "oui" if self.ebauche.lire(f"{chemin}.stricte") else "non",
        )
        base = self.lier(ChampChoix(self.tr("de"), f"{chemin}.base", bases()))
        autres = [*bases(), ("tous", self.tr("toutes, absents dans leur collège"))]
        lectures = self.lier(
            ChampPlusieurs(cle_de(f"{chemin}.lectures").libelle, f"{chemin}.lectures", autres),
            lambda champ: champ.valeur() or None,
            lambda: ", ".join(self.ebauche.lire(f"{chemin}.lectures", ())),
        )
        colonnes = Colonnes(480, espace=16)
        for champ in (stricte, seuil, base):
            champ.controle.setAccessibleName(f"{titre}, {champ.libelle}")
            colonnes.ajouter(en_haut(champ))
        lectures.controle.setAccessibleName(f"{titre}, {lectures.libelle}")
        ligne = QFrame()
        entete = [texte(titre, couleur="discret")] if consultation == "premiere" and "sans" not in racine else []
        ligne.setLayout(pile(*entete, colonnes, lectures, espace=12))
        self._ajouter(ligne, "" if consultation == "premiere" and "sans_college" not in racine else chemin)

    def _reste(self, racine: str, debut: str, bloc: str = "") -> None:
        """The second round of elections, and whether heads are counted."""
        tour2 = f"{racine}.tour2"
        options = [
            non_ecrit(),
            ("meme", self.tr("la même règle")),
            ("relative", self.tr("majorité relative")),
        ]
        second = self.lier(
            ChampChoix(self._mot(debut, tour2), tour2, options), lire=lambda: self.ebauche.lire(tour2, "")
        )
        tete = f"{racine}.par_tete"
        heads = self.lier_lien(champ_oui_non(self._mot(debut, tete), tete, self.projet))
        colonnes = Colonnes(480, espace=16)
        for champ in (second, heads):
            colonnes.ajouter(en_haut(champ))
        self._ajouter(colonnes, bloc)

    @staticmethod
    def _mot(debut: str, chemin: str) -> str:
        libelle = cle_de(chemin).libelle
        return f"{debut}{libelle[:1].lower()}{libelle[1:]}" if debut else libelle

    # --- what is written and said

    def ecrire(self, chemin: str, valeur: Any) -> None:
        """A table that appears or goes with its tick; any other value at its path."""
        if isinstance(self.champ(chemin), ChampCase):
            self.ebauche.poser(chemin, self._debut(chemin) if valeur else None)
            self.charger()
        else:
            super().ecrire(chemin, valeur)

    def _debut(self, chemin: str) -> dict[str, Any]:
        """What a table holds when it is ticked: the rule's own line where it has one."""
        racine = f"regles.{self.courante}"
        if chemin.endswith(".sans_college"):
            return {"premiere": _sans_lectures(self.ebauche.lire(f"{racine}.premiere"))}
        if chemin.endswith(".premiere"):
            return _sans_lectures(self.ebauche.lire(f"{racine}.premiere"))
        return _sans_lectures(self.ebauche.lire(f"{racine}.deuxieme")) if "sans_college" in chemin else dict(_NOUVELLE)

    def apres_montrer(self) -> None:
        super().apres_montrer()
        for cle, bloc in self._blocs.items():
            bloc.setVisible(self.ebauche.lire(cle.split("#")[0]) is not None)
        dites: dict[str, str] = {}
        if self.projet.statuts is not None:
            dites = {ligne.cle: ligne.valeur for ligne in majorites(self.projet.statuts)}
        self.phrase.setText(majuscule(dites.get(f"regles.{self.courante}", "")))
        self.phrase.setVisible(bool(self.phrase.text()))


def _sans_lectures(ligne: dict[str, Any] | None) -> dict[str, Any]:
    """A line to begin with: by heads a sentence has one reading."""
    return {cle: valeur for cle, valeur in (ligne or _NOUVELLE).items() if cle != "lectures"}
