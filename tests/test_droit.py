"""docs/droit.md says which rule applies which article, and which case shows it: never stale."""

from __future__ import annotations

from tests.outils.droit import DOCUMENT, articles, composer


def test_document_is_what_the_code_and_the_cases_say() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == composer(), "périmé : make droit"


def test_every_article_of_votes_has_a_rule_and_a_case() -> None:
    votes = ("statuts 13", "statuts 15", "statuts 18-1", "statuts 21-7", "statuts 22", "statuts 24-1", "statuts 24-3",
             "statuts 24-4", "C. com. L223-18", "C. com. L223-19", "C. com. L223-29", "C. com. L223-30")  # fmt: skip
    connus = articles()
    for article in votes:
        fonctions, cas = connus[article]
        assert fonctions, article
        assert cas, article
