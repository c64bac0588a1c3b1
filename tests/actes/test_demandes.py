"""Members ask for an assembly: the act, its answer, what takes it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from scicvote.actes import abandon, correction, demandes, preparation
from scicvote.actes.papiers import imprimer
from scicvote.core.demandes_assemblee import demande_de, demandes_sans_suite
from scicvote.core.faits import Convocation, DemandeAssemblee
from scicvote.store.depot import Depot
from tests.outils.histoire import Histoire

AUJOURDHUI = date(2026, 7, 1)
DEMANDE = DemandeAssemblee(0, date(2026, 6, 26), "courriel", "La cantine", (2, 6, 2))
NOTICE = Convocation(
    0, "ordinaire_extraordinairement", datetime(2026, 8, 3, 18), "Salle", False, "", "", 1, None, None,
    "la gérance, à la demande d’associés",
)  # fmt: skip


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    histoire = Histoire.commencer(tmp_path / "demande.scic")
    histoire.peupler()
    return histoire.depot


def test_une_demande_est_notee_au_journal_avec_sa_part(depot: Depot) -> None:
    acte = demandes.demander_assemblee(depot, DEMANDE, AUJOURDHUI)
    assert acte.accepte
    assert (
        acte.resume
        == "Assemblée demandée le 26\u00a0juin\u00a02026 par 2\u00a0associés, 16,67\u202f% des droits de vote"
    )
    (fait,) = acte.faits
    assert fait == replace(DEMANDE, demande=1, demandeurs=(2, 6))
    assert demandes_sans_suite(depot.dossier) == (fait,)


def test_une_demande_refusee_n_ecrit_rien(depot: Depot) -> None:
    avant = len(depot.entrees())
    acte = demandes.demander_assemblee(depot, replace(DEMANDE, demandeurs=(), mode=""), AUJOURDHUI)
    assert [i.code for i in acte.refus] == ["VALEUR", "DEMANDEUR"]
    assert len(depot.entrees()) == avant


def test_l_assemblee_qui_y_repond_le_dit_et_n_y_repond_qu_une_fois(depot: Depot) -> None:
    assert [i.code for i in preparation.preparer(depot, NOTICE, 1).refus] == ["DEMANDE"]
    demandes.demander_assemblee(depot, DEMANDE, AUJOURDHUI)
    acte = preparation.preparer(depot, NOTICE, 1)
    assert acte.accepte
    ag = depot.dossier.assemblees[1]
    demande = demande_de(depot.dossier, ag)
    assert demande is not None
    assert demande.demandeurs == (2, 6)
    assert demandes_sans_suite(depot.dossier) == ()
    (refus,) = preparation.preparer(depot, NOTICE, 1).refus
    assert (refus.code, refus.phrase) == (
        "DEMANDE",
        "Cette demande a déjà sa suite\u00a0: AG ordinaire réunie extraordinairement du 3\u00a0août\u00a02026.",
    )


def test_la_demande_s_annule_tant_que_rien_n_y_repond(depot: Depot) -> None:
    demandee = demandes.demander_assemblee(depot, DEMANDE, AUJOURDHUI)
    preparation.preparer(depot, NOTICE, 1)
    assert [i.code for i in correction.annuler(depot, demandee.numero, "erreur").refus] == ["ACTE_UTILISE"]
    assert abandon.abandonner(depot, 1, "retirée par eux").accepte
    assert len(demandes_sans_suite(depot.dossier)) == 1
    assert correction.annuler(depot, demandee.numero, "erreur").accepte
    assert demandes_sans_suite(depot.dossier) == ()
    assert demandes.demander_assemblee(depot, DEMANDE, AUJOURDHUI).faits[0].demande == 2  # type: ignore[attr-defined]


def test_qui_demande_reste_au_registre(depot: Depot) -> None:
    entree = next(a.numero for a in depot.dossier.actes for f in a.faits if getattr(f, "associe", 0) == 6)
    demandes.demander_assemblee(depot, DEMANDE, AUJOURDHUI)
    assert [i.code for i in correction.annuler(depot, entree, "erreur").refus] == ["ACTE_UTILISE"]


@pytest.mark.parametrize(
    ("papier", "noms"), [("texte-convocation", False), ("convocations", False), ("proces-verbal", True)]
)
def test_les_papiers_disent_la_demande(depot: Depot, papier: str, noms: bool, tmp_path: Path) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    demandes.demander_assemblee(depot, DEMANDE, AUJOURDHUI)
    preparation.preparer(depot, NOTICE, 1)
    preparation.arreter_liste(depot, 1, date(2026, 7, 18), "la gérance")
    octets, issues = imprimer(depot, 1, papier, datetime(2026, 7, 2, 9))
    assert octets is not None, issues
    lu = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(octets)).pages).split())
    assert "Cette assemblée a été demandée par 2" in lu
    assert "à la demande d’associés" in lu
    assert ("Bob Exemple et Fred Imaginaire" in lu) is noms
