"""Letters and forms of an assembly: what each is called, how it is composed, and why it may not be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scicvote.actes.papiers_demande import Genre

GENRES: Final[Mapping[str, Genre]] = {}
