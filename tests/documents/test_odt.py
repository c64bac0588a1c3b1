"""OpenDocument texts read back: every word, named styles, headings and lists that are so, tables, pages, same bytes."""

import zipfile
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from io import BytesIO

import pytest
from lxml import etree
from odfdo import Document
from PIL import Image

from scicvote.actes import papiers
from scicvote.actes.papiers import composer, imprimer
from scicvote.actes.papiers_demande import ODT, Lot
from scicvote.actes.papiers_genres import GENRES
from scicvote.core.papier import (
    Alignement,
    BarreVote,
    CaseSignature,
    Colonne,
    Ensemble,
    Genre,
    Papier,
    PartCorps,
    SautDePage,
    Signatures,
    Style,
    Tableau,
    Texte,
    Titre,
    gras,
    italique,
    ligne,
    liste,
    paragraphe,
    rangee,
    textes,
)
from scicvote.core.planche import Carte, Planche
from scicvote.documents.odt import MIME, rendre_lot_odt, rendre_odt
from scicvote.documents.rendu import Interrompu
from tests.scene_papiers import a, mains, ordinaire

INSTANT = datetime(2026, 6, 13, 9, 0)
NS = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
}
T, S, F, TA, D = (f"{{{NS[p]}}}" for p in ("text", "style", "fo", "table", "draw"))


def papier(*blocs, **champs):
    return Papier(titre="Essai", auteur="Cliss XXI", blocs=blocs, **champs)


def piece(octets, nom="content.xml"):
    with zipfile.ZipFile(BytesIO(octets)) as archive:
        return etree.fromstring(archive.read(nom))


def arbre(*blocs, **champs):
    return piece(rendre_odt(papier(*blocs, **champs), instant=INSTANT))


def dit(element):
    """The text of an element, line breaks and spaces as a reader shows them."""
    copie = etree.fromstring(etree.tostring(element))
    for saut in copie.iter(f"{T}line-break"):
        saut.text = "\n"
    for espaces in copie.iter(f"{T}s"):
        espaces.text = " " * int(espaces.get(f"{T}c", "1"))
    return "".join(copie.itertext())


def styles_auto(racine):
    return {style.get(f"{S}name"): style for style in racine.iter(f"{S}style")}


def proprietes(racine, alinea):
    style = styles_auto(racine).get(alinea.get(f"{T}style-name"))
    return {} if style is None else dict(style.find("style:paragraph-properties", NS).attrib)


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    scene = ordinaire(tmp_path_factory.mktemp("odt"), 41, 30, par_college=True)
    point = scene.assemblee.resolutions[0].resolution
    scene.voter(point, {"SB": mains(10, 2), "PP": mains(10, 1, 1), "PM": mains(6)}, a(18, 30))
    scene.clore()
    scene.dresser()
    return scene


# --- whole papers


@pytest.mark.parametrize("genre", ["feuille-presence", "proces-verbal", "resultats", "texte-convocation", "suites"])
def test_every_word_of_a_paper_is_in_its_odt(scene, genre):
    octets, issues = imprimer(scene.depot, scene.ag, genre, INSTANT, format=ODT)
    assert issues == ()
    compose = composer(scene.depot, scene.ag, genre)
    lu = dit(piece(octets)) + dit(piece(octets, "styles.xml"))
    for texte in textes(compose):
        assert texte in lu
    assert octets == imprimer(scene.depot, scene.ag, genre, INSTANT, format=ODT)[0]


@pytest.mark.parametrize("genre", [cle for cle, genre in GENRES.items() if ODT in genre.formats])
def test_every_kind_reads_back(scene, genre):
    demande = papiers.Demande(associe=1, resolutions=(1,))
    octets, issues = imprimer(scene.depot, scene.ag, genre, INSTANT, demande=demande, format=ODT)
    assert octets is not None, issues
    document = Document(BytesIO(octets))
    assert document.get_type() == "text"
    assert "Cliss XXI" in document.get_formatted_text() + dit(piece(octets, "styles.xml"))


def test_minutes_that_can_be_edited_never_pass_for_signed_ones(scene, tmp_path):
    compose = papiers._editable(papier(), papiers.PV)
    assert compose.mention == "COPIE MODIFIABLE"
    assert papiers._editable(papier(), papiers.FEUILLE).mention == ""
    assert papiers._editable(papier(mention="PROJET"), papiers.PV).mention == "PROJET"


def test_the_archive_is_an_opendocument_text_without_a_time_of_its_own():
    octets = rendre_odt(papier(paragraphe("a"), sous_titre="sous"), instant=INSTANT)
    with zipfile.ZipFile(BytesIO(octets)) as archive:
        premier = archive.infolist()[0]
        assert (premier.filename, premier.compress_type, archive.read(premier)) == ("mimetype", 0, MIME.encode())
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
    meta = dit(piece(octets, "meta.xml"))
    assert "Essai – sous" in meta
    assert "2026-06-13T09:00:00" in meta
    assert "fr-FR" in meta
    assert octets == rendre_odt(papier(paragraphe("a"), sous_titre="sous"), instant=INSTANT)


