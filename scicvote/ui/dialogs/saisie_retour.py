"""A college's return typed from its signed paper, twice: who came, who is represented, the counts of each resolution."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from scicvote.actes.retour_college import saisir
from scicvote.core.assemblee import Assemblee
from scicvote.core.exact import INSECABLE
from scicvote.core.faits import Fiche, Resolution
from scicvote.core.faits_college import ExportCollege
from scicvote.core.issue import refus
from scicvote.core.paquet_college import membres_du_college, point_actuel
from scicvote.core.retour_college import Retour, Saisie, retour_saisi
from scicvote.core.retours import points_de, retour_de, silence_de
from scicvote.core.vote import ComptageCorps
from scicvote.store.depot import Acte
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.gestes import agir
from scicvote.ui.session import Session
from scicvote.ui.widgets.cellule import Cellule
from scicvote.ui.widgets.champs import Combo
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.texte import Coupe, chiffre, paragraphe, texte

_ABSENT, _PRESENT = "absent", "present"
_FIGURES = ("pour", "contre", "abstention", "blanc", "nul")


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("saisie_retour", contenu)


class DialogueSaisie(Cadre):
    """``fait`` carries the accepted act. The second entry begins with nothing in sight of the first."""

    fait = Signal(object)

    def __init__(self, session: Session, ag: Assemblee, export: ExportCollege, parent: QWidget | None = None) -> None:
        super().__init__(_tr("Saisir le retour du collège {}").format(export.college), parent, 860)
        self.session, self.ag, self.export = session, ag, export
        self.premiere: Retour | None = None
        self.heure = session.maintenant
        self.membres = [fiche for fiche, _ in membres_du_college(session.dossier, ag, export.college)]
        self.presences: dict[int, Combo] = {}
        self.cellules: dict[tuple[int, str], Cellule] = {}
        self.points = [
            point.resolution
            for resolution, tour in points_de(export)
            if (point := point_actuel(session.dossier, ag, resolution, tour)) is not None
        ]
        self.passe = paragraphe("", "corps15")
        self.corps.addWidget(self.passe)
        self.corps.addWidget(texte(_tr("Présents et représentés"), "fort15"))
        self.corps.addLayout(self._feuille())
        self.corps.addWidget(texte(_tr("Voix"), "fort15"))
        self.corps.addWidget(paragraphe(_tr("Laisser vide une résolution qui n’a pas été votée."), couleur="discret"))
        for resolution in self.points:
            self.corps.addLayout(self._voix(resolution))
        self.issues = ListeIssues()
        self.corps.addWidget(self.issues)
        self.annuler = self.bouton(_tr("Annuler"))
        self.annuler.clicked.connect(self.reject)
        self.valider = self.bouton("", "principal")
        self.valider.clicked.connect(self.suite)
        self._dire()

    # --- what is typed

    def _feuille(self) -> QGridLayout:
        grille = _grille()
        for rang, fiche in enumerate(self.membres):
            nom = Coupe("fort")
            nom.setText(_nom(fiche))
            combo = Combo()
            combo.setAccessibleName(_tr("Présence de {}").format(_nom(fiche)))
            combo.addItem(_tr("Absent"), _ABSENT)
            combo.addItem(_tr("Présent"), _PRESENT)
            for autre in self.membres:
                if autre is not fiche:
                    combo.addItem(_tr("Représenté par {}").format(_nom(autre)), str(autre.associe))
            self.presences[fiche.associe] = combo
            grille.addWidget(nom, rang, 0)
            grille.addWidget(combo, rang, 1)
        return grille

    def _voix(self, resolution: Resolution) -> QGridLayout:
        grille = _grille()
        titre = paragraphe(f"{resolution.numero}.{INSECABLE}{resolution.titre}", "fort")
        grille.addWidget(titre, 0, 0, 1, -1)
        for colonne, (cle, mot) in enumerate(self._figures(resolution), 1):
            grille.addWidget(chiffre(mot, couleur="discret"), 1, colonne)
            cellule = Cellule(f"{resolution.numero}, {mot}")
            self.cellules[resolution.resolution, cle] = cellule
            grille.addWidget(cellule, 2, colonne, Qt.AlignmentFlag.AlignRight)
        return grille

    def _figures(self, resolution: Resolution) -> list[tuple[str, str]]:
        mots = {
            "pour": _tr("Pour"),
            "contre": _tr("Contre"),
            "abstention": _tr("Abst."),
            "blanc": _tr("Blancs"),
            "nul": _tr("Nuls"),
        }
        if not resolution.sieges:
            return list(mots.items())
        candidats = [c.candidat for c in self.ag.candidats(resolution.resolution)]
        noms = [(str(n), self.session.dossier.nom(n, self.ag.jour)) for n in candidats]
        return [("votants", _tr("Votants")), ("blanc", mots["blanc"]), ("nul", mots["nul"]), *noms]

    def saisie(self) -> Saisie:
        """What is typed now."""
        choix = {n: str(combo.currentData()) for n, combo in self.presences.items()}
        presents = frozenset(n for n, mot in choix.items() if mot == _PRESENT)
        representes = {n: int(mot) for n, mot in choix.items() if mot.isdigit()}
        comptages = {r.resolution: self._comptage(r) for r in self.points if self._votee(r)}
        return Saisie(presents, representes, comptages)

    def _votee(self, resolution: Resolution) -> bool:
        return any(c.text() for (n, _), c in self.cellules.items() if n == resolution.resolution)

    def _comptage(self, resolution: Resolution) -> ComptageCorps:
        lus = {cle: int(c.text() or 0) for (n, cle), c in self.cellules.items() if n == resolution.resolution}
        voix = {int(cle): valeur for cle, valeur in lus.items() if cle.isdigit()}
        pour, contre, abstention, blanc, nul = (lus.get(cle, 0) for cle in _FIGURES)
        return ComptageCorps(pour, contre, abstention, blanc, nul, lus.get("votants", 0), voix)

    # --- twice

    def suite(self) -> None:
        """The second entry, then both together."""
        lu = retour_saisi(self.session.dossier, self.ag, self.export, self.saisie(), self.heure)
        if self.premiere is None:
            self.premiere = lu
            self._vider()
            return
        if lu != self.premiere:
            phrase = _tr("Les deux saisies ne concordent pas\u00a0: relire le papier, puis tout ressaisir.")
            self.premiere = None
            self._vider()
            self.issues.montrer((refus("SAISIES", phrase, "statuts 22"),))
            return
        self._enregistrer(lu)

    def _enregistrer(self, lu: Retour) -> None:
        remplacer = retour_de(self.ag, self.export) is not None or silence_de(self.ag, self.export) is not None
        numero = self.ag.numero
        essai = self.session.essayer(lambda depot: saisir(depot, numero, lu, lu, remplacer=remplacer))
        if essai.refus:
            self.premiere = None
            self.issues.montrer(essai.issues)
            self._dire()
            return
        agir(self, self.session, lambda depot: saisir(depot, numero, lu, lu, remplacer=remplacer), apres=self._fait)

    def _fait(self, acte: Acte) -> None:
        self.fait.emit(acte)
        self.accept()

    def _vider(self) -> None:
        for combo in self.presences.values():
            combo.setCurrentIndex(0)
        for cellule in self.cellules.values():
            cellule.clear()
        self.issues.montrer(())
        self._dire()
        next(iter(self.presences.values())).setFocus()

    def _dire(self) -> None:
        seconde = self.premiere is not None
        self.passe.setText(
            _tr("Seconde saisie, par une autre personne si possible\u00a0: elle doit concorder avec la première.")
            if seconde
            else _tr("Première saisie, d’après le papier signé par le président du collège.")
        )
        self.valider.setText(_tr("Comparer et prendre") if seconde else _tr("Seconde saisie"))


def _grille() -> QGridLayout:
    grille = QGridLayout()
    grille.setHorizontalSpacing(16)
    grille.setVerticalSpacing(6)
    grille.setColumnStretch(0, 1)
    return grille


def _nom(fiche: Fiche) -> str:
    return f"{fiche.prenom} {fiche.nom}".strip()
