"""``scicvote imprimer … simulation --poids``: one page, or every fault in one line each."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from pypdf import PdfReader

from scicvote.cli import main
from scicvote.commandes.hypotheses import lire_poids


@pytest.fixture(scope="module")
def fichier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dossier = tmp_path_factory.mktemp("demo")
    assert main(["demo", str(dossier), "--horloge", "2026-06-12T14:00"]) == 0
    return dossier / "cliss-xxi.scic"


def test_deux_hypotheses_sur_une_page(fichier: Path, tmp_path: Path) -> None:
    sortie = tmp_path / "simulation.pdf"
    poids = ("--poids", "SB=45, PP=30, PM=25", "--poids", "SB=100/3,PP=100/3,PM=100/3")
    assert main(["imprimer", str(fichier), "--ag", "3", "simulation", str(sortie), *poids]) == 0
    (page,) = PdfReader(sortie).pages
    lu = " ".join(page.extract_text().split())
    assert "Hypothèses de pondération des collèges" in lu
    assert "45\u202f%" in lu or "45 %" in lu
    assert "Hypothèse 2" in lu


@pytest.mark.parametrize(
    ("options", "faute"),
    [
        ((), "USAGE poids: la simulation prend de une à 3 hypothèses"),
        (("--poids", "SB=45") * 4, "USAGE poids: la simulation prend de une à 3 hypothèses"),
        (("--poids", "SB:45"), "USAGE poids: --poids « SB:45 » ne se lit pas"),
        (("--poids", "SB=45"), "POIDS_TOTAL poids: Hypothèse 1 : les poids font 105"),
        (("--poids", "SB=40", "--format", "odt"), "FORMAT format: La page de simulation s’écrit en PDF."),
    ],
)
def test_les_refus(
    fichier: Path, tmp_path: Path, options: tuple[str, ...], faute: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sortie = tmp_path / "simulation.pdf"
    assert main(["imprimer", str(fichier), "--ag", "3", "simulation", str(sortie), *options]) == 2
    assert faute in capsys.readouterr().err
    assert not sortie.exists()


@pytest.mark.parametrize("texte", ["", "SB", "=45", "SB=", "SB=a", "SB=40,SB=30", "SB=40,"])
def test_ce_qui_ne_se_lit_pas(texte: str) -> None:
    assert lire_poids(texte) is None


def test_des_poids_exacts() -> None:
    assert lire_poids("SB=33.5, PP=100/3") == {"SB": Fraction(67, 2), "PP": Fraction(100, 3)}
