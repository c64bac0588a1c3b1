"""Write the file that is kept of a schema's version, and its summary: once for each version, then never again.

``python -m tests.outils.garder`` refuses to write over one.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from scicvote.store.base import VERSION
from tests.outils.histoire import raconter
from tests.outils.resume import resumer

GARDES = Path(__file__).resolve().parent.parent / "store" / "files"


def garder() -> Path:
    """The kept file of the present version."""
    chemin = GARDES / f"v{VERSION:04d}.scic"
    depot = raconter(chemin).depot
    chemin.with_suffix(".json").write_text(
        json.dumps(resumer(depot), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    depot.fermer()
    with closing(sqlite3.connect(chemin)) as brut:
        brut.execute("VACUUM")
    return chemin


if __name__ == "__main__":
    garder()
