"""The table of decisions: the same words as the detail, no figure that a secret vote hides."""

from dataclasses import replace

import pytest

from scicvote.actes import preparation, seance
from scicvote.core import pv_recapitulatif
from scicvote.core.extrait import resultats
from scicvote.core.papier import Titre, brut
from scicvote.core.pv_recapitulatif import recapitulatif
from scicvote.core.vote import ComptageCorps
from tests.scene_papiers import Scene, a, dit, mains


def lignes(scene):
    return [[brut(c).replace("\u202f", " ") for c in r.cellules] for r in recapitulatif(scene.contexte).rangees]


def scene_de(chemin, associes=15, *, par_college=False, points=1, **champs):
    scene = Scene.creer(chemin, associes)
    scene.preparer(par_college=par_college, **champs)
    scene.points = [scene.resolution(f"Point {i + 1}") for i in range(points)]
    return scene


def ouvrir(scene, presents=12):
    scene.convoquer()
    scene.arriver(range(1, presents + 1))
    scene.ouvrir((2, 3))


def test_adopted_rejected_withdrawn_and_not_put(tmp_path):
    scene = scene_de(tmp_path, points=4)
    ouvrir(scene)
    un, deux, trois, _ = scene.points
    scene.voter(un, {"*": mains(12)}, a(18, 20))
    scene.voter(deux, {"*": mains(5, 7)}, a(18, 30))
    scene.faire(seance.retirer_resolution(scene.depot, scene.ag, trois, a(18, 40), "reportée"))
    assert lignes(scene) == [
        ["1", "Point 1", "80,00 %", "Plus de 50 % de tous les associés", "Adoptée"],
        ["2", "Point 2", "33,33 %", "Plus de 50 % de tous les associés", "Rejetée"],
        ["3", "Point 3", "–", "", "Retirée"],
        ["4", "Point 4", "–", "", "Non mise aux voix"],
    ]


def test_the_paper_opens_with_it(tmp_path):
    scene = scene_de(tmp_path)
    papier = resultats(scene.depot.dossier, scene.assemblee)
    assert [b.texte for b in papier.blocs if isinstance(b, Titre)] == ["Décisions", "Détail de chaque résolution"]
    (tmp_path / "vide").mkdir()
    vide = Scene.creer(tmp_path / "vide", 0)
    vide.preparer()
    papier = resultats(vide.depot.dossier, vide.assemblee)
    assert [b.texte for b in papier.blocs if isinstance(b, Titre)] == ["Décisions"]
    assert "Aucune résolution n’est inscrite." in dit(papier)


def test_by_heads_a_secret_vote_of_two_shows_no_share(tmp_path):
    scene = scene_de(tmp_path)
    ouvrir(scene, 2)
    scene.voter(scene.points[0], {"*": mains(2)}, a(18, 20), mode="secret_papier")
    assert lignes(scene) == [["1", "Point 1", "–", "Plus de 50 % de tous les associés", "Rejetée"]]


def test_by_college_a_secret_vote_shows_the_carried_total_as_the_detail_does(tmp_path):
    scene = scene_de(tmp_path, par_college=True)
    ouvrir(scene, 15)
    scene.voter(scene.points[0], {"SB": mains(6), "PP": mains(6), "PM": mains(2, 1)}, a(18, 20), mode="secret_papier")
    ((_, _, pour, _, decision),) = lignes(scene)
    assert (pour, decision) == ("90,00 %", "Adoptée")
    assert f"Pour : {pour} de toutes les voix" in dit(resultats(scene.depot.dossier, scene.assemblee))


def election(scene, voix, tour2=None):
    point = scene.resolution("Élection", regle="election_gerance", objet="election", sieges=2)
    for candidat in (1, 2, 3):
        scene.faire(preparation.presenter_candidat(scene.depot, scene.ag, point, candidat, ""))
    ouvrir(scene, 14)
    scene.voter(point, {"*": ComptageCorps(votants=14, voix=voix)}, a(18, 30), mode="secret_papier")
    if tour2:
        scene.voter(point, {"*": ComptageCorps(votants=14, voix=tour2)}, a(18, 40), mode="secret_papier")
    return point


@pytest.mark.parametrize(
    ("premier", "second", "attendu"),
    [
        ({1: 12, 2: 9, 3: 2}, None, [["", "Élus : Mme Inès Marjolaine et M. Sacha Camomille"]]),
        ({1: 12, 2: 2, 3: 9}, None, [["", "Élues : Mme Inès Marjolaine et Mme Tom Verveine"]]),
        ({1: 5, 2: 5, 3: 4}, None, [["", "Un second tour est nécessaire"]]),
        (
            {1: 12, 2: 6, 3: 5},
            {2: 10, 3: 4},
            [
                [", premier tour", "Élue : Mme Inès Marjolaine. Un second tour est nécessaire"],
                [", second tour", "Élu : M. Sacha Camomille"],
            ],
        ),
    ],
)
def test_an_election_names_the_elected_of_each_round(tmp_path, premier, second, attendu):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer()
    election(scene, premier, second)
    vus = [
        [titre.removeprefix("Élection"), decision.replace("\u00a0", " ")] for _, titre, _, _, decision in lignes(scene)
    ]
    assert vus == attendu


def test_a_relative_majority_takes_no_threshold(tmp_path, monkeypatch):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer()
    election(scene, {1: 12, 2: 6, 3: 5}, {2: 10, 3: 4})
    vrai = pv_recapitulatif.resultat_de

    def relatif(*arguments):
        resultat = vrai(*arguments)
        cadre = replace(resultat.cadre, regle=replace(resultat.cadre.regle, tour2="relative"))
        return replace(resultat, cadre=cadre)

    monkeypatch.setattr(pv_recapitulatif, "resultat_de", relatif)
    assert [seuil for _, _, _, seuil, _ in lignes(scene)] == ["Plus de 50 % de tous les associés", ""]
