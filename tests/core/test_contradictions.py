"""What is missing from the minutes, or contradicts the data."""

from dataclasses import replace
from datetime import date

import pytest

from scicvote.actes import preparation, registre, seance
from scicvote.core.assemblee import Assemblee
from scicvote.core.contradictions import contradictions
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Bureau, Cloture, Convocation, Incident, Mouvement, Presence
from tests.scene_papiers import Scene, a, mains, ordinaire


def codes(scene, ag=None):
    return {issue.code for issue in contradictions(scene.depot.dossier, ag or scene.assemblee)}


def issue(scene, code, ag=None):
    return next(i for i in contradictions(scene.depot.dossier, ag or scene.assemblee) if i.code == code)


def sans(ag, *natures):
    """The assembly without some facts: what an act would have prevented."""
    return Assemblee(ag.numero, {n: f for n, f in ag.par_type.items() if n not in natures}, ag.seance)


@pytest.fixture
def scene(tmp_path):
    """An assembly of fifteen that lacks nothing."""
    scene = ordinaire(tmp_path, 15, 10)
    point = scene.assemblee.resolutions[0].resolution
    for titre in ("comptes annuels de 2025", "rapport de gestion"):
        scene.faire(seance.deposer_document(scene.depot, scene.ag, titre))
    scene.faire(seance.noter_debat(scene.depot, scene.ag, point, "La gérance commente les comptes."))
    scene.voter(point, {"*": mains(8, 2)}, a(18, 30))
    scene.clore()
    return scene


def test_nothing_to_say(scene):
    assert contradictions(scene.depot.dossier, scene.assemblee) == ()


def test_every_issue_cites_an_article_and_says_where(tmp_path):
    scene = Scene.creer(tmp_path, 3)
    scene.preparer()
    scene.resolution("Point", texte="L’assemblée approuve le rapport de gestion.")
    trouvees = contradictions(scene.depot.dossier, scene.assemblee)
    assert {i.code for i in trouvees} >= {
        "PV_OUVERTURE",
        "PV_LISTE",
        "PV_CLOTURE",
        "PV_BUREAU",
        "PV_CONVOCATION",
        "PV_NON_VOTEE",
    }
    assert all(i.articles and i.chemin != "." for i in trouvees)


def test_an_empty_assembly_does_not_break(tmp_path):
    scene = Scene.creer(tmp_path, 0)
    scene.preparer()
    assert "PV_OUVERTURE" in codes(scene)


# --- hours


def test_closing_before_the_last_proclamation_blocks(scene):
    ag = sans(scene.assemblee, Cloture).avec((Cloture(scene.ag, a(18, 20)),))
    trouvee = issue(scene, "PV_CLOTURE_AVANT", ag)
    assert trouvee.bloquante
    assert "18\u00a0h\u00a033" in trouvee.phrase


@pytest.mark.parametrize("heure", [a(17, 0), a(21, 30)])
def test_an_incident_out_of_the_sitting_blocks(scene, heure):
    ag = scene.assemblee.avec((Incident(scene.ag, heure, "Panne."),))
    assert issue(scene, "PV_HORS_SEANCE", ag).bloquante


