"""Parts paid back by the act: in the register, refused under the floor; the same entered by hand is only warned of."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from scicvote.actes import cooperative, registre
from scicvote.actes.papiers import imprimer
from scicvote.actes.remboursement import rembourser
from scicvote.cli import main
from scicvote.store.depot import Depot
from tests.outils.cooperative import mouvement
from tests.outils.histoire import Histoire

JOUR = date(2026, 6, 1)


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    """The dozen with ten parts each, 200 more of the first, the second gone; 10 000 euros once."""
    histoire = Histoire.commencer(tmp_path / "dettes.scic")
    histoire.peupler()
    for nature in ("souscription", "liberation"):
        histoire.faire(registre.mouvementer(histoire.depot, mouvement(1, nature, date(2021, 1, 1), 200)))
    histoire.faire(registre.mouvementer(histoire.depot, mouvement(2, "demission", date(2024, 3, 10))))
    return histoire.depot


def test_un_remboursement_est_un_mouvement(depot: Depot) -> None:
    acte = rembourser(depot, 2, JOUR, 4, "quittance du 1er juin")
    assert acte.accepte
    assert acte.resume == "4\u00a0parts remboursées à Bob Exemple, 1er\u00a0juin\u00a02026"
    (fait,) = acte.faits
    assert (fait.nature, fait.parts, fait.piece) == ("remboursement", 4, "quittance du 1er juin")  # type: ignore[attr-defined]
    assert [i.code for i in rembourser(depot, 2, JOUR, 7).refus] == ["PARTS"]
    assert rembourser(depot, 2, JOUR, 6).accepte
    assert [i.code for i in rembourser(depot, 99, JOUR, 1).refus] == ["ASSOCIE"]


def test_sous_le_plancher_l_acte_refuse_et_l_ecriture_avertit(depot: Depot) -> None:
    registre.mouvementer(depot, mouvement(1, "demission", date(2024, 4, 1)))
    refusee = rembourser(depot, 1, JOUR, 200)
    assert [i.code for i in refusee.refus] == ["CAPITAL_PLANCHER"]
    assert [i.code for i in refusee.avertissements] == ["REMBOURSEMENT_ORDRE"]
    ecrite = registre.mouvementer(depot, mouvement(1, "remboursement", JOUR, 200))
    assert ecrite.accepte
    assert "CAPITAL_PLANCHER" in [i.code for i in ecrite.avertissements]


def test_le_papier_et_la_commande_disent_la_meme_liste(
    depot: Depot, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    fichier = depot.nom
    histoire = Histoire(depot)
    histoire.preparer(date(2026, 6, 12))
    octets, issues = imprimer(depot, 1, "remboursements", datetime(2026, 6, 1, 9))
    assert octets is not None, issues
    lu = " ".join(PdfReader(BytesIO(octets)).pages[0].extract_text().split())
    assert "Parts à rembourser" in lu
    assert "Bob Exemple" in lu
    depot.fermer()
    assert main(["remboursements", fichier, "--jour", "2026-06-01"]) == 0
    lignes = capsys.readouterr().out.splitlines()
    assert lignes[0].startswith("1. Bob Exemple\u00a0: 10\u00a0parts, 200\u00a0€ au plus")
    assert lignes[0].endswith("[exigible]")
    assert lignes[1].startswith("200\u00a0€ restent dus au plus")
    assert main(["remboursements", fichier]) == 0
    assert main(["remboursements", fichier, "--jour", "hier-soir"]) == 2
    assert "DATE jour: " in capsys.readouterr().err
    assert main(["imprimer", fichier, "--ag", "1", "remboursements", str(tmp_path / "r.pdf")]) == 0


def test_sans_valeur_d_une_part_la_commande_dit_non(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chemin = tmp_path / "sans.scic"
    from scicvote.exchange.statuts import texte_fourni

    texte = "\n".join(ligne for ligne in texte_fourni("cliss-xxi").splitlines() if not ligne.startswith("valeur_part"))
    depot, _ = cooperative.creer(chemin, texte)
    depot.fermer()
    assert main(["remboursements", str(chemin)]) == 1
    assert "ne disent pas la valeur" in capsys.readouterr().out
