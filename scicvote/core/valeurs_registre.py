"""The values of a register file: whole numbers, dates, kinds of person, categories, as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from scicvote.core.exact import lire_exact
from scicvote.core.normalise import cle, singulier
from scicvote.core.statuts import MORALE, PHYSIQUE, Categorie, Statuts

PARTS_MAXIMUM: Final = 10**9
ANNEE_MINIMALE: Final = 1850

_MILLIERS: Final = re.compile(r"[0-9]{1,3}(?:[ '’][0-9]{3})+")
_DECIMAL: Final = re.compile(r"([0-9]+)[.,]([0-9]+)")
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_FRANCAISE: Final = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})(?: 00:00(?::00)?)?")
_LETTRES: Final = re.compile(r"([0-9]{1,2})(?:er)? ([a-z]+) ([0-9]{4})")
_NOMS_MOIS: Final = (
    "janvier|janv fevrier|fevr mars avril|avr mai juin juillet|juil aout septembre|sept octobre|oct novembre|nov "
    "decembre|dec"
)
MOIS: Final = {mot: i for i, mots in enumerate(_NOMS_MOIS.split(), start=1) for mot in mots.split("|")}
_COURRIEL: Final = re.compile(r"[^@\s,;<>()\"]+@[^@\s,;<>()\"]+\.[^@\s.,;<>()\"]+")
_PERSONNES: Final = {
    **dict.fromkeys(("physique", "personne physique", "pp", "p", "particulier", "individu"), PHYSIQUE),
    **dict.fromkeys(
        ("morale", "personne morale", "pm", "m", "societe", "entreprise", "association", "collectivite", "organisme"),
        MORALE,
    ),
}
_CIVILITES: Final = {
    **dict.fromkeys(("m", "mr", "monsieur"), "M."),
    **dict.fromkeys(("mme", "madame", "mlle", "mademoiselle"), "Mme"),
}


@lru_cache(maxsize=4096)
def lire_parts(texte: str) -> int | str:
    """A whole number of parts of at least one, else the end of the sentence that says what is wrong with it."""
    nu = texte.replace(" ", "") if _MILLIERS.fullmatch(texte) else texte
    signe, chiffres = (nu[:1], nu[1:].lstrip()) if nu[:1] in "-−+" else ("", nu)
    valeur = lire_exact(_decimal(chiffres)) if len(chiffres) <= 30 else None
    if valeur is None:
        return "n’est pas un nombre entier de parts"
    if valeur.denominator != 1 or "/" in chiffres:
        return "n’est pas un nombre entier\u00a0: une part ne se divise pas"
    if signe in ("-", "−") and valeur:
        return "est négatif\u202f; un registre compte les parts détenues"
    if not valeur:
        return "est nul\u00a0: un associé détient au moins une part"
    return valeur.numerator if valeur <= PARTS_MAXIMUM else "est démesuré"


def _decimal(chiffres: str) -> str:
    """``5,00`` as ``5.00``; ``1.000``, which may be one or a thousand, as something that is not a number."""
    trouve = _DECIMAL.fullmatch(chiffres)
    if trouve is None:
        return chiffres
    entier, decimales = trouve.groups()
    return "?" if len(decimales) == 3 and set(decimales) == {"0"} else f"{entier}.{decimales}"


def lire_numero(texte: str) -> int | None:
    """A number of associé: a whole one from 1 on."""
    return int(texte) or None if len(texte) <= 9 and texte.isascii() and texte.isdigit() else None


@lru_cache(maxsize=4096)
def lire_date(texte: str) -> date | str:
    """A date (``2024-05-03``, ``3/5/2024``, ``3 mai 2024``), else the end of the sentence that says what is wrong."""
    morceaux = _morceaux(texte)
    if morceaux is None:
        return "n’est pas une date\u202f; écrire JJ/MM/AAAA"
    annee, mois, jour = morceaux
    try:
        lue = date(annee, mois, jour)
    except ValueError:
        return "n’existe pas au calendrier"
    return lue if annee >= ANNEE_MINIMALE else f"est antérieure à {ANNEE_MINIMALE}"


def _morceaux(texte: str) -> tuple[int, int, int] | None:
    if trouve := _ISO.fullmatch(texte):
        return int(trouve[1]), int(trouve[2]), int(trouve[3])
    if trouve := _FRANCAISE.fullmatch(texte):
        return int(trouve[3]), int(trouve[2]), int(trouve[1])
    lettres = _LETTRES.fullmatch(cle(texte))
    if lettres and lettres[2] in MOIS:
        return int(lettres[3]), MOIS[lettres[2]], int(lettres[1])
    return None


def lire_personne(texte: str) -> str | None:
    """``physique`` or ``morale`` for the words that people use, or None."""
    return _PERSONNES.get(cle(texte))


def lire_civilite(texte: str) -> str | None:
    """``M.`` or ``Mme``; None for anything else."""
    return _CIVILITES.get(cle(texte))


def courriel_plausible(texte: str) -> bool:
    """Whether the text looks like one e-mail address."""
    return len(texte) <= 254 and _COURRIEL.fullmatch(texte) is not None


def libelle_categorie(categorie: Categorie) -> str:
    """A category as the exported register names it: ``2 – Usagers``."""
    return f"{categorie.code} – {categorie.nom}" if categorie.nom else categorie.code


def index_categories(statuts: Statuts) -> Mapping[str, str]:
    """Code of the category by each way of writing it: as it stands, then by key in the singular.

    A way that would mean two categories means none.
    """
    exactes: dict[str, set[str]] = {}
    cles: dict[str, set[str]] = {}
    for categorie in statuts.categories:
        for texte in (categorie.code, categorie.nom, libelle_categorie(categorie)):
            exactes.setdefault(texte, set()).add(categorie.code)
        for texte in _ecritures(categorie):
            cles.setdefault(f"={texte}", set()).add(categorie.code)
    return {cle: min(codes) for cle, codes in (*cles.items(), *exactes.items()) if cle.strip("=") and len(codes) == 1}


def _ecritures(categorie: Categorie) -> set[str]:
    code, nom = singulier(categorie.code), singulier(categorie.nom)
    mots = ("", "categorie ", "cat ", "categorie de ", "categorie des ")
    return {f"{mot}{texte}".strip() for mot in mots for texte in (code, nom, f"{code} {nom}", f"{nom} {code}")}


def trouver_categorie(index: Mapping[str, str], texte: str) -> str | None:
    """The code of the category that the text means (``2``, ``Usager``, ``catégorie 2``), or None."""
    return index.get(texte) or index.get(f"={singulier(texte)}")
