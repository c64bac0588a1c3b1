"""The documents' links lead somewhere: every file that they name is there, every heading too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

RACINE = Path(__file__).parent.parent
DOCUMENTS = sorted([*RACINE.glob("*.md"), *RACINE.glob("docs/*.md")])
LIEN = re.compile(r"\]\(([^)\s]+)\)")


def ancre(titre: str) -> str:
    """A heading as a link names it."""
    return re.sub(r"[^\w\- ]", "", titre.strip().lower()).replace(" ", "-")


def ancres(document: Path) -> set[str]:
    return {ancre(ligne.lstrip("#")) for ligne in document.read_text(encoding="utf-8").splitlines() if ligne[:1] == "#"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    texte = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.S)
    perdus = []
    for lien in LIEN.findall(texte):
        if "://" in lien:
            continue
        nom, _, section = lien.partition("#")
        cible = (document.parent / nom).resolve() if nom else document
        if not cible.exists() or (section and section not in ancres(cible)):
            perdus.append(lien)
    assert perdus == []
