"""Runs of characters to lines: words that fit, no-break spaces kept, long ordinary words cut where French allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from scicvote.core.papier import Ligne
from scicvote.documents.cesure import DISCRET, coupes
from scicvote.documents.polices import GRAS, GRAS_ITALIQUE, ITALIQUE, ROMAIN, chasses, composer, largeur

Brin = tuple[str, str]  # a face, characters as they are set
Mot = tuple[Brin, ...]
Composee = tuple[float, tuple[Brin, ...]]  # how wide a line is, in points, and what it holds

_VOISINS = 3  # words before, among which a capital says that this may be the rest of a name
_LACHE = 0.14  # a word is cut only where this part of the line would else be left empty


@cache
def face(base: str, gras: bool, italique: bool) -> str:
    """The face of a run in a style whose ordinary face is ``base``."""
    epais = gras or base in (GRAS, GRAS_ITALIQUE)
    penche = italique or base in (ITALIQUE, GRAS_ITALIQUE)
    return (GRAS_ITALIQUE if penche else GRAS) if epais else (ITALIQUE if penche else ROMAIN)


def composer_lignes(runs: Ligne, base: str, corps: float, place: float, *, cesures: bool = False) -> list[Composee]:
    """``runs`` in the face ``base``, ``corps`` points high, on lines at most ``place`` points wide; at least one line."""
    une = _sur_une_ligne(runs, base, place / corps)
    if une is not None:
        return [(une[0] * corps, une[1])]
    lignes: list[Composee] = []
    for mots in _mots(runs, base):
        lignes += _remplir(mots, corps, place, cesures)
    return lignes


def _sur_une_ligne(runs: Ligne, base: str, place: float) -> Composee | None:
    """``runs`` at one point, where they fit without a second line: nearly every cell of a table."""
    large = 0.0
    brins: list[Brin] = []
    for run in runs:
        nom = face(base, run.gras, run.italique)
        texte = composer(run.texte)
        large += sum(map(chasses(nom).__getitem__, texte))
        if large > place or "\n" in texte:
            return None
        if brins and brins[-1][0] == nom:
            brins[-1] = (nom, brins[-1][1] + texte)
        else:
            brins.append((nom, texte))
    return large, tuple(brins)


def _mots(runs: Ligne, base: str) -> Iterator[list[Mot]]:
    """The words between two line feeds; one word may change face."""
    mots: list[Mot] = []
    courant: list[Brin] = []
    for run in runs:
        nom = face(base, run.gras, run.italique)
        for i, alinea in enumerate(composer(run.texte).split("\n")):
            if i:
                yield [*mots, tuple(courant)] if courant else mots
                mots, courant = [], []
            for j, mot in enumerate(alinea.split(" ")):
                if j and courant:
                    mots.append(tuple(courant))
                    courant = []
                if mot:
                    courant.append((nom, mot))
    yield [*mots, tuple(courant)] if courant else mots


def _large(mot: Mot, corps: float) -> float:
    return sum(largeur(texte, nom, corps) for nom, texte in mot)


def _remplir(mots: list[Mot], corps: float, place: float, cesures: bool) -> Iterator[Composee]:
    """As many words on each line as it holds."""
    espace = largeur(" ", ROMAIN, corps)
    ligne: list[Mot] = []
    x = 0.0
    attente = mots[::-1]
    while attente:
        mot = attente.pop()
        large = _large(mot, corps)
        depart = x + espace if ligne else 0.0
        if depart + large <= place:
            ligne.append(mot)
            x = depart + large
            continue
        ordinaire = cesures and not any(_nomme(voisin) for voisin in ligne[-_VOISINS:])
        coupe = _couper(mot, corps, place - depart, place, ordinaire) if ordinaire or not ligne else None
        if coupe is not None:
            debut, suite = coupe
            ligne.append(debut)
            x = depart + _large(debut, corps)
            attente.append(suite)
        elif not ligne:  # no room even for one character
            ligne, x = [mot], large
            mot = ()
        else:
            attente.append(mot)
        yield x, _fondre(ligne)
        ligne, x = [], 0.0
    if ligne or not mots:
        yield x, _fondre(ligne)


def _nomme(mot: Mot) -> bool:
    """Whether a word has a capital: those that follow may belong to the same name (``les Amarres imaginaires``)."""
    return any(texte != texte.lower() for _, texte in mot)


def _couper(mot: Mot, corps: float, reste: float, place: float, cesures: bool) -> tuple[Mot, Mot] | None:
    """A word in two, where the end of the line asks for it; a word that no line holds is cut anywhere."""
    if cesures and len(mot) == 1 and reste > _LACHE * place:
        nom, texte = mot[0]
        for i in coupes(texte):
            if largeur(texte[:i] + DISCRET, nom, corps) <= reste:
                return ((nom, texte[:i] + DISCRET),), ((nom, texte[i:]),)
    return _trancher(mot, corps, place) if reste == place else None


def _trancher(mot: Mot, corps: float, place: float) -> tuple[Mot, Mot] | None:
    """A word without any place to cut, filled to the edge."""
    x = 0.0
    for k, (nom, texte) in enumerate(mot):
        for i, caractere in enumerate(texte):
            x += chasses(nom)[caractere] * corps
            if x > place:
                debut = (*mot[:k], (nom, texte[:i])) if i else mot[:k]
                return (debut, ((nom, texte[i:]), *mot[k + 1 :])) if debut else None
    return None


def _fondre(mots: Sequence[Mot]) -> tuple[Brin, ...]:
    """The words of a line with their spaces, neighbours of one face made one."""
    brins: list[list[str]] = []
    for mot in mots:
        if brins:
            brins[-1][1] += " "
        for nom, texte in mot:
            if brins and brins[-1][0] == nom:
                brins[-1][1] += texte
            else:
                brins.append([nom, texte])
    return tuple((nom, texte) for nom, texte in brins)
