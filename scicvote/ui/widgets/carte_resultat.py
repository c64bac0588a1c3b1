"""The card of a proclaimed result: the verdict, the figures of each college, the whole against its threshold."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from scicvote.core.article import citer
from scicvote.core.assemblee import Vote
from scicvote.core.etapes import articles_de, libelle_seuil
from scicvote.core.phrases_bascule import phrase_du_vote
from scicvote.core.pv_secret import taire
from scicvote.core.resultat import AnyResultat, Resultat, ResultatElection
from scicvote.core.statuts import Statuts
from scicvote.ui import lecture_resultat as lecture
from scicvote.ui import theme
from scicvote.ui.etats import Etat
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.barre_vote import ABSTENTION, CONTRE, POUR, BarreCorps, BarreEnsemble, Echantillon
from scicvote.ui.widgets.carte import CarteAjustee
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.mise_en_page import pile, rangee, trait, vider
from scicvote.ui.widgets.texte import chiffre, paragraphe, texte


class CarteResultat(CarteAjustee):
    """Filled by ``montrer``. ``calcul_demande`` is sent by « Voir le calcul »."""

    calcul_demande = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Résultat"))
        self.bouton_calcul = Bouton(self.tr("Voir le calcul"), icone="list-checks")
        self.bouton_calcul.clicked.connect(self.calcul_demande)
        self._montre: object = None
        self._contenu = QVBoxLayout()
        self._contenu.setSpacing(0)
        self.ajouter(self._contenu, 1)
        pied = QVBoxLayout()
        pied.setContentsMargins(theme.GOUTTIERE - 1, 0, theme.GOUTTIERE - 1, 15)
        pied.addWidget(self.bouton_calcul, 0, Qt.AlignmentFlag.AlignLeft)
        self.ajouter(pied)

    def montrer(
        self, resultat: AnyResultat, vote: Vote, statuts: Statuts, elus: dict[str, str], apercu: bool = False
    ) -> None:
        """Show a result; figures that would give away a secret vote are left out.

        ``elus``: each elected one's word. ``apercu``: the scrutin is not closed yet, and the card says so.
        """
        voulu = (resultat, vote, statuts, dict(elus), apercu)
        if voulu == self._montre:  # laid already
            return
        self._montre = voulu
        cache, muet = taire(vote), lecture.sans_chiffre(resultat, vote)
        vider(self._contenu)
        self._contenu.addWidget(_tete(resultat, muet, apercu))
        corps = QVBoxLayout()
        corps.setContentsMargins(theme.GOUTTIERE - 1, 14, theme.GOUTTIERE - 1, 12)
        corps.setSpacing(9)
        if isinstance(resultat, ResultatElection):
            _candidats(corps, resultat, elus, muet)
        elif not muet:
            _resolution(corps, resultat, vote)
        corps.addWidget(_phrase(resultat))
        corps.addWidget(paragraphe(majuscule(citer(articles_de(resultat, statuts))), couleur="discret"))
        if bascule := "" if apercu else phrase_du_vote(statuts, resultat, vote):
            corps.addWidget(paragraphe(bascule, couleur="discret"))
        self._notes(corps, resultat, cache, bool(vote.total_seul))
        self._contenu.addLayout(corps)
        self._contenu.addStretch(1)
        self.bouton_calcul.setVisible(not cache and not apercu)

    def _notes(self, corps: QVBoxLayout, resultat: AnyResultat, cache: bool, convenu: bool) -> None:
        lectures = lecture.lectures(resultat) if isinstance(resultat, Resultat) and not cache else None
        if lectures is not None:
            genre, titre, lignes = lectures
            corps.addWidget(Encart(genre, "info" if genre == "discret" else "triangle-alert", titre, *lignes))
        if cache:
            corps.addWidget(
                Encart(
                    "discret",
                    "lock",
                    self.tr("Secret du vote."),
                    self.tr("Un collège le demande\u00a0: seul le total porté est montré et imprimé.")
                    if convenu
                    else self.tr("Le décompte dirait qui a voté quoi\u00a0: il n’est ni montré, ni imprimé."),
                )
            )

    def textes(self) -> tuple[str, ...]:
        """Every text of the card, in the order of the layout."""
        return tuple(label.text() for label in self.findChildren(QLabel) if label.text())


def _tete(resultat: AnyResultat, muet: bool, apercu: bool) -> QFrame:
    etat = lecture.verdict(resultat)
    if apercu:  # nothing is decided: neither the colour nor the mark of a decision
        etat = Etat("eye", lecture.tr("APERÇU\u00a0: {}").format(etat.mot), "discret")
    tete = QFrame()
    tete.setProperty("tete", etat.couleur)
    mot = rangee(Icone(etat.icone, etat.couleur, 22), texte(etat.mot, "verdict", etat.couleur), None, espace=10)
    boite = pile(mot, espace=4)
    if not muet or isinstance(resultat, ResultatElection):
        chiffre_ = texte(lecture.chiffre(resultat), "resultat")
        boite.addLayout(rangee(chiffre_, texte(lecture.complement(resultat), "corps15"), None))
    boite.setContentsMargins(theme.GOUTTIERE - 1, 12, theme.GOUTTIERE - 1, 12)
    tete.setLayout(boite)
    return tete


def _phrase(resultat: AnyResultat) -> QLabel:
    return paragraphe(lecture.phrase(resultat), "corps15")


# --- a resolution


def _resolution(corps: QVBoxLayout, resultat: Resultat, vote: Vote) -> None:
    cache = taire(vote)
    grille = QGridLayout()
    grille.setContentsMargins(0, 0, 0, 0)
    grille.setHorizontalSpacing(12)
    grille.setVerticalSpacing(4)
    grille.setColumnStretch(0, 1)
    par_college = resultat.cadre.par_college
    titres = (("Collège" if par_college and not cache else "", None), ("Pour", POUR), ("Contre", CONTRE))
    for colonne, (mot, nature) in enumerate((*titres, ("Abst.", ABSTENTION))):
        grille.addWidget(_legende(lecture.tr(mot) if mot else "", nature), 0, colonne)
    rang = 1
    for ligne in () if cache else lecture.lignes_corps(resultat):
        rang = _ligne_corps(grille, rang, ligne)
    if rang > 1:
        grille.addWidget(trait(fort=True), rang, 0, 1, 4)
    _ligne_ensemble(grille, rang + 1, resultat)
    corps.addLayout(grille)
    if (dessin := lecture.barre(resultat, vote)) is None:
        return
    barre = BarreEnsemble(dessin)
    barre.setAccessibleName(
        f"{lecture.chiffre(resultat)} {lecture.tr('pour')}, "
        f"{libelle_seuil(resultat.cadre.ligne, resultat.cadre.par_college)}"
    )
    corps.addWidget(barre)


def _legende(mot: str, nature: int | None) -> QWidget:
    boite = QWidget()
    label = texte(mot, couleur="discret")
    boite.setLayout(rangee(label, None) if nature is None else rangee(None, Echantillon(nature), label, espace=5))
    return boite


def _ligne_corps(grille: QGridLayout, rang: int, ligne: lecture.LigneCorps) -> int:
    """Two rows of the grid: figures, then the bar. Returns the next row."""
    nom = QWidget()
    nom.setLayout(rangee(texte(ligne.code, "fort"), texte(ligne.poids), None, espace=4))
    grille.addWidget(nom, rang, 0)
    for colonne, figure in enumerate((ligne.pour, ligne.contre, ligne.abstention), 1):
        grille.addWidget(chiffre(figure), rang, colonne)
    if ligne.part is not None:
        barre = BarreCorps(ligne.part)
        barre.setAccessibleName(f"{ligne.code}, {ligne.pour}, {ligne.contre}, {ligne.abstention}")
        grille.addWidget(barre, rang + 1, 0, 1, 4, Qt.AlignmentFlag.AlignTop)
    grille.setRowMinimumHeight(rang + 1, 24)
    if ligne.mention:
        sous_la_barre = rang + (2 if ligne.part is not None else 1)
        grille.addWidget(texte(ligne.mention, couleur="discret"), sous_la_barre, 0, 1, 4, Qt.AlignmentFlag.AlignTop)
    return rang + 3


def _ligne_ensemble(grille: QGridLayout, rang: int, resultat: Resultat) -> None:
    grille.addWidget(texte(lecture.tr("Ensemble"), "fort15"), rang, 0)
    for colonne, figure in enumerate(lecture.ensemble(resultat), 1):
        grille.addWidget(chiffre(figure, "fort15"), rang, colonne)


# --- an election


def _candidats(corps: QVBoxLayout, resultat: ResultatElection, elus: dict[str, str], muet: bool) -> None:
    noms = sorted(resultat.candidats)  # in the order of their votes, unless that order is to be kept secret
    classes = noms if muet else sorted(noms, key=lambda nom: -resultat.candidats[nom].part)
    for nom in classes:
        elu = nom in resultat.elus
        marque = (Icone("check", "bon"), texte(elus.get(nom, lecture.tr("Élu")), "fort", "bon")) if elu else ()
        candidat = pile(rangee(texte(nom, "fort"), None, *marque, espace=6), espace=2)
        if not muet:
            candidat.addWidget(texte(lecture.voix_candidat(resultat, nom), couleur="discret"))
            candidat.addWidget(BarreEnsemble(lecture.barre_candidat(resultat, nom), 12))
        corps.addLayout(candidat)
    if not classes:
        corps.addWidget(paragraphe(lecture.tr("Aucun candidat."), couleur="discret"))
