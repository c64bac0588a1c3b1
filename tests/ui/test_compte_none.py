"""However many calls Qt answers with nothing, None stays."""

from __future__ import annotations

import subprocess
import sys

import pytest

from scicvote.ui import compte_none

APPELS = """
import scicvote.ui
from PySide6.QtCore import QObject

objet = QObject()
for _ in range(300_000):
    objet.setObjectName("a")
print("fini")
"""


def test_none_outlives_any_number_of_calls() -> None:
    """More calls than a new process has references to None; it ends well, its exit included."""
    fait = subprocess.run([sys.executable, "-c", APPELS], capture_output=True, text=True, check=False)
    assert (fait.stdout, fait.stderr, fait.returncode) == ("fini\n", "", 0)


def test_the_count_is_raised_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ici = sys.version_info < (3, 12)
    assert compte_none.proteger_none() is ici
    avant = sys.getrefcount(None)
    assert compte_none.proteger_none() is ici
    assert abs(sys.getrefcount(None) - avant) < 1_000_000
    monkeypatch.setattr(compte_none, "_LIBRE_DEPUIS", (3, 0))
    assert compte_none.proteger_none() is False
