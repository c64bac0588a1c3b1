"""An assembly held under each starting point, from its statutes to its minutes, with the articles of its form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scicvote.actes.verification import verifier
from scicvote.cli import main
from scicvote.core.resultat import Decision
from tests.outils.autres_statuts import scene_sous
from tests.outils.formes import FORMES, texte_de
from tests.scene_papiers import Scene, a, dit, mains

# Eight people: SAL 1, 4, 7; USA 2, 5, 8; SOU 3, 6
CATEGORIES = ("1", "2", "3", "1", "2", "3", "1", "2")


@pytest.mark.parametrize("nom", FORMES)
def test_un_modele_complete_passe_la_verification(nom: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fichier = tmp_path / "statuts.toml"
    fichier.write_text(texte_de(nom), encoding="utf-8")
    assert main(["statuts", "verifier", str(fichier)]) == 0
    assert "fiction" in capsys.readouterr().out


def tenue(tmp_path: Path, nom: str, presents: tuple[int, ...], *, par_college: bool) -> Scene:
    scene = scene_sous(tmp_path, texte_de(nom), CATEGORIES)
    scene.preparer(par_college=par_college, motif_vote="les statuts" if par_college else "", nature="mixte")
    scene.resolution("Approbation des comptes", objet="comptes")
    scene.resolution("Modification des statuts", regle="extraordinaire", objet="statuts")
    scene.convoquer()
    scene.arriver(presents)
    scene.ouvrir(motif="choisi par l’assemblée")
    return scene


@pytest.mark.parametrize("nom", FORMES)
@pytest.mark.parametrize("par_college", [False, True])
def test_une_assemblee_entiere(nom: str, par_college: bool, tmp_path: Path) -> None:
    scene = tenue(tmp_path, nom, (1, 2, 3, 4, 5, 6, 7), par_college=par_college)
    tous = {"SAL": mains(3), "USA": mains(2), "SOU": mains(1, 1)} if par_college else {"*": mains(6, 1)}
    scene.voter(1, tous, a(18, 30))
    scene.voter(2, tous, a(18, 40))
    scene.clore()
    scene.dresser()
    assert [v.proclamation.decision for v in scene.assemblee.votes if v.proclamation] == ["adoptee", "adoptee"]
    assert verifier(scene.depot).issues == ()
    texte = dit(scene.pv()) + dit(scene.feuille())
    articles = {"SARL": ("L225-", "L227-"), "SA": ("L223-", "L227-"), "SAS": ("L223-",)}
    forme = scene.depot.dossier.statuts.forme
    assert [loi for loi in articles[forme] if loi in texte] == []
    assert re.findall(r"statuts, art\.", texte) == []  # a starting point numbers no article of its own
    scene.depot.fermer()


@pytest.mark.parametrize(
    ("nom", "presents", "decision"),
    [
        ("sa", (1,), Decision.SANS_QUORUM),  # a fifth of eight is 1.6, a quarter is 2
        ("sa", (1, 2), Decision.ADOPTEE),
        ("sarl-2005", (1,), Decision.SANS_QUORUM),
        ("sarl-2005", (1, 2), Decision.ADOPTEE),
        ("sas", (1,), Decision.ADOPTEE),
        ("sarl", (1, 2, 3, 4, 5), Decision.REJETEE),  # three quarters of all
        ("sarl", (1, 2, 3, 4, 5, 6), Decision.ADOPTEE),
    ],
)
def test_modifier_les_statuts_selon_la_forme(
    nom: str, presents: tuple[int, ...], decision: Decision, tmp_path: Path
) -> None:
    scene = tenue(tmp_path, nom, presents, par_college=False)
    scene.voter(2, {"*": mains(len(presents))}, a(18, 30))
    assert scene.assemblee.decision(2) == decision.value
    scene.depot.fermer()
