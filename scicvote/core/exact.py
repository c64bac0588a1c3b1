"""Exact numbers in, French figures out. The only place of the program where anything is rounded."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

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
    if abs(entier) < _BLOC:
        return str(entier)
    blocs = []
    reste = abs(entier)
    while reste >= _BLOC:
        reste, bas = divmod(reste, _BLOC)
        blocs.append(f"{bas:04000d}")
    return f"{'-' if entier < 0 else ''}{reste}{''.join(reversed(blocs))}"


def texte_exact(valeur: Fraction) -> str:
    """``425/7`` in lowest terms, ``15`` for a whole number: the form of the public files."""
    numerateur, denominateur = valeur.as_integer_ratio()
    return chiffres(numerateur) if denominateur == 1 else f"{chiffres(numerateur)}/{chiffres(denominateur)}"


def additionner(termes: Iterable[Fraction]) -> Fraction:
    """The sum of fractions, over one common denominator: reduced once, not at every addition."""
    paires = [terme.as_integer_ratio() for terme in termes]
    commun = math.lcm(*[denominateur for _, denominateur in paires])
    return Fraction(sum([n * (commun // d) for n, d in paires]), commun)


def _groupes(entier: int) -> str:
    """The digits of a positive whole number, by thousands."""
    if entier < 1000:
        return str(entier)
    texte = chiffres(entier)
    premier = len(texte) % 3 or 3
    return FINE.join([texte[:premier], *(texte[i : i + 3] for i in range(premier, len(texte), 3))])


def _unites(numerateur: int, denominateur: int, echelle: int) -> int:
    """A fraction counted in units of ``1 / echelle``, rounded half up."""
    return (2 * numerateur * echelle + denominateur) // (2 * denominateur)


def arrondi(valeur: Fraction, decimales: int) -> Fraction:
    """``valeur`` rounded half up to ``decimales`` places."""
    echelle = 10**decimales
    return Fraction(_unites(*valeur.as_integer_ratio(), echelle), echelle)


def nombre(valeur: Fraction | int, decimales: int = 0) -> str:
    """A French figure: ``12 060``, ``28,57``; rounded half up to ``decimales`` places."""
    return _figure(*valeur.as_integer_ratio(), decimales)


def _figure(numerateur: int, denominateur: int, decimales: int) -> str:
    if numerateur < 0:
        return f"−{_figure(-numerateur, denominateur, decimales)}"
    if not decimales:
        return _groupes(numerateur if denominateur == 1 else _unites(numerateur, denominateur, 1))
    echelle = 10**decimales
    entier, reste = divmod(_unites(numerateur, denominateur, echelle), echelle)
    return f"{_groupes(entier)},{chiffres(reste).rjust(decimales, '0')}"


def decimales_utiles(valeur: Fraction, seuil: Fraction | None, minimum: int = 2) -> int:
    """How many decimals of ``valeur`` show on which side of ``seuil`` it lies (both on one scale)."""
    if seuil is None:
        return minimum
    (n, d), (ns, ds) = valeur.as_integer_ratio(), seuil.as_integer_ratio()
    cote, decimales = _signe(n * ds - ns * d), minimum
    while cote and _signe(_unites(n, d, 10**decimales) * ds - ns * 10**decimales) != cote:
        decimales += 1
    return decimales


def _signe(ecart: int) -> int:
    return (ecart > 0) - (ecart < 0)


def pourcent(ratio: Fraction, seuil: Fraction | None = None) -> str:
    """A ratio as a percentage: ``60,71 %``; as many decimals as it takes to show its side of ``seuil``.

    ``ratio`` and ``seuil`` are shares of one (1/2 is 50 %). 74.996 % against 3/4 reads ``74,996 %``.
    """
    numerateur, denominateur = ratio.as_integer_ratio()
    return f"{_figure(100 * numerateur, denominateur, decimales_pourcent(ratio, seuil))}{FINE}%"


def decimales_pourcent(ratio: Fraction, seuil: Fraction | None) -> int:
    """How many decimals the percentage of a share needs: a hundredth of the share is two decimals already."""
    return decimales_utiles(ratio, seuil, 4) - 2


def points(valeur: Fraction, seuil: Fraction | None = None) -> str:
    """A number of points of the assembly's hundred, two decimals or as many as the threshold needs."""
    return _figure(*valeur.as_integer_ratio(), decimales_utiles(valeur, seuil))


def pourcent_court(ratio: Fraction) -> str:
    """A threshold or weight as people say it: ``50 %``, ``33,33 %``, without useless zeros."""
    numerateur, denominateur = ratio.as_integer_ratio()
    return _court(100 * numerateur, denominateur)


def poids_court(poids: Fraction) -> str:
    """``pourcent_court`` of a weight that is already in percent."""
    return _court(*poids.as_integer_ratio())


@lru_cache(maxsize=1024)
def _court(numerateur: int, denominateur: int) -> str:
    return f"{_figure(numerateur, denominateur, 2).rstrip('0').rstrip(',')}{FINE}%"


def euros(montant: Fraction | int) -> str:
    """An amount: ``8 080 €``, ``2 128,20 €`` (cents only when there are any)."""
    entier = Fraction(montant).denominator == 1
    return f"{nombre(montant, 0 if entier else 2)}{INSECABLE}€"


def accord(quantite: int, singulier: str, pluriel: str | None = None) -> str:
    """``1 voix``, ``3 associés``: the figure and the word that agrees with it (plural from 2 on, as in French)."""
    mot = singulier if abs(quantite) < 2 else (pluriel or f"{singulier}s")
    return f"{nombre(quantite)}{INSECABLE}{mot}"
