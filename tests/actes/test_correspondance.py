"""Votes by post through a whole assembly: received, counted with the room's, fallen, in the papers (C. com. L225-107)."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from scicvote.actes import cooperative, correspondance, papiers, seance, vote, votes_externes
from scicvote.actes.archive import archiver
from scicvote.actes.papiers_demande import Lot
from scicvote.actes.verification import verifier
from scicvote.core.contradictions import contradictions
from scicvote.core.faits import ChoixFormulaire, Compte, CorrespondanceScrutin, Pouvoir, PouvoirBlanc, Presence
from scicvote.core.pouvoir import a_decider, blancs
from scicvote.core.recalcul import resultat_de
from scicvote.core.votes_externes import COURRIER, VotesExternes
from tests.outils.autres_statuts import scene_sous
from tests.outils.formes import texte_de
from tests.scene_papiers import Scene, a, dit, mains

RECU = date(2026, 6, 9)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """A SA by college: SAL 1, 4, 7, 10; USA 2, 5, 8, 11; SOU 3, 6, 9, 12."""
    scene = scene_sous(tmp_path, texte_de("sa"), ("1", "2", "3") * 4)
    scene.preparer(par_college=True, motif_vote="les statuts", convoquee_par="le conseil d’administration")
    scene.resolution("Approbation des comptes", objet="comptes")
    scene.resolution("Logo")
    scene.convoquer()
    yield scene
    scene.depot.fermer()


def ecrire(scene: Scene, associe: int, choix: dict[int, str], recu: date = RECU, decision: str = "") -> None:
    scene.faire(correspondance.recevoir_formulaire(scene.depot, scene.ag, associe, recu, choix, decision))


def tenir(scene: Scene) -> None:
    """In the room 1, 2, 3; by post 5 for, 6 against, 9 without a word on the first point."""
    ecrire(scene, 5, {1: "pour", 2: "contre"})
    ecrire(scene, 6, {1: "contre"})
    ecrire(scene, 9, {2: "pour"}, date(2026, 6, 11), "tenu compte malgré le retard")
    scene.arriver((1, 2, 3))
    scene.ouvrir(motif="choisi par l’assemblée")


def test_une_assemblee_avec_des_votes_par_correspondance(scene: Scene) -> None:
    tenir(scene)
    scene.voter(1, {"SAL": mains(1), "USA": mains(1), "SOU": mains(1)}, a(18, 30))
    (un,) = scene.assemblee.votes
    assert [(c.college, c.presents, c.representes) for c in un.corps] == [("SAL", 1, 0), ("USA", 2, 0), ("SOU", 3, 0)]
    assert [(c.college, c.votants, c.pour, c.contre, c.abstention) for c in un.correspondance] == [
        ("USA", 1, 1, 0, 0), ("SOU", 2, 0, 1, 1),
    ]  # fmt: skip
    assert {c.college: (c.pour, c.contre, c.abstention) for c in un.comptes} == {
        "SAL": (1, 0, 0), "USA": (2, 0, 0), "SOU": (1, 1, 1),
    }  # fmt: skip
    quorum = resultat_de(scene.depot.dossier, scene.assemblee, un).cadre.quorum
    assert quorum is not None
    assert quorum.atteint * 12 == 6
    scene.clore()
    assert verifier(scene.depot).issues == ()


def test_le_proces_verbal_les_dit_sans_dire_qui_vote_quoi(scene: Scene) -> None:
    tenir(scene)
    scene.voter(1, {"SAL": mains(1), "USA": mains(1), "SOU": mains(1)}, a(18, 30))
    scene.voter(2, {"SAL": mains(1), "USA": mains(1), "SOU": mains(1)}, a(18, 40), "secret_papier")
    scene.clore()
    texte = dit(scene.pv())
    assert "Sur 12 inscrits, à l’ouverture : 3 présents, aucun représenté, 3 par correspondance" in texte
    assert "Par corresp." in texte
    assert "Par correspondance, formulaire reçu le 11 juin 2026, tenu compte malgré le retard" in texte
    assert "3 votes par correspondance (USA 1, SOU 2) : 1 pour, 1 contre et 1 abstention." in texte
    assert texte.count("votes par correspondance (USA 1, SOU 2)") == 2
    assert "(USA 1, SOU 2). Ils sont comptés" in texte  # the secret one says no more
    assert "Corresp." in texte
    assert "C. com., art. L225-107" in texte


def test_la_feuille_de_presence_les_compte_a_part(scene: Scene) -> None:
    tenir(scene)
    scene.faire(correspondance.ecarter_formulaire(scene.depot, scene.ag, 9, a(18, 10), "reçu trop tard"))
    scene.clore()
    texte = dit(scene.feuille())
    assert "Par correspondance" in texte
    assert "Par correspondance, reçu le 09/06/2026" in texte
    assert "3 associés présents et 0 représenté, 3 par correspondance à l’ouverture" in texte
    assert "Votes par correspondance annexés" in texte
    assert "tenu compte malgré le retard, écarté à 18 h 10 (reçu trop tard)" in texte
    assert "contre" not in texte.lower().replace("contresigne", "")


def test_qui_vient_reprend_son_vote(scene: Scene) -> None:
    tenir(scene)
    acte = scene.faire(seance.emarger(scene.depot, Presence(scene.ag, 5, a(18, 20), "arrivee", "", "")))
    assert [i.code for i in acte.avertissements] == ["FORMULAIRE_TOMBE"]
    scene.faire(correspondance.ecarter_formulaire(scene.depot, scene.ag, 6, a(18, 25), "retiré par l’associé"))
    scene.voter(1, {"SAL": mains(1), "USA": mains(1, 1), "SOU": mains(1)}, a(18, 30))
    assert [c.college for c in scene.assemblee.votes[0].correspondance] == ["SOU"]
    scene.clore()
    texte = dit(scene.pv())
    assert "Son vote par correspondance tombe." in texte
    assert "écarté : retiré par l’associé." in texte
    assert "venu en personne" in dit(scene.feuille())


def test_les_refus(scene: Scene) -> None:
    inconnu = correspondance.ecarter_formulaire(scene.depot, scene.ag, 5, a(18), "")
    assert [i.code for i in inconnu.refus] == ["FORMULAIRE"]
    tenir(scene)
    scene.faire(vote.ouvrir_scrutin(scene.depot, scene.ag, 1, "main_levee", a(18, 30)))
    assert [i.code for i in correspondance.ecarter_formulaire(scene.depot, scene.ag, 5, a(18, 31), "").refus] == [
        "SCRUTIN_OUVERT"
    ]
    scene.faire(vote.depouiller(scene.depot, scene.ag, 1, {"SAL": mains(1)}, a(18, 32)))
    scene.faire(vote.proclamer(scene.depot, scene.ag, 1, a(18, 33)))
    scene.clore()
    for acte in (
        correspondance.recevoir_formulaire(scene.depot, scene.ag, 8, RECU, {}),
        correspondance.ecarter_formulaire(scene.depot, scene.ag, 5, a(21), ""),
    ):
        assert "SEANCE_CLOSE" in [i.code for i in acte.refus]


def test_avant_que_la_liste_soit_arretee(tmp_path: Path) -> None:
    scene = scene_sous(tmp_path, texte_de("sa"), ("1", "2", "3"))
    scene.preparer(convoquee_par="le conseil d’administration")
    acte = correspondance.recevoir_formulaire(scene.depot, scene.ag, 1, RECU, {})
    assert [i.code for i in acte.refus] == ["LISTE", "MANDANT"]
    scene.depot.fermer()


def test_un_recompte_garde_les_memes(scene: Scene) -> None:
    tenir(scene)
    scene.faire(vote.ouvrir_scrutin(scene.depot, scene.ag, 1, "main_levee", a(18, 30)))
    for minute, pour in ((31, 0), (32, 1)):
        comptage = {"SAL": mains(pour, 1 - pour), "USA": mains(1), "SOU": mains(1)}
        scene.faire(vote.depouiller(scene.depot, scene.ag, 1, comptage, a(18, minute), comptage))
    (un,) = scene.assemblee.votes
    assert {c.college: (c.pour, c.contre, c.abstention) for c in un.comptes} == {
        "SAL": (1, 0, 0), "USA": (2, 0, 0), "SOU": (1, 1, 1),
    }  # fmt: skip


def test_avec_un_fichier_de_votes(scene: Scene) -> None:
    """Votes read from a file take the places of the room; those by post keep theirs."""
    tenir(scene)
    scene.faire(vote.ouvrir_scrutin(scene.depot, scene.ag, 1, "main_levee", a(18, 30)))

    def compter(pour: int) -> object:
        votes = VotesExternes("votes.csv", {1: {"SOU": mains(pour)}}, empreinte="0" * 64)
        return votes_externes.depouiller_avec(scene.depot, scene.ag, 1, {"SAL": mains(1)}, votes, COURRIER, a(18, 35))

    assert [i.code for i in compter(2).refus][:1] == ["VOTES_PLACES"]  # type: ignore[attr-defined]
    acte = compter(1)
    comptes = {f.college: (f.pour, f.contre, f.abstention) for f in acte.faits if isinstance(f, Compte)}  # type: ignore[attr-defined]
    assert comptes == {"SAL": (1, 0, 0), "USA": (1, 0, 0), "SOU": (1, 1, 1)}


def test_le_fichier_et_l_archive(scene: Scene, tmp_path: Path) -> None:
    tenir(scene)
    scene.voter(1, {"SAL": mains(1), "USA": mains(1), "SOU": mains(1)}, a(18, 30))
    scene.clore()
    avant = scene.assemblee
    octets, _ = archiver(scene.depot, scene.ag)
    assert octets is not None
    with zipfile.ZipFile(io.BytesIO(octets)) as paquet:
        arbre = json.loads(paquet.read(next(n for n in paquet.namelist() if n.endswith(".calcul.json"))))
        assert not any(b"choix_formulaire" in paquet.read(n) and b'"pour"' in paquet.read(n) for n in ("statuts.toml",))
    assert arbre["corps"]["SOU"] == {"inscrits": 4, "presents": 3}
    scene.depot.fermer()
    with cooperative.ouvrir(tmp_path / "fiction.scic") as relu:
        assert relu.dossier.assemblees[scene.ag].votes == avant.votes
        assert relu.dossier.assemblees[scene.ag].assistance == avant.assistance


def test_les_faits_d_un_formulaire(scene: Scene) -> None:
    acte = correspondance.recevoir_formulaire(scene.depot, scene.ag, 5, RECU, {2: "contre", 1: "pour"})
    assert [(f.resolution, f.choix) for f in acte.faits if isinstance(f, ChoixFormulaire)] == [
        (1, "pour"),
        (2, "contre"),
    ]
    assert acte.resume.endswith("reçu le 9\u00a0juin\u00a02026")
    assert not [f for f in acte.faits if isinstance(f, CorrespondanceScrutin)]


def test_un_pouvoir_sans_nom_se_voit_partout(scene: Scene) -> None:
    scene.arriver((1, 2, 3))
    scene.ouvrir(motif="choisi par l’assemblée")
    acte = scene.faire(seance.donner_pouvoir(scene.depot, Pouvoir(0, scene.ag, 4, None, "", False, a(18, 6), "")))
    assert [f.pouvoir for f in acte.faits if isinstance(f, PouvoirBlanc)] == [1]
    assert [p.mandant for p in blancs(scene.assemblee)] == [4]
    nomme = scene.faire(seance.donner_pouvoir(scene.depot, Pouvoir(0, scene.ag, 7, 1, "", False, a(18, 6), "")))
    assert not [f for f in nomme.faits if isinstance(f, PouvoirBlanc)]
    scene.clore()
    assert "sans nom, remis à la présidence" in dit(scene.pv())
    assert "présidence (pouvoir sans nom)" in dit(scene.feuille())


def test_les_formulaires_a_renvoyer(scene: Scene) -> None:
    """One a person, with their college, the points that can be voted so, the last day; the letter says it too."""
    octets, issues = papiers.imprimer(scene.depot, scene.ag, "formulaires-vote", a(9))
    assert octets is not None
    assert not [i for i in issues if i.bloquante]
    lot = papiers.composer(scene.depot, scene.ag, "formulaires-vote")
    assert isinstance(lot, Lot)
    textes = [dit(papier) for papier in lot.papiers]
    assert len(textes) == lot.total == 12
    assert "dans le collège" in textes[0]
    assert "Approbation des comptes" in textes[0]
    assert textes[0].count("☐") == 6
    assert "au plus tard le 9 juin 2026 (C. com., art. R225-77)" in textes[0]
    assert "jamais les deux (C. com., art. R225-81)" in textes[0]
    lettres = papiers.composer(scene.depot, scene.ag, "convocations")
    assert isinstance(lettres, Lot)
    assert "Vous pouvez aussi voter par correspondance" in dit(next(iter(lettres.papiers)))


def test_une_sarl_qui_n_en_dit_rien_est_avertie(tmp_path: Path) -> None:
    scene = Scene.creer(tmp_path, 4)
    scene.preparer()
    scene.resolution("Élection", objet="election", regle="election_gerance", sieges=1)
    scene.convoquer()
    _, issues = papiers.imprimer(scene.depot, scene.ag, "formulaires-vote", a(9))
    assert [i.code for i in issues] == ["VOTE_DISTANCE"]
    lot = papiers.composer(scene.depot, scene.ag, "formulaires-vote")
    assert isinstance(lot, Lot)
    texte = dit(next(iter(lot.papiers)))
    assert "Aucune résolution de cette assemblée ne se vote par correspondance." in texte
    assert "au plus tard" not in texte
    lettres = papiers.composer(scene.depot, scene.ag, "convocations")
    assert isinstance(lettres, Lot)
    assert "par correspondance" not in dit(next(iter(lettres.papiers)))
    scene.depot.fermer()


def test_une_sarl_qui_le_prevoit(tmp_path: Path) -> None:
    texte = texte_de("sarl") + "\n[distance]\ncourrier = true\ncourrier_jours = 2\n"
    scene = scene_sous(tmp_path, texte, ("1", "2", "3"))
    scene.preparer()
    scene.resolution("Logo")
    scene.convoquer()
    lot = papiers.composer(scene.depot, scene.ag, "formulaires-vote")
    assert isinstance(lot, Lot)
    dite = dit(next(iter(lot.papiers)))
    assert "au plus tard le 10 juin 2026 (statuts)" in dite
    assert "jamais les deux." in dite
    scene.depot.fermer()


@pytest.mark.parametrize(("portes", "trop"), [(1, False), (2, False), (3, True)])
def test_le_maximum_de_pouvoirs_dans_les_papiers(portes: int, trop: bool, tmp_path: Path) -> None:
    """Two proxies a person: the third wants the chair's word, in Émarger, in the sheet and in the minutes."""
    texte = texte_de("sa").replace("[pouvoirs]\n", "[pouvoirs]\nmaximum = 2\n")
    scene = scene_sous(tmp_path, texte, ("1", "2", "3") * 3)
    scene.preparer()
    scene.resolution("Logo")
    scene.convoquer()
    formulaires = papiers.composer(scene.depot, scene.ag, "pouvoirs")
    assert isinstance(formulaires, Lot)
    assert "Une même personne porte au plus 2 pouvoirs." in dit(next(iter(formulaires.papiers)))
    for mandant in range(2, 2 + portes):
        scene.pouvoir(mandant, 1)
    assert bool(a_decider(scene.depot.dossier, scene.assemblee)) is trop
    scene.arriver((1, 9))
    scene.ouvrir(motif="choisi par l’assemblée")
    scene.clore()
    phrase = "Plus de pouvoirs que les statuts n’en admettent"
    for texte in (dit(scene.feuille()), dit(scene.pv())):
        assert (phrase in texte) is trop
    manque = [i for i in contradictions(scene.depot.dossier, scene.assemblee) if i.code == "PV_POUVOIR"]
    assert bool(manque) is trop
    if trop:
        assert "plus que les statuts n’en admettent" in manque[0].phrase
    scene.depot.fermer()
