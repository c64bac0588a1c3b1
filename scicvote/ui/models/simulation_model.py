"""Past votes under one to three hypotheses, side by side."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.phrases_simulation import mot_actuel, titre_ligne
from scicvote.core.simulation import LigneSimulation, Simulation
from scicvote.ui.lecture_simulation import etat_actuel, etat_case
from scicvote.ui.models.table_model import Colonne, ModeleTable

MAXIMUM: Final = 3


def _tr(texte: str) -> str:
    return QCoreApplication.translate("SimulationModel", texte)


def _hypothese(rang: int) -> Colonne[LigneSimulation]:
    return Colonne[LigneSimulation](
        f"hypothese{rang + 1}",
        _tr("Hypothèse {}").format(rang + 1),
        lambda x: etat_case(x.cases[rang]).mot,
        part=2,
        etat=lambda x: etat_case(x.cases[rang]),
    )


class SimulationModel(ModeleTable[LigneSimulation]):
    """Resolution, decision as declared, and one column for each hypothesis."""

    def __init__(self, parent: QObject | None = None) -> None:
        colonnes = (
            Colonne[LigneSimulation]("titre", _tr("Résolution"), titre_ligne, fort=True, part=3),
            Colonne[LigneSimulation](
                "actuel",
                _tr("Décision"),
                mot_actuel,
                part=2,
                etat=lambda x: etat_actuel(mot_actuel(x), x.actuel.decision),
            ),
            *(_hypothese(rang) for rang in range(MAXIMUM)),
        )
        super().__init__(colonnes, lambda x: x.vote.scrutin.scrutin, parent=parent)

    def montrer(self, simulation: Simulation) -> None:
        """Show a simulation; columns beyond its hypotheses must be hidden."""
        lignes = simulation.lignes
        manquent = MAXIMUM - len(simulation.hypotheses)
        if manquent:
            lignes = tuple(_completer(ligne, manquent) for ligne in lignes)
        self.remplacer(lignes)


def _completer(ligne: LigneSimulation, manquent: int) -> LigneSimulation:
    """The line with as many cells as there are columns: those that are hidden repeat the last."""
    return LigneSimulation(ligne.resolution, ligne.vote, ligne.actuel, (*ligne.cases, *ligne.cases[-1:] * manquent))
