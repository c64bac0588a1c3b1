"""The card of a resolution: its text as it was put to the vote, how it was voted, what was counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.exact import nombre, pourcent_court
from scicvote.core.faits import Compte, Resolution
from scicvote.core.pv_secret import taire
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.statuts import Statuts
from scicvote.ui.lecture_resultat import consultation
from scicvote.ui.textes import heure, majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.mise_en_page import pile, rangee, trait, vider
from scicvote.ui.widgets.pastille import pastille
from scicvote.ui.widgets.texte import chiffre, paragraphe, selectionnable, texte


class CarteTexte(Carte):
    """Filled by ``montrer``."""

    def __init__(self) -> None:
        super().__init__(marges=True)
        self.setAccessibleName(self.tr("Résolution"))
        self._contenu = QVBoxLayout()
        self._contenu.setSpacing(16)
        self.ajouter(self._contenu)
        self.corps.addStretch(1)
        self._montre: object = None

    def montrer(self, ag: Assemblee, resolution: Resolution, vote: Vote | None, statuts: Statuts) -> None:
        """Show a resolution and, where there is one, a proclaimed vote on it."""
        debat, retrait = ag.debat(resolution.resolution), ag.retrait(resolution.resolution)
        amende = bool(ag.amendements(resolution.resolution))
        voulu = (ag.convocation, resolution, ag.texte_de(resolution), amende, retrait, vote, statuts, debat)
        if voulu == self._montre:  # laid already
            return
        self._montre = voulu
        vider(self._contenu)
        numero = texte(self.tr("Résolution {}").format(resolution.numero), couleur="discret")
        self._contenu.addLayout(pile(numero, paragraphe(resolution.titre, "titre"), espace=4))
        self._contenu.addWidget(selectionnable(paragraphe(ag.texte_de(resolution), "corps15")))
        if amende:
            self._contenu.addWidget(paragraphe(self.tr("Texte amendé en séance."), couleur="discret"))
        if retrait is not None:
            phrase = self.tr("Retirée à {}\u00a0: {}").format(heure(retrait.heure), retrait.motif)
            self._contenu.addWidget(paragraphe(phrase, couleur="discret"))
        if vote is not None:
            self._contenu.addWidget(paragraphe(self._circonstances(ag, vote), couleur="discret"))
            if not taire(vote):
                self._contenu.addLayout(self._comptes(vote, statuts, resolution))
        if debat:
            self._contenu.addLayout(pile(texte(self.tr("Débats"), "fort"), selectionnable(paragraphe(debat)), espace=4))

    def textes(self) -> tuple[str, ...]:
        """Every text of the card."""
        return tuple(label.text() for label in self.findChildren(QLabel) if label.text())

    def _circonstances(self, ag: Assemblee, vote: Vote) -> str:
        modes = {
            "main_levee": self.tr("Main levée"),
            "appel_nominal": self.tr("Appel nominal"),
            "secret_papier": self.tr("Bulletin secret"),
            "secret_isoloir": self.tr("Bulletin secret à l’isoloir"),
        }
        mots = [
            modes.get(vote.scrutin.mode, vote.scrutin.mode),
            majuscule(consultation(ag.convocation.consultation)),
            self.tr("ouvert à {}").format(heure(vote.scrutin.heure)),
        ]
        if vote.depouillement is not None:
            mots.append(self.tr("clos à {}").format(heure(vote.depouillement.heure)))
            if vote.depouillement.contradictoire:
                mots.append(self.tr("saisie contradictoire"))
        if vote.proclamation is not None:
            mots.append(self.tr("proclamé à {}").format(heure(vote.proclamation.heure)))
        return " · ".join(mot.replace(" ", "\u00a0") for mot in mots)

    # --- what was counted

    def _comptes(self, vote: Vote, statuts: Statuts, resolution: Resolution) -> QGridLayout:
        election = resolution.sieges > 0 and vote.scrutin.objet == "resolution"
        grille = QGridLayout()
        grille.setHorizontalSpacing(16)
        grille.setVerticalSpacing(0)
        grille.setColumnStretch(0, 1)
        grille.setColumnMinimumWidth(0, 200)
        premiers = (self.tr("Votants"),) if election else (self.tr("Pour"), self.tr("Contre"), self.tr("Abst."))
        nuls = any(compte.blanc or compte.nul for compte in vote.comptes)
        titres = (self.tr("Présents"), *premiers, *((self.tr("Blancs"), self.tr("Nuls")) if nuls else ()))
        comptes = _tous_comptes(vote, statuts)
        par_college = any(compte.college != ENSEMBLE for compte in comptes)
        grille.addWidget(texte(self.tr("Collège") if par_college else "", couleur="discret"), 0, 0)
        for colonne, titre in enumerate(titres, 1):
            grille.addWidget(chiffre(titre, couleur="discret"), 0, colonne)
            grille.setColumnMinimumWidth(colonne, 48)
        grille.setRowMinimumHeight(0, 32)
        for rang, compte in enumerate(comptes):
            self._ligne(grille, 1 + 2 * rang, vote, compte, statuts, election, nuls)
        grille.addWidget(trait(), 1 + 2 * len(comptes), 0, 1, -1)
        return grille

    def _ligne(
        self, grille: QGridLayout, rang: int, vote: Vote, compte: Compte, statuts: Statuts, election: bool, nuls: bool
    ) -> None:
        grille.addWidget(trait(), rang, 0, 1, -1)
        grille.setRowMinimumHeight(rang + 1, 56)
        grille.addWidget(_nom(compte.college, statuts), rang + 1, 0)
        corps = vote.corps if vote.personnes is None else (*vote.corps, vote.personnes)
        presents = next((c.presents for c in corps if c.college == compte.college), 0)
        premiers = (compte.votants,) if election else (compte.pour, compte.contre, compte.abstention)
        for colonne, valeur in enumerate((presents, *premiers, *((compte.blanc, compte.nul) if nuls else ())), 1):
            label = chiffre(nombre(valeur), "fort15" if 1 < colonne < 2 + len(premiers) else "corps15")
            grille.addWidget(label, rang + 1, colonne, Qt.AlignmentFlag.AlignVCenter)


def _tous_comptes(vote: Vote, statuts: Statuts) -> list[Compte]:
    """The counts in the order of the statutes; a body where nobody voted has zeros."""
    connus = {compte.college: compte for compte in vote.comptes}
    un_seul = statuts.regles[vote.scrutin.regle].par_tete  # one body votes, whatever the others hold
    for corps in () if un_seul else vote.corps:
        vide = Compte(corps.assemblee, corps.scrutin, corps.college, 0, 0, 0, 0, 0, 0)
        connus.setdefault(corps.college, vide)
    rangs = list(statuts.par_code)
    return sorted(connus.values(), key=lambda c: rangs.index(c.college) if c.college in rangs else -1)


def _nom(code: str, statuts: Statuts) -> QWidget:
    boite = QWidget()
    college = statuts.par_code.get(code)
    if college is None:
        boite.setLayout(rangee(texte("Une voix par personne", "fort"), None))
        return boite
    noms = pile(
        None,
        paragraphe(college.nom, "fort"),
        texte(f"{pourcent_court(college.poids / 100)} des voix", couleur="discret"),
        None,
        espace=2,
    )
    boite.setLayout(rangee(pastille(code, college.nom), noms, espace=12))
    return boite
