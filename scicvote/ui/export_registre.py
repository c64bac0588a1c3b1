"""The register of a day as a spreadsheet, written where the user says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from scicvote.core.issue import Issue
from scicvote.core.registre import EtatRegistre
from scicvote.core.statuts import Statuts
from scicvote.ui.travaux import Progres

_FORMATS: Final = ("xlsx", "ods", "csv")


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("export", contenu)


def _filtres() -> dict[str, str]:
    return {
        _tr("Classeur Excel (*.xlsx)"): "xlsx",
        _tr("Classeur OpenDocument (*.ods)"): "ods",
        _tr("Texte séparé par des points-virgules (*.csv)"): "csv",
    }


def demander_chemin(parent: QWidget, etat: EtatRegistre) -> Path | None:
    """Where to write, with one of the three formats' endings; None when the user gives up."""
    filtres = _filtres()
    propose = str(Path.home() / f"registre-{etat.jour.isoformat()}.xlsx")
    nom, filtre = QFileDialog.getSaveFileName(parent, _tr("Exporter le registre"), propose, ";;".join(filtres))
    if not nom:
        return None
    chemin = Path(nom)
    if chemin.suffix.lower().removeprefix(".") in _FORMATS:
        return chemin
    return chemin.with_name(f"{chemin.name}.{filtres.get(filtre, 'xlsx')}")


def exportation(etat: EtatRegistre, statuts: Statuts, chemin: Path) -> Callable[[Progres], tuple[Issue, ...]]:
    """The work that writes the file; its result is what stood against it."""

    def ecrire(progres: Progres) -> tuple[Issue, ...]:
        from scicvote.exchange.export_registre import Format, exporter  # spreadsheets are loaded when one is written
        from scicvote.exchange.fichiers import ecrire_octets

        progres(0, 2)
        octets = exporter(etat, statuts, cast(Format, chemin.suffix.lower().removeprefix(".")))
        return ecrire_octets(chemin, octets) if progres(1, 2) else ()

    return ecrire
