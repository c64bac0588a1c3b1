"""What is due to those who left, in the order in which it is paid back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.dossier import Dossier
from scicvote.core.exact import euros, nombre
from scicvote.core.registre import LIBELLES
from scicvote.core.remboursement import Dette, Plan
from scicvote.core.remboursements import Attente, attente
from scicvote.ui.etats import Etat
from scicvote.ui.models.table_model import Colonne, ModeleTable
from scicvote.ui.textes import jour_abrege


@dataclass(frozen=True, slots=True)
class LigneRemboursement:
    """A debt, its turn, whose it is, and the plan that it stands in."""

    rang: int
    nom: str
    dette: Dette
    plan: Plan


def lignes_remboursements(dossier: Dossier, plan: Plan | None) -> tuple[LigneRemboursement, ...]:
    """One row a debt, the oldest loss first."""
    if plan is None:
        return ()
    return tuple(
        LigneRemboursement(rang, dossier.nom(dette.associe, plan.jour), dette, plan)
        for rang, dette in enumerate(plan.dettes, 1)
    )


def _tr(texte: str) -> str:
    return QCoreApplication.translate("RemboursementsModel", texte)


def etat_remboursement(ligne: LigneRemboursement) -> Etat:
    """What makes it wait, or does not."""
    vue = attente(ligne.plan, ligne.dette)
    if vue == Attente.PLANCHER:
        return Etat("ban", _tr("Attend des souscriptions"), "alerte")
    if vue == Attente.EN_PARTIE:
        return Etat("chart-pie", _tr("{} parts possibles").format(nombre(ligne.dette.permises)), "alerte")
    if vue == Attente.PAS_EXIGIBLE:
        return Etat("clock", _tr("Pas encore exigible"))
    return Etat("check", _tr("Exigible"), "bon")


def _jour(jour: date | None) -> str:
    return "–" if jour is None else jour_abrege(jour)


class RemboursementsModel(ModeleTable[LigneRemboursement]):
    """Turn, person, loss, parts and amount, from when it can be claimed, until when losses reduce it, state."""

    def __init__(self, parent: QObject | None = None) -> None:
        ligne = Colonne[LigneRemboursement]
        colonnes = (
            ligne("rang", _tr("Rang"), lambda x: nombre(x.rang), largeur=64, droite=True),
            ligne("nom", _tr("À qui"), lambda x: x.nom, fort=True),
            ligne("perte", _tr("Perte"), lambda x: jour_abrege(x.dette.perte), largeur=128),
            ligne("motif", _tr("Motif"), lambda x: LIBELLES.get(x.dette.motif, x.dette.motif), discret=True),
            ligne("parts", _tr("Parts"), lambda x: nombre(x.dette.dues), largeur=72, droite=True),
            ligne(
                "montant", _tr("Au plus"), lambda x: euros(x.dette.dues * x.plan.valeur_part), largeur=96, droite=True
            ),
            ligne("exigible", _tr("Exigible"), lambda x: _jour(x.dette.exigible), largeur=128),
            ligne(
                "pertes", _tr("Pertes jusqu’au"), lambda x: _jour(x.dette.pertes_jusqu_au), largeur=136, discret=True
            ),
            ligne("etat", _tr("État"), lambda x: etat_remboursement(x).mot, largeur=208, etat=etat_remboursement),
        )
        super().__init__(colonnes, lambda x: (x.dette.associe, x.dette.perte), parent=parent)
