"""The end of creating a cooperative: the text read again, the file made, its letterhead given."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from scicvote.core.issue import Issue, refus
from scicvote.core.statuts_clairs import sections
from scicvote.core.statuts_majorites import majorites
from scicvote.exchange.fichiers import ecrire_octets
from scicvote.ui.creation import Projet, lisible
from scicvote.ui.pages.creation_etape import EtapeCreation
from scicvote.ui.redaction import Redaction
from scicvote.ui.session import Session
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs import ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee, vider
from scicvote.ui.widgets.texte import paragraphe, texte


class EtapeApercu(EtapeCreation):
    """The TOML as it will be saved, every fault that is left, and the text to keep."""

    cle = "apercu"

    def __init__(self, projet: Redaction) -> None:
        super().__init__(projet)
        self.mot = self.tr("Aperçu")
        self.zone = QPlainTextEdit()
        self.zone.setReadOnly(True)
        self.zone.setTabChangesFocus(True)
        self.zone.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.zone.setAccessibleName(self.tr("Le fichier de statuts"))
        self.zone.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.zone.setMinimumHeight(320)
        self.garder = Bouton(self.tr("Enregistrer ce texte…"), "petit", "save")
        self.garder.clicked.connect(self.enregistrer)
        self.etat = paragraphe(role="corps15")
        self.issues = ListeIssues()
        carte = Carte(self.tr("Le fichier de statuts"), marges=True)
        carte.ajouter(self.zone, 1)
        controle = Carte(self.tr("Vérification"), marges=True)
        controle.corps.setSpacing(12)
        for element in (
            self.etat,
            self.issues,
            paragraphe(self._conseil(), couleur="discret"),
            rangee(self.garder, None),
        ):
            controle.ajouter(element)
        controle.corps.addStretch(1)
        colonnes = Colonnes(720)
        colonnes.ajouter(carte, part=3)
        colonnes.ajouter(controle, part=2)
        self.boite.addWidget(colonnes, 1)

    def _conseil(self) -> str:
        return self.tr(
            "Ce texte est enregistré avec la coopérative. Il peut aussi être gardé à part, relu, corrigé à la main, et repris "
            "par la page Statuts."
        )

    def entrer(self) -> None:
        self.zone.setPlainText(self.projet.texte)
        self._dire()

    def _dire(self) -> bool:
        bloquantes = [issue for issue in self.projet.issues if issue.bloquante]
        self.issues.montrer([_situee(issue) for issue in self.projet.issues])
        self.etat.setText(self.tr("Il reste à corriger\u00a0:") if bloquantes else self.tr("Rien à corriger."))
        return not bloquantes

    def premier(self) -> QWidget | None:
        return self.zone

    def valider(self) -> bool:
        return self._dire()

    def enregistrer(self) -> None:
        """Keep the text in a file of its own."""
        propose = str(_documents() / f"{self.projet.ebauche.lire('cle', 'statuts')}.toml")
        nom, _ = QFileDialog.getSaveFileName(
            self, self.tr("Enregistrer les statuts"), propose, self.tr("Statuts (*.toml)")
        )
        if nom:
            fautes = ecrire_octets(Path(nom).with_suffix(".toml"), self.projet.texte.encode())
            self.issues.montrer((*fautes, *(_situee(issue) for issue in self.projet.issues)))
            if not fautes:
                self.etat.setText(self.tr("Texte enregistré dans {}.").format(Path(nom).with_suffix(".toml").name))


def _documents() -> Path:
    """Where people keep their files."""
    lu = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(lu) if lu and Path(lu).is_dir() else Path.home()


def _situee(issue: Issue) -> Issue:
    dite = lisible(issue)
    return dite if issue.chemin == "." else replace(dite, phrase=f"{dite.phrase} ({issue.chemin})")


class EtapeFichier(EtapeCreation):
    """What will be created, and where."""

    cle = "fichier"
    projet: Projet

    def __init__(self, projet: Projet, session: Session) -> None:
        super().__init__(projet)
        self.mot = self.tr("Fichier")
        self.session = session
        self.chemin = ChampTexte(
            self.tr("Fichier de la coopérative"),
            "chemin",
            self.tr("Un seul fichier .scic, à garder comme un registre."),
        )
        self.chemin.ligne.returnPressed.connect(self.suite)
        self.parcourir = Bouton(self.tr("Choisir l’endroit…"), "petit", "folder-open")
        self.parcourir.clicked.connect(self.choisir)
        self.formulaire = Formulaire(self.chemin)
        carte = Carte(self.tr("Où l’enregistrer"), marges=True)
        carte.ajouter(pile(self.formulaire, rangee(self.parcourir, None), espace=12))
        self.resume = Carte(self.tr("Ce qui sera créé"), marges=True)
        self._paires = pile(espace=10)
        self.resume.ajouter(self._paires)
        colonnes = Colonnes(720)
        for une in (carte, self.resume):
            cote = QWidget()
            cote.setLayout(pile(une, None))
            colonnes.ajouter(cote)
        self.boite.addWidget(colonnes)
        self.boite.addStretch(1)

    def entrer(self) -> None:
        statuts = self.projet.statuts
        if statuts is None:
            return
        if not self.chemin.texte().strip():
            self.chemin.poser(str(_documents() / f"{statuts.cle}.scic"))
        vider(self._paires)
        lignes = [
            *sections(statuts)[0].lignes[1:4],
            *sections(statuts)[2].lignes[: len(statuts.colleges)],
            *majorites(statuts)[:1],
        ]
        for ligne in lignes:
            self._paires.addLayout(
                pile(texte(ligne.libelle, couleur="discret"), paragraphe(majuscule(ligne.valeur)), espace=2)
            )

    def premier(self) -> QWidget | None:
        return self.chemin.controle

    def choisir(self) -> None:
        """Ask where; a file that exists is refused when the cooperative is created, never written over."""
        sans_question = QFileDialog.Option.DontConfirmOverwrite
        nom, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Enregistrer la coopérative"),
            self.chemin.texte(),
            self.tr("Coopératives (*.scic)"),
            "",
            sans_question,
        )
        if nom:
            self.chemin.poser(nom)

    def fichier(self) -> Path:
        """Where it will be; the extension is added where it was not typed."""
        chemin = Path(self.chemin.texte().strip()).expanduser()
        return chemin if chemin.suffix == ".scic" else chemin.with_name(f"{chemin.name}.scic")

    def valider(self) -> bool:
        """Whether there is somewhere to create it."""
        if not self.chemin.texte().strip():
            self.formulaire.montrer_issues(
                (refus("FICHIER", self.tr("Choisir où enregistrer la coopérative."), chemin="chemin"),)
            )
            return False
        self.formulaire.effacer_issues()
        return True

    def creer(self) -> tuple[Issue, ...]:
        """Write the file; what prevented it. Not for the thread of the window."""
        return self.session.creer(self.fichier(), self.projet.texte)
