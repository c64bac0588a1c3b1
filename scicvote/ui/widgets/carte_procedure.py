"""The checklist of a resolution: each condition with an icon, a word and its article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from scicvote.core.article import citer
from scicvote.core.procedures import Condition, EtatCondition
from scicvote.ui.etats import Etat
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.icone import Icone
from scicvote.ui.widgets.mise_en_page import pile, rangee, vider
from scicvote.ui.widgets.pastille import MarqueEtat
from scicvote.ui.widgets.texte import paragraphe, texte


def etat_condition(condition: Condition) -> Etat:
    """How a condition is shown; one that refuses the vote is told from one that only warns."""
    tr = QCoreApplication.translate
    if condition.etat == EtatCondition.MANQUANTE and condition.bloquante:
        return Etat("octagon-alert", tr("procedure", "Manque, le vote sera refusé"), "faute")
    return {
        EtatCondition.FAITE: Etat("check", tr("procedure", "Fait"), "bon"),
        EtatCondition.MANQUANTE: Etat("triangle-alert", tr("procedure", "Manque"), "alerte"),
        EtatCondition.A_VENIR: Etat("clock", tr("procedure", "À venir"), "discret"),
        EtatCondition.A_VERIFIER: Etat("eye", tr("procedure", "À vérifier"), "alerte"),
        EtatCondition.SANS_OBJET: Etat("minus", tr("procedure", "Sans objet"), "discret"),
    }[condition.etat]


class ListeConditions(QWidget):
    """The conditions one above the other; hidden where a resolution has none. It can stand in any card."""

    def __init__(self, serree: bool = False) -> None:
        """``serree``: two lines each, the details of what lacks alone, for a card that is narrow and already titled."""
        super().__init__()
        self._serree = serree
        self.setAccessibleName(self.tr("Conditions"))
        self._lignes = pile(espace=8 if serree else 12)
        self._lignes.setContentsMargins(0, 0, 0, 0 if serree else 16)
        self.setLayout(self._lignes)
        self.conditions: tuple[Condition, ...] = ()
        self.hide()

    def montrer(self, conditions: Sequence[Condition]) -> None:
        """Show these."""
        nouvelles = tuple(conditions)
        if nouvelles == self.conditions:
            return
        self.conditions = nouvelles
        vider(self._lignes)
        if nouvelles and not self._serree:
            self._lignes.addWidget(texte(self.tr("Conditions"), "fort"))
        for condition in nouvelles:
            self._lignes.addWidget(_serree(condition) if self._serree else self._ligne(condition))
        self.setVisible(bool(nouvelles))
        self.updateGeometry()

    def _ligne(self, condition: Condition) -> QWidget:
        boite = QWidget()
        etat = etat_condition(condition)
        lignes = pile(paragraphe(condition.phrase), espace=2)
        lignes.addLayout(rangee(MarqueEtat(etat), None))
        suite = " · ".join(filter(None, (condition.detail.rstrip("."), majuscule(citer(condition.articles)))))
        lignes.addWidget(paragraphe(suite, couleur="discret"))
        boite.setLayout(lignes)
        boite.setAccessibleName(f"{condition.phrase}, {etat.mot}")
        return boite


def _serree(condition: Condition) -> QWidget:
    """An icon, the condition, and below it the word, the detail where it lacks, the article."""
    etat, manque = etat_condition(condition), condition.etat == EtatCondition.MANQUANTE
    detail = condition.detail.rstrip(".") if manque else ""
    suite = " · ".join(filter(None, (etat.mot, detail, majuscule(citer(condition.articles)))))
    boite = QWidget()
    ligne = rangee(espace=8)
    ligne.addWidget(Icone(etat.icone, etat.couleur), 0, Qt.AlignmentFlag.AlignTop)
    textes = pile(paragraphe(condition.phrase), paragraphe(suite, couleur=etat.couleur if manque else "discret"))
    ligne.addLayout(textes, 1)
    boite.setLayout(ligne)
    boite.setAccessibleName(f"{condition.phrase}, {etat.mot}")
    boite.setToolTip(condition.detail)
    return boite
