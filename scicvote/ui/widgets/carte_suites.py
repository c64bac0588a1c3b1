"""« Ce qui suit »: what the votes of an assembly want, each with its state, its article and the button that does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from scicvote.core.article import citer
from scicvote.core.exact import accord
from scicvote.core.suite_vote import EtatSuite, Geste, SuiteVote
from scicvote.ui import theme
from scicvote.ui.etats import Etat
from scicvote.ui.textes import jour, majuscule
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile, rangee, trait
from scicvote.ui.widgets.pastille import MarqueEtat
from scicvote.ui.widgets.texte import paragraphe


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("suites", contenu)


def etat_suite(suite: SuiteVote) -> Etat:
    """How a follow-up is shown."""
    return {
        EtatSuite.A_FAIRE: Etat("circle-dot", _tr("À faire"), "alerte"),
        EtatSuite.FAIT: Etat("check", _tr("Fait"), "bon"),
        EtatSuite.SANS_OBJET: Etat("minus", _tr("Sans objet"), "discret"),
    }[suite.etat]


def mot_du_geste(suite: SuiteVote) -> str:
    """The word of the button that does it."""
    natures = {
        "souscription": _tr("Souscrire…"),
        "liberation": _tr("Libérer…"),
        "remboursement": _tr("Rembourser…"),
    }
    if suite.geste == Geste.MOUVEMENT:
        return natures.get(suite.nature, _tr("Porter au registre…"))
    return {
        Geste.MANDAT: _tr("Commencer le mandat…"),
        Geste.FIN_MANDAT: _tr("Finir le mandat…"),
        Geste.COLLEGES: _tr("Constituer…"),
        Geste.PRESIDENCE: _tr("Désigner…"),
        Geste.POIDS: _tr("Mettre en vigueur…"),
        Geste.STATUTS: _tr("Modifier les statuts…"),
        Geste.REGISTRE: _tr("Voir le registre"),
        Geste.PRESENTER: _tr("Présenter…"),
        Geste.SECONDE: _tr("Convoquer…"),
        Geste.NOTER: _tr("Noter…"),
    }[suite.geste]


class CarteSuites(Carte):
    """``demandee`` asks for what does a follow-up, ``notee`` to say that it is done elsewhere or without object."""

    demandee = Signal(object)
    notee = Signal(object)

    def __init__(self) -> None:
        super().__init__(_tr("Ce qui suit"), " ")
        self.suites: tuple[SuiteVote, ...] = ()
        self.boutons: dict[str, Bouton] = {}
        self.boutons_note: dict[str, Bouton] = {}

    def montrer(self, suites: Sequence[SuiteVote], places: Mapping[int, int]) -> None:
        """Show these, once; ``places`` gives the place of a resolution on the agenda."""
        self.suites = tuple(suites)
        if not suites:
            self.hide()
        reste = sum(suite.etat == EtatSuite.A_FAIRE for suite in suites)
        self.note.setText(_tr("{} à faire").format(reste) if reste else accord(len(suites), "suite"))
        for rang, suite in enumerate(suites):
            if rang:
                self.ajouter(trait())
            self.ajouter(self._ligne(suite, places))

    def _ligne(self, suite: SuiteVote, places: Mapping[int, int]) -> QWidget:
        ligne, etat = QFrame(), etat_suite(suite)
        tete = rangee(espace=12)
        tete.addWidget(paragraphe(suite.titre, "fort"), 1)
        tete.addWidget(MarqueEtat(etat, "fort"), 0, Qt.AlignmentFlag.AlignTop)
        corps = pile(paragraphe(suite.phrase), paragraphe(_source(suite, places), couleur="discret"), espace=2)
        boite = QVBoxLayout(ligne)
        boite.setContentsMargins(theme.GOUTTIERE - 1, 14, theme.GOUTTIERE - 1, 14)
        boite.setSpacing(4)
        boite.addLayout(tete)
        boite.addLayout(corps)
        if suite.etat == EtatSuite.A_FAIRE:
            boite.addSpacing(6)
            boite.addLayout(rangee(*self._boutons(suite), None, espace=12))
        ligne.setAccessibleName(f"{suite.titre}, {etat.mot}")
        return ligne

    def _boutons(self, suite: SuiteVote) -> list[QWidget]:
        mot = mot_du_geste(suite)
        faire = Bouton(mot, "petit").nommer(f"{mot.removesuffix('…')}\u00a0: {suite.titre}")
        faire.clicked.connect(partial(self._demander, suite))
        self.boutons[suite.cle] = faire
        if suite.geste in (Geste.NOTER, Geste.SECONDE):
            return [faire]
        note = _tr("Noter…") if suite.geste == Geste.STATUTS else _tr("Sans objet…")
        sans_objet = Bouton(note, "lien").nommer(f"{note.removesuffix('…')}\u00a0: {suite.titre}")
        sans_objet.clicked.connect(partial(self._noter, suite))
        self.boutons_note[suite.cle] = sans_objet
        return [faire, sans_objet]

    def _demander(self, suite: SuiteVote, _coche: bool = False) -> None:
        self.demandee.emit(suite)

    def _noter(self, suite: SuiteVote, _coche: bool = False) -> None:
        self.notee.emit(suite)


def _source(suite: SuiteVote, places: Mapping[int, int]) -> str:
    """``Résolution 5 · Statuts, art. 13 · au plus tard le 12 juillet 2026``."""
    place = places.get(suite.resolution or 0)
    ou = _tr("Résolution {}").format(place) if place is not None else ""
    terme = _tr("au plus tard le {}").format(jour(suite.terme)) if suite.terme is not None else ""
    return " · ".join(filter(None, (ou, majuscule(citer(suite.articles)), terme)))
