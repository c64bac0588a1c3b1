"""First step: where the statutes come from, each choice described so that a newcomer can tell."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QVBoxLayout, QWidget

from scicvote.core.exact import accord, poids_court
from scicvote.core.francais import enumerer
from scicvote.core.statuts import Statuts
from scicvote.core.statuts_majorites import majorites
from scicvote.exchange.statuts import connus
from scicvote.ui import theme
from scicvote.ui.creation import FICHIER, FOURNIS, GUIDE, Projet, lisible
from scicvote.ui.pages.creation_etape import EtapeCreation
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee, trait, vider
from scicvote.ui.widgets.rond import Rond
from scicvote.ui.widgets.texte import paragraphe, selectionnable, texte


class EtapeSource(EtapeCreation):
    """``ecrire`` asks for the guided form from a starting point, ``corriger`` for the form on the file's own text."""

    cle = "source"
    projet: Projet
    ecrire = Signal(str)
    corriger = Signal()
    reprendre = Signal()

    def __init__(self, projet: Projet) -> None:
        super().__init__(projet)
        self.groupe = QButtonGroup(self)
        self.choix: dict[str, Rond] = {}
        self._fichier: Path | None = None
        self.detail = Carte(marges=True)
        self._detail = QVBoxLayout()
        self._detail.setSpacing(12)
        self.detail.ajouter(self._detail)
        self.detail.corps.addStretch(1)
        colonnes = Colonnes(720)
        gauche = QWidget()
        gauche.setLayout(pile(self._liste(), None))
        colonnes.ajouter(gauche, part=10)
        colonnes.ajouter(self.detail, part=11)
        self.boite.addWidget(colonnes, 1)
        self.groupe.buttonClicked.connect(lambda bouton: self._choisir(bouton.property("cle")))

    def _liste(self) -> Carte:
        carte = Carte(self.tr("Quels statuts\u00a0?"))
        for cle, statuts in connus().items():
            carte.ajouter(self._option(cle, statuts.denomination, _resume(statuts)))
            carte.ajouter(trait())
        carte.ajouter(
            self._option(FICHIER, self.tr("Un fichier TOML"), self.tr("Les statuts que l’on a déjà écrits, ou reçus."))
        )
        carte.ajouter(trait())
        carte.ajouter(
            self._option(
                GUIDE,
                self.tr("Les écrire pas à pas"),
                self.tr("Un formulaire vérifié à chaque touche, qui écrit le fichier."),
            )
        )
        return carte

    def _option(self, cle: str, mot: str, phrase: str) -> QWidget:
        bouton = Rond(mot)
        bouton.setProperty("cle", cle)
        bouton.setAccessibleDescription(phrase)
        self.groupe.addButton(bouton)
        self.choix[cle] = bouton
        boite = QWidget()
        note = paragraphe(phrase, couleur="discret")
        note.setContentsMargins(28, 0, 0, 0)
        ligne = pile(bouton, note, espace=4)
        ligne.setContentsMargins(theme.GOUTTIERE - 1, 8, theme.GOUTTIERE - 1, 10)
        boite.setLayout(ligne)
        boite.setMinimumHeight(68)
        return boite

    # --- the step

    def entrer(self) -> None:
        if not self.projet.source:
            self.choisir(next(iter(self.choix)))
        else:
            self.choisir(self.projet.fourni if self.projet.source == FOURNIS else self.projet.source)

    def premier(self) -> QWidget | None:
        return self.groupe.checkedButton()

    def choisir(self, cle: str) -> None:
        """Choose as a click does."""
        self.choix[cle].setChecked(True)
        self._choisir(cle)

    def prendre(self, chemin: Path) -> None:
        """Take a TOML file, dropped or chosen."""
        self._fichier = chemin
        self.choisir(FICHIER)

    def parcourir(self) -> None:
        """Ask for a TOML file."""
        filtre = self.tr("Statuts (*.toml);;Tous les fichiers (*)")
        nom, _ = QFileDialog.getOpenFileName(self, self.tr("Choisir des statuts"), str(Path.home()), filtre)
        if nom:
            self.prendre(Path(nom))

    def valider(self) -> bool:
        if self.choix[FICHIER].isChecked() and self._fichier is None:
            self.parcourir()
            return False
        return self.projet.source == GUIDE or self.projet.statuts is not None

    def _choisir(self, cle: str) -> None:
        vider(self._detail)
        if cle == GUIDE:
            self.projet.guider()
            self._montrer_guide()
        elif cle == FICHIER:
            if self._fichier is not None:
                self.projet.prendre_fichier(self._fichier)
            self._montrer_fichier()
        else:
            self.projet.prendre_fourni(cle)
            self._montrer_fourni(connus()[cle])

    # --- what is chosen, in detail

    def _montrer_fourni(self, statuts: Statuts) -> None:
        self._detail.addWidget(texte(statuts.denomination, "titre"))
        self._detail.addWidget(paragraphe(_presentation(statuts.cle), "corps15"))
        self._decrire(statuts)
        modele = Bouton(self.tr("Partir de ces statuts dans le formulaire"), "petit", "file-pen")
        modele.clicked.connect(lambda: self.ecrire.emit(statuts.cle))
        self._detail.addLayout(rangee(modele, None))

    def _decrire(self, statuts: Statuts) -> None:
        colleges = [f"{college.nom} ({poids_court(college.poids)})" for college in statuts.colleges]
        self._paire(self.tr("Collèges"), enumerer(colleges) or self.tr("aucun, une personne, une voix"))
        self._paire(self.tr("Catégories"), enumerer([categorie.nom for categorie in statuts.categories]))
        for ligne in majorites(statuts)[:2]:
            self._paire(ligne.libelle, majuscule(ligne.valeur))

    def _paire(self, mot: str, valeur: str) -> None:
        self._detail.addLayout(pile(texte(mot, couleur="discret"), selectionnable(paragraphe(valeur)), espace=2))

    def _montrer_fichier(self) -> None:
        nom = self._fichier.name if self._fichier else self.tr("Un fichier TOML")
        self._detail.addWidget(paragraphe(nom, "titre"))
        parcourir = Bouton(self.tr("Choisir un fichier…"), "petit", "folder-open")
        parcourir.clicked.connect(self.parcourir)
        if self._fichier is None:
            phrase = self.tr(
                "Choisir le fichier, ou le déposer sur cette fenêtre. Toutes ses fautes seront dites d’un coup."
            )
            self._detail.addWidget(paragraphe(phrase, "corps15"))
        elif self.projet.statuts is not None:
            self._detail.addWidget(Encart("bon", "check", self.tr("Rien à corriger dans ce fichier.")))
            self._detail.addWidget(texte(self.projet.statuts.denomination, "fort15"))
            self._decrire(self.projet.statuts)
            for issue in self.projet.issues:
                self._detail.addWidget(Encart("alerte", "triangle-alert", majuscule(issue.phrase), issue.chemin))
        else:
            self._montrer_fautes()
        boutons = rangee(parcourir, None, espace=12)
        if self._fichier is not None and any(issue.chemin != "." for issue in self.projet.issues):
            corriger = Bouton(self.tr("Corriger dans le formulaire"), "petit", "file-pen")
            corriger.clicked.connect(self.corriger)
            boutons.insertWidget(1, corriger)
        self._detail.addLayout(boutons)

    def _montrer_fautes(self) -> None:
        fautes = self.projet.issues
        titre = self.tr("{} dans ce fichier").format(accord(len(fautes), "faute"))
        self._detail.addWidget(texte(titre, "fort15", "faute"))
        conseil = self.tr("Les corriger dans le fichier, puis le choisir de nouveau\u00a0; ou les corriger ici.")
        self._detail.addWidget(paragraphe(conseil, couleur="discret"))
        for issue in fautes:
            phrase = issue.phrase if issue.code == "MANQUANT" else lisible(issue).phrase
            ou = self.tr("Clé\u00a0: {}").format(issue.chemin) if issue.chemin != "." else ""
            encart = Encart("faute", "octagon-alert", majuscule(phrase), *((ou,) if ou else ()))
            self._detail.addWidget(encart, 0, Qt.AlignmentFlag.AlignTop)

    def _montrer_guide(self) -> None:
        self._detail.addWidget(texte(self.tr("Les écrire pas à pas"), "titre"))
        phrase = self.tr(
            "La société, ses catégories d’associés, ses collèges et leur poids, les majorités, les délais. Chaque valeur est "
            "vérifiée aussitôt, et le fichier peut être relu avant d’être employé."
        )
        self._detail.addWidget(paragraphe(phrase, "corps15"))
        if self.projet.brouillon:
            self._detail.addWidget(Encart("accent", "history", self.tr("Des statuts commencés ici attendent.")))
            reprendre = Bouton(self.tr("Les reprendre"), "petit", "file-pen")
            reprendre.clicked.connect(self.reprendre)
            self._detail.addLayout(rangee(reprendre, None))
        self._detail.addWidget(texte(self.tr("Point de départ"), couleur="discret"))
        formes = rangee(espace=8)
        apres_2005 = self.tr("SARL fondée après août 2005")  # another majority, and a quorum: C. com. L223-30
        for forme, mot in (("SARL", "SARL"), ("SARL-2005", apres_2005), ("SAS", "SAS"), ("SA", "SA")):
            bouton = Bouton(self.tr("SCIC {}").format(mot), "petit")
            bouton.clicked.connect(lambda _coche=False, choisie=forme: self.ecrire.emit(choisie))
            formes.addWidget(bouton)
        formes.addStretch(1)
        self._detail.addLayout(formes)
        phrase = self.tr(
            "Ce que dit la loi pour cette forme là où les statuts n’ont rien de propre, et un exemple de collèges."
        )
        self._detail.addWidget(paragraphe(phrase, couleur="discret"))


