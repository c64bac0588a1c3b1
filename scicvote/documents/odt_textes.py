"""Characters as OpenDocument writes them: escaped, spaces kept, line ends as elements, faces as spans."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from scicvote.core.papier import Ligne

FACES: Final = {(True, False): "Gras", (False, True): "Italique", (True, True): "Gras_20_italique"}
_INTERDITS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # XML cannot hold them
_ESPACES: Final = re.compile(" ( +)")  # a reader would make them one


def net(texte: str) -> str:
    """``texte`` with accents composed, without the characters that XML cannot hold."""
    return _INTERDITS.sub("", unicodedata.normalize("NFC", texte).replace("\t", " "))


def attribut(texte: str) -> str:
    """A value between its quotes."""
    return quoteattr(" ".join(net(texte).split("\n")))


@lru_cache(maxsize=4096)
def caracteres(texte: str) -> str:
    """Characters inside a paragraph."""
    ecrit = _ESPACES.sub(lambda trouve: f' <text:s text:c="{len(trouve[1])}"/>', escape(net(texte)))
    return ecrit.replace("\n", "<text:line-break/>")


def runs(ligne: Ligne) -> str:
    """The runs of a line, each in its face."""
    return "".join([_run(run.texte, FACES.get((run.gras, run.italique))) for run in ligne])


def _run(texte: str, face: str | None) -> str:
    ecrit = caracteres(texte)
    return f'<text:span text:style-name="{face}">{ecrit}</text:span>' if face and ecrit else ecrit