def test_a_suspension_that_never_ended_blocks(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    scene.faire(seance.suspendre(scene.depot, scene.ag, a(19), "pause"))
    assert "PV_SUSPENDUE" in codes(scene)


# --- officers


def test_missing_bureau_blocks(scene):
    assert issue(scene, "PV_BUREAU", sans(scene.assemblee, Bureau)).bloquante


def test_missing_secretary_blocks(scene):
    bureau = replace(scene.assemblee.bureau, secretaire=" ")
    assert "PV_SECRETAIRE" in codes(scene, scene.assemblee.avec((bureau,)))


def test_a_chair_who_does_not_manage_is_explained(scene):
    bureau = replace(scene.assemblee.bureau, president=2)
    assert "PV_PRESIDENT" in codes(scene, scene.assemblee.avec((bureau,)))
    assert "PV_PRESIDENT" not in codes(
        scene, scene.assemblee.avec((replace(bureau, motif_president="gérante absente"),))
    )


@pytest.mark.parametrize(("mode", "attendu"), [("secret_papier", True), ("main_levee", False)])
def test_a_scrutateur_who_had_left_before_a_secret_vote(tmp_path, mode, attendu):
    scene = ordinaire(tmp_path, 15, 10)
    scene.faire(seance.partir(scene.depot, scene.ag, 3, a(18, 20)))
    scene.voter(scene.assemblee.resolutions[0].resolution, {"*": mains(6, 3)}, a(18, 30), mode)
    assert ("PV_SCRUTATEUR" in codes(scene)) is attendu


# --- documents and resolutions


def test_accounts_without_any_document(tmp_path):
    assert "PV_DOCUMENTS" in codes(ordinaire(tmp_path, 15, 10))


def test_a_report_that_is_cited_and_not_laid(tmp_path):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer()
    scene.resolution("Comptes", texte="Après lecture du Rapport de gestion, l’assemblée approuve.", objet="comptes")
    scene.convoquer()
    scene.arriver(range(1, 5))
    scene.ouvrir()
    scene.faire(seance.deposer_document(scene.depot, scene.ag, "comptes annuels"))
    assert "rapport de gestion" in issue(scene, "PV_RAPPORT").phrase
    scene.faire(seance.deposer_document(scene.depot, scene.ag, "Le rapport de gestion de 2025"))
    assert "PV_RAPPORT" not in codes(scene)


def test_a_resolution_neither_voted_nor_withdrawn(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    assert not issue(scene, "PV_NON_VOTEE").bloquante
    point = scene.assemblee.resolutions[0].resolution
    scene.faire(seance.retirer_resolution(scene.depot, scene.ag, point, a(18, 30), "plus tard"))
    assert "PV_NON_VOTEE" not in codes(scene)


def test_no_debate_reported(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    scene.voter(scene.assemblee.resolutions[0].resolution, {"*": mains(6, 3)}, a(18, 30))
    assert "résolution 1" in issue(scene, "PV_DEBATS").phrase


# --- attendance


def test_the_register_changed_after_the_vote(scene):
    demission = Mouvement(12, date(2026, 6, 1), "demission", 0, "", None, None, "lettre")
    scene.faire(registre.mouvementer(scene.depot, demission))
    assert "14\u00a0inscrits d’après le registre" in issue(scene, "PV_INSCRITS").phrase


def test_a_legal_person_without_a_document(scene):
    arrivee = Presence(scene.ag, 15, a(18, 1), "arrivee", "Malo Fougère", "")
    assert "PV_PIECE" in codes(scene, scene.assemblee.avec((arrivee,)))


@pytest.mark.parametrize(("decision", "attendu"), [("", True), ("admis", False)])
def test_a_disputed_proxy_without_the_chairs_decision(tmp_path, decision, attendu):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer(par_college=True, motif_vote="essai")
    scene.resolution("Point")
    scene.convoquer()
    scene.pouvoir(3, 1, decision)
    assert ("PV_POUVOIR" in codes(scene)) is attendu


def test_an_unanswered_question(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    scene.faire(preparation.poser_question(scene.depot, scene.ag, 2, date(2026, 6, 8), "Pourquoi ?"))
    assert "Sacha Camomille" in issue(scene, "PV_QUESTION").phrase


def test_a_missing_place_blocks(scene):
    convocation = replace(scene.assemblee.convocation, lieu=" ")
    ag = Assemblee(scene.ag, {**scene.assemblee.par_type, Convocation: (convocation,)}, scene.assemblee.seance)
    assert issue(scene, "PV_LIEU", ag).bloquante


# --- free text


@pytest.mark.parametrize(
    ("texte", "code"),
    [
        ("Vers 21 h 10, la gérance répond.", "PV_TEXTE_HEURE"),
        ("La discussion reprend à 23 heures.", "PV_TEXTE_HEURE"),
        ("Vers 19 h 10, la gérance répond.", None),
        ("Un atelier dure 2 heures chaque mois.", None),
        ("Les 27 associés présents approuvent.", "PV_TEXTE_NOMBRE"),
        ("Vingt-sept associés demandent un bilan.", "PV_TEXTE_NOMBRE"),
        ("Les vingt-sept sociétaires présents.", "PV_TEXTE_NOMBRE"),
        ("Les 15 associés de la liste.", None),
        ("Les dix associés présents.", None),
        ("Huit associés approuvent.", None),
        ("Plusieurs associés demandent un bilan.", None),
        ("Une associée demande un bilan.", None),
        ("", None),
    ],
)
def test_free_text_against_the_data(scene, texte, code):
    ag = scene.assemblee.avec((Incident(scene.ag, a(19), texte),))
    attendu = {code} if code else set()
    assert codes(scene, ag) == attendu


def test_an_hour_past_midnight_is_that_of_the_next_day(scene):
    tard = Cloture(scene.ag, a(0, 40, date(2026, 6, 13)))
    ag = sans(scene.assemblee, Cloture).avec((tard, Incident(scene.ag, a(19), "À 0 h 20, puis à 0 h 50.")))
    assert "0\u00a0h\u00a050" in issue(scene, "PV_TEXTE_HEURE", ag).phrase
    assert sum(i.code == "PV_TEXTE_HEURE" for i in contradictions(scene.depot.dossier, ag)) == 1


def test_pure(scene):
    assert isinstance(scene.depot.dossier, Dossier)
    assert contradictions(scene.depot.dossier, scene.assemblee) == contradictions(scene.depot.dossier, scene.assemblee)
