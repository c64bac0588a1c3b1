"""``scicvote suites``: one line a follow-up, exit 0; faults in one line and exit 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from scicvote.cli import main


@pytest.fixture(scope="module")
def fichier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dossier = tmp_path_factory.mktemp("demo")
    assert main(["demo", str(dossier), "--horloge", "2026-06-12T14:00"]) == 0
    return dossier / "cliss-xxi.scic"


def test_les_suites_d_une_assemblee(fichier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    avant = fichier.read_bytes()
    assert main(["suites", str(fichier), "--ag", "3"]) == 0
    lignes = capsys.readouterr().out.splitlines()
    assert lignes[0].startswith("Assemblée générale ordinaire annuelle")
    faites = [ligne for ligne in lignes if ligne.startswith("[fait] ")]
    assert any("Commencer le mandat d’" in ligne and "(statuts, art. 18-2" in ligne for ligne in faites)
    depot = next(ligne for ligne in lignes if "Déposer au greffe" in ligne)
    assert depot.startswith("[à faire] assemblée, ")
    assert ", au plus tard le " in depot
    assert fichier.read_bytes() == avant


def test_une_assemblee_sans_suite_n_est_pas_une_faute(fichier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = {n: main(["suites", str(fichier), "--ag", str(n)]) for n in range(1, 6)}
    assert set(codes.values()) == {0}
    assert "Aucun vote proclamé n’appelle de suite." in capsys.readouterr().out


@pytest.mark.parametrize(("nom", "ag", "code"), [("", "99", "ASSEMBLEE ag: "), ("absent.scic", "1", "FICHIER ")])
def test_les_refus(fichier: Path, nom: str, ag: str, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suites", str(fichier.parent / nom) if nom else str(fichier), "--ag", ag]) == 2
    sortie = capsys.readouterr()
    assert sortie.out == ""
    assert sortie.err.startswith(code)
