"""The guided form: the colleges, what each weighs, and where everybody votes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from scicvote.core.exact import lire_exact
from scicvote.core.statuts import PERSONNES
from scicvote.ui import theme
from scicvote.ui.ordre_clavier import ordonner
from scicvote.ui.pages.creation_etape import EtapeFormulaire, en_haut, valeur_exacte
from scicvote.ui.redaction import Redaction
from scicvote.ui.widgets.barre_poids import BarrePoids
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs import AnyChamp, ChampChoix, ChampTexte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee, trait, vider

_OU = "ou:"  # the path of a choice of college: which college takes a category's persons of one kind


class EtapeColleges(EtapeFormulaire):
    """Colleges with their weights; then, for each category and kind of person, the college where they vote."""

    cle = "colleges"

    def __init__(self, projet: Redaction) -> None:
        super().__init__(projet)
        self.mot = self.tr("Collèges")
        self._mis_de_cote: list[Any] = []
        self.quand = self.lier(
            ChampChoix(
                self.tr("On vote par collège"),
                "vote.colleges",
                [
                    ("sur_demande", self.tr("quand un associé le demande")),
                    ("toujours", self.tr("toujours")),
                    ("jamais", self.tr("jamais\u00a0: une personne, une voix")),
                ],
            ),
            lire=lambda: self.ebauche.lire("vote.colleges", "sur_demande"),
        )
        bas = self.lier(ChampTexte(self.tr("Un collège pèse au moins (%)"), "vote.plancher_college"), valeur_exacte)
        haut = self.lier(ChampTexte(self.tr("et au plus (%)"), "vote.plafond_college"), valeur_exacte)
        self.barre = BarrePoids()
        self._lignes, self._qui = QVBoxLayout(), QVBoxLayout()
        self._lignes.setSpacing(0)
        self._qui.setSpacing(12)
        self.ajout = Bouton(self.tr("Ajouter un collège"), "petit", "plus")
        self.ajout.clicked.connect(self.ajouter)
        self._composer(bas, haut)

    def _composer(self, bas: AnyChamp, haut: AnyChamp) -> None:
        mode = Carte(self.tr("Vote par collège"), marges=True)
        self._bornes = Colonnes(360, espace=16)
        for champ in (bas, haut):
            self._bornes.ajouter(en_haut(champ))
        mode.ajouter(pile(self.quand, self._bornes, espace=16))
        self.carte_colleges = Carte(self.tr("Collèges"))
        self.carte_colleges.ajouter(self._lignes)
        pied = pile(rangee(self.ajout, None), self.barre, espace=16)
        pied.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, theme.GOUTTIERE - 1)
        self.carte_colleges.ajouter(pied)
        self.carte_qui = Carte(self.tr("Où vote chacun"), marges=True)
        self.carte_qui.ajouter(self._qui)
        for carte in (mode, self.carte_colleges, self.carte_qui):
            self.gauche.addWidget(carte)

    # --- the step

    def premier(self) -> QWidget | None:
        return self.quand.controle

    def entrer(self) -> None:
        self._reconstruire()
        super().entrer()

    def ecrire(self, chemin: str, valeur: Any) -> None:
        if chemin == "vote.colleges":
            self._changer_mode(valeur)
        elif chemin.startswith(_OU):
            code, _, genre = chemin[len(_OU) :].rpartition("/")
            self._placer(code, genre, valeur or "")
        else:
            super().ecrire(chemin, valeur)
        if chemin.endswith("].code"):
            self._refaire_choix()

    def _changer_mode(self, mode: str) -> None:
        """Never by college: the colleges are put aside, and come back with the first other answer."""
        if mode == "jamais" and "colleges" in self.ebauche.table:
            self._mis_de_cote = self.ebauche.table.pop("colleges")
        elif mode != "jamais" and "colleges" not in self.ebauche.table and self._mis_de_cote:
            self.ebauche.table["colleges"] = self._mis_de_cote
        self.ebauche.poser("vote.colleges", mode)
        self._reconstruire()
        self.charger()

    def ajouter(self) -> None:
        """One more college."""
        rang = self.ebauche.ajouter("colleges", {})
        self._refaire()
        self.champ(f"colleges[{rang}].code").controle.setFocus()

    def retirer(self, rang: int) -> None:
        """Take a college away; its members wait for another."""
        self.ebauche.retirer("colleges", rang)
        self._refaire()
        self.ajout.setFocus()

    def _refaire(self) -> None:
        self._reconstruire()
        self.charger()
        self.projet.toucher()
        self.montrer()

    def apres_montrer(self) -> None:
        lus = [(c.get("code") or "?", lire_exact(str(c.get("poids", "")))) for c in self._colleges()]
        self.barre.montrer([(str(code), poids) for code, poids in lus if poids is not None])

    def _colleges(self) -> list[dict[str, Any]]:
        colleges = self.ebauche.lire("colleges", [])
        return [college for college in colleges if isinstance(college, dict)] if isinstance(colleges, list) else []

    # --- rows

    def _reconstruire(self) -> None:
        jamais = self.ebauche.lire("vote.colleges") == "jamais"
        for carte in (self.carte_colleges, self.carte_qui, self._bornes):
            carte.setVisible(not jamais)
        self.delier("colleges[")
        vider(self._lignes)
        for rang in range(len(self._colleges())):
            self._lignes.addWidget(self._ligne(rang))
            self._lignes.addWidget(trait())
        self._refaire_choix()

    def _ligne(self, rang: int) -> QFrame:
        racine = f"colleges[{rang}]"
        code = self.lier(ChampTexte(self.tr("Code"), f"{racine}.code"))
        nom = self.lier(ChampTexte(self.tr("Nom du collège"), f"{racine}.nom"))
        poids = self.lier(ChampTexte(self.tr("Poids (%)"), f"{racine}.poids"), valeur_exacte)
        retirer = Bouton("", "icone", "trash-2").nommer(
            self.tr("Retirer le collège {}").format(self.ebauche.lire(f"{racine}.nom", ""))
        )
        retirer.setFixedWidth(32)
        retirer.clicked.connect(lambda: self.retirer(rang))
        boite = QFrame()
        colonnes = Colonnes(440, espace=12)
        colonnes.ajouter(en_haut(code), 96)
        colonnes.ajouter(en_haut(nom))
        colonnes.ajouter(en_haut(poids), 176)
        ligne = rangee(espace=8)
        ligne.addWidget(colonnes, 1)
        ligne.addLayout(pile(26, retirer, None))
        ligne.setContentsMargins(theme.GOUTTIERE - 1, 12, 12, 12)
        boite.setLayout(ligne)
        return boite

    # --- who votes where

    def _paires(self) -> Iterator[tuple[str, str, str]]:
        """(code of the category, kind of person, words)."""
        for categorie in self.ebauche.lire("categories", ()):
            code, nom = str(categorie.get("code", "")), str(categorie.get("nom") or categorie.get("code", ""))
            genres = categorie.get("personnes", PERSONNES)
            mots = {"physique": self.tr("personnes physiques"), "morale": self.tr("personnes morales")}
            for genre in genres:
                yield code, genre, nom if len(genres) == 1 else f"{nom}, {mots.get(genre, genre)}"

    def _refaire_choix(self) -> None:
        self.delier(_OU)
        vider(self._qui)
        options = [("", self.tr("dans aucun collège")), *self._options()]
        for code, genre, mots in self._paires():
            champ = ChampChoix(mots, f"{_OU}{code}/{genre}", options)
            self.lier(champ, lambda c: c.valeur(), lambda paire=(code, genre): self._college_de(paire))  # type: ignore[misc]
            champ.poser(self._college_de((code, genre)))
            self._qui.addWidget(champ)
        ordonner(self)

    def _options(self) -> list[tuple[str, str]]:
        return [(str(rang), str(c.get("nom") or c.get("code") or rang + 1)) for rang, c in enumerate(self._colleges())]

    def _college_de(self, paire: tuple[str, str]) -> str:
        """The first college that takes them, as the reader of statutes finds it."""
        rangs = range(len(self._colleges()))
        return next((str(rang) for rang in rangs if paire in self.ebauche.membres(rang)), "")

    def _placer(self, code: str, genre: str, choisi: str) -> None:
        """Put a kind of person of a category in one college, and in no other."""
        for rang in range(len(self._colleges())):
            membres = self.ebauche.membres(rang)
            voulus = membres | {(code, genre)} if str(rang) == choisi else membres - {(code, genre)}
            if voulus != membres:
                self.ebauche.poser_membres(rang, voulus)
