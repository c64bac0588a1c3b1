"""What a notice, a proxy form and ballots have to say, article by article, in the PDF itself, and in the ODT."""

from datetime import datetime
from io import BytesIO

import pytest
from odfdo import Document
from pypdf import PdfReader

from scicvote.actes import preparation
from scicvote.actes.papiers import composer, imprimer
from scicvote.actes.papiers_demande import Demande
from scicvote.core.papier import Ensemble, Paragraphe, Signatures
from tests.scene_papiers import Scene

INSTANT = datetime(2026, 5, 26, 9, 0)


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """The annual assembly of forty-one associés by college: accounts, an election, a change of the statutes."""
    scene = Scene.creer(tmp_path_factory.mktemp("lettres"), 41)
    scene.preparer(par_college=True, nature="mixte", motif_vote="usage de la coopérative")
    scene.resolution("Approbation des comptes", objet="comptes")
    election = scene.resolution("Élection de la gérance", regle="election_gerance", objet="election", sieges=2)
    scene.resolution("Modification de l’article 4", regle="extraordinaire", objet="statuts")
    for candidat, college in ((1, "SB"), (3, "PP"), (6, "SB")):
        scene.faire(preparation.presenter_candidat(scene.depot, scene.ag, election, candidat, college))
    scene.convoquer()
    return scene


def ouvrir(scene, genre, **demande):
    octets, issues = imprimer(scene.depot, scene.ag, genre, INSTANT, demande=Demande(**demande))
    assert octets is not None, issues
    return PdfReader(BytesIO(octets))


def net(texte):
    return " ".join(texte.replace("\u00ad\n", "").split())


def lire(scene, genre, **demande):
    return net("\n".join(page.extract_text() for page in ouvrir(scene, genre, **demande).pages))


@pytest.fixture(scope="module")
def convocation(scene):
    return lire(scene, "convocations", associe=1)


@pytest.fixture(scope="module")
def pouvoir(scene):
    return lire(scene, "pouvoirs", associe=5)


CONVOCATION = {
    "la société, sa forme (R123-238)": "Cliss XXI Société coopérative d’intérêt collectif, SARL à capital variable",
    "son siège et son RCS (R123-238)": "Siège social : 2 rue du Conte, 00100 Fictiville RCS Fictiville 000 000 000",
    "le destinataire et son domicile": "Mme Inès Marjolaine 1 allée des Fables 00100 Fictiville",
    "la lettre recommandée (21-2, R223-20)": "Lettre recommandée",
    "l’article de l’envoi": "(statuts, art. 21-2 ; C. com., art. R223-20)",
    "le lieu et la date de la lettre": "Fictiville, le 27 mai 2026",
    "l’appel accordé": "Madame, Nous vous invitons",
    "la nature de l’assemblée (20)": "assemblée générale ordinaire et extraordinaire",
    "qui convoque": "convoquée par la gérance",
    "le jour et l’heure": "vendredi 12 juin 2026 à 18 h 00",
    "le lieu": "salle des Utopies, 1 rue de l’Exemple, 00100 Fictiville",
    "l’ordre du jour (21-3)": "Ordre du jour 1. Approbation des comptes. 2. Élection de la gérance. 3. Modification de l’article 4.",
    "le texte entier des résolutions (L223-26)": "L’assemblée se prononce sur ce point : Modification de l’article 4.",
    "la majorité ordinaire (L223-29)": "plus de 50 % de toutes les voix (statuts, art. 24-1 ; C. com., art. L223-29)",
    "la majorité extraordinaire (L223-30)": "au moins 75 % de toutes les voix (statuts, art. 24-3 ; C. com., art. L223-30)",
    "le scrutin secret (21-7)": "scrutin secret",
    "les candidats présentés (18-1)": "Mme Tom Verveine, présentée par le collège PP",
    "une voix par associé (22)": "Chaque associé dispose d’une voix, quel que soit le nombre de ses parts",
    "le rappel des collèges (révision 2020)": "trois collèges : Salariés et bénévoles membres actifs (SB, 40 % des voix)",
    "le collège du destinataire et son poids": "Vous votez dans le collège Salariés et bénévoles membres actifs (SB), qui pèse 40 % des voix",
    "le conjoint ou un associé (23, L223-28)": "votre conjoint ou par un autre associé (statuts, art. 23 ; C. com., art. L223-28)",
    "le même collège (26)": "du même collège que vous (statuts, art. 26)",
    "ni transmission ni survie du pouvoir": "ne se transmet pas à une autre personne, et tombe si vous venez vous-même",
    "les documents joints (R223-18)": "comptes de 2025",
    "où ils se consultent (28)": "au siège social, 2 rue du Conte, 00100 Fictiville, pendant les 15 jours qui précèdent l’assemblée",
    "l’inventaire (R223-18)": "L’inventaire y est tenu de même, sans copie.",
    "les questions écrites (L223-26)": "Vous pouvez poser des questions par écrit jusqu’à l’assemblée",
    "la signature": "Gérante Inès Marjolaine",
}

