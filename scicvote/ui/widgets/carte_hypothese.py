"""One hypothesis as it is written: weights with their sum, colleges together, majority, base."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scicvote.core.hypothese import TOUTES, Hypothese
from scicvote.core.issue import Issue
from scicvote.core.statuts import Statuts
from scicvote.ui import lecture_simulation as lecture
from scicvote.ui import theme
from scicvote.ui.brouillons import Brouillons
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.barre_poids import BarrePoids
from scicvote.ui.widgets.carte import CarteAjustee
from scicvote.ui.widgets.champs import AnyChamp, ChampChoix, ChampTexte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee


class ChampPoids(ChampTexte):
    """A weight in percent, exact."""

    def poids(self) -> Fraction | None:
        """What was typed, understood."""
        return lecture.lire_poids(self.texte())

    def incompris(self) -> str:
        return "" if self.poids() is not None else self.tr("Écrire 45, 33,5 ou 100/3.")


class CarteHypothese(CarteAjustee):
    """``change`` follows every key and choice. What is typed is kept as a draft under ``prefixe``."""

    change = Signal()

    def __init__(self, nom: str, statuts: Statuts, regles: Iterable[str], brouillons: Brouillons, prefixe: str) -> None:
        super().__init__(nom, " ")
        self.nom, self._statuts = nom, statuts
        self._brouillons, self._prefixe = brouillons, prefixe
        self.poids = {c.code: ChampPoids(f"{c.code} (%)", f"poids.{c.code}") for c in statuts.colleges}
        self.choix = {
            "colleges": ChampChoix(self.tr("Collèges"), "colleges", lecture.options_colleges(statuts)),
            "regle": ChampChoix(self.tr("Majorité à changer"), "regle", lecture.options_regles(regles)),
            "seuil": ChampChoix(self.tr("Seuil"), "seuil", lecture.options_seuils()),
            "base": ChampChoix(self.tr("Base de la majorité"), "base", lecture.options_bases()),
            "report": ChampChoix(self.tr("Poids d’un collège réparti sur"), "report", lecture.options_reports()),
            "sort": ChampChoix(self.tr("Poids d’un collège vide ou silencieux"), "sort", lecture.options_sorts()),
        }
        self.barre, self.liste = BarrePoids(), ListeIssues()
        self.plus = Bouton(self.tr("Autres règles"), "petit", "chevron-down")
        self.plus.setCheckable(True)
        self.plus.toggled.connect(self._deplier)
        self._composer()
        self._charger()
        self._relier()

    # --- building

    def _composer(self) -> None:
        ligne = rangee(espace=12)
        for poids in self.poids.values():
            ligne.addLayout(pile(poids, None), 1)
        autres = [self.choix[cle] for cle in ("regle", "seuil", "base", "report", "sort")]
        self._autres = QWidget()
        self._autres.setLayout(pile(*autres, espace=12))
        corps = pile(
            ligne, self.barre, self.choix["colleges"], rangee(self.plus, None), self._autres, self.liste, espace=12
        )
        corps.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, theme.GOUTTIERE - 1)
        self.ajouter(corps)
        self.corps.addStretch(1)

    def _relier(self) -> None:
        for code, poids in self.poids.items():
            poids.controle.setAccessibleName(self.tr("{}, poids de {} en pour cent").format(self.nom, code))
        for choix in self.choix.values():
            choix.controle.setAccessibleName(f"{self.nom}, {choix.libelle}")
        self.plus.setAccessibleName(self.tr("{}, autres règles").format(self.nom))
        for champ in self._champs():
            champ.change.connect(self._suivre)
        self.choix["colleges"].change.connect(self._reunir)
        self._deplier(False)
        self.plus.setChecked(
            any(self.choix[cle].valeur() not in ("", TOUTES) for cle in self.choix if cle != "colleges")
        )
        self._montrer()

    def _champs(self) -> tuple[AnyChamp, ...]:
        return (*self.poids.values(), *self.choix.values())

    def _charger(self) -> None:
        """The statutes, then what was typed and kept."""
        for college in self._statuts.colleges:
            self.poids[college.code].poser_texte(lecture.ecrire_poids(college.poids))
        for champ in self._champs():
            if (garde := self._brouillons.lire(f"{self._prefixe}/{champ.chemin}")) is not None:
                champ.poser_texte(garde)

    # --- what it holds

    def hypothese(self) -> Hypothese:
        """What is written, as core takes it; a weight that is not understood counts for nothing."""
        choix = {cle: champ.valeur() for cle, champ in self.choix.items()}
        poids = {code: champ.poids() or Fraction(0) for code, champ in self.poids.items()}
        return lecture.hypothese(self.nom, poids, choix)

    def premier(self) -> QWidget:
        """The first field."""
        return self._champs()[0].controle

    def montrer_issues(self, issues: Iterable[Issue], bilan: str) -> None:
        """What is wrong with it, and how many decisions it changes."""
        self.note.setText(bilan)
        self.liste.montrer(replace(issue, phrase=majuscule(issue.phrase)) for issue in issues)
        self.updateGeometry()

    # --- following

    def _deplier(self, ouvert: bool) -> None:
        self._autres.setVisible(ouvert)
        self.updateGeometry()

    def _suivre(self) -> None:
        for champ in self._champs():
            self._brouillons.ecrire(f"{self._prefixe}/{champ.chemin}", champ.texte())
        self._montrer()
        self.change.emit()

    def _reunir(self) -> None:
        """A college that joins another leaves it its weight."""
        for un, autre in lecture.fusion(self.choix["colleges"].valeur()).items():
            venu, reste = self.poids[un].poids(), self.poids[autre].poids()
            if venu is not None and reste is not None:
                self.poids[autre].poser_texte(lecture.ecrire_poids(venu + reste))
        self._suivre()

    def _montrer(self) -> None:
        """Weights that count, on their bar."""
        choix = self.choix["colleges"].valeur()
        tete, reunis = choix == lecture.PAR_TETE, lecture.fusion(choix)
        for code, champ in self.poids.items():
            champ.controle.setEnabled(not tete and code not in reunis)
        parts = [(code, champ.poids()) for code, champ in self.poids.items() if champ.controle.isEnabled()]
        self.barre.montrer([(code, poids) for code, poids in parts if poids is not None])
        self.barre.setVisible(bool(parts))


def rangee_cartes(cartes: Iterable[QWidget]) -> Colonnes:
    """The cards side by side, one above the other where there is no room."""
    cartes = tuple(cartes)
    colonnes = Colonnes(340 * len(cartes), espace=16)
    for carte in cartes:
        colonnes.ajouter(carte)
    return colonnes
