"""Rules cite their source: a registry of the functions that apply an article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Regle:
    """A function that applies ``article`` (``"statuts 22"``, ``"C. com. L223-29"``)."""

    article: str
    module: str
    fonction: str
    resume: str


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


def citer(articles: tuple[str, ...]) -> str:
    """Articles as a reader expects them: ``statuts, art. 22 et 24-1 ; C. com., art. L223-29``.

    Articles of one source are grouped, in their given order; an article without number stands as it is.
    """
    groupes: dict[str, list[str]] = {}
    for article in dict.fromkeys(articles):
        source, _, numero = article.rpartition(" ")
        groupes.setdefault(source or article, []).append(numero if source else "")
    textes = []
    for source, numeros in groupes.items():
        vrais = [numero for numero in numeros if numero]
        if not vrais:
            textes.append(source)
        elif len(vrais) == 1:
            textes.append(f"{source}, art. {vrais[0]}")
        else:
            textes.append(f"{source}, art. {', '.join(vrais[:-1])} et {vrais[-1]}")
    return "\u00a0; ".join(textes)
