"""Rows of a table as a spreadsheet takes them from the clipboard: tabs, and HTML for those that keep types apart."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, Qt

from scicvote.core.normalise import propre, proteger
from scicvote.ui.models.table_model import ModeleTable


def donnees_tableur(modele: ModeleTable[Any], rangs: Iterable[int], colonnes: Sequence[int]) -> QMimeData:
    """The headings and these rows, as shown; no cell can be taken for a formula."""
    titres = [modele.colonnes[i].titre for i in colonnes]
    lignes = [[str(modele.index(rang, i).data(Qt.ItemDataRole.DisplayRole) or "") for i in colonnes] for rang in rangs]
    grille = [[_cellule(texte) for texte in ligne] for ligne in (titres, *lignes)]
    donnees = QMimeData()
    donnees.setText("\n".join("\t".join(ligne) for ligne in grille) + "\n")
    rangees = "".join("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in ligne) + "</tr>" for ligne in grille)
    donnees.setHtml(f'<meta charset="utf-8"><table>{rangees}</table>')
    return donnees


def _cellule(texte: str) -> str:
    """One line, figures without the spaces that a spreadsheet does not read."""
    chiffres = texte.replace("\u202f", "").replace("\u00a0", "")
    return chiffres if chiffres.isdigit() else proteger(propre(texte))
