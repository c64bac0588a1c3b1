"""What the tests that draw at random share: a profile that always draws the same, and ways to change a document."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from scicvote.core.decision import calculer_tout
from scicvote.core.resultat import AnyResultat
from scicvote.exchange.calcul import arbre_resultat, lire_document
from tests.oracle.generateur import calcul_au_hasard

Table = dict[str, Any]

PROFIL = settings(
    derandomize=True, deadline=None, database=None, max_examples=200, suppress_health_check=list(HealthCheck)
)


def documents() -> st.SearchStrategy[Table]:
    """Random documents, random statutes inline; one seed each, so that a failure names its document.

    Every body is one that votes: what counts people once beside the colleges is left to the second tally.
    """
    return st.integers(0, 10**9).map(lambda graine: _sans_personnes(calcul_au_hasard(Random(graine))))


def _sans_personnes(document: Table) -> Table:
    if document["assemblee"]["vote_par_college"]:
        document["corps"].pop("*", None)
        for resolution in document["resolutions"]:
            resolution.get("retires", {}).pop("*", None)
    return document


def copie(document: Table) -> Table:
    """A document that can be changed without the first."""
    neuf: Table = json.loads(json.dumps(document))
    return neuf


def resultats(document: Table) -> list[AnyResultat]:
    """The decisions of a valid document, as the core gives them."""
    lecture = lire_document(document)
    assert lecture.calcul is not None, [issue.ligne() for issue in lecture.issues]
    return calculer_tout(lecture.calcul.statuts, lecture.calcul.seance, lecture.calcul.questions)


def arbres(document: Table, *, phrases: bool = True) -> list[Table]:
    """The same as public trees; without ``phrases``, the sentences and their articles are left out."""
    lecture = lire_document(document)
    assert lecture.calcul is not None, [issue.ligne() for issue in lecture.issues]
    dites = set() if phrases else {"etapes", "articles"}
    trees = [arbre_resultat(r, lecture.calcul.statuts) for r in resultats(document)]
    return [{cle: valeur for cle, valeur in arbre.items() if cle not in dites} for arbre in trees]
