"""The editor's quorums: for each rule the attendance that it wants, at each consultation."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from scicvote.core.pv_regles import nom_regle
from scicvote.core.statuts_cles import cle_de
from scicvote.ui import theme
from scicvote.ui.edition_statuts import Edition
from scicvote.ui.ordre_clavier import ordonner
from scicvote.ui.pages.creation_etape import en_haut, valeur_exacte
from scicvote.ui.pages.editeur_champs import non_ecrit
from scicvote.ui.pages.editeur_section import SectionStatuts
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs import ChampChoix, ChampTexte
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, trait, vider
from scicvote.ui.widgets.texte import texte

_CLES = ("premiere", "deuxieme", "base")


class SectionQuorums(SectionStatuts):
    """One row per rule; a quorum written for what is no rule has one too, so that it can be taken away."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(edition, "quorums", "")
        self.mot = self.tr("Quorums")
        self._lignes = QVBoxLayout()
        self._lignes.setSpacing(0)
        carte = Carte(self.mot)
        carte.ajouter(self._lignes)
        self.gauche.addWidget(carte)
        self.gauche.addWidget(self.legende([f"quorum.*.{cle}" for cle in _CLES]))

    def premier(self) -> QWidget | None:
        return self.champ("quorum.ordinaire.premiere").controle

    def entrer(self) -> None:
        self.delier("quorum.")
        vider(self._lignes)
        regles, quorums = self.ebauche.lire("regles", {}), self.ebauche.lire("quorum", {})
        for rang, nom in enumerate(dict.fromkeys(("ordinaire", *regles, *quorums))):
            if rang:
                self._lignes.addWidget(trait())
            self._lignes.addWidget(self._ligne(nom))
        ordonner(self)
        super().entrer()

    def _ligne(self, nom: str) -> QFrame:
        racine = f"quorum.{nom}"
        comptes = [
            non_ecrit(),
            ("associes", self.tr("associés")),
            ("voix", self.tr("voix par collège")),
            ("chaque_college", self.tr("chaque collège")),
        ]
        champs = [
            self.lier(ChampTexte(cle_de(f"{racine}.{cle}").libelle, f"{racine}.{cle}", invite=invite), valeur_exacte)
            for cle, invite in (("premiere", self.tr("aucun")), ("deuxieme", self.tr("le même")))
        ]
        base = self.lier(
            ChampChoix(cle_de(f"{racine}.base").libelle, f"{racine}.base", comptes),
            lire=lambda: self.ebauche.lire(f"{racine}.base", ""),
        )
        colonnes = Colonnes(440, espace=12)
        for champ in (*champs, base):
            champ.controle.setAccessibleName(f"{nom_regle(nom)}, {champ.libelle}")
            colonnes.ajouter(en_haut(champ))
        titre = texte(nom_regle(nom), "fort")
        titre.setWordWrap(True)
        titre.setAlignment(Qt.AlignmentFlag.AlignTop)
        boite = QFrame()
        ligne = pile(titre, colonnes, espace=8)
        ligne.setContentsMargins(theme.GOUTTIERE - 1, 12, theme.GOUTTIERE - 1, 12)
        boite.setLayout(ligne)
        return boite

    def ecrire(self, chemin: str, valeur: Any) -> None:
        """A quorum of which nothing is left is taken away."""
        super().ecrire(chemin, valeur)
        racine = chemin.rpartition(".")[0]
        if not self.ebauche.lire(racine, True):
            self.ebauche.poser(racine, None)
