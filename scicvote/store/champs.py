"""The fields of each kind of fact, as its table holds them."""

from __future__ import annotations

import dataclasses
import typing

from scicvote.core import faits
from scicvote.core.faits import Fait


def champs(nature: type[Fait]) -> tuple[tuple[str, type, bool, bool], ...]:
    """The fields of a fact: name, type of a value, whether it may be None, whether it is a tuple."""
    lus = []
    annotations = typing.get_type_hints(nature, vars(faits))
    for champ in dataclasses.fields(nature):  # type: ignore[arg-type]
        annotation = annotations[champ.name]
        arguments = typing.get_args(annotation)
        tuple_ = typing.get_origin(annotation) is tuple
        nul = type(None) in arguments
        lus.append((champ.name, arguments[0] if arguments else annotation, nul, tuple_))
    return tuple(lus)
