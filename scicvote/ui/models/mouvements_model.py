"""The register of movements, in the order of their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.dossier import Dossier
from scicvote.core.exact import nombre
from scicvote.core.faits import Mouvement
from scicvote.core.normalise import cle
from scicvote.core.registre import LIBELLES
from scicvote.ui.models.table_model import Colonne, ModeleTable
from scicvote.ui.textes import jour_abrege


@dataclass(frozen=True, slots=True)
class LigneMouvement:
    """A movement with the names it concerns, and the parts held in all after it."""

    rang: int
    mouvement: Mouvement
    nom: str
    tiers: str
    capital: int


def mouvements(dossier: Dossier) -> tuple[LigneMouvement, ...]:
    """Every movement, the first one first."""
    noms = {personne.numero: personne.nom_registre for personne in dossier.registre.au(date.max).personnes}
    return tuple(
        LigneMouvement(
            rang,
            mouvement,
            noms.get(mouvement.associe, str(mouvement.associe)),
            noms.get(mouvement.tiers, "") if mouvement.tiers is not None else "",
            solde,
        )
        for rang, (mouvement, solde) in enumerate(dossier.registre.soldes(), 1)
    )


def _tr(texte: str) -> str:
    return QCoreApplication.translate("MouvementsModel", texte)


def _parts(ligne: LigneMouvement) -> str:
    parts = ligne.mouvement.parts
    return nombre(parts) if parts else "–"


def _detail(ligne: LigneMouvement) -> str:
    mouvement = ligne.mouvement
    mots = (
        _tr("à {}").format(ligne.tiers) if ligne.tiers else "",
        _tr("catégorie {}").format(mouvement.categorie) if mouvement.categorie else "",
        mouvement.piece,
    )
    return ", ".join(mot for mot in mots if mot) or "–"


class MouvementsModel(ModeleTable[LigneMouvement]):
    """Day, who, what, parts, the capital's parts after it, document."""

    def __init__(self, parent: QObject | None = None) -> None:
        colonnes = (
            Colonne[LigneMouvement]("rang", _tr("N°"), lambda x: nombre(x.rang), lambda x: x.rang, 72, droite=True),
            Colonne[LigneMouvement](
                "date", _tr("Date"), lambda x: jour_abrege(x.mouvement.jour), lambda x: (x.mouvement.jour, x.rang), 144
            ),
            Colonne[LigneMouvement]("nom", _tr("Associé"), lambda x: x.nom, fort=True),
            Colonne[LigneMouvement](
                "nature", _tr("Mouvement"), lambda x: LIBELLES.get(x.mouvement.nature, x.mouvement.nature), largeur=256
            ),
            Colonne[LigneMouvement]("parts", _tr("Parts"), _parts, lambda x: x.mouvement.parts, 88, droite=True),
            Colonne[LigneMouvement](
                "capital", _tr("Parts du capital"), lambda x: nombre(x.capital), lambda x: x.capital, 152, droite=True
            ),
            Colonne[LigneMouvement]("detail", _tr("Détail"), _detail, discret=True),
        )
        super().__init__(
            colonnes,
            lambda x: x.rang,
            lambda x: cle(
                f"{x.nom} {x.tiers} {LIBELLES.get(x.mouvement.nature, '')} {x.mouvement.piece} {jour_abrege(x.mouvement.jour)}"
            ),
            parent,
        )
