"""Exact numbers in, French figures out. The only place of the program where anything is rounded."""

from __future__ import annotations

import re
from fractions import Fraction

FINE = "\u202f"  # narrow no-break space: thousands, before % ; ! ?
INSECABLE = "\u00a0"

_FORME = re.compile(r"([0-9]{1,300})(?:\.([0-9]{1,300})|/([0-9]{1,300}))?")
_BLOC = 10**4000


def lire_exact(texte: str) -> Fraction | None:
    """``12``, ``12.5`` or ``3/4`` as a Fraction; None for anything else (a sign, a space, ``1e3``, ``3/0``)."""
    trouve = _FORME.fullmatch(texte)
    if trouve is None:
        return None
    entier, decimales, denominateur = trouve.groups()
    if denominateur is not None:
        return Fraction(int(entier), int(denominateur)) if int(denominateur) else None
    if decimales is not None:
        return Fraction(int(entier + decimales), 10 ** len(decimales))
    return Fraction(int(entier))


def chiffres(entier: int) -> str:
    """The decimal digits of a whole number, however large (the language's own conversion stops at 4300)."""
    blocs = []
    reste = abs(entier)
    while reste >= _BLOC:
        reste, bas = divmod(reste, _BLOC)
        blocs.append(f"{bas:04000d}")
    return f"{'-' if entier < 0 else ''}{reste}{''.join(reversed(blocs))}"


def texte_exact(valeur: Fraction) -> str:
    """``425/7`` in lowest terms, ``15`` for a whole number: the form of the public files."""
    if valeur.denominator == 1:
        return chiffres(valeur.numerator)
    return f"{chiffres(valeur.numerator)}/{chiffres(valeur.denominator)}"


def _groupes(texte: str) -> str:
    premier = len(texte) % 3 or 3
    return FINE.join([texte[:premier], *(texte[i : i + 3] for i in range(premier, len(texte), 3))])


def arrondi(valeur: Fraction, decimales: int) -> Fraction:
    """``valeur`` rounded half up to ``decimales`` places."""
    echelle = 10**decimales
    return Fraction((2 * valeur.numerator * echelle + valeur.denominator) // (2 * valeur.denominator), echelle)


def nombre(valeur: Fraction | int, decimales: int = 0) -> str:
    """A French figure: ``12 060``, ``28,57``; rounded half up to ``decimales`` places."""
    signe = "−" if valeur < 0 else ""
    echelle = 10**decimales
    n = abs(Fraction(valeur))
    entier, reste = divmod((2 * n.numerator * echelle + n.denominator) // (2 * n.denominator), echelle)
    texte = signe + _groupes(chiffres(entier))
    return f"{texte},{chiffres(reste).rjust(decimales, '0')}" if decimales else texte


def _cote(valeur: Fraction, seuil: Fraction) -> int:
    return (valeur > seuil) - (valeur < seuil)


def decimales_utiles(valeur: Fraction, seuil: Fraction | None, minimum: int = 2) -> int:
    """How many decimals of ``valeur`` show on which side of ``seuil`` it lies (both on one scale)."""
    decimales = minimum
    if seuil is None or valeur == seuil:
        return decimales
    while _cote(arrondi(valeur, decimales), seuil) != _cote(valeur, seuil):
        decimales += 1
    return decimales


def pourcent(ratio: Fraction, seuil: Fraction | None = None) -> str:
    """A ratio as a percentage: ``60,71 %``; as many decimals as it takes to show its side of ``seuil``.

    ``ratio`` and ``seuil`` are shares of one (1/2 is 50 %). 74.996 % against 3/4 reads ``74,996 %``.
    """
    valeur = 100 * ratio
    return f"{points(valeur, None if seuil is None else 100 * seuil)}{FINE}%"


def points(valeur: Fraction, seuil: Fraction | None = None) -> str:
    """A number of points of the assembly's hundred, two decimals or as many as the threshold needs."""
    return nombre(valeur, decimales_utiles(valeur, seuil))


def pourcent_court(ratio: Fraction) -> str:
    """A threshold or weight as people say it: ``50 %``, ``33,33 %``, without useless zeros."""
    texte = nombre(100 * ratio, 2)
    return f"{texte.rstrip('0').rstrip(',') if ',' in texte else texte}{FINE}%"


def euros(montant: Fraction | int) -> str:
    """An amount: ``8 080 €``, ``2 128,20 €`` (cents only when there are any)."""
    entier = Fraction(montant).denominator == 1
    return f"{nombre(montant, 0 if entier else 2)}{INSECABLE}€"


def accord(quantite: int, singulier: str, pluriel: str | None = None) -> str:
    """``1 voix``, ``3 associés``: the figure and the word that agrees with it (plural from 2 on, as in French)."""
    mot = singulier if abs(quantite) < 2 else (pluriel or f"{singulier}s")
    return f"{nombre(quantite)}{INSECABLE}{mot}"
