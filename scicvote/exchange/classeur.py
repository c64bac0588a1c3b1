"""XLSX and ODS workbooks, read by calamine: the first sheet that holds something, every cell as a text."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.tableau import LigneBrute

Lu = tuple[str | None, list[LigneBrute], tuple[Issue, ...]]

DEPLOYE_MAXIMUM: Final = 512 * 1024 * 1024
CELLULES_MAXIMUM: Final = 20_000_000

_CASE: Final = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})([0-9]{1,7})"')
_CASE_LOIN: Final = re.compile(rb'<(?:\w+:)?c r="(?:[A-Z]{2}|[A-Z][0-9]{6})')  # beyond column Z or row 99,999
_FEUILLE_ODS: Final = re.compile(rb"<table:table(?=[\s/>])")
_RANGEE_ODS: Final = re.compile(rb"<table:table-row(?=[\s/>])")
_CASE_ODS: Final = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])([^>]*)>")
_REPETE: Final = re.compile(rb'number-(?:columns|rows)-repeated="([0-9]{1,9})"')


def lire_classeur(octets: bytes, genre: str) -> Lu:
    """The name and rows of the first sheet that holds something. ``genre`` is ``xlsx`` or ``ods``. Never raises.

    Codes: ``CHIFFRE``, ``FORMAT``, ``VIDE``, ``DEMESURE``; warning ``FEUILLE`` when other sheets were left aside.
    """
    issue = _controler(octets, genre)
    if issue is not None:
        return None, [], (issue,)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(octets)) as classeur:
            return _premiere(classeur)
    except PasswordError:
        return None, [], (_chiffre(),)
    except (CalamineError, OSError, ValueError, OverflowError, TypeError):
        return None, [], (refus("FORMAT", "le classeur est abîmé\u00a0: il ne peut pas être lu."),)
    except BaseException as erreur:  # a panic of the reading library is not an Exception
        if type(erreur).__name__ != "PanicException":
            raise
        return None, [], (refus("FORMAT", "le classeur est abîmé\u00a0: il ne peut pas être lu."),)


def _premiere(classeur: CalamineWorkbook) -> Lu:
    noms = [
        feuille.name
        for feuille in classeur.sheets_metadata
        if feuille.typ == SheetTypeEnum.WorkSheet and feuille.visible == SheetVisibleEnum.Visible
    ]
    for nom in noms:
        lignes = _lignes(classeur.get_sheet_by_name(nom).to_python(skip_empty_area=False))
        if any(any(cellules) for _, cellules in lignes):
            return nom, lignes, _note(nom, len(classeur.sheet_names) - 1)
    return None, [], (refus("VIDE", "le classeur ne contient aucune feuille remplie."),)


def _note(nom: str, autres: int) -> tuple[Issue, ...]:
    if not autres:
        return ()
    reste = "l’autre feuille est laissée" if autres == 1 else f"les {autres} autres feuilles sont laissées"
    return (avertissement("FEUILLE", f"la feuille «\u00a0{nom}\u00a0» est lue\u202f; {reste} de côté."),)


def _lignes(rangees: Sequence[Sequence[object]]) -> list[LigneBrute]:
    textes = (
        tuple([valeur if type(valeur) is str else texte_cellule(valeur) for valeur in rangee]) for rangee in rangees
    )
    return [LigneBrute(i, cellules) for i, cellules in enumerate(textes, start=1)]


def texte_cellule(valeur: object) -> str:
    """A cell as a text: whole numbers without a point, dates in ISO form."""
    if isinstance(valeur, str):
        return valeur
    if isinstance(valeur, bool):
        return "VRAI" if valeur else "FAUX"
    if isinstance(valeur, float):
        return str(int(valeur)) if valeur.is_integer() else repr(valeur)
    if isinstance(valeur, datetime) and valeur.time() == time():
        return valeur.date().isoformat()
    if isinstance(valeur, datetime | date | time):
        return valeur.isoformat()
    return str(valeur) if isinstance(valeur, int | timedelta) else ""


def _chiffre() -> Issue:
    return refus("CHIFFRE", "le classeur est protégé par un mot de passe\u202f; l’enregistrer sans mot de passe.")


def _controler(octets: bytes, genre: str) -> Issue | None:
    """What must be refused before the library unfolds it: encryption, and sheets that would fill the memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            if sum(membre.file_size for membre in archive.infolist()) > DEPLOYE_MAXIMUM:
                return _demesure()
            if genre == "ods":
                return _controler_ods(archive)
            feuilles = [nom for nom in archive.namelist() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", nom)]
            return _demesure() if any(_etendue_xlsx(archive.read(nom)) > CELLULES_MAXIMUM for nom in feuilles) else None
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib.error, KeyError):
        return refus("FORMAT", "le classeur est abîmé\u00a0: il ne peut pas être lu.")


def _demesure() -> Issue:
    conseil = "copier le tableau seul dans un classeur neuf."
    return refus("DEMESURE", f"la feuille est démesurée\u00a0: des cellules y sont loin du tableau\u202f; {conseil}")


def _etendue_xlsx(contenu: bytes) -> int:
    """How many cells the rectangle of a sheet holds, 0 where it is surely a small one."""
    if _CASE_LOIN.search(contenu) is None:
        return 0
    cases = _CASE.findall(contenu)
    colonnes = {_rang(lettres) for lettres in {lettres for lettres, _ in cases}}
    return max(colonnes, default=0) * max((int(rangee) for _, rangee in cases), default=0)


def _rang(lettres: bytes) -> int:
    rang = 0
    for lettre in lettres:
        rang = rang * 26 + lettre - 64
    return rang


def _controler_ods(archive: zipfile.ZipFile) -> Issue | None:
    if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        return _chiffre()
    return _demesure() if any(n > CELLULES_MAXIMUM for n in _etendues_ods(archive.read("content.xml"))) else None


def _etendues_ods(contenu: bytes) -> Iterator[int]:
    """How many cells each sheet of an ODS holds once its repetitions are unfolded, empty ends left out."""
    for feuille in _FEUILLE_ODS.split(contenu)[1:]:
        rangees = pleines = largeur = 0
        for rangee in _RANGEE_ODS.split(feuille)[1:]:
            rangees += _fois(rangee.partition(b">")[0]) if b"-repeated=" in rangee else 1
            occupee = _largeur_ods(rangee, largeur)
            if occupee:
                pleines, largeur = rangees, max(largeur, occupee)
        yield pleines * largeur


def _largeur_ods(rangee: bytes, connue: int) -> int:
    """The place of the last cell of a row that holds something, or ``connue`` where it surely is no further."""
    repetee = b"-repeated=" in rangee
    ouvertes = rangee.count(b"<table:table-cell") + rangee.count(b"<table:covered-table-cell")
    if not repetee and ouvertes <= connue and b"office:value" in rangee:
        return connue
    cases = _CASE_ODS.findall(rangee)
    while cases and b"value" not in cases[-1] and cases[-1].rstrip().endswith(b"/"):
        cases.pop()
    return sum(map(_fois, cases)) if repetee else len(cases)


def _fois(attributs: bytes) -> int:
    trouve = _REPETE.search(attributs)
    return int(trouve[1]) if trouve else 1
