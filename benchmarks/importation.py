"""The import of 10,000 associés from CSV, XLSX and ODS, against reading the same file and inserting as many rows.

The product reads the file, checks every row against the statutes and the register, and records the act: digests,
journal and rows. The reference reads the file with the same library and inserts its cells as they come (whole numbers
as such) into tables of the same shape, identities and movements, with one ``executemany`` each, in one transaction of
a file set the same way; it checks nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from benchmarks.mesure import Essai, Mesure, alterner, meilleurs
from benchmarks.terrain import ENTETES, JOUR, connexion_nue, cooperative_vide, registre
from scicvote.actes.importation import importer
from scicvote.core.exact import nombre
from scicvote.store.depot import Depot

ASSOCIES: Final = 10_000
TOURS: Final = 9
LIMITE: Final = 3.0
Rangees = Sequence[Sequence[Any]]


# --- the files


def ecrire_csv(chemin: Path) -> None:
    """As a spreadsheet saves it in French: semicolons, UTF-8 with its mark."""
    with chemin.open("w", encoding="utf-8-sig", newline="") as texte:
        csv.writer(texte, delimiter=";").writerows([ENTETES, *registre(ASSOCIES)])


def _typees() -> Iterator[list[Any]]:
    """The rows with whole numbers and dates as such, as people's workbooks have them."""
    for ligne in registre(ASSOCIES):
        numero, parts, entree = int(ligne[0]), int(ligne[6]), date.fromisoformat(ligne[9])
        yield [numero, *ligne[1:6], parts, *ligne[7:9], entree, *ligne[10:]]


def ecrire_xlsx(chemin: Path) -> None:
    """A workbook of one sheet."""
    classeur = Workbook(write_only=True)
    feuille = classeur.create_sheet("Registre")
    for ligne in ([*ENTETES], *_typees()):
        feuille.append([valeur or None for valeur in ligne])
    classeur.save(chemin)


def ecrire_ods(chemin: Path) -> None:
    """The same in the open format, written by hand: the library that writes it takes minutes for so many rows."""
    rangees = "".join(
        f"<table:table-row>{''.join(map(_case, ligne))}</table:table-row>" for ligne in ([*ENTETES], *_typees())
    )
    with ZipFile(chemin, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MIME, ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFESTE)
        archive.writestr("content.xml", _DEBUT + rangees + _FIN)


_MIME: Final = "application/vnd.oasis.opendocument.spreadsheet"
_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_MANIFESTE: Final = (
    f'<manifest:manifest xmlns:manifest="{_ODF}manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
_DEBUT: Final = (
    f'<office:document-content xmlns:office="{_ODF}office:1.0" xmlns:table="{_ODF}table:1.0" '
    f'xmlns:text="{_ODF}text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
    '<table:table table:name="Registre">'
)
_FIN: Final = "</table:table></office:spreadsheet></office:body></office:document-content>"


def _case(valeur: object) -> str:
    if isinstance(valeur, date):
        genre = f'office:value-type="date" office:date-value="{valeur.isoformat()}"'
    elif isinstance(valeur, int):
        genre = f'office:value-type="float" office:value="{valeur}"'
    else:
        genre = 'office:value-type="string"'
    texte = f"<text:p>{escape(str(valeur))}</text:p>"
    return f"<table:table-cell {genre}>{texte}</table:table-cell>" if valeur else "<table:table-cell/>"


# --- the reference


def lire_nu_csv(chemin: Path) -> Rangees:
    """Every cell as a text."""
    with chemin.open(encoding="utf-8-sig", newline="") as texte:
        return list(csv.reader(texte, delimiter=";"))


def lire_nu_classeur(chemin: Path) -> Rangees:
    """Every cell as the library gives it."""
    classeur: CalamineWorkbook = CalamineWorkbook.from_path(str(chemin))
    return classeur.get_sheet_by_index(0).to_python()


_JOURNAL: Final = "INSERT INTO journal VALUES (2, '2026-01-05 12:00:00', 'importer', '', '[]', '{}', '', '')"
_FICHE: Final = "INSERT INTO fiche VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_MOUVEMENT: Final = "INSERT INTO mouvement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def importer_nu(lire: Callable[[Path], Rangees], fichier: Path, base: Path) -> int:
    """Read the file, insert an identity and a movement for each of its rows. Returns how many."""
    fiches, mouvements = [], []
    for i, r in enumerate(lire(fichier)[1:]):
        fiches.append((2, 2 * i, int(r[0]), str(r[9]), r[4], r[1], r[2], r[3], r[7], r[8], r[10], r[11]))
        mouvements.append((2, 2 * i + 1, int(r[0]), str(r[9]), "reprise", int(r[6]), r[5], None, None, "import"))
    connexion = connexion_nue(base)
    connexion.execute("BEGIN IMMEDIATE")
    connexion.execute(_JOURNAL)
    connexion.executemany(_FICHE, fiches)
    connexion.executemany(_MOUVEMENT, mouvements)
    connexion.execute("COMMIT")
    connexion.close()
    return len(fiches)


# --- the measure


def importer_produit(depot: Depot, fichier: Path) -> int:
    """The act itself. Returns how many associés the register has."""
    fait = importer(depot, fichier, JOUR)
    assert fait.acte is not None, fait.issues[:5]
    assert fait.acte.accepte, fait.issues[:5]
    return len(depot.dossier.registre.fiches)


def mesurer() -> Iterator[Mesure]:
    """CSV, then XLSX, then ODS."""
    formats = (
        ("CSV", ecrire_csv, lire_nu_csv),
        ("XLSX", ecrire_xlsx, lire_nu_classeur),
        ("ODS", ecrire_ods, lire_nu_classeur),
    )
    with TemporaryDirectory() as dossier:
        for nom, ecrire, lire in formats:
            fichier = Path(dossier) / f"registre.{nom.lower()}"
            ecrire(fichier)
            yield _mesurer(nom, fichier, lire)


def _mesurer(nom: str, fichier: Path, lire: Callable[[Path], Rangees]) -> Mesure:
    numeros = count()

    def produit() -> Essai:
        depot = cooperative_vide(fichier.with_name(f"{nom}-{next(numeros)}.scic"))
        return lambda: importer_produit(depot, fichier)

    def reference() -> Essai:
        base = fichier.with_name(f"{nom}-{next(numeros)}.scic")
        cooperative_vide(base).fermer()
        return lambda: importer_nu(lire, fichier, base)

    entier, nu = meilleurs(alterner([produit, reference], TOURS))
    return Mesure(f"import de {nombre(ASSOCIES)} associés, {nom}", entier, nu, TOURS, LIMITE)
