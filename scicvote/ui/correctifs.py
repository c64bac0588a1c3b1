"""Faults of the libraries below that would reach the user, and how the program lives with them."""

from __future__ import annotations

import ctypes
import sys


def garder_vrai() -> None:
    """Keep ``True`` alive through PySide6 6.12.0, whose ``Signal.emit`` gives it back without owning it.

    Each signal sent from Python then takes one reference from ``True``; after some thousands CPython 3.11 stops with
    "deallocating True or False". From Python 3.12 on ``True`` is immortal. Before, its count is set out of reach.
    """
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12) and sys.getrefcount(True) < _HORS_D_ATTEINTE:
        ctypes.c_ssize_t.from_address(id(True)).value += _HORS_D_ATTEINTE


_HORS_D_ATTEINTE = 1 << 30
