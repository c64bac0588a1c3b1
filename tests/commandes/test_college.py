"""``college exporter`` and ``college importer``: exit codes, sentences, and nothing half done."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from scicvote.actes import cooperative
from scicvote.cli import main
from scicvote.core.retours import colleges_attendus
from tests.outils.college import Portable
from tests.outils.histoire import Histoire

Lancer = Callable[..., SimpleNamespace]


@pytest.fixture(scope="session")
def _preparee(tmp_path_factory: pytest.TempPathFactory) -> Path:
    chemin = tmp_path_factory.mktemp("college") / "coop.scic"
    histoire = Histoire.commencer(chemin)
    histoire.peupler()
    histoire.constituer()
    histoire.college()
    assert histoire.annuelle() == 3
    histoire.depot.fermer()
    return chemin


@pytest.fixture
def coop(_preparee: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(_preparee, tmp_path / "coop.scic"))


@pytest.fixture
def lancer(capsys: pytest.CaptureFixture[str]) -> Lancer:
    def executer(*mots: object) -> SimpleNamespace:
        code = main([str(mot) for mot in mots])
        sortie = capsys.readouterr()
        return SimpleNamespace(code=code, out=sortie.out, err=sortie.err)

    return executer


def exporter(lancer: Lancer, coop: Path, sortie: Path, *options: object, college: str = "SB") -> SimpleNamespace:
    return lancer("college", "exporter", coop, "--ag", 3, "--college", college, *options, sortie)


def phrase_de(vu: SimpleNamespace) -> str:
    (ligne,) = [li for li in vu.out.splitlines() if li.startswith("Phrase")]
    return str(ligne).rsplit("\u00a0: ", 1)[1]


def test_un_aller_et_retour(lancer: Lancer, coop: Path, tmp_path: Path) -> None:
    paquet, bordereau = tmp_path / "la" / "sb.scicollege", tmp_path / "bordereau.pdf"
    paquet.parent.mkdir()
    vu = exporter(lancer, coop, paquet, "--bordereau", bordereau, "--heure", "2026-06-12T17:00", "--lieu", "Chez Ada")
    assert (vu.code, vu.err) == (0, "")
    assert bordereau.read_bytes().startswith(b"%PDF")
    assert "Huit mots à comparer" in vu.out
    portable = Portable.ouvrir(paquet, phrase_de(vu))
    assert portable.histoire.ag(3).convocation.lieu == "Chez Ada"
    portable.tenir()
    retour = tmp_path / "retour.scicollege"
    retour.write_bytes(portable.rendre().octets)
    vu = lancer("college", "importer", coop, retour)
    assert vu.code == 0
    assert "1. Approbation des comptes\u00a0: 4\u00a0votants sur 4\u00a0présents ou représentés" in vu.out
    assert "Plus aucun collège n’est attendu." in vu.out
    vu = lancer("college", "importer", coop, retour)
    assert (vu.code, vu.err) == (0, "")
    assert "déjà pris" in vu.out
    retour.write_bytes(portable.rendre().octets)
    vu = lancer("college", "importer", coop, retour)
    assert vu.code == 2
    assert vu.err.startswith("RETOUR_REMPLACE numero: ")
    assert lancer("college", "importer", coop, retour, "--remplacer").code == 0
    assert lancer("verifier", coop).code == 0
    portable.histoire.depot.fermer()


def test_ce_qui_est_encore_attendu_se_dit(lancer: Lancer, coop: Path, tmp_path: Path) -> None:
    vu = exporter(lancer, coop, tmp_path / "sb.scicollege")
    exporter(lancer, coop, tmp_path / "pm.scicollege", college="PM")
    portable = Portable.ouvrir(tmp_path / "sb.scicollege", phrase_de(vu))
    portable.tenir()
    retour = tmp_path / "retour.scicollege"
    retour.write_bytes(portable.rendre().octets)
    assert "Encore attendus\u00a0: PM." in lancer("college", "importer", coop, retour).out
    portable.histoire.depot.fermer()


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--college", "ZZ"), "COLLEGE_INCONNU college"),
        (("--college", "SB", "--heure", "bientôt"), "DATE heure"),
        (("--college", "SB", "--ag", "9"), "ASSEMBLEE assemblee"),
        (("--college", "SB", "--ag", "1"), "EXPORT_PAR_TETE ag"),
    ],
)
def test_un_export_refuse_ne_laisse_rien(
    lancer: Lancer, coop: Path, tmp_path: Path, options: tuple[str, ...], code: str
) -> None:
    sortie, avant = tmp_path / "x.scicollege", coop.read_bytes()
    vu = lancer("college", "exporter", coop, "--ag", "3", *options, sortie)
    assert (vu.code, vu.out) == (2, "")
    assert vu.err.startswith(f"{code}: ")
    assert not sortie.exists()
    assert coop.read_bytes() == avant


def test_un_paquet_ne_s_ecrase_pas_et_un_dossier_manque(lancer: Lancer, coop: Path, tmp_path: Path) -> None:
    sortie = tmp_path / "x.scicollege"
    sortie.write_bytes(b"autre")
    vu = exporter(lancer, coop, sortie)
    assert (vu.code, vu.err.split(":")[0]) == (2, "ECRITURE sortie")
    assert sortie.read_bytes() == b"autre"
    vu = exporter(lancer, coop, tmp_path / "absent" / "x.scicollege")
    assert (vu.code, vu.err.split()[0]) == (2, "ECRITURE")
    with cooperative.ouvrir(coop) as depot:
        assert colleges_attendus(depot.dossier.assemblees[3]) == ()


def test_un_retour_illisible(lancer: Lancer, coop: Path, tmp_path: Path) -> None:
    retour = tmp_path / "r.scicollege"
    assert lancer("college", "importer", coop, retour).err.startswith("FICHIER .: ")
    retour.write_bytes(b"{}")
    vu = lancer("college", "importer", coop, retour)
    assert (vu.code, vu.err.split(":")[0]) == (2, "FORMAT format")


def test_un_retour_d_ailleurs(lancer: Lancer, coop: Path, tmp_path: Path) -> None:
    paquet = tmp_path / "sb.scicollege"
    vu = exporter(lancer, Path(shutil.copy(coop, tmp_path / "autre.scic")), paquet)
    portable = Portable.ouvrir(paquet, phrase_de(vu))
    portable.tenir()
    retour = tmp_path / "retour.scicollege"
    retour.write_bytes(portable.rendre().octets)
    vu = lancer("college", "importer", coop, retour)
    assert (vu.code, vu.out) == (2, "")
    assert vu.err.startswith("RETOUR_ASSEMBLEE identifiant: ")
    portable.histoire.depot.fermer()
