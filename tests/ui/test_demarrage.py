"""What the program loads before it is seen, and before a file is ready: never what only acts and papers need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LOURDS = ("sqlalchemy", "alembic", "reportlab", "PIL", "openpyxl", "odfdo", "python_calamine")

_PROGRAMME = """
import sys
from pathlib import Path
from scicvote.ui import application
from scicvote.ui.amorce import Amorce
from scicvote.ui.reglages import Reglages

lourds, fichier, reglages = sys.argv[1].split(), Path(sys.argv[2]), Reglages(Path(sys.argv[3]))
qt = application.creer_application(["essai"])
amorce = Amorce(reglages, fichier)
amorce.show()
qt.processEvents()
print(*(m for m in (*lourds, "scicvote.core.faits") if m in sys.modules), sep=",")
fenetre = application._fenetre(reglages, fichier, None)
qt.processEvents()
print(fenetre.page.cle, *(m for m in lourds if m in sys.modules), sep=",")
fenetre.close()
"""


def test_a_file_is_shown_before_what_acts_and_papers_need_is_loaded(fichier: Path, tmp_path: Path) -> None:
    milieu = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
    }
    arguments = (" ".join(LOURDS), str(fichier), str(tmp_path / "reglages.ini"))
    fini = subprocess.run(
        [sys.executable, "-c", _PROGRAMME, *arguments],
        env=milieu,
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert fini.stdout.splitlines() == ["", "accueil"]
