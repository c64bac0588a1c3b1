"""The majority rules of the statutes, with the articles that they come from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.article import citer
from scicvote.core.etapes import libelle_seuil
from scicvote.core.exact import pourcent_court
from scicvote.core.statuts import Regle, Statuts
from scicvote.ui.models.table_model import Colonne, ModeleTable
from scicvote.ui.textes import majuscule

Ligne = tuple[Regle, bool]  # the rule, and whether the secret is its way of voting


def _tr(texte: str) -> str:
    return QCoreApplication.translate("ReglesModel", texte)


def nom_regle(nom: str) -> str:
    """The name of a rule as people say it; rules of a profile's own keep theirs."""
    noms = {
        "ordinaire": _tr("Décision ordinaire"),
        "extraordinaire": _tr("Décision extraordinaire"),
        "admission": _tr("Admission d’un associé"),
        "exclusion": _tr("Exclusion d’un associé"),
        "election_gerance": _tr("Élection de la gérance"),
        "revocation_gerance": _tr("Révocation d’un gérant"),
        "scrutin_secret": _tr("Demande de scrutin secret"),
        "avis_college": _tr("Avis d’un collège"),
        "decision_college": _tr("Décision d’un collège"),
        "designation_candidat": _tr("Désignation d’un candidat"),
        "modification_poids": _tr("Modification des poids"),
    }
    return noms.get(nom, nom.replace("_", " ").capitalize())


class ReglesModel(ModeleTable[Ligne]):
    """Rule, first and second consultation, quorum, articles."""

    def __init__(self, parent: QObject | None = None) -> None:
        colonnes = (
            Colonne[Ligne]("regle", _tr("Règle"), lambda x: nom_regle(x[0].nom), fort=True, largeur=208),
            Colonne[Ligne]("premiere", _tr("Première consultation"), _premiere, largeur=280),
            Colonne[Ligne]("deuxieme", _tr("Seconde consultation"), _deuxieme, largeur=232),
            Colonne[Ligne]("vote", _tr("Vote"), _vote, largeur=144),
            Colonne[Ligne]("articles", _tr("Articles"), lambda x: majuscule(citer(x[0].articles)), discret=True),
        )
        super().__init__(colonnes, lambda x: x[0].nom, parent=parent)

    def montrer(self, statuts: Statuts) -> None:
        """Show the rules of these statutes, in their order."""
        lignes: Sequence[Ligne] = [(regle, nom in statuts.secret) for nom, regle in statuts.regles.items()]
        self.remplacer(lignes)


def _premiere(ligne: Ligne) -> str:
    regle = ligne[0]
    seuil = libelle_seuil(regle.premiere, not regle.par_tete)
    if regle.quorum is not None and regle.quorum.premiere is not None:
        return _tr("{}, quorum {}").format(seuil, pourcent_court(regle.quorum.premiere))
    return seuil


def _deuxieme(ligne: Ligne) -> str:
    regle = ligne[0]
    return libelle_seuil(regle.deuxieme, not regle.par_tete) if regle.deuxieme is not None else "–"


def _vote(ligne: Ligne) -> str:
    base = _tr("Par tête") if ligne[0].par_tete else _tr("Par collège")
    return _tr("{}, secret").format(base) if ligne[1] else base
