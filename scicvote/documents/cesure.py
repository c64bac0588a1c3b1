"""Where a French word may be cut at the end of a line: ordinary words only, never a name, a number or a reference."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import pyphen  # type: ignore[import-untyped]

DISCRET: Final = "\u00ad"  # printed as a hyphen; a reader of the file knows that it is not one
_MOT: Final = 7  # letters: a shorter word is never cut
_DEBUT, _FIN = 3, 3  # letters at least, before and after the cut
_PONCTUATION: Final = ".,;:!?()«»…\u00a0\u202f\ue02f"
_ELISIONS: Final = ("l’", "d’", "qu’", "s’", "n’", "c’", "j’", "m’", "t’", "jusqu’", "lorsqu’", "puisqu’")


@lru_cache(maxsize=1)
def _dictionnaire() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="fr", left=_DEBUT, right=_FIN)


@lru_cache(maxsize=4096)
def coupes(mot: str) -> tuple[int, ...]:
    """The places where ``mot`` may be cut, from the last to the first; none for what is not an ordinary word.

    A word with a capital is a name, an abbreviation or the first of a sentence, one with a figure is a number, one
    with a hyphen, a dot or an at sign is a reference or an address: all stay whole.
    """
    noyau = mot.strip(_PONCTUATION)
    debut = mot.index(noyau) if noyau else 0
    elision = next((e for e in _ELISIONS if noyau.startswith(e)), "")
    noyau = noyau[len(elision) :]
    if len(noyau) < _MOT or not noyau.isalpha() or not noyau.islower():
        return ()
    return tuple(sorted((debut + len(elision) + place for place in _dictionnaire().positions(noyau)), reverse=True))
