"""The colleges of the statutes with their members of one day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.college import codes_de
from scicvote.core.dossier import Dossier
from scicvote.core.exact import nombre, pourcent_court
from scicvote.core.faits import PresidentCollege
from scicvote.core.statuts import College, Statuts
from scicvote.ui.models.table_model import Colonne, ModeleTable


@dataclass(frozen=True, slots=True)
class LigneCollege:
    """A college, who belongs to it and who presides over it."""

    college: College
    categories: str
    membres: int
    president: str
    suppleant: str = ""


def lignes(dossier: Dossier, statuts: Statuts, jour: date) -> tuple[LigneCollege, ...]:
    """One line per college of the statutes, in their order."""
    associes = dossier.registre.au(jour).associes
    membres = Counter(code for a in associes for code in codes_de(statuts, a.categorie, a.fiche.personne))
    presidents = dossier.presidents(jour)
    return tuple(
        LigneCollege(
            college,
            ", ".join(_categories(college, statuts)),
            membres[college.code],
            *_presidence(dossier, presidents.get(college.code), jour),
        )
        for college in statuts.colleges
    )


def _presidence(dossier: Dossier, fait: PresidentCollege | None, jour: date) -> tuple[str, str]:
    """Who presides, and who stands in."""
    if fait is None:
        return "", ""
    return dossier.nom(fait.associe, jour), "" if fait.suppleant is None else dossier.nom(fait.suppleant, jour)


def _categories(college: College, statuts: Statuts) -> list[str]:
    return [
        categorie.nom
        for categorie in statuts.categories
        if any(a.accepte(categorie.code, p) for a in college.appartenances for p in categorie.personnes)
    ]


def _tr(texte: str) -> str:
    return QCoreApplication.translate("CollegesModel", texte)


class CollegesModel(ModeleTable[LigneCollege]):
    """Code, name, weight, members, categories, president."""

    def __init__(self, parent: QObject | None = None) -> None:
        colonnes = (
            Colonne[LigneCollege]("code", _tr("Code"), lambda c: c.college.code, largeur=96, pastille=True),
            Colonne[LigneCollege]("nom", _tr("Collège"), lambda c: c.college.nom, fort=True),
            Colonne[LigneCollege](
                "poids", _tr("Poids"), lambda c: pourcent_court(c.college.poids / 100), largeur=96, droite=True
            ),
            Colonne[LigneCollege]("membres", _tr("Membres"), lambda c: nombre(c.membres), largeur=96, droite=True),
            Colonne[LigneCollege]("categories", _tr("Catégories"), lambda c: c.categories, discret=True),
            Colonne[LigneCollege]("president", _tr("Présidence"), lambda c: c.president or "–", largeur=184),
        )
        super().__init__(colonnes, lambda c: c.college.code, parent=parent)
