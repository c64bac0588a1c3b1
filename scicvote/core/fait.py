"""The base of the facts: what an act leaves behind (``faits``)."""

from __future__ import annotations

from typing import ClassVar


class Fait:
    """Base of the facts. ``TABLE`` is the name of the kind in the file and in the journal."""

    TABLE: ClassVar[str]
    __slots__ = ()
