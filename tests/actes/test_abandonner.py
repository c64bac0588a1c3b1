"""An assembly that nobody was convened to can be given up; its number never serves again, its acts stay readable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from scicvote.actes import abandon, correction, preparation, verification
from scicvote.core.faits import Annulation, Resolution
from tests.outils.histoire import Histoire

AG = 3


def _neuve(histoire: Histoire) -> int:
    depot = histoire.depot
    acte = preparation.preparer(depot, depot.dossier.assemblees[AG].convocation)
    numero: int = acte.faits[0].assemblee  # type: ignore[attr-defined]
    point = Resolution(0, numero, 0, "Charte", "Adopter.", "ordinaire", "autre", 0, None, "", None, False)
    assert preparation.inscrire_resolution(depot, point).accepte
    assert preparation.arreter_liste(depot, numero, date(2026, 5, 27), "la gérance").accepte
    return numero


def test_rien_n_en_reste_que_le_journal(a: Callable[[str], Histoire]) -> None:
    histoire = a("preparee")
    depot = histoire.depot
    avant = dict(depot.dossier.assemblees)
    numero = _neuve(histoire)
    acte = abandon.abandonner(depot, numero, "saisie deux fois")
    assert acte.accepte
    assert sum(isinstance(fait, Annulation) for fait in acte.faits) == 3
    assert depot.dossier.assemblees.keys() == avant.keys()
    assert depot.dossier.assemblees[AG].resolutions == avant[AG].resolutions
    assert "saisie deux fois" in depot.entrees()[-1].resume
    assert verification.verifier(depot).issues == ()
    suivante = preparation.preparer(depot, avant[AG].convocation)
    assert suivante.faits[0].assemblee == numero + 1  # type: ignore[attr-defined]


def test_ce_qui_etait_deja_annule_le_reste_une_seule_fois(a: Callable[[str], Histoire]) -> None:
    histoire = a("preparee")
    depot = histoire.depot
    numero = _neuve(histoire)
    liste = depot.dossier.actes[-1].numero
    assert correction.annuler(depot, liste, "mauvais jour").accepte
    acte = abandon.abandonner(depot, numero, "saisie deux fois")
    assert liste not in {fait.acte for fait in acte.faits if isinstance(fait, Annulation)}
    assert acte.accepte


def test_une_assemblee_convoquee_ne_s_abandonne_pas(a: Callable[[str], Histoire]) -> None:
    histoire = a("ouverte")
    refusee = abandon.abandonner(histoire.depot, AG, "plus envie")
    assert [issue.code for issue in refusee.refus] == ["CONVOQUEE"]
    assert AG in histoire.depot.dossier.assemblees


def test_il_faut_dire_pourquoi(a: Callable[[str], Histoire]) -> None:
    histoire = a("preparee")
    refusee = abandon.abandonner(histoire.depot, _neuve(histoire), " ")
    assert [issue.code for issue in refusee.refus] == ["TEXTE"]
