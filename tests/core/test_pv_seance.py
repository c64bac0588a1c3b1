"""The sitting in the minutes and on the attendance sheet: proxies that move, officers, questions, what was taken back."""

from dataclasses import replace
from datetime import date

import pytest

from scicvote.actes import correction, preparation, proces_verbal, registre, seance, vote
from scicvote.core.contradictions import contradictions
from scicvote.core.faits import Deport, Envoi, FinPouvoir, Mouvement, Pouvoir, QuestionEcrite, Scrutin
from scicvote.core.papier import Papier, Paragraphe, SautDePage, Tableau, Texte, brut, paragraphe, textes
from scicvote.core.vote import ComptageCorps
from tests.scene_papiers import Scene, a, dit, mains, ordinaire


def tableau(papier, premiere):
    """The rows of the table whose first heading is this one."""
    plats = [b for un in papier.blocs for b in getattr(un, "blocs", (un,))]
    trouve = next(b for b in plats if isinstance(b, Tableau) and b.colonnes[0].titre == premiere)
    return [[brut(c).replace("\u00a0", " ") for c in r.cellules] for r in trouve.rangees]


def mouvements(scene):
    return tableau(scene.pv(), "Heure")


def donner(scene, mandant, mandataire, heure):
    pouvoir = Pouvoir(0, scene.ag, mandant, mandataire, "", False, heure, "")
    acte = scene.faire(seance.donner_pouvoir(scene.depot, pouvoir))
    return acte, next(f.pouvoir for f in acte.faits if isinstance(f, Pouvoir))


def codes(scene):
    return {issue.code: issue for issue in contradictions(scene.depot.dossier, scene.assemblee)}


# --- arrivals and proxies after the opening


def test_before_the_opening_nothing_is_a_movement(tmp_path):
    scene = Scene.creer(tmp_path, 5)
    scene.preparer()
    scene.resolution("Point")
    scene.convoquer()
    scene.arriver((1, 2))
    assert "Aucune arrivée, aucun départ et aucun incident après l’ouverture." in dit(scene.pv())