# --- blocks


def test_headings_paragraphs_and_faces_have_named_styles():
    racine = arbre(
        Titre(2, "Titre"), paragraphe("a ", gras("b"), italique("c"), Texte("d", True, True), style=Style.NOTE)
    )
    (titre,) = racine.iter(f"{T}h")
    assert (titre.text, titre.get(f"{T}outline-level"), titre.get(f"{T}style-name")) == ("Titre", "2", "Heading_20_2")
    note = next(p for p in racine.iter(f"{T}p") if p.get(f"{T}style-name") == "Note")
    assert dit(note) == "a bcd"
    assert [s.get(f"{T}style-name") for s in note.iter(f"{T}span")] == ["Gras", "Italique", "Gras_20_italique"]


@pytest.mark.parametrize("style", Style)
def test_every_style_of_the_tree_is_in_the_styles(style):
    octets = rendre_odt(papier(paragraphe("mot", style=style)), instant=INSTANT)
    nom = next(p.get(f"{T}style-name") for p in piece(octets).iter(f"{T}p") if p.text == "mot")
    assert nom in styles_auto(piece(octets, "styles.xml"))


@pytest.mark.parametrize(
    "texte",
    ["<b>Gras</b>", "R&D &amp; Fils", 'dit "ici"', "deux  espaces   trois", "une\nautre", "Atelier 林", "e\u0301té"],
)
def test_texts_come_back_as_they_are(texte):
    racine = arbre(paragraphe(texte), pied=texte)
    assert texte.replace("e\u0301", "é") in dit(racine)


def test_what_xml_cannot_hold_is_left_out():
    assert "avantaprès" in dit(arbre(paragraphe("avant\x00\x0b\ud800après")))
    assert "un deux" in dit(arbre(paragraphe("un\tdeux")))


def test_lists_are_lists():
    racine = arbre(liste("un", "deux"), liste("trois", numerotee=True))
    assert [e.get(f"{T}style-name") for e in racine.iter(f"{T}list")] == ["Tirets", "Numeros"]
    assert [dit(e) for e in racine.iter(f"{T}list-item")] == ["un", "deux", "trois"]


def test_a_table_repeats_its_headings_and_keeps_its_rows():
    colonnes = (Colonne("Nom", 3), Colonne("Voix", 1, Alignement.DROITE))
    rangees = (
        rangee("Groupe", genre=Genre.GROUPE), rangee("Inès", "1"), rangee("Total", "1", genre=Genre.TOTAL),
    )  # fmt: skip
    racine = arbre(Tableau(colonnes, rangees, hauteur=12, quadrille=True), Tableau(colonnes, (), petit=True))
    premier, second = racine.iter(f"{TA}table")
    (titres,) = premier.iter(f"{TA}table-header-rows")
    assert dit(titres) == "NomVoix"
    assert "Inès" in dit(premier)
    assert "Néant." in dit(second)
    largeurs = [c.get(f"{S}column-width") for c in racine.iter(f"{S}table-column-properties")]
    assert largeurs == ["12.15cm", "4.05cm"]
    hauts = [c.get(f"{S}min-row-height") for c in racine.iter(f"{S}table-row-properties")]
    assert hauts == ["1.20cm"]
    fusion = [c.get(f"{TA}number-columns-spanned") for c in premier.iter(f"{TA}table-cell")]
    assert fusion.count("2") == 1
    document = Document(BytesIO(rendre_odt(papier(Tableau(colonnes, rangees)), instant=INSTANT)))
    assert document.body.get_table(0).width == 2


def test_a_bar_has_the_widths_of_its_parts_and_its_words():
    corps = (
        PartCorps("SB", Fraction(30), Fraction(10)),
        PartCorps("PP", Fraction(15), Fraction(0), Fraction(5), Fraction(40)),
    )
    racine = arbre(BarreVote(corps, Fraction(50), "plus de 50 %"))
    largeurs = [c.get(f"{S}column-width") for c in racine.iter(f"{S}table-column-properties")]
    assert largeurs == ["4.86cm", "2.43cm", "1.62cm", "0.81cm", "6.48cm"]
    lu = dit(racine)
    for mot in ("SB", "PP", "Pour", "Contre", "Abstention", "Sans vote", "Seuil\u00a0: plus de 50 %."):
        assert mot in lu
    assert "Seuil" not in dit(arbre(BarreVote(corps)))
    assert "table:table " not in etree.tostring(arbre(BarreVote(()))).decode()


