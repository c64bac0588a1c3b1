"""The versions of the statutes with the days from which they are in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import VersionStatuts
from scicvote.core.statuts import Statuts
from scicvote.core.statuts_majorites import Ecart, ecarts
from scicvote.ui.etats import Etat
from scicvote.ui.models.table_model import Colonne, ModeleTable
from scicvote.ui.textes import jour_abrege


@dataclass(frozen=True, slots=True)
class LigneVersion:
    """A version, what it changes, and whether it is the one in force."""

    rang: int
    effet: date
    texte: str
    statuts: Statuts
    ecarts: tuple[Ecart, ...]
    etat: str  # "passee" | "courante" | "future"


def versions(dossier: Dossier, jour: date) -> tuple[LigneVersion, ...]:
    """Every version, the latest first."""
    textes = [fait.texte for fait in dossier.tous(VersionStatuts)]
    courants = dossier.statuts_au(jour)
    lignes = []
    for rang, ((effet, statuts), texte) in enumerate(zip(dossier.statuts_lus, textes, strict=True)):
        avant = dossier.statuts_lus[rang - 1][1] if rang else None
        etat = "courante" if statuts is courants else "future" if effet > jour else "passee"
        changes = ecarts(avant, statuts) if avant is not None else ()
        lignes.append(LigneVersion(rang + 1, effet, texte, statuts, changes, etat))
    return tuple(reversed(lignes))


def _tr(texte: str) -> str:
    return QCoreApplication.translate("VersionsModel", texte)


def _etat(ligne: LigneVersion) -> Etat:
    return {
        "courante": Etat("check", _tr("En vigueur"), "bon"),
        "future": Etat("clock", _tr("À venir"), "alerte"),
        "passee": Etat("history", _tr("Remplacée"), "discret"),
    }[ligne.etat]


def _change(ligne: LigneVersion) -> str:
    if ligne.rang == 1:
        return _tr("Première version")
    return accord(len(ligne.ecarts), "changement") if ligne.ecarts else _tr("Aucune valeur ne change")


class VersionsModel(ModeleTable[LigneVersion]):
    """Number, day of effect, date of the statutes, state, what changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        colonnes = (
            Colonne[LigneVersion]("rang", _tr("N°"), lambda x: str(x.rang), lambda x: x.rang, largeur=56, droite=True),
            Colonne[LigneVersion](
                "effet", _tr("En vigueur depuis"), lambda x: jour_abrege(x.effet), lambda x: x.effet, 160
            ),
            Colonne[LigneVersion](
                "date", _tr("Statuts du"), lambda x: jour_abrege(x.statuts.date), lambda x: x.statuts.date, 128
            ),
            Colonne[LigneVersion]("etat", _tr("État"), lambda x: _etat(x).mot, largeur=136, etat=_etat),
            Colonne[LigneVersion]("change", _tr("Ce qui change"), _change, fort=True),
        )
        super().__init__(colonnes, lambda x: x.rang, parent=parent)
