"""``scicvote demander-ag``: the share of those who ask, a trial that writes nothing, the request recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from scicvote.actes import cooperative
from scicvote.cli import main
from scicvote.core.demandes_assemblee import demandes_sans_suite
from scicvote.core.faits import DemandeAssemblee
from tests.outils.histoire import Histoire


@pytest.fixture
def fichier(tmp_path: Path) -> Path:
    chemin = tmp_path / "demande.scic"
    histoire = Histoire.commencer(chemin)
    histoire.peupler()
    histoire.depot.fermer()
    return chemin


def notees(fichier: Path) -> tuple[DemandeAssemblee, ...]:
    with cooperative.ouvrir(str(fichier)) as depot:
        return demandes_sans_suite(depot.dossier)


def test_un_essai_dit_la_part_et_n_ecrit_rien(fichier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demander-ag", str(fichier), "--de", "1", "5", "--recue", "2026-05-04", "--essai"]) == 0
    lignes = capsys.readouterr().out.splitlines()
    assert lignes[0] == "Tous\u00a0: 2 sur 12, 16,67\u202f% des droits de vote"
    assert lignes[1].startswith("2\u00a0associés détiennent 16,67\u202f% des droits de vote")
    assert lignes[2].startswith("Essai, rien n’est écrit")
    assert notees(fichier) == ()


def test_une_demande_s_ecrit_avec_ses_avertissements(fichier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mots = ("--de", "1", "--recue", "2026-05-04", "--mode", "courriel", "--objet", "La cantine")
    assert main(["demander-ag", str(fichier), *mots]) == 0
    sorties = capsys.readouterr()
    assert "Noté\u00a0: Assemblée demandée le 4\u00a0mai\u00a02026 par 1\u00a0associé" in sorties.out
    assert sorties.err.startswith("DEMANDE_SEUIL demandeurs: ")
    (fait,) = notees(fichier)
    assert (fait.mode, fait.objet, fait.demandeurs) == ("courriel", "La cantine", (1,))


@pytest.mark.parametrize(
    ("mots", "faute"),
    [
        (("--de", "99"), "DEMANDEUR demandeurs: "),
        (("--de", "1", "--recue", "hier-soir"), "DATE recue: --recue"),
        (("--de", "1", "2", "--recue", "2999-01-01"), "DATE recue: "),
        ((), "USAGE .: "),
    ],
)
def test_ce_qui_est_refuse_n_ecrit_rien(
    fichier: Path, mots: tuple[str, ...], faute: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demander-ag", str(fichier), *mots]) == 2
    assert capsys.readouterr().err.startswith(faute)
    assert notees(fichier) == ()
