"""A simulation in words and as a page: hypotheses, decisions, what changes, what cannot be known."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from scicvote.core.hypothese import Hypothese, Majorite
from scicvote.core.papier import Papier, Tableau, brut, textes
from scicvote.core.papier_simulation import papier_simulation
from scicvote.core.phrases_simulation import (
    OBSTACLES,
    PARTAGE,
    bilan,
    chiffre_decision,
    decrire,
    mot_actuel,
    mot_case,
    mot_decision,
    titre_ligne,
)
from scicvote.core.resultat import Decision
from scicvote.core.simulation import Case, Obstacle, simuler
from tests.core.test_simulation import CLISS, FAUTIVE, FONDUS, POIDS, RIEN, TETES, essayer, scene
from tests.scene_papiers import Scene, a, mains

__all__ = ["scene"]


def lu(texte: str) -> str:
    return texte.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("hypothese", "phrases"),
    [
        (RIEN, ["Poids : SB 40 %, PP 30 % et PM 30 %."]),
        (FONDUS, ["Poids : SB 50 % et PM 50 %.", "PP vote avec PM."]),
        (TETES, ["Sans collège : une personne, une voix."]),
        (
            Hypothese("H", base_report="exprimes", report_voix="majoritaire", college_vide="exclu", college_silencieux="prorata"),
            [
                "Poids : SB 40 %, PP 30 % et PM 30 %.",
                "Poids d’un collège réparti sur ses suffrages pour et contre.",
                "Poids d’un collège porté tout entier au côté qui l’emporte dans le collège.",
                "Poids d’un collège vide retiré de la base.",
                "Poids d’un collège silencieux réparti au prorata entre les collèges qui votent.",
            ],
        ),
        (
            Hypothese("H", par_tete=True, majorites=(
                Majorite(seuil=Fraction(2, 3), stricte=False, base="exprimes"), Majorite("ordinaire", Fraction(1, 2), True),
                Majorite("ordinaire", base="votants"), Majorite("ordinaire", Fraction(3, 5)), Majorite("ordinaire"))),
            [
                "Sans collège : une personne, une voix.",
                "Toutes les majorités : au moins 66,67 % des voix exprimées.",
                "Décision ordinaire : plus de 50 %.",
                "Décision ordinaire : part des voix des votants.",
                "Décision ordinaire : seuil de 60 %.",
                "Décision ordinaire : comme dans les statuts.",
            ],
        ),
    ],
)  # fmt: skip
def test_a_hypothesis_in_sentences(hypothese: Hypothese, phrases: list[str]) -> None:
    assert [lu(phrase) for phrase in decrire(CLISS, hypothese)] == phrases


def test_statutes_without_college_have_no_weight_to_say() -> None:
    assert decrire(replace(CLISS, colleges=()), RIEN) == ()


def test_each_vote_and_what_it_becomes(scene: Scene) -> None:
    simulation = essayer(scene, POIDS, FONDUS)
    serre, secret, seul, demande, election = simulation.lignes
    assert [titre_ligne(x) for x in simulation.lignes] == [
        "1. Vote serré",
        "2. Vote secret",
        "3. Décision de PP",
        "4. Gérance, demande de scrutin secret",
        "4. Gérance",
    ]
    tour = replace(election, vote=replace(election.vote, scrutin=replace(election.vote.scrutin, tour=2)))
    assert titre_ligne(tour) == "4. Gérance, second tour"
    assert lu(mot_actuel(serre)) == "Rejetée, 47,50 %"
    assert lu(mot_case(serre.cases[0])) == "Adoptée, 56,25 %"
    assert lu(mot_actuel(secret)) == "Adoptée, 100,00 %"  # by college the total is said
    assert mot_case(secret.cases[0]) == "Non montré, secret du vote"
    assert mot_case(seul.cases[1]) == "Inconnu, un seul des collèges réunis a voté"
    assert lu(mot_actuel(demande)) == "Rejetée, 15,00 %"
    assert mot_actuel(election) == "Second tour, personne n’est élu"
    assert mot_case(election.cases[0]) == "Sièges pourvus, Inès Marjolaine"
    assert mot_case(Case(None)) == OBSTACLES[Obstacle.HYPOTHESE]


def test_every_decision_has_a_word(scene: Scene) -> None:
    resultat = essayer(scene, RIEN).lignes[0].actuel
    mots = [mot_decision(replace(resultat, decision=decision)) for decision in Decision]
    assert mots == ["Adoptée", "Rejetée", "Sans quorum", "Sièges pourvus", "Second tour", "Ballottage", "Voix portées"]
    assert lu(chiffre_decision(resultat)) == "47,50 %"


@pytest.mark.parametrize(
    ("hypothese", "phrase"),
    [
        (POIDS, "4 décisions revues, 2 changent ; 1 autre ne peut pas l’être."),
        (RIEN, "4 décisions revues, aucune ne change ; 1 autre ne peut pas l’être."),
        (FAUTIVE, "Aucune décision ne peut être revue."),
    ],
)
def test_a_balance_for_each_hypothesis(scene: Scene, hypothese: Hypothese, phrase: str) -> None:
    assert lu(bilan(essayer(scene, hypothese), 0)) == phrase


def test_a_balance_of_one_change_and_nothing_hidden(scene: Scene) -> None:
    simulation = essayer(scene, POIDS, FONDUS)
    seule = replace(simulation, lignes=simulation.lignes[:1])
    assert lu(bilan(seule, 0)) == "1 décision revue, 1 seule change."
    assert lu(bilan(simulation, 1)).endswith("; 2 autres ne peuvent pas l’être.")


# --- a secret vote by heads


def test_a_secret_of_few_has_no_figure(tmp_path_factory: pytest.TempPathFactory) -> None:
    peu = Scene.creer(tmp_path_factory.mktemp("secret"), 5)
    peu.preparer()
    point = peu.resolution("Point")
    peu.convoquer()
    peu.arriver((1, 2))
    peu.ouvrir()
    peu.voter(point, {"*": mains(1, 1)}, a(18, 10), "secret_papier")
    ligne = simuler(peu.depot.dossier, peu.assemblee, [RIEN]).lignes[0]
    assert mot_actuel(ligne) == "Rejetée"


# --- the page


def page(scene: Scene, *hypotheses: Hypothese) -> Papier:
    return papier_simulation(scene.depot.dossier, scene.assemblee, essayer(scene, *hypotheses))


def tableaux(papier: Papier) -> list[list[list[str]]]:
    return [
        [[lu(c.titre) for c in b.colonnes], *([lu(brut(c)) for c in r.cellules] for r in b.rangees)]
        for b in papier.blocs
        if isinstance(b, Tableau)
    ]


def test_the_page_puts_hypotheses_side_by_side(scene: Scene) -> None:
    papier = page(scene, POIDS, FONDUS, TETES)
    poids, votes = tableaux(papier)
    assert poids[0] == ["Collège", "Statuts", "Autres poids", "Deux collèges", "Par tête"]
    assert [rang[1:] for rang in poids[1:]] == [
        ["40 %", "50 %", "50 %", "sans collège"],
        ["30 %", "25 %", "avec PM", "sans collège"],
        ["30 %", "25 %", "50 %", "sans collège"],
    ]
    assert votes[1] == ["1. Vote serré", "Rejetée, 47,50 %", "Adoptée, 56,25 % (change)", "Adoptée, 58,33 % (change)", "Rejetée, 50,00 %"]  # fmt: skip
    assert votes[-1] == ["Décisions qui changent", "", "2 sur 4", "2 sur 3", "0 sur 4"]
    dits = [lu(texte) for texte in textes(papier)]
    assert any("Deux collèges : PP vote avec PM." in dit for dit in dits)
    assert any("art. 25-2" in dit for dit in dits)
    assert any(lu(PARTAGE) in dit for dit in dits)
    assert any("Deux collèges : il ne resterait que 2 collèges" in dit for dit in dits)


def test_statutes_without_college_have_no_table_of_weights(scene: Scene) -> None:
    simulation = essayer(scene, POIDS)
    assert [len(t) for t in tableaux(page(scene, POIDS))] == [4, len(simulation.lignes) + 2]
    sans = replace(simulation, statuts=replace(simulation.statuts, colleges=()))
    assert len(tableaux(papier_simulation(scene.depot.dossier, scene.assemblee, sans))) == 1
