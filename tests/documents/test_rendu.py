"""A paper to a PDF: reproducible, described, numbered, faithful to its characters."""

from datetime import datetime, timedelta, timezone
from fractions import Fraction
from io import BytesIO

import pytest
from pypdf import PdfReader

from scicvote.core.papier import (
    BarreVote,
    CaseSignature,
    Colonne,
    Ensemble,
    Liste,
    PartCorps,
    SautDePage,
    Signatures,
    Style,
    Tableau,
    Titre,
    gras,
    italique,
    ligne,
    liste,
    paragraphe,
    rangee,
)
from scicvote.documents.rendu import Interrompu, illisibles, rendre, rendre_lot

INSTANT = datetime(2026, 6, 12, 20, 41)
BARRE = BarreVote(
    (PartCorps("SB", Fraction(200, 7), Fraction(80, 7)), PartCorps("PP", Fraction(30), Fraction(0), Fraction(10))),
    Fraction(50),
    "50\u202f%",
)


def test_same_values_same_bytes(papier):
    un = papier(Titre(1, "Présence"), paragraphe("Texte"), BARRE, mention="PROJET")
    assert rendre(un, instant=INSTANT) == rendre(un, instant=INSTANT)


def test_another_instant_is_another_file(papier):
    un = papier(paragraphe("Texte"))
    assert rendre(un, instant=INSTANT) != rendre(un, instant=INSTANT + timedelta(minutes=1))


