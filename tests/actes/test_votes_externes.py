"""Votes from a file are counted with those of the room, and the minutes name the file."""

import hashlib

import pytest

from scicvote.actes import verification, vote, votes_externes
from scicvote.core.faits import Compte, Incident
from scicvote.core.vote import ComptageCorps
from scicvote.core.votes_externes import COURRIER, VotesExternes
from tests.scene_papiers import Scene, a, dit, mains

CSV = "nom;collectif;Location d’un local\nMarjolaine;SB;pour\nVerveine;SB;contre\nGenêt;PP;\n"


@pytest.fixture
def scene(tmp_path):
    scene = Scene.creer(tmp_path, 12)
    scene.preparer(par_college=True, motif_vote="les collèges ont été demandés le 12 mai 2026")
    scene.local = scene.resolution("Location d’un local")
    scene.autre = scene.resolution("Logo")
    scene.convoquer()
    scene.arriver(range(1, 12))
    scene.ouvrir()
    scene.faire(vote.ouvrir_scrutin(scene.depot, scene.ag, scene.local, "main_levee", a(19)))
    scene.fichier = tmp_path / "votes.csv"
    scene.fichier.write_text(CSV, encoding="utf-8")
    yield scene
    scene.depot.fermer()


def compter(scene, votes, salle, mode=COURRIER, scrutin=1, heure=None, seconde=None):
    return votes_externes.depouiller_avec(
        scene.depot, scene.ag, scrutin, salle, votes, mode, heure or a(19, 5), seconde
    )


def test_les_voix_s_ajoutent_et_le_proces_verbal_nomme_le_fichier(scene) -> None:
    votes = votes_externes.apercevoir(scene.depot, scene.ag, scene.fichier)
    assert [i.code for i in votes.issues] == ["VOTES_NOMS"]
    acte = compter(scene, votes, {"SB": mains(2), "PP": mains(1)})
    assert acte.accepte
    assert [i.code for i in acte.issues] == ["VOTES_NOMS", "VOTE_DISTANCE"]
    comptes = {f.college: (f.pour, f.contre) for f in acte.faits if isinstance(f, Compte)}
    assert comptes == {"SB": (3, 1), "PP": (1, 0), "PM": (0, 0)}
    empreinte = hashlib.sha256(scene.fichier.read_bytes()).hexdigest()
    (incident,) = (f for f in acte.faits if isinstance(f, Incident))
    assert incident.texte == (
        "Résolution 1\u00a0: 2\u00a0votes à distance, par correspondance (SB 2), comptés avec ceux de la salle. Fichier "
        f"«\u00a0votes.csv\u00a0», SHA-256\u00a0: {empreinte}."
    )
    scene.faire(vote.proclamer(scene.depot, scene.ag, 1, a(19, 6)))
    scene.faire(
        *vote.voter(scene.depot, scene.ag, scene.autre, "main_levee", {"SB": mains(2)}, (a(19, 7), a(19, 8), a(19, 9)))
    )
    scene.clore()
    scene.dresser()
    texte = dit(scene.pv())
    assert "2 votes à distance, par correspondance (SB 2)" in texte.replace("\u00a0", " ")
    assert empreinte in texte
    assert "Marjolaine;" not in texte
    assert verification.verifier(scene.depot).issues == ()


def test_une_seconde_saisie_de_la_salle_est_comparee(scene) -> None:
    votes = votes_externes.apercevoir(scene.depot, scene.ag, scene.fichier)
    assert "SAISIES" in [i.code for i in compter(scene, votes, {"SB": mains(2)}, seconde={"SB": mains(1)}).issues]
    assert compter(scene, votes, {"SB": mains(2)}, seconde={"SB": mains(2)}).accepte


def test_rien_n_est_ecrit_quand_il_n_y_a_pas_de_place(scene) -> None:
    votes = votes_externes.apercevoir(scene.depot, scene.ag, scene.fichier)
    presents = next(c.presents for c in scene.assemblee.vote(1).corps if c.college == "SB")
    assert compter(scene, votes, {"SB": mains(presents - 1)}).issues[-2].code == "VOTES_PLACES"
    assert scene.assemblee.vote(1).depouillement is None
    assert compter(scene, votes, {"SB": mains(presents - 2)}).accepte


def test_ce_qui_ne_se_compte_pas(scene) -> None:
    votes = votes_externes.apercevoir(scene.depot, scene.ag, scene.fichier)
    assert [i.code for i in compter(scene, votes, {}, scrutin=9).issues] == ["SCRUTIN"]
    assert "MODE" in [i.code for i in compter(scene, votes, {}, mode="fax").issues]
    assert [i.code for i in compter(scene, VotesExternes("x.csv"), {}).issues] == ["VOTES_FICHIER"]
    autre = VotesExternes("x.csv", {scene.autre: {"SB": ComptageCorps(1)}})
    assert [i.code for i in compter(scene, autre, {}).issues] == ["VOTES_FICHIER"]


def test_un_fichier_illisible_et_une_assemblee_inconnue(scene, tmp_path) -> None:
    assert [i.code for i in votes_externes.apercevoir(scene.depot, scene.ag, tmp_path / "rien.csv").issues] == [
        "FICHIER"
    ]
    with pytest.raises(LookupError):
        votes_externes.apercevoir(scene.depot, 99, scene.fichier)
