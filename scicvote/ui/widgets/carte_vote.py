"""The card of the point that is voted: its text, how it is voted, the count, what can be done besides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from scicvote.ui.lecture_vote import mot_mode
from scicvote.ui.widgets.appel import AppelNominal
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import CarteAjustee
from scicvote.ui.widgets.champs import Combo
from scicvote.ui.widgets.grille_vote import GrilleVote
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile, rangee, vider
from scicvote.ui.widgets.texte import paragraphe, selectionnable, texte


class CarteVote(CarteAjustee):
    """``mode_change`` carries the mode chosen before the scrutin is opened."""

    mode_change = Signal(str)

    def __init__(self) -> None:
        super().__init__(marges=True)
        self.setAccessibleName(self.tr("Résolution"))
        self.numero = texte("", couleur="discret")
        self.intitule = paragraphe("", "titre")
        self.texte = selectionnable(paragraphe("", "corps15"))
        self._notes = QVBoxLayout()
        self._notes.setSpacing(8)
        self.mode = Combo()
        self.mode.setAccessibleName(self.tr("Mode de scrutin"))
        self.mode.setMinimumWidth(176)
        self.mode.activated.connect(lambda _rang: self.mode_change.emit(self.mode_choisi()))
        self.circonstances = texte("", "corps15", "discret")
        self._encarts = QVBoxLayout()
        self._encarts.setSpacing(8)
        self.appel = AppelNominal()
        self.grille = GrilleVote()
        self.grille.setAccessibleName(self.tr("Décompte"))
        self.montrer_chiffres = Bouton(self.tr("Montrer le décompte…"), "", "eye")
        self.heures = paragraphe("", couleur="discret")
        self.contre_epreuve = Bouton(self.tr("Contre-épreuve"))
        self.secret = Bouton(self.tr("Scrutin secret…"))
        self.deport = Bouton(self.tr("Déport…"))
        self.amender = Bouton(self.tr("Amender…"))
        self.autre = Bouton(self.tr("Autre…"), "", "ellipsis")
        self._composer()

    def _composer(self) -> None:
        self.ajouter(pile(self.numero, 4, self.intitule, 12, self.texte, 8))
        self.ajouter(self._notes)
        self.corps.addSpacing(12)
        self.ajouter(rangee(self.mode, self.circonstances, None, espace=16))
        self.corps.addSpacing(16)
        self.ajouter(self._encarts)
        self.ajouter(self.appel)
        self.corps.addSpacing(8)
        self.ajouter(self.grille)
        self.ajouter(rangee(self.montrer_chiffres, None))
        self.corps.addStretch(1)
        self.corps.addSpacing(16)
        self.ajouter(self.heures)
        self.corps.addSpacing(16)
        self.ajouter(rangee(self.contre_epreuve, self.secret, self.deport, self.amender, self.autre, None, espace=12))

    # --- what it says

    def dire(self, numero: str, titre: str, contenu: str, notes: Sequence[str]) -> None:
        """The point and its text; ``notes`` below: an amendment, who takes no part, the debates."""
        self.numero.setText(numero)
        self.intitule.setText(titre)
        self.texte.setText(contenu)
        vider(self._notes)
        for note in notes:
            self._notes.addWidget(selectionnable(paragraphe(note, couleur="discret")))

    def proposer_modes(self, modes: Sequence[tuple[str, str]], choisi: str) -> None:
        """Offer modes of voting; with one only there is nothing to choose."""
        self.mode.clear()
        for cle, mot in modes:
            self.mode.addItem(mot, cle)
        self.mode.setCurrentIndex(max(0, self.mode.findData(choisi)))
        self.mode.setEnabled(len(modes) > 1)
        self.mode.setVisible(bool(modes))

    def mode_choisi(self) -> str:
        """The mode that is chosen."""
        return str(self.mode.currentData() or "")

    def dire_mode(self, mode: str, consultation: str) -> None:
        """How it is voted, once that no longer changes (``mode`` empty before)."""
        self.circonstances.setText(" · ".join(filter(None, (mot_mode(mode) if mode else "", consultation))))
        self.circonstances.setVisible(bool(consultation))

    def encarts(self, encarts: Sequence[Encart]) -> None:
        """Notes above the count."""
        vider(self._encarts)
        for encart in encarts:
            self._encarts.addWidget(encart)

    def textes(self) -> tuple[str, ...]:
        """The texts of the point."""
        return (self.numero.text(), self.intitule.text(), self.texte.text())
