"""A table as a file gives it: headers and raw rows, every cell a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class LigneBrute(NamedTuple):
    """One row. ``numero`` is the row number that a spreadsheet shows (the first row of the sheet is 1)."""

    numero: int
    cellules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, from its header row on. ``source`` names the file (and the sheet) as a sentence may quote it."""

    source: str
    entetes: tuple[str, ...]
    lignes: tuple[LigneBrute, ...]
    ligne_entetes: int = 1
