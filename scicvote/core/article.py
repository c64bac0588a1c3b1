"""Rules cite their source: a registry of the functions that apply an article."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Regle:
    """A function that applies ``article`` (``"statuts 22"``, ``"C. com. L223-29"``)."""

    article: str
    module: str
    fonction: str
    resume: str


_NUMEROTE = re.compile(r"(.+?) ([LRDA]?[0-9]\S*(?: [a-z]+)?)")  # « C. com. L223-29 », « loi 47-1775 19 octies »
_REGLES: list[Regle] = []


def regle(source: str, *numeros: str) -> Callable[[F], F]:
    """Mark a function as the application of articles ``numeros`` of ``source`` (``statuts``, ``C. com.``…).

    The list feeds docs/droit.md; the function itself is left as it is.
    """

    def marquer(fonction: F) -> F:
        resume = (fonction.__doc__ or "").strip().split("\n")[0]
        _REGLES.extend(
            Regle(f"{source} {numero}", fonction.__module__, fonction.__qualname__, resume) for numero in numeros
        )
        return fonction

    return marquer


def regles() -> tuple[Regle, ...]:
    """Every rule marked so far, in the order of the code."""
    return tuple(_REGLES)


@lru_cache(maxsize=1024)
def citer(articles: tuple[str, ...]) -> str:
    """Articles as a reader expects them: ``statuts, art. 22 et 24-1 ; C. com., art. L223-29``.

    Articles of one source are grouped, in their given order; an article without number stands as it is.
    """
    groupes: dict[str, list[str]] = {}
    for article in dict.fromkeys(articles):
        trouve = _NUMEROTE.fullmatch(article)
        numeros = groupes.setdefault(trouve[1] if trouve else article, [])
        if trouve:
            numeros.append(trouve[2])
    textes = []
    for source, numeros in groupes.items():
        *avant, dernier = numeros or [""]
        if not dernier:
            textes.append(source)
        elif avant:
            textes.append(f"{source}, art. {', '.join(avant)} et {dernier}")
        else:
            textes.append(f"{source}, art. {dernier}")
    return "\u00a0; ".join(textes)
