"""Votes and elections in the minutes: what other statutes, other modes and unfinished votes print."""

from datetime import date, datetime, timedelta

import pytest

from scicvote.actes import cooperative, preparation, registre, seance, vote
from scicvote.core.faits import Convocation, Deport, Scrutin
from scicvote.core.papier import Ensemble, Signatures, Tableau, brut
from scicvote.core.pv_election import elus, tour
from scicvote.core.pv_votes import scrutin
from scicvote.core.vote import DEMANDE_SECRET, ComptageCorps
from scicvote.exchange.statuts import texte_fourni
from tests.outils.autres_statuts import scene_sous
from tests.scene_papiers import Scene, a, dit, mains, ordinaire

OURSE, SENTIERS = texte_fourni("la-grande-ourse"), texte_fourni("les-sentiers-communs")


def urne(votants, blanc=0, **voix):
    return ComptageCorps(blanc=blanc, votants=votants, voix={int(nom[1:]): n for nom, n in voix.items()})


def blocs(papier):
    def plats(bloc):
        return [b for un in bloc.blocs for b in plats(un)] if isinstance(bloc, Ensemble) else [bloc]

    return [plat for bloc in papier.blocs for plat in plats(bloc)]


def colonnes_candidats(papier):
    """The headings and rows of each table of candidates."""
    tables = [b for b in blocs(papier) if isinstance(b, Tableau) and b.colonnes[0].titre == "Candidat"]
    return [
        ([c.titre for c in t.colonnes], [[brut(c).replace("\u00a0", " ") for c in r.cellules] for r in t.rangees])
        for t in tables
    ]


def tenir(scene, presents):
    scene.convoquer()
    scene.arriver(presents)
    scene.ouvrir(motif="choisie par l’assemblée")


# --- the colleges whose weight nobody carries


def _ourse(tmp_path, categories, presents, comptage):
    scene = scene_sous(tmp_path, OURSE, categories)
    scene.preparer(par_college=True, exercice=None)
    point = scene.resolution("Point")
    tenir(scene, presents)
    scene.voter(point, comptage, a(18, 30))
    return dit(scene.pv())


QUATRE = ["S"] * 4 + ["U"] * 3 + ["B"] * 3 + ["P"] * 3


def test_the_weight_of_a_silent_college_is_spread(tmp_path):
    texte = _ourse(tmp_path, QUATRE, [1, 2, 8, 9, 11, 12], {"SAL": mains(2), "BEN": mains(1, 1), "PAR": mains(2)})
    assert "Le collège USA n’a pas voté. 25,00 points sont répartis entre les collèges qui votent." in texte


def test_a_college_that_only_abstained_did_vote(tmp_path):
    texte = _ourse(
        tmp_path,
        QUATRE,
        [1, 2, 5, 8, 9, 11],
        {"SAL": mains(2), "USA": mains(0, 0, 1), "BEN": mains(2), "PAR": mains(1)},
    )
    assert "Le collège USA n’a exprimé aucun suffrage. 25,00 points sont répartis" in texte


def test_what_the_cap_leaves_is_lost_and_the_rest_spread(tmp_path):
    texte = _ourse(tmp_path, QUATRE, [1, 2, 5], {"SAL": mains(2), "USA": mains(1)})
    assert "Le collège BEN n’a pas voté et le collège PAR n’a pas voté." in texte
    assert (
        "20,00 points ne sont portés par personne et restent dans la base de toutes les voix et "
        "25,00 points sont répartis entre les collèges qui votent."
    ) in texte


def test_a_college_too_small_is_not_said_to_be_without_members(tmp_path):
    texte = _ourse(
        tmp_path,
        ["S"] * 4 + ["U"] + ["B"] * 3 + ["P"] * 3,
        [1, 2, 6, 7, 9],
        {"SAL": mains(2), "BEN": mains(2), "PAR": mains(1)},
    )
    assert "Le collège USA compte 1 membre, trop peu pour voter. 25,00 points sont répartis" in texte


