"""Votes cast elsewhere: matched with the agenda and the colleges, every fault at once, never a name with a choice."""

from dataclasses import replace
from datetime import datetime

import pytest

from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import Convocation, CorpsScrutin, Resolution
from scicvote.core.statuts import Distance
from scicvote.core.tableau import LigneBrute, Table
from scicvote.core.vote import ComptageCorps
from scicvote.core.votes_externes import (
    COURRIER,
    VISIOCONFERENCE,
    VotesExternes,
    controler_distance,
    cumuler,
    distants,
    mention,
    rapprocher,
)
from scicvote.exchange.statuts import connus

SARL, SA, SAS = (connus()[cle] for cle in ("cliss-xxi", "la-grande-ourse", "les-sentiers-communs"))


def resolution(numero, titre, objet="autre"):
    return Resolution(numero + 10, 1, numero, titre, "Texte.", "ordinaire", objet, 0, None, "", None, False)


POINTS = (
    resolution(1, "Approbation des comptes"),
    resolution(2, "Siège social"),
    resolution(3, "Date de l’assemblée"),
    resolution(4, "Élection de la gérance", "election"),
    resolution(5, "Divers"),
    resolution(6, "Divers"),
)


def assemblee(par_college=True):
    heure = datetime(2026, 6, 12, 18)
    convocation = Convocation(1, "ordinaire", heure, "ici", par_college, "", "", 1, None, 2025, "la gérance")
    return Assemblee(1).avec([convocation, *POINTS])


def table(*rangees):
    entetes, *lignes = rangees
    return Table("votes.csv", entetes, tuple(LigneBrute(i, ligne) for i, ligne in enumerate(lignes, start=2)))


def lire(*rangees, par_college=True, statuts=SARL):
    return rapprocher(table(*rangees), assemblee(par_college), statuts)


def fautes(votes):
    return [(i.code, i.chemin) for i in votes.issues if i.bloquante]


# --- counts


def test_des_comptes_par_college() -> None:
    votes = lire(
        ("N° de résolution", "Collège", "Pour", "Contre", "Abstentions", "Blancs"),
        ("1", "SB", "3", "1", "", "0"),
        ("approbation DES comptes", "Personnes morales", "2", "0", "1", ""),
        ("Résolution n° 2", "pp", "1 000", "", "", ""),
        ("", "", "", "", "", ""),
    )
    assert votes.issues[0].code == "VOTES_COMPTE"  # a space inside a number is not guessed
    votes = lire(
        ("Résolution", "Collège", "Pour", "Contre", "Abstentions", "Blancs"),
        ("1", "SB", "3", "1", "", "0"),
        ("approbation DES comptes", "Personnes morales", "2", "0", "1", ""),
        ("Résolution n° 2", "pp", "4", "", "", "1"),
        ("", "", "", "", "", ""),
    )
    assert votes.issues == ()
    assert votes.acceptable
    assert votes.bulletins == 0
    assert votes.comptes == {
        11: {"SB": ComptageCorps(3, 1, 0, 0), "PM": ComptageCorps(2, 0, 1, 0)},
        12: {"PP": ComptageCorps(4, 0, 0, 1)},
    }


def test_toutes_les_fautes_d_un_fichier_de_comptes() -> None:
    votes = lire(
        ("Résolution", "Collège", "Pour", "Contre"),
        ("1", "SB", "3", "1"),
        ("1", "SB", "3", "1"),
        ("9", "TOTAL", "-3", "3.5"),
        ("Divers", "", "1"),
        ("4", "SB", "1", "0"),
        ("1 Siège social", "SB", "1", "0"),
    )
    assert fautes(votes) == [
        ("VOTES_DOUBLE", "ligne 3"),
        ("VOTES_QUESTION", "ligne 4"),
        ("VOTES_COLLEGE", "ligne 4"),
        ("VOTES_COMPTE", "ligne 4, colonne Pour"),
        ("VOTES_COMPTE", "ligne 4, colonne Contre"),
        ("VOTES_QUESTION", "ligne 5"),
        ("VOTES_COLLEGE", "ligne 5"),
        ("VOTES_ELECTION", "ligne 6"),
        ("VOTES_QUESTION", "ligne 7"),
    ]
    assert not votes.acceptable


def test_un_fichier_de_comptes_dit_ce_qui_est_vote() -> None:
    assert fautes(lire(("Collège", "Pour", "Contre"), ("SB", "1", "0"))) == [("VOTES_QUESTION", ".")]


# --- ballots


def test_l_export_de_gvot() -> None:
    votes = lire(
        (
            "nom",
            "prenom",
            "courriel",
            "collectif",
            "Approbation des comptes",
            "Siège social",
            "Date de l’assemblée",
            "",
        ),
        ("Marjolaine", "Inès", "i@exemple.invalid", "SB", "Pour", "Non", "", ""),
        ("Verveine", "Tom", "t@exemple.invalid", "Personnes physiques", "Je m’abstiens", "oui", "Blanc"),
        ("Genêt", "Ève", "e@exemple.invalid", "SB", "pour", "OUI", "nul"),
    )
    assert [(i.code, i.bloquante) for i in votes.issues] == [("VOTES_NOMS", False)]
    assert votes.ecartees == ("nom", "prenom", "courriel")
    assert votes.bulletins == 3
    assert votes.acceptable
    assert votes.comptes == {
        11: {"SB": ComptageCorps(pour=2), "PP": ComptageCorps(abstention=1)},
        12: {"SB": ComptageCorps(pour=1, contre=1), "PP": ComptageCorps(pour=1)},
        13: {"PP": ComptageCorps(blanc=1), "SB": ComptageCorps(nul=1)},
    }
    assert not any(mot in repr(votes) for mot in ("Marjolaine", "Verveine", "exemple.invalid"))


