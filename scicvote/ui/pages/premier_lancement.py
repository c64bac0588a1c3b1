"""No file is open: open one, or the demonstration, or one of the last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.ui.pages.page import Aide, Page
from scicvote.ui.session import Session
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.mise_en_page import pile, rangee, vider
from scicvote.ui.widgets.texte import paragraphe, texte


class PagePremierLancement(Page):
    """What a first user sees; ``ouvrir``, ``demonstration`` and ``recent`` are wishes for the window."""

    cle = "depart"
    ouvrir = Signal()
    demonstration = Signal()
    recent = Signal(object)

    def __init__(self, session: Session, avec_demonstration: bool) -> None:
        super().__init__(session)
        self.bouton_ouvrir = self.bouton_pied(self.tr("Ouvrir un fichier…"), "principal")
        self.bouton_ouvrir.clicked.connect(self.ouvrir)
        self.bouton_demonstration = self.bouton_pied(self.tr("Ouvrir la démonstration"), icone="play")
        self.bouton_demonstration.clicked.connect(self.demonstration)
        self._avec_demonstration = avec_demonstration
        self.recents = Carte(self.tr("Fichiers récents"))
        self._lignes = QVBoxLayout()
        self._lignes.setContentsMargins(15, 8, 15, 8)
        self.recents.ajouter(self._lignes)
        self._composer()

    def _composer(self) -> None:
        accueil = Carte(marges=True)
        accueil.corps.setContentsMargins(31, 31, 31, 31)
        accueil.corps.setSpacing(16)
        titre = rangee(Icone("folder-open", "accent", 24), texte(self.tr("Ouvrir une coopérative"), "titre"), None)
        accueil.ajouter(titre)
        accueil.ajouter(
            paragraphe(
                self.tr(
                    "Une coopérative tient dans un seul fichier .scic\u00a0: son registre, ses assemblées, ses "
                    "procès-verbaux. Le choisir, ou le déposer sur cette fenêtre."
                ),
                "corps15",
            )
        )
        if self._avec_demonstration:
            accueil.ajouter(
                paragraphe(
                    self.tr("La démonstration est une coopérative imaginaire, sans risque pour aucun fichier."),
                    couleur="discret",
                )
            )
        colonne = QWidget()
        colonne.setMaximumWidth(640)
        colonne.setLayout(pile(accueil, self.recents, espace=24))
        self.boite.addStretch(1)
        centre = rangee(None, espace=0)
        centre.addWidget(colonne, 20)
        centre.addStretch(1)
        self.boite.addLayout(centre)
        self.boite.addStretch(2)
        colonne.setMinimumWidth(320)

    def titre(self) -> str:
        return self.tr("SCICVote")

    def sous_titre(self) -> str:
        return self.tr("les assemblées des sociétés coopératives d’intérêt collectif")

    def aides(self) -> tuple[Aide, ...]:
        return (Aide(("Ctrl", "O"), self.tr("ouvrir")),)

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.bouton_demonstration, self.bouton_ouvrir) if self._avec_demonstration else (self.bouton_ouvrir,)

    def premier_focus(self) -> QWidget | None:
        return self.bouton_ouvrir

    def montrer_recents(self, chemins: Sequence[Path]) -> None:
        """List the files opened last."""
        vider(self._lignes)
        self.recents.setVisible(bool(chemins))
        for chemin in chemins:
            bouton = Bouton(chemin.name, "lien", "file-text", "accent").nommer(str(chemin))
            bouton.clicked.connect(lambda _coche=False, choisi=chemin: self.recent.emit(choisi))
            dossier = texte(str(chemin.parent), couleur="discret")
            self._lignes.addLayout(rangee(bouton, dossier, None, espace=12))
