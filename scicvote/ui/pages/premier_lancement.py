"""No file is open: create a cooperative, open one, try the demonstration, or come back to one of the last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.ui import theme
from scicvote.ui.pages.page import Aide, Page
from scicvote.ui.session import Session
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee, trait, vider
from scicvote.ui.widgets.texte import Coupe, paragraphe, texte


class PagePremierLancement(Page):
    """What a first user sees; ``ouvrir``, ``demonstration`` and ``oubli`` are wishes for the window."""

    cle = "depart"
    ouvrir = Signal()
    demonstration = Signal()
    oubli = Signal(object)  # a path to take out of the recent files

    def __init__(self, session: Session, avec_demonstration: bool) -> None:
        super().__init__(session)
        self.bouton_ouvrir = self.bouton_pied(self.tr("Ouvrir un fichier…"), icone="folder-open")
        self.bouton_ouvrir.clicked.connect(self.ouvrir)
        self.bouton_creer = self.bouton_pied(self.tr("Créer une coopérative…"), "principal")
        self.bouton_creer.clicked.connect(lambda: self.demande.emit("creation", ""))
        self.bouton_demonstration = Bouton(self.tr("Ouvrir la démonstration"), "petit")
        self.bouton_demonstration.clicked.connect(self.demonstration)
        self._avec_demonstration = avec_demonstration
        self.recents = Carte(self.tr("Fichiers récents"))
        self._lignes = QVBoxLayout()
        self._lignes.setContentsMargins(0, 0, 0, 8)
        self._lignes.setSpacing(0)
        self.recents.ajouter(self._lignes)
        self.recents.corps.addStretch(1)
        self._composer()

    def _composer(self) -> None:
        ensemble = Colonnes(720)
        ensemble.ajouter(self._debuter(), part=11)
        ensemble.ajouter(self.recents, part=10)
        ensemble.setMaximumWidth(1120)
        centre = rangee(None, espace=0)
        centre.addWidget(ensemble, 100)
        centre.addStretch(1)
        self.boite.addStretch(1)
        self.boite.addLayout(centre)
        self.boite.addStretch(2)

    def _debuter(self) -> Carte:
        carte = Carte(self.tr("Pour commencer"))
        carte.ajouter(
            self._choix(
                "plus",
                self.tr("Créer une coopérative"),
                self.tr(
                    "Choisir des statuts tout prêts, prendre un fichier, ou les écrire pas à pas dans un formulaire."
                ),
                "Ctrl+N",
            )
        )
        carte.ajouter(trait())
        carte.ajouter(
            self._choix(
                "folder-open",
                self.tr("Ouvrir une coopérative"),
                self.tr(
                    "Une coopérative tient dans un seul fichier .scic\u00a0: son registre, ses assemblées, ses "
                    "procès-verbaux. Le choisir, ou le déposer sur cette fenêtre."
                ),
                "Ctrl+O",
            )
        )
        if self._avec_demonstration:
            carte.ajouter(trait())
            carte.ajouter(
                self._choix(
                    "play",
                    self.tr("Essayer la démonstration"),
                    self.tr("Une coopérative imaginaire et son assemblée, sans risque pour aucun fichier."),
                    bouton=self.bouton_demonstration,
                )
            )
        carte.corps.addStretch(1)
        return carte

    def _choix(self, icone: str, titre: str, phrase: str, touches: str = "", bouton: Bouton | None = None) -> QWidget:
        """What can be done, in words; ``touches`` or ``bouton`` do it from here."""
        boite = QWidget()
        tete = rangee(texte(titre, "fort15"), None, texte(touches, couleur="discret"))
        ligne = rangee(espace=16)
        ligne.addWidget(Icone(icone, "accent", 24), 0, Qt.AlignmentFlag.AlignTop)
        ligne.addLayout(pile(tete, paragraphe(phrase, couleur="discret"), espace=4), 1)
        if bouton is not None:
            ligne.addWidget(bouton)
        ligne.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, 16)
        boite.setLayout(ligne)
        return boite

    def titre(self) -> str:
        return self.tr("SCICVote")

    def sous_titre(self) -> str:
        return self.tr("les assemblées des sociétés coopératives d’intérêt collectif")

    def aides(self) -> tuple[Aide, ...]:
        return (
            Aide(("Ctrl", "N"), self.tr("créer")),
            Aide(("Ctrl", "O"), self.tr("ouvrir")),
            Aide(("F1",), self.tr("aide")),
        )

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.bouton_ouvrir, self.bouton_creer)

    def premier_focus(self) -> QWidget | None:
        premier = self.recents.findChild(Bouton)
        return premier if premier is not None and self._lignes.count() else self.bouton_creer

    # --- recent files

    def montrer_recents(self, chemins: Sequence[Path]) -> None:
        """List the files opened last; one that is no longer there says so, and can be taken out of the list."""
        vider(self._lignes)
        self.recents.setVisible(bool(chemins))
        for chemin in chemins:
            self._lignes.addWidget(self._recent(chemin, _present(chemin)))

    def _recent(self, chemin: Path, present: bool) -> QWidget:
        bouton = Bouton(
            chemin.name, "lien", "file-text" if present else "triangle-alert", "accent" if present else "alerte"
        )
        bouton.nommer(str(chemin) if present else self.tr("{}, introuvable").format(chemin))
        bouton.clicked.connect(lambda: self.fichier.emit(chemin))
        dossier = Coupe(couleur="discret" if present else "alerte")
        dossier.setText(str(chemin.parent) if present else self.tr("Introuvable dans {}").format(chemin.parent))
        retirer = Bouton("", "icone", "x").nommer(self.tr("Retirer {} de la liste").format(chemin.name))
        retirer.setFixedWidth(32)
        retirer.clicked.connect(lambda: self.oubli.emit(chemin))
        boite = QWidget()
        boite.setMinimumHeight(56)
        nom = pile(rangee(bouton, None), dossier, espace=0)
        ligne = rangee(espace=8)
        ligne.addLayout(nom, 1)
        ligne.addWidget(retirer)
        ligne.setContentsMargins(theme.GOUTTIERE - 5, 8, 12, 0)
        boite.setLayout(ligne)
        return boite


def _present(chemin: Path) -> bool:
    """Whether a file is there; one that may not be looked at is not."""
    try:
        return chemin.is_file()
    except OSError:
        return False
