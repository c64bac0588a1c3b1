"""French as papers write it: numbers, dates and hours in letters, elision, agreement. No figure is rounded here."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from scicvote.core.assemblee import MOIS, date_longue
from scicvote.core.exact import INSECABLE

__all__ = [
    "a",
    "accorder",
    "capitale",
    "cardinal",
    "date_en_lettres",
    "date_longue",
    "de",
    "enumerer",
    "guillemets",
    "heure_en_lettres",
    "heure_fr",
    "ordinal",
    "par",
    "rangs",
    "s_elide",
    "selon",
]

JOURS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_PETITS: Final = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_DIZAINES: Final = ("", "dix", "vingt", "trente", "quarante", "cinquante", "soixante")
_ASPIRES: Final = frozenset(
    [
        "hall",
        "halle",
        "halles",
        "hameau",
        "hangar",
        "haras",
        "harpe",
        "hauban",
        "haut",
        "haute",
        "hauteur",
        "hauts",
        "havre",
        "herse",
        "hêtre",
        "hibou",
        "hippie",
        "hollande",
        "hongrie",
        "houblon",
        "houille",
        "houx",
        "hublot",
        "huit",
        "huitième",
        "hutte",
        "onze",
        "onzième",
        "oui",
        "yaourt",
    ]
)

# --- numbers


def cardinal(n: int, *, feminin: bool = False) -> str:
    """A whole number below a million in letters: ``vingt et un``, ``vingt et une``, ``deux mille vingt-six``."""
    if not 0 <= n < 1_000_000:
        raise ValueError(f"no words for {n}")
    mots = _cardinal(n)
    return f"{mots}e" if feminin and mots.endswith("un") else mots


def _cardinal(n: int) -> str:
    if n < 100:
        return _jusqu_a_cent(n)
    if n < 1000:
        return _grouper(n // 100, "cent", n % 100, "s" if n % 100 == 0 and n >= 200 else "")
    milliers = n // 1000
    mots = "" if milliers == 1 else _sans_marque(_cardinal(milliers))
    return " ".join(filter(None, (mots, "mille", _cardinal(n % 1000) if n % 1000 else "")))


def _grouper(combien: int, mot: str, reste: int, marque: str) -> str:
    tete = "" if combien == 1 else _cardinal(combien)
    return " ".join(filter(None, (tete, f"{mot}{marque}", _cardinal(reste) if reste else "")))


def _jusqu_a_cent(n: int) -> str:
    if n < 20:
        return _PETITS[n]
    if n >= 80:
        return "quatre-vingts" if n == 80 else f"quatre-vingt-{_PETITS[n - 80]}"
    dizaine = min(n // 10, 6)
    reste = n - 10 * dizaine
    if reste == 0:
        return _DIZAINES[dizaine]
    lien = " et " if reste in (1, 11) else "-"
    return f"{_DIZAINES[dizaine]}{lien}{_PETITS[reste]}"


def _sans_marque(mots: str) -> str:
    """``quatre-vingts`` and ``deux cents`` lose their s before another number."""
    return mots[:-1] if mots.endswith(("vingts", "cents")) else mots


def ordinal(n: int, *, feminin: bool = False) -> str:
    """A rank in letters: ``premier``, ``première``, ``vingt et unième``, ``centième``."""
    if n < 1:
        raise ValueError(f"no rank {n}")
    if n == 1:
        return "première" if feminin else "premier"
    mots = _sans_marque(_cardinal(n))
    if mots.endswith("cinq"):
        return f"{mots}uième"
    if mots.endswith("neuf"):
        return f"{mots[:-1]}vième"
    return f"{mots[:-1] if mots.endswith('e') else mots}ième"


# --- dates and hours


def date_en_lettres(jour: date) -> str:
    """A day as minutes open with it: ``vendredi douze juin deux mille vingt-six``."""
    quantieme = "premier" if jour.day == 1 else cardinal(jour.day)
    return f"{JOURS[jour.weekday()]} {quantieme} {MOIS[jour.month - 1]} {cardinal(jour.year)}"


def heure_en_lettres(heure: datetime) -> str:
    """An hour in letters: ``dix-huit heures cinq``, ``vingt et une heures``."""
    mot = "heure" if heure.hour < 2 else "heures"
    minutes = f" {cardinal(heure.minute, feminin=True)}" if heure.minute else ""
    return f"{cardinal(heure.hour, feminin=True)} {mot}{minutes}"


def heure_fr(heure: datetime) -> str:
    """``18 h 05``, with no-break spaces."""
    return f"{heure.hour}{INSECABLE}h{INSECABLE}{heure.minute:02d}"


# --- words


def s_elide(mot: str) -> bool:
    """Whether ``de`` and ``le`` lose their vowel before a word: a vowel or a mute h (``Yves`` does, ``Yann`` not)."""
    net = "".join(c for c in unicodedata.normalize("NFD", mot.casefold()) if not unicodedata.combining(c))
    net = net.replace("œ", "oe").replace("æ", "ae")
    premier = mot.casefold().split()[0].strip("’',.-") if mot.split() else ""
    if premier in _ASPIRES:
        return False
    if net[:1] == "y":
        return net[1:2] not in "aeiou"
    return net[:1] in "aeiouh" and bool(net)


def de(groupe: str) -> str:
    """``d’Alix``, ``de Tom``, ``du gérant``, ``des Amarres imaginaires``, ``de la gérance``."""
    contracte = _contracter(groupe, "du ", "des ")
    if contracte:
        return contracte
    return f"d’{groupe}" if s_elide(groupe) else f"de {groupe}"


def a(groupe: str) -> str:
    """``à Alix``, ``au gérant``, ``aux Amarres imaginaires``, ``à la gérance``."""
    return _contracter(groupe, "au ", "aux ") or f"à {groupe}"


def _contracter(groupe: str, singulier: str, pluriel: str) -> str:
    """The group after a preposition that swallows ``le`` or ``les``, denominations included; empty for another."""
    for article, contracte in (("le ", singulier), ("les ", pluriel)):
        if groupe[: len(article)].lower() == article:
            return contracte + groupe[len(article) :]
    return ""


def par(mode: str) -> str:
    """How something was sent: ``par lettre recommandée``, ``par courriel``; ``en main propre`` stands as it is."""
    mots = mode.strip()
    return mots if mots.lower().startswith(("par ", "en ", "contre ")) else f"par {mots[:1].lower()}{mots[1:]}"


def rangs(numeros: Sequence[int]) -> str:
    """Numbers in their order, runs of three or more shortened: ``1 à 4, 9 et 10``."""
    suites: list[list[int]] = []
    for n in numeros:
        if suites and suites[-1][-1] == n - 1:
            suites[-1].append(n)
        else:
            suites.append([n])
    mots = [[f"{s[0]} à {s[-1]}"] if len(s) > 2 else [str(n) for n in s] for s in suites]
    return enumerer([mot for suite in mots for mot in suite])


def enumerer(mots: Sequence[str], lien: str = "et") -> str:
    """``A``, ``A et B``, ``A, B et C``."""
    if len(mots) < 2:
        return "".join(mots)
    return f"{', '.join(mots[:-1])} {lien} {mots[-1]}"


def accorder(civilite: str, masculin: str, feminin: str) -> str:
    """The feminine after ``Mme``, else the masculine, which also serves where the civility is not known."""
    return feminin if civilite == "Mme" else masculin


def selon(quantite: int, singulier: str, pluriel: str) -> str:
    """The word that agrees with a quantity, without the figure (plural from 2 on)."""
    return singulier if abs(quantite) < 2 else pluriel


def capitale(texte: str) -> str:
    """The text with a capital as its first letter."""
    return texte[:1].upper() + texte[1:]


def guillemets(texte: str) -> str:
    """The text between French quotation marks, with their no-break spaces."""
    return f"«{INSECABLE}{texte}{INSECABLE}»"
