"""Counting votes cast elsewhere: the file is read and shown, its faults all at once, before anything is counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from scicvote.actes.votes_externes import apercevoir
from scicvote.core.exact import accord, nombre
from scicvote.core.faits import Resolution
from scicvote.core.issue import Issue
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import ComptageCorps
from scicvote.core.votes_externes import CHOIX, COURRIER, VISIOCONFERENCE, VotesExternes, total
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.session import Session
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.champs import ChampChoix
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.mise_en_page import rangee, vider
from scicvote.ui.widgets.texte import chiffre, paragraphe, texte


def tr(contenu: str) -> str:
    return QCoreApplication.translate("DialogueVotesExternes", contenu)


def _situee(issue: Issue) -> Issue:
    """A fault that begins by saying where in the file it is."""
    if issue.chemin == ".":
        return issue
    return replace(issue, phrase=f"{majuscule(issue.chemin)}\u00a0: {issue.phrase}")


class DialogueVotesExternes(Cadre):
    """``retenus`` carries the counts (``VotesExternes``) and how the votes came (``courrier``, ``visioconference``)."""

    retenus = Signal(object, str)

    def __init__(self, session: Session, assemblee: int, point: Resolution, parent: QWidget | None = None) -> None:
        super().__init__(tr("Votes à distance sur la résolution {}").format(point.numero), parent, 640)
        self.session, self.assemblee, self.point = session, assemblee, point
        self.votes: VotesExternes | None = None
        phrase = tr(
            "Un fichier CSV\u00a0: des comptes par collège, ou les bulletins qu’exporte GvoT. Ces votes s’ajoutent à ceux de la "
            "salle\u00a0; le procès-verbal nomme le fichier. Aucun nom n’est gardé avec un choix."
        )
        self.corps.addWidget(paragraphe(phrase, couleur="discret"))
        self.mode = ChampChoix(
            tr("Comment ces votes sont venus"),
            "mode",
            (
                (COURRIER, tr("Par correspondance ou en ligne, avant la séance")),
                (VISIOCONFERENCE, tr("Pendant une visioconférence")),
            ),
        )
        self.corps.addWidget(self.mode)
        self.choisir = Bouton(tr("Choisir un fichier CSV…"), "petit", "file-down")
        self.choisir.clicked.connect(self.parcourir)
        self.corps.addLayout(rangee(self.choisir, None))
        self.resume = paragraphe("", "fort15")
        self.resume.hide()
        self.corps.addWidget(self.resume)
        self._grille = QGridLayout()
        self._grille.setHorizontalSpacing(16)
        self._grille.setVerticalSpacing(6)
        self._grille.setColumnStretch(0, 1)
        self.corps.addLayout(self._grille)
        self.fautes = ListeIssues()
        self.corps.addWidget(self.fautes)
        self.annuler = self.bouton(tr("Annuler"))
        self.annuler.clicked.connect(self.reject)
        self.valider = self.bouton(tr("Clore avec ces votes"), "principal")
        self.valider.clicked.connect(self.retenir)
        self.valider.setEnabled(False)
        self.choisir.setFocus()

    def parcourir(self) -> None:
        """Ask for a file."""
        filtre = tr("Tableaux CSV (*.csv *.tsv *.txt);;Tous les fichiers (*)")
        nom, _ = QFileDialog.getOpenFileName(self, tr("Choisir des votes"), str(Path.home()), filtre)
        if nom:
            self.lire(Path(nom))

    def lire(self, chemin: Path) -> None:
        """Read a file and show what it says of the resolution in hand; nothing is recorded."""
        votes = apercevoir(self.session.depot, self.assemblee, chemin)
        ici = votes.comptes.get(self.point.resolution, {})
        self.votes = votes
        self.resume.setText(self._phrase(votes, sum(map(total, ici.values()))))
        self.resume.show()
        vider(self._grille)
        if votes.acceptable and ici:
            self._montrer_comptes(votes)
        self.fautes.montrer(map(_situee, votes.issues))
        self.valider.setEnabled(votes.acceptable and bool(ici))
        self.valider.setDefault(self.valider.isEnabled())
        if self.valider.isEnabled():
            self.valider.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, self._grandir)  # what was just added knows its height once laid out

    def _grandir(self) -> None:
        """Fit the height; a bar left from before would narrow the paragraphs, and stay for their sake."""
        self.zone.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ajuster()
        self.zone.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _phrase(self, votes: VotesExternes, ici: int) -> str:
        if not votes.acceptable:
            return tr("«\u00a0{}\u00a0» ne peut pas être compté.").format(votes.source)
        if not ici:
            return tr("«\u00a0{}\u00a0» ne contient aucun vote sur cette résolution.").format(votes.source)
        return tr("«\u00a0{}\u00a0»\u00a0: {} sur cette résolution.").format(votes.source, accord(ici, "vote", "votes"))

    def _montrer_comptes(self, votes: VotesExternes) -> None:
        mots = (tr("Pour"), tr("Contre"), tr("Abstention"), tr("Blanc"), tr("Nul"))
        for colonne, mot in enumerate(mots, start=1):
            self._grille.addWidget(texte(mot, couleur="discret"), 0, colonne, Qt.AlignmentFlag.AlignRight)
        for rang, (code, compte) in enumerate(self._par_college(votes), start=1):
            self._grille.addWidget(texte(tr("Ensemble") if code == ENSEMBLE else code, "fort"), rang, 0)
            for colonne, nom in enumerate(CHOIX, start=1):
                self._grille.addWidget(chiffre(nombre(getattr(compte, nom))), rang, colonne)

    def _par_college(self, votes: VotesExternes) -> list[tuple[str, ComptageCorps]]:
        """The counts of the resolution in hand, in the order of the statutes."""
        ordre = list(self.session.statuts().par_code)
        comptes = votes.comptes[self.point.resolution]
        return sorted(comptes.items(), key=lambda paire: ordre.index(paire[0]) if paire[0] in ordre else -1)

    def retenir(self) -> None:
        """Give what was read to whoever counts."""
        if self.votes is not None:
            self.retenus.emit(self.votes, self.mode.valeur())
            self.accept()
