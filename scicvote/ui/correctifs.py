"""Faults of the libraries below that would reach the user, and how the program lives with them."""

from __future__ import annotations

import ctypes
import sys


def garder_vrai() -> None:
    """Keep ``True``, ``False`` and ``None`` alive through PySide6 6.12.0, which gives them back without owning them.

    Each signal sent from Python takes one reference from ``True``, each painting call that returns nothing one from
    ``None``; after some thousands CPython 3.11 stops with "deallocating True or False" or "deallocating None". From
    Python 3.12 on they are immortal. Before, their counts are set out of reach.
    """
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for unique in (True, False, None):
        if sys.getrefcount(unique) < _HORS_D_ATTEINTE:
            ctypes.c_ssize_t.from_address(id(unique)).value += _HORS_D_ATTEINTE


_HORS_D_ATTEINTE = 1 << 30
