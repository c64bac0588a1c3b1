"""Two tallies that share no code agree on five thousand random statutes and votes."""

from __future__ import annotations

import tomllib
from datetime import date
from random import Random
from typing import Any

import pytest

from scicvote.exchange.calcul import document_resultat, lire_document
from scicvote.exchange.ebauche_statuts import Ebauche, modele
from tests.chargeur_cas import en_json, statuts_livres
from tests.oracle.generateur import calcul_au_hasard, calcul_sous
from tests.oracle.tally import calculer

BLOCS, PAR_BLOC = 50, 100
DITES = {"articles", "etapes"}  # sentences: the second tally does not write any


def chiffres(resultat: dict[str, Any]) -> dict[str, Any]:
    return {cle: valeur for cle, valeur in resultat.items() if cle not in DITES}


@pytest.mark.parametrize("bloc", range(BLOCS))
def test_les_deux_depouillements_s_accordent(bloc: int) -> None:
    for graine in range(bloc * PAR_BLOC, (bloc + 1) * PAR_BLOC):
        document = calcul_au_hasard(Random(graine))
        lecture = lire_document(document)
        assert lecture.calcul is not None, (graine, [issue.ligne() for issue in lecture.issues])
        obtenus = document_resultat(lecture.calcul)["resolutions"]
        attendus = calculer(document, {})["resolutions"]
        assert [chiffres(r) for r in obtenus] == [chiffres(r) for r in attendus], graine


# --- the shipped statutes of every form, voted at random


def _formes() -> dict[str, dict[str, Any]]:
    """The statutes that are shipped and the starting point of each form, as a file of votes holds them."""
    formes = dict(statuts_livres())
    for nom in ("sa", "sarl", "sarl-2005", "sas"):
        ebauche = Ebauche(modele(nom))
        for chemin, valeur in (("cle", nom), ("denomination", "Coopérative fictive"), ("date", date(2026, 1, 1))):
            ebauche.poser(chemin, valeur)
        formes[nom] = en_json(tomllib.loads(ebauche.texte()))
    return formes


FORMES = _formes()


@pytest.mark.parametrize("forme", list(FORMES))
def test_les_deux_depouillements_s_accordent_sous_les_statuts_de_chaque_forme(forme: str) -> None:
    """SARL of before and after August 2005, SA with its quorums, SAS: both consultations, by heads and by college."""
    vus: set[str] = set()
    for graine in range(150):
        document = calcul_sous(Random(f"{forme}{graine}"), FORMES[forme])
        lecture = lire_document(document)
        assert lecture.calcul is not None, (graine, [issue.ligne() for issue in lecture.issues])
        obtenus = document_resultat(lecture.calcul)["resolutions"]
        attendus = calculer(document, {})["resolutions"]
        assert [chiffres(r) for r in obtenus] == [chiffres(r) for r in attendus], graine
        vus |= {r["decision"] for r in attendus}
    assert vus >= {"adoptee", "rejetee", "elus", "second_tour", "ballottage"}
    assert ("sans_quorum" in vus) == bool(FORMES[forme].get("quorum"))
