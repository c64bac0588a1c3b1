"""Names, dates and figures of free text against the data: what is said, and what is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scicvote.actes import preparation, seance
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.contradictions import contradictions
from scicvote.core.contradictions_chiffres import contradictions_montants, contradictions_votes
from scicvote.core.contradictions_texte import contradictions_textes
from scicvote.core.faits import Affectation, Bureau, Convocation, Debat, Incident, Resolution
from scicvote.core.vote import ComptageCorps
from tests.scene_papiers import Scene, a, mains, ordinaire


@pytest.fixture
def scene(tmp_path):
    """Fifteen associés, ten in the room; Fougère (5) is a legal person, Tilleul and others are absent."""
    scene = ordinaire(tmp_path, 15, 10)
    scene.faire(seance.inviter(scene.depot, scene.ag, "Max Invité", "expert fictif"))
    scene.voter(scene.assemblee.resolutions[0].resolution, {"*": mains(7, 2, 1)}, a(18, 30))
    scene.clore()
    return scene


def dits(scene, texte):
    ag = scene.assemblee.avec((Incident(scene.ag, a(19), texte),))
    return [i for i in contradictions_textes(Contexte(scene.depot.dossier, ag)) if i.chemin == "incidents"]


def codes(scene, texte):
    return [i.code for i in dits(scene, texte)]


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        ("Mme Inès Marjolaine présente les comptes.", []),
        ("Mme Marjolaine présente les comptes.", []),
        ("INÈS MARJOLAINE répond.", []),
        ("Max Invité expose son étude.", []),
        ("Camille Scribe lit le texte.", []),
        ("Mme Marjolène présente les comptes.", ["PV_TEXTE_NOM"]),
        ("M. Jean Personne demande une précision.", ["PV_TEXTE_NOM"]),
        ("Jean Personne demande une précision.", ["PV_TEXTE_NOM"]),
        ("Jean Personne demande, puis Jean Personne précise.", ["PV_TEXTE_NOM"]),
        ("M. de Personne est cité.", []),  # a particle first: not read as a name
        ("La Banque Imaginaire propose un prêt.", []),
        ("L’Agence Fictive propose un prêt.", []),
        ("Elle répond. Chacun demande la parole.", []),
        ("M. le président répond.", []),
        ("Mme Maud Églantine demande un délai.", []),
        ("Mme Ajonc demande un délai.", ["PV_TEXTE_ABSENT"]),
        ("Inès Ajonc demande un délai.", ["PV_TEXTE_ABSENT"]),
        ("Le sort de Mme Ajonc est évoqué.", []),
        ("", []),
    ],
)
def test_names(scene, texte, attendus):
    assert codes(scene, texte) == attendus


def test_a_name_is_shown_and_where(scene):
    (issue,) = dits(scene, "M. Jean Personne demande une précision.")
    assert "«\u00a0Jean Personne\u00a0»" in issue.phrase
    assert not issue.bloquante
    assert "statuts 21-4" in issue.articles


def test_without_officers_the_register_still_answers(scene):
    ag = Assemblee(
        scene.ag, {n: f for n, f in scene.assemblee.par_type.items() if n is not Bureau}, scene.assemblee.seance
    )
    ag = ag.avec((Incident(scene.ag, a(19), "Camille Scribe lit. Inès Marjolaine répond."),))
    assert [i.code for i in contradictions_textes(Contexte(scene.depot.dossier, ag))] == ["PV_TEXTE_NOM"]


@pytest.mark.parametrize(
    ("texte", "mot"),
    [
        ("Le vendredi 12 juin 2026, les comptes sont lus.", None),
        ("Les comptes ont été arrêtés le 31 décembre 2025.", None),
        ("L’atelier ouvre le 1er mai 2027.", None),
        ("Le 30 février 2026 est proposé.", "calendrier"),
        ("Le lundi 12 juin 2026, les comptes sont lus.", "est un vendredi"),
        ("Le samedi 2 mai 2026, une visite.", None),
        ("La présente assemblée du 13 juin 2026 prend acte.", "se tient le 12\u00a0juin\u00a02026"),
        ("Ce jour, 11 juin 2026, la gérance répond.", "se tient le"),
        ("L’assemblée du 12 juin 2025 avait demandé un bilan.", "vérifier l’année"),
        ("Cette réunion de travail aura lieu avec d’autres structures et associations le 3 mars 2027.", None),
    ],
)
def test_dates(scene, texte, mot):
    trouvees = [i for i in dits(scene, texte) if i.code == "PV_TEXTE_DATE"]
    assert len(trouvees) == (mot is not None)
    assert mot is None or mot in trouvees[0].phrase


@pytest.mark.parametrize(
    ("texte", "code"),
    [
        ("La séance commence à 17 h 40.", "PV_TEXTE_HEURE"),
        ("Vers 18 h 10, la gérance répond.", None),
        ("Une permanence de 10 heures par mois.", None),
    ],
)
def test_hours_before_the_opening(scene, texte, code):
    assert codes(scene, texte) == ([code] if code else [])


# --- the text and debates of a resolution


def avec_texte(scene, texte, objet="comptes", exercice=2025, *faits):
    point = replace(scene.assemblee.resolutions[0], texte=texte, objet=objet)
    convocation = replace(scene.assemblee.convocation, exercice=exercice)
    par_type = {**scene.assemblee.par_type, Resolution: (point,), Convocation: (convocation,)}
    return Contexte(scene.depot.dossier, Assemblee(scene.ag, par_type, scene.assemblee.seance).avec(faits))


@pytest.mark.parametrize(
    ("texte", "objet", "exercice", "attendus"),
    [
        ("L’assemblée approuve les comptes de l’exercice 2025.", "comptes", 2025, []),
        ("L’assemblée approuve les comptes de l’exercice clos en 2025.", "comptes", 2025, []),
        ("Comptes de l’exercice clos le 31 décembre 2025, comparés à l’exercice 2024.", "comptes", 2025, []),
        ("L’assemblée approuve les comptes.", "comptes", 2025, []),
        (
            "L’assemblée approuve les comptes de l’exercice clos le 31 décembre 2024.",
            "comptes",
            2025,
            ["PV_TEXTE_EXERCICE"],
        ),
        (
            "L’assemblée affecte le résultat de l’exercice social clos en 2024.",
            "affectation",
            2025,
            ["PV_TEXTE_EXERCICE"],
        ),
        ("Bilan de l’exercice 2019.", "autre", 2025, []),
        ("Comptes de l’exercice 2019.", "comptes", None, []),
    ],
)
def test_financial_year(scene, texte, objet, exercice, attendus):
    contexte = avec_texte(scene, texte, objet, exercice)
    trouvees = [i for i in contradictions_textes(contexte) if i.code == "PV_TEXTE_EXERCICE"]
    assert [i.code for i in trouvees] == attendus
    assert all(i.chemin == "resolutions[1].texte" for i in trouvees)


def test_names_and_dates_of_the_text_put_to_the_vote(scene):
    contexte = avec_texte(scene, "L’assemblée donne quitus à M. Jean Personne, ce lundi 12 juin 2026.", "quitus")
    trouvees = {i.code: i.chemin for i in contradictions_textes(contexte)}
    assert trouvees == {"PV_TEXTE_NOM": "resolutions[1].texte", "PV_TEXTE_DATE": "resolutions[1].texte"}


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        ("Adopté par 7 voix, 2 contre, 1 abstention.", 0),
        ("Sur 9 suffrages et 10 votants, 15 voix possibles.", 0),
        ("Adopté par 8 voix.", 1),
        ("Adopté par 8 voix, 3 contre et 4 abstentions.", 3),
        ("Une voix s’élève. 12 personnes écoutent.", 0),
    ],
)
def test_votes_told_in_debates(scene, texte, attendus):
    point = scene.assemblee.resolutions[0]
    trouvees = list(contradictions_votes(scene.contexte, point, "x", texte))
    assert [i.code for i in trouvees] == ["PV_TEXTE_NOMBRE"] * attendus
    sans_vote = replace(point, resolution=99)
    assert list(contradictions_votes(scene.contexte, sans_vote, "x", texte)) == []


def test_votes_of_an_election(tmp_path):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer()
    point = scene.resolution("Élection", regle="election_gerance", objet="election", sieges=1)
    scene.faire(preparation.presenter_candidat(scene.depot, scene.ag, point, 1, ""))
    scene.convoquer()
    scene.arriver(range(1, 11))
    scene.ouvrir()
    scene.voter(point, {"*": ComptageCorps(votants=10, blanc=2, voix={1: 8})}, a(18, 40), "secret_papier")
    election = scene.assemblee.resolution_par_numero[point]
    assert list(contradictions_votes(scene.contexte, election, "x", "Élue par 8 voix sur 10 bulletins.")) == []
    assert len(list(contradictions_votes(scene.contexte, election, "x", "Élue par 6 voix."))) == 1


CHIFFRES = ("14188", "0", "0", "7540", "2128.20", "7982", "12059.80", "0")


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        ("Résultat de 14 188 €, dont 2 128,20 € et 12 059,80 euros\u00a0; réserve portée à 9668,20 €.", []),
        ("Résultat de 14 888 €.", ["14\u202f888\u00a0€"]),
        ("Réserve légale\u00a0: 2 128,2 €. Divers\u00a0: 10,05 €.", ["10,05\u00a0€"]),
    ],
)
def test_amounts_of_an_allocation(scene, texte, attendus):
    fait = Affectation(scene.ag, scene.assemblee.resolutions[0].resolution, *CHIFFRES)
    contexte = avec_texte(scene, texte, "affectation", 2025, fait)
    trouvees = list(contradictions_montants(contexte, contexte.ag.resolutions[0]))
    assert [i.code for i in trouvees] == ["PV_TEXTE_MONTANT"] * len(attendus)
    assert all(mot in i.phrase for mot, i in zip(attendus, trouvees, strict=True))


def test_amounts_without_figures_are_left_alone(scene):
    contexte = avec_texte(scene, "Résultat de 5 €.", "affectation")
    assert list(contradictions_montants(contexte, contexte.ag.resolutions[0])) == []
    faux = Affectation(scene.ag, scene.assemblee.resolutions[0].resolution, "douze", *CHIFFRES[1:])
    contexte = avec_texte(scene, "Résultat de 5 €.", "affectation", 2025, faux)
    assert list(contradictions_montants(contexte, contexte.ag.resolutions[0])) == []


def test_empty_debates_are_a_remark(scene):
    ag = scene.assemblee
    (debats,) = (i for i in contradictions(scene.depot.dossier, ag) if i.code == "PV_DEBATS")
    assert not debats.bloquante
    plein = ag.avec((Debat(scene.ag, ag.resolutions[0].resolution, "La gérance commente."),))
    assert "PV_DEBATS" not in {i.code for i in contradictions(scene.depot.dossier, plein)}


def test_the_demonstration_says_nothing_of_names_and_dates(tmp_path):
    """A whole year of plausible minutes: no false alarm."""
    from scicvote.actes.demonstration import raconter

    recit = raconter(tmp_path / "demo.scic", lambda: a(9))
    with recit.depot as depot:
        for numero in recit.assemblees:
            contexte = Contexte(depot.dossier, depot.dossier.assemblees[numero])
            assert [i.ligne() for i in contradictions_textes(contexte)] == []
