"""An entry of the register of movements: the nature first, then the fields that it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.actes import registre
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Mouvement
from scicvote.core.registre import LIBELLES, SORTIES, Associe, NatureMouvement
from scicvote.core.statuts import Statuts
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.dialogs.exiger import exiger_jour
from scicvote.ui.models.assemblees_model import par_date
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champ_associe import Candidat, ChampAssocie
from scicvote.ui.widgets.champ_categorie import ChampCategorie
from scicvote.ui.widgets.champs import ChampChoix, ChampDate, ChampNombre, ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire

_N = NatureMouvement
# What each nature says besides its day and its document.
CHAMPS: Final[dict[NatureMouvement, frozenset[str]]] = {
    _N.REPRISE: frozenset({"parts", "categorie"}),
    _N.CANDIDATURE: frozenset({"categorie"}),
    _N.AVIS_COLLEGE: frozenset({"assemblee"}),
    _N.ADMISSION: frozenset({"assemblee"}),
    _N.SOUSCRIPTION: frozenset({"parts"}),
    _N.LIBERATION: frozenset({"parts"}),
    _N.CESSION: frozenset({"parts", "tiers"}),
    _N.CHANGEMENT_CATEGORIE: frozenset({"categorie", "assemblee"}),
    _N.OPERATION: frozenset(),
    _N.DEMISSION: frozenset(),
    _N.DECES: frozenset(),
    _N.EXCLUSION: frozenset({"assemblee"}),
    _N.FIN_CONTRAT: frozenset(),
    _N.INACTIVITE: frozenset(),
    _N.CONSTAT: frozenset(),
    _N.REMBOURSEMENT: frozenset({"parts"}),
    _N.RECTIFICATION: frozenset({"parts"}),
}
_DES_ASSOCIES: Final = (
    _N.SOUSCRIPTION,
    _N.LIBERATION,
    _N.CESSION,
    _N.CHANGEMENT_CATEGORIE,
    _N.OPERATION,
    *(nature for nature in NatureMouvement if nature in SORTIES),
)


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("mouvement", contenu)


def aides(statuts: Statuts) -> dict[NatureMouvement, str]:
    """What each nature means, with the articles of these statutes."""

    def selon(phrase: str, *groupes: tuple[str, ...]) -> str:
        return phrase.format(*(statuts.citer(*(f"statuts {numero}" for numero in groupe)) for groupe in groupes))

    sortie = _tr("Les parts sont annulées ce jour-là et deviennent une dette à rembourser ({}).")
    sortie = selon(sortie, ("11", "14", "16"))
    return {
        _N.REPRISE: _tr("Admission, souscription et libération d’avant ce fichier."),
        _N.CANDIDATURE: selon(_tr("L’assemblée admet, après l’avis du collège ({})."), ("13",)),
        _N.AVIS_COLLEGE: selon(_tr("À la majorité de ses membres présents ou représentés ({})."), ("13",)),
        _N.ADMISSION: selon(
            _tr("Par l’assemblée ({})\u00a0; la qualité commence quand les parts sont libérées ({})."), ("13",), ("12",)
        ),
        _N.SOUSCRIPTION: selon(_tr("Un bulletin en deux originaux ({})."), ("12",)),
        _N.LIBERATION: selon(_tr("La qualité d’associé commence avec le paiement des parts ({})."), ("12",)),
        _N.CESSION: selon(_tr("Libre dans une même catégorie, sinon agréée par la gérance ({})."), ("9",)),
        _N.CHANGEMENT_CATEGORIE: selon(_tr("Peut changer le collège de la personne ({})."), ("22",)),
        _N.OPERATION: selon(
            _tr("Une opération (usager) ou une mission (bénévole) garde la qualité vivante ({})."), ("14",)
        ),
        _N.DEMISSION: sortie,
        _N.DECES: sortie,
        _N.EXCLUSION: selon(_tr("Votée comme une décision extraordinaire, après convocation spéciale ({})."), ("15",)),
        _N.FIN_CONTRAT: sortie,
        _N.INACTIVITE: selon(
            _tr("Deux ans sans opération ni mission, au jour de la lettre recommandée ({})."), ("14",)
        ),
        _N.CONSTAT: selon(_tr("La gérance constate la perte de la qualité ({})."), ("14",)),
        _N.REMBOURSEMENT: selon(_tr("Dans l’ordre des demandes, jamais sous le capital minimum ({})."), ("16", "17")),
        _N.RECTIFICATION: _tr("Un écart signé, pour corriger une écriture\u00a0: 3 ou −3."),
    }


def natures(associe: Associe) -> tuple[NatureMouvement, ...]:
    """Every nature, those that fit the person as they are first."""
    tot: tuple[NatureMouvement, ...] = _DES_ASSOCIES
    if associe.sortie is not None:
        tot = (_N.REMBOURSEMENT, _N.CANDIDATURE, _N.REPRISE)
    elif associe.entree is None:
        tot = (_N.AVIS_COLLEGE, _N.ADMISSION, _N.SOUSCRIPTION, _N.LIBERATION)
    return (*tot, *(nature for nature in NatureMouvement if nature not in tot))


class ChampNature(ChampChoix):
    """The nature; below it, what it means and the article."""

    def __init__(self, libelle: str, chemin: str, options: Sequence[tuple[str, str]], statuts: Statuts) -> None:
        self._aides = aides(statuts)
        super().__init__(libelle, chemin, options)

    def compris(self) -> str:
        nature = self.valeur()
        return self._aides[NatureMouvement(nature)] if nature else ""


def assemblees(dossier: Dossier) -> list[tuple[str, str]]:
    """The assemblies to choose from, the latest first."""
    return [("", "–"), *((str(ag.numero), ag.titre_court) for ag in par_date(dossier.assemblees.values()))]


def personnes(dossier: Dossier, session: Session, sauf: int = 0) -> tuple[Candidat, ...]:
    """The associés of today as a field of a person offers them."""
    associes = dossier.registre.au(session.aujourdhui).associes
    return tuple(Candidat(a.numero, a.nom_registre, str(a.numero)) for a in associes if a.numero != sauf)


class DialogueMouvement(DialogueActe):
    """One movement of one person. ``brouillon`` is where its drafts are kept, the person's own place unless said."""

    def __init__(self, session: Session, associe: Associe, parent: QWidget | None = None, brouillon: str = "") -> None:
        self._associe = associe
        options = [(str(nature), LIBELLES[nature]) for nature in natures(associe)]
        dossier, jour = session.dossier, session.aujourdhui
        self.nature = ChampNature(_tr("Mouvement"), "nature", options, session.statuts())
        self.jour = ChampDate(_tr("Jour"), "jour", jour)
        self.parts = ChampNombre(_tr("Nombre de parts"), "parts", signe=True)
        self.tiers = ChampAssocie(_tr("À qui vont les parts"), "tiers", personnes(dossier, session, associe.numero))
        self.categorie = ChampCategorie(_tr("Catégorie"), "categorie", session.statuts())
        self.assemblee = ChampChoix(_tr("Assemblée"), "assemblee", assemblees(dossier))
        self.piece = ChampTexte(_tr("Pièce"), "piece", _tr("Lettre, bulletin, décision\u00a0: ce qui en fait foi."))
        self.jour.poser(jour)
        self.categorie.suivre(associe.fiche.personne)
        formulaire = Formulaire(
            self.nature,
            (self.jour, self.parts),
            self.tiers,
            self.categorie,
            self.assemblee,
            self.piece,
            brouillons=session.brouillons,
            prefixe=brouillon or f"mouvement/{associe.numero}",
        )
        self.nature.change.connect(self._accorder)
        titre = _tr("Mouvement\u00a0: {}").format(associe.nom_complet)
        super().__init__(session, titre, formulaire, self._demander, _tr("Enregistrer"), parent)
        self._accorder()

    def choisir(self, nature: NatureMouvement) -> None:
        """Begin with this nature."""
        self.nature.poser(str(nature))
        self._accorder()

    def _accorder(self) -> None:
        """Show the fields that the nature has."""
        voulus = CHAMPS[NatureMouvement(self.nature.valeur())]
        for champ in (self.parts, self.tiers, self.categorie, self.assemblee):
            champ.setVisible(champ.chemin in voulus)
        self.nature.montrer_issue(None)
        self.ajuster()

    def _demander(self) -> ActeDemande | None:
        nature, jour = NatureMouvement(self.nature.valeur()), exiger_jour(self.jour)
        if jour is None:
            return None
        voulus = CHAMPS[nature]
        assemblee = self.assemblee.valeur() if "assemblee" in voulus else ""
        mouvement = Mouvement(
            self._associe.numero,
            jour,
            str(nature),
            (self.parts.valeur() or 0) if "parts" in voulus else 0,
            self.categorie.valeur() if "categorie" in voulus else "",
            self.tiers.valeur() if "tiers" in voulus else None,
            int(assemblee) if assemblee else None,
            self.piece.valeur(),
        )
        return self.porter(mouvement)

    def porter(self, mouvement: Mouvement) -> ActeDemande:
        """The act that writes it."""
        return lambda depot: registre.mouvementer(depot, mouvement)
