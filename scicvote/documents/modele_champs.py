"""Fields in the paragraphs of an OpenDocument text: found whatever an editor did to them, and replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Final
from xml.etree import ElementTree as ET

from scicvote.core.papier import Bloc, Ensemble, Ligne, Liste, Paragraphe, Signatures, Tableau, Texte, Titre, brut

T: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
PARAGRAPHES: Final = frozenset({f"{T}p", f"{T}h"})
CHAMP: Final = re.compile(r"\{([^{}]*)\}")
GRAS: Final = "SCICVote_Gras"
TITRE: Final = "SCICVote_Titre_"  # before the name of a paragraph's style: the same, kept with what follows
_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"

Valeur = str | tuple[Bloc, ...]


# --- reading


def paragraphes(element: ET.Element) -> Iterator[ET.Element]:
    return (e for e in element.iter() if e.tag in PARAGRAPHES)


def _noeuds(paragraphe: ET.Element) -> Iterator[tuple[ET.Element, str]]:
    """Where the characters of a paragraph are: an element and ``text`` or ``tail``; those of paragraphs inside left out."""
    yield paragraphe, "text"
    for enfant in paragraphe:
        if enfant.tag not in PARAGRAPHES:
            yield from _noeuds(enfant)
        yield enfant, "tail"


_ESPACES: Final = {f"{T}line-break": "\n", f"{T}tab": " ", f"{T}s": " "}


def lu(paragraphe: ET.Element) -> str:
    """A paragraph as it is read: its line breaks kept, its tabulations as spaces; paragraphs inside are left out."""
    morceaux = [paragraphe.text or ""]
    for enfant in paragraphe:
        if enfant.tag not in PARAGRAPHES:
            morceaux.append(_ESPACES.get(enfant.tag, "") + lu(enfant))
        morceaux.append(enfant.tail or "")
    return "".join(morceaux)


def texte_de(paragraphe: ET.Element) -> str:
    return "".join(getattr(e, ou) or "" for e, ou in _noeuds(paragraphe))


# --- filling


def remplir(modele: Iterable[ET.Element], valeurs: Mapping[str, Valeur]) -> list[ET.Element]:
    """A copy of the model's elements with the values in place of their fields."""
    boite = ET.Element("boite")
    boite.extend(deepcopy(list(modele)))
    for element in boite.iter():
        element.attrib.pop(_ID, None)  # unique in a document
    parents = {enfant: parent for parent in boite.iter() for enfant in parent}
    for paragraphe in list(paragraphes(boite)):
        noms = CHAMP.findall(texte_de(paragraphe))
        if len(noms) == 1 and isinstance(valeurs.get(noms[0]), tuple):
            _etaler(parents[paragraphe], paragraphe, valeurs[noms[0]])  # type: ignore[arg-type]
        elif noms:
            _ecrire(paragraphe, {nom: str(valeurs[nom]) for nom in noms})
            if not texte_de(paragraphe).strip() and not list(paragraphe):
                parents[paragraphe].remove(paragraphe)
    return list(boite)


def _ecrire(paragraphe: ET.Element, valeurs: Mapping[str, str]) -> None:
    """Put texts in place of fields, even of one whose characters an editor spread over several runs."""
    noeuds = list(_noeuds(paragraphe))
    textes = [getattr(e, ou) or "" for e, ou in noeuds]
    for trouve in reversed(list(CHAMP.finditer("".join(textes)))):
        debut, fin, place = trouve.start(), trouve.end(), 0
        for i, texte in enumerate(textes):
            a, b = max(debut - place, 0), min(fin - place, len(texte))
            place += len(texte)
            if a < b:
                mis = valeurs[trouve[1]] if debut >= place - len(texte) else ""
                textes[i] = texte[:a] + mis + texte[b:]
    for (element, ou), texte in zip(noeuds, textes, strict=True):
        setattr(element, ou, texte)
    _couper(paragraphe)


def _couper(paragraphe: ET.Element) -> None:
    """Line feeds become line breaks."""
    for element, ou in list(_noeuds(paragraphe)):
        premiere, *suite = (getattr(element, ou) or "").split("\n")
        if not suite:
            continue
        setattr(element, ou, premiere)
        parent = element if ou == "text" else _parent(paragraphe, element)
        rang = 0 if ou == "text" else list(parent).index(element) + 1
        for i, mots in enumerate(suite):
            retour = ET.Element(f"{T}line-break")
            retour.tail = mots
            parent.insert(rang + i, retour)


def _parent(racine: ET.Element, enfant: ET.Element) -> ET.Element:
    return next(e for e in racine.iter() if enfant in list(e))


def _etaler(parent: ET.Element, paragraphe: ET.Element, blocs: tuple[Bloc, ...]) -> None:
    """Paragraphs of the same style in place of one field."""
    rang = list(parent).index(paragraphe)
    parent.remove(paragraphe)
    style = paragraphe.get(f"{T}style-name", "Standard")
    for i, runs in enumerate(_lignes(blocs)):
        titre = len(runs) == 1 and runs[0].gras
        neuf = ET.Element(f"{T}p", {**paragraphe.attrib, f"{T}style-name": f"{TITRE if titre else ''}{style}"})
        for run in runs:
            _run(neuf, run)
        _couper(neuf)
        parent.insert(rang + i, neuf)


def _run(paragraphe: ET.Element, run: Texte) -> None:
    if run.gras:
        ET.SubElement(paragraphe, f"{T}span", {f"{T}style-name": GRAS}).text = run.texte
    elif len(paragraphe):
        paragraphe[-1].tail = (paragraphe[-1].tail or "") + run.texte
    else:
        paragraphe.text = (paragraphe.text or "") + run.texte


def _lignes(blocs: Iterable[Bloc]) -> Iterator[Ligne]:
    """Blocks as plain paragraphs: headings in bold, items after their dash, a row of a table on a line."""
    for bloc in blocs:
        match bloc:
            case Titre(texte=texte):
                yield (Texte(texte, gras=True),)
            case Paragraphe(texte=runs):
                yield runs
            case Liste(items=items, numerotee=numerotee):
                yield from ((Texte(f"{i}. " if numerotee else "– "), *item) for i, item in enumerate(items, 1))
            case Tableau(rangees=rangees):
                yield from ((Texte(" – ".join(map(brut, rangee.cellules))),) for rangee in rangees)
            case Signatures(cases=cases):
                yield from ((Texte("\n".join(filter(None, (c.qualite, c.nom, "\n\n\n")))),) for c in cases)
            case Ensemble(blocs=dedans):
                yield from _lignes(dedans)
