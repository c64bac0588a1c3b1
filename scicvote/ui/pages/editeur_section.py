"""A section of the statutes' editor: fields, and beside each what its key decides, its article, the law's default."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from scicvote.core.article import citer
from scicvote.core.statuts_cles import articles_de, au_silence, cle_de
from scicvote.ui import theme
from scicvote.ui.edition_statuts import Edition
from scicvote.ui.pages.creation_etape import EtapeFormulaire, en_haut
from scicvote.ui.pages.editeur_champs import Lien, champ_pour
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champ_plusieurs import ChampPlusieurs
from scicvote.ui.widgets.champs import AnyChamp
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, trait, vider
from scicvote.ui.widgets.texte import paragraphe, texte

_COTE_A_COTE = 560  # pixels: under this width what a key means stands below its field


class SectionStatuts(EtapeFormulaire):
    """Says every fault at once; the page shows beside it what is wrong here, so its own column is put away."""

    projet: Edition

    def __init__(self, edition: Edition, cle: str = "", mot: str = "") -> None:
        super().__init__(edition)
        self.cle, self.mot = cle or self.cle, mot
        self.tout_dire = True
        self.droite.hide()
        self._notes: list[tuple[str, QLabel]] = []

    def lier_lien(self, lien: Lien) -> AnyChamp:
        """Bind a field as the catalogue gives it."""
        return self.lier(*lien)

    def apres_montrer(self) -> None:
        for chemin, note in self._notes:
            note.setText(provenance(self.projet, chemin))
            note.setVisible(bool(note.text()))

    def expliquer(self, chemin: str) -> QWidget:
        """What a key decides, where it comes from, and what holds when it is not written."""
        boite = QFrame()
        note = paragraphe(couleur="discret")
        self._notes.append((chemin, note))
        boite.setLayout(pile(paragraphe(cle_de(chemin).explication), note, None, espace=2))
        return boite

    def expliquee(self, champ: AnyChamp) -> QWidget:
        """A field and what its key decides, side by side; below it where the field needs the whole width."""
        if isinstance(champ, ChampPlusieurs):
            boite = QFrame()
            boite.setLayout(pile(self.expliquer(champ.chemin), champ, espace=8))
            return boite
        ligne = Colonnes(_COTE_A_COTE, espace=24)
        ligne.ajouter(en_haut(champ), part=1)
        ligne.ajouter(self.expliquer(champ.chemin), part=1)
        return ligne

    def legende(self, chemins: Iterable[str]) -> Carte:
        """What the keys of rows decide, said once."""
        carte = Carte(self.tr("Ce que veulent dire ces champs"), marges=True)
        carte.corps.setSpacing(12)
        for chemin in chemins:
            carte.ajouter(pile(texte(cle_de(chemin).libelle, "fort"), self.expliquer(chemin), espace=2))
        return carte


class SectionSimple(SectionStatuts):
    """Keys of one value each, one below the other."""

    def __init__(self, edition: Edition, cle: str, mot: str, chemins: Sequence[str], aujourdhui: date) -> None:
        super().__init__(edition, cle, mot)
        self._chemins, self._aujourdhui = tuple(chemins), aujourdhui
        self.carte = Carte(mot)
        self._lignes = pile()
        self._lignes.setContentsMargins(theme.GOUTTIERE - 1, 4, theme.GOUTTIERE - 1, 8)
        self.carte.ajouter(self._lignes)
        self.gauche.addWidget(self.carte)
        self._remplir()

    def _remplir(self) -> None:
        for rang, chemin in enumerate(self._chemins):
            champ = self.lier_lien(champ_pour(chemin, self.projet, self._aujourdhui))
            ligne = self.expliquee(champ)
            boite = QFrame()
            boite.setLayout(pile(12, ligne, 12))
            if rang:
                self._lignes.addWidget(trait())
            self._lignes.addWidget(boite)


class SectionRegles(SectionSimple):
    """Keys that name rules: which there are is asked again each time the section is shown."""

    def entrer(self) -> None:
        self.delier("scrutin.")
        self._notes.clear()
        vider(self._lignes)
        self._remplir()
        super().entrer()


def provenance(edition: Edition, chemin: str) -> str:
    """``Statuts, art. 21-2. Non écrit : 15 jours avant (C. com., art. R223-20).``"""
    mots = []
    articles = articles_de(chemin, edition.references)
    if articles and ("[]" in chemin or edition.ebauche.lire(chemin) is not None):
        mots.append(f"{majuscule(citer(articles))}.")
    valeur, loi = au_silence(chemin, edition.forme)
    if valeur == "Non précisé":
        mots.append(edition.tr("Facultatif."))
    elif valeur:
        source = f" ({citer(loi)})" if loi else ""
        mots.append(edition.tr("Non écrit\u00a0: {}{}.").format(minuscule(valeur), source))
    return " ".join(mots)


def minuscule(phrase: str) -> str:
    """A sentence that goes on another one."""
    return phrase[:1].lower() + phrase[1:]
