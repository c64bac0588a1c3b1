"""None outlives the binding: under Python before 3.12, PySide6 6.12 gives back one None too many at each call.

A Qt function that returns nothing returns None without counting it, as is right from Python 3.12 on, where None is
never freed. Under an older Python every such call takes one from its count, and at zero the interpreter aborts: in the
middle of a sitting. Its count is therefore raised out of reach, which is what Python 3.12 does for itself.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_MARGE: Final = 1 << 60 if sys.maxsize > 1 << 32 else 1 << 29
_LIBRE_DEPUIS: Final = (3, 12)  # None is immortal from this version on


def proteger_none() -> bool:
    """Raise None's count once, where it can fall; whether that was needed here."""
    if sys.implementation.name != "cpython" or sys.version_info >= _LIBRE_DEPUIS:
        return False
    if sys.getrefcount(None) < _MARGE // 2:
        compte = ctypes.c_ssize_t.from_address(id(None))  # the first field of every object
        compte.value += _MARGE
    return True
