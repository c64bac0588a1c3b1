"""Ballots and tally sheets: how many, for whom, what is on them, and what refuses them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from scicvote.actes import preparation, seance
from scicvote.core.bulletins_vote import bulletins_vote, controler_bulletins, resolutions_secretes
from scicvote.core.faits import Candidature, RetraitResolution
from scicvote.core.feuille_depouillement import feuille_depouillement
from scicvote.core.papier import SautDePage, Signatures, Tableau, brut
from scicvote.core.planche import Carte, Planche
from scicvote.core.vote import DEMANDE_SECRET, ComptageCorps
from tests.scene_papiers import Scene, a, dit, mains


def scene_de(chemin, associes=41, *, par_college=True, candidats=(1, 2, 3), sieges=2, convoquer=True, **champs):
    """An annual assembly: accounts, an election (the second point), a room to let."""
    scene = Scene.creer(chemin, associes)
    scene.preparer(par_college=par_college, **champs)
    scene.resolution("Approbation des comptes", objet="comptes")
    scene.election = scene.resolution(
        "Élection de la gérance", regle="election_gerance", objet="election", sieges=sieges
    )
    scene.resolution("Location d’un local")
    for candidat in candidats:
        scene.faire(preparation.presenter_candidat(scene.depot, scene.ag, scene.election, candidat, ""))
    if convoquer:
        scene.convoquer()
    return scene


def bulletins(scene, *numeros):
    return bulletins_vote(scene.depot.dossier, scene.assemblee, numeros)


def planches(papier):
    return [bloc for bloc in papier.blocs if isinstance(bloc, Planche)]


def intercalaires(papier):
    """The body that the sheet before each stack names."""
    sauts = [i for i, bloc in enumerate(papier.blocs) if isinstance(bloc, SautDePage)]
    return [brut(papier.blocs[i + 2].texte) for i in sauts if not isinstance(papier.blocs[i + 1], Planche)]


def refus(scene, *numeros):
    return [i.code for i in controler_bulletins(scene.depot.dossier, scene.assemblee, numeros)]


def test_one_stack_by_college_with_a_tenth_to_spare(tmp_path):
    scene = scene_de(tmp_path)
    papier = bulletins(scene)
    sb, pp, pm = planches(papier)
    assert [p.nombre for p in (sb, pp, pm)] == [17 + 2, 16 + 2, 8 + 2]
    assert sb.carte.entete == ("Cliss XXI · AG ordinaire du 12\u00a0juin\u00a02026",)
    assert sb.carte == pp.carte == pm.carte
    assert sb.carte.titre == "Résolution\u00a02 – Élection de la gérance"
    assert sb.carte.consigne == "Deux sièges à pourvoir\u00a0: cochez deux noms au plus."
    assert sb.carte.choix == ("Sacha Camomille", "Inès Marjolaine", "Tom Verveine")
    assert "Plus de deux noms cochés" in sb.carte.note
    assert sum(isinstance(bloc, SautDePage) for bloc in papier.blocs) == 6
    assert intercalaires(papier) == [
        "Collège SB, Salariés et bénévoles membres actifs",
        "Collège PP, Personnes physiques",
        "Collège PM, Personnes morales",
    ]
    texte = dit(papier)
    assert "Une urne par collège" in texte
    assert "(statuts, art. 21-7)" in texte
    assert "Sacha Camomille" in texte


def test_by_heads_one_stack_for_all(tmp_path):
    scene = scene_de(tmp_path, 15, par_college=False, sieges=1)
    (pile,) = planches(bulletins(scene))
    assert (pile.nombre, pile.carte.entete) == (17, ("Cliss XXI · AG ordinaire du 12\u00a0juin\u00a02026",))
    assert pile.carte.consigne == "Un siège à pourvoir\u00a0: cochez un seul nom."
    assert "Plus d’un nom coché" in pile.carte.note
    assert "Tous les associés" in dit(bulletins(scene))
    assert "Une urne par collège" not in dit(bulletins(scene))


def test_before_the_list_is_frozen_the_register_counts(tmp_path):
    scene = scene_de(tmp_path, 15, par_college=False, convoquer=False)
    assert planches(bulletins(scene))[0].nombre == 17


def test_any_point_may_be_printed_and_points_are_grouped(tmp_path):
    scene = scene_de(tmp_path, 15, par_college=False)
    premiere, seconde = planches(bulletins(scene, 1, 3))
    assert premiere.carte.choix == ("Pour", "Contre", "Abstention")
    assert premiere.carte.consigne == "Cochez une seule case."
    assert seconde.carte.titre.endswith("Location d’un local")
    (tableau,) = [b for b in bulletins(scene, 1, 3).blocs if isinstance(b, Tableau)]
    assert [brut(r.cellules[0]) for r in tableau.rangees] == [
        "Résolution\u00a01 – Approbation des comptes", "Tous les associés",
        "Résolution\u00a03 – Location d’un local", "Tous les associés", "Ensemble",
    ]  # fmt: skip


def test_a_secret_vote_that_the_assembly_wants_has_ballots(tmp_path):
    scene = scene_de(tmp_path, 15, par_college=False, candidats=())
    comptes, _, local = (r.resolution for r in scene.assemblee.resolutions)
    scene.arriver(range(1, 11))
    scene.ouvrir((2, 3))
    scene.voter(comptes, {"*": mains(6, 4)}, a(18, 20), objet=DEMANDE_SECRET)
    scene.voter(local, {"*": mains(4, 6)}, a(18, 24), objet=DEMANDE_SECRET)
    assert [r.numero for r in resolutions_secretes(scene.contexte)] == [1, 2]
    scene.voter(local, {"*": mains(6, 4)}, a(18, 28), mode="secret_papier")
    assert [r.numero for r in resolutions_secretes(scene.contexte)] == [1, 2, 3]
    scene.faire(seance.retirer_resolution(scene.depot, scene.ag, scene.election, a(18, 40), ""))
    assert [r.numero for r in resolutions_secretes(scene.contexte)] == [1, 3]
    assert planches(bulletins(scene, 3))[0].carte.titre == "Résolution\u00a03 – Location d’un local"


def test_the_second_round_leaves_out_who_is_elected(tmp_path):
    scene = scene_de(tmp_path, 15, par_college=False)
    scene.arriver(range(1, 15))
    scene.ouvrir((2, 3))
    scene.voter(
        scene.election, {"*": ComptageCorps(votants=14, voix={1: 12, 2: 6, 3: 5})}, a(18, 30), mode="secret_papier"
    )
    assert scene.assemblee.decision(scene.election) == "second_tour"
    (pile,) = planches(bulletins(scene))
    assert pile.carte.titre == "Résolution\u00a02 – Élection de la gérance, second tour"
    assert pile.carte.consigne == "Un siège à pourvoir\u00a0: cochez un seul nom."
    assert pile.carte.choix == ("Sacha Camomille", "Tom Verveine")


def test_a_designation_is_voted_by_its_college_alone(tmp_path):
    scene = scene_de(tmp_path)
    scene_point = {"regle": "designation_candidat", "objet": "designation", "college": "PM"}
    scene.depot.fermer()
    (tmp_path / "bis").mkdir()
    scene = scene_de(tmp_path / "bis", convoquer=False)
    scene.resolution("Désignation du candidat", **scene_point)
    scene.resolution("Avis de tous", regle="avis_college", objet="autre", college="*")
    (pile,) = planches(bulletins(scene, 4))
    assert (pile.nombre, intercalaires(bulletins(scene, 4))) == (10, [])
    assert "Collège PM, Personnes morales" in dit(bulletins(scene, 4))
    (pile,) = planches(bulletins(scene, 5))
    assert (pile.nombre, len(pile.carte.entete)) == (41 + 5, 1)


def test_who_has_no_college_has_a_stack_of_their_own(tmp_path):
    """A category that no college takes still votes: its members are counted apart."""
    scene = scene_de(tmp_path, 15)
    ag = scene.assemblee
    sans = replace(ag.liste[1], college="")
    autre = ag.avec((sans,))
    papier = bulletins_vote(scene.depot.dossier, autre, ())
    assert intercalaires(papier)[-1] == "Sans collège"


@pytest.mark.parametrize("associes", [0, 3])
def test_what_has_no_ballots_says_why(tmp_path, associes):
    scene = scene_de(tmp_path, associes, par_college=False, candidats=(), convoquer=False)
    vides = ["SANS_ELECTEUR"] if not associes else []
    assert refus(scene, 1) == vides
    assert refus(scene, 9) == ["RESOLUTION", *vides]
    assert refus(scene) == [*vides, "SANS_CANDIDAT"]  # the election is voted in secret, and nobody stands
    sans = scene.assemblee.avec((RetraitResolution(scene.ag, scene.election, a(18), ""),))
    assert [i.code for i in controler_bulletins(scene.depot.dossier, sans, ())] == ["SANS_SCRUTIN_SECRET", *vides]


def test_more_candidates_than_a_page_shows_are_refused(tmp_path):
    scene = scene_de(tmp_path, 3, par_college=False)
    assert refus(scene) == []
    beaucoup = scene.assemblee.avec(Candidature(scene.ag, scene.election, n, "") for n in range(10, 208))
    (issue,) = controler_bulletins(scene.depot.dossier, beaucoup, ())
    assert (issue.code, issue.phrase) == (
        "TROP_DE_CANDIDATS",
        "Résolution 2\u00a0: 201\u00a0candidats, un bulletin en montre 200 au plus.",
    )


@pytest.mark.parametrize("choix", [(), ("a",) * 201])
def test_a_card_has_choices_that_a_page_shows(choix):
    with pytest.raises(ValueError, match="choices"):
        Carte((), "t", "c", choix)


def test_a_sheet_has_a_card():
    with pytest.raises(ValueError, match="one card"):
        Planche(Carte((), "t", "c", ("a",)), 0)


# --- tally sheets


def feuilles(scene, *numeros):
    return feuille_depouillement(scene.depot.dossier, scene.assemblee, numeros)


def tableaux(papier):
    return [bloc for bloc in papier.blocs if isinstance(bloc, Tableau)]


def test_a_tally_sheet_by_college(tmp_path):
    scene = scene_de(tmp_path)
    papier = feuilles(scene)
    assert sum(isinstance(bloc, SautDePage) for bloc in papier.blocs) == 2
    controle, voix, *_ = tableaux(papier)
    assert [brut(r.cellules[0]) for r in controle.rangees][1] == "Bulletins trouvés dans l’urne"
    assert [c.titre for c in voix.colonnes] == ["Candidat", "5", "10", "15", "20", "Total"]
    assert [brut(r.cellules[0]) for r in voix.rangees] == [
        "Sacha Camomille", "Inès Marjolaine", "Tom Verveine", "Blancs", "Nuls",
    ]  # fmt: skip
    texte = dit(papier)
    assert (
        "Collège SB, Salariés et bénévoles membres actifs : 17 votants au plus. 2 sièges à pourvoir. Chaque case"
        in texte
    )


def test_points_count_pour_contre_and_the_whole(tmp_path):
    scene = scene_de(tmp_path, 60, par_college=False)
    (_, voix) = tableaux(feuilles(scene, 1))
    assert [brut(r.cellules[0]) for r in voix.rangees] == [
        "Pour", "Pour (après 50)", "Contre", "Contre (après 50)", "Abstention", "Abstention (après 50)", "Blancs", "Nuls",
        "Ensemble",
    ]  # fmt: skip
    assert len(voix.colonnes) == 12


def test_a_large_vote_is_counted_by_packets(tmp_path):
    scene = scene_de(tmp_path, 15, par_college=False)
    ag = scene.assemblee
    beaucoup = ag.avec(replace(ag.liste[1], associe=n) for n in range(100, 600))
    papier = feuille_depouillement(scene.depot.dossier, beaucoup, (1,))
    (_, voix) = tableaux(papier)
    assert [c.titre for c in voix.colonnes][1] == "50"
    assert "paquets de 50" in dit(papier)
    assert len(voix.rangees) == 3 * 2 + 3


def test_the_scrutateurs_sign(tmp_path):
    scene = scene_de(tmp_path, 15, par_college=False)

    def signataires():
        (ensemble,) = [b for b in feuilles(scene, 1).blocs if hasattr(b, "blocs")]
        return [(c.nom, c.qualite) for b in ensemble.blocs if isinstance(b, Signatures) for c in b.cases]

    assert signataires() == [("", "Scrutateur"), ("", "Scrutateur")]
    scene.arriver(range(1, 11), scene.assemblee.convocation.heure - timedelta(minutes=9))
    scene.ouvrir((2, 3))
    assert signataires() == [("Sacha Camomille", "Scrutateur"), ("Tom Verveine", "Scrutatrice")]