def _resume(statuts: Statuts) -> str:
    """``SCIC SARL, 3 collèges sur demande``."""
    quand = {
        "toujours": QCoreApplication.translate("creation", "toujours"),
        "sur_demande": QCoreApplication.translate("creation", "sur demande d’un associé"),
        "jamais": "",
    }[statuts.vote.colleges]
    return f"SCIC {statuts.forme}, {accord(len(statuts.colleges), 'collège')} {quand}".strip()


def _presentation(cle: str) -> str:
    """Why one would choose these statutes."""

    def tr(phrase: str) -> str:
        return QCoreApplication.translate("creation", phrase)

    connues = {
        "cliss-xxi": tr(
            "De vrais statuts, ceux d’une petite SCIC à responsabilité limitée\u00a0: on y vote une personne, une voix, et par "
            "collège dès qu’un associé le demande. À choisir pour cette coopérative, ou comme exemple d’une SARL."
        ),
        "la-grande-ourse": tr(
            "Statuts imaginaires d’une société anonyme\u00a0: cinq collèges, des quorums, des administrateurs, des voix exprimées. "
            "À choisir comme exemple d’une grande SCIC."
        ),
        "les-sentiers-communs": tr(
            "Statuts imaginaires d’une société par actions simplifiée\u00a0: le poids d’un collège va tout entier au côté qui "
            "l’emporte chez lui. À choisir comme exemple d’un report majoritaire."
        ),
    }
    return connues.get(cle, "")