def test_rooms_to_sign_stand_side_by_side():
    cases = tuple(CaseSignature(f"Nom {i}", "Gérante") for i in range(3))
    for paysage, n in ((False, 2), (True, 4)):
        racine = arbre(Signatures(cases), paysage=paysage)
        (table,) = racine.iter(f"{TA}table")
        rangs = list(table.iter(f"{TA}table-row"))
        assert [len(r) for r in rangs] == [n] * (-(-3 // n))
        assert "Nom 2" in dit(table)
    assert not list(arbre(Signatures(())).iter(f"{TA}table"))


def test_ballots_are_all_there():
    carte = Carte(("Collège SB",), "Quitus", "Cochez une case.", ("Pour", "Contre"), "Note.")
    assert dit(arbre(Planche(carte, 5))).count("☐ Pour") == 5
    assert "Note." not in dit(arbre(Planche(replace(carte, note=""), 1)))


def test_what_stays_together_and_what_starts_a_page():
    racine = arbre(
        Ensemble((paragraphe("un"), liste("deux"), paragraphe("trois"))),
        SautDePage(),
        paragraphe("quatre"),
        SautDePage(),
        Tableau((Colonne("Nom", 1),), ()),
    )
    alineas = {dit(p): proprietes(racine, p) for p in racine.iter(f"{T}p")}
    tenus = [mot for mot, p in alineas.items() if p.get(f"{F}keep-with-next") == "always"]
    assert tenus == ["un", "deux"]
    sauts = [p for p in racine.iter(f"{T}p") if proprietes(racine, p).get(f"{F}break-before") == "page"]
    assert [dit(p) for p in sauts] == ["quatre", ""]


# --- pages


def test_footer_mention_and_orientation():
    octets = rendre_odt(
        papier(paragraphe("a"), pied="Registre & pied", mention="PROJET", paysage=True), instant=INSTANT
    )
    styles = piece(octets, "styles.xml")
    (page,) = styles.iter(f"{S}master-page")
    assert page.get(f"{S}page-layout-name") == "Paysage"
    assert "PROJET" in dit(page)
    assert "Registre & piedPage 1 sur 1" in dit(page)
    assert len(list(page.iter(f"{T}page-number"))) == len(list(page.iter(f"{T}page-count"))) == 1


def test_a_mailing_numbers_the_pages_of_each_letter():
    lettres = [papier(paragraphe(f"lettre {i}"), pied="Convocation", paysage=i == 2) for i in range(4)]
    dits = []
    octets = rendre_lot_odt(iter(lettres), 4, instant=INSTANT, progres=lambda *f: not dits.append(f))
    assert dits == [(1, 4), (2, 4), (3, 4), (4, 4)]
    racine, styles = piece(octets), piece(octets, "styles.xml")
    assert [p.get(f"{S}name") for p in styles.iter(f"{S}master-page")] == ["Standard", "Page2"]
    assert not list(styles.iter(f"{T}page-count"))
    debuts = [
        styles_auto(racine)[p.get(f"{T}style-name")].get(f"{S}master-page-name")
        for p in racine.iter(f"{T}p")
        if proprietes(racine, p).get(f"{S}page-number") == "1"
    ]
    assert debuts == ["Standard", "Page2", "Standard"]
    with pytest.raises(Interrompu):
        rendre_lot_odt(lettres, 4, instant=INSTANT, progres=lambda *_: False)
    with pytest.raises(ValueError, match="at least one"):
        rendre_lot_odt((), 0, instant=INSTANT)


def test_a_stopped_mailing_gives_nothing(scene, monkeypatch):
    lot = Lot(2, (papier(), papier()))
    monkeypatch.setattr(papiers, "composer", lambda *_, **__: lot)
    arret = {"format": ODT, "progres": lambda *_: False}
    assert imprimer(scene.depot, scene.ag, "feuille-presence", INSTANT, **arret) == (None, ())


@pytest.mark.parametrize(("genre", "media"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_the_logo_stands_above_the_name(genre, media):
    sortie = BytesIO()
    Image.new("RGB", (300, 50), "navy").save(sortie, genre)
    octets = rendre_odt(papier(entete=("Cliss XXI",), logo=sortie.getvalue()), instant=INSTANT)
    (cadre,) = piece(octets).iter(f"{D}frame")
    assert cadre.get("{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}width") == "6.00cm"
    assert media in etree.tostring(piece(octets, "META-INF/manifest.xml")).decode()
    with zipfile.ZipFile(BytesIO(octets)) as archive:
        assert archive.read("Pictures/logo") == sortie.getvalue()


def test_a_letter_shows_its_addressee_before_its_title():
    racine = arbre(paragraphe("Madame,"), avant=(paragraphe("Mme Inès\nFictiville", style=Style.ADRESSE),))
    ordre = [dit(p) for p in racine.iter(f"{T}p")]
    assert ordre == ["Mme Inès\nFictiville", "Essai", "Madame,"]
    assert ligne("a") == (Texte("a"),)
