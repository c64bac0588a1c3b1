"""The register as a spreadsheet that imports again as unchanged: CSV, XLSX or ODS."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, Literal
from xml.sax.saxutils import escape

from scicvote.core.college import codes_de
from scicvote.core.normalise import propre, proteger
from scicvote.core.registre import Associe, EtatRegistre
from scicvote.core.statuts import Statuts
from scicvote.core.valeurs_registre import libelle_categorie
from scicvote.exchange.zip_stable import stabiliser

Format = Literal["csv", "xlsx", "ods"]
Valeur = str | int | date | None

ENTETES: Final = (
    "N°",
    "Type de personne",
    "Civilité",
    "Nom ou dénomination",
    "Prénom",
    "Catégorie",
    "Collège",
    "Nombre de parts",
    "Date d’entrée",
    "Domicile ou siège",
    "Courriel",
    "Représentant",
    "Qualité du représentant",
)
LARGEURS: Final = (6, 16, 9, 32, 20, 30, 9, 16, 14, 48, 32, 26, 26)  # characters, in the order of ENTETES
_FEUILLE: Final = "Registre"
_PREMIERE_DATE: Final = date(1900, 3, 1)  # before it, spreadsheets disagree on dates
_REPERE_ODS: Final = '<table:table table:name="REPERE"/>'
_ECHAPPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # XLSX reads _x0041_ as the letter A


def exporter(etat: EtatRegistre, statuts: Statuts, format: Format) -> bytes:
    """The register of ``etat.jour`` as a file: one row per person who holds parts, in the order of the numbers.

    Those who left, and candidates without parts, are not in it. The same register gives the same bytes. CSV is UTF-8
    with its mark, separated by semicolons. A text that a spreadsheet would run as a formula begins with an apostrophe,
    which the import takes away.
    """
    rangees = [_rangee(associe, statuts) for associe in etat.personnes if associe.parts > 0 and associe.sortie is None]
    if format == "csv":
        return _csv(rangees)
    return _xlsx(rangees, etat.jour) if format == "xlsx" else _ods(rangees, etat.jour)


def _rangee(associe: Associe, statuts: Statuts) -> tuple[Valeur, ...]:
    fiche = associe.fiche
    categorie = statuts.categories_par_code.get(associe.categorie)
    return (
        associe.numero,
        f"personne {fiche.personne}",
        _texte(fiche.civilite),
        _texte(fiche.nom),
        _texte(fiche.prenom),
        _texte(libelle_categorie(categorie) if categorie else associe.categorie),
        _texte("+".join(codes_de(statuts, associe.categorie, fiche.personne))),
        associe.parts,
        associe.entree,
        _texte(fiche.domicile),
        _texte(fiche.courriel),
        _texte(fiche.representant),
        _texte(fiche.qualite_representant),
    )


def _texte(texte: str) -> str:
    return proteger(propre(texte))


def _csv(rangees: Sequence[Sequence[Valeur]]) -> bytes:
    sortie = io.StringIO(newline="")
    ecrivain = csv.writer(sortie, delimiter=";", lineterminator="\r\n")
    ecrivain.writerow(ENTETES)
    ecrivain.writerows([_cellule_csv(valeur) for valeur in rangee] for rangee in rangees)
    return sortie.getvalue().encode("utf-8-sig")


def _cellule_csv(valeur: Valeur) -> str:
    if isinstance(valeur, date):
        return f"{valeur:%d/%m/}{valeur.year:04d}"
    return "" if valeur is None else str(valeur)


def _xlsx(rangees: Sequence[Sequence[Valeur]], jour: date) -> bytes:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    classeur = Workbook()
    feuille = classeur.active
    feuille.title, feuille.freeze_panes = _FEUILLE, "A2"
    feuille.append(ENTETES)
    for i, rangee in enumerate(rangees, start=2):
        for j, valeur in enumerate(rangee, start=1):
            _cellule_xlsx(feuille, i, j, valeur)
    for j, largeur in enumerate(LARGEURS, start=1):
        feuille.column_dimensions[get_column_letter(j)].width = largeur
    sortie = io.BytesIO()
    classeur.save(sortie)
    return stabiliser(sortie.getvalue(), jour)


def _cellule_xlsx(feuille: Any, i: int, j: int, valeur: Valeur) -> None:
    """One cell: a text always as a text, never as a formula; a date as a date."""
    if valeur is None or valeur == "":
        return
    if isinstance(valeur, date) and valeur < _PREMIERE_DATE:
        valeur = _cellule_csv(valeur)
    cellule = feuille.cell(i, j)
    if isinstance(valeur, str):
        cellule.value, cellule.data_type = _ECHAPPE.sub("_x005F_", valeur), "s"
    else:
        cellule.value = valeur
        if isinstance(valeur, date):
            cellule.number_format = "DD/MM/YYYY"


def _ods(rangees: Sequence[Sequence[Valeur]], jour: date) -> bytes:
    """odfdo makes the document around a mark; the table takes its place as one piece of XML (cell by cell, it would
    take a minute for a big register).
    """
    from odfdo import Document, Table

    document = Document("spreadsheet")
    document.body.clear()
    document.body.append(Table("REPERE"))
    sortie = io.BytesIO()
    document.save(sortie)
    return stabiliser(sortie.getvalue(), jour, {"content.xml": (_REPERE_ODS.encode(), _table_ods(rangees).encode())})


def _table_ods(rangees: Sequence[Sequence[Valeur]]) -> str:
    lignes = "".join(f"<table:table-row>{''.join(map(_cellule_ods, r))}</table:table-row>" for r in (ENTETES, *rangees))
    colonnes = f'<table:table-column table:number-columns-repeated="{len(ENTETES)}"/>'
    return f'<table:table table:name="{_FEUILLE}">{colonnes}{lignes}</table:table>'


def _cellule_ods(valeur: Valeur) -> str:
    if valeur is None or valeur == "":
        return "<table:table-cell/>"
    if isinstance(valeur, int):
        genre = f'float" office:value="{valeur}'
    elif isinstance(valeur, date) and valeur >= _PREMIERE_DATE:
        genre = f'date" office:date-value="{valeur.isoformat()}'
    else:
        genre = "string"
    texte = escape(_cellule_csv(valeur))
    return f'<table:table-cell office:value-type="{genre}"><text:p>{texte}</text:p></table:table-cell>'
