"""Two tallies that share no code agree on five thousand random statutes and votes."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from scicvote.exchange.calcul import document_resultat, lire_document
from tests.oracle.generateur import calcul_au_hasard
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