def test_weight_out_of_the_base_and_weight_that_abstains(tmp_path):
    scene = _sentiers(tmp_path)
    point = scene.resolution("Point")
    tenir(scene, range(1, 7))
    scene.voter(point, {"PROD": mains(3), "HAB": mains(2, 1)}, a(18, 30))
    assert (
        "Le collège COM n’a aucun membre et le collège ASS n’a pas voté. 15,00 points quittent la base et 20,00 points "
        "comptent en abstention."
    ) in dit(scene.pv())


def _sentiers(tmp_path):
    scene = scene_sous(tmp_path, SENTIERS, ["producteurs"] * 3 + ["habitants"] * 3 + ["associations"] * 2)
    scene.preparer(par_college=True, exercice=None)
    return scene


def test_every_college_that_votes_needs_no_word(tmp_path):
    texte = _ourse(
        tmp_path, QUATRE, range(1, 14), {"SAL": mains(4), "USA": mains(3), "BEN": mains(3), "PAR": mains(2, 1)}
    )
    assert "n’a pas voté" not in texte
    assert "points sont répartis" not in texte


# --- quorum


def test_a_quorum_that_is_reached(tmp_path):
    texte = _ourse(tmp_path, QUATRE, [1, 2, 5], {"SAL": mains(2), "USA": mains(1)})
    assert "Quorum de 20 %, atteint : 23,08 % des associés sont présents ou représentés." in texte
    assert "Première résolution : adoptée." in texte


def test_a_quorum_that_is_not_reached(tmp_path):
    texte = _ourse(tmp_path, QUATRE, [1, 5], {"SAL": mains(1), "USA": mains(1)})
    assert "Quorum de 20 %, non atteint : 15,38 % des associés sont présents ou représentés." in texte
    assert "Première résolution : sans quorum, pas de décision." in texte


# --- how votes are cast


def test_the_statutes_want_colleges_every_time_and_carry_by_majority(tmp_path):
    scene = _sentiers(tmp_path)
    scene.resolution("Point")
    texte = dit(scene.pv())
    assert "Les statuts prévoient ce mode à chaque assemblée (" in texte
    assert "en entier du côté qui l’emporte en son sein : PROD 40 %, HAB 25 %, ASS 20 % et COM 15 %" in texte
    assert "à proportion" not in texte


def test_colleges_asked_for_and_not_constituted_yet(tmp_path):
    scene = Scene.creer(tmp_path, 20)
    scene.faire(registre.demander_colleges(scene.depot, date(2026, 5, 12), 2))
    scene.preparer(par_college=True)
    assert (
        "Les collèges ont été demandés par M. Sacha Camomille le 12 mai 2026 et ne sont pas encore constitués par une "
        "assemblée extraordinaire ; ce mode de vote peut être contesté (statuts, art. 25-1)."
    ) in dit(scene.pv())


@pytest.mark.parametrize(("motif", "attendu"), [("", True), ("les collèges sont constitués", False)])
def test_colleges_constituted_by_an_assembly(tmp_path, motif, attendu):
    scene = Scene.creer(tmp_path, 20)
    premiere = datetime(2026, 3, 20, 18)
    scene.preparer(nature="extraordinaire", exercice=None, heure=premiere)
    point = scene.resolution("Constitution des collèges", regle="extraordinaire", objet="colleges")
    scene.convoquer(date(2026, 3, 1))
    scene.arriver(range(1, 21))
    scene.ouvrir()
    scene.voter(point, {"*": mains(20)}, premiere + timedelta(minutes=30))
    scene.faire(registre.constituer_colleges(scene.depot, premiere.date(), scene.ag))
    scene.preparer(par_college=True, motif_vote=motif)
    texte = dit(scene.pv())
    phrase = "Les collèges sont constitués depuis le 20 mars 2026 (statuts, art. 25-1)."
    assert (phrase in texte) is attendu
    assert "contesté" not in texte


# --- votes that are not over


