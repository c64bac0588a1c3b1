"""Reading tables: encodings, separators, workbooks, and everything that is not a table."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from python_calamine import CalamineError, PasswordError

from scicvote.core.tableau import Table
from scicvote.exchange import classeur, tableur
from scicvote.exchange.classeur import texte_cellule
from scicvote.exchange.tableur import lire_contenu, lire_table

TEXTE = "Nom;Prénom;Parts\r\nZéphyr;Ada;5\r\nÉtang;Zoé;2\r\n"


def table(octets: bytes, nom: str = "f.csv") -> Table:
    lecture = lire_contenu(octets, nom)
    assert lecture.table is not None, lecture.issues
    return lecture.table


def echec(octets: bytes, nom: str = "f.csv") -> str:
    lecture = lire_contenu(octets, nom)
    assert lecture.table is None
    assert lecture.issues[-1].bloquante
    assert lecture.issues[-1].phrase.endswith(".")
    return lecture.issues[-1].code


def xlsx(*feuilles: tuple[str, list[list[object]]]) -> bytes:
    livre = Workbook()
    livre.remove(livre.active)
    for nom, rangees in feuilles:
        feuille = livre.create_sheet(nom)
        for rangee in rangees:
            feuille.append(rangee)
    sortie = io.BytesIO()
    livre.save(sortie)
    return sortie.getvalue()


def ods(corps: str) -> bytes:
    from odfdo import Document
    from odfdo import Table as TableOdf

    document = Document("spreadsheet")
    document.body.clear()
    document.body.append(TableOdf("REPERE"))
    sortie = io.BytesIO()
    document.save(sortie)
    return remplacer(sortie.getvalue(), "content.xml", b'<table:table table:name="REPERE"/>', corps.encode())


def remplacer(octets: bytes, nom: str, avant: bytes, apres: bytes) -> bytes:
    sortie = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(octets)) as source, zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as cible:
        for membre in source.namelist():
            contenu = source.read(membre)
            cible.writestr(membre, contenu.replace(avant, apres) if membre == nom else contenu)
    return sortie.getvalue()


@pytest.mark.parametrize("encodage", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be-bom", "cp1252", "latin-1"])
@pytest.mark.parametrize("separateur", [";", ",", "\t"])
def test_encodings_and_separators(encodage: str, separateur: str) -> None:
    texte = TEXTE.replace(";", separateur)
    octets = b"\xfe\xff" + texte.encode("utf-16-be") if encodage.endswith("bom") else texte.encode(encodage)
    lue = table(octets)
    assert lue.entetes == ("Nom", "Prénom", "Parts")
    assert [(ligne.numero, ligne.cellules) for ligne in lue.lignes] == [
        (2, ("Zéphyr", "Ada", "5")),
        (3, ("Étang", "Zoé", "2")),
    ]


def test_a_supposed_encoding_is_said() -> None:
    assert [issue.code for issue in lire_contenu(TEXTE.encode("cp1252"), "f.csv").issues] == ["ENCODAGE_SUPPOSE"]
    lecture = lire_contenu(b"Nom;x\r\n\x81\xe9;1", "f.csv")
    assert "Latin-1" in lecture.issues[0].phrase
    assert not lecture.issues[0].bloquante


def test_quotes_and_embedded_newlines_keep_the_row_numbers() -> None:
    lue = table('Nom,Parts\r\n"Zéphyr, ""Ada""\nsuite",5\r\n\r\nBrume,1\r\n'.encode())
    assert [(ligne.numero, ligne.cellules) for ligne in lue.lignes] == [
        (2, ('Zéphyr, "Ada"\nsuite', "5")),
        (3, ()),
        (4, ("Brume", "1")),
    ]


def test_separator_is_the_one_of_the_headers() -> None:
    assert table(b"Nom;Adresse\na;1, rue, du, Lac, b, c, d\n").entetes == ("Nom", "Adresse")
    assert table(b"Nom\nA\n").entetes == ("Nom",)
    assert table(b"a;b;c\nd;e,f;g\n").entetes == ("a", "b", "c")


def test_titles_above_the_headers_are_left_out() -> None:
    lue = table("Registre de Cliss;;\n\nau 31/12/2025;;\nNom;Prénom;Parts;;\nZéphyr;Ada;5;;\n;;\n;;\n".encode())
    assert (lue.ligne_entetes, lue.entetes) == (4, ("Nom", "Prénom", "Parts"))
    assert [ligne.numero for ligne in lue.lignes] == [5]


def test_without_known_headers_the_first_row_is_them() -> None:
    assert table(b"\na;b\nc;d\n").entetes == ("a", "b")


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b"", "VIDE"),
        (b" \r\n;;\r\n", "VIDE"),
        ("\ufeff".encode("utf-16"), "VIDE"),
        ("\u00a0;\u2003".encode(), "VIDE"),
        (b"\x00\x00\x00", "VIDE"),
        (b"Nom;Parts\nA\x00;5", "BINAIRE"),
        ("Nom;Parts\nA;5".encode("utf-16-le"), "BINAIRE"),
        ("\ufeffNom;\x02".encode("utf-16-le"), "BINAIRE"),
        (b"%PDF-1.7\n\x01\x02", "BINAIRE"),
        (b"\xef\xbb\xbfNom\xff", "ENCODAGE"),
        (b"\xff\xfeN\x00o", "ENCODAGE"),
        (b'Nom;Parts\n"A;5\nB;6\n', "CSV"),
        (b'Nom;Parts\n"A"x;5\n', "CSV"),
        (b"Nom;Parts\n" + b"a" * 200_000 + b";1", "CSV"),
        (b"PK\x03\x04 rien", "FORMAT"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "FORMAT"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "CHIFFRE"),
    ],
)
def test_what_is_not_a_table(octets: bytes, code: str) -> None:
    assert echec(octets) == code


def test_too_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tableur, "TAILLE_MAXIMALE", 10)
    assert echec(b"Nom;Prenom;Parts") == "TAILLE"


def test_files(tmp_path: Path) -> None:
    bon = tmp_path / "registre.CSV"
    bon.write_bytes(TEXTE.encode())
    lecture = lire_table(bon)
    assert lecture.table is not None
    assert lecture.table.source == "registre.CSV"
    tube = tmp_path / "tube.csv"
    os.mkfifo(tube)
    dossier = tmp_path / "dossier.csv"
    dossier.mkdir()
    for chemin in (tmp_path / "absent.csv", dossier, tube, Path("a\x00.csv"), Path("a" * 5000 + ".csv")):
        assert [issue.code for issue in lire_table(chemin).issues] == ["FICHIER"]
    assert [issue.code for issue in lire_table(tmp_path / "note.docx").issues] == ["EXTENSION"]


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuser(*_: object, **__: object) -> None:
        raise PermissionError

    chemin = tmp_path / "ferme.csv"
    chemin.write_bytes(b"Nom")
    monkeypatch.setattr(Path, "open", refuser)
    assert [issue.code for issue in lire_table(chemin).issues] == ["FICHIER"]


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(octets: bytes) -> None:
    lecture = lire_contenu(octets, "f.csv")
    assert lecture.table is not None or lecture.issues


@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-16", "utf-8-sig", "cp1252"]))
def test_random_text_never_raises(texte: str, encodage: str) -> None:
    lecture = lire_contenu(texte.encode(encodage, "replace"), "f.csv")
    assert lecture.table is not None or lecture.issues


@given(st.integers(0, 2000), st.binary(min_size=1, max_size=40), st.booleans())
def test_damaged_workbooks_never_raise(place: int, morceau: bytes, coupe: bool) -> None:
    octets = EXEMPLE[: place + 1] if coupe else EXEMPLE[:place] + morceau + EXEMPLE[place + len(morceau) :]
    lecture = lire_contenu(octets, "f.xlsx")
    assert lecture.table is not None or lecture.issues


EXEMPLE = xlsx(("Feuil1", [["Nom", "Parts"], ["Zéphyr", 5]]))


# --- workbooks -------------------------------------------------------------------------------------------------


def test_xlsx_cells_become_texts() -> None:
    rangees: list[list[object]] = [
        ["Titre"],
        [],
        ["Nom", "Parts", "Entrée", "Actif", "Autre"],
        ["Zéphyr", 5.0, date(2020, 1, 2), True, 2.5],
        ["Brume", 7, datetime(2020, 1, 2, 3, 4), False, None],
    ]
    lue = table(xlsx(("Feuil1", rangees)), "f.csv")
    assert (lue.ligne_entetes, lue.source) == (3, "f.csv, feuille Feuil1")
    assert lue.lignes[0] == (4, ("Zéphyr", "5", "2020-01-02", "VRAI", "2.5"))
    assert lue.lignes[1] == (5, ("Brume", "7", "2020-01-02T03:04:00", "FAUX", ""))


def test_other_cells() -> None:
    assert texte_cellule(time(3, 4)) == "03:04:00"
    assert texte_cellule(timedelta(hours=30)) == "1 day, 6:00:00"
    assert texte_cellule(12) == "12"
    assert texte_cellule(datetime(2020, 1, 2)) == "2020-01-02"
    assert texte_cellule(None) == ""
    assert texte_cellule(1e20) == "100000000000000000000"


def test_first_sheet_that_holds_something_is_read_and_said() -> None:
    lecture = lire_contenu(xlsx(("Vide", []), ("Liste", [["Nom"], ["Zéphyr"]])), "f.xlsx")
    assert lecture.table is not None
    assert "«\u00a0Liste\u00a0» est lue\u202f; l’autre feuille" in lecture.issues[0].phrase
    trois = lire_contenu(xlsx(("A", [["Nom"]]), ("B", []), ("C", [])), "f.xlsx")
    assert "les 2 autres feuilles" in trois.issues[0].phrase
    assert lire_contenu(xlsx(("A", [["Nom"]])), "f.xlsx").issues == ()
    assert echec(xlsx(("A", []), ("B", [])), "f.xlsx") == "VIDE"


def rangee(*cellules: str, fois: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{fois}">{"".join(cellules)}</table:table-row>'


def cellule(texte: str, fois: int = 1) -> str:
    contenu = f'office:value-type="string"><text:p>{texte}</text:p></table:table-cell>'
    return f'<table:table-cell table:number-columns-repeated="{fois}" {contenu}'


VIDE = '<table:table-cell table:number-columns-repeated="16384"/>'


def feuille_ods(*rangees: str) -> str:
    return f'<table:table table:name="F">{"".join(rangees)}</table:table>'


def test_ods_with_the_empty_million_of_rows_that_spreadsheets_write() -> None:
    corps = feuille_ods(rangee(cellule("Nom"), VIDE), rangee(cellule("Zéphyr"), VIDE), rangee(VIDE, fois=1048574))
    lue = table(ods(corps), "f.ods")
    assert (lue.entetes, len(lue.lignes), lue.lignes[0].cellules[0]) == (("Nom",), 1, "Zéphyr")


def test_sheets_that_would_fill_the_memory_are_refused() -> None:
    assert echec(ods(feuille_ods(rangee(cellule("x", 16384), fois=1048576))), "f.ods") == "DEMESURE"
    loin = remplacer(EXEMPLE, "xl/worksheets/sheet1.xml", b'r="A2"', b'r="XFD1048576"')
    assert echec(loin, "f.xlsx") == "DEMESURE"


def test_archives_that_unfold_too_far_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classeur, "DEPLOYE_MAXIMUM", 100)
    assert echec(EXEMPLE, "f.xlsx") == "DEMESURE"


def archive(**membres: bytes) -> bytes:
    sortie = io.BytesIO()
    with zipfile.ZipFile(sortie, "w") as cible:
        for nom, contenu in membres.items():
            cible.writestr(nom.replace("__", "/").replace("_xml", ".xml"), contenu)
    return sortie.getvalue()


def test_other_archives() -> None:
    assert echec(archive(word__document_xml=b"<w/>"), "f.docx") == "FORMAT"
    assert echec(archive(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=b"<x/>")) == "FORMAT"
    tableur_odf = b"application/vnd.oasis.opendocument.spreadsheet"
    assert echec(archive(mimetype=tableur_odf, content_xml=b"<x")) in {"FORMAT", "VIDE"}
    assert echec(archive(xl__workbook_xml=b"<x>")) == "FORMAT"


def test_ods_with_a_password() -> None:
    chiffre = remplacer(
        ods(feuille_ods()), "META-INF/manifest.xml", b"</manifest:manifest>", b"<encryption-data/></manifest:manifest>"
    )
    assert echec(chiffre, "f.ods") == "CHIFFRE"


class PanicException(BaseException):
    """What a panic of the Rust library looks like."""


@pytest.mark.parametrize(
    ("erreur", "code"),
    [(PasswordError("x"), "CHIFFRE"), (CalamineError("x"), "FORMAT"), (PanicException(), "FORMAT")],
)
def test_whatever_the_library_raises(erreur: BaseException, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def lever(*_: object) -> None:
        raise erreur

    monkeypatch.setattr(classeur, "_premiere", lever)
    assert echec(EXEMPLE, "f.xlsx") == code


def test_an_interruption_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def lever(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(classeur, "_premiere", lever)
    with pytest.raises(KeyboardInterrupt):
        lire_contenu(EXEMPLE, "f.xlsx")


def test_a_workbook_whose_sheet_is_damaged() -> None:
    abime = EXEMPLE.replace(b"PK\x01\x02", b"PK\x01\x03", 1)
    assert echec(abime, "f.xlsx") == "FORMAT"
    membre = zipfile.ZipFile(io.BytesIO(EXEMPLE)).getinfo("xl/worksheets/sheet1.xml")
    debut = membre.header_offset + 30 + len(membre.filename) + 10
    assert echec(EXEMPLE[:debut] + b"\x00" * 20 + EXEMPLE[debut + 20 :], "f.xlsx") == "FORMAT"
