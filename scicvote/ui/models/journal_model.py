"""The journal as a table, the latest act first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.exact import accord
from scicvote.core.normalise import cle
from scicvote.store.journal import Entree
from scicvote.ui.etats import Etat
from scicvote.ui.models.table_model import Colonne, ModeleTable
from scicvote.ui.textes import heure, jour


def _tr(texte: str) -> str:
    return QCoreApplication.translate("JournalModel", texte)


def quand(entree: Entree) -> str:
    """``12 juin 2026, 19:14``."""
    return f"{jour(entree.horodatage.date())}, {heure(entree.horodatage)}"


def _avertissements(entree: Entree) -> Etat:
    nombre = len(entree.avertissements)
    if not nombre:
        return Etat("check", _tr("Aucun"), "discret")
    return Etat("triangle-alert", accord(nombre, "avertissement"), "alerte")


class JournalModel(ModeleTable[Entree]):
    """Number, moment, what was done, warnings passed over."""

    def __init__(self, parent: QObject | None = None) -> None:
        colonnes = (
            Colonne[Entree]("numero", _tr("N°"), lambda e: str(e.numero), lambda e: e.numero, largeur=64, droite=True),
            Colonne[Entree]("quand", _tr("Date et heure"), quand, lambda e: e.horodatage, largeur=184),
            Colonne[Entree]("resume", _tr("Ce qui a été fait"), lambda e: e.resume, fort=True),
            Colonne[Entree](
                "avertissements",
                _tr("Avertissements"),
                lambda e: _avertissements(e).mot,
                lambda e: len(e.avertissements),
                largeur=168,
                etat=_avertissements,
            ),
        )
        super().__init__(colonnes, lambda e: e.numero, lambda e: cle(f"{e.resume} {e.acte} {quand(e)}"), parent)
