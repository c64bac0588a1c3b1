"""Change one place of a tree of plain values, named as the faults name it: ``resolutions[0].suffrages.SB.pour``."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

SANS = object()  # in the place of a value: take the key away


def _pas(chemin: str) -> list[str | int]:
    return [int(index) if index else nom for nom, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", chemin)]


def modifier(arbre: Any, changements: dict[str, Any]) -> Any:
    """A copy of a tree with other values at some places."""
    neuf = deepcopy(arbre)
    for chemin, valeur in changements.items():
        *avant, dernier = _pas(chemin)
        endroit = neuf
        for pas in avant:
            endroit = endroit[pas]
        if valeur is SANS:
            del endroit[dernier]
        elif isinstance(endroit, list) and dernier == len(endroit):
            endroit.append(valeur)
        else:
            endroit[dernier] = valeur
    return neuf
