"""The rows of a register file, and what becomes of each."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from scicvote.core.apercu_import import LigneApercu, Sort
from scicvote.core.exact import nombre
from scicvote.core.normalise import cle
from scicvote.ui.etats import Etat
from scicvote.ui.models.table_model import Colonne, ModeleTable
from scicvote.ui.textes import majuscule

_ICONES: Final = {
    Sort.NOUVEAU: ("user-plus", "bon"),
    Sort.MODIFIE: ("pencil", "accent"),
    Sort.INCHANGE: ("check", "discret"),
    Sort.REFUSE: ("octagon-alert", "faute"),
    Sort.IGNORE: ("minus", "discret"),
}


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("ApercuModel", contenu)


def mot_sort(sort: Sort, combien: int = 1) -> str:
    """``Nouveau``, ``Nouveaux``."""
    mots = {
        Sort.NOUVEAU: (_tr("Nouveau"), _tr("Nouveaux")),
        Sort.MODIFIE: (_tr("Modifié"), _tr("Modifiés")),
        Sort.INCHANGE: (_tr("Inchangé"), _tr("Inchangés")),
        Sort.REFUSE: (_tr("Refusé"), _tr("Refusés")),
        Sort.IGNORE: (_tr("Ignorée"), _tr("Ignorées")),
    }
    return mots[sort][combien != 1]


def etat_ligne(ligne: LigneApercu) -> Etat:
    """What becomes of a row."""
    icone, couleur = _ICONES[ligne.sort]
    return Etat(icone, mot_sort(ligne.sort), couleur)


def quoi(ligne: LigneApercu) -> str:
    """What the row brings, or why it is refused, in one line."""
    mots = [ligne.detail, *(c.texte() for c in ligne.changements), *(issue.phrase for issue in ligne.issues)]
    return majuscule(" ".join(mot for mot in mots if mot))


class ApercuModel(ModeleTable[LigneApercu]):
    """The row's number in the file, its fate, who it is, and what or why."""

    def __init__(self, parent: QObject | None = None) -> None:
        colonnes = (
            Colonne[LigneApercu](
                "ligne", _tr("Ligne"), lambda r: nombre(r.numero), lambda r: r.numero, largeur=80, droite=True
            ),
            Colonne[LigneApercu](
                "sort", _tr("Sort"), lambda r: mot_sort(r.sort), lambda r: r.sort.name, largeur=144, etat=etat_ligne
            ),
            Colonne[LigneApercu]("nom", _tr("Nom"), lambda r: r.nom or "–", fort=True, part=2),
            Colonne[LigneApercu]("quoi", _tr("Ce qui change, ou pourquoi"), quoi, part=3),
        )
        super().__init__(colonnes, lambda r: r.numero, lambda r: cle(f"{r.nom} {quoi(r)}"), parent)
