"""A college's return beside what is expected: shown whole, then taken in one act."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from scicvote.actes.retour_college import Confrontation, confronter, importer, lire
from scicvote.core.assemblee import Assemblee
from scicvote.core.exact import accord, nombre
from scicvote.core.faits import Pouvoir, Presence
from scicvote.core.retour_college import LigneRetour, Retour
from scicvote.exchange.college import RetourSigne
from scicvote.store.depot import Acte
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.dialogs.confirmation import DialogueIssues
from scicvote.ui.gestes import agir
from scicvote.ui.session import Session
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.texte import Coupe, chiffre, paragraphe, selectionnable, texte


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("retour_college", contenu)


Dire = Callable[[str, str], None]


def ouvrir_retour(session: Session, chemin: Path, parent: QWidget, dire: Dire) -> Cadre | None:
    """Read a return and show it; what cannot be read, or is taken already, is said."""
    lu, issues = lire(chemin)
    if lu is None:
        refuse = DialogueIssues(_tr("Ce retour ne se lit pas"), issues, parent=parent)
        refuse.open()
        return refuse
    vu = confronter(session.dossier, lu)
    if vu.deja:
        dire(_tr("Ce retour est déjà pris\u00a0: rien n’est compté deux fois."), "accent")
        return None
    dialogue = DialogueRetour(session, lu, vu, parent)
    dialogue.pris.connect(lambda phrase: dire(phrase, "bon"))
    dialogue.open()
    return dialogue


class DialogueRetour(Cadre):
    """``pris`` carries the sentence of the act."""

    pris = Signal(str)

    def __init__(self, session: Session, lu: RetourSigne, vu: Confrontation, parent: QWidget | None = None) -> None:
        super().__init__(_tr("Retour du collège {}").format(lu.retour.college), parent, 720)
        self.session, self.lu, self.vu = session, lu, vu
        ag = session.dossier.assemblees[vu.export.assemblee] if vu.export is not None else None
        if ag is not None:
            self.corps.addWidget(paragraphe(self._resume(ag, lu.retour), "corps15"))
        self.mots = selectionnable(paragraphe(" ".join(vu.mots), "titre"))
        self.mots.setAccessibleName(_tr("Huit mots à comparer"))
        conseil = _tr("Huit mots à comparer avec ceux du papier signé par le président du collège.")
        self.corps.addWidget(self.mots)
        self.corps.addWidget(paragraphe(conseil, couleur="discret"))
        if ag is not None:
            self.corps.addLayout(_comptes(ag, lu.retour))
        if vu.remplace and vu.acceptable:
            phrase = _tr("Une autre réponse de ce collège est déjà prise.")
            suite = _tr("Celle-ci la remplacera\u202f; les deux restent dans le fichier.")
            self.corps.addWidget(Encart("alerte", "triangle-alert", phrase, suite))
        self.issues = ListeIssues()
        self.issues.montrer(vu.issues)
        self.corps.addWidget(self.issues)
        self.annuler = self.bouton(_tr("Revenir"))
        self.annuler.clicked.connect(self.reject)
        verbe = _tr("Remplacer le retour") if vu.remplace else _tr("Prendre ce retour")
        self.valider = self.bouton(verbe, "principal")
        self.valider.setEnabled(vu.acceptable)
        self.valider.clicked.connect(self.prendre)
        (self.valider if vu.acceptable else self.annuler).setFocus()

    @staticmethod
    def _resume(ag: Assemblee, retour: Retour) -> str:
        venus = len({e.associe for e in retour.evenements if isinstance(e, Presence)})
        donnes = len({e.mandant for e in retour.evenements if isinstance(e, Pouvoir)})
        inscrits = max((ligne.inscrits for ligne in retour.lignes), default=0)
        return _tr("{}, retour n°\u00a0{} du paquet n°\u00a0{}. Sur {}\u00a0: {}, {}.").format(
            ag.titre_court,
            retour.numero,
            retour.export,
            accord(inscrits, "membre"),
            accord(venus, "présent"),
            accord(donnes, "pouvoir"),
        )

    def prendre(self) -> None:
        """Take it, in one act."""
        lu, remplacer = self.lu, self.vu.remplace
        agir(
            self,
            self.session,
            lambda depot: importer(depot, lu, remplacer=remplacer),
            apres=self._pris,
            confirmer=False,
        )

    def _pris(self, acte: Acte) -> None:
        self.pris.emit(f"{acte.resume}.")
        self.accept()


def _comptes(ag: Assemblee, retour: Retour) -> QGridLayout:
    """What the college answers on each point that it was asked."""
    grille = QGridLayout()
    grille.setHorizontalSpacing(16)
    grille.setVerticalSpacing(6)
    grille.setColumnStretch(0, 1)
    mots = (_tr("Présents"), _tr("Votants"), _tr("Vote"))
    for colonne, mot in enumerate(mots, start=1):
        grille.addWidget(texte(mot, couleur="discret"), 0, colonne)
    for rang, ligne in enumerate(retour.lignes, start=1):
        point = ag.resolution_par_numero.get(ligne.resolution)
        titre = f"{point.numero}. {point.titre}" if point is not None else str(ligne.resolution)
        nom = Coupe()
        nom.setText(titre)
        grille.addWidget(nom, rang, 0)
        grille.addWidget(chiffre(nombre(ligne.presents)), rang, 1)
        grille.addWidget(chiffre(nombre(ligne.votants)), rang, 2)
        grille.addWidget(texte(_mode(ligne)), rang, 3)
    return grille


def _mode(ligne: LigneRetour) -> str:
    mots = {"": _tr("non votée"), "main_levee": _tr("main levée"), "appel_nominal": _tr("appel nominal")}
    return mots.get(ligne.mode, _tr("secret"))
