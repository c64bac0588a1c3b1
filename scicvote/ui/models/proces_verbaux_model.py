"""The minutes of every register, by number."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.faits import ProcesVerbal, Signature
from scicvote.ui.etats import Etat
from scicvote.ui.models.table_model import Colonne, ModeleTable
from scicvote.ui.textes import jour_abrege


@dataclass(frozen=True, slots=True)
class LigneProcesVerbal:
    """Minutes, their assembly, their signature."""

    pv: ProcesVerbal
    assemblee: Assemblee
    signature: Signature | None


def lignes(dossier: Dossier) -> tuple[LigneProcesVerbal, ...]:
    """Every minutes entered, the general register first, the latest number first."""
    toutes = [
        LigneProcesVerbal(pv, ag, _signature(ag, pv))
        for ag in dossier.assemblees.values()
        for pv in ag.tous(ProcesVerbal)
    ]
    return tuple(sorted(toutes, key=lambda ligne: (ligne.pv.registre, -ligne.pv.numero)))


def _signature(ag: Assemblee, pv: ProcesVerbal) -> Signature | None:
    signees = (s for s in ag.tous(Signature) if (s.registre, s.numero) == (pv.registre, pv.numero))
    return next(signees, None)


def _tr(texte: str) -> str:
    return QCoreApplication.translate("ProcesVerbauxModel", texte)


def _etat(ligne: LigneProcesVerbal) -> Etat:
    if ligne.signature is None:
        return Etat("file-pen", _tr("À signer"), "alerte")
    return Etat("signature", _tr("Signé le {}").format(jour_abrege(ligne.signature.jour)), "bon")


def _objet(ligne: LigneProcesVerbal) -> str:
    if ligne.pv.rectifie is not None:
        return _tr("Rectifie le n°\u00a0{}").format(ligne.pv.rectifie)
    return ligne.assemblee.titre


class ProcesVerbauxModel(ModeleTable[LigneProcesVerbal]):
    """Register, number, date, assembly, state, signatories."""

    def __init__(self, parent: QObject | None = None) -> None:
        colonnes = (
            Colonne[LigneProcesVerbal]("registre", _tr("Registre"), _registre, largeur=144),
            Colonne[LigneProcesVerbal](
                "numero", _tr("N°"), lambda x: str(x.pv.numero), lambda x: x.pv.numero, largeur=64, droite=True
            ),
            Colonne[LigneProcesVerbal]("date", _tr("Date"), lambda x: jour_abrege(x.pv.jour), lambda x: x.pv.jour, 152),
            Colonne[LigneProcesVerbal]("objet", _tr("Assemblée"), _objet, fort=True),
            Colonne[LigneProcesVerbal]("etat", _tr("État"), lambda x: _etat(x).mot, largeur=208, etat=_etat),
            Colonne[LigneProcesVerbal]("signataires", _tr("Signataires"), _signataires, discret=True),
        )
        super().__init__(colonnes, lambda x: (x.pv.registre, x.pv.numero), parent=parent)


def _registre(ligne: LigneProcesVerbal) -> str:
    return _tr("Collège {}").format(ligne.pv.registre) if ligne.pv.registre else _tr("Général")


def _signataires(ligne: LigneProcesVerbal) -> str:
    return ", ".join(ligne.signature.signataires) if ligne.signature else "–"