def test_a_vote_that_is_not_counted_says_how_and_when_it_was_opened(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    point = scene.assemblee.resolutions[0].resolution
    scene.faire(vote.ouvrir_scrutin(scene.depot, scene.ag, point, "appel_nominal", a(18, 30)))
    assert "Vote par appel nominal, en première consultation, ouvert à 18 h 30. Le scrutin n’est pas dépouillé." in dit(
        scene.pv()
    )


def test_a_vote_that_is_counted_and_not_declared(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    point = scene.assemblee.resolutions[0].resolution
    acte = scene.faire(vote.ouvrir_scrutin(scene.depot, scene.ag, point, "main_levee", a(18, 30)))
    numero = next(f.scrutin for f in acte.faits if isinstance(f, Scrutin))
    scene.faire(vote.depouiller(scene.depot, scene.ag, numero, {"*": mains(9)}, a(18, 32)))
    texte = dit(scene.pv())
    assert "Vote à main levée, en première consultation, ouvert à 18 h 30 et dépouillé à 18 h 32.\n" in texte
    assert "proclamé" not in texte


def test_a_request_of_a_secret_vote_that_is_not_counted(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    point = scene.assemblee.resolutions[0].resolution
    scene.faire(vote.ouvrir_scrutin(scene.depot, scene.ag, point, "main_levee", a(18, 30), DEMANDE_SECRET))
    assert "Un scrutin secret est demandé ; la demande n’a pas été dépouillée." in dit(scene.pv())


# --- elections


def _election(tmp_path, associes=10, sieges=1, candidats=(1, 2), presente_par=""):
    scene = Scene.creer(tmp_path, associes)
    scene.preparer(exercice=None)
    point = scene.resolution("Élection de la gérance", regle="election_gerance", objet="election", sieges=sieges)
    for candidat in candidats:
        scene.faire(preparation.presenter_candidat(scene.depot, scene.ag, point, candidat, presente_par))
    tenir(scene, range(1, associes + 1))
    return scene, point


def test_an_election_without_candidates(tmp_path):
    scene, _ = _election(tmp_path, candidats=())
    assert "Aucune candidature n’est présentée." in dit(scene.pv())


def test_candidates_that_no_college_presents(tmp_path):
    scene, _ = _election(tmp_path)
    texte = dit(scene.pv())
    assert "Un siège à pourvoir. Candidatures :\nMme Inès Marjolaine\nM. Sacha Camomille\n" in texte
    assert "par le collège" not in texte


def test_by_heads_votes_and_their_share(tmp_path):
    scene, point = _election(tmp_path)
    scene.voter(point, {"*": urne(10, 1, a1=3, a2=6)}, a(18, 30), "secret_papier")
    ((titres, rangees),) = colonnes_candidats(scene.pv())
    assert titres == ["Candidat", "Voix", "Part de tous les associés"]
    assert rangees[0][:2] == ["M. Sacha Camomille", "6"]
    assert rangees[1][:2] == ["Mme Inès Marjolaine", "3"]
    texte = dit(scene.pv())
    assert "Pour être élu, il faut plus de 50 % de tous les associés (10 voix)." in texte
    assert "M. Sacha Camomille est élu." in texte
    assert "Résultat du tour" not in texte
    assert "L’acceptation des fonctions n’est pas présumée" in texte


def test_two_voters_in_secret_print_no_figure_of_a_candidate(tmp_path):
    scene, point = _election(tmp_path, associes=2)
    scene.voter(point, {"*": urne(2, a1=2)}, a(18, 30), "secret_papier")
    ((titres, rangees),) = colonnes_candidats(scene.pv())
    assert titres == ["Candidat"]
    assert [len(r) for r in rangees] == [1, 1]
    assert "Mme Inès Marjolaine est élue." in dit(scene.pv())


def test_nobody_elected_has_nothing_to_accept(tmp_path):
    scene, point = _election(tmp_path)
    scene.voter(point, {"*": urne(10, a1=5, a2=5)}, a(18, 30), "secret_papier")
    texte = dit(scene.pv())
    assert "Personne n’est élu." in texte
    assert "acceptation" not in texte.lower()
    assert elus(scene.contexte) == []


def test_a_tie_over_the_last_seat(tmp_path):
    scene, point = _election(tmp_path, sieges=2, candidats=(1, 2, 3))
    scene.voter(point, {"*": urne(10, a1=8, a2=6, a3=6)}, a(18, 30), "secret_papier")
    texte = dit(scene.pv())
    assert "Mme Inès Marjolaine est élue." in texte
    assert "Les candidats à égalité pour le dernier siège ne sont pas élus." in texte
    assert elus(scene.contexte) == [1]


def test_an_election_open_and_not_counted_elects_nobody(tmp_path):
    scene, point = _election(tmp_path)
    scene.faire(vote.ouvrir_scrutin(scene.depot, scene.ag, point, "secret_papier", a(18, 30)))
    assert elus(scene.contexte) == []
    assert "acceptation" not in dit(scene.pv()).lower()


def test_a_second_round_by_relative_majority_of_a_base_below_a_hundred_points(tmp_path):
    scene = _sentiers(tmp_path)
    point = scene.resolution("Élection de la présidence", regle="election_presidence", objet="election", sieges=1)
    for candidat in (1, 4):
        scene.faire(preparation.presenter_candidat(scene.depot, scene.ag, point, candidat))
    tenir(scene, range(1, 9))
    comptage = {"PROD": urne(3, a1=2, a4=1), "HAB": urne(3, 1, a4=2), "ASS": urne(2, 1, a1=1)}
    scene.voter(point, comptage, a(18, 30), "secret_papier")
    scene.voter(point, comptage, a(18, 50), "secret_papier")
    texte = dit(scene.pv())
    assert "Pour être élu, il faut plus de 50 % des voix présentes ou représentées (85,00 points)." in texte
    assert "Un siège à pourvoir ; au second tour, les mieux placés sont élus." in texte
    assert texte.count("Personne n’est élu.") == 1
    assert "Mme Inès Marjolaine est élue." in texte


def test_an_election_is_not_printed_as_a_resolution_nor_a_resolution_as_an_election(tmp_path):
    scene, point = _election(tmp_path)
    scene.voter(point, {"*": urne(10, a1=6)}, a(18, 30), "secret_papier")
    with pytest.raises(TypeError):
        list(scrutin(scene.contexte, scene.assemblee.votes[0], "Première résolution"))
    (tmp_path / "b").mkdir()
    autre = ordinaire(tmp_path / "b", 5, 5)
    autre.voter(autre.assemblee.resolutions[0].resolution, {"*": mains(5)}, a(18, 30))
    with pytest.raises(TypeError):
        list(tour(autre.contexte, autre.assemblee.votes[0], False))


# --- officers of another form


def test_the_officers_sign_and_a_manager_is_a_dirigeant(tmp_path):
    scene = _sentiers(tmp_path)
    scene.faire(cooperative.commencer_mandat(scene.depot, 1, date(2026, 1, 1), date(2026, 12, 31)))
    scene.resolution("Point")
    scene.convoquer()
    scene.arriver(range(1, 7))
    scene.ouvrir((2, 3))
    papier = scene.pv()
    assert "présidée par Mme Inès Marjolaine, dirigeante (" in dit(papier)
    (signatures,) = [b for b in blocs(papier) if isinstance(b, Signatures)]
    assert [(c.nom, c.qualite) for c in signatures.cases] == [
        ("Inès Marjolaine", "Présidente de séance"),
        ("Camille Scribe", "Secrétaire de séance"),
        ("Sacha Camomille", "Scrutateur"),
        ("Tom Verveine", "Scrutatrice"),
    ]


def test_without_a_letter_head_nothing_is_made_up(tmp_path):
    entete = _sentiers(tmp_path).pv().entete
    assert [ligne.replace("\u00a0", " ") for ligne in entete] == [
        "Les Sentiers communs (coopérative fictive)",
        "Société coopérative d’intérêt collectif, SAS à capital variable",
        "Capital au 12 juin 2026 : 400 €",
    ]


# --- what comes before a resolution


def test_a_revocation_put_in_the_sitting(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    scene.resolution("Révocation", regle="revocation_gerance", objet="revocation", concerne=1, hors_ordre=True)
    texte = dit(scene.pv())
    assert "Ajoutée en séance (statuts, art. 21-6) : Révocation." in texte
    assert "Cette résolution est mise en délibération sans être à l’ordre du jour (statuts, art. 21-6)." in texte
    agenda = texte.split("Ordre du jour\n")[1].split("Ajoutée")[0]
    assert agenda == "Approbation des comptes.\n"


@pytest.mark.parametrize("retiree", [True, False])
def test_a_first_consultation_that_decided_nothing_is_not_given_a_decision(tmp_path, retiree):
    scene = ordinaire(tmp_path, 15, 10)
    scene.voter(scene.assemblee.resolutions[0].resolution, {"*": mains(5, 5)}, a(18, 30))
    revocation = {"regle": "revocation_gerance", "objet": "revocation", "concerne": 1, "hors_ordre": True}
    origine = scene.resolution("Révocation", **revocation)
    if retiree:
        scene.faire(seance.retirer_resolution(scene.depot, scene.ag, origine, a(18, 40), ""))
    else:
        scene.voter(origine, {"*": mains(3, 7)}, a(18, 40))
    scene.clore()
    heure = datetime(2026, 7, 3, 18)
    acte = scene.faire(preparation.convoquer_seconde(scene.depot, scene.ag, heure, "à la mairie", "la gérance"))
    scene.ag = next(f.assemblee for f in acte.faits if isinstance(f, Convocation))
    if retiree:  # the second consultation puts the rejected one again by itself
        scene.resolution("Révocation, encore", **revocation, origine=origine)
    dits = dit(scene.pv()).count("Première consultation (deuxième résolution de l’assemblée du 12 juin 2026)")
    assert dits == (0 if retiree else 1)


def _admission(tmp_path, par_college):
    scene = Scene.creer(tmp_path, 20)
    scene.inscrire_candidat()
    scene.preparer(par_college=par_college, exercice=None)
    return scene


@pytest.mark.parametrize("par_college", [True, False])
def test_an_admission_without_the_opinion_of_the_college(tmp_path, par_college):
    scene = _admission(tmp_path, par_college)
    scene.resolution("Admission", regle="admission", objet="admission", concerne=21)
    phrase = "Aucun avis du collège PP n’est enregistré (statuts, art. 13)."
    assert (phrase in dit(scene.pv())) is par_college


@pytest.mark.parametrize(("pour", "contre", "sens"), [(5, 3, "favorable"), (4, 4, "défavorable")])
def test_an_opinion_that_the_college_gave_in_its_own_assembly(tmp_path, pour, contre, sens):
    scene = Scene.creer(tmp_path, 20)
    scene.inscrire_candidat()
    scene.preparer(nature="college", college="PP", exercice=None, heure=datetime(2026, 6, 5, 18))
    avis = scene.resolution("Avis", regle="avis_college", objet="avis", concerne=21)
    scene.convoquer(date(2026, 5, 20))
    scene.arriver(n for n in range(1, 21) if n % 5 in (3, 4))
    scene.ouvrir(president=3, motif="choisie par le collège")
    scene.voter(avis, {"*": mains(pour, contre)}, datetime(2026, 6, 5, 18, 30))
    scene.preparer(par_college=True, exercice=None)
    scene.resolution("Admission", regle="admission", objet="admission", concerne=21)
    assert f"Avis du collège PP, rendu le 5 juin 2026 et présenté avant le vote : {sens} (statuts, art. 13)." in dit(
        scene.pv()
    )


@pytest.mark.parametrize("present", [True, False])
def test_whoever_an_agreement_concerns_leaves_the_base_only_if_there(tmp_path, present):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer(exercice=None)
    point = scene.resolution("Convention", objet="convention", concerne=2 if present else 12)
    tenir(scene, range(1, 11))
    qui = 2 if present else 12
    scene.faire(vote.deporter(scene.depot, Deport(scene.ag, point, qui, a(18, 20), "convention")))
    scene.voter(point, {"*": mains(9)}, a(18, 30))
    texte = dit(scene.pv())
    assert ("sa voix sort des inscrits et des présents (C. com., art. L223-19)." in texte) is present
    assert ("sans présence ni pouvoir à ce moment (C. com., art. L223-19)." in texte) is not present
