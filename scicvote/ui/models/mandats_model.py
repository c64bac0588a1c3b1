"""Managers and their mandates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.dossier import Dossier
from scicvote.core.mandats import A_VENIR, ECHU, EN_COURS, MandatSuivi, mandats
from scicvote.ui.etats import Etat
from scicvote.ui.models.table_model import Colonne, ModeleTable
from scicvote.ui.textes import jour_abrege


@dataclass(frozen=True, slots=True)
class LigneMandat:
    """A mandate, the name of who has it, the assembly that gave it."""

    suivi: MandatSuivi
    nom: str
    origine: str


def lignes_mandats(dossier: Dossier, jour: date) -> tuple[LigneMandat, ...]:
    """Every mandate as it stands on a day."""
    lignes = []
    for suivi in mandats(dossier, jour):
        ag = dossier.assemblee(suivi.mandat.assemblee or 0)
        lignes.append(LigneMandat(suivi, dossier.nom(suivi.mandat.associe), ag.titre_court if ag else "–"))
    return tuple(lignes)


def _tr(texte: str) -> str:
    return QCoreApplication.translate("MandatsModel", texte)


def _etat(ligne: LigneMandat) -> Etat:
    etat, fin = ligne.suivi.etat, ligne.suivi.fin
    if etat == EN_COURS:
        return Etat("check", _tr("En cours"), "bon")
    if etat == A_VENIR:
        return Etat("clock", _tr("À venir"), "alerte")
    if etat == ECHU or fin is None:
        return Etat("history", _tr("Échu"), "discret")
    return Etat("ban", _tr("Fini le {}").format(jour_abrege(fin.jour)), "discret")


class MandatsModel(ModeleTable[LigneMandat]):
    """Manager, first and last day, state, why it ended, where it comes from."""

    def __init__(self, parent: QObject | None = None) -> None:
        colonnes = (
            Colonne[LigneMandat]("nom", _tr("Gérant"), lambda x: x.nom, fort=True),
            Colonne[LigneMandat](
                "debut", _tr("Du"), lambda x: jour_abrege(x.suivi.mandat.debut), lambda x: x.suivi.mandat.debut, 144
            ),
            Colonne[LigneMandat](
                "fin", _tr("Au"), lambda x: jour_abrege(x.suivi.mandat.fin), lambda x: x.suivi.mandat.fin, 144
            ),
            Colonne[LigneMandat]("etat", _tr("État"), lambda x: _etat(x).mot, largeur=208, etat=_etat),
            Colonne[LigneMandat](
                "motif", _tr("Motif de la fin"), lambda x: x.suivi.fin.motif if x.suivi.fin else "–", largeur=208
            ),
            Colonne[LigneMandat]("origine", _tr("Élection"), lambda x: x.origine, discret=True),
        )
        super().__init__(colonnes, lambda x: (x.suivi.mandat.associe, x.suivi.mandat.debut), parent=parent)