def test_bytes_do_not_depend_on_the_clock_or_its_environment(papier, monkeypatch):
    avant = rendre(papier(paragraphe("Texte")), instant=INSTANT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert rendre(papier(paragraphe("Texte")), instant=INSTANT) == avant


def test_metadata(papier, lecteur):
    pdf = lecteur(papier(paragraphe("Texte"), sous_titre="Assemblée du 12 juin 2026"))
    assert pdf.metadata.title == "Procès-verbal n° 20 – Assemblée du 12 juin 2026"
    assert pdf.metadata.author == "La Fabrique imaginaire"
    assert pdf.metadata["/CreationDate"] == "D:20260612204100"
    assert pdf.trailer["/Root"]["/Lang"] == "fr-FR"


def test_an_instant_with_a_zone_keeps_it(papier):
    ici = INSTANT.replace(tzinfo=timezone(timedelta(hours=2)))
    assert b"D:20260612204100+02'00'" in rendre(papier(), instant=ici)


def test_every_font_is_embedded(papier, lecteur):
    vide = Tableau((Colonne("Nom", 1), Colonne("Voix", 1)), ())
    riche = papier(paragraphe("a", gras("b"), italique("c")), liste("e"), BARRE, vide, mention="PROJET")
    for page in lecteur(riche).pages:
        for police in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in police["/FontDescriptor"]


def test_pages_are_numbered_and_named_from_the_second_on(papier, pages):
    un, deux = pages(papier(paragraphe("Un"), SautDePage(), paragraphe("Deux"), pied="Registre"))
    assert "Page 1 sur 2" in un
    assert "La Fabrique imaginaire · Procès-verbal" not in un
    assert "Page 2 sur 2" in deux
    assert "La Fabrique imaginaire · Procès-verbal n° 20" in deux
    assert "Registre" in un
    assert "Registre" in deux


def test_letterhead_title_and_subtitle_in_order(papier, pages):
    (texte,) = pages(papier(entete=("LA FABRIQUE", "1 rue de l’Exemple"), sous_titre="Du 12 juin"))
    places = [texte.index(mot) for mot in ("LA FABRIQUE", "1 rue de l’Exemple", "Procès-verbal n° 20", "Du 12 juin")]
    assert places == sorted(places)


@pytest.mark.parametrize("nom", ["<b>Gras</b>", "R&D &amp; fils", "a < b > c", "</para>", "{x} %s \\n", '"]]>'])
def test_markup_characters_print_as_they_are(papier, pages, nom):
    un = papier(
        Titre(1, nom),
        paragraphe(nom),
        Liste((ligne(nom),)),
        Signatures((CaseSignature(nom, nom),)),
        pied=nom,
        titre=nom,
    )
    assert pages(un)[0].count(nom) == 7


def test_watermark_on_every_page_and_none_without_it(papier, pages):
    blocs = (paragraphe("Un"), SautDePage(), paragraphe("Deux"))
    assert all("PROJET" in page for page in pages(papier(*blocs, mention="PROJET")))
    assert not any("PROJET" in page for page in pages(papier(*blocs)))


def test_portrait_and_landscape(papier, lecteur):
    debout, couche = (lecteur(papier(paysage=paysage)).pages[0].mediabox for paysage in (False, True))
    assert (round(debout.width), round(debout.height)) == (595, 842)
    assert (round(couche.width), round(couche.height)) == (842, 595)


def test_headings_are_bookmarks_on_their_page(papier, lecteur):
    pdf = lecteur(
        papier(Titre(1, "Présence"), paragraphe("a"), SautDePage(), Titre(2, "Première résolution"), paragraphe("b"))
    )
    un, (deux,) = pdf.outline
    assert (un.title, pdf.get_destination_page_number(un)) == ("Présence", 0)
    assert (deux.title, pdf.get_destination_page_number(deux)) == ("Première résolution", 1)


def test_a_first_heading_of_a_low_level_is_still_a_bookmark(papier, lecteur):
    pdf = lecteur(papier(Titre(3, "Bas"), paragraphe("a"), Titre(3, "Autre"), paragraphe("b")))
    assert pdf.outline[0].title == "Bas"


def test_a_line_feed_starts_a_new_line(papier, pages):
    assert "Alix Marronnier\n1 rue" in pages(papier(paragraphe("Alix Marronnier\n1 rue", style=Style.ADRESSE)))[0]


def test_lists_have_dashes_or_numbers(papier, pages):
    (texte,) = pages(papier(liste("un", "deux"), liste("trois", "quatre", numerotee=True)))
    assert texte.count("–") == 2
    assert "1." in texte
    assert "2." in texte


def test_a_bar_says_its_marks_its_bodies_and_its_threshold(papier, pages):
    (texte,) = pages(papier(BARRE))
    for mot in ("Pour", "Contre", "Abstention", "SB", "PP", "50\u202f%"):
        assert mot in texte
    assert "Sans vote" not in texte


@pytest.mark.parametrize("seuil", [None, Fraction(0), Fraction(100)])
def test_a_bar_of_one_unnamed_body_at_its_limits(papier, pages, seuil):
    corps = PartCorps("", Fraction(0), Fraction(0), Fraction(0), Fraction(100))
    (texte,) = pages(papier(BarreVote((corps,), seuil, "Seuil")))
    assert "Sans vote" in texte
    assert ("Seuil" in texte) is (seuil is not None)


def test_signatures_name_everybody(papier, pages):
    cases = tuple(CaseSignature(f"Personne {i}", "Scrutateur") for i in range(5))
    texte = "".join(pages(papier(Signatures(cases))))
    assert all(case.nom in texte for case in cases)


def test_empty_blocks_print_nothing_and_break_nothing(papier, pages):
    un = papier(paragraphe(), Liste(()), Ensemble(()), Signatures(()), BarreVote(()), Titre(1, "Fin"))
    assert "Fin" in pages(un)[0]


# --- long work, mailings


def longue(n=60):
    return Tableau((Colonne("Nom", 1),), tuple(rangee(f"Nom{i}") for i in range(n)))


def test_progress_counts_rows_page_after_page(papier):
    dits = []
    rendre(papier(longue(120)), instant=INSTANT, progres=lambda fait, total: not dits.append((fait, total)))
    assert len(dits) > 2
    assert dits == sorted(dits)
    assert dits[-1] == (120, 120)


def test_work_stops_when_asked(papier):
    dits = []

    def une_page(fait, _total):
        dits.append(fait)
        return len(dits) < 2

    with pytest.raises(Interrompu):
        rendre(papier(longue(200)), instant=INSTANT, progres=une_page)
    assert len(dits) == 2
    with pytest.raises(Interrompu):
        rendre_lot([papier(paragraphe("a"))] * 3, 3, instant=INSTANT, progres=lambda *_: False)


def test_a_mailing_has_each_paper_on_its_own_pages(papier):
    papiers = [
        papier(paragraphe(f"Lettre {i}"), *([SautDePage(), paragraphe("Suite")] if i == 2 else [])) for i in (1, 2, 3)
    ]
    dits = []
    octets = rendre_lot(iter(papiers), 3, instant=INSTANT, progres=lambda *faits: not dits.append(faits))
    lues = [page.extract_text() for page in PdfReader(BytesIO(octets)).pages]
    assert ["Lettre 1" in lues[0], "Lettre 2" in lues[1], "Suite" in lues[2], "Lettre 3" in lues[3]] == [True] * 4
    numeros = [next(une for une in lue.split("\n") if une.startswith("Page ")) for lue in lues]
    assert numeros == ["Page 1 sur 1", "Page 1 sur 2", "Page 2 sur 2", "Page 1 sur 1"]
    assert dits == [(1, 3), (2, 3), (3, 3)]
    assert octets == rendre_lot(papiers, 3, instant=INSTANT)


def test_a_mailing_of_nothing_is_a_bug():
    with pytest.raises(ValueError, match="at least one"):
        rendre_lot([], 0, instant=INSTANT)


def test_portrait_and_landscape_in_one_mailing(papier):
    octets = rendre_lot([papier(paysage=p) for p in (False, True, False)], 3, instant=INSTANT)
    assert [round(page.mediabox.width) for page in PdfReader(BytesIO(octets)).pages] == [595, 842, 595]


# --- characters


ALPHABETS = (
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŒœŸ",
    "".join(map(chr, range(0x100, 0x180))),  # Łódź, Čapek, Erdős
    "ȘșȚțǍǎǪǫƏəƠơƯưẠạẤấẦầẨẩẪẫẬậỆệỘộỰựẞ",
    "Kamehameha \u02bbOkina, O\u02bcNeill, D\u2019Artagnan",
)


@pytest.mark.parametrize("lettres", ALPHABETS)
@pytest.mark.parametrize("face", ["romain", "gras"])
def test_every_latin_letter_prints_and_reads_back(papier, pages, lettres, face):
    assert not illisibles(papier(paragraphe(lettres)))
    run = gras(lettres) if face == "gras" else lettres
    (lue,) = pages(papier(paragraphe(run), Tableau((Colonne("Nom", 1),), (rangee(ligne(run)),))))
    assert lue.replace("\n", "").count(lettres) == 2


def test_more_letters_than_one_set_of_codes_holds(papier, pages):
    """A face holds 256 codes at a time: the others are in a second one."""
    tout = "".join(ALPHABETS[:3])
    (lue,) = pages(papier(paragraphe(tout), paragraphe("Et (la) suite\\ ordinaire.")))
    assert tout in lue.replace("\n", "")
    assert "Et (la) suite\\ ordinaire." in lue


def test_a_letter_of_a_mailing_is_one_bookmark(papier):
    lettres = [
        papier(Titre(1, "Rappels"), Titre(2, "Détail"), paragraphe("a"), signet=nom) for nom in ("Inès", "Tom", "")
    ]
    octets = rendre_lot(lettres, 3, instant=INSTANT)
    plan = PdfReader(BytesIO(octets)).outline
    assert [un["/Title"] for un in plan[:3]] == ["Inès", "Tom", "Rappels"]
    assert [un["/Title"] for un in plan[3]] == ["Détail"]
    seul = PdfReader(BytesIO(rendre(lettres[0], instant=INSTANT))).outline
    assert seul[0]["/Title"] == "Rappels"
