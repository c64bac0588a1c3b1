"""The exported register imports again as unchanged, in every format, whatever the names."""

from __future__ import annotations

import io
import time
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from scicvote.core.apercu_import import Sort
from scicvote.core.faits import Fiche
from scicvote.core.import_registre import preparer
from scicvote.core.normalise import cle, deproteger, propre, proteger
from scicvote.core.registre import Registre
from scicvote.core.statuts import MORALE, PHYSIQUE
from scicvote.exchange.export_registre import Format, exporter
from scicvote.exchange.tableur import lire_contenu
from tests.core.fabrique import JOUR, fiche, mouvement, registre, reprise, statuts_cliss

FORMATS: tuple[Format, ...] = ("csv", "xlsx", "ods")
STATUTS = statuts_cliss()
TEXTES = st.text(alphabet=st.characters(), max_size=12)


def sorts(r: Registre, format: Format) -> list[Sort]:
    octets = exporter(r.au(JOUR), STATUTS, format)
    lecture = lire_contenu(octets, f"registre.{format}")
    assert lecture.table is not None, lecture.issues
    assert lecture.issues == ()
    apercu = preparer(lecture.table, r, STATUTS, JOUR)
    assert apercu.acceptable, apercu.toutes_issues
    assert apercu.faits() == (), apercu.lignes_texte()
    assert apercu.absents == ()
    assert not [issue for issue in apercu.issues if issue.code == "COLONNES_IGNOREES"]
    return [ligne.sort for ligne in apercu.lignes]


@st.composite
def personnes(tirer: st.DrawFn) -> Fiche:
    personne = tirer(st.sampled_from([PHYSIQUE, MORALE]))
    nom = tirer(TEXTES)
    assume(propre(nom))
    return replace(
        fiche(1),
        personne=personne,
        nom=nom,
        prenom=tirer(TEXTES) if personne == PHYSIQUE else "",
        civilite=tirer(st.sampled_from(["", "M.", "Mme"])),
        domicile=tirer(TEXTES),
        courriel=tirer(TEXTES),
        representant=tirer(TEXTES),
        qualite_representant=tirer(TEXTES),
    )


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.lists(personnes(), min_size=1, max_size=4))
def test_any_register_comes_back_unchanged(format: Format, fiches: list[Fiche]) -> None:
    numerotees = [replace(f, associe=i) for i, f in enumerate(fiches, start=1)]
    assert sorts(registre(*((f, f.associe, "2") for f in numerotees)), format) == [Sort.INCHANGE] * len(fiches)


MECHANTS = [
    "=1+1",
    "+33",
    "-x",
    "@SUM(A1)",
    "'=1",
    "''=1",
    "'apostrophe",
    "_x0041_",
    "_x0041",
    'a;b"c,d\te',
    "＝1",
    "TOTAL",
    "1e5",
    "007",
    "VRAI",
]


@pytest.mark.parametrize("format", FORMATS)
def test_texts_that_spreadsheets_mistreat(format: Format) -> None:
    r = registre(*((fiche(i, nom, nom, domicile=nom, courriel=nom), i, "2") for i, nom in enumerate(MECHANTS, start=1)))
    assert set(sorts(r, format)) == {Sort.INCHANGE}


@pytest.mark.parametrize("format", FORMATS)
def test_an_exported_register_fills_an_empty_one(format: Format) -> None:
    r = registre((fiche(3, "Zéphyr", "Ada"), 5, "2"), (fiche(7, "Brume", personne=MORALE), 2, "6"))
    lecture = lire_contenu(exporter(r.au(JOUR), STATUTS, format), "f")
    assert lecture.table is not None
    apercu = preparer(lecture.table, Registre(), STATUTS, JOUR)
    assert [(ligne.associe, ligne.sort) for ligne in apercu.lignes] == [(3, Sort.NOUVEAU), (7, Sort.NOUVEAU)]
    assert [f.associe for f in apercu.faits() if isinstance(f, Fiche)] == [3, 7]


@pytest.mark.parametrize("format", FORMATS)
def test_dates_and_those_left_out(format: Format) -> None:
    r = Registre(
        (fiche(1), fiche(2), fiche(3), fiche(4), fiche(5)),
        (
            reprise(1, 5, "1", date(2019, 5, 12)),
            reprise(2, 5, "1", date(1899, 1, 1)),
            mouvement(3, "souscription", 2, categorie="1"),
            mouvement(4, "candidature", categorie="1"),
            reprise(5, 5, "1"),
            mouvement(5, "demission", 0, date(2024, 1, 1)),
        ),
    )
    lecture = lire_contenu(exporter(r.au(JOUR), STATUTS, format), f"f.{format}")
    assert lecture.table is not None
    apercu = preparer(lecture.table, r, STATUTS, JOUR)
    assert [(ligne.associe, ligne.sort) for ligne in apercu.lignes] == [(i, Sort.INCHANGE) for i in (1, 2, 3)]
    assert "DATE_DIFFERENTE" not in {issue.code for issue in apercu.toutes_issues}


@pytest.mark.parametrize("format", FORMATS)
def test_same_values_same_bytes(format: Format) -> None:
    etat = registre((fiche(1, "Zéphyr", "Ada"), 5, "2")).au(JOUR)
    premier = exporter(etat, STATUTS, format)
    time.sleep(1.1 if format != "csv" else 0)  # a timestamp to the second would show
    assert exporter(etat, STATUTS, format) == premier


def test_csv_is_utf8_with_its_mark_and_guards_formulas() -> None:
    octets = exporter(registre((fiche(1, "=cmd|' /C calc'!A0", "Ada"), 5, "2")).au(JOUR), STATUTS, "csv")
    assert octets.startswith(b"\xef\xbb\xbfN\xc2\xb0;")
    assert ";'=cmd|" in octets.decode("utf-8-sig")
    assert ";2 – Usagers;PP;5;01/01/2020;" in octets.decode("utf-8-sig")


def test_xlsx_never_holds_a_formula() -> None:
    octets = exporter(registre((fiche(1, "=1+1", "Ada"), 5, "2")).au(JOUR), STATUTS, "xlsx")
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_category_that_the_statutes_no_longer_have() -> None:
    octets = exporter(registre((fiche(1), 5, "Z9")).au(JOUR), STATUTS, "csv")
    assert ";Z9;;5;" in octets.decode("utf-8-sig")


@given(st.text())
def test_guarding_is_undone_exactly(texte: str) -> None:
    assert deproteger(proteger(texte)) == texte


@given(st.text())
def test_cleaning_and_keys_are_stable(texte: str) -> None:
    assert propre(propre(texte)) == propre(texte)
    assert cle(cle(texte)) == cle(texte)


@pytest.mark.parametrize(
    ("un", "autre"),
    [("Étang-Léger", "ETANG LEGER"), ("L’Œuvre", "l'oeuvre"), ("Straße", "STRASSE"), ("É", "e"), ("Łódź", "lodz")],
)
def test_spellings_of_one_name(un: str, autre: str) -> None:
    assert cle(un) == cle(autre)
