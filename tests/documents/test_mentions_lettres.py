"""What a notice and a proxy form must say, article by article, in the PDF and the ODT themselves."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import pytest
from odfdo import Document
from pypdf import PdfReader

from scicvote.actes.papiers import composer, imprimer
from scicvote.core.papier import Ensemble, Paragraphe, Signatures
from tests.scene_papiers import Scene

INSTANT = datetime(2026, 5, 20, 9, 0)


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Fifteen associés by college; accounts, an election; notices and documents sent."""
    scene = Scene.creer(tmp_path_factory.mktemp("lettres"), 15)
    scene.preparer(par_college=True)
    scene.resolution("Approbation des comptes", objet="comptes", texte="L’assemblée approuve les comptes de 2025.")
    scene.resolution("Élection d’un gérant", regle="election_gerance", objet="election", sieges=1)
    scene.convoquer()
    return scene


@pytest.fixture(scope="module")
def pdf(scene):
    """The PDF of the notices."""
    octets, issues = imprimer(scene.depot, scene.ag, "convocations", INSTANT)
    assert issues == ()
    return PdfReader(BytesIO(octets))


def net(texte):
    return " ".join(texte.replace("\u00ad\n", "").split())


@pytest.fixture(scope="module")
def lettre(pdf):
    """The first letter: from its page 1 to the one before the next page 1."""
    pages = [net(page.extract_text()) for page in pdf.pages]
    debuts = [i for i, page in enumerate(pages) if "Page 1 sur" in page]
    return " ".join(pages[: debuts[1]])


NOTICE = {
    "par lettre recommandée (statuts 21-2, R223-20)": "Lettre recommandée avec avis de réception (statuts, art. 21-2 ; C. com., art. R223-20)",
    "qui convoque (L223-27)": "convoquée par la gérance",
    "la nature (statuts 20)": "à l’assemblée générale ordinaire annuelle",
    "la date et l’heure (statuts 21-2)": "le vendredi 12 juin 2026 à 18 h 00",
    "le lieu": "salle des Utopies, 1 rue de l’Exemple, 00100 Fictiville",
    "l’ordre du jour (statuts 21-3)": "Ordre du jour 1. Approbation des comptes. 2. Élection d’un gérant.",
    "le texte des résolutions (R223-18)": "L’assemblée approuve les comptes de 2025.",
    "leur majorité (L223-29)": "Majorité : plus de 50 % de toutes les voix (statuts, art. 24-1 ; C. com., art. L223-29).",
    "le scrutin secret (statuts 21-7)": "scrutin secret.",
    "une voix quel que soit le capital (statuts 22)": "une voix, quel que soit le nombre de ses parts, au sein de son collège (statuts, art. 22)",
    "le rappel des collèges (statuts 22, révision)": "trois collèges : Salariés et bénévoles membres actifs (SB, 40 % des voix)",
    "le collège du destinataire": "Vous votez dans le collège ",
    "le conjoint ou un associé (statuts 23, L223-28)": "votre conjoint ou par un autre associé (statuts, art. 23 ; C. com., art. L223-28)",
    "le même collège (statuts 26)": "du même collège que vous (statuts, art. 26)",
    "les documents joints (L223-26, R223-18)": "Sont joints à cette lettre : – comptes de 2025 ; – rapport de gestion ;",
    "consultables au siège (statuts 28)": "au siège social, 2 rue du Conte, 00100 Fictiville, pendant les 15 jours qui précèdent",
    "l’inventaire (R223-18)": "L’inventaire y est tenu de même, sans copie.",
    "les questions écrites (L223-26)": "des questions par écrit jusqu’à l’assemblée ; il y sera répondu au cours de la séance (C. com., art. L223-26)",
    "qui signe": "Gérante Inès Marjolaine",
    "le capital et le RCS (R123-238)": "RCS Fictiville 000 000 000 · Capital au 27 mai 2026",
}


@pytest.mark.parametrize("mention", NOTICE)
def test_a_notice_says_what_it_must(lettre, mention):
    assert NOTICE[mention] in lettre


def test_each_letter_has_its_pages_and_its_bookmark(pdf):
    pages = [net(page.extract_text()) for page in pdf.pages]
    debuts = [i for i, page in enumerate(pages) if "Page 1 sur" in page]
    assert len(debuts) == 15
    for debut, fin in zip(debuts, [*debuts[1:], len(pages)], strict=True):
        assert [f"Page {n} sur {fin - debut}" in pages[debut + n - 1] for n in range(1, fin - debut + 1)].count(
            False
        ) == 0
    assert len(pdf.outline) == 15
    assert "Inès Marjolaine" in {signet["/Title"] for signet in pdf.outline}


def test_the_odt_says_the_same(scene):
    octets, issues = imprimer(scene.depot, scene.ag, "convocations", INSTANT, format="odt")
    assert issues == ()
    texte = net(Document(BytesIO(octets)).body.text_recursive)
    for mention in ("R223-20", "Approbation des comptes", "Vous votez dans le collège", "L’inventaire y est tenu"):
        assert texte.count(mention) >= 15, mention


def test_a_proxy_form_says_what_it_must(scene):
    octets, issues = imprimer(scene.depot, scene.ag, "pouvoirs", INSTANT)
    assert issues == ()
    pages = [net(page.extract_text()) for page in PdfReader(BytesIO(octets)).pages]
    assert len(pages) == 15
    for page in pages:
        for mention in (
            "Page 1 sur 1", "donne pouvoir à (nom et prénom) :", "vendredi 12 juin 2026 à 18 h 00", "« Bon pour pouvoir »",
            "du même collège que vous (statuts, art. 26)", "ne se transmet pas", "annexé à la feuille de présence (statuts, art. 21-4)",
        ):  # fmt: skip
            assert mention in page, mention
