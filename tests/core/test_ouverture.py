"""What the checklist shows as missing, the opening of the vote refuses or warns about: the same things, no more, no less."""

from __future__ import annotations

from typing import Any

import pytest

from scicvote.core.faits import Affectation, Candidature, Deport, Envoi, Fait
from scicvote.core.ouverture import CONDITION, controler_vote
from scicvote.core.procedures import EtatCondition, checklist
from scicvote.core.resolution import GENRES
from scicvote.core.vote import DEMANDE_SECRET
from tests.outils.cooperative import assemblee, convocation, heure, resolution, seance

TOUS = tuple(range(1, 13))


def ouverture(objet: str, *faits: Fait, numero: int = 9, mode: str = "secret_papier", **champs: Any) -> tuple[Any, Any]:
    r = resolution(numero, objet=objet, concerne=champs.pop("concerne", 5), **champs)
    dossier, ag = assemblee(convocation(exercice=2025), r, *seance(*TOUS), *faits)
    return checklist(dossier, ag, r), controler_vote(dossier, ag, r, mode, "resolution")


@pytest.mark.parametrize("objet", list(GENRES))
def test_rien_ne_manque_sans_etre_dit(objet: str) -> None:
    conditions, issues = ouverture(objet, sieges=1)
    manquent = [c for c in conditions if c.etat == EtatCondition.MANQUANTE]
    dites = [i for i in issues if i.code not in ("AVIS_COLLEGE",)]
    assert sum(c.bloquante for c in manquent) == sum(i.bloquante for i in dites)
    assert len(manquent) == len(dites)
    for condition in manquent:
        if not condition.bloquante:
            assert any(set(condition.articles) & set(i.articles) and not i.bloquante for i in dites)


def test_une_condition_dite_ailleurs_ne_l_est_qu_une_fois() -> None:
    _, admission = ouverture("admission", concerne=5)
    assert [i.code for i in admission] == ["AVIS_MANQUANT"]
    _, election = ouverture("election", Candidature(1, 19, 1, ""), regle="election_gerance", sieges=1)
    assert [i.code for i in election] == ["CANDIDAT_NON_PRESENTE"]


def test_le_deport_de_l_interesse_est_dit_avec_son_article() -> None:
    _, issues = ouverture("convention")
    assert [(i.code, i.articles, i.bloquante) for i in issues] == [(CONDITION, ("C. com. L223-19",), False)]
    assert issues[0].phrase == "Condition non remplie\u00a0: «\u00a0L’intéressé ne prend pas part au vote\u00a0»."
    _, retire = ouverture("convention", Deport(1, 19, 5, heure(18, 30), "convention"))
    assert retire == ()


def test_rien_n_est_dit_quand_tout_est_la() -> None:
    comptes = resolution(1, objet="comptes")
    chiffres = Affectation(1, 19, "100", "0", "0", "0", "15", "0", "85", "0")
    _, issues = ouverture("affectation", comptes, chiffres)
    assert issues == ()
    _, sans = ouverture("affectation")
    assert [i.code for i in sans] == [CONDITION, CONDITION]
    _, envoyes = ouverture("comptes", Envoi(1, heure(9).date(), "documents", "recommandé", (), None))
    assert envoyes == ()


def test_la_demande_de_scrutin_secret_n_a_pas_de_condition() -> None:
    r = resolution(objet="comptes")
    dossier, ag = assemblee(convocation(), r, *seance(*TOUS))
    assert controler_vote(dossier, ag, r, "main_levee", DEMANDE_SECRET) == ()
