"""Somebody new in the register: who they are, and their first movements."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.actes import registre
from scicvote.core.faits import Mouvement
from scicvote.core.registre import NatureMouvement
from scicvote.core.statuts import Statuts
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.dialogs.exiger import exiger_jour
from scicvote.ui.dialogs.fiche import ChampsFiche
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champ_categorie import ChampCategorie
from scicvote.ui.widgets.champs import ChampChoix, ChampDate, ChampNombre, ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire

_N = NatureMouvement
# How one comes in: the movements of that day. The first names the category; parts go with those that carry some.
ENTREES: Final[dict[str, tuple[NatureMouvement, ...]]] = {
    "candidature": (_N.CANDIDATURE,),
    "souscription": (_N.CANDIDATURE, _N.SOUSCRIPTION),
    "liberation": (_N.CANDIDATURE, _N.SOUSCRIPTION, _N.LIBERATION),
    "reprise": (_N.REPRISE,),
}
_SANS_PARTS: Final = frozenset({_N.CANDIDATURE})


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("inscription", contenu)


def _options() -> list[tuple[str, str]]:
    return [
        ("candidature", _tr("Candidature seule")),
        ("souscription", _tr("Candidature et souscription")),
        ("liberation", _tr("Candidature, souscription et libération")),
        ("reprise", _tr("Reprise d’un registre antérieur")),
    ]


def _aides(statuts: Statuts) -> dict[str, str]:
    article = statuts.citer("statuts 12", "statuts 13")
    attente = _tr("Associé une fois admis par l’assemblée et ses parts libérées ({}).").format(article)
    return {
        "candidature": attente,
        "souscription": attente,
        "liberation": _tr("Parts payées\u00a0: associé dès son admission par l’assemblée ({}).").format(article),
        "reprise": _tr("Déjà associé\u00a0: parts souscrites et libérées ce jour-là."),
    }


class ChampEntree(ChampChoix):
    """How one comes in; below it, what that makes of them."""

    def __init__(self, statuts: Statuts) -> None:
        self._aides = _aides(statuts)
        super().__init__(_tr("Entrée au registre"), "nature", _options())

    def compris(self) -> str:
        return self._aides.get(self.valeur(), "")


class DialogueInscription(DialogueActe):
    """Identity, category, and how they come in. The number is given by the register."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        jour = session.aujourdhui
        self.champs = ChampsFiche(jour)
        self.entree = ChampEntree(session.statuts())
        self.jour = ChampDate(_tr("Jour"), "jour", jour)
        self.categorie = ChampCategorie(_tr("Catégorie"), "categorie", session.statuts())
        self.parts = ChampNombre(_tr("Nombre de parts"), "parts")
        self.piece = ChampTexte(_tr("Pièce"), "piece", _tr("Bulletin, lettre, page de l’ancien registre."))
        self.jour.poser(jour)
        formulaire = Formulaire(
            *self.champs.rangs(),
            self.categorie,
            (self.entree, self.jour),
            (self.parts, self.piece),
            brouillons=session.brouillons,
            prefixe="inscription",
        )
        self.entree.change.connect(self._accorder)
        self.champs.personne.change.connect(self._accorder)
        super().__init__(
            session, _tr("Inscrire un associé"), formulaire, self._demander, _tr("Inscrire"), parent, largeur=640
        )
        self.champs.accorder()
        self._accorder()
        self.champs.nom.controle.setFocus()

    def _accorder(self) -> None:
        self.parts.setVisible(any(nature not in _SANS_PARTS for nature in self._natures()))
        self.categorie.suivre(self.champs.personne.valeur())
        self.entree.montrer_issue(None)

    def _natures(self) -> tuple[NatureMouvement, ...]:
        return ENTREES.get(self.entree.valeur(), ())

    def _demander(self) -> ActeDemande | None:
        jour = exiger_jour(self.jour)
        if jour is None:
            return None
        fiche = self.champs.fiche(0, jour)
        mouvements = tuple(self._mouvement(nature, i == 0, jour) for i, nature in enumerate(self._natures()))
        return lambda depot: registre.inscrire(depot, fiche, mouvements)

    def _mouvement(self, nature: NatureMouvement, premier: bool, jour: date) -> Mouvement:
        categorie = self.categorie.valeur() if premier else ""
        parts = 0 if nature in _SANS_PARTS else self.parts.valeur() or 0
        return Mouvement(0, jour, str(nature), parts, categorie, None, None, self.piece.valeur())
