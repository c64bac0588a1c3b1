"""Papers of an assembly as PDF: printed from a file, whole, with what the fonts cannot show."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from scicvote.actes import registre
from scicvote.actes.papiers import GENRES, composer, imprimer
from scicvote.actes.papiers_genres import de_portee
from tests.scene_papiers import Scene, a, mains, ordinaire

INSTANT = datetime(2026, 6, 13, 9, 0)


def pages(octets):
    """The text of each page, spaces of any kind and line ends made one."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(octets)).pages]


def pdf(scene, genre, numero=None):
    octets, issues = imprimer(scene.depot, scene.ag, genre, INSTANT, numero)
    assert octets is not None, issues
    return " ".join(pages(octets))


@pytest.fixture
def scene(tmp_path):
    scene = ordinaire(tmp_path, 41, 30, par_college=True)
    point = scene.assemblee.resolutions[0].resolution
    scene.voter(point, {"SB": mains(10, 2), "PP": mains(10, 1, 1), "PM": mains(6)}, a(18, 30))
    scene.clore()
    scene.dresser()
    return scene


def test_sheet(scene):
    texte = pdf(scene, "feuille-presence")
    for mention in (
        "Feuille de présence",
        "1 allée des Fables",
        "Arrivée 17 h 45",
        "Ensemble : 41 associés",
        "Scrutateur",
    ):
        assert mention in texte
    assert all(scene.contexte.fiche(n).nom in texte for n in range(1, 42))


def test_minutes(scene):
    texte = pdf(scene, "proces-verbal")
    for mention in (
        "Le vendredi douze juin deux mille vingt-six",
        "Mme Inès Marjolaine, gérante",
        "Première résolution – Approbation des comptes",
        "Première résolution : adoptée.",
        "PROJET",
        "Page 1 sur ",
    ):
        assert mention in texte
    assert all(scene.contexte.nom(n) in texte for n in range(1, 31))


def test_copy_to_sign_is_clean_then_signed_minutes_are(scene):
    assert "PROJET" not in pdf(scene, "proces-verbal-a-signer")
    scene.signer(1)
    assert "PROJET" not in pdf(scene, "proces-verbal")


@pytest.mark.parametrize("associes", [0, 1, 15])
@pytest.mark.parametrize("genre", ["feuille-presence", "proces-verbal"])
def test_small_assemblies_print(tmp_path, associes, genre):
    scene = ordinaire(tmp_path, associes, associes) if associes else Scene.creer(tmp_path, 0)
    if not associes:
        scene.preparer()
    assert "Cliss XXI" in pdf(scene, genre)


def test_same_file_same_bytes(scene):
    for genre in GENRES:
        assert imprimer(scene.depot, scene.ag, genre, INSTANT) == imprimer(scene.depot, scene.ag, genre, INSTANT)


def test_what_cannot_be_printed_is_refused_with_a_sentence(tmp_path):
    scene = ordinaire(tmp_path, 2, 2)
    cas = (
        (99, "proces-verbal", None, "ASSEMBLEE"),
        (scene.ag, "carton", None, "PAPIER"),
        (scene.ag, "proces-verbal", 4, "PV"),
        (scene.ag, "proces-verbal-a-signer", None, "PV_NON_DRESSE"),
    )
    for ag, genre, numero, code in cas:
        octets, issues = imprimer(scene.depot, ag, genre, INSTANT, numero)
        assert octets is None
        assert [i.code for i in issues] == [code]
    with pytest.raises(KeyError):
        composer(scene.depot, 99, "proces-verbal")
    with pytest.raises(ValueError, match="carton"):
        composer(scene.depot, scene.ag, "carton")


def test_a_name_that_the_fonts_lack_is_named_and_printed_all_the_same(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    fiche = scene.depot.dossier.registre.au(date.max).par_numero[5].fiche
    scene.faire(registre.modifier_fiche(scene.depot, replace(fiche, nom="Atelier 林")))
    octets, issues = imprimer(scene.depot, scene.ag, "feuille-presence", INSTANT)
    assert octets is not None
    (issue,) = issues
    assert not issue.bloquante
    assert "Atelier 林" in issue.phrase
    assert "U+6797" in issue.phrase
    assert issue.chemin == "associes[5]"


@pytest.mark.parametrize("nom", ["<b>Gras</b>", "R&D &amp; Fils", "Œuvre d’Ÿvette", "Łódź Čapek", "Ensemble"])
def test_names_print_as_they_are(tmp_path, nom):
    scene = ordinaire(tmp_path, 15, 10)
    fiche = scene.depot.dossier.registre.au(date.max).par_numero[2].fiche
    scene.faire(registre.modifier_fiche(scene.depot, replace(fiche, nom=nom)))
    for genre in ("feuille-presence", "proces-verbal"):
        assert nom in pdf(scene, genre)


def test_everybody_whose_name_the_fonts_lack_is_named(tmp_path):
    """The same character in two names is said of both."""
    scene = ordinaire(tmp_path, 15, 10)
    for numero in (5, 10):
        fiche = scene.depot.dossier.registre.au(date.max).par_numero[numero].fiche
        scene.faire(registre.modifier_fiche(scene.depot, replace(fiche, nom=f"Atelier {numero} 林")))
    _, issues = imprimer(scene.depot, scene.ag, "proces-verbal", INSTANT)
    assert [issue.chemin for issue in issues] == ["associes[5]", "associes[10]"]


def test_a_window_lists_the_papers_of_one_thing_by_their_french_name():
    assert de_portee("associe")["attestation-parts"] == "Attestation de parts"
    assert de_portee("assemblee")["feuille-presence"] == "Feuille de présence"
    assert de_portee("cooperative")["registre"] == "Registre des procès-verbaux"
    assert de_portee("commune") == {}


def test_a_binding_is_no_tree_and_is_written_as_pdf_alone(scene):
    with pytest.raises(ValueError, match="binding"):
        composer(scene.depot, scene.ag, "registre")
    octets, issues = imprimer(scene.depot, scene.ag, "registre", INSTANT, format="odt")
    assert octets is None
    assert [i.ligne() for i in issues] == [
        "FORMAT format: Registre des procès-verbaux : ce papier s’écrit en PDF, pas en « odt »."
    ]


def test_whoever_waits_may_stop_and_nothing_comes_out(scene):
    dits = []
    assert imprimer(scene.depot, scene.ag, "feuille-presence", INSTANT, progres=lambda *f: bool(dits.append(f))) == (
        None,
        (),
    )
    assert len(dits) == 1
