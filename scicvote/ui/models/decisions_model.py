"""The registers of decisions: what each assembly decided, last vote on each resolution."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Proclamation, Resolution
from scicvote.core.normalise import cle
from scicvote.ui.etats import etat_decision
from scicvote.ui.models.table_model import Colonne, ModeleTable
from scicvote.ui.textes import jour_abrege


@dataclass(frozen=True, slots=True)
class LigneDecision:
    """A resolution and what was declared of it."""

    assemblee: Assemblee
    resolution: Resolution
    proclamation: Proclamation


def decisions(dossier: Dossier) -> tuple[LigneDecision, ...]:
    """Every declared decision, the latest assembly first, in the order of its agenda."""
    lignes = [
        LigneDecision(ag, resolution, derniere)
        for ag in dossier.assemblees.values()
        for resolution in ag.resolutions
        if (votes := ag.votes_de(resolution.resolution)) and (derniere := votes[-1].proclamation) is not None
    ]
    return tuple(sorted(lignes, key=lambda x: (-x.assemblee.jour.toordinal(), x.assemblee.numero, x.resolution.numero)))


def _tr(texte: str) -> str:
    return QCoreApplication.translate("DecisionsModel", texte)


def registre_de(ag: Assemblee) -> str:
    """The register of an assembly's decisions."""
    return _tr("Collège {}").format(ag.convocation.college) if ag.convocation.college else _tr("Général")


class DecisionsModel(ModeleTable[LigneDecision]):
    """Date, register, assembly, number, title, decision."""

    def __init__(self, parent: QObject | None = None) -> None:
        colonnes = (
            Colonne[LigneDecision](
                "date", _tr("Date"), lambda x: jour_abrege(x.assemblee.jour), lambda x: x.assemblee.jour, 144
            ),
            Colonne[LigneDecision]("registre", _tr("Registre"), lambda x: registre_de(x.assemblee), largeur=120),
            Colonne[LigneDecision]("assemblee", _tr("Assemblée"), lambda x: x.assemblee.titre_court, largeur=248),
            Colonne[LigneDecision](
                "numero", _tr("N°"), lambda x: str(x.resolution.numero), lambda x: x.resolution.numero, 56, droite=True
            ),
            Colonne[LigneDecision]("titre", _tr("Résolution"), lambda x: x.resolution.titre, fort=True),
            Colonne[LigneDecision](
                "decision",
                _tr("Décision"),
                lambda x: etat_decision(x.proclamation.decision).mot,
                largeur=176,
                etat=lambda x: etat_decision(x.proclamation.decision),
            ),
        )
        super().__init__(
            colonnes,
            lambda x: (x.assemblee.numero, x.resolution.resolution),
            lambda x: cle(
                f"{x.resolution.titre} {x.assemblee.titre} {registre_de(x.assemblee)} {etat_decision(x.proclamation.decision).mot}"
            ),
            parent,
        )
