"""Where what was typed stands in a name: the letters to underline, accents, case and ligatures aside."""

from __future__ import annotations

from collections.abc import Sequence

from scicvote.core.normalise import cle


def places(texte: str, mots: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The (start, end) of each word of ``mots`` (folded by ``cle``) in ``texte``: where a word begins, else inside."""
    replie, origines = _replier(texte)
    trouvees = []
    for mot in mots:
        debut = 0 if replie.startswith(mot) else replie.find(f" {mot}") + 1 or replie.find(mot)
        if debut >= 0 and mot:
            trouvees.append((origines[debut], origines[debut + len(mot) - 1] + 1))
    return tuple(sorted(set(trouvees)))


def _replier(texte: str) -> tuple[str, list[int]]:
    """The folded text, and from which letter each of its letters comes."""
    replie, origines = [], []
    for rang, lettre in enumerate(texte):
        for signe in cle(lettre) or " ":
            replie.append(signe)
            origines.append(rang)
    return "".join(replie), origines