POUVOIR = {
    "l’assemblée": "assemblée générale ordinaire et extraordinaire",
    "le jour et l’heure": "vendredi 12 juin 2026 à 18 h 00",
    "le mandant": "Atelier Fougère",
    "qui représente une personne morale": "Malo Fougère",
    "ses parts": "7 parts",
    "son collège (26)": "collège PM",
    "à qui (23)": "donne pouvoir à",
    "le conjoint ou un associé (23, L223-28)": "(statuts, art. 23 ; C. com., art. L223-28)",
    "le même collège (26)": "(statuts, art. 26)",
    "ni en blanc": "sans ce nom, il ne peut pas servir",
    "ni transmis, et quand il tombe": "ne se transmet pas à une autre personne, et tombe si vous venez vous-même",
    "bon pour pouvoir": "« Bon pour pouvoir »",
    "le lieu et la date": "Fait à",
}


@pytest.mark.parametrize("mention", CONVOCATION)
def test_a_notice_says_it(convocation, mention):
    assert CONVOCATION[mention] in convocation


@pytest.mark.parametrize("mention", POUVOIR)
def test_a_proxy_form_says_it(pouvoir, mention):
    assert POUVOIR[mention] in pouvoir


def test_a_letter_for_each_associe_and_no_other(scene):
    lettres = lire(scene, "convocations")
    assert lettres.count("Veuillez agréer") == 41
    assert all(scene.nom(n) in lettres for n in range(1, 42))
    assert "PROJET" not in lettres


def test_nothing_on_a_ballot_says_whose_it_is(scene):
    """Every ballot of an election shows the same words, and no associé but the candidates."""
    bulletins = lire(scene, "bulletins")
    combien = bulletins.count("cochez deux noms au plus")
    assert combien == (17 + 2) + (16 + 2) + (8 + 2)
    assert [bulletins.count(scene.nom(n)) for n in (1, 3, 6)] == [combien] * 3
    assert not any(scene.nom(n) in bulletins for n in {*range(1, 42)} - {1, 3, 6})


def test_nobody_signs_a_page_that_says_nothing(scene):
    (lettre,) = composer(scene.depot, scene.ag, "convocations", demande=Demande(associe=1)).papiers
    dernier = lettre.blocs[-1]
    assert isinstance(dernier, Ensemble)
    assert [type(bloc) for bloc in dernier.blocs] == [Paragraphe, Signatures]


def test_each_letter_has_its_pages_and_its_bookmark(scene):
    pdf = ouvrir(scene, "convocations")
    pages = [net(page.extract_text()) for page in pdf.pages]
    debuts = [i for i, page in enumerate(pages) if "Page 1 sur" in page]
    assert len(debuts) == 41
    for debut, fin in zip(debuts, [*debuts[1:], len(pages)], strict=True):
        assert all(f"Page {n} sur {fin - debut}" in pages[debut + n - 1] for n in range(1, fin - debut + 1))
    assert {signet["/Title"] for signet in pdf.outline} == {scene.nom(n) for n in range(1, 42)}


def test_the_odt_says_the_same(scene):
    octets, issues = imprimer(scene.depot, scene.ag, "convocations", INSTANT, format="odt")
    assert issues == ()
    texte = net(Document(BytesIO(octets)).body.text_recursive)
    for mention in ("R223-20", "Approbation des comptes", "Vous votez dans le collège", "L’inventaire y est tenu"):
        assert texte.count(mention) >= 41, mention


def test_each_proxy_form_is_whole_on_its_page(scene):
    pages = [net(page.extract_text()) for page in ouvrir(scene, "pouvoirs").pages]
    assert len(pages) == 41
    for page in pages:
        for mention in ("Page 1 sur 1", "« Bon pour pouvoir »", "annexé à la feuille de présence (statuts, art. 21-4)"):
            assert mention in page, mention
