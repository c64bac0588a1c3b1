"""What the law wants to read, article by article, in the PDF itself: each mention with the text that proves it."""

from datetime import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from scicvote.actes import preparation, seance
from scicvote.actes.papiers import imprimer
from tests.scene_papiers import Scene, a, mains

INSTANT = datetime(2026, 6, 15, 9, 0)


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Forty-one associés by college, an adopted and a rejected resolution, an incident; minutes signed."""
    scene = Scene.creer(tmp_path_factory.mktemp("mentions"), 41)
    scene.preparer(par_college=True, motif_vote="usage de la coopérative")
    comptes = scene.resolution("Approbation des comptes", objet="comptes")
    local = scene.resolution("Location d’un local")
    scene.convoquer()
    scene.pouvoir(26, 1)
    scene.faire(preparation.excuser(scene.depot, scene.ag, 27))
    scene.arriver(range(1, 26))
    scene.faire(seance.inviter(scene.depot, scene.ag, "Hector Valériane", "expert-comptable"))
    scene.ouvrir((2, 3))
    scene.faire(seance.deposer_document(scene.depot, scene.ag, "rapport de gestion de 2025"))
    scene.faire(seance.noter_debat(scene.depot, scene.ag, comptes, "L’expert-comptable commente les comptes."))
    scene.voter(comptes, {"SB": mains(10, 1), "PP": mains(10), "PM": mains(5)}, a(18, 30))
    scene.voter(local, {"SB": mains(1, 9), "PP": mains(1, 9), "PM": mains(1, 4)}, a(18, 40))
    scene.faire(seance.noter_incident(scene.depot, scene.ag, a(18, 50), "Une coupure de courant dure cinq minutes."))
    scene.clore()
    scene.dresser()
    scene.signer(1)
    return scene


def lire(scene, genre):
    octets, _ = imprimer(scene.depot, scene.ag, genre, INSTANT)
    pages = [page.extract_text() for page in PdfReader(BytesIO(octets)).pages]
    return " ".join("\n".join(pages).replace("\u00ad\n", "").split())


@pytest.fixture(scope="module")
def proces_verbal(scene):
    return lire(scene, "proces-verbal")


@pytest.fixture(scope="module")
def feuille(scene):
    return lire(scene, "feuille-presence")


R223_24 = {
    "la date de la réunion": "Le vendredi douze juin deux mille vingt-six, à dix-huit heures cinq",
    "le lieu de la réunion": "salle des Utopies, 1 rue de l’Exemple, 00100 Fictiville",
    "les nom, prénom et qualité du président": "présidée par Mme Inès Marjolaine, gérante (statuts, art. 21-5)",
    "les associés présents, avec leurs parts": "M. Sacha Camomille 7 En personne",
    "les associés représentés, avec leurs parts": "M. Ève Houx 7 Par pouvoir donné à Mme Inès Marjolaine",
    "les documents et rapports soumis": "Documents soumis à l’assemblée Sont déposés sur le bureau, à la disposition des "
    "associés : – rapport de gestion de 2025.",
    "un résumé des débats": "Débats. L’expert-comptable commente les comptes.",
    "le texte de la résolution adoptée": "L’assemblée se prononce sur ce point : Approbation des comptes.",
    "le texte de la résolution rejetée": "L’assemblée se prononce sur ce point : Location d’un local.",
    "le résultat du vote, adopté": "Première résolution : adoptée.",
    "le résultat du vote, rejeté": "Deuxième résolution : rejetée.",
    "les chiffres du vote": "Ensemble 41 25 1 25 1 0 ",
    "la signature des gérants et du président": "Signé le 16 juin 2026 par Inès Marjolaine.",
    "les incidents": "18 h 50 Une coupure de courant dure cinq minutes.",
    "le numéro au registre (R221-3)": "porté sous le n° 1 au registre spécial des délibérations (C. com., art. R221-3",
}

STATUTS_21_4 = {
    "les noms et prénoms": "M. Camomille Sacha",
    "les dénominations et qui représente": "Atelier Fougère Représentant : Malo Fougère",
    "les domiciles": "2 allée des Fables, 00100 Fictiville",
    "le nombre de parts et de voix": "00100 Fictiville 7 1 Arrivée 17 h 45",
    "par collège": "Collège SB : 17 associés",
    "les totaux de la page": "Total de la page : ",
    "les totaux d’ensemble": "Ensemble : 41 associés",
    "présents, avec l’heure": "Arrivée 17 h 45",
    "représentés, et par qui": "Donné à Mme Inès Marjolaine",
    "la signature pour les représentés": "Qui porte un pouvoir signe aussi dans la case de la personne représentée.",
    "la case de signature": "Pouvoir Signature",
    "la certification par le bureau": "Le bureau certifie exacte la présente feuille : 25 associés présents et 1 représenté à "
    "l’ouverture, soit 26 voix sur 41 inscrits (statuts, art. 21-4).",
    "les pouvoirs annexés": "Pouvoirs annexés (statuts, art. 23)",
    "déposée au siège, communiquée": "Feuille déposée au siège social, communiquée à qui la demande (statuts, art. 21-4)",
}


@pytest.mark.parametrize("mention", R223_24)
def test_minutes_say_what_r223_24_wants(proces_verbal, mention):
    assert R223_24[mention] in proces_verbal


@pytest.mark.parametrize("mention", STATUTS_21_4)
def test_the_sheet_says_what_statutes_21_4_want(feuille, mention):
    assert STATUTS_21_4[mention] in feuille


def test_each_is_in_exactly_one_figure(proces_verbal):
    """Present, represented, excused, absent, attending without a vote: separate figures and names."""
    for dit in (
        "Sur 41 inscrits, à l’ouverture : 25 présents, 1 représenté, 1 excusé sans pouvoir et 14 absents sans pouvoir ni excuse.",
        "Excusés, sans pouvoir (1) : ",
        "Absents, sans pouvoir ni excuse (14) : ",
        "Assistent sans voix (1) : Hector Valériane, expert-comptable.",
    ):
        assert dit in proces_verbal
