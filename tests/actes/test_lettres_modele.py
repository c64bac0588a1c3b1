"""Notices from an editable model: filled for each, refused when a field is unknown, missing or out of place."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from odfdo import Document, Element

from scicvote.actes import lettres_modele
from scicvote.actes.lettres_modele import remplir_modele
from scicvote.actes.papiers_demande import Demande
from scicvote.core.contexte_papier import Contexte
from scicvote.core.courrier import Courrier
from scicvote.core.lettre_champs import CHAMPS, Valeurs, modele_convocation, requis
from scicvote.core.papier import textes
from scicvote.documents.modele_champs import CHAMP
from scicvote.documents.modele_odt import Modele
from tests.scene_papiers import Scene, a, dit, mains

INSTANT = datetime(2026, 5, 27, 9, 0)


def odt(*paragraphes: str) -> bytes:
    document = Document("text")
    document.body.clear()
    for texte in paragraphes:
        document.body.append(Element.from_tag(f"<text:p>{texte}</text:p>"))
    sortie = BytesIO()
    document.save(sortie)
    return sortie.getvalue()


@pytest.fixture
def scene(tmp_path):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer(par_college=True)
    scene.resolution("Comptes", objet="comptes", texte="L’assemblée approuve.")
    scene.convoquer()
    return scene


def courrier(scene):
    return Courrier(Contexte(scene.depot.dossier, scene.assemblee), date(2026, 5, 27))


def remplir(scene, *paragraphes, **reste):
    return remplir_modele(scene.depot, scene.ag, odt(*paragraphes), INSTANT, **reste)


def defaut(scene):
    return list(textes(modele_convocation(courrier(scene))))


def test_the_model_holds_every_field_that_is_wanted_and_no_other(scene):
    papier = modele_convocation(courrier(scene))
    champs = {nom for mots in textes(papier) for nom in CHAMP.findall(mots)}
    assert champs <= set(CHAMPS)
    assert set(requis(courrier(scene))) <= champs
    blocs = {nom for nom, champ in CHAMPS.items() if champ.bloc}
    assert all(mots == f"{{{nom}}}" for mots in textes(papier) for nom in CHAMP.findall(mots) if nom in blocs)


def test_it_is_filled_for_each(scene):
    octets, issues = remplir(scene, *defaut(scene))
    assert issues == ()
    texte = Document(BytesIO(octets)).body.text_recursive.replace("\u00a0", " ")
    assert "{" not in texte
    for mention in (
        "Mme Inès Marjolaine", "M. Sacha Camomille", "À l’attention de Malo Fougère", "vendredi 12 juin 2026 à 18 h 00",
        "salle des Utopies", "1. Comptes.", "L’assemblée approuve.", "Majorité : plus de 50 %", "qui pèse 40 % des voix",
        "qui pèse 30 % des voix", "Si vous ne pouvez pas venir", "Sont joints à cette lettre", "Questions écrites", "R223-20",
    ):  # fmt: skip
        assert mention in texte.replace("\u202f", " "), mention
    assert texte.count("nos salutations coopératives") == 15
    une, _ = remplir(scene, *defaut(scene), demande=Demande(associe=2))
    assert Document(BytesIO(une)).body.text_recursive.count("nos salutations") == 1


def test_every_field_has_a_value(scene):
    valeurs = Valeurs(courrier(scene)).pour(1)
    assert set(valeurs) == set(CHAMPS)
    assert {nom for nom, valeur in valeurs.items() if isinstance(valeur, tuple)} == {
        n for n, c in CHAMPS.items() if c.bloc
    }


def test_faults_come_all_at_once(scene):
    octets, issues = remplir(scene, "{destinatire}", "{adresse} {resolutions}", "{date} {lieu}")
    assert octets is None
    assert [issue.code for issue in issues] == ["CHAMP_INCONNU", "CHAMP_MANQUANT", "CHAMP_PLACE"]
    inconnu, manquant, place = (issue.phrase for issue in issues)
    assert inconnu.startswith("Champ inconnu\u00a0: {destinatire}. Les champs sont\u00a0: {entete}, {denomination},")
    assert (
        "{destinataire}, {ordre_du_jour}, {rappel_colleges}, {pouvoirs}, {documents} et {questions_ecrites}" in manquant
    )
    assert "sans eux" in manquant
    assert place == "{resolutions}\u00a0: écrire ce champ seul dans son paragraphe."


def test_one_field_that_misses(scene):
    mots = [m for m in defaut(scene) if m != "{documents}"]
    octets, (issue,) = remplir(scene, *mots)
    assert octets is None
    assert issue.phrase == "Il manque au modèle le champ {documents}\u00a0: sans lui, la convocation serait incomplète."


def test_the_sentence_that_convenes_says_when_and_where(scene):
    mots = [m for m in defaut(scene) if "{date}" not in m and "{lieu}" not in m]
    octets, issues = remplir(scene, "{invitation}", *mots)
    assert (octets is not None, issues) == (True, ())


def test_a_second_consultation_wants_its_reasons(tmp_path):
    scene = Scene.creer(tmp_path, 5)
    scene.preparer(exercice=None)
    assert "seconde_consultation" not in requis(courrier(scene))
    assert "documents" not in requis(courrier(scene))
    point = scene.resolution("Local")
    scene.convoquer()
    scene.arriver(range(1, 4))
    scene.ouvrir((2, 3))
    scene.voter(point, {"*": mains(2, 1)}, a(18, 30))
    scene.clore()
    scene.preparer(heure=a(18, 0, date(2026, 7, 3)), consultation=2, suite_de=scene.ag, exercice=None)
    scene.resolution("Local", origine=point)
    assert "seconde_consultation" in requis(courrier(scene))
    octets, issues = remplir(scene, *(m for m in defaut(scene) if m != "{seconde_consultation}"))
    assert [issue.code for issue in issues] == ["CHAMP_MANQUANT"]
    octets, _ = remplir(scene, *defaut(scene))
    assert "Pourquoi une seconde consultation" in Document(BytesIO(octets)).body.text_recursive


def test_what_stands_against_it(scene, tmp_path):
    octets, issues = remplir_modele(scene.depot, scene.ag, b"rien", INSTANT, Demande(associe=99))
    assert (octets, [issue.code for issue in issues]) == (None, ["ASSOCIE", "MODELE"])
    octets, issues = remplir_modele(scene.depot, 99, odt("x"), INSTANT)
    assert (octets, [issue.code for issue in issues]) == (None, ["ASSEMBLEE"])
    assert remplir(scene, *defaut(scene), progres=lambda *_: False) == (None, ())


def test_more_letters_than_an_editor_opens(scene, monkeypatch):
    monkeypatch.setattr(lettres_modele, "LETTRES", 14)
    octets, issues = remplir(scene, *defaut(scene))
    assert (octets, [issue.code for issue in issues]) == (None, ["LETTRES_NOMBREUSES"])


def test_a_default_letter_reads_well(scene):
    assert "Nous vous invitons à l’{assemblee}, convoquée par {convoquee_par}" in dit(
        modele_convocation(courrier(scene))
    )


def test_the_public_document_lists_every_field():
    formats = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    lignes = [ligne for ligne in formats.splitlines() if ligne.startswith("| `{")]
    assert [ligne.split("`")[1].strip("{}") for ligne in lignes] == list(CHAMPS)
    for ligne, champ in zip(lignes, CHAMPS.values(), strict=True):
        assert champ.sens in ligne
        assert ("| oui |" in ligne) is champ.bloc
        assert ("| toujours |" in ligne) is champ.requis


def test_a_model_is_tried_on_its_first_letter(scene):
    bon = lettres_modele.essayer_modele(scene.depot, scene.ag, odt(*defaut(scene)), INSTANT)
    assert bon.lettres == 15
    assert bon.nom
    assert bon.issues == () or not [i for i in bon.issues if i.bloquante]
    assert bon.lignes
    assert not [ligne for ligne in bon.lignes if "{" in ligne]
    faux = lettres_modele.essayer_modele(scene.depot, scene.ag, odt("{inconnu}"), INSTANT)
    assert (faux.lettres, faux.lignes) == (0, ())
    assert "CHAMP_INCONNU" in [i.code for i in faux.issues]
    absente = lettres_modele.essayer_modele(scene.depot, 99, odt("x"), INSTANT)
    assert [i.code for i in absente.issues] == ["ASSEMBLEE"]


def test_a_model_tried_says_when_an_odt_cannot_hold_its_letters(scene, monkeypatch):
    monkeypatch.setattr(lettres_modele, "LETTRES", 3)
    essai = lettres_modele.essayer_modele(scene.depot, scene.ag, odt(*defaut(scene)), INSTANT)
    assert "LETTRES_NOMBREUSES" in [i.code for i in essai.issues]


def test_the_lines_of_a_model_are_read_as_they_show():
    ligne = 'Ada<text:line-break/>1 rue<text:tab/>Inventée<text:s/><text:span text:style-name="x">Ici</text:span>.'
    assert Modele(odt(ligne, "", "Fin")).lignes() == ("Ada\n1 rue Inventée Ici.", "Fin")
