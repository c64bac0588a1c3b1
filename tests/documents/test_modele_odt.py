"""Editable letters: fields found and replaced whatever an editor did to them, blocks laid, packages refused."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from odfdo import Document, Element

from scicvote.core.papier import (
    CaseSignature,
    Colonne,
    Ensemble,
    SautDePage,
    Signatures,
    Tableau,
    Titre,
    gras,
    liste,
    paragraphe,
    rangee,
)
from scicvote.documents import modele_champs, modele_odt
from scicvote.documents.modele_odt import MIME, Modele, ModeleIllisible

INSTANT = datetime(2026, 5, 27, 9, 0)


def odt(*paragraphes: str) -> bytes:
    """An ODT whose body holds these pieces of XML."""
    document = Document("text")
    document.body.clear()
    for xml in paragraphes:
        document.body.append(Element.from_tag(xml))
    sortie = BytesIO()
    document.save(sortie)
    return sortie.getvalue()


def p(texte: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{texte}</text:p>'


def contenu(octets: bytes) -> ET.Element:
    return ET.fromstring(zipfile.ZipFile(BytesIO(octets)).read("content.xml"))


def lignes(octets: bytes) -> list[str]:
    """The text of each paragraph, line breaks as line feeds."""
    dites = []
    for un in modele_champs.paragraphes(contenu(octets)):
        for saut in un.iter(f"{modele_champs.T}line-break"):
            saut.text = "\n"
        dites.append("".join(un.itertext()))
    return dites


def remplir(octets: bytes, *lettres):
    return Modele(octets).remplir(lettres, len(lettres), INSTANT)


def test_fields_in_their_order_each_once():
    modele = Modele(odt(p("{b} et {a}"), p("{a}"), "<text:h>{c d}</text:h>", p("rien")))
    assert modele.champs() == ("b", "a", "c d")
    assert modele.mal_places(["a", "b"]) == ("b", "a")
    assert modele.mal_places(["c d"]) == ()


def test_a_field_spread_over_runs():
    pieces = p("A <text:span>{no</text:span><text:span>m</text:span>} et <text:span>{nom}, {ville}</text:span>.")
    assert lignes(remplir(odt(pieces), {"nom": "Ève", "ville": "R&D <b>"})) == ["A Ève et Ève, R&D <b>."]


def test_line_feeds_and_empty_values():
    octets = remplir(
        odt(p("{adresse}"), p("{rien}"), p("x <text:span>y</text:span> {adresse} z")), {"adresse": "1 rue\n00100 Ici", "rien": ""}
    )  # fmt: skip
    assert lignes(octets) == ["1 rue\n00100 Ici", "x y 1 rue\n00100 Ici z"]


def test_blocks_take_the_style_of_their_field():
    blocs = (
        Titre(1, "Titre"),
        paragraphe("un ", gras("deux"), " trois", " quatre"),
        liste("a", "b"),
        liste("c", numerotee=True),
        Tableau((Colonne("x", 1), Colonne("y", 1)), (rangee("1", "2"),)),
        Ensemble((paragraphe("dedans\nligne"),)),
        Signatures((CaseSignature("Inès", "Gérante"),)),
        SautDePage(),
    )
    octets = remplir(odt(p(" {corps} ", "Mien"), p("fin")), {"corps": blocs})
    assert lignes(octets)[:-2] == ["Titre", "un deux trois quatre", "– a", "– b", "1. c", "1 – 2", "dedans\nligne"]
    assert lignes(octets)[-2].startswith("Gérante\nInès\n")
    assert lignes(octets)[-1] == "fin"
    styles = [un.get(f"{modele_champs.T}style-name") for un in modele_champs.paragraphes(contenu(octets))]
    assert styles == ["SCICVote_Titre_Mien", *["Mien"] * 7, "Standard"]
    (tenu,) = [s for s in contenu(octets).iter(f"{modele_odt._S}style") if "Titre" in s.get(f"{modele_odt._S}name", "")]
    assert tenu.get(f"{modele_odt._S}parent-style-name") == "Mien"
    assert tenu[0].get(f"{modele_odt._F}keep-with-next") == "always"
    assert lignes(remplir(odt(p("{corps}"), p("fin")), {"corps": ()})) == ["fin"]


def test_each_letter_starts_on_a_page_numbered_one():
    table = '<table:table><table:table-row><table:table-cell><text:p xml:id="x">{nom}</text:p></table:table-cell></table:table-row></table:table>'
    octets = remplir(odt("<text:sequence-decls/>", table), {"nom": "Inès"}, {"nom": "Tom"}, {"nom": "Rose"})
    assert lignes(octets) == ["Inès", "", "Tom", "", "Rose"]
    racine = contenu(octets)
    debuts = [s for s in racine.iter(f"{modele_odt._S}style") if s.get(f"{modele_odt._S}name") == "SCICVote_Debut"]
    assert debuts[0][0].get(f"{modele_odt._S}page-number") == "1"
    assert len(list(racine.iter(f"{modele_champs.T}sequence-decls"))) == 1
    assert b"xml:id" not in zipfile.ZipFile(BytesIO(octets)).read("content.xml")


def test_the_page_of_the_model_is_kept():
    document = Document("text")
    document.insert_style(Element.from_tag('<style:style style:name="P1" style:family="paragraph" style:master-page-name="Lettre"/>'), automatic=True)  # fmt: skip
    document.body.append(Element.from_tag(p("{nom}", "P1")))
    sortie = BytesIO()
    document.save(sortie)
    styles = contenu(remplir(sortie.getvalue(), {"nom": "x"})).iter(f"{modele_odt._S}style")
    pages = {s.get(f"{modele_odt._S}name"): s.get(f"{modele_odt._S}master-page-name") for s in styles}
    assert pages["SCICVote_Debut"] == "Lettre"


def test_headings_keep_the_look_of_an_automatic_style():
    document = Document("text")
    style = (
        '<style:style style:name="P7" style:family="paragraph" style:parent-style-name="Standard">'
        '<style:paragraph-properties fo:margin-left="2cm"/></style:style>'
    )
    document.insert_style(Element.from_tag(style), automatic=True)
    document.body.append(Element.from_tag(p("{corps}", "P7")))
    sortie = BytesIO()
    document.save(sortie)
    racine = contenu(remplir(sortie.getvalue(), {"corps": (Titre(1, "Rappels"), paragraphe("x"))}))
    (tenu,) = [s for s in racine.iter(f"{modele_odt._S}style") if "Titre" in s.get(f"{modele_odt._S}name", "")]
    assert tenu[0].attrib == {f"{modele_odt._F}margin-left": "2cm", f"{modele_odt._F}keep-with-next": "always"}


def test_same_letters_same_bytes_and_an_editor_reads_them():
    modele = odt(p("{nom}"))
    premier, second = remplir(modele, {"nom": "Ève"}), remplir(modele, {"nom": "Ève"})
    assert premier == second
    paquet = zipfile.ZipFile(BytesIO(premier))
    assert paquet.infolist()[0].filename == "mimetype"
    assert paquet.infolist()[0].compress_type == zipfile.ZIP_STORED
    assert b"2026-05-27T09:00:00" in paquet.read("meta.xml")
    assert "Ève" in Document(BytesIO(premier)).get_formatted_text()


def test_it_stops_when_asked():
    vus = []
    modele = Modele(odt(p("{nom}")))
    lettres = ({"nom": str(i)} for i in range(9))
    assert modele.remplir(lettres, 9, INSTANT, lambda fait, total: vus.append((fait, total)) or fait < 2) is None
    assert vus == [(1, 9), (2, 9)]


def paquet(**parts: bytes) -> bytes:
    sortie = BytesIO()
    with zipfile.ZipFile(sortie, "w") as zip_:
        for nom, octets in parts.items():
            zip_.writestr(nom.replace("_", "."), octets)
    return sortie.getvalue()


CORPS = b'<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><o:body><o:text/></o:body></o:document-content>'


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"PK\x03\x04 nothing",
        paquet(mimetype=b"application/zip", content_xml=CORPS),
        paquet(mimetype=MIME),
        paquet(mimetype=MIME, content_xml=b"<a>"),
        paquet(mimetype=MIME, content_xml=b"<a/>"),
        paquet(mimetype=MIME, content_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ],
    ids=["empty", "torn", "other", "hollow", "cut", "no body", "entities"],
)
def test_what_is_no_letter(octets):
    with pytest.raises(ModeleIllisible):
        Modele(octets)


def test_too_large(monkeypatch):
    monkeypatch.setattr(modele_odt, "_DEPLIE", 10)
    with pytest.raises(ModeleIllisible):
        Modele(odt(p("x")))
    monkeypatch.setattr(modele_odt, "OCTETS", 10)
    with pytest.raises(ModeleIllisible):
        Modele(odt(p("x")))


def test_a_document_without_automatic_styles():
    octets = paquet(mimetype=MIME, content_xml=CORPS)
    assert b"SCICVote_Debut" in zipfile.ZipFile(BytesIO(remplir(octets, {}))).read("content.xml")


@pytest.mark.parametrize(("combien", "pied"), [(1, b"Page X sur Y</text:p>"), (2, b"Page X</text:p>")])
def test_each_letter_counts_its_own_pages(combien, pied):
    styles = b"<text:p>Page X sur <text:page-count>Y</text:page-count></text:p>"
    octets = remplir(paquet(mimetype=MIME, content_xml=CORPS, styles_xml=styles), *[{}] * combien)
    lu = zipfile.ZipFile(BytesIO(octets)).read("styles.xml")
    assert lu.replace(b"<text:page-count>", b"").replace(b"</text:page-count>", b"") == b"<text:p>" + pied
