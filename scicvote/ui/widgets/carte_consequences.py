"""What other statutes would change of the last assembly: each decision as it is, and as it would be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from scicvote.core.consequences import Consequence
from scicvote.core.francais import enumerer
from scicvote.core.resultat import AnyResultat, ResultatElection
from scicvote.ui.etats import Etat
from scicvote.ui.lecture_resultat import etat_court
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.mise_en_page import pile, trait, vider
from scicvote.ui.widgets.pastille import MarqueEtat
from scicvote.ui.widgets.texte import paragraphe, texte


class CarteConsequences(Carte):
    """What changes comes first; an icon, a word and a colour say it."""

    def __init__(self) -> None:
        super().__init__(self.tr("Ce que cela changerait"), marges=True)
        self.phrase = paragraphe(couleur="discret")
        self._lignes = pile(espace=12)
        self.corps.setSpacing(12)
        self.ajouter(self.phrase)
        self.ajouter(self._lignes)
        self.lignes: tuple[Consequence, ...] = ()

    def montrer(self, phrase: str, lignes: Sequence[Consequence]) -> None:
        """Say a sentence, then each decision."""
        self.phrase.setText(phrase)
        nouvelles = tuple(sorted(lignes, key=lambda une: (not une.change, une.apres is not None)))
        if nouvelles == self.lignes:
            return
        self.lignes = nouvelles
        vider(self._lignes)
        for rang, ligne in enumerate(nouvelles):
            if rang:
                self._lignes.addWidget(trait())
            self._lignes.addWidget(self._ligne(ligne))
        self.updateGeometry()

    def _ligne(self, une: Consequence) -> QWidget:
        boite = QFrame()
        elements: list[QWidget] = [paragraphe(une.titre, "fort")]
        avant = etat_court(une.avant, une.vote)
        if une.apres is None:
            elements += [
                MarqueEtat(avant),
                paragraphe(self.tr("Inconnu\u00a0: {}").format(une.motif), couleur="alerte"),
            ]
        elif not une.change:
            elements.append(MarqueEtat(etat_court(une.apres, une.vote)))
            elements.append(texte(self.tr("Inchangé"), couleur="discret"))
        else:
            apres = etat_court(une.apres, une.vote)
            elements += [
                MarqueEtat(Etat("triangle-alert", self.tr("Change"), "alerte"), "fort"),
                texte(self.tr("Ce jour-là"), couleur="discret"),
                *self._cote(avant, une.avant),
                texte(self.tr("Sous ces statuts"), couleur="discret"),
                *self._cote(apres, une.apres),
            ]
        boite.setLayout(pile(*elements, espace=4))
        boite.setAccessibleName(une.titre)
        return boite

    def _cote(self, etat: Etat, resultat: AnyResultat) -> list[QWidget]:
        marque: list[QWidget] = [MarqueEtat(etat)]
        if isinstance(resultat, ResultatElection) and resultat.elus:
            marque.append(paragraphe(majuscule(enumerer(list(resultat.elus)))))
        return marque
