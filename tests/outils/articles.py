"""Which numbered articles of statutes a text cites: those of laws and codes are left aside."""

from __future__ import annotations

import re

from scicvote.core.statuts import Statuts

_CITES = re.compile(
    r"(?<!com\., )(?<!civ\., )(?<!1947, )(?<!1775, )art\.[ \u00a0]([0-9][0-9-]*(?:(?:, | et | à )[0-9][0-9-]*)*)"
)


def cites(texte: str) -> set[str]:
    """``{"22", "24-1"}`` out of ``statuts, art. 22 et 24-1``."""
    return {numero for groupe in _CITES.findall(texte) for numero in re.findall(r"[0-9][0-9-]*", groupe)}


def propres(statuts: Statuts) -> set[str]:
    """The articles that the statutes themselves write, in their rules."""
    lus = (article for regle in statuts.regles.values() for article in regle.articles)
    return {numero.split()[-1] for numero in lus if numero.startswith("statuts ")}
