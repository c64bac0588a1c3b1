"""Every case of a procedure, run through the real acts: its conditions, the opening of its vote, what follows."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from scicvote.core.procedures import _CONDITIONS
from tests.chargeur_cas import CasProcedure, charger_procedures
from tests.outils.procedure import FAITS, Procedure, peupler

CAS = charger_procedures()


@pytest.fixture(scope="module")
def peuplee(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return peupler(tmp_path_factory.mktemp("procedures") / "peuplee.scic")


@pytest.mark.parametrize("cas", CAS, ids=[cas.nom for cas in CAS])
def test_une_procedure_donne_ce_qui_est_attendu(cas: CasProcedure, peuplee: Path, tmp_path: Path) -> None:
    chemin = tmp_path / "procedure.scic"
    chemin.write_bytes(peuplee.read_bytes())
    bilan = asdict(Procedure(chemin, cas.recit).derouler())
    attendu = {"refus": [], "avertissements": [], "refus_faits": [], **cas.attendu}
    assert {cle: bilan[cle] for cle in attendu} == attendu


def test_chaque_genre_a_son_cours_ordinaire_et_ses_conditions_manquantes() -> None:
    """A course where nothing lacks, and each condition that can lack shown lacking once at least."""
    vus = {cas.recit["procedure"]["objet"] for cas in CAS}
    assert sorted(set(map(str, _CONDITIONS)) - vus) == []
    for objet in vus:
        siens = [cas for cas in CAS if cas.recit["procedure"]["objet"] == objet]
        assert any("manquante" not in cas.attendu["conditions"].values() for cas in siens), objet
    manquantes = {
        (cas.recit["procedure"]["objet"], cle)
        for cas in CAS
        for cle, etat in cas.attendu["conditions"].items()
        if etat == "manquante"
    }
    possibles = {
        (cas.recit["procedure"]["objet"], cle)
        for cas in CAS
        for cle, etat in cas.attendu["conditions"].items()
        if etat == "faite"
    }
    assert sorted(possibles - manquantes - _JAMAIS) == []


# What the acts themselves refuse before, so that no file shows it missing, and what cannot lack.
_JAMAIS = {
    ("admission", "liberation"),
    ("election", "qualite"),
    ("revocation", "ordre_du_jour"),
    ("remboursement", "delai"),
    ("dissolution", "moitie"),
}


def test_une_faute_de_frappe_dans_un_cas_se_voit() -> None:
    for cas in CAS:
        assert {fait["acte"] for fait in cas.recit.get("faits", [])} <= FAITS, cas.nom
        assert set(cas.recit) <= {"procedure", "faits", "voix"}, cas.nom
        assert cas.rappel.endswith("."), cas.nom
