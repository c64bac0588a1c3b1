"""Letters of convocation: what each must say, to whom, and what the first consultation gave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scicvote.actes import preparation, registre
from scicvote.core.contexte_papier import Contexte
from scicvote.core.courrier import Courrier, _ville
from scicvote.core.faits import EtatColleges, Fiche, Identite, LigneListe, Mouvement
from scicvote.core.lettre_convocation import convocations as ecrire
from scicvote.core.vote import ComptageCorps
from scicvote.exchange.statuts import connus, texte_fourni
from tests.outils.autres_statuts import scene_sous
from tests.scene_papiers import JOUR, Scene, a, dit, mains

ENVOI = date(2026, 5, 27)


def convocations(dossier, ag, jour):
    return ecrire(Courrier(Contexte(dossier, ag), jour))


def lettres(scene, jour=ENVOI):
    return list(convocations(scene.depot.dossier, scene.assemblee, jour))


def a_qui(scene, mots, jour=ENVOI):
    """The one letter whose addressee holds these words."""
    (lettre,) = [x for x in lettres(scene, jour) if mots in dit(replace(x, blocs=(), entete=()))]
    return lettre


def annuelle(chemin, associes=15, **champs):
    scene = Scene.creer(chemin, associes)
    scene.preparer(**champs)
    scene.resolution("Approbation des comptes", objet="comptes", texte="Premier alinéa.\nSecond alinéa.")
    return scene


TOUJOURS = (  # what every letter of an annual assembly of a SARL says, and the article that wants it
    "Cliss XXI",
    "Siège social : 2 rue du Conte",
    "Lettre recommandée avec avis de réception (statuts, art. 21-2 ; C. com., art. R223-20)",
    "Fictiville, le 27 mai 2026",
    "Assemblée générale ordinaire annuelle du 12 juin 2026",
    "assemblée générale ordinaire annuelle, convoquée par la gérance, qui se tiendra le vendredi 12 juin 2026 à 18 h 00",
    "salle des Utopies",
    "Ordre du jour",
    "Approbation des comptes.",
    "Première résolution – Approbation des comptes",
    "Premier alinéa.",
    "Second alinéa.",
    "Chaque associé dispose d’une voix, quel que soit le nombre de ses parts",
    "trois collèges : Salariés et bénévoles membres actifs (SB, 40 % des voix)",
    "par votre conjoint ou par un autre associé (statuts, art. 23 ; C. com., art. L223-28)",
    "ne se transmet pas à une autre personne, et tombe si vous venez vous-même",
    "sans ce nom, il ne peut pas servir",
    "siège social, 2 rue du Conte, 00100 Fictiville, pendant les 15 jours",
    "statuts, art. 28 ; C. com., art. L223-26 et R223-18",
    "L’inventaire y est tenu de même",
    "questions par écrit jusqu’à l’assemblée ; il y sera répondu au cours de la séance (C. com., art. L223-26)",
    "nos salutations coopératives",
    "Inès Marjolaine",
)
PAR_TETE = (
    "Majorité : plus de 50 % de tous les associés (statuts, art. 24-1 ; C. com., art. L223-29).",
    "Cette assemblée vote par tête.",
    "Ils ne sont pas constitués à ce jour ; un associé peut en demander la constitution dès que la coopérative compte plus "
    "de 15 associés pendant plus d’un exercice (statuts, art. 25-1).",
)
PAR_COLLEGE = (
    "Majorité : plus de 50 % de toutes les voix",
    "Cette assemblée vote par collège. Vous votez dans le collège ",
    "est du même collège que vous (statuts, art. 26)",
)


@pytest.mark.parametrize(("par_college", "propres"), [(False, PAR_TETE), (True, PAR_COLLEGE)])
def test_mentions(tmp_path, par_college, propres):
    scene = annuelle(tmp_path, par_college=par_college)
    scene.convoquer()
    toutes = lettres(scene)
    assert len(toutes) == 15
    for lettre in toutes:
        assert lettre.mention == ""
        for mention in (*TOUJOURS, *propres):
            assert mention in dit(lettre), mention


def test_each_has_its_addressee_and_college(tmp_path):
    scene = annuelle(tmp_path, par_college=True)
    scene.convoquer()
    ines, sacha, atelier = (a_qui(scene, mots) for mots in ("Inès Marjolaine", "Sacha Camomille", "Atelier Fougère"))
    assert "Mme\u00a0Inès Marjolaine\n1 allée des Fables\n00100 Fictiville".replace("\u00a0", " ") in dit(ines)
    assert "\nMadame,\n" in dit(ines)
    assert ines.signet == "Inès Marjolaine"
    assert "en votre qualité d’associée, à l’assemblée" in dit(ines)
    assert "\nMonsieur,\n" in dit(sacha)
    assert "en votre qualité d’associé, à" in dit(sacha)
    assert "dans le collège Salariés et bénévoles membres actifs (SB), qui pèse 40 %" in dit(sacha)
    assert "Atelier Fougère\nÀ l’attention de Malo Fougère\n5 allée des Fables" in dit(atelier)
    assert "\nMadame, Monsieur,\n" in dit(atelier)
    assert "Nous vous invitons à représenter Atelier Fougère à l’assemblée" in dit(atelier)
    assert "Qui la représente apporte le document qui l’y habilite." in dit(atelier)
    assert "Personnes morales (PM), qui pèse 30 %" in dit(atelier)


def test_an_unknown_civility(tmp_path):
    scene = annuelle(tmp_path, 2)
    fiche = scene.depot.dossier.registre.au(JOUR).par_numero[2].fiche
    scene.faire(registre.modifier_fiche(scene.depot, replace(fiche, civilite="")))
    lettre = dit(a_qui(scene, "Sacha Camomille"))
    assert "\nMadame, Monsieur,\n" in lettre
    assert "qualité d’associé, à" in lettre


def test_before_the_list_is_frozen_letters_are_drafts(tmp_path):
    scene = Scene.creer(tmp_path, 3)
    scene.preparer(exercice=None)
    assert {lettre.mention for lettre in lettres(scene)} == {"PROJET"}
    texte = dit(lettres(scene)[0])
    assert "L’ordre du jour n’est pas encore écrit." in texte
    assert "le rapport de la gérance" in texte
    assert "C. com., art. R223-19" in texte
    assert "Texte des résolutions" not in texte
    assert "Questions écrites" not in texte
    assert "inventaire" not in texte


def test_who_left_since_the_list_was_frozen_is_not_written_to(tmp_path):
    scene = annuelle(tmp_path, 5)
    scene.convoquer()
    scene.faire(registre.mouvementer(scene.depot, Mouvement(4, date(2026, 6, 1), "demission", 0, "", None, None, "")))
    assert len(lettres(scene)) == 4


def test_documents_sent_apart_or_with_it(tmp_path):
    scene = annuelle(tmp_path, 2)
    assert "le rapport de gestion ;" in dit(lettres(scene)[0])
    scene.convoquer(mode="remise en main propre")
    joints = dit(lettres(scene)[0])
    assert "Sont joints à cette lettre :\ncomptes de 2025 ;\nrapport de gestion ;\nun formulaire de pouvoir." in joints
    assert "\nRemise en main propre\n" in joints
    apart = dit(lettres(scene, date(2026, 5, 20))[0])
    assert "Vous ont été envoyés par remise en main propre le 27 mai 2026 :" in apart
    assert "rapport de gestion." in apart


# --- colleges


@pytest.mark.parametrize(
    ("etat", "dit_"),
    [
        ("demandes", "Ils ont été demandés le 2 mai 2026 et ne sont pas encore constitués"),
        ("constitues", "Ces collèges sont constitués depuis le 2 mai 2026"),
    ],
)
def test_the_state_of_colleges(tmp_path, etat, dit_):
    scene = annuelle(tmp_path, 2)
    fait = EtatColleges(date(2026, 5, 2), etat, None, None)
    dossier = replace(scene.depot.dossier, autres={**scene.depot.dossier.autres, EtatColleges: (fait,)})
    assert dit_ in dit(next(convocations(dossier, scene.assemblee, ENVOI))).replace("\u00a0", " ")
    assert "Ils ne sont pas constitués" in dit(next(convocations(dossier, scene.assemblee, date(2026, 4, 1))))


def test_the_letter_of_a_college(tmp_path):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer(nature="college", college="PM", exercice=None, convoquee_par="la présidente du collège PM")
    scene.resolution("Choix", regle="decision_college", objet="decision_college")
    toutes = lettres(scene)
    assert len(toutes) == 3
    texte = dit(toutes[0])
    assert "assemblée du collège PM, convoquée par la présidente du collège PM" in texte
    assert "Cette assemblée réunit le collège Personnes morales (PM), dont vous êtes membre." in texte
    assert "La présidente du collège PM" in texte
    assert "(statuts, art. 25-3)" in texte
    for absent in ("recommandée", "Documents", "Questions écrites", "art. 21-2"):
        assert absent not in texte


def test_nobody_takes_a_category(tmp_path):
    scene = annuelle(tmp_path, 3, par_college=True)
    scene.convoquer()
    lignes = tuple(replace(ligne, college="") for ligne in scene.assemblee.liste.values())
    ag = replace(scene.assemblee, par_type={**scene.assemblee.par_type, LigneListe: lignes})
    texte = dit(next(convocations(scene.depot.dossier, ag, ENVOI)))
    assert "Aucun collège des statuts ne reçoit votre catégorie" in texte


# --- elections, second consultation


def test_an_election_shows_its_candidates(tmp_path):
    scene = annuelle(tmp_path, par_college=True)
    champs = {"regle": "election_gerance", "objet": "election", "sieges": 1, "texte": "L’assemblée élit."}
    point = scene.resolution("Élection d’un gérant", **champs)
    assert "1 siège à pourvoir. Aucune candidature" in dit(lettres(scene)[0])
    for candidat, college in ((1, "SB"), (2, "")):
        scene.faire(preparation.presenter_candidat(scene.depot, scene.ag, point, candidat, college))
    texte = dit(lettres(scene)[0])
    assert "Candidatures :\nMme Inès Marjolaine, présentée par le collège SB ;\nM. Sacha Camomille." in texte
    assert "; scrutin secret." in texte


def seconde(scene, origine):
    premiere = scene.ag
    scene.preparer(heure=a(18, 0, date(2026, 7, 3)), consultation=2, suite_de=premiere, par_college=False)
    scene.resolution("Local", origine=origine)


@pytest.mark.parametrize(
    ("comptage", "mode", "sort"),
    [
        (mains(5, 3), "main_levee", "rejetée, 33,33 % pour"),
        (mains(1, 1), "secret_papier", "rejetée\n"),
    ],
)
def test_a_second_consultation_says_why(tmp_path, comptage, mode, sort):
    scene = annuelle(tmp_path)
    point = scene.resolution("Local")
    scene.convoquer()
    scene.arriver(range(1, 9))
    scene.ouvrir((2, 3))
    scene.voter(point, {"*": comptage}, a(18, 30), mode)
    scene.clore()
    seconde(scene, point)
    texte = dit(lettres(scene, date(2026, 6, 15))[0])
    assert "assemblée générale ordinaire annuelle, en seconde consultation, convoquée" in texte
    assert "L’assemblée du 12 juin 2026 n’a pas réuni la majorité" in texte
    assert f"Première, Local\nDeuxième résolution : {sort}" in texte
    assert "Plus de 50 % des suffrages exprimés" in texte
    assert "(C. com., art. L223-29)" in texte


def test_a_second_consultation_of_an_election(tmp_path):
    scene = annuelle(tmp_path)
    champs = {"regle": "election_gerance", "objet": "election", "sieges": 1}
    point = scene.resolution("Élection", **champs)
    scene.faire(preparation.presenter_candidat(scene.depot, scene.ag, point, 1))
    scene.convoquer()
    scene.arriver(range(1, 9))
    scene.ouvrir((2, 3))
    scene.voter(point, {"*": ComptageCorps(votants=8, voix={1: 4})}, a(18, 30), "secret_papier")
    scene.voter(point, {"*": ComptageCorps(votants=8, voix={1: 4})}, a(18, 50), "secret_papier")
    scene.clore()
    premiere = scene.ag
    scene.preparer(heure=a(18, 0, date(2026, 7, 3)), consultation=2, suite_de=premiere)
    scene.resolution("Élection", origine=point, **champs)
    texte = dit(lettres(scene)[0])
    assert "Deuxième résolution : ballottage" in texte
    ag = scene.assemblee
    perdue = ag.avec((replace(ag.resolutions[0], origine=99),))
    assert "Première, Élection\nPlus de" in dit(next(convocations(scene.depot.dossier, perdue, ENVOI)))


def test_a_second_consultation_of_what_was_not_voted(tmp_path):
    scene = annuelle(tmp_path)
    premiere = scene.assemblee
    scene.preparer(heure=a(18, 0, date(2026, 7, 3)))
    point = scene.resolution("Local")
    convocation = replace(scene.assemblee.convocation, consultation=2, suite_de=premiere.numero)
    ag = scene.assemblee.avec((convocation, replace(scene.assemblee.resolutions[0], resolution=point, origine=1)))
    assert "Première résolution : non mise aux voix" in dit(next(convocations(scene.depot.dossier, ag, ENVOI)))
    seule = ag.avec((replace(convocation, suite_de=None),))
    assert "Pourquoi" not in dit(next(convocations(scene.depot.dossier, seule, ENVOI)))


# --- other statutes


@pytest.mark.parametrize(
    ("cle", "attendus", "absents"),
    [
        ("la-grande-ourse", ("C. com., art. L225-106", "C. com., art. L225-108"), ("L223", "R223")),
        ("les-sentiers-communs", ("Veuillez agréer",), ("L223", "R223", "L225", "Questions écrites")),
    ],
)
def test_an_sa_and_a_sas(tmp_path, cle, attendus, absents):
    scene = scene_sous(tmp_path, texte_fourni(cle), [c.code for c in connus()[cle].categories])
    scene.preparer(par_college=False)
    scene.resolution("Comptes", objet="comptes")
    texte = dit(lettres(scene)[0])
    assert "\nLe 27 mai 2026\n" in texte
    for mention in attendus:
        assert mention in texte, mention
    for mention in absents:
        assert mention not in texte, mention


def test_rules_that_other_statutes_give(tmp_path):
    scene = annuelle(tmp_path, 2)
    lus = scene.depot.dossier.statuts_lus
    jour, statuts = lus[0]

    def sous(**champs):
        dossier = replace(scene.depot.dossier, statuts_lus=((jour, replace(statuts, **champs)),))
        return dit(next(convocations(dossier, scene.assemblee, ENVOI)))

    pouvoirs = replace(statuts.pouvoirs, conjoint=False, maximum=2, en_blanc="president")
    texte = sous(pouvoirs=pouvoirs)
    assert "représenter par un autre associé (" in texte
    assert "porte au plus 2 pouvoirs" in texte
    assert "revient au président de séance" in texte
    constitution = replace(statuts.constitution, demandeurs=3, exercices=2)
    assert "3 associés peuvent en demander la constitution dès que" in sous(constitution=constitution)
    assert "pendant plus de 2 exercices" in sous(constitution=constitution)
    constitution = replace(statuts.constitution, associes_plus_de=None)
    assert "un associé peut en demander la constitution (" in sous(constitution=constitution)
    assert "collège" not in sous(colleges=())


def test_the_town_of_a_letter():
    assert _ville("1 rue de l’Exemple, 00100 Fictiville") == "Fictiville"
    assert _ville("Fictiville") == ""
    assert _ville("2 rue Haute, Bâtiment B") == ""


def test_a_letterhead_without_an_office(tmp_path):
    scene = annuelle(tmp_path, 1)
    autres = {k: v for k, v in scene.depot.dossier.autres.items() if k is not Identite}
    texte = dit(next(convocations(replace(scene.depot.dossier, autres=autres), scene.assemblee, ENVOI)))
    assert "au siège social pendant les" in texte


def test_a_legal_person_without_a_representative(tmp_path):
    scene = annuelle(tmp_path, 1)
    fiche = Fiche(0, date(2020, 1, 1), "morale", "La Ruche rêvée", "", "", "1 rue A\n00100 Ici", "", "", "")
    scene.faire(registre.importer_faits(scene.depot, "x", (replace(fiche, associe=2), Mouvement(2, fiche.effet, "reprise", 5, "2", None, None, "")), (), "un"))  # fmt: skip
    courrier = Courrier(Contexte(scene.depot.dossier, scene.assemblee), ENVOI)
    assert courrier.adresse(2) == "La Ruche rêvée\n1 rue A\n00100 Ici"
