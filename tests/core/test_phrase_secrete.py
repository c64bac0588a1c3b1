"""A phrase long enough, typed twice alike."""

from __future__ import annotations

import pytest

from scicvote.core.phrase_secrete import controler_phrase


@pytest.mark.parametrize(
    ("phrase", "seconde", "codes"),
    [
        ("quatre lunes sur", "quatre lunes sur", []),  # 16 characters
        ("quatre lunes su", "quatre lunes su", ["PHRASE_FAIBLE"]),
        ("abcdefgh aaaaaaa", "abcdefgh aaaaaaa", []),  # 8 different ones, the space left out
        ("abcdefg aaaaaaaa", "abcdefg aaaaaaaa", ["PHRASE_FAIBLE"]),
        ("quatre lunes sur", "quatre lunes SUR", []),
        ("quatre lunes sur", "quatre lunes sous", ["PHRASE_DIFFERENTE"]),
        ("", "x", ["PHRASE_FAIBLE", "PHRASE_DIFFERENTE"]),
    ],
)
def test_les_fautes_d_une_phrase(phrase: str, seconde: str, codes: list[str]) -> None:
    assert [issue.code for issue in controler_phrase(phrase, seconde, str.lower)] == codes