def test_a_proxy_handed_in_during_the_sitting(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    donner(scene, 12, 2, a(18, 20))
    assert mouvements(scene) == [
        ["18 h 20", "Remise du pouvoir donné par M. Sacha Aubépine à M. Sacha Camomille.", "11"],
    ]
    assert tableau(scene.pv(), "Associé")[-2:] == [
        ["Après l’ouverture"],
        ["M. Sacha Aubépine", "5", "Par pouvoir donné à M. Sacha Camomille"],
    ]


def test_a_proxy_taken_back_during_the_sitting(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    acte, numero = donner(scene, 12, 2, a(18, 20))
    scene.faire(seance.retirer_pouvoir(scene.depot, scene.ag, numero, a(18, 40), "le mandant le reprend."))
    assert mouvements(scene)[1] == [
        "18 h 40",
        "Retrait du pouvoir donné par M. Sacha Aubépine à M. Sacha Camomille : le mandant le reprend.",
        "10",
    ]
    scene.faire(correction.annuler(scene.depot, acte.numero, "saisi par erreur"))
    assert scene.assemblee.tous(Pouvoir) == ()
    assert len(scene.assemblee.tous(FinPouvoir)) == 1
    assert mouvements(scene) == [["18 h 40", "Retrait d’un pouvoir : le mandant le reprend.", "10"]]


def test_a_giver_who_comes_makes_the_proxy_fall(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    donner(scene, 12, 2, a(18, 10))
    scene.arriver((12,), a(18, 30))
    assert mouvements(scene)[1] == [
        "18 h 30",
        "Arrivée de M. Sacha Aubépine. Son pouvoir donné à M. Sacha Camomille tombe.",
        "11",
    ]
    assert tableau(scene.pv(), "Associé")[-1][2] == "En personne, à partir de 18 h 30"


def test_a_proxy_is_neither_used_nor_unused_before_the_opening(tmp_path):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer()
    scene.resolution("Point")
    scene.convoquer()
    scene.pouvoir(12, 2)
    scene.pouvoir(13, 14)
    scene.arriver((1, 2))
    suites = [r[4] for r in tableau(scene.feuille(), "Mandant")]
    assert suites == ["", ""]
    scene.ouvrir()
    suites = [r[4] for r in tableau(scene.feuille(), "Mandant")]
    assert suites == ["Exercé", "Non exercé, mandataire absent"]


# --- people


def test_a_legal_person_without_a_known_representative(tmp_path):
    scene = Scene.creer(tmp_path, 4)
    fiche, mouvement = scene.personne(5)
    scene.faire(registre.inscrire(scene.depot, replace(fiche, representant=""), (mouvement,)))
    scene.preparer()
    scene.resolution("Point")
    scene.convoquer()
    noms = [r[1] for r in tableau(scene.feuille(), "N°")]
    assert "Atelier Fougère" in noms
    assert not any("Représentant" in nom for nom in noms)


def test_a_missing_first_name_is_said(tmp_path):
    scene = Scene.creer(tmp_path, 5)
    for rang in (6, 7):
        fiche, mouvement = scene.personne(rang)
        scene.faire(registre.inscrire(scene.depot, replace(fiche, prenom=""), (mouvement,)))
    scene.preparer()
    scene.resolution("Point")
    assert "PV_PRENOM" not in codes(scene)
    scene.convoquer()
    issue = codes(scene)["PV_PRENOM"]
    assert issue.phrase == "Prénom manquant\u00a0: Bruyère et Noisetier."
    assert not issue.bloquante


def test_who_left_since_the_list_was_frozen_is_in_the_minutes(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    assert "Depuis cette date" not in dit(scene.pv())
    demission = Mouvement(12, date(2026, 6, 3), "demission", 0, "", None, None, "lettre")
    scene.faire(registre.mouvementer(scene.depot, demission))
    texte = dit(scene.pv())
    assert "par la gérance (statuts, art. 21-1) : 15 associés. Depuis cette date :\n" in texte
    assert (
        "M. Sacha Aubépine (5 parts) : qualité perdue le 3 juin 2026 (démission), ne compte plus parmi les inscrits."
        in texte
    )
    assert "Sur 14 inscrits" in texte


def test_a_withdrawal_from_a_vote_on_a_resolution_taken_back(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    scene.resolution("Révocation", regle="revocation_gerance", objet="revocation", concerne=1, hors_ordre=True)
    point = scene.assemblee.resolutions[1].resolution
    ajout = scene.depot.dossier.actes[-1].numero
    scene.faire(vote.deporter(scene.depot, Deport(scene.ag, point, 4, a(18, 20), "libre")))
    assert "N’ont pas pris part à un vote (1) : M. Alix Marronnier (résolution 2)." in dit(scene.pv())
    scene.faire(correction.annuler(scene.depot, ajout, "ajoutée par erreur"))
    assert len(scene.assemblee.tous(Deport)) == 1
    assert "N’ont pas pris part" not in dit(scene.pv())


# --- officers of a college


def _college(tmp_path, college, presents, president, **designation):
    scene = Scene.creer(tmp_path, 20)
    if designation:
        scene.faire(registre.designer_president(scene.depot, college, jour=date(2026, 2, 1), **designation))
    scene.preparer(nature="college", college=college, exercice=None)
    scene.resolution("Avis", regle="avis_college", objet="avis", concerne=3)
    scene.convoquer()
    scene.arriver(presents)
    scene.ouvrir(president=president, motif="" if designation else "choix du collège")
    return dit(scene.pv())


@pytest.mark.parametrize(
    ("president", "qualite"),
    [
        (1, "Mme Inès Marjolaine, présidente du collège"),
        (2, "M. Sacha Camomille, suppléant du président du collège"),
        (6, "M. Ève Noisetier, désigné pour présider"),
        (11, "Mme Inès Ajonc, désignée pour présider"),
    ],
)
def test_in_what_quality_somebody_presides_a_college(tmp_path, president, qualite):
    texte = _college(tmp_path, "SB", (1, 2, 6, 11), president, associe=1, suppleant=2)
    assert f"La séance est présidée par {qualite}" in texte


def test_a_college_without_a_president_takes_one_of_its_members(tmp_path):
    texte = _college(tmp_path, "SB", (1, 2), 2)
    assert "M. Sacha Camomille, désigné pour présider (statuts, art. 25-3) : choix du collège." in texte


@pytest.mark.parametrize(
    ("president", "suite"), [(5, "qui préside le collège"), (10, "à qui la présidence est confiée")]
)
def test_a_legal_person_presides_a_college_through_its_representative(tmp_path, president, suite):
    texte = _college(tmp_path, "PM", (5, 10), president, associe=5)
    nom = "Malo Fougère, pour Atelier Fougère" if president == 5 else "Maud Églantine, pour Atelier Églantine"
    assert f"La séance est présidée par {nom}, {suite} (statuts, art. 25-3)." in texte


def test_a_college_called_without_a_recorded_notice(tmp_path):
    scene = Scene.creer(tmp_path, 20)
    scene.preparer(nature="college", college="SB", exercice=None)
    texte = dit(scene.pv())
    assert "Le collège est réuni à l’initiative de la gérance (statuts, art. 24-4 et 25-3).\n" in texte
    assert "La convocation a été adressée" not in texte


# --- documents, questions


def test_documents_sent_without_their_list(tmp_path):
    scene = Scene.creer(tmp_path, 5)
    scene.preparer(exercice=None)
    scene.faire(preparation.envoyer(scene.depot, Envoi(scene.ag, date(2026, 5, 27), "documents", "courriel", (), None)))
    texte = dit(scene.pv())
    assert "Les documents de l’assemblée ont été envoyés aux associés le 27 mai 2026 par courriel." in texte
    assert "Les documents suivants" not in texte


def test_a_question_without_an_answer(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    acte = scene.faire(preparation.poser_question(scene.depot, scene.ag, 2, date(2026, 6, 8), "Pourquoi ?"))
    assert "Pourquoi ?\nIl n’y a pas été répondu en séance." in dit(scene.pv())
    question = next(f.question for f in acte.faits if isinstance(f, QuestionEcrite))
    scene.faire(seance.repondre(scene.depot, scene.ag, question, a(18, 20), "parce que."))
    texte = dit(scene.pv())
    assert "Pourquoi ?\nRéponse donnée à 18 h 20 :\nParce que." in texte
    assert "Il n’y a pas été répondu" not in texte


# --- what stands against closing the minutes


def test_a_vote_that_is_not_declared_blocks(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    point = scene.assemblee.resolutions[0].resolution
    acte = scene.faire(vote.ouvrir_scrutin(scene.depot, scene.ag, point, "main_levee", a(18, 30)))
    assert codes(scene)["PV_NON_PROCLAMEE"].phrase == "Un scrutin n’est pas proclamé\u00a0: Approbation des comptes."
    assert codes(scene)["PV_NON_PROCLAMEE"].bloquante
    numero = next(f.scrutin for f in acte.faits if isinstance(f, Scrutin))
    scene.faire(vote.depouiller(scene.depot, scene.ag, numero, {"*": mains(9)}, a(18, 32)))
    assert "PV_NON_PROCLAMEE" in codes(scene)
    scene.faire(vote.proclamer(scene.depot, scene.ag, numero, a(18, 33)))
    assert "PV_NON_PROCLAMEE" not in codes(scene)


def test_a_second_round_that_was_not_held(tmp_path):
    scene = Scene.creer(tmp_path, 10)
    scene.preparer(exercice=None)
    point = scene.resolution("Élection", regle="election_gerance", objet="election", sieges=1)
    for candidat in (1, 2):
        scene.faire(preparation.presenter_candidat(scene.depot, scene.ag, point, candidat))
    scene.convoquer()
    scene.arriver(range(1, 11))
    scene.ouvrir()
    premier = {"*": ComptageCorps(votants=10, voix={1: 5, 2: 5})}
    scene.voter(point, premier, a(18, 30), "secret_papier")
    issue = codes(scene)["PV_SECOND_TOUR"]
    assert issue.phrase == "Résolution 1\u00a0: un second tour est nécessaire et n’a pas eu lieu."
    assert not issue.bloquante
    scene.voter(point, {"*": ComptageCorps(votants=10, voix={1: 6, 2: 4})}, a(18, 40), "secret_papier")
    assert "PV_SECOND_TOUR" not in codes(scene)


@pytest.mark.parametrize(
    ("qui", "mot"), [(2, "Sacha Camomille, scrutateur, parti"), (3, "Tom Verveine, scrutatrice, partie")]
)
def test_a_scrutateur_who_left_is_named_in_their_gender(tmp_path, qui, mot):
    scene = ordinaire(tmp_path, 15, 10)
    scene.faire(seance.partir(scene.depot, scene.ag, qui, a(18, 20)))
    scene.voter(scene.assemblee.resolutions[0].resolution, {"*": mains(6, 3)}, a(18, 30), "secret_papier")
    phrase = codes(scene)["PV_SCRUTATEUR"].phrase.replace("\u00a0", " ")
    assert phrase == f"{mot} à 18 h 20 ; scrutin secret à 18 h 30."


# --- minutes that rectify, page breaks


def test_blank_lines_of_a_rectification_make_no_paragraph(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    scene.clore()
    scene.dresser()
    scene.signer(1)
    texte = "Lire 18 h 06.\n\n   \nLe reste demeure.\n"
    scene.faire(proces_verbal.rectifier(scene.depot, scene.ag, 1, date(2026, 6, 20), texte))
    dits = [brut(b.texte) for b in scene.pv(2).blocs if isinstance(b, Paragraphe)]
    assert dits[1:3] == ["Lire 18 h 06.", "Le reste demeure."]
    assert len(dits) == 4


def test_a_page_break_says_nothing():
    papier = Papier(
        titre="Titre", auteur="Fiction", blocs=(paragraphe("avant"), SautDePage(), paragraphe(Texte("après")))
    )
    assert textes(papier) == ("Titre", "avant", "après")
