"""The weights that a resolution gives to the colleges, read from the very text that is put to the vote (statuts 22)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from scicvote.core.article import regle
from scicvote.core.exact import lire_exact
from scicvote.core.statuts import Statuts

_POURCENT: Final = re.compile(r"([0-9]+(?:[.,][0-9]+)?(?:/[0-9]+)?)\s*%")


@regle("statuts", "22")
def poids_votes(statuts: Statuts, texte: str) -> dict[str, Fraction] | None:
    """The weight in percent of every college, by code; None where the text does not give exactly one to each.

    A college is named by its name or its code; its weight is the one percentage between its name and the next one.
    « de 40 % à 45 % » gives two: what people must read is not guessed.
    """
    lu = " ".join(texte.split())
    places = sorted(_places(statuts, lu))
    if not statuts.colleges or sorted(code for _, _, code in places) != sorted(statuts.par_code):
        return None
    fins = [debut for debut, _, _ in places[1:]] + [len(lu)]
    poids: dict[str, Fraction] = {}
    for (_, apres, code), fin in zip(places, fins, strict=True):
        trouves = [lire_exact(nombre.replace(",", ".")) for nombre in _POURCENT.findall(lu[apres:fin])]
        if len(trouves) != 1 or trouves[0] is None:
            return None
        poids[code] = trouves[0]
    return {code: poids[code] for code in statuts.par_code}


def _places(statuts: Statuts, texte: str) -> Iterator[tuple[int, int, str]]:
    """Where each college is named: begin, end, code. The longest names first, so that one inside another is not it."""
    reste = texte
    noms = [(college.nom, college.code, re.IGNORECASE) for college in statuts.colleges]
    noms += [(college.code, college.code, re.NOFLAG) for college in statuts.colleges]
    nommes: set[str] = set()
    for nom, code, drapeau in sorted(noms, key=lambda une: (une[0] == une[1], -len(une[0]))):
        if nom == code and code in nommes:
            continue
        motif = re.compile(rf"(?<!\w){re.escape(' '.join(nom.split()))}(?!\w)", drapeau)
        for trouve in motif.finditer(reste):
            nommes.add(code)
            yield trouve.start(), trouve.end(), code
        reste = motif.sub(lambda trouve: "\0" * len(trouve.group()), reste)
