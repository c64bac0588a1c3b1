"""The article that a form of company has in place of a SARL's: minutes of a SA or of a SAS cite their own.

The code names the articles of a SARL, the form of most SCICs. A SA has its own articles; a SAS is free, so that its
statutes alone decide (C. com. L227-9), a few articles apart. Where no equivalent is sure, ``statuts`` is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scicvote.core.article import regle

STATUTS: Final = "statuts"
QUESTIONS: Final = "questions"  # what a shared article is cited for: L223-26 speaks of three things
DOCUMENTS: Final = "documents"

_SA: Final[Mapping[str, str]] = {
    "L223-18": "L225-18",  # who directs is elected by the assembly
    "L223-19": "L225-40",  # regulated agreements: the interested person takes no part
    "L223-25": "L225-18",  # and revoked at any time
    "L223-26": "L225-100",  # the annual assembly, within six months
    "L223-27": "L225-104",  # convening; all present or represented
    "L223-28": "L225-106",  # proxies
    "L223-29": "L225-98",  # ordinary assembly
    "L223-30": "L225-96",  # extraordinary assembly
    "L223-42": "L225-248",  # half of the capital lost
    "R221-3": "R225-106",  # minutes, in a register of their own
    "R221-4": "R225-108",  # copies and extracts
    "R223-18": "R225-83",  # documents sent
    "R223-19": "R225-83",
    "R223-20": "R225-69",  # fifteen days
    "R223-23": "R225-100",  # who takes the chair
    "R223-24": "R225-106",  # what minutes hold
}
_SAS: Final[Mapping[str, str]] = {
    "L223-19": "L227-10",
    "L223-27": STATUTS,
    "L223-29": "L227-9",
    "L223-30": "L227-9",
    "L223-42": "L225-248",  # through L227-1
}
_SUJETS: Final[Mapping[tuple[str, str], str]] = {
    ("L223-26", QUESTIONS): "L225-108",
    ("L223-26", DOCUMENTS): "L225-115",
}
_CODE: Final = "C. com. "


@regle("C. com.", "L225-96", "L225-98", "L225-104", "L225-106", "L227-9", "R225-106")
def article_selon_forme(forme: str, article: str, sujet: str = "") -> str:
    """The article of this form for what ``article`` (``C. com. L223-28``) says of a SARL; ``statuts`` where none is sure.

    ``sujet`` (QUESTIONS, DOCUMENTS) chooses where one article of a SARL is several of another form. Articles that
    are no SARL's come back as they are.
    """
    numero = article.removeprefix(_CODE)
    if forme == "SARL" or numero == article or not _de_sarl(numero):
        return article
    propres = {**_SA, **_sujets(sujet)} if forme == "SA" else _SAS
    propre = propres.get(numero, STATUTS)
    return propre if propre == STATUTS else f"{_CODE}{propre}"


def _sujets(sujet: str) -> dict[str, str]:
    return {numero: article for (numero, pourquoi), article in _SUJETS.items() if pourquoi == sujet}


def _de_sarl(numero: str) -> bool:
    return numero.startswith(("L223-", "R223-", "R221-"))
