"""Notices from a letter of one's own: get the shipped model, edit it elsewhere, choose it here, save the letters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from scicvote.actes import papiers
from scicvote.actes.lettres_modele import essayer_modele
from scicvote.actes.papiers_demande import ODT
from scicvote.actes.papiers_lettres import MODELE
from scicvote.core.assemblee import Assemblee
from scicvote.core.exact import accord
from scicvote.core.issue import Issue, bloquantes
from scicvote.documents.modele_odt import OCTETS
from scicvote.exchange.fichiers import ecrire_octets, lire_octets
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.dialogs.preparation import tr
from scicvote.ui.session import Session
from scicvote.ui.widgets.banniere import Banniere
from scicvote.ui.widgets.champs import ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.mise_en_page import rangee
from scicvote.ui.widgets.texte import paragraphe


class DialogueModele(Cadre):
    """``demandees`` carries the bytes of the model that is chosen, and where its letters are to be written.

    Faults are shown as soon as a model is chosen; the first letter, filled, is its preview. The path is kept as a draft.
    """

    demandees = Signal(object, object)

    def __init__(self, session: Session, ag: Assemblee, parent: QWidget | None = None) -> None:
        super().__init__(tr("Lettres d’un modèle"), parent, 680)
        self.session, self.ag = session, ag
        self._octets: bytes | None = None
        self.fourni = Bouton(tr("Enregistrer le modèle à modifier…"), "petit", "file-down")
        self.choisir = Bouton(tr("Choisir un modèle…"), "petit", "folder-open")
        self.chemin = ChampTexte(tr("Modèle (ODT)"), "chemin")
        self.formulaire = Formulaire(self.chemin, brouillons=session.brouillons, prefixe="convoquer/modele")
        self.fautes, self.banniere = ListeIssues(), Banniere()
        self.resume = paragraphe("", "fort")
        self.apercu = QPlainTextEdit()
        self.apercu.setReadOnly(True)
        self.apercu.setMinimumHeight(220)
        self.apercu.setAccessibleName(tr("Première lettre"))
        self.annuler = self.bouton(tr("Fermer"))
        self.ecrire = self.bouton(tr("Enregistrer les lettres…"), "principal")
        self._disposer()
        self._relier()
        self.examiner()

    def _disposer(self) -> None:
        self.corps.addWidget(
            paragraphe(
                tr(
                    "Enregistrer le modèle, le modifier dans un traitement de texte en gardant les champs entre accolades, puis le "
                    "choisir ici\u00a0: chaque associé reçoit sa lettre, remplie, dans un seul document ODT."
                ),
                couleur="discret",
            )
        )
        self.corps.addLayout(rangee(self.fourni, self.choisir, None, espace=12))
        for widget in (self.banniere, self.formulaire, self.fautes, self.resume, self.apercu):
            self.corps.addWidget(widget)

    def _relier(self) -> None:
        self.fourni.clicked.connect(self.enregistrer_modele)
        self.choisir.clicked.connect(self.choisir_modele)
        self.formulaire.change.connect(self.examiner)
        self.annuler.clicked.connect(self.reject)
        self.ecrire.clicked.connect(self.enregistrer_lettres)
        self.chemin.controle.setFocus()

    # --- the model

    def enregistrer_modele(self) -> None:
        """The shipped letter, to edit; it is then the one that is chosen."""
        octets, issues = papiers.imprimer(
            self.session.depot, self.ag.numero, MODELE, self.session.maintenant, format=ODT
        )
        if octets is None:
            self._dire(tuple(bloquantes(issues)), "")
            return
        nom = self._ou(tr("Enregistrer le modèle"), Path.home() / "modele-convocation.odt")
        if nom is not None:
            self._dire(
                ecrire_octets(nom, octets), tr("Modèle enregistré. Le modifier, l’enregistrer, puis revenir ici.")
            )
            self.chemin.ligne.setText(str(nom))

    def choisir_modele(self) -> None:
        """An ODT of the user's."""
        nom, _ = QFileDialog.getOpenFileName(
            self, tr("Choisir un modèle"), self._depart(), tr("Documents texte (*.odt)")
        )
        if nom:
            self.chemin.ligne.setText(nom)
            self.examiner()

    def _depart(self) -> str:
        chemin = Path(self.chemin.valeur())
        return str(chemin.parent if self.chemin.valeur() else Path.home())

    def examiner(self) -> None:
        """Read the model that is named: its faults, else its first letter."""
        issues: tuple[Issue, ...] = ()
        lignes: tuple[str, ...] = ()
        self._octets, resume = None, ""
        if self.chemin.valeur():
            octets, issues = lire_octets(Path(self.chemin.valeur()), OCTETS)
            if octets is not None:
                essai = essayer_modele(self.session.depot, self.ag.numero, octets, self.session.maintenant)
                issues, lignes = essai.issues, essai.lignes
                if not bloquantes(issues):
                    self._octets = octets
                    resume = tr("{}. La première, à {}\u00a0:").format(accord(essai.lettres, "lettre"), essai.nom)
        self.fautes.montrer(issues)
        self.resume.setText(resume)
        self.apercu.setPlainText("\n\n".join(lignes))
        for widget in (self.resume, self.apercu):
            widget.setVisible(bool(resume))
        self.ecrire.setEnabled(self._octets is not None)
        QTimer.singleShot(0, self, self.ajuster)

    # --- the letters

    def enregistrer_lettres(self) -> None:
        """Ask where; the page then writes them, with its progress shown."""
        if self._octets is None:
            return
        propose = Path(self.chemin.valeur()).with_name(f"convocations-{self.ag.jour:%Y-%m-%d}.odt")
        chemin = self._ou(tr("Enregistrer les lettres"), propose)
        if chemin is not None:
            self.demandees.emit(self._octets, chemin)
            self.accept()

    def _ou(self, titre: str, propose: Path) -> Path | None:
        nom, _ = QFileDialog.getSaveFileName(self, titre, str(propose), tr("Documents texte (*.odt)"))
        if not nom:
            return None
        chemin = Path(nom)
        return chemin if chemin.suffix else chemin.with_suffix(".odt")

    def _dire(self, issues: tuple[Issue, ...], sinon: str) -> None:
        self.banniere.dire(issues[0].phrase if issues else sinon, "faute" if issues else "bon")
