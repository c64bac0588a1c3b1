"""The attendance sheet: the mentions of statuts 21-4, before and after the sitting, by heads and by college."""

from datetime import date

import pytest

from scicvote.actes import registre, seance
from scicvote.core.faits import Mouvement
from scicvote.core.papier import Genre, Signatures, Tableau, brut
from tests.scene_papiers import Scene, a, dit, mains, ordinaire


def tableaux(papier):
    return [
        bloc
        for ensemble in papier.blocs
        for bloc in getattr(ensemble, "blocs", (ensemble,))
        if isinstance(bloc, Tableau)
    ]


def lignes(tableau, genre=Genre.CORPS):
    return [[brut(cellule) for cellule in r.cellules] for r in tableau.rangees if r.genre is genre]


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Forty-one associés by college; twenty-five there, proxies, guests, a departure."""
    scene = Scene.creer(tmp_path_factory.mktemp("scene"), 41)
    scene.preparer(par_college=True, motif_vote="essai")
    point = scene.resolution("Approbation des comptes", objet="comptes")
    scene.convoquer()
    scene.pouvoir(26, 2)
    scene.pouvoir(27, 3)
    scene.pouvoir(28, 1, "admis par la présidente")
    scene.pouvoir(31, None, "refusé", conjoint="Dominique Conte")
    scene.arriver(range(1, 26))
    scene.faire(seance.inviter(scene.depot, scene.ag, "Hector Valériane", "expert-comptable"))
    scene.ouvrir((2, 3))
    scene.voter(point, {"SB": mains(11, 1), "PP": mains(10), "PM": mains(4)}, a(18, 30))
    scene.faire(seance.partir(scene.depot, scene.ag, 2, a(19, 40)))
    scene.clore()
    return scene


MENTIONS = {
    "names and first names": "Mme Marjolaine Inès",
    "denomination": "Atelier Fougère",
    "representative": "Représentant : Malo Fougère",
    "document of the representative": "Pièce : délibération du 2 mai",
    "domicile": "1 allée des Fables, 00100 Fictiville",
    "the list, frozen when and by whom": "Liste des associés arrêtée au 27 mai 2026 par la gérance (statuts, art. 21-1)",
    "signs for those represented": "signe aussi dans la case de la personne représentée",
    "holder of a proxy": "Signe aussi pour Noémie Sorbier",
    "given proxy": "Donné à Mme Tom Verveine",
    "fallen proxy": "Donné à M. Sacha Camomille, tombé à 19 h 40",
    "arrival": "Arrivée 17 h 45",
    "departure": "Départ 19 h 40",
    "votes, per college": "Collège SB : 17 associés",
    "the whole": "Ensemble : 41 associés",
    "opening": "À l’ouverture, à 18 h 05",
    "closing": "À la clôture, à 20 h 45",
    "proxies annexed": "Pouvoirs annexés (statuts, art. 23)",
    "date of a proxy": "10/06/2026, 9 h 30",
    "decision where articles disagree": "Autre collège (statuts, art. 23 et 26 ; C. com., art. L223-28) : admis par la présidente",
    "spouse": "Conjoint (statuts, art. 23 et 26 ; C. com., art. L223-28) : refusé",
    "why a proxy fell": "Tombé à 19 h 40 : le mandataire est parti",
    "guests": "Hector Valériane, expert-comptable",
    "certified": "Le bureau certifie exacte la présente feuille : 25 associés présents et 4 représentés à l’ouverture, soit 29 voix",
    "kept at the registered office": "Feuille déposée au siège social",
}


@pytest.mark.parametrize("mention", MENTIONS, ids=list(MENTIONS))
def test_mentions(scene, mention):
    assert MENTIONS[mention] in dit(scene.feuille())


def test_one_row_per_associe_with_parts_and_votes_and_room_to_sign(scene):
    emargement = tableaux(scene.feuille())[0]
    rangees = lignes(emargement)
    assert len(rangees) == 41
    assert [r[0] for r in rangees] == [str(n) for n in range(1, 42)]
    inscrits = scene.contexte.inscrits
    assert sum(int(r[3]) for r in rangees) == sum(ligne.parts for ligne in inscrits.values())
    assert {r[4] for r in rangees} == {"1"}
    assert emargement.hauteur >= 12


def test_rows_are_in_the_order_of_names_within_each_college(scene):
    emargement = tableaux(scene.feuille())[0]
    noms = [contenu[1].split("\n")[0] for contenu in lignes(emargement)]
    assert noms[0].startswith("Mme\u00a0Ajonc")
    groupes = lignes(emargement, Genre.GROUPE)
    assert [g[0].split(" (")[1][:2] for g in groupes] == ["SB", "PP", "PM"]


def test_sub_totals_add_up_to_the_whole(scene):
    *colleges, ensemble = lignes(tableaux(scene.feuille())[0], Genre.TOTAL)
    assert sum(int(t[3]) for t in colleges) == int(ensemble[3])
    assert sum(int(t[4]) for t in colleges) == int(ensemble[4]) == 41


def test_totals_at_the_opening_and_at_the_closing(scene):
    ouverture, cloture = lignes(tableaux(scene.feuille())[1], Genre.TOTAL)
    assert ouverture[1:] == ["41", ouverture[2], "25", "4", ouverture[5], "29"]
    assert cloture[3:5] == ["24", "3"]


def test_bureau_signs(scene):
    signatures = [b for e in scene.feuille().blocs for b in getattr(e, "blocs", ()) if isinstance(b, Signatures)]
    assert [case.qualite for case in signatures[0].cases] == [
        "Présidente de séance",
        "Secrétaire de séance",
        "Scrutateur",
        "Scrutatrice",
    ]


def test_sheet_is_landscape_and_final_once_the_list_is_frozen(scene):
    assert scene.feuille().paysage
    assert scene.feuille().mention == ""


# --- before the sitting


def test_before_the_sitting_boxes_are_empty(tmp_path):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer()
    scene.resolution("Approbation des comptes", objet="comptes")
    scene.convoquer()
    emargement, totaux = tableaux(scene.feuille())
    assert all(r[5] == "" and r[7] == "" for r in lignes(emargement))
    assert all(r[3:] == ["", "", "", ""] for r in lignes(totaux, Genre.TOTAL))
    texte = dit(scene.feuille())
    assert "…… associés présents" in texte
    assert "Présidence de séance" in texte
    assert "Collège" not in texte


def test_before_the_list_is_frozen_it_is_a_draft(tmp_path):
    scene = Scene.creer(tmp_path, 0)
    scene.preparer()
    assert scene.feuille().mention == "PROJET"
    assert "La liste des associés n’est pas arrêtée." in dit(scene.feuille())


@pytest.mark.parametrize("associes", [1, 2, 15])
def test_by_heads_one_list(tmp_path, associes):
    papier = ordinaire(tmp_path, associes, associes).feuille()
    emargement = tableaux(papier)[0]
    assert len(lignes(emargement)) == associes
    assert not lignes(emargement, Genre.GROUPE)
    mot = "1 associé présent" if associes == 1 else f"{associes} associés présents"
    assert mot in dit(papier)


# --- since the list was frozen


def test_who_left_since_the_list_is_said_and_does_not_vote(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    scene.faire(
        registre.mouvementer(scene.depot, Mouvement(12, date(2026, 6, 3), "demission", 0, "", None, None, "lettre"))
    )
    texte = dit(scene.feuille())
    assert "qualité perdue le 3 juin 2026 (démission), ne compte plus parmi les inscrits" in texte
    assert len(lignes(tableaux(scene.feuille())[0])) == 14


def test_who_came_since_the_list_is_said_without_a_vote(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    scene.inscrire(16, date(2026, 6, 3))
    assert "qualité acquise le 3 juin 2026" in dit(scene.feuille())
    assert len(lignes(tableaux(scene.feuille())[0])) == 15


def test_what_the_assembly_itself_decides_changes_no_sheet(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    avant = dit(scene.feuille()).partition("Réunion")
    exclusion = Mouvement(12, date(2026, 6, 12), "exclusion", 0, "", None, scene.ag, "procès-verbal")
    scene.faire(registre.mouvementer(scene.depot, exclusion))
    assert dit(scene.feuille()).partition("Réunion")[2] == avant[2]


def test_a_member_who_came_back_has_every_passage(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    scene.faire(seance.partir(scene.depot, scene.ag, 4, a(18, 30)))
    scene.arriver((4,), a(19, 10))
    assert "Arrivée 17 h 45\nDépart 18 h 30\nArrivée 19 h 10" in dit(scene.feuille())


def test_a_departure_at_the_closing_changes_nothing_to_its_totals(tmp_path):
    scene = ordinaire(tmp_path, 15, 10)
    scene.faire(seance.partir(scene.depot, scene.ag, 4, a(20, 45)))
    scene.clore(a(20, 45))
    ouverture, cloture = lignes(tableaux(scene.feuille())[1], Genre.TOTAL)
    assert ouverture == cloture