def test_par_tete_le_college_n_est_pas_demande() -> None:
    votes = lire(("Identifiant", "N", "1"), ("x", "1", "pour"), ("y", "2", "contre"), par_college=False)
    assert votes.comptes == {11: {"*": ComptageCorps(1, 1)}}
    assert [i.phrase for i in votes.issues] == [
        "Aucun nom n’est gardé avec un choix\u00a0: les colonnes «\u00a0Identifiant\u00a0» et «\u00a0N\u00a0» sont écartées sans avoir été lues."
    ]


def test_une_seule_colonne_ecartee() -> None:
    votes = lire(("Votant", "1"), ("x", "pour"), par_college=False)
    assert "la colonne «\u00a0Votant\u00a0» est écartée sans avoir été lue." in votes.issues[0].phrase


def test_toutes_les_fautes_d_un_fichier_de_bulletins() -> None:
    votes = lire(
        ("Approbation des comptes", "Résolution 1", "Question 2", "Couleur préférée"),
        ("pour", "pour", "peut-être", "bleu"),
    )
    assert fautes(votes) == [
        ("VOTES_DOUBLE", "colonne Résolution 1"),
        ("VOTES_QUESTION", "colonne Couleur préférée"),
        ("VOTES_COLLEGE", "ligne 2"),
        ("VOTES_REPONSE", "ligne 2, colonne Question 2"),
    ]
    assert votes.comptes == {}


def test_un_fichier_sans_vote() -> None:
    votes = lire(("collectif", "1"), ("SB", ""))
    assert fautes(votes) == [("VIDE", ".")]
    assert not votes.acceptable


# --- with the room


def corps(code, presents, retires=0):
    return CorpsScrutin(1, 1, code, 20, presents, 0, retires)


def test_les_voix_de_la_salle_et_celles_de_dehors_s_ajoutent() -> None:
    salle = {"SB": ComptageCorps(3, 1)}
    dehors = {"SB": ComptageCorps(1), "PP": ComptageCorps(blanc=2)}
    assert cumuler(salle, dehors) == {"SB": ComptageCorps(4, 1), "PP": ComptageCorps(blanc=2)}
    assert distants({"SB": corps("SB", 5), "PP": corps("PP", 5)}, dehors) == dehors
    assert distants({"*": corps("*", 9)}, dehors) == {"*": ComptageCorps(1, blanc=2)}


@pytest.mark.parametrize(("presents", "retires", "refuse"), [(4, 0, True), (5, 0, False), (6, 0, False), (6, 2, True)])
def test_un_vote_a_distance_prend_la_place_d_un_present_qui_n_a_pas_vote(presents, retires, refuse) -> None:
    attendus = {"SB": corps("SB", presents, retires)}
    issues = controler_distance(SARL, attendus, {"SB": ComptageCorps(3)}, {"SB": ComptageCorps(1, 1)}, COURRIER)
    assert ("VOTES_PLACES" in [i.code for i in issues]) is refuse


def test_la_phrase_par_tete_ne_nomme_pas_de_college() -> None:
    issues = controler_distance(SARL, {"*": corps("*", 1)}, {"*": ComptageCorps(2)}, {"*": ComptageCorps(1)}, COURRIER)
    assert issues[1].phrase == "1\u00a0vote à distance pour 0\u00a0présent ou représenté sans vote dans la salle."


@pytest.mark.parametrize(
    ("statuts", "mode", "article"),
    [
        (SARL, COURRIER, "C. com. L223-27"),
        (SARL, VISIOCONFERENCE, "C. com. L223-27"),
        (replace(SARL, distance=Distance(courrier=True)), VISIOCONFERENCE, "C. com. L223-27"),
        (replace(SARL, distance=Distance(courrier=True)), COURRIER, None),
        (replace(SARL, distance=Distance(visioconference=True)), VISIOCONFERENCE, None),
        (replace(SA, distance=Distance()), COURRIER, None),  # a right of shareholders
        (replace(SA, distance=Distance()), VISIOCONFERENCE, "C. com. L225-107"),
        (replace(SAS, distance=Distance()), COURRIER, "statuts"),
    ],
)
def test_sans_clause_un_avertissement(statuts, mode, article) -> None:
    issues = controler_distance(statuts, {}, {}, {}, mode)
    assert [(i.code, i.bloquante, i.articles) for i in issues] == (
        [] if article is None else [("VOTE_DISTANCE", False, (article,))]
    )


def test_la_maniere_est_dite() -> None:
    assert [i.code for i in controler_distance(SARL, {}, {}, {}, "fax")] == ["MODE"]


def test_ce_que_dit_le_proces_verbal() -> None:
    votes = VotesExternes("votes.csv", empreinte="ab" * 32)
    dehors = {"SB": ComptageCorps(2, 1), "PP": ComptageCorps(), "PM": ComptageCorps(blanc=1)}
    assert mention(POINTS[1], votes, dehors, COURRIER) == (
        "Résolution 2\u00a0: 4\u00a0votes à distance, par correspondance (SB 3, PM 1), comptés avec ceux de la salle. "
        f"Fichier «\u00a0votes.csv\u00a0», SHA-256\u00a0: {'ab' * 32}."
    )
    seul = mention(POINTS[1], votes, {"*": ComptageCorps(1)}, VISIOCONFERENCE)
    assert seul.startswith("Résolution 2\u00a0: 1\u00a0vote à distance, pendant une visioconférence, compté avec")
